from django.db import models

from delivery import models as delivery


class Product(models.Model):
    sku = models.CharField(max_length=20, unique=True)
    price = models.DecimalField(max_digits=8, decimal_places=2)
    stock = models.PositiveIntegerField(default=0)


class Order(models.Model):
    product = models.ForeignKey(Product, on_delete=models.PROTECT)
    quantity = models.PositiveIntegerField()

    def tracking_numbers(self):
        parcels = delivery.Parcel.objects.filter(order=self)
        return list(parcels.order_by("number").values_list("number", flat=True))
