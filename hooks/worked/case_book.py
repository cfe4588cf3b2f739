"""The case book of a section: a prior and two rates that the section's own numbers confirm.

Of 20,000 people 300 are users, of whom 285 test positive, as do 394 of the other 19,700: if 1.5 %,
95 % and 2 % are stated too, it needs no word to tell which is the prior and which are the rates.
Each probability that follows in the section, also one with another prior, is then one of the few
that these allow. What is none of them is reported if the right value stands nowhere and a slip
leads to what does: the rate for the posterior, the prior left out, the other denominator.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from operator import itemgetter

from hooks.page import Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.worked.facts import Judgment, Passage
from hooks.worked.sizes import has_one
from hooks.worked.slips import Slip, can_be, explained, is_claimed, judged, misprint, shows
from hooks.worked.slips_of_bayes import (
    CLUSTER,
    COMPUTED,
    MOST,
    NEGATIVE,
    OF_COUNTS,
    PART_BEFORE,
    SAME,
    Case,
    Section,
    Share,
    lead_of,
    parts_of,
    said_of,
    sections,
)
from hooks.worked.spelled_shares import SPELLED, worded
from hooks.worked.stated import Stated, in_percent, numbers

FEWEST_SHARES = 2
SMALLEST = 20  # of a population that is counted out
LARGEST = 10**9
MOST_IN_WORDS = 20  # one in twenty
MOST_COUNTS = 24
NEAREST = 0.51  # how far a count may be from a share of another one
NEAR = 0.02  # how far a rounded result may be from what it is, as a share of that
WRITTEN = 0.006  # how far a written joint probability may be, as a share of it

OF_THEM_MARKS = (" of them", " of these", " of those", " of which", " of whom")
OF_THEM = Pattern(r"\s+of\s+(?:them|these|those|which|whom)\b", re.I)
MISSED = Pattern(r"\bmiss(?:es|ed|ing)?\b|\boverlook\w*|\bslips?\s+through", re.I)
CONCLUDING = (
    *("probab", "chance", "likel", "posterior", "risk", "odds", "means", "implies", "share"),
    *("fraction", "proportion", "portion", "confiden", " sure", "certain", "really", "actually"),
    *("cases", "precision", "ppv", "npv", "out of", "hundred", "p(", "→"),
)
COUNTED = Pattern(r"\d{3}")
FEWEST_COUNTS = 2
CONCLUDES = Pattern(
    r"\b(?:probab\w*|chances?|likel\w*|posterior|risk|odds|means?|share|fraction|proportion|portion|confiden\w*|sure"
    r"|certain\w*|in\s+fact|really|actually|cases|precision|PPV|NPV|out\s+of|in\s+a\s+hundred)\b|[→⇒]|\bPr?\s?\(",
    re.I,
)
NAMES_RATE = Pattern(
    r"\b(?:sensitiv\w*|specific\w*|recall|(?:hit|detection|miss|error|alarm|positive|negative)[\s-]rates?|power|prevalen\w*"
    r"|base[\s-]rates?|prior|accura\w*|threshold|tests?\s+that|(?:better|worse|other|new|improved|different)\s+"
    r"(?:test|kit|detector|device|model|version))\b",
    re.I,
)
RATE_BEHIND = Pattern(
    r"\s(?:\w+\s)?(?:sensitiv|specific|recall|power|prevalen|base[\s-]rate|accura)", re.I
)
EVIDENCE = Pattern(
    r"\b(?:positives?|negatives?|alarms?|alerts?|alert\w*|flag\w*|r[iu]ngs?|rang|react\w*|warn\w*|fires|silen\w*|clear\w*|quiet"
    r"|accus\w*|stopped|suspicious|marked|caught|hits?|result|signal\w*|beeps?|contain\w*|tests?)\b",
    re.I,
)
CONDITION = (
    r"(?:(?<!chance )(?<!probability )(?<!risk )(?<!share )(?<!proportion )(?<!fraction )\bof"
    r"|\b(?:among|amongst|in|for|if|given|when|that|because|since|on|to|from|with)|\|)"
)
MEANS = Pattern(r"\b(?:means?|implies|implied|indicates?|signals?)\b|[→⇒:]", re.I)
NAMES_POSTERIOR = Pattern(r"\b(?:posterior|PPV|NPV|precision)\b", re.I)
AT = Pattern(r"(?<!out )(?<!stands )(?<!put )(?<!remains )(?<!is )\bat\s+$", re.I)
SAYS_CHANCE = Pattern(
    r"\b(?:risk|chances?|probab\w*|likel\w*|posterior|PPV|NPV|precision|means?|certain\w*|sure|goes\s+up|share)\b|[→⇒]|\bPr?\s?\(",
    re.I,
)
SYMBOL = Pattern(r"(?<![)\w}])[^\W\d](?:_\w+)?\s*=\s*$")  # σ = 0.15, and not P(A) = 0.15
CHANCE = Pattern(r"\b(?:risk|chances?|probab\w*)\b", re.I)
FEWEST_WORDS = 4  # of a sentence that says by itself what its number is
NOT_SHOWN = Pattern(r"\b(?:not|never|n['’]t)\s+(?:\w+ed\s+)?(?P<whom>\w+)", re.I)
IN_HUNDRED = Pattern(r"\s+(?:in|of|out\s+of)\s+(?:a|one|every)\s+hundred\b|\s+per\s?cent\b")
IF = Pattern(r"[^.;]*\b(?:if|when|where|among|with|given)\b[^.,;]*", re.I)
RISES = Pattern(
    r"\b(?:go(?:es)?|went|rises?|rose|climbs?|jumps?|lifts?|drops?|falls?|fell|sinks?|shrinks?|raises?|lowers?|pushe?s?"
    r"|increases?|decreases?|brings?|reduces?)\b[^.;,]{0,40}\bto\s+(?:about\s+)?$",
    re.I,
)
TWICE = Pattern(r"\b(?:second|twice|again|both|two|three|third|another|repeat\w*)\b", re.I)
WORD = Pattern(r"[a-z]{4,}", re.I)
STEM = 4
COMMON = frozenset(
    "about abou after also among another because been being both case chance does each every find"
    " finds from have here itself just like many more most much nearly only other others over part"
    " percent probability probably rest same says share shows some such than that their them then"
    " there therefore these they this those what when where which with without would test tests"
    " people total thousand hundred".split()
)


@record
class Confirmed:
    """A case that written counts or joint probabilities confirm, and what its parts are called.

    of_case, of_evidence: how words begin that stand only with those meant, and with both results.
    with_it, without: how many show the observation, of whom and of the others, and how many do not.
    """

    case: Case
    of_case: frozenset[str] = frozenset()
    of_evidence: frozenset[str] = frozenset()
    with_it: tuple[float, ...] = ()
    without: tuple[float, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether written counts or joint probabilities confirm it."""
        return bool(self.of_case or self.of_evidence)

    @property
    def rates(self) -> list[float]:
        return [x for like in self.case.likes for x in (like, 1 - like)]

    @property
    def known(self) -> list[float]:
        """The shares that the case states, and what they leave of 1."""
        return [*self.rates, *self.case.priors]


