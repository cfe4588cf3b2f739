"""Class distributions that a page states of a node.

Read from counts ("9 yes and 5 no", `[9+, 5−]`, `value = [10, 40]`) or shares (`(0.8, 0.2)`, "80% A
and 20% B").
"""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from hooks.account import Account
from hooks.calculation.quantity import shown
from hooks.language.wording import JOINER
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage
from hooks.worked.sizes import has_one
from hooks.worked.spelled_shares import PARTS
from hooks.worked.stated import count_of

Counts = tuple[Fraction, ...]

WHOLE = rf"\d[\d,{JOINER}]*"
COUNT = rf"(?<![\w.,/=−-])(?:{WHOLE})(?![\w.%/]|,\d)"
SHARE = r"(?:\d*\.\d+|\d+\s*/\s*\d+|\\frac\s*\d+\s+\d+|\d+)"
# Counted things that are no classes, and words that are no nouns.
NOT_LABELS = (
    "splits? leaf leaves nodes? features? child children levels? trees? bits? nats? days? hours?"
    " minutes? seconds? classes percent values? attributes? steps? times branches columns layers?"
    " epochs? decimals? digits? or and of the is are to in on at by with for from have has had out"
    " x as so gives? per more less splitting impurity gini entropy questions? candidates?"
    " weights? tokens? [kmgtKMGT]i?[bB] heads? params? parameters? inputs? outputs? filters?"
    " kernels? channels? rounds? folds? fits? batches runs? seeds? decimal significant"
)
LABEL = (
    r"(?:(?:samples?|examples?|rows|cases|points|items|instances|records)\s+(?:of|in|from)\s+"
    r"(?:the\s+)?(?:class\s+)?[\"“]?\w+[\"”]?(?:\s+class)?|[a-z]{3,}s\s+of\s+(?!the\b)[a-z]+|of\s+(?:class\s+|the\s+)?\w+|class[\s-]\w+"
    rf"|(?!(?:{NOT_LABELS.replace(' ', '|')})\b)[\"“']?[A-Za-z][\w'-]*[\"”']?)"
)
# Classes whose examples are also counted in words: "nine yes and five no".
CLASS = (
    r"(?:yes|no|positives?|negatives?|spam|ham|good|bad|red|blue|green|black|white|cats?|dogs?"
    r"|sick|healthy|survived|died|male|female|apples?|oranges?)"
)
AND = r"\s*(?:,\s*and|,|and|/|&|vs\.?|versus|against|;)\s*"
NONE = r"(?:none|no(?!\s*[,.;:)\n])(?!\w)|zero)"
THINGS = (
    r"(?:\s+(?:e?mails?|customers?|loans?|examples?|samples?|rows|cases|players?|ones|points))?"
)
TOTALS = frozenset("rows samples examples cases points items instances records people".split())
NEXT_NODE = rf"{COUNT}\s+(?:\w+\s+){{1,2}}with\b"  # "6 yes and 2 no, 6 windy days with 3 and 3"
LABELED = Pattern(
    rf"(?P<first>{COUNT})\s+(?P<label>{LABEL}){THINGS}"
    rf"(?P<rest>(?:{AND}(?!{NEXT_NODE})(?:{COUNT}|{NONE})\s+{LABEL}{THINGS}){{1,7}})"
)
LABELED_PART = Pattern(rf"{AND}(?P<count>{COUNT}|{NONE})\s+(?P<label>{LABEL})")
# "3 yes 4 no", with nothing between them
UNJOINED = Pattern(
    rf"(?P<first>{COUNT})\s+(?P<label>{CLASS})(?P<rest>(?:\s+{COUNT}\s+{CLASS}){{1,5}})\b", re.I
)
UNJOINED_PART = Pattern(rf"(?P<count>{COUNT})\s+(?P<label>{CLASS})\b", re.I)
SIGNED = Pattern(
    r"(?<![\w.])(\d+)(?:\s*\^?\s*[+⁺]\s*[,/;]|\s?\^\s?\+\s|[+⁺]\s)\s*(\d+)\s*\^?\s*[-−–⁻](?![\d\w])"
)
# "left child 8/2", "10/5 (H = 0.918)", "200 (140/60)", but no fraction
IN_NODE = r"(?:parent|root|left|right|child|children|node|leaf|branch)"
SLASHED = Pattern(
    rf"(?:\b{IN_NODE}(?:\s+{IN_NODE})?\s*[:(]?\s*(?P<a>\d{{1,6}})\s?/\s?(?P<b>\d{{1,6}})"
    r"|(?<![\w./])(?P<a2>\d{1,6})\s?/\s?(?P<b2>\d{1,6})(?=\s*\((?:H|Gini|G|entropy|I)\b))"
    r"(?![\w./%])(?!\s*[=≈·×*+−-])"
)
FEWEST_SLASHED = 10  # examples: 1/4 of a node is a fraction
SLASH_CELL = Pattern(r"\s*(?P<a>\d{1,6})\s?/\s?(?P<b>\d{1,6})\s*")
# "6 windy days with 3 and 3"
SIZED = Pattern(
    r"(?<![\w.,/])(?P<n>\d{1,6})\s+(?:\w+\s+){1,2}with\s+(?P<a>\d{1,6})\s+and\s+(?P<b>\d{1,6})"
    r"(?=\s*[.,;:)]|$)"
)
# "30 of 40 are positive"
PART_OF_ALL = Pattern(
    r"(?<![\w.,/=×·*+−-])(?<![×·*+−=-]\s)(?P<a>\d{1,6})\s+(?:out\s+)?of\s+(?:the\s+|its\s+|these\s+)?(?P<b>\d{1,6})"
    r"(?![\w.%/]|,\d|\s*%)(?=\s+(?!splits?\b|features?\b|trees?\b|nodes?\b|children\b|leaves\b|steps?\b|epochs?\b"
    r"|questions?\b|folds?\b|points\b|bits?\b|classes\b|attributes?\b)\w)",
    re.I,
)
SUFFIX = r"\s?[a-zA-Z]?"  # (18e, 2p)
BRACKETED = Pattern(
    rf"[\[({{]\s*({SHARE}{SUFFIX}(?:\s*[,;:]\s*{SHARE}{SUFFIX}){{1,9}}),?\s*[\])}}]"
)
LISTED = Pattern(
    r"\b(?i:counts|distribution|frequencies|proportions|probabilities|shares)\s*(?:of|are|is|[:=])?\s+"
    rf"({SHARE}(?:\s*,\s*{SHARE}){{0,8}}\s*(?:,?\s*and\s+|,\s*){SHARE})(?!\s*%|\.?\d)"
)
PERCENTAGES = Pattern(
    r"(?<![\w.])(\d+(?:\.\d+)?)\s*%\s*([^,.;:%\d]{0,30}?)(?:,|\band\b|/)\s*(\d+(?:\.\d+)?)\s*%"
)
NUMERAL = r"(?:two|three|four|five|six|seven|eight|nine|ten|sixteen|\d{1,3})"
UNIFORM = Pattern(
    rf"\buniform\w*\s+(?:distribution\s+)?(?:choice\s+)?(?:over|across|on|among)\s+(?:the\s+|all\s+)?"
    rf"(?P<n>{NUMERAL})\b"
    rf"|\b(?P<n2>{NUMERAL})\s+(?:equally\s+(?:likely|common|frequent|probable)|balanced|equal)\s+"
    r"(?:class|outcome|value|symbol|categor|label)"
    r"|\bcoin\s+with\s+p\s*=\s*(?P<p>0?\.\d+)(?!\d)"
    r"|\b(?P<coin>fair\s+coin|(?:50\s?[/:–-]\s?50|fifty[-\s]fifty)\s+(?:node|leaf|mix|class))|\b(?P<die>fair\s+(?:six-sided\s+)?die)\b"
    rf"|\b(?:one|a)[-\s](?P<part>{'|'.join(PARTS)})\s+each\b|(?<![\d/.])1/(?P<under>\d{{1,2}})\s+each\b",
    re.I,
)
# "p = 0.25", the share of one of two classes; at 0.5 there is but the largest value.
ONE_SHARE = Pattern(
    r"(?<![\w(])(?<!1 [-−–] )(?<!1[-−–])(?<!robability )(?<!rate )p\s*=\s*(?P<p>0?\.\d+)"
    r"(?![\w.]*\d)(?!\s*[·*×+/−-])"
)
# Before numbers in brackets these say that they count no classes.
NO_CLASSES = Pattern(
    r"\b(?:shapes?|sizes?|dim\w*|layers?|kernels?|ind(?:ex|ices)|range|intervals?|seeds?|coordinates"
    r"|(?:lie|lies|is|values?|score)\s+in|within|bounds"
    r"|points?|fig(?:ure|\.)|sections?|depths?|from|between|at|axis|page|pp?\.)\s*(?:is\s+|=\s*)?$",
    re.I,
)
# A function of numbers, PMI(1, 1) or N(0, 1), but for the measures themselves.
CALLED = Pattern(
    r"(?<![\w\\])(?!(?i:gini|entropy|info|impurity|value|counts?|error|gain|h|e|i|g)(?![a-z]))"
    r"[A-Za-z]{1,12}$"
)
NUMBER = Pattern(SHARE)
COUNTED = (" yes", "ositive", " spam", " good", " red ", " black", " cat", " sick")
WRITTEN = Pattern(rf"(?<![\w.,^_]){SHARE}(?![\w.])")
ONE_CLASS = Pattern(r"\b(?:pure|homogeneous|(?:one|a\s+single|the\s+same)\s+class)\b", re.I)


