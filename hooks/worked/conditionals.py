"""Probabilities as a text states them: `P(D|+) = 0.154`, "a sensitivity of 99 %".

Each becomes a fact whose name says of which event, given which other. An event is a sorted tuple
of (name, whether it is negated); `()` is the certain event, so `(SICK, ())` is a prevalence. What
medicine has words for (sensitivity, false positive rate) is said of SICK and POSITIVE.
"""

import re
from collections.abc import Iterator

from hooks.pattern import Pattern
from hooks.record import replace
from hooks.worked.facts import HEDGE, VALUE, Fact, Passage, chain, fact_of, named

Event = tuple[tuple[str, bool], ...]
Name = tuple[Event, Event]

CERTAIN: Event = ()
SICK: Event = (("disease", False),)
HEALTHY: Event = (("disease", True),)
POSITIVE: Event = (("+", False),)
NEGATIVE: Event = (("+", True),)
SPAM: Event = (("spam", False),)
HAM: Event = (("spam", True),)
WORD: Event = (("word", False),)

# -- P(A | B) -------------------------------------------------------------------------------------

TERM = Pattern(
    r"(?<![\w\\^])\\?(?:Pr?|p|Prob|ℙ)\s{0,3}[(\[]"
    r"(?P<inside>(?:[^()\[\]\n]|\([^()\n]{0,40}\)){1,90}?)[)\]]"
)
# Before a term these say that it is a part of a product, a quotient or a sum.
PART_OF_PRODUCT = Pattern(
    r"(?:[{*/·×÷+−=≈)^_]|(?<!\n)(?<!^)[-–]|\\(?:cdot|times|div|approx|sum))\s*$"
)
BAR = Pattern(r"\\mid(?![a-zA-Z])|\\[lr]?vert(?![a-zA-Z])|\\?\||∣|&#124;|\bgiven\b")
AND = Pattern(r"\s*(?:,|∩|∧|&|\\cap(?![a-zA-Z])|\\land(?![a-zA-Z])|\\wedge(?![a-zA-Z])|\band\b)\s*")
# Inside of P( ) these say that it is a density, a sum or something else that is not an event.
NO_EVENT = Pattern(r"[<>≤≥∪;:?…]|\\(?:cup|lor|vee|le|ge|leq|geq|theta|dots|ldots|in)\b|\bor\b|\.\.")
PREFIXED_NOT = Pattern(
    r"(?:¬|[~∼!]|\\neg(?![a-zA-Z])|\\lnot(?![a-zA-Z])|\\sim(?![a-zA-Z])|not(?=[\s_-])|no(?=[\s_-])"
    r"|non(?=[\s_-])|without\s|\\(?:bar|overline|widehat)\s)[\s_-]*(?:an?\s|the\s)?(?P<rest>.+)"
)
SUFFIXED_NOT = Pattern(
    r"(?P<rest>.+?)\s*(?:\^\s*(?:c|\\complement|\\prime)\s*|ᶜ|['’′]|[\u0304\u0305]|=\s*(?:0|no|false|f)|"
    r"(?<=[a-z\d])\s*[-−–])"
)
AFFIRMED = Pattern(r"(?P<rest>.+?)\s*(?:=\s*(?:1|yes|true|t)|(?<=[a-z\d])\s*\+)")
POSITIVE_WORDS = Pattern(
    r"\+|\+ve|pos|positive|(?:a\s+)?positive\s+(?:test|result)(?:\s+result)?"
    r"|tests?(?:ed|ing)?[\s_]*(?:is\s+|=\s*|result\s+)?(?:\+|pos|positive)|t|test"
    r"|t\s*=\s*(?:\+|pos|positive)|result\s*=\s*(?:\+|pos|positive)"
)
NEGATIVE_WORDS = Pattern(
    r"[-−–]|-ve|neg|negative|(?:a\s+)?negative\s+(?:test|result)(?:\s+result)?"
    r"|tests?(?:ed|ing)?[\s_]*(?:is\s+|=\s*|result\s+)?(?:[-−–]|neg|negative)"
    r"|t\s*=\s*(?:[-−–]|neg|negative)|result\s*=\s*(?:[-−–]|neg|negative)"
)
SICK_WORDS = Pattern(
    r"d|diseased?|sick|ill|infected|infection|sickness|illness|(?:has|have|having)\s+(?:the\s+)?disease"
    r"|the\s+disease|disease\s+present"
)
HEALTHY_WORDS = Pattern(r"healthy|well|disease[\s-]free|nodisease|uninfected")
OPPOSITES = {
    "ham": ("spam", True),
    "nonspam": ("spam", True),
    "notspam": ("spam", True),
    "legit": ("fraud", True),
    "legitimate": ("fraud", True),
    "genuine": ("fraud", True),
    "fraudulent": ("fraud", False),
    "non-defective": ("defective", True),
    "defect": ("defective", False),
}


