from shop.tasks import send_invoice

WORKER = "--app shop.app"


def send():
    send_invoice.delay(1007)
