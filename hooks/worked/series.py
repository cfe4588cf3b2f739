"""Rows of numbers of which all but one fit one law of probabilities, and the row that does not.

A row is that of a table, a line, an item of a list, or a part of a sentence, beside others of its
form: "0.5 % users: 19 %, 20 % users: 49 %". No word need say which law holds. Where an entropy or
Gini impurity of counts, the logarithm of a share, or one likelihood ratio between priors and
posteriors gives the numbers at one place of the rows so often that it is no chance, it is meant,
and the only row in which it does not is wrong.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise, permutations

from hooks.calculation.quantity import significant_digits
from hooks.language.sentences import is_on_mistakes
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.worked.facts import Judgment, Passage, joined
from hooks.worked.sizes import has_one
from hooks.worked.slips import Slip, judged
from hooks.worked.stated import Stated, numbers

FEWEST_ROWS = 3
FEWEST_OF_GROWTH = 5
MOST_ROWS = 24
MOST_NUMBERS = 9  # of a row
MOST_COUNTS = 6  # of a node
MOST_GIVEN = 8  # shares of a page that may be the rates of a test
SMALLEST = 1e-5  # of a rate
LARGEST_COUNT = 10**7
MOST_STEPS = 200  # observations, whose odds grow with each
SLIP = 0.1  # how probable it is that an odd number is a slip's value by chance
CHANCE = 0.012  # how probable it may be that a law fits by chance
COARSE = 1.01  # units of the last digit by which a value may differ
ROOM = 0.003  # of a value that rounding on the way may change
PLAIN = 0.012  # of a value by which the wrong one differs at least
PLAIN_UNITS = 2.5
TELLING = 2  # likelihood ratios that a test has at least
FRACTION = 0.005  # what a fraction's value claims in a comparison by chance

MARKS = (
    *("entrop", "gini", "impur", "bits", "nats", "loss", "odds", "prob", "prior", "poster"),
    *("p(", "preval", "base rate", "positive", "sensitiv", "predictive", "likelihood", "spam"),
    "alarm",
)
LETTERS = Pattern(r"[^\W\d_]+|[\s*_`$\\]+")
SHARE = Pattern(r"\.\d|\d\s?[%/]")
LINE = Pattern(r"\n")
BREAK = Pattern(r"[,;.]\s+|\n|\band\b")
LONGEST = 6000  # characters of a text
LONGEST_LINE = 200
FEWEST_SHARES = 5  # of a text whose parts are rows
CODE = ("", "text", "txt", "plain", "plaintext")
DENIED = Pattern(r"\b(?:not|wrong\w*|instead)\b|[<>≤≥]|n['’]t\b", re.I)
TOTAL = Pattern(r"\W*(?:total|sum|all|mean|average|weighted|overall)\b|\W*[ΣØ]", re.I)

Law = Callable[[Sequence[float]], float]


@record
class Row:
    """Numbers beside each other with their values, and where they stand."""

    passage: Passage
    numbers: tuple[Stated, ...]
    values: tuple[float, ...]
    form: str


@record
class Way:
    """A law that may give the number at one place of each row from those at others.

    choices: in how many ways such a law can be chosen. shown: how many rows it was taken from.
    mirror: the law for the other share of two.
    """

    law: Law
    inputs: slice
    target: int
    formula: str
    choices: int
    mirror: Law | None = None
    shown: int = 0

    def value(self, row: Row, law: Law | None = None) -> float | None:
        """What the law gives; None if it can't be applied."""
        try:
            return (law or self.law)(row.values[self.inputs])
        except (ValueError, ZeroDivisionError, OverflowError):
            return None

    @property
    def is_of_nodes(self) -> bool:
        return "Σ" in self.formula or self.formula in IMPURITIES


