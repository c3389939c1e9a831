"""Asks the shop for its home page, as a browser would."""

import os

import django
from django.test import Client

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
django.setup()

print(Client(SERVER_NAME="localhost").get("/").content.decode())
