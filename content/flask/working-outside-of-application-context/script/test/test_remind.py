import subprocess
import sys


def test_the_script_runs_by_itself_as_cron_runs_it():
    result = subprocess.run([sys.executable, "remind.py"], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    assert result.stdout.count("From orders@shop.example") == 2
