from report import totals


def test_each_product_has_its_revenue(tmp_path):
    path = tmp_path / "sales.csv"
    path.write_text("sku,quantity,revenue\nA,1,5.0\nB,1,6.0\nA,1,7.0\n")
    assert totals(path).to_dict("list") == {"sku": ["A", "B"], "revenue": [12.0, 6.0]}
