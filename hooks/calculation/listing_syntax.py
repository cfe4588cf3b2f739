"""Why a program on a page does not compile, if that is an error and not a way to shorten it."""

import re
from collections.abc import Iterator

from hooks.calculation.listing import Listing
from hooks.pattern import Pattern

PRINT_STATEMENT = Pattern(r"^\s*print\s+(?![=:(]|\()\S")
OLD_EXCEPT = Pattern(r"^\s*except\s+[\w.]+\s*,\s*(?:e|ex|err|exc)\s*:")
NEWER_SYNTAX = Pattern(r"\b[ft]r?[\"']|^\s*(?:type\s+\w|(?:def|class)\s+\w+\[)", re.M)
PSEUDO_CODE = Pattern(r"[→←≤≥≠×÷∑√∈∉∀∃⊕·−]")
LOOKS_LIKE_CODE = Pattern(
    r"[=(\[{]|^\s*(?:def|class|if|elif|else|for|while|try|except|with|import|from|return|assert)\b"
)
OUTPUT = Pattern(r"^\s*(?:[-+\[({]*[\d.]|>|=>|-|\||<|[A-Z][\w ]*:\s|\w+ +\w+ +\w+)")
NAMES_AN_ERROR = Pattern(r"#.*(?:Error|error|wrong|invalid|❌)")
CERTAIN = (
    "was never closed",
    "expected ':'",
    "Maybe you meant '=='",
    "unmatched '",
    "does not match opening parenthesis",
    "unterminated string literal",
    "unterminated triple-quoted",
    "invalid decimal literal",
    "leading zeros in decimal",
    "expected an indented block",
    "unindent does not match",
    "unexpected indent",
    "cannot assign to",
    "invalid character",
    "positional argument follows keyword",
    "non-default argument follows default",
    "expected 'except'",
    "Perhaps you forgot a comma",
    "Missing parentheses in call",
    "multiple exception types",
)
CURLY_QUOTES = "‘’“”"


def syntax_problem(
    found: Listing, error: SyntaxError, strict: bool
) -> Iterator[tuple[int, int, str]]:
    """The error as line, column and message; `strict`: it is a sketch of the guide itself."""
    rows = found.source.split("\n")
    row = min(max((error.lineno or 1) - 1, 0), len(rows) - 1)
    old = next((number for number, text in enumerate(rows[: row + 1]) if is_python_2(text)), None)
    if old is not None:
        row = old
        message = (
            f"`{rows[row].strip()[:40]}` is Python 2 and does not compile; {instead(rows[row])}"
        )
    elif strict or is_certain(found, rows, row, error):
        what = "sketch" if strict else "program"
        message = f"this {what} does not compile: {error.msg}"
    else:
        return
    column = len(rows[row]) - len(rows[row].lstrip())
    yield *found.position(row, column), message


def is_python_2(row: str) -> bool:
    return bool(PRINT_STATEMENT.match(row) or OLD_EXCEPT.match(row))


def instead(row: str) -> str:
    return "write `print(…)`" if PRINT_STATEMENT.match(row) else "write `except Error as e:`"


def is_certain(found: Listing, rows: list[str], row: int, error: SyntaxError) -> bool:
    """Whether nobody could have meant the text as it stands."""
    message, line = error.msg or "", rows[row]
    if found.is_session or "\t" in found.source or NAMES_AN_ERROR.search(line):
        return False
    if PSEUDO_CODE.search(found.source) or NEWER_SYNTAX.search(line):
        return False
    if "invalid character" in message:
        return any(quote in line for quote in CURLY_QUOTES) and bool(LOOKS_LIKE_CODE.search(line))
    if "expected an indented block" in message:
        return lacks_a_body(rows, row, message)
    if "indent" in message:
        return row > 0 and bool(LOOKS_LIKE_CODE.search(line)) and not is_new_part(rows, row)
    if not LOOKS_LIKE_CODE.search(line) or OUTPUT.match(line):
        return False
    return message == "invalid syntax" or any(certain in message for certain in CERTAIN)


def lacks_a_body(rows: list[str], row: int, message: str) -> bool:
    """Whether a plain statement follows where a body should be: not the end, nor a definition."""
    header = re.search(r"on line (\d+)", message)
    start = int(header[1]) if header else row
    code = (text.strip() for text in rows[start:])
    line = next((text for text in code if text and not text.startswith("#")), "")
    return bool(line) and not line.startswith(("def ", "class ", "@", "async "))


def is_new_part(rows: list[str], row: int) -> bool:
    """Whether an excerpt goes on elsewhere: behind an empty row or a comment."""
    before = rows[row - 1].strip()
    return not before or before.startswith("#")
