"""Columns of sizes of which all rows but one follow from other columns, and the one by a slip.

A calculation beside its result, and bytes or parameters that grow in proportion to one or two
other columns: layers × heads, or the same formats of another model. Letters of a calculation have
the values that the column's head or the page gives them.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from hooks.calculation.expression import NotAnExpression, Reading, parse
from hooks.calculation.misprints import mistyped
from hooks.calculation.value_tables import value_tokens
from hooks.language.wording import JOINER, words
from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.named_sizes import Scene
from hooks.worked.sizes import Verdict, integer, judged

FEWEST_ALIKE = 2
FEWEST_DIGITS = 3  # of a number that is hardly written wrongly by chance
SYMBOL = Pattern(r"(?<![\w.])(?P<letter>[A-Za-z])\s*=\s*(?P<number>\d+(?:,\d{3})*)(?![\w.]|,\d)")
SYMBOLIC = Pattern(r"(?=.*[A-Za-z])(?:\d[\d,]*|[A-Za-z]|[\s()\[\]+·×*²^$`])+")
LETTER = Pattern(r"[A-Za-z]")
SIDE_BY_SIDE = Pattern(r"(?<=[\d)²])\s+(?=[\d(])|(?<=\d)(?=\()|(?<=\))(?=[\d(])")
ROUND = str.maketrans("[]", "()")
OPERATED = Pattern(r"\d\s*\)?\s*[·×*+]\s*\(?\d")


def verdicts(scene: Scene) -> Iterator[Verdict]:
    tables: dict[int, list[Passage]] = {}
    for passage in scene.passages:
        if passage.block.kind == "table" and passage.place[-1]:  # below the head
            tables.setdefault(id(passage.block), []).append(passage)
    for rows in tables.values():
        width = len(rows[0].block.rows[0])
        cells = [row.plain.split("\n") for row in rows]
        if len(rows) > FEWEST_ALIKE and all(len(row) == width for row in cells):
            yield from calculated(rows, cells, scene)
            yield from proportional(rows, cells)


def span_of(cells: Sequence[str], at: int) -> tuple[int, int]:
    """Where a cell stands in its row."""
    start = sum(len(cell) + 1 for cell in cells[:at])
    start += len(cells[at]) - len(cells[at].lstrip())
    return start, start + len(cells[at].strip())


# -- calculations beside their results ------------------------------------------------------------


def calculated(
    rows: Sequence[Passage], cells: Sequence[Sequence[str]], scene: Scene
) -> Iterator[Verdict]:
    """| (3·3·16 + 1)·32 | 4,608 |: in each row but one the result is right."""
    for at in range(len(cells[0]) - 1):
        if not any(OPERATED.search(row[at]) or SYMBOLIC.fullmatch(row[at]) for row in cells):
            continue
        known = {
            **scene.once(symbols_of),
            **symbols_in(words(rows[0].block.rows[0][at + 1].content)),
        }
        worked = [in_numbers(row[at], known) for row in cells]
        pairs = [
            (value_in(cell) if OPERATED.search(cell) else None, integer(row[at + 1].strip(" *_`")))
            for cell, row in zip(worked, cells, strict=True)
        ]
        stated = [(i, value, said) for i, (value, said) in enumerate(pairs) if value and said]
        off = [one for one in stated if one[1] != one[2]]
        if len(off) == 1 and len(stated) - 1 >= FEWEST_ALIKE:
            i, value, _ = off[0]
            text = f"{worked[i].strip()} = {value:,}"
            yield judged(rows[i], span_of(cells[i], at + 1), False, text)


def symbols_of(scene: Scene) -> dict[str, str]:
    """The numbers that single letters stand for on a page, where each stands for only one."""
    found: dict[str, set[str]] = {}
    for passage in scene.passages:
        for letter, number in symbols_in(passage.plain).items():
            found.setdefault(letter, set()).add(number)
    return {letter: numbers.pop() for letter, numbers in found.items() if len(numbers) == 1}


def symbols_in(text: str) -> dict[str, str]:
    return {found["letter"]: found["number"] for found in SYMBOL.finditer(text)}


def in_numbers(cell: str, symbols: Mapping[str, str]) -> str:
    """A calculation with letters, 4[h(d + h) + h], with the numbers that these stand for."""
    if not SYMBOLIC.fullmatch(cell) or not set(LETTER.findall(cell)) <= symbols.keys():
        return cell
    spaced = LETTER.sub(lambda found: f" {symbols[found[0]]} ", cell.translate(ROUND).strip(" $`*"))
    spaced = re.sub(r"\s+(?=[²^])", "", spaced)
    return " ".join(SIDE_BY_SIDE.sub(" · ", spaced).split())


def value_in(cell: str) -> int | None:
    """The whole number that a cell's calculation gives."""
    try:
        read = value_tokens(cell)
        node, end = parse(read)
    except NotAnExpression:
        return None
    value = node.evaluate(Reading()) if end == len(read) else None
    return int(value[0]) if value and value[0] == value[1] and value[0].denominator == 1 else None


