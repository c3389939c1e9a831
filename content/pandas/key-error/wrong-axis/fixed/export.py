import pandas as pd


def public_table(path):
    return pd.read_csv(path).drop(columns="notes")
