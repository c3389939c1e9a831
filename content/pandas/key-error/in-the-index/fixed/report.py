import pandas as pd


def totals(path):
    by_product = pd.read_csv(path).groupby("sku", as_index=False).sum()
    return by_product[["sku", "revenue"]]
