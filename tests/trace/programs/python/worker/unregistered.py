"""A worker of Celery that is sent a task whose module it did not import."""
from celery import Celery
from celery.exceptions import WorkerShutdown

app = Celery("shop", broker="memory://")
app.conf.update(task_ignore_result=True, broker_connection_retry_on_startup=True)


@app.task(name="shop.stop")
def stop():
    raise WorkerShutdown(0)


app.send_task("billing.charge", args=(17,), task_id="2f1c9d4e-1b7f-4c55-9d0e-3a5b1c2d4e6f")
app.send_task("shop.stop", task_id="77aa0c1e-92f3-4a0b-8a34-0d4c5b6e7f80")
app.worker_main(["--quiet", "worker", "--pool=solo", "--loglevel=INFO", "--hostname=celery@worker-1"])
