"""Entropies, Gini impurities and gains that are a typical slip's value of the page's counts.

The counts of nodes are read loosely here, two whole numbers beside each other or a size and a part
of it, and so are names. A number is judged only if none of the page's nodes or splits has it as the
measure that it is called, and a slip on one of them explains it: nats for bits, the Gini impurity
for the entropy, the sum of squares for 1 less it, a child's entropy for the gain, a mean without
weights.
"""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, groupby, pairwise

from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.worked.class_distributions import distributions
from hooks.worked.facts import Judgment, Passage, passages
from hooks.worked.impurity_measures import MARKS
from hooks.worked.sizes import has_one
from hooks.worked.slips import (
    SAME,
    Slip,
    can_be,
    explained,
    is_claimed,
    is_precise,
    judged,
    misprint,
)
from hooks.worked.stated import COUNT_WORDS, Stated, count_of, numbers

THOUSANDTH = Fraction(1, 1000)
COARSEST = Fraction(1, 100)  # the unit of an entropy that tells bits from nats
NAMES = ("ntropy", "gini", "impurity", "information gain", "info gain")
MOST_PASSAGES = 80  # of a page that is one example
MOST_NODES = 60
MOST_CHILDREN = 8
LARGEST = 12  # bits of an entropy that is read

KINDS = Pattern(
    r"(?P<ratio>\b(?:gain|split)[\s_-]*(?:ratio|info\w*)|\bsplit\s+entropy|\bentropy\s+of\s+the\s+split)"
    r"|(?P<gain>\bgains?\b|\bdecrease[sd]?\b|\breduc\w+|\bdrop(?:s|ped)?\b|\bfalls?\s+by|\bIG\b|\bwin\b|\blearned\b)"
    r"|(?P<weighted>\bweigh\w+|\baverage\b|\bmean\b|\bafter(?:wards)?\b|\bremain\w*|\bexpected\b|\bconditional\b"
    r"|\btotal\b|\bleft\s+over\b)"
    r"|(?P<gini>\bgini\b|\b(?-i:G)(?=\s*[(=≈_]))|(?P<entropy>\bentrop(?:y|ies)\b|\bH(?=\s*[(=≈]))"
    r"|(?P<error>\bmisclass\w*|\berror\b|\baccuracy\b|\bmajority\b)|(?P<impurity>\bimpurity\b|\buncertainty\b)"
    r"|(?P<node>\b(?:root|parent|child|children|branch|branches|leaf|leaves|nodes?|left|right|both)\b)",
    re.I,
)
OTHERWISE = Pattern(
    r"\b(?:cross|relative|joint|mutual|normali[sz]ed|coefficient|KL|max(?:imum|imal)?|at\s+most|perplexity|threshold"
    r"|min_\w+|p-?values?|AUC)\b",
    re.I,
)
UNIT = Pattern(r"\s*(?P<bits>bits?|shannons?)\b|\s*(?P<nats>nats?)\b", re.I)
OF_BITS = Pattern(r"\bbits?\b|log_?\s*\{?\s*[2₂]", re.I)
OF_NATS = Pattern(r"\bnats?\b|\bln\b|\\ln\b", re.I)
IN_SUM_BEFORE = Pattern(r"[·×*+/^√([{,−-]\s*(?:\\\w+\s*)?$")
IN_SUM_BEHIND = Pattern(r"\s*(?:[·×*+/^²−–=-]\s*[\d(\\a-z]|\\cdot|\\times|\\log|log|of\b)")
AMONG = Pattern(r"\s+(?:\w+\s+)?(?:among|of|out\s+of|in)\s+(?:the\s+|these\s+|its\s+)?")
DRAWN_ROW = Pattern(r"\s*\S+(?:\s+[\d.,%]+){3,}\s*")  # of a table drawn with spaces
OF_HUNDRED = Pattern(r"(?<![\w./])(?P<a>\d{1,2})\s?/\s?(?P<b>\d{1,2})(?![\w./])")
PART = Pattern(r"\s+(?:out\s+)?of\s+(?:them|these|those|which)\b", re.I)
NUMERALS = Pattern(rf"\b(?:{COUNT_WORDS})\b", re.I)
PERFECT = Pattern(
    r"\b(?:perfect\w*|pure\w*|complete\w*|full\w*|entire\w*|whole|all|finish\w*|cleanly|unique|ids?|serial|identifier|leaves)\b",
    re.I,
)
CLOSED = Pattern(r"\s*\)")
OPENED = Pattern(r"\(\s*(?:[≈=~]\s*)?$")
# "the no branch has": whose measure follows
OF_WHOM = Pattern(
    r"\b(?P<whom>\w+)\s+(?:branch|child|node|leaf|group|side|part|subset)\b[^.;,\d]{0,40}$", re.I
)
# the entropy for "yes" is
OF_LABEL = Pattern(
    r"\b(?:for|of|in|at)\s+(?:the\s+)?[\"“”'‘*_]*(?P<whom>\w+)[\"“”'’*_]*\s*(?:(?:is|it\s+is|we\s+get)|[:=≈])\s*(?:about\s+)?$",
    re.I,
)
LABEL = Pattern(r"[^\w.;]*(?:the\s+)?(?P<label>[A-Za-z]\w*)", re.I)

