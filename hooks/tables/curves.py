"""Cells that leave the curve on which all other rows of two columns lie.

Tables of few rows show how a function runs: 0.99^n for some n, e^(−γ·5) for some γ, the z of some
levels. The curves are those that texts draw so, which all rise or fall; their one parameter is a
number of the page's prose, or of the column's head. How improbable it is that the other rows lie
on a curve by chance is weighed against how many curves there are to choose from.
"""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from statistics import NormalDist

from hooks.calculation.limits import is_limit
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.tables.excuses import MEASURED, PIECEWISE, is_marked, is_remarked
from hooks.tables.grid import NAME, Column, Entry, Grid, grids
from hooks.tables.laws import worth

FEWEST_ROWS, MOST_ROWS, MOST_COLUMNS = 3, 12, 6
MOST_PARAMETERS = 60
TRIED = 3  # rows whose parameter is looked for, of which one may be the wrong one
ALIKE = 0.05  # how near a parameter is to the one that a row gives
ENOUGH = 1.9  # evidence, as a power of ten, beyond the number of curves
OF_HEAD = 1.0  # what a parameter costs that stands in the column's head
FAR = 0.02  # of the right value: what is nearer may be rounded on the way
BEYOND = 1000  # times what stands there: no cell has that by mistake
FEWEST_DIGITS = 5  # of a column, that tell
CONSTANT = Pattern(r"(?<![\w.])(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?P<percent>\s?\\?%)?")
MOST_DECIMALS = 12
NUMERAL = Pattern(r"[\d.,\s−–-]+")
quantile = NormalDist().inv_cdf

Function = Callable[..., float]


@record
class Curve:
    """y of x and a parameter a, and the parameter of x and y; or y of x alone."""

    written: str
    value: Function
    parameter: Function | None = None


CURVES = (
    Curve("{a}^{x}", lambda x, a: a**x, lambda x, y: y ** (1 / x)),
    Curve("{x}^{a}", lambda x, a: x**a, lambda x, y: math.log(y) / math.log(x)),
    Curve("1 − {a}^{x}", lambda x, a: 1 - a**x, lambda x, y: (1 - y) ** (1 / x)),
    Curve("1 − (1 − {a})^{x}", lambda x, a: 1 - (1 - a) ** x, lambda x, y: 1 - (1 - y) ** (1 / x)),
    Curve("1 − (1 − {x})^{a}", lambda x, a: 1 - (1 - x) ** a,
          lambda x, y: math.log(1 - y) / math.log(1 - x)),
    Curve("{a}^(1/{x})", lambda x, a: a ** (1 / x), lambda x, y: y**x),
    Curve("e^(−{a}·{x})", lambda x, a: math.exp(-a * x), lambda x, y: -math.log(y) / x),
    Curve("1 − e^(−{a}·{x})", lambda x, a: 1 - math.exp(-a * x), lambda x, y: -math.log(1 - y) / x),
    Curve("e^(−{x}/{a})", lambda x, a: math.exp(-x / a), lambda x, y: -x / math.log(y)),
    Curve("{a}·(1 − {x})", lambda x, a: a * (1 - x), lambda x, y: y / (1 - x)),
    Curve("1/({a} − {x})", lambda x, a: 1 / (a - x), lambda x, y: x + 1 / y),
    Curve("{a}/√{x}", lambda x, a: a / math.sqrt(x), lambda x, y: y * math.sqrt(x)),
    Curve("−(1 − {x})^{a}·ln {x}", lambda x, a: -((1 - x) ** a) * math.log(x),
          lambda x, y: math.log(-y / math.log(x)) / math.log(1 - x)),
    Curve("(1 − {x})^{a}", lambda x, a: (1 - x) ** a, lambda x, y: math.log(y) / math.log(1 - x)),
    Curve("1 − {x}^{a}", lambda x, a: 1 - x**a, lambda x, y: math.log(1 - y) / math.log(x)),
    Curve("√({a}·(1 − {a})/{x})", lambda x, a: math.sqrt(a * (1 - a) / x),
          lambda x, y: (1 - math.sqrt(1 - 4 * x * y**2)) / 2),
    Curve("ln {x}", math.log),
    Curve("−ln {x}", lambda x: -math.log(x)),
    Curve("log₂ {x}", math.log2),
    Curve("−log₂ {x}", lambda x: -math.log2(x)),
    Curve("1/log₂({x} + 1)", lambda x: 1 / math.log2(x + 1)),
    Curve("e^{x}", math.exp),
    Curve("e^−{x}", lambda x: math.exp(-x)),
    Curve("1 − e^−{x}", lambda x: 1 - math.exp(-x)),
    Curve("2^{x}", lambda x: 2.0**x),
    Curve("1/(1 + e^−{x})", lambda x: 1 / (1 + math.exp(-x))),
    Curve("1/(1 − {x})", lambda x: 1 / (1 - x)),
    Curve("{x}/(1 − {x})", lambda x: x / (1 - x)),
    Curve("√{x}", math.sqrt),
    Curve("1/√{x}", lambda x: 1 / math.sqrt(x)),
    Curve("1.96·√(0.25/{x})", lambda x: 1.96 * math.sqrt(0.25 / x)),
    Curve("{x}·({x} − 1)/2", lambda x: x * (x - 1) / 2),
    Curve("(1 − 1/{x})^{x}", lambda x: (1 - 1 / x) ** x),
    Curve("z of {x}", quantile),
    Curve("z of 1 − {x}", lambda x: quantile(1 - x)),
    Curve("z of (1 + {x})/2", lambda x: quantile((1 + x) / 2)),
    Curve("z of 1 − {x}/2", lambda x: quantile(1 - x / 2)),
)  # fmt: skip
COST = math.log10(len(CURVES))


