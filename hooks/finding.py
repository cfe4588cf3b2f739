"""What a rule says of a page."""

from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend, at a 1-based line and column of the author's file."""

    path: PurePosixPath
    line: int
    column: int
    message: str
    rule: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message} [{self.rule}]"