@lru_cache(maxsize=RECENT)
def odd_rows(page: Question) -> tuple[tuple[Row, Way], ...]:
    """The rows of a page that alone do not fit the law of their run, with that law."""
    if not has_one(page.lower, MARKS):
        return ()
    found = (odd for rows in runs(page) if (odd := Run(page, rows).odd_row()))
    claimed = [(row, way) for row, way in found if is_claimed(row)]
    return tuple({row.passage.text.starts: (row, way) for row, way in claimed}.values())


def judgments(page: Question, of_nodes: bool) -> Iterator[Judgment]:
    """What is wrong with the numbers of a page by laws of impurity, or by others."""
    for row, way in odd_rows(page):
        if way.is_of_nodes == of_nodes:
            slip = Slip(0, way.value(row), way.formula, "as in the rows beside it")
            yield judged(row.passage, row.numbers[way.target], slip)


# -- rows -----------------------------------------------------------------------------------------


def runs(page: Question) -> Iterator[list[Row]]:
    """Rows of one form beside each other: of a table, lines, or parts of one text."""
    for is_prose, blocks in groupby(page.blocks, key=lambda b: b.kind in ("paragraph", "item")):
        told = [block for block in blocks if may_hold(block)]
        if is_prose:
            yield from alike([line for block in told for line in parts_of(block, LINE)])
        for block in told:
            if block.kind == "table":
                rows = block.rows[1:]
                yield from alike([(joined(r), block) for r in rows if not TOTAL.match(str(r[0]))])
            elif not is_prose:
                yield from alike(parts_of(block, LINE))
            elif len(SHARE.findall(block.text.content)) >= FEWEST_SHARES:
                yield from alike(parts_of(block, BREAK))


def may_hold(block: Block) -> bool:
    """Whether a block may state such rows: a quick look."""
    content = block.text.content
    if block.kind == "table":
        return len(block.rows) > FEWEST_ROWS and bool(SHARE.search(content))
    is_text = block.kind == "code" and block.language in CODE
    is_text = is_text or block.kind in ("paragraph", "item")
    return is_text and len(content) < LONGEST and bool(SHARE.search(content))


def is_claimed(row: Row) -> bool:
    """Whether the text around a row denies nothing and is not on mistakes."""
    block = row.passage.block
    content = block.text.content
    is_denied = "~~" in content or (block.kind != "table" and DENIED.search(content))
    return not is_denied and not is_on_mistakes(block)


def alike(lines: Sequence[tuple[Text, Block]]) -> Iterator[list[Row]]:
    """Runs of lines with as many numbers, between which the same signs stand."""
    told = [
        (text, block)
        for text, block in lines
        if len(text.content) < LONGEST_LINE and SHARE.search(text.content)
    ]
    if len(told) < FEWEST_ROWS:
        return
    rows = [row for text, block in told if (row := row_of(text, block))]
    for _, own in groupby(rows, key=lambda row: (row.form, len(row.numbers))):
        run = list(own)
        if FEWEST_ROWS <= len(run) <= MOST_ROWS:
            yield run


def parts_of(block: Block, edge: Pattern) -> list[tuple[Text, Block]]:
    text, edges = block.text, [0]
    for found in edge.finditer(text.content):
        edges += found.span()
    edges.append(len(text.content))
    spans = zip(edges[::2], edges[1::2], strict=True)
    return [(text.slice(start, end), block) for start, end in spans if end - start > 3]


def row_of(text: Text, block: Block) -> Row | None:
    """The numbers of a line, and its form: what stands between them without words."""
    plain = words(text.content)
    read = numbers(plain)
    if not 2 <= len(read) <= MOST_NUMBERS:
        return None
    form, at = [], read[0].start
    for number in read if block.kind != "table" else ():
        form.append(LETTERS.sub("", plain[at : number.start]))
        at = number.end
    values = tuple(float(number.value) for number in read)
    return Row(Passage(text, plain, block, ()), read, values, "¤".join(form))


# -- laws -----------------------------------------------------------------------------------------


