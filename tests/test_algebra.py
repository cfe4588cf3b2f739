"""The table of formulas against itself, against other people's code, and against mutants of it."""

import math
import random
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import numpy as np
import pytest
from scipy import special, stats
from scipy.spatial import distance
from sklearn import metrics

from hooks.algebra.catalog import Form, Quantity, catalog
from hooks.algebra.evaluate import FREE
from hooks.algebra.families import POINTS
from hooks.algebra.in_words import in_signs
from hooks.algebra.values import Matrix, Vector, numbers, same
from hooks.algebra.verdicts import verdicts
from hooks.page import parse
from hooks.rules import metric_formula

QUANTITIES = catalog().quantities
BY_NAME = {quantity.name: quantity for quantity in QUANTITIES}
MUTANTS = 6  # of each formula


def each(quantity: Quantity) -> str:
    return quantity.name


def judged(text: str) -> str:
    """What is found wrong in a page of this text: a message, "" if it is right, "unknown"."""
    found = verdicts(parse(PurePosixPath("page.md"), text))
    return found[0].message if found else "unknown"


def value(form: Form, point: int = 0):
    return form.family.meant(form.formula, point)


# -- the table ------------------------------------------------------------------------------------


def test_there_are_many_quantities():
    assert len(QUANTITIES) >= 100


@pytest.mark.parametrize("quantity", QUANTITIES, ids=each)
def test_every_formula_reads_and_has_a_value_at_every_point(quantity):
    for form in quantity.forms:
        for point in range(POINTS):
            assert value(form, point) is not None, form.formula


@pytest.mark.parametrize("family", list(catalog().families))
def test_every_name_of_a_family_means_something(family):
    family = catalog().families[family]
    meanings = {meaning for all_ in family.written.values() for meaning in all_}
    assert [m for m in meanings if family.meant(m, 0) is None] == []


def test_every_family_and_every_source_is_used():
    used = {form.name for quantity in QUANTITIES for form in quantity.forms}
    assert used == set(catalog().families)
    assert {quantity.source for quantity in QUANTITIES} == set(catalog().sources)


def test_every_source_says_where_it_is():
    for source in catalog().sources.values():
        assert source.keys() == {"title", "authors", "year", "link"}
        assert str(source["link"]).startswith("http")


@pytest.mark.parametrize("quantity", QUANTITIES, ids=each)
def test_each_formula_is_right_for_its_quantity(quantity):
    form = quantity.forms[0]
    if form.name == "events":
        return
    assert judged(f"`{quantity.name} = {form.formula}`") == ""


# -- other people's code --------------------------------------------------------------------------


def confusion() -> tuple[list[int], list[int]]:
    """Labels and predictions whose counts are 7, 2, 3 and 5."""
    counts = {(1, 1): 7, (0, 1): 2, (1, 0): 3, (0, 0): 5}
    cases = [case for case, count in counts.items() for _ in range(count)]
    return [y for y, _ in cases], [p for _, p in cases]


@pytest.mark.parametrize(
    ("name", "computed"),
    [
        ("precision", metrics.precision_score),
        ("recall", metrics.recall_score),
        ("accuracy", metrics.accuracy_score),
        ("F1", metrics.f1_score),
        ("F-beta", lambda y, p: metrics.fbeta_score(y, p, beta=2)),
        ("balanced accuracy", metrics.balanced_accuracy_score),
        ("Matthews correlation coefficient", metrics.matthews_corrcoef),
        ("Cohen's kappa", metrics.cohen_kappa_score),
        ("Jaccard index", metrics.jaccard_score),
        ("Fowlkes–Mallows index", None),
    ],
)
def test_metrics_of_classes_are_those_of_scikit_learn(name, computed):
    tp, fp, fn, tn = 7, 2, 3, 5
    formula = BY_NAME[name].forms[0].formula.replace("^", "**")
    mine = eval(formula, {"TP": tp, "FP": fp, "FN": fn, "TN": tn, "β": 2, "sqrt": math.sqrt})
    theirs = computed(*confusion()) if computed else 7 / math.sqrt(9 * 10)
    assert mine == pytest.approx(theirs)


