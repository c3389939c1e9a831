"""The prices of all suppliers, in a file of SQLite."""

from sqlalchemy import create_engine, text

engine = create_engine("sqlite:///prices.sqlite3", pool_timeout=1)


def create_tables(suppliers):
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE IF EXISTS price"))
        connection.execute(text("CREATE TABLE price (supplier TEXT, sku TEXT, cents INTEGER)"))
        for number, supplier in enumerate(suppliers):
            rows = [{"supplier": supplier, "sku": sku, "cents": 4000 + number} for sku in ("desk", "lamp")]
            connection.execute(text("INSERT INTO price VALUES (:supplier, :sku, :cents)"), rows)
