"""Posteriors and likelihood ratios that only a typical slip explains.

Cases are gathered loosely: two shares of which one is of the others, "picks up 93 % of them, among
the others it is positive in 4 %", and a prior; joint probabilities that were written as products
whose first factors sum to 1; rows of a table of counts. A number is judged only if it follows from
no case by any reading, and a slip on one of them explains it: the prior left out, the likelihood or
odds for the posterior, the specificity for the false positives.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, islice, pairwise
from math import prod

from hooks.language.wording import JOINER, words
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.worked.bayes_theorem import Known, facts_of
from hooks.worked.facts import Fact, Judgment, Passage, passages, quantity_of
from hooks.worked.sizes import has_one
from hooks.worked.slips import (
    Slip,
    can_be,
    explained,
    is_claimed,
    is_precise,
    judged,
    misprint,
    shows,
)
from hooks.worked.spelled_shares import PARTS
from hooks.worked.stated import COUNT_WORDS, NUMERAL, Stated, numbers

MARKS = (
    *("bayes", "posterior", "prior", "prevalen", "base rate", "base-rate", "sensitiv", "specific"),
    *("false alarm", "false positive", "likelihood ratio", "spam", "odds", "probab", "chance"),
    *("positive", "alarm", "alert", "p("),
)
OF_RATERS = ("kappa", "κ")  # whose agreement by chance is a sum of products, too
MULTIPLIED = ("· 0.", "·0.", "× 0.", "×0.", " x 0.", " * 0.", "*0.")
NEAR = 200  # characters before a sentence that may say what it is about
MOST = 12  # shares or cases of a section
CLUSTER = 4
ITSELF = 0.01  # how near a given must be to a value to be that value, as a share of it
RESTATED = 0.08  # how far a value may be from another one that states it, as a share of that

SHARE = Pattern("¤+")
ONE_IN = Pattern(
    r"\bone\s+(?:[a-z-]+\s+){1,3}in\s+(?:(?P<hundred>a\s+hundred)|(?P<thousand>a\s+thousand)|(?P<n>\d[\d,\u2009]*)"
    rf"|(?P<few>{COUNT_WORDS})\b)|\bevery\s+(?P<nth>{'|'.join(list(PARTS)[2:])})\b",
    re.I,
)
# What parts a sentence into what is said of one share and of another.
PART = Pattern(r"[.;:|\n](?!\d)|,(?!\d)|\b(?:and|but|while|whereas|yet)\b|[—–]")
OF_OTHERS = Pattern(
    r"\b(?:false|falsely|wrongly|without|healthy|others?|rest|remaining|honest|legitimate|ham|innocent|genuine|regular"
    r"|clean|dry|else|absent|harmless|unaffected|uninfected|well|not|non\w*|negative\s+reviews?|truthful|good|normal)\b"
    r"|n['’]t\b",
    re.I,
)
LESS = Pattern(r"(?<![\d.])1\s*[-−–]")  # 1 − specificity
OF_SPECIFICITY = Pattern(r"\bspecific\w*|\bcorrect\w*\s+negative|\btrue[\s-]negative", re.I)
OF_PRIOR = Pattern(
    r"\b(?:prevalen\w*|prior|base[\s-]rate|incidence|share\s+of|fraction\s+of|breaks?\s+out|occurs?|has\s+it|have\s+it"
    r"|suffer\w*|rains?\s+on|one\s+in|of\s+(?:all\s+)?(?:mails?|days|people|patients|applicants|transactions|transfers"
    r"|e-?mails|users|employees|drivers|women|men|the\s+population)"
    r"|of\s+(?:the|all|our|these|those|its|her|his)\s+(?:\w+\s+){1,3}?(?:are|is|have|has|carry|contain|suffer))\b",
    re.I,
)
OF_RATE = Pattern(
    r"\b(?:sensitiv\w*|specific\w*|recall|detect\w*|catch\w*|recogni\w*|picks?\s+up|finds?|flags?|react\w*|sounds?|appears?"
    r"|positive\s+in|rate|tests?\s+positive|shows?\s+up|cloudy)\b",
    re.I,
)
NAMED_RATE = Pattern(r"\b(?:sensitivity|specificity|recall)\b", re.I)
OF_RATIO = Pattern(r"\b(?:odds|LR\s*[+−–-]?|ratio)\s+(?:of|is|are|=|≈|:)\s*$")
COMPUTED = Pattern(r"\s*(?:[·×*/^²+−]\s*[\d(.]|-\s+[\d(])")
COMPUTED_BEFORE = Pattern(r"(?:[·×*/+−(=≈]|\s-\s?)\s*$")
# What names a probability that was computed, and what names it given an observation.
OF_CHANCE = Pattern(
    r"\b(?:probab\w*|chances?|likel\w*|posterior|risk|which\s+part|share|odds|responsible|blame|how\s+(?:sure|worried|many)"
    r"|really|real|given|confiden\w*|normali[sz]\w*|PPV|NPV|positive\s+with|spam\s+with)\b|\bPr?\s?\(",
    re.I,
)
OF_TOTAL = Pattern(
    r"\b(?:overall|total\w*|altogether|in\s+all|make\s+up|makes\s+up|evidence)\b|\bPr?\s?\(\s*[^|()]{1,12}\)",
    re.I,
)
OF_EVIDENCE = Pattern(
    r"\b(?:positives?|negatives?|alarms?|alerts?|flag\w*|rings?|react\w*|warn\w*|fires|silent|given|cloudy|clear|contain\w*"
    r"|who\s+test|caus\w*|timeout)\b|\||\\mid",
    re.I,
)
OF_F_SCORE = Pattern(r"\bF(?:_?[\dβ.]+|-\w+)\s*=[^;]{0,60}$")
OF_ODDS = Pattern(r"\bodds\b(?:[^.;,]|[.,](?=\d)){0,40}$", re.I)


Place = tuple[tuple[int, ...], int]  # a passage's place and an offset in it


@record
class Case:
    """Hypotheses of which one holds: how probable each is, and the observation under each.

    shown: the joint probabilities are written out. passage, end: where its last number stands.
    givens: the places of the numbers that it was read from.
    """

    priors: tuple[float, ...]
    likes: tuple[float, ...]
    passage: Passage
    end: int
    shown: bool = False
    givens: tuple[Place, ...] = ()

    @property
    def at(self) -> Place:
        return self.passage.place, self.end

    @property
    def key(self) -> tuple:
        """What is the same for two readings of one case."""
        pairs = zip(self.priors, self.likes, strict=True)
        return tuple(sorted((round(p, 4), round(like, 4)) for p, like in pairs))

    @cached_property
    def joint(self) -> tuple[float, ...]:
        return tuple(p * like for p, like in zip(self.priors, self.likes, strict=True))

    @property
    def total(self) -> float:
        return sum(self.joint)

    @cached_property
    def posteriors(self) -> tuple[float, ...]:
        return tuple(weight / self.total for weight in self.joint)

    @cached_property
    def opposite(self) -> "Case | None":
        """The same if the observation is not made."""
        likes = tuple(1 - like for like in self.likes)
        is_share = max(self.likes) < 1 and max(self.priors) < 1
        return Case(self.priors, likes, self.passage, self.end) if is_share else None

    def text(self, index: int) -> str:
        """How a posterior is computed."""
        products = [
            f"{like:.4g} × {p:.4g}" for p, like in zip(self.priors, self.likes, strict=True)
        ]
        return f"{products[index]}/({' + '.join(products)})"


def judgments(page: Question) -> Iterator[Judgment]:
    """The posteriors and likelihood ratios of a page that only slips explain."""
    if not has_one(page.source, ("%", "0.", ".0", "percent")):
        return
    if not has_one(page.lower, MARKS) and not has_one(page.source, MULTIPLIED):
        return
    if has_one(page.lower, OF_RATERS) and not has_one(page.lower, MARKS[:4]):
        return
    for section in sections(page):
        if not section.may_have_cases:
            continue
        if section.cases:
            yield from section.judgments()
        for passage in section.told:
            yield from of_quoted_counts(page, passage)


@lru_cache(maxsize=RECENT)
def sections(page: Question) -> tuple["Section", ...]:
    """The parts of a page between its headings, without what is told as a mistake."""
    found = groupby(passages(page), key=lambda passage: passage.place[0])
    return tuple(Section(page, [p for p in own if not p.of_mistakes]) for _, own in found)


# -- cases ----------------------------------------------------------------------------------------


@record
class Share:
    """A share that is stated and not computed: its value, the words about it, and its place."""

    value: float
    said: str
    passage: Passage
    start: int
    end: int

    @property
    def is_of_others(self) -> bool:
        return bool(OF_OTHERS.search(self.said) or OF_SPECIFICITY.search(self.said))

    @property
    def of_others(self) -> float:
        """The share of the others that shows the observation."""
        is_inverse = OF_SPECIFICITY.search(self.said) and not LESS.search(self.said)
        return 1 - self.value if is_inverse else self.value


def shares_in(passage: Passage) -> Iterator[Share]:
    """The shares of a sentence or of a row of two cells, with the words up to the next."""
    plain, read = passage.plain, []
    for found in SHARE.finditer(passage.numbered):
        quantity = quantity_of(plain[found.start() : found.end()])
        computed = COMPUTED.match(plain, found.end()) or COMPUTED_BEFORE.search(
            plain, 0, found.start()
        )
        is_ratio = OF_RATIO.search(plain, 0, found.start())
        if quantity and 0 < quantity.value < 1 and not computed and not is_ratio:
            read.append((float(quantity.value), *found.span()))
    for found in ONE_IN.finditer(plain):
        if (n := one_in(found)) > 1:
            read.append((1 / n, *found.span()))
    read.sort(key=lambda one: one[1])
    spans = [(start, end) for _, start, end in read]
    for (value, start, end), said in zip(read, said_of(passage, spans), strict=True):
        yield Share(value, said, passage, start, end)


def said_of(passage: Passage, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The clause or the cell around each place of a passage."""
    plain = passage.plain
    text = plain if passage.block.kind == "table" else plain.replace("\n", " ")
    edges = [0, *(found.end() for found in PART.finditer(text)), len(plain) + 1]
    for start, end in spans:
        begin = max(edge for edge in edges if edge <= start)
        yield text[begin : min(edge for edge in edges if edge >= end)]


