"""What a random audit of labels can show, and what it would miss."""

from math import sqrt


# --8<-- [start:interval]
def wilson(wrong, audited, z=1.96):
    """Wilson's 95% interval for the share of wrong labels."""
    p = wrong / audited
    center = p + z**2 / (2 * audited)
    half = z * sqrt(p * (1 - p) / audited + z**2 / (4 * audited**2))
    return (center - half) / (1 + z**2 / audited), (center + half) / (1 + z**2 / audited)


# --8<-- [end:interval]
# --8<-- [start:use]
for wrong, audited in [(3, 50), (12, 200), (48, 800)]:
    low, high = wilson(wrong, audited)
    print(f"{wrong:2d} of {audited:3d} wrong: {low:.1%} to {high:.1%}")

for share in (0.01, 0.02):
    unseen = (1 - share) ** 200
    print(f"{share:.0%} wrong: 200 rows show none with probability {unseen:.1%}")

before, after = 12 / 200, 3 / 200
error = sqrt(before * (1 - before) / 200 + after * (1 - after) / 200)
low, high = before - after - 1.96 * error, before - after + 1.96 * error
print(f"12, then 3 of 200: down by {100 * low:.1f} to {100 * high:.1f} points")
# --8<-- [end:use]
