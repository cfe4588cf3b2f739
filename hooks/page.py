"""The one model of a question page.

A page is parsed once into blocks; every other part of the guide (lint, indexes, search, counts)
reads blocks and nothing else. Each piece of text knows where it stands in the author's file.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from pathlib import PurePosixPath

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from hooks.pattern import Pattern
from hooks.record import cached_property, record

SECTIONS = ("beginner", "intermediate", "advanced", "product", "ethics")

BOM = "\ufeff"
LINE_END = Pattern(r"\r\n?")

# Pages whose readings are kept: the rules look at one page after the other.
RECENT = 8

LONGEST_TITLE = 110  # characters: what fits into an index and a search result

# A pattern that begins with its sign, and looks behind it then, is searched for quickly.
INLINE_MATH = Pattern(r"\$(?<![\\$]\$)(?![\s$])((?:\\.|[^$\\])+?)(?<![\s\\])\$(?![\d$])", re.S)
CODE_SPAN = Pattern(r"(`(?<!``)`*)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
COMMENT = Pattern(r"<!--.*?-->", re.S)
BOLD_TITLE = Pattern(r"(\*\*|__)[^*_\n]{3,60}\1[:.?]?")
REMARK = Pattern(
    r"(?<=<!--)(?!\s*(?:change|check|lint|guide)\s*:).*?(?=-->)", re.S
)  # says nothing to us
WITH_COMMA = Pattern(r"(?<![\d,.])\d{1,3}(?:,\d{3})+(?![\d,])")
MAY_BE_GROUPED = Pattern(r"\d \d{3}")
GROUPED = Pattern(  # 8 910, with plain spaces; not one of several numbers in a row
    r"(?<![\w.,:^_-])(?<!\d )[1-9]\d{0,2}(?: \d{3})+"
    r"(?:(?![\w,:^_.-]|\s?\d)|(?=\.(?!\d)|,(?!\d)|-[a-z]|\.\d+(?!\d)))"
)
GROUPED_BY_THIN_SPACES = Pattern(
    r"(?<![\w.,:^-])\d{1,3}(?:[\u2009\u202f\u00a0]\d{3})+(?![\d\u2009\u202f\u00a0])"
)
SPACE = Pattern(r"\s")
MARKED = Pattern(r"[*_`$\[{<]")
HEADING_ID = Pattern(r"\s*\{\s*#([\w-]+)[^}]*\}\s*$")
FIRST_SECTION = Pattern(r"^## ", re.M)
NOT_LINE_BY_LINE = Pattern(r"```|~~~|\$\$|<")  # where a line may be no heading for all its marks
TABLE_CELL = Pattern(r"(?:\\.|`[^`]*`|[^|\\`]|`)+")


@record
class Text:
    """Text of the page and where each of its lines starts: 1-based (line, column) pairs."""

    content: str
    starts: tuple[tuple[int, int], ...]

    def __str__(self) -> str:
        return self.content

    @property
    def line(self) -> int:
        return self.starts[0][0]

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column in the author's file of the character at `offset`."""
        row = bisect_left(self._line_breaks, offset) if len(self.starts) > 1 else 0
        start = self._line_breaks[row - 1] + 1 if row else 0
        line, column = self.starts[min(row, len(self.starts) - 1)]
        return line, column + offset - start

    def slice(self, start: int, end: int) -> "Text":
        """The part from `start` to `end`, with its own positions."""
        if not start and end == len(self.content):
            return self
        content = self.content[start:end]
        first = self.position(start)
        if "\n" not in content:
            return Text(content, (first,))
        row = bisect_left(self._line_breaks, start)
        return Text(content, (first, *self.starts[row + 1 : row + 1 + content.count("\n")]))

    @cached_property
    def _line_breaks(self) -> tuple[int, ...]:
        """Where its lines end: counted once, however many places are looked up in it."""
        if "\n" not in self.content:
            return ()
        rows = self.content.split("\n")[:-1]
        return tuple(accumulate([len(rows[0]), *(len(row) + 1 for row in rows[1:])]))