def parts_of(passage: Passage) -> Iterator[tuple[Stated, str]]:
    """The numbers of a passage, each with the clause or the cell around it."""
    read = numbers(passage.plain)
    spans = [(number.start, number.end) for number in read]
    yield from zip(read, said_of(passage, spans), strict=True)


def one_in(found: re.Match[str]) -> int:
    if found["nth"]:
        return PARTS[found["nth"].lower()]
    if found["few"]:
        return NUMERAL[found["few"].lower()]
    return 100 if found["hundred"] else 1000 if found["thousand"] else whole(found["n"])


def whole(text: str) -> int:
    return int(text.replace(",", "").replace(JOINER, ""))


def loose_cases(all_shares: Sequence[Share]) -> Iterator[Case]:
    """A share of those that are meant beside one of the others, and the prior before or behind."""
    shares = [share for share in all_shares if is_given(share.passage)]
    for number, (one, other) in enumerate(pairwise(shares[:MOST])):
        pair = (one, other) if other.is_of_others else (other, one)
        if one.is_of_others == other.is_of_others or OF_PRIOR.search(pair[0].said):
            continue
        rest = [s for i, s in enumerate(shares[:MOST]) if i not in (number, number + 1)]
        rest = [s for s in rest if not s.passage.plain.rstrip(' *_"”)').endswith("?")]
        priors = [s for s in rest if OF_PRIOR.search(s.said) and not OF_RATE.search(s.said)]
        before = [s for s in rest if place_of(s) < place_of(one) and not NAMED_RATE.search(s.said)]
        priors = [s for s in priors if s in before] or priors[:1]
        if not priors and len(before) == 1:
            priors = before
        if len({s.value for s in priors}) == 1:
            prior = priors[0]
            last = max((one, other, prior), key=place_of)
            likes = pair[0].value, pair[1].of_others
            if likes[0] != likes[1] and likes[1] < 1:
                givens = tuple(map(place_of, (one, other, prior)))
                priors = prior.value, 1 - prior.value
                yield Case(priors, likes, last.passage, last.end, False, givens)
            return