def stated_terms(passage: Passage) -> Iterator[Fact]:
    """The facts `P(…) = …` of a passage; each number of a chain is one."""
    for found in TERM.finditer(passage.plain):
        name = name_of(found["inside"])
        if name and not PART_OF_PRODUCT.search(passage.text.content, 0, found.start()):
            yield from chain(passage, found.end(), name)


def name_of(inside: str) -> Name | None:
    """Of which event given which other `P(inside)` is; None if it can't be told."""
    parts = BAR.split(inside)
    if len(parts) > 2 or NO_EVENT.search(inside):
        return None
    events = [event(part) for part in parts]
    if None in events:
        return None
    return events[0], events[1] if len(events) == 2 else CERTAIN


def event(text: str) -> Event | None:
    """The event of a text: its parts joined by "and", sorted."""
    parts = [simple_event(part) for part in AND.split(text.strip())]
    return None if None in parts else tuple(sorted(set(parts)))


def simple_event(text: str) -> tuple[str, bool] | None:
    text = re.sub(r"[\"“”„«»`{}()]|\\(?:,|text|;)", " ", text)
    text = " ".join(text.lower().split()).strip("' ‘’")
    if not text:
        return None
    if POSITIVE_WORDS.fullmatch(text):
        return "+", False
    if NEGATIVE_WORDS.fullmatch(text):
        return "+", True
    if HEALTHY_WORDS.fullmatch(text):
        return "disease", True
    if found := PREFIXED_NOT.fullmatch(text) or SUFFIXED_NOT.fullmatch(text):
        inner = simple_event(found["rest"])
        return inner and (inner[0], not inner[1])
    if found := AFFIRMED.fullmatch(text):
        return simple_event(found["rest"])
    if SICK_WORDS.fullmatch(text):
        return "disease", False
    return OPPOSITES.get(text.replace(" ", ""), (text, False))


# -- in words -------------------------------------------------------------------------------------

TAIL = (  # "of the disease", as far as the link to a number
    r"(?:\s+(?:of|in|for|among)\s+(?!\d)(?:[A-Za-z'’-]+\s+){0,5}?[A-Za-z'’-]+"
    r"(?=\s*(?:is|was|[=≈:(])))?"
)
RATES: dict[str, tuple[str, Name]] = {
    "prior": (
        r"(?:disease\s+)?prevalence|base[\s-]rate|incidence|pre-?test\s+probability"
        r"|prior(?:\s+probability)?",
        (SICK, CERTAIN),
    ),
    "sensitivity": (r"sensitivity|true[\s-]positive\s+rate|\bTPR", (POSITIVE, SICK)),
    "specificity": (r"specificity|true[\s-]negative\s+rate|\bTNR", (NEGATIVE, HEALTHY)),
    "fpr": (r"false[\s-](?:positive|alarm)[\s-](?:rate|probability)|\bFPR", (POSITIVE, HEALTHY)),
    "fnr": (r"false[\s-]negative[\s-](?:rate|probability)|\bFNR", (NEGATIVE, SICK)),
    "ppv": (
        r"positive[\s-]predictive[\s-]value|\bPPV|post-?test\s+probability"
        r"|posterior(?:\s+probability)?",
        (SICK, POSITIVE),
    ),
    "npv": (r"negative[\s-]predictive[\s-]value|\bNPV", (HEALTHY, NEGATIVE)),
}
ALIAS = r"(?:\s+\([A-Za-z][A-Za-z ,]{1,30}\)|,\s[^\s,;:]{1,30},(?=\s+(?:is|was|=|equals)))?"
RATE = Pattern(
    r"\b(?:" + "|".join(rf"(?P<{k}>{p})" for k, (p, _) in RATES.items()) + rf")\b{ALIAS}{TAIL}",
    re.I,
)
# "sensitivity and specificity of 99 % and 95 %", "both 99 %"
BOTH = Pattern(
    r"\bsensitivity\s+and\s+(?:a\s+)?specificity\s+(?:of\s+|are\s+|=\s*)(?:both\s+)?"
    rf"(?P<first>{VALUE})(?:\s*(?:and|,|/)\s*(?P<second>{VALUE}))?",
    re.I,
)
ACCURATE = Pattern(rf"\b(?P<value>{VALUE})(?:\s+|-)accurate\b", re.I)

