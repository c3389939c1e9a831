from celery import Celery

app = Celery("shop", broker="redis://127.0.0.1:6390/0")
