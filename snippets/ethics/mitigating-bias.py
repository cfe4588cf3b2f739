"""What a smaller gap between two groups costs in right decisions, over all pairs of cut-offs."""

from itertools import product

# --8<-- [start:people]
# Loans. Ten score bins; in each, the same share of both groups repays: the score is calibrated.
repay = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95]
people = {  # 1,000 of each group, by bin
    "A": [20, 30, 50, 80, 110, 140, 160, 160, 140, 110],
    "B": [110, 140, 160, 160, 140, 110, 80, 50, 30, 20],
}
# --8<-- [end:people]


# --8<-- [start:policy]
def outcome(group, cut):
    """Approve bins from `cut` up: (share approved, TPR, right decisions), as expected."""
    n = people[group]
    good = [count * p for count, p in zip(n, repay, strict=True)]
    refused_bad = sum(n[:cut]) - sum(good[:cut])
    return sum(n[cut:]) / sum(n), sum(good[cut:]) / sum(good), sum(good[cut:]) + refused_bad


def policies():
    """(cut for A, cut for B, gap approved, gap TPR, share right) of every pair of cuts."""
    for cuts in product(range(11), repeat=2):
        (rate_a, tpr_a, right_a), (rate_b, tpr_b, right_b) = map(outcome, "AB", cuts)
        yield *cuts, rate_a - rate_b, tpr_a - tpr_b, (right_a + right_b) / 2_000


# --8<-- [end:policy]
# --8<-- [start:frontier]
for name, column in [("approval rates", 2), ("TPR", 3)]:
    print(f"limit on the gap in {name}\nlimit  cuts  approved   TPR   right")
    for limit in (1.0, 0.3, 0.2, 0.1, 0.05):
        fair = [policy for policy in policies() if abs(policy[column]) <= limit]
        a, b, rate_gap, tpr_gap, right = max(fair, key=lambda policy: round(policy[4], 9))
        print(f"{limit:5.2f}  {a}, {b}  {rate_gap:8.2f}  {tpr_gap:5.2f}  {right:5.1%}")
# --8<-- [end:frontier]