def is_given(passage: Passage) -> bool:
    """Whether a passage may state what is given: no formula, no table with several columns."""
    is_wide = passage.block.kind == "table" and len(passage.block.rows[0]) > 2
    return not passage.math and not is_wide and passage.may_state_share


def place_of(share: Share) -> Place:
    return share.passage.place, share.start


# 0.5 · 0.01, 700 × 0.28, 0.6 · 0.3 · 0.04
FACTOR = r"(?<![\w.,])(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s*%)?"
PRODUCT = Pattern(rf"{FACTOR}(?:\s*(?:[·×*]|\bx\b|\\cdot|\\times)\s*{FACTOR}){{1,4}}")
FACTORS = Pattern(r"(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:\s*%)?")
SAME = 1e-9
ONE = 0.006  # how far from 1 rounded priors may sum to


def written_cases(told: Sequence[Passage]) -> Iterator[Case]:
    """Runs of products whose factors in one column are the priors."""
    for _, own in groupby(told, key=lambda passage: passage.place[:CLUSTER]):
        read: list[tuple[tuple[float, ...], Passage, int]] = []
        for passage in own:
            for found in PRODUCT.finditer(passage.plain):
                factors = tuple(value_of(f[0]) for f in FACTORS.finditer(found[0]))
                read.append((factors, passage, found.end()))
        read = list({factors: one for one in reversed(read) for factors in one[:1]}.values())[::-1]
        for size in (2, 3, 4):
            for start in range(len(read) - size + 1):
                yield from case_of(read[start : start + size])


