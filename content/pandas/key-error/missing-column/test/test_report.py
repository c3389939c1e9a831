import pytest
from report import revenue


def test_spaces_around_the_names_of_columns_do_not_matter(tmp_path):
    path = tmp_path / "sales.csv"
    path.write_text("sku, quantity ,price\nTB-100,2,39.00\nTB-200,1,12.50\n")
    assert revenue(path) == pytest.approx(90.50)