@record
class Distribution:
    """Counts or shares of the classes of one node, and where they are stated."""

    counts: Counts
    passage: Passage
    start: int
    end: int

    @property
    def total(self) -> Fraction:
        return sum(self.counts, Fraction(0))

    @property
    def shares(self) -> Counts:
        return tuple(count / self.total for count in self.counts)

    @property
    def are_counts(self) -> bool:
        return all(count.denominator == 1 for count in self.counts) and self.total > 1

    @property
    def is_extreme(self) -> bool:
        """Whether it is a 50/50 node, which texts mention beside the node that they are about."""
        return self.passage.plain.startswith(("50", "fifty", "Fifty"), self.start)

    @property
    def is_pure(self) -> bool:
        return sum(map(bool, self.counts)) == 1 < len(self.counts)

    @property
    def written(self) -> str:
        return f"({', '.join(map(shown, self.counts))})"

    @property
    def at(self) -> tuple:
        return self.passage.place, self.start

    def accounts(self, rule: str) -> Iterator[Account]:
        for found in NUMBER.finditer(self.passage.plain, self.start, self.end):
            yield Account.of(self.passage.text, *found.span(), "given", rule)


# "50 good with 10 bad, and 10 good with 30 bad": the 10 and 10 are of two nodes
PAIRED = Pattern(r"\d\s+[a-z]+\s+(?:with|against|to|versus|vs\.?)\s+$", re.I)