def bits(shares: Sequence[float]) -> float:
    whole = sum(shares)
    return -sum(p / whole * math.log2(p / whole) for p in shares if p)


def nats(shares: Sequence[float]) -> float:
    return bits(shares) * math.log(2)


def gini(shares: Sequence[float]) -> float:
    whole = sum(shares)
    return 1 - sum((p / whole) ** 2 for p in shares)


OF_NODES: tuple[tuple[Law, str], ...] = (
    (bits, "−Σ p log₂ p"),
    (nats, "−Σ p ln p"),
    (gini, "1 − Σ p²"),
)
OF_SHARES: tuple[tuple[Law, Law | None, str], ...] = (
    (lambda p: bits((p[0], 1 - p[0])), None, "−p log₂ p − (1 − p) log₂ (1 − p)"),
    (lambda p: nats((p[0], 1 - p[0])), None, "−p ln p − (1 − p) ln (1 − p)"),
    (lambda p: 2 * p[0] * (1 - p[0]), None, "1 − p² − (1 − p)²"),
    (lambda p: -math.log(p[0]), lambda p: -math.log(1 - p[0]), "−ln p"),
    (lambda p: -math.log2(p[0]), lambda p: -math.log2(1 - p[0]), "−log₂ p"),
    (lambda p: p[0] / (1 - p[0]), lambda p: 1 / p[0] - 1, "p/(1 − p)"),
    (lambda p: math.log(p[0] / (1 - p[0])), None, "ln(p/(1 − p))"),
)


LOSSES = OF_SHARES[3:5]
IMPURITIES = tuple(formula for _, mirror, formula in OF_SHARES[:3])
UPDATE = "prior odds × {}, as a probability,"


def updated(ratio: float) -> Law:
    """The posterior of a prior, for one likelihood ratio."""
    return lambda p: p[0] * ratio / (p[0] * ratio + 1 - p[0])


