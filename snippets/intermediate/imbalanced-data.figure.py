"""The cost of screening 10,000 payments, 2% of them fraud, at every threshold."""

import numpy as np
from figure import BLUE, MUTED, ORANGE, axes, show
from sklearn.linear_model import LogisticRegression

MISS, REVIEW = 200, 5  # dollars for each missed fraud and for each flagged payment
rng = np.random.default_rng(0)


def payments(n):
    """Features X: (n, 2) and labels y: (n,) of payments, 2% of them fraud."""
    y = np.repeat([0, 1], [n - n // 50, n // 50])
    return rng.normal(loc=1.5 * y[:, None], size=(n, 2)), y


(X, y), (X_test, y_test) = payments(20_000), payments(10_000)
probability = LogisticRegression().fit(X, y).predict_proba(X_test)[:, 1]


def cost(threshold):
    """Thousands of dollars that the errors and the reviews cost at a threshold."""
    flagged = probability >= threshold
    return (MISS * np.sum(y_test[~flagged]) + REVIEW * np.sum(flagged)) / 1000


thresholds = np.geomspace(0.0005, 0.99, 200)

fig, ax = axes()
ax.axhline(40, color=MUTED, linestyle="--", linewidth=1.2)
ax.text(0.0013, 41, "flag nothing: 40.0", color=MUTED)
ax.plot(thresholds, [cost(t) for t in thresholds], color=BLUE)
for threshold, color, offset in [(0.025, BLUE, (-36, -17)), (0.5, ORANGE, (-66, 4))]:
    ax.plot(threshold, cost(threshold), color=color, marker="o", markersize=6)
    text = f"at {100 * threshold:g}%: {cost(threshold):.1f}"
    ax.annotate(text, (threshold, cost(threshold)), offset, textcoords="offset points", color=color)
ax.set(xlabel="threshold on the predicted probability", ylabel="cost, thousand dollars")
ax.set(xscale="log", ylim=(0, 50))
ax.set_xticks([0.001, 0.01, 0.1, 1], ["0.1%", "1%", "10%", "100%"])
show(fig)