def at_first_point(name: str) -> tuple[dict, object]:
    form = BY_NAME[name].forms[0]
    point = {
        role: np.array(v) if isinstance(v, list) else v for role, v in form.family.points[0].items()
    }
    return point, value(form)


@pytest.mark.parametrize(
    ("name", "computed"),
    [
        ("mean absolute error", lambda v: metrics.mean_absolute_error(v["y"], v["yhat"])),
        ("mean squared error", lambda v: metrics.mean_squared_error(v["y"], v["yhat"])),
        ("R²", lambda v: metrics.r2_score(v["y"], v["yhat"])),
        (
            "root mean squared logarithmic error",
            lambda v: metrics.root_mean_squared_log_error(v["y"], v["yhat"]),
        ),
        (
            "mean absolute percentage error",
            lambda v: metrics.mean_absolute_percentage_error(v["y"], v["yhat"]),
        ),
        ("entropy", lambda v: stats.entropy(v["p"])),
        ("KL divergence", lambda v: stats.entropy(v["p"], v["q"])),
        ("Jensen–Shannon divergence", lambda v: distance.jensenshannon(v["p"], v["q"]) ** 2),
        ("cosine distance", lambda v: distance.cosine(v["a"], v["b"])),
        ("Euclidean distance", lambda v: distance.euclidean(v["a"], v["b"])),
        ("Manhattan distance", lambda v: distance.cityblock(v["a"], v["b"])),
        ("Pearson correlation", lambda v: stats.pearsonr(v["x"], v["y"]).statistic),
        ("variance", lambda v: np.var(v["x"])),
        ("sigmoid", lambda v: special.expit(v["x"])),
        ("logit", lambda v: special.logit(v["p"])),
        ("softmax", lambda v: special.softmax(v["z"])),
        ("Huber loss", lambda v: special.huber(v["δ"], v["y"] - v["f"])),
        ("normal equation", lambda v: np.linalg.lstsq(v["X"], v["y"], rcond=None)[0]),
        ("Gaussian density", lambda v: stats.norm.pdf(v["x"], v["μ"], v["σ"])),
        ("GELU", lambda v: v["x"] * stats.norm.cdf(v["x"])),
        (
            "attention",
            lambda v: special.softmax(v["Q"] @ v["K"].T / np.sqrt(v["dk"]), axis=1) @ v["V"],
        ),
    ],
)
def test_values_are_those_of_numpy_scipy_and_scikit_learn(name, computed):
    point, mine = at_first_point(name)
    point |= {role: point[role.lower()] for role in form_roles(name) if role not in point}
    assert np.allclose(np.array(mine, dtype=float), computed(point))


def form_roles(name: str) -> Iterator[str]:
    yield from BY_NAME[name].forms[0].family.roles


# -- mutants --------------------------------------------------------------------------------------

PART = re.compile(r"[^\W\d]\w*|\d+(?:\.\d+)?|[-+*/^]")
TURNED = {"+": "-", "-": "+", "*": "/", "/": "*"}
FUNCTIONS = {"sqrt", "log", "abs", "exp", "tanh", "sigmoid"}


def mutants(formula: str, roles: list[str]) -> Iterator[str]:
    """The formula with one sign turned, one symbol or number changed, or one function left out."""
    for part in PART.finditer(formula):
        before, after = formula[: part.start()], formula[part.end() :]
        text = part[0]
        if text in TURNED:
            yield f"{before}{TURNED[text]}{after}"
        elif text in FUNCTIONS:
            yield before + after
        elif text in roles:
            yield from (f"{before}{other}{after}" for other in roles if other != text)
        elif text.isdigit():
            yield f"{before}{int(text) + 1}{after}"


def differs(quantity: Quantity, form: Form, formula: str) -> bool:
    """Whether a mutant has a value, and none that the quantity accepts."""
    family = form.family
    mine = family.meant(formula, 0, quantity.any_base)
    if mine is None or not all(map(math.isfinite, numbers(mine))):
        return False
    rights = [
        family.meant(f.formula, 0, quantity.any_base) for f in quantity.forms if f.name == form.name
    ]
    scaled = [100 * r for r in rights if quantity.percent and isinstance(r, float)]
    return not any(same(mine, right, FREE) for right in (*rights, *scaled) if right is not None)