SOME = rf"(?:(?P<hedge>{HEDGE})\s+|only\s+)?(?P<value>{VALUE})"
GROUP = (
    r"(?:people|persons?|individuals|patients|adults|women|men|children|citizens|population|users"
    r"|residents|everyone|humans|athletes|employees|students|donors)"
)
CONDITION = (
    r"(?:disease|condition|virus|illness|cancer|infection|infected|disorder|syndrome|hiv|flu|covid"
    r"|covid-19|diabetes|sick|ill|affected|diseased|it|tumou?r|users?|drug)"
)
PRIOR = Pattern(
    rf"\b(?:affects|affecting|afflicts|strikes|occurs\s+in|infects|(?:is\s+)?present\s+in)\s+{SOME}"
    rf"\s+(?:of\s+)?(?:all\s+|the\s+|a\s+)*(?:[a-z]+\s+)?{GROUP}\b"
    rf"|{SOME.replace('<value>', '<value_2>').replace('<hedge>', '<hedge_2>')}\s+(?:of\s+)?"
    rf"(?:all\s+|the\s+|our\s+|a\s+)*(?:[a-z]+\s+)?{GROUP}\s+(?!with)(?:[a-z]+\s+){{0,8}}?"
    r"(?:have|has|had|suffers?|carry|carries|are|is|get|use|actually\s+have)\s+"
    rf"(?:from\s+|the\s+|a\s+|an\s+|this\s+|actually\s+)*(?:[a-z]+\s+){{0,2}}?{CONDITION}\b",
    re.I,
)
ADVERBS = (
    r"(?:will|would|also|still|falsely|wrongly|incorrectly|correctly|nevertheless|too|actually)"
)
RESULT = Pattern(
    rf"{SOME}\s+(?:of|for)\s+(?P<who>[^.;:%\d]{{3,90}}?)\s+(?:{ADVERBS}\s+)*"
    r"(?:tests?|get|gets|receive|receives|show|come\s+back|comes\s+back|are|have|is)\s+"
    r"(?:an?\s+|flagged\s+|as\s+|tested\s+|identified\s+|falsely\s+|correctly\s+)*"
    r"(?P<sign>positive|negative)",
    re.I,
)
IN_CASE = Pattern(
    rf"\b(?:positive|and|but)\s+(?:in\s+|for\s+|with\s+probability\s+)?{SOME}"
    r"(?:\s+(?:of\s+the\s+time|of\s+cases))?\s+(?:of|if|when|for|in|among|on)\s+(?!a\s+test)(?P<who>"
    r"(?:[a-z'’-]+\s+){0,5}?(?:healthy|sick|infected|ill|diseased|disease|without|with|not|non-\w+)"
    r"(?:\s+(?:people|persons?|patients|individuals|the|a|disease|it|have))*)",
    re.I,
)
DETECTS = Pattern(
    r"\b(?:detects|catches|identifies|flags|finds)\s+(?:the\s+disease\s+in\s+)?"
    rf"{SOME}\s+of\s+(?:the\s+|all\s+|actual\s+|true\s+|those\s+|people\s+|patients\s+|who\s+)*"
    r"(?:cases|sick|infected|diseased|ill|with|have|positives|carriers)\b",
    re.I,
)
MISSES = Pattern(rf"\bmisses\s+{SOME}\s+of\s+(?:the\s+)?(?:cases|sick|infected)\b", re.I)
IS_SICK = Pattern(
    r"\b(?:with|ha(?:ve|s|ving)|sick|infected|diseased|ill|affected|cases|carriers)\b", re.I
)
IS_HEALTHY = Pattern(
    r"\b(?:healthy|without|not|don['’]t|doesn['’]t|no|non-\w+|uninfected|unaffected|disease-free"
    r"|well)\b",
    re.I,
)
SICKNESS = r"(?:disease|condition|sick|ill|infected|cancer|illness|virus|infection|covid|hiv)"
PREDICTED = Pattern(
    rf"\b(?:probability|chance|likelihood)\b[^.;:%\d]{{0,60}}?\b{SICKNESS}\b[^.;%\d]{{0,60}}?"
    r"\bpositive\b[^.;%\d]{0,40}?(?:\bis\b|\bof\b|[=≈:,]|\bto\b|\bat\b|→)\s*"
    rf"(?:then\s+|therefore\s+|thus\s+|only\s+|just\s+)*{SOME.replace('|only', '|≈|only')}"
    rf"|\bpositive\b[^.;%\d]{{0,60}}?\b(?:has|have|is|are|with|means)\s+(?:then\s+|only\s+|just\s+|an?\s+|"
    r"the\s+|about\s+|roughly\s+|in\s+fact\s+)*"
    rf"(?P<value_2>{VALUE})\s+(?:chance|probability|likelihood|likely)\b[^.;]{{0,40}}?\b{SICKNESS}\b"
    rf"|\bpositive\b[^.;%\d]{{0,40}}?\b(?:probability|chance|likelihood)\b[^.;:%\d]{{0,60}}?\b{SICKNESS}\b"
    r"[^.;%\d]{0,30}?(?:\bis\b|\bof\b|[=≈:,]|\bto\b|\bat\b|→)\s*"
    rf"(?:then\s+|therefore\s+|thus\s+|only\s+|just\s+|about\s+|≈\s*)*(?P<value_4>{VALUE})"
    rf"|\bpositive\b[^.;:%\d]{{0,60}}?\b{SICKNESS}\s+with\s+(?:an?\s+|the\s+)?"
    rf"(?:probability|chance|likelihood)\s+(?:of\s+)?(?:only\s+|just\s+|about\s+)?(?P<value_5>{VALUE})"
    rf"|(?P<value_3>{VALUE})\s+of\s+(?:the\s+|all\s+|those\s+|people\s+|patients\s+|who\s+|with\s+|a\s+)*"
    r"(?:test\s+positive|testing\s+positive|positives|positive\s+tests?(?:\s+results?)?|positive\s+results?)"
    rf"\s+(?:really\s+|actually\s+|truly\s+)*(?:have|has|are|is|belong)\b[^.;]{{0,30}}?\b{SICKNESS}\b",
    re.I,
)

