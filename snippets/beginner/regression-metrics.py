"""Constant forecasts of a skewed demand: MAE, RMSE, MAPE and pinball loss differ on the best."""

from math import sqrt
from statistics import mean


# --8<-- [start:metrics]
def mae(y, p):
    return mean(abs(a - b) for a, b in zip(y, p, strict=True))


def rmse(y, p):
    return sqrt(mean((a - b) ** 2 for a, b in zip(y, p, strict=True)))


def mape(y, p):
    return mean(abs(a - b) / abs(a) for a, b in zip(y, p, strict=True))


def pinball(y, p, q):
    """Each missing unit costs q, each unit too many 1 − q."""
    return mean(max(q * (a - b), (1 - q) * (b - a)) for a, b in zip(y, p, strict=True))


def r2(y, p):
    return 1 - rmse(y, p) ** 2 / rmse(y, [mean(y)] * len(y)) ** 2


# --8<-- [end:metrics]
# --8<-- [start:use]
demand = [3, 4, 5, 6, 22]
print("forecast   MAE  RMSE  MAPE  pinball     R²   bias")
for constant in (4, 5, 8, 22):
    p = [constant] * 5
    print(
        f"{constant:8} {mae(demand, p):5.1f} {rmse(demand, p):5.2f} {mape(demand, p):5.0%}"
        f" {pinball(demand, p, 0.9):8.1f} {r2(demand, p):6.2f} {constant - mean(demand):6.1f}"
    )
# --8<-- [end:use]
