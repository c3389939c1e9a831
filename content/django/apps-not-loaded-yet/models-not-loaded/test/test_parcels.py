from django.test import TestCase

from catalog.models import Order, Product
from delivery.models import Parcel


class ParcelTest(TestCase):
    def test_an_order_knows_the_numbers_of_its_parcels(self):
        lamp = Product.objects.create(sku="lamp", price="40.00")
        order = Order.objects.create(product=lamp, quantity=3)
        for number in ("TB-2", "TB-1"):
            Parcel.objects.create(order=order, number=number)

        self.assertEqual(order.tracking_numbers(), ["TB-1", "TB-2"])
