import tempfile

from django.core.management import call_command
from django.test import TestCase

from catalog.models import Product


class CopyProductsTest(TestCase):
    def test_a_product_added_after_the_copy_gets_a_free_id(self):
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write("id,sku,name,price\n5,TB-100,Reading lamp,39.90\n6,TB-101,Desk lamp,54.00\n")
            file.flush()
            call_command("copy_products", file.name)

        added = [Product.objects.create(sku=f"TB-90{n}", name="Lamp", price="9.90").pk for n in range(6)]

        self.assertEqual(added[0], 7)
        self.assertEqual(Product.objects.get(sku="TB-100").pk, 5)
