"""Sends one task to a worker and watches the worker's log until it is done with it."""

import subprocess
import sys

import send

worker = subprocess.Popen(
    f"celery --quiet {send.WORKER} worker --concurrency 1 --hostname mail@shop --loglevel INFO".split()
    + ["--without-mingle", "--without-gossip"],
    stderr=subprocess.PIPE,
    text=True,
)
sent = done = False
for line in worker.stderr:
    print(line, end="", flush=True)
    if "ready." in line:
        send.send()
        sent = True
    if sent and line.startswith(("KeyError", "celery.exceptions.NotRegistered")) or "succeeded in" in line:
        done = "succeeded in" in line
        break
worker.terminate()
worker.communicate()
sys.exit(0 if done else 1)