@record
class Block:
    """One block of a page.

    kind: heading, paragraph, item (a paragraph in a list), table, code, math, html or admonition
          (an admonition's title; what it holds follows as blocks of their own, `within` it).
    info: what the author wrote behind the fence, the heading's level, the admonition's type.
    rows: for a table its cells, header first.
    within: the admonitions around the block, outermost first, as "type title".
    section: the title of the H2 section it stands in, "" before the first.
    topic: the last title above it in that section: a smaller heading, or a paragraph in bold.
    """

    kind: str
    text: Text
    section: str
    info: str = ""
    rows: tuple[tuple[Text, ...], ...] = ()
    within: tuple[str, ...] = ()
    topic: str = ""

    @property
    def line(self) -> int:
        return self.text.line

    @property
    def is_prose(self) -> bool:
        return self.kind in ("paragraph", "item", "heading", "admonition")

    @property
    def language(self) -> str:
        """The first word behind a fence: `python`, `text`, `confusion-matrix`; "" for none."""
        return self.info.split()[0] if self.kind == "code" and self.info.split() else ""


@record
class Section:
    """An H2 heading and the blocks below it."""

    title: str
    line: int
    blocks: tuple[Block, ...]


@record
class FrontMatterError:
    """Front matter that is not YAML: where, and why."""

    line: int
    column: int
    message: str


