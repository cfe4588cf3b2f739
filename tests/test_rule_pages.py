"""What a rule's page shows is so: the rule finds its example, and not what to use instead.

A rule's docstring is its page on the site. Its indented blocks below Example and Use instead are
Markdown, which the rule reads here as it would read a page.
"""

import re
from pathlib import Path, PurePosixPath
from textwrap import dedent

import pytest

from hooks.guide import Guide
from hooks.page import parse
from hooks.rules import RULES

ROOT = Path(__file__).parent.parent
BLOCK = r"^## {heading}\n\n(?P<block>(?:(?: {{4}}.*)?\n)+)"

# Where the blocks stand: the rules of the guide's own pages look at the files around a page.
NOTES = PurePosixPath("notes/example.md")
QUESTION = PurePosixPath("docs/beginner/mse-python.md")
CHALLENGE = PurePosixPath("docs/practice/softmax.md")


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(ROOT)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_the_example_is_found(rule, guide):
    assert messages(rule, "Example", guide) - messages(rule, "Use instead", guide)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_what_to_use_instead_is_not_found(rule, guide):
    if rule.NAME == "page-shape":
        pytest.skip("an excerpt never has the shape of a whole page")
    assert not messages(rule, "Use instead", guide)


def messages(rule, heading: str, guide: Guide) -> set[str]:
    found = re.search(BLOCK.format(heading=heading), rule.__doc__ + "\n", re.M)
    assert found, f"the page of {rule.NAME} shows no block below {heading}"
    page = parse(place(rule), dedent(found["block"]))
    return {finding.message for finding in rule.check(page, guide)}


def place(rule) -> PurePosixPath:
    if rule.NAME == "challenge":
        return CHALLENGE
    return NOTES if rule.SCOPE == "any" else QUESTION
