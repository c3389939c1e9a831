import numpy as np
from invoices import amounts


def test_an_order_costs_the_sum_of_its_products_in_each_currency():
    quantities = np.array([[2, 1, 0]])
    prices = np.array([[10, 11], [5, 6], [1, 1]])
    assert amounts(quantities, prices).tolist() == [[25, 28]]
