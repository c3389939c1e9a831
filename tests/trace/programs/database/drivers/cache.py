import sys

import redis


def count(client, key):
    return client.lpush(key, 1)


client = redis.Redis(host="127.0.0.1", port=int(sys.argv[1]))
client.set("visits", 7)
count(client, "visits")