def value_of(text: str) -> float:
    value = float(text.rstrip("% ").replace(",", ""))
    return value / 100 if "%" in text else value


def case_of(run: Sequence[tuple[tuple[float, ...], Passage, int]]) -> Iterator[Case]:
    products = [factors for factors, _, _ in run]
    if len({len(factors) for factors in products}) != 1:
        return
    for column in range(len(products[0])):
        priors = tuple(factors[column] for factors in products)
        likes = tuple(prod(f[:column]) * prod(f[column + 1 :]) for f in products)
        counted = all(p > 1 and p == int(p) for p in priors)
        if counted:
            priors = tuple(p / sum(priors) for p in priors)
        if (
            abs(sum(priors) - 1) <= ONE
            and max(likes) <= 1
            and len(set(likes)) > 1
            and min(likes) > 0
        ):
            _, passage, end = run[-1]
            yield Case(priors, likes, passage, end, True)
            return


def cases_of_tables(told: Sequence[Passage]) -> Iterator[Case]:
    """Rows of counts below a row of totals: "all | 700 | 1,300", "has the word | 70 | 156"."""
    for _, own in groupby(told, key=lambda p: id(p.block) if p.block.kind == "table" else 0):
        rows = [(passage, cells_of(passage)) for passage in own if passage.block.kind == "table"]
        rows = [(passage, cells) for passage, cells in rows if len(cells) >= 2]
        if len(rows) < 2:
            continue
        totals = rows[0][1]
        for passage, cells in rows[1:]:
            is_part = len(cells) == len(totals) and all(
                0 < a < b for a, b in zip(cells, totals, strict=True)
            )
            if is_part:
                priors = tuple(t / sum(totals) for t in totals)
                likes = tuple(c / t for c, t in zip(cells, totals, strict=True))
                if len(set(likes)) > 1:
                    yield Case(priors, likes, passage, len(passage.plain), True)


def cells_of(passage: Passage) -> list[float]:
    rows = passage.block.rows
    row = rows[passage.place[-1]] if passage.place[-1] < len(rows) else ()
    cells = [numbers(words(cell.content)) for cell in row[1:]]
    return [float(c[0].value) for c in cells if len(c) == 1 and c[0].is_whole]


def table_likes(told: Sequence[Passage]) -> Iterator[tuple[float, ...]]:
    """Rows of shares of which each column is of one class."""
    for passage in told:
        if passage.block.kind == "table" and len(passage.block.rows[0]) == 3:
            read = [n for n in numbers(passage.plain) if 0 < n.value < 1]
            if len(read) == 2:
                yield tuple(float(n.value) for n in read)


