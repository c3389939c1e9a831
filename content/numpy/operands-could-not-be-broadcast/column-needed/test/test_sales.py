import numpy as np
from sales import revenue


def test_each_row_is_multiplied_by_its_own_price():
    sold = np.array([[1, 2, 3], [10, 20, 30]])
    assert revenue(sold, np.array([5, 7])).tolist() == [[5, 10, 15], [70, 140, 210]]


def test_as_many_weeks_as_products_are_no_exception():
    assert revenue(np.array([[1, 2], [3, 4]]), np.array([5, 7])).tolist() == [[5, 10], [21, 28]]
