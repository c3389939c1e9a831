import psycopg


def record(event):
    """Stores a payment that the provider reports. Returns whether it is a new one."""
    with psycopg.connect() as connection:
        inserted = connection.execute(
            "INSERT INTO payment (event, order_number, amount) VALUES (%s, %s, %s)",
            [event["id"], event["order"], event["amount"]],
        )
        return inserted.rowcount == 1