Read = tuple[tuple[float, ...], int, int, bool]  # counts, where they stand, whether surely
Measure = Callable[[Sequence[float]], float]


@record
class Node:
    """The counts of a node's classes and where they stand.

    strict: they can't be anything else. label: the word that its clause or row begins with.
    """

    counts: tuple[float, ...]
    passage: Passage
    start: int
    end: int
    strict: bool
    label: str

    @property
    def at(self) -> tuple:
        return self.passage.place, self.start

    @cached_property
    def total(self) -> float:
        return sum(self.counts)

    @cached_property
    def shares(self) -> tuple[float, ...]:
        return tuple(count / self.total for count in self.counts)

    @property
    def written(self) -> str:
        return f"({', '.join(f'{count:g}' for count in self.counts)})"


def bits(shares: Sequence[float]) -> float:
    return -sum(p * math.log2(p) for p in shares if p) + 0.0


def nats(shares: Sequence[float]) -> float:
    return bits(shares) * math.log(2)


def gini(shares: Sequence[float]) -> float:
    return 1 - sum(p * p for p in shares)


def error(shares: Sequence[float]) -> float:
    return 1 - max(shares)


FORMULAS = {"entropy": (bits, "−Σ p log₂ p"), "gini": (gini, "1 − Σ p²")}


def judgments(page: Question) -> Iterator[Judgment]:
    """The measures of a page that only slips explain."""
    if not has_one(page.source, MARKS):
        return
    told = [p for p in passages(page) if not p.of_mistakes]
    parts = [told]
    if len(told) > MOST_PASSAGES:
        parts = [list(own) for _, own in groupby(told, key=lambda passage: passage.place[0])]
    for own in parts:
        lower = "\n".join(passage.lower for passage in own)
        if "dcg" in lower or not (len(parts) == 1 or has_one(lower, NAMES)):
            continue
        nodes = [node for passage in own for node in nodes_of(passage)]
        if nodes and len(nodes) <= MOST_NODES:
            yield from Section(page, own, nodes).judgments()


# -- nodes ----------------------------------------------------------------------------------------


def nodes_of(passage: Passage) -> Iterator[Node]:
    """The nodes whose counts a passage may state, surely or perhaps."""
    known: set[tuple[float, ...]] = set()
    for counts, start, end, is_strict in (*distributed(passage), *loose_counts(passage)):
        if counts not in known and any(counts):
            known.add(counts)
            yield Node(counts, passage, start, end, is_strict, label_at(passage, start))


def distributed(passage: Passage) -> Iterator[Read]:
    for one in distributions(passage):
        yield tuple(map(float, one.counts)), one.start, one.end, True


