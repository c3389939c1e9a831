import psycopg

PAYMENT = """
CREATE TABLE payment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event text NOT NULL UNIQUE,
    order_number integer NOT NULL,
    amount numeric(8, 2) NOT NULL
)
"""


def create_tables():
    with psycopg.connect() as connection:
        connection.execute("DROP TABLE IF EXISTS payment")
        connection.execute(PAYMENT)
