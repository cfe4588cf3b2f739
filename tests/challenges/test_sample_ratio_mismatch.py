import numpy as np
import pytest
from scipy.stats import chisquare

from tests.challenges.load import load

sample_ratio_p_value = load("sample-ratio-mismatch")


@pytest.mark.parametrize("share", [0.5, 0.1, 0.75])
def test_the_p_value_is_that_of_scipy(share):
    for first in np.random.default_rng(0).binomial(5000, share, size=20):
        counts = [int(first), 5000 - int(first)]
        expected = chisquare(counts, [5000 * share, 5000 * (1 - share)]).pvalue
        assert sample_ratio_p_value(*counts, share) == pytest.approx(expected)
