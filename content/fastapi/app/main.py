"""Starts the shop with uvicorn, asks for one address, and ends as the answer did."""

import sys
import threading
import time
import urllib.error
import urllib.request

import uvicorn

from shop import app

server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
thread = threading.Thread(target=server.run)
thread.start()
while not server.started:
    time.sleep(0.05)
host, port = server.servers[0].sockets[0].getsockname()
try:
    with urllib.request.urlopen(f"http://{host}:{port}{sys.argv[1]}") as answer:
        result = f"{answer.status} {answer.read().decode()}"
except urllib.error.HTTPError as error:
    result = str(error.code)
server.should_exit = True
thread.join()
print("GET", sys.argv[1], "->", result)
sys.exit(0 if result.startswith(("200", "404")) else 1)
