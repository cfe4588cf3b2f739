"""Class distributions, and the entropies, Gini impurities and gains that a page states of them.

A distribution is read from counts ("9 yes and 5 no", `[9+, 5−]`, `value = [10, 40]`) or shares
(`(0.8, 0.2)`, "80% A and 20% B"). A stated measure belongs to the distribution it names, to the one
in its clause, or to the only one there is around it. Where that can't be told nothing is judged.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import islice

from hooks.account import Account
from hooks.calculation.expression import Interval, near
from hooks.calculation.quantity import shown, significant_digits
from hooks.language.sentences import sentences
from hooks.language.wording import JOINER, words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.worked.facts import (
    VALUE_BEFORE,
    Fact,
    Passage,
    chain_behind,
    fact_of,
    is_computed,
    of_sentence,
    passages,
    places,
)
from hooks.worked.sizes import has_one
from hooks.worked.spelled_shares import PARTS
from hooks.worked.stated import COUNT_WORDS, count_of

MARKS = (
    "ntropy",
    "gini",
    "Gini",
    "nformation gain",
    "nfo gain",
    "misclassification",
    "eighted impurity",
    *("Gain =", "gain =", "Gain ≈", "gain ≈", "Gain:", "gain:"),
)
MOST_DISTRIBUTIONS = 200
MOST_MEASURES = 50  # of a sentence
MOST_CHILDREN = 6
CLUSTER = 4  # how many numbers of a place say in which paragraph with its list it is
SLACK = Fraction(6, 10000)  # what rounding on the way may change at least
HALF = Fraction(1, 2)
DECIMAL_NUMBER = Pattern(r"\d*\.\d+")
DECIMALS = Pattern(r"\.(\d+)")
LOOSE = Fraction(3, 2)  # units of the last digit that are lost where rounded values are summed

Counts = tuple[Fraction, ...]

# -- distributions --------------------------------------------------------------------------------

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
IN_WORDS = Pattern(
    rf"(?<![\w-])(?P<first>{COUNT_WORDS})\s+(?P<label>{CLASS})(?:\s+\w+)?"
    rf"(?P<rest>(?:\s*(?:,\s*and|,|and|/|versus)\s*(?:{COUNT_WORDS}|no)\s+{CLASS}\b){{1,5}})",
    re.I,
)
WORDED_PART = Pattern(rf"\b(?P<count>{COUNT_WORDS}|no)\s+(?P<label>{CLASS})\b", re.I)
AND = r"\s*(?:,\s*and|,|and|/|&|vs\.?|versus|against|;)\s*"
NONE = r"(?:none|no(?!\s*[,.;:)\n])(?!\w)|zero)"
THINGS = (
    r"(?:\s+(?:e?mails?|customers?|loans?|examples?|samples?|rows|cases|players?|ones|points))?"
)
TOTALS = frozenset("rows samples examples cases points items instances records people".split())
LABELED = Pattern(
    rf"(?P<first>{COUNT})\s+(?P<label>{LABEL}){THINGS}"
    rf"(?P<rest>(?:{AND}(?:{COUNT}|{NONE})\s+{LABEL}{THINGS}){{1,7}})"
)
LABELED_PART = Pattern(rf"{AND}(?P<count>{COUNT}|{NONE})\s+(?P<label>{LABEL})")
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
SIZED_SLASH = Pattern(r"(?<![\w./])(?P<n>\d{1,6})\s*\(\s*(?P<a>\d{1,6})\s*/\s*(?P<b>\d{1,6})\s*\)")
SLASH_CELL = Pattern(r"\s*(?P<a>\d{1,6})\s?/\s?(?P<b>\d{1,6})\s*")
# "30 of 40 are positive"
PART_OF_ALL = Pattern(
    r"(?<![\w.,/=×·*+−-])(?<![×·*+−=-]\s)(?P<a>\d{1,6})\s+(?:out\s+)?of\s+(?:the\s+|its\s+|these\s+)?(?P<b>\d{1,6})"
    r"(?![\w.%/]|,\d|\s*%)(?=\s+(?!splits?\b|features?\b|trees?\b|nodes?\b|children\b|leaves\b|steps?\b|epochs?\b"
    r"|questions?\b|folds?\b|points\b|bits?\b|classes\b|attributes?\b)\w)",
    re.I,
)
# "n=50 ok=45 scratch=5"
EQUATED = Pattern(
    r"\bn\s*=\s*(?P<n>\d{1,7})(?P<rest>(?:[\s,;]+[A-Za-z]\w*\s*=\s*\d{1,7}(?![\w.])){2,6})"
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
COUNTED = (" yes", "ositive", " spam", " good", " red ", " black", " cat", " sick", "equal")
NUMERALS = frozenset(COUNT_WORDS.split("|"))
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
    are_two = len(parts) == 1 and names_all and not re.fullmatch(CLASS, labels[0])
    if are_two and None not in counts and 0 < counts[1] < counts[0]:
        return None  # 60 customers, 45 left: two classes, or all and a part
    return tuple(counts) if None not in counts and any(counts) else None


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


def worded(found: re.Match[str]) -> Counts | None:
    """ "nine yes and five no": counts in words with different labels."""
    parts = [found, *WORDED_PART.finditer(found["rest"])]
    labels = {part["label"].lower() for part in parts}
    counts = [whole(found["first"]), *(whole(part["count"].lower()) for part in parts[1:])]
    is_whole = len(labels) == len(parts) and None not in counts and any(counts)
    return tuple(counts) if is_whole else None


def slashed(found: re.Match[str]) -> Counts | None:
    """ "left child 8/2": counts of two classes, as a node or its measure is named beside them."""
    counts = Fraction(found["a"] or found["a2"]), Fraction(found["b"] or found["b2"])
    may_be_fraction = found["a"] and all(counts) and sum(counts) < FEWEST_SLASHED
    return counts if any(counts) and not may_be_fraction else None


def part_of_all(found: re.Match[str]) -> Counts | None:
    a, b = int(found["a"]), int(found["b"])
    return (Fraction(a), Fraction(b - a)) if 0 < a < b else None


def sized_slash(found: re.Match[str]) -> Counts | None:
    counts = Fraction(found["a"]), Fraction(found["b"])
    return counts if sum(counts) == Fraction(found["n"]) and any(counts) else None


def equated(found: re.Match[str]) -> Counts | None:
    counts = tuple(Fraction(n) for n in re.findall(r"=\s*(\d+)", found["rest"]))
    return counts if sum(counts) == Fraction(found["n"]) and any(counts) else None


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
    (IN_WORDS, worded, COUNTED[:-1]),
    (ONE_SHARE, one_share, ("p = ", "p=")),
    (SIZED_SLASH, sized_slash, ("/",)),
    (SLASHED, slashed, ("/",)),
    (PART_OF_ALL, part_of_all, (" of ",)),
    (EQUATED, equated, ("n=", "n =")),
)

# -- measures -------------------------------------------------------------------------------------


def entropy(shares: Sequence[Fraction], base: float) -> Interval:
    value = -sum(float(p) * math.log(p) for p in shares if p) / math.log(base)
    return near(abs(value))


def gini(shares: Sequence[Fraction]) -> Interval:
    value = 1 - sum(p * p for p in shares)
    return value, value


def misclassification(shares: Sequence[Fraction]) -> Interval:
    return 1 - max(shares), 1 - max(shares)


# What a measure can be: of what it is called, the functions of shares, and how a message writes it.
MEASURES: dict[str, tuple[tuple[str, Callable[[Sequence[Fraction]], Interval]], ...]] = {
    "entropy": (
        ("−Σ p log₂ p", lambda shares: entropy(shares, 2)),
        ("−Σ p ln p", lambda shares: entropy(shares, math.e)),
    ),
    "gini": (("1 − Σ p²", gini),),
    "error": (("1 − max p", misclassification),),
}
BITS, NATS = (MEASURES["entropy"][index] for index in (0, 1))
IN_BITS = Pattern(r"\bbits?\b|log_?\s*\{?\s*[2₂]", re.I)
IN_NATS = Pattern(r"\bnats?\b|\bln\b|\\ln\b", re.I)
NOT_IN_BITS = Pattern(
    r"\bnats?\b|\bln\b|\\ln\b|natural|\blog\(|\\log(?!_)|log_?e|log_?10|np\.log\b", re.I
)

NAMES = Pattern(
    r"(?P<ratio>\bgain\s+ratio\b|\bGainRatio\b)"
    r"|(?P<weighted>\bweighted\s+(?:average\s+|mean\s+|child\s+|sum\s+of\s+)*"
    r"(?:(?:child(?:ren)?(?:'s)?|the)\s+)*"
    r"(?:entropy|entropies|gini|impurity|average|sum)?(?:\s+(?:impurity|index|entropy))?)"
    r"|(?P<average>\bweighted(?=\s*:))"
    r"|(?P<gain>\b(?:information|info|gini|entropy|impurity)[\s-]+(?:gain|decrease|reduction)\b|\bIG\b"
    r"|\b[Gg]ain\b(?!s?\s+ratio)|\b(?:entropy|gini|impurity)\s+(?:impurity\s+)?(?:falls|drops|decreases|declines)\s+by\b"
    r"|(?<!rate )\b(?:decrease|reduction)(?=\s*(?:of|=|:|≈|is)?\s*0?\.\d))"
    r"|(?P<error>\bmisclassification\s+(?:error|rate|impurity)(?:\s+rate)?)"
    r"|(?P<gini>\bgini(?:\s+(?:impurity|index|score|value))?(?!\s+(?:coefficient|gain))\b)"
    r"|(?P<entropy>\b(?:shannon\s+)?entropy\b|\b(?-i:H|E|I|Info)(?=\s*[_(\[]|\s*(?:=|≈|\\approx)))",
    re.I,
)
NAME_MARKS = ("entropy", "entropies", "gini", "gain", "weighted", "misclassification", "ig")
SYMBOL = Pattern(r"\b(?:H|E|I|Info)\s*(?:[_(\[=≈]|\\approx)")
# Words before a name that make it something else.
OTHER = Pattern(
    r"(?:cross|binary\s+cross|conditional|joint|relative|max(?:imum|imal)?|min(?:imum|imal)?|average|mean"
    r"|total|normali[sz]ed|of\s+maximum|differential|half(?:\s+the)?|twice|remaining|expected|lower|higher"
    r"|less|more|minus|zero|no|[-−+×*/·])[\s-]*$",
    re.I,
)
ARGUMENT = Pattern(
    r"(?:\s*_\s*\{?\s*(?P<index>\w+)\}?)?(?:\s*(?P<bracket>\((?P<inside>[^()]{1,60})\)))?"
)
OF_TWO = Pattern(r"\||\\mid|∣|;|^\s*[a-zA-Z]['’_\w]{0,3}\s*,\s*\\?[a-zA-Z]")  # H(p, q), H(X | Y)
OF_WHOM = Pattern(
    r"\s+(?:of|for|in|at)\s+(?:the\s+|an?\s+|this\s+|that\s+)?(?P<whom>(?!\d)[A-Za-z][\w'-]*)"
    r"(?:\s+(?:node|child|branch|leaf|side|split|set|subset|group))?"
)
# Behind the name of children's weighted impurity, what they are the children of.
AFTER = Pattern(r"\s+(?:after|of|for|following|over)\s+[a-z][a-z\s]{2,40}?(?=\s*[:=])", re.I)
# "20 examples with 0.18": the size of a child and its impurity.
SIZED = Pattern(
    r"(?<![\w.,/])(?P<size>\d{1,6})\s+(?:examples|samples|rows|cases|points|items|instances|records)\b"
    r"\s*,?\s*(?:\(|with|at|has|have)?\s*(?:an?\s+)?(?:(?:gini|entropy|impurity)(?:\s+(?:impurity|index))?)?"
    r"\s*(?:of|=|:|is)?\s*(?P<value>0?\.\d+)(?![\w.]*\d)",
    re.I,
)
IN_PRODUCT = Pattern(r"\s*(?:[·×*]|\\cdot|\\times)\s*[A-Za-z\\]")
ANSWER = Pattern(r"\s*[-*>]*\s*\W{0,3}(?:A|Answer|Solution)\W{0,3}[:.]\W{0,3}\s*", re.I)
SPLIT = Pattern(r"\b(?:splits?|child|children|after|left|right|branch(?:es)?)\b", re.I)
OTHER_NODE = Pattern(r"\b(?:pure|homogeneous|impure|perfect(?:ly)?|maximally)\b", re.I)
LEAD = Pattern(
    r"\W*(?:(?:the|on\s+the)\s+)?(?P<label>(?![QA]\b)[A-Za-z]+)(?:\s+(?:child|branch|node|leaf|side|hand|group))?"
    r"(?:\s*\([^()]{1,20}\))?\s*:",
)
EACH_CHILD = Pattern(
    r"\b(?:both|each|either|two)\s+(?:(?:of\s+)?(?:the|its)\s+)?(?:child(?:ren)?|branch(?:es)?|lea(?:f|ves)|sides?|nodes?)\b",
    re.I,
)
OF_CHILDREN_BOTH = Pattern(r"\s*(?:\([^()]{1,20}\)\s*)?(?:each|both|and\s+(?=[\d.]))")
PARENTS = ("parent", "root", "before")
GENERIC = frozenset(
    "s d node set dataset data sample it this bits nats y distribution coin".split()
)


@record
class Measure:
    """A stated measure: its numbers, whose it is said to be, and the distribution it names.

    kind: a key of MEASURES, or weighted, gain or ratio.
    whom: the word behind "of" or in brackets, "" if there is none.
    """

    kind: str
    members: tuple[Fact, ...]
    whom: str
    named: Distribution | None
    passage: Passage
    start: int

    @property
    def at(self) -> tuple:
        return self.passage.place, self.start

    @property
    def opening(self) -> str:
        """The label that its sentence opens with: "right" of "right child: entropy 0.88"."""
        lead = LEAD.match(self.passage.plain)
        return lead["label"].lower() if lead and lead.end() <= self.start else ""


def measures(passage: Passage, own: Sequence[Distribution]) -> Iterator[Measure]:
    """The measures of a passage that have a number; `own` are the passage's distributions."""
    plain, taken = passage.plain, 0
    names = NAMES.finditer(plain) if may_name(passage) else ()
    for found in islice(names, MOST_MEASURES):
        if found.start() < taken or OTHER.search(plain[max(0, found.start() - 20) : found.start()]):
            continue
        argument = ARGUMENT.match(plain, found.end())
        inside = argument["inside"] or ""
        if OF_TWO.search(inside):
            continue
        named, end = named_distribution(found, argument, own, passage)
        whom = argument["index"] or (inside if not any(c.isdigit() for c in inside) else "")
        if not named and (of := OF_WHOM.match(plain, end)) and of["whom"] not in ("about", "only"):
            whom, end = of["whom"], of.end()
        if found.lastgroup == "weighted" and (after := AFTER.match(plain, end)):
            whom, end = "", after.end()
        members = members_behind(passage, end, found.lastgroup, own)
        if not members and not named:
            members = members_before(passage, found, taken, own)
        if members:
            taken = max(members[-1].end, found.end())
            words = whom.lower().split(",")[-1].strip()
            kind = "weighted" if found.lastgroup == "average" else found.lastgroup
            yield Measure(kind, members, words, named, passage, found.start())


