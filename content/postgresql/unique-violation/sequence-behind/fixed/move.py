import psycopg


def move_customers(old_customers):
    """Takes the customers of the old shop over, with their numbers."""
    with psycopg.connect() as connection:
        connection.cursor().executemany(
            "INSERT INTO customer (id, email) VALUES (%s, %s)",
            old_customers,
        )
        connection.execute(
            "SELECT setval(pg_get_serial_sequence('customer', 'id'), (SELECT max(id) FROM customer))"
        )