def judgments(page: Question) -> Iterator[Judgment]:
    """The posteriors that follow from no case of their section and that a slip explains."""
    if page.source.count("%") < FEWEST_SHARES and "0.0" not in page.source:
        return
    for section in sections(page):
        told = section.told
        if sum(passage.may_state_share for passage in told) < FEWEST_SHARES:
            continue
        concludes = any(has_one(passage.lower, CONCLUDING) for passage in told)
        if concludes and (section.may_have_cases or has_counts(told)):
            book = Book(section)
            if book.entry:
                yield from book.judgments()


def has_counts(told: Sequence[Passage]) -> bool:
    """Whether a section may count a population out: several numbers of three digits and more."""
    return sum(len(COUNTED.findall(passage.plain)) for passage in told) >= FEWEST_COUNTS


# -- reading --------------------------------------------------------------------------------------


@record
class Written:
    """A number of a section, and where it stands."""

    number: Stated
    passage: Passage

    @property
    def start(self) -> int:
        return self.number.start

    @property
    def end(self) -> int:
        return self.number.end

    @cached_property
    def said(self) -> str:
        """The words about it."""
        return next(said_of(self.passage, [(self.start, self.end)]))


@record
class Tree:
    """A prior and two rates, and the counts or joint probabilities that they lead to.

    hit, alarm: each rate with what is written of its group. total: how many all are, or 1.
    """

    prior: Share
    hit: tuple[Share, Written]
    alarm: tuple[Share, Written]
    total: int

    @property
    def likes(self) -> tuple[float, float]:
        return rate_of(self.hit[0]), rate_of(self.alarm[0])

    @property
    def parts(self) -> tuple[Share | Written, ...]:
        return (self.prior, *self.hit, *self.alarm)

    @cached_property
    def givens(self) -> tuple:
        return tuple((part.passage.place, part.start) for part in self.parts)

    @cached_property
    def case(self) -> Case:
        last = max(self.parts, key=lambda part: (part.passage.place, part.end))
        priors = self.prior.value, 1 - self.prior.value
        return Case(priors, self.likes, last.passage, last.end, True, self.givens)


