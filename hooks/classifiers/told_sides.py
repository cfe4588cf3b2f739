"""Cases that a page counts by two sides, in the page's own words.

"A detector was tried in 250 kitchens, 50 with a fire. It beeped in 72: 46 times there was a fire."
One side is fire or none, the other beep or none; which is the truth and which the verdict does not
matter for "when it beeps, there is a fire in 64 % of cases". So nothing need be known of detectors:
each number counts all cases, a half of a side, or what two halves share. Numbers that are parts
("of these"), words that two numbers have in common, and the sums decide which; a story that may be
told in two ways is left alone.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter

from hooks.classifiers.class_matrix import Grid, count_grid
from hooks.classifiers.counted_sets import (
    AMONG_THEM,
    BREAK,
    CALLED,
    DIGITS,
    FLAG_VERB,
    FLAGGED,
    MISSED,
    NAMED_NUMBER,
    NEGATIVE,
    NUMERAL,
    OF_THEM,
    OF_WHOLE,
    PART_OF,
    POSITIVE,
    RIGHTLY,
    STOP,
    WRONGLY,
    around,
    told_in,
)
from hooks.classifiers.matrix import ConfusionMatrix, whole_number
from hooks.classifiers.matrix_in_words import STORY_WORDS, Told, solved
from hooks.classifiers.matrix_labels import are_groups, label_of, positive_of, sides
from hooks.classifiers.matrix_shares import THINGS
from hooks.classifiers.matrix_source import Stated, read, runs
from hooks.language.wording import JOINER, listed, words
from hooks.page import RECENT, Block, Question
from hooks.pattern import Pattern
from hooks.record import record, replace

FEWEST, MOST = 4, 12  # numbers of a story
SMALLEST = 20  # cases of a story
LONGEST_STORY = 3  # blocks
# What a story has that tells of cases and of what was said of them.
TELLING = (
    *STORY_WORDS,
    "of which",
    "out of",
    "among",
    "of the ",
    "there was",
    "there were",
    "wrong",
    "right",
    "justified",
)
NEAR = 6  # words before a number that may speak of it
MOST_STEPS = 200  # of a search: a story that needs more is not clear
MOST_COST = 3  # things that no word says
MOST_SEARCHES = 2  # on a page that end with nothing
DENIED = Pattern(
    r"^\s*(?:\w+\s+)?(?:do|did|does|are|were|is|was|had|has|have)\s*(?:not|n['’]t)|\bnothing\b|\bwithout\b",
    re.I,
)
GROUPED = Pattern(rf"(?<![\d.,])(\d{{1,3}})[ {JOINER}](\d{{3}})(?![\d.,]*\d)")  # 2 000
ROUND = Pattern(r"(?<=the )(?:thousand|hundred)\b", re.I)
ROUND_NUMBERS = {"thousand": "1000", "hundred": "100"}
# Whoever says which cases are positive: what they find or mark is the truth, no verdict.
JUDGES = Pattern(
    r"\b(?:humans?|experts?|annotators?|panel|pathologists?|doctors?|nurses?|biopsy|x-ray\w*|ultrasound|audits?|auditors?"
    r"|reviews?|reviewers?|gold|reference|laboratory|inspectors?|we\s+know|known|confirmed|turned\s+out)\b",
    re.I,
)
QUOTED = Pattern(r"[\"“'‘]\w+[\"”'’]")
AS_CLASS = Pattern(
    r"\b(?:call(?:s|ed)|label(?:s|l?ed)|declare[sd]?|deem(?:s|ed)|judge[sd]?|as|to\s+be)\s+(?:an?\s+)?(?P<class>[a-z-]{3,})",
    re.I,
)
YEAR = Pattern(r"(?:19|20)\d\d(?=\s*[:.,;)]|$)")
DOER = Pattern(
    r"\b(?:it|they|we|he|she|you|the|are|were|is|was|had|have|has|do|did|does)\b|,", re.I
)
# 50 defective chips; it dug at 40 places
COUNTED = Pattern(
    r"\s+(?P<before>(?:[a-z-]+\s+)?)(?P<noun>[a-z-]{3,}s)\b(?=\s*(?:$|[.,;:)]|\s(?:as|to|with|that|which|of|among|in|on|were|are|was|is|had|have|did|do)\b))",
    re.I,
)
STOPS = Pattern(r"[.;!?]\s")
# It marked 190 and was right on 150.
RIGHT_ON = Pattern(r"\b(?:right|correct)\s+(?:on|in|about|with|for)\s+(?:only\s+)?$", re.I)
# predicted positive, says "ill"
VERDICT = Pattern(
    r"\b(?:predict(?:s|ed)|test(?:s|ed)?|calls?|called|says?|said|declare[sd]?)\s*[:,]?\s*"
    r"(?P<class>positive|negative|[\"“'‘]\w+[\"”'’])",
    re.I,
)
WORD = Pattern(r"[a-z][a-z'’-]{2,}")
IRREGULAR = dict(
    pair.split(":")
    for pair in """left:leave caught:catch found:find broke:break broken:break rang:ring dug:dig
    threw:throw thrown:throw hid:hide hidden:hide held:hold bought:buy lost:lose stole:steal
    stolen:steal kept:keep sent:send chose:choose chosen:choose took:take taken:take fell:fall
    fallen:fall shut:shut blew:blow blown:blow heard:hear struck:strike""".split()
)
SUFFIXES = ("ings", "ing", "ers", "er", "ed", "es", "s", "ly", "e")
CLASSES = Pattern(r"(?<!true )(?<!false )\b(?:positives|negatives)\b(?!\s+pred)", re.I)
STEM = 5  # letters that the forms of a word share
NEGATION = Pattern(r"\b(?:not|no|without|never|neither|nor|none|n['’]t)\W+(?:\w+\W+){0,2}?$")
PREFIXES = ("un", "non", "non-", "in", "ir", "im", "dis")
EMPTY = THINGS | STOP | listed(
    """time times total sum number numbers share part parts half set year week month day case one
    two three every each all any none last first second about exactly just only than then when where
    while but his her their they you she him who what how out over under into from with without not
    never neither nor yes more less good well something someone
    really truly wrongly rightly correctly right wrong false true real justified"""
) - {"good", "parts"}  # fmt: skip

Half = tuple[int, bool]  # which side, and which of its halves
Part = tuple[bool | None, bool | None]  # of each side the half, None for both halves
ALL: Part = (None, None)
KINDS: dict[Part, str] = {
    (None, None): "T",
    (True, None): "P",
    (False, None): "N",
    (None, True): "PP",
    (None, False): "PN",
    (True, True): "TP",
    (True, False): "FN",
    (False, True): "FP",
    (False, False): "TN",
}
PARTS = tuple(KINDS)
CELLS = tuple(part for part in PARTS if None not in part)


@record
class Sides:
    """Cases counted by two sides, and the words for their halves.

    cells: the count of each pair of halves.
    named: stems of words and the half that each one names.
    known: the sides whose halves general words name too: the first, if "ill" or "relevant" is its
        True half, and the second, if "flagged" is.
    first, last: the blocks that tell them, by index.
    is_said: nothing but words and sums tells what each number counts.
    nouns: stems of the words for what is counted.
    """

    cells: Mapping[Part, int]
    named: Mapping[str, Half]
    known: tuple[bool, bool]
    first: int
    last: int
    is_said: bool = True
    nouns: frozenset[str] = frozenset()

    def size(self, part: Part) -> int:
        return sum(
            count
            for cell, count in self.cells.items()
            if all(p in (None, c) for p, c in zip(part, cell, strict=True))
        )

    @property
    def numbers(self) -> frozenset[int]:
        return frozenset(map(self.size, PARTS))


# -- the page -------------------------------------------------------------------------------------


@lru_cache(maxsize=RECENT)
def told_sides(page: Question, until: int) -> tuple[Sides, ...]:
    """What the page counts by two sides, in its order: tables, stated counts, stories; up to a
    block."""
    found = [*_of_matrices(page)]
    taken = {i for one in found for i in range(one.first, one.last + 1)}
    found += _of_stories(page.blocks[: until + 1], taken)
    taken = {i for one in found for i in range(one.first, one.last + 1)}
    found += (
        _of_roles(stated)
        for stated in read(page).stated
        if stated.told and stated.matrix.is_complete and stated.first not in taken
    )
    return tuple(sorted(found, key=lambda one: one.first))


def _of_matrices(page: Question) -> Iterator[Sides]:
    """The sides of the matrices that are read without the page's own words, with their labels."""
    for stated in read(page).stated:
        matrix = stated.matrix
        if matrix.is_complete and not matrix.is_of_class and not stated.told:
            block = page.blocks[stated.first]
            grid = None if block.is_prose else count_grid(block)
            named = _of_labels(grid, matrix) if grid else {}
            yield replace(_of_roles(stated), named=named)
    complete = {s.first for s in read(page).stated if s.matrix.is_complete}
    yield from (of for of in _of_tables(page.blocks) if of.first not in complete)