def distributions(passage: Passage) -> list[Distribution]:
    """The distributions of a passage in its order."""
    found = sorted(_found(passage), key=lambda d: (d.start, -d.end))
    kept: list[Distribution] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def _found(passage: Passage) -> Iterator[Distribution]:
    plain = passage.plain
    for pattern, read, marks in DISTRIBUTIONS:
        for found in pattern.finditer(plain) if has_one(passage.lower, marks) else ():
            is_other = NO_CLASSES.search(plain, max(0, found.start() - 30), found.start())
            is_other = is_other or CALLED.search(plain, max(0, found.start() - 20), found.start())
            is_other = is_other or PAIRED.search(plain, max(0, found.start() - 30), found.start())
            if not is_other and (counts := read(found)):
                yield Distribution(counts, passage, *found.span())


def labeled(found: re.Match[str]) -> Counts | None:
    """ "9 yes and 5 no": counts with different labels."""
    parts = list(LABELED_PART.finditer(found["rest"]))
    labels = [found["label"].lower(), *(part["label"].lower() for part in parts)]
    if len(set(labels)) < len(labels):
        return None
    counts = [whole(found["first"]), *(whole(part["count"]) for part in parts)]
    # "8 rows, 4 yes and 4 no", "30 loans, 24 repaid and 6 defaulted"
    names_all = labels[0].endswith("s") and not any(label.endswith("s") for label in labels[1:])
    is_led = len(counts) > 2 and (labels[0] in TOTALS or names_all) and None not in counts
    if is_led and counts[0] == sum(counts[1:]):
        counts = counts[1:]
    elif len(counts) == 3 and None not in counts and counts[0] == counts[1] + counts[2]:
        return None  # 16 animals, 6 cats and 10 birds: two classes or three
    names_all |= labels[0] in TOTALS
    are_two = len(parts) == 1 and names_all and not re.fullmatch(CLASS, labels[0])
    if are_two and None not in counts and 0 < counts[1] < counts[0]:
        return None  # 60 customers, 45 left: two classes, or all and a part
    return tuple(counts) if None not in counts and any(counts) else None


