def test_stock(database):
    assert database.count("pen") == 3
