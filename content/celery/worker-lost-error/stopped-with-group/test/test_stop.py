import time

from supervised import Worker
from tasks import send_newsletter


def test_a_worker_that_is_stopped_finishes_its_task():
    with Worker() as worker:
        result = send_newsletter.delay(6)
        worker.wait_for("received")
        time.sleep(1)
        worker.stop()

    assert result.state == "SUCCESS"
