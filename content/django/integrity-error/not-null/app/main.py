"""Sends one review, as the form on a product's page does."""

import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "shop.settings"
django.setup()

from django.core.management import call_command
from django.test import Client

from catalog.models import Product

call_command("migrate", verbosity=0)
Product.objects.create(sku="TB-100", name="Reading lamp", price="39.90")

browser = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
response = browser.post("/products/TB-100/reviews/", {"rating": 5, "text": "Bright and quiet."})
print(f"POST /products/TB-100/reviews/: {response.status_code}")
sys.exit(0 if response.status_code == 302 else 1)
