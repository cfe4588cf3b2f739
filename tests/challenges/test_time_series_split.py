import pytest
from sklearn.model_selection import TimeSeriesSplit

from tests.challenges.load import load

time_series_split = load("time-series-split")


@pytest.mark.parametrize("gap", [0, 1, 4])
@pytest.mark.parametrize("test_size", [1, 2, 5])
@pytest.mark.parametrize("n", [5, 12, 20, 31])
def test_folds_are_those_of_scikit_learn(n, test_size, gap):
    splitter = TimeSeriesSplit(n_splits=3, test_size=test_size, gap=gap)
    try:
        expected = [(train.tolist(), test.tolist()) for train, test in splitter.split(range(n))]
    except ValueError:
        with pytest.raises(ValueError, match="nothing to train on"):
            time_series_split(n, 3, test_size, gap)
    else:
        assert time_series_split(n, 3, test_size, gap) == expected
