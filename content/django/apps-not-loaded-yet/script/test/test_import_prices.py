import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest import TestCase


class ImportPricesTest(TestCase):
    def test_the_prices_of_the_file_are_in_the_database(self):
        with tempfile.TemporaryDirectory() as folder:
            database = Path(folder, "shop.sqlite3")
            prices = Path(folder, "prices.csv")
            prices.write_text("sku,price\nlamp,40.00\ndesk,159.00\n")
            environment = {**os.environ, "SHOP_DATABASE": str(database)}
            environment.pop("DJANGO_SETTINGS_MODULE", None)

            for command in (["manage.py", "migrate", "-v", "0"], ["import_prices.py", str(prices)]):
                subprocess.run([sys.executable, *command], env=environment, check=True)

            with sqlite3.connect(database) as connection:
                rows = connection.execute("SELECT sku, price FROM catalog_product ORDER BY sku").fetchall()
        self.assertEqual(rows, [("desk", 159), ("lamp", 40)])
