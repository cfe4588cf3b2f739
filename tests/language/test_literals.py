"""The letters without which a pattern cannot match."""

import re

import pytest

from hooks.language.literals import needs
from hooks.language.misconception_book import Claim, book, compiled, expanded, holds, simplified

GROUPS = {"forest": "(?:random forests?|rf)", "any": r"(?:\w+)"}


def found(pattern: str) -> list[set[str]]:
    return [set(one) for one in needs(pattern, lambda name: needs(GROUPS[name], None))]


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("models?", [{"model"}]),
        ("(the )?model", [{"model"}]),
        ("(the |a )*model", [{"model"}]),
        ("(bias|variance) rises", [{"bias", "variance"}, {"rises"}]),
        (r"(bias|\w+) rises", [{"rises"}]),
        ("high bias|low variance", [{"high", "variance"}]),
        ("{forest} overfits", [{"random", "rf"}, {"overfits"}]),
        ("{forest}? overfits", [{"overfits"}]),
        ("{any} overfits", [{"overfits"}]),
        (r"(\w+ ){0,3}?tree", [{"tree"}]),
        (r"(big ){1,3}tree", [{"big"}, {"tree"}]),
        ("(?!not)tree", [{"tree"}]),
        ("(?:no|not) tree", [{"no", "not"}, {"tree"}]),
        ("optimi[sz]e", [{"optimi"}]),
        ("a λ", [{"λ"}]),
    ],
)
def test_needs(pattern, letters):
    assert found(pattern) == letters


@pytest.mark.parametrize("entry", book().misconceptions, ids=lambda entry: entry.id)
def test_a_claim_holds_what_it_needs(entry):
    for sentence in entry.entry["flags"]:
        text = simplified(sentence)
        for claim in map(Claim, entry.entry.get("claims", ())):
            if re.search(expanded(claim.pattern), text) and compiled(claim.pattern).search(text):
                assert holds(text, claim.needs)
