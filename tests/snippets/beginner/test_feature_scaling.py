import numpy as np
import pytest
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

from tests.snippets.load import load

program = load("beginner/feature-scaling")
X, y, split = np.array(program["X"]), program["y"], program["split"]


def test_the_scaler_agrees_with_scikit_learn():
    expected = StandardScaler().fit(X[:split]).transform(X)
    assert np.array(program["standardize"](X, X[:split])) == pytest.approx(expected)


@pytest.mark.parametrize("factor", [1, 1_000_000])
def test_k_nn_agrees_with_scikit_learn(factor):
    data = X * [1, factor]
    model = KNeighborsClassifier(15).fit(data[:split], y[:split])
    assert program["knn_accuracy"](data) == pytest.approx(model.score(data[split:], y[split:]))


def test_one_split_is_blind_to_the_unit():
    assert program["stump_accuracy"](X) == program["stump_accuracy"](X * [1, 1_000_000])


def test_the_informative_feature_alone_turns_eleven_rows_right_and_eight_wrong():
    """As the page says of the first feature times a million."""

    def hits(data):
        return (
            KNeighborsClassifier(15).fit(data[:split], y[:split]).predict(data[split:]) == y[split:]
        )

    before, after = hits(X), hits(X * [1_000_000, 1])
    assert (sum(after & ~before), sum(before & ~after)) == (11, 8)
