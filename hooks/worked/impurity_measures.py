"""The entropies, Gini impurities, gains and weighted means that a page states, and of whom."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from hooks.calculation.interval import Interval, near
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.class_distributions import SHARE, Distribution, share
from hooks.worked.facts import Fact, Passage, chain_behind
from hooks.worked.sizes import has_one

MARKS = (
    "ntrop",
    "gini",
    "Gini",
    "nformation gain",
    "nfo gain",
    "misclassification",
    "eighted impurity",
    *("ain ratio", "plit info", "ecision tree", "ID3", "C4.5"),
    *("Gain =", "gain =", "Gain ≈", "gain ≈", "Gain:", "gain:"),
)
MOST_MEASURES = 50  # of a sentence


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
    r"|(?P<weighted>\bweighted\s+(?:average\s+|mean\s+|child\s+|leaf\s+|node\s+|sum\s+of\s+)*"
    r"(?:(?:child(?:ren)?(?:'s)?|leaves|the)\s+)*"
    r"(?:entropy|entropies|gini|impurity|average|sum)?(?:\s+(?:impurity|index|entropy))?)"
    r"|(?P<average>\bweighted(?=\s*:))"
    r"|(?P<gain>\b(?:information|info|gini|entropy|impurity)[\s-]+(?:gain|decrease|reduction|drop)\b|\bIG\b"
    r"|\b(?:decrease|reduction|drop|fall|decline)\s+(?:in|of)\s+(?:the\s+)?(?:(?:weighted|mean|average)\s+)?"
    r"(?:gini|entropy|impurity)(?:\s+(?:impurity|index))?\b"
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
IN_PRODUCT = Pattern(r"\s*(?:[·×*]|\\cdot|\\times)\s*[A-Za-z\\]")
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
        whom = argument["index"] or (inside if not any(c.isdecimal() for c in inside) else "")
        if not named and (of := OF_WHOM.match(plain, end)) and of["whom"] not in ("about", "only"):
            whom, end = of["whom"], of.end()
        if found.lastgroup == "weighted" and (after := AFTER.match(plain, end)):
            whom, end = "", after.end()
        members = members_behind(passage, end, found.lastgroup, own)
        if members:
            taken = max(members[-1].end, found.end())
            words = whom.lower().split(",")[-1].strip()
            kind = "weighted" if found.lastgroup == "average" else found.lastgroup
            yield Measure(kind, members, words, named, passage, found.start())


def may_name(passage: Passage) -> bool:
    """Whether a passage may name a measure: a quick look."""
    return has_one(passage.lower, NAME_MARKS) or bool(SYMBOL.search(passage.plain))


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


def within(fact: Fact, own: Sequence[Distribution]) -> bool:
    return any(one.start <= fact.start < one.end for one in own)


def first_chain(cell: Passage, kind: str, start: int = 0) -> list[Fact]:
    """The numbers of a cell (or what stands behind an offset), if it holds nothing else."""
    members = chain_behind(cell, start, kind)
    rest = cell.plain[members[-1].end :] if members else ""
    return members if not re.search(r"\w", re.sub(r"\b(?:bits?|nats?)\b", "", rest)) else []
