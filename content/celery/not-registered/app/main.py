"""Sends one task to a worker and watches the worker's log until it is done with it."""

import subprocess
import sys

import send

worker = subprocess.Popen(
    f"celery {send.WORKER} worker --concurrency 1 --hostname mail@shop --loglevel INFO".split()
    + ["--without-mingle", "--without-gossip"],
    stdout=subprocess.PIPE,
    stderr=subprocess.STDOUT,
    text=True,
)
listed = sent = done = False
for line in worker.stdout:
    listed = listed or line.startswith("[tasks]")
    if listed:  # Above the list, the banner names the machine.
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
