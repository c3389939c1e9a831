"""The supplier's price list of Monday, and the one of Tuesday."""

from prices import load
from tables import create_tables

monday = ["sku,amount\n", "desk,159.00\n", "lamp,40.00\n"]
tuesday = ["sku,amount\n", "chair,89.00\n", "lamp,42.00\n"]

create_tables()
load(monday)
load(tuesday)
print("both lists are loaded")