class Book:
    """What a section states: shares, counts, and the cases that they make up."""

    def __init__(self, section: Section):
        self.section, self.page, self.told = section, section.page, section.told

    def shares_of(self, passage: Passage) -> list[Share]:
        """The shares of a passage, also those in words: "three quarters"."""
        spelled = list(worded(passage.plain)) if has_one(passage.lower, SPELLED) else []
        spans = [(n.start, n.end) for n in spelled]
        found = zip(spelled, said_of(passage, spans), strict=True) if spelled else ()
        return [
            *(share for share in self.section.shares if share.passage is passage),
            *(Share(float(n.value), said, passage, n.start, n.end) for n, said in found),
        ]

    @cached_property
    def shares(self) -> list[Share]:
        """The shares that may be a prior or a rate, the first of each value."""
        found: dict[float, Share] = {}
        for share in (share for passage in self.told for share in self.shares_of(passage)):
            found.setdefault(round(share.value, 6), share)
        return list(found.values())[:MOST]

    @cached_property
    def rate_of(self) -> dict[int, float]:
        return {id(share): rate_of(share) for share in self.shares}

    @cached_property
    def entry(self) -> Confirmed | None:
        """The first confirmed case of the section or, if none is, the only one it tells."""
        if self.trees:
            return self.confirmed(self.trees[0])
        if not self.section.may_have_cases:
            return None
        pairs = [case for case in self.section.cases if len(case.likes) == 2]
        is_one = len({case.key for case in pairs}) == 1 or are_updates(pairs)
        return Confirmed(pairs[0]) if is_one else None

    @cached_property
    def trees(self) -> list[Tree]:
        """The first tree of each prior: what is stated later may be a result of it."""
        found: dict[float, Tree] = {}
        for tree in sorted(self.all_trees(), key=lambda tree: tree.givens):
            found.setdefault(tree.prior.value, tree)
        return list(found.values())

    @cached_property
    def counts(self) -> dict[float, Written]:
        """Where each number from 1 on stands first: a count, or one that is expected."""
        found: dict[float, Written] = {}
        for passage in self.told:
            for number in numbers(passage.plain):
                value = float(number.value)
                if 1 <= value < LARGEST and value not in found:
                    found[value] = Written(number, passage)
        return found

    @cached_property
    def joint(self) -> list[tuple[float, Written]]:
        """The decimals of the section that may be joint probabilities."""
        read = [Written(n, p) for p in self.told for n in numbers(p.plain) if 0 < n.value < 1]
        return sorted(((float(one.number.value), one) for one in read), key=itemgetter(0))

    def all_trees(self) -> Iterator[Tree]:
        """Priors and rates whose products with a population, or with 1, are written out."""
        for total, part in self.sums():
            for prior in self.shares:
                if abs(prior.value * total - part) <= NEAREST:
                    yield from self.trees_of(prior, total, part)
        for prior, total, part in self.counted():
            yield from self.trees_of(prior, total, part)
        if self.section.may_have_cases and self.joint:
            for prior in self.shares:
                yield from self.trees_of(prior, 1, prior.value)

    def sums(self) -> Iterator[tuple[int, int]]:
        """Counts with a part of them, of which the rest is counted too."""
        counts = [int(count) for count in self.counts if count == int(count)][: 2 * MOST_COUNTS]
        known = {*counts}
        for total in [count for count in counts if count >= SMALLEST][:MOST_COUNTS]:
            for part in counts:
                if total - part in known and self.is_share(part, total):
                    yield total, part

    def counted(self) -> Iterator[tuple[Share, int, int]]:
        """Populations of which a part is counted right behind: "10,000 people, 200 of them"."""
        before: Stated | None = None
        for passage in self.told if has_one(self.section.lower, OF_THEM_MARKS) else ():
            for number in numbers(passage.plain):
                part, total = float(number.value), float(before.value) if before else 0
                is_part = total >= SMALLEST and 1 <= part < total / 2 and number.is_whole
                if is_part and OF_THEM.match(passage.plain, number.end):
                    said = next(said_of(passage, [(number.start, number.end)]))
                    prior = Share(part / total, said, passage, number.start, number.end)
                    yield prior, int(total), int(part)
                before = number if number.is_whole and not number.is_percent else None

    def is_share(self, part: int, total: int) -> bool:
        """Whether a part may be so many percent of all that are stated, or one in so many."""
        one_in = total / part
        if one_in == int(one_in) and (one_in <= MOST_IN_WORDS or one_in in self.counts):
            return True
        return any(abs(share * total - part) <= NEAREST for share in self.percentages)

    @cached_property
    def percentages(self) -> set[float]:
        read = (float(n.value) for passage in self.told for n in numbers(passage.plain))
        return {value for value in read if 0 < value < 1}

    def trees_of(self, prior: Share, total: int, part: float) -> Iterator[Tree]:
        rates = [share for share in self.shares if share is not prior]
        hits = list(self.rates(rates, part, total))
        others = list(self.rates(rates, total - part, total)) if hits else ()
        for hit, alarm in product(hits, others):
            tree = Tree(prior, hit, alarm, total)
            a, b = tree.likes
            if hit[0] is not alarm[0] and hit[1] is not alarm[1] and a != b and 0 < b < 1:
                yield tree

    def rates(
        self, rates: Sequence[Share], group: float, total: int
    ) -> Iterator[tuple[Share, Written]]:
        """The rates whose share of a group is written."""
        for share in rates:
            part = self.there(share.value * group, total)
            if not part and (rate := self.rate_of[id(share)]) != share.value:
                part = self.there(rate * group, total)
            if part and share.passage.place <= part.passage.place and part.start != share.start:
                yield share, part

    def there(self, value: float, total: int) -> Written | None:
        """Where a number is written that a count or a joint probability rounds to."""
        if total > 1:
            room = min(NEAREST, value / 20)
            near = (round(value, 2), int(value), int(value) + 1) if value >= 1 else ()
            found = [n for n in near if n in self.counts and abs(n - value) <= room]
            return self.counts[found[0]] if found else None
        at = bisect_left(self.joint, value * (1 - WRITTEN), key=itemgetter(0))
        is_there = at < len(self.joint) and self.joint[at][0] <= value * (1 + WRITTEN)
        return self.joint[at][1] if is_there else None

    def confirmed(self, tree: Tree) -> Confirmed:
        mine, others = (
            frozenset.union(*(stems(part.said) for part in pair)) for pair in (tree.hit, tree.alarm)
        )
        of_case = (mine | stems(tree.prior.said)) - others
        shown, hidden = counts_of(tree.case, tree.total)
        behind = self.behind(sum(shown[-1:]))
        return Confirmed(tree.case, of_case, (mine & others | behind) - of_case, shown, hidden)

    def behind(self, count: float) -> frozenset[str]:
        """What the section calls all those with the observation: the word behind their number."""
        one = self.counts.get(int(count)) if count > 1 else None
        word = WORD.match(one.passage.plain, one.end + 1) if one else None
        return stems(word[0]) if word else frozenset()

    # -- judging

    def judgments(self) -> Iterator[Judgment]:
        for passage in self.told:
            if passage.block.kind == "table" or passage.place < self.entry.case.passage.place:
                continue
            for read, clause in parts_of(passage):
                number = of_hundred(passage, read)
                is_behind = (passage.place, number.start) > self.entry.case.at
                if is_behind and is_result(passage, number):
                    slip = self.slip_of(
                        Claim(passage, number, clause.lower(), self.entry, self.is_next(passage))
                    )
                    if slip and is_claimed(self.page, passage, number, rises(passage, number)):
                        yield judged(passage, number, slip)

    def is_next(self, passage: Passage) -> bool:
        """Whether a sentence follows what confirms the case, or the sentence behind that."""
        places = [one.place for one in self.told]
        at = places.index(self.entry.case.passage.place)
        return self.entry.is_sure and passage.place in places[at + 1 : at + 3]

    def slip_of(self, claim: "Claim") -> Slip | None:
        others = self.new_priors(claim)
        is_restated = any(can_be(claim.number, share, False) for share in others)
        if len(others) > 1 or is_restated or not claim.is_posterior(bool(others)):
            return None
        case = with_prior(self.entry.case, *others)
        case = case.opposite if claim.is_negative else case
        slips = [
            slip
            for slip in (slips_of(case, claim) if case else ())
            if shows(claim.number, slip)
            and not self.section.states(slip.right, claim.passage, claim.number, self.entry.known)
        ]
        if not slips:
            return None
        return explained(claim.passage, claim.number, list(self.rights(claim, others)), slips)

    def new_priors(self, claim: "Claim") -> list[float]:
        """The shares that a sentence states before a claim, or as a condition, and that are new."""
        plain, number = claim.passage.plain, claim.number
        own = {
            share.value
            for share in self.shares_of(claim.passage)
            if share.start < number.start or IF.fullmatch(plain, number.end, share.start)
        }
        case = self.entry.case
        results = [p for one in (case, case.opposite) if one for p in one.posteriors]
        return [
            share
            for share in own
            if not is_one_of(share, [*self.entry.known, claim.value])
            and not any(abs(share - result) < NEAR * result for result in results)
        ]

    def rights(self, claim: "Claim", others: Sequence[float]) -> Iterator[float]:
        """What follows from the cases of the section, also with another prior that it states."""
        at = claim.passage.place, claim.number.start
        cases = [self.entry.case, *(tree.case for tree in self.trees), *self.section.cases]
        for case in {case.key: case for case in cases if at not in case.givens}.values():
            yield from joint_of(claim, case)
            yield from rights_of(claim, case)
            if len(case.likes) == 2:
                for prior in {*(others or self.section.givens(at))} - {*case.likes}:
                    yield from rights_of(claim, with_prior(case, prior))


