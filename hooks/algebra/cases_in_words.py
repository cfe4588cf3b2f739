"""Cases in a sentence: "x if x > 0, else αx", "1 if c > r and exp(1 − r/c) otherwise"."""

from collections.abc import Sequence

from hooks.algebra.lexer import Token
from hooks.pattern import Pattern

CONDITION_WORDS = frozenset("if for when where whenever".split())
ELSE_WORDS = frozenset("otherwise else".split())
JOINTS = frozenset([",", ";", "and", "or"])
# How far they reach in a text. With nothing behind "otherwise" they end there.
IN_WORDS = Pattern(
    r"[^;\n]{1,80}?\s(?:if|for|when)\s[^;\n]{1,80}?\s(?:otherwise(?=\s*(?:[.,;)|]|$))|(?:else|otherwise),?\s)"
)

Case = tuple[Sequence[Token], Sequence[Token]]


def cases_in_words(tokens: Sequence[Token]) -> tuple[Case, ...]:
    """The values and their conditions, the last of which may be empty; () if there are none."""
    at = first_of(tokens, CONDITION_WORDS)
    if at < 1:
        return ()
    value, rest = stripped(tokens[:at]), tokens[at + 1 :]
    end = first_of(rest, ELSE_WORDS)
    second = first_of(rest, CONDITION_WORDS)
    if 0 <= end < len(rest) - 1:
        return (value, stripped(rest[:end])), (stripped(rest[end + 1 :]), ())
    last = end if end >= 0 else second
    joint = last_of(rest[:last], JOINTS) if last > 0 else -1
    if joint < 1:
        return ()
    other = stripped(rest[joint:last])
    return (value, stripped(rest[:joint])), (other, rest[last + 1 :])


def first_of(tokens: Sequence[Token], values: frozenset[str]) -> int:
    return next((at for at, token in enumerate(tokens) if token.value in values), -1)


def last_of(tokens: Sequence[Token], values: frozenset[str]) -> int:
    """Where the last of them stands that is in no brackets; -1 if there is none."""
    depth = 0
    for at in range(len(tokens) - 1, -1, -1):
        depth += (tokens[at].value in (")", "]")) - (tokens[at].value in ("(", "["))
        if not depth and tokens[at].value in values:
            return at
    return -1


def stripped(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without what joins them to what stands before and behind."""
    while tokens and tokens[0].value in JOINTS:
        tokens = tokens[1:]
    while tokens and (tokens[-1].value in JOINTS or tokens[-1].kind == "end"):
        tokens = tokens[:-1]
    return tokens