def may_name(passage: Passage) -> bool:
    """Whether a passage may name a measure: a quick look."""
    return has_one(passage.lower, NAME_MARKS) or bool(SYMBOL.search(passage.plain))


def asked(passage: Passage, own: Sequence[Distribution]) -> tuple[str, Distribution] | None:
    """The one measure that a question asks for, and of which distribution."""
    if not passage.plain.rstrip(' *_"”)').endswith("?") or len(own) != 1:
        return None
    kinds = {found.lastgroup for found in NAMES.finditer(passage.plain)}
    return (kinds.pop(), own[0]) if len(kinds) == 1 and kinds <= MEASURES.keys() else None


def answered(question: tuple[str, Distribution] | None, passage: Passage) -> list[Measure]:
    """The measure that stands behind "A:" as the answer to a question."""
    start = ANSWER.match(passage.plain) if question else None
    if not start:
        return []
    members = tuple(first_chain(passage, question[0], start.end()))
    return [Measure(question[0], members, "", question[1], passage, start.end())] if members else []


def named_distribution(
    found: re.Match[str],
    argument: re.Match[str],
    own: Sequence[Distribution],
    passage: Passage,
) -> tuple[Distribution | None, int]:
    """The distribution in a measure's brackets or behind its "of", and where that ends."""
    single = re.fullmatch(rf"\s*({SHARE})\s*", argument["inside"] or "")
    if single and 0 < share(single[1]) < 1:
        p = share(single[1])
        return Distribution((p, 1 - p), passage, *argument.span("inside")), argument.end()
    for one in own:
        gap = passage.plain[found.end() : one.start]
        is_behind = one.start >= found.end() and len(gap) < 40
        if is_behind and re.fullmatch(
            r"[\s([{]*(?:(?:of|for)\s+)?(?:[a-z'’-]+\s+){0,4}[\s([{]*", gap
        ):
            close = re.compile(r"[\s)\]}]*").match(passage.plain, one.end)
            return one, close.end()
    return None, argument.end()


