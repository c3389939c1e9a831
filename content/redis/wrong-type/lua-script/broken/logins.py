from limiter import RateLimiter
from server import server

limiter = RateLimiter(prefix="login:", limit=3, seconds=60)


def count_failure(name):
    """Counts the wrong passwords of a name."""
    return server.incr(f"login:{name}")


def may_try(name):
    """Whether a name may try a password, three times a minute at most."""
    return limiter.allows(name)