@record
class Claim:
    """A number that may be a posterior of a case: where it stands, and the clause around it.

    is_next: it stands right behind what confirms the case.
    """

    passage: Passage
    number: Stated
    clause: str
    entry: Confirmed
    is_next: bool

    @property
    def value(self) -> float:
        return float(self.number.value)

    @property
    def since_prior(self) -> str:
        """What stands between the share before the number, which may be its prior, and it."""
        before = [n.end for n in numbers(self.passage.plain) if n.end <= self.number.start]
        own = self.passage.plain[before[-1] if before else 0 : self.number.end]
        return own if before else self.clause

    @cached_property
    def around(self) -> str:
        """The block up to the number."""
        return lead_of(self.passage) + self.passage.plain[: self.number.start]

    @cached_property
    def before(self) -> str:
        """The sentence up to the number, with what leads to it if it says little itself."""
        own = self.passage.plain[: self.number.start]
        return self.around if len(WORD.findall(own)) < FEWEST_WORDS else own

    @cached_property
    def counts(self) -> list[float]:
        """What the sentence counts."""
        return [float(n.value) for n in numbers(self.passage.plain) if n.is_whole and n.value > 0]

    @property
    def is_negative(self) -> bool:
        """Whether it is about those without the observation."""
        if any(is_one_of(count, self.entry.with_it) for count in self.counts):
            return False
        is_counted = any(is_one_of(count, self.entry.without) for count in self.counts)
        if is_counted or NEGATIVE.search(self.before):
            return True
        denied = " ".join(found["whom"] for found in NOT_SHOWN.finditer(self.before))
        return bool(denied) and bool(stems(denied) & self.entry.of_evidence)

    @property
    def has_evidence(self) -> bool:
        """Whether it speaks of those with or without the observation."""
        return bool(
            EVIDENCE.search(self.before)
            or NAMES_POSTERIOR.search(self.before)
            or stems(self.passage.plain + self.before) & self.entry.of_evidence
            or self.has_count
        )

    @property
    def has_count(self) -> bool:
        """Whether it counts those with or without the observation."""
        of_counts = (*self.entry.with_it, *self.entry.without)
        return any(is_one_of(count, of_counts) for count in self.counts)

    def is_posterior(self, is_new: bool) -> bool:
        """Whether it says how probable the case is, and not how often the test finds it.

        is_new: the sentence states another prior.
        """
        said = self.since_prior if is_new else self.passage.plain
        if NAMES_RATE.search(said) or not self.is_about:
            return False
        if is_new or not is_one_of(self.value, self.entry.rates):
            return self.has_evidence or self.is_next
        return self.has_evidence and not self.is_rate

    @property
    def is_about(self) -> bool:
        """Whether it concludes something from the case: by what its parts are called, or nearby."""
        case = self.entry.case
        if not self.entry.is_sure:
            is_near = self.passage.place[:CLUSTER] == case.passage.place[:CLUSTER]
            is_near = is_near or (case.shown and bool(NAMES_POSTERIOR.search(self.before)))
            return is_near and bool(SAYS_CHANCE.search(self.before))
        if not CONCLUDES.search(self.around + self.clause):
            return False
        own = stems(self.around + self.passage.plain[self.number.end :])
        is_called = own & (self.entry.of_case | self.entry.of_evidence)
        return bool(is_called) or self.has_count or self.is_next

    @property
    def is_rate(self) -> bool:
        """Whether a number that is one of the rates may be meant as that."""
        of_case = [stem for stem in self.entry.of_case if stem in self.clause]
        if any(is_condition(stem, self.clause) for stem in of_case):
            return True
        if of_case or (MEANS.search(self.before) and EVIDENCE.search(self.before)):
            return False
        found = EVIDENCE.search(self.clause) or MISSED.search(self.clause)
        is_of_test = found or stems(self.clause) & self.entry.of_evidence
        return bool(is_of_test) or not CHANCE.search(self.clause + self.before)


