"""The coverage of claims: what is known of each number in the answers.

Like the coverage of code, it says what was looked at. Every number that an author wrote in prose, a
list, a table, a formula or a drawn table is one of

- checked: a rule recomputed it, or it restates one that was, or the page's own program prints it;
- given: an assumption that other numbers were computed from, here or in the page's own program;
- cited: its sentence names a source, or it restates a number of such a sentence;
- unchecked: a reader has to trust it.

Code is left out (programs are run), and so are numbers that are part of a name (F1, GPT-4, x₁,
class 1, 0-1 loss), those of a formula with symbols and nothing but 0, 1 and 2 (1 − p), and the day
for which something is said (as of May 2026).
"""

import io
import re
import tokenize
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from pathlib import Path
from types import ModuleType

from hooks.account import Account
from hooks.calculation.quantity import Quantity, significant_digits
from hooks.guide import Guide, Unreadable
from hooks.language.sentences import sentences, split
from hooks.language.wording import words
from hooks.page import CODE_SPAN, Block, Question, Text, blank, inline_math
from hooks.pattern import Pattern
from hooks.python_code.embeds import embeds
from hooks.record import cached_property, record
from hooks.rules import RULES

STATUSES = ("checked", "given", "cited", "unchecked")
RESTATED = "restated"
PRINTED = "snippet-output"
PROGRAMMED = "snippet-embed"
CITED = "references"

NUMBER = Pattern(
    r"(?<![\w.^_@#\\])(?<![A-Za-z][-‑])(?<!UTC[-+−])(?:\d{1,3}(?:[,\u2009\u202f\u00a0]\d{3})+(?!\d)|\d+)"
    r"(?:\.\d+)?(?:[eE][-+−]?\d+)?(?:\s*%)?(?![\w^]|\.\d)|(?<![\w.])\.\d+(?!\w)"
)
DIGIT = Pattern(r"\d")
DECIMAL = Pattern(r"[\d_]*\.?[\d_]+(?:[eE][-+]?\d{1,3})?")
NAMED = Pattern(
    r"\b(?:class|label|type|step|layer|fold|version|level|phase|figure|table|section|chapter|part"
    r"|equation|article|stage|tier|group|limit|slot|cluster|degree|python|tensorflow|keras|pandas"
    r"|numpy|scipy|scikit-learn)s?\s$|\bas\s+of(?:\s+\d{1,2})?(?:\s+[A-Z][a-z]+)?\s$",
    re.I,
)
ZERO_ONE_LOSS = Pattern(r"\b0[-–‑/]1(?=[\s-]loss)", re.I)
ADDRESS = Pattern(r"https?://\S+|\{[:#.][^}\n]{0,499}\}")
RAISED_OR_LOWERED = Pattern(r"[_^](?:\{[^{}]*\}|\\[A-Za-z]+|.)|[₀-₉⁰¹²³⁴-⁹]+")
CITATION = Pattern(r"\[@[^\]]+\]")
EMBED = "--8<--"
GREEK = (
    "alpha|beta|gamma|delta|epsilon|zeta|eta|theta|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|chi"
    "|psi|omega"
)
SYMBOL = Pattern(r"[A-Za-z\u0370-\u03ff]")
FORMULA_WORD = Pattern(r"\\(?!(?:var)?(?:" + GREEK + r")(?![A-Za-z]))[A-Za-z]+")
OF_FORMULAS = frozenset(("0", "1", "2"))
TYPED = ("", "text", "math", "latex", "tex", "confusion-matrix")  # languages that are no programs
NOT_ANSWERS = "References"
ON_PROGRAM = "Try it"


@record
class WrittenNumber:
    """A number where the author wrote it: 1-based line, column, and the column behind it.

    section: the H2 section; is_cited: whether its sentence names a source; is_of_program: whether
    its sentence or section speaks of the page's program.
    """

    line: int
    column: int
    end: int
    written: str
    section: str
    is_cited: bool
    is_of_program: bool = False

    @cached_property
    def value(self) -> Fraction | None:
        try:
            return Quantity.written(self.written).value
        except ValueError:
            return None

    @property
    def is_telling(self) -> bool:
        """Whether two numbers written like this are hardly equal by chance: 0.2, 45, not 5."""
        return significant_digits(self.written) > 1 or not self.written.isdecimal()


@record
class Covered:
    """A number, what is known of it, and the rule that knows it ("" if none does)."""

    number: WrittenNumber
    status: str
    rule: str


