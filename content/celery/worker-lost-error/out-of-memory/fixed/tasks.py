import csv

from app import app
from orders import FIELDS, query_orders


@app.task
def export_orders(path):
    """Writes every order to a CSV file and returns how many there were."""
    count = 0
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(FIELDS)
        for row in query_orders():
            writer.writerow(row)
            count += 1

    return count
