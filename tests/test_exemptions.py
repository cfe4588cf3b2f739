"""Exempted lines: what they hide, and that an idle exemption is found."""

from pathlib import Path, PurePosixPath

from hooks.guide import Guide
from hooks.lint import lint
from hooks.page import parse
from hooks.rules import arithmetic, exemption, links

RULES = (exemption, arithmetic)
ALLOW = "<!-- lint: allow arithmetic because the exam rounds -->"


def found(source: str, rules=RULES):
    page = parse(PurePosixPath("notes.md"), source)
    return [(finding.line, finding.rule) for finding in lint(page, Guide(Path()), rules)]


def test_it_hides_the_line_it_ends():
    assert found("So 10/45 = 0.3.\n") == [(1, "arithmetic")]
    assert found(f"So 10/45 = 0.3. {ALLOW}\n") == []


def test_it_hides_no_other_line():
    source = f"So 10/45 = 0.3. {ALLOW}\nAnd 10/50 = 0.3.\n"
    assert found(source) == [(2, "arithmetic")]


def test_alone_it_hides_the_block_below_and_no_more():
    formula = "$$\n10/45 = 0.3\n$$\n"
    assert found(f"{ALLOW}\n\n{formula}\n{formula}") == [(8, "arithmetic")]


def test_it_hides_its_own_rule_alone():
    other = ALLOW.replace("arithmetic", "links")
    rules = (*RULES, links)
    assert (1, "arithmetic") in found(f"So 10/45 = 0.3. {other}\n", rules)


def test_one_without_a_reason_hides_nothing():
    source = "So 10/45 = 0.3. <!-- lint: allow arithmetic -->\n"
    assert sorted(found(source)) == [(1, "arithmetic"), (1, "exemption")]


def test_one_that_hides_nothing_is_found():
    assert found(f"So 10/50 = 0.2. {ALLOW}\n") == [(1, "exemption")]


def test_one_of_a_rule_that_did_not_run_is_not_called_idle():
    assert found(f"So 10/50 = 0.2. {ALLOW}\n", (exemption, links)) == []
