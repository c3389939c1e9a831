import pytest
from pydantic import ValidationError

from models import Parcel


@pytest.mark.parametrize("sent, number", [("1042", "1042"), ('"DE-1042"', "DE-1042")])
def test_parcel_numbers_come_with_and_without_quotes(sent, number):
    assert Parcel.model_validate_json(f'{{"number": {sent}, "weight": 1.2}}').number == number


def test_a_list_is_no_parcel_number():
    with pytest.raises(ValidationError):
        Parcel.model_validate_json('{"number": [1042], "weight": 1.2}')
