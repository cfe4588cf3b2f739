"""A metric-by-group table with intervals: two clean margins hide a harmed intersection."""

from itertools import combinations
from math import hypot, sqrt
from statistics import NormalDist

# --8<-- [start:data]
# A shortlist at the threshold in use. tp: qualified and chosen, fn: qualified and missed.
counts = {  # (sex, age): (tp, fn, fp, tn)
    ("man", "under 50"): (156, 44, 60, 240),
    ("man", "50 up"): (80, 20, 30, 120),
    ("woman", "under 50"): (85, 15, 36, 144),
    ("woman", "50 up"): (9, 11, 8, 32),
}
# --8<-- [end:data]


# --8<-- [start:intervals]
def wilson(k, n, confidence=0.95):
    """Interval for a share k / n that also behaves for small n."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    center = (k + z * z / 2) / (n + z * z)
    half = z * sqrt(k * (n - k) / n + z * z / 4) / (n + z * z)
    return center - half, center + half


def gap(a, n_a, b, n_b, confidence=0.95):
    """a / n_a - b / n_b with Newcombe's interval: (gap, low, high)."""
    p, q = a / n_a, b / n_b
    (p_low, p_high), (q_low, q_high) = wilson(a, n_a, confidence), wilson(b, n_b, confidence)
    below, above = hypot(p - p_low, q_high - q), hypot(p_high - p, q - q_low)
    return p - q, p - q - below, p - q + above


# --8<-- [end:intervals]
# --8<-- [start:audit]
def total(*wanted):
    """Summed counts of the cells that have every wanted trait."""
    cells = [c for traits, c in counts.items() if set(wanted) <= set(traits)]
    return [sum(column) for column in zip(*cells, strict=True)]


print("group             chosen   FPR   TPR  95% interval")
for group in [("man",), ("woman",), ("under 50",), ("50 up",), *counts]:
    tp, fn, fp, tn = total(*group)
    n = tp + fn
    low, high = wilson(tp, n)
    chosen, fpr = (tp + fp) / (n + fp + tn), fp / (fp + tn)
    name = " ".join(group)
    print(f"{name:16} {chosen:7.2f} {fpr:5.2f} {tp / n:5.2f}  {low:.2f} to {high:.2f}")

pairs = list(combinations(counts, 2))
print(f"\nTPR gaps, confidence 1 - 0.05/{len(pairs)} each")
for one, two in pairs:
    (tp, fn, *_), (tp_2, fn_2, *_) = counts[one], counts[two]
    d, low, high = gap(tp, tp + fn, tp_2, tp_2 + fn_2, 1 - 0.05 / len(pairs))
    print(f"{' '.join(one):14} - {' '.join(two):14} {d:5.2f}  {low:5.2f} to {high:.2f}")
# --8<-- [end:audit]