def members_behind(
    passage: Passage, end: int, kind: str, own: Sequence[Distribution]
) -> tuple[Fact, ...]:
    members = chain_behind(passage, end, kind)
    if members and IN_PRODUCT.match(passage.plain, members[-1].end):
        members = members[:-1]  # Gini = 2·AUC − 1
    free = bool(members) and not within(members[0], own)
    return tuple(m for m in members if not within(m, own)) if free else ()


def members_before(
    passage: Passage, found: re.Match[str], taken: int, own: Sequence[Distribution]
) -> tuple[Fact, ...]:
    """ "0.94 bits of entropy"."""
    lead = re.compile(r"\s*(?:bits?|nats?)\s+of\s+(?:the\s+)?$")
    before = passage.plain[taken : found.start()]
    stop = taken + (unit.start() if (unit := lead.search(before)) else len(before))
    value = VALUE_BEFORE.search(passage.plain[:stop] + " ", max(taken, stop - 40)) if unit else None
    fact = fact_of(found.lastgroup, passage, value) if value else None
    return (fact,) if fact and not within(fact, own) else ()


def within(fact: Fact, own: Sequence[Distribution]) -> bool:
    return any(one.start <= fact.start < one.end for one in own)


# -- verdicts -------------------------------------------------------------------------------------


