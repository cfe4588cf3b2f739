"""Quotients of several groups side by side, of which one takes other places of a table of counts.

`refund 60/105` beside `order 90/100` and `chat 106/120`, each of which divides the diagonal of a
table by the sum of a row: 105 is the sum of a column. So is `60/140 for B` beside `180/400 for A`,
which leaves out of the whole what it counts. A page whose quotients of one series all take the same
places is never contradicted, whatever the series is called.
"""

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations, groupby

from hooks.page import Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record
from hooks.tables.written import Rows, tables_of

COUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
OPERATOR = r"(?<![-+−·×*/^][ ])(?<![-+−·×*/^(.,\w])"
QUOTIENT = Pattern(
    rf"{OPERATOR}(?:\\[dt]?frac\{{\s*(?P<a>{COUNT})\s*\}}\{{\s*(?P<b>{COUNT})\s*\}}"
    rf"|(?P<c>{COUNT})\s?/\s?(?P<d>{COUNT}))(?![\w.,]*\d)(?!\s*[+−·×*/^)])"
)
WHOLE = Pattern(rf"[\s*_$`]*(?P<count>{COUNT})[\s*_$`]*")
TOTAL = Pattern(r"\b(?:total|sum|all|both|overall|together|any|Σ|∑)\b|^$", re.I)
MARKS = Pattern(r"[*_`$\\]")
LEAST_COUNT = 5
SURE = 3  # quotients of which all but one agree
MOST_PLACES = 6  # rows or columns of a table

Place = Hashable
Counts = Mapping[Place, int]


@record
class Quotient:
    """Two counts, where they stand, and what is written before and behind them."""

    above: int
    below: int
    text: Text
    start: int
    before: str
    behind: str

    @property
    def position(self) -> tuple[int, int]:
        return self.text.position(self.start)


Run = Sequence[tuple[Quotient, Counts]]  # neighbors, each with the counts of its own group


@record
class Misplaced:
    """A quotient, and what it would be if it divided by what the others do."""

    quotient: Quotient
    right: str

    @property
    def position(self) -> tuple[int, int]:
        return self.quotient.position

    @property
    def message(self) -> str:
        written = f"{self.quotient.above:,}/{self.quotient.below:,}"
        return f"the others divide by another place of the table, here {self.right}, not {written}"


def misplaced(page: Question) -> Iterator[Misplaced]:
    """The quotients that alone take other places of a table than their neighbors."""
    frames = list(frames_of(page))
    if not frames:
        return
    lists = list(series(page))
    for listed in lists:
        others = {(q.above, q.below) for other in lists if other is not listed for q in other}
        found = [odd for frame in frames for odd in odd_ones(listed, frame, others)]
        is_right = any(agree(assigned) for frame in frames for assigned in runs(listed, frame))
        if found and not is_right:
            yield found[0]


# -- counts ---------------------------------------------------------------------------------------


def frames_of(page: Question) -> Iterator[dict[str, Counts]]:
    """For each table of counts, the numbers of each of its rows, or columns, by their place."""
    for block in page.blocks:
        for rows in tables_of(block):
            if 3 <= len(rows) <= MOST_PLACES + 1 and 3 <= len(rows[0]) <= MOST_PLACES + 2:
                yield from frames(rows)


def frames(rows: Rows) -> Iterator[dict[str, Counts]]:
    upright = [[cell.content for cell in row] for row in rows]
    is_square = len(upright) == len(upright[0]) - 1
    if is_square and all(map(count_of, upright[0][1:])):  # drawn, its head with a cell less
        upright.insert(0, ["", *(row[0] for row in upright)])
    turned = [list(row) for row in zip(*upright, strict=True)]
    for cells, other in ((upright, turned), (turned, upright)):
        names = [name_of(row[0]) for row in cells[1:]]
        heads = [name_of(row[0]) for row in other[1:]]
        numbers = [[count_of(cell) for cell in row[1:]] for row in cells[1:]]
        groups = [at for at, name in enumerate(names) if name and not TOTAL.search(name)]
        if len(groups) > 1 and len({names[at] for at in groups}) == len(groups):
            yield {names[at]: places(numbers, at, names, heads) for at in groups}


def places(
    numbers: Sequence[Sequence[int | None]], at: int, names: Sequence[str], heads: Sequence[str]
) -> Counts:
    """The counts of a row, and sums of two of them; in a square of classes their totals, too."""
    row = [(place, n) for place, n in enumerate(numbers[at]) if n is not None]
    found: dict[Place, int] = dict(row)
    if names[at] in heads:  # a class among those that were predicted
        own = heads.index(names[at])
        parts = [n for place, n in row if not TOTAL.search(heads[place])]
        column = [r[own] for r, name in zip(numbers, names, strict=True) if not TOTAL.search(name)]
        if None not in column and numbers[at][own] is not None:
            diagonal, across, down = numbers[at][own], sum(parts), sum(n for n in column if n)
            return {"diagonal": diagonal, "row": across, "column": down}
    parts = [(place, n) for place, n in row if not is_total(place, heads, numbers)]
    found |= {(i, j): m + n for (i, m), (j, n) in combinations(parts, 2)}
    return found


