import os

from celery import Celery

app = Celery("shop", broker=os.environ["REDIS_URL"], include=["shop.tasks"])
app.conf.broker_connection_retry_on_startup = True
