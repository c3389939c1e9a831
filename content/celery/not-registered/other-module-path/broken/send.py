import sys

sys.path.insert(0, "shop")

from tasks import send_reminder

WORKER = "--app shop.app"


def send():
    send_reminder.delay(1007)
