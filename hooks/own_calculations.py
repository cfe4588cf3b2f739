"""Numbers that the page itself computes, rightly, from other numbers than a rule thought.

A rule that looks for a posterior or an impurity may take a number for one that is something else,
such as the agreement of two raters by chance. Where the page writes out how it comes to the number,
is right in that, and uses none of the numbers from which the rule computed what it should be, the
rule was mistaken. So it was if the number is but the first one of a calculation.
"""

from fractions import Fraction

from hooks.calculation.quantity import Quantity
from hooks.calculation.tree import Number, literal
from hooks.finding import Finding
from hooks.page import Question
from hooks.pattern import Pattern
from hooks.rules import arithmetic

WRITTEN = Pattern(
    r"(?<![\w.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?%)?(?![\w.]*\d)|(?<![\w.])\.\d+"
)
SAID = "; the page says"
COMMON = frozenset((Fraction(1), Fraction(2), Fraction(100)))  # in calculations of all kinds


def is_computed_otherwise(page: Question, finding: Finding) -> bool:
    """Whether the page computes what a finding calls wrong from none of the finding's numbers."""
    own = numbers_of_calculation(page, (finding.line, finding.column))
    return bool(own) and own.isdisjoint(numbers_in(finding.message.partition(SAID)[0]))


def begins_calculation(page: Question, finding: Finding) -> bool:
    """Whether what a finding calls wrong only begins a calculation: a p-value of 2 · 9/2^8."""
    claimed = numbers_in(finding.message.partition(SAID)[2])
    for part in arithmetic.parts(page):
        for at, member in enumerate(part.members):
            if member.position == (finding.line, finding.column) and literal(member.tree) is None:
                results = {n.quantity.value for m in part.members[at:] if (n := literal(m.tree))}
                return bool(results) and claimed.isdisjoint(results)
    return False


def numbers_of_calculation(page: Question, place: tuple[int, int]) -> frozenset[Fraction]:
    """The numbers of the right calculation whose result stands at a place; empty if none does."""
    for part in arithmetic.parts(page):
        for verdict in part.verdicts:
            if verdict.member.position == place and not verdict.is_wrong:
                before = part.members[: part.members.index(verdict.member)]
                computed = [m for m in before if literal(m.tree) is None]
                leaves = computed[-1].tree.walk() if computed else ()
                numbers = (n.quantity.value for n in leaves if isinstance(n, Number))
                return frozenset(numbers) - COMMON
    return frozenset()


def numbers_in(message: str) -> frozenset[Fraction]:
    """The numbers from which a message computes what is right."""
    return frozenset(Quantity.written(found[0]).value for found in WRITTEN.finditer(message))