def front_matter_error(first: int, error: Exception) -> FrontMatterError:
    """What PyYAML said of front matter that starts in line `first`."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return FrontMatterError(first, 1, str(error).partition("\n")[0] or "not valid YAML")
    mark = error.problem_mark or error.context_mark
    return FrontMatterError(first + mark.line, mark.column + 1, error.problem or "not valid YAML")


class Question:
    """One parsed page. Any Markdown file parses; the rules say what a question page must have.

    path: as findings name it, relative to the repository, e.g. docs/advanced/k-means.md.
    source, lines: its text without a byte-order mark, its lines ending in a newline alone.
    meta: the front matter, {} if there is none or it is not a mapping.
    """

    def __init__(self, path: PurePosixPath, source: str):
        self.path = path
        self.source = LINE_END.sub("\n", source.removeprefix(BOM))
        self.lines = self.source.removesuffix("\n").split("\n") if self.source else []
        self.meta: dict = {}
        self.meta_line: dict[str, int] = {}
        self.meta_error: FrontMatterError | None = None
        self.blocks: tuple[Block, ...] = tuple(self._parse())

    @cached_property
    def lower(self) -> str:
        """The source in lower case, for quick looks: offsets in it may differ."""
        return self.source.lower()

    @property
    def slug(self) -> str:
        return self.path.stem

    @property
    def section(self) -> str:
        """The guide's section the page stands in, by its folder."""
        return self.path.parent.name

    @property
    def is_question(self) -> bool:
        return is_question_path(self.path)

    @cached_property
    def title(self) -> Block | None:
        return next((b for b in self.blocks if b.kind == "heading" and b.info == "1"), None)

    @cached_property
    def title_text(self) -> str:
        return plain(str(self.title.text)) if self.title else self.slug

    @cached_property
    def short_answer(self) -> tuple[Block, ...]:
        """The blocks inside the `!!! abstract "Short answer"` admonition."""
        return tuple(
            b for b in self.blocks if "abstract Short answer" in b.within and b.kind != "admonition"
        )

    @cached_property
    def short_answer_text(self) -> str:
        return " ".join(plain(str(block.text)) for block in self.short_answer)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        heads = [i for i, b in enumerate(self.blocks) if b.kind == "heading" and b.info in "12"]
        return tuple(
            Section(self.blocks[i].section, self.blocks[i].line, self.blocks[i + 1 : end])
            for i, end in pairwise([*heads, len(self.blocks)])
            if self.blocks[i].info == "2"
        )

    def find(self, text: str) -> tuple[int, int]:
        """The 1-based line and column where `text` first stands, (1, 1) if it does not."""
        before, found, _ = self.source.partition(text)
        return (before.count("\n") + 1, len(before) - before.rfind("\n")) if found else (1, 1)

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        return tuple(b for b in self.blocks if b.kind == "heading")

    def section_named(self, title: str) -> Section | None:
        return next((s for s in self.sections if s.title == title), None)

    # -- parsing ------------------------------------------------------------------------------

    def _parse(self) -> Iterator[Block]:
        tokens = _parser().parse(self.source)
        section, topic, within, lists, i = "", "", [], 0, 0
        while i < len(tokens):
            token = tokens[i]
            match token.type:
                case "front_matter":
                    self._read_front_matter(token)
                case "bullet_list_open" | "ordered_list_open":
                    lists += 1
                case "bullet_list_close" | "ordered_list_close":
                    lists -= 1
                case "admonition_open":
                    within.append(f"{token.meta['tag']} {token.content}".strip())
                case "admonition_close":
                    within.pop()
                case "heading_open":
                    text = self._text(tokens[i + 1])
                    topic = plain(str(text)) if token.tag > "h2" else ""
                    if token.tag == "h2":
                        section = plain(str(text))
                    yield Block(
                        "heading", text, section, token.tag[1], within=tuple(within), topic=topic
                    )
                    i += 2
                case "table_open":
                    end = next(j for j in range(i, len(tokens)) if tokens[j].type == "table_close")
                    yield self._table(token, section, tuple(within), topic)
                    i = end
                case "inline":
                    in_title = tokens[i - 1].type == "admonition_title_open"
                    kind = "admonition" if in_title else "item" if lists else "paragraph"
                    info = within[-1].split()[0] if in_title else ""
                    if kind == "paragraph" and BOLD_TITLE.fullmatch(token.content):
                        topic = token.content
                    if token.content:
                        text = self._text(token)
                        yield Block(kind, text, section, info, within=tuple(within), topic=topic)
                case "fence" | "code_block" | "math_block" | "math_block_label" | "html_block":
                    yield self._literal(token, section, tuple(within), topic)
            i += 1

    def _read_front_matter(self, token: Token) -> None:
        first = token.map[0] + 2
        keys: list[yaml.Node] = []
        try:
            loader = yaml.CSafeLoader(token.content)
            if node := loader.get_single_node():
                keys = [key for key, _ in node.value] if node.id == "mapping" else []
                self.meta = loader.construct_document(node)
        except Exception as error:  # whatever PyYAML makes of it, of `date: 2023-02-31` for one
            self.meta = {}
            self.meta_error = front_matter_error(first, error)
            return
        if not isinstance(self.meta, dict):
            self.meta = {}
            self.meta_error = FrontMatterError(first, 1, "is not a list of `key: value` lines")
            return
        self.meta_line = {key.value: first + key.start_mark.line for key in keys}

    def _text(self, token: Token) -> Text:
        first = token.map[0]
        rows = [row.strip() for row in token.content.split("\n")]
        starts = tuple([(i + 1, self._column(i, row)) for i, row in enumerate(rows, first)])
        return Text(self._read("\n".join(rows)), starts)

    def _read(self, text: str) -> str:
        """A text as a reader sees it, of the same length: without remarks, its numbers whole."""
        text = without_remarks(text)
        if not text.isascii():
            text = GROUPED_BY_THIN_SPACES.sub(joined, text)
        return GROUPED.sub(joined, text) if self._groups_by_spaces else text

    @cached_property
    def _groups_by_spaces(self) -> bool:
        """Whether its large numbers are written `8 910`, and none `8,910`."""
        if not MAY_BE_GROUPED.search(self.source):  # a quick look
            return False
        return bool(GROUPED.search(self.source)) and not WITH_COMMA.search(self.source)

    def _column(self, index: int, text: str) -> int:
        """Where `text` starts in a source line: it ends the line, unless it is a title."""
        source = self.lines[index].rstrip() if index < len(self.lines) else ""
        if source.endswith(text):
            return len(source) - len(text) + 1
        return max(source.find(text), 0) + 1

    def _table(self, token: Token, section: str, within: tuple[str, ...], topic: str) -> Block:
        first, end = token.map
        lines = (index for index in range(first, end) if index != first + 1)
        rows = tuple([cells for index in lines if (cells := self._cells(index))])
        starts = tuple((i + 1, 1) for i in range(first, end))
        text = Text("\n".join(self.lines[first:end]), starts)
        return Block("table", text, section, rows=rows, within=within, topic=topic)

    def _cells(self, index: int) -> tuple[Text, ...]:
        source = self._read(self.lines[index])
        left = len(source) - len(source.lstrip())
        body = source.rstrip()
        if body[left : left + 1] == "|":
            left += 1
        right = len(body) - 1 if body.endswith("|") and not body.endswith("\\|") else len(body)
        cells, position = [], left
        while position <= right:
            found = TABLE_CELL.match(body, position, right)
            raw = found.group() if found else ""
            lead = len(raw) - len(raw.lstrip())
            cells.append(Text(raw.strip(), ((index + 1, position + lead + 1),)))
            position += len(raw) + 1
        return tuple(cells)

    def _literal(self, token: Token, section: str, within: tuple[str, ...], topic: str) -> Block:
        kind = {"fence": "code", "code_block": "code", "html_block": "html"}.get(token.type, "math")
        content = token.content.strip("\n") if kind == "math" else token.content.rstrip("\n")
        skipped = self._lines_before(token, kind)
        first = token.map[0] + skipped
        if kind == "math":
            content = self._read(content)
        rows = content.split("\n")
        starts = tuple([(i + 1, self._indent_of(i, row)) for i, row in enumerate(rows, first)])
        info = token.info.strip()
        return Block(kind, Text(content, starts), section, info, within=within, topic=topic)

    def _lines_before(self, token: Token, kind: str) -> int:
        """How many source lines of a literal block stand before its content."""
        if token.type == "fence":
            return 1
        if kind != "math":
            return 0
        opening = self.lines[token.map[0]].split("$$", 1)[1]
        return 0 if opening.strip() else len(token.content) - len(token.content.lstrip("\n"))

    def _indent_of(self, index: int, text: str) -> int:
        source = self.lines[index] if index < len(self.lines) else ""
        return max(source.find(text), 0) + 1


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table")
    parser.use(front_matter_plugin).use(admon_plugin).use(dollarmath_plugin)
    # Blocks only: text is read by who needs it. `[@key]: why` is a citation, no link definition.
    # Headings are written with `#`.
    return parser.disable(["inline", "reference", "lheading"])


