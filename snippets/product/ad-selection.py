"""One ad slot sold by expected value, with right and with inflated click probabilities."""


# --8<-- [start:auction]
def ecpm(bid, pays_per, p_click):
    """Expected value of 1,000 impressions, in dollars."""
    return 1000 * bid * (p_click if pays_per == "click" else 1 / 1000)


def second_price(ads):
    """The winner, and the lowest bid with which it would still win."""
    ranked = sorted(ads, key=lambda ad: ecpm(*ads[ad]), reverse=True)
    winner, runner_up = ranked[:2]
    bid, _, _ = ads[winner]
    return winner, bid * ecpm(*ads[runner_up]) / ecpm(*ads[winner])


# --8<-- [end:auction]
# --8<-- [start:use]
# Bid in dollars, what it is paid for (a click, or a mille: 1,000 impressions), p(click).
ads = {
    "shoes": (2.00, "click", 0.010),
    "cola": (0.50, "click", 0.050),
    "bank": (4.00, "click", 0.004),
    "brand": (30.00, "mille", 0.002),
}

for factor in (1, 2):
    print(f"predicted click probability = {factor} x the true one")
    seen = {ad: (bid, per, factor * p) for ad, (bid, per, p) in ads.items()}
    for ad in seen:
        print(f"  {ad:6} eCPM {ecpm(*seen[ad]):6.2f}")
    winner, price = second_price(seen)
    per, p_click = ads[winner][1:]
    earned = ecpm(price, per, p_click)
    print(f"  {winner} wins, pays {price:.2f} per {per}: earns {earned:.2f}")
# --8<-- [end:use]
