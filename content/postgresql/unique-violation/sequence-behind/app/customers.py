import psycopg


def sign_up(email):
    """Stores a new customer. Returns the number."""
    with psycopg.connect() as connection:
        row = connection.execute("INSERT INTO customer (email) VALUES (%s) RETURNING id", [email])
        return row.fetchone()[0]
