import os

import redis
from shop.checkout import place_order


def test_an_invoice_is_queued_in_the_shops_own_broker():
    queue = redis.Redis.from_url(os.environ["REDIS_URL"])
    before = queue.llen("celery")
    place_order(1007)
    assert queue.llen("celery") == before + 1
