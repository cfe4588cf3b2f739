"""Shares of a group of cases, said by what they are shares of: "when it beeps, it burns in 64 %".

Of the cases that a page counts by two sides, a share of one half can be two values only: one for
each half of the other side. A number that is neither, and is another ratio of the same counts – of
another whole – is wrong, whatever the share is called.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise, product

from hooks.calculation.misprints import has_digits_of
from hooks.calculation.quantity import Quantity, shown_percent, significant_digits
from hooks.classifiers.block_claims import agree
from hooks.classifiers.matrix import whole_number
from hooks.classifiers.metric_doubts import (
    FROM_HERE,
    THRESHOLD,
    changes_scenario,
    is_taken_back,
)
from hooks.classifiers.metric_names import NAME
from hooks.classifiers.metric_slips import written
from hooks.classifiers.told_sides import PARTS, Part, Sides, halves, tells_more, told_sides
from hooks.language.sentences import Sentence, sentences
from hooks.language.wording import words
from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record

SIGNS = ("%", "0.", " in ", "percent")
VALUE = Pattern(
    r"(?<![\w.,/−-])(?<![=≈(]\s)(?<![=≈(])(?<!\bof\s)(?P<value>\d+(?:\.\d+)?\s?%|0?\.\d+)"
    r"(?![\w/]|\.\d|\s*(?:[–—-]\s*\d|to\s+\d|points?\b|[/+×·*^]))"
)
WHEN = Pattern(r"\b(?:when(?:ever)?|if|where(?:ver)?|once|as\s+soon\s+as|in\s+case)\b", re.I)
ONE = Pattern(
    r"(?:^|[.;:,!?]\s|\b(?:that|so|and|but|while)\s)\s*(?:an?|every|each|one)\s+(?=[a-z])", re.I
)
OF = Pattern(
    r"\b(?:(?:out\s+)?of|among|amongst)\s+(?!(?:them|which|whom|it)\b|(?:cases|times?|these|those)\b\s*[.,;)])(?=[a-z])",
    re.I,
)
IN = Pattern(r"\b(?:for|from|in|on|with)\s+(?=the\b|all\b|those\b|our\b|every|any)", re.I)
CLAUSE_END = Pattern(r"[,;:?()—–¤]|\s-\s|\d|$")
PREDICATE = Pattern(
    r"\b(?:is|are|was|were|be|gets?|got|goes?|went|has|have|had|does|do|did|means?|raises?|sets?|slips?"
    r"|turns?|stay(?:s|ed)?|it|we|they|there)\b",
    re.I,
)
RELATIVE = Pattern(r"\b(?:that|which|who)\b", re.I)
SUBJECT = Pattern(r"\s*(?:the|an?|our|this|that|its|your)\s+\w+\s+(?=\w)", re.I)
SHARE_OF = Pattern(
    r"\b(?:share|fraction|proportion|percentage|part|portion|probability|chance|many|much|most)\s+$",
    re.I,
)
OPEN = Pattern(
    r"^\s*(?:everything|anything|all|what(?:ever)?|those|(?:the\s+)?ones|.*\b(?:that|which|who))\b",
    re.I,
)
SHARE = Pattern(
    r"\b(?:share|fraction|proportion|percentage|part|portion|probability|chances?|risk)\b", re.I
)
TRUTH = Pattern(
    r"\b(?:right(?:ly)?|wrong(?:ly)?|correct(?:ly)?|false(?:ly)?|justified|mistaken(?:ly)?|real(?:ly)?|fine|in\s+vain"
    r"|for\s+nothing|useless|needless(?:ly)?|true|truly)\b",
    re.I,
)
# Words that elsewhere speak of other cases; here they say which are meant, or what was done.
SAID = Pattern(
    r"when|once|claim\w*|slips?|some(?:one|body)|wrong\w*|mistak\w*|incorrect\w*|says?|said|saying|coin|nothing|everything|everyone"
    r"|answers?\s+that|\w+\s+\w+ing|(?:an?|every|each|one)\s.*",
    re.I,
)
# everything it calls a cat
ACTS = Pattern(
    r"\b(?:it|we|they|the\s+\w+)\s+(?:call|say|said|claim|mark|label|flag|predict|name|declare|report)",
    re.I,
)
BETWEEN = Pattern(r"[;,]\s|\s(?:and|but|while|whereas|against)\s|[.?!]\s|\)\s|\n")
NEARBY = 12  # blocks behind the counts that may speak of them
COUNT = Pattern(r"(?<![\w.,])\d[\d,]*(?:(?<=\d) \d{3}\b)?(?![\w]|[.,]?\d|\s*%)")
LEAST_DIGITS = 3  # of a number one of which is changed
PRECISE = Fraction(1, 500)  # room of a number that is hardly another ratio by chance

Found = tuple[Text, int, str]
Group = tuple[int, bool | None]  # a side, and which half; None where words leave that open


@record
class Piece:
    """A part of a text with one share: its words, where the number stands in them."""

    text: Text
    plain: str
    start: int
    value: Quantity


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each share of a group that is one of another whole."""
    if not any(sign in page.source for sign in SIGNS):
        return
    pieces = list(_pieces(page))
    every = tuple({id(of): of for _, of in pieces}.values())
    for piece, of in pieces:
        if message := _wrong(piece, of, every):
            yield piece.text, piece.start, message


