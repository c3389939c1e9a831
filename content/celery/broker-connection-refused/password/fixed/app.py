import os
from urllib.parse import quote, urlsplit

from celery import Celery

redis = urlsplit(os.environ["REDIS_URL"])
password = quote(os.environ["REDIS_PASSWORD"], safe="")

app = Celery("shop", broker=f"redis://:{password}@{redis.hostname}:{redis.port}{redis.path}")
