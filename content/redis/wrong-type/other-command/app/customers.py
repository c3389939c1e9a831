from server import server


def remember(number, name, email):
    """Keeps what is known of a customer for an hour."""
    key = f"customer:{number}"
    server.hset(key, mapping={"name": name, "email": email})
    server.expire(key, 3600)
