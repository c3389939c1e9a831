"""Gives Redis a password, as the administrators did last night, and sends a task."""

import os

import redis

os.environ["REDIS_PASSWORD"] = "s3cret/#1"
server = redis.Redis.from_url(os.environ["REDIS_URL"])
server.config_set("requirepass", os.environ["REDIS_PASSWORD"])

from tasks import send_invoice

send_invoice.delay(1007)
print("invoice of order 1007 queued")
