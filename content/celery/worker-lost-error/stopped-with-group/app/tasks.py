import time

from app import app


@app.task
def send_newsletter(readers):
    """Sends the newsletter to all readers, which takes a while."""
    sent = 0
    for _ in range(readers):
        time.sleep(0.5)
        sent += 1
    return sent
