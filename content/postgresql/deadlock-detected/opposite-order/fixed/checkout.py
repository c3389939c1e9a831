import psycopg

import warehouse


def reserve(cart):
    """Takes the articles of a cart out of the stock, all of them or none."""
    with psycopg.connect() as connection:
        for sku, pieces in sorted(cart.items()):
            connection.execute("UPDATE stock SET pieces = pieces - %s WHERE sku = %s", [pieces, sku])
            warehouse.announce(sku, pieces)
