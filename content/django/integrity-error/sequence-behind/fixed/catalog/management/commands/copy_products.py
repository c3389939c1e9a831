import csv

from django.core.management import BaseCommand
from django.core.management.color import no_style
from django.db import connection, transaction

from catalog.models import Product


class Command(BaseCommand):
    help = "Copies the products of the old shop and keeps their ids."

    def add_arguments(self, parser):
        parser.add_argument("path")

    @transaction.atomic
    def handle(self, path, **options):
        with open(path, newline="") as file:
            Product.objects.bulk_create(Product(**row) for row in csv.DictReader(file))
        with connection.cursor() as cursor:
            for statement in connection.ops.sequence_reset_sql(no_style(), [Product]):
                cursor.execute(statement)
