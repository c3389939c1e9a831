"""A rate limiter as libraries offer it: one script does everything in the server."""

import time

from server import server

ALLOW = server.register_script("""
local now, window = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], 0, now - window)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
redis.call('ZADD', KEYS[1], now, ARGV[1])
redis.call('EXPIRE', KEYS[1], window)
return 1
""")


class RateLimiter:
    def __init__(self, prefix, limit, seconds):
        self.prefix, self.limit, self.seconds = prefix, limit, seconds

    def allows(self, name):
        return ALLOW(keys=[self.prefix + name], args=[time.time(), self.seconds, self.limit]) == 1
