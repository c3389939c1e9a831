import psycopg


def create_tables():
    """The tables as they were before, with a customer who signed up twice."""
    with psycopg.connect() as connection:
        connection.execute("DROP TABLE IF EXISTS orders, customer")
        connection.execute("CREATE TABLE customer (id bigint PRIMARY KEY, email text NOT NULL)")
        connection.execute("CREATE TABLE orders (number int PRIMARY KEY, customer_id bigint REFERENCES customer)")
        connection.execute(
            "INSERT INTO customer VALUES (1, 'ada@example.com'), (2, 'grace@example.com'), (3, 'ada@example.com')"
        )
        connection.execute("INSERT INTO orders VALUES (1007, 1), (1008, 3)")
