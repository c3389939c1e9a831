from django.core.management import BaseCommand

from catalog.models import Product


class Command(BaseCommand):
    help = "Adds one product."

    def add_arguments(self, parser):
        parser.add_argument("sku")
        parser.add_argument("name")
        parser.add_argument("price")

    def handle(self, sku, name, price, **options):
        product = Product.objects.create(sku=sku, name=name, price=price)
        self.stdout.write(f"{product.sku} has the id {product.pk}")