def named_cases(page: Question, told: Sequence[Passage]) -> Iterator[Case]:
    """The cases of probabilities that are named: P(+ | D) = 0.92, or a sensitivity."""
    place = told[0].place[:1] if told else ()
    facts = [f for read in facts_of(page) for f in read if f.passage.place[:1] == place]
    if len(facts) < 3 or len(facts) > 4 * MOST:
        return
    facts.sort(key=lambda fact: (fact.passage.place, fact.start))
    last = facts[-1]
    end = Fact(((), ()), last.quantity, last.passage, last.end + 1, last.end + 2)
    known = Known(facts, end)
    found = []
    for evidence in {fact.name[0] for fact in facts if fact.name[1] and fact.name[0]}:
        for cases in known.cases(evidence):
            for choice in known.choices(cases, evidence):
                used = [fact for pair in choice for _, fact in pair]
                priors, likes = (
                    tuple(float(sum(v[0]) / 2) for v in side) for side in zip(*choice, strict=True)
                )
                final = max(used, key=lambda fact: (fact.passage.place, fact.start))
                givens = tuple((fact.passage.place, fact.start) for fact in used)
                found.append(Case(priors, likes, final.passage, final.end, False, givens))
    found = [case for case in found if len(set(case.likes)) > 1]
    first = min((case.at for case in found), default=None)
    yield from (case for case in found if case.at == first)


# -- judging --------------------------------------------------------------------------------------


