"""A search for models that rank about as well and refuse fewer people of one group."""

from itertools import combinations

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

# --8<-- [start:applicants]
rng = np.random.default_rng(3)
n = 40_000
b = rng.random(n) < 0.3  # group B: for the audit, never an input
debt, late, thrift = rng.normal(size=(3, n))
thrift -= 0.4 * b  # matters, but no lender sees it
X = {
    "debt": debt + 0.2 * b,
    "late": late,
    "tenure": 0.5 * thrift + rng.normal(size=n),  # time at the address, rescaled
    "area": 0.2 * thrift - 1.5 * b + rng.normal(size=n),  # stands for the group
}
repaid = rng.random(n) < 1 / (1 + np.exp(-(1 - X["debt"] - 0.8 * late + 0.6 * thrift)))
train, test = np.arange(n) < n // 2, np.arange(n) >= n // 2
# --8<-- [end:applicants]


# --8<-- [start:audit]
def audit(names, share=0.6):
    """AUC, ratio of approval rates B to A, and FNR of A and of B, at one approval share."""
    columns = np.column_stack([X[name] for name in names])
    model = LogisticRegression().fit(columns[train], repaid[train])
    score = model.predict_proba(columns[test])[:, 1]
    approved, good, of_b = score >= np.quantile(score, 1 - share), repaid[test], b[test]
    ratio = approved[of_b].mean() / approved[~of_b].mean()
    fnr_a, fnr_b = (1 - approved[good & who].mean() for who in (~of_b, of_b))
    return roc_auc_score(good, score), ratio, fnr_a, fnr_b


# --8<-- [end:audit]
# --8<-- [start:search]
if __name__ == "__main__":
    print("AUC     ratio  FNR A  FNR B  inputs")
    for size in (2, 3, 4):
        for names in combinations(X, size):
            if "debt" in names and "late" in names:
                auc, *rates = audit(names)
                print(f"{auc:.3f}", *(f"{r:6.2f}" for r in rates), "", ", ".join(names))
# --8<-- [end:search]
