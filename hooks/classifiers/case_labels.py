"""How a page calls the cases whose counts it gives one after the other.

"Old filter: TP = 88, …; new filter: TP = 77, …", a heading "v1" above one matrix and "v2" above the
next, a key of a dictionary. The words that all share say what kind of cases they are, those that
differ are their names.
"""

import re
from collections.abc import Iterator, Sequence

from hooks.classifiers.matrix import ConfusionMatrix
from hooks.classifiers.matrix_labels import LONGEST_TEXT
from hooks.classifiers.matrix_source import ANY_ROLE, Count, Stated, counts, from_counts
from hooks.language.wording import words
from hooks.page import Block, Text
from hooks.pattern import Pattern
from hooks.record import record

CLAUSE = Pattern(r"[.;!?]\s+|\n|[.;]$")
LEADING = Pattern(
    r"(?:[\s•*\"'({\[#–—-]|\b(?:and|but|while|then|whereas|for|in|at|with|on|the|our|an?|by|under|from"
    r"|is|are)\b)+",
    re.I,
)
TRAILING = Pattern(
    r"(?:[\s:=,(>→–—\[{\"'-]|\bdict\b|\b(?:gets?|got|gives?|gave|yields?|has|had|have|is|was|are|were"
    r"|with|the|an?|it|we|there|in|at|of|confusion\s+matrix|matrix|counts?|results?|reads?|makes?"
    rf"|made|shows?|produce[sd]?|comes?|out|:)\b|\b(?:{ANY_ROLE})\b)+$",
    re.I,
)
QUOTED = Pattern(r"[\"']([^\"']{1,40})[\"']\s*[:,]")
BEFORE_COMMA = Pattern(r"^.*,\s+(?=\S)")
ASIDE = Pattern(r"\s*\([^()]*\)")
LONGEST, MOST_WORDS = 40, 5  # of a name
LONGEST_LINE = 60  # characters of a line that is no more than a name
MOST = 12  # cases that stand side by side
LEAST_NUMBERS = 6
DIGITS = Pattern(r"\d+")


@record
class Labelled:
    """A matrix with the words that name it. part: the text that gives it, and speaks of it."""

    words: str
    matrix: ConfusionMatrix
    part: Text


def told_in_turn(text: Text) -> list[Labelled]:
    """The cases whose counts a text gives one after the other; none unless there are two."""
    content = str(text)
    if len(content) > LONGEST_TEXT or len(DIGITS.findall(content)) < LEAST_NUMBERS:
        return []
    groups = list(_groups(counts(content)))
    if not 1 < len(groups) <= MOST:
        return []
    plain = words(content)
    ends = [0, *(group[-1].end for group in groups[:-1])]
    leads = [_clause(plain, end, g[0].start) for end, g in zip(ends, groups, strict=True)]
    bounds = [*leads, len(content)]
    found = []
    for group, start, end in zip(groups, bounds, bounds[1:], strict=False):
        matrix = from_counts(group)
        if matrix is None or not matrix.total:
            return []
        label = name_in(content[start : group[0].start])
        found.append(Labelled(label, matrix, text.slice(start, end)))
    return found


def _groups(stated: Sequence[Count]) -> Iterator[list[Count]]:
    """The counts of one case after the other: a role that comes again opens the next."""
    group: list[Count] = []
    for count in stated:
        if any(count.role == own.role for own in group):
            yield group
            group = []
        group.append(count)
    if group:
        yield group


def _clause(plain: str, start: int, end: int) -> int:
    """Where the clause begins that leads to a count."""
    return max((found.end() for found in CLAUSE.finditer(plain, start, end)), default=start)


def name_in(lead: str) -> str:
    """The name in the words that lead to a case's counts, or in a heading; "" if there is none."""
    if quoted := QUOTED.search(lead):
        return quoted[1]
    plain = ASIDE.sub("", words(lead)).rstrip("(")
    plain = BEFORE_COMMA.sub("", without_lead(plain))
    plain = without_lead(TRAILING.sub("", plain).strip(" .:#*"))
    return plain if plain and len(plain) <= LONGEST and len(plain.split()) <= MOST_WORDS else ""


def without_lead(phrase: str) -> str:
    found = LEADING.match(phrase)
    return phrase[found.end() :] if found else phrase


def named_by_lines(
    blocks: Sequence[Block], stated: Sequence[Stated]
) -> Iterator[tuple[Stated, str, str]]:
    """The matrices below a heading or a line of their own that names them: with the name, and the
    way in which it stands there."""
    for matrix in stated:
        own = blocks[matrix.first]
        label = ""
        if own.is_prose and (first := counts(str(own.text))):
            start = _clause(words(str(own.text)), 0, first[0].start)
            label = name_in(str(own.text)[start : first[0].start])
        if label and own.kind != "heading":
            yield matrix, label, own.kind
        elif matrix.first and (above := blocks[matrix.first - 1]).is_prose:
            line = str(above.text)
            if len(line) <= LONGEST_LINE and (label := name_in(line)):
                yield matrix, label, f"{above.kind} {above.info}"


def split_names(names: Sequence[str]) -> list[tuple[str, str]]:
    """The kind that some names share, and what differs: ("site", "Oslo"), ("site", "Bergen").
    Nothing if they do not differ."""
    parts = [name.split() for name in names]
    if not all(parts) or len({tuple(map(str.lower, part)) for part in parts}) < len(parts):
        return []
    kind = []
    while all(len(p) > 1 for p in parts) and len({p[0].lower() for p in parts}) == 1:
        kind.append(parts[0][0])
        parts = [p[1:] for p in parts]
    while all(len(p) > 1 for p in parts) and len({p[-1].lower() for p in parts}) == 1:
        kind.append(parts[0][-1])
        parts = [p[:-1] for p in parts]
    return [(" ".join(kind), " ".join(part)) for part in parts]
