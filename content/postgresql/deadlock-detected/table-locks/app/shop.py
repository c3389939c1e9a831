import time

import psycopg


def show_order(order):
    """Reads an order and then its customer, in one transaction."""
    with psycopg.connect() as connection:
        customer = connection.execute("SELECT customer_id FROM orders WHERE id = %s", [order]).fetchone()[0]
        time.sleep(0.6)  # the page asks the carrier where the parcel is
        return connection.execute("SELECT email FROM customer WHERE id = %s", [customer]).fetchone()[0]
