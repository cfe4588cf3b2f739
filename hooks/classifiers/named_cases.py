"""Several matrices side by side, each with a name: thresholds, models, groups.

A table with the counts of a threshold in each row, "Group A" above one matrix and "Group B" above
the next. Where a text names one of them, "the precision at 0.5", "recall of model B", or stands
below its name, its numbers are compared with that matrix and no other.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hooks.classifiers.case_labels import named_by_lines, split_names, told_in_turn
from hooks.classifiers.matrix import ConfusionMatrix
from hooks.classifiers.matrix_labels import LONGEST_TEXT
from hooks.classifiers.matrix_source import (
    Stated,
    completed_by_totals,
    counted_columns,
    counted_rows,
    read,
    speaks_of_metrics,
)
from hooks.classifiers.metric_claims import Claim, all_claims, sole_metric, value
from hooks.classifiers.metric_doubts import Needs, opens_with_nothing, sentences
from hooks.classifiers.metric_names import singular
from hooks.classifiers.paired_cells import parted_columns, parted_rows
from hooks.classifiers.value_series import claims_of_series, leading, ordinals, speaks_of_another
from hooks.language.wording import listed, words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record, replace

KINDS = (
    r"(?:threshold|cut-?off|model|classifier|system|test|detector|filter|group|method|version|site"
    r"|variant|hospital|region|team|algorithm|strategy|setting|cohort|rule|sensor|segment|tool)"
)
NAME = r"(?:[A-Z]\d?|\d+(?:\.\d+)?)"
NAMED = Pattern(rf"\b(?P<kind>{KINDS})\s*(?:=\s*|of\s+)?(?P<label>{NAME})(?![\w%]|\.\d|\s*=)", re.I)
SHORT_LABEL = Pattern(rf"(?:t|τ|θ|k)?\s*[=:]?\s*(?P<label>{NAME})\s*%?")
NUMBERED = Pattern(r"[A-Za-z][a-z]{0,20}[\s_]?\d{1,2}")  # q1, reader 2
LONGEST_LABEL = 40
MOST = 12  # cases of a section
ORDINARY = listed(
    """one two three four five first second third last all new old big small large low mid high
    before after left right top easy hard day night early late true false actual predicted"""
)


@record
class Case:
    """A matrix with a name. kind: "threshold", "model" or what else the name is of.

    index: the block that states it; part: what of its text speaks of this case alone.
    is_headed: a heading of its own names it.
    """

    kind: str
    label: str
    matrix: ConfusionMatrix
    index: int
    part: Text | None = None
    is_headed: bool = False


@record
class OfCase:
    """A claim and the case that it names."""

    text: Text
    claim: Claim
    case: Case


@record
class Mention:
    """Where a text names a case."""

    start: int
    end: int
    case: Case


# -- the cases of a page --------------------------------------------------------------------------


@lru_cache(maxsize=RECENT)
def named_cases(page: Question) -> tuple[Case, ...]:
    """The cases of a page that stand side by side, at least two in their section."""
    if not speaks_of_metrics(page):
        return ()
    found: list[Case] = []
    for index, block in enumerate(page.blocks):
        if block.kind == "table":
            found += _of_table(page.blocks, index)
        elif block.is_prose or block.kind == "code":
            found += _told_in_turn(block, index)
    stated = read(page).stated
    announced = {s.first: c for s in stated if (c := _announced(page.blocks, s))}
    found += announced.values()
    if len(stated) > 1:
        found += _below_lines(page.blocks, [s for s in stated if s.first not in announced])
    return tuple(c for c in found if _is_alone(c, found, page.blocks))


def _is_alone(case: Case, found: Sequence[Case], blocks: Sequence[Block]) -> bool:
    """Whether no other matrix of its section has its name."""
    section = blocks[case.index].section
    same = [c for c in found if c.label == case.label and blocks[c.index].section == section]
    return all(c.matrix.same_counts(case.matrix) for c in same)


def _of_table(blocks: Sequence[Block], index: int) -> Iterator[Case]:
    """A case of each row, or each column, that gives its counts."""
    rows = blocks[index].rows
    header = words(str(rows[0][0]))
    counted = counted_rows(parted_columns(rows)) or counted_columns(parted_rows(rows))
    if not 1 < len(counted) <= MOST:
        return
    for row, matrix in counted:
        if case := _case(header, words(str(row[0])).strip(" :"), matrix, index):
            yield replace(case, matrix=completed_by_totals(matrix, blocks, index))


def _case(header: str, label: str, matrix: ConfusionMatrix, index: int) -> Case | None:
    named = NAMED.fullmatch(label)
    if named:
        return Case(named["kind"].lower(), named["label"], matrix, index)
    kind = re.search(KINDS, header, re.I)
    short = SHORT_LABEL.fullmatch(label)
    if short:
        return Case(kind[0].lower() if kind else "", short["label"], matrix, index)
    shortest = 2 if label.isupper() else 3  # AI
    is_word = shortest <= len(label) <= LONGEST_LABEL and not re.search(r"\d", label)
    if is_word or NUMBERED.fullmatch(label):
        return Case(kind[0].lower() if kind else "", label, matrix, index)
    return None


def _told_in_turn(block: Block, index: int) -> list[Case]:
    """The cases that a text tells one after the other, whatever it calls them."""
    told = told_in_turn(block.text)
    names = split_names([case.words for case in told])
    return [
        Case(kind, label, case.matrix, index, case.part)
        for (kind, label), case in zip(names, told, strict=False)
    ]


def _below_lines(blocks: Sequence[Block], stated: Sequence[Stated]) -> Iterator[Case]:
    """The cases whose matrices stand in one way below a heading or line that names each."""
    by_way: dict[str, list[tuple[Stated, str]]] = {}
    for matrix, label, way in named_by_lines(blocks, stated):
        by_way.setdefault(way, []).append((matrix, label))
    for way, named in by_way.items():
        if 1 < len(named) <= MOST:
            names = split_names([label for _, label in named])
            for (kind, label), (matrix, _) in zip(names, named, strict=False):
                headed = way.startswith("heading")
                yield Case(kind, label, matrix.matrix, matrix.first, None, headed)


def _announced(blocks: Sequence[Block], stated: Stated) -> Case | None:
    """The case that is named in the line above a matrix, in its own text, or in its heading."""
    own = blocks[stated.first]
    before = blocks[stated.first - 1] if stated.first else None
    texts = [own.text] if own.is_prose else [own.rows[0][0]] if own.kind == "table" else []
    texts += [before.text] if before is not None and before.is_prose else []
    for text in texts:
        named = {(m["kind"].lower(), m["label"]) for m in NAMED.finditer(words(str(text)))}
        if len(named) == 1:
            kind, label = named.pop()
            return Case(kind, label, stated.matrix, stated.first)
    return None


# -- what is said of them -------------------------------------------------------------------------


def claims_of_cases(block: Block, cases: Sequence[Case], topic: str) -> Iterator[OfCase]:
    """The claims of a text that name one of these cases, or stand below its name.

    topic: the line above the text, or its heading.
    """
    text = block.text
    if len(text.content) > LONGEST_TEXT:
        return
    plain = words(text.content)
    mentions = _mentions(plain, cases)
    subject = _subject(topic, cases)
    labels = [case.label for case in cases]
    matrices = [case.matrix for case in cases]
    listed = list(claims_of_series(text.content, topic, labels, matrices))
    for claim, i in listed:
        yield OfCase(text, claim, cases[i])
    if not mentions and subject is None:
        return
    taken = {claim.members[0].start for claim, _ in listed}
    blanked = _blanked(text.content, mentions)
    for claim in all_claims(blanked, block.kind == "math"):
        if claim.members[0].start in taken:
            continue
        case = _before(claim, plain, mentions) or _behind(claim, plain, mentions) or subject
        if case:
            sure = claim.needs < Needs.COUNTS and claim.plain
            sure = sure and claim.about <= {case.label.lower()}
            claim = replace(claim, needs=min(claim.needs, Needs.COMPANY), sure=sure)
            yield OfCase(text, claim, case)


def claims_of_rows(rows: Sequence[Sequence[Text]], cases: Sequence[Case]) -> Iterator[OfCase]:
    """The metrics of a table with a case in each row, or in each column."""
    if counted_rows(parted_columns(rows)) or counted_columns(parted_rows(rows)):
        return
    for table in (parted_columns(rows), list(zip(*parted_rows(rows), strict=False))):
        metrics = [sole_metric(str(cell)) for cell in table[0]]
        named = [_subject(str(row[0]), cases) for row in table[1:]]
        if not any(metrics[1:]) or named.count(None) == len(named):
            continue
        for row, case in zip(table[1:], named, strict=True):
            for metric, head, cell in zip(metrics, table[0], row, strict=False):
                claim = value(metric, str(cell), "%" in str(head)) if metric and case else None
                if claim:
                    yield OfCase(cell, claim, case)


def _behind(claim: Claim, plain: str, mentions: Sequence[Mention]) -> Case | None:
    """The case that is named right behind a number."""
    end = claim.members[-1].end
    near = (m for m in mentions if 0 <= m.start - end < 3)
    return next((m.case for m in near if not plain[end : m.start].strip()), None)


def _before(claim: Claim, plain: str, mentions: Sequence[Mention]) -> Case | None:
    """The case named between a metric and its number, or last before it in the sentence."""
    start = next(s for s, end in sentences(plain) if s <= claim.start < end)
    spans = [(m.start, m.end) for m in mentions]
    if speaks_of_another(plain, start, claim.start, spans):
        return None
    near = [m for m in mentions if claim.start < m.start < claim.members[0].start]
    near = near or [m for m in mentions if start <= m.start < claim.start][-1:]
    if near:
        return near[0].case
    if not opens_with_nothing(plain, start, claim.start):
        return None
    opening = leading(plain, claim.start, spans)
    return None if opening is None else mentions[opening].case


def _subject(topic: str, cases: Sequence[Case]) -> Case | None:
    """The one case that the line above a text names."""
    if not topic or len(topic) > 100:
        return None
    named = {m.case.label: m.case for m in _mentions(words(topic), cases)}
    plain = words(topic).strip(" :.#").lower()
    exact = [case for case in cases if plain == case.label.lower()]
    return exact[0] if exact else next(iter(named.values())) if len(named) == 1 else None


def _blanked(text: str, mentions: Sequence[Mention]) -> str:
    for mention in mentions:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return singular(text)


def _mentions(plain: str, cases: Sequence[Case]) -> list[Mention]:
    found = [
        Mention(*m.span(), case)
        for case in cases
        for m in _pattern(case.kind, case.label).finditer(plain)
    ]
    if len({case.index for case in cases}) == 1:
        found += [Mention(n.start, n.end, cases[n.case]) for n in ordinals(plain, len(cases))]
    return sorted(found, key=lambda mention: mention.start)


@lru_cache(maxsize=64)
def _pattern(kind: str, label: str) -> re.Pattern[str]:
    """How a text names a case: "at threshold 0.5", "for model B", "B's", "(B)", "- 0.5:"."""
    name = re.sub(r"\\?\s+", r"\\s+", re.escape(label))
    kind = re.sub(r"\\?\s+", r"\\s+", re.escape(kind)) or KINDS
    noun = rf"(?:(?i:{kind})\s*(?:of|=|:)?\s*)"
    at = r"(?i:(?:at|for|of|in|with|on|under|by)\s+(?:the\s+|a\s+)?)"
    end = r"(?:['’]s)?(?![\w%]|\.\d)"
    if label.lower() in ORDINARY:
        return re.compile(rf"(?<!\w)(?i:{at}?(?:{noun}{name}|{name}\s+{kind})){end}")
    if len(label) > 2 and not label[0].isdecimal():
        return re.compile(rf"(?<!\w)(?i:{at}?{noun}?{name}(?:\s+{kind})?){end}")
    return re.compile(
        rf"(?<![\w.]){at}?{noun}{name}{end}|(?<![\w.]){at}(?:[tτθk]\s*=\s*)?{name}{end}"
        rf"|(?<!\w)[tτθ]\s*=\s*{name}{end}|\({name}\)|(?<![\w.]){name}['’]s(?!\w)"
        rf"|(?:^|(?<=\n)|(?<=[.;,]\s)|(?<=and\s))\s*{name}\s*(?=:|\s(?:has|reaches|gets|achieves)\s)"
    )
