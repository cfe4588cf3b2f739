"""Worked examples in natural frequencies: "of 10,000 people 100 are sick".

The counts of one imagined population are a cohort. Each count has a role: the sick and the healthy,
and of each of them those who test positive or negative. A spam filter's cohort has the same roles:
spam and ham, with the word or without it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from itertools import groupby

from hooks.calculation.quantity import Quantity, shown, shown_percent
from hooks.language.wording import JOINER
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.worked.bayes_theorem import facts_of
from hooks.worked.conditionals import HAM, HEALTHY, POSITIVE, SICK, SPAM, WORD, Name
from hooks.worked.facts import HEDGE, Fact, Judgment, Passage, passages
from hooks.worked.sizes import has_one

SMALLEST_POPULATION = 50
MOST_PASSAGES = 12  # behind a population in which its two groups are looked for
MOST_COUNTS = 60
LONGEST_BESIDE = 2000  # characters of a paragraph with a population that are read for percentages
LEAST_TIMES = 4  # as large as the group of the sick a population without usual names is
SLACK = Fraction(1, 100)  # what rounding in between may change, as a share
ROUGH_SLACK = Fraction(1, 8)  # the same of a count of "about" so many

DIGITS = rf"(?:\d{{1,3}}(?:[,{JOINER}]\d{{3}})+(?!\d)|\d+(?:\.\d+)?)"
PERCENT = r"\d+(?:\.\d+)?\s*\\?%"
COUNT = Pattern(
    rf"(?<![\w.,/:^_$€£\\-])(?<!\d\s[+×·*/=])(?<!\d\sin\s)(?P<value>{DIGITS})"
    rf"(?!\d|\w|[.,:]\d|\s*\\?%|\s*percent|-\w|\s*[/×·*+]|\s+in\s+(?:every\s+)?\d|\s+times\b)"
)
SHARE = Pattern(PERCENT)
ABOUT = Pattern(rf"{HEDGE}\s*$|≈\s*$", re.I)

PEOPLE = (
    r"(?:people|persons?|individuals|patients|adults|women|men|children|citizens|users|residents"
    r"|athletes|employees|students|donors|e-?mails|mails|messages|transactions|payments|claims|accounts|parts|items"
    r"|inhabitants|drivers|subjects|tests|cases|applicants|passengers|travell?ers|babies|newborns|births|workers"
    r"|customers|households|voters|visitors|shipments|parcels|packages|bags|flights|loans|logins|files|documents"
    r"|essays|submissions|posts|comments|reviews|images|scans|x-?rays|samples|units|products|chips|boards|bottles|cows"
    r"|animals|plants|orders|sessions|visits|events|nights|days|sellers|profiles|requests|connections|packets"
    r"|calls|texts|clips|videos|recordings|trips|invoices|machines|engines|bearings|devices)"
)
MARKS = (
    *("positive", "negative", "spam", "alarm", "alert", "flag", "detect", "block", "reject"),
    *("mark", "catch", "caught", "accus"),
)
IMAGINED = Pattern(
    rf"\d\s+(?:[a-z-]+\s+){{0,2}}?{PEOPLE}\b|\b(?:[Oo]f|[Pp]er|[Ii]n)\s+(?:\d+,)?\d{{3}}\b"
)
LARGE = Pattern(r"\d\d")  # no population is smaller
POPULATION = Pattern(
    r"(?:\b(?:of|out\s+of|in|per|among|from|for|imagine|consider|suppose|take|picture|test|screen"
    r"|tests|screens|testing|screening|say|every|assume|with|have|to|population\s+of|group\s+of"
    r"|sample\s+of|cohort\s+of|population|sample|about|random|typical|if|when|population:|n\s*=)"
    r"|^|[:(])\s*(?:every\s+|each\s+|a\s+(?:population|group|sample|cohort|town|city)\s+of\s+"
    r"|that\s+|we\s+|have\s+|test\s+|screen\s+|about\s+|say\s+|random\s+|these\s+)*$",
    re.I,
)
IS_PEOPLE = Pattern(rf"\s+(?:[a-z-]+\s+){{0,2}}?{PEOPLE}\b")
ARE_MANY = Pattern(r"\s+(?:[a-z-]+\s+){0,1}?[a-z]{3,}s\b")  # of a number with three digits or more
NO_POPULATION = Pattern(r"\s+(?:[a-z-]+\s+)?(?:positive|who\s+test|alarm|flag)")
STARTS_WITH = Pattern(
    r"(?:^|[:;.(]\s*|\b(?:so|then|now|frequencies:)\s+)(?:of|out\s+of|in|per)\s+$", re.I
)
OF_GROUP = Pattern(
    r"\b(?:of|among|from|for|in|out\s+of)\s+(?:(?:the|these|those|all|other|remaining|rest|our"
    r"|last|of)[\s,]+)+(?:about\s+)?$",
    re.I,
)
INTO_GROUP = Pattern(
    r"\s+(?:of|out\s+of|among|from)\s+(?:(?:the|these|those|all|other|remaining)\s+)+"
)
# "90 + 495 = 585 people test positive", "so 585 people test positive": of both groups.
SUMMED = Pattern(
    rf"{DIGITS}\s*\+\s*(?:{DIGITS}|{PERCENT}\s+of\s+{DIGITS})"
    r"\s*(?:[=,≈(]|\bi\.e\.|\bor\b|\babout\b|\s)*$"
)
ADDEND = Pattern(r"\+\s*$")
OF_ALL = Pattern(
    r"\b(?:so|hence|thus|therefore|together|altogether|total|overall|in\s+all)\b[\s,]*"
    r"(?:(?:we|there)\s+(?:have|get|expect|are|see)\s+)?(?:about\s+|roughly\s+|a\s+total\s+of\s+)?$",
    re.I,
)
STILL_POSITIVE = Pattern(r"\b(?:do|does|too|will|would)\b", re.I)
ARE_NOT = Pattern(r"\s*(?:do|are)(?:\s+not|n['’]t)\s*(?:[.,;]|$)", re.I)
ACTS_ON = Pattern(
    r"\b(?:(?P<positive>detects|catches|finds|flags|identifies|raises|blocks|rejects|marks|spots|picks\s+up"
    r"|stops|reports|recogni[sz]es|(?:alerts|fires|triggers)\s+(?:on|for)|goes\s+off\s+(?:for|on|in)"
    r"|(?:reacts|responds)\s+to)|misses|clears|passes)\s+"
    r"(?:(?:about|only|correctly|falsely|another|also)\s+)*"
    r"(?:[\d.]+\s*%\s+of\s+(?:them|those|these)\s*[(:]\s*)?$",
    re.I,
)
# A line "True positives: 95% of 100 = 95".
LABELLED = Pattern(r"\W*(?P<label>[A-Za-z][A-Za-z' -]{2,40}?)\s*(?:\(\w+\)\s*)?[:=]\s")
OF_THEM_AND = Pattern(r"\s+of\s+(?:them|those|these)\s+and\s*(?:also\s+)?", re.I)
REST = Pattern(r"\b(?:other|remaining|rest|others)\b", re.I)
SO_DO = Pattern(
    r"\b(?:so\s+(?:do|does|will|would)|as\s+(?:do|will|would)|along\s+with|and)\s+$", re.I
)
CLAUSE_END = Pattern(r"[;.:](?:\s|$)|\bwhile\b|\bwhereas\b|\bbut\b")

HEALTHY_WORDS = Pattern(
    r"\b(?:healthy|without|(?:do|does|did|are|is)(?:\s+not|n['’]t)\s+(?:actually\s+)?(?:have|suffer|sick|ill"
    r"|infected|spam|fraud\w*|diseased|carry)|non-?\s?(?:spam|diseased|infected|fraud\w*)|not\s+(?:sick"
    r"|ill|infected|spam|have|diseased|allergic)|uninfected|unaffected|disease-free|ham|legitimate|genuine"
    r"|innocent|honest|clean|no\s+(?:disease|cancer))\b",
    re.I,
)
SICK_WORDS = Pattern(
    r"\b(?:sick|ill|infected|diseased|affected|(?:have|has|had|with|carry|get|suffer\w*)\s+"
    r"(?:from\s+)?(?:actually\s+)?(?:the\s+|it\b|a\s+|this\s+)?(?:[a-z]+\s+)??(?:disease|condition|virus"
    r"|illness|cancer|infection|disorder|hiv|covid|flu)|have\s+it|spam|fraudulent|fraud|dope|doping"
    r"|carriers|allergic|really\s+have)\b",
    re.I,
)
POSITIVE_WORDS = Pattern(
    r"\b(?:positives?|flagged|detected|caught|catches|detects|finds|flags|identified|contain\w*"
    r"|alarms?|trigger\w*|accused|marked|blocked|rejected|alerts?|stopped|set\s+(?:it\s+)?off)\b",
    re.I,
)
NEGATIVE_WORDS = Pattern(r"\b(?:negatives?|missed|misses|clear(?:s|ed)|slip\s+through)\b", re.I)
OF_CELLS = ("ositive", "egative", "larm")
CELLS = {
    "tp": Pattern(r"\b(?:true|correct)[\s-](?:positives?|alarms?)", re.I),
    "fp": Pattern(r"\bfalse(?:ly)?[\s-](?:positives?|alarms?)", re.I),
    "fn": Pattern(r"\bfalse(?:ly)?[\s-]negatives?", re.I),
    "tn": Pattern(r"\b(?:true|correct)[\s-]negatives?", re.I),
}
IN_ALL = Pattern(
    r"\b(?:total|in\s+all|altogether|all\s+positives?|together|overall|sum|positives?\s+tests?"
    r"|positive\s+results?)\b",
    re.I,
)
NAMED_BEFORE = Pattern(r"\s*(?:\([A-Z]{2}\)\s*)?(?:are|is|=|:|of|→)?\s*$", re.I)
# "5 % test positive, that is 495"
RESTATES = Pattern(
    r"%\s+(?:[a-z]+\s+){0,3}(?:positive|negative|flagged|missed)\s*(?:[,:=(–—]|\bor\b)\s*"
    r"(?:that\s+is|i\.e\.|which\s+is|about|=|≈|so|namely|or|,|\s)*$",
    re.I,
)
# "flags 4% of the 9,950 healthy ones, i.e. 398", "so do 3% of the other 995, about 30"
SHARE_OF_COUNT = Pattern(
    r"\b(?:flags|marks|catches|accuses|fires\s+(?:for|on)|goes\s+off\s+(?:for|on|in)|positive\s+for|alarms?\s+(?:for|in|on)|rejects|blocks|so\s+(?:do|does|are)"
    rf"|tests?\s+positive|(?:those|these|them)\s+and)\s+(?:about\s+|also\s+)?{PERCENT}\s+of\s+"
    rf"(?:(?:the|these|those|other|remaining)\s+)*(?P<whole>{DIGITS})(?P<who>[^.;\d]{{0,40}}?)"
    r"(?:\s*[,(=:≈–—]|\bi\.e\.,?|\bthat\s+is,?|\bwhich\s+(?:is|makes|gives|means)"
    r"|\bor\b|\babout\b|\bnamely\b|\bmaking\b|\bfor\b|\s)*$",
    re.I,
)
LEAVES = Pattern(
    r"\b(?:second|again|re-?test\w*|twice|both\s+tests|previous|random\s+guess)\b", re.I
)
LEAVING = ("second", "again", "test", "twice", "previous", "random")
CHANGES = Pattern(r"\b(?:more|fewer|additional|extra|gain\w*|sav\w+|instead)\b", re.I)

IN_BOLD = Pattern(r"\s*\*\*[^*]{1,200}\*\*\W*")  # a paragraph that serves as a heading
# What each role is a share of, and the probability that says how large a share.
RATES: dict[str, tuple[str, tuple[Name, ...], tuple[Name, ...]]] = {
    "sick": ("population", ((SICK, ()), (SPAM, ())), ((HEALTHY, ()), (HAM, ()))),
    "healthy": ("population", ((HEALTHY, ()), (HAM, ())), ((SICK, ()), (SPAM, ()))),
    "tp": ("sick", ((POSITIVE, SICK), (WORD, SPAM)), (((("+", True),), SICK),)),
    "fn": ("sick", (((("+", True),), SICK),), ((POSITIVE, SICK), (WORD, SPAM))),
    "fp": ("healthy", ((POSITIVE, HEALTHY), (WORD, HAM)), (((("+", True),), HEALTHY),)),
    "tn": ("healthy", (((("+", True),), HEALTHY),), ((POSITIVE, HEALTHY), (WORD, HAM))),
}
DIFFERENCES = {
    "sick": (("population", "healthy"),),
    "healthy": (("population", "sick"),),
    "tp": (("sick", "fn"), ("positive", "fp")),
    "fp": (("healthy", "tn"), ("positive", "tp")),
    "fn": (("sick", "tp"),),
    "tn": (("healthy", "fp"),),
}
LABELS = {
    "population": "population",
    "sick": "those with it",
    "healthy": "those without it",
    "tp": "true positives",
    "fp": "false positives",
    "fn": "false negatives",
    "tn": "true negatives",
    "positive": "all positives",
}


@dataclass
class Cohort:
    """The counts of one population by their roles, and shares that are computed from them.

    halves: the roles of the first two counts that sum to the population, by their values.
    """

    counts: dict[str, Fact]
    halves: dict[Fraction, str] = field(default_factory=dict)
    group: str = ""
    over: bool = False

    def add(self, role: str, fact: Fact) -> None:
        self.counts.setdefault(role, fact)

    def role_of(self, value: Fraction) -> str:
        """The role of the count with this value, of the sick and the healthy."""
        roles = (r for r in ("sick", "healthy") if r in self.counts)
        found = next((r for r in roles if self.counts[r].value == value), "")
        return found or self.halves.get(value, "")


def judgments(page: Question) -> Iterator[Judgment]:
    """The counts and shares of every cohort of a page, compared with others and with rates."""
    if not has_one(page.lower, MARKS):
        return
    told = [cohort for cohort in cohorts(page) if len(cohort.counts) > 2]
    told = [cohort for cohort in told if not has_hits_of_next(cohort.counts)]
    rates = [fact for facts in facts_of(page) for fact in facts] if told else []
    for cohort in told:
        found = list(counts_judged(cohort, rates))
        right = sum(j.right for j in found)
        enough = 1 if are_cells(cohort) or states_test(cohort, rates) else 2
        if right >= enough and right >= len(found) - right:
            yield from found


def are_cells(cohort: Cohort) -> bool:
    """Whether the sick are counted, and of both groups those with the same result."""
    return any({"sick", *cells} <= cohort.counts.keys() for cells in (("tp", "fp"), ("fn", "tn")))


def states_test(cohort: Cohort, rates: Sequence[Fact]) -> bool:
    """Whether the population's own sentence or its paragraph gives the test's rates."""
    block = cohort.counts["population"].passage.block
    names = {fact.name for fact in rates if fact.passage.block is block}
    test = {(POSITIVE, SICK), ((("+", True),), SICK)}
    return bool((SICK, ()) in names and names & test) and {"sick", "tp"} <= cohort.counts.keys()


# -- reading --------------------------------------------------------------------------------------


def cohorts(page: Question) -> Iterator[Cohort]:
    """The cohorts of a page's sections that speak of results of tests."""
    for _, own in groupby(passages(page), key=lambda passage: passage.place[0]):
        told = list(own)
        tested = [number for number, one in enumerate(told) if has_one(one.lower, MARKS)]
        if tested:
            yield from of_section(told, tested)


