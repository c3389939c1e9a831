import csv


def total(path):
    with open(path, encoding="utf-8", newline="") as file:
        return sum(float(row["total"]) for row in csv.DictReader(file))
