"""What a program prints against what a page says it prints, leniently.

Numbers are compared as written numbers are: `0.67` agrees with 0.6666666666666666. How NumPy or a
float is spelled does not matter, nor do spaces, brackets and commas around numbers.
"""

import ast
import re
from fractions import Fraction

from hooks.calculation.quantity import Quantity
from hooks.classifiers.metric_numbers import roughly
from hooks.pattern import Pattern
from hooks.python_code.interpreter import Unknown, evaluate
from hooks.record import record

NUMBER = Pattern(
    r"(?<![\w.])[-−+]?(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
    r"(?![\w]|\.\d)(?P<cut>\.{2,}|…)?(?P<percent>\s?%)?"
)
NUMPY = Pattern(r"np\.\w+\(([^()]*)\)|(?:array|tensor|torch\.Size)\(([^()]*)\)")
AROUND = Pattern(r"[\s,;()\[\]]+")
MARKER = Pattern(
    r"\s*(?:#+\s*)?(?P<sign>={1,2}>?|[-–]+>|→|⇒|⟹|>>>?|≈|≅|~|about|approx(?:imately|\.)?|roughly|ca\."
    r"|(?:the )?(?:prints?|outputs?|returns?|gives|results?|expected(?: output)?|out|answer)\b"
    r"(?:\s+(?:is|in))?)?\s*[:=]?\s*(?P<rough>≈|~|about|approx\.?|roughly|ca\.)?\s*",
    re.I,
)
UNIT = Pattern(
    r"\(.*\)|[.]|(?:bits?|nats?|parameters|params|percent|points|ms|GB|MB|users|rows)\.?"
)
ROUGH = Pattern(r"≈|≅|~|about|approx|roughly|ca\.", re.I)
TRUNCATED_FROM = 4  # from so many digits on, people cut instead of rounding


@record
class Difference:
    """A claimed number that is not what the program gives; start: where it stands in the claim."""

    start: int
    claimed: str
    actual: str


def difference(actual: object, claim: str, rough: bool = False) -> Difference | None:
    """The first number of a claimed text that differs from a value or a printed text.

    None also where the two can't be compared: other words, another count of numbers.
    """
    text = actual if isinstance(actual, str) else repr(actual)
    claim = NUMPY.sub(lambda found: widened(found, claim), claim)
    if other := other_items(text, claim):
        return other
    if words(text) != words(claim):
        return None
    ours, theirs = list(NUMBER.finditer(text)), list(NUMBER.finditer(claim))
    if len(ours) != len(theirs):
        return None
    for own, written in zip(ours, theirs, strict=True):
        if not same(own, written, rough):
            return Difference(written.start(), written[0], own[0])
    return truth(text, claim)


def other_items(text: str, claim: str) -> Difference | None:
    """A list that has more, fewer or other items than the program's, numbers aside."""
    if text[:1] not in ("[", "(", "{") or text[:1] != claim.strip()[:1]:
        return None
    try:
        ours, theirs = ast.literal_eval(text), ast.literal_eval(claim.strip())
    except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
        return None
    if shape(ours) == shape(theirs):
        return None
    return Difference(len(claim) - len(claim.lstrip()), claim.strip(), text)


def shape(value: object) -> object:
    """A literal with its numbers left out."""
    match value:
        case bool() | str() | None:
            return value
        case int() | float():
            return 0
        case list() | tuple():
            return [shape(item) for item in value]
        case dict():
            return {key: shape(item) for key, item in value.items()}
    return 0


def widened(found: re.Match[str], claim: str) -> str:
    """`np.float64(0.2)` as its number alone, where it stood."""
    inner = found[1] if found[1] is not None else found[2]
    lead = found[0].index(inner) if inner else len(found[0])
    return (" " * lead + inner).ljust(len(found[0]))


def words(text: str) -> str:
    """A text without its numbers and what stands around them."""
    text = re.sub(r"\b(?:True|False)\b", "0", text)
    return AROUND.sub("", NUMBER.sub(" ", re.sub(r"\b0\b", " ", text))).casefold()


def truth(text: str, claim: str) -> Difference | None:
    """`True` where the program gives False, or the other way round."""
    ours, theirs = text.strip(), claim.strip()
    if {ours, theirs} == {"True", "False"}:
        return Difference(claim.index(theirs), theirs, ours)
    return None


def same(own: re.Match[str], written: re.Match[str], rough: bool) -> bool:
    """Whether the written number can stand for the program's own."""
    value, claimed = fraction(own), quantity(written)
    if value is None or claimed is None:
        return True
    if rough:
        claimed = roughly(claimed if not claimed.exact else claimed.rounded())
    if written["percent"] and not own["percent"]:
        return agrees(value, claimed, written) or agrees(value / 100, claimed, written)
    return agrees(value, claimed, written)


def agrees(value: Fraction, claimed: Quantity, written: re.Match[str]) -> bool:
    slack = abs(value) / 10**9 + Fraction(1, 10**12)
    digits = len(re.sub(r"\D", "", written[0]).lstrip("0"))
    if written["cut"] or digits >= TRUNCATED_FROM:
        slack += (claimed.high - claimed.low) / 2
    return claimed.low - slack <= value <= claimed.high + slack


def fraction(number: re.Match[str]) -> Fraction | None:
    found = quantity(number)
    return found.value if found else None


def quantity(number: re.Match[str]) -> Quantity | None:
    text = number[0].replace("…", "").rstrip(".") if number["cut"] else number[0]
    text = text[:-1] if text.endswith(".") else text
    try:
        return Quantity.written(text.replace(".%", "%"))
    except ValueError:
        return None


@record
class Claim:
    """What a comment says of a value: its text, and where that starts in the comment."""

    text: str
    start: int
    marked: bool
    rough: bool


def claim_of(comment: str) -> Claim | None:
    """The claim of a comment: `# 0.25`, `# -> 0.25`, `# ≈ 0.25`, `# prints 0.25`."""
    lead = MARKER.match(comment)
    text = comment[lead.end() :].rstrip()
    if not text:
        return None
    rough = bool(ROUGH.search(comment[: lead.end()]))
    return Claim(text, lead.end(), bool(lead["sign"]), rough)


def number_alone(text: str) -> str | None:
    """The number a claim consists of, with what stands behind it in brackets cut off."""
    found = NUMBER.match(text)
    if not found:
        return None
    rest = text[found.end() :].strip()
    return found[0] if not rest or UNIT.fullmatch(rest) else None


def chain(text: str) -> list[tuple[int, str]]:
    """The parts of `10 / (10 + 40) = 0.2`, each with its start; [] if one can't be computed."""
    parts, at = [], 0
    for part in re.split(r"(?<![=<>!])[=≈](?!=)", text):
        parts.append((at + len(part) - len(part.lstrip()), part.strip()))
        at += len(part) + 1
    return parts if len(parts) > 1 and number_alone(parts[-1][1]) else []


def computed(text: str) -> int | float | None:
    """The number that a part of a chain is worth, or None."""
    try:
        value = evaluate(
            text.replace("^", "**").replace("×", "*").replace("·", "*").replace("−", "-")
        )
    except Unknown:
        return None
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None