MAIL = r"(?:e-?mails?|mails?|messages?|ones|texts?|inbox)"
JUNK = r"(?P<who>spam|ham|non-?\s?spam|not\s+spam|legitimate|normal|genuine|regular|good|real)"
IS_SPAM = Pattern(
    rf"{SOME}\s+of\s+(?:[a-z]+\s+){{0,3}}?{MAIL}\s+(?:is|are)\s+(?P<who>(?:not\s+)?spam|ham|legitimate)\b"
    r"(?!\s+(?:given|if))",
    re.I,
)
CONTAINS = Pattern(rf"{SOME}\s+of\s+(?:the\s+|all\s+|your\s+)*{JUNK}\b(?:\s+{MAIL})?", re.I)
HOLDS_WORD = Pattern(r"\b(?:contain|appear|occur|include|word|found|mention|feature|present)", re.I)
IS_JUNK = Pattern(
    rf"\b(?:probability|chance)\b[^.;%\d]{{0,100}}?\bspam\b[^.;%\d]{{0,60}}?"
    rf"(?:\bis\b|[=≈:])\s*(?:then\s+|therefore\s+|thus\s+)*{SOME.replace('|only', '|≈|only')}",
    re.I,
)


# "Machine A makes 60 % of the parts with 2 % defects, machine B 40 % with 5 % defects"
MACHINE = Pattern(
    r"\b(?:(?i:machine|factory|plant|supplier|line|vendor)\s+)?(?P<who>[A-Z])\s+"
    rf"(?:(?:makes|produces|supplies|manufactures|delivers)\s+)?(?P<share>{VALUE})"
    r"(?:\s+of\s+(?:the\s+|all\s+|its\s+)?\w+)?\s*(?:,?\s*(?:with|of\s+which|and)\s+|\()"
    rf"(?:an?\s+defect\s+rate\s+of\s+)?(?P<rate>{VALUE})(?=\s*(?:are\s+|is\s+)?(?:defect|[).,;]))"
)
ANY_VALUE = Pattern(rf"(?P<value>{VALUE})")
DEFECTIVE: Event = (("defective", False),)


