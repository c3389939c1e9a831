import heapq

from sqlalchemy import text

from prices import engine

QUERY = text("SELECT sku, cents, supplier FROM price WHERE supplier = :supplier ORDER BY sku")


def price_list(supplier):
    """The prices of a supplier, in the order of the articles."""
    connection = engine.connect()
    return connection.execute(QUERY, {"supplier": supplier})


def cheapest(suppliers):
    """The lowest price of every article, as a dict of the article to the price in cents."""
    rows = heapq.merge(*[price_list(supplier) for supplier in suppliers])
    best = {}
    for sku, cents, _ in rows:
        best[sku] = min(cents, best.get(sku, cents))
    return best
