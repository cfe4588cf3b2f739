"""Drop the attribute: the other columns still predict it, and the gap in approvals remains."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

# --8<-- [start:data]
# Loan applicants. Both groups are equally able to repay; two columns carry traces of the group.
rng = np.random.default_rng(3)
n = 20_000
group = (rng.random(n) < 0.4).astype(int)  # 1: group B
ability = rng.normal(size=n)
income = ability - 0.5 * group + rng.normal(0, 0.7, n)
district = 0.6 * ability - 1.5 * group + rng.normal(0, 0.7, n)  # wealth of the district
repaid = ability + rng.normal(0, 0.7, n) > 0
# Past officers judged ability well, but set group B a higher bar.
approved = ability - 0.8 * group + rng.normal(0, 0.3, n) > 0

train, test = slice(0, n // 2), slice(n // 2, n)
# --8<-- [end:data]


# --8<-- [start:compare]
def scores(columns, label):
    """Test-set scores of a logistic regression fitted to a label by columns: (n / 2,)."""
    X = np.column_stack(columns)
    return LogisticRegression().fit(X[train], label[train]).predict_proba(X[test])[:, 1]


def rates(score):
    """Share of group A and of group B among the 40% with the highest scores."""
    chosen = score >= np.quantile(score, 0.6)
    return chosen[group[test] == 0].mean(), chosen[group[test] == 1].mean()


proxy = roc_auc_score(group[test], scores([income, district], group))
print(f"AUC for the group, from income and district: {proxy:.2f}")

for name, label in [("approved by past officers", approved), ("repaid", repaid)]:
    print(f"label: {name}\n{'columns':25} A      B      gap   AUC repaid")
    for columns, used in [
        ("group income district", [group, income, district]),
        ("      income district", [income, district]),
        ("      income", [income]),
    ]:
        score = scores(used, label)
        a, b = rates(score)
        auc = roc_auc_score(repaid[test], score)
        print(f"{columns:22} {a:6.1%} {b:6.1%} {a - b:6.1%}   {auc:.2f}")
# --8<-- [end:compare]