@record
class Verdict:
    """A measure's wrong number, or its last if all are right; its value, and how it is computed."""

    fact: Fact
    right: bool
    formula: str
    givens: tuple[Distribution, ...]


@lru_cache(maxsize=RECENT)
def verdicts(page: Question) -> tuple[Verdict, ...]:
    if not has_one(page.source, MARKS):
        return ()
    return tuple(Judge(page).verdicts())


class Judge:
    """All distributions and measures of a page, and which of them belong together."""

    def __init__(self, page: Question):
        self.page = page
        self.distributions: list[Distribution] = []
        self.measures: list[Measure] = []
        self.read: list[Passage] = []
        read = [passage for passage in passages(page) if is_read(passage)]
        if not any(map(may_name, read)):
            return
        read += without_digits(page)
        read.sort(key=lambda passage: passage.place)
        self.read = [passage for passage in read if not passage.of_mistakes]
        question: tuple[str, Distribution] | None = None
        for passage in self.read:
            own = distributions(passage)
            self.distributions += own
            self.measures += answered(question, passage) or measures(passage, own)
            question = asked(passage, own)

    def verdicts(self) -> Iterator[Verdict]:
        if len(self.distributions) > MOST_DISTRIBUTIONS:
            return
        for measure in self.measures:
            if measure.kind in MEASURES:
                verdict = self.of_node(measure)
            elif measure.kind in ("gain", "weighted"):
                verdict = (
                    self.of_split(measure)
                    or self.of_difference(measure)
                    or self.of_sizes(measure)
                    or self.of_children(measure)
                )
            else:
                verdict = None
            if verdict:
                yield verdict
        yield from tables(self.page)

    # -- one node

    @cached_property
    def is_in_bits(self) -> bool:
        """Whether the page says that it measures in bits, and nowhere that it does otherwise.

        If it speaks of both, whether the entropies without a unit are in bits, but for one.
        """
        source = self.page.source
        if not IN_BITS.search(source) or not NOT_IN_BITS.search(source):
            return bool(IN_BITS.search(source))
        found = [unit for measure in self.measures if (unit := self.unit_shown(measure))]
        return found.count("bits") > 1 >= found.count("nats")

    def unit_shown(self, measure: Measure) -> str:
        """The unit in which an entropy without one is that of the node right before it."""
        own = self.owner(measure) if measure.kind == "entropy" else None
        if not own or functions_for(measure) != MEASURES["entropy"]:
            return ""
        last = measure.members[-1]
        fitting = [is_near(last, *function(own.shares)) for _, function in MEASURES["entropy"]]
        return {(True, False): "bits", (False, True): "nats"}.get(tuple(fitting), "")

    def of_node(self, measure: Measure) -> Verdict | None:
        functions = functions_for(measure)
        if functions == MEASURES["entropy"] and self.is_in_bits:
            functions = (BITS,)
        before = [d for d in self.distributions if d.at < measure.at][-1:]
        beside = [d for d in before if self.is_beside(d, measure) and not measure.named]
        own = beside[0] if beside and not measure.whom else self.owner(measure)
        for one in () if own in beside else self.candidates(measure):
            verdict = compared(measure, functions, one)
            if verdict.right:
                return verdict
        return compared(measure, functions, own) if own else None

    def is_beside(self, one: Distribution, measure: Measure) -> bool:
        """Whether a measure stands right behind the only node: "2 yes, 6 no → H = 0.811"."""
        passage, own = measure.passage, one.passage
        if own.block is not passage.block or one.at > measure.at or one.is_extreme:
            return False
        if OTHER_NODE.search(passage.plain):
            return False  # an entropy of 0 a pure one
        taken = [m.start for m in self.measures if m.passage is own and m.at < measure.at]
        others = [d for d in self.distributions if d.passage in (own, passage) and d is not one]
        if any(max(taken, default=0) <= d.start and d.at < measure.at for d in others):
            return False
        if own is passage:
            return bool(BESIDE.fullmatch(passage.plain, one.end, measure.start))
        is_next = own.place[:-1] == passage.place[:-1] and passage.place[-1] == own.place[-1] + 1
        behind = NO_OTHER.fullmatch(own.plain, one.end)
        return is_next and bool(behind and BESIDE.fullmatch(passage.plain, 0, measure.start))

    def candidates(self, measure: Measure) -> list[Distribution]:
        """The distributions that may be meant: of the paragraph if it has one, of the section."""
        for length in (CLUSTER, 1):
            place = measure.passage.place[:length]
            own = [d for d in self.distributions if d.passage.place[:length] == place]
            if own and measure.whom not in PARENTS:
                return own
        return own

    def owner(self, measure: Measure) -> Distribution | None:
        """The distribution that is surely meant."""
        if measure.named:
            return measure.named
        pure = [d for d in self.distributions if d.passage is measure.passage and d.is_pure]
        if len(pure) == 1 and pure[0].at < measure.at:
            return pure[0]
        if ONE_CLASS.search(measure.passage.plain):
            return None
        if OTHER_NODE.search(measure.passage.plain, max(0, measure.start - 60), measure.start):
            return None
        if OTHER_NODE.search(
            measure.passage.plain, measure.members[-1].end, measure.members[-1].end + 24
        ):
            return None
        if EACH_CHILD.search(measure.passage.plain, 0, measure.start):
            return None
        if led := self.led(measure):
            return led[-1] if len({d.counts for d in led}) == 1 else None
        around = self.candidates(measure)
        block = measure.passage.block
        around = [d for d in around if d.passage.block is block or not d.is_extreme]
        before = [d for d in around if d.at < measure.at]
        same = [d for d in around if d.passage is measure.passage]
        own = [d for d in same if d.at < measure.at]
        if own:
            return own[-1] if self.is_alone(measure, own) else None
        if len(same) == 1 and not SPLIT.search(measure.passage.plain):
            between = measure.passage.plain[measure.start : same[0].start]
            return None if ";" in between else same[0]  # behind it another case begins
        if measure.whom and measure.whom not in GENERIC:
            labeled = [d for d in before if self.has_label(d, measure.whom)]
            return labeled[-1] if len({d.counts for d in labeled}) == 1 else None
        place = measure.passage.place
        for length in range(len(place) - 1, 0, -1):
            if self.has_unread(measure):
                return None
            close = [d for d in before if d.passage.place[:length] == place[:length]]
            if close:
                return close[0] if len({d.shares for d in close}) == 1 else None
        return None

    def led(self, measure: Measure) -> list[Distribution]:
        """The distributions whose label opens the measure's item: "- right: Gini 0.42"."""
        label = measure.opening
        if not label or measure.whom:
            return []
        section = measure.passage.place[0]
        before = [d for d in self.distributions if d.at < measure.at]
        before = [d for d in before if d.passage.place[0] == section]
        found = [d for d in before if d.passage is not measure.passage and self.opens(d, label)]
        is_next = any(
            m.kind == measure.kind and found[-1].at < m.at < measure.at and m.opening == label
            for m in (self.measures if found else ())
        )
        return [] if is_next else found

    def opens(self, one: Distribution, label: str) -> bool:
        """Whether a word stands between a distribution and the one before it in its sentence."""
        same = [
            d.end for d in self.distributions if d.passage is one.passage and d.end <= one.start
        ]
        lead = one.passage.plain[max(same, default=0) : one.start].lower()
        return bool(re.search(rf"(?<!\w){re.escape(label)}(?!\w)", lead))

    def has_unread(self, measure: Measure) -> bool:
        """Whether its sentence states other numbers, which may say whose the measure is."""
        passage = measure.passage
        spans = [
            *((d.start, d.end) for d in self.distributions if d.passage is passage),
            *((m.start, m.members[-1].end) for m in self.measures if m.passage is passage),
        ]
        numbers = (found.start() for found in WRITTEN.finditer(passage.plain))
        return any(not any(start <= at < end for start, end in spans) for at in numbers)

    def is_alone(self, measure: Measure, own: Sequence[Distribution]) -> bool:
        """Whether no other distribution of the sentence can be meant: each has its own number."""
        between = measure.passage.plain[own[-1].end : measure.start]
        if len(own) == 1:
            return not SPLIT.search(between)
        first = own[-2].end, own[-1].start
        has_own = any(
            m.passage is measure.passage and first[0] <= m.start < first[1] for m in self.measures
        )
        return has_own and len(between) < 40

    def has_label(self, one: Distribution, label: str) -> bool:
        """Whether a distribution is introduced by a word: "left: 3 yes, 1 no"."""
        lead = one.passage.plain[max(0, one.start - 60) : one.start].lower()
        return bool(re.search(rf"(?<!\w){re.escape(label)}(?!\w)", lead))

    # -- a split

    def of_split(self, measure: Measure) -> Verdict | None:
        found = list(self.splits(measure))
        functions = split_functions(measure)
        for parent, children in found:
            for name, function in functions:
                value = split_value(measure.kind, parent, children, function)
                if fits_split(measure, value):
                    return Verdict(measure.members[-1], True, name, (parent, *children))
        distinct = {tuple(sorted(c.counts for c in children)) for _, children in found}
        if len(distinct) != 1 or (measure.whom and measure.kind == "weighted"):
            return None
        parent, children = found[0]
        if children[0].passage is not measure.passage and self.has_unread(measure):
            return None
        if any(
            m.kind == measure.kind and children[-1].at < m.at < measure.at for m in self.measures
        ):
            return None  # the split is that of another gain
        name, function = functions[0]
        low, high = split_value(measure.kind, parent, children, function)
        formula = split_formula(measure.kind, parent, children, name)
        wrong = next(m for m in measure.members if not is_near(m, low, high, LOOSE))
        return Verdict(wrong, False, f"{formula} = {shown((low + high) / 2)}", (parent, *children))

    def of_difference(self, measure: Measure) -> Verdict | None:
        """A gain from the parent's and the children's impurity that its sentence or list states."""
        if measure.kind != "gain":
            return None
        before = [m for m in self.measures if m.at < measure.at]
        own = [m for m in before if m.passage is measure.passage]
        if not own:
            place = measure.passage.place[:CLUSTER]
            own = [m for m in before if m.passage.place[:CLUSTER] == place]
        if [m.kind for m in own] == ["weighted"]:
            own = [*self.sole_parent(measure, before), *own]
        elif own and own[0].passage is not measure.passage and not is_of_parent(own[0]):
            return None
        if [m.kind == "weighted" for m in own] != [False, True] or own[0].kind == "gain":
            return None
        if OF_CHILDREN_BOTH.match(measure.passage.plain, own[0].members[-1].end):
            return None
        parent, children = (m.members[-1] for m in own)
        value = parent.value - children.value
        of_others = [parent.value - other.value for other in own[1].members]
        if any(is_near(m, v, v, LOOSE) for m in measure.members for v in of_others if v != value):
            return None  # the weighted mean is wrong, and not the gain
        if value < 0 or LISTED.match(own[0].passage.plain, parent.end):
            return None  # the impurity of a child
        wrong = next((m for m in measure.members if not is_near(m, value, value, LOOSE)), None)
        formula = f"gain = {parent.written} − {children.written} = {shown(value)}"
        return Verdict(wrong or measure.members[-1], not wrong, formula, ())

    def sole_parent(self, measure: Measure, before: Sequence[Measure]) -> list[Measure]:
        """The one impurity that the section states before and that is in no weighted mean."""
        section = measure.passage.place[0]
        own = [m for m in before if m.passage.place[0] == section]
        weighed = {
            float(found[0])
            for m in own
            if m.kind == "weighted"
            for member in m.members
            for found in DECIMAL_NUMBER.finditer(member.quantity.text)
        }
        nodes = [m for m in own if m.kind in MEASURES]
        nodes = [m for m in nodes if float(m.members[-1].value) not in weighed]
        return nodes if len(nodes) == 1 else []

    def of_sizes(self, measure: Measure) -> Verdict | None:
        """The weighted impurity of children whose sizes and impurities its paragraph states."""
        if measure.kind != "weighted":
            return None
        place = measure.passage.place[:CLUSTER]
        near = [p for p in self.read if p.place[:CLUSTER] == place and p.place <= measure.at[0]]
        children = [found for passage in near for found in SIZED.finditer(passage.plain)]
        if not 2 <= len(children) <= MOST_CHILDREN or measure.whom:
            return None
        sizes = [int(found["size"]) for found in children]
        parts = [n * Fraction(found["value"]) for n, found in zip(sizes, children, strict=True)]
        value = sum(parts) / (sum(sizes) or 1)
        wrong = next((m for m in measure.members if not is_near(m, value, value, LOOSE)), None)
        terms = " + ".join(f"{n}·{c['value']}" for n, c in zip(sizes, children, strict=True))
        formula = f"weighted impurity = ({terms})/{sum(sizes)} = {shown(value)}"
        return Verdict(wrong or measure.members[-1], not wrong, formula, ())

    def of_children(self, measure: Measure) -> Verdict | None:
        """The weighted impurity of the only distributions of a paragraph on a split."""
        if measure.kind != "weighted" or measure.whom not in ("", "split", "children"):
            return None
        place = measure.passage.place[:CLUSTER]
        near = [d for d in self.distributions if d.passage.place[:CLUSTER] == place]
        children = [d for d in near if d.at < measure.at and d.are_counts]
        texts = {d.passage.block.text.content.lower() for d in children}
        if not 2 <= len(children) == len(near) <= 3 or not any(map(SPLIT.search, texts)):
            return None
        if len({len(child.counts) for child in children}) > 1 or self.has_unread(measure):
            return None
        total = tuple(map(sum, zip(*(child.counts for child in children), strict=True)))
        if any(2 * n == m for d in children for n, m in zip(d.counts, total, strict=True) if m):
            return None  # one of them may be the parent
        parent = Distribution(total, measure.passage, 0, 0)
        functions = split_functions(measure)
        for name, function in functions:
            value = split_value(measure.kind, parent, children, function)
            if fits_split(measure, value):
                return Verdict(measure.members[-1], True, name, tuple(children))
        name, function = functions[0]
        low, high = split_value(measure.kind, parent, children, function)
        wrong = next(m for m in measure.members if not is_near(m, low, high, LOOSE))
        formula = split_formula(measure.kind, parent, children, name)
        return Verdict(wrong, False, f"{formula} = {shown((low + high) / 2)}", tuple(children))

    def splits(self, measure: Measure) -> Iterator[tuple[Distribution, list[Distribution]]]:
        """Parents with children that sum to them, in the smallest part that has any."""
        before = [d for d in self.candidates(measure) if d.at < measure.at and d.are_counts]
        place = measure.passage.place
        section = [d for d in self.distributions if d.passage.place[0] == place[0]]
        parents = [d for d in section if d.at < measure.at and d.are_counts]
        for length in range(len(place), 0, -1):
            close = [d for d in before if d.passage.place[:length] == place[:length]]
            if found := list(partitions(close, parents)):
                yield from found
                return


