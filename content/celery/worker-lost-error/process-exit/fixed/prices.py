"""Reads a supplier's price list. By hand: python prices.py FILE"""

import argparse
import csv
import sys


class PriceListError(Exception):
    """A price list cannot be used; the message says why."""


def read_prices(path):
    """Returns the prices in cents by article; raises PriceListError."""
    prices = {}
    with open(path, newline="") as file:
        for row in csv.DictReader(file):
            try:
                prices[row["sku"]] = round(float(row["price"]) * 100)
            except ValueError:
                raise PriceListError(f"{path}: the price of {row['sku']} is {row['price']!r}") from None
    return prices


def main(arguments):
    parser = argparse.ArgumentParser(prog="prices")
    parser.add_argument("file")
    options = parser.parse_args(arguments)
    try:
        print(f"{len(read_prices(options.file))} prices read")
    except PriceListError as error:
        print(error)
        sys.exit(2)


if __name__ == "__main__":
    main(sys.argv[1:])
