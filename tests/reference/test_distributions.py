"""Each formula of the sheet of distributions has SciPy's value."""

import math
from itertools import product

import numpy as np
import pytest
from scipy import stats

from tests.reference.sheet import compute, formulas, rows

ROWS = rows("distributions")

LOGNORMAL = {"μ": 1, "σ": 0.5, "π": math.pi, "e": math.e}
LOGNORMAL |= {"m": math.exp(1 + 0.5**2 / 2), "z": (math.log(0.7) - 1) / 0.5}

# By the name of the row: SciPy's distribution, the values for the formulas, a point of the support.
ONE = {
    "Bernoulli": (stats.bernoulli(0.3), {"p": 0.3}, 1),
    "Binomial": (stats.binom(5, 0.3), {"n": 5, "p": 0.3}, 2),
    "Geometric": (stats.geom(0.3), {"p": 0.3}, 4),
    "Poisson": (stats.poisson(2.5), {"λ": 2.5}, 3),
    "Uniform": (stats.uniform(2, 3), {"a": 2, "b": 5}, 4),
    "Exponential": (stats.expon(scale=1 / 2.5), {"λ": 2.5}, 0.7),
    "Gamma": (stats.gamma(3.5, scale=1 / 2), {"α": 3.5, "λ": 2}, 0.7),
    "Normal": (stats.norm(1, 0.5), {"μ": 1, "σ": 0.5, "π": math.pi, "z": -0.6}, 0.7),
    "Lognormal": (
        stats.lognorm(0.5, scale=math.e),
        LOGNORMAL,
        0.7,
    ),
    "Beta": (stats.beta(2, 3), {"α": 2, "β": 3}, None),
    "Student t": (stats.t(5), {"ν": 5}, None),
    "Chi-squared": (stats.chi2(5), {"ν": 5}, None),
}
SHARES = np.array([0.2, 0.3, 0.5])
SEVERAL = {
    "Multinomial": (stats.multinomial(4, SHARES), {"n": 4, "p": SHARES}),
    "Dirichlet": (stats.dirichlet([1, 2, 3]), {"α": [1, 2, 3], "α_0": 6}),
}
# Densities that the reader of formulas does not know, as they stand, and the value at the point.
WRITTEN = {
    "Binomial": (r"\binom{n}{k} p^k (1 - p)^{n - k}", math.comb(5, 2) * 0.3**2 * 0.7**3),
    "Gamma": (
        r"\dfrac{\lambda^\alpha x^{\alpha - 1} e^{-\lambda x}}{\Gamma(\alpha)}",
        2**3.5 * 0.7**2.5 * math.exp(-2 * 0.7) / math.gamma(3.5),
    ),
}


def test_every_row_is_checked():
    assert ROWS.keys() == ONE.keys() | SEVERAL.keys()


@pytest.mark.parametrize(("name", "column"), [*product(ONE, ("Mean", "Variance"))])
def test_moments_are_those_of_scipy(name, column):
    distribution, values, _ = ONE[name]
    right = distribution.mean() if column == "Mean" else distribution.var()
    assert compute(formulas(ROWS[name][column])[0], **values) == pytest.approx(right)


@pytest.mark.parametrize("name", [name for name, (*_, point) in ONE.items() if point])
def test_densities_are_those_of_scipy(name):
    distribution, values, point = ONE[name]
    (cell,) = (v for column, v in ROWS[name].items() if column in ("Probability of $k$", "Density"))
    if name in WRITTEN:
        formula, value = WRITTEN[name]
        assert formulas(cell) == [formula]
    else:
        value = compute(formulas(cell)[0], **values, x=point, k=point)
    density = distribution.pdf if "Density" in ROWS[name] else distribution.pmf
    assert value == pytest.approx(density(point))


def test_moments_of_a_component_are_those_of_scipy():
    draws, values = SEVERAL["Multinomial"]  # compute takes the second component for the i-th
    assert compute(formulas(ROWS["Multinomial"]["Mean"])[0], **values) == pytest.approx(4 * 0.3)
    variance = compute(formulas(ROWS["Multinomial"]["Variance"])[0], **values)
    assert variance == pytest.approx(draws.cov()[1, 1])
    draws, values = SEVERAL["Dirichlet"]
    for column, right in (("Mean", draws.mean()[1]), ("Variance", draws.var()[1])):
        value = compute(formulas(ROWS["Dirichlet"][column])[0], **values)
        assert value == pytest.approx(right)


def test_the_last_two_arise_as_is_said():
    """A t as a ratio, a chi-squared as a sum of squares: by their quantiles, in 200,000 draws."""
    draw = np.random.default_rng(0)
    z, v = draw.standard_normal(200_000), (draw.standard_normal((200_000, 5)) ** 2).sum(1)
    assert formulas(ROWS["Student t"]["Arises as"]) == [r"Z/\sqrt{V/\nu}"]
    assert formulas(ROWS["Chi-squared"]["Arises as"]) == [r"\sum_{i=1}^{\nu} Z_i^2"]
    assert stats.kstest(z / np.sqrt(v / 5), stats.t(5).cdf).statistic < 0.01
    assert stats.kstest(v, stats.chi2(5).cdf).statistic < 0.01


def test_both_values_of_a_bernoulli_variable():
    (formula,) = formulas(ROWS["Bernoulli"]["Probability of $k$"])
    assert compute(formula, p=0.3, k=0) == pytest.approx(0.7)
    assert compute(formula, p=0.3, k=1) == pytest.approx(0.3)


def test_where_student_t_has_moments():
    assert ROWS["Student t"]["Mean"].endswith(r"if $\nu > 1$")
    assert ROWS["Student t"]["Variance"].endswith(r"if $\nu > 2$")
    assert not math.isfinite(stats.t(1).mean())
    assert not math.isfinite(stats.t(2).var())
    assert math.isfinite(stats.t(1.01).mean())
    assert math.isfinite(stats.t(2.01).var())


def test_how_they_are_related():
    assert stats.geom(0.3).mean() - 1 == pytest.approx(stats.nbinom(1, 0.3).mean())  # failures
    assert stats.geom(0.3).var() == pytest.approx(stats.nbinom(1, 0.3).var())
    k, x = np.arange(10), np.linspace(0.1, 5)
    assert np.allclose(stats.binom(100_000, 2e-5).pmf(k), stats.poisson(2).pmf(k), atol=1e-4)
    assert np.allclose(stats.gamma(1, scale=1 / 2).pdf(x), stats.expon(scale=1 / 2).pdf(x))
    assert np.allclose(stats.gamma(5 / 2, scale=2).pdf(x), stats.chi2(5).pdf(x))
    assert np.allclose(stats.t(1).pdf(x), stats.cauchy.pdf(x))
    assert np.allclose(stats.beta(1, 1).pdf(x / 5), 1)
    assert stats.lognorm(0.5, scale=math.e).median() == pytest.approx(math.e)
    assert stats.expon(scale=1 / 2).median() == pytest.approx(math.log(2) / 2)
