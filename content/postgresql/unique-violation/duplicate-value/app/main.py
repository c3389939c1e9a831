"""The payment provider got no answer in time, and sends its message again."""

from payments import record
from tables import create_tables

create_tables()
paid = {"id": "evt_7310", "order": 1007, "amount": "199.00"}
for event in (paid, paid):
    print("new payment" if record(event) else "known payment", event["id"])
