"""What agrees with what, and what a reader is told."""

from math import inf, nan

import pytest

from challenges.grader import Case, Unusable, attempt, grade, load, rows

SQL_SCHEMA = "create table clicks (user text, clicks integer);"


def message(source: str, case: Case, entry: str = "f") -> str:
    return attempt(case, source, {"ENTRY": entry}).message


@pytest.mark.parametrize(
    ("came", "expected"),
    [
        ("0.1 + 0.2", 0.3),
        ("(1, [2.0, 3])", [1, (2, 3)]),
        ("{'a': 1 / 3}", {"a": 0.33333333}),
        ("float('nan')", nan),
        ("float('inf')", inf),
        ("{1, 2}", {2, 1}),
        ("None", None),
        ("1e9 + 1", 1e9),
    ],
)
def test_values_agree(came, expected):
    assert not message(f"f = lambda: {came}", Case("it", "f()", gives=expected))


@pytest.mark.parametrize(
    ("came", "expected"),
    [
        ("0.31", 0.3),
        ("[1, 2]", [1, 2, 3]),
        ("True", 1),
        ("1", True),
        ("'12'", ["1", "2"]),
        ("{'a': 1}", {"b": 1}),
        ("float('nan')", 0.0),
        ("-float('inf')", inf),
        ("None", 0),
    ],
)
def test_values_disagree(came, expected):
    assert message(f"f = lambda: {came}", Case("it", "f()", gives=expected))


def test_arrays_are_lists_of_their_items():
    source = "import numpy as np\nf = lambda: np.array([[1, 2]])"
    assert not message(source, Case("it", "f()", gives=[[1, 2]]))


@pytest.mark.parametrize(
    ("source", "case", "said"),
    [
        ("f = lambda: 0.1 + 0.2", Case("it", "f()", gives=1), "Expected 1; it gave 0.3."),
        (
            "def f():\n    return 1 / 0",
            Case("it", "f()", gives=1),
            "Expected 1; it raised ZeroDivisionError: division by zero (line 2).",
        ),
        ("f = lambda: 1", Case("it", "f()", raises=KeyError), "Expected KeyError; it gave 1."),
        (
            "class f: pass",
            Case("it", "f()", gives=1),
            "Expected 1; it gave an object of the class f.",
        ),
        (
            "f = lambda: exit(3)",
            Case("it", "f()", gives=1),
            "Expected 1; it raised SystemExit: 3 (line 1).",
        ),
    ],
    ids=["value", "exception", "no exception", "object", "exit"],
)
def test_a_failure_says_what_was_expected_and_what_came(source, case, said):
    assert message(source, case) == said


def test_a_long_value_is_cut():
    assert len(message("f = lambda: list(range(1000))", Case("it", "f()", gives=1))) < 400


def test_only_the_last_line_is_compared():
    call = """
        x = [2, 1]
        f(x)
        x
        """
    assert not message("f = list.sort", Case("it", call, gives=[1, 2]))


def test_each_case_begins_with_a_fresh_solution():
    source = "seen = []\ndef f():\n    seen.append(1)\n    return len(seen)"
    case = Case("it", "f()", gives=1)
    known = {"ENTRY": "f", "VISIBLE": (case, case), "HIDDEN": (case,)}
    assert [outcome.message for outcome in grade(source, known)] == ["", "", ""]


def test_what_is_printed_is_kept():
    outcome = attempt(Case("it", "f()"), "f = lambda: print('here')", {"ENTRY": "f"})
    assert outcome.printed == "here\n"


def test_a_name_that_is_missing_is_told():
    with pytest.raises(Unusable, match=r"The program does not define `f`\."):
        load("g = 1", "f")


def test_a_query_runs_on_the_rows_of_the_case():
    query = "select user, sum(clicks) from clicks group by user order by user"
    found = rows(SQL_SCHEMA, query, clicks=[("b", 1), ("a", 2), ("b", 3)])
    assert found == [("a", 2), ("b", 4)]
