"""Starts a worker, sends it one export and waits for the end."""

import subprocess
import sys

from tasks import export_orders

WORKER = "celery --quiet --app app worker --pool prefork --concurrency 1 --hostname exports@shop"
OPTIONS = "--loglevel INFO --without-mingle --without-gossip"

worker = subprocess.Popen(f"{WORKER} {OPTIONS}".split())
try:
    result = export_orders.delay("orders.csv")
    result.get(timeout=40, propagate=False)
finally:
    worker.terminate()
    worker.wait()

print(f"export_orders: {result.state}")
sys.exit(0 if result.successful() else 1)
