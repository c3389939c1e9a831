from server import server


def greeting(number):
    """The first line of a mail to a customer."""
    customer = server.hgetall(f"customer:{number}")
    return f"Dear {customer['name']},"