def loose_counts(passage: Passage) -> Iterator[Read]:
    """Two whole numbers beside each other, or how many there are and how many of one class.

    Also shares that sum to 1, or the share of one of two classes.
    """
    if passage.block.kind == "code" and DRAWN_ROW.fullmatch(passage.plain):
        return
    read = numbers(passage.plain)
    counts = [n for n in read if n.is_whole and not n.is_percent and 0 <= n.value < 10**7]
    for found in OF_HUNDRED.finditer(passage.plain):
        if int(found["a"]) + int(found["b"]) == 100:
            yield (float(found["a"]), float(found["b"])), found.start(), found.end(), True
    totals = {float(n.value) for n in counts}
    totals |= {float(count_of(found[0])) for found in NUMERALS.finditer(passage.plain)}
    for one, other in pairwise(counts):
        a, b = float(one.value), float(other.value)
        is_part = b <= a and bool(PART.match(passage.plain, other.end))
        if b <= a:
            yield (b, a - b), one.start, other.end, is_part
        elif a and AMONG.fullmatch(passage.plain, one.end, other.start):
            yield (a, b - a), one.start, other.end, True
            continue
        if not is_part:
            is_sure = a + b in totals
            yield (a, b), one.start, other.end, is_sure
    shares = [n for n in read if not n.is_whole and 0 < n.value < 1]
    for number, one in enumerate(shares):
        if one.is_percent or "/" in one.written:
            yield (float(one.value), float(1 - one.value)), one.start, one.end, False
        for size in (2, 3, 4, 5):
            run = shares[number : number + size]
            if len(run) == size and sum(n.value for n in run) == 1:
                yield tuple(float(n.value) for n in run), one.start, run[-1].end, False


def label_at(passage: Passage, start: int) -> str:
    """The first word of the clause or the row around a place."""
    begin = max(passage.plain.rfind(sign, 0, start) for sign in ".;") + 1
    found = LABEL.match(passage.plain, begin)
    return found["label"].lower() if found and found.end() <= max(start, 1) + 40 else ""


# -- what is said ---------------------------------------------------------------------------------


@record
class Said:
    """A number that is called a measure: which one it may be, and in which unit."""

    kinds: frozenset[str]
    unit: str
    number: Stated
    passage: Passage


