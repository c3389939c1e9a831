import sqlite3

import pytest
from database import connect, order_count


def test_the_folder_of_a_new_database_is_made(tmp_path):
    assert order_count(connect(tmp_path / "data" / "shop.db")) == 0


def test_a_database_that_cannot_be_opened_is_an_error(tmp_path):
    with pytest.raises(sqlite3.Error, match="unable to open database file"):
        connect(tmp_path)
