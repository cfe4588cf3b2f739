"""Claims about the normal distribution: what was read, what is right, what it is computed from."""

from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.rules.normal import accounts, check, claims


def page_of(source: str):
    return parse(PurePosixPath("docs/advanced/x.md"), source)


@pytest.mark.parametrize(
    "source",
    [
        "Φ(1.96) = 0.975",
        "P(|Z| > 1.96) = 0.05",
        "z = 2.1 gives a two-sided p of 0.036",
        "In a normal distribution 95 % lie within two standard deviations.",
        "For a 95 % confidence interval z = 1.96.",
        "s = 10 and n = 25, so the standard error is 2.",
        "With mean 50, s = 10 and n = 100 the 95 % interval is [48.04, 51.96].",
        "52 ± 4.9, i.e. [47.1, 56.9]",
        "A z-score of 1 is the 84th percentile.",
    ],
)
def test_right_claims_are_read_and_right(source):
    found = claims(page_of(f"{source}\n"))
    assert found
    assert all(claim.is_right for claim in found)


def test_a_finding_says_how_the_value_was_computed():
    (finding,) = check(page_of("We know that P(Z > 1.5) = 0.933.\n"), None)
    assert (finding.line, finding.column) == (1, 27)
    assert finding.message == "P(Z > 1.5) = 0.06681; the page says 0.933"


def test_what_a_number_is_computed_from_is_given():
    found = sorted(accounts(page_of("s = 10 and n = 25, so the standard error is 2.\n"), None))
    assert [account.status for account in found] == ["given", "given", "checked"]


def test_about_covers_a_tenth_but_no_other_coverage():
    page = page_of("In a normal distribution about 99 % lie within two standard deviations.\n")
    assert [claim.is_right for claim in claims(page)] == [False]