class Section:
    """The nodes of a section, or of a short page, and what it says of them."""

    def __init__(self, page: Question, told: Sequence[Passage], nodes: Sequence[Node]):
        self.page, self.told, self.nodes = page, told, nodes

    def judgments(self) -> Iterator[Judgment]:
        for said in self.all_said:
            reader = self.of_split if said.kinds & {"gain", "weighted"} else self.of_node
            slip = reader(said)
            if slip and is_claimed(self.page, said.passage, said.number):
                yield judged(said.passage, said.number, slip)

    @cached_property
    def all_said(self) -> tuple[Said, ...]:
        return tuple(self.said())

    @cached_property
    def is_in_bits(self) -> bool:
        """Whether entropies without a unit are in bits: it is said, or most of them are.

        A page that speaks of both says how one becomes the other; then what it states tells.
        """
        of_nats, of_bits = (bool(p.search(self.page.source)) for p in (OF_NATS, OF_BITS))
        if of_nats != of_bits:
            return of_bits
        stated = [s.number for s in self.all_said if s.kinds == {"entropy"}]
        stated = [n for n in stated if n.unit <= COARSEST]  # 1 may be that of any node
        nodes = [node.shares for node in self.nodes if node.strict or of_bits]
        fitting = [
            sum(any(can_be(n, measure(one), False) for one in nodes) for n in stated)
            for measure in (bits, nats)
        ]
        return fitting[0] > fitting[1] and (not of_nats or fitting[1] < 2)

    def said(self) -> Iterator[Said]:
        for passage in self.told:
            if passage.block.kind != "table" and not OTHERWISE.search(passage.plain):
                yield from self.in_sentence(passage)

    def in_sentence(self, passage: Passage) -> Iterator[Said]:
        """The decimal numbers behind names, each called what was named last."""
        plain, at, kinds = passage.plain, 0, frozenset[str]()
        for number in numbers(plain):
            if number.is_whole and not UNIT.match(plain, number.end):
                continue
            named = kinds_in(plain, at, number.start)
            kinds, at = named or kinds_in(plain, 0, number.start), number.end
            if not kinds and self.is_in_brackets(passage, number):
                yield Said(self.kind_before, "", number, passage)
                continue
            unit = UNIT.match(plain, number.end)
            if unit and kinds <= {"node"}:
                kinds |= {"entropy"}
            if len(kinds - {"node"}) == 1 and kinds & FORMULAS.keys():
                self.kind_before = kinds
            if kinds and self.is_result(plain, number):
                yield Said(kinds, unit.lastgroup if unit else "", number, passage)

    kind_before: frozenset[str] = frozenset()

    def is_in_brackets(self, passage: Passage, number: Stated) -> bool:
        """Whether a number stands in brackets right behind the counts of a node."""
        opened = OPENED.search(passage.plain, 0, number.start)
        return bool(opened and CLOSED.match(passage.plain, number.end)) and any(
            node.strict
            and node.passage is passage
            and node.end == len(passage.plain[: opened.start()].rstrip())
            for node in self.nodes
        )

    def is_result(self, plain: str, number: Stated) -> bool:
        """Whether a number is none that something is computed from, and may be a measure."""
        return (
            0 <= number.value < LARGEST
            and not number.is_percent
            and "/" not in number.written
            and not IN_SUM_BEFORE.search(plain, max(0, number.start - 12), number.start)
            and not IN_SUM_BEHIND.match(plain, number.end)
        )

    def in_bits(self, said: Said) -> bool:
        if not said.unit and OF_NATS.search(said.passage.plain):
            return False
        return said.unit == "bits" or (not said.unit and self.is_in_bits)

    # -- of one node

    def of_node(self, said: Said) -> Slip | None:
        """The slip on a node of the page that a node's measure shows."""
        kinds = said.kinds - {"impurity", "node"}
        if len(kinds) != 1 or not kinds <= FORMULAS.keys():
            return None
        (kind,) = kinds
        measure, formula = FORMULAS[kind]
        owner = self.owner(said)
        possible = [owner] if owner else self.possible(said)
        rights = [measure(node.shares) for node in possible]
        if kind == "entropy" and not self.in_bits(said):
            rights += [nats(node.shares) for node in possible]
        slips = [
            Slip(
                wrong(node.shares),
                measure(node.shares),
                f"{kind} of {node.written} = {formula}",
                why,
                self.is_beside(node, said),
            )
            for node in ([owner] if owner else self.near(said))
            for wrong, why in WRONG[kind]
            if wrong is not max or (node.total > 1 + SAME and self.is_beside(node, said))
        ]
        slips += self.misprints(said, measure, formula, kind)
        return explained(said.passage, said.number, rights, slips)

    def possible(self, said: Said) -> list[Node]:
        """The nodes of which a number may be: those of its paragraph, if it counts one surely."""
        cluster = said.passage.place[:4]
        own = [node for node in self.nodes if node.passage.place[:4] == cluster]
        is_counted = any(n.strict and n.at < (said.passage.place, said.number.start) for n in own)
        return [*own, *(n for n in self.nodes if n.strict)] if is_counted else list(self.nodes)

    def misprints(self, said: Said, measure: Measure, formula: str, kind: str) -> Iterator[Slip]:
        """A digit changed in the measure of the node that a number must be of."""
        owner = self.owner(said)
        for node in [owner] if owner else self.near(said)[:1]:
            right = measure(node.shares)
            why = misprint(said.number, right) if owner or self.is_beside(node, said) else ""
            if why and not self.states(right, said):
                yield Slip(
                    float(said.number.value), right, f"{kind} of {node.written} = {formula}", why
                )

    def states(self, right: float, said: Said) -> bool:
        """Whether another number has the right value."""
        others = (other.number for other in self.all_said if other is not said)
        return any(is_precise(number) and can_be(number, right, False) for number in others)

    def owner(self, said: Said) -> Node | None:
        """The one node whose label stands before a number: "the no branch has"."""
        before = said.passage.plain, 0, said.number.start
        found = OF_WHOM.search(*before) or OF_LABEL.search(*before)
        if not found:
            return None
        own = [node for node in self.near(said) if node.label == found["whom"].lower()]
        is_one = len({node.passage.place for node in own}) == 1
        return own[0] if is_one and own[0].strict else None

    def is_beside(self, node: Node, said: Said) -> bool:
        """Whether a number stands in the clause of a node, or just behind the only one before."""
        if not node.strict:
            return False
        if node.passage is said.passage:
            return not any(
                node.start < other.start < said.number.start
                for other in self.nodes
                if other.strict and other.passage is said.passage
            )
        before = [n for n in self.near(said) if n.strict]
        return len(before) == 1 or self.owner(said) is node

    def near(self, said: Said) -> list[Node]:
        """The nodes that a number may be of: what surely is one first, then what is beside it."""
        section = said.passage.place[:1]
        nodes = [n for n in self.nodes if n.passage.place[:1] == section]
        before = [n for n in nodes if n.passage.place <= said.passage.place]
        return sorted(before, key=lambda n: (not n.strict, n.passage is not said.passage))

    # -- of a split

    @cached_property
    def splits(self) -> list[tuple[Node, tuple[Node, ...]]]:
        """Parents with two children that sum to them."""
        by_counts: dict[tuple[float, ...], list[Node]] = {}
        for node in self.nodes:
            by_counts.setdefault(node.counts, []).append(node)
        found = []
        for parent in self.nodes:
            for one in self.nodes:
                rest = less(parent.counts, one.counts)
                for other in by_counts.get(rest, ()) if rest else ():
                    if are_apart(parent, one, other):
                        found.append((parent, (one, other)))
        return [*found, *self.families]

    @cached_property
    def families(self) -> list[tuple[Node, tuple[Node, ...]]]:
        """Sure parents with three or four children that follow them and sum to them."""
        found = []
        for parent in (node for node in self.nodes if node.strict):
            after = [n for n in self.nodes if n.at > parent.at and less(parent.counts, n.counts)]
            for size in (3, 4):
                for children in combinations(after[:MOST_CHILDREN], size):
                    sums = map(sum, zip(*(child.counts for child in children), strict=True))
                    if tuple(sums) == parent.counts and are_disjoint(children):
                        found.append((parent, children))
        return found

    @cached_property
    def all_splits(self) -> list[tuple[Node, tuple[Node, ...]]]:
        """All of them, each once, those first that are sure."""
        found: dict[tuple, tuple[Node, tuple[Node, ...]]] = {}
        read = [*self.splits, *self.implied]
        for parent, children in sorted(read, key=lambda split: not are_sure(split[0], *split[1])):
            key = parent.counts, *(child.counts for child in children)
            found.setdefault(key, (parent, children))
        return list(found.values())

    @cached_property
    def implied(self) -> list[tuple[Node, tuple[Node, ...]]]:
        """Sure parents with a sure child, and what remains of them as the other."""
        strict = [node for node in self.nodes if node.strict]
        return [(p, (c, rest)) for p in strict for c in strict if (rest := remaining(p, c))]

    def of_split(self, said: Said) -> Slip | None:
        """The slip on a split of the page that a gain or a mean of children shows."""
        names = said.kinds & FORMULAS.keys() or {k for k in FORMULAS if k in self.page.lower}
        if said.unit or (not names and OF_BITS.search(self.page.source)):
            names = {"entropy"}
        measures = [FORMULAS[name] for name in sorted(names)]
        rights = list(self.rights_of_splits(said, [measure for measure, _ in measures]))
        precise = is_precise(said.number)
        slips = [
            slip
            for measure, formula in measures
            for parent, children in self.all_splits
            for slip in slips_of_split(said.kinds, parent, children, measure, formula)
            if "nats" not in slip.why or self.in_bits(said)
            if precise or (said.number.unit <= THOUSANDTH and are_sure(parent, *children))
        ]
        return explained(said.passage, said.number, rights, slips)

    def rights_of_splits(self, said: Said, measures: Sequence[Measure]) -> Iterator[float]:
        """Whatever a measure of a split may be, also of one of which one child is left out."""
        if bits in measures and not self.in_bits(said):
            measures = [*measures, nats]
        if "isclassif" in self.page.source:
            measures = [*measures, error]
        strict = [node for node in self.nodes if node.strict]
        for parent, children in self.all_splits:
            for measure in measures:
                mean = weighted(parent, children, measure)
                yield measure(parent.shares) - mean
                if "gain" not in said.kinds:
                    yield mean
        if "gain" not in said.kinds or PERFECT.search(said.passage.plain):
            for node in self.nodes if "gain" in said.kinds else strict:
                yield from (measure(node.shares) for measure in measures)


