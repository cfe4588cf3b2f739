"""The value of a data source: what the best decision gains from it. Bits are another matter."""

from math import log2

# --8<-- [start:value]
OFFER, SAVED, MARGIN = 10, 0.4, 200  # dollars, share of leavers who then stay, dollars


def profit(customers, leavers):
    """The better of two decisions for a group: send the offer to all of it, or to nobody."""
    return max(0, leavers * SAVED * MARGIN - customers * OFFER)


def entropy(customers, leavers):
    """Uncertainty in bits, summed over a group."""
    shares = leavers / customers, 1 - leavers / customers
    return -customers * sum(p * log2(p) for p in shares if p > 0)


# --8<-- [end:value]
# --8<-- [start:use]
ALL = (10_000, 1_000)
sources = {
    "age, region": [(5_000, 450), (5_000, 550)],
    "contract type": [(2_000, 10), (8_000, 990)],
    "complaints": [(300, 120), (9_700, 880)],
    "usage, one month old": [(2_000, 560), (3_000, 240), (5_000, 200)],
    "usage, yesterday's": [(2_000, 750), (3_000, 150), (5_000, 100)],
    "perfect knowledge": [(1_000, 1_000), (9_000, 0)],
}
print("source                 bits each    dollars")
for name, groups in sources.items():
    bits = (entropy(*ALL) - sum(entropy(*group) for group in groups)) / ALL[0]
    gain = sum(profit(*group) for group in groups) - profit(*ALL)
    print(f"{name:22} {bits:9.4f} {gain:10,.0f}")
# --8<-- [end:use]
