import pytest
from pydantic import ValidationError

from models import Customer


@pytest.mark.parametrize("export", ['{"email": "ada@example.com", "phone": null}', '{"email": "ada@example.com"}'])
def test_a_customer_may_have_no_phone(export):
    assert not Customer.model_validate_json(export).phone


def test_a_customer_without_an_address_is_refused():
    with pytest.raises(ValidationError):
        Customer.model_validate_json('{"email": null}')
