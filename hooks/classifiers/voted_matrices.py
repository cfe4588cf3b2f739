"""Matrices whose roles no words say that are known here: what the page computes from them tells.

Four counts stand in a table of two rows and two columns with labels of any kind, or they follow
from the numbers of a story: 500 calls, 100 and 400, 140 and 360, 84, 56 and 16 can only be one
matrix, up to which side is the prediction and which class the positive one. Each of the eight ways
to read it gives other metrics. The one that the page's own metrics fit is meant, if it fits them
far better than each other way; a metric that does not fit it then is wrong.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from hooks.classifiers.block_claims import claims_of, first_wrong
from hooks.classifiers.class_matrix import count_grid
from hooks.classifiers.matrix import ConfusionMatrix, whole_number
from hooks.classifiers.matrix_labels import WHOLE, sides
from hooks.classifiers.matrix_source import Stated, read, speaks_of_metrics
from hooks.classifiers.metric_claims import Claim
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question
from hooks.pattern import Pattern
from hooks.record import record

INTEGER = Pattern(rf"(?<![\w.,^_/@#%$€£-]){WHOLE}(?![\w^]|[.,]\d|\s*%|-\w)")
MOST_NUMBERS = 40  # of a story
LEAST_NUMBERS = 6
LEAST_PRESENT = 7  # of the nine numbers of a matrix: four counts, four sums, the total
LEAST_VOTES = 2  # metrics that the meant matrix fits
LEAD = 2  # votes more than any other way to read it
OF_SIDE, OF_COUNTS = 1, 2  # votes: labels name a side; counts that the page states with their roles
UNTELLING = (0, 1)

Cells = tuple[tuple[int, int], tuple[int, int]]


@record
class Candidate:
    """Four counts, and the blocks that give them: two rows, two columns.

    row_side: what labels say of the rows, "actual" or "predicted"; "" if nothing.
    """

    cells: Cells
    first: int
    last: int
    row_side: str = ""


@lru_cache(maxsize=RECENT)
def voted(page: Question) -> tuple[Stated, ...]:
    """The matrices that only the page's metrics tell how to read, in its order."""
    if not speaks_of_metrics(page):
        return ()
    known = [s for s in read(page).stated if s.matrix.is_complete]
    found = [
        Stated(meant, candidate.first, candidate.last, elected=True)
        for candidate in candidates(page.blocks, known)
        if (meant := elected(candidate, page))
    ]
    return tuple(found)


def candidates(blocks: Sequence[Block], known: Sequence[Stated]) -> Iterator[Candidate]:
    """The four counts of tables, and of sections that tell a story, which no words explain."""
    explained = {i for stated in known for i in range(stated.first, stated.last + 1)}
    for index, block in enumerate(blocks):
        if index not in explained and (grid := count_grid(block)) and len(grid.cells) == 2:
            side, _ = sides(grid.rows, grid.columns, grid.corner, " ".join(grid.columns))
            yield Candidate(grid.cells, index, index, side or "")
    for first, last in sections(blocks):
        if explained.isdisjoint(range(first, last)) and (cells := told(blocks[first:last])):
            yield Candidate(cells, first, last - 1)


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


# -- the counts of a story ------------------------------------------------------------------------


def told(blocks: Sequence[Block]) -> Cells | None:
    """The only matrix that most of a story's numbers are counts and sums of."""
    numbers = {n for block in blocks if block.is_prose for n in integers(block)}
    if not LEAST_NUMBERS <= len(numbers) <= MOST_NUMBERS:
        return None
    by_presence: dict[int, set[Cells]] = {}
    for cells in closed(sorted(numbers)):
        present = len(numbers & set(nine(cells)))
        if len(set(nine(cells))) == 9 and present >= LEAST_PRESENT:
            by_presence.setdefault(present, set()).add(standard(cells))
    if not by_presence:
        return None
    best = by_presence[max(by_presence)]
    return next(iter(best)) if len(best) == 1 else None


