"""Calculations whose signs are words: "23 times 22 divided by 2", "2 to the twelfth minus one".

The words become signs, numbers in words beside them become numbers, and "that" beside one becomes
the result that was given last: "1.07 GB a day; 365 times that is 391 GB".
"""

import re
from collections.abc import Sequence

from hooks.calculation.tokens import Token
from hooks.calculation.units import unit_named
from hooks.language.wording import listed
from hooks.pattern import Pattern
from hooks.worked.stated import NUMERAL

OPERATORS = {
    ("times",): "×", ("multiplied", "by"): "×", ("plus",): "+", ("minus",): "−",
    ("divided", "by"): "/", ("over",): "/", ("to", "the", "power", "of"): "^",
    ("to", "the", "power"): "^", ("to", "the"): "^",
}  # fmt: skip
FIRST_WORDS = frozenset(words[0] for words in OPERATORS)
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
ORDINAL = {word: value for value, word in enumerate(ORDINALS.split(), 1)}
BEHIND_NUMBERS = {"squared": ("super", "²"), "cubed": ("super", "³"), "factorial": ("op", "!")}
ANAPHORS = frozenset(["that", "this"])
OPERANDS = frozenset(["number", "percent", "close", "super", "vulgar"])
BEGINNING = frozenset(["number", "open", "vulgar", "currency"])
BEHIND_POWER = listed(
    "is are which that gives makes times minus plus divided over so or and equals"
)
AWAY = listed("from between 1 closer close up down")  # from 2 to the 32 …
# A quick look: a word that calculates, behind a number.
CUES = ("times", "minus", "plus", "divided by", "multiplied by", "over", "to the", "squared",
        "cubed", "factorial")  # fmt: skip
NUMBERED = Pattern(
    r"(?:[\d)%²³]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\s(?:times|minus"
    r"|plus|divided\sby|multiplied\sby|over|to\sthe|squared|cubed|factorial)\b",
    re.I,
)
OF_RESULT = Pattern(r"\b(?:times|minus|plus|by|over)\s(?:that|this)\b")
LONGEST_BACK = 120  # tokens in which the last result is looked for


def calculates(content: str) -> bool:
    """Whether a text may hold a calculation in words: a quick look."""
    return any(cue in content for cue in CUES) and bool(NUMBERED.search(content))


def in_signs(tokens: list[Token], with_results: bool = False) -> list[Token]:
    """The tokens with signs for the words that calculate.

    with_results: "that" may be a result, as relations have their signs.
    """
    made: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        word = token.value.lower() if token.kind == "word" else ""
        known = made if with_results else []
        length = joined(made, tokens, at, known) if word in FIRST_WORDS else 0
        is_power = not length and word in BEHIND_NUMBERS and ends_operand(tokens, at + 1)
        if is_power and (before := operand(made)):
            kind, sign = BEHIND_NUMBERS[word]
            made[-1:] = [*before, Token(kind, sign, token.start, token.end)]
            length = 1
        if not length:
            made.append(token)
        at += length or 1
    return made


def joined(made: list[Token], tokens: Sequence[Token], at: int, known: Sequence[Token]) -> int:
    """Add the sign that words stand for, and its operands; how many tokens were read."""
    sign, length = operator_at(tokens, at)
    before = operand(made) if sign else []
    behind = operand_at(tokens, at + length, known) if before else []
    if not behind:
        return 0
    made[-1:] = before
    made.append(Token("op", sign, tokens[at].start, tokens[at + length - 1].end, " "))
    made += behind
    return length + length_of(tokens, at + length)


def operator_at(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """The sign that the words from here on stand for, and how many they are."""
    said = tuple(token.value.lower() for token in tokens[at : at + 4])
    for words, sign in sorted(OPERATORS.items(), key=lambda item: -len(item[0])):
        if said[: len(words)] != words:
            continue
        if words == ("to", "the") and not is_power(tokens, at):
            return "", 0
        return sign, len(words)
    return "", 0


def is_power(tokens: Sequence[Token], at: int) -> bool:
    """Whether "to the" leads to an exponent: 2 to the tenth, 2 to the 32; not to the 32 users."""
    if at + 2 >= len(tokens) or (at > 1 and tokens[at - 2].value.lower() in AWAY):
        return False
    exponent = tokens[at + 2]
    if exponent.kind != "number" and exponent.value.lower() not in ORDINAL:
        return False
    return ends_operand(tokens, at + 3) or tokens[at + 3].value.lower() == "power"


def ends_operand(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands there is no noun of what stands before: "24 squared differences"."""
    if at >= len(tokens) or tokens[at].kind in ("stop", "comma", "close", "op", "relation"):
        return True
    return tokens[at].value.lower() in BEHIND_POWER


def operand(made: Sequence[Token]) -> list[Token]:
    """What stands before a sign, as an operand; a number in words in figures."""
    if not made:
        return []
    if made[-1].kind in OPERANDS or made[-1].value == "!":
        return [made[-1]]
    return spelled(made[-1])


def spelled(token: Token) -> list[Token]:
    """A number in words as one in figures."""
    word = token.value.lower()
    value = NUMERAL.get(word) if token.kind == "word" else None
    return [] if value is None else [Token("number", str(value), token.start, token.end, token.gap)]


def operand_at(tokens: Sequence[Token], at: int, made: Sequence[Token]) -> list[Token]:
    """What stands behind a sign, as far as it is read here: a number, or the last result."""
    if at >= len(tokens):
        return []
    token, word = tokens[at], tokens[at].value.lower()
    if token.kind in BEGINNING:
        return [token]
    if token.kind == "word" and word in ORDINAL:
        return [Token("number", str(ORDINAL[word]), token.start, token.end, token.gap)]
    if token.kind == "word" and word in ANAPHORS:
        return last_result(made, token)
    return spelled(token)


def length_of(tokens: Sequence[Token], at: int) -> int:
    """How many tokens an operand takes: "fourth power" takes two."""
    has_power = at + 1 < len(tokens) and tokens[at + 1].value.lower() == "power"
    return 1 + (tokens[at].value.lower() in ORDINAL and has_power)


def last_result(made: Sequence[Token], that: Token) -> list[Token]:
    """The result that was given last, with its unit; its tokens have no length of their own."""
    for at in range(len(made) - 1, max(0, len(made) - LONGEST_BACK), -1):
        if made[at].kind != "number" or not is_given(made, at):
            continue
        end = at + 1
        while end < len(made) and is_unit(made[end]) and end < at + 3:
            end += 1
        if end < len(made) and made[end].kind in ("op", "super", "relation"):
            return []
        return [Token(t.kind, t.value, that.start, that.start, t.gap) for t in made[at:end]]
    return []


def is_given(made: Sequence[Token], at: int) -> bool:
    """Whether a relation, or "about" behind one, leads to the number at `at`."""
    before = at - 1
    while before > 0 and (
        made[before].kind in ("about", "currency") or made[before].value in NEARLY
    ):
        before -= 1
    return made[before].kind == "relation"


NEARLY = listed("about roughly approximately around nearly almost just")


def is_unit(token: Token) -> bool:
    if token.kind == "percent":
        return True
    return token.kind == "word" and unit_named(token.value, attached=not token.gap) is not None
