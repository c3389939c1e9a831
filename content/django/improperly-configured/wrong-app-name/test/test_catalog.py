from django.apps import apps
from django.test import SimpleTestCase


class CatalogTest(SimpleTestCase):
    def test_the_catalog_is_installed_under_its_label(self):
        self.assertEqual(apps.get_app_config("catalog").name, "apps.catalog")