def is_total(place: int, heads: Sequence[str], numbers: Sequence[Sequence[int | None]]) -> bool:
    """Whether a column is called a total, or is the sum of the others."""
    sums = [2 * (row[place] or 0) == sum(n for n in row if n) for row in numbers]
    return bool(TOTAL.search(heads[place])) or all(sums)


def name_of(cell: str) -> str:
    return re.sub(r"^(?:group|class)\s+", "", MARKS.sub("", cell).strip(), flags=re.I)


def count_of(cell: str) -> int | None:
    found = WHOLE.fullmatch(cell)
    return int(found["count"].replace(",", "")) if found else None


# -- quotients ------------------------------------------------------------------------------------


def series(page: Question) -> Iterator[list[Quotient]]:
    """Quotients side by side: in a line, in the items of a list, in a row or column of a table."""
    for of_list, blocks in groupby(page.blocks, lambda block: block.kind == "item"):
        found = [(block, quotients(block.text)) for block in blocks if block.kind != "code"]
        if of_list and len(found) > 1 and all(len(listed) == 1 for _, listed in found):
            yield [listed[0] for _, listed in found]
            continue
        for block, listed in found:
            yield from of_table(block) if block.kind == "table" else [listed]


def of_table(block: Block) -> Iterator[list[Quotient]]:
    """The quotients of each row and column of a table, each behind its column's or row's name."""
    head, *body = block.rows
    for row in body:
        cells = zip(head[1:], row[1:], strict=False)
        yield [q for name, cell in cells for q in quotients(cell, name.content)]
    for at in range(1, len(head)):
        cells = [(row[0], row[at]) for row in body if at < len(row)]
        yield [q for name, cell in cells for q in quotients(cell, name.content)]


def quotients(text: Text, name: str = "") -> list[Quotient]:
    content = text.content
    found = list(QUOTIENT.finditer(content))
    ends = [0, *(one.end() for one in found)]
    starts = [*(one.start() for one in found[1:]), len(content)]
    return [
        Quotient(
            *(int(n.replace(",", "")) for n in one.groups() if n),
            text,
            one.start(),
            name or content[before : one.start()],
            content[one.end() : behind],
        )
        for one, before, behind in zip(found, ends, starts, strict=False)
    ]


# -- comparison -----------------------------------------------------------------------------------


def runs(listed: Sequence[Quotient], frame: Mapping[str, Counts]) -> Iterator[Run]:
    """Neighbors that are each of another group, with its counts."""
    named = [group_in(q.before, frame) for q in listed]
    if named and not named[0]:
        named = [group_in(q.behind, frame) for q in listed]
    run: list[tuple[Quotient, str]] = []
    for quotient, name in [*zip(listed, named, strict=True), (None, "")]:
        if not name or name in (known for _, known in run):
            if len(run) > 1:
                yield [(q, frame[known]) for q, known in run]
            run = []
        if name and quotient:
            run.append((quotient, name))


def group_in(told: str, frame: Mapping[str, Counts]) -> str:
    """The group that a text names, the last one if it names several."""
    found = [
        (match.start(), name)
        for name in frame
        for match in re.finditer(
            rf"(?<!\w){re.escape(name)}(?!\w)", told, 0 if len(name) == 1 else re.I
        )
    ]
    return max(found)[1] if found else ""


def agree(assigned: Run) -> bool:
    return bool(shared(assigned, "above")) and bool(shared(assigned, "below"))


def shared(assigned: Run, side: str) -> set[Place]:
    """The places from which all quotients may have taken one side."""
    taken = [{p for p, n in counts.items() if n == getattr(q, side)} for q, counts in assigned]
    return set.intersection(*taken) if taken else set()


def odd_ones(
    listed: Sequence[Quotient], frame: Mapping[str, Counts], elsewhere: set[tuple[int, int]]
) -> Iterator[Misplaced]:
    """The quotient of each run that alone is divided by another place than the others."""
    for run in runs(listed, frame):
        if agree(run) or not shared(run, "above"):
            continue
        odd = [found for at in range(len(run)) if (found := odd_at(run, at))]
        if len(odd) > 1:  # of two: which leaves out what it counts, or has another name, too
            odd = [one for one in odd if is_suspect(one.quotient, run, elsewhere)]
        if len(odd) == 1:
            yield odd[0]


def odd_at(run: Run, at: int) -> Misplaced | None:
    """What a quotient should divide by, if all others agree on it."""
    quotient, counts = run[at]
    places = shared([*run[:at], *run[at + 1 :]], "below")
    right = {counts[place] for place in places if place in counts}
    known = {n for _, each in run for n in each.values()}
    if len(right) != 1 or quotient.below in right:
        return None
    (whole,) = right
    if quotient.above > whole or min(quotient.below, whole) < LEAST_COUNT:
        return None
    if len(run) < SURE and quotient.below not in known:
        return None
    return Misplaced(quotient, f"{quotient.above:,}/{whole:,}")


def is_suspect(quotient: Quotient, run: Run, elsewhere: set[tuple[int, int]]) -> bool:
    counts = next(counts for one, counts in run if one is quotient)
    is_odds = quotient.above + quotient.below in counts.values()
    return is_odds or (quotient.above, quotient.below) in elsewhere
