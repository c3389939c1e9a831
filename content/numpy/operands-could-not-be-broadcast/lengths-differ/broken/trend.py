import numpy as np


def growth(revenue):
    """Returns the change from each month to the next, as a part of the earlier one."""
    return np.diff(revenue) / revenue
