"""Each loss of the sheet has the value of a library, and its gradient is its slope."""

import math
import re

import numpy as np
import pytest
from scipy.special import expit, log_softmax, softmax
from sklearn import metrics as sk

from tests.conftest import ROOT
from tests.reference.sheet import compute, formulas, rows

ROWS = rows("losses")
STEP = 1e-6

Z, ONE_HOT, TEACHER = np.array([0.4, -1.0, 0.3]), np.array([0.0, 1, 0]), np.array([0.2, 0.5, 0.3])
TAU = 0.5


def of_score(z):
    return {"p": expit(z), "y": 0.3}


def of_scores(z_2):
    scores = np.array([Z[0], z_2, Z[2]])
    return {"p": softmax(scores), "y": ONE_HOT, "t": TEACHER}


def of_margin(f):
    return {"y": -1, "f": f}


def of_match(s_1):
    return {"p_1": softmax(np.array([s_1, 0.1, 0.6]) / TAU)[0], "τ": TAU}


def of_generated(a):
    return {"D": expit(a)}


# By the name of the row: what the formula needs as a function of what the gradient is by, the
# place, and the loss there by another way.
LOSSES = {
    "Squared error": (lambda r: {"r": r}, -1.5, sk.mean_squared_error([3.5], [2.0])),
    "Absolute error": (lambda r: {"r": r}, -1.5, sk.mean_absolute_error([3.5], [2.0])),
    "Pinball": (
        lambda r: {"r": r, "τ": 0.9},
        -1.5,
        sk.mean_pinball_loss([3.5], [2.0], alpha=0.9),
    ),
    "Log loss": (of_score, 0.7, np.logaddexp(0, 0.7) - 0.3 * 0.7),
    "Softmax cross-entropy": (of_scores, -1.0, -log_softmax(Z)[1]),
    "Hinge": (of_margin, 0.3, sk.hinge_loss([-1, 1], [0.3, 9]) * 2),
    "Exponential": (of_margin, 0.3, math.exp(0.3)),
    "Focal": (lambda q: {"q": q, "γ": 2}, 0.3, 0.7**2 * sk.log_loss([1], [0.3], labels=[0, 1])),
    "KL divergence to a teacher": (
        of_scores,
        -1.0,
        TEACHER @ np.log(TEACHER) - TEACHER @ log_softmax(Z),
    ),
    "Contrastive (InfoNCE)": (of_match, 0.8, -log_softmax(np.array([0.8, 0.1, 0.6]) / TAU)[0]),
    "GAN generator, minimax": (of_generated, -2.0, -np.logaddexp(0, -2.0)),
    "GAN generator, non-saturating": (of_generated, -2.0, np.logaddexp(0, 2.0)),
    "DPO": (
        lambda u: {"u": u, "β": 0.1},
        1.5,
        np.logaddexp(0, -0.15),
    ),
}
BY_HAND = {"Huber", "Triplet", "Negative ELBO", "GAN discriminator"}


def slope(loss, at):
    return (loss(at + STEP) - loss(at - STEP)) / (2 * STEP)


def test_every_row_is_checked():
    assert ROWS.keys() == LOSSES.keys() | BY_HAND


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_has_the_value_and_the_slope_that_the_sheet_says(name):
    values, at, right = LOSSES[name]
    (formula,) = formulas(ROWS[name]["Formula"])
    assert compute(formula, **values(at)) == pytest.approx(right)
    gradient = compute(formulas(ROWS[name]["Gradient"])[0], **values(at))
    if isinstance(gradient, list):
        gradient = gradient[1]  # of the score that was moved
    assert slope(lambda x: compute(formula, **values(x)), at) == pytest.approx(gradient)


def test_the_other_sides_of_the_kinks():
    pinball, hinge = ROWS["Pinball"], ROWS["Hinge"]
    assert formulas(pinball["Gradient"])[1:] == ["r < 0", r"1 - \tau", "r > 0"]
    (formula,) = formulas(pinball["Formula"])
    assert slope(lambda r: compute(formula, r=r, τ=0.9), 2.0) == pytest.approx(1 - 0.9)
    assert formulas(hinge["Gradient"])[1:] == ["yf < 1", "0", "yf > 1"]
    assert slope(lambda f: compute(formulas(hinge["Formula"])[0], y=-1, f=f), -2.0) == 0


