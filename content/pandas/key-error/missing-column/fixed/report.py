import pandas as pd


def revenue(path):
    sales = pd.read_csv(path).rename(columns=str.strip)
    return (sales["quantity"] * sales["price"]).sum()
