"""The day after the move to the new shop, somebody signs up."""

from customers import sign_up
from move import move_customers
from tables import create_tables

create_tables()
move_customers([(1, "ada@example.com"), (2, "grace@example.com")])
print("customer", sign_up("linus@example.com"))
