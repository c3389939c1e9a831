import pandas as pd


def revenue(path):
    sales = pd.read_csv(path)
    return (sales["quantity"] * sales["price"]).sum()
