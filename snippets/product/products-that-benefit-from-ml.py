"""Four proposals in expected dollars: built at once, or after a pilot that may stop them."""

PILOT = 8_000

# Per year: decisions, dollars gained per decision over the best rule; chance to work; cost.
proposals = {
    "category from the photo": (2_000_000, 0.03, 0.8, 20_000),
    "triage of scam messages": (500_000, 0.40, 0.5, 60_000),
    "personal home page": (10_000_000, 0.02, 0.3, 90_000),
    "shipping price": (300_000, 0.00, 1.0, 15_000),
}


# --8<-- [start:value]
def at_once(decisions, gain, chance, cost):
    """Pay the cost, then learn whether it works."""
    return chance * decisions * gain - cost


def with_pilot(decisions, gain, chance, cost):
    """Pay for a pilot, and the full cost only if it works and pays."""
    return chance * max(0, decisions * gain - cost) - PILOT


# --8<-- [end:value]
# --8<-- [start:use]
print("proposal                    at once   with pilot")
for name, proposal in proposals.items():
    print(f"{name:25} {at_once(*proposal):9,.0f} {with_pilot(*proposal):12,.0f}")
# --8<-- [end:use]
