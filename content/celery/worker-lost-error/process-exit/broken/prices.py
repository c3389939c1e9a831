"""Reads a supplier's price list. By hand: python prices.py FILE"""

import argparse
import csv
import sys


def main(arguments):
    parser = argparse.ArgumentParser(prog="prices")
    parser.add_argument("file")
    options = parser.parse_args(arguments)

    prices = {}
    with open(options.file, newline="") as file:
        for row in csv.DictReader(file):
            try:
                prices[row["sku"]] = round(float(row["price"]) * 100)
            except ValueError:
                print(f"{options.file}: the price of {row['sku']} is {row['price']!r}")
                sys.exit(2)
    print(f"{len(prices)} prices read")
    return prices


if __name__ == "__main__":
    main(sys.argv[1:])
