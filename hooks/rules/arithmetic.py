"""The members of a chain of claims agree: `10/50 = 0.2 = 20% < 0.5`.

## What it checks

Every chain of expressions joined by `=`, `≈`, `<`, `>`, `≤` or `≥` of which at least two have a
value, in paragraphs, lists, headings, tables, code spans, formulas and fences of plain text.
It reads plain text (`2 × (3 + 4)`, `√2`, `10⁻³`, `1,792`, `22 %`, `3.2e-4`), LaTeX (`\\frac`,
`\\cdot`, `\\sqrt`, `\\log_2`, `e^{-0.5}`, `\\binom`, `\\approx`, rows of `aligned` and `align`)
and lines of programs (`round(10/45, 2)`, `2**10 == 1024`, `np.sqrt(16)`, `7 // 2`). Names
(`Recall`, `TP / (TP + FN)`) are passed over, so that in `Recall = TP/(TP+FN) = 10/50 = 0.2` the
last two are compared. Fractions, products and integer powers are computed exactly.

- Sums and products between numbers: `\\sum_{i=1}^{4} i = 10`.
- Written vectors and matrices, number by number: `(1, 2) + (3, 4) = (4, 6)`,
  `[1, 2] · [3, 4] = 11`, `‖(3, 4)‖ = 5`, `softmax([1, 2, 3])`, `mean(1, 2, 6)`, products of
  `bmatrix`; `0.5 ± 0.1` is a pair.
- Results behind an arrow, `10/45 → 0.222`, and restated ones: `0.2 (20%)`, `0.2, i.e. 20%`; behind
  a word: "3 · 4 is 12", "80/100, which gives 0.8", "16/20, or 0.8".
- Equations that stand side by side in rows: each goes on in its own columns.
- Calculations in words: "16 out of 40 is 40%", "12 of 48 (25%)", "5% of 200 is 10", "half of 80
  is 40", "divide 10 by 45 to get 0.22", "the mean of 1, 2 and 6 is 3", "from 80 to 100, a 25%
  increase", "the errors are 1, 4 and 9; their sum is 14", "2/3 of 3/4 is 1/2".
- Rates and divided counts: `60,000 images / 64 per batch = 937.5`, `10 queries/user × 5M users`,
  `14 GB / 2 TB/s = 7 ms`.
- Columns of calculations beside their results, `| (5·5·3 + 1)·8 | 608 |`.
- Rates beside counts, `| women | 240 | 84 | 35.0% |`: quotients of two columns, of a row and the
  one above, of sums down to a row, of a column and one number for all rows; also where another
  table holds the counts of the same cases. A total row is one row more.
- Quotients of several groups side by side, `180/400 for A and 60/140 for B`, whose counts stand in
  a table: each takes the same places of its group's row as the others.
- What the names of a table's rows and columns say, also in tables of two rows: a total, A and
  non-A, a running sum, a mean, a difference, a rate, X per Y, a product, F1, the cases of one test
  set. It must hold in another row or column, and fail in one place alone.
- Laws that the columns of a table obey in all rows but one, whatever they are: sums, differences,
  products, quotients, squares, roots, logarithms, lines, with factors that need not be stated; a
  formula of the page or of a column's head, `W = 1/(μ − λ)`; a calculation that shows the way,
  "1 − 0.99^100 = 63.4%". How improbable it is that the others agree by chance is weighed against
  how many laws were tried; few rows are enough only where a slip of the fingers explains the odd
  one. A minimum, a range of cases or another setting makes a row another case.
- Numbers that follow from one other beside them by what both are called: the perplexity of a loss,
  −ln p, the deviation of a variance, the rows out of bag, e^coefficient, z of a power, χ² by df.
- Amounts of data and time that are said again in another unit: `720 MB/s, or 5.76 Gbit/s`.
- Curves on which all rows of two columns lie but one, with a parameter that the page's prose or a
  head states: 0.99^n, e^(−5γ), −ln p, 1/(1 − x), the z of a level.
- Quantities that follow from others beside them: "DCG 4.1, ideal DCG 5.0, NDCG 0.82", "MSE 320,
  RMSE 17.9", "R² = 0.81, so VIF 5.26"; "scores 0.8, 0.9 and 0.7, mean 0.8".

How exact a number has to be follows from how it is written:

- `0.22` and `22%` claim a value from 0.215 to 0.225. `≈` asks for the same.
- A whole number is exact. From two digits on it may also be the rounding of a value that is not
  whole (`1000/3 = 333`), and behind `≈` it claims no more than its digits that are not zeros at the
  end (`2^10 ≈ 1000`).
- A number of one digit that the same chain restates with more digits is not equal to it:
  `10/45 = 0.2 = 22%` is found, `10/45 ≈ 0.2` and `2/3 = 0.67 = 66.7%` are not. Nor is `1/4 = 0.3`,
  where one digit more is all it takes.
- Two expressions joined by `≈` may be 15% apart.
- An inequality is wrong if it is wrong for the numbers as they stand.

A number inside an expression is taken as it stands. Only if the chain fails that way may it be a
rounded result, and only if it plausibly is one: it has three or more digits (`0.727`), it is the
rounded result of another chain of the page, it shows a third or a sixth (`0.67`), or it first
appears behind an expression with a value (`= 0.41 + 0.53 =`). Numbers such as 0.9, 0.05 or 99%
are never taken as rounded.

## Why

A worked example is what a reader checks an idea against. One that does not add up teaches the
wrong idea, or costs an hour.

## Example

    Recall = 10/45 = 0.2 = 22%, and P(sick and positive) = 0.9 × 0.01 = 0.0095.

## Use instead

    Recall = 10/45 ≈ 0.22 = 22%, and P(sick and positive) = 0.9 × 0.01 = 0.009.

## What it leaves alone

- Code blocks: programs are checked by running them. (A block of `math`, and a fence of plain text
  that holds a calculation and no program, are read.)
- Assignments and formulas in which nothing can be computed: `k = 3`, `y = 2x + 1`, `f(2) = 4`.
- Ranges (`10–20`), ratios (`1:10`), dates, versions, sets, sums with an ellipsis or without
  bounds, and whatever else it can't read for certain.
- Inequalities and `==` in a sentence that asks, supposes or denies: "if 0.3 > 0.5".
- Equations that are asked or supposed as they stand: "0.1 × 0.3 = 0.3?", "if 2 + 2 = 5".
- Arrows that may lead to another value: "from 1/2 → 0.9", `3×3 → 64`.
- Two whole numbers without a calculation: `1 = 90%` may be a legend.
- Quantities in different units, unless they are units of bytes or of time (`1.5 GB = 1,500 MB`).
  K, M and G may be 1000 or 1024.
- `log` without a base may be natural, binary or decimal, as long as one chain keeps to one of them;
  a variance may be that of a sample or of a population.
- `10/50 × 100 = 20%`: a percent sign where the factor 100 was meant to give one.
- `7/2 = 3` in a code span or where integers are spoken of, floats as programs print them, and sums
  modulo a number.
- What its own sentence calls wrong or a mistake, what is taken back at once ("That's a slip", "it
  should read 0.857", "in fact it is 51"), what somebody else is said to have written, and what is
  ~~struck out~~.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache, partial
from itertools import chain

from hooks.account import Account
from hooks.calculation.claims import Chain, Member, chains
from hooks.calculation.equality import ORDERINGS, Judged, judged_parts, known_results
from hooks.calculation.judgement import Known, Verdict
from hooks.calculation.named import named
from hooks.calculation.quantity import magnitude, rounded_like, shown
from hooks.calculation.readings import is_bare_log, may_have_value
from hooks.calculation.restated import restated
from hooks.calculation.spoken import spoken
from hooks.calculation.tree import Literal, Number, literal
from hooks.calculation.values import is_times_hundred
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import RECENT, Question
from hooks.record import record
from hooks.tables.broken import broken_laws
from hooks.tables.calculations import calculations
from hooks.tables.curves import off_curves
from hooks.tables.parallels import misplaced
from hooks.tables.rates import wrong_rates
from hooks.tables.said import odd_cells
from hooks.tables.tabulated import misfits
from hooks.worked.laws_of_one import unlawful

NAME = "arithmetic"
SCOPE = "any"

LONGEST = 70  # characters of an expression that a message repeats


@record
class Claim:
    """One number or expression that was compared with the chain before it.

    message: what is wrong with it; "" if it agrees.
    """

    line: int
    column: int
    members: tuple[str, ...]
    message: str = ""

    @property
    def is_right(self) -> bool:
        return not self.message


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    found = set()
    for part in parts(page):
        for verdict in part.verdicts:
            if verdict.is_wrong:
                found.add(verdict.member.position[0])
                yield Finding(page.path, *verdict.member.position, message(verdict), NAME)
    cells = (misplaced, wrong_rates, broken_laws, odd_cells, off_curves, misfits)
    readers = (*cells, restated, unlawful)
    for cell in chain.from_iterable(reader(page) for reader in readers):
        if cell.position[0] not in found:
            found.add(cell.position[0])
            yield Finding(page.path, *cell.position, cell.message, NAME)


@lru_cache(maxsize=RECENT)
def claims(page: Question) -> tuple[Claim, ...]:
    """Every comparison made in the page, in its order."""
    return tuple(
        Claim(*verdict.member.position, tuple(map(str, part.members)), message(verdict))
        for part in parts(page)
        for verdict in part.verdicts
    )


@lru_cache(maxsize=RECENT)
def parts(page: Question) -> tuple[Judged, ...]:
    """What was compared in the page: its chains, in signs and in words, part by part."""
    known = partial(known_results, page)
    plain = chain(chains(page), named(page))
    written = [part for found in plain for part in judged_parts(found, known)]
    said = [part for readings in spoken(page) for part in kindest(readings, known)]
    columns = [part for column in calculations(page) for part in agreed(column, known)]
    return (*written, *said, *columns)


def agreed(column: Sequence[Chain], known: Callable[[], Known]) -> list[Judged]:
    """What was compared in a column of calculations, if most are what stands beside them."""
    judged = [part for row in column for part in judged_parts(row, known)]
    wrong = sum(any(v.is_wrong for v in part.verdicts) for part in judged)
    right = sum(bool(part.verdicts) for part in judged) - wrong
    return judged if right > max(wrong, 1) else []


def kindest(readings: Sequence[Chain], known: Callable[[], Known]) -> list[Judged]:
    """What was compared in the first reading of a calculation that holds, or in the first."""
    judged = [list(judged_parts(chain, known)) for chain in readings]
    right = [p for p in judged if not any(v.is_wrong for part in p for v in part.verdicts)]
    return (right or judged or [[]])[0]


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    """The numbers of every part of a chain that was compared: results, and what they came from."""
    found = {
        account
        for part in parts(page)
        for member in part.members
        if may_have_value(member)
        for account in accounts_of(member)
    }
    return iter(sorted(found))


def accounts_of(member: Member) -> Iterator[Account]:
    """A member that is one number was checked; the numbers of an expression were given."""
    status = "checked" if literal(member.tree) else "given"
    for number in member.tree.walk():
        if isinstance(number, Number) and 0 <= number.start < number.end:
            yield Account.of(member.text, number.start, number.end, status, NAME)


# -- messages -------------------------------------------------------------------------------------


def message(verdict: Verdict) -> str:
    """What was claimed, what is right, and what to write; "" if nothing is wrong."""
    if not verdict.is_wrong:
        return ""
    if verdict.member.relation in ORDERINGS:
        return unordered(verdict)
    written, other = literal(verdict.member.tree), literal(verdict.against.tree)
    wrong, right = brief(verdict.member), brief(verdict.against)
    if written is None:
        own, value = apart(verdict.own, verdict.value)
        return f"{wrong} is {own}, not {right if other else value}{unlike(verdict, other)}"
    value = value_like(verdict, written)
    if verdict.restated:
        return f"{right} is {shown(verdict.value)}, not {wrong}; write {finer(verdict.value)}"
    if value == right:
        return f"{right} is not {wrong}"
    return f"{right} is {value}, not {wrong}{other_bases(verdict)}{advice(verdict, written)}"


def unordered(verdict: Verdict) -> str:
    """What is wrong with `10/45 < 0.2`: 10/45 is 0.2222, not < 0.2."""
    first, second = verdict.against, verdict.member
    value, own = apart(verdict.value, verdict.own) if verdict.value != verdict.own else ("", "")
    left = brief(first) if literal(first.tree) or not value else f"{brief(first)} is {value},"
    right = brief(second) if literal(second.tree) or not own else f"{brief(second)} = {own}"
    verb = "" if left.endswith(",") else "is "
    return f"{left} {verb}not {second.relation} {right}"


def brief(member: Member) -> str:
    text = str(member)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def unlike(verdict: Verdict, other: Literal | None) -> str:
    return "" if other else f" as {brief(verdict.against)} is"


def finer(value: Fraction) -> str:
    """The value as a decimal of two digits and a percentage of three, or as it exactly is."""
    if is_short(value):
        return f"{shown(value)} or {shown(value * 100)}%"
    return f"≈ {shown(value, 2)} or {shown(value * 100, 3)}%"


def apart(value: Fraction, other: Fraction) -> tuple[str, str]:
    """Two different values with as many digits as it takes to tell them apart."""
    for digits in range(4, 16):
        texts = shown(value, digits), shown(other, digits)
        if texts[0] != texts[1]:
            return texts
    return shown(value, 16), shown(other, 16)


def value_like(verdict: Verdict, written: Literal) -> str:
    """The right value in the style of the number it is to replace, with one digit more."""
    text, unit = written.quantity.text, written.unit
    in_percent = text.endswith("%") and not is_times_hundred(verdict.against.tree)
    factor, sign = (100, "%") if in_percent else (1, "")
    value, _ = apart(verdict.value * factor, written.quantity.value * factor)
    if unit is None or not unit.kind:
        return value + sign
    return f"{value}{'' if unit.doubtful else ' '}{unit.name}"


def other_bases(verdict: Verdict) -> str:
    """A note that no base of a logarithm makes the claim right."""
    is_ambiguous = any(is_bare_log(node) for node in verdict.against.tree.walk())
    return " (nor with base 2 or 10)" if is_ambiguous else ""


def advice(verdict: Verdict, written: Literal) -> str:
    """The right number rounded as the wrong one, if the value is no short decimal itself."""
    rounded = rounded_like(verdict.value, written.quantity)
    if rounded is None or written.unit or is_short(verdict.value) or other_bases(verdict):
        return ""
    return f"; write ≈ {rounded}"


def is_short(value: Fraction) -> bool:
    """Whether four digits show a value exactly."""
    return (value * Fraction(10) ** (3 - magnitude(value))).denominator == 1
