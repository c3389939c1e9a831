from celery import Celery

app = Celery("shop", broker="redis://127.0.0.1:6390/0")

# A sender waits up to 15 seconds for the broker, with pauses from 0.2 to 1 second.
waiting = {"max_retries": 30, "interval_start": 0.2, "interval_step": 0.2, "interval_max": 1}
app.conf.task_publish_retry_policy = waiting
app.conf.broker_transport_options = {**waiting, "connect_retries_timeout": 15}