@record
class OffCurve:
    """A cell, and what the curve of the other rows has in its place."""

    entry: Entry
    law: str
    right: float
    evidence: float

    @property
    def position(self) -> tuple[int, int]:
        return self.entry.position

    @property
    def message(self) -> str:
        right = f"{self.right * 100:.4g}%" if self.entry.style[1] else f"{self.right:.4g}"
        return f"{self.law} in the other rows; here {self.entry.written} should be {right}"


@record
class Row:
    """A row of two columns: what it holds, and how far rounding may move its y."""

    number: int
    x: Entry
    y: Entry

    @cached_property
    def room(self) -> float:
        return max(self.y.unit, self.y.high - self.y.low) * 0.53


@record
class Drawn:
    """A curve with its parameter. cost: how many there are to choose from."""

    curve: Curve
    cost: float
    a: float = 0.0

    def at(self, row: Row) -> float | None:
        return self.of(row.x.value)

    def of(self, x: float) -> float | None:
        return applied(self.curve.value, *((x, self.a) if self.curve.parameter else (x,)))

    def written(self, head: str) -> str:
        return self.curve.written.format(x=f"“{head}”", a=f"{self.a:g}")


def applied(function: Function, *values: float) -> float | None:
    try:
        value = function(*values)
    except (ValueError, ArithmeticError):
        return None
    return value if isinstance(value, float) and math.isfinite(value) else None


WITHOUT_PARAMETER = [Drawn(curve, COST) for curve in CURVES if not curve.parameter]
WITH_PARAMETER = [curve for curve in CURVES if curve.parameter]


def off_curves(page: Question) -> Iterator[OffCurve]:
    """The cell of each column that leaves the curve of the others, if it lies on no other."""
    parameters: list[float] = []
    for grid in grids(page):
        if grid.is_doubtful or not FEWEST_ROWS <= len(grid.labels) <= MOST_ROWS:
            continue
        if len(grid.columns) > MOST_COLUMNS:
            continue
        parameters = parameters or of_prose(page)
        for column in grid.columns:
            if is_telling(column):
                found = judged(grid, column, near(page, grid), parameters)
                if found and not is_limit(page, found.entry.written.strip(" %")):
                    yield found


def of_prose(page: Question) -> list[float]:
    """The numbers of the page's prose and formulas, sorted."""
    texts = [str(block.text) for block in page.blocks if block.kind not in ("table", "code")]
    return sorted(constants(" ".join(texts))[:MOST_PARAMETERS])


def constants(text: str) -> list[float]:
    """The numbers of a text; 0 and 1 are parameters of nothing."""
    found = (
        round(float(one["number"].replace(",", "")) / (100 if one["percent"] else 1), MOST_DECIMALS)
        for one in CONSTANT.finditer(text)
    )
    return [value for value in dict.fromkeys(found) if value not in (0.0, 1.0)]


def near(page: Question, grid: Grid) -> list[float]:
    """The numbers of the text right above a table."""
    at = next(at for at, block in enumerate(page.blocks) if block is grid.block)
    return constants(str(page.blocks[at - 1].text)) if at else []


def judged(
    grid: Grid, column: Column, near: Sequence[float], parameters: Sequence[float]
) -> OffCurve | None:
    """The best evidence against a cell of a column; none if a curve holds all of its rows."""
    found = []
    for given in grid.columns:
        if given.at >= column.at:
            break
        rows = rows_of(given, column)
        if len(rows) < FEWEST_ROWS or not is_curve(rows) or are_proportional(rows):
            continue
        for drawn in choices(rows, constants(column.head), near, parameters):
            off = rows_off(drawn, rows)
            if off == []:
                return None
            if off and not is_another_case(grid, column, drawn, off[0]):
                law = f"“{column.head}” = {drawn.written(given.head)}"
                evidence = evidence_of(drawn, [row for row in rows if row is not off[0]])
                found.append(OffCurve(off[0].y, law, drawn.at(off[0]), evidence))
    best = max(found, key=lambda one: one.evidence, default=None)
    return best if best and best.evidence >= ENOUGH else None


