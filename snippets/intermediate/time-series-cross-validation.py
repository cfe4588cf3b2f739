"""Forward folds with a gap, beside a naive baseline and what leaking folds would claim."""

import numpy as np
from sklearn.model_selection import KFold, TimeSeriesSplit
from sklearn.neighbors import KNeighborsRegressor

# --8<-- [start:data]
# 300 days of sales: a wandering level, a weekly pattern, noise. Units: items a day.
rng = np.random.default_rng(7)
days, horizon = 300, 7
level = 200 + rng.normal(0, 3, days).cumsum()
sales = level + np.tile([-10, -5, 0, 0, 5, 15, -5], 43)[:days] + rng.normal(0, 6, days)

# A row is the evening of one day. X: the last 7 days' sales. y: the mean of the next 7.
evenings = np.arange(6, days - horizon)
X = np.array([sales[t - 6 : t + 1] for t in evenings])
y = np.array([sales[t + 1 : t + 1 + horizon].mean() for t in evenings])
naive = X.mean(axis=1)  # seasonal naive: next week repeats the last
# --8<-- [end:data]


# --8<-- [start:evaluate]
def errors(splitter):
    """Mean absolute error of k-NN and of the naive forecast in each fold: (folds, 2)."""
    rows = []
    for train, test in splitter.split(X):
        model = KNeighborsRegressor(5).fit(X[train], y[train])
        forecasts = model.predict(X[test]), naive[test]
        rows.append([np.abs(y[test] - forecast).mean() for forecast in forecasts])
    return np.array(rows)


# The 6 labels before a test row are still incomplete on its evening: leave them out.
gap = horizon - 1
expanding = TimeSeriesSplit(n_splits=5, test_size=28, gap=gap)
sliding = TimeSeriesSplit(n_splits=5, test_size=28, gap=gap, max_train_size=56)
# --8<-- [end:evaluate]
no_gap = TimeSeriesSplit(n_splits=5, test_size=28)
shuffled = KFold(5, shuffle=True, random_state=0)

print("train: expanding  sliding     test      k-NN  naive")
slid = [train for train, _ in sliding.split(X)]
for (train, test), window, row in zip(expanding.split(X), slid, errors(expanding), strict=True):
    spans = "  ".join(f"{s[0]:5}..{s[-1]:3}" for s in (train, window, test))
    print(f"     {spans}  {row[0]:6.1f} {row[1]:6.1f}")
print("mean of the folds")
for name, splitter in [
    ("expanding, gap 6", expanding),
    ("sliding, gap 6", sliding),
    ("expanding, no gap", no_gap),
    ("shuffled k-fold", shuffled),
]:
    knn, last = errors(splitter).mean(axis=0)
    print(f"     {name:29}    {knn:6.1f} {last:6.1f}")
