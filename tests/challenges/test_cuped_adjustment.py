import numpy as np
import pytest
from scipy.stats import linregress, ttest_ind

from tests.challenges.load import load

cuped = load("cuped-adjustment")


@pytest.mark.parametrize("seed", range(5))
def test_cuped_is_a_welch_test_of_the_residuals(seed):
    generator = np.random.default_rng(seed)
    before = generator.normal(10, 3, size=30).round(2)
    during = (0.7 * before + generator.normal(size=30)).round(2)
    residuals = during - linregress(before, during).slope * before
    control, treated = slice(0, 12), slice(12, 30)
    difference, standard_error = cuped(
        list(zip(before[control], during[control], strict=True)),
        list(zip(before[treated], during[treated], strict=True)),
    )
    expected = ttest_ind(residuals[treated], residuals[control], equal_var=False)
    assert difference == pytest.approx(residuals[treated].mean() - residuals[control].mean())
    assert difference / standard_error == pytest.approx(expected.statistic)
