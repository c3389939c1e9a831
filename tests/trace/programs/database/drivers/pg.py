import sys

import psycopg2


def connect(port):
    return psycopg2.connect(host="127.0.0.1", port=port, user="shop", dbname="shop")


def add(connection, mail):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO customers (mail) VALUES (%s)", (mail,))


add(connect(int(sys.argv[1])), "ada@example.org")