class Run:
    """Rows of one form, and the laws that may hold in them."""

    def __init__(self, page: Question, rows: Sequence[Row]):
        self.page, self.rows = page, rows
        self.width = len(rows[0].values)

    def odd_row(self) -> tuple[Row, Way] | None:
        """The only row that a law does not give, and the law."""
        sound: set[int] = set()
        found: list[tuple[Row, Way]] = []
        for rows, way in self.ways():
            off = [row for row in rows if not fits(way, row)]
            likely = SLIP if off and is_slip(way, off[0]) else 1
            if len(off) < 2 and is_telling(way, [row for row in rows if row not in off], likely):
                found += [(row, way) for row in off]
                sound |= {way.target} if not off else set()
        for row, way in found:
            if way.target not in sound and is_plainly_off(way, row):
                return row, way
        return None

    def ways(self) -> Iterator[tuple[Sequence[Row], Way]]:
        for target in range(1, self.width):
            if any(not row.numbers[target].is_whole for row in self.rows):
                for way in (*self.of_nodes(target), *self.of_shares(target), *self.odds(target)):
                    yield self.rows, way
                yield from self.losses(target)

    def of_nodes(self, target: int) -> Iterator[Way]:
        """Impurities of the counts or shares at two places and more."""
        for end in range(2, target + 1):
            for start in range(max(0, end - MOST_COUNTS), end - 1):
                if all(is_node(row.numbers[start:end]) for row in self.rows):
                    for law, formula in OF_NODES:
                        choices = 1 if self.names(law) else 2 * self.width
                        yield Way(law, slice(start, end), target, formula, choices)

    def names(self, law: Law) -> bool:
        """Whether a measure is the one that was named last before the rows."""
        return self.named_last == ("gini" if law is gini else "entrop")

    @cached_property
    def named_last(self) -> str:
        block = self.rows[0].passage.block
        before = [b.text.content for b in self.page.blocks if b.is_prose and b.line < block.line]
        heads = [cell.content for row in block.rows[:1] for cell in row]
        around = " ".join([*before, *heads]).lower()
        at = {name: around.rfind(name) for name in ("gini", "entrop")}
        return max(at, key=at.get) if max(at.values()) >= 0 else ""

    def of_shares(self, target: int) -> Iterator[Way]:
        """What follows from the share at one place."""
        for at in range(target):
            if all(0 < row.values[at] < 1 for row in self.rows):
                inputs = slice(at, at + 1)
                for law, mirror, formula in OF_SHARES:
                    yield Way(law, inputs, target, formula, 4 * self.width, mirror)
                if at == target - 1 and self.are_shares(target):
                    yield from self.updates(inputs, target)

    def are_shares(self, at: int) -> bool:
        return all(0 < row.values[at] < 1 for row in self.rows)

    def updates(self, inputs: slice, target: int) -> Iterator[Way]:
        """Posteriors beside their priors, by a ratio of two stated shares or that a row shows."""
        shown = [odds(r.values[target]) / odds(r.values[inputs.start]) for r in self.rows]
        pairs = {a / b: (a, b) for a, b in permutations(self.given, 2) if a >= TELLING * b}
        for ratio, (a, b) in pairs.items():
            for turned, text in ((ratio, f"{a:.4g}/{b:.4g}"), (1 / ratio, f"{b:.4g}/{a:.4g}")):
                if sum(abs(one - turned) < turned / 10 for one in shown) > 1:
                    yield Way(updated(turned), inputs, target, UPDATE.format(text), len(pairs))
        if len(self.rows) > FEWEST_ROWS:
            for ratio in sorted(shown)[1:-1]:
                if not 1 / TELLING < ratio < TELLING:
                    how = UPDATE.format(f"{ratio:.3g}")
                    yield Way(updated(ratio), inputs, target, how, len(self.rows), None, 1)

    @cached_property
    def given(self) -> list[float]:
        """The shares that the page states before, or else behind, and what they leave of 1."""
        first = self.rows[0].passage.text.line
        found: dict[bool, dict[float, None]] = {True: {}, False: {}}
        own = {id(row.passage.block) for row in self.rows}
        for block in self.page.blocks:
            if block.is_prose and id(block) not in own:
                for number in numbers(words(block.text.content)):
                    if SMALLEST < number.value < 1 - SMALLEST:
                        found[block.line < first][float(number.value)] = None
        kept = list(found[True] if len(found[True]) > 1 else found[False])[:MOST_GIVEN]
        return [round(x, 6) for share in kept for x in (share, 1 - share)]

    def odds(self, target: int) -> Iterator[Way]:
        """Odds that grow by one factor with each observation."""
        written = [row.numbers[target].written for row in self.rows]
        are_precise = all("/" in text or significant_digits(text) > 2 for text in written)
        if len(self.rows) < FEWEST_OF_GROWTH or not are_precise or not self.are_shares(target):
            return
        for at in range(target):
            if all(row.numbers[at].is_whole and row.values[at] < MOST_STEPS for row in self.rows):
                for one, other in pairwise(self.rows):
                    steps = other.values[at] - one.values[at]
                    growth = odds(other.values[target]) / odds(one.values[target])
                    if steps > 0 and growth != 1:
                        law = growing(one.values[at], one.values[target], growth ** (1 / steps))
                        how = f"odds that grow by a factor of {growth:.3g}, as a probability,"
                        yield Way(law, slice(at, at + 1), target, how, len(self.rows), None, 2)

    def losses(self, target: int) -> Iterator[tuple[Sequence[Row], Way]]:
        """Log losses of probabilities, of whose two labels one has the other share."""
        for at in range(target):
            for labels in self.labels if self.are_shares(at) else ():
                for label in sorted(set(labels)):
                    pairs = zip(self.rows, labels, strict=True)
                    rows = [mirrored(row, at) if own != label else row for row, own in pairs]
                    for law, _, formula in LOSSES:
                        yield rows, Way(law, slice(at, at + 1), target, formula, 8 * self.width)

    @cached_property
    def labels(self) -> list[list[str]]:
        """What the rows hold at places where there are but two different things."""
        rows = [row.passage.plain.split("\n") for row in self.rows]
        rows += [[f"{value:g}" for value in row.values] for row in self.rows]
        found = []
        for own in (rows[: len(self.rows)], rows[len(self.rows) :]):
            for column in zip(*own, strict=False):
                values = {cell.strip() for cell in column}
                if len(values) == 2 and not any("." in value for value in values):
                    found.append([cell.strip() for cell in column])
        return found


