import numpy as np

from trend import growth

print(growth(np.array([120.0, 150.0, 135.0, 162.0])))
