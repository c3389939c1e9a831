import json


class BadRequest(Exception):
    pass


def body(text):
    try:
        return json.loads(text)
    except json.JSONDecodeError as problem:
        raise BadRequest(f"body is not JSON: {problem}") from None


body("{'a': 1}")