def coverage(page: Question, guide: Guide) -> tuple[Covered, ...]:
    """Every number in a page's answer with what is known of it, in order."""
    known = accounts(page, guide)
    numbers = tuple(written(page))
    reading = Reading(known, numbers, printed(page, guide), programmed(page, guide))
    return tuple(reading.covered(number) for number in numbers)


def share(covered: Iterable[Covered]) -> Counter:
    """How many numbers are of each status."""
    return Counter(number.status for number in covered)


def known_share(counts: Mapping[str, int]) -> Fraction:
    """The share of numbers that a reader need not take on trust; 1 where there is none."""
    total = sum(counts[status] for status in STATUSES)
    return 1 - Fraction(counts["unchecked"], total) if total else Fraction(1)


def accounts(page: Question, guide: Guide) -> list[Account]:
    """What the rules that are meant for a page know of its numbers."""
    return sorted(
        account
        for rule in RULES
        if hasattr(rule, "accounts")
        for account in accounts_by(rule, page, guide)
    )


def accounts_by(rule: ModuleType, page: Question, guide: Guide) -> list[Account]:
    """What a rule knows; nothing where it breaks off, which the lint says of the page."""
    try:
        return list(rule.accounts(page, guide))
    except Unreadable:
        raise
    except Exception:
        return []


class Reading:
    """The numbers of one page beside what is known of them."""

    def __init__(
        self,
        known: Sequence[Account],
        numbers: Sequence[WrittenNumber],
        output: set[Fraction],
        settings: set[Fraction],
    ):
        self.known = known
        self.starts = [(account.line, account.column) for account in known]
        self.output = output
        self.settings = settings
        told = [(number, self.told(number)) for number in numbers]
        self.assumed = {(n.section, n.value) for n, a in told if a and a.status == "given"}
        self.values = {
            status: {n.value for n, a in told if a and a.status == status and n.value is not None}
            for status in ("checked", "given")
        }
        self.cited = {n.value for n in numbers if n.is_cited and n.value is not None}

    def covered(self, number: WrittenNumber) -> Covered:
        """What is known of a number, from the surest to the least sure."""
        if account := self.told(number):
            return Covered(number, account.status, account.rule)
        if number.is_telling and number.value in self.output:
            return Covered(number, "checked", PRINTED)
        for status, values in self.values.items():
            if number.is_telling and number.value in values:
                return Covered(number, status, RESTATED)
        if (number.section, number.value) in self.assumed:  # the 3 of 3 × 3, a few lines below
            return Covered(number, "given", RESTATED)
        if number.is_cited:
            return Covered(number, "cited", CITED)
        if number.is_telling and number.value in self.cited:
            return Covered(number, "cited", RESTATED)
        if number.is_of_program and number.is_telling and number.value in self.settings:
            return Covered(number, "given", PROGRAMMED)
        return Covered(number, "unchecked", "")

    def told(self, number: WrittenNumber) -> Account | None:
        """The account of the number itself; of several the one that checked it."""
        end = bisect(self.starts, (number.line, number.end - 1))
        meeting = [
            account
            for account in reversed(self.known[:end])
            if account.line == number.line and account.end > number.column
        ]
        return min(meeting, key=lambda account: account.status, default=None)


# -- the numbers of a page ------------------------------------------------------------------------


def written(page: Question) -> Iterator[WrittenNumber]:
    """The numbers in a page's answer, in order."""
    by_block = texts(page)
    introduced = False  # the block stands below a sentence that names a source and ends in a colon
    for block in page.blocks:
        if block.section == NOT_ANSWERS:
            continue
        if block.kind == "paragraph":
            introduced = introduces(block)
        elif block.kind in ("heading", "admonition"):
            introduced = False
        for text, is_cited in by_block.get(id(block), ()):
            named = is_cited or introduced
            of_program = block.section == ON_PROGRAM or "program" in text.content
            for start, number in stated(text.content, block.kind == "math"):
                line, column = text.position(start)
                end = column + len(number)
                yield WrittenNumber(line, column, end, number, block.section, named, of_program)


def stated(content: str, is_math: bool) -> Iterator[tuple[int, str]]:
    """The numbers that a text states, and where: those of names and of formulas' form left out."""
    claimed = claims(content)
    if not claimed:
        return
    formulas = [(0, len(content), content)] if is_math else formulas_in(content)
    forms = [(start, end) for start, end, latex in formulas if is_form(latex)]
    for found in NUMBER.finditer(claimed):
        start = found.start()
        is_named = NAMED.search(claimed, max(start - 20, 0), start)
        if not is_named and not any(first <= start < end for first, end in forms):
            yield start, found[0]