def is_telling(column: Column) -> bool:
    """Whether a column has a name, and numbers that hardly lie on a curve by chance."""
    if sum(entry.digits for entry in column.entries if entry) < FEWEST_DIGITS:
        return False
    has_law = not MEASURED.search(column.head) and not PIECEWISE.search(column.head)
    return has_law and bool(NAME.search(column.head))


def rows_of(given: Column, column: Column) -> list[Row]:
    """The rows that have both numbers, if each has another x."""
    pairs = enumerate(zip(given.entries, column.entries, strict=True))
    rows = [Row(number, x, y) for number, (x, y) in pairs if x and y]
    return rows if len({row.x.value for row in rows}) == len(rows) else []


def is_curve(rows: Sequence[Row]) -> bool:
    """Whether y rises or falls with x in all rows but one."""
    ys = [row.y.value for row in sorted(rows, key=lambda row: row.x.value)]
    for left_out in range(len(ys)):
        own = ys[:left_out] + ys[left_out + 1 :]
        if own in (sorted(own), sorted(own, reverse=True)):
            return True
    return False


def are_proportional(rows: Sequence[Row]) -> bool:
    """Whether a plain factor leads from one column to the other."""
    spans = [
        sorted([(row.y.value - row.room) / row.x.value, (row.y.value + row.room) / row.x.value])
        for row in rows
        if row.x.value
    ]
    return max(low for low, _ in spans) <= min(high for _, high in spans)


def choices(
    rows: Sequence[Row],
    own: Sequence[float],
    near: Sequence[float],
    parameters: Sequence[float],
) -> Iterator[Drawn]:
    """The curves on which a row lies, if they have a parameter, and all others.

    own: parameters that the column's head states. near: those of the text right above.
    """
    yield from WITHOUT_PARAMETER
    of_page = COST + math.log10(len(parameters) or 1)
    of_text = COST + math.log10(len(near) or 1)
    for curve in WITH_PARAMETER:
        tried = set()
        for row in rows[:TRIED]:
            a = applied(curve.parameter, row.x.value, row.y.value)
            if a is None or a <= 0:
                continue
            tried |= {(one, OF_HEAD) for one in own if abs(one - a) <= ALIKE * a}
            first = bisect_left(parameters, a * (1 - ALIKE))
            last = bisect_right(parameters, a * (1 + ALIKE))
            for one in parameters[first:last]:
                if one not in own:
                    tried.add((one, of_text if one in near else of_page))
        for one, cost in tried:
            yield Drawn(curve, cost, one)


def rows_off(drawn: Drawn, rows: Sequence[Row]) -> list[Row] | None:
    """The row far off a curve, if there is one at most; None if there are more, or one is near."""
    off: list[Row] = []
    for row in rows:
        value = drawn.of(row.x.value)
        if value is None:
            return None
        away = abs(value - row.y.value)
        if away > row.room:
            off.append(row)
            if len(off) > 1 or away <= max(2 * row.room, FAR * abs(value)):
                return None
    return off


def is_another_case(grid: Grid, column: Column, drawn: Drawn, off: Row) -> bool:
    """Whether a row has something of its own, as a unit, or is of the other one of two classes, of
    which 1 − p is the probability: its loss is −ln(1 − p)."""
    units = [NUMERAL.sub("", row[column.at]) for row in grid.cells]
    if units.count(units[off.number]) == 1:
        return True
    right, x = drawn.at(off), off.x.value
    if abs(right) > BEYOND * abs(off.y.value or 1):
        return True
    if 0 < x < 1:
        other = drawn.of(1 - x)
        of_other = other is not None and abs(other - off.y.value) <= off.room
        if of_other or abs(1 - right - off.y.value) <= off.room:
            return True
    return is_marked(grid, off.number) or is_remarked(grid, off.number)


def evidence_of(drawn: Drawn, rows: Sequence[Row]) -> float:
    """How improbable it is that rows lie on a curve by chance, as a power of ten; only rows count
    that tell: those which no other row's x would give, and which are no end of the curve."""
    values = [row.y.value for row in rows]
    spread = max(values) - min(values)
    telling = [
        row
        for row in rows
        if row.y.value not in (0.0, 1.0, drawn.a, row.x.value)
        and all(
            (value := drawn.at(other)) is None or abs(value - row.y.value) > row.room
            for other in rows
            if other is not row
        )
    ]
    if len(telling) < 2 and drawn.cost > OF_HEAD:
        return 0.0
    worths = (worth(row.y, spread, 0.0, max(row.y.digits, row.x.digits)) for row in telling)
    return sum(worths) - drawn.cost
