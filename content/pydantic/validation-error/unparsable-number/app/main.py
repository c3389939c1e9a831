"""Reads a supplier's price list, a CSV file with prices as they are written in Germany."""

import csv
from pathlib import Path

from models import Price

with Path("prices.csv").open(newline="") as file:
    prices = [Price.model_validate(row) for row in csv.DictReader(file, delimiter=";")]
print(f"{len(prices)} prices read, {sum(price.price for price in prices):.2f} in all")