NO_OTHER = Pattern(r"[^\d;]{0,50}")
BESIDE = Pattern(
    r"(?:[\s\W]|\b(?:so|with|has|have|thus|hence|therefore|and|an?|the|its|their|examples?|samples?|rows|cases)\b)"
    r"{0,40}",
    re.I,
)


def is_read(passage: Passage) -> bool:
    """Whether a passage is prose, or a row of a name and its value."""
    block = passage.block
    if block.kind != "table":
        return True
    heads = [words(cell.content) for cell in block.rows[0]]
    return len(heads) == 2 and not any(map(NAMES.search, heads))


def without_digits(page: Question) -> Iterator[Passage]:
    """Sentences and headings that count classes in words: "Nine yes and five no."."""
    counted = [
        sentence
        for sentence in sentences(page)
        if has_one(sentence.text.content, COUNTED)
        and not sentence.has_digit
        and not NUMERALS.isdisjoint(sentence.words)
    ]
    if counted:
        place = {id(block): place for block, place in places(page)}
        yield from (of_sentence(sentence, place[id(sentence.block)]) for sentence in counted)


def partitions(
    close: Sequence[Distribution], before: Sequence[Distribution]
) -> Iterator[tuple[Distribution, list[Distribution]]]:
    """Runs of distributions that sum to another one stated before."""
    for start in range(len(close)):
        for size in range(2, min(MOST_CHILDREN, len(close) - start) + 1):
            children = list(close[start : start + size])
            if len({len(child.counts) for child in children}) > 1:
                continue
            total = tuple(map(sum, zip(*(child.counts for child in children), strict=True)))
            for parent in before:
                if parent.counts == total and parent not in children:
                    yield parent, children
                    break