def of_section(told: Sequence[Passage], tested: Sequence[int]) -> Iterator[Cohort]:
    """The cohorts of a section, each as far as the next population or paragraph in bold.

    tested: the numbers of the passages that speak of results of tests.
    """
    cohort = None
    for at, passage in enumerate(told):
        if cohort and IN_BOLD.fullmatch(passage.block.text.content):
            yield cohort
            cohort = None
        is_near = any(at <= number < at + MOST_PASSAGES for number in tested)
        population = population_of(passage) if is_near else None
        if not (population or cohort) or not is_statement(passage):
            continue
        if population and (not cohort or starts_anew(cohort, population)):
            if cohort:
                yield cohort
            cohort = Cohort({"population": population}, halves=halves_of(population, told[at:]))
        if cohort and not cohort.over:
            read(passage, cohort)
    if cohort:
        yield cohort


def is_statement(passage: Passage) -> bool:
    return not passage.of_mistakes and not passage.plain.rstrip(' *_"').endswith("?")


def halves_of(population: Fact, told: Sequence[Passage]) -> dict[Fraction, str]:
    """The first two counts that sum to a population: the fewer are the sick, if they are few."""
    total, values = int(population.value), set()
    for passage in told[:MOST_PASSAGES]:
        for found in COUNT.finditer(passage.plain):
            if "." in found["value"]:
                continue
            value = int(value_of(found["value"]))
            few, many = sorted((value, total - value))
            if total - value in values and few * LEAST_TIMES <= total:
                return {Fraction(few): "sick", Fraction(many): "healthy"}
            values.add(value)
        if len(values) > MOST_COUNTS:
            break
    return {}