def _of_tables(blocks: Sequence[Block]) -> Iterator[Sides]:
    """The sides of tables that cross two halves with two others, whichever is the verdict."""
    for index, block in enumerate(blocks):
        grid = None if block.is_prose else count_grid(block)
        if grid and len(grid.cells) == 2 and _are_halves(grid.rows, grid.columns):
            rows, columns = _named_apart(grid.rows, 0, True), _named_apart(grid.columns, 1, True)
            if rows and columns and rows.keys().isdisjoint(columns):
                counts = (count for row in grid.cells for count in row)
                cells = dict(zip(CELLS, counts, strict=True))
                yield Sides(cells, rows | columns, (False, False), index, index)


def _are_halves(rows: tuple[str, ...], columns: tuple[str, ...]) -> bool:
    """Whether one side has a class and its opposite: no groups, nor what is compared."""
    if are_groups(rows) or are_groups(columns):
        return False
    return any(positive_of(tuple(map(label_of, labels))) is not None for labels in (rows, columns))


def _of_roles(stated: Stated) -> Sides:
    m = stated.matrix
    cells = dict(zip(CELLS, (m.tp, m.fn, m.fp, m.tn), strict=True))
    return Sides(cells, {}, (not m.is_of_either,) * 2, stated.first, stated.last)


