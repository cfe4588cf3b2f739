from random import Random

import numpy as np
import pytest
from scipy.stats import bootstrap

from tests.challenges.load import load

bootstrap_interval = load("bootstrap-interval")


@pytest.mark.parametrize(("statistic", "level"), [(np.mean, 0.9), (np.std, 0.8)])
def test_the_interval_is_that_of_scipy(statistic, level):
    values = np.random.default_rng(0).exponential(size=50).round(3)
    ends = bootstrap_interval(list(values), statistic, level, 4000, Random(0))
    expected = bootstrap(
        (values,),
        statistic,
        n_resamples=4000,
        confidence_level=level,
        method="percentile",
        rng=np.random.default_rng(1),
    )
    width = expected.confidence_interval.high - expected.confidence_interval.low
    assert ends == pytest.approx(tuple(expected.confidence_interval), abs=0.1 * width)


def test_the_ends_leave_the_same_number_of_replicates_outside():
    counter = iter(range(1000))
    ends = bootstrap_interval([0], lambda _: next(counter), 0.5, 1000, Random(0))
    assert ends == (250, 749)