def starts_anew(cohort: Cohort, population: Fact) -> bool:
    return len(cohort.counts) > 1 or population.value != cohort.counts["population"].value


def population_of(passage: Passage) -> Fact | None:
    """The number of people that a sentence imagines."""
    if not LARGE.search(passage.plain) or not IMAGINED.search(passage.plain):
        return None
    for found in COUNT.finditer(passage.plain):
        before = passage.plain[max(0, found.start() - 60) : found.start()]
        after = passage.plain[found.end() : found.end() + 60]
        if NO_POPULATION.match(after):
            continue
        is_many = len(found["value"]) > 2 and ARE_MANY.match(after)
        behind, starts = is_many or IS_PEOPLE.match(after), STARTS_WITH.search(before)
        if (behind and POPULATION.search(before)) or starts:
            fact = fact_at("population", passage, found)
            return fact if fact.value >= SMALLEST_POPULATION else None
    return None


def fact_at(role: str, passage: Passage, found: re.Match[str], group: str = "value") -> Fact:
    start, end = found.span(group)
    written = passage.plain[start:end].replace("\\%", "%")
    quantity = Quantity.written(" ".join(written.replace(JOINER, "").split()))
    rough = bool(ABOUT.search(passage.plain[max(0, start - 20) : start]))
    return Fact(role, quantity, passage, start, end, rough)


