from concurrent.futures import ProcessPoolExecutor

import pytest
from supplier import SilentSupplier

from tasks import sync_stock


def read_stock(url):
    """Runs the task's function once, and returns what it raised or returned."""
    try:
        return sync_stock.run(url)
    except Exception as error:
        return repr(error)


def test_a_silent_supplier_is_an_error_before_the_time_limit():
    pool = ProcessPoolExecutor(1)
    with SilentSupplier() as url:
        outcome = pool.submit(read_stock, url)
        try:
            assert "timed out" in outcome.result(timeout=sync_stock.time_limit)
        except TimeoutError:
            pytest.fail("sync_stock was still waiting when its time limit ran out")
        finally:
            for process in pool._processes.values():
                process.kill()


def test_an_answer_is_counted(tmp_path):
    answer = tmp_path / "stock.json"
    answer.write_text('[{"sku": "TB-100"}, {"sku": "TB-101"}]')

    assert sync_stock.run(answer.as_uri()) == {"products": 2}
