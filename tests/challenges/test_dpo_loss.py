import numpy as np
import pytest
from scipy.special import log_expit

from tests.challenges.load import load

dpo_loss = load("dpo-loss")


@pytest.mark.parametrize("scale", [0.1, 5, 500])
@pytest.mark.parametrize("beta", [0.1, 2.0])
def test_the_loss_is_that_of_scipy(scale, beta):
    logs = -np.abs(scale * np.random.default_rng(0).normal(size=(4, 50)))
    policy_chosen, policy_rejected, reference_chosen, reference_rejected = logs
    margins = beta * (policy_chosen - reference_chosen - policy_rejected + reference_rejected)
    assert dpo_loss(*logs.tolist(), beta) == pytest.approx(-log_expit(margins).mean(), rel=1e-12)


@pytest.mark.parametrize("margin", [-800, -30, 0, 1, 36, 37, 40, 700, 740])
def test_even_tiny_losses_have_all_their_digits(margin):
    expected = -log_expit(margin)
    assert dpo_loss([float(margin)], [0.0], [0.0], [0.0], 1.0) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("margin", [-3.0, 0.0, 2.0])
def test_the_gradient_is_minus_the_sigmoid_of_the_opposite_margin(margin):
    beta, step = 0.5, 1e-5
    above, below = (
        dpo_loss([margin / beta + moved], [0.0], [0.0], [0.0], beta) for moved in (step, -step)
    )
    expected = -beta / (1 + np.exp(margin))
    assert (above - below) / (2 * step) == pytest.approx(expected, rel=1e-6)
