import os

from celery import Celery

app = Celery("shop", include=["tasks"])
app.conf.broker_url = os.environ["REDIS_URL"]
