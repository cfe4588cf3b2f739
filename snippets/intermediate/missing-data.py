"""Three reasons why values are missing, three remedies, and what each does to y."""

import numpy as np

# --8<-- [start:data]
rng = np.random.default_rng(2)
n = 1_000_000
x = rng.normal(size=n)
y = 0.6 * x + 0.8 * rng.normal(size=n)  # mean 0, SD 1, correlation with x 0.6
chance = {
    "MCAR": np.full(n, 0.5),
    "MAR": np.where(x > 0, 0.8, 0.2),  # depends on x, which is always observed
    "MNAR": np.where(y > 0, 0.8, 0.2),  # depends on the missing value itself
}


# --8<-- [end:data]
# --8<-- [start:remedies]
def drop_rows(x, y, missing):
    return x[~missing], y[~missing]


def impute_mean(x, y, missing):
    return x, np.where(missing, y[~missing].mean(), y)


def impute_regression(x, y, missing):
    """A draw from the regression of y on x, fitted to the complete rows."""
    slope, intercept = np.polyfit(x[~missing], y[~missing], 1)
    spread = np.std(y[~missing] - slope * x[~missing] - intercept)
    return x, np.where(missing, slope * x + intercept + rng.normal(0, spread, len(x)), y)


# --8<-- [end:remedies]
# --8<-- [start:use]
print("y missing  remedy                mean    SD   corr  slope")
for mechanism, p in chance.items():
    missing = rng.random(n) < p
    for remedy in (drop_rows, impute_mean, impute_regression):
        u, v = remedy(x, y, missing)
        slope = np.polyfit(u, v, 1)[0]
        print(f"{mechanism:9}  {remedy.__name__:18} {v.mean():7.2f} {v.std():5.2f}", end="")
        print(f"  {np.corrcoef(u, v)[0, 1]:5.2f}  {slope:5.2f}")
# --8<-- [end:use]
