import numpy as np

from sales import revenue

sold = np.array([[4, 2, 0, 5], [1, 1, 3, 2], [0, 6, 2, 1]])
prices = np.array([39.00, 12.50, 8.00])
print(revenue(sold, prices))