# -- where shares stand ---------------------------------------------------------------------------


def _pieces(page: Question) -> Iterator[tuple[Piece, Sides]]:
    """The shares that the page states behind counts of its own, with these counts."""
    asked = _questions(page)
    said = [s for s in sentences(page) if s.has_digit and _may_be_share(s, asked)]
    tables = [i for i, b in enumerate(page.blocks) if b.kind == "table" and "%" in b.text.content]
    if not said and not tables:
        return
    places = {id(block): index for index, block in enumerate(page.blocks)}
    all_sides = told_sides(page, max((*tables, *(places[id(s.block)] for s in said))))
    for index in tables:
        of = next((s for s in reversed(all_sides) if s.first <= index), None)
        if of and index <= of.last + NEARBY and not _is_left(page, of, index):
            for piece in _of_rows(page.blocks[index]):
                yield piece, of
    for sentence in said:
        index = places[id(sentence.block)]
        of = next((s for s in reversed(all_sides) if s.first <= index), None)
        if of is None or index > of.last + NEARBY or not _is_stated(sentence, of):
            continue
        if not _is_left(page, of, index):
            for piece in _split(sentence, asked.get(id(sentence), "")):
                yield piece, of


def _may_be_share(sentence: Sentence, asked: Mapping[int, str]) -> bool:
    """Whether a sentence, or the question before it, has a share and words for a group."""
    said = sentence.plain
    if not ("%" in said or SHARE.search(said)) or not VALUE.search(said):
        return False
    said = asked.get(id(sentence), "") + said
    return any(opens.search(said) for opens in (WHEN, ONE, OF))


def _questions(page: Question) -> dict[int, str]:
    """For each sentence behind a question this question."""
    return {
        id(one): asked.plain
        for asked, one in pairwise(sentences(page))
        if asked.plain.rstrip(' *_"”').endswith("?")
    }


def _is_left(page: Question, of: Sides, index: int) -> bool:
    """Whether the text between the counts and a block turns to another case."""
    between = page.blocks[of.last + 1 : index]
    return any(changes_scenario(words(block.text.content)) for block in between)


def _is_stated(sentence: Sentence, of: Sides) -> bool:
    """Whether a sentence speaks of the cases at hand, and of no other numbers than theirs."""
    plain = sentence.plain
    if sentence.is_of_mistakes or plain.rstrip(' *_"”)').endswith("?"):
        return False
    if changes_scenario(plain) or THRESHOLD.search(plain):
        return False
    around = words(sentence.block.text.content) if sentence.block.kind != "table" else plain
    at = around.find(plain)
    if at >= 0 and is_taken_back(around, at, at + len(plain)):
        return False
    counts = {whole_number(found[0]) for found in COUNT.finditer(VALUE.sub("", plain))}
    return all(count in of.numbers or count < 11 or count == 100 for count in counts)


