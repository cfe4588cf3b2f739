"""Parts with names and the sum of the names: "π₁ = 0.5, π₂ = 0.3, π₃ = 0.2, π₁ + π₂ + π₃ = 1"."""

import re
from collections.abc import Iterator

from hooks.language.sentences import Sentence
from hooks.pattern import Pattern
from hooks.worked.parts import HALF, Whole, slack
from hooks.worked.stated import Stated, numbers

NAME = r"(?:\\[a-zA-Z]{1,8}|[A-Za-zα-ω])(?:\s?_\s?|\s)?(?:\d{1,2}|[a-k₀-₉])"
VALUE = r"\d*\.?\d+\s?%?"
ASSIGNED = Pattern(
    rf"(?<![\w\\+*/^=<>-])(?P<name>{NAME})\s*=\s*(?P<value>{VALUE})(?!\w|\.\d|\s?[+*/×·^−-])"
)
SUMMED = Pattern(
    rf"(?P<terms>{NAME}(?:\s*\+\s*{NAME}){{1,7}})\s*=\s*(?P<total>{VALUE})(?!\w|\.\d|\s?[+*/×·^−-])"
)
NOT_ADDED = Pattern(r"[\w)]$|[+*/×·^−=<>(-]\s*$")
CONSTRAINT = Pattern(
    r"subject|constrain|minimi|maximi|violat|\b(?:if|where|such|solve|need|must|should|require|so\s+that"
    r"|when|unless|not|n['’]t|want|normali\w+|update|start|initial\w*|iterat\w*|step)\b|s\.t\.",
    re.I,
)


def named_sums(sentence: Sentence) -> Iterator[Whole]:
    """The sums of named parts whose values the sentence gives."""
    plain = sentence.plain
    if "+" not in plain or plain.count("=") < 3 or CONSTRAINT.search(plain):  # 2 parts, 1 sum
        return
    found = SUMMED.search(plain)
    if not found or NOT_ADDED.search(plain, 0, found.start()):
        return
    by_start = {number.start: number for number in numbers(plain)}
    given: dict[str, list[Stated | None]] = {}
    for part in ASSIGNED.finditer(plain):
        if not found.start() <= part.start() < found.end():
            given.setdefault(bare(part["name"]), []).append(by_start.get(part.start("value")))
    terms = [given.get(bare(name), []) for name in found["terms"].split("+")]
    total = by_start.get(found.start("total"))
    if total is None or any(len(values) != 1 or values[0] is None for values in terms):
        return
    parts = tuple(values[0] for values in terms)
    if len({part.is_percent for part in (*parts, total)}) == 1:
        own = total.unit * HALF if not total.quantity.exact else 0
        what, text = "numbers said to sum", sentence.text
        yield Whole(text, parts, total.value, total, what, text, slack(parts, plain) + own)


def bare(name: str) -> str:
    return re.sub(r"[\s_]", "", name)