class Section:
    """The cases of a section and the numbers that it states of them."""

    def __init__(self, page: Question, told: Sequence[Passage]):
        self.page, self.told = page, told

    @cached_property
    def may_have_cases(self) -> bool:
        """Whether it may state priors and likelihoods: a quick look."""
        marked = (has_one(p.lower, MARKS) or has_one(p.plain, MULTIPLIED) for p in self.told)
        return any(marked) and any(passage.may_state_share for passage in self.told)

    @cached_property
    def cases(self) -> list[Case]:
        found = [*written_cases(self.told), *cases_of_tables(self.told), *loose_cases(self.shares)]
        if not found:
            found += named_cases(self.page, self.told)
        cases = list({case.key: case for case in reversed(found) if case.total > 0}.values())[::-1]
        for likes in table_likes(self.told):
            own = [c for c in cases if len(c.priors) == len(likes)]
            cases += [Case(c.priors, likes, c.passage, c.end) for c in own[:1]]
        return cases[: 2 * MOST]

    @cached_property
    def shares(self) -> list[Share]:
        read = (share for p in self.told if p.may_state_share for share in shares_in(p))
        return list(islice(read, 4 * MOST))

    @cached_property
    def lower(self) -> str:
        return "\n".join(passage.lower for passage in self.told)

    @cached_property
    def has_odds(self) -> bool:
        return "odds" in self.lower

    @cached_property
    def repeated(self) -> set[float]:
        """The values of several shares, of which one may be a likelihood and one a prior."""
        values = [share.value for share in self.shares]
        return {value for value in values if values.count(value) > 1}

    def givens(self, at: Place) -> list[float]:
        """The shares that are stated up to a place, without the one that stands there."""
        own = [s for s in self.shares if place_of(s) != at and s.passage.place <= at[0]]
        return list({share.value for share in own})

    def rights(self, at: Place, givens: Sequence[float]) -> list[float]:
        """Whatever follows from the cases, by any reading, but not from the number at a place.

        Also what follows with another prior that the section has stated before, or beside it.
        """
        found: list[float] = []
        for case in self.cases:
            if at in case.givens:
                continue
            for one in (case, case.opposite):
                found += rights_of(one) if one else ()
                if self.has_odds and one and len(one.joint) == 2:
                    found.append(one.joint[0] / (one.joint[1] or 1))
            likes = {*case.likes, *(1 - like for like in case.likes)} - self.repeated
            others = [prior for prior in givens if prior not in likes and len(case.likes) == 2]
            for prior in others:
                again = Case((prior, 1 - prior), case.likes, case.passage, case.end)
                for one in (again, again.opposite):
                    found += rights_of(one) if one and one.total else ()
        return found

    def judgments(self) -> Iterator[Judgment]:
        for passage in self.told:
            for number in numbers(passage.plain):
                slip = self.slip_of(passage, number)
                if slip and is_claimed(self.page, passage, number):
                    yield judged(passage, number, slip)

    def slip_of(self, passage: Passage, number: Stated) -> Slip | None:
        plain = passage.plain
        if COMPUTED.match(plain, number.end) or PART_BEFORE.search(plain, 0, number.start):
            return None
        if OF_COUNTS.search(plain, 0, number.start):
            return None
        at = passage.place, number.start
        before = [case for case in self.cases if case.at <= at and at not in case.givens]
        if RATIO.search(plain, 0, number.start):
            slips = slips_of_ratios(before)
            if found := QUOTIENT.search(plain, 0, number.start):
                written = float(found["a"]) / float(found["b"])
                slips = [slip for slip in slips if abs(slip.value - written) < NEAR_QUOTIENT]
            return explained(passage, number, ratios(before), slips)
        if not before or not 0 < number.value < 1 or "/" in number.written:
            return None
        if OF_ODDS.search(plain, 0, number.start) or OF_F_SCORE.search(plain, 0, number.start):
            return None
        said = lead_of(passage) + plain
        is_beside = any(case.shown and case.passage is passage for case in before)
        is_one_of_them = self.has_posteriors(passage, number, before)
        if not (is_one_of_them or is_beside or OF_CHANCE.search(said) or OF_TOTAL.search(said)):
            return None
        if is_likelihood(number, before):
            return self.of_likelihood(passage, number, before)
        slips = list(self.slips(passage, number, before))
        if not any(shows(number, slip) for slip in slips):
            return None
        givens = self.givens(at)
        exact = givens if is_one_of_them else [*givens, *(1 - given for given in givens)]
        return explained(passage, number, self.rights(at, givens), slips, exact)

    def has_posteriors(self, passage: Passage, number: Stated, cases: Sequence[Case]) -> bool:
        """Whether other numbers of a passage are posteriors of one case."""
        others = [n for n in numbers(passage.plain) if n.start != number.start and is_precise(n)]
        return any(
            case.shown
            and sum(any(can_be(n, p, False) for n in others) for p in case.posteriors) > 1
            for case in cases
        )

    def slips(self, passage: Passage, number: Stated, cases: Sequence[Case]) -> Iterator[Slip]:
        """The slips on the cases before a number, on the nearest first."""
        plain = passage.plain
        is_computed = EQUATED.search(plain, 0, number.start)  # what rule arithmetic checks
        is_alone = len(cases) == 1
        for case in reversed(cases):
            for one in (case, *([case.opposite] if case.opposite else [])):
                yield from slips_of(one, is_alone and bool(OF_CHANCE.search(plain)))
            total, mean = case.total, sum(case.likes) / len(case.likes)
            how = " + ".join(
                f"{b:.4g} × {p:.4g}" for p, b in zip(case.priors, case.likes, strict=True)
            )
            if OF_TOTAL.search(plain):
                yield Slip(
                    sum(case.likes), total, how, "the number leaves the priors out", is_alone
                )
                yield Slip(mean, total, how, "the number is the mean without weights", is_alone)
            if self.is_next(passage, case):
                for index, right in enumerate(case.posteriors):
                    is_sure = is_computed or self.is_said_twice(number)
                    why = "" if is_sure else misprint(number, right)
                    if why:
                        yield Slip(float(number.value), right, case.text(index), why)

    def is_said_twice(self, number: Stated) -> bool:
        """Whether a value stands in the section more than once: then it is no misprint."""
        return sum(n.value == number.value for p in self.told for n in numbers(p.plain)) > 1

    def is_next(self, passage: Passage, case: Case) -> bool:
        """Whether a passage is the first behind the joint probabilities that states a chance."""
        if not case.shown or passage is case.passage:
            return case.shown
        if not OF_CHANCE.search(passage.plain):
            return False
        behind = [
            p
            for p in self.told
            if (p.place, 0) > (case.passage.place, 0) and OF_CHANCE.search(p.plain)
        ]
        return (bool(behind) and behind[0] is passage) or passage is case.passage

    def of_likelihood(self, passage: Passage, number: Stated, cases: Sequence[Case]) -> Slip | None:
        """The slip of a likelihood for the posterior, where it is plainly called that."""
        plain = passage.plain
        said = lead_of(passage) + plain
        shares = [n for n in numbers(plain) if 0 < n.value < 1]
        case = cases[0]
        is_input = passage is case.passage or OF_RATE.search(plain) or OF_PRIOR.search(plain)
        if len(cases) != 1 or len(shares) != 1 or is_input or not OF_CHANCE.search(said):
            return None
        if not (case.shown and self.is_next(passage, case)) and not (
            len(case.priors) == 2 and OF_EVIDENCE.search(said)
        ):
            return None
        is_negative = bool(NEGATIVE.search(plain))
        one = case.opposite if is_negative else case
        rights = (*one.posteriors, one.total) if one else ()
        if not one or any(abs(float(number.value) - right) < 0.01 for right in rights):
            return None
        slip = likelihood_slip(one, float(number.value), is_negative)
        return None if slip and self.states(slip.right, passage, number) else slip

    def states(
        self, right: float, passage: Passage, number: Stated, givens: Sequence[float] = ()
    ) -> bool:
        """Whether the section states a value elsewhere, or what it leaves of 1.

        givens: values that stand for themselves unless they are the value itself.
        """
        return any(
            can_be(n, value, False)
            and abs(float(n.value) - value) <= RESTATED * min(value, abs(1 - value))
            for other in self.told
            for n in numbers(other.plain)
            if other is not passage or n.start != number.start
            if 0 < n.value < 1 and "(B)" not in other.plain  # one of several choices
            for value in (right, 1 - right)
            if abs(float(n.value) - value) < ITSELF * value
            or not any(abs(float(n.value) - given) < SAME for given in givens)
        )


