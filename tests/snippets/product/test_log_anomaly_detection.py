import pytest
from scipy.stats import median_abs_deviation, zscore

from tests.snippets.load import load

program = load("product/log-anomaly-detection")
counts = program["counts"]


def test_the_plain_score_is_scipys_z_score():
    assert program["plain"](counts) == pytest.approx(zscore(counts))


def test_the_robust_score_uses_scipys_scaled_mad():
    scale = median_abs_deviation(counts, scale="normal")
    spread = max(program["robust"](counts)) - min(program["robust"](counts))
    assert spread == pytest.approx((max(counts) - min(counts)) / scale, rel=1e-4)
