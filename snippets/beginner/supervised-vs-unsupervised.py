"""One search over the same twelve points, with a supervised and an unsupervised objective."""

from math import log

# --8<-- [start:data]
# Twelve customers: visits per month, support tickets, and who left.
visits = [1, 2, 3, 1, 2, 3, 11, 12, 13, 11, 12, 13]
tickets = [0, 1, 2, 5, 6, 7, 0, 1, 2, 5, 6, 7]
X = list(zip(visits, tickets, strict=True))
y = [0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1]
features = ("visits", "tickets")
# --8<-- [end:data]


# --8<-- [start:objectives]
def log_loss(groups):
    """Mean surprise at the labels y when each group predicts its own rate. Uses y."""
    total = 0.0
    for group in groups:
        rate = sum(y[i] for i in group) / len(group)
        total -= sum(log(rate if y[i] else 1 - rate) for i in group)
    return total / len(y)


def within_cluster_ss(groups):
    """Sum of squared distances to each group's mean. Never looks at y."""
    total = 0.0
    for group in groups:
        for values in zip(*(X[i] for i in group), strict=True):
            mean = sum(values) / len(values)
            total += sum((value - mean) ** 2 for value in values)
    return total


# --8<-- [end:objectives]
# --8<-- [start:use]
def split(feature, cut):
    """The rows up to the cut, and the rows above it."""
    rows = range(len(X))
    return [i for i in rows if X[i][feature] <= cut], [i for i in rows if X[i][feature] > cut]


cuts = [(f, cut) for f in (0, 1) for cut in sorted({x[f] for x in X})[:-1]]
for objective in (log_loss, within_cluster_ss):
    feature, cut = min(cuts, key=lambda c: objective(split(*c)))
    groups = split(feature, cut)
    print(f"least {objective.__name__}: {features[feature]} <= {cut}")
    print(f"  log loss {log_loss(groups):.3f}, sum of squares {within_cluster_ss(groups):.1f}")
# --8<-- [end:use]
