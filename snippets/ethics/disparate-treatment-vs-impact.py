"""Screening selection rates: four-fifths ratio, 95% interval, and Fisher's exact test."""

from math import comb, exp, sqrt
from statistics import NormalDist


# --8<-- [start:screen]
def impact_ratio(a, n_a, b, n_b, confidence=0.95):
    """Rate a/n_a over rate b/n_b, with a log-normal (Katz) interval: (ratio, low, high)."""
    ratio = (a / n_a) / (b / n_b)
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    factor = exp(z * sqrt(1 / a - 1 / n_a + 1 / b - 1 / n_b))
    return ratio, ratio / factor, ratio * factor


def fisher_p(a, n_a, b, n_b):
    """Chance, if group does not matter, of a split no likelier than the one observed."""
    selected, everyone = a + b, n_a + n_b

    def probability(k):  # k of the selected are from the first group
        return comb(n_a, k) * comb(n_b, selected - k) / comb(everyone, selected)

    possible = range(max(0, selected - n_b), min(n_a, selected) + 1)
    observed = probability(a) * (1 + 1e-9)  # rounding must not break ties
    return min(1.0, sum(p for p in map(probability, possible) if p <= observed))


# --8<-- [end:screen]
# --8<-- [start:use]
for a, n_a, b, n_b in [(30, 100, 50, 100), (3, 10, 5, 10), (4275, 5000, 4500, 5000)]:
    ratio, low, high = impact_ratio(a, n_a, b, n_b)
    p = fisher_p(a, n_a, b, n_b)
    print(f"{a}/{n_a} against {b}/{n_b}: {a / n_a:.1%} against {b / n_b:.1%}")
    print(f"  ratio {ratio:.2f}, 95% interval {low:.2f} to {high:.2f}")
    print(f"  below four fifths: {'yes' if ratio < 0.8 else 'no'}")
    print(f"  p = {p:.4f}" if p >= 0.0001 else "  p < 0.0001")
# --8<-- [end:use]
