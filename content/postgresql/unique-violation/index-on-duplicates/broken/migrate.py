import psycopg


def migrate():
    """From now on, one address is one customer."""
    with psycopg.connect() as connection:
        connection.execute("ALTER TABLE customer ADD UNIQUE (email)")
