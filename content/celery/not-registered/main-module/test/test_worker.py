import subprocess
import sys


def test_the_worker_runs_the_task_that_was_sent():
    run = subprocess.run([sys.executable, "main.py"], capture_output=True, text=True, timeout=60)

    assert "label of order 1007 printed" in run.stdout
    assert run.returncode == 0
