import os
import subprocess
import sys

import pytest
import redis


@pytest.fixture
def password():
    """Gives Redis a password that needs quoting in a URL, for one test."""
    server = redis.Redis.from_url(os.environ["REDIS_URL"], single_connection_client=True)
    server.config_set("requirepass", "s3cret/#1")
    yield "s3cret/#1"
    server.config_set("requirepass", "")


def test_the_app_logs_in_to_a_redis_that_asks_for_a_password(password):
    code = "from app import app; app.connection_for_write().ensure_connection(max_retries=0)"
    environment = {**os.environ, "REDIS_PASSWORD": password}
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr.splitlines()[-1]
