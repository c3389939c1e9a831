import time

from supervised import Worker
from tasks import send_newsletter
from worker import wait_for


def test_a_worker_that_is_stopped_finishes_its_task():
    with Worker() as worker:
        result = send_newsletter.delay(6)
        wait_for("received")
        time.sleep(1)
        worker.stop()

    assert result.state == "SUCCESS"