def are_updates(cases: Sequence[Case]) -> bool:
    """Whether each case begins with what the one before it comes to, for the same test."""
    return bool(cases) and all(
        one.likes == other.likes
        and abs(one.posteriors[0] - other.priors[0]) < NEAR * other.priors[0]
        for one, other in pairwise(cases)
    )


def rate_of(share: Share) -> float:
    """The share with the observation: of a miss rate, or a specificity, what it leaves."""
    is_inverse = share.of_others != share.value or MISSED.search(share.said)
    return 1 - share.value if is_inverse else share.value


def stems(text: str) -> frozenset[str]:
    """How the words of a text begin that say what it is about."""
    found = (word.lower() for word in WORD.findall(text))
    return frozenset(word[:STEM] for word in found if word not in COMMON)


def of_hundred(passage: Passage, number: Stated) -> Stated:
    """9.4 in a hundred as 9.4 %."""
    return in_percent(number) if IN_HUNDRED.match(passage.plain, number.end) else number


def rises(passage: Passage, number: Stated) -> bool:
    return bool(RISES.search(passage.plain, 0, number.start))


def rights_of(claim: Claim, case: Case) -> Iterator[float]:
    """What may be meant as a posterior: also of the sum, and after two or three results."""
    one = case.opposite if claim.is_negative else case
    if one is None or not one.total:
        return
    for posterior in one.posteriors:
        yield from (posterior, 1 - posterior)
    if len(case.likes) == 2 and TWICE.search(claim.passage.plain):
        for times in (2, 3):
            likes = tuple(like**times for like in one.likes)
            yield from Case(case.priors, likes, case.passage, case.end).posteriors


