import os

import redis

server = redis.Redis.from_url(os.environ["REDIS_URL"], decode_responses=True)
