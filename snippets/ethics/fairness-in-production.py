"""A weekly alarm on a gap in true-positive rates: raw, and with an interval on pooled weeks."""

from math import hypot, sqrt
from random import Random

# --8<-- [start:weeks]
rng = Random(4)
qualified = {"A": 400, "B": 25}  # people a week who deserve a yes
weeks = []  # (yes in A, yes in B): from week 13 on, B's true rate is 0.60 instead of 0.80
for week in range(1, 25):
    rate = {"A": 0.80, "B": 0.80 if week <= 12 else 0.60}
    weeks.append([sum(rng.random() < rate[g] for _ in range(qualified[g])) for g in "AB"])
# --8<-- [end:weeks]


# --8<-- [start:monitor]
def wilson(k, n, z=1.96):
    """Wilson's interval for a share k / n."""
    center, half = k + z * z / 2, z * sqrt(k * (n - k) / n + z * z / 4)
    return (center - half) / (n + z * z), (center + half) / (n + z * z)


def gap(window):
    """TPR of A minus TPR of B over some weeks, and the lower end of Newcombe's interval."""
    (a, b), n, m = map(sum, zip(*window, strict=True)), 400 * len(window), 25 * len(window)
    p, q = a / n, b / m
    return p - q, p - q - hypot(p - wilson(a, n)[0], wilson(b, m)[1] - q)


# --8<-- [end:monitor]
# --8<-- [start:use]
TOLERANCE = 0.05
print("                  weeks 8-12 | 13-24   (! = alarm)")
for pooled in (1, 8):
    for rule, column in [("gap alone", 0), ("lower end", 1)]:
        gaps = [gap(weeks[now - pooled : now])[column] for now in range(8, 25)]
        marks = "".join("!" if g > TOLERANCE else "." for g in gaps)
        print(f"{pooled} week(s), {rule}:  {marks[:5]} | {marks[5:]}")
# --8<-- [end:use]
