"""Runs a Celery worker, and waits for words in its log before going on."""

import subprocess
import time
from pathlib import Path

LOG = Path("worker.log")


def wait_for(*words):
    """Waits until each of the words stands in the worker's log."""
    while not all(each in (LOG.read_text() if LOG.exists() else "") for each in words):
        time.sleep(0.1)


class Worker:
    """A worker with one process; what it logs is printed when it has stopped."""

    def __init__(self, hostname, level="INFO"):
        options = f"--pool prefork --concurrency 1 --hostname {hostname} --loglevel {level}"
        self.command = f"celery --quiet --app app worker {options} --without-mingle --without-gossip"

    def __enter__(self):
        with LOG.open("w") as log:
            self.process = subprocess.Popen(self.command.split(), stdout=log, stderr=subprocess.STDOUT)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        print(LOG.read_text(), end="", flush=True)