def mirrored(row: Row, at: int) -> Row:
    """A row with the other share of two."""
    values = (*row.values[:at], 1 - row.values[at], *row.values[at + 1 :])
    return Row(row.passage, row.numbers, values, row.form)


def growing(start: float, share: float, factor: float) -> Law:
    """The share whose odds are those of another one times a factor for each step."""
    return lambda at: 1 / (1 + 1 / (odds(share) * factor ** (at[0] - start)))


def is_node(read: Sequence[Stated]) -> bool:
    """Whether numbers can be the counts or the shares of a node's classes."""
    if all(n.is_whole and 0 <= n.value < LARGEST_COUNT and not n.is_percent for n in read):
        return sum(n.value for n in read) > 1
    return abs(sum(float(n.value) for n in read) - 1) < 0.002 and min(n.value for n in read) >= 0


def odds(p: float) -> float:
    return p / (1 - p)


# -- the odd row ----------------------------------------------------------------------------------


def fits(way: Way, row: Row) -> bool:
    value = way.value(row)
    return value is not None and is_near(row.numbers[way.target], value, COARSE, ROOM)


def is_near(number: Stated, value: float, units: float, room: float) -> bool:
    difference = abs(float(number.value) - value)
    return difference <= max(units * float(number.unit), room * abs(value), 1e-9)


def is_slip(way: Way, row: Row) -> bool:
    """Whether a number is what a usual mistake makes of an impurity."""
    if not way.is_of_nodes:
        return False
    number, shares = row.numbers[way.target], row.values[way.inputs]
    shares = (shares[0], 1 - shares[0]) if len(shares) == 1 else shares
    right = gini if "²" in way.formula else bits if "log₂" in way.formula else nats
    slips = (slip(shares) for law, slip in SLIPS if law is right)
    return any(is_near(number, value, COARSE, ROOM) for value in slips)


SLIPS = (
    (bits, nats),
    (bits, gini),
    (gini, bits),
    (gini, lambda shares: 1 - gini(shares)),
    (gini, lambda shares: gini(shares) / 2),
)


def is_telling(way: Way, rows: Sequence[Row], likely: float = 1) -> bool:
    """Whether so many digits agree that they do not by chance.

    likely: how probable it is that the odd row is right.
    """
    known = {(row.values[way.inputs], row.values[way.target]): row for row in rows}
    if len({target for _, target in known}) < 2:
        return False
    chances = sorted(chance(way, row) for row in known.values())[way.shown :]
    return math.prod(chances) * way.choices * likely < CHANCE


def chance(way: Way, row: Row) -> float:
    """How probable it is that a number fits a law by chance."""
    number = row.numbers[way.target]
    value = abs(float(number.value))
    is_input = any(abs(x - value) < PLAIN * value for x in row.values[way.inputs])
    if value in (0, 0.5, 1) or is_input:
        return 1
    return min(1.0, 2 * (float(number.unit) or FRACTION) / value)


def is_plainly_off(way: Way, row: Row) -> bool:
    """Whether a row differs by more than rounding, and is no other case that the law allows for."""
    value, number = way.value(row), row.numbers[way.target]
    if value is None or is_near(number, value, PLAIN_UNITS, PLAIN):
        return False
    other = way.value(row, way.mirror) if way.mirror else None
    return other is None or not is_near(number, other, COARSE, ROOM)
