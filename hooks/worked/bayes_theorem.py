"""Whether the probabilities that a page states of one example agree with Bayes' theorem."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import islice, product

from hooks.calculation.quantity import Quantity, shown, shown_percent, significant_digits
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.record import record, replace
from hooks.worked.answers import answers
from hooks.worked.conditionals import (
    CERTAIN,
    NEGATIVE,
    POSITIVE,
    WORD,
    Event,
    Name,
    parts_of_union,
    stated_terms,
)
from hooks.worked.facts import (
    VALUE,
    Fact,
    Interval,
    around,
    fits,
    given,
    is_computed,
    passages,
    quantity_of,
)
from hooks.worked.rates_in_words import ALARMS, BAD_THINGS, is_accuracy, readers_of, stated_rates

# A page without one of these, in lower case, says no rate in words that the rule could compare.
MARKS = (
    *(
        "positive",
        "prevalen",
        "base rate",
        "base-rate",
        "posterior",
        "sensitiv",
        "spam",
        "predictive",
    ),
    *("false alarm", "flagged", "catches", "accurate", "defect", "faulty", "of the time"),
    *("probability of", "tpr", "rejected", "alarm is", "alarms are", "cabs", "error rates"),
)
SYMBOLS = ("P(", "Pr(", "p(", "P (", "Pr (", "P\\left(", "P[", "P}(", "ℙ(", "Prob(")
VALUED = Pattern(
    r"[Ppr]b?\}?\s{0,3}(?:\\left)?[(\[]"
    r"(?=.{1,200}?(?:[=≈]|\)\s*\||\\approx|\\simeq|\bis\b|\bwas\b|equals|becomes).{0,150}?\d)",
    re.S,
)
ONE = Fraction(1)
WHOLE_SHARE = Fraction(1, 200)  # how far from 1 the rounded priors of a partition may sum to
MOST_FACTS = 300
MOST_WRONG = 100  # what a probability that was computed wrongly may be
MOST_VALUES = 5  # of one probability: an example that states more is not one example
MOST_COMBINATIONS = 200
CLUSTER = 4  # how many numbers of a place say in which paragraph with its list it is

# What is said of another case, by other people, or of two tests in a row.
ELSEWHERE = Pattern(
    r"\b(?:second|again|twice|two\s+(?:positive|tests)|both\s+tests|repeat\w*|re-?test\w*|another|others?"
    r"|intuit\w*|people\s+(?:say|think|guess|answer|believe)|doctors|physicians|students|candidates"
    r"|naively|tempt\w*|ignor\w+|neglect\w*|confus\w+|seems?|would\s+(?:expect|think|guess|say)|instead\s+of"
    r"|rather\s+than|at\s+least|at\s+most|more\s+than|less\s+than|above|below|over|under|exceeds?"
    r"|if(?![^.;]{0,60}\b(?:positive|negative|contain))|unless|what\s+if|until|between)\b",
    re.I,
)
NOT = Pattern(r"(?:\bnot|n['’]t|[<>≤≥≠]|\\(?:ne|neq|le|ge|leq|geq)\b)\s*(?:\w+\s+)?$", re.I)
RATE_LIKE = Pattern(VALUE)
INDEPENDENT = Pattern(r"\bindependen(?:t|ce)\b", re.I)
DEPENDENT = Pattern(
    r"\b(?:dependent|conditional(?:ly)?\s+(?:in)?depend\w+|exclusive|disjoint|correlated|given"
    r"|(?:not|if|whether|were|are\s+they)\s+(?:\w+\s+){0,3}independent)\b|n['’]t\s+independent"
    r"|independent\s*\?",
    re.I,
)


@record
class Derived:
    """What a probability must be, from which facts, and how: `formula` has their numbers in it.

    of_complement: it is 1 less another one; in symbols the rule `whole` finds that.
    """

    low: Fraction
    high: Fraction
    formula: str
    facts: tuple[Fact, ...]
    of_complement: bool = False


@record
class Verdict:
    """A stated probability that was compared with what follows from others."""

    fact: Fact
    derived: Derived
    right: bool


@lru_cache(maxsize=RECENT)
def verdicts(page: Question) -> tuple[Verdict, ...]:
    """Every comparison of a page, in its order."""
    terms, rates = facts_of(page)
    facts = sorted([*terms, *rates], key=lambda fact: (fact.passage.place, fact.start))
    if len(facts) > MOST_FACTS:
        return ()
    in_words = set(map(id, rates))
    possible = [fact for fact in facts if fact.value <= 1]
    found = (verdict(fact, possible, id(fact) in in_words) for fact in facts)
    return tuple(verdict for verdict in found if verdict)


@lru_cache(maxsize=RECENT)
def facts_of(page: Question) -> tuple[tuple[Fact, ...], tuple[Fact, ...]]:
    """The probabilities of a page in symbols, and those in words."""
    in_words = states_rates(page.lower)
    in_symbols = states_terms(page.source, 1 if in_words else 2)
    terms: list[Fact] = []
    rates: list[Fact] = []
    read = passages(page) if in_symbols or in_words else ()
    readers = readers_of(read) if in_words else []
    for passage in read:
        if in_symbols:
            terms += filter(is_read, stated_terms(passage))
        if in_words:
            rates += filter(is_probability, stated_rates(passage, readers))
    terms = [fact for fact in terms if not fact.passage.of_mistakes]
    rates = [fact for fact in rates if not fact.passage.of_mistakes and not is_quoted(fact)]
    if not terms and not rates:
        return (), ()
    rates += answers_besides(page, [*terms, *rates])
    stated = {name_in_section(fact) for fact in rates if not is_accuracy(fact)}
    accuracies = [named_accuracy(fact) for fact in rates if is_accuracy(fact)]
    rates = [fact for fact in rates if not is_accuracy(fact)]
    rates += [fact for fact in accuracies if name_in_section(fact) not in stated]
    return tuple(linked(terms, rates)), tuple(rates)


def is_quoted(fact: Fact) -> bool:
    """Whether all of its sentence is what somebody says: "But the test is 90 % accurate!"."""
    return bool(QUOTED.fullmatch(fact.passage.plain.strip()))


QUOTED = Pattern(r"[“\"][^“”\"]*[”\"]\W{0,2}")


def states_rates(lower: str) -> bool:
    return any(map(lower.__contains__, MARKS))


def states_terms(source: str, least: int) -> bool:
    """Whether a page gives so many terms P(…) a value: from fewer nothing follows."""
    if not any(sign in source for sign in SYMBOLS):
        return False
    return len(list(islice(VALUED.finditer(source), least))) == least


def answers_besides(page: Question, known: Sequence[Fact]) -> Iterator[Fact]:
    """The answers to questions whose numbers have no name of their own."""
    places = {fact.position for fact in known}
    for fact in answers(page):
        if fact.position not in places and not fact.passage.of_mistakes:
            yield fact


def linked(terms: Sequence[Fact], rates: Sequence[Fact]) -> Iterator[Fact]:
    """The facts in symbols, with the names that the words of their section have for the same."""
    for section in dict.fromkeys(fact.passage.place[0] for fact in terms):
        said = texts_in(fact for fact in rates if fact.passage.place[0] == section)
        own = [fact for fact in terms if fact.passage.place[0] == section]
        yield from named_as_said(own, said) if said else own


def named_as_said(own: list[Fact], said: Collection[str]) -> list[Fact]:
    """Facts in symbols, with the names of facts in words.

    After "40 % of mail is spam, 25 % of spam has the word", P(spam | free) is P(spam | word).
    """
    for name, others in (("+", ALARMS), ("disease", BAD_THINGS), ("defective", {"disease"})):
        aliases = others & texts_in(own)
        if name in said and name not in texts_in(own) and len(aliases) == 1:
            own = [renamed(fact, *aliases, name) for fact in own]
    for known, missing in (("+", "disease"), ("spam", "word")):
        aliases = {t for f in own if known in texts_in([f]) for t in texts_in([f])} - {known}
        if missing in said and missing not in texts_in(own) and len(aliases) == 1:
            own = [renamed(fact, *aliases, missing) for fact in own]
    return own


def texts_in(facts: Iterable[Fact]) -> set[str]:
    return {text for fact in facts for event in fact.name for text, _ in event}


def renamed(fact: Fact, old: str, new: str) -> Fact:
    name = tuple(
        tuple(sorted((new if text == old else text, negated) for text, negated in event))
        for event in fact.name
    )
    return replace(fact, name=name)


def is_read(fact: Fact) -> bool:
    """Whether it is a probability, or was computed as one though it is more than 1."""
    return is_probability(fact) or (is_computed(fact) and 1 < fact.value < MOST_WRONG)


def is_probability(fact: Fact) -> bool:
    return 0 <= fact.value <= 1


def named_accuracy(fact: Fact) -> Fact:
    """A test that is "99 % accurate" is taken to be so for the sick and for the healthy."""
    return replace(fact, name=fact.name[1])


def name_in_section(fact: Fact) -> tuple:
    """The section of a fact, and what it tells of: a probability or its complement."""
    return fact.passage.place[0], min(fact.name, opposite(fact.name) or fact.name)


# -- verdicts -------------------------------------------------------------------------------------


def verdict(fact: Fact, facts: Sequence[Fact], in_words: bool) -> Verdict | None:
    """Whether a probability is what follows from the others; None if nothing follows."""
    plain = fact.passage.plain
    if in_words and fact.passage.block.kind != "table" and ELSEWHERE.search(plain):
        return None
    if NOT.search(plain[max(0, fact.start - 20) : fact.start]) or plain.rstrip(' *_"').endswith(
        "?"
    ):
        return None
    first: Derived | None = None
    for near in around(facts, fact):
        for derived in derivations(fact, near):
            if fits(fact, derived.low, derived.high):
                return Verdict(fact, derived, True)
            first = first or derived
    if first is None or (in_words and is_crowded(fact, facts)):
        return None
    if is_of_several(first, fact, facts) or (first.of_complement and not in_words):
        return None
    return Verdict(fact, first, False)


def is_of_several(derived: Derived, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the section states several examples and the givens stand in another paragraph."""
    place = fact.passage.place
    section = [f for f in facts if f.passage.place[0] == place[0]]
    for used in derived.facts:
        values = {f.value for f in literals(section) if f.name == used.name}
        if len(values) > 1 and used.passage.place[: CLUSTER + 1] != place[: CLUSTER + 1]:
            return True
    return False


