import numpy as np
from trend import growth


def test_growth_is_relative_to_the_month_before():
    assert growth(np.array([100.0, 150.0, 75.0])).tolist() == [0.5, -0.5]
