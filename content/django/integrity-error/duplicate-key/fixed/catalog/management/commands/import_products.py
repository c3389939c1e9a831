import csv

from django.core.management import BaseCommand

from catalog.models import Product


class Command(BaseCommand):
    help = "Takes over a supplier's price list. Runs every night."

    def add_arguments(self, parser):
        parser.add_argument("path")

    def handle(self, path, **options):
        with open(path, newline="") as file:
            for row in csv.DictReader(file):
                Product.objects.update_or_create(
                    sku=row["sku"],
                    defaults={"name": row["name"], "price": row["price"]},
                )
        self.stdout.write(f"{Product.objects.count()} products in the shop")
