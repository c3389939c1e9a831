"""Opens one page of the shop, as a browser does: python main.py PATH"""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "shop.settings"
django.setup()

from django.test import Client

path = sys.argv[1]
response = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False).get(path)
print(f"GET {path}: {response.status_code}")
sys.exit(0 if response.status_code == 200 else 1)