def _of_labels(grid: Grid, matrix: ConfusionMatrix) -> dict[str, Half]:
    """The stems of the labels of a table's rows and columns; of classes that both sides name, the
    actual side has the words."""
    row_side, _ = sides(grid.rows, grid.columns, grid.corner, " ".join(grid.columns))
    if len(grid.cells) != 2 or row_side is None:
        return {}
    by_rows = row_side == "actual"
    actual, verdict = (grid.rows, grid.columns) if by_rows else (grid.columns, grid.rows)
    (a, b), (c, d) = grid.cells
    at = {(True, True): matrix.tp, (True, False): matrix.fn, (False, True): matrix.fp}
    (a, b, c, d) = (a, b, c, d) if by_rows else (a, c, b, d)
    for first in (True, False):
        for second in (True, False):
            own = {(first, second): a, (first, not second): b, (not first, second): c}
            if all(at.get(part, matrix.tn) == count for part, count in own.items()):
                named = _named_apart(verdict, 1, second)
                return named | _named_apart(actual, 0, first)
    return {}


def _named_apart(labels: Sequence[str], side: int, first: bool) -> dict[str, Half]:
    """The stems that only one of two labels has."""
    one, other = ({s for s, negated in stems(label) if not negated} for label in labels)
    named = dict.fromkeys(one - other, (side, first))
    return named | dict.fromkeys(other - one, (side, not first))


def stated_by_stories(page: Question) -> tuple[Stated, ...]:
    """The matrices of stories in which general words tell what is positive and what is flagged,
    where no other reader finds one."""
    complete = [s for s in read(page).stated if s.matrix.is_complete]
    if complete:
        return ()
    return tuple(
        Stated(ConfusionMatrix(*map(of.size, CELLS)), of.first, of.last, told=True, elected=True)
        for of in told_sides(page, len(page.blocks))
        if all(of.known) and of.is_said and page.blocks[of.first].is_prose
    )


# -- words ----------------------------------------------------------------------------------------


def stems(said: str) -> list[tuple[str, bool]]:
    """The stems of the words of a phrase that tell something, and whether each is negated."""
    return [(own, negated) for _, own, negated in placed_stems(said.lower())]


