from django.apps import AppConfig
from django.db.models.signals import post_save


class CatalogConfig(AppConfig):
    name = "catalog"

    def ready(self):
        from catalog import models, stock

        post_save.connect(stock.take_from_stock, sender=models.Order)
