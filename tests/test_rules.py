"""Every rule against its fixtures, which mark themselves.

A fixture is a Markdown file in fixtures/rules/<rule>/, named after its fault or its correctness.
`<!-- finds RULE -->` at the end of a line marks that line; `<!-- finds RULE +3 -->` the line three
below, and -3 three above, for formulas, fences, tables and front matter. The rule must find exactly
the marked lines: a miss fails, and so does a false alarm. A line `<!-- as docs/beginner/x.md -->`
says where the page stands, docs/advanced/<name of the fixture>.md if there is none.
"""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from hooks.guide import Guide
from hooks.lint import findings
from hooks.page import Question, parse
from hooks.rules import RULES

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures" / "rules"

MARK = re.compile(r"<!-- finds (?P<rule>[\w-]+)(?: (?P<below>[+-]\d+))? -->")
PLACE = re.compile(r"<!-- as (?P<path>\S+) -->")

FILES = sorted(FIXTURES.glob("*/*.md"))
BY_NAME = {rule.NAME: rule for rule in RULES}


@pytest.fixture(scope="module")
def guide() -> Guide:
    return Guide(ROOT)


def page_of(file: Path) -> Question:
    source = file.read_text(encoding="utf-8")
    place = PLACE.search(source)
    path = place["path"] if place else f"docs/advanced/{file.stem.replace('_', '-')}.md"
    return parse(PurePosixPath(path), source)


def marked_lines(file: Path) -> Iterator[int]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        for mark in MARK.finditer(line):
            assert mark["rule"] == file.parent.name, f"{file}:{number} marks another rule"
            yield number + int(mark["below"] or 0)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_exactly_the_marked_lines_are_found(file, guide):
    found_here = findings(page_of(file), guide, [BY_NAME[file.parent.name]])
    found = {finding.line for finding in found_here}
    marked = set(marked_lines(file))
    listed = "\n".join(map(str, sorted(found_here)))
    assert found == marked, f"missed {marked - found}, false alarms {found - marked}\n{listed}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_findings_stand_in_the_page(file, guide):
    page = page_of(file)
    for finding in BY_NAME[file.parent.name].check(page, guide):
        assert finding.path == page.path
        assert finding.rule == file.parent.name
        assert 1 <= finding.line <= max(len(page.lines), 1)
        assert 1 <= finding.column <= len(page.lines[finding.line - 1]) + 1
        assert finding.message


@pytest.mark.parametrize("name", list(BY_NAME))
def test_every_rule_has_a_wrong_and_a_right_fixture(name):
    faults = [bool(list(marked_lines(file))) for file in FILES if file.parent.name == name]
    assert True in faults, f"no fixture shows what {name} finds"
    assert False in faults, f"no fixture shows what {name} leaves alone"


def test_every_fixture_belongs_to_a_rule():
    folders = {folder.name for folder in FIXTURES.iterdir() if folder.is_dir()}
    assert folders <= set(BY_NAME)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.NAME)
def test_every_rule_is_documented(rule):
    assert (rule.__doc__ or "").strip()
    assert rule.SCOPE in ("question", "docs", "page", "any")
    assert rule.__name__ == f"hooks.rules.{rule.NAME.replace('-', '_')}"


def test_names_are_unique():
    assert len(BY_NAME) == len(RULES)