def likelihood_slip(case: Case, value: float, is_negative: bool) -> Slip | None:
    """The likelihood that a value is, or the complement of that of the others."""
    for index, like in enumerate(case.likes):
        name = "the share missed" if is_negative else "the likelihood"
        if abs(value - like) < SAME and (index == 0 or case.shown):
            why = f"the number is {name}"
            return Slip(value, case.posteriors[index], case.text(index), why, True)
    if len(case.likes) == 2 and not is_negative and abs(value - 1 + case.likes[1]) < SAME:
        return Slip(value, case.posteriors[0], case.text(0), "the number is the specificity", True)
    return None


def is_likelihood(number: Stated, cases: Sequence[Case]) -> bool:
    """Whether a number that is called a posterior is a likelihood, or what it leaves of 1."""
    values = {x for c in cases for like in c.likes for x in (like, 1 - like)}
    return any(abs(float(number.value) - x) < SAME for x in values)


# 5 of the 5 + 4,802 negatives, about 1 %
OF_SUM = Pattern(
    r"(?P<a>\d[\d,]*)\s+(?:out\s+)?of\s+(?:the\s+|these\s+)?(?P<b>\d[\d,]*)\s*\+"
    r"\s*(?P<c>\d[\d,]*)(?!\s*[·×*/+]|[\d.])[^.;\d]{0,40}?(?=\d[\d.]*\s*%)"
)


def of_quoted_counts(page: Question, passage: Passage) -> Iterator[Judgment]:
    """The share that a count is of the sum of two, right behind both."""
    for found in OF_SUM.finditer(passage.plain) if "+" in passage.plain else ():
        a, b, c = (whole(found[name]) for name in "abc")
        number = next((n for n in numbers(passage.plain) if n.start == found.end()), None)
        if number and a <= b + c and is_claimed(page, passage, number):
            right = a / (b + c)
            room = max(0.51 * float(number.unit), right / 10)
            if abs(float(number.value) - right) > room:
                how = f"{a:,}/({b:,} + {c:,})"
                yield judged(passage, number, Slip(right, right, how, "the number is not"))


# -- likelihood ratios ----------------------------------------------------------------------------


