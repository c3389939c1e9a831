import os

import late_redis
import redis
from checkout import place_order


def test_an_order_survives_a_restart_of_the_broker():
    queue = redis.Redis.from_url(os.environ["REDIS_URL"])
    before = queue.llen("celery")
    late_redis.start(seconds=8)
    place_order(1007)
    assert queue.llen("celery") == before + 1
