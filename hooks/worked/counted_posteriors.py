"""Conditional probabilities behind the counts of which each is a share.

"60 + 98 = 158, of these 60 are phishing: P(phishing | urgent) = 38%", "of 158 urgent mails 60 are
phishing", "6 rejects from A and 16 from B. Hence P(B | reject) = 73%".
"""

import re
from collections.abc import Iterator, Sequence

from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Judgment, Passage, passages
from hooks.worked.slips import Slip, can_be, is_claimed, judged
from hooks.worked.stated import Stated, numbers

MOST_BEFORE = 3  # passages between the counts and their share
N = r"(?<![\w.,/])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\w,%]*\d|\.\d|\s?%)"
ARE = r"(?:\s+(?:really|actually|in\s+fact))?\s+(?:are|is|were|have|has|had|come|came)\b"
NAME = r"[^\W\d][\w-]*"
# k of n, what it counts behind it.
SHARES = tuple(
    Pattern(pattern, re.I)
    for pattern in (
        rf"\b(?:of|among)\s+(?:the\s+|these\s+|those\s+|all\s+)?(?P<n>{N})\s+[^.;:\d]{{3,50}}?(?:only\s+)?(?P<k>{N}){ARE}",
        rf"(?P<n>{N})\s+[^.;:\d]{{3,50}}?(?:only\s+)?(?P<k>{N})\s+of\s+(?:them|these|those|which|whom)\b",
        rf"(?P<k>{N})\s+(?:out\s+)?of\s+(?:the\s+|these\s+|those\s+|all\s+)?(?P<n>{N})(?=\s+[a-z])",
        rf"(?P<a>{N})\s*\+\s*(?P<b>{N})\s*=\s*(?P<n>{N})(?:[^.;:\d]|[.;:](?!\s*\n)){{0,50}}?\bof\s+(?:these|those|them|which)\s*,?\s*(?:only\s+)?(?P<k>{N}){ARE}",
    )
)
FROM_EACH = Pattern(
    rf"(?P<a>{N})\s+(?:[a-z]+\s+){{0,3}}?(?:from|by)\s+(?:\w+\s+)?(?P<A>{NAME})\s*(?:,|,?\s*and)\s+"
    rf"(?P<b>{N})\s+(?:[a-z]+\s+){{0,2}}?(?:from|by)\s+(?:\w+\s+)?(?P<B>{NAME})",
    re.I,
)
POSTERIOR = Pattern(
    rf"\bPr?\s?\(\s*(?P<name>{NAME})\s*(?:\||\\mid|∣)\s*(?P<given>[^()|]{{1,30}}?)\s*\)[\s*_$`]*(?:=|≈|:|\bis\b|\\approx)"
    r"[\s*_$`]*(?:about\s+)?(?=\d)"
)
STEM = Pattern(r"[^\W\d]{4,5}")  # of what was observed: it must be said of the counts
BEHIND = 40  # characters that say what was counted
BEFORE_SUM = 150


@record
class Group:
    """How many of all are of a name, and the text that says what all of them are."""

    count: int
    total: int
    name: str
    said: str


def judgments(page: Question) -> Iterator[Judgment]:
    """The probabilities of a page that are not the share of the counts before them."""
    if not any(sign in page.source for sign in ("|", "\\mid", "∣")) or "P" not in page.source:
        return
    told = [passage for passage in passages(page) if not passage.of_mistakes]
    for at, passage in enumerate(told):
        found = [*POSTERIOR.finditer(passage.plain)] if "(" in passage.plain else []
        if len(found) != 1:
            continue
        number = next((n for n in numbers(passage.plain) if n.start == found[0].end()), None)
        if number and "/" not in number.written and 0 < number.value < 1:
            near = [
                p for p in told[max(0, at - MOST_BEFORE) : at] if p.place[0] == passage.place[0]
            ]
            slip = of_groups(found[0], number, [*near, passage])
            if slip and is_claimed(page, passage, number):
                yield judged(passage, number, slip)


def of_groups(found: re.Match[str], number: Stated, near: Sequence[Passage]) -> Slip | None:
    """The share of the last group of that name, which the number is not."""
    before = " ".join([*(p.plain for p in near[:-1]), near[-1].plain[: found.start()]])
    groups = [*groups_in(before)]
    name, given = found["name"].lower(), STEM.match(found["given"].lower().strip(" \"'“”"))
    own = [g for g in groups if given and given[0] in g.said and names(g, name)]
    if not own or any(can_be(number, g.count / g.total, False) for g in groups):
        return None
    last = own[-1]
    how = f"{last.count:,}/{last.total:,}"
    return Slip(float(number.value), last.count / last.total, how, "the number is not")


def names(group: Group, name: str) -> bool:
    """Whether a group is of a name: one letter, or a word that begins as the name does."""
    stem = name if len(name) < 5 else name[:5]
    return group.name.startswith(stem) if len(stem) > 1 else group.name == stem


def groups_in(text: str) -> Iterator[Group]:
    """The counts of a text with their totals, in their order."""
    lower = text.lower()
    for found in FROM_EACH.finditer(text):
        a, b = whole(found["a"]), whole(found["b"])
        yield Group(a, a + b, found["A"].lower(), lower[: found.end()])
        yield Group(b, a + b, found["B"].lower(), lower[: found.end()])
    for pattern in SHARES:
        for found in pattern.finditer(text):
            k, n = whole(found["k"]), whole(found["n"])
            # What all of them are stands between both numbers, and around the parts of a sum.
            first, last = found.end("n"), found.start("k")
            if first > last:
                last = first + BEHIND
            elif "a" in found.groupdict():
                first = max(0, found.start() - BEFORE_SUM)
            said = lower[first:last]
            for word in re.findall(NAME, lower[found.end("k") : found.end("k") + BEHIND]):
                if 0 < k < n:
                    yield Group(k, n, word, said)


def whole(text: str) -> int:
    return int(text.replace(",", ""))
