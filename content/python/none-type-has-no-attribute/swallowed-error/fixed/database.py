import sqlite3
from pathlib import Path


def connect(path):
    Path(path).parent.mkdir(exist_ok=True)
    return sqlite3.connect(path)


def order_count(connection):
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE IF NOT EXISTS orders (number INTEGER PRIMARY KEY)")
    return cursor.execute("SELECT count(*) FROM orders").fetchone()[0]
