"""A/A tests replayed on stored data: is the analysis honest when there is no effect?"""

import numpy as np
from scipy import stats


# --8<-- [start:analyses]
def per_user(clicks, views):
    """Clicks per user, two arms of users; clicks, views: (2, n)."""
    return stats.ttest_ind(*clicks).pvalue


def per_view(clicks, views):
    """The click-through rate, as if views, not users, had been assigned at random."""
    c, v = clicks.sum(axis=1), views.sum(axis=1)
    rate = c.sum() / v.sum()
    z = (c[1] / v[1] - c[0] / v[0]) / np.sqrt(rate * (1 - rate) * (1 / v[0] + 1 / v[1]))
    return 2 * stats.norm.sf(abs(z))


# --8<-- [end:analyses]
# --8<-- [start:replay]
def replay(analysis, clicks, views, runs=1000):
    """The p-values of A/A tests that split the same users at random, again and again."""
    rng = np.random.default_rng(5)
    p = []
    for _ in range(runs):
        arms = rng.permutation(len(clicks)).reshape(2, -1)
        p.append(analysis(clicks[arms], views[arms]))
    return np.array(p)


# --8<-- [end:replay]
# --8<-- [start:use]
rng = np.random.default_rng(1)
views = rng.geometric(0.1, 4000)  # last week: 4,000 users, about ten views each
clicks = rng.binomial(views, rng.beta(1, 9, 4000))  # every user has a rate of their own

for analysis in (per_user, per_view):
    p = replay(analysis, clicks, views)
    print(f"{analysis.__name__}: {np.mean(p < 0.05):.1%} significant")
    print("  p-values in each tenth:", *np.histogram(p, 10, (0, 1))[0])
# --8<-- [end:use]