# -- columns in proportion ------------------------------------------------------------------------

OF_BYTES = Pattern(r"\b(?:bytes|[kKMGT]i?B|param\w*|memory|cache)\b")
NUMBER = Pattern(
    rf"[\s*_`≈~]*(?P<value>\d[\d,{JOINER}]*(?:\.\d+)?)\s?(?P<unit>[kKMGT]i?B|[kMBT])?[\s*_`]*"
)
POWERS = {"k": 1, "K": 1, "M": 2, "G": 3, "B": 3, "T": 4}
DIGIT = Pattern(r"(?<![A-Za-z])\d")
NEAR = Fraction(1, 100)
ALIKE = 3  # rows that show a proportion
FEWEST_VALUES = 2  # different ones of theirs
SLIPS = [Fraction(2) ** power for power in (-3, -2, -1, 1, 2, 3)]
SLIPS += [Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3)]


def proportional(rows: Sequence[Passage], cells: Sequence[Sequence[str]]) -> Iterator[Verdict]:
    heads = [words(cell.content) for cell in rows[0].block.rows[0]]
    columns = [[amount_in(row[at]) for row in cells] for at in range(len(heads))]
    known = [at for at, column in enumerate(columns) if all(column)]
    for at in known:
        text = "\n".join([heads[at], *(row[at] for row in cells)])
        if len(rows) <= ALIKE or not OF_BYTES.search(text):
            continue
        others = [other for other in known if other < at]
        for sources in (*combinations(others, 1), *combinations(others, 2)):
            if row := off_row(columns, at, sources):
                i, right = row
                others = [
                    c for j, c in enumerate(columns) if j in known and j not in (at, *sources)
                ]
                if has_own_number(cells, i, known) or any(is_odd(c, i) for c in others):
                    continue
                of = " and ".join(f"“{heads[source]}”" for source in sources)
                text = f"in proportion to {of}, as in the other rows, it is {right}"
                yield judged(rows[i], span_of(cells[i], at), False, text)
                return


def has_own_number(cells: Sequence[Sequence[str]], row: int, columns: Collection[int]) -> bool:
    """Whether a row alone has a number beside the columns, "limit 8,192", that may tell."""
    texts = [" ".join(cell for at, cell in enumerate(each) if at not in columns) for each in cells]
    return DIGIT.search(texts.pop(row)) is not None and not any(map(DIGIT.search, texts))


def is_odd(column: Sequence[Fraction], row: int) -> bool:
    """Whether a row alone has another setting: 2 bytes each where all others have 4."""
    others = {*column[:row], *column[row + 1 :]}
    return len(others) == 1 and column[row] not in others


def amount_in(cell: str) -> Fraction | None:
    found = NUMBER.fullmatch(cell)
    if not found:
        return None
    value = Fraction(re.sub(rf"[,{JOINER}]", "", found["value"]))
    unit = found["unit"] or ""
    kilo = 1024 if "i" in unit else 1000
    return value * kilo ** POWERS[unit[0]] if unit else value


def off_row(
    columns: Sequence[Sequence[Fraction]], at: int, sources: Sequence[int]
) -> tuple[int, str] | None:
    """The only row in which a column isn't in proportion to others, and is so by a slip."""
    ratios = []
    for i, value in enumerate(columns[at]):
        for source in sources:
            value /= columns[source][i]
        ratios.append(value)
    usual = sorted(ratios)[len(ratios) // 2]
    off = [i for i, ratio in enumerate(ratios) if abs(ratio - usual) > NEAR * usual]
    values = {columns[at][i] for i in range(len(ratios)) if i not in off}
    if len(off) != 1 or len(values) < FEWEST_VALUES * len(sources):
        return None
    i = off[0]
    slip = ratios[i] / usual
    if any(abs(slip - known) <= NEAR * known for known in SLIPS):
        return i, f"{float(1 / slip):g} times as much"
    said, right = columns[at][i], columns[at][i] / slip
    if said.denominator == right.denominator == 1 and mistyped_like(said, right):
        return i, f"{int(right):,}"
    return None


def mistyped_like(said: Fraction, right: Fraction) -> bool:
    one, other = str(said).rstrip("0"), str(right).rstrip("0")
    return len(one) == len(other) >= FEWEST_DIGITS and bool(mistyped(one, other))
