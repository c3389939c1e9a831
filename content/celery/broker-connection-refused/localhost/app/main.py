"""Starts the worker and watches its log until it is ready or has tried twice, then sends a task."""

import subprocess

from tasks import send_invoice

worker = subprocess.Popen(
    "celery --quiet --app app worker --concurrency 1 --hostname mail@shop --loglevel INFO".split(),
    stderr=subprocess.PIPE,
    text=True,
)
tries = 0
for line in worker.stderr:
    print(line, end="", flush=True)
    tries += "Trying again" in line
    if tries == 2 or "ready." in line:
        break
worker.terminate()
worker.communicate()

send_invoice.delay(1007)
print("invoice of order 1007 queued")
