"""The entropies, Gini impurities and gains that a page states, judged against its distributions.

A stated measure belongs to the distribution it names, to the one in its clause, or to the only one
there is around it. Where that can't be told nothing is judged.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hooks.calculation.quantity import shown
from hooks.language.wording import words
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.record import cached_property
from hooks.worked.class_distributions import (
    ONE_CLASS,
    WRITTEN,
    Distribution,
    distributions,
)
from hooks.worked.facts import Passage, passages
from hooks.worked.impurity_measures import (
    BITS,
    EACH_CHILD,
    GENERIC,
    IN_BITS,
    MARKS,
    MEASURES,
    NAMES,
    NOT_IN_BITS,
    OF_CHILDREN_BOTH,
    OTHER_NODE,
    PARENTS,
    SPLIT,
    Measure,
    may_name,
    measures,
)
from hooks.worked.impurity_tables import tables
from hooks.worked.impurity_values import (
    LOOSE,
    Verdict,
    compared,
    fits_split,
    functions_for,
    is_near,
    is_of_parent,
    split_formula,
    split_functions,
    split_value,
)
from hooks.worked.sizes import has_one

MOST_DISTRIBUTIONS = 200
MOST_CHILDREN = 6
CLUSTER = 4  # how many numbers of a place say in which paragraph with its list it is
DECIMAL_NUMBER = Pattern(r"\d*\.\d+")


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
        read = [passage for passage in passages(page) if is_read(passage)]
        if not any(map(may_name, read)):
            return
        for passage in read:
            if not passage.of_mistakes:
                own = distributions(passage)
                self.distributions += own
                self.measures += measures(passage, own)

    def verdicts(self) -> Iterator[Verdict]:
        if len(self.distributions) > MOST_DISTRIBUTIONS:
            return
        for measure in self.measures:
            if measure.kind in MEASURES:
                verdict = self.of_node(measure)
            elif measure.kind in ("gain", "weighted"):
                verdict = self.of_split(measure) or self.of_difference(measure)
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
        if not beside and not measure.named and self.has_unread_pair(measure):
            return None
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

    def has_unread_pair(self, measure: Measure) -> bool:
        """Whether its sentence may count a node in another way: "18/2, H = 0.469"."""
        own = [(d.start, d.end) for d in self.distributions if d.passage is measure.passage]
        pairs = PAIR.finditer(measure.passage.plain, 0, measure.start)
        return any(not any(start <= p.start() < end for start, end in own) for p in pairs)

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
        if own[0].whom and not is_of_parent(own[0]):
            return None  # the impurity of a child
        parent, children = (m.members[-1] for m in own)
        value = parent.value - children.value
        of_others = [parent.value - other.value for other in own[1].members]
        if any(is_near(m, v, v, LOOSE) for m in measure.members for v in of_others if v != value):
            return None  # the weighted mean is wrong, and not the gain
        parents = [m.members[-1].value for m in before if m.kind in MEASURES]
        others = [p - children.value for p in parents if p != parent.value]
        if any(is_near(measure.members[-1], v, v, LOOSE) for v in others):
            return None  # of another parent that is stated
        if value < 0 or ANOTHER.match(own[0].passage.plain, parent.end):
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


PAIR = Pattern(r"(?<![\w./])\d{1,5}\s?/\s?\d{1,5}(?![\w./]|\s*[=≈·×*])")
ANOTHER = Pattern(r"\s*(?:,\s*and|,|and|/|&)\s*[01]?\.?\d")  # a list of values goes on
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


def message(verdict: Verdict) -> str:
    return f"{verdict.formula}; the page says {verdict.fact.written}"
