"""A wrong digit or sign in any calculation of the guide is found.

Each mutation changes one character of a page: a digit of a result, or the first sign of what it is
computed from. Whether the claim is wrong then is decided here, with floats and Python's own
arithmetic, not by the lint.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

import pytest

from hooks.calculation.claims import Member
from hooks.calculation.tree import Number, literal
from hooks.page import parse
from hooks.rules.arithmetic import claims, parts
from tests.conftest import ROOT

FOUND = 0.98
EVERY = 3  # one of so many chains is mutated

PYTHON = {"×": "*", "^": "**", "∑": "?", "√": "sqrt", "⌊": "?", "|": "?", "!": "?", ",": ""}
NAMES = {"sqrt": math.sqrt, "log2": math.log2, "ln": math.log, "exp": math.exp, "log10": math.log10}
SIGNS = {"×": "+", "*": "+", "+": "×", "−": "+", "-": "+", "–": "+", "/": "×",
         "\\times": "+", "\\cdot": "+"}  # fmt: skip
SIGN = re.compile(r"\s*(\\times|\\cdot|[×*+−/–-])\s*")


@dataclass(frozen=True)
class Mutation:
    path: PurePosixPath
    line: int
    source: str
    shown: str

    def is_found(self) -> bool:
        found = claims(parse(self.path, self.source))
        return any(claim.line == self.line for claim in found if not claim.is_right)


def computed(text: str) -> float | None:
    """The value of an expression as the lint shows it, by Python."""
    for sign, python in PYTHON.items():
        text = text.replace(sign, python)
    text = re.sub(r"sqrt([\d.]+)", r"sqrt(\1)", re.sub(r"([\d.]+)%", r"(\1/100)", text))
    try:
        return float(eval(text, {"__builtins__": {}}, NAMES))
    except (SyntaxError, NameError, TypeError, ValueError, ArithmeticError):
        return None


def holds(value: float, written: str) -> bool:
    """Whether a number as written can be a rounding of the value."""
    percent = written.endswith("%")
    digits = written.rstrip("% ").replace(",", "").replace("\u2009", "")
    unit = 10.0 ** -len(digits.partition(".")[2]) / (100 if percent else 1)
    number = float(digits) / (100 if percent else 1)
    return abs(number - value) <= unit / 2 * 1.001


def mutations() -> Iterator[Mutation]:
    for file in sorted((ROOT / "docs").rglob("*.md")):
        path, source = PurePosixPath(file.relative_to(ROOT)), file.read_text(encoding="utf-8")
        page = parse(path, source)
        for part in parts(page)[::EVERY]:
            results = [m for m in part.members if is_plain_result(m)]
            expressions = [m for m in part.members if not literal(m.tree) and not m.doubtful]
            for result in results[-1:]:
                for expression in expressions[:1]:
                    if is_rounded_away(part.members, expression, result):
                        continue
                    yield from wrong_digits(path, source, expression, result)
                    yield from wrong_signs(path, source, expression, result)


def is_plain_result(member: Member) -> bool:
    return isinstance(member.tree, Number) and member.relation in ("=", "≈") and not member.doubtful


def is_rounded_away(members, expression: Member, result: Member) -> bool:
    """Whether the result is not what Python computes as it stands, e.g. of rounded numbers."""
    value = computed(str(expression))
    return value is None or not holds(value, str(result))


def wrong_digits(path, source: str, expression: Member, result: Member) -> Iterator[Mutation]:
    number = str(result)
    places = [i for i, character in enumerate(number) if character.isdigit()]
    place = places[len(number) % len(places)]
    digit = str((int(number[place]) + 3) % 10)
    mutated = number[:place] + digit + number[place + 1 :]
    if holds(computed(str(expression)), mutated):
        return
    line, column = result.text.position(result.tree.start + place)
    if changed := replaced(source, line, column, number[place], digit):
        yield Mutation(path, line, changed, f"{expression} {result.relation} {mutated}")


def wrong_signs(path, source: str, expression: Member, result: Member) -> Iterator[Mutation]:
    numbers = [n for n in expression.tree.walk() if isinstance(n, Number) and n.start >= 0]
    if len(numbers) < 2:
        return
    first, second = sorted(numbers, key=lambda number: number.start)[:2]
    between = expression.text.content[first.end : second.start]
    sign = SIGN.fullmatch(between)
    shown = re.search(r"(?<=[\d%)]) ?([×+/-]) ?(?=[\d(])", str(expression))
    if not sign or not shown:
        return
    new = SIGNS[sign[1]]
    mutated = str(expression)[: shown.start(1)] + f" {new} " + str(expression)[shown.end(1) :]
    value = computed(mutated)
    if value is None or holds(value, str(result)) or near(value, result):
        return
    line, column = expression.text.position(first.end + sign.start(1))
    if changed := replaced(source, line, column, sign[1], new):
        place = result.text.position(result.offset)[0]
        yield Mutation(path, place, changed, f"{mutated} {result.relation} {result}")


def near(value: float, result: Member) -> bool:
    """Whether a mutated expression is still what ≈ lets pass."""
    written = float(result.tree.quantity.value)
    return result.relation == "≈" and abs(value - written) <= 0.15 * max(abs(value), abs(written))


def replaced(source: str, line: int, column: int, old: str, new: str) -> str | None:
    lines = source.splitlines(keepends=True)
    text = lines[line - 1]
    if not text.startswith(old, column - 1):
        return None
    lines[line - 1] = text[: column - 1] + new + text[column - 1 + len(old) :]
    return "".join(lines)


@pytest.mark.thorough
def test_mutated_calculations_are_found():
    tried = list(mutations())
    survivors = [mutation for mutation in tried if not mutation.is_found()]
    listed = "\n".join(f"{m.path}:{m.line}: {m.shown}" for m in survivors)
    assert len(tried) > 100
    assert len(survivors) <= (1 - FOUND) * len(tried), f"{len(survivors)}/{len(tried)}:\n{listed}"
