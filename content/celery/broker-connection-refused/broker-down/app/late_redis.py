"""Opens port 6390 some seconds late and forwards it to Redis, as a Redis that is still starting."""

import os
import socket
import threading
import time
from urllib.parse import urlsplit


def pump(source, target):
    while data := source.recv(65536):
        target.sendall(data)
    target.close()


def serve(seconds):
    time.sleep(seconds)
    redis = urlsplit(os.environ["REDIS_URL"])
    with socket.create_server(("127.0.0.1", 6390)) as server:
        while True:
            client, _ = server.accept()
            upstream = socket.create_connection((redis.hostname, redis.port))
            for pair in (client, upstream), (upstream, client):
                threading.Thread(target=pump, args=pair, daemon=True).start()


def start(seconds):
    threading.Thread(target=serve, args=[seconds], daemon=True).start()
