from django.apps import AppConfig
from django.db.models.signals import post_save

from catalog import models, stock


class CatalogConfig(AppConfig):
    name = "catalog"

    def ready(self):
        post_save.connect(stock.take_from_stock, sender=models.Order)
