"""Claims that swap two things or turn a comparison round."""

import pytest

from hooks.language.contrasts import Apart, Compared
from hooks.language.effects import Effect
from hooks.language.reading import read
from hooks.language.stances import Beside

TESTS = Apart(each=(("adf", "unit root"), ("kpss", "stationarity")), of="null")
GATES = Compared(first="lstm", second="gru", quantity="gates", high="slower", low="faster")
ERRORS = Compared(first="rmse", second="mae", is_law=True)
PRUNING = Effect(cause="pruning", truth="lowers", effect="variance", more="overfits?", is_act=True)


def says(claim, text: str) -> bool:
    reading = read(text)
    return bool(claim.search(reading.words, Beside(reading, lambda: "")))


@pytest.mark.parametrize(
    "text",
    [
        "The null of the ADF is stationarity.",
        "The null of the KPSS test is a unit root.",
        "The null of ADF is stationarity, and of KPSS a unit root.",
        "The null of ADF is stationarity, while the null of KPSS is a unit root.",
        "The null of ADF and KPSS: stationarity and a unit root, respectively",
    ],
)
def test_swapped_facts(text):
    assert says(TESTS, text)


@pytest.mark.parametrize(
    "text",
    [
        "The null of the ADF test is a unit root.",
        "The null of ADF is a unit root, and of KPSS stationarity.",
        "The null of ADF is a unit root, that of KPSS is stationarity.",
        "The null of the ADF test is not stationarity.",
        "To show stationarity, reject the null of ADF.",
        "The null of ADF differs from stationarity.",
        "Unlike KPSS, whose null is stationarity, ADF starts elsewhere.",
        "ADF tests for stationarity.",
        "The null is stationarity for ADF, a unit root for KPSS: ADF, KPSS.",
    ],
)
def test_right_or_unclear_facts(text):
    assert not says(TESTS, text)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("A GRU has more gates than an LSTM.", True),
        ("An LSTM has fewer gates than a GRU.", True),
        ("An LSTM is often faster than a GRU.", True),
        ("A GRU is slower but simpler than an LSTM.", True),
        ("A GRU has fewer gates than an LSTM.", False),
        ("An LSTM has more gates than a GRU.", False),
        ("A GRU does not have more gates than an LSTM.", False),
        ("A GRU has gates, and an LSTM has more gates than a plain cell.", False),
    ],
)
def test_comparisons(text, is_wrong):
    assert says(GATES, text) == is_wrong


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("RMSE can never exceed MAE.", True),
        ("RMSE is always at most MAE.", True),
        ("MAE is at least as large as RMSE.", True),
        ("MAE is never below RMSE.", True),
        ("MAE can be larger than RMSE.", True),
        ("RMSE ≤ MAE", True),
        ("MAE can never exceed RMSE.", False),
        ("RMSE is never below MAE.", False),
        ("RMSE is at least as large as MAE.", False),
        ("RMSE can be larger than MAE.", False),
        ("RMSE ≥ MAE", False),
    ],
)
def test_bounds(text, is_wrong):
    assert says(ERRORS, text) == is_wrong


def test_a_denied_question_about_a_law():
    reading = read("can rmse be larger than mae : by no means")
    asked = len("can rmse be larger than mae")
    assert ERRORS.search(reading.words, Beside(reading, str, denied=asked))
    assert not GATES.search(reading.words, Beside(reading, str, denied=asked))


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Pruning increases the variance.", True),
        ("Pruning a tree leads to higher variance.", True),
        ("Pruning makes the tree overfit.", True),
        ("Pruning reduces the variance.", False),
        ("Pruning does not increase the variance.", False),
        ("The variance increases without pruning.", False),
    ],
)
def test_what_is_done(text, is_wrong):
    assert says(PRUNING, text) == is_wrong
