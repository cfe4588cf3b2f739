"""Metrics that a sentence computes from other numbers than a matrix: kappa, macro averages, rates.

Cohen's kappa from two agreements, a macro average from a list of classes, a rate wrongly taken for
the complement of another, and the number of all cases beside the four counts.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise

from hooks.calculation.quantity import Quantity, shown
from hooks.classifiers.matrix import ROLES
from hooks.classifiers.matrix_source import counts
from hooks.classifiers.metric_claims import Claim, claims
from hooks.classifiers.metric_doubts import Needs
from hooks.classifiers.metric_numbers import Member
from hooks.classifiers.recall_at_k import of_selected, recalls_at_k
from hooks.language.sentences import is_called_wrong, is_on_mistakes
from hooks.language.wording import words
from hooks.page import Question, Text
from hooks.pattern import Pattern

NUMBER = r"(?:\d*\.\d+|\d+(?:\.\d+)?\s*%|[01](?![\d.]))"
LINK = r"\s*(?:=|:|\bof\b|\bis\b|\bwas\b|≈)?\s*"
OBSERVED = Pattern(rf"\b(?:observed\s+agreement|p_?[o0](?=\s*=)){LINK}(?P<value>{NUMBER})", re.I)
EXPECTED = Pattern(
    rf"\b(?:(?:chance|expected)\s+agreement(?:\s+by\s+chance)?|p_?e(?=\s*=)){LINK}(?P<value>{NUMBER})",
    re.I,
)
EACH_CLASS = Pattern(
    r"\b(?P<metric>recall|precision|F1(?:[\s-]score)?)s?\s+(?:of|for|per|by)\s+(?:the\s+|each\s+)?(?:\w+\s+)?class(?:es)?\s*"
    rf"(?:are|is|:|=|\(|\s)\s*(?P<list>{NUMBER}(?:\s*,\s*(?:and\s+)?{NUMBER}|\s+and\s+{NUMBER}){{1,11}})(?![\w%])",
    re.I,
)
PER_CLASS = Pattern(
    r"\bper[\s-]class\s+(?P<metric>recall|precision|F1(?:[\s-]score)?)s?\s*(?:are|is|:|=|of)\s*"
    rf"(?P<list>{NUMBER}(?:\s*,\s*(?:and\s+)?{NUMBER}|\s+and\s+{NUMBER}){{1,11}})(?![\w%])",
    re.I,
)
MACRO = Pattern(
    r"\bmacro(?:[\s-]averaged?)?[\s-](?P<metric>recall|precision|F1(?:[\s-]score)?)\s*(?:=|:|\bis\b|≈)\s*"
    rf"(?:[\d.()+×/\s·*]{{1,120}}?\s*[=≈]\s*)?(?P<value>{NUMBER})(?![\w%/]|\s*[+×/·*])",
    re.I,
)
A_NUMBER = Pattern(NUMBER)
HENCE = Pattern(
    r"[,;]?\s*(?:and\s+)?\b(?:so|hence|thus|therefore|which\s+means|that\s+is|i\.e\.)\b", re.I
)
# Pairs whose second is not what the first leaves of 1, and what it is of the first's complement.
NO_COMPLEMENTS = {
    ("recall", "false-positive rate"): "false-negative rate",
    ("specificity", "false-negative rate"): "false-positive rate",
    ("precision", "false-positive rate"): "false discovery rate",
    ("precision", "false-negative rate"): "false discovery rate",
}
WHOLE = Pattern(
    r"\b(?:(?:has|have|had|of|on|with|contains?|altogether|total\s+of|in\s+total|all)\s+(?:the\s+)?(?P<n>\d[\d,]*\d)"
    r"(?=\s*(?:[a-z]{3,}|[.:,]))"
    r"|(?<!\w)(?-i:N)\s*=\s*(?P<n_2>\d[\d,]*\d))",
    re.I,
)
BALANCED = Pattern(
    rf"\brecall\s+(?:on|of|for)\s+(?:the\s+)?positives\s*(?:is|=|:|of)\s*(?P<a>{NUMBER})[^.;]{{0,30}}?\b(?:on|of|for)\s+(?:the\s+)?"
    rf"negatives\s*(?:is|=|:|of)?\s*(?P<b>{NUMBER})[^.]{{0,40}}?\bbalanced\s+accuracy\s*(?:is|=|:)\s*(?P<value>{NUMBER})",
    re.I,
)
SHARES = Pattern(
    r"\b(?:(?:out\s+)?of|there\s+(?:are|were)|had|made|raised|with)\s+(?:the\s+|its\s+)?(?P<whole>\d[\d,]*)\s+"
    r"(?P<of>negative\s+predictions|positive\s+predictions|predictions|answers|alarms|alerts|flagged\s+\w+)"
    r"\s*,?\s*(?:of\s+which\s+|and\s+)?(?P<part>\d[\d,]*)\s+(?:of\s+(?:them|which)\s+)?"
    r"(?:(?:are|were|is|was|turned\s+out\s+to\s+be)\s+)?(?:correct|right|true|justified)\b",
    re.I,
)
RANKS = Pattern(
    r"\brelevant\s+(?:results|documents|items|hits|ones|pages)\s+(?:are|stand|were)\s+(?:at|on|in)\s+(?:the\s+)?(?:ranks?|positions?)\s+"
    r"(?P<ranks>\d{1,3}(?:\s*,\s*(?:and\s+)?\d{1,3}|\s+and\s+\d{1,3}){0,15})(?![\d.]*\d)",
    re.I,
)
AT_K = Pattern(
    rf"\b(?:precision\s?(?:@\s?|\s+at\s+)|P@)(?P<k>\d{{1,3}})\s*(?:=|:|is)\s*(?:\d+\s*/\s*\d+\s*[=≈]\s*)?(?P<value>{NUMBER}|\d+/\d+)(?![\w%/])",
    re.I,
)
ENTITIES = Pattern(
    r"\bgold\s*[:=]?\s*(?P<gold>\d{1,6}),?\s+predicted\s*[:=]?\s*(?P<found>\d{1,6}),?\s+(?:and\s+)?(?:matches|matched|correct|overlap)"
    r"\s*[:=]?\s*(?P<both>\d{1,6})(?![\d.]*\d)",
    re.I,
)
OF_LETTER = Pattern(
    r"(?<!\w)(?P<name>P|R|[Pp]recision|[Rr]ecall)\s*=\s*(?P<a>\d{1,6})\s*/\s*(?P<b>\d{1,6})(?![\d.]*\d)"
)
PREFIX = Pattern(
    r"\b(?:if|suppose|without|excluding|other|remaining|did\s+not|didn.t|dropped|removed|missing)\b",
    re.I,
)

GOES_ON = Pattern(r"\s*[+−·×*/-]\s*[\d(]")

Found = tuple[Text, int, str]


def errors(page: Question) -> Iterator[Found]:
    """Text, place in it and message of each number that does not follow."""
    lower = page.lower
    yield from kappas(page) if "agreement" in lower else ()
    finders = [(needs, find) for needs, find in FINDERS if any(map(lower.__contains__, needs))]
    for block in page.blocks if finders else ():
        said = block.text.content.lower() if block.is_prose else ""
        own = [find for needs, find in finders if any(map(said.__contains__, needs))]
        if own and not is_on_mistakes(block) and not is_called_wrong(said):
            for find in own:
                yield from find(block.text, words(block.text.content))

    if "recall@" in lower and "relevant" in lower:
        yield from recalls_at_k(page)
    if "recall@" in lower or "precision@" in lower or " at " in lower:
        yield from of_selected(page)


# -- kappa ----------------------------------------------------------------------------------------


def kappas(page: Question) -> Iterator[Found]:
    """κ = (observed − chance)/(1 − chance), in the text that gives both or a formula behind it."""
    for index, block in enumerate(page.blocks):
        said = block.text.content.lower() if block.is_prose else ""
        if "agreement" in said and not is_on_mistakes(block) and not is_called_wrong(said):
            behind = (b for b in page.blocks[index + 1 : index + 3] if b.kind in ("math", "html"))
            yield from of_kappa(block.text, [block.text, *(b.text for b in behind)])


def of_kappa(given: Text, texts: Sequence[Text]) -> Iterator[Found]:
    plain = words(given.content)
    observed, expected = list(OBSERVED.finditer(plain)), list(EXPECTED.finditer(plain))
    if len(observed) != 1 or len(expected) != 1:
        return
    if any(GOES_ON.match(plain, found[0].end("value")) for found in (observed, expected)):
        return  # 0.81 + 0.01 = 0.82
    above, below = (value_of(found[0]["value"]) for found in (observed, expected))
    if not 0 <= below < 1:
        return
    kappa = (above - below) / (1 - below)
    worked = f"({shown(above)} − {shown(below)})/(1 − {shown(below)}) = {shown(kappa)}"
    formula = f"Cohen's kappa = (observed − chance)/(1 − chance) = {worked}"
    for text in texts:
        for claim in claims(text.content, text is not given):
            is_result = claim.plain and claim.needs < Needs.COUNTS  # not "a kappa of 0.6 is good"
            if claim.metric.name == "Cohen's kappa" and is_result:
                yield from wrong_members(text, claim.members, kappa, Fraction(1, 100), formula)


def wrong_members(
    text: Text, members: Sequence[Member], value: Fraction, room: Fraction, formula: str
) -> Iterator[Found]:
    for member in members:
        if not member.quantity.low - room <= value <= member.quantity.high + room:
            yield text, member.start, f"{formula}; the page says {member.written}"
            return


def value_of(written: str) -> Fraction:
    return Quantity.written(written.replace(" ", "")).value


# -- averages over classes ------------------------------------------------------------------------


def of_macro(text: Text, plain: str) -> Iterator[Found]:
    """The macro average of a metric is the plain mean of the values that the text lists."""
    for found in MACRO.finditer(plain):
        name = found["metric"].lower()[:6]
        lists = [
            m
            for pattern in (EACH_CLASS, PER_CLASS)
            for m in pattern.finditer(plain, 0, found.start())
            if m["metric"].lower()[:6] == name
        ]
        if len(lists) != 1:
            continue
        values = [value_of(number[0]) for number in A_NUMBER.finditer(lists[0]["list"])]
        mean = sum(values) / len(values)
        claim = Quantity.written(found["value"].replace(" ", ""))
        if not claim.low - Fraction(1, 500) <= mean <= claim.high + Fraction(1, 500):
            sums = " + ".join(map(shown, values))
            formula = f"macro average = ({sums})/{len(values)} = {shown(mean)}"
            yield text, found.start("value"), f"{formula}; the page says {found['value']}"


def of_balanced(text: Text, plain: str) -> Iterator[Found]:
    """Balanced accuracy is the mean of the recalls of both classes."""
    for found in BALANCED.finditer(plain):
        mean = (value_of(found["a"]) + value_of(found["b"])) / 2
        yield from wrong_value(
            text, found, mean, f"balanced accuracy = ({found['a']} + {found['b']})/2"
        )


def wrong_value(text: Text, found: re.Match[str], value: Fraction, formula: str) -> Iterator[Found]:
    above, _, below = found["value"].replace(" ", "").partition("/")
    claim = Quantity.written(above)
    if below:
        claim = Quantity.of(claim.value / (int(below) or 1), found["value"])
    if not claim.low <= value <= claim.high:
        message = f"{formula} = {shown(value)}; the page says {found['value']}"
        yield text, found.start("value"), message


# -- shares ---------------------------------------------------------------------------------------


def of_shares(text: Text, plain: str) -> Iterator[Found]:
    """Of 250 predictions 215 were correct: that is the accuracy; of alarms, the precision."""
    shares = list(SHARES.finditer(plain))
    if len(shares) != 1 or PREFIX.search(plain):
        return
    share = shares[0]
    whole, part = (int(share[name].replace(",", "")) for name in ("whole", "part"))
    name = metric_of_share(share["of"].lower())
    for claim in claims(text.content):
        is_behind = share.end() <= claim.start and "." not in plain[share.end() : claim.start]
        if claim.metric.name == name and claim.plain and is_behind and part < whole:
            value, formula = Fraction(part, whole), f"{name} = {part}/{whole}"
            worked = f"{formula} = {shown(value)}"
            yield from wrong_members(text, claim.members, value, Fraction(0), worked)


def metric_of_share(noun: str) -> str:
    """Of which metric a share is, by what it is a share of."""
    if "negative" in noun:
        return "negative predictive value"
    return (
        "accuracy"
        if noun.startswith(("pred", "answ", "case", "exam", "samp", "test"))
        else "precision"
    )


# -- retrieval ------------------------------------------------------------------------------------


def of_ranks(text: Text, plain: str) -> Iterator[Found]:
    """Precision at k is the share of the first k ranks that are relevant."""
    listed = list(RANKS.finditer(plain))
    if len(listed) != 1:
        return
    ranks = {int(rank) for rank in re.findall(r"\d+", listed[0]["ranks"])}
    for found in AT_K.finditer(plain, listed[0].end()):
        k = int(found["k"])
        hits = sum(rank <= k for rank in ranks)
        if k:
            yield from wrong_value(text, found, Fraction(hits, k), f"precision@{k} = {hits}/{k}")


def of_entities(text: Text, plain: str) -> Iterator[Found]:
    """Precision is matches/predicted and recall matches/gold."""
    told = list(ENTITIES.finditer(plain))
    if len(told) != 1:
        return
    for found in OF_LETTER.finditer(plain, told[0].end()):
        is_recall = found["name"][0] in "Rr"
        whole = told[0]["gold" if is_recall else "found"]
        both = told[0]["both"]
        if (found["a"], found["b"]) != (both, whole) and found["a"] == both:
            name = "recall = matches/gold" if is_recall else "precision = matches/predicted"
            message = f"{name} = {both}/{whole}; the page says {found['a']}/{found['b']}"
            yield text, found.start("a"), message


# -- no complements -------------------------------------------------------------------------------


def of_complements(text: Text, plain: str) -> Iterator[Found]:
    """ "The recall is 0.96, so the FPR is 0.04": that is the false-negative rate."""
    found = [claim for claim in claims(text.content) if claim.plain]
    for one, other in pairwise(found):
        right = NO_COMPLEMENTS.get((one.metric.name, other.metric.name))
        if not right or not HENCE.search(plain, one.members[-1].end, other.start):
            continue
        is_quoted = plain[: other.start].count('"') % 2 == 1
        if one.sentence == other.sentence and is_complement(one, other) and not is_quoted:
            member = other.members[0]
            message = f"1 − {one.metric.name} is the {right}, not the {other.metric.name}"
            yield text, member.start, f"{message}; the page says {member.written}"


def is_complement(one: Claim, other: Claim) -> bool:
    a, b = one.members[-1].quantity, other.members[0].quantity
    return 0 < a.value < 1 and a.value != Fraction(1, 2) and a.value + b.value == 1


# -- all cases ------------------------------------------------------------------------------------


def of_totals(text: Text, plain: str) -> Iterator[Found]:
    """The number of all cases beside the four counts in one paragraph."""
    stated = counts(text.content)
    if len(stated) != 4 or {count.role for count in stated} != set(ROLES):
        return
    if len({count.start for count in stated}) != 4 or PREFIX.search(plain):
        return
    named = [
        m
        for m in WHOLE.finditer(plain)
        if not any(c.start < m.end() and m.start() < c.start for c in stated)
    ]
    total = sum(count.value for count in stated)
    if len(named) != 1:
        return
    group = "n" if named[0]["n"] else "n_2"
    whole = int(named[0][group].replace(",", ""))
    parts = {one.value + other.value for one, other in combinations(stated, 2)}
    is_near = abs(whole - total) <= whole / 6
    if whole > max(count.value for count in stated) and whole not in (*parts, total) and is_near:
        sums = " + ".join(str(count.value) for count in stated)
        message = (
            f"all cases = TP + FN + FP + TN = {sums} = {total}; the page says {named[0][group]}"
        )
        yield text, max(named[0].start(group), stated[-1].start), message


FINDERS = (
    (("macro recall", "macro precision", "macro f1", "macro-", "macro avera"), of_macro),
    (
        (
            "false positive rate",
            "false-positive rate",
            "fpr",
            "fnr",
            "false negative rate",
            "miss rate",
            "fall-out",
        ),
        of_complements,
    ),
    (("tp", "true pos"), of_totals),
    (("balanced accuracy",), of_balanced),
    ((" correct", " right", " true", "justified"), of_shares),
    (("precision@", "precision @", "precision at ", "p@"), of_ranks),
    (("gold ", "gold:", "gold="), of_entities),
)
