import os
import subprocess
import sys


def connect(environment):
    code = "from app import app; app.connection_for_read().ensure_connection(max_retries=1)"
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)


def test_the_app_reaches_the_broker_of_the_deployment():
    assert connect(os.environ).returncode == 0


def test_a_missing_address_is_named():
    environment = {name: value for name, value in os.environ.items() if name != "REDIS_URL"}
    assert "REDIS_URL" in connect(environment).stderr
