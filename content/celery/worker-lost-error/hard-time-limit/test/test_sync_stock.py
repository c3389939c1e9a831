import json
from multiprocessing import Process

from supplier import SilentSupplier
from tasks import sync_stock


def test_a_silent_supplier_does_not_hold_the_task():
    with SilentSupplier() as url:
        task = Process(target=sync_stock, args=[url])
        task.start()
        task.join(timeout=sync_stock.time_limit)
        ended = not task.is_alive()
        task.kill()

    assert ended, "sync_stock was still waiting when its time limit ran out"


def test_an_answer_is_counted(tmp_path):
    answer = tmp_path / "stock.json"
    answer.write_text(json.dumps([{"sku": "TB-100"}, {"sku": "TB-101"}]))

    assert sync_stock(answer.as_uri()) == {"products": 2}
