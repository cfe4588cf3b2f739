import numpy as np
import pytest
from sklearn import metrics

from tests.snippets.load import load

program = load("beginner/mse-python")
mean_squared_error = program["mean_squared_error"]


def test_agrees_with_numpy_and_scikit_learn():
    y_true, y_pred = np.random.default_rng(0).normal(size=(2, 100))
    assert mean_squared_error(y_true, y_pred) == pytest.approx(np.mean((y_true - y_pred) ** 2))
    assert mean_squared_error(y_true, y_pred) == pytest.approx(
        metrics.mean_squared_error(y_true, y_pred)
    )


def test_all_checks_of_the_page_pass():
    assert all(program["tests"].values())


@pytest.mark.parametrize(("y_true", "y_pred"), [([], []), ([1, 2], [1]), ([1], [1, 2])])
def test_rejects_what_scikit_learn_rejects(y_true, y_pred):
    with pytest.raises(ValueError, match=r"no pairs|argument 2 is (shorter|longer)"):
        mean_squared_error(y_true, y_pred)
    with pytest.raises(ValueError, match=r"0 sample|inconsistent numbers"):
        metrics.mean_squared_error(y_true, y_pred)