def _of_rows(block: Block) -> Iterator[Piece]:
    """The rows of a table that give a share: what it is of, and the number."""
    for row in block.rows[1:]:
        values = [(cell, VALUE.fullmatch(words(cell.content).strip())) for cell in row[1:]]
        found = [(cell, value["value"]) for cell, value in values if value]
        if len(found) == 1 and len(row) == 2:
            ((cell, value),) = found
            said = f"{words(row[0].content)} is ¤"
            at = cell.content.find(value)
            yield Piece(cell, said, max(at, 0), Quantity.written(value.replace(" ", "")))


def _split(sentence: Sentence, asked: str) -> Iterator[Piece]:
    """The parts of a sentence that have one share each; a question before it belongs to it."""
    plain = sentence.plain
    found = list(VALUE.finditer(plain))
    ends = [0] if found else []
    for one, other in pairwise(found):
        breaks = list(BETWEEN.finditer(plain, one.end(), other.start()))
        if not breaks:
            return
        ends.append(breaks[-1].end())
    for value, start, end in zip(found, ends, [*ends[1:], len(plain)], strict=False):
        said = f"{plain[start : value.start()]}¤{plain[value.end() : end]}"
        before, _, behind = said.partition("¤")
        said = f"{before.rpartition('; ')[2]}¤{behind.partition(';')[0]}"
        if asked and not any(opens.search(said) for opens in (WHEN, ONE, OF)):
            said = f"{asked} {said}"
        quantity = Quantity.written(value["value"].replace(" ", ""))
        yield Piece(sentence.text, said, value.start("value"), quantity)


def _is_unreal(plain: str) -> bool:
    """Whether a text supposes something, or speaks of another classifier."""
    return any(not SAID.fullmatch(found[0]) for found in FROM_HERE.finditer(plain))


# -- of what they are shares ----------------------------------------------------------------------


def _wrong(piece: Piece, of: Sides, every: tuple[Sides, ...]) -> str:
    """Why a share is wrong; "" if it is right or may be of something else."""
    if piece.value.value in (0, 1, Fraction(1, 2)):
        return ""
    is_percent = piece.value.text.endswith("%")
    is_share = bool(SHARE.search(piece.plain))
    if not is_share and (not is_percent or NAME.search(piece.plain)):
        return ""
    found = _group(piece.plain, of)
    if not found or _is_unreal(piece.plain) or _is_computed(piece):
        return ""
    half, rest = found
    if any(agree(share, piece.value) for one in every for share, *_ in _shares(half, one)):
        return ""
    others = {side for side, _ in halves(rest, of)} - {half[0]}
    is_sure = bool(others or TRUTH.search(rest))
    if not is_sure and piece.value.high - piece.value.low > PRECISE:
        return ""
    rights = list(_shares(half, of))
    slip = _other_ratio(piece.value, of)
    if not slip and not (
        is_sure
        and significant_digits(piece.value.text) >= LEAST_DIGITS
        and any(has_digits_of(piece.value.text, w) for share, *_ in rights for w in written(share))
    ):
        return ""
    whole = f"these {rights[0][2]:,} cases" if half[1] is not None else "these cases"
    worked = " or ".join(
        f"{part}/{whole} = {shown_percent(share)}" for share, part, whole in rights
    )
    why = f", which is {slip}" if slip else ""
    return f"of {whole} it is {worked}; the page says {piece.value.text}{why}"


def _is_computed(piece: Piece) -> bool:
    """Whether the text gives two counts whose ratio the number is: so what it is a share of."""
    counts = {whole_number(found[0]) for found in COUNT.finditer(piece.plain)}
    return any(agree(Fraction(a, b), piece.value) for a in counts for b in counts if 0 < a < b)


