from django.db.models import F

from catalog import models


def take_from_stock(sender, instance, created, **kwargs):
    """Books the pieces of a new order out of the stock."""
    if created:
        pieces = F("stock") - instance.quantity
        models.Product.objects.filter(pk=instance.product_id).update(stock=pieces)
