import pandas as pd


def named_sales(sales_path, products_path):
    sales = pd.read_csv(sales_path)
    products = pd.read_csv(products_path)
    return sales.merge(products, left_on="sku", right_on="article")[["name", "quantity"]]
