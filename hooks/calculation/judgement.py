"""One chain in one reading: which of its members are claimed to be the same number, and which are.

A number inside an expression may stand for the unrounded result that it shows, where it plausibly
does (see `Judgement.span`).
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product

from hooks.calculation.claims import Chain, Member
from hooks.calculation.interval import Interval
from hooks.calculation.quantity import Quantity, agrees, significant_digits
from hooks.calculation.readings import is_priced, is_quotient, is_sum, may_have_value
from hooks.calculation.tree import Binary, Number, Reading
from hooks.calculation.units import scales
from hooks.calculation.values import (
    HALF,
    MANY_DIGITS,
    Value,
    are_sizes,
    as_rounded,
    bare,
    factors,
    is_absorbed,
    is_change,
    is_coarse,
    is_cut_short,
    is_exclusive_or,
    is_floor,
    is_in_another_unit,
    is_of_percents,
    is_of_percents_alone,
    is_rounded_to,
    is_rounded_up,
    is_times_hundred,
    may_be_of_percents,
    meet,
    meets_written,
    near_enough,
    rescaled,
    sixths,
    widened,
)
from hooks.pattern import Pattern
from hooks.record import record, replace

OF_SAMPLE_SIZE = Pattern(
    r"\bn\s*(?:_\w+\s*)?[=≥≈]|\bsample|\bper\s+(?:group|arm|variant)\b|\bparticipants\b", re.I
)
OF_FLOATS = Pattern(r"\bfloat|\b[fb]f?p?(?:8|16|32|64)\b|precision|epsilon|mantissa", re.I)
LONG_PERIOD = Pattern(r"\b(?:month|year)")
LEAST_SHORTENED = 1000  # of a number that is restated in thousands or millions
POINTS = frozenset(["points", "point"])  # of percent, where nothing else is said
IN_POINTS = Pattern(r"\bpoints\b|\bpp\b")
PER_MANY = Pattern(r"\bper\s+(1,?000|10,?000|100,?000|1,?000,?000|thousand|million)\b(?!,\d)", re.I)
MANY_OF = {str(10**power): Fraction(10**power) for power in (3, 4, 5, 6)}  # per so many
MANY_OF |= {"thousand": Fraction(1000), "million": Fraction(1_000_000)}
PERIODS = 3  # there are four weeks in a month, five working days in a week, …
UNRELATED = 20  # how many times as large a number is that is no rounding of another
OTHER_SIZE = 100_000  # the same for sizes, which slips of units make a thousand times as large
Known = Mapping[Fraction, Sequence[Fraction]]
NINES = Pattern(r"0?\.9+5?|99\.9+5?%")  # 0.999, a decay: as given as 0.9 is
OF_MEANS = Pattern(r"\b(?:mean|average)", re.I)


@record
class Verdict:
    """What was found of one member that could be compared.

    against: the member it contradicts; None if it agrees with all.
    restated: it is right to its one digit, but the chain itself says it more exactly.
    value: of the member it contradicts, in the unit of this one; own: its own, if it is computed.
    """

    member: Member
    against: Member | None = None
    restated: bool = False
    value: Fraction = Fraction(0)
    own: Fraction = Fraction(0)

    @property
    def is_wrong(self) -> bool:
        return self.against is not None


class Judgement:
    """One chain in one reading."""

    def __init__(self, chain: Chain, reading: Reading, known: Callable[[], Known]):
        self.chain = chain
        self.reading = reading
        self.known = known
        members = enumerate(chain.members)
        values = (Value(i, m, reading) for i, m in members if may_have_value(m))
        self.values = [value for value in values if value.interval is not None]

    def verdicts(self) -> list[Verdict]:
        """Members are taken in turn; each must agree with all that were found right before it."""
        right: list[Value] = []
        wrong: list[tuple[Value, Value]] = []
        compared: list[Value] = []
        for value in self.values:
            others = [other for other in right if self.comparable(other, value)]
            if not right or right[-1] not in others:
                right = [value]
                continue
            compared.append(value)
            against = next((other for other in others if not self.agree(other, value)), None)
            if against is None or self.is_sum_of_rounded(right[-1], value, against):
                right.append(value)
            elif against.literal and not value.literal and len(right) == 1:
                wrong.append((against, value))  # the computed value is right, the number wrong
                right = [value]
            elif not any(self.agree(other, value) for other, _ in wrong):
                wrong.append((value, against))
        found = {value.place: self.verdict(value, against) for value, against in wrong}
        found |= self.restatements(found)
        passed = {value.place: Verdict(value.member) for value in compared}
        return [verdict for _, verdict in sorted((passed | found).items())]

    def is_sum_of_rounded(self, before: Value, value: Value, against: Value) -> bool:
        """Whether a sum is right as written: Φ(2) − Φ(−1) = 0.9772 − 0.1587 = 0.8185."""
        ops = {node.op for node in before.tree.walk() if isinstance(node, Binary)}
        if before is against or not value.literal or not ops or not ops <= set("+−"):
            return False
        written = [n.quantity for n in (*before.numbers.values(), value.literal)]
        slack = sum((q.high - q.low) / 2 for q in written)
        is_right = self.match(before, value, self.approximate(before, value))
        return is_right and abs(against.middle - value.middle) <= slack

    def verdict(self, value: Value, against: Value, restated: bool = False) -> Verdict:
        right = self.in_unit_of(value, against) if value.literal else against.middle
        return Verdict(value.member, against.member, restated, right, value.middle)

    def in_unit_of(self, value: Value, against: Value) -> Fraction:
        """What `against` is in the unit of a number; a value without a unit may have it already."""
        if against.kinds or not (value.kinds or value.is_multiple):
            return against.middle / value.unit_scale
        written = value.literal.quantity.value
        scales_of_kind = [Fraction(1), value.unit_scale, *left_out(value)]
        candidates = [against.middle * scale / value.unit_scale for scale in scales_of_kind]
        return min(candidates, key=lambda candidate: apart(candidate, written))

    def restatements(self, found: Mapping[int, Verdict]) -> dict[int, Verdict]:
        """Numbers of one digit that the next member contradicts with more digits: 0.2 = 22%.

        0.2 claims all from 0.15 to 0.25, so the interval alone would let 22% pass. Joined by a
        plain =, the two do not say the same. From two digits on (0.67 = 66.7%) a finer
        restatement passes as rounding.
        """
        contradictions: dict[int, Verdict] = {}
        for first, second in pairwise(self.values):
            if first.place in found or second.place in found or not is_coarse(first, second):
                continue
            if second.place != first.place + 1 or not self.comparable(first, second):
                continue
            computed = next((v for v in self.values if not v.literal), None)
            if computed:
                contradictions[first.place] = self.verdict(first, computed, restated=True)
            else:
                contradictions[second.place] = self.verdict(second, first)
        return contradictions

    # -- two members

    def comparable(self, first: Value, second: Value) -> bool:
        """Whether the two are claimed to be the same number, as far as their units tell."""
        if second.member.aside and not self.is_quotient_restated(first, second):
            return False
        if self.reading.kilo == 1 and is_priced(self.chain):
            return is_cost(first, second)
        if len(first.kinds) > 1 or (first.kinds and first.kinds != second.kinds):
            return False
        if not first.kinds and second.kinds and self.is_converted(first, second):
            return False
        if first.literal and first.nouns and first.nouns != second.nouns:
            return False
        if first.nouns and not first.kinds and second.kinds:
            return False  # 48 M weights ≈ 192 MB
        if self.is_variable(first, second) or self.is_variable(second, first):
            return False
        if are_sizes(first, second) and not self.is_evaluated(first, second):
            return False
        if first.literal and second.literal:
            return first.kinds == second.kinds and self.is_restated(first, second)
        return True

    def is_evaluated(self, first: Value, second: Value) -> bool:
        """Whether the second is a step to a number, (2 × 3) + (2 × 3) = 2 × 6 = 12, and no size of
        a matrix: (1 × 3)(3 × 1) = 1 × 1 = 1."""
        left, right = (factors(value.tree) for value in (first, second))
        fit = len(left) == 4 and left[1] == left[2] and right == [left[0], left[3]]
        return not fit and any(v.literal and v.place > second.place for v in self.values)

    def is_restated(self, first: Value, second: Value) -> bool:
        """Whether one number restates another; `1 = 90%` may as well be a legend."""
        if (
            first.kinds
            and not 1 / OTHER_SIZE < abs(second.middle / (first.middle or 1)) < OTHER_SIZE
        ):
            return False  # 4.2 bytes for each parameter, i.e. 29 GB
        if second.is_multiple and not first.is_multiple and abs(first.middle) < LEAST_SHORTENED:
            return False  # rank 8 (≈ 2.4 M trainable)
        if first.kinds or first.is_multiple or second.is_multiple:
            return True
        if self.approximate(first, second):
            return 1 / UNRELATED < abs(second.middle / (first.middle or 1)) < UNRELATED
        return not first.is_count and not second.is_count

    def is_converted(self, first: Value, second: Value) -> bool:
        """Whether a number without a unit got another one before: 500 × 80 = 40,000 ms = 40 s."""
        between = self.values[self.values.index(first) + 1 : self.values.index(second)]
        return any(value.kinds and value.units != second.units for value in between)

    def is_quotient_restated(self, first: Value, second: Value) -> bool:
        """Whether 0.2 (20%) restates a share: the number follows from a division."""
        quotient = any(is_quotient(v.tree) for v in self.values if v.place < second.place)
        return quotient and not first.is_percentage

    def is_variable(self, letter: Value, other: Value) -> bool:
        """Whether the K of 2K is a variable: the other side is of another order altogether."""
        if not letter.literal or not letter.literal.unit or not letter.literal.unit.doubtful:
            return False
        if " " in letter.literal.unit.name:
            return False  # 18 M tokens
        if letter.literal.unit.name == "m" or any(unit.kind == "count" for unit in other.units):
            return False
        if not letter.middle or not other.middle:
            return True
        unit = letter.literal.unit
        as_unit = letter.literal.quantity.value * unit.scale(1000)
        far = 2000 if "." in letter.literal.quantity.text else 10  # 1.7 M is no product
        return not Fraction(1, far) <= abs(other.middle / as_unit) <= far

    def is_sample_size(self, first: Value, second: Value) -> bool:
        """Whether a size of a sample is rounded up, as all are: n = 384.16 ≈ 385."""
        is_next = second.is_count and math.ceil(first.middle) == second.middle
        is_roughly = second.member.relation == "≈"
        return is_next and is_roughly and bool(OF_SAMPLE_SIZE.search(self.chain.sentence))

    def agree(self, first: Value, second: Value) -> bool:
        """Whether two members can be the same number; `first` stands before `second`."""
        approximate = self.approximate(first, second)
        if self.match(first, second, approximate):
            return True
        if second.kinds and not first.kinds and self.agree_without_unit(first, second):
            return True
        if (self.chain.is_of_integers and is_floor(first, second)) or is_change(first, second):
            return True
        if is_rounded_up(first, second) or self.is_sample_size(first, second):
            return True
        if self.is_over_months(first, second) or self.is_of_odds(first, second):
            return True
        if is_in_another_unit(first, second) and is_rounded_to(first.middle, second):
            return True
        if self.chain.code and is_exclusive_or(first, second):
            return True
        if is_absorbed(first, second) and OF_FLOATS.search(self.chain.sentence):
            return True
        if any(
            self.match(rescaled(first, f), rescaled(second, s), approximate)
            for f, s in self.percent_scales(first, second)
        ):
            return True
        return any(
            self.match(a, b, approximate)
            for a, b in product(self.roundings(first), self.roundings(second))
        )

    def is_of_odds(self, first: Value, second: Value) -> bool:
        """Whether the probability of odds is given: odds of 8/11, which is 42.1 %."""
        probability = first.middle / (1 + first.middle) if first.middle > 0 else None
        is_said = second.is_percentage and "odds" in self.chain.text.content
        return (
            is_said and probability is not None and agrees(second.claimed, Quantity.of(probability))
        )

    def is_over_months(self, first: Value, second: Value) -> bool:
        """Whether a rate by the day is one by the month or year, which authors give the days of."""
        by_time = [any(unit.divisor == "time" for unit in value.units) for value in (first, second)]
        return by_time[0] != by_time[1] and bool(LONG_PERIOD.search(self.chain.sentence))

    def agree_without_unit(self, first: Value, second: Value) -> bool:
        """Whether they agree where the first leaves out its unit: 66/2,000 = 33 ms, in seconds."""
        approximate = self.approximate(first, second)
        if self.match(first, bare(second), approximate):
            return True
        measured = Value(second.place, second.member, replace(self.reading, kilo=1000))
        return measured.interval is not None and any(
            self.match(rescaled(value, scale), measured, approximate)
            for scale in left_out(second)
            for value in self.roundings(first)
        )

    def approximate(self, first: Value, second: Value) -> bool:
        """Whether an ≈ stands between the two."""
        between = self.chain.members[first.place + 1 : second.place + 1]
        return any(member.relation == "≈" for member in between)

    def match(self, first: Value, second: Value, approximate: bool) -> bool:
        if first.literal and second.literal:
            return agrees(as_rounded(first, approximate), as_rounded(second, approximate))
        if not first.literal and not second.literal:
            return near_enough(first, second) if approximate else meet(first, second)
        if approximate and not second.literal and near_enough(first, second):
            return True
        computed, written = (second, first) if first.literal else (first, second)
        if not approximate and is_cut_short(computed, written):
            return False
        return meets_written(computed, written, approximate)

    def percent_scales(self, first: Value, second: Value) -> Iterator[tuple[Fraction, Fraction]]:
        """Factors for the habit of leaving a % sign out: 10/50 × 100 = 20%, 100 − 95 = 5%."""
        hundred, one = Fraction(100), Fraction(1)
        if any(v.is_percentage for v in self.values) and any(
            is_times_hundred(v.tree) for v in self.values
        ):
            yield hundred, one
            yield one, hundred
        elif second.is_percentage and (
            is_of_percents(first) or self.is_mean(first) or may_be_of_percents(first)
        ):
            yield one, hundred
        if is_of_percents_alone(first) and not second.is_percentage and abs(second.middle) >= 1:
            yield hundred, one  # 55 % − 15 % = 40
        if second.literal and self.is_in_points(second):
            yield hundred, one  # √(0.7 · 0.3/1000) ≈ 1.4 points
        if second.literal and (found := PER_MANY.search(self.chain.sentence)):
            yield MANY_OF[found[1].replace(",", "").lower()], one

    def is_in_points(self, value: Value) -> bool:
        """Whether a number counts percentage points: "about 3 points: 1.96·√(…) = 3.1"."""
        is_bare = not value.units and not value.is_percentage
        is_said = is_bare and bool(IN_POINTS.search(self.chain.text.content))
        rates = (noun.split("/")[0] for noun in value.nouns)  # points/arm
        return is_said or not POINTS.isdisjoint(rates)

    def is_mean(self, value: Value) -> bool:
        """Whether a sum of percentages is divided: the mean of three rates is 80/3 = 26.7%."""
        is_large = is_quotient(value.tree) and value.middle >= 1
        is_of_sum = any(is_quotient(v.tree) and is_sum(v.tree.left) for v in self.values)
        return is_large and (is_of_sum or bool(OF_MEANS.search(self.chain.sentence)))

    # -- rounded intermediate results

    def roundings(self, value: Value) -> Iterator[Value]:
        """The value as it stands and, if it is computed, from the results its numbers stand for."""
        yield value
        if value.literal is None:
            spans = {
                number: span
                for number, written in value.numbers.items()
                if (span := self.span(written, value)) is not None
            }
            if spans:
                yield widened(value, spans)

    def span(self, number: Number, value: Value) -> Interval | None:
        """Between what ends a number inside an expression may lie, if it plausibly is rounded.

        It plausibly is if it first appears in a chain after an expression that has a value
        (… = 0.41 + 0.53), or shows three or more digits (0.727): then all that it claims. If it
        stands elsewhere in the page as the rounded result of a computation, or is a third or
        sixth (0.67, 0.83): then what lies between the two. Others (0.9, 0.05, 99%) are given.
        """
        quantity = number.quantity
        if number.start == number.end:
            return as_result(quantity)
        has_digits = significant_digits(quantity.text) >= MANY_DIGITS
        is_shown = has_digits and not NINES.fullmatch(quantity.text)
        if not quantity.exact and (is_shown or self.is_new(quantity, value)):
            return quantity.low, quantity.high
        meant = list(self.known().get(quantity.value, ()))
        if not quantity.exact:
            meant += sixths(quantity)
        elif self.is_new(quantity, value) and abs(quantity.value) >= 10:
            meant += [quantity.value - HALF, quantity.value + HALF] * self.is_inexact_before(value)
        ends = [quantity.value, *meant]
        return (min(ends), max(ends)) if meant else None

    def is_new(self, quantity: Quantity, value: Value) -> bool:
        """Whether a number is no given of the chain: a computed member comes before it."""
        before = [v for v in self.values if v.place < value.place and not v.literal]
        return bool(before) and all(quantity.value not in v.numbers for v in before)

    def is_inexact_before(self, value: Value) -> bool:
        before = [v for v in self.values if v.place < value.place and not v.literal]
        return any(
            not number.quantity.exact or is_quotient(v.tree)
            for v in before
            for number in v.numbers.values()
        )


def apart(one: Fraction, other: Fraction) -> Fraction:
    """How many times as large the larger of two numbers is."""
    small, large = sorted([abs(one), abs(other)])
    return large / small if small else large


def is_cost(first: Value, second: Value) -> bool:
    """Whether a price is that of the unit it is multiplied with, and not by the month of years."""
    ratio = second.middle / first.middle if first.middle else Fraction(0)
    is_converted = any(r.denominator == 1 and r > PERIODS for r in (ratio, 1 / (ratio or 1)))
    return second.literal is not None and not first.literal and not is_converted


def left_out(value: Value) -> Sequence[Fraction]:
    """What a number without a unit, of which `value` is the result, may be multiplied with."""
    (kind,) = value.kinds if len(value.kinds) == 1 else ("",)
    return scales(kind)


def as_result(quantity: Quantity) -> Interval:
    """What a number from another sentence may stand for: it is a result, so it may be rounded."""
    if quantity.exact and abs(quantity.value) >= 10:
        return quantity.value - HALF, quantity.value + HALF
    return quantity.low, quantity.high
