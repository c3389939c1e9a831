import pytest
from about import versions


def test_the_page_shows_the_version_that_is_installed():
    assert versions(["pytest"]) == [f"pytest {pytest.__version__}"]