def kinds_in(plain: str, start: int, end: int) -> frozenset[str]:
    """What a text names; a gain named before a node is not that node's measure."""
    named = [found.lastgroup for found in KINDS.finditer(plain, start, end)]
    if "gain" in named and "node" in named[named.index("gain") :]:
        named = [name for name in named if name != "gain"] or ["node"]
    return frozenset(named)


WRONG = {
    "entropy": (
        (nats, "the number is in nats, not in bits"),
        (gini, "the number is the Gini impurity"),
        (max, "the number is the largest share"),
    ),
    "gini": (
        (lambda shares: 1 - gini(shares), "the number is the sum of the squares"),
        (bits, "the number is the entropy in bits"),
        (lambda shares: gini(shares) / 2, "the number is half of it"),
    ),
}


def are_sure(*nodes: Node) -> bool:
    return all(node.strict for node in nodes)


def are_apart(parent: Node, one: Node, other: Node) -> bool:
    """Whether two children follow each other behind their parent and share no number."""
    if not parent.at < one.at < other.at:
        return False
    is_apart = one.passage is not other.passage or one.end <= other.start
    return is_apart or (one.strict and other.strict)


def are_disjoint(children: Sequence[Node]) -> bool:
    """Whether children follow each other and share no number."""
    return all(
        one.at < other.at and (one.passage is not other.passage or one.end <= other.start)
        for one, other in pairwise(children)
    )