def placed_stems(said: str) -> Iterator[tuple[int, str, bool]]:
    """The same, in lower case, and where each stands."""
    for found in WORD.finditer(said):
        if found[0] not in EMPTY:
            at = found.start()
            yield at, stem(found[0]), bool(NEGATION.search(said, max(0, at - 25), at))


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What the forms of a word share: beep, beeps, beeped; flag, flagged."""
    word = word.removesuffix("'s").removesuffix("’s")
    word = IRREGULAR.get(word, word)
    end = next((e for e in SUFFIXES if word.endswith(e) and len(word) - len(e) > 2), "")
    base = word.removesuffix(end)
    base = base[:-1] if len(base) > 3 and base[-1] == base[-2] else base
    return base[:STEM]


def halves(said: str, of: Sides) -> list[tuple[int, bool | None]]:
    """The halves that the words of a phrase name, in its order, each once; None where general
    words name a side and nothing tells which of its halves is meant, or which side."""
    said = WORD.sub(
        lambda word: " " * len(word[0]) if stem(word[0]) in of.nouns else word[0], said.lower()
    )
    found: list[tuple[int, int, bool | None]] = []
    for at, own, negated in placed_stems(said):
        if half := _half(own, of.named):
            found.append((at, half[0], half[1] != negated))
    told = {side for _, side, _ in found}
    for side, (half, at) in zip((1, 0), _general_at(said), strict=True):
        if half is not None and side not in told:
            if any(of.known):
                found.append((at, side, half if of.known[side] else None))
            elif not told:
                found += [(at, 0, None), (at, 1, None)]
    return list(dict.fromkeys((side, half) for _, side, half in sorted(found, key=itemgetter(0))))


def tells_more(said: str, of: Sides) -> bool:
    """Whether a phrase has words of which nothing tells what they mean."""
    return any(
        own not in of.nouns and not _half(own, of.named) and not _general_word(own)
        for own, _ in stems(said)
    )


@lru_cache(maxsize=1024)
def _general_word(own: str) -> bool:
    return any(
        sign.match(own) for sign in (FLAG_VERB, FLAGGED, MISSED, POSITIVE, NEGATIVE, CLASSES)
    )


def _half(own: str, named: Mapping[str, Half]) -> Half | None:
    """The half that a stem names, or that its opposite does not: infected, uninfected."""
    if own in named:
        return named[own]
    for prefix in PREFIXES:
        base = own.removeprefix(prefix)
        opposites = (
            [n for n in named if n.startswith(base)] if base != own and len(base) > 2 else []
        )
        opposites += [n for n in named if n == (prefix + own)[:STEM]]
        if opposites:
            side, half = named[opposites[0]]
            return side, not half
    return None


def _general_at(said: str) -> tuple[tuple[bool | None, int], tuple[bool | None, int]]:
    """What general words say of a phrase, flagged or not and positive or not, and where."""
    flagged, positive = _general(said)
    signs = (FLAG_VERB, FLAGGED, MISSED), (POSITIVE, NEGATIVE, CLASSES)
    at = (
        min((found.start() for sign in of_side if (found := sign.search(said))), default=0)
        for of_side in signs
    )
    return (flagged, next(at)), (positive, next(at))


def _general(before: str, behind: str = "") -> tuple[bool | None, bool | None]:
    """Whether words that hold on any page say "flagged" or its opposite, "positive" or its.

    before, behind: the words around a number, if any stands there; verbs act on what follows.
    """
    said = f"{before} ¤ {behind}"
    if verdict := VERDICT.search(said):
        named = verdict["class"].strip("\"“”'‘’")
        return not (named == "negative" or NEGATIVE.fullmatch(named)), None
    flagged = False if MISSED.search(said) else None
    flags = FLAG_VERB.search(before)
    if flagged is None and (flags or FLAGGED.search(said)):
        flagged = not NEGATION.search(said, 0, flags.start()) if flags else True
    called = CALLED.search(said) if flags else None
    said = said[: called.start()] if called else said
    if WRONGLY.search(said):
        return flagged, None if flagged is None else not flagged
    if classes := CLASSES.search(said):
        return flagged, classes[0].lower() == "positives"
    said = behind or said
    negative, positive = NEGATIVE.search(said), POSITIVE.search(said)
    is_negative = negative and not (positive and positive.start() < negative.start())
    return flagged, False if is_negative else True if positive else None


# -- stories --------------------------------------------------------------------------------------


@record
class Number:
    """A number of a story: what its words say of it.

    wholes: the numbers before it, by place, one of which it is a part of if its words say so.
    follows: the number before it in its sentence, of which it may be a part.
    noun: the stem of the word for what is counted, "chips" in "50 defective chips".
    called: the stems of what the cases are called, "edible" in "3 that it called edible".
    """

    value: int
    stems: tuple[tuple[str, bool], ...]
    wholes: tuple[int, ...]
    follows: int | None
    flagged: bool | None
    positive: bool | None
    is_right: bool | None
    is_denied: bool
    noun: str = ""
    called: tuple[str, ...] = ()


def _of_stories(blocks: Sequence[Block], taken: set[int]) -> Iterator[Sides]:
    """The sides that the paragraphs and lists of each section tell."""
    units = [unit for unit in runs(blocks) if _may_tell(blocks, unit, taken)]
    done, searches = -1, 0
    for at, unit in enumerate(units):
        if unit[0] <= done or searches >= MOST_SEARCHES:
            continue
        plain, last = "", unit[0] - 1
        for following in units[at : at + LONGEST_STORY]:
            if any(not b.is_prose or b.kind == "heading" for b in blocks[last + 1 : following[0]]):
                break
            last = following[-1]
            plain += ".\n".join(words(blocks[i].text.content) for i in following) + ".\n"
            if len(DIGITS.findall(plain)) < FEWEST or not _has_any(plain.lower(), TELLING):
                continue
            numbers = described(plain)
            if len(numbers) > MOST:
                break
            if not _is_told(numbers):
                continue
            if not any(described(words(blocks[i].text.content)) for i in unit):
                break  # the story starts later
            if solution := _Search(numbers).best():
                done = last
                yield replace(solution, first=unit[0], last=last)
                break
            searches += 1


def _is_told(numbers: Sequence[Number]) -> bool:
    """Whether numbers may be a story: some are parts of others, or general words tell of them."""
    if len(numbers) < FEWEST or max(n.value for n in numbers) < SMALLEST:
        return False
    return any(n.wholes or n.flagged is not None for n in numbers)


def _has_any(text: str, among: Sequence[str]) -> bool:
    return any(map(text.__contains__, among))


def _may_tell(blocks: Sequence[Block], unit: Sequence[int], taken: set[int]) -> bool:
    block = blocks[unit[0]]
    if not block.is_prose or block.kind == "heading" or not taken.isdisjoint(unit):
        return False
    return any(DIGITS.search(blocks[i].text.content) for i in unit)


def described(plain: str) -> list[Number]:
    """The numbers of a story and what is said of each; a whole stands before its parts."""
    plain = GROUPED.sub(lambda group: f"{group[1]},{group[2]}", plain)
    plain = ROUND.sub(lambda word: ROUND_NUMBERS[word[0].lower()].ljust(len(word[0])), plain)
    found = [n for start, end in told_in(plain) for n in NUMERAL.finditer(plain, start, end)]
    found = [n for n in found if not _is_name(plain, n)]
    order = list(range(len(found)))
    for i in order[:-1]:
        if PART_OF.fullmatch(plain[found[i].end() : found[i + 1].start()]):
            order[i], order[i + 1] = i + 1, i  # 46 of the 50
    numbers: list[Number] = []
    for i in order:
        before, behind = _around(plain, found, i)
        numbers.append(_described(found[i][0], " ".join(before.split()[-NEAR:]), behind))
        last = order[len(numbers) - 2] if len(numbers) > 1 else i + 2
        if abs(last - i) == 1:
            link = _Link(plain, found[last], found[i])
            numbers[-1] = replace(numbers[-1], **link.wholes(numbers, before, behind))
    return [replace(n, stems=_telling(n, numbers)) for n in numbers]


def _is_name(plain: str, number: re.Match[str]) -> bool:
    """Whether a number counts nothing: a year, a page, a version."""
    before = plain[max(0, number.start() - 15) : number.start()]
    return bool(NAMED_NUMBER.search(before) or YEAR.match(plain, number.start()))


def _telling(number: Number, numbers: Sequence[Number]) -> tuple[tuple[str, bool], ...]:
    """The stems of a number that tell it from others: not the nouns for what is counted, nor what
    cases are merely called."""
    others = {own for n in numbers if n is not number for own, _ in n.stems}
    largest = max(numbers, key=attrgetter("value"))
    nouns = {n.noun for n in numbers} if not largest.stems else {number.noun} - others
    return tuple(own for own in number.stems if own[0] not in nouns.union(number.called))


def _around(plain: str, found: Sequence[re.Match[str]], i: int) -> tuple[str, str]:
    """The words before and behind a number that speak of it; those between "of the 80" and what
    is done with them are of the next number."""
    before, behind = around(plain, found, i)
    if i and PART_OF.fullmatch(plain[found[i - 1].end() : found[i].start()]):
        behind = DOER.split(behind)[0]  # 60 of 480 bolts | were loose
    elif i + 1 < len(found) and PART_OF.fullmatch(plain[found[i].end() : found[i + 1].start()]):
        of_whole = around(plain, found, i + 1)[1]
        behind = of_whole[len(DOER.split(of_whole)[0]) :]
    if i and _is_whole_of_next(plain, found, i - 1):
        between = plain[found[i - 1].end() : found[i].start()]
        before = between[len(DOER.split(between)[0]) :]
    if i + 1 < len(found) and _is_whole_of_next(plain, found, i):
        behind = DOER.split(plain[found[i].end() : found[i + 1].start()])[0]
    return before, behind


def _is_whole_of_next(plain: str, found: Sequence[re.Match[str]], i: int) -> bool:
    """Whether a number and the next stand as in "of the 80 mails it heard 68"."""
    between = plain[found[i].end() : found[i + 1].start()]
    lead = plain[max(0, found[i].start() - 20) : found[i].start()]
    return bool(OF_WHOLE.search(lead)) and not STOPS.search(between)


def _described(written: str, before: str, behind: str) -> Number:
    is_truth = bool(JUDGES.search(f"{before} {behind}"))
    verb = None if is_truth else FLAG_VERB.search(before)
    called = CALLED.search(behind) if verb else None
    own = QUOTED.sub("", behind[: called.start()] if called else behind)
    doer = before[: verb.end()] if verb else before  # what stands behind is the verdict's class
    flagged, positive = _general("" if is_truth else before, behind)
    flagged = None if is_truth else flagged
    right = RIGHTLY.search(behind) or RIGHT_ON.search(before)
    is_right = False if WRONGLY.search(f"{before} {behind}") else True if right else None
    act = stems(BREAK.split(doer.rstrip(" :"))[-1])[-1:]
    said = tuple(dict.fromkeys((*act, *stems(own))))
    noun = COUNTED.match(own)
    is_noun = noun and (act or stems(noun["before"]))
    return Number(
        whole_number(written),
        said,
        (),
        None,
        flagged,
        positive,
        is_right,
        is_denied=bool(DENIED.search(behind)) or any(negated for _, negated in said),
        noun=stem(noun["noun"].lower()) if is_noun else "",
        called=tuple(stem(named["class"].lower()) for named in AS_CLASS.finditer(behind)),
    )


@record
class _Link:
    """What stands between a number and the one before it."""

    plain: str
    last: re.Match[str]
    number: re.Match[str]

    def wholes(self, numbers: Sequence[Number], before: str, behind: str) -> dict[str, object]:
        """The numbers of which the last is a part, as its words or its sentence say."""
        place = len(numbers) - 2
        above = (place, *numbers[place].wholes)
        if self.last.start() > self.number.start():
            return {"wholes": (place,), "follows": place}
        is_one_sentence = not STOPS.search(self.plain[self.last.end() : self.number.start()])
        if OF_THEM.match(behind) or AMONG_THEM.search(before) or RIGHT_ON.search(before):
            return {"wholes": above, "follows": place}
        if _is_whole_of_next(self.plain, (self.last, self.number), 0):
            return {"wholes": (place,), "follows": place}
        return {"follows": place if is_one_sentence else None}


class _Search:
    """What each number of a story counts: the way that contradicts nothing and needs the least
    that no word says."""

    def __init__(self, numbers: Sequence[Number]):
        self.largest = max(n.value for n in numbers)
        self.numbers = numbers
        hints = [(n.positive, n.flagged) for n in numbers if n.value != self.largest]
        self.known = tuple(any(h[side] is not None for h in hints) for side in (0, 1))
        self.domains = [self._domain(n) for n in numbers]
        names = Counter(name for n in numbers for name, _ in n.stems)
        self.common = [tuple(own for own in n.stems if names[own[0]] > 1) for n in numbers]
        self.steps = 0
        self.least = MOST_COST
        self.found: list[tuple[Part, ...]] = []

    def best(self) -> Sides | None:
        """What the numbers tell if they can only be meant in one way."""
        self._assign((), 0)
        if len(self.found) != 1 or self.steps > MOST_STEPS:
            return None
        way = self.found[0]
        if not any(map(self._is_anchored, range(len(way)), way)):
            return None
        values = self._solved(way)
        if len(values) < len(CELLS) or not all(values.values()):
            return None
        named = self._named(way)
        told = {side for side, _ in named.values()} | {s for s in (0, 1) if self.known[s]}
        if told != {0, 1}:
            return None
        cells = {part: values[KINDS[part]] for part in CELLS}
        if not _go_together(cells):
            return None
        nouns = {
            own
            for n, part in zip(self.numbers, way, strict=True)
            if part == ALL
            for own, _ in n.stems
        }
        is_said = self.least == 0 and ALL in way
        return Sides(cells, named, self.known, 0, 0, is_said, frozenset(nouns))

    def _is_anchored(self, place: int, part: Part) -> bool:
        """Whether words say that a number counts what two halves share: it is a part of another,
        has a word in common with one, or a word that tells on any page."""
        number = self.numbers[place]
        hints = (number.positive, number.flagged, number.is_right)
        says = number.wholes or self.common[place] or any(hint is not None for hint in hints)
        return None not in part and bool(says)

    def _assign(self, way: tuple[Part, ...], cost: int) -> None:
        """Try every part for the next number, as long as the way may be the best."""
        self.steps += 1
        if self.steps > MOST_STEPS or cost > self.least:
            return
        if len(way) < len(self.numbers):
            for part in self.domains[len(way)]:
                if self._may_be(part, way):
                    self._assign((*way, part), cost + self._unsaid((*way, part)))
        elif self._solved(way):  # in part at least: a way that leaves counts open may be meant
            self.found = [*self.found, way] if cost == self.least else [way]
            self.least = cost

    def _domain(self, number: Number) -> list[Part]:
        """What a number may count by its own words."""
        return [part for part in PARTS if self._is_said(part, number)]

    def _is_said(self, part: Part, number: Number) -> bool:
        if part == ALL:
            return number.value == self.largest
        if number.flagged is not None and part[1] is not number.flagged:
            return False
        if number.positive is not None and part[0] is not number.positive:
            return False
        is_cell = None not in part
        return not is_cell or number.is_right is None or (part[0] == part[1]) == number.is_right

    def _may_be(self, part: Part, way: tuple[Part, ...]) -> bool:
        number = self.numbers[len(way)]
        if number.wholes and not any((part, way[i]) in WITHIN for i in number.wholes):
            return False
        value = number.value
        for other, before in zip(way, self.numbers, strict=False):
            if part == other:
                if value != before.value:
                    return False
            elif value > before.value:
                if (part, other) in WITHIN:
                    return False
            elif value < before.value and (other, part) in WITHIN:
                return False
        return self._is_first_of_side(part, way)

    def _is_first_of_side(self, part: Part, way: tuple[Part, ...]) -> bool:
        """Whether the halves are taken in order where no words tell them apart."""
        for side in (0, 1):
            is_first = all(other[side] is None for other in way)
            if part[side] is False and is_first and not self.known[side]:
                return False
        if any(self.known) or part[0] is not None or part[1] is None:
            return True
        return any(other[0] is not None for other in way)

    def _unsaid(self, way: tuple[Part, ...]) -> int:
        """What the last number counts although nothing says so: halves beyond one more than its
        whole has, False halves; and words that it shares with numbers of other halves."""
        part, number = way[-1], self.numbers[len(way) - 1]
        is_denied = number.is_denied and False not in part
        if part == ALL:
            return is_denied + 3 * (not number.positive is number.flagged is None)
        shared, contradicted = self._shared_words(way)
        said = {side for side, half in shared}
        said |= {
            side for side, hint in enumerate((number.positive, number.flagged)) if hint is not None
        }
        whole = self._whole(way, len(way) - 1)
        own = [s for s in (0, 1) if part[s] is not None and whole[s] is None and s not in said]
        is_far = bool(number.wholes) and (part, way[number.wholes[0]]) not in WITHIN
        denied = sum(part[s] is False for s in own) - number.is_denied
        is_whole = number.value == self.largest
        return (
            max(0, len(own) - 1) + max(0, denied) + is_denied + is_whole + is_far + 2 * contradicted
        )

    def _whole(self, way: Sequence[Part], place: int) -> Part:
        """What the number is a part of, as its words or its sentence say."""
        number = self.numbers[place]
        follows = () if number.follows is None else (number.follows,)
        within = (way[i] for i in (*number.wholes, *follows) if (way[place], way[i]) in WITHIN)
        return next(within, ALL)

    def _shared_words(self, way: Sequence[Part]) -> tuple[set[Half], int]:
        """The halves that the last number shares with earlier ones by a word of both, and how many
        such words have no half to share."""
        halves: set[Half] = set()
        contradicted = 0
        for places in self._places(way, self.common[len(way) - 1]).values():
            if len(places) > 1:
                shared = _shared(places, way)
                halves |= set(shared)
                contradicted += not shared
        return halves, contradicted

    def _places(
        self, way: Sequence[Part], own: Collection[tuple[str, bool]]
    ) -> dict[str, list[tuple[int, bool]]]:
        """For each stem the numbers that it is said of; without stems said of all cases."""
        if not own:
            return {}
        found: dict[str, list[tuple[int, bool]]] = {name: [] for name, _ in own}
        for i, number in enumerate(self.numbers[: len(way)]):
            for name, negated in number.stems:
                if name in found:
                    found[name].append((i, negated))
        return {
            name: places
            for name, places in found.items()
            if not any(way[i] == ALL for i, _ in places)
        }

    def _named(self, way: Sequence[Part]) -> dict[str, Half]:
        """The half that each word names, where only one can be meant: of a part, not what its
        whole is called, nor what another of its words names."""
        stems = {stem for number in self.numbers for stem in number.stems}
        shared = {name: _shared(at, way) for name, at in self._places(way, stems).items()}
        named = {name: own[0] for name, own in shared.items() if len(own) == 1}
        for i, number in enumerate(self.numbers):
            names = [name for name, _ in number.stems]
            whole = self._whole(way, i)
            told = {named[name][0] for name in names if name in named}
            told |= {side for side in (0, 1) if whole[side] is not None}
            for name in names:
                left = [half for half in shared.get(name, ()) if half[0] not in told]
                if len(left) == 1 < len(shared[name]):
                    named[name] = left[0]
        return named

    def _solved(self, way: Sequence[Part]) -> dict[str, int]:
        """The counts that follow; none if the numbers contradict one another."""
        return solved(
            [Told(KINDS[p], n.value, 0, 0) for p, n in zip(way, self.numbers, strict=True)], {}
        )


def _go_together(cells: Mapping[Part, int]) -> bool:
    """Whether the halves told first go together, as a class and the verdict on it do."""
    (tp, fn), (fp, tn) = ([cells[a, b] for b in (True, False)] for a in (True, False))
    return tp * tn > fp * fn


def _shared(places: Sequence[tuple[int, bool]], way: Sequence[Part]) -> list[Half]:
    """The halves that all numbers have of which a word is said."""
    return [
        (side, half)
        for side in (0, 1)
        for half in (True, False)
        if all(way[i][side] is (half != negated) for i, negated in places)
    ]


def _is_within(part: Part, whole: Part) -> bool:
    return part != whole and all(w in (None, p) for p, w in zip(part, whole, strict=True))


WITHIN = frozenset((part, whole) for part in PARTS for whole in PARTS if _is_within(part, whole))
