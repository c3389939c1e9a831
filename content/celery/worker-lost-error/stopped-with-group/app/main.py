"""Stops the worker while it sends a newsletter."""

import sys
import time

from supervised import Worker
from tasks import send_newsletter
from worker import LOG, wait_for

with Worker() as worker:
    result = send_newsletter.delay(10)
    wait_for("received")
    time.sleep(1)
    worker.stop()

print(LOG.read_text(), end="")
print(f"send_newsletter: {result.state}")
sys.exit(0 if result.successful() else 1)
