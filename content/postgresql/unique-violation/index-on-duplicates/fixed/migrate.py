import psycopg

FIRST = "SELECT id, min(id) OVER (PARTITION BY email) AS first_id FROM customer"


def migrate():
    """From now on, one address is one customer."""
    with psycopg.connect() as connection:
        connection.execute("LOCK TABLE customer")
        connection.execute(
            f"UPDATE orders SET customer_id = first_id FROM ({FIRST}) AS same WHERE customer_id = same.id"
        )
        connection.execute(
            f"DELETE FROM customer USING ({FIRST}) AS same WHERE customer.id = same.id AND same.id > first_id"
        )
        connection.execute("ALTER TABLE customer ADD UNIQUE (email)")