def ratios(cases: Sequence[Case]) -> list[float]:
    """The likelihood ratios of cases, whichever of two hypotheses comes first, and products."""
    found: list[float] = []
    for turn in (1, -1):
        pairs = [case.likes[::turn] for case in cases if len(case.likes) == 2]
        own = [a / b for a, b in pairs if b] + [(1 - a) / (1 - b) for a, b in pairs if b < 1]
        found += [*own, *(x * y for x in own for y in own)]
    return found


def slips_of_ratios(cases: Sequence[Case]) -> list[Slip]:
    slips = []
    for case in cases:
        if len(case.likes) != 2 or not 0 < case.likes[1] < 1 or not 0 < case.likes[0] < 1:
            continue
        a, b = case.likes
        positive, negative = f"LR+ = {a:.4g}/{b:.4g}", f"LR− = {1 - a:.4g}/{1 - b:.4g}"
        why = "the number has another denominator"
        slips += [
            Slip(a / (1 - b), a / b, positive, f"{why}, {1 - b:.4g}", True),
            Slip((1 - a) / b, (1 - a) / (1 - b), negative, f"{why}, {b:.4g}", True),
            Slip((1 - a) / a, (1 - a) / (1 - b), negative, f"{why}, {a:.4g}", True),
        ]
    return slips


OF_COUNTS = Pattern(
    r"(?<![\w.])\d[\d,]*\s*/\s*\d[\d,]*\s*(?:=|≈|→|\bis\b)\s*$|\\frac\s+\d+\s+\d+\s*(?:=|≈)\s*$"
)
EQUATED = Pattern(r"[=≈]\s*$")
QUOTIENT = Pattern(r"(?P<a>0?\.\d+)\s*/\s*(?P<b>0?\.0*[1-9]\d*)\s*[=≈]\s*$")
NEAR_QUOTIENT = 1e-4
PART_BEFORE = Pattern(r"[·×*/+(−-]\s*$")
NEGATIVE = Pattern(r"\b(?:negatives?|silent|clear|no\s+(?:alarm|alert|warning))\b", re.I)
RATIO = Pattern(
    r"(?:\bLR\b|\bLR\s*[_^]?\s*[+−–-]|\blikelihood[\s-]ratio\b)(?:[^.;%]|\.(?=\d)){0,60}(?:[=≈,:]|\bis\b|\bof\b|\bone\b)[\s$]*$",
    re.I,
)


def lead_of(passage: Passage) -> str:
    """What stands before a sentence in its block."""
    around, own = passage.block.text.content, passage.text.content
    at = around.find(own) if passage.block.kind != "table" else 0
    return words(around)[max(0, at - NEAR) : max(at, 0)]


def rights_of(case: Case) -> Iterator[float]:
    """What a reader may compute from a case."""
    yield from (*case.joint, case.total, 1 - case.total)
    for posterior in case.posteriors:
        yield from (posterior, 1 - posterior)
    if len(case.priors) == 2:
        p, q = case.posteriors
        a, b = case.likes
        again = p * a / (p * a + q * b)
        thrice = again * a / (again * a + (1 - again) * b)
        yield from (again, 1 - again, thrice, 1 - thrice)


def slips_of(case: Case, special: bool) -> Iterator[Slip]:
    """What mistakes make of the posteriors of a case."""
    whole = sum(case.likes)
    for index, right in enumerate(case.posteriors):
        how, like, weight = case.text(index), case.likes[index], case.joint[index]
        yield Slip(like / whole, right, how, "the number leaves the prior out", special)
        others = [w for number, w in enumerate(case.joint) if number != index]
        for other in others:
            if weight < other:
                yield Slip(weight / other, right, how, "the number is a ratio of two joint ones")
            if len(others) > 1:
                rest = case.total - other
                yield Slip(weight / rest, right, how, f"the sum leaves {other:.4g} out", special)
    if len(case.priors) == 2:
        (p, q), (a, b) = case.priors, case.likes
        how, right = case.text(0), case.posteriors[0]
        wrong = p * a / (p * a + q * (1 - b)) if b < 1 else right
        yield Slip(wrong, right, how, f"the number takes {1 - b:.4g} instead of {b:.4g}", special)