def less(counts: tuple[float, ...], others: tuple[float, ...]) -> tuple[float, ...] | None:
    """What other counts leave of some; None if nothing or less than nothing."""
    if len(counts) != len(others):
        return None
    rest = tuple(a - b for a, b in zip(counts, others, strict=True))
    return rest if min(rest) >= 0 and any(rest) else None


def remaining(parent: Node, child: Node) -> Node | None:
    """The other child of a node with two."""
    rest = less(parent.counts, child.counts)
    if not rest:
        return None
    is_pure = sum(map(bool, rest)) == 1
    return Node(rest, child.passage, child.start, child.end, is_pure, "")


def weighted(parent: Node, children: Sequence[Node], measure: Measure) -> float:
    return sum(child.total * measure(child.shares) for child in children) / parent.total


def slips_of_split(
    kinds: frozenset[str], parent: Node, children: Sequence[Node], measure: Measure, formula: str
) -> Iterator[Slip]:
    """What mistakes make of the weighted impurity of two children, or of the gain."""
    own = measure(parent.shares)
    mean = weighted(parent, children, measure)
    plain = sum(measure(child.shares) for child in children) / len(children)
    of = " and ".join(child.written for child in children)
    if "gain" not in kinds:
        how = f"weighted {formula} of {of}"
        yield Slip(plain, mean, how, "the number is the mean without weights", True)
        return
    how = f"{formula} of {parent.written} less the weighted mean of {of}"
    gain = own - mean
    for child in children:
        value = measure(child.shares)
        why = f"the number leaves out all children but {child.written}"
        yield Slip(own - value, gain, how, why, True)
        yield Slip(round(own, 3) - round(value, 3), gain, how, why, True)
        yield Slip(value, gain, how, f"the number is that of the child {child.written}", True)
    yield Slip(own - plain, gain, how, "the number takes the mean without weights", True)
    yield Slip(mean, gain, how, "the number is the weighted mean itself", True)
    other, _ = FORMULAS["gini" if measure is bits else "entropy"]
    if {"entropy", "gini"} & kinds:
        value = other(parent.shares) - weighted(parent, children, other)
        yield Slip(value, gain, how, "the number is that of the other measure", True)
    if measure is bits:
        yield Slip(gain * math.log(2), gain, how, "the number is in nats, not in bits", True)
