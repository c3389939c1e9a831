import pytest

from logins import count_failure, may_try
from server import server


@pytest.fixture(autouse=True)
def empty():
    server.flushdb()


def test_failures_are_counted_beside_the_limit():
    assert may_try("ada")
    assert count_failure("ada") == 1
    assert may_try("ada")
    assert count_failure("ada") == 2


def test_the_fourth_try_of_a_minute_is_refused():
    assert [may_try("grace") for _ in range(4)] == [True, True, True, False]
