"""Python as pages show it: programs in fences, sessions of the interpreter, and what stands below.

A listing is read, never run.
"""

import ast
import io
import re
import tokenize
import warnings
from collections.abc import Iterator, Sequence
from itertools import takewhile

from hooks.page import Block, Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record

LONGEST = 20_000  # characters; what is longer is no example
LANGUAGE = Pattern(r"[{.\s]*(python3?|py3?|pycon|ipython3?)\b", re.I)
PROMPT = Pattern(r"^(\s*)(?:>>>|In \[\d*\]:)(?: |$)")
MORE = Pattern(r"^\s*(?:\.\.\.|   \.\.\.:)(?: |$)")
MAGIC = Pattern(r"^\s*[%!]|^\s*\?\??\w|\w\?\??\s*$|--8<--", re.M)
ELIDED = Pattern(r"\.\.\.|…|<[a-z_ ]+>|\{\{|\{%|^\s*\$ |^\s*pip3? install|Traceback \(", re.M)
CALLED_WRONG = Pattern(
    r"\b(?:wrong|incorrect|invalid|mistakes?|bugs?|buggy|broken|anti-?patterns?|pitfalls?|misconceptions?"
    r"|pseudo-?code|python ?2(?:\.\d)?|raises|fails|(?:does|will) not (?:work|run|compile))\b"
    r"|❌|✗|✘|🚫",
    re.I,
)
ON_FAULTS = Pattern(r"mistake|misconception|pitfall|anti-?pattern|\bbugs?\b|gotcha", re.I)
MARKED_WRONG = Pattern(r"\b(?:bad|don['’]t|do not|never|error|invalid|\w+Error)\b", re.I)
OUTPUT_FOLLOWS = Pattern(
    r"\b(?:outputs?|results?|prints?|printed|returns?|gives|looks like(?: this)?)"
    r"(?: is| are| (?:would|will|should) be)?\W*$",
    re.I,
)
LABEL = Pattern(r"\W*(?:sample |program |the )?(?:outputs?|results?|prints?)\W*", re.I)
OUTPUT_LANGUAGES = ("", "text", "txt", "output", "out", "plaintext", "console", "none")
LEAD_WORDS = 60


@record
class Listing:
    """A block of Python and its program.

    source: the program, with a row for each row of the block; rows of output are empty.
    indent: how many columns each row was moved to the left.
    outputs: for a session the rows of output below each row that ends a statement.
    output: the block of output that stands right below, if one does.
    """

    block: Block
    source: str
    indent: tuple[int, ...]
    outputs: dict[int, tuple[int, ...]]
    output: Block | None

    @property
    def rows(self) -> list[str]:
        return self.block.text.content.split("\n")

    @property
    def is_session(self) -> bool:
        return any(map(PROMPT.match, self.rows))

    def position(self, row: int, column: int) -> tuple[int, int]:
        """The line and column in the author's file of a 0-based place of the source."""
        line, start = self.block.text.starts[min(row, len(self.block.text.starts) - 1)]
        return line, start + column + self.indent[min(row, len(self.indent) - 1)]

    def position_of(self, node: ast.expr | ast.keyword) -> tuple[int, int]:
        """The line and column in the author's file of a part of the program."""
        row = self.source.split("\n")[node.lineno - 1]
        column = len(row.encode()[: node.col_offset].decode(errors="ignore"))
        return self.position(node.lineno - 1, column)

    @cached_property
    def tree(self) -> ast.Module | SyntaxError | None:
        """The program, why it does not compile, or None if it is no program to read."""
        if len(self.source) > LONGEST or "\0" in self.source:
            return None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of escapes in the author's texts
                return ast.parse(self.source)
        except SyntaxError as error:
            return error
        except (ValueError, RecursionError, MemoryError):
            return None

    @cached_property
    def comments(self) -> dict[int, tuple[int, str]]:
        """The comment of each 0-based row: its 0-based column, and its text behind the sign."""
        found = {}
        try:
            for token in tokenize.generate_tokens(io.StringIO(self.source).readline):
                if token.type == tokenize.COMMENT:
                    row, column = token.start
                    found[row - 1] = (column, token.string)
        except (tokenize.TokenError, SyntaxError):
            pass
        return found


def is_python(block: Block) -> bool:
    """Whether a block is marked as Python, or is a session of its interpreter without a mark."""
    if block.kind != "code":
        return False
    is_bare = not block.info.strip() and block.text.content.lstrip().startswith(">>> ")
    return is_bare or bool(LANGUAGE.match(block.info))


def listings(page: Question) -> Iterator[Listing]:
    """The listings of a page; those that it shows as wrong are left out."""
    before = ""
    for number, block in enumerate(page.blocks):
        is_program = is_python(block) and not OUTPUT_FOLLOWS.search(before)
        if is_program and not is_shown_as_wrong(block, before):
            yield listing(block, output_of(page.blocks[number + 1 : number + 4]))
        before = block.text.content if block.is_prose and block.kind != "heading" else ""


def output_of(below: Sequence[Block]) -> Block | None:
    """The block of output behind a program: at once, or below a line such as "Output:"."""
    below = [part for part in below if part.kind != "html"]
    if len(below) > 1 and below[0].kind == "paragraph" and LABEL.fullmatch(below[0].text.content):
        below = below[1:]
    is_output = below and below[0].kind == "code" and below[0].language in OUTPUT_LANGUAGES
    return below[0] if is_output else None


def is_shown_as_wrong(block: Block, before: str) -> bool:
    """Whether the page itself says that this program has a fault, or only sketches one."""
    first = "\n".join(row for row in block.text.content.split("\n")[:2] if "#" in row)
    comment = first.partition("#")[2]
    lead = " ".join(before.split()[-LEAD_WORDS:])
    if ON_FAULTS.search(block.section) or MARKED_WRONG.search(comment):
        return True
    return any(map(CALLED_WRONG.search, (comment, block.info, lead)))


def listing(block: Block, output: Block | None = None) -> Listing:
    """A block of code as a listing, with the block of output below it."""
    rows = block.text.content.split("\n")
    if any(map(PROMPT.match, rows)):
        return session(block, rows)
    filled = [row for row in rows if row.strip()]
    indent = min((len(row) - len(row.lstrip()) for row in filled), default=0)
    source = "\n".join(row[indent:] for row in rows)
    return Listing(block, source, (indent,) * len(rows), {}, output)


def session(block: Block, rows: list[str]) -> Listing:
    """A session of the interpreter: what was typed, and which rows answered."""
    source, indent, outputs = [], [], {}
    last = None
    for number, row in enumerate(rows):
        prompt = PROMPT.match(row) or (last is not None and not outputs[last] and MORE.match(row))
        width = prompt.end() if prompt else 0
        source.append(row[width:] if prompt else "")
        indent.append(width)
        if prompt:
            last = number
            outputs[last] = ()
        elif last is not None and row.strip():
            outputs[last] += (number,)
    return Listing(block, "\n".join(source), tuple(indent), outputs, None)


def is_excerpt(found: Listing) -> bool:
    """Whether parts are left out, or the text is more than Python."""
    return bool(MAGIC.search(found.block.text.content) or ELIDED.search(found.block.text.content))


def rows_below(found: Listing, row: int) -> list[int]:
    """The rows of comments that stand alone directly below a row."""
    rows = found.source.split("\n")
    below = takewhile(lambda r: rows[r].lstrip().startswith("#"), range(row + 1, len(rows)))
    return list(below)
