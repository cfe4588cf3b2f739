"""Four counts whose roles no words say that are known here: where a page may state them.

Any block may: a table of two rows and two columns, a list, lines or a column with a count in each
of four entries, two entries with "k of n" each, a sentence with totals from which the other counts
follow, the numbers of a story. What they mean is left open: a candidate is all the matrices that
its structure allows, and `voted_matrices` finds the one that the page's metrics fit.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import permutations

from hooks.classifiers.class_matrix import Grid, count_grid
from hooks.classifiers.matrix import ConfusionMatrix, whole_number
from hooks.classifiers.matrix_labels import LONGEST_TEXT, WHOLE, is_total, sides
from hooks.classifiers.matrix_source import CODE_WITH_COUNTS, Stated, runs
from hooks.language.wording import words
from hooks.page import Block
from hooks.pattern import Pattern
from hooks.record import record

INTEGER = Pattern(
    rf"(?<![\w.,^_/@#%$€£·×+−-])(?<![·×+−/]\s){WHOLE}(?![\w^]|[.,]\d|\s*[%/·×+=]|-\w)"
)
DIGIT = Pattern(r"\d")
FEWEST_TOLD, MOST_TOLD = 4, 12  # different numbers of a story
LEAST_PRESENT = 5  # of the nine numbers of a matrix: four counts, four sums, the total
LEAST_TOTAL = 30  # cases: sums of fewer are found by chance
SHARE_PRESENT = Fraction(2, 3)  # of the story's numbers
OF_NUMBER = 1.0  # digits' worth: one more of them
MOST_LINES = 12
NEAR, FARTHEST = 10, 24  # blocks behind a story, and behind four counts, that may speak of them
OF_SIDE = 2  # digits' worth: labels name a side
DENIAL = Pattern(r"\b(?:not|no|non|without|never|neither|un\w+)\b", re.I)

Cells = tuple[tuple[int, int], tuple[int, int]]
Read = tuple[Sequence[Cells], dict[ConfusionMatrix, float]]  # and what speaks for readings


@record
class Candidate:
    """What four counts may be, and the blocks that give them.

    priors: what speaks for a reading beside the page's metrics, in digits' worth.
    """

    readings: tuple[ConfusionMatrix, ...]
    first: int
    last: int
    priors: dict[ConfusionMatrix, float]


@record
class Place:
    """Blocks that may state four counts. is_sure: their structure says that they are counts of
    one matrix; they end what is said of the counts before. until: where what may be said of these
    ends, unless others end it before."""

    blocks: Sequence[Block]
    first: int
    last: int
    is_sure: bool
    until: int

    def candidates(self) -> Iterator[Candidate]:
        """What the counts may be, the likeliest first."""
        for several, priors in self._readings():
            yield Candidate(readings(several), self.first, self.last, priors)

    def _readings(self) -> Iterator[Read]:
        own = self.blocks[self.first : self.last + 1]
        if grid := _grid(own[0]):
            side, _ = sides(grid.rows, grid.columns, grid.corner, " ".join(grid.columns))
            yield [grid.cells], dict.fromkeys(of_side(grid.cells, side), OF_SIDE)
        elif self.is_sure:
            yield from _structured(entries(own))
        else:
            yield from _told(own)


def places(blocks: Sequence[Block], known: Sequence[Stated]) -> Iterator[Place]:
    """Where a page may state counts that no words explain, or explain wrongly."""
    explained = {i for stated in known for i in range(stated.first, stated.last + 1)}
    for run in runs(blocks):
        if explained.isdisjoint(run) and _is_structured([blocks[i] for i in run]):
            yield Place(blocks, run[0], run[-1], True, run[-1] + FARTHEST)
    for first, last in sections(blocks):
        within = [s for s in known if first <= s.first < last]
        if not within or (len(within) == 1 and blocks[within[0].first].is_prose):
            yield from _told_places(blocks, first, last)


def _is_structured(blocks: Sequence[Block]) -> bool:
    if blocks[0].kind == "heading":
        return False
    return bool(_grid(blocks[0])) or any(_structured(entries(blocks)))


def _told_places(blocks: Sequence[Block], first: int, last: int) -> Iterator[Place]:
    """A section that tells a story; of one with many numbers each text, and each with the next."""
    if (size := len(_numbers(blocks[first:last]))) <= MOST_TOLD:
        if size >= FEWEST_TOLD:
            yield Place(blocks, first, last - 1, False, last + NEAR)
        return
    found = [[first + i for i in run] for run in runs(blocks[first:last])]
    for before, run in zip([None, *found], found, strict=False):
        for start in {run[0], before[0] if before else run[0]}:
            numbers = _numbers(blocks[start : run[-1] + 1])
            if FEWEST_TOLD <= len(numbers) <= MOST_TOLD:
                yield Place(blocks, start, run[-1], False, last)


def _numbers(blocks: Sequence[Block]) -> list[int]:
    """The different whole numbers of some texts."""
    return sorted({n for block in blocks if block.is_prose for n in integers(str(block.text))})


def _grid(block: Block) -> Grid | None:
    """The counts of a table of two rows and two columns."""
    grid = count_grid(block) if block.kind in ("table", "code") else None
    return grid if grid and len(grid.cells) == 2 else None


# -- entries --------------------------------------------------------------------------------------


@record
class Entry:
    """An item of a list, a line of a text or a row of two columns, and its numbers."""

    text: str
    numbers: tuple[int, ...]

    @property
    def is_denied(self) -> bool:
        return bool(DENIAL.search(self.text))


def entries(blocks: Sequence[Block]) -> list[Entry]:
    """The entries of a list, a text or a table that hold numbers."""
    found = (Entry(text, tuple(integers(text))) for text in _lines(blocks))
    return [entry for entry in found if entry.numbers]


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if block.kind == "table":
            rows = [row for row in block.rows[:MOST_LINES] if len(row) == 2]
            yield from (f"{row[0]}: {row[1]}" for row in rows if not is_total(str(row[0])))
        elif block.kind == "item":
            yield block.text.content
        elif block.is_prose or (block.kind == "code" and block.language in CODE_WITH_COUNTS):
            yield from block.text.content.splitlines()[:MOST_LINES]


def integers(text: str) -> list[int]:
    if len(text) > LONGEST_TEXT or not DIGIT.search(text):
        return []
    return [whole_number(found[0]) for found in INTEGER.finditer(words(text))]


def _structured(entries: Sequence[Entry]) -> Iterator[Read]:
    """The counts of four entries, or of two with "k of n" or both parts each, in any order."""
    sizes = [len(entry.numbers) for entry in entries]
    if sizes == [1] * 4:
        a, *others = (entry.numbers[0] for entry in entries)
        yield [((a, p), (q, r)) for p, q, r in permutations(others) if p <= q], {}
    elif sizes in ([2, 2], [3, 3]):
        first, second = entries
        ordered = [sorted(entry.numbers) for entry in entries]
        if sizes == [2, 2]:
            named = tuple((part, whole - part) for part, whole in ordered)
            yield [named], _priors_of_parts(named, first.is_denied, second.is_denied)
            yield [(first.numbers, second.numbers)], {}
        elif all(a + b == whole for a, b, whole in ordered):
            yield [tuple((a, b) for a, b, _ in ordered)], {}


def _priors_of_parts(
    cells: Cells, first_denied: bool, second_denied: bool
) -> dict[ConfusionMatrix, float]:
    """What speaks for readings of "n, among them k": k is of the class that has the name, and "not
    referred" is not the positive side."""
    (k, _), (m, _) = cells
    priors = {}
    for matrix in readings([cells]):
        named = {matrix.tp, matrix.fn} == {k, m} or {matrix.tp, matrix.fp} == {k, m}
        priors[matrix] = float(named)
        if first_denied != second_denied:
            asserted = m if first_denied else k
            priors[matrix] += matrix.tp == asserted
    return priors


