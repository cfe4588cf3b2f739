"""Whether a stated measure is that of a class distribution, or of a split into several."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from hooks.calculation.interval import Interval
from hooks.calculation.quantity import shown, significant_digits
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.class_distributions import Distribution
from hooks.worked.facts import Fact, is_computed
from hooks.worked.impurity_measures import (
    BITS,
    GENERIC,
    IN_BITS,
    IN_NATS,
    MEASURES,
    NATS,
    PARENTS,
    Measure,
)

SLACK = Fraction(6, 10000)  # what rounding on the way may change at least
HALF = Fraction(1, 2)
DECIMALS = Pattern(r"\.(\d+)")
LOOSE = Fraction(3, 2)  # units of the last digit that are lost where rounded values are summed


@record
class Verdict:
    """A measure's wrong number, or its last if all are right; its value, and how it is computed."""

    fact: Fact
    right: bool
    formula: str
    givens: tuple[Distribution, ...]


def functions_for(measure: Measure) -> tuple:
    """The functions that a measure's name may stand for; entropy by the unit that is said."""
    if measure.kind != "entropy":
        return MEASURES[measure.kind]
    last = measure.members[-1]
    behind = measure.passage.plain[last.end : last.end + 8]
    before = measure.passage.plain[max(0, measure.start - 10) : last.end]
    asked = measure.named.passage.plain if measure.named else ""
    if IN_NATS.search(asked) and IN_BITS.search(asked):
        asked = ""  # both are stated
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
