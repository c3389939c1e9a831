from django.db import models


class Parcel(models.Model):
    # catalog.models imports this module, so it cannot be imported here.
    order = models.ForeignKey("catalog.Order", on_delete=models.CASCADE)
    number = models.CharField(max_length=20)
