from math import hypot, log

import pytest

from tests.snippets.load import load

program = load("advanced/gan")
train, sigmoid = program["train"], program["sigmoid"]


def test_one_step_follows_the_slopes_of_the_objective():
    (theta, psi), (new_theta, new_psi) = train(alternate=False, penalty=0, steps=1)

    def value(theta, psi):
        return log(sigmoid(0)) + log(1 - sigmoid(psi * theta))

    h = 1e-6
    up = (value(theta, psi + h) - value(theta, psi - h)) / (2 * h)
    down = (value(theta + h, psi) - value(theta - h, psi)) / (2 * h)
    assert new_psi - psi == pytest.approx(0.1 * up, abs=1e-6)
    assert new_theta - theta == pytest.approx(-0.1 * down, abs=1e-6)


def test_only_the_penalty_leads_to_the_equilibrium():
    away = [hypot(*train(*case)[-1]) for case in [(False, 0), (True, 0), (True, 0.3)]]
    assert away[0] > 1.5
    assert away[1] == pytest.approx(1, abs=0.05)
    assert away[2] < 0.01
