"""Lines that an author exempts from a rule: `<!-- lint: allow arithmetic because … -->`.

At the end of a line the comment covers that line. Alone on a line it covers the block that follows:
a formula, a fence, a table, a paragraph. In the front matter it is `# lint: allow …`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from hooks.finding import Finding
from hooks.page import CODE_SPAN, Block, Question, blank
from hooks.pattern import Pattern
from hooks.record import record

INTENT = Pattern(r"(?:<!--|(?<!\S)#)\s*lint\s*:\s*(?P<words>.*?)\s*(?:-->|$)")
ALLOW = Pattern(r"allow\s+(?P<rule>[\w-]+)(?:\s+because\s+(?P<reason>\S.*))?")
FORM = "<!-- lint: allow RULE because … -->"


@record
class Exemption:
    """One comment that exempts lines.

    line, column: where it stands. rule: the rule's name, "" where the comment names none.
    reason: why; "" where it gives none. covers: the 1-based lines that it exempts.
    """

    line: int
    column: int
    rule: str
    reason: str
    covers: range

    @property
    def is_complete(self) -> bool:
        return bool(self.rule and self.reason)

    def hides(self, finding: Finding) -> bool:
        return self.is_complete and finding.rule == self.rule and finding.line in self.covers


def exemptions(page: Question) -> Iterator[Exemption]:
    """The exemptions of a page, malformed ones included; those in programs are not meant."""
    if "lint" not in page.source:
        return
    programs = set(lines_of_programs(page.blocks))
    matter = front_matter_end(page)
    for number, line in enumerate(page.lines, 1):
        for found in INTENT.finditer(blank(line, CODE_SPAN)):
            is_comment = found[0].startswith("<!--") or number <= matter
            if number not in programs and is_comment:
                yield exemption(page, number, found)


def exemption(page: Question, number: int, found: re.Match[str]) -> Exemption:
    said = ALLOW.fullmatch(found["words"])
    alone = found[0].strip() == page.lines[number - 1].strip()
    covers = following(page, number) if alone else range(number, number + 1)
    rule, reason = (said["rule"], said["reason"] or "") if said else ("", "")
    return Exemption(number, found.start() + 1, rule, reason, covers)


def following(page: Question, number: int) -> range:
    """The lines from the one below `number` to the end of the block there."""
    below = (b for b in page.blocks if last_line(b) > number and b.kind != "html")
    block = next(below, None)
    return range(number + 1, last_line(block) + 1) if block else range(0)


def last_line(block: Block) -> int:
    return block.text.starts[-1][0]


def lines_of_programs(blocks: Iterable[Block]) -> Iterator[int]:
    for block in blocks:
        if block.kind == "code":
            yield from (line for line, _ in block.text.starts)


def front_matter_end(page: Question) -> int:
    """The line that closes the front matter, 0 if there is none."""
    if not page.lines or page.lines[0].strip() != "---":
        return 0
    return next((n for n, line in enumerate(page.lines[1:], 2) if line.strip() == "---"), 0)


def apply(
    page: Question, found: Iterable[Finding], names: Sequence[str], rule: str
) -> Iterator[Finding]:
    """The findings that no exemption hides, and one for each exemption that hides none.

    names: the rules that ran; an exemption from another rule may hide something that was not
    looked for. rule: the name under which an idle exemption is reported.
    """
    allowed = tuple(exemptions(page))
    used = set()
    for finding in found:
        hiding = [exemption for exemption in allowed if exemption.hides(finding)]
        used.update(hiding)
        if not hiding:
            yield finding
    if rule not in names:
        return
    for idle in allowed:
        if idle.is_complete and idle.rule in names and idle not in used:
            message = f"nothing here is against `{idle.rule}`: remove this exemption"
            yield Finding(page.path, idle.line, idle.column, message, rule)
