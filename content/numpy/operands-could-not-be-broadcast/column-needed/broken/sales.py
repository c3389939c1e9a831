def revenue(sold, prices):
    """Returns the revenue of each product (rows) in each week (columns)."""
    return sold * prices
