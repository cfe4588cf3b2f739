"""Tables of sizes that one law gives in all rows but one, and that one is off by a slip.

Nothing needs to say what is counted. Where the same factor, c · in · out + out or c · (in + out),
gives exactly what several rows hold, the page's numbers bear the law out. A layer's inputs may be
the outputs of the row above. Where rows differ in their factor, as convolutions and dense layers
do, what is left without biases still is a multiple of the inputs: in all rows, or in all but one.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from fractions import Fraction
from itertools import chain, product

from hooks.calculation.misprints import miswritten
from hooks.pattern import Pattern
from hooks.record import record
from hooks.tables.grid import is_of_several
from hooks.worked.facts import Passage
from hooks.worked.named_sizes import N, Scene
from hooks.worked.sizes import Verdict, integer, judged

FEWEST_ROWS, MOST_ROWS = 3, 30
MOST_SLOTS = 8
LEAST = 100  # of a size that follows from others
FEWEST_DIGITS = 5  # that agree beyond those which tell the factor
MANY = 4  # agreeing rows that need no slip
LARGE_INPUT = 8  # of which a number is hardly a multiple by chance
NUMBER = Pattern(N)
CELL = Pattern(rf"[\s*_`=≈]*(?P<value>{N})[\s*_`]*(?:param\w*|weights|bytes)?\W*")
COLUMN_GAP = Pattern(r"\s{2,}|\t|\s*[|│]\s*")
SIZE_BEHIND = Pattern(r"(?::|=|→|–|—|,)\s(?=[\W_]*\d[\d,]*[\s*_`]*(?:param\w*|weights|bytes)?\W*$)")
OTHER_LAYER = Pattern(
    r"\b(?:no|without)\s+bias|bias\s*=\s*false|embed|norm|vocab|lookup|separable|depth-?wise"
    r"|\b(?:tied|shared|frozen|group\w*|transposed|only|alone|tokens?|position\w*)\b",
    re.I,
)
NUMBER_FORMAT = Pattern(r"\b(?:u?int\d+|b?fp?\d+|b?float\d+|half|double|\d+[\s-]?bits?)\b")
WORD = Pattern(r"\w{2,}")
STEM = Pattern(r"[a-z]+")

# How many rows above, which column, which number of its cell, and what else is written there.
Slot = tuple[int, int, int, str]
Inputs = tuple[Slot, Slot, Slot | None, int]  # x, y, a multiplier and its power


@record
class Row:
    """A row of a table: the size that it states, and the numbers beside it."""

    passage: Passage
    span: tuple[int, int]
    said: int
    label: str
    slots: dict[Slot, int]

    def at(self, inputs: Inputs) -> tuple[int, int, int] | None:
        """The values of x, y and of the multiplier."""
        x, y, times, power = inputs
        if x not in self.slots or y not in self.slots or (times and times not in self.slots):
            return None
        return self.slots[x], self.slots[y], self.slots[times] ** power if times else 1


@record
class Law:
    """A size as a factor times an expression of x, y and a multiplier p, plus what is added."""

    factor_of: Callable[[int, int, int], int]
    added: Callable[[int, int], int]
    written: str

    def factor(self, said: int, values: tuple[int, int, int]) -> Fraction | None:
        x, y, p = values
        scale, rest = self.factor_of(x, y, p), said - self.added(x, y)
        return Fraction(rest, scale) if scale > 0 and rest > 0 else None

    def value(self, factor: Fraction, values: tuple[int, int, int]) -> Fraction:
        x, y, p = values
        return factor * self.factor_of(x, y, p) + self.added(x, y)

    def formula(self, factor: Fraction, values: tuple[int, int, int]) -> str:
        x, y, p = values
        c = factor * p
        shown = f"{int(c):,}" if c.denominator == 1 else f"{float(c):g}"
        return self.written.format(c=shown, x=f"{x:,}", y=f"{y:,}")


def none(x: int, y: int) -> int:
    return 0


def outputs(x: int, y: int) -> int:
    return y


LAWS = (
    Law(lambda x, y, p: p * x * y, none, "{c} × {x} × {y}"),
    Law(lambda x, y, p: p * x * y, outputs, "{c} × {x} × {y} + {y}"),
    Law(lambda x, y, p: p * (x + y), none, "{c} × ({x} + {y})"),
    Law(lambda x, y, p: p * y * (x + y), none, "{c} × {y} × ({x} + {y})"),
    Law(lambda x, y, p: p * y * (x + y + 1), none, "{c} × ({y} × ({x} + {y}) + {y})"),
    Law(lambda x, y, p: p * y * (x + y + 2), none, "{c} × ({y} × ({x} + {y}) + 2 × {y})"),
)
PROPORTION = Law(lambda x, y, p: p * x, none, "{c} × {x}")  # excuses, but accuses of nothing


def verdicts(scene: Scene) -> Iterator[Verdict]:
    """The first broken law of the rightmost column of each table and list that has one."""
    for table in tables_in(scene.passages):
        width = len(table[0][1])
        for column in range(width - 1, -1, -1):
            if sum(is_size(cells[column][0]) for _, cells in table) < FEWEST_ROWS:
                continue
            rows = list(rows_of(table, column))
            if len(rows) < FEWEST_ROWS:
                continue
            totals = scene.once(all_numbers)
            found = broken_law(rows, totals) or forgotten_bias(rows)
            if found or (found := of_kind(rows, totals)):
                yield found
                break


def of_kind(rows: Sequence[Row], totals: Collection[int]) -> Verdict | None:
    """What is wrong with a row by the law of those of its kind: convolutions, not dense layers."""
    kinds: dict[str, list[Row]] = {}
    for row in rows:
        name = STEM.search(row.label.lower())
        kinds.setdefault(name[0] if name else "", []).append(row)
    several = [own for own in kinds.values() if FEWEST_ROWS <= len(own) < len(rows)]
    found = (broken_law(own, totals) or forgotten_bias(own) for own in several)
    return next(filter(None, found), None)


def is_size(cell: str) -> bool:
    """Whether a cell may hold a size of three digits and more: a quick look."""
    return LARGE_SIZE.search(cell) is not None


LARGE_SIZE = Pattern(r"\d\d\d|\d,\d")


def all_numbers(scene: Scene) -> set[int]:
    """The whole numbers of a page, of which one may be the sum of a column."""
    read = (NUMBER.findall(passage.plain) for passage in scene.passages)
    return {value for value in map(integer, chain.from_iterable(read)) if value}


# -- tables, drawn ones and lists -----------------------------------------------------------------

Cells = list[tuple[str, int]]  # the text of each, and where it starts
Table = list[tuple[Passage, Cells]]


def tables_in(passages: Sequence[Passage]) -> Iterator[Table]:
    """Passages that stand below one another in a table, a block of text or a list."""
    last, table = (), []
    for passage in passages:
        cells = cells_of(passage)
        is_block = passage.block.kind in ("table", "code")
        place = (passage.place[: -1 if is_block else 4], passage.block.kind, len(cells))
        if place != last and table:
            yield from [table] if FEWEST_ROWS <= len(table) <= MOST_ROWS else []
            table = []
        last = place
        if len(cells) > 1:
            table.append((passage, cells))
    yield from [table] if FEWEST_ROWS <= len(table) <= MOST_ROWS else []


def cells_of(passage: Passage) -> Cells:
    """The cells of a row, the columns of a line, or what a list says of a thing and its size."""
    plain, kind = passage.plain, passage.block.kind
    if kind == "table":
        gaps = Pattern(r"\n").finditer(plain) if passage.place[-1] else ()
    elif kind == "code":
        gaps = COLUMN_GAP.finditer(plain)
    else:
        gaps = list(SIZE_BEHIND.finditer(plain))[-1:] if kind == "item" else ()
    ends = [*(found.span() for found in gaps), (len(plain), 0)]
    starts = [0, *(end for _, end in ends)]
    return [(plain[at:end], at) for at, (end, _) in zip(starts, ends, strict=False)]


def rows_of(table: Table, column: int) -> Iterator[Row]:
    """The rows that state a size in a column, each with the numbers of its other columns."""
    above: dict[Slot, int] = {}
    for passage, cells in table:
        slots = {
            (0, at, k, skeleton(text)): value
            for at, (text, _) in enumerate(cells)
            if at != column
            for k, value in enumerate(map(integer, NUMBER.findall(text)))
            if value
        }
        text, start = cells[column]
        found = CELL.fullmatch(text)
        said = integer(found["value"]) if found else None
        if said and said >= LEAST and not is_of_several(cells[0][0]):
            span = start + found.start("value"), start + found.end("value")
            yield Row(passage, span, said, passage.plain, {**slots, **above})
        stated = {slot[1] for slot in slots}
        above = {slot: value for slot, value in above.items() if slot[1] not in stated}
        above |= {(1, *slot[1:]): value for slot, value in slots.items()}


def skeleton(cell: str) -> str:
    """How the numbers of a cell stand together, whatever they are called."""
    return "".join(WORD.sub("", NUMBER.sub("#", cell)).split())


# -- one factor for all rows ----------------------------------------------------------------------


def broken_law(rows: Sequence[Row], totals: Collection[int]) -> Verdict | None:
    """What is wrong with the only row that a law does not give, if no law gives them all."""
    found = None
    for inputs in inputs_of(rows):
        read = [(row, values) for row in rows if (values := row.at(inputs))]
        if len(read) < FEWEST_ROWS:
            continue
        for law in LAWS if inputs[0] != inputs[1] else (PROPORTION, LAWS[0]):
            factors = factors_of(read, law)
            ((usual, count),) = Counter(factors).most_common(1) or [(None, 0)]
            if usual is None or count < len(read) - 1 or not is_telling(read, factors, usual):
                continue
            if count == len(rows):
                return None
            if law is not PROPORTION and count < len(read):
                at = next(i for i, factor in enumerate(factors) if factor != usual)
                if has_own_setting(read, at):
                    continue
                right = law.value(usual, read[at][1])
                is_summed = sum(row.said for row in rows) - read[at][0].said + right in totals
                found = found or verdict_on(read, at, law, usual, is_summed)
    return found


def inputs_of(rows: Sequence[Row]) -> Iterator[Inputs]:
    """The numbers that a row's size may follow from: x and y, and a multiplier or its square."""
    common = Counter(chain.from_iterable(row.slots for row in rows))
    slots = [s for s, count in common.items() if count >= len(rows) - s[0]][:MOST_SLOTS]
    own = [slot for slot in slots if not slot[0]]
    for x, y in product(slots, own):
        yield x, y, None, 1
        yield from ((x, y, s, power) for s in own if s not in (x, y) for power in (1, 2))