def formulas_in(content: str) -> list[tuple[int, int, str]]:
    """Where the formulas of a prose text start and end, and their LaTeX."""
    return [(*found.span(), found[1]) for found in inline_math(content)] if "$" in content else []


def is_form(latex: str) -> bool:
    """Whether a formula has symbols and no numbers but 0, 1 and 2: it states no number."""
    numbers = {found[0] for found in NUMBER.finditer(claims(latex))}
    return numbers <= OF_FORMULAS and bool(SYMBOL.search(FORMULA_WORD.sub("", latex)))


def introduces(block: Block) -> bool:
    """Whether a paragraph's last sentence names a source for what follows."""
    content = str(block.text).rstrip()
    if not content.endswith(":") or "[@" not in content:
        return False
    *_, last = split(block.text, block)
    return bool(CITATION.search(last.text.content))


def texts(page: Question) -> dict[int, list[tuple[Text, bool]]]:
    """The texts of each block that hold claims, and whether each names a source.

    Prose comes by its sentences; blocks are known by their identity.
    """
    found: dict[int, list[tuple[Text, bool]]] = {}
    for sentence in sentences(page):
        is_cited = "[@" in sentence.text.content
        found.setdefault(id(sentence.block), []).append((sentence.text, is_cited))
    for block in page.blocks:
        if block.kind == "math" or is_typed(block):
            found[id(block)] = [(block.text, False)]
    return found


def is_typed(block: Block) -> bool:
    """Whether it is a fence that the author drew, and no program or its output."""
    is_drawn = block.kind == "code" and block.language in TYPED
    return is_drawn and EMBED not in block.text.content


def claims(content: str) -> str:
    """A text without what claims nothing: code, addresses, indices; every character in place."""
    if not DIGIT.search(content):
        return ""
    return words(blank(content, CODE_SPAN, ADDRESS, RAISED_OR_LOWERED, ZERO_ONE_LOSS))


def printed(page: Question, guide: Guide) -> set[Fraction]:
    """The numbers that the page's own programs print, which the tests compare with a run."""
    return set(chain.from_iterable(output(file) for file in embedded(page, guide, ".out")))


def programmed(page: Question, guide: Guide) -> set[Fraction]:
    """The numbers that the page's own programs compute with."""
    return set(chain.from_iterable(literals(file) for file in embedded(page, guide, ".py")))


def embedded(page: Question, guide: Guide, suffix: str) -> list[Path]:
    files = {embed.file for embed in embeds(page) if embed.file.endswith(suffix)}
    return [guide.root / "snippets" / file for file in sorted(files)]


def output(file: Path) -> Iterator[Fraction]:
    if not file.is_file():
        return
    for found in NUMBER.finditer(file.read_text(encoding="utf-8")):
        try:
            yield Quantity.written(found[0]).value
        except ValueError:
            continue


def literals(file: Path) -> Iterator[Fraction]:
    """The numbers in a program, neither those in its comments nor in its texts."""
    if not file.is_file():
        return
    for token in tokenize.generate_tokens(io.StringIO(file.read_text("utf-8")).readline):
        if token.type == tokenize.NUMBER and DECIMAL.fullmatch(token.string):
            number = Fraction(token.string)
            if number >= 10 or not token.string.isdecimal():  # 5.0 is hardly the 5 of the program
                yield number


# -- reports --------------------------------------------------------------------------------------


def report(pages: Iterable[Question], guide: Guide, only: str = "") -> Iterator[str]:
    """Lines that list every number, or those of one status, then each page, then all.

    only: a status, "" for every number, "none" for the totals alone.
    """
    counts = {}
    for page in pages:
        covered = coverage(page, guide)
        counts[page.path] = share(covered)
        for found in covered:
            if only in ("", found.status):
                yield line_of(page, found)
    yield from totals(counts)


def line_of(page: Question, found: Covered) -> str:
    number = found.number
    by = f" [{found.rule}]" if found.rule else ""
    return f"{page.path}:{number.line}:{number.column}: {number.written} {found.status}{by}"


def totals(counts: Mapping[object, Counter]) -> Iterator[str]:
    row = "{:48} {:>8} {:>8} {:>8} {:>8} {:>10} {:>8}"
    yield row.format("page", "numbers", *STATUSES, "known")
    everything = sum(counts.values(), Counter())
    for name, count in [*counts.items(), ("all", everything)]:
        known = f"{float(known_share(count)):.1%}"
        yield row.format(str(name), sum(count.values()), *(count[s] for s in STATUSES), known)
