import numpy as np
import pytest
from sklearn import metrics

from tests.snippets.load import load

program = load("beginner/regression-metrics")
y = np.random.default_rng(0).lognormal(size=50)
p = y + np.random.default_rng(1).normal(size=50)


def test_metrics_equal_those_of_scikit_learn():
    assert program["mae"](y, p) == pytest.approx(metrics.mean_absolute_error(y, p))
    assert program["rmse"](y, p) == pytest.approx(metrics.root_mean_squared_error(y, p))
    assert program["mape"](y, p) == pytest.approx(metrics.mean_absolute_percentage_error(y, p))
    assert program["r2"](y, p) == pytest.approx(metrics.r2_score(y, p))
    expected = metrics.mean_pinball_loss(y, p, alpha=0.9)
    assert program["pinball"](y, p, 0.9) == pytest.approx(expected)


@pytest.mark.parametrize(("metric", "best"), [("rmse", 8), ("mae", 5), ("mape", 4)])
def test_each_metric_prefers_its_own_constant(metric, best):
    demand = program["demand"]
    grid = np.arange(1, 25, 0.25)
    losses = [program[metric](demand, [c] * 5) for c in grid]
    assert grid[np.argmin(losses)] == best
