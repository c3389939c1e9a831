import psycopg

from prices import price_of


def add_line(order, sku):
    """Adds an article to an order and brings the order's total up to date."""
    with psycopg.connect() as connection:
        total = connection.execute("SELECT total FROM orders WHERE id = %s FOR UPDATE", [order]).fetchone()[0]
        connection.execute("INSERT INTO order_line (order_id, sku) VALUES (%s, %s)", [order, sku])
        price = price_of(sku)
        connection.execute("UPDATE orders SET total = %s WHERE id = %s", [total + price, order])
