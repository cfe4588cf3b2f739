"""Inverted dropout before a logistic output: training mode, evaluation mode, validation loss."""

# --8<-- [start:layer]
import numpy as np


class Dropout:
    def __init__(self, p, seed=0):
        self.p, self.rng, self.training = p, np.random.default_rng(seed), True

    def __call__(self, h):
        if not self.training:
            return h
        keep = self.rng.random(h.shape) >= self.p
        return h * keep / (1 - self.p)


# --8<-- [end:layer]
# --8<-- [start:train]
def log_loss(h, y, w, dropout):
    margin = np.where(y == 1, 1, -1) * (dropout(h) @ w)
    return np.logaddexp(0, -margin).mean()


def train(h, y, dropout, steps=500, rate=0.5):
    w = np.zeros(h.shape[1])
    for _ in range(steps):
        dropped = dropout(h)  # a new mask for every example at every step
        w -= rate * dropped.T @ (1 / (1 + np.exp(-dropped @ w)) - y) / len(y)
    return w


# --8<-- [end:train]
# --8<-- [start:use]
rng = np.random.default_rng(0)
truth = rng.normal(0, 2 / np.sqrt(50), 50)
h = rng.normal(size=(1100, 50))  # 50 features, say from a frozen network
y = rng.random(1100) < 1 / (1 + np.exp(-h @ truth))
seen, new = slice(100), slice(100, None)

for p in (0.0, 0.5):
    dropout = Dropout(p)
    w = train(h[seen], y[seen], dropout)
    for dropout.training in (False, True):
        losses = [log_loss(h[part], y[part], w, dropout) for part in (seen, new)]
        mode = "training" if dropout.training else "evaluation"
        print(f"p = {p}, {mode:10} mode: train {losses[0]:.2f}, validation {losses[1]:.2f}")

dropout = Dropout(0.2)
print(dropout(np.full(10, 2.0)))
# --8<-- [end:use]
