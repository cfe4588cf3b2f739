import numpy as np
import pytest
from scipy.stats import bootstrap, norm

from tests.snippets.load import load

program = load("intermediate/model-evaluation-approaches")
cases = program["cases"]


def test_the_paired_interval_is_that_of_the_mean_difference():
    differences = np.diff(cases, axis=1).ravel()
    half = norm.ppf(0.975) * differences.std() / len(cases) ** 0.5
    expected = differences.mean() - half, differences.mean() + half
    assert program["paired"](cases) == pytest.approx(expected, abs=1e-4)


def test_the_bootstrap_agrees_with_scipy():
    differences = np.diff(cases, axis=1).ravel()
    found = bootstrap((differences,), np.mean, method="percentile", rng=0, n_resamples=2_000)
    interval = found.confidence_interval
    assert program["bootstrap"](cases) == pytest.approx((interval.low, interval.high), abs=0.006)
