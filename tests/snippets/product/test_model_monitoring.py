import numpy as np
import pytest

from tests.snippets.load import load

program = load("product/model-monitoring")


def test_the_correction_is_unbiased_and_its_error_right():
    rng = np.random.default_rng(0)
    hits = rng.binomial(600, 0.30 * 0.40, 20_000)  # a fraud, and its label has arrived
    estimates = [program["corrected"](h, 600, 0.40)[0] for h in hits]
    assert np.mean(estimates) == pytest.approx(0.30, abs=0.002)
    assert np.std(estimates) == pytest.approx(program["corrected"](72, 600, 0.40)[1], rel=0.03)


def test_the_naive_value_counts_missing_labels_as_negatives():
    assert program["so_far"](36, 600) == pytest.approx(0.06)