def functions_for(measure: Measure) -> tuple:
    """The functions that a measure's name may stand for; entropy by the unit that is said."""
    if measure.kind != "entropy":
        return MEASURES[measure.kind]
    last = measure.members[-1]
    behind = measure.passage.plain[last.end : last.end + 8]
    before = measure.passage.plain[max(0, measure.start - 10) : last.end]
    asked = measure.named.passage.plain if measure.named else ""
    for text in (behind, before, asked):
        if IN_NATS.search(text):
            return (NATS,)
        if IN_BITS.search(text):
            return (BITS,)
    return MEASURES["entropy"]


def compared(measure: Measure, functions: tuple, one: Distribution) -> Verdict:
    """Whether a measure's numbers are those of a distribution, by one of the functions."""
    for name, function in functions:
        low, high = function(one.shares)
        if all(is_near(member, low, high) for member in measure.members):
            return Verdict(measure.members[-1], True, name, (one,))
    name, function = functions[0]
    low, high = function(one.shares)
    wrong = next(member for member in measure.members if not is_near(member, low, high))
    formula = f"{label(measure.kind)} of {one.written} = {name} = {shown((low + high) / 2)}"
    return Verdict(wrong, False, formula, (one,))


def label(kind: str) -> str:
    return {"gini": "Gini", "error": "misclassification error"}.get(kind, kind)