def sampled(quantity: Quantity) -> list[str]:
    form = quantity.forms[0]
    alike = [role for role in form.family.roles if re.search(rf"\b{role}\b", form.formula)]
    found = []
    for mutant in mutants(form.formula, alike):
        try:
            if differs(quantity, form, mutant):
                found.append(mutant)
        except Exception:  # a mutant need not be a formula
            continue
    return random.Random(quantity.name).sample(found, min(MUTANTS, len(found)))


@pytest.mark.thorough
def test_nearly_every_mutant_is_found():
    missed, total = [], 0
    for quantity in QUANTITIES:
        if quantity.forms[0].name == "events":
            continue
        for mutant in sampled(quantity):
            total += 1
            if not judged(f"`{quantity.name} = {mutant}`").startswith(quantity.name):
                missed.append(f"{quantity.name} = {mutant}")
    assert total > 500
    assert len(missed) <= 0.05 * total, f"{len(missed)} of {total}:\n" + "\n".join(missed)


def test_vectors_and_matrices_compare_by_shape():
    assert same(Vector([1.0, 2.0]), 2.0, FREE)
    assert not same(Matrix([Vector([1.0])]), Vector([1.0]), FREE)


# -- the rule -------------------------------------------------------------------------------------


def test_right_formulas_and_their_numbers_are_offered():
    page = parse(PurePosixPath("page.md"), "# F1\n\nF1 = 2PR / (P + R), not more.\n")
    assert [v.quantity.name for v in metric_formula.formulas(page)] == ["F1"]
    (account,) = metric_formula.accounts(page, None)
    assert (account.line, account.column, account.end, account.status) == (3, 6, 7, "checked")


@pytest.mark.parametrize(
    "text",
    [
        "recall = " * 100_000,
        "recall = " + "(" * 500_000,
        "$$recall = " + "\\frac{" * 100_000 + "$$",
        "`MSE = " + "Σ" * 800 + "`",
        "$MSE = " + "\\sum_{i=1}^n " * 60 + "y_i$",
        "`MSE = 9**9**9**9**9**9*y`",
        "precision is the ratio of " + "a " * 100_000,
        "`recall = " + "sqrt(" * 200 + "TP" + ")" * 200 + "`",
        "$MAE = " + "|" * 300 + "$",
    ],
    ids=range(9),
)
def test_nothing_that_a_page_says_takes_long_or_crashes(text):
    assert verdicts(parse(PurePosixPath("page.md"), text)) == ()


# -- formulas in words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phrase", "formula"),
    [
        ("one minus the recall", "1 - (recall)"),
        ("1 plus recall", "1 + (recall)"),
        ("the complement of recall", "1 - (recall)"),
        ("the square root of the MSE", "sqrt(MSE)"),
        ("the harmonic mean of precision and recall", "2 / (1 / (precision) + 1 / (recall))"),
        ("true positives over positives", "(true positives) / (positives)"),
        (
            "the number of hits divided by the sum of hits and misses",
            "(hits) / ((hits) + (misses))",
        ),
        ("the mean of recall and of something", ""),
        ("recall minus precision", ""),
        ("the sum of " + "recall and " * 12 + "recall", ""),
    ],
)
def test_words_are_read_as_signs_if_all_are_known(phrase, formula):
    names = ["recall", "precision", "MSE", "true positives", "positives", "hits", "misses"]
    assert in_signs(phrase, names.__contains__) == formula


@pytest.mark.parametrize(
    "written",
    [
        "x if x > 0, else α(e^x − 1)",
        "x if x > 0 else α (exp(x) - 1)",
        "x for x > 0 and α(e^x − 1) otherwise",
        "x when x ≥ 0, α(e^x − 1) when x < 0",
    ],
)
def test_cases_in_words_are_read(written):
    assert judged(f"The ELU is `{written}`.") == ""
    assert judged(f"The ELU is `{written.replace('− 1', '+ 1').replace('- 1', '+ 1')}`.")
