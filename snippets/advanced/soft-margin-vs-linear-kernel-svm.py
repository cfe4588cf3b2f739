"""Margin and kernel are two choices, and scikit-learn has two linear soft-margin SVMs."""

import numpy as np
from sklearn.datasets import load_iris, make_moons
from sklearn.preprocessing import scale
from sklearn.svm import SVC, LinearSVC

# --8<-- [start:margin]
x = np.array([[0.0], [1.0], [3.0], [4.0]])
y = np.array([-1, -1, 1, 1])
for C in (0.1, 0.3, 0.5, 1000):
    svm = SVC(kernel="linear", C=C).fit(x, y)
    w, largest = svm.coef_[0, 0], abs(svm.dual_coef_).max()
    print(f"C={C:<6} w={w:.2f}  width={2 / w:.2f}  largest alpha={largest:.2f}")
# --8<-- [end:margin]
# --8<-- [start:kernel]
moons, side = make_moons(200, noise=0.1, random_state=0)
for kernel in ("linear", "rbf"):
    for C in (0.1, 10):
        accuracy = SVC(kernel=kernel, C=C).fit(moons, side).score(moons, side)
        print(f"moons, {kernel:6} C={C:<4} accuracy {accuracy:.3f}")
# --8<-- [end:kernel]
# --8<-- [start:classes]
X, species = load_iris(return_X_y=True)
X, two = X[species > 0, 2:], species[species > 0]
hinge = {"loss": "hinge", "max_iter": 1_000_000, "tol": 1e-6, "random_state": 0}
models = {
    "SVC(kernel='linear')": SVC(kernel="linear", tol=1e-6),
    "LinearSVC, hinge": LinearSVC(**hinge),
    "LinearSVC, default": LinearSVC(),
}
for units, data in (("raw", X), ("standardized", scale(X))):
    for name, model in models.items():
        w, b = model.fit(data, two).coef_[0], model.intercept_[0]
        print(f"{units:12} {name:20} w={w[0]:.2f},{w[1]:.2f} b={b:.2f}")
# --8<-- [end:classes]
