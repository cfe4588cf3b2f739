"""Repeated independent trials: the probability that at least one of several succeeds.

Two or more trials of the same probability p: at least one happens with probability 1 − (1 − p)ⁿ.
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from hooks.calculation.quantity import shown, shown_percent
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import (
    HEDGE,
    VALUE,
    Fact,
    Judgment,
    Passage,
    chain_behind,
    fact_of,
    fits,
    passages,
)
from hooks.worked.stated import COUNT_WORDS, count_of

MOST_TRIALS = 1000
NUMERAL = rf"(?:{COUNT_WORDS}|\d{{1,3}}(?![\d.,%]*\d|\s*%))"
TRIALS = Pattern(
    rf"(?<![\w.=])(?P<n>{NUMERAL})(?!\s+of\b)\s+(?:[a-z-]+,?\s+){{0,2}}?(?:independent|(?:[a-z-]+\s+)?(?=[a-z]+s\b"
    r"[^.;]{0,60}\bindependent))",
    re.I,
)
EACH = Pattern(
    rf"(?:\beach\b[^.;%\d]{{0,70}}?(?P<value>{VALUE})|(?P<value_2>{VALUE})(?:\s+(?!(?:if|when|where|since)\b)[a-z]+){{0,4}}?\s+(?:each|per\s+[a-z]+)\b"
    rf"|(?:α|alpha|\\alpha|\bp|level|significance)\s*(?:=|of|at)\s*(?P<value_3>{VALUE}))",
    re.I,
)
AT_LEAST_ONE = Pattern(
    r"\bat\s+least\s+one\b[^.;%\d=≈]{0,80}?(?:\bwith\s+(?:an?\s+)?probability)?"
    r"(?=\s*(?:\bis\b|\bwith\b|[=≈:]|\bof\b)[^.;%\d=≈]{0,30}[=≈]?\s*[\d(.])",
    re.I,
)
WRITTEN_OUT = Pattern(r"1\s*[−-]\s*\(?0?(?P<base>\.\d+)\)?\s*(?:\^|\*\*|[⁰-⁹²³¹])")
WITH = Pattern(r"\s*with\b(?:\s+(?:an?\s+)?probability)?", re.I)
ABOUT = Pattern(
    rf"\s*,\s*(?:or\s+|that\s+is,?\s+|which\s+is\s+)?(?P<hedge>{HEDGE})\s*(?P<value>{VALUE})"
)
NOT_INDEPENDENT = Pattern(
    r"\b(?:not|unless|whether|correlated|dependent|bound(?:s|ed)?|at\s+most|up\s+to)\b|n['’]t\b",
    re.I,
)


def judgments(page: Question) -> Iterator[Judgment]:
    """The probabilities of at least one success that a page's paragraphs state."""
    if "at least one" not in page.lower or "independent" not in page.lower:
        return
    clusters: dict[tuple[int, ...], list[Passage]] = {}
    for passage in passages(page):
        clusters.setdefault(passage.place[:4], []).append(passage)
    for told in clusters.values():
        yield from judged(told)


def judged(told: list[Passage]) -> Iterator[Judgment]:
    """The results in one paragraph or list, if it states one number of trials and one chance."""
    trials = {count for passage in told for count in counts_in(passage)}
    chances = [fact for passage in told for fact in facts_in(passage, EACH)]
    if len(trials) != 1 or len({fact.value for fact in chances}) != 1:
        return
    (n,), chance = trials, chances[0]
    if not 2 <= n <= MOST_TRIALS or not 0 < chance.value < 1:
        return
    for passage in told:
        if passage.of_mistakes or passage.plain.rstrip(' *_"').endswith("?"):
            continue
        if NOT_INDEPENDENT.search(passage.plain) or is_of_another(passage, chance.value):
            continue
        for fact in results_in(passage):
            if fact.value <= 1 and fact.start != chance.start:
                yield of_trials(fact, chance, n)


def is_of_another(passage: Passage, chance: Fraction) -> bool:
    """Whether a passage computes with another probability: 1 − 0.95¹⁰ beside p = 0.02."""
    written = WRITTEN_OUT.search(passage.plain)
    return bool(written) and Fraction(f"0{written['base']}") not in (chance, 1 - chance)


def results_in(passage: Passage) -> Iterator[Fact]:
    """What a passage says of the probability of at least one success."""
    for found in AT_LEAST_ONE.finditer(passage.plain):
        linked = WITH.match(passage.plain, found.end())
        members = chain_behind(passage, linked.end() if linked else found.end(), "result")
        yield from members
        if members and (again := ABOUT.match(passage.plain, members[-1].end)):
            yield from filter(None, [fact_of("result", passage, again)])


def counts_in(passage: Passage) -> Iterator[int]:
    for found in TRIALS.finditer(passage.plain):
        count = count_of(found["n"])
        if count is not None:
            yield count


def facts_in(passage: Passage, pattern: re.Pattern[str]) -> Iterator[Fact]:
    """The numbers of a pattern's matches."""
    for found in pattern.finditer(passage.plain):
        group = next(g for g, text in found.groupdict().items() if text and g[:5] == "value")
        number = re.compile("(?P<value>.+)", re.S).match(passage.plain, *found.span(group))
        if fact := fact_of("chance", passage, number):
            hedged = bool(found.groupdict().get("hedge"))
            yield Fact("chance", fact.quantity, passage, fact.start, fact.end, hedged)


def of_trials(fact: Fact, chance: Fact, n: int) -> Judgment:
    """Whether it is 1 − (1 − p)ⁿ, or 1 − pⁿ where p is the chance of the opposite."""
    p = chance.value
    options = [(1 - p, f"1 − {shown(1 - p)}^{n}"), (p, f"1 − {shown(p)}^{n}")]
    show = shown_percent if "%" in fact.quantity.text else shown
    values = [(Fraction(1) - base**n, text) for base, text in options]
    right = any(fits(fact, value, value) for value, _ in values)
    shown_first = (
        values[1] if re.search(r"\bmiss|\bfail", chance.passage.plain, re.I) else values[0]
    )
    return Judgment(fact, right, f"{shown_first[1]} = {show(shown_first[0])}", (chance,))