def integers(block: Block) -> Iterator[int]:
    for found in INTEGER.finditer(words(block.text.content)):
        yield whole_number(found[0])


def closed(numbers: Sequence[int]) -> Iterator[Cells]:
    """The matrices whose total, sums of rows, sum of a column and one count are among numbers."""
    among = set(numbers)
    for total in numbers:
        sums = [n for n in numbers if n < total]
        for row in sums:
            if row < total - row in among:
                for column, count in product(sums, sums):
                    rest = total - row - column + count
                    if count < min(row, column) and rest > 0:
                        yield ((count, row - count), (column - count, rest))


def nine(cells: Cells) -> tuple[int, ...]:
    """The counts of a matrix, the sums of its rows and columns, and the total."""
    (a, b), (c, d) = cells
    return (a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d)


def standard(cells: Cells) -> Cells:
    """The same matrix, however its rows and columns are ordered and exchanged."""
    return min(tuple(map(tuple, way)) for way in ways(cells))


# -- the vote -------------------------------------------------------------------------------------


def ways(cells: Cells) -> Iterator[Cells]:
    """The eight ways to write four counts in two rows and two columns that keep opposite ones."""
    (a, b), (c, d) = cells
    for (p, q), (r, s) in (((a, b), (c, d)), ((a, c), (b, d))):
        yield from (((p, q), (r, s)), ((q, p), (s, r)), ((r, s), (p, q)), ((s, r), (q, p)))


def readings(candidate: Candidate) -> dict[ConfusionMatrix, int]:
    """The matrices that four counts may be, with the votes of labels for each."""
    found: dict[ConfusionMatrix, int] = {}
    for number, ((tp, fn), (fp, tn)) in enumerate(ways(candidate.cells)):
        rows_are = "actual" if number < 4 else "predicted"
        votes = OF_SIDE if candidate.row_side == rows_are else 0
        matrix = ConfusionMatrix(tp, fn, fp, tn)
        found[matrix] = max(votes, found.get(matrix, 0))
    return found


def elected(candidate: Candidate, page: Question) -> ConfusionMatrix | None:
    """The matrix that the page's metrics fit far better than any other reading of the counts."""
    said = claims_near(candidate, page)
    partial = partly_known(page)
    votes = {
        matrix: (
            fitting(matrix, said),
            extra + OF_COUNTS * sum(is_part_of(p, matrix) for p in partial),
        )
        for matrix, extra in readings(candidate).items()
    }
    ranked = sorted(votes, key=lambda matrix: sum(votes[matrix]), reverse=True)
    best, *others = ranked
    if votes[best][0] < LEAST_VOTES:
        return None
    if others and sum(votes[best]) - sum(votes[others[0]]) < LEAD:
        return None
    return best


def claims_near(candidate: Candidate, page: Question) -> list[Claim]:
    """What the page says of metrics at or behind four counts, up to the next table of counts."""
    found: list[Claim] = []
    for index in range(candidate.first, len(page.blocks)):
        block = page.blocks[index]
        if index > candidate.last and count_grid(block):
            break
        found += [claim for _, claim in claims_of(block) if claim.plain]
    return found


def partly_known(page: Question) -> list[ConfusionMatrix]:
    """Counts that the page states with their roles, where it does not state all four."""
    return [s.matrix for s in read(page).stated if not s.matrix.is_complete]


def is_part_of(partial: ConfusionMatrix, matrix: ConfusionMatrix) -> bool:
    return all(partial.counts[role] in (None, count) for role, count in matrix.counts.items())


def fitting(matrix: ConfusionMatrix, said: Sequence[Claim]) -> int:
    """How many metrics have, somewhere, just the value that the matrix gives them."""
    return len({claim.metric.name for claim in said if fits(claim, matrix)})


def fits(claim: Claim, matrix: ConfusionMatrix) -> bool:
    return first_wrong(claim, matrix) == () and claim.metric.of(matrix) not in UNTELLING
