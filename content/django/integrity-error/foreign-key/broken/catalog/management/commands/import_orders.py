import csv

from django.core.management import BaseCommand
from django.db import transaction

from catalog.models import Order, Product


class Command(BaseCommand):
    help = "Takes over the orders of the old shop, all of them or none."

    def add_arguments(self, parser):
        parser.add_argument("path")

    @transaction.atomic
    def handle(self, path, **options):
        with open(path, newline="") as file:
            for row in csv.DictReader(file):
                Order.objects.create(
                    customer_id=row["customer"],
                    product=Product.objects.get(sku=row["sku"]),
                    quantity=row["quantity"],
                )
        self.stdout.write(f"{Order.objects.count()} orders taken over")
