"""Five predictors without one large correlation, and yet nearly a linear combination."""

import numpy as np
from scipy.linalg import hadamard, sqrtm


# --8<-- [start:design]
def design(r):
    """Sixteen rows of five predictors, every pair of which correlates at r. X: (16, 5)."""
    uncorrelated = hadamard(16)[:, 1:6]  # columns of ±1 with mean 0
    R = np.full((5, 5), r) + (1 - r) * np.eye(5)
    return uncorrelated @ sqrtm(R).real


# --8<-- [end:design]
# --8<-- [start:errors]
def standard_errors(X):
    """At noise variance 1: of one coefficient, a contrast, all five, and a fitted value."""
    A = np.column_stack([np.ones(len(X)), X])
    V = np.linalg.inv(A.T @ A)  # covariance of the least-squares coefficients
    one, contrast, all_five = [0, 1, 0, 0, 0, 0], [0, 1, -1, 0, 0, 0], [0, 1, 1, 1, 1, 1]
    steps = [np.sqrt(np.dot(a, V @ a)) for a in (one, contrast, all_five)]
    fitted = np.sqrt(np.mean(np.diag(A @ V @ A.T)))  # root mean square over the rows
    return [*steps, fitted]


# --8<-- [end:errors]
# --8<-- [start:use]
for r in (0.0, -0.2495):
    R = np.corrcoef(design(r).T)
    eigenvalues = np.linalg.eigvalsh(R)  # ascending
    one, contrast, all_five, fitted = standard_errors(design(r))
    print(f"every pair at r = {R[0, 1] + 0.0:.4f}")
    print(f"  VIF {np.linalg.inv(R)[0, 0]:.1f}")
    print(f"  condition number {np.sqrt(eigenvalues[-1] / eigenvalues[0]):.1f}")
    print(f"  one coefficient  ±{one:.3f}")
    print(f"  first − second   ±{contrast:.3f}")
    print(f"  sum of all five  ±{all_five:.3f}")
    print(f"  a fitted value   ±{fitted:.3f}")
# --8<-- [end:use]
