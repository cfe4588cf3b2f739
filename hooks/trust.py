"""What was checked on a page at this build, counted for its last line."""

from dataclasses import dataclass

from hooks.citations import citations
from hooks.embeds import embeds, figures
from hooks.page import Question, inline_math
from hooks.rules import arithmetic, confusion_matrix


@dataclass(frozen=True)
class Checked:
    """Counts of one page, or of the guide.

    numbers: written numbers and equations compared with what they follow from.
    formulas: formulas parsed and rendered.
    programs: programs and figures whose printed result is compared by the tests.
    references: sources listed, each with authors, year and a stable link.
    """

    numbers: int = 0
    formulas: int = 0
    programs: int = 0
    references: int = 0

    def __add__(self, other: "Checked") -> "Checked":
        return Checked(
            self.numbers + other.numbers,
            self.formulas + other.formulas,
            self.programs + other.programs,
            self.references + other.references,
        )


def checked(page: Question) -> Checked:
    """What the rules, the build and the tests verify on a page."""
    claims = len(tuple(arithmetic.claims(page))) + len(tuple(confusion_matrix.claims(page)))
    programs = {embed.file for embed in embeds(page) if embed.file.endswith(".py")}
    drawn = {figure["file"] for _, figure in figures(page)}
    listed = {c.key for c in citations(page) if c.section == "References"}
    return Checked(claims, formulas(page), len(programs) + len(drawn), len(listed))


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
