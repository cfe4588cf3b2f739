"""Sizes as texts write them (`28 × 28 × 3`, `(64, 10)`, 1.8M), and verdicts on them."""

import re
from collections.abc import Iterable
from fractions import Fraction

from hooks.calculation.quantity import Quantity
from hooks.classifiers.metric_numbers import roughly
from hooks.language.wording import JOINER
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage
from hooks.worked.stated import count_of

Shape = tuple[int, ...]

TIMES = r"\s*(?:[×xX*·⋅]|by)\s*"
SIDE = rf"\d(?:[\d{JOINER}]|,(?=\d{{3}}(?!\d)))*"
PRODUCT = Pattern(
    rf"(?<![\w.×*·/^-])(?P<product>{SIDE}(?:{TIMES}{SIDE}){{1,4}})(?![\w.]*\d|\w|\s*(?:[+/=%]|[×·*]\s*\(?\d))"
)
TUPLE = Pattern(rf"[(\[](?P<tuple>\s*{SIDE}(?:\s*,\s*{SIDE}){{0,5}}\s*,?\s*)[)\]]")
LARGE = Pattern(
    rf"(?<![\w.,/^{JOINER}-])(?P<number>\d[\d,{JOINER}]*(?:\.\d+)?)"
    r"(?P<unit>\s?[kKMBGT](?![\w/])|\s+(?:thousand|million|billion|trillion)\b)?(?![\d.,]*\d|\s*%|[-\w])"
)
SCALES = {"k": 3, "m": 6, "b": 9, "g": 9, "t": 12}
ROUGHLY = Pattern(
    r"(?:\b(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|over|under|ca\.?)|[~∼≈])\s*$",
    re.I,
)
NEGATED = Pattern(
    r"\b(?:not|no|never|undefined|can['’]?t|cannot|impossible|error|errors|fails?|invalid|illegal|doesn['’]t"
    r"|don['’]t|isn['’]t|incompatible|mismatch\w*|instead\s+of|rather\s+than|would|unless)\b",
    re.I,
)


@record
class Verdict:
    """A stated size between two offsets of a passage; `message` is "" if it is right.

    givens: where the numbers stand that it was computed from.
    """

    passage: Passage
    start: int
    end: int
    message: str
    givens: tuple[tuple[Passage, int, int], ...] = ()


def judged(
    passage: Passage,
    span: tuple[int, int],
    is_right: bool,
    formula: str,
    givens: Iterable[tuple[int, int]] = (),
) -> Verdict:
    """The verdict on a size; `formula` says how it is computed, with its result."""
    start, end = span
    end = start + len(passage.plain[start:end].rstrip())
    written = " ".join(passage.text.content[start:end].split())
    message = "" if is_right else f"{formula}; the page says {written}"
    return Verdict(passage, start, end, message, tuple((passage, *given) for given in givens))


def has_one(text: str, marks: Iterable[str]) -> bool:
    """Whether one of the marks occurs in a text: a quick look."""
    return any(map(text.__contains__, marks))


def sides(text: str) -> tuple[int, ...]:
    """The sides of a written shape: (28, 28, 3) for `28 × 28 × 3` and for `(28, 28, 3)`."""
    return tuple(int(re.sub(rf"[,{JOINER}]", "", side)) for side in re.findall(SIDE, text))


def written_sides(shape: Iterable[int]) -> str:
    return " × ".join(f"{side:,}" for side in shape)


def integer(text: str) -> int | None:
    """A whole number in digits or as a numeral; None if it is none, or too long to be meant."""
    return count_of(text.strip())


def large(found: re.Match[str], plain: str) -> Quantity | None:
    """What a match of LARGE claims: 7B is rounded to a billion, 73,856 is exact."""
    digits = re.sub(rf"[,{JOINER}]", "", found["number"])
    if len(digits) > 20:
        return None
    unit = (found["unit"] or "").strip().lower()
    quantity = Quantity.written(digits)
    if unit:
        scale = Fraction(10) ** SCALES[unit[0]]
        half = (Fraction(1, 10 ** len(digits.partition(".")[2])) / 2) * scale
        middle = quantity.value * scale
        quantity = Quantity(middle - half, middle + half, False, found[0])
    if ROUGHLY.search(plain, max(0, found.start() - 20), found.start()):
        return roughly(quantity.rounded() if quantity.exact else quantity)
    return quantity


def agrees_with(quantity: Quantity, value: Fraction | int) -> bool:
    return quantity.low <= value <= quantity.high