def is_question_path(path: PurePosixPath) -> bool:
    """Whether a repository path is a question page's: docs/<section>/<slug>.md."""
    parts = path.parts
    return (
        len(parts) == 3
        and parts[0] == "docs"
        and parts[1] in SECTIONS
        and path.suffix == ".md"
        and path.stem != "index"
    )


def joined(number: re.Match[str]) -> str:
    """Its groups of digits as all readers know them, with commas between them."""
    return SPACE.sub(",", number[0])


def without_remarks(text: str) -> str:
    """A text whose comments are empty, every other character in its place.

    What an author remarks, "the wrong one", is not said on the page. Comments that tell the lint or
    the build something stay as they are.
    """
    return blank(text, REMARK) if "<!--" in text else text


def inline_math(text: str) -> Iterator[re.Match[str]]:
    """The `$…$` formulas of a prose text; group 1 is the LaTeX. Code spans are skipped."""
    return INLINE_MATH.finditer(blank(text, CODE_SPAN, COMMENT)) if "$" in text else iter(())


def code_spans(text: str) -> Iterator[re.Match[str]]:
    """The code spans of a prose text; group 2 is the code."""
    return CODE_SPAN.finditer(text)


def blank(text: str, *patterns: re.Pattern[str]) -> str:
    """`text` with every match replaced by spaces, so that offsets stay what they are."""
    for pattern in patterns:
        text = pattern.sub(spaces, text)
    return text


def spaces(found: re.Match[str]) -> str:
    """As many spaces as a match has characters, with its ends of lines."""
    return "\n".join(" " * len(row) for row in found[0].split("\n"))


def plain(text: str) -> str:
    """A title or short answer without Markdown marks, for people and search engines."""
    if not MARKED.search(text):
        return " ".join(text.split())
    text = HEADING_ID.sub("", COMMENT.sub("", text))
    text = re.sub(r"\[@[^\]]*\]", "", text)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(\*\*|__|\*|`)(.+?)\1", r"\2", text, flags=re.S)
    return " ".join(text.replace("$", "").split())


def head(source: str) -> str:
    """What stands before the first section of a page: its front matter, title and short answer.

    All of it where that is not plain to see.
    """
    first = FIRST_SECTION.search(source)
    start = source[: first.start()] if first else source
    return source if NOT_LINE_BY_LINE.search(start) else start


def parse(path: PurePosixPath, source: str) -> Question:
    """The page at `path`, from its text."""
    return Question(path, source)