def read(passage: Passage, cohort: Cohort) -> None:
    """Add the counts of a passage to a cohort."""
    if any(sign in passage.lower for sign in LEAVING) and LEAVES.search(passage.plain):
        cohort.over = True
        return
    if CHANGES.search(passage.plain):
        return
    if read_line(passage, cohort):
        return
    numbers = list(COUNT.finditer(passage.plain))
    for index in range(len(numbers)):
        read_count(passage, cohort, numbers, index)


def read_line(passage: Passage, cohort: Cohort) -> bool:
    """Read a line that is a label and a calculation; False if it is none."""
    labelled = LABELLED.match(passage.plain)
    numbers = list(COUNT.finditer(passage.plain))
    if not labelled or not numbers or re.search(r"\w{3}", passage.plain[numbers[-1].end() :]):
        return False
    label = labelled["label"]
    role = next((role for role, words in CELLS.items() if words.match(label)), "")
    role = role or (group_in(label) if len(label.split()) < 5 else "")
    if role:
        cohort.add(role, fact_at(role, passage, numbers[-1]))
    return bool(role)


@lru_cache(maxsize=512)
def value_of(digits: str) -> Fraction:
    return Fraction(re.sub(rf"[,{JOINER}]", "", digits))


def read_count(
    passage: Passage, cohort: Cohort, numbers: Sequence[re.Match[str]], index: int
) -> None:
    """Add one count with the role that the words around it give it."""
    plain, found = passage.plain, numbers[index]
    value = value_of(found["value"])
    if value == cohort.counts["population"].value or value < 1:
        return
    before = clause_before(plain, numbers, index)
    behind = clause_behind(plain, numbers, index)
    if "+" in plain and ADDEND.search(plain[max(0, found.start() - 3) : found.start()]):
        return
    if "+" in plain and SUMMED.search(plain, max(0, found.start() - 60), found.start()):
        if POSITIVE_WORDS.search(behind):
            cohort.add("positive", fact_at("positive", passage, found))
        return
    is_group = bool(OF_GROUP.search(plain[max(0, found.start() - 40) : found.start()]))
    role = role_of_share(plain, found, cohort) or role_of(before, behind, cohort, is_group)
    role = role or cohort.halves.get(value, "")
    if is_group and role in ("sick", "healthy", ""):
        cohort.group = role or cohort.role_of(value) or cohort.group
    if not role or (is_group and role not in ("sick", "healthy")):
        return
    if role in ("sick", "healthy"):
        cohort.group = role
    cohort.add(role, fact_at(role, passage, found))


