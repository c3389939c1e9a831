from migrate import migrate
from tables import create_tables

create_tables()
migrate()
print("the addresses of customers are unique")