def is_crowded(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether its sentence states another probability that nobody has read."""
    own = [other for other in facts if other.passage is fact.passage]
    values = {other.value for other in facts} | {1 - other.value for other in facts}
    for found in RATE_LIKE.finditer(fact.passage.plain):
        quantity = quantity_of(found[0])
        if quantity is None or (quantity.exact and quantity.value.denominator == 1):
            continue
        is_read = any(other.start <= found.start() < other.end for other in own)
        if not is_read and quantity.value not in values:
            return True
    return False


def message(verdict: Verdict) -> str:
    """What was claimed, what is right and how it was computed."""
    fact, derived = verdict.fact, verdict.derived
    show = shown_percent if "%" in fact.quantity.text else shown
    value = show((derived.low + derived.high) / 2)
    return f"{label(fact.name)} = {derived.formula} = {value}; the page says {fact.written}"


def label(name: Name) -> str:
    """`P(disease | +)`."""
    left, right = (" and ".join(map(simple_label, part)) for part in name)
    return f"P({left} | {right})" if right else f"P({left})"


def simple_label(event: tuple[str, bool]) -> str:
    text, negated = event
    if text == "+":
        return "−" if negated else "+"
    return f"not {text}" if negated else text


# -- what follows ---------------------------------------------------------------------------------


def derivations(fact: Fact, near: Sequence[Fact]) -> Iterator[Derived]:
    """What a probability may be according to the facts near it, the theorem's answer first."""
    what, given_that = fact.name
    known = Known(near, fact)
    if not given_that:
        yield from known.total(what)
        yield from known.joint(what)
        yield from known.union(what)
    elif len(what) == 1 and what not in (POSITIVE, NEGATIVE, WORD):
        yield from known.posterior(what, given_that)
    yield from known.complement(what, given_that)


class Known:
    """The probabilities that are known near a fact, and what follows from them for it."""

    def __init__(self, near: Sequence[Fact], center: Fact):
        self.center = center
        self.by_name: dict[Name, list[Fact]] = {}
        for fact in near:
            if fact.is_before(center) or is_of_a_test(fact.name):
                self.by_name.setdefault(fact.name, []).append(fact)
        self.before = [fact for fact in near if fact.is_before(center)]

    def values(self, name: Name) -> list[tuple[Interval, Fact]]:
        """The values that are stated for a probability or for its complement."""
        found = [(given(f.quantity), f) for f in literals(self.by_name.get(name, []))]
        others = literals(self.by_name.get(opposite(name), []))
        found += [((1 - high, 1 - low), f) for f in others for low, high in [given(f.quantity)]]
        unique: dict[Interval, Fact] = {}
        for interval, fact in found:
            unique.setdefault(interval, fact)
        return list(unique.items()) if len(unique) <= MOST_VALUES else []

    def likelihoods(self, evidence: Event, given_that: Event) -> list[tuple[Interval, Fact]]:
        """Values of P(evidence | given_that): as stated, or as a product over its parts."""
        stated = self.values((evidence, given_that))
        if stated or len(evidence) < 2:
            return stated
        parts = [self.values(((part,), given_that)) for part in evidence]
        found = []
        for choice in islice(product(*parts), MOST_COMBINATIONS):
            low = high = ONE
            for (least, most), _ in choice:
                low, high = low * least, high * most
            found.append(((low, high), choice[0][1]))
        return found

    def cases(self, evidence: Event) -> Iterator[list[Event]]:
        """The sets of hypotheses of which exactly one holds, with a prior and a likelihood each."""
        names = {given_that for what, given_that in self.by_name if what_matches(what, evidence)}
        singles = [name for name in names if len(name) == 1]
        for name in {((text, False),) for ((text, _),) in singles}:
            pair = [name, negated(name)]
            if all(self.likelihoods(evidence, case) for case in pair) and self.values(
                (name, CERTAIN)
            ):
                yield pair
        several = sorted(name for name in singles if (name, CERTAIN) in self.by_name)
        several = [name for name in several if self.have_likelihoods(evidence, [name])]
        if len(several) >= 2 and self.sum_to_one(several):
            yield several

    def have_likelihoods(self, evidence: Event, cases: Sequence[Event]) -> bool:
        return all(self.likelihoods(evidence, case) for case in cases)

    def sum_to_one(self, cases: Sequence[Event]) -> bool:
        priors = [self.by_name[(case, CERTAIN)][-1].value for case in cases]
        return abs(sum(priors) - 1) <= WHOLE_SHARE

    def choices(self, cases: Sequence[Event], evidence: Event) -> Iterator[list[tuple]]:
        """For each consistent choice of values the (prior, likelihood) of every case."""
        if len(cases) == 2 and cases[1] == negated(cases[0]):
            priors = [*self.values((cases[0], CERTAIN)), *self.updated(cases[0])]
            options = [[(p, complement_of(p)) for p in priors]]
        else:
            options = [[tuple(p) for p in product(*(self.values((c, CERTAIN)) for c in cases))]]
        likelihoods = [self.likelihoods(evidence, case) for case in cases]
        for prior, *like in islice(product(*options, *likelihoods), MOST_COMBINATIONS):
            yield list(zip(prior, like, strict=True))

    def updated(self, hypothesis: Event) -> list[tuple[Interval, Fact]]:
        """Earlier posteriors, which are the priors of a next piece of evidence."""
        return [
            (given(fact.quantity), fact)
            for fact in literals(self.before)
            if fact.name[0] == hypothesis and fact.name[1]
        ][-MOST_VALUES:]

    def posterior(self, hypothesis: Event, evidence: Event) -> Iterator[Derived]:
        for cases in self.cases(evidence):
            if hypothesis in cases:
                for choice in self.choices(cases, evidence):
                    yield from by_theorem(choice, cases.index(hypothesis))
        yield from self.posterior_by_evidence(hypothesis, evidence)

    def posterior_by_evidence(self, hypothesis: Event, evidence: Event) -> Iterator[Derived]:
        """With P(evidence) as stated, as far as it was stated before."""
        priors = self.values((hypothesis, CERTAIN))
        likelihoods = self.likelihoods(evidence, hypothesis)
        stated = [
            (rounded(fact.quantity), fact)
            for fact in self.before
            if fact.name == (evidence, CERTAIN)
        ]
        for prior, like, whole in islice(product(priors, likelihoods, stated), MOST_COMBINATIONS):
            if whole[0][0] > 0:
                low = prior[0][0] * like[0][0] / whole[0][1]
                high = prior[0][1] * like[0][1] / whole[0][0]
                text = f"{text_of(like)} × {text_of(prior)}/{text_of(whole)}"
                yield Derived(low, high, text, (prior[1], like[1], whole[1]))

    def total(self, evidence: Event) -> Iterator[Derived]:
        for cases in self.cases(evidence):
            for choice in self.choices(cases, evidence):
                low = sum(prior[0][0] * like[0][0] for prior, like in choice)
                high = sum(prior[0][1] * like[0][1] for prior, like in choice)
                text = " + ".join(f"{text_of(like)} × {text_of(p)}" for p, like in choice)
                yield Derived(low, high, text, facts_in(choice))

    def joint(self, events: Event) -> Iterator[Derived]:
        if len(events) != 2:
            return
        for one, other in (events, events[::-1]):
            for prior, like in product(
                self.values(((one,), CERTAIN)), self.values(((other,), (one,)))
            ):
                low, high = prior[0][0] * like[0][0], prior[0][1] * like[0][1]
                text = f"{text_of(like)} × {text_of(prior)}"
                yield Derived(low, high, text, (prior[1], like[1]))
        yield from self.independent([(part,) for part in events])

    def independent(self, events: Sequence[Event]) -> Iterator[Derived]:
        """The product of two probabilities, where the text calls the events independent."""
        texts = {f.passage.block.text.content for f in (*self.before, self.center)}
        if not any(INDEPENDENT.search(t) for t in texts) or any(map(DEPENDENT.search, texts)):
            return
        for one, other in product(*(self.values((event, CERTAIN)) for event in events)):
            low, high = one[0][0] * other[0][0], one[0][1] * other[0][1]
            yield Derived(low, high, f"{text_of(one)} × {text_of(other)}", (one[1], other[1]))

    def union(self, events: Event) -> Iterator[Derived]:
        """P(A ∪ B) = P(A) + P(B) − P(A ∩ B)."""
        parts = parts_of_union(events)
        if not parts:
            return
        one, other = (self.values((part, CERTAIN)) for part in parts)
        both = self.values((tuple(sorted(parts[0] + parts[1])), CERTAIN))
        if not both:
            both = [((d.low, d.high), d.facts[0]) for d in self.independent(parts)]
        for a, b, c in islice(product(one, other, both), MOST_COMBINATIONS):
            low, high = a[0][0] + b[0][0] - c[0][1], a[0][1] + b[0][1] - c[0][0]
            text = f"{text_of(a)} + {text_of(b)} − {text_of(c)}"
            yield Derived(low, high, text, facts_in([(a, b), (c,)]))

    def complement(self, what: Event, given_that: Event) -> Iterator[Derived]:
        if len(what) != 1:
            return
        for fact in literals([f for f in self.before if f.name == (negated(what), given_that)]):
            if self.is_close(fact):
                low, high = fact.quantity.low, fact.quantity.high
                if fact.quantity.text.endswith("%") or fact.quantity.exact:
                    low = high = fact.value
                yield Derived(1 - high, 1 - low, f"1 − {fact.written}", (fact,), True)

    def is_close(self, fact: Fact) -> bool:
        """Whether a complement is surely of the same example: beside it, or named in symbols."""
        place, other = self.center.passage.place, fact.passage.place
        return place[:CLUSTER] == other[:CLUSTER]


def by_theorem(choice: Sequence[tuple], index: int) -> Iterator[Derived]:
    """The posterior of one of the cases, between its least and its greatest value."""
    prior, like = choice[index]
    others = [pair for number, pair in enumerate(choice) if number != index]
    ends = []
    for end in (0, 1):
        own = prior[0][end] * like[0][end]
        rest = sum(p[0][1 - end] * x[0][1 - end] for p, x in others)
        if not own + rest:
            return
        ends.append(own / (own + rest))
    own_text = f"{text_of(like)} × {text_of(prior)}"
    total = " + ".join(f"{text_of(x)} × {text_of(p)}" for p, x in choice)
    yield Derived(*ends, f"{own_text}/({total})", facts_in(choice))


# -- names and values -----------------------------------------------------------------------------


def negated(event: Event) -> Event:
    """Not this event; only for one that is not made of several."""
    ((text, is_negated),) = event
    return ((text, not is_negated),)


def opposite(name: Name) -> Name | None:
    """The name of the complement: P(not A | B) for P(A | B)."""
    what, given_that = name
    return (negated(what), given_that) if len(what) == 1 else None


def is_of_a_test(name: Name) -> bool:
    """Whether a probability is plainly a given: of a test's result, or of a prevalence."""
    what, given_that = name
    return what in (POSITIVE, NEGATIVE, WORD) and bool(given_that)


def what_matches(what: Event, evidence: Event) -> bool:
    """Whether P(what | …) tells of P(evidence | …): it is the same, a part, or the opposite."""
    return what == evidence or (len(what) == 1 and {what[0], negated(what)[0]} & set(evidence))


def literals(facts: Sequence[Fact]) -> list[Fact]:
    """The facts without those that a sentence restates as one number: 0.0594 and not its sum."""
    written = {(f.name, f.passage.place) for f in facts if not is_computed(f)}
    return [f for f in facts if not is_computed(f) or (f.name, f.passage.place) not in written]


def rounded(quantity: Quantity) -> Interval:
    """Between what ends a result lies that was computed on the way."""
    if significant_digits(quantity.text) < 2:
        return quantity.value, quantity.value
    return quantity.low, quantity.high


def complement_of(value: tuple[Interval, Fact]) -> tuple[Interval, Fact]:
    (low, high), fact = value
    return (1 - high, 1 - low), fact


def text_of(value: tuple[Interval, Fact]) -> str:
    low, high = value[0]
    return shown((low + high) / 2)


def facts_in(choice: Sequence[tuple]) -> tuple[Fact, ...]:
    return tuple(fact for pair in choice for _, fact in pair)