Read = Sequence[tuple[Row, tuple[int, int, int]]]


def factors_of(read: Read, law: Law) -> list[Fraction | None]:
    """The factor of each row; none if the first three all differ."""
    first = [law.factor(row.said, values) for row, values in read[:3]]
    if len({*first}) == 3:
        return []
    return [*first, *(law.factor(row.said, values) for row, values in read[3:])]


def is_telling(read: Read, factors: Sequence[Fraction | None], usual: Fraction) -> bool:
    """Whether so many digits of different rows agree that they don't by chance."""
    agreeing = {row.said for (row, _), c in zip(read, factors, strict=True) if c == usual}
    digits = sorted(len(str(said).rstrip("0")) for said in agreeing)
    given = digits if usual == 1 else digits[:-1]  # another factor is told by one of them
    return sum(given) >= FEWEST_DIGITS * (1 if usual.denominator == 1 else 2)


def verdict_on(read: Read, at: int, law: Law, factor: Fraction, is_summed: bool) -> Verdict | None:
    """The verdict on the odd row: a total counts it right, a slip explains it, or its kind does."""
    row, values = read[at]
    right = law.value(factor, values)
    others = [other for other, _ in read if other is not row]
    formats = [set(NUMBER_FORMAT.findall(one.label.lower())) for one in (row, *others)]
    if (
        right.denominator != 1
        or OTHER_LAYER.search(row.label)
        or formats[0] - set.union(*formats[1:])
    ):
        return None
    formula = f"{law.formula(factor, values)} = {int(right):,}, as in the other rows"
    if is_summed:
        return judged(row.passage, row.span, False, f"{formula}, and in their sum")
    is_of_kind = is_alike(row, others)
    slip = slip_of(row.said, int(right), law, factor, values)
    if slip and (is_of_kind or row.said != law.value(factor, values) + values[1]):
        return judged(row.passage, row.span, False, f"{formula}, but {slip}")
    is_one_of_many = is_of_kind and len({other.said for other in others}) >= MANY
    return judged(row.passage, row.span, False, formula) if is_one_of_many else None


