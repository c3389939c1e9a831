def amounts(quantities, prices):
    """Returns the amount of each order (rows) in each currency (columns)."""
    return quantities @ prices
