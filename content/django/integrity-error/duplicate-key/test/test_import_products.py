import io
import tempfile
from decimal import Decimal

from django.core.management import call_command
from django.test import TestCase

from catalog.models import Product


class ImportProductsTest(TestCase):
    def import_rows(self, *rows):
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write("\n".join(["sku,name,price", *rows, ""]))
            file.flush()
            call_command("import_products", file.name, stdout=io.StringIO())

    def test_a_new_product_is_added(self):
        self.import_rows("TB-100,Reading lamp,39.90")
        self.assertEqual(Product.objects.get().name, "Reading lamp")

    def test_the_second_night_changes_the_price_and_adds_nothing(self):
        self.import_rows("TB-100,Reading lamp,39.90")
        self.import_rows("TB-100,Reading lamp,34.90")
        self.assertEqual(Product.objects.get().price, Decimal("34.90"))
