"""A gain over a weak baseline, a tuned one, and seed by seed: five runs of each."""

from math import sqrt
from statistics import mean, stdev


# --8<-- [start:intervals]
def paired(ours, theirs, t=2.776, test_per_train=0.0):
    """Mean gain and half-width of its 95% interval; t has n - 1 = 4 degrees of freedom.

    Nadeau and Bengio: test_per_train > 0 if all splits come from one data set.
    """
    gains = [a - b for a, b in zip(ours, theirs, strict=True)]
    return mean(gains), t * stdev(gains) * sqrt(1 / len(gains) + test_per_train)


def unpaired(ours, theirs, t=2.306):
    """The same if the runs had no seed in common; 2n - 2 = 8 degrees of freedom."""
    variance = (stdev(ours) ** 2 + stdev(theirs) ** 2) / len(ours)
    return mean(ours) - mean(theirs), t * sqrt(variance)


# --8<-- [end:intervals]
# --8<-- [start:use]
ours = [84.6, 85.1, 84.9, 85.4, 85.0]  # accuracy in percent, by seed
tuned = [84.1, 84.9, 84.5, 85.1, 84.4]  # the baseline, with the same tuning budget and seeds
published = 83.2  # the baseline as printed in its paper, one run

print(f"best of five against the paper: +{max(ours) - published:.1f}")
print(f"mean against the paper:         +{mean(ours) - published:.1f}")
for name, interval in (("not paired", unpaired), ("paired by seed", paired)):
    gain, half = interval(ours, tuned)
    print(f"against tuned, {name:15} {gain:.2f} ± {half:.2f}")
gain, half = paired(ours, tuned, test_per_train=20 / 80)
print(f"paired, splits of one data set {gain:.2f} ± {half:.2f}")
# --8<-- [end:use]
