import numpy as np
import pytest
from sklearn.ensemble import GradientBoostingRegressor

from tests.challenges.load import load

boosting_step = load("gradient-boosting-step")


def test_steps_in_a_row_are_those_of_scikit_learn():
    random = np.random.default_rng(0)
    X = random.normal(size=(40, 3)).astype(np.float32).astype(float)  # trees see 32 bits
    y = X[:, 0] ** 2 - X[:, 1] + random.normal(size=40)
    model = GradientBoostingRegressor(n_estimators=6, max_depth=1, learning_rate=0.3).fit(X, y)

    predictions = [y.mean()] * 40
    for reference in model.staged_predict(X):
        _, predictions = boosting_step(X.tolist(), y.tolist(), predictions, rate=0.3)
        assert predictions == pytest.approx(reference)