def _group(plain: str, of: Sides) -> tuple[Group, str] | None:
    """The group of which a text says a share, by the plainest of the words that tell it, and the
    rest of the text."""
    mark = plain.index("¤")
    for opens, first, last in (
        (WHEN, 0, len(plain)),
        (ONE, 0, mark),
        (OF, 0, mark),
        (OF, mark, len(plain)),
        (IN, 0, len(plain)),
    ):
        for opening in opens.finditer(plain, first, last):
            phrase, end = _phrase(plain, opening, opens)
            named = halves(phrase, of)
            if not named and (opens is WHEN or OPEN.search(phrase)):
                end = CLAUSE_END.search(plain, opening.end()).start()
                named = halves(phrase := plain[opening.end() : end], of)
            if len({side for side, _ in named}) < len(named) or (
                len(named) > 1 and named[0][1] is None
            ):
                return None  # both halves of a side
            is_first = (
                opens is WHEN or ACTS.search(phrase) or _is_of_share(plain, opening, phrase, of)
            )
            if named and (len(named) == 1 or is_first):
                side, half = named[0]
                is_open = tells_more(phrase, of)
                return (
                    side,
                    None if is_open else half,
                ), f"{plain[: opening.start()]} {plain[end:]}"
            if named:
                return None  # what both sides have in common
    return None


def _is_of_share(plain: str, opening: re.Match[str], phrase: str, of: Sides) -> bool:
    """Whether a phrase ends with what the cases are a share by: "share of good parts passed"."""
    is_share = SHARE_OF.search(plain[: opening.start()])
    return bool(is_share) and len(halves(phrase.split()[-1], of)) == 1


def _phrase(plain: str, opening: re.Match[str], opens: Pattern) -> tuple[str, int]:
    """The words behind "of" or "when" that say which cases are meant, and where they end."""
    start, end = opening.end(), CLAUSE_END.search(plain, opening.end()).start()
    if opens is WHEN:
        subject = SUBJECT.match(plain, start, end)
        return plain[subject.end() if subject else start : end], end
    is_share = opens is OF and bool(SHARE_OF.search(plain[: opening.start()]))
    relative = RELATIVE.search(plain, start, end)
    predicate = PREDICATE.search(plain, start, end)
    if relative and not is_share:
        predicate = predicate and PREDICATE.search(plain, max(predicate.end(), relative.end()), end)
    elif relative and not (predicate and predicate.start() < relative.start()):
        predicate = relative
    end = (
        predicate.start()
        if predicate and predicate.start() > start + 3 and plain[start : predicate.start()].strip()
        else end
    )
    return plain[start:end], end


# -- what they can be -----------------------------------------------------------------------------


def _shares(group: Group, of: Sides) -> Iterator[tuple[Fraction, int, int]]:
    """The shares of a group that the halves of the other side have, part and whole."""
    side, known = group
    for half in (True, False) if known is None else (known,):
        whole = of.size(_part(side, half))
        for other in (True, False):
            part = of.size(_part(side, half, other))
            if whole:
                yield Fraction(part, whole), part, whole


def _part(side: int, half: bool, other: bool | None = None) -> Part:
    return (half, other) if side == 0 else (other, half)


def _other_ratio(value: Quantity, of: Sides) -> str:
    """The ratio of two of the counts that a number is; "" if it is none."""
    for part, whole in product(PARTS, PARTS):
        a, b = of.size(part), of.size(whole)
        if 0 < a < b and _overlap(part, whole) and agree(Fraction(a, b), value):
            return f"{a:,}/{b:,}"
    return ""


def _overlap(part: Part, whole: Part) -> bool:
    """Whether one may be taken for a part of the other: it shares a half with it or is of all."""
    return whole == (None, None) or any(
        p == w for p, w in zip(part, whole, strict=True) if w is not None
    )
