"""Tables with a confusion matrix in each row whose columns have headings of any kind.

| reader | nodules found | nodules missed | false calls | correct negatives |

Which column counts what the metrics tell that the page gives for the rows: in further columns, in
a second table with the same rows, or one after the other: "PPV: 80.0 %, 87.5 % and 64.3 %". Where
there are two columns of counts, the text says how many cases there are of each class. The same
reading holds for all rows, so that many numbers elect it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import permutations
from math import log10

from hooks.classifiers.count_candidates import integers
from hooks.classifiers.matrix import ConfusionMatrix, Metric, whole_number
from hooks.classifiers.matrix_labels import WHOLE, is_total
from hooks.classifiers.matrix_source import counted_columns, counted_rows, speaks_of_metrics
from hooks.classifiers.metric_claims import Claim, sole_metric, value
from hooks.classifiers.metric_doubts import Needs, sentences
from hooks.classifiers.metric_names import NAME, metric_named, names_metric, singular
from hooks.classifiers.metric_numbers import Member
from hooks.classifiers.value_series import Value, runs_of_values
from hooks.classifiers.voted_matrices import BEYOND_CHANCE, LEAD, LEAST_METRICS, Vote
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern

COUNT = Pattern(WHOLE)
FEWEST_ROWS, MOST_ROWS = 2, 8
FEWEST_COLUMNS, MOST_COLUMNS = 2, 5
BEFORE, BEHIND = 3, 12  # blocks around a table that may speak of its rows
MOST_NUMBERS = 8  # of a text that says how many cases there are

Row = Sequence[Text]
Matrices = tuple[ConfusionMatrix, ...]
Votes = list[tuple[int, Vote]]  # the number of a row, and what is said of it


def voted_rows(page: Question, index: int) -> list[tuple[Row, ConfusionMatrix]]:
    """The rows of a table, each with its matrix, as the page's metrics elect them."""
    return list(_voted_rows(page, index))


@lru_cache(maxsize=4 * RECENT)
def _voted_rows(page: Question, index: int) -> tuple[tuple[Row, ConfusionMatrix], ...]:
    block = page.blocks[index]
    if block.kind != "table" or not speaks_of_metrics(page):
        return ()
    body = [row for row in block.rows[1:] if not is_total(str(row[0]))]
    columns = _columns_of_counts(block.rows[0], body)
    if not (FEWEST_ROWS <= len(body) <= MOST_ROWS and columns):
        return ()
    if counted_rows(block.rows) or counted_columns(block.rows):
        return ()
    votes = list(_votes(page.blocks, index, body))
    if len({vote.claim.metric.name for _, vote in votes}) < LEAST_METRICS:
        return ()
    elected = _elected(set(_readings(page.blocks, index, columns)), votes)
    return tuple(zip(body, elected, strict=True)) if elected else ()


def _columns_of_counts(header: Row, body: Sequence[Row]) -> list[tuple[int, ...]]:
    """The columns that hold a whole number in each row, without totals."""
    width = min((len(row) for row in body), default=0)
    found = []
    for j in range(1, min(width, len(header))):
        cells = [words(str(row[j])).strip() for row in body]
        if all(map(COUNT.fullmatch, cells)) and not is_total(str(header[j])):
            found.append(tuple(map(whole_number, cells)))
    return found if FEWEST_COLUMNS <= len(found) <= MOST_COLUMNS else []


# -- what the columns may be ----------------------------------------------------------------------


def _readings(
    blocks: Sequence[Block], index: int, columns: Sequence[tuple[int, ...]]
) -> Iterator[Matrices]:
    """The matrices of the rows: four columns in any order, or two with the sizes of the classes."""
    for chosen in permutations(columns, 4):
        yield tuple(ConfusionMatrix(*row) for row in zip(*chosen, strict=True))
    for positives, negatives in _sizes(blocks, index):
        for chosen in permutations(columns, 2):
            rows = list(zip(*chosen, strict=True))
            for is_sum in (False, True):  # the second column counts all that are predicted
                yield from _of_sizes(rows, positives, negatives, is_sum)


