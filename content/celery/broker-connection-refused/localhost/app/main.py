"""Starts the worker and watches its log until it is ready or has tried twice."""

import subprocess
import sys

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

sys.exit(1 if tries else 0)
