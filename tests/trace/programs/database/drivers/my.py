import sys

import pymysql


def connect(port, password):
    return pymysql.connect(host="127.0.0.1", port=port, user="shop", password=password, database="shop")


def add(connection, mail):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO customers (mail) VALUES (%s)", (mail,))


add(connect(int(sys.argv[1]), sys.argv[2]), "ada@example.org")
