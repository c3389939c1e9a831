from django.test import TestCase

from catalog.models import Order, Product


class StockTest(TestCase):
    def test_an_order_takes_its_pieces_out_of_the_stock(self):
        lamp = Product.objects.create(sku="lamp", price="40.00", stock=10)

        Order.objects.create(product=lamp, quantity=3)

        lamp.refresh_from_db()
        self.assertEqual(lamp.stock, 7)