def role_of_share(plain: str, found: re.Match[str], cohort: Cohort) -> str:
    """Whose positives a count is that a share of another count comes to; "" if it is none."""
    if "%" not in plain:
        return ""
    share = SHARE_OF_COUNT.search(plain, max(0, found.start() - 120), found.start())
    if not share:
        return ""
    group = group_in(share["who"]) or cohort.role_of(value_of(share["whole"]))
    return {"sick": "tp", "healthy": "fp"}.get(group, "")


def clause_before(plain: str, numbers: Sequence[re.Match[str]], index: int) -> str:
    start = numbers[index - 1].end() if index else 0
    text = plain[max(start, numbers[index].start() - 90) : numbers[index].start()]
    return CLAUSE_END.split(text)[-1]


def clause_behind(plain: str, numbers: Sequence[re.Match[str]], index: int) -> str:
    ends = [number.start() for number in numbers[index + 1 :]] + [len(plain)]
    end = ends[0]
    if len(ends) > 1 and INTO_GROUP.fullmatch(plain[numbers[index].end() : end]):
        end = ends[1]
    return CLAUSE_END.split(plain[numbers[index].end() : end][:120])[0]


def role_of(before: str, behind: str, cohort: Cohort, is_group: bool) -> str:
    """What a count is of, by the words before and behind it; "" if they don't say."""
    is_cell = any(sign in before for sign in OF_CELLS)
    for role, words in CELLS.items() if is_cell else ():
        named = list(words.finditer(before))
        if named and NAMED_BEFORE.fullmatch(before[named[-1].end() :]):
            return role
    own = behind.split(",")[0] if is_group else behind
    if ARE_NOT.match(own):  # "72 of those test positive, 8 do not"
        is_of_test = first_of(before, POSITIVE_WORDS, NEGATIVE_WORDS) == 1
        return {"sick": "fn", "healthy": "tn"}.get(cohort.group, "") if is_of_test else "healthy"
    for role, words in CELLS.items():
        if words.match(own.lstrip()):
            return role
    tested = result_in(before, own)
    if tested and not is_group:
        if IN_ALL.search(before) or IN_ALL.search(own):
            return "positive" if tested == 1 else ""
        if OF_ALL.search(before) and IS_PEOPLE.match(own) and not group_in(own):
            return "positive" if tested == 1 else ""
        group = group_in(own) or group_counted(own, cohort) or group_in(before) or cohort.group
        return {"sick": ("tp", "fn"), "healthy": ("fp", "tn")}.get(group, ("", ""))[tested - 1]
    if INTO_GROUP.match(own):
        return ""
    return group_in(own) or ("healthy" if is_group and REST.search(before[-40:]) else "")


