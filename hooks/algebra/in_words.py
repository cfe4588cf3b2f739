"""Formulas in words: "one minus the recall", "the ratio of true positives to all positives".

Each is written anew in signs, so that one parser reads both. What a word could mean is left to the
names of the table: a phrase that is not all made of these is no formula.
"""

import re
from collections.abc import Callable, Iterator

from hooks.pattern import Pattern

# What shows a formula in words: without one of these there is none.
SIGNALS = ("minus", "plus", "divided by", " over ", " squared")
COMPUTED = frozenset(
    "mean average root complement square sum product ratio quotient fraction proportion share"
    " percentage".split()
)
COMPUTING = Pattern(r" (?:of|minus|plus) ")
OPENERS = COMPUTED | {"one", "1"}
OPENING = Pattern(  # what stands before the space of COMPUTING
    r"\b(?:one|1|(?:(?:harmonic|geometric|arithmetic)\s+)?(?:mean|average)"
    r"|(?:square\s+)?(?:root|complement|square|sum|product)"
    r"|ratio|quotient|fraction|proportion|share|percentage)$",
    re.I,
)
LONGEST_OPENING = 24
DIVIDED = Pattern(r" (?:divided by|over) ")
DEFINING = Pattern(r"(?:\b(?:is|as|means|measures|equals?)|=|:|—|–|\s-)\s+(?:the\s+|a\s+)?", re.I)
END = Pattern(
    r"[.,;:()=!?|]|\s[—–-]\s|\n\s*\n"
    r"|\s(?:which|that|while|where|so|because|since|but|when|if|and (?:is|has|was|so|thus|hence))\b"
)
LONGEST = 160  # characters of a phrase
MOST_JOINTS = 3  # of one kind: each is tried

ARTICLE = Pattern(r"^(?:(?:the|its|an?|all of|(?:total )?(?:number|count) of)\s+)+")
MINUS = Pattern(r"(?:one|1)\s+(minus|plus)\s+(.+)")
MEAN = Pattern(r"(?:(harmonic|geometric|arithmetic)\s+)?(?:mean|average)\s+of\s+(.+)")
ROOT = Pattern(r"(?:square\s+)?root\s+of\s+(.+)")
SQUARE = Pattern(r"square\s+of\s+(.+)|(.+)\s+squared")
COMPLEMENT = Pattern(r"complement\s+of\s+(.+)")
TOTAL = Pattern(r"(?:sum|total)\s+of\s+(.+)")
RATIO = Pattern(
    r"(?:ratio|quotient|fraction|proportion|share|percentage)\s+of\s+(.+?)"
    r"\s+(?:to|over|out\s+of|divided\s+by|among)\s+(.+)"
)
QUOTIENT = Pattern(r"(.+?)\s+(?:divided\s+by|over)\s+(.+)")
MEANS = {
    "harmonic": "2 / (1 / ({}) + 1 / ({}))",
    "geometric": "sqrt(({}) * ({}))",
    "arithmetic": "(({}) + ({})) / 2",
}
Known = Callable[[str], bool]


def may_compute(text: str) -> bool:
    """Whether a text may hold a formula in words: a quick look."""
    text = text.replace("\n", " ")
    if any(signal in text for signal in SIGNALS):
        return True
    parts = text.split(" of ")[:-1]
    return any(part[-12:].rpartition(" ")[2].lower() in COMPUTED for part in parts)


def phrases(plain: str) -> Iterator[tuple[int, str]]:
    """Where something in words may be defined, and what may define it."""
    plain = plain.replace("\n", " ")
    starts = set(openings(plain))
    if "divided by" in plain or " over " in plain:
        starts |= {0, *defined(plain)}
    done = 0
    for start in sorted(starts):
        if start < done:
            continue
        found = END.search(plain, start, start + LONGEST)
        phrase = plain[start : found.start() if found else start + LONGEST].rstrip()
        if found or start + LONGEST > len(plain):
            yield start, phrase


def defined(plain: str) -> Iterator[int]:
    """Where something divided by something may be what a word such as "is" defines."""
    for quotient in DIVIDED.finditer(plain):
        first = max(0, quotient.start() - LONGEST)
        yield from (found.end() for found in DEFINING.finditer(plain, first, quotient.start()))


def openings(plain: str) -> Iterator[int]:
    """Where words stand that compute something: "one minus", "the harmonic mean of"."""
    for found in COMPUTING.finditer(plain):
        at = found.start()
        if plain[max(0, at - 12) : at].rpartition(" ")[2].lower() in OPENERS:
            opening = OPENING.search(plain, max(0, at - LONGEST_OPENING), at)
            if opening:
                yield opening.start()


def in_signs(phrase: str, knows: Known) -> str:
    """A phrase as a formula of names; "" if not all of it is known for certain."""
    text = ARTICLE.sub("", " ".join(phrase.split()))
    return whole(text, knows) or (name(text, knows) if text else "")


def whole(text: str, knows: Known) -> str:
    """What is computed in words; "" if it is no computation."""
    lower = text.lower()
    if found := MINUS.fullmatch(lower):
        inner = in_signs(tail(text, found[2]), knows)
        return inner and f"1 {'-' if found[1] == 'minus' else '+'} ({inner})"
    if found := RATIO.fullmatch(lower) or QUOTIENT.fullmatch(lower):
        return paired("({}) / ({})", part(text, found, 1), part(text, found, 2), knows)
    if found := MEAN.fullmatch(lower):
        return two(tail(text, found[2]), MEANS[found[1] or "arithmetic"], knows)
    if found := TOTAL.fullmatch(lower):
        return two(tail(text, found[1]), "({}) + ({})", knows)
    for pattern, form in ((ROOT, "sqrt({})"), (COMPLEMENT, "1 - ({})"), (SQUARE, "({})^2")):
        if found := pattern.fullmatch(lower):
            inner = in_signs(part(text, found, found.lastindex), knows)
            return inner and form.format(inner)
    return two(text, "({}) + ({})", knows, joints=(" plus ",))


def part(text: str, found: re.Match, group: int) -> str:
    return text[found.start(group) : found.end(group)]


def tail(text: str, end: str) -> str:
    """The end of a text in its own letters."""
    return text[-len(end) :]


def two(text: str, form: str, knows: Known, joints: tuple[str, ...] = (" and ", " plus ")) -> str:
    """Two things that a word joins, in a form; "" if they are not just two."""
    for joint in joints:
        if text.count(joint) > MOST_JOINTS:
            return ""
        for found in re.finditer(joint, text):
            over, under = text[: found.start()], text[found.end() :]
            if over in ("true", "false"):  # true and false positives
                over = f"{over} {under.rpartition(' ')[2]}"
            if made := paired(form, over, under, knows):
                return made
    return ""


def paired(form: str, first: str, second: str, knows: Known) -> str:
    parts = in_signs(first, knows), in_signs(second, knows)
    return form.format(*parts) if all(parts) else ""


def name(text: str, knows: Known) -> str:
    return text if knows(text) else ""
