import os

from celery import Celery

app = Celery("shop", include=["tasks"])
# Docker publishes the Redis of the containers on port 6380 of the developers' machines.
app.conf.broker_url = os.environ.get("BROKER_URL", "redis://localhost:6380/0")
app.conf.broker_connection_retry_on_startup = True
