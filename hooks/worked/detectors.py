"""Detectors of anything: "2 % of the essays are copied; the checker marks 90 % of the copied ones".

What is detected and what is harmless has no fixed words here, as it has in `rates_in_words`: the
group that is named like what the base rate is of is the bad one, the other group is harmless. One
paragraph with its list must state all: base rate, hits, false alarms and what an alarm means.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from hooks.calculation.quantity import shown, shown_percent
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.facts import HEDGE, Fact, Judgment, Passage, fits, passages
from hooks.worked.rates_in_words import IS_HEALTHY, IS_SICK, fact_at
from hooks.worked.sizes import has_one

CLUSTER = 4  # how many numbers of a place say in which paragraph with its list it is
STEM = 4  # letters that two words of one thing share at least
ROOM = Fraction(1, 50)  # of a result that may have been computed from rounded numbers

# Patterns read a passage's `numbered` text, in which numbers are rows of ¤.
VALUE = "(?P<value>¤+)"
OF_MANY = r"(?P<value>¤+(?:\s+of\s+(?:every\s+)?¤+)?)"  # also 1 of 200
HEDGED = (
    rf"(?:(?:only|just|then|therefore|thus|still|also|even|nearly|in)\s+|{HEDGE}\s*|≈\s*|[=:]\s*)*"
)
ARTICLES = r"(?:(?:the|all|our|its|these|those|such|an?|every|any|other|remaining)\s+)*"
RESULT = (
    r"(?:alarms?|alerts?|flag(?:s|ged)?|positives?|warnings?|sirens?|beeps?|barks?|block(?:s|ed)?|detections?"
    r"|reject(?:s|ed|ions?)?|mark(?:s|ed)?|report(?:s|ed)?|trigger(?:s|ed)?|sounds?|fires?|rings?|hits?|caught"
    r"|goes\s+off|went\s+off|stopped|matche?s?|indicat\w+|predict(?:s|ed)?|escalated|removed|filtered)"
)
CHANCE = r"(?:probability|chances?|likelihood|risk|posterior)"
WHEN = r"(?:given|after|upon|following|if|when|whenever|once|for|behind|suppose|with)"
LINK = r"(?:\bis\b|\bwas\b|\bequals\b|\bof\b|\bat\b|\bto\b|\bbecomes\b|[=≈:]|→)"
CALCULATED = r"(?:[\d.¤\s+×·*/()−–-]{3,80}[=≈]\s*)?"  # 0.85/(0.85 + 0.05) ≈ before a result
POSTERIORS = (
    Pattern(
        rf"\b{WHEN}\s+[^.;%¤]{{0,40}}?\b{RESULT}\b[^.;%¤]{{0,40}}?\b{CHANCE}\b[^.;%¤]{{0,70}}?{LINK}\s*{HEDGED}{CALCULATED}{HEDGED}{VALUE}",
        re.I,
    ),
    Pattern(
        rf"\b{CHANCE}\s+(?:that|of)\s+[^.;%¤]{{2,60}}?\b(?:{WHEN}|that\s+is|which\s+was)\s+[^.;%¤]{{0,40}}?\b{RESULT}\b"
        rf"[^.;%¤]{{0,40}}?{LINK}\s*{HEDGED}{CALCULATED}{HEDGED}{VALUE}",
        re.I,
    ),
    Pattern(
        rf"\b{CHANCE}\s+that\s+{ARTICLES}{RESULT}(?:\s+[\w-]+){{0,2}}?\s+(?:is|was|are|has|have|contains?|hides?|comes)\s+"
        rf"[^.;%¤]{{2,40}}?{LINK}\s*{HEDGED}{CALCULATED}{HEDGED}{VALUE}",
        re.I,
    ),
    Pattern(
        rf"\b{RESULT}(?:\s+[\w-]+)?\s+(?:is|was|are|has|have|contains?|means|comes)\s+[^.;%¤]{{2,50}}?\bwith\s+"
        rf"(?:an?\s+|the\s+)?{CHANCE}\s+(?:of\s+)?{HEDGED}{CALCULATED}{HEDGED}{VALUE}",
        re.I,
    ),
    Pattern(
        rf"{VALUE}\s+of\s+{ARTICLES}{RESULT}(?:\s+(?!are\b|is\b)[\w-]+)?\s+(?:(?:really|actually|truly|will|in\s+fact)\s+)*"
        r"(?:are|is|were|contain|have|turn\s+out|come|point)\b(?!\s+(?:not|false|wrong|harmless))",
        re.I,
    ),
    Pattern(
        rf"\b(?:of|among)\s+{ARTICLES}{RESULT}(?:\s+[\w-]+)?,?\s+{HEDGED}{VALUE}\s+[a-z]+\b"
        r"(?!\s+(?:not|false|wrong|harmless))",
        re.I,
    ),
    Pattern(
        rf"\b(?:alarms?|alerts?|warnings?)\s+(?:is|are)\s+(?:real|genuine|true|justified|right)\s*[:,(–—]\s*{HEDGED}{VALUE}",
        re.I,
    ),
)
SPREAD = (
    Pattern(
        rf"{VALUE}\s+(?:of\s+)?{ARTICLES}(?:[\w-]+\s+){{1,3}}?(?:is|are|was|were|contains?|ha(?:s|ve|d)|carr(?:y|ies)|hides?"
        rf"|turns?\s+out\s+to\s+be|suffers?\s+from|brings?|gets?|comes?\s+from)\s+(?!{RESULT}\b)(?P<what>(?:[\w’'-]+\s*){{1,5}})",
        re.I,
    ),
    Pattern(
        rf"\b(?:has|have|had|with|sees?|gets?|there\s+are)\s+{HEDGED}{VALUE}\s+(?!of\b|{RESULT}\b)(?P<what>[a-z]+\s+[a-z]+)",
        re.I,
    ),
    Pattern(
        r"\b(?P<what>(?:[\w-]+\s+){1,3}?)(?:occurs?|appears?|is\s+present|happens?|hides?|are\s+found|is\s+found|makes?\s+up"
        rf"|affects?)\s+(?:on\s+|in\s+)?{HEDGED}{OF_MANY}",
        re.I,
    ),
    Pattern(
        rf"{VALUE}\s+(?:of\s+)?{ARTICLES}[\w-]+\s+(?!(?:are|is|and|or|of|in|with|to)\b)(?P<what>[a-z]+)"
        r"(?=\s*[.,;:]|\s+(?:each|per|every|within|in)\s)",
        re.I,
    ),
)
VERBS = (
    r"(?:flags?|marks?|detects?|catch(?:es)?|finds?|spots?|blocks?|rejects?|reports?|removes?|stops?|picks?\s+up|recogni[sz]es?"
    r"|identif(?:y|ies)|labels?|escalates?|filters?(?:\s+out)?"
    r"|(?:sounds?|fires?|rings?|beeps?|barks?|triggers?|alerts?|warns?|goes\s+off|is\s+triggered|is\s+set\s+off)"
    r"\s+(?:in|on|for|at|by)|(?:reacts?|responds?)\s+to"
    r"|(?:raises?|gives?|causes?|sends?)\s+(?:an?\s+)?(?:false\s+)?(?:alarms?|alerts?|warnings?)\s+(?:for|on|in))"
)
ADVERBS = (
    r"(?:(?:also|falsely|wrongly|mistakenly|incorrectly|correctly|however|too|still|only|even)\s+)*"
)
WHO = r"(?P<who>(?:(?!(?:and|but|while|yet)\s)[^\s.;:,()%\d¤]+\s*){1,7})"
OPENED = Pattern(rf"\b{VERBS}\s+{ADVERBS}(?={HEDGED}¤)", re.I)
ACTED = Pattern(
    rf"\s*(?:\([^()]{{1,60}}\)\s*)?,?\s*(?:and|but|while|yet)?\s*(?:it\s+)?{ADVERBS}(?:{VERBS}\s+|(?:in|on|for|at|by)\s+)?{ADVERBS}{HEDGED}{VALUE}\s+of\s+{WHO}",
    re.I,
)
DONE = Pattern(
    rf"{VALUE}\s+of\s+(?P<who>[^.;:,%\d¤]{{3,60}}?)\s+(?:are|is|get|gets|will\s+be|would\s+be)\s+{ADVERBS}"
    r"(?:flagged|marked|detected|caught|found|spotted|blocked|rejected|reported|removed|stopped|recognized|identified|escalated)\b",
    re.I,
)
OTHERS = Pattern(r"\b(?:others?|rest|remaining|remainder|else)\b", re.I)
OF_FALSE_ALARMS = Pattern(
    rf"\b(?:false|wrong\w*|no|not|never|nothing|without)\b|n['’]t\b|{IS_HEALTHY.pattern}", re.I
)
SAME = Pattern(r"\b(?:these|those|them|such)\b", re.I)
WORDS = Pattern(r"[a-z]{3,}")
COMMON = frozenset(
    "the all our its these those such are is was were and but that which with from really actually"
    " truly only about real true then have has had for not this ones cases them other".split()
)
OTHERWISE = Pattern(
    r"\b(?:second|again|twice|both|repeat\w*|at\s+least|at\s+most|more\s+than|less\s+than|instead|intuit\w*|wrongly\s+(?:believe|think)"
    r"|people\s+(?:think|say|guess)|would\s+(?:think|guess|expect)|if\s+we|suppose\s+(?:we|instead)|another|seems?)\b",
    re.I,
)
SIGNS = (
    "beep",
    "trigger",
    "stop",
    "alarm",
    "alert",
    "flag",
    "mark",
    "block",
    "reject",
    "catch",
    "detect",
    "warn",
    "spot",
)
SIGNS_OF_CHANCE = (
    "real",
    "genuine",
    "probab",
    "chance",
    "likel",
    "risk",
    "posterior",
    " of the ",
    "among",
)
RUN = Pattern("¤+")
LONGEST = 500  # characters of a sentence that is read
LEAST = 4  # shares that a paragraph must state


def judgments(page: Question) -> Iterator[Judgment]:
    """What the paragraphs of a page say that an alarm means, compared with their base rates."""
    if not has_one(page.lower, SIGNS) or not has_one(page.lower, SIGNS_OF_CHANCE):
        return
    for _, own in groupby(passages(page), key=lambda passage: passage.place[:CLUSTER]):
        told = [p for p in own if p.block.kind != "table" and p.may_state_share]
        told = [p for p in told if len(p.plain) <= LONGEST]
        if sum(p.plain.count("%") + p.plain.count("0.") + p.plain.count(" in ") for p in told) < 3:
            continue
        lower = "\n".join(passage.lower for passage in told)
        if not has_one(lower, SIGNS) or not has_one(lower, SIGNS_OF_CHANCE):
            continue
        if sum(len(RUN.findall(p.numbered)) for p in told) < LEAST or any(map(is_other, told)):
            continue
        yield from judged(told)


def is_other(passage: Passage) -> bool:
    """Whether a passage speaks of another case, a bound or a mistake."""
    return passage.of_mistakes or bool(OTHERWISE.search(passage.plain))


def judged(told: Sequence[Passage]) -> Iterator[Judgment]:
    """The posteriors of a paragraph that states each of the givens with one value."""
    results = [fact for passage in told for fact in in_patterns(passage, POSTERIORS)]
    results = [fact for fact in results if not fact.passage.plain.rstrip(' *_"').endswith("?")]
    taken = {fact.position for fact in results}
    rates = [
        pair for passage in told for pair in of_groups(passage) if pair[0].position not in taken
    ]
    taken |= {fact.position for fact, _ in rates}
    priors = [
        (fact, found["what"])
        for passage in told
        for pattern in SPREAD
        for found in pattern.finditer(passage.numbered)
        for fact in facts_in(passage, found)
        if fact.position not in taken
    ]
    if not results or len(rates) != 2 or len({fact.value for fact, _ in priors}) != 1:
        return
    prior, what = priors[0]
    test = of_test(rates, what)
    if test and prior.is_before(results[0]):
        yield from filter(None, (of_result(fact, prior, *test) for fact in results))


def in_patterns(passage: Passage, patterns: Sequence[Pattern]) -> Iterator[Fact]:
    taken: set[int] = set()
    for pattern in patterns:
        for found in pattern.finditer(passage.numbered):
            for fact in facts_in(passage, found):
                if fact.start not in taken:
                    taken.add(fact.start)
                    yield fact


def facts_in(passage: Passage, found: re.Match[str]) -> Iterator[Fact]:
    for fact in fact_at("share", passage, *found.span("value")):
        if 0 < fact.value < 1:
            yield fact


def of_groups(passage: Passage) -> Iterator[tuple[Fact, str]]:
    """How often a detector acts on which groups: (0.9, "the copied essays")."""
    text = passage.numbered
    taken: set[int] = set()
    for opening in OPENED.finditer(text):
        found = ACTED.match(text, opening.end())
        while found:
            if found.start("value") not in taken:
                yield from ((fact, found["who"]) for fact in facts_in(passage, found))
            taken.add(found.start("value"))
            found = ACTED.match(text, found.end())
    for found in DONE.finditer(text):
        if found.start("value") not in taken:
            yield from ((fact, found["who"]) for fact in facts_in(passage, found))


def of_test(rates: Sequence[tuple[Fact, str]], what: str) -> tuple[Fact, Fact] | None:
    """The hits and the false alarms: the bad group is called like what the base rate is of."""
    are_bad = [is_like(who, what) and not is_harmless(who) for _, who in rates]
    if are_bad[0] == are_bad[1]:
        are_bad = [bool(IS_SICK.search(who)) and not is_harmless(who) for _, who in rates]
    if are_bad[0] == are_bad[1]:
        return None
    (first, _), (second, _) = rates
    return (first, second) if are_bad[0] else (second, first)


def is_harmless(who: str) -> bool:
    return bool(IS_HEALTHY.search(who) or OTHERS.search(who))


def is_like(who: str, what: str) -> bool:
    """Whether a group is called like something: "the copied ones" like "copied from others"."""
    if SAME.search(who):
        return True
    one, other = (set(WORDS.findall(text.lower())) - COMMON for text in (who, what))
    return any(a[:STEM] == b[:STEM] for a in one for b in other)


def of_result(fact: Fact, prior: Fact, hits: Fact, errors: Fact) -> Judgment | None:
    """Whether it is the share of true alarms; None if it is that of false ones."""
    true = hits.value * prior.value
    value = true / (true + errors.value * (1 - prior.value))
    text = f"{shown(hits.value)} × {shown(prior.value)}"
    whole = f"{text} + {shown(errors.value)} × {shown(1 - prior.value)}"
    show = shown_percent if "%" in fact.quantity.text else shown
    formula = f"share of true alarms = {text}/({whole}) = {show(value)}"
    if fits(fact, 1 - value, 1 - value, ROOM) and OF_FALSE_ALARMS.search(fact.passage.plain):
        return None
    return Judgment(fact, fits(fact, value, value, ROOM), formula, (prior, hits, errors))
