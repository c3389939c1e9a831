from functools import wraps

from flask import abort, request


def login_required(view):
    """Lets a view answer only those who are logged in."""

    @wraps(view)
    def wrapper(*args, **kwargs):
        if "session" not in request.cookies:
            abort(401)
        return view(*args, **kwargs)

    return wrapper
