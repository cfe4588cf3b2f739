import numpy as np
import pytest
from scipy.stats import binned_statistic

from tests.challenges.load import load

expected_calibration_error = load("expected-calibration-error")


@pytest.mark.parametrize("bins", [1, 4, 10, 17])
@pytest.mark.parametrize("seed", range(5))
def test_error_is_the_weighted_gap_of_means(seed, bins):
    rng = np.random.default_rng(seed)
    probabilities = rng.uniform(size=200).round(6)
    labels = rng.integers(0, 2, size=200)
    # SciPy's bins are half-open as well, and the last one is closed.
    mean, _, _ = binned_statistic(probabilities, [probabilities, labels], "mean", bins, (0, 1))
    size, _, _ = binned_statistic(probabilities, labels, "count", bins, (0, 1))
    expected = np.nansum(size / 200 * abs(mean[0] - mean[1]))
    found = expected_calibration_error(labels.tolist(), probabilities.tolist(), bins)
    assert found == pytest.approx(expected)
