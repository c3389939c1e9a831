"""Runs the worker under supervisord, as the server does."""

import subprocess
import time
from pathlib import Path

LOG = Path("worker.log")
CONTROL = ["supervisorctl", "-c", "supervisord.conf"]


class Worker:
    def __enter__(self):
        LOG.unlink(missing_ok=True)
        self.supervisor = subprocess.Popen(["supervisord", "-c", "supervisord.conf"], stdout=subprocess.DEVNULL)
        self.wait_for("ready.")
        return self

    def wait_for(self, words):
        while words not in (LOG.read_text() if LOG.exists() else ""):
            time.sleep(0.1)

    def stop(self):
        """Stops the worker, as a deployment does before it starts the new version."""
        subprocess.run([*CONTROL, "stop", "worker"], stdout=subprocess.DEVNULL, check=True)

    def __exit__(self, *_):
        self.supervisor.terminate()
        self.supervisor.wait()
