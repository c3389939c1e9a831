import psycopg


def orders(connection):
    return connection.execute("SELECT prize FROM orders").fetchall()


with psycopg.connect("host=127.0.0.1 port=47641 user=shop dbname=shop") as connection:
    orders(connection)