def is_near(member: Fact, low: Fraction, high: Fraction, units: Fraction = Fraction(1)) -> bool:
    """Whether a number is a value, rounded or cut off; `units` of the last digit may be lost."""
    if member.rough and significant_digits(member.quantity.text) < 3:
        return member.claim.low <= high and low <= member.claim.high
    claim = member.quantity
    unit = claim.high - claim.low
    if significant_digits(member.quantity.text) < 2:
        units = Fraction(1, 2)  # 0.4 is no 0.5 that was cut off
    slack = max(unit * units, SLACK, claim.value / 50 if member.rough else SLACK)
    if is_computed(member):
        slack = max(slack, rounding_of_terms(claim.text))
    return low - slack < claim.value < high + slack


def rounding_of_terms(written: str) -> Fraction:
    """What may be lost where rounded terms are computed with: 0.410 + 0.531 stands for 0.940.

    The factors of an impurity are about 1 at most, so that the errors add up to no more than this.
    """
    return sum((HALF / 10 ** len(found[1]) for found in DECIMALS.finditer(written)), Fraction(0))


def is_of_parent(measure: Measure) -> bool:
    return measure.whom in (*PARENTS, *GENERIC)


def split_functions(measure: Measure) -> tuple:
    """Gini or entropy, as the words before say; both if they don't."""
    plain = measure.passage.plain[: measure.members[-1].end].lower()
    if "gini" in plain:
        return MEASURES["gini"]
    return (*MEASURES["entropy"], *(() if "entropy" in plain else MEASURES["gini"]))


def split_value(
    kind: str,
    parent: Distribution,
    children: Sequence[Distribution],
    function: Callable[[Sequence[Fraction]], Interval],
) -> Interval:
    """The weighted impurity of the children, or the parent's less that."""
    pairs = [(child.total / parent.total, function(child.shares)) for child in children]
    low = sum(weight * value[0] for weight, value in pairs)
    high = sum(weight * value[1] for weight, value in pairs)
    if kind == "weighted":
        return low, high
    own = function(parent.shares)
    return own[0] - high, own[1] - low


def fits_split(measure: Measure, value: Interval) -> bool:
    return all(is_near(member, *value, LOOSE) for member in measure.members)


def split_formula(
    kind: str, parent: Distribution, children: Sequence[Distribution], name: str
) -> str:
    parts = " and ".join(child.written for child in children)
    if kind == "weighted":
        return f"weighted {name} of {parts}"
    return f"{name} of {parent.written} less the weighted mean of {parts}"


def message(verdict: Verdict) -> str:
    return f"{verdict.formula}; the page says {verdict.fact.written}"


# -- tables ---------------------------------------------------------------------------------------


LISTED = Pattern(r"\s*(?:,\s*and|,|and|/|&)\s*[01]?\.?\d")
OF_CHILDREN = Pattern(r"weight|split|after|gain|child|avg|mean", re.I)
# Columns of whole numbers that are no class's count.
NO_CLASS = Pattern(
    r"\b(?:samples?|total|n|sizes?|depth|id|node|#|rows|weights?|sum|level|split|feature)\b|^$"
    r"|^[#|]|\|\w\|",
    re.I,
)


def tables(page: Question) -> Iterator[Verdict]:
    """The measures in columns of tables whose rows hold the counts of a node or of its children."""
    rows: dict[int, list[Passage]] = {}
    for passage in passages(page):
        if passage.block.kind == "table" and not passage.of_mistakes:
            rows.setdefault(id(passage.block), []).append(passage)
    for own in rows.values():
        header = [words(cell.content).strip() for cell in own[0].block.rows[0]]
        if any(NAMES.search(name) for name in header):
            yield from Table(own[0].block, header).verdicts()


