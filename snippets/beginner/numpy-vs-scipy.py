"""Arrays and their arithmetic from NumPy, algorithms on them from SciPy."""

import numpy as np
from scipy import integrate, linalg, optimize, spatial

# --8<-- [start:numpy]
X = np.array([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]])  # (3, 2), float64
differences = X[:, None, :] - X[None, :, :]  # (3, 1, 2) and (1, 3, 2) give (3, 3, 2)
distances = np.sqrt((differences**2).sum(axis=2))
print("distances from row 0:", distances[0])

view, copy = X[1:], X[X[:, 0] > 0]  # a slice; a boolean index
view[0, 0] = 30
print("X sees the change:", X[1, 0], " the copy does not:", copy[0, 0])
small = np.array([200], dtype=np.uint8) + np.array([100], dtype=np.uint8)
print("200 + 100 in uint8:", small[0])
# --8<-- [end:numpy]
# --8<-- [start:scipy]
area, _ = integrate.quad(lambda t: t**2, 0, 3)
print(f"integral of t² from 0 to 3:  {area:.4f}")
root = optimize.brentq(lambda t: t**2 - 2, 0, 2)
print(f"root of t² - 2:              {root:.4f}")
quarter_turn = linalg.expm(np.pi / 2 * np.array([[0, -1], [1, 0]]))
print("a quarter turn of (1, 0):   ", (quarter_turn @ [1, 0]).round(4) + 0.0)
tree = spatial.KDTree([[0, 0], [3, 4], [6, 8]])
distance, index = tree.query([4, 4])
print(f"nearest to (4, 4):           row {index}, distance {distance:.4f}")
# --8<-- [end:scipy]
