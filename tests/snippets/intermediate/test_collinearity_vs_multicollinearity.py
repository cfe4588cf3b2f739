import numpy as np
import pytest

from tests.snippets.load import load

program = load("intermediate/collinearity-vs-multicollinearity")


@pytest.mark.parametrize("r", [0.0, -0.2, -0.2495])
def test_errors_agree_with_the_formulas(r):
    vif = (1 + 3 * r) / ((1 - r) * (1 + 4 * r))
    expected = [vif / 16, 2 / (16 * (1 - r)), 5 / (16 * (1 + 4 * r)), 6 / 16]
    assert program["standard_errors"](program["design"](r)) == pytest.approx(np.sqrt(expected))


def test_repeated_samples_have_the_claimed_errors():
    X, rng = program["design"](-0.2495), np.random.default_rng(1)
    A = np.column_stack([np.ones(16), X])
    fits = np.linalg.lstsq(A, rng.normal(size=(16, 5000)), rcond=None)[0]
    one, contrast, all_five, fitted = program["standard_errors"](X)
    found = [fits[1].std(), (fits[1] - fits[2]).std(), fits[1:].sum(axis=0).std()]
    assert found == pytest.approx([one, contrast, all_five], rel=0.05)
    assert np.sqrt(np.mean((A @ fits) ** 2)) == pytest.approx(fitted, rel=0.05)
