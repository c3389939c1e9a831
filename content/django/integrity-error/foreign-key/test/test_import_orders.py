import io
import tempfile

from django.core.management import call_command
from django.test import TestCase

from catalog.models import Customer, Order, Product


class ImportOrdersTest(TestCase):
    def setUp(self):
        self.customer = Customer.objects.create(number="1007", email="ada@example.com")
        Product.objects.create(sku="TB-100", name="Reading lamp", price="39.90")

    def import_rows(self, *rows):
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write("\n".join(["customer,sku,quantity", *rows, ""]))
            file.flush()
            call_command("import_orders", file.name, stdout=io.StringIO())

    def test_an_order_belongs_to_the_customer_with_that_number(self):
        self.import_rows("1007,TB-100,1")
        self.assertEqual(Order.objects.get().customer_id, self.customer.pk)

    def test_an_unknown_customer_stops_the_import_at_its_row(self):
        with self.assertRaises(Customer.DoesNotExist):
            self.import_rows("1007,TB-100,1", "4711,TB-100,1")
        self.assertFalse(Order.objects.exists())
