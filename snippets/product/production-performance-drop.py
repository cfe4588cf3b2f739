"""Where a drop comes from: traffic mix or a segment, and which feature is not as recomputed."""

# --8<-- [start:localize]
from math import sqrt


def split_drop(before, after):
    """The change of overall accuracy: due to the mix, and due to each segment."""
    mix = sum((after[s][0] - before[s][0]) * before[s][1] for s in before)
    within = {s: after[s][0] * (after[s][1] - before[s][1]) for s in before}
    return mix, within


def mismatches(logged, recomputed):
    """For each feature, the share of requests whose logged value is not the recomputed one."""
    pairs = list(zip(logged, recomputed, strict=True))
    return {f: sum(a[f] != b[f] for a, b in pairs) / len(pairs) for f in logged[0]}


# --8<-- [end:localize]
# --8<-- [start:use]
for labels in (40, 400):
    error = sqrt(0.87 * 0.13 / labels)
    print(f"{labels:3} labels: the drop is {0.12 / error:.1f} standard errors")

# segment: share of the traffic, accuracy
before = {"web": (0.70, 0.90), "app": (0.30, 0.80)}
after = {"web": (0.50, 0.90), "app": (0.50, 0.60)}
mix, within = split_drop(before, after)
print(f"mix {mix:+.2f}", *(f"{s} {change:+.2f}" for s, change in within.items()))

recomputed = [{"amount": a, "age": n, "country": "DE"} for a, n in [(12, 3), (80, 9), (5, 1)]]
logged = [{**row, "amount": row["amount"] * 100} for row in recomputed]
logged[2]["country"] = "unknown"
for feature, share in mismatches(logged, recomputed).items():
    print(f"{feature:8} differs in {share:4.0%} of the app's requests")
# --8<-- [end:use]
