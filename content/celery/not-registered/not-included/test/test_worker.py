import subprocess
import sys


def test_the_worker_runs_the_task_that_was_sent():
    run = subprocess.run([sys.executable, "main.py"], capture_output=True, text=True, timeout=60)

    assert "invoice of order 1007 sent" in run.stdout
    assert run.returncode == 0