def has_own_setting(read: Read, at: int) -> bool:
    """Whether a number of a row is another than in all other rows, which tell nothing of it then,
    and no slip."""
    own = read[at][0].slots
    others = [row.slots for i, (row, _) in enumerate(read) if i != at]
    for slot, value in own.items():
        held = {slots.get(slot) for slots in others}
        if len(held) == 1 and not held & {None, value} and not miswritten(value, *held):
            return True
    return False


def slip_of(said: int, right: int, law: Law, factor: Fraction, values: tuple[int, int, int]) -> str:
    """How a size follows from the numbers of its row in another way than in the other rows."""
    for other in (*LAWS, PROPORTION):
        if other.value(factor, values) == said:
            return f"that is {other.formula(factor, values)}"
    x, y, p = values
    for used in ((1, y, p), (x, 1, p), (x, y, 1)):
        if law.value(factor, used) == said:
            return f"that is {law.formula(factor, used)}"
    for near in (factor - 1, factor + 1, Fraction(1)):
        if factor != near and law.value(near, values) == said:
            return f"that is {law.formula(near, values)}"
    for times in (2, 4, 8, 10, 100, 1000):
        if said in (right * times, Fraction(right, times)):
            return f"that is {times} times as much" if said > right else f"that is 1/{times} of it"
    return miswritten(said, right)


