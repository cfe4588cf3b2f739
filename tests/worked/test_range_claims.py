"""Quantities and their ranges: names as texts write them, and the numbers outside."""

from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.worked.range_claims import breaches, names


def found_in(source: str) -> list[tuple[str, str, str]]:
    page = parse(PurePosixPath("docs/advanced/x.md"), f"{source}\n")
    return [(breach.name, breach.number.written, breach.bound) for breach in breaches(page)]


@pytest.mark.parametrize(
    "text",
    ["ROC-AUC", "p-value", "F1 score", "P(A | B)", "R²", "Cohen’s kappa", "precision@5", "H(X)"],
)
def test_names_are_read_as_people_vary_them(text):
    found = names().first(text)
    assert found
    assert found[0] == text
    assert names().spec(found)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("The p-value is 1.5.", [("p-value", "1.5", "at most 1")]),
        ("VIF = 0.8", [("VIF", "0.8", "at least 1")]),
        ("Recall is 120 %.", [("Recall", "120%", "at most 1")]),
        (
            "With two classes the entropy is 1.2 bits.",
            [("entropy", "1.2", "at most log2(2) = 1 bits")],
        ),
        ("An F1 of 87.5, a log probability of -2.3, an R² of −0.4.", []),
    ],
)
def test_numbers_outside_their_range(source, found):
    assert found_in(source) == found
