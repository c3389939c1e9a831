import csv


def names(path):
    with open(path, encoding="cp1252", newline="") as file:
        return [row["name"] for row in csv.DictReader(file)]
