"""Sums and differences of entropies that have symbols: I(X; Y) = H(X) + H(Y) − H(X, Y).

Each symbol's value is the one that its section gives it. In "gain = parent − weighted mean" the
words are the symbols, if the section states one impurity that is not a child's.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from hooks.calculation.quantity import shown
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import Fact, Judgment, Passage, fact_of, passages
from hooks.worked.sizes import has_one

MARKS = ("H(", "H (", "H_", "H₀", "H₁", "I(", "I (", "KL(", "CE(", "G_", "G(")
SYMBOL = (
    r"(?:H|G|I|KL|CE|D_\{?KL\}?)(?:\s?_\s?\{?\w{1,8}\}?|[₀₁₂])?"
    r"(?:\s?\([^()=]{1,30}\))?"
)
TERM = Pattern(SYMBOL)
VALUE = r"(?P<value>\d*\.\d+|\d+)(?![\w.]*\d|\s?[·×*/^%+−-]|\s?\\)"
STATED = Pattern(
    rf"(?<![\w\\+−–-])(?<![+−–-]\s)(?P<names>{SYMBOL}(?:\s*=\s*{SYMBOL})*)\s*[=≈]\s*(?:[^=≈;\n]{{1,60}}?[=≈]\s*){{0,3}}"
    rf"\$?\s*{VALUE}"
)
SUM = Pattern(
    rf"(?<![\w\\])(?P<sum>{SYMBOL}(?:\s*[+−–-]\s*{SYMBOL}){{1,3}})\s*[=≈]\s*"
    rf"(?:[^=≈;\nA-Za-z]{{1,60}}?[=≈]\s*)?[\s$]*{VALUE}"
)
SIGN = Pattern(r"[+−–-]")
UNITS = Fraction(3, 2)  # units of the last digit that rounding of the terms may change
LEAST = Fraction(1, 50)  # of a result by which a wrong one differs


def judgments(page: Question) -> Iterator[Judgment]:
    """The sums of a page's entropies whose values it states."""
    if not has_one(page.source, MARKS):
        return
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        told = [passage for passage in own if not passage.of_mistakes]
        marked = [p for p in told if "=" in p.plain and has_one(p.plain, MARKS)]
        summed = [(p, found) for p in marked for found in SUM.finditer(p.plain)]
        if summed:
            known = values_in(told)
            for passage, found in summed:
                yield from of_sum(passage, found, known)


def values_in(told: Sequence[Passage]) -> dict[str, Fact | None]:
    """What each symbol is said to be; None if that is several things."""
    known: dict[str, Fact | None] = {}
    for passage in told:
        for found in STATED.finditer(passage.plain):
            fact = fact_of("information", passage, found)
            for name in TERM.findall(found["names"]) if fact else ():
                before = known.get(key_of(name), fact)
                known[key_of(name)] = fact if before and before.value == fact.value else None
    return known


def key_of(symbol: str) -> str:
    return re.sub(r"[\s{}_$\\]|mid", "", symbol).replace("|", "∣")


def of_sum(
    passage: Passage, found: re.Match[str], known: dict[str, Fact | None]
) -> Iterator[Judgment]:
    terms = [key_of(term) for term in TERM.findall(found["sum"])]
    facts = [known.get(term) for term in terms]
    result = fact_of("information", passage, found)
    if None in facts or not result or any(f.start == result.start for f in facts if f):
        return
    signs = ["+", *SIGN.findall(TERM.sub("", found["sum"]))]
    parts = [f.value if sign == "+" else -f.value for f, sign in zip(facts, signs, strict=True)]
    value = sum(parts, Fraction(0))
    unit = max(f.quantity.high - f.quantity.low for f in (*facts, result))
    room = max(UNITS * unit, abs(value) * LEAST)
    text = "".join(f" {sign} {f.written}" for f, sign in zip(facts, signs, strict=True))[3:]
    formula = f"{' '.join(found['sum'].split())} = {text} = {shown(value)}"
    yield Judgment(result, abs(result.value - value) <= room, formula, tuple(facts))
