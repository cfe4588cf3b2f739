"""Log loss, normalized entropy and calibration of click predictions, with kept negatives."""

from math import log


# --8<-- [start:metrics]
def log_loss(groups, predictions):
    """Mean log loss; groups: (impressions, clicks), predictions: one for each group."""
    loss = 0
    for (n, clicks), p in zip(groups, predictions, strict=True):
        loss -= clicks * log(p) + (n - clicks) * log(1 - p)
    return loss / sum(n for n, _ in groups)


def normalized_entropy(groups, predictions):
    """Log loss divided by that of predicting the mean rate for everything."""
    rate = sum(c for _, c in groups) / sum(n for n, _ in groups)
    return log_loss(groups, predictions) / log_loss(groups, [rate] * len(groups))


def recalibrate(q, kept):
    """The probability on all data, if the share `kept` of the negatives was trained on."""
    return q / (q + (1 - q) / kept)


# --8<-- [end:metrics]
# --8<-- [start:use]
groups = [(8000, 40), (1500, 30), (500, 30)]  # impressions and clicks
kept = 0.1
sampled = [c / (c + kept * (n - c)) for n, c in groups]  # what such a model learns
restored = [recalibrate(q, kept) for q in sampled]

for name, p in [("as trained", sampled), ("recalibrated", restored)]:
    expected = sum(n * p_g for (n, _), p_g in zip(groups, p, strict=True))
    print(f"{name}: " + ", ".join(f"{p_g:.2%}" for p_g in p))
    print(f"  expected / observed clicks {expected / 100:.2f}")
    print(f"  log loss {log_loss(groups, p):.4f}", end="")
    print(f"  normalized entropy {normalized_entropy(groups, p):.3f}")
# --8<-- [end:use]
