from flask import current_app


def write_reminder(customer):
    """Returns the mail that reminds a customer of an open invoice."""
    sender = current_app.config["SENDER"]
    return f"From {sender} to {customer}: your invoice is still open."