def joint_of(claim: Claim, case: Case) -> Iterator[float]:
    """How often the observation is made, and each hypothesis holds then."""
    one = case.opposite if claim.is_negative else case
    yield from (*one.joint, one.total) if one else ()


def with_prior(case: Case, *priors: float) -> Case:
    """The case, with another prior if there is one."""
    if not priors:
        return case
    return Case((priors[0], 1 - priors[0]), case.likes, case.passage, case.end)


def counts_of(case: Case, total: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """How many of a population show the observation, and how many do not."""
    groups = [round(prior * total) for prior in case.priors]
    shown = [round(like * n) for like, n in zip(case.likes, groups, strict=True)]
    rest = [n - part for n, part in zip(groups, shown, strict=True)]
    both = [tuple(map(float, (*own, sum(own)))) for own in (shown, rest)]
    return (both[0], both[1]) if total > 1 else ((), ())


def is_result(passage: Passage, number: Stated) -> bool:
    """Whether a number may be a probability that is stated as a result."""
    plain = passage.plain
    return 0 < number.value < 1 and not (
        "/" in number.written
        or COMPUTED.match(plain, number.end)
        or RATE_BEHIND.match(plain, number.end)
        or SYMBOL.search(plain, 0, number.start)
        or AT.search(plain, 0, number.start)
        or OF_COUNTS.search(plain, 0, number.start)
        or PART_BEFORE.search(plain, 0, number.start)
        or passage.math
    )


def is_one_of(value: float, others: Sequence[float]) -> bool:
    return any(abs(value - other) < SAME for other in others)


def is_condition(stem: str, clause: str) -> bool:
    """Whether a clause is about those meant: "of the users 95 %", "a user is found with 95 %"."""
    named = rf"(?:the|all|those|these|a|an|every|each)?\s*(?:\w+\s+){{0,1}}?{stem}"
    return bool(re.search(rf"{CONDITION}\s+{named}|^\W*(?:so\s+)?{named}", clause))


def slips_of(case: Case, claim: Claim) -> Iterator[Slip]:
    """What mistakes make of the posteriors of a case of two hypotheses."""
    for index, right in enumerate(case.posteriors):
        how = case.text(index)
        p, a = case.priors[index], case.likes[index]
        q, b = case.priors[1 - index], case.likes[1 - index]
        wrong = (
            ("is the likelihood", a),
            ("is what the other likelihood leaves", 1 - b),
            ("leaves the prior out", a / (a + b)),
            ("is ten times that", 10 * right),
            ("is a tenth of that", right / 10),
            ("is twice that", 2 * right),
            ("is half of that", right / 2),
            (f"does not weigh {b:.4g}", p * a / (p * a + b)),
            *(
                (f"takes {x:.4g} instead of {q * b:.4g}", p * a / (p * a + x))
                for x in (q * (1 - a), q * (1 - b), 1 - a)
            ),
        )
        yield from (Slip(value, right, how, f"the number {why}", True) for why, value in wrong)
        if why := misprint(claim.number, right):
            yield Slip(claim.value, right, how, why)
    if TWICE.search(claim.passage.plain):
        first = case.posteriors[0]
        again = with_prior(case, first)
        yield Slip(2 * first, again.posteriors[0], again.text(0), "the number is twice it", True)
