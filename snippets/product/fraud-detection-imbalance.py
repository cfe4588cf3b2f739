"""A review budget spent by probability or by expected loss, on a million simulated payments."""

# --8<-- [start:tools]
import numpy as np


def precision(prevalence, recall, fpr):
    """Bayes' theorem: the share of frauds among the flagged."""
    found = prevalence * recall
    return found / (found + (1 - prevalence) * fpr)


def undo_undersampling(p, kept):
    """The probability on natural data, if training kept this share of the negatives."""
    return kept * p / (kept * p + 1 - p)


def review(priority, fraud, amount, budget):
    """Recall by count, recall by money, and precision among the payments reviewed."""
    chosen = np.argsort(-priority, kind="stable")[:budget]
    hits = fraud[chosen]
    money = amount[chosen][hits].sum() / amount[fraud].sum()
    return hits.sum() / fraud.sum(), money, hits.mean()


# --8<-- [end:tools]
# --8<-- [start:use]
print(f"precision at 0.1% fraud: {precision(0.001, 0.90, 0.01):.1%}")
print(f"0.5 after keeping 1% of the negatives: {undo_undersampling(0.5, 0.01):.4f}")

rng = np.random.default_rng(0)
n = 1_000_000
p = 1 / (1 + np.exp(-rng.normal(-11, 3, n)))  # calibrated fraud probabilities
amount = rng.lognormal(3.5, 1.2, n)  # dollars
fraud = rng.random(n) < p
print(f"{fraud.sum():,} frauds in {n:,} payments")
for name, priority in [("by probability", p), ("by expected loss", p * amount)]:
    count, money, hit_rate = review(priority, fraud, amount, 2_000)
    print(f"{name:17} recall {count:.0%}, money {money:.0%}, precision {hit_rate:.0%}")
# --8<-- [end:use]