def group_counted(own: str, cohort: Cohort) -> str:
    """The group of which a count is said to be a part by its number: "of the other 1,940"."""
    into = INTO_GROUP.match(own)
    whole = COUNT.match(own, into.end()) if into else None
    return cohort.role_of(value_of(whole["value"])) if whole else ""


def result_in(before: str, own: str) -> int:
    """1 if a count is said to test positive, 2 if negative, 0 if it is not said."""
    if acts := ACTS_ON.search(before):
        return 1 if acts["positive"] else 2
    tested = first_of(own, POSITIVE_WORDS, NEGATIVE_WORDS)
    if not tested and OF_THEM_AND.fullmatch(own):
        return 1
    if not tested and RESTATES.search(before):
        return first_of(before, POSITIVE_WORDS, NEGATIVE_WORDS)
    if tested or not INTO_GROUP.match(own):
        return tested
    if SO_DO.search(before):
        return first_of(before, POSITIVE_WORDS, NEGATIVE_WORDS)
    return 1 if STILL_POSITIVE.search(own) else 0


def first_of(text: str, *patterns: re.Pattern[str]) -> int:
    """The number of the pattern that matches first in a text; 0 if none does."""
    starts = [(m.start(), n) for n, p in enumerate(patterns, 1) if (m := p.search(text))]
    return min(starts)[1] if starts else 0


def group_in(text: str) -> str:
    if HEALTHY_WORDS.search(text):
        return "healthy"
    return "sick" if SICK_WORDS.search(text) else ""


# -- judging --------------------------------------------------------------------------------------


def counts_judged(cohort: Cohort, rates: Sequence[Fact]) -> Iterator[Judgment]:
    counts = cohort.counts
    for role, fact in counts.items():
        if role == "positive" and {"tp", "fp"} <= counts.keys():
            total = counts["tp"].value + counts["fp"].value
            text = f"true + false positives = {parts(counts, 'tp', '+', 'fp')} = {shown(total)}"
            yield judged(fact, [(total, text, (counts["tp"], counts["fp"]))])
        elif options := [*by_rate(cohort, role, rates), *by_difference(counts, role)]:
            yield judged(fact, options)