def test_huber():
    inner, at, outer = formulas(ROWS["Huber"]["Formula"])
    near, here, far = formulas(ROWS["Huber"]["Gradient"])
    assert at == here == r"\lvert r \rvert = \delta"
    for part, r, gradient in ((inner, 0.7, near), (outer, 2.0, far), (outer, -2.0, far)):
        right = compute(gradient, r=r, δ=1.3)
        assert slope(lambda x, part=part: compute(part, r=x, δ=1.3), r) == pytest.approx(right)
    assert compute(inner, r=1.3, δ=1.3) == pytest.approx(compute(outer, r=1.3, δ=1.3))


def test_infonce_by_a_candidate_that_is_no_match():
    by_other = formulas(ROWS["Contrastive (InfoNCE)"]["Gradient"])[2]
    scores = np.array([0.8, 0.1, 0.6])
    right = compute(by_other.replace("_j", ""), p=softmax(scores / TAU)[1], τ=TAU)
    loss = lambda s: -log_softmax(np.array([0.8, s, 0.6]) / TAU)[0]  # noqa: E731
    assert slope(loss, 0.1) == pytest.approx(right)


def test_triplet():
    (formula,) = formulas(ROWS["Triplet"]["Formula"])
    assert ROWS["Triplet"]["Gradient"] == "while positive: $1$ by $d_+$, $-1$ by $d_-$"
    assert formula == r"\max(0, d_+ - d_- + m)"
    assert slope(lambda d: max(0, d - 0.5 + 0.2), 0.6) == pytest.approx(1)
    assert slope(lambda d: max(0, 0.6 - d + 0.2), 0.5) == pytest.approx(-1)


def test_elbo():
    """The closed form of the KL divergence is that of an integral, and its slopes are as said."""
    row = ROWS["Negative ELBO"]
    (formula,) = formulas(row["Formula"])
    mean, deviation = 0.7, 0.6

    page = (ROOT / "docs/reference/losses.md").read_text(encoding="utf-8")
    part = re.search(r"\$k_i = (.+?)\$", page)[1].replace("_i", "")

    def closed(mean, deviation):
        return compute(formula, R=0, k=[compute(part, μ=mean, σ=deviation)])

    x = np.linspace(-8, 8, 100_001)
    log_ratio = -((x - mean) ** 2) / (2 * deviation**2) - np.log(deviation) + x**2 / 2
    density = np.exp(-((x - mean) ** 2) / (2 * deviation**2)) / deviation / np.sqrt(2 * np.pi)
    assert closed(mean, deviation) == pytest.approx(np.trapezoid(density * log_ratio, x))
    by_mean, _, by_deviation, _ = formulas(row["Gradient"])
    assert by_mean == r"\mu_i"
    assert slope(lambda m: closed(m, deviation), mean) == pytest.approx(mean)
    right = compute(by_deviation.replace("_i", ""), σ=deviation)
    assert slope(lambda s: closed(mean, s), deviation) == pytest.approx(right)


def test_gan_discriminator():
    (formula,) = formulas(ROWS["GAN discriminator"]["Formula"])
    on_real, on_generated = formulas(ROWS["GAN discriminator"]["Gradient"])

    def loss(real, generated):
        return compute(formula, D_x=expit(real), D=expit(generated))

    right = sk.log_loss([1, 0], [expit(0.4), expit(-0.9)]) * 2
    assert loss(0.4, -0.9) == pytest.approx(right)
    right = compute(on_real, D_x=expit(0.4))
    assert slope(lambda a: loss(a, -0.9), 0.4) == pytest.approx(right)
    assert on_generated == "D"
    assert slope(lambda a: loss(0.4, a), -0.9) == pytest.approx(expit(-0.9))
