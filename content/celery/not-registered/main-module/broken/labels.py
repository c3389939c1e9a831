import os
import sys

from celery import Celery

app = Celery(__name__, broker=os.environ["REDIS_URL"])
app.conf.broker_connection_retry_on_startup = True


@app.task(ignore_result=True)
def print_label(order):
    print(f"label of order {order} printed")


if __name__ == "__main__":
    print_label.delay(int(sys.argv[1]))