def has_hits_of_next(counts: Mapping[str, Fact]) -> bool:
    """Whether the true positives of a next example stand behind the positives of the last one."""
    if not {"positive", "tp", "fp"} <= counts.keys():
        return False
    hits, errors, both = (counts[name] for name in ("tp", "fp", "positive"))
    is_behind = both.is_before(hits) and hits.passage.block is not both.passage.block
    return is_behind and errors.is_before(both) and hits.value > both.value


Option = tuple[Fraction, str, tuple[Fact, ...]]


def judged(fact: Fact, options: Sequence[Option]) -> Judgment:
    """Right if a count is one of its possible values, rounded."""
    for value, text, givens in options:
        if is_near(fact, value):
            return Judgment(fact, True, text, givens)
    return Judgment(fact, False, options[0][1], options[0][2])


def is_near(fact: Fact, value: Fraction) -> bool:
    margin = max(value * (ROUGH_SLACK if fact.rough else SLACK), fact.quantity.high - fact.value)
    is_rounded = fact.quantity.exact and value.denominator != 1
    return (
        abs(fact.value - value) <= margin
        if value >= 100 or fact.rough
        else abs(fact.value - value) < (1 if is_rounded else margin + Fraction(1, 1000))
    )


def by_rate(cohort: Cohort, role: str, rates: Sequence[Fact]) -> Iterator[Option]:
    """A share of a count: 5 % of 9,900."""
    if role not in RATES:
        return
    whole, names, opposites = RATES[role]
    base = base_of(cohort.counts, whole)
    if base is None:
        return
    count, stated = cohort.counts[role], stated_shares(cohort, rates, names, opposites)
    if len({value for value, _ in stated}) != 1 and not any(
        is_near(count, value * base) for value, _ in stated
    ):
        return
    if whole == "population" and any(is_near(count, v * base) for v in shares_beside(cohort)):
        return
    for value, fact in stated:
        if whole != "population" or precedes(fact, count):
            text = f"{LABELS[role]} = {shown_percent(value)} of {shown(base)}"
            yield value * base, f"{text} = {shown(value * base)}", (fact,)


def shares_beside(cohort: Cohort) -> Iterator[Fraction]:
    """The percentages in the paragraph of a population, which may say its share of the sick in
    words that are not read: "a setting where only 1% are infected"."""
    text = cohort.counts["population"].passage.block.text.content
    for found in SHARE.finditer(text[:LONGEST_BESIDE]):
        yield Quantity.written(found[0].replace("\\", "").replace(" ", "")).value


def precedes(rate: Fact, count: Fact) -> bool:
    """Whether a share is stated before the count of it, or in its paragraph; what comes later is
    of another population."""
    return rate.is_before(count) or rate.passage.block is count.passage.block


def base_of(counts: dict[str, Fact], whole: str) -> Fraction | None:
    """The number that a rate is a share of; the healthy may be what the sick leave."""
    if whole in counts:
        return counts[whole].value
    if whole == "healthy" and "sick" in counts:
        return counts["population"].value - counts["sick"].value
    return None


def stated_shares(
    cohort: Cohort, rates: Sequence[Fact], names: Sequence[Name], opposites: Sequence[Name]
) -> list[tuple[Fraction, Fact]]:
    population = cohort.counts["population"]
    section = population.passage.place[0]
    own = [fact for fact in rates if fact.passage.place[0] == section]
    found = [(fact.value, fact) for fact in own if fact.name in names]
    return found + [(1 - fact.value, fact) for fact in own if fact.name in opposites]


def by_difference(counts: dict[str, Fact], role: str) -> Iterator[Option]:
    """What others leave: 10,000 − 100."""
    for whole, part in DIFFERENCES.get(role, ()):
        if {whole, part} <= counts.keys() and all(
            counts[one].is_before(counts[role]) for one in (whole, part)
        ):
            value = counts[whole].value - counts[part].value
            if value < 0:
                continue  # a part of something else
            text = f"{LABELS[role]} = {parts(counts, whole, '−', part)} = {shown(value)}"
            yield value, text, (counts[whole], counts[part])


def parts(counts: dict[str, Fact], one: str, sign: str, other: str) -> str:
    return f"{shown(counts[one].value)} {sign} {shown(counts[other].value)}"
