from django.core.management import BaseCommand
from django.core.signing import Signer


class Command(BaseCommand):
    help = "Prints the link by which a customer confirms an address."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, email, **options):
        self.stdout.write(f"https://shop.example/confirm/{Signer().sign(email)}")
