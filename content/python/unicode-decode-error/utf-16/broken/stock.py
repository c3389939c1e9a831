import csv


def counts(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {row["sku"]: int(row["count"]) for row in csv.DictReader(file, delimiter="\t")}
