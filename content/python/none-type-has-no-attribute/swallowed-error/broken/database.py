import sqlite3


def connect(path):
    try:
        return sqlite3.connect(path)
    except sqlite3.Error as error:
        print("Cannot connect:", error)


def order_count(connection):
    cursor = connection.cursor()
    cursor.execute("CREATE TABLE IF NOT EXISTS orders (number INTEGER PRIMARY KEY)")
    return cursor.execute("SELECT count(*) FROM orders").fetchone()[0]