def _of_sizes(
    rows: Sequence[tuple[int, int]], positives: int, negatives: int, is_sum: bool
) -> Iterator[Matrices]:
    """The matrices with a count of positives and one of negatives in each row, right or wrong."""
    rows = [(a, b - a if is_sum else b) for a, b in rows]
    if all(0 <= a <= positives and 0 <= b <= negatives for a, b in rows):
        yield tuple(ConfusionMatrix(a, positives - a, b, negatives - b) for a, b in rows)
        if not is_sum:
            yield tuple(ConfusionMatrix(positives - a, a, b, negatives - b) for a, b in rows)


def _sizes(blocks: Sequence[Block], index: int) -> Iterator[tuple[int, int]]:
    """How many positives and negatives there may be by the text around a table."""
    for block in (*blocks[max(0, index - BEFORE) : index], *blocks[index + 1 : index + 2]):
        numbers = integers(str(block.text)) if block.is_prose else []
        if len(numbers) <= MOST_NUMBERS:
            for a, b in permutations(set(numbers), 2):
                yield a, b
                if a < b:
                    yield a, b - a


# -- the vote -------------------------------------------------------------------------------------


def _elected(readings: set[Matrices], votes: Votes) -> Matrices | None:
    """The reading of all rows that most of their metrics fit, far more than any other."""
    rated = sorted(((_rate(r, votes), r) for r in readings), key=lambda pair: -pair[0][0])
    if not rated:
        return None
    (digits, fitting, names), best = rated[0]
    is_clear = len(rated) < 2 or digits - rated[1][0][0] >= LEAD
    is_most = 3 * (len(votes) - fitting) <= fitting
    is_no_chance = digits >= BEYOND_CHANCE + log10(len(readings)) and names >= LEAST_METRICS
    return best if is_clear and is_most and is_no_chance else None


def _rate(matrices: Matrices, votes: Votes) -> tuple[float, int, int]:
    """The digits that fit a reading, how many numbers do, and of how many metrics."""
    fitting = [vote for i, vote in votes if vote.is_for(matrices[i])]
    names = {vote.claim.metric.name for vote in fitting}
    return sum(vote.digits for vote in fitting), len(fitting), len(names)


def _votes(blocks: Sequence[Block], index: int, body: Sequence[Row]) -> Iterator[tuple[int, Vote]]:
    """What a page says of the rows of a table."""
    labels = [_label(row) for row in body]
    section = blocks[index].section
    for block in blocks[index : index + BEHIND]:
        if block.section != section:
            return
        if block.kind == "table":
            yield from _votes_of_columns(block.rows, labels)
        elif block.is_prose and names_metric(str(block.text)):
            yield from _votes_of_series(singular(words(str(block.text))), len(labels))


def _label(row: Row) -> str:
    return words(str(row[0])).strip(" :").lower()


def _votes_of_columns(rows: Sequence[Row], labels: Sequence[str]) -> Iterator[tuple[int, Vote]]:
    """The metrics in the columns of a table with the same rows."""
    header, *body = rows
    metrics = [sole_metric(str(cell)) for cell in header]
    for row in body if any(metrics) else ():
        if (label := _label(row)) in labels:
            for metric, head, cell in zip(metrics, header, row, strict=False):
                if metric and (claim := value(metric, str(cell), "%" in str(head))):
                    yield labels.index(label), Vote.of(claim)


def _votes_of_series(plain: str, size: int) -> Iterator[tuple[int, Vote]]:
    """The values that a sentence gives behind a metric's name, as many as there are rows."""
    for start, end in sentences(plain):
        names = list(NAME.finditer(plain, start, end))
        metric = metric_named(names[0][0]) if len(names) == 1 else None
        for run in runs_of_values(plain, start, end, ()) if metric else ():
            if len(run) == size:
                yield from ((i, Vote.of(_claim(metric, v))) for i, v in enumerate(run))


def _claim(metric: Metric, said: Value) -> Claim:
    member = Member(said.quantity, said.start, said.end, said.written)
    return Claim(metric, (member,), said.start, 0, Needs.NOTHING, True)
