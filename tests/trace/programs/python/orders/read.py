from models import Order


def read(text: str) -> Order:
    return Order.model_validate_json(text)


read('{"number": "A-7", "lines": [{"product": "pen"}]}')
