from report import named_sales


def test_a_sale_is_shown_with_the_name_of_its_product(tmp_path):
    sales, products = tmp_path / "sales.csv", tmp_path / "products.csv"
    sales.write_text("sku,quantity\nA,2\n")
    products.write_text("article,name\nB,Coat hook\nA,Desk lamp\n")
    assert named_sales(sales, products).to_dict("list") == {"name": ["Desk lamp"], "quantity": [2]}
