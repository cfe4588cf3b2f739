"""Answers as people write them, right and wrong, and how much of the wrong the lint catches.

    tests/corpus/tuning/<rule>/*.md      read while rules are written and tuned
    tests/corpus/not-yet/<rule>/*.md     seen too, but full of what no rule reads yet: work to do
    tests/corpus/held-out/<rule>/*.md    written by others and left alone: the honest figure

A file holds many examples, each under a heading `## …` and each a page of its own for the lint.
In a wrong example `<!-- wrong -->` ends each line with an error; `<!-- wrong +3 -->`, on a line of
its own, marks the line three below, for formulas and fences. An example without a mark is right:
any finding in it is a false alarm. The folder names the rule that should find the errors, but a
finding of any rule on the marked line counts as a catch. The folder `answers` holds whole answers,
for all rules together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.lint import conclude, findings
from hooks.page import parse
from hooks.rules import RULES

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent.parent
PARTS = ("tuning", "not-yet", "held-out")

MARK = re.compile(r"[ \t]*<!-- wrong(?: (?P<below>[+-]\d+))? -->")
HEADING = re.compile(r"^## .+$", re.M)
ANYWHERE = [rule for rule in RULES if rule.SCOPE == "any"]


@dataclass(frozen=True)
class Example:
    """One example: the rule it is for, its text without marks, and the lines that are wrong.

    file, line: where it stands in the corpus; wrong: 1-based lines of its own text.
    """

    rule: str
    file: Path
    line: int
    source: str
    wrong: frozenset[int]

    @property
    def name(self) -> str:
        return f"{self.file.relative_to(FOLDER)}:{self.line}"

    @cached_property
    def findings(self) -> list[Finding]:
        """What the rules for any Markdown find in it."""
        page = parse(PurePosixPath(self.file.name), self.source)
        return conclude(page, findings(page, Guide(ROOT), ANYWHERE))

    @property
    def found(self) -> set[int]:
        return {finding.line for finding in self.findings}

    @property
    def missed(self) -> set[int]:
        return self.wrong - self.found

    @property
    def false_alarms(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.line not in self.wrong]


def examples(part: str) -> Iterator[Example]:
    """The examples of one of the parts."""
    for file in sorted((FOLDER / part).glob("*/*.md")):
        yield from in_file(file)


def in_file(file: Path) -> Iterator[Example]:
    content = file.read_text(encoding="utf-8")
    starts = [heading.start() for heading in HEADING.finditer(content)]
    for start, end in zip(starts, [*starts[1:], len(content)], strict=True):
        written = content[start:end].rstrip() + "\n"
        line = content.count("\n", 0, start) + 1
        wrong = frozenset(marked(written))
        yield Example(file.parent.name, file, line, MARK.sub("", written), wrong)


def marked(text: str) -> Iterator[int]:
    """The 1-based lines of a text that its marks call wrong."""
    for number, line in enumerate(text.splitlines(), 1):
        for mark in MARK.finditer(line):
            yield number + int(mark["below"] or 0)
