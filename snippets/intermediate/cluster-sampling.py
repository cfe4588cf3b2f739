"""Eight of sixteen units by three designs: every possible sample, so no chance is left."""

from itertools import chain, combinations, product
from statistics import mean, pvariance

# --8<-- [start:groups]
alike = [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12], [13, 14, 15, 16]]
mixed = [[16, 3, 2, 13], [5, 10, 11, 8], [9, 6, 7, 12], [4, 15, 14, 1]]  # each sums to 34
# --8<-- [end:groups]


# --8<-- [start:designs]
def simple(groups):
    """Any eight units."""
    return combinations(chain(*groups), 8)


def cluster(groups):
    """All units of two groups."""
    return (chain(*pair) for pair in combinations(groups, 2))


def stratified(groups):
    """Two units of every group."""
    pairs = (combinations(group, 2) for group in groups)
    return (chain(*sample) for sample in product(*pairs))


# --8<-- [end:designs]
# --8<-- [start:icc]
def intraclass_correlation(groups):
    m = len(groups[0])
    within = sum(m * pvariance(group) for group in groups)
    return 1 - m / (m - 1) * within / (m * len(groups) * pvariance(chain(*groups)))


# --8<-- [end:icc]
# --8<-- [start:use]
for name, groups in (("alike", alike), ("mixed", mixed)):
    print(f"groups {name}: intraclass correlation {intraclass_correlation(groups):.3f}")
    for design in (simple, cluster, stratified):
        variance = pvariance([mean(sample) for sample in design(groups)])
        print(f"  {design.__name__:<10} variance of the mean {variance:.3f}")
# --8<-- [end:use]