def stated_rates(passage: Passage) -> Iterator[Fact]:
    """The facts of a passage that are said in words, of a test or of a spam filter."""
    found = list(of_test(passage))
    if "spam" in passage.plain.lower():
        found += of_mail(passage)
    if "defect" in passage.plain:
        found += of_machines(passage)
    taken: dict[int, int] = {}  # where a number starts, and which of the facts was its first
    for number, fact in enumerate(found):
        first = taken.setdefault(fact.start, number)
        if first == number or is_accuracy(fact):
            yield fact


def is_accuracy(fact: Fact) -> bool:
    """Whether it is said of the sick and of the healthy at once: "99 % accurate"."""
    return fact.name[0] == "accuracy"


def of_test(passage: Passage) -> Iterator[Fact]:
    plain = passage.plain
    for found in BOTH.finditer(plain):
        yield from both(passage, found)
    for fact in named(passage, RATE):
        yield replace(fact, name=RATES[fact.name][1])
    yield from matches(passage, PREDICTED, (SICK, POSITIVE))
    for found in RESULT.finditer(plain):
        yield from of_group(passage, found, found["sign"].lower() == "positive")
    if re.search(r"\bpositive\b", plain):
        for found in IN_CASE.finditer(plain):
            yield from of_group(passage, found, True)
    yield from matches(passage, DETECTS, (POSITIVE, SICK))
    yield from matches(passage, MISSES, (NEGATIVE, SICK))
    yield from matches(passage, PRIOR, (SICK, CERTAIN))
    for found in ACCURATE.finditer(plain):
        for name in ((POSITIVE, SICK), (NEGATIVE, HEALTHY)):
            yield from filter(None, [fact_of(("accuracy", name), passage, found)])


def both(passage: Passage, found: re.Match[str]) -> Iterator[Fact]:
    second = "second" if found["second"] else "first"
    for group, name in (("first", (POSITIVE, SICK)), (second, (NEGATIVE, HEALTHY))):
        yield from matches(passage, ANY_VALUE, name, found.span(group))


def of_group(passage: Passage, found: re.Match[str], positive: bool) -> Iterator[Fact]:
    """How often a group tests positive or negative, if the group is plainly sick or healthy."""
    group = HEALTHY if IS_HEALTHY.search(found["who"]) else None
    group = group or (SICK if IS_SICK.search(found["who"]) else None)
    fact = fact_of((POSITIVE if positive else NEGATIVE, group), passage, found)
    if group and fact:
        yield fact


def of_machines(passage: Passage) -> Iterator[Fact]:
    """What share each of several machines makes, and how much of it is defective."""
    machines = list(MACHINE.finditer(passage.plain))
    for found in machines if len(machines) > 1 else ():
        machine = ((found["who"].lower(), False),)
        for group, name in (("share", (machine, CERTAIN)), ("rate", (DEFECTIVE, machine))):
            yield from matches(passage, ANY_VALUE, name, found.span(group))


def of_mail(passage: Passage) -> Iterator[Fact]:
    plain = passage.plain
    for found in IS_SPAM.finditer(plain):
        group = SPAM if found["who"].lower() == "spam" else HAM
        yield from filter(None, [fact_of((group, CERTAIN), passage, found)])
    if HOLDS_WORD.search(plain):
        for found in CONTAINS.finditer(plain):
            group = SPAM if found["who"].lower() == "spam" else HAM
            yield from filter(None, [fact_of((WORD, group), passage, found)])
    yield from matches(passage, IS_JUNK, (SPAM, WORD))


def matches(
    passage: Passage, pattern: re.Pattern[str], name: Name, span: tuple[int, int] | None = None
) -> Iterator[Fact]:
    """The facts of a pattern with groups value, value_2, …"""
    for found in pattern.finditer(passage.plain, *(span or (0,))):
        start, end = next(
            found.span(group)
            for group, text in found.groupdict().items()
            if group.startswith("value") and text
        )
        hedged = any(text for group, text in found.groupdict().items() if group.startswith("hedge"))
        whole = re.compile(r"(?P<value>.+)", re.S).match(passage.plain, start, end)
        if fact := fact_of(name, passage, whole):
            yield Fact(name, fact.quantity, passage, start, end, hedged)
