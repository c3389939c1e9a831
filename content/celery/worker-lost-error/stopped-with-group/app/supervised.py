"""Runs the worker under supervisord, as the server does."""

import subprocess

from worker import LOG, wait_for

CONTROL = ["supervisorctl", "-c", "supervisord.conf"]


class Worker:
    def __enter__(self):
        LOG.unlink(missing_ok=True)
        self.supervisor = subprocess.Popen(["supervisord", "-c", "supervisord.conf"], stdout=subprocess.DEVNULL)
        wait_for("ready.")
        return self

    def stop(self):
        """Stops the worker, as a deployment does before it starts the new version."""
        subprocess.run([*CONTROL, "stop", "worker"], stdout=subprocess.DEVNULL, check=True)

    def __exit__(self, *_):
        self.supervisor.terminate()
        self.supervisor.wait()
