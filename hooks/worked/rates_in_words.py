"""Probabilities as a text says them in words: "a sensitivity of 99 %", "flags 90 % of frauds".

What medicine has words for is said of SICK and POSITIVE, and so is what detectors of fraud, fakes
and attacks do: a fraud is "sick", a flag "positive". A spam filter has SPAM and WORD.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from hooks.pattern import Pattern
from hooks.worked.conditionals import (
    CERTAIN,
    HAM,
    HEALTHY,
    NEGATIVE,
    POSITIVE,
    SICK,
    SPAM,
    WORD,
    Name,
    name_of,
)
from hooks.worked.facts import HEDGE, LINK, Fact, Passage, chain, first_member, quantity_of
from hooks.worked.machines import of_machines
from hooks.worked.posteriors_in_words import (
    AFTER_NEGATIVE,
    AFTER_POSITIVE,
    AMONG,
    ARE_REAL,
    BLUE,
    GREEN,
    WAS_BLUE,
    WHEN_FLAGGED,
)

Reader = Callable[[Passage], Iterator[Fact]]
Reading = tuple[tuple[tuple[str, ...], ...], Reader]  # with the groups of words that it needs

# Patterns read a passage's `numbered` text, in which numbers are rows of ¤.
VALUE = "(?P<value>¤+)"
HEDGED = rf"(?:{HEDGE}\s*|only\s+|≈\s*)?"
BEHIND = Pattern(rf"{LINK}{VALUE}", re.I)
BEFORE = Pattern(rf"{VALUE}\s+(?:for\s+|as\s+)?(?:the\s+|a\s+)?$", re.I)
FAR = 60  # characters before a name in which its number may stand
NEAR = 16  # characters before a number in which "about" may stand
GOES_ON = Pattern(r"\s*[·×*+/÷]\s*[\d(.]|\s+[−–-]\s+[\d(.]")
IS_ROUGH = Pattern(rf"(?:\b{HEDGE}|[≈~])\s*$", re.I)

# -- rates with names -----------------------------------------------------------------------------

TAIL = (  # "of the disease", as far as the link to a number; "after a positive test"
    r"(?:\s+(?:of|in|for|among)\s+(?!\d)(?:[A-Za-z'’-]+\s+){0,5}?[A-Za-z'’-]+"
    r"(?=\s*(?:is|was|[=≈:(])))?"
    r"(?:\s+(?:after|given|following|upon)\s+(?:an?|one|the|that)\s+(?:[a-z]+\s+)?positive"
    r"(?:\s+(?:test|result|scan|screening|mammogram|finding))*)?"
)
RATES: dict[str, tuple[str, Name]] = {
    "prior": (
        r"(?:disease\s+)?prevalence|base[\s-]rate|incidence|pre-?test\s+probability"
        r"|prior(?:\s+probability)?|fraud\s+rate",
        (SICK, CERTAIN),
    ),
    "sensitivity": (
        r"sensitivity|true[\s-]positive\s+rate|\bTPR|(?:hit|detection)\s+rate",
        (POSITIVE, SICK),
    ),
    "specificity": (r"specificity|true[\s-]negative\s+rate|\bTNR", (NEGATIVE, HEALTHY)),
    "fpr": (
        r"false[\s-](?:positives?|alarms?)[\s-](?:rate|probability)|\bFPR",
        (POSITIVE, HEALTHY),
    ),
    "fnr": (r"false[\s-]negative[\s-](?:rate|probability)|\bFNR", (NEGATIVE, SICK)),
    "ppv": (
        r"positive[\s-]predictive[\s-]value|\bPPV|post-?test\s+probability"
        r"|posterior(?:\s+probability)?",
        (SICK, POSITIVE),
    ),
    "npv": (r"negative[\s-]predictive[\s-]value|\bNPV", (HEALTHY, NEGATIVE)),
}
ALIAS = r"(?:\s+\([A-Za-z][A-Za-z ,]{1,30}\)|,\s[^\s,;:]{1,30},(?=\s+(?:is|was|=|equals)))?"
NOT_SUBTRACTED = r"(?<!\A¤\s[−–-]\s)(?<![\s(=:]¤\s[−–-]\s)"  # 1 − specificity
RATE = Pattern(
    rf"\b(?=[pbitshdfn]){NOT_SUBTRACTED}(?:"
    + "|".join(rf"(?P<{k}>{p})" for k, (p, _) in RATES.items())
    + rf")\b{ALIAS}{TAIL}",
    re.I,
)
NAMES_RATE = (
    *("prevalence", "rate", "incidence", "prior", "posterior", "sensitivity", "specificity"),
    *("predictive", "test probability", "ppv", "npv", "tpr", "tnr", "fpr", "fnr", "probability"),
)
# "sensitivity and specificity of 99 % and 95 %", "both 99 %"
BOTH = Pattern(
    r"\bsensitivity\s+and\s+(?:a\s+)?specificity\s+(?:of\s+|(?:are|is)\s+|=\s*)(?:both\s+|each\s+)?"
    r"(?P<first>¤+)(?:\s*(?:and|,|/)\s*(?P<second>¤+))?",
    re.I,
)
# "99 % sensitive and 95 % specific"
IS_SENSITIVE = Pattern(r"(?P<value>¤+)(?:\s+|-)sensitive\b", re.I)
IS_SPECIFIC = Pattern(r"(?P<value>¤+)(?:\s+|-)specific\b", re.I)
ACCURATE = Pattern(
    r"(?P<value>¤+)(?:\s+|-)accurate\b"
    r"|\b(?:is|are)\s+(?:right|correct|accurate)\s+(?:in\s+)?"
    r"(?P<value_2>¤+)\s+of\s+(?:the\s+time|(?:all\s+)?cases)\b"
    r"|\b(?:right|correctly)\s+(?:in\s+)?(?P<value_3>¤+)\s+of\s+(?:the\s+time|(?:all\s+)?(?:cases|trials))\b",
    re.I,
)

# -- what a test does -----------------------------------------------------------------------------

GROUP = (
    r"(?:people|persons?|individuals|patients|adults|women|men|children|citizens|population|users"
    r"|residents|everyone|humans|athletes|employees|students|donors)"
)
CONDITION = (
    r"(?:disease|condition|virus|illness|cancer|infection|infected|disorder|syndrome|hiv|flu|covid"
    r"|covid-19|diabetes|sick|ill|affected|diseased|it|tumou?r|users?|drug)"
)
BAD = (
    r"(?:fraud\w*|fakes?|phishing|malware|malicious|bots?|scams?|counterfeits?|defective|faulty"
    r"|attacks?|intrusions?|anomal\w+|toxic|guilty|cheat\w*|bad|faults?|intruders?)"
)
THINGS = (
    r"(?:transactions?|payments?|purchases|accounts?|claims?|logins?|files?|programs?|posts?"
    r"|reviews?|comments?|orders?|items?|parts?|products?|events?|cases?|notes?|bills?|e-?mails?"
    r"|mails?|messages?|requests?|connections?|packets?|sellers?|profiles?|users?|devices?|bulbs?"
    r"|chips?|customers?|students?|drivers?|applications?)"
)
SPREAD = Pattern(  # affects 1 % of women
    rf"\b(?:affects|affecting|afflicts|strikes|occurs\s+in|infects|(?:is\s+)?present\s+in)\s+{HEDGED}"
    rf"{VALUE}\s+(?:of\s+)?(?:all\s+|the\s+|a\s+)*(?:[a-z]+\s+)?{GROUP}\b",
    re.I,
)
PRIOR = Pattern(  # 1 % of women have the disease
    rf"{VALUE}\s+(?:of\s+)?(?:all\s+|the\s+|our\s+|a\s+)*(?:[a-z]+\s+)?{GROUP}\s+(?!with)"
    r"(?:[a-z]+\s+){0,8}?(?:have|has|had|suffers?|carry|carries|are|is|get|use|actually\s+have)\s+"
    rf"(?:from\s+|the\s+|a\s+|an\s+|this\s+|actually\s+)*(?:[a-z]+\s+){{0,2}}?{CONDITION}\b",
    re.I,
)
SPREAD_OF_THINGS = Pattern(
    rf"\b{BAD}\s+(?:makes?\s+up|affects|accounts?\s+for|occurs?\s+in)\s+{HEDGED}{VALUE}\s+of\s+"
    rf"(?:all\s+|the\s+|our\s+)*(?:[a-z]+\s+)?{THINGS}",
    re.I,
)
PRIOR_OF_THINGS = Pattern(
    rf"{VALUE}\s+(?:of\s+)?(?:all\s+|the\s+|our\s+)*(?!flag|mark|block|report|alert|alarm)"
    rf"(?:[a-z]+\s+)?{THINGS}\s+(?:is|are|was|were)\s+(?:actually\s+|really\s+|in\s+fact\s+)*"
    rf"(?:an?\s+)?{BAD}(?![\w-])(?!\s+(?:given|if|when))",
    re.I,
)
ADVERBS = (
    r"(?:will|would|also|still|falsely|wrongly|incorrectly|correctly|nevertheless|too|actually)"
)
RESULT = Pattern(
    rf"{VALUE}\s+(?:of|for)\s+(?P<who>[^.;:%\d¤]{{3,90}}?)\s+(?:{ADVERBS}\s+)*"
    r"(?:tests?|get|gets|receive|receives|show|come\s+back|comes\s+back|are|have|is)\s+"
    r"(?:an?\s+|flagged\s+|as\s+|tested\s+|identified\s+|falsely\s+|correctly\s+)*"
    r"(?P<sign>positive|negative)",
    re.I,
)
ARE_FLAGGED = Pattern(
    rf"{VALUE}\s+of\s+(?P<who>[^.;:,%\d¤]{{3,60}}?)\s+(?:{ADVERBS}\s+)*(?:are|is|get|gets)\s+"
    rf"(?:{ADVERBS}\s+)*(?:flagged|caught|detected|blocked|marked|rejected)\b",
    re.I,
)
IN_CASE = Pattern(
    rf"\b(?:positive|and|but)\s+(?:in\s+|for\s+|with\s+probability\s+)?{HEDGED}{VALUE}"
    r"(?:\s+(?:of\s+the\s+time|of\s+cases))?\s+(?:of|if|when|for|in|among|on)\s+(?!a\s+test)(?P<who>"
    r"(?:[a-z'’-]+\s+){0,5}?(?:healthy|sick|infected|ill|diseased|disease|without|with|not|non-\w+)"
    r"(?:\s+(?:people|persons?|patients|individuals|the|a|disease|it|have))*)",
    re.I,
)
FLAGS = (
    r"(?:detects?|catch(?:es)?|identif(?:y|ies)|flags?|finds?|blocks?|spots?|recogni[sz]es?"
    r"|(?:raises?|gives?|triggers?|sounds?|causes?)\s+(?:an?\s+)?(?:false\s+)?(?:alarms?|positives?)"
    r"\s+(?:for|on|in)|rejects?|(?:sounds?|fires?|rings?|goes\s+off|is\s+positive)\s+(?:for|on|in))"
)
ACTS = Pattern(rf"\b{FLAGS}\s+(?:the\s+disease\s+in\s+)?(?:{ADVERBS}\s+)*(?={HEDGED}¤)", re.I)
ACTED_ON = Pattern(
    rf"\s*(?:,?\s*(?:and|but)\s+)?(?:it\s+)?(?:{ADVERBS}\s+|flags?\s+|on\s+|in\s+)*{HEDGED}{VALUE}"
    r"\s+of\s+(?P<who>(?:(?!(?:and|but|while)\s)[^\s.;:,()%\d¤]+\s*){1,7})",
    re.I,
)
MISSES = Pattern(
    rf"\bmiss(?:es)?\s+{HEDGED}{VALUE}\s+of\s+(?:the\s+|all\s+)*(?:cases|sick|infected|{BAD})\b",
    re.I,
)
IS_SICK = Pattern(
    r"\b(?:with|ha(?:ve|s|ving)|sick|infected|diseased|ill|affected|cases|cancers?|positives|carriers"
    rf"|{BAD})\b",
    re.I,
)
IS_HEALTHY = Pattern(
    r"\b(?:healthy|without|not|don['’]t|doesn['’]t|no|non-\w+|uninfected|unaffected|disease-free"
    rf"|well|legit\w*|honest|genuine|normal|benign|clean|good|real(?!\s+{BAD})|innocent|harmless|rest)\b",
    re.I,
)

# -- what a result means --------------------------------------------------------------------------

SICKNESS = r"(?:disease|condition|sick|ill|infected|cancer|illness|virus|infection|covid|hiv)"
PREDICTED = Pattern(
    rf"\b(?:probability|chance|likelihood)\b[^.;:%\d¤]{{0,60}}?\b{SICKNESS}\b[^.;%\d¤]{{0,60}}?"
    r"\bpositive\b[^.;%\d¤]{0,40}?(?:\bis\b|\bof\b|[=≈:,]|\bto\b|\bat\b|→)\s*"
    rf"(?:then\s+|therefore\s+|thus\s+|only\s+|just\s+)*{HEDGED}{VALUE}"
    rf"|\bpositive\b[^.;%\d¤]{{0,60}}?\b(?:has|have|is|are|with|means)\s+(?:then\s+|only\s+|just\s+|an?\s+|"
    r"the\s+|about\s+|roughly\s+|in\s+fact\s+)*"
    rf"(?P<value_2>¤+)\s+(?:chance|probability|likelihood|likely)\b[^.;]{{0,40}}?\b{SICKNESS}\b"
    rf"|\bpositive\b[^.;%\d¤]{{0,40}}?\b(?:probability|chance|likelihood)\b[^.;:%\d¤]{{0,60}}?\b{SICKNESS}\b"
    r"[^.;%\d¤]{0,30}?(?:\bis\b|\bof\b|[=≈:,]|\bto\b|\bat\b|→)\s*"
    rf"(?:then\s+|therefore\s+|thus\s+|only\s+|just\s+|about\s+|≈\s*)*(?P<value_4>¤+)"
    rf"|\bpositive\b[^.;:%\d¤]{{0,60}}?\b{SICKNESS}\s+with\s+(?:an?\s+|the\s+)?"
    rf"(?:probability|chance|likelihood)\s+(?:of\s+)?(?:only\s+|just\s+|about\s+)?(?P<value_5>¤+)"
    rf"|(?P<value_3>¤+)\s+of\s+(?:the\s+|all\s+|those\s+|people\s+|patients\s+|who\s+|with\s+|a\s+)*"
    r"(?:test\s+positive|testing\s+positive|positives|positive\s+tests?(?:\s+results?)?|positive\s+results?)"
    rf"\s+(?:really\s+|actually\s+|truly\s+)*(?:have|has|are|is|belong)\b[^.;]{{0,30}}?\b{SICKNESS}\b",
    re.I,
)
FLAGGED = r"(?:flagged|alarm(?:ed|s)?|alert(?:ed|s)?|blocked|reported|marked)"
FLAG_MEANS = Pattern(
    rf"\b(?:probability|chance|likelihood)\s+that\s+(?:an?\s+|the\s+|this\s+|such\s+an?\s+)?{FLAGGED}"
    rf"(?:\s+[a-z-]+)?\s+(?:is|was)\s+(?:really\s+|actually\s+|in\s+fact\s+)*(?:an?\s+)?{BAD}"
    rf"(?:\s+(?:one|[a-z-]+))?\s*(?:is|=|≈|:|of)\s*(?:then\s+|therefore\s+|thus\s+)*{HEDGED}{VALUE}"
    rf"|\b{FLAGGED}(?:\s+[a-z-]+)?\s+(?:is|was)\s+(?:then\s+|really\s+|actually\s+)*(?:an?\s+)?{BAD}"
    rf"\s+with\s+(?:an?\s+)?(?:probability|chance)\s+(?:of\s+)?{HEDGED}"
    rf"(?P<value_2>¤+)"
    rf"|(?<![\w.])(?P<value_3>¤+)\s+of\s+(?:the\s+|all\s+|our\s+)*(?:{FLAGGED}\s+{THINGS}|alarms|alerts"
    rf"|{FLAGGED}\s+ones)\s+(?:are|is|were)\s+(?:really\s+|actually\s+|truly\s+)*(?:an?\s+)?{BAD}\b",
    re.I,
)
THEN_IT_IS = Pattern(
    rf"\b(?:then|so|hence|thus)\s+(?:it|this|that|he|she)(?:['’]s|\s+is)\s+(?:an?\s+)?{BAD}\s+with\s+"
    rf"(?:an?\s+)?(?:probability|chance)\s+(?:of\s+)?{HEDGED}{VALUE}",
    re.I,
)
# "The probability of fraud given an alarm is 9 %", "Prob. of rain given clouds = 0.4"
SAID = Pattern(
    r"\b(?:probability|prob\.?|chance|likelihood)\s+of\s+(?:an?\s+|the\s+|having\s+)*"
    r"(?P<inside>[^.,;:=≈()%\d¤]{1,50}?\sgiven\s[^.,;:=≈()%\d¤]{1,40}?)"
    rf"\s*(?:=|≈|:|\bis\b|\bequals\b)\s*(?:then\s+|therefore\s+|thus\s+)*{HEDGED}{VALUE}",
    re.I,
)
ARTICLE = Pattern(r"(?<!\w)(?:an?|the|that|there\s+is|of)\s+", re.I)

# -- spam filters ---------------------------------------------------------------------------------

MAIL = r"(?:e-?mails?|mails?|messages?|ones|texts?|inbox)"
JUNK = r"(?P<who>spam|ham|non-?\s?spam|not\s+spam|legitimate|normal|genuine|regular|good|real)"
IS_SPAM = Pattern(
    rf"{VALUE}\s+of\s+(?:[a-z]+\s+){{0,3}}?{MAIL}\s+(?:is|are)\s+(?P<who>(?:not\s+)?spam|ham|legitimate)\b"
    r"(?!\s+(?:given|if))",
    re.I,
)
CONTAINS = Pattern(rf"{VALUE}\s+of\s+(?:the\s+|all\s+|your\s+)*{JUNK}\b(?:\s+{MAIL})?", re.I)
HOLDS_WORD = ("contain", "appear", "occur", "include", "word", "found", "mention", "feature")
IS_JUNK = Pattern(
    rf"\b(?:probability|chance)\b[^.;%\d¤]{{0,100}}?\bspam\b[^.;%\d¤]{{0,60}}?"
    rf"(?:\bis\b|[=≈:])\s*(?:then\s+|therefore\s+|thus\s+)*{HEDGED}{VALUE}",
    re.I,
)


# -- reading --------------------------------------------------------------------------------------


def has_words(lower: str, groups: tuple[tuple[str, ...], ...]) -> bool:
    """Whether a text in lower case has a word of each group; loops are faster than any and all."""
    for group in groups:
        for word in group:
            if word in lower:
                break
        else:
            return False
    return True


def readers_of(passages: Iterable[Passage]) -> list[Reading]:
    """The readers whose words the passages of a page hold: a quick look."""
    lower = "\n".join(passage.lower for passage in passages)
    return [(groups, read) for groups, read in READERS if has_words(lower, groups)]


def stated_rates(passage: Passage, readers: Iterable[Reading]) -> Iterator[Fact]:
    """The facts of a passage that the readers find in words: of a test, a filter or machines."""
    if not passage.may_state_share:
        return
    lower = passage.lower
    twice = list(both(passage)) if "sensitivity and" in lower else []
    yield from twice
    found = [fact for groups, read in readers if has_words(lower, groups) for fact in read(passage)]
    # Where a number starts, and which of the facts was its first.
    taken: dict[int, int] = dict.fromkeys((fact.start for fact in twice), -1)
    for number, fact in enumerate(found):
        first = taken.setdefault(fact.start, number)
        if first == number or is_accuracy(fact):
            yield fact


def is_accuracy(fact: Fact) -> bool:
    """Whether it is said of the sick and of the healthy at once: "99 % accurate"."""
    return fact.name[0] == "accuracy"


def both(passage: Passage) -> Iterator[Fact]:
    for found in BOTH.finditer(passage.numbered):
        second = "second" if found["second"] else "first"
        for group, name in (("first", (POSITIVE, SICK)), (second, (NEGATIVE, HEALTHY))):
            yield from fact_at(name, passage, *found.span(group))


def rates(passage: Passage) -> Iterator[Fact]:
    """What a passage states as `name LINK value` or `value name`."""
    text, taken = passage.numbered, 0
    for found in RATE.finditer(text):
        if found.start() < taken:
            continue
        value = BEHIND.match(text, found.end())
        if not value:
            value = BEFORE.search(text, max(taken, found.start() - FAR), found.start())
        if value and not is_of_a_fraction(passage.text.content, found, value):
            taken = max(found.end(), value.end("value"))
            yield from fact_at(RATES[found.lastgroup][1], passage, *value.span("value"))


def is_of_a_fraction(content: str, name: re.Match[str], value: re.Match[str]) -> bool:
    """Whether LaTeX sets a name over or under a number: \\frac{\\text{sensitivity}}{1 - …}."""
    start, end = sorted((name.span(), value.span("value")))
    between = content[start[1] : end[0]]
    return "}" in between and "{" in between and not re.search(r"[=≈:]|approx", between)


def prior_of_things(passage: Passage) -> Iterator[Fact]:
    yield from matches(passage, PRIOR_OF_THINGS, (SICK, CERTAIN))
    if any(sign in passage.lower for sign in SPREADS):
        yield from matches(passage, SPREAD_OF_THINGS, (SICK, CERTAIN))


def results(passage: Passage) -> Iterator[Fact]:
    for found in RESULT.finditer(passage.numbered):
        yield from of_group(passage, found, found["sign"].lower() == "positive")


def in_case(passage: Passage) -> Iterator[Fact]:
    for found in IN_CASE.finditer(passage.numbered):
        yield from of_group(passage, found, True)


def flagged(passage: Passage) -> Iterator[Fact]:
    for found in ARE_FLAGGED.finditer(passage.numbered):
        yield from of_group(passage, found, True)


def acted(passage: Passage) -> Iterator[Fact]:
    """ "It flags 90 % of the frauds and 2 % of the honest payments"."""
    for opening in ACTS.finditer(passage.numbered):
        found = ACTED_ON.match(passage.numbered, opening.end())
        while found:
            yield from of_group(passage, found, True)
            found = ACTED_ON.match(passage.numbered, found.end())


def of_group(passage: Passage, found: re.Match[str], positive: bool) -> Iterator[Fact]:
    """How often a group tests positive or negative, if the group is plainly sick or healthy."""
    group = HEALTHY if IS_HEALTHY.search(found["who"]) else None
    group = group or (SICK if IS_SICK.search(found["who"]) else None)
    if group:
        yield from fact_at(
            (POSITIVE if positive else NEGATIVE, group), passage, *found.span("value")
        )


def then_it_is(passage: Passage) -> Iterator[Fact]:
    """ "Then it's fake with a probability of 18 %", in a block that speaks of an alarm."""
    if re.search(rf"\b(?:{FLAGGED}|positive)\b", passage.block.text.content, re.I):
        yield from matches(passage, THEN_IT_IS, (SICK, POSITIVE))


def said(passage: Passage) -> Iterator[Fact]:
    for found in SAID.finditer(passage.numbered):
        name = name_of(ARTICLE.sub("", found["inside"]))
        name = name and tuple(tuple(map(as_of_a_test, event)) for event in name)
        if name:
            yield from fact_at(name, passage, *found.span("value"))


def as_of_a_test(event: tuple[str, bool]) -> tuple[str, bool]:
    """An event by the name that tests have for it: an alarm is positive, a fraud a disease."""
    text, negated = event
    return "+" if text in ALARMS else "disease" if text in BAD_THINGS else text, negated


WITHOUT_TEST = Pattern(
    r"\bwithout\s+(?:any|a)\s+test\b|\b(?:saying|calling|answering)\s+[\"“'‘]", re.I
)


def accurate(passage: Passage) -> Iterator[Fact]:
    if WITHOUT_TEST.search(passage.plain):
        return
    for name in ((POSITIVE, SICK), (NEGATIVE, HEALTHY)):
        yield from matches(passage, ACCURATE, ("accuracy", name))


def of_mail(passage: Passage) -> Iterator[Fact]:
    for found in IS_SPAM.finditer(passage.numbered):
        yield from of_junk(passage, found, CERTAIN)
    if any(sign in passage.lower for sign in HOLDS_WORD):
        for found in CONTAINS.finditer(passage.numbered):
            yield from of_junk(passage, found, WORD)
    yield from matches(passage, IS_JUNK, (SPAM, WORD))


def of_junk(passage: Passage, found: re.Match[str], what: tuple) -> Iterator[Fact]:
    """How much mail is spam, or how often a word is in spam, by what a match says of whom."""
    group = SPAM if found["who"].lower() == "spam" else HAM
    name = (what, group) if what else (group, CERTAIN)
    yield from fact_at(name, passage, *found.span("value"))


def of_cabs(passage: Passage) -> Iterator[Fact]:
    """How many cabs are blue or green, and what it means that a witness calls one blue."""
    yield from matches(passage, WAS_BLUE, (SICK, POSITIVE))
    yield from matches(passage, BLUE, (SICK, CERTAIN))
    yield from matches(passage, GREEN, (HEALTHY, CERTAIN))


def reader(pattern: re.Pattern[str], name: Name) -> Reader:
    return lambda passage: matches(passage, pattern, name)


def matches(passage: Passage, pattern: re.Pattern[str], name: object) -> Iterator[Fact]:
    """The facts of a pattern with groups value, value_2, …"""
    for found in pattern.finditer(passage.numbered):
        groups = found.groupdict()
        yield from fact_at(name, passage, *found.span(next(g for g in groups if groups[g])))


def fact_at(name: object, passage: Passage, start: int, end: int) -> Iterator[Fact]:
    """The facts of the number between two offsets, or of the calculation that starts with it."""
    if GOES_ON.match(passage.plain, end):
        first = first_member(passage, start, name)
        yield from (first, *chain(passage, first.end, name)) if first else ()
        return
    if quantity := quantity_of(passage.plain[start:end]):
        rough = bool(IS_ROUGH.search(passage.plain, max(0, start - NEAR), start))
        yield Fact(name, quantity, passage, start, end, rough)


ALARMS = frozenset(("alarm", "alert", "flag", "flagged"))
BAD_THINGS = frozenset(
    "fraud fraudulent fake phishing attack intrusion malware malicious bot scam cheating".split()
)
BAD_WORDS = (
    *("fraud", "fake", "phishing", "malware", "malicious", "bot", "scam", "counterfeit", "faulty"),
    *("defective", "attack", "intrusion", "anomal", "toxic", "guilty", "cheat", "bad", "fault"),
    *("intruder",),
)
FLAG_WORDS = ("flag", "alarm", "alert", "block", "report", "mark")
FLAGGING = (
    *("detect", "catch", "identif", "find", "spot", "recogni", *FLAG_WORDS[:4]),
    *("reject", "sound", "fires", "rings", "goes off", "is positive"),
)
SPREADS = ("affect", "afflict", "strikes", "occur", "infects", "present in", "make", "account")
HAVING = (
    " have ",
    " has ",
    " had ",
    "suffer",
    "carry",
    "carries",
    " are ",
    " is ",
    " get ",
    " use ",
)
GETS = ("test", " get", "receive", " show", " back ", " are ", " have ", " is ")
CHANCE = ("probability", "chance", "likelihood", "likely", " of ")
SICK_WORDS = (
    *("disease", "condition", "sick", "ill", "infect", "cancer", "virus", "covid", "hiv"),
    *("disorder", "syndrome", "flu", "diabetes", "affected", "tumo", "user", "drug", " it"),
)
HEALTH = (*SICK_WORDS, "healthy", "with", "have", "without", "positives", "cases", *BAD_WORDS)
RESULTS = ("positive", "flagged", "reject", "blocked", "alarm", "alert", "reported", "marked")
FIRING = ("fires", "sounds", "rings", "goes off", "reject")
CABS = ("cab", "taxi")
# What reads a sentence that has a word of each of these groups, in lower case.
READERS: tuple[Reading, ...] = (
    (
        (("of ", "among "), RESULTS, (" are ", " is ", " were ", " ha")),
        reader(AMONG, (SICK, POSITIVE)),
    ),
    (
        (("alarm", "alert"), ("real", "genuine", "true", "justified")),
        reader(ARE_REAL, (SICK, POSITIVE)),
    ),
    ((CHANCE[:3], FLAG_WORDS + FIRING), reader(WHEN_FLAGGED, (SICK, POSITIVE))),
    ((("negative",), CHANCE[:3]), reader(AFTER_NEGATIVE, (SICK, NEGATIVE))),
    ((("positive",),), reader(AFTER_POSITIVE, (SICK, POSITIVE))),
    ((("blue",), CABS), of_cabs),
    ((NAMES_RATE,), rates),
    (((" sensitive", "-sensitive"),), reader(IS_SENSITIVE, (POSITIVE, SICK))),
    (((" specific", "-specific"),), reader(IS_SPECIFIC, (NEGATIVE, HEALTHY))),
    ((("positive",), SICK_WORDS[:9], CHANCE), reader(PREDICTED, (SICK, POSITIVE))),
    ((BAD_WORDS, FLAG_WORDS, (" is ", " are ", " was ")), reader(FLAG_MEANS, (SICK, POSITIVE))),
    ((BAD_WORDS, (" with ",), ("then ", "so ", "hence ", "thus ")), then_it_is),
    (((" given ",), CHANCE[:3]), said),
    ((("positive", "negative"), GETS, (" of ", " for "), HEALTH), results),
    (
        (("positive",), (" if ", " when ", " of ", " for ", " in ", " among ", " on "), HEALTH),
        in_case,
    ),
    ((("flagged", "caught", "detected", "blocked", "marked", "rejected"), (" of ",)), flagged),
    ((FLAGGING, (" of ",)), acted),
    ((("miss",), (" of ",)), reader(MISSES, (NEGATIVE, SICK))),
    ((BAD_WORDS, (" is ", " are ", "was ", "were ", *SPREADS)), prior_of_things),
    ((SPREADS,), reader(SPREAD, (SICK, CERTAIN))),
    ((SICK_WORDS, HAVING), reader(PRIOR, (SICK, CERTAIN))),
    ((("accurate", "right", "correct"),), accurate),
    ((("spam",),), of_mail),
    (
        (
            (
                "defect",
                "faulty",
                "machine",
                "factor",
                "plant",
                "supplier",
                "vendor",
                "server",
                "failures",
            ),
        ),
        of_machines,
    ),
)
