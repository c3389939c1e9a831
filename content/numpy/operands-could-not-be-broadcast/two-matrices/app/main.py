import numpy as np

from invoices import amounts

# Two orders of three products, and the price of each product in euros and dollars.
quantities = np.array([[2, 1, 0], [0, 3, 4]])
prices = np.array([[39.00, 42.00], [12.50, 13.50], [8.00, 8.60]])
print(amounts(quantities, prices))
