"""The service of the warehouse, which takes its time."""

import time


def announce(sku, pieces):
    time.sleep(0.6)
