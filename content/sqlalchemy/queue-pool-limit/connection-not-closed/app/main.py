from compare import cheapest
from prices import create_tables

suppliers = [f"supplier {number}" for number in range(1, 21)]
create_tables(suppliers)
print(cheapest(suppliers))
