from django.apps import apps
from django.db import models

# catalog.models imports this module, so it cannot be imported here.
Order = apps.get_model("catalog", "Order")


class Parcel(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    number = models.CharField(max_length=20)
