"""Places an order while the broker is restarting."""

import late_redis
from checkout import place_order

late_redis.start(seconds=8)
print(place_order(1007))
