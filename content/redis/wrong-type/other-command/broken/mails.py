import json

from server import server


def greeting(number):
    """The first line of a mail to a customer."""
    customer = json.loads(server.get(f"customer:{number}"))
    return f"Dear {customer['name']},"
