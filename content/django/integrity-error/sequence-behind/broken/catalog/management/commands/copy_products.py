import csv

from django.core.management import BaseCommand

from catalog.models import Product


class Command(BaseCommand):
    help = "Copies the products of the old shop and keeps their ids."

    def add_arguments(self, parser):
        parser.add_argument("path")

    def handle(self, path, **options):
        with open(path, newline="") as file:
            Product.objects.bulk_create(Product(**row) for row in csv.DictReader(file))
