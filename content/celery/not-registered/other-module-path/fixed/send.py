from shop.tasks import send_reminder

WORKER = "--app shop.app"


def send():
    send_reminder.delay(1007)