class Table:
    """A table with measures in its columns; every row is a node, or a split."""

    def __init__(self, block: Block, header: Sequence[str]):
        self.header = header
        self.rows = [row for row in block.rows[1:] if len(row) == len(header)]
        self.cells = [[cell_passage(cell, block) for cell in row] for row in self.rows]
        self.kinds = [kind_of_column(name) for name in header]

    def verdicts(self) -> Iterator[Verdict]:
        if OF_CLASSES.fullmatch(self.header[0]):
            yield from self.of_equal_classes()
            return
        for column, kind in enumerate(self.kinds):
            if kind:
                found = [v for row in self.cells if (v := self.of_cell(row, column, kind))]
                if self.has_brackets() or any(v.right for v in found):
                    yield from found

    def of_equal_classes(self) -> Iterator[Verdict]:
        """The measures of so many equally frequent classes, if most of the table is right."""
        for column, kind in enumerate(self.kinds):
            found = []
            for row in self.cells if kind in MEASURES else ():
                n = count_of(row[0].plain.strip())
                members = tuple(first_chain(row[column], kind))
                if not n or n > 100_000 or not members:
                    return
                node = Distribution((Fraction(1, n),) * n, row[0], 0, len(row[0].plain))
                measure = Measure(kind, members, "", None, row[column], 0)
                functions = functions_for_header(kind, self.header[column])
                found.append(compared(measure, functions, node))
            right = sum(verdict.right for verdict in found)
            if right >= 2 and right * 2 > len(found):
                yield from found

    def has_brackets(self) -> bool:
        """Whether counts are written as such: [10, 40], and not in columns of their own."""
        return any(in_cell(cell) for row in self.cells[:1] for cell in row)

    def of_cell(self, row: Sequence[Passage], column: int, kind: str) -> Verdict | None:
        members = tuple(first_chain(row[column], kind))
        if not members:
            return None
        measure = Measure(kind, members, "", None, row[column], 0)
        nodes = self.nodes(row, column)
        if kind in MEASURES:
            functions = functions_for_header(kind, self.header[column])
            return compared(measure, functions, nodes[0]) if len(nodes) == 1 else None
        if len(nodes) < 2 or len({len(node.counts) for node in nodes}) > 1:
            return None
        if ONE_EACH.fullmatch(row[column].plain):
            return None  # those of the children
        total = tuple(map(sum, zip(*(node.counts for node in nodes), strict=True)))
        parent = Distribution(total, row[column], 0, 0)
        return self.of_children(measure, parent, nodes, self.header[column])

    def of_children(
        self,
        measure: Measure,
        parent: Distribution,
        children: Sequence[Distribution],
        name: str,
    ) -> Verdict | None:
        functions = functions_for_header("", " ".join(self.header) if kind_is_bare(name) else name)
        for text, function in functions:
            value = split_value(measure.kind, parent, children, function)
            if fits_split(measure, value):
                return Verdict(measure.members[-1], True, text, tuple(children))
        text, function = functions[0]
        low, high = split_value(measure.kind, parent, children, function)
        formula = split_formula(measure.kind, parent, children, text)
        shown_value = shown((low + high) / 2)
        return Verdict(measure.members[0], False, f"{formula} = {shown_value}", tuple(children))

    def nodes(self, row: Sequence[Passage], column: int) -> list[Distribution]:
        """The distributions of a row: as written in its cells, or from columns of counts."""
        written = [d for cell in row for d in in_cell(cell)]
        if written:
            return [d for d in written if d.passage is not row[column]]
        columns = [
            index
            for index, name in enumerate(self.header)
            if not self.kinds[index] and index and not NO_CLASS.search(name)
        ]
        counts = [count_of(row[index].plain.strip()) for index in columns]
        if len(counts) < 2 or None in counts or not any(counts):
            return []
        return [Distribution(tuple(map(Fraction, counts)), row[columns[0]], 0, 0)]


OF_CLASSES = Pattern(
    r"\s*(?:(?:number\s+of\s+)?classes(?:\s+[kK])?|[kK]|outcomes|#\s*classes)\s*", re.I
)


ONE_EACH = Pattern(r"\s*[\d.]+(?:\s+/\s+[\d.]+)+\s*")  # 0.985 / 0.592


def in_cell(cell: Passage) -> list[Distribution]:
    """The distributions of a cell; 40/10 alone is one too."""
    if found := SLASH_CELL.fullmatch(cell.plain):
        counts = Fraction(found["a"]), Fraction(found["b"])
        return [Distribution(counts, cell, 0, len(cell.plain))] if any(counts) else []
    return distributions(cell)


def kind_of_column(name: str) -> str:
    found = NAMES.search(name)
    if not found or re.search(r"\d", name):
        return ""
    if found.lastgroup in MEASURES and OF_CHILDREN.search(name):
        return "gain" if re.search(r"gain", name, re.I) else "weighted"
    return found.lastgroup if found.lastgroup != "ratio" else ""


def kind_is_bare(name: str) -> bool:
    return not re.search(r"gini|entropy|information|info|\bIG\b", name, re.I)


def functions_for_header(kind: str, name: str) -> tuple:
    """What a column's measure may be, by its name: Gini, entropy in bits or nats, or either."""
    if kind and kind != "entropy":
        return MEASURES[kind]
    if re.search(r"gini", name, re.I):
        both = MEASURES["entropy"] if re.search(r"entropy", name, re.I) else ()
        return (*MEASURES["gini"], *both)
    if IN_NATS.search(name):
        return (NATS,)
    either = () if kind or re.search(r"entropy|information|info|IG", name) else MEASURES["gini"]
    return (BITS,) if IN_BITS.search(name) else (*MEASURES["entropy"], *either)


def cell_passage(cell: Text, block: Block) -> Passage:
    return Passage(cell, words(cell.content), block, ())


def first_chain(cell: Passage, kind: str, start: int = 0) -> list[Fact]:
    """The numbers of a cell (or what stands behind an offset), if it holds nothing else."""
    members = chain_behind(cell, start, kind)
    rest = cell.plain[members[-1].end :] if members else ""
    return members if not re.search(r"\w", re.sub(r"\b(?:bits?|nats?)\b", "", rest)) else []
