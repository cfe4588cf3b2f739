"""Which numbers of a page the rules have read, for the coverage of claims.

A rule of numbers offers `accounts(page, guide)`, which yields one account for each written number
that it compared with others or computed with. Where a number is wrong, its account stands beside
the finding.
"""

from dataclasses import dataclass
from typing import Literal

from hooks.page import Text


@dataclass(frozen=True, order=True)
class Account:
    """A written number and what a rule knows of it.

    line, column, end: where it stands in the author's file, 1-based; `end` is the column behind it.
    status: checked, if it was recomputed or compared; given, if others were computed from it.
    rule: the name of the rule.
    """

    line: int
    column: int
    end: int
    status: Literal["checked", "given"]
    rule: str

    @classmethod
    def of(cls, text: Text, start: int, end: int, status: str, rule: str) -> "Account":
        """The account of the number between two offsets of a text."""
        line, column = text.position(start)
        return cls(line, column, column + end - start, status, rule)
