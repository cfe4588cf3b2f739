"""Draws of coins and of balls: a two-headed coin among fair ones, urns of balls of two colors.

The text states all that the posterior follows from: how many coins there are and how often heads
came, or what each urn holds and which color was drawn.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import shown, shown_percent
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.conditionals import TERM, name_of, values_of
from hooks.worked.facts import Fact, Judgment, Passage, chain_behind, fits, passages
from hooks.worked.stated import COUNT_WORDS, count_of

MOST_TOSSES = 60
NUMERAL = rf"(?:{COUNT_WORDS}|\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}})"
DOUBLE = r"(?:two-headed|double-headed|two\s+heads|heads\s+on\s+both\s+sides)"
# "Of 100 coins one is two-headed", "999 fair coins and one with two heads", "one of two coins …"
COINS = (
    Pattern(
        rf"\b(?:of|among)\s+(?:the\s+)?(?P<all>{NUMERAL})\s+coins,?\s+(?P<one>{NUMERAL})\s+(?:is|are|has|have)\s+{DOUBLE}",
        re.I,
    ),
    Pattern(
        rf"\b(?P<fair>{NUMERAL})\s+(?:are\s+)?fair(?:\s+coins?)?,?\s+and\s+(?P<one>an?|{NUMERAL})\s+(?:coins?\s+)?(?:is\s+|are\s+|with\s+|has\s+|have\s+|that\s+has\s+)?{DOUBLE}",
        re.I,
    ),
    Pattern(
        rf"\bone\s+of\s+two\s+coins\s+is\s+fair\b.{{0,40}}?\b{DOUBLE}|\ba\s+fair\s+coin\s+and\s+a\s+(?:coin\s+with\s+)?{DOUBLE}",
        re.I,
    ),
)
TOSSES = Pattern(
    rf"\b(?P<n>{NUMERAL})\s+(?:(?:consecutive|straight)\s+)?heads(?:\s+in\s+a\s+row)?\b"
    rf"|\bheads\s+(?P<n_2>{NUMERAL}|twice|thrice)(?:\s+times)?\b|\bH{{1,12}}(?=\))"
    r"|\b(?:throw|toss|flip|get|see)s?\s+heads\b(?!\s+(?:\w+\s+times|twice|thrice))",
    re.I,
)
IS_DOUBLE = Pattern(
    rf"\b(?:probability|posterior|chance)\b[^.;%\d=≈]{{0,60}}?\b{DOUBLE}(?:\s+(?:one|coin))?(?=\s*(?:is\b|[=≈:]))",
    re.I,
)
IS_FAIR = Pattern(
    r"\b(?:probability|posterior|chance)\b[^.;%\d=≈]{0,60}?\bfair(?:\s+(?:one|coin))?(?=\s*(?:is\b|[=≈:]))",
    re.I,
)
COLORS = r"(?:red|blue|white|black|green|yellow)"
URN = Pattern(
    rf"\b(?:urn|bag|box|jar)\s+(?P<name>[A-Z]|\d|I{{1,3}})\s*(?:holds|has|contains|with|:)?\s*:?\s*"
    rf"(?P<n>{NUMERAL})\s+(?P<color>{COLORS})(?:\s+balls?)?\s*(?:,|and)\s*(?:and\s+)?(?P<m>{NUMERAL})\s+(?P<other>{COLORS})",
    re.I,
)
AT_RANDOM = ("at random", "fair coin", "equal", "same probability", "randomly")
AGAIN = ("second", "again", "twice", "without replacement", "another", "biased")


def judgments(page: Question) -> Iterator[Judgment]:
    """The posteriors of coins and urns in each section of a page that draws some."""
    lower = page.lower
    coins = "coin" in lower and "head" in lower
    urns = "balls" in lower or "red" in lower
    if not coins and not (urns and any(map(lower.__contains__, ("urn ", "bag ", "box ", "jar ")))):
        return
    sections: dict[int, list[Passage]] = {}
    for passage in passages(page):
        sections.setdefault(passage.place[0], []).append(passage)
    for told in sections.values():
        blocks = {id(passage.block): passage.block for passage in told}
        text = " ".join(block.text.content for block in blocks.values() if block.is_prose)
        yield from of_coins(told, text) if coins else ()
        yield from of_urns(told, text) if urns else ()


# -- coins ----------------------------------------------------------------------------------------


def of_coins(told: list[Passage], text: str) -> Iterator[Judgment]:
    share, tosses = share_of_double(text), tosses_in(text)
    if share is None or not tosses:
        return
    fair = (1 - share) / 2**tosses
    posterior = share / (share + fair)
    formula = f"{shown(share)}/({shown(share)} + {shown(1 - share)}/2^{tosses})"
    for passage in told:
        for fact in double_in(passage):
            yield judged(fact, posterior, f"P(two-headed | {tosses} heads) = {formula}")
        for fact in fair_in(passage):
            yield judged(fact, 1 - posterior, f"P(fair | {tosses} heads) = 1 − {formula}")


def share_of_double(text: str) -> Fraction | None:
    """How many of the coins have two heads, if the text says so once."""
    found = [(pattern, m) for pattern in COINS for m in pattern.finditer(text)]
    if len(found) != 1:
        return None
    groups = found[0][1].groupdict()
    if not groups:
        return Fraction(1, 2)
    one = 1 if groups["one"].lower() in ("a", "an") else count_of(groups["one"])
    whole = count_of(groups["all"]) if groups.get("all") else (count_of(groups["fair"]) or 0) + one
    return Fraction(one, whole) if one and whole and one < whole else None


def tosses_in(text: str) -> int:
    """How many heads were thrown; 0 if that is not clear."""
    text = re.sub(DOUBLE, "", text)
    found: set[int] = set()
    for m in TOSSES.finditer(text):
        said = m["n"] or m["n_2"] or ""
        number = {"twice": 2, "thrice": 3}.get(said.lower()) if said else 0
        found.add(number or (count_of(said) or 0 if said else max(1, m[0].count("H"))))
    return found.pop() if len(found) == 1 and max(found) <= MOST_TOSSES else 0


def double_in(passage: Passage) -> Iterator[Fact]:
    for found in IS_DOUBLE.finditer(passage.plain):
        yield from chain_behind(passage, found.end(), "two-headed")


def fair_in(passage: Passage) -> Iterator[Fact]:
    for found in IS_FAIR.finditer(passage.plain):
        yield from chain_behind(passage, found.end(), "fair")
    for found in TERM.finditer(passage.plain):
        name = name_of(found["inside"])
        if name and name[0] == (("fair", False),) and set("".join(t for t, _ in name[1])) == {"h"}:
            yield from values_of(passage, found.end(), "fair")


# -- urns -----------------------------------------------------------------------------------------


def of_urns(told: list[Passage], text: str) -> Iterator[Judgment]:
    """P(urn | color) of two or more urns, one of which was chosen at random."""
    lower = text.lower()
    if not any(map(lower.__contains__, AT_RANDOM)) or any(map(lower.__contains__, AGAIN)):
        return
    urns: dict[str, dict[str, int]] = {}
    for found in URN.finditer(text):
        held = {
            found["color"].lower(): count_of(found["n"]),
            found["other"].lower(): count_of(found["m"]),
        }
        if urns.setdefault(found["name"].lower(), held) != held or None in held.values():
            return
    if len(urns) < 2 or len({tuple(sorted(held)) for held in urns.values()}) != 1:
        return
    for passage in told:
        for found in TERM.finditer(passage.plain):
            name = name_of(found["inside"])
            if name and len(name[0]) == len(name[1]) == 1:
                yield from of_term(values_of(passage, found.end(), name), name, urns)


def of_term(facts: list[Fact], name: tuple, urns: dict[str, dict[str, int]]) -> Iterator[Judgment]:
    (((urn, is_not),), ((color, is_other),)) = name
    urn, color = (
        re.sub(r"^(?:urn|bag|box|jar)\s+", "", urn),
        re.sub(r"^(?:is\s+|a\s+)|\s+ball$", "", color),
    )
    if urn not in urns or color not in urns[urn] or is_not or is_other:
        return
    shares = {key: Fraction(held[color], sum(held.values())) for key, held in urns.items()}
    value = shares[urn] / sum(shares.values())
    whole = " + ".join(map(shown, shares.values()))
    formula = f"P({urn.upper()} | {color}) = {shown(shares[urn])}/({whole})"
    for fact in facts:
        yield judged(fact, value, formula)


def judged(fact: Fact, value: Fraction, formula: str) -> Judgment:
    show = shown_percent if "%" in fact.quantity.text else shown
    return Judgment(fact, fits(fact, value, value), f"{formula} = {show(value)}")
