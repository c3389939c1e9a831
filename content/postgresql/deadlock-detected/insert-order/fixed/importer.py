import psycopg

from suppliers import download

KEEP_LOWEST = """
INSERT INTO best_price (sku, cents) VALUES (%s, %s)
ON CONFLICT (sku) DO UPDATE SET cents = least(best_price.cents, excluded.cents)
"""


def import_prices(supplier):
    """Takes over a supplier's price list, all of it or nothing."""
    with psycopg.connect() as connection:
        for row in sorted(download(supplier)):
            connection.execute(KEEP_LOWEST, row)
