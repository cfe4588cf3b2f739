"""What was checked on a page at this build, counted for its last line."""

from dataclasses import asdict, dataclass

from hooks.coverage import coverage, share
from hooks.guide import Guide
from hooks.page import Question, inline_math
from hooks.python_code.embeds import embeds, figures
from hooks.rules import metric_formula
from hooks.website.citations import citations


@dataclass(frozen=True)
class Checked:
    """Counts of one page, or of the guide.

    checked, given, cited, unchecked: its numbers, by what is known of them (hooks.coverage).
    formulas: formulas parsed and rendered; proved: those compared with the quantity they are for.
    programs: programs and figures whose printed result is compared by the tests.
    references: sources listed, each with authors, year and a stable link.
    """

    checked: int = 0
    given: int = 0
    cited: int = 0
    unchecked: int = 0
    formulas: int = 0
    proved: int = 0
    programs: int = 0
    references: int = 0

    def __add__(self, other: "Checked") -> "Checked":
        mine, theirs = asdict(self), asdict(other)
        return Checked(**{name: mine[name] + theirs[name] for name in mine})

    @property
    def numbers(self) -> int:
        return self.checked + self.given + self.cited + self.unchecked


def checked(page: Question, guide: Guide) -> Checked:
    """What the rules, the build and the tests verify on a page."""
    programs = {embed.file for embed in embeds(page) if embed.file.endswith(".py")}
    drawn = {figure["file"] for _, figure in figures(page)}
    listed = {c.key for c in citations(page) if c.section == "References"}
    return Checked(
        **share(coverage(page, guide)),
        formulas=formulas(page),
        proved=sum(1 for _ in metric_formula.formulas(page)),
        programs=len(programs) + len(drawn),
        references=len(listed),
    )


def formulas(page: Question) -> int:
    total = 0
    for block in page.blocks:
        if block.kind == "math":
            total += 1
        elif block.kind == "table":
            total += sum(1 for row in block.rows for cell in row for _ in inline_math(str(cell)))
        elif block.is_prose:
            total += sum(1 for _ in inline_math(str(block.text)))
    return total