# -- the counts of a story ------------------------------------------------------------------------


def sections(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Where the blocks between two headings start and end."""
    start = 0
    for index, block in enumerate(blocks):
        if block.kind == "heading":
            if index > start:
                yield start, index
            start = index + 1
    if start < len(blocks):
        yield start, len(blocks)


def _told(blocks: Sequence[Block]) -> Iterator[Read]:
    """The matrices that most of a story's numbers are counts and sums of; each number that is one
    speaks for it."""
    numbers = _numbers(blocks)
    if not FEWEST_TOLD <= len(numbers) <= MOST_TOLD:
        return
    among = set(numbers)
    present = {
        cells: len(among.intersection(nine(cells)))
        for cells in _following(numbers)
        if len(set(nine(cells))) == 9 and max(nine(cells)) >= LEAST_TOTAL
    }
    most = max(present.values(), default=0)
    if most < max(min(LEAST_PRESENT, len(numbers)), SHARE_PRESENT * len(numbers)):
        return
    likely = {cells: count for cells, count in present.items() if count >= most - 1}
    priors = {
        matrix: OF_NUMBER * (count - FEWEST_TOLD)
        for cells, count in likely.items()
        for matrix in readings([cells])
    }
    yield list(likely), priors


def _following(numbers: Sequence[int]) -> set[Cells]:
    """The matrices that follow from four of some numbers: the total and the sum of a row, or the
    sums of both, with a count of each row or with the sum of a column and a count."""
    among = set(numbers)
    found: set[Cells] = set()
    for x, y in _rows(numbers, among):
        of_x, of_y = ([n for n in numbers if n < whole] for whole in (x, y))
        for a in of_x:
            found.update(standard(((a, x - a), (b, y - b))) for b in of_y)
            found.update(
                standard(((a, x - a), (c - a, y - c + a))) for c in numbers if 0 < c - a < y
            )
    return found


def _rows(numbers: Sequence[int], among: set[int]) -> Iterator[tuple[int, int]]:
    """The sums of the two rows: both are given, or one and the total."""
    for i, x in enumerate(numbers):
        for other in numbers[i + 1 :]:
            yield x, other
            if 0 < other - x not in among:
                yield x, other - x


# -- ways to read them ----------------------------------------------------------------------------


def nine(cells: Cells) -> tuple[int, ...]:
    """The counts of a matrix, the sums of its rows and columns, and the total."""
    (a, b), (c, d) = cells
    return (a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d)


def standard(cells: Cells) -> Cells:
    """The same matrix, however its rows and columns are ordered and exchanged."""
    return min(ways(cells))


@lru_cache(maxsize=256)
def ways(cells: Cells) -> tuple[Cells, ...]:
    """The eight ways to write four counts in two rows and two columns that keep opposite ones:
    first with the rows as they are."""
    (a, b), (c, d) = cells
    return tuple(
        way
        for (p, q), (r, s) in (((a, b), (c, d)), ((a, c), (b, d)))
        for way in (((p, q), (r, s)), ((q, p), (s, r)), ((r, s), (p, q)), ((s, r), (q, p)))
    )


def readings(several: Sequence[Cells]) -> tuple[ConfusionMatrix, ...]:
    """The matrices that the counts may be."""
    found = (_matrix(way) for cells in several for way in ways(cells))
    return tuple(dict.fromkeys(found))


def of_side(cells: Cells, side: str | None) -> tuple[ConfusionMatrix, ...]:
    """The readings of counts whose rows are "actual" or "predicted", as labels say."""
    by_side = {"actual": ways(cells)[:4], "predicted": ways(cells)[4:]}
    return tuple(map(_matrix, by_side.get(side, ())))


def _matrix(cells: Cells) -> ConfusionMatrix:
    (tp, fn), (fp, tn) = cells
    return ConfusionMatrix(tp, fn, fp, tn)
