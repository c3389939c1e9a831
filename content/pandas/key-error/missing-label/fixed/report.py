import pandas as pd


def first_paid_order(path):
    orders = pd.read_csv(path)
    paid = orders[orders["state"] == "paid"]
    return int(paid["number"].iloc[0])
