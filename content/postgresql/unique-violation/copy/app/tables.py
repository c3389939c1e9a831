import psycopg


def create_tables():
    with psycopg.connect() as connection:
        connection.execute("DROP TABLE IF EXISTS price")
        connection.execute("CREATE TABLE price (sku text PRIMARY KEY, amount numeric(8, 2) NOT NULL)")