def is_alike(row: Row, others: Sequence[Row]) -> bool:
    """Whether a row is of the kind of all others: conv4 beside conv1."""
    return bool(stems_of(row).intersection(*map(stems_of, others)))


def stems_of(row: Row) -> set[str]:
    return set(STEM.findall(row.label.lower())) - {"x"}


# -- biases ---------------------------------------------------------------------------------------


def forgotten_bias(rows: Sequence[Row]) -> Verdict | None:
    """The only layer whose biases are not counted, whatever the layers' kernels are."""
    common = Counter(chain.from_iterable(row.slots for row in rows))
    for x, y in product(common, repeat=2):
        if x == y or y[0] or common[y] < len(rows):
            continue
        read = [(row, row.slots[x], row.slots[y]) for row in rows if x in row.slots]
        each = [biases_of(row.said, n, m) for row, n, m in read]
        large = sum(
            1
            for (_, n, _), found in zip(read, each, strict=True)
            if found == 1 and n >= LARGE_INPUT
        )
        if len(each) < FEWEST_ROWS or each.count(1) != len(each) - 1 or large < 2 or 0 not in each:
            continue
        row, n, m = read[each.index(0)]
        others = [other for other, _, _ in read if other is not row]
        if any(is_alike(row, [other]) for other in others) and not OTHER_LAYER.search(row.label):
            c = row.said // (n * m)
            formula = f"{c:,} × {n:,} × {m:,} + {m:,} = {row.said + m:,}"
            text = f"{formula}, as in the other rows, but that leaves the {m:,} biases out"
            return judged(row.passage, row.span, False, text)
    return None


def biases_of(said: int, n: int, m: int) -> int | None:
    """How many biases each of m outputs has beside a multiple of n weights: 0 or 1."""
    each, rest = divmod(said, m)
    if rest or n < 2 or each <= n:
        return None
    return 0 if each % n == 0 else 1 if each % n == 1 else None
