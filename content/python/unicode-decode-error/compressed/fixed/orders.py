import csv
import gzip


def total(path):
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return sum(float(row["total"]) for row in csv.DictReader(file))