def unjoined(found: re.Match[str]) -> Counts | None:
    """ "3 yes 4 no"."""
    parts = [found, *UNJOINED_PART.finditer(found["rest"])]
    labels = {part["label"].lower() for part in parts}
    counts = [whole(found["first"]), *(whole(part["count"]) for part in parts[1:])]
    is_whole = len(labels) == len(parts) and None not in counts and any(counts)
    return tuple(counts) if is_whole else None


def whole(text: str) -> Fraction | None:
    if re.fullmatch(NONE, text):
        return Fraction(0)
    count = count_of(text)
    return None if count is None else Fraction(count)


def numbers(text: str) -> Counts:
    return tuple(share(found[0]) for found in NUMBER.finditer(text))


def share(text: str) -> Fraction:
    over, *under = re.findall(r"\d*\.\d+|\d+", text)
    return Fraction(over) / Fraction(under[0]) if under and int(under[0]) else Fraction(over)


def bracketed(found: re.Match[str]) -> Counts | None:
    """Whole numbers, or shares that sum to 1."""
    counts, letters = numbers(found[1]), re.findall(r"\d\s?([a-zA-Z])\s*(?:[,;:]|$)", found[1])
    if not 2 <= len(counts) <= 10 or not any(counts):
        return None
    if letters and len(set(letters)) < len(counts):
        return None  # (2h, 3h)
    if all(count.denominator == 1 for count in counts) and "/" not in found[1]:
        return counts
    return counts if abs(sum(counts) - 1) <= Fraction(11, 1000) else None


def slashed(found: re.Match[str]) -> Counts | None:
    """ "left child 8/2": counts of two classes, as a node or its measure is named beside them."""
    counts = Fraction(found["a"] or found["a2"]), Fraction(found["b"] or found["b2"])
    may_be_fraction = found["a"] and all(counts) and sum(counts) < FEWEST_SLASHED
    return counts if any(counts) and not may_be_fraction else None


def sized(found: re.Match[str]) -> Counts | None:
    """ "6 windy days with 3 and 3": two counts behind their sum."""
    size, *counts = (Fraction(found[name]) for name in ("n", "a", "b"))
    return tuple(counts) if size == sum(counts) else None


def part_of_all(found: re.Match[str]) -> Counts | None:
    a, b = int(found["a"]), int(found["b"])
    return (Fraction(a), Fraction(b - a)) if 0 < a < b else None


def one_share(found: re.Match[str]) -> Counts | None:
    p = Fraction(found["p"])
    return (p, 1 - p) if p not in (0, Fraction(1, 2)) else None


def percentages(found: re.Match[str]) -> Counts | None:
    counts = Fraction(found[1]) / 100, Fraction(found[3]) / 100
    return counts if sum(counts) == 1 else None


def uniform(found: re.Match[str]) -> Counts | None:
    if found["p"]:
        return Fraction(found["p"]), 1 - Fraction(found["p"])
    if part := found["part"] or found["under"]:
        n = PARTS.get(part.lower()) or int(part)
        return (Fraction(1, n),) * n if n > 1 else None
    n = 2 if found["coin"] else 6 if found["die"] else count_of(found["n"] or found["n2"])
    return (Fraction(1, n),) * n if n and 2 <= n <= 100 else None


# Every pattern of a distribution, who reads it, and what its text must hold, in lower case.
DISTRIBUTIONS: tuple[
    tuple[Pattern, Callable[[re.Match[str]], Counts | None], tuple[str, ...]], ...
] = (
    (LABELED, labeled, (",", "and", "/", "&", "vs", "against", ";")),
    (SIGNED, lambda found: numbers(found[0]), ("+", "⁺")),
    (BRACKETED, bracketed, ("[", "(", "{")),
    (
        LISTED,
        bracketed,
        ("counts", "distribution", "frequenc", "proportion", "probabilit", "shares"),
    ),
    (PERCENTAGES, percentages, ("%",)),
    (UNIFORM, uniform, ("uniform", "equal", "balanced", "coin", "die", "50", "fifty", " each")),
    (UNJOINED, unjoined, COUNTED),
    (ONE_SHARE, one_share, ("p = ", "p=")),
    (SLASHED, slashed, ("/",)),
    (PART_OF_ALL, part_of_all, (" of ",)),
    (SIZED, sized, ("with",)),
)
