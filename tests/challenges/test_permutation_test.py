import numpy as np
import pytest
from scipy.stats import permutation_test as reference

from tests.challenges.load import load

permutation_test = load("permutation-test")


def difference(a, b):
    return abs(np.mean(a) - np.mean(b))


@pytest.mark.parametrize(("n", "m"), [(3, 3), (2, 5), (4, 3)])
@pytest.mark.parametrize("levels", [4, 1000])
def test_permutation_test_is_that_of_scipy(n, m, levels):
    values = np.random.default_rng(n + levels).integers(levels, size=n + m) / 10
    a, b = values[:n], values[n:]
    result = reference(
        (a, b),
        difference,
        permutation_type="independent",
        n_resamples=np.inf,
        alternative="greater",
        vectorized=False,
    )
    assert permutation_test(list(a), list(b)) == pytest.approx(result.pvalue)
