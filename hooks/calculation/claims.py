"""Chains of claims in a page: `Recall = 10/50 = 0.2 < 0.5`, in prose, tables, code spans and LaTeX.

A chain is a run of expressions joined by `=`, `≈`, `<`, `>`, `≤`, `≥` or an arrow. It begins and
ends where prose does: in "the recall is 10/50 = 0.2, which is low" its members are `10/50` and
`0.2`. Where it can't be told what belongs to an expression ("the sum of 2 and 3 = 5"), the member
is marked as doubtful, and nobody draws conclusions from it. Code blocks are programs and are not
read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

from hooks.calculation.edges import ENDING, LONGEST_ASIDE, RELATIONS, STARTING, STOPS, Edges, words
from hooks.calculation.expression import NotAnExpression, parse
from hooks.calculation.latex import latex_tokens
from hooks.calculation.quantity import significant_digits
from hooks.calculation.said import SAYS, SIZES, with_other_prefixes, with_relations
from hooks.calculation.side_by_side import CELL, ROW, equations
from hooks.calculation.side_by_side import RELATION as RELATION_SIGN
from hooks.calculation.tokens import RATIO, VULGAR, Token, tokens
from hooks.calculation.tree import Binary, Node, Number, Symbol, literal
from hooks.calculation.units import known
from hooks.calculation.verbal import OF_RESULT, calculates, in_signs
from hooks.language.retraction import is_attributed, is_retracted
from hooks.page import COMMENT, INLINE_MATH, RECENT, Block, Question, Text, blank
from hooks.pattern import Pattern
from hooks.record import cached_property, record, replace

RELATION = Pattern(
    r"[=≈≃≅≤≥<>→]|\\(?:approx|simeq|cong|leq|geq|le|ge|lt|gt|to|rightarrow)\b|&(?:asymp|approx|[lg][te]);"
)
LEADING_RELATION = Pattern(
    r"\s*(?:\\{1,2}[\[(]|\$\$?)?\s*(?:\\begin\{\w+\*?\}\s*)?(?:\{\}\s*|&\s*|\\quad\s*)*(?:[=≈≃≅]|\\approx|\\simeq)(?!=)"
)
TWO_NUMBERS = Pattern(rf"[\d{VULGAR}][^\d{VULGAR}]+[\d{VULGAR}]")

URL = Pattern(r"https?://[^\s)>\]]+")
# Lengths are bounded so that no text makes a search run long.
IMAGE = Pattern(r"!\[[^\]]{0,999}\]\([^)]{0,499}\)")
LINK = Pattern(r"\[([^\[\]]{0,499})\]\([^)\s]{0,499}(?:\s+\"[^\"]{0,499}\")?\)")
CITATION = Pattern(r"\[[@^][^\]]{0,499}\]")
ATTRIBUTES = Pattern(r"\{[:#.][^}]{0,499}\}")
PLAIN_TAG = Pattern(r"</?(?:b|strong|em|i|u|span|mark|small|a|p|div|code|kbd)\b[^>$]{0,499}>", re.I)
OTHER_TAG = Pattern(r"</?[A-Za-z][^>$\n]{0,499}>")

PLAIN = frozenset(["", "text", "txt", "plain", "plaintext"])  # languages that are none
# What shows that a fence of plain text is a program or what it printed.
PROGRAM = Pattern(
    r"[;{}<>#]|\$(?!\d)|==|>>|\b(?:def|import|print|return|for|while|class|lambda|select|let|var|const)\b"
    r"|\w\[|^\s*(?:if|else)\b.*:|\w=(?!\d+:)\S",
    re.I | re.M,
)

CONDITION = Pattern(r"\([A-Za-z][\w ]{0,30} ?[<>]=? ?[\w.]{1,12}\)")  # the name G(job <= 2)

SENTENCE_ENDS = (". ", ".\n", "? ", "! ", "; ")
SENTENCE_END = Pattern(
    r"[.;?:](?=\s)(?<!\d :)(?<!approx.)(?<!\bca.)(?<!\bi\.e.)(?<!\be\.g.)(?<!&[lg][te].)"
)
# "12 wrong of 200", "wrong labels", "the labels are wrong" speak of things, not of the calculation.
CALLED_WRONG = Pattern(
    r"\b(?:wrong(?<!\d wrong)(?<!labels are wrong)"
    r"(?! (?:of|people|labels?|customers?|users?|rows?)\b)"
    r"|is a bug|wrongly|incorrect(?:ly)?|(?<!\d )mistake(?:n(?:ly)?|s)?|erroneous(?:ly)?|fallacy"
    r"|tempt(?:s|ed|ing)|(?:candidates?|students?|people|beginners?|novices?) (?:\w+ )?"
    r"(?:write|say|think|claim|compute|answer|conclude|believe)s?)\b|~~",
    re.I,
)
# These speak of what a model does, not of the calculation.
OF_MODELS = Pattern(
    r"\bwrong(?:ly)? (?:photos?|images?|points?|predictions?|guess(?:es)?|decisions?"
    r"|classifications?|cases?|readings?|class(?:es)?|votes?|alarms?|alerts?|direction|side|samples?|items?|mails?"
    r"|classified|filed|flagged|rejected|alarms|accused)\b"
    r"|\b(?:alerts|alarms|predictions|cases|images|photos|decisions|guesses|votes)"
    r" (?:(?:that|which) )?(?:are|were) wrong\b",
    re.I,
)
# A following sentence that takes back what was said: "That's wrong: …".
REFUTING = Pattern(
    r"\W*(?:(?:that|this|which|it|they|both)\b(?:['’]s| is| are)?,?\s*(?:also |both |just )?"
    r"(?:wrong|incorrect|false|a mistake|an error(?! of| rate| term)|not (?:right|correct|true))"
    r"|(?:in|not )?correct\b"
    r"|wrong\b)",
    re.I,
)
OTHER_ARITHMETIC = Pattern(
    r"\bGF\(|\bmod(?:ulo|ular)?\b|\\p?mod\b|\bXOR\b|\bboolean\b|\bhex(?:adecimal)?\b|\bmod-\d"
    r"|\bbinary (?:addition|arithmetic|numbers?)|\bin (?:binary|octal|base (?!2\b|10\b|e\b))"
    r"|\b(?:u?int(?:eger)?s?\d*|bytes?|bits?|(?:un)?signed)\b.{0,80}\boverflow"
    r"|\boverflow.{0,80}\b(?:u?int(?:eger)?s?\d*|bytes?|bits?|(?:un)?signed)\b"
    r"|\bwraps? around|\bsaturat",
    re.I | re.S,
)
DECIMAL = Pattern(r"\d\.\d")
OF_INTEGERS = Pattern(
    r"\bint(?:s|eger|egers)?\b|\bfloor|\bPython 2\b|\btruncat|\bround(?:s|ed|ing)? down|\bwhole\b"
    r"|\bdrops? the",
    re.I,
)
UNSURE = Pattern(
    rf"{CALLED_WRONG.pattern}|\?|\b(?:if|whether|when|unless|until|while|suppose|where|assert"
    r"|false|fails?|not?|never|none|n't|contradict\w*|impossible|absurd|invalid)\b",
    re.I,
)

SUPPOSING = Pattern(
    r"\b(?:if|suppos(?:e|ing)|assum(?:e|ing)|imagine|pretend|unless|whether)"
    r"(?:\s+(?:that|we|you|I|it|had|have|has|is|was|were|now|instead|really|indeed))*[\s`$*(\[“\"\\:]*$",
    re.I,
)
ASKED = Pattern(
    r"^\W*(?:is|are|was|were|does|do|did|can|could|should|would|why|how come)\b.*\?\W*$"
    r"|[=≈][^A-Za-z=≈]{1,40}\?\W*$",
    re.I | re.S,
)

ISLAND = Pattern(
    r"(?=[`$\\])(?:(?<!`)(?P<ticks>`+)(?!`)(?P<code>.{1,999}?)(?<!`)(?P=ticks)(?!`)"
    r"|\$\$(?P<display>[^$]+?)\$\$"
    r"|(?P<rows>\\begin\{(?P<named>(?:align|equation|gather|eqnarray|multline)\*?)\}"
    r".{1,9999}?\\end\{(?P=named)\})"
    r"|\\{1,2}\((?P<round>(?:[^\\]|\\(?![()]))+?)\\{1,2}\)"
    r"|\\{1,2}\[(?P<square>(?:[^\\]|\\(?![\[\]]))+?)\\{1,2}\]"
    rf"|(?P<dollars>{INLINE_MATH.pattern.replace('((?:', '(?P<inline>(?:')}))",
    re.S,
)
ISLANDS = ("code", "display", "rows", "round", "square", "inline")

# "**MSE** – (4 + 9)/2 = 6.5": the dash takes nothing away.
DASHED_NAME = Pattern(
    r"^[ \t]*(?:[-*+•][ \t]+)?"
    r"(?:\*\*[^*\n]{2,40}\*\*[ \t]+[–-]|[A-Z][A-Za-z²]{2,20}[ \t]+–)(?=[ \t]+[(\d√])",
    re.M,
)
SHARE_OF = Pattern(r"\s*\d[\d.]*\s?%\s+of\b")
CLAUSE_END = Pattern(r"[;.,!](?=[\s\"”’)])|\s[—–-]\s|—")
MOST_CLAUSES = 3  # behind a chain, in which it may be taken back

LISTED_BEFORE = Pattern(r"[\d)%⁰¹²³⁴-⁹½}]\s*(?:[,;](?:\s*(?:and|or)\b)?|\b(?:and|or|to)\b)\s*\$?$")
LISTED = Pattern(
    r"\s*(?:\$\s*)?(?P<item>[-−]?[\d./]+\s?%?)\s*(?:[,;](?=\s)(?:\s*(?:and|or)\b)?|\b(?:and|or|to)\b)"
    r"\s*(?P<next>[-−]?[\d.,/]*\d\s?%?)\s*(?=[,;)$|€£]|\.(?:\s|$)|and\b|or\b|respectively|$)"
)
# "the mean of √8, √18 and √32 = 4.24": the list as a whole has the value.
OF_SEVERAL = Pattern(
    r"\b(?:means?|averages?|sums?|median|product|max(?:imum)?|min(?:imum)?|largest|smallest|total)\s+of"
    r"\s+(?:the\s+)?(?:[a-z-]+\s+){0,3}(?=[\d√($\\])(?:[^a-zA-Z=≈;:]|\\[a-z]+|\b(?:and|or)\b){1,80}$"
)
REACH = 120  # characters before the last of a list in which the list may begin
SUMMED = Pattern(r"\s*(?:\$\s*)?\d[\d.,]*(?:\s*\+\s*\d[\d.,]*){2,}")
NEAR = 12  # characters before an expression that are looked at
SIGMA = Pattern(r"(?:σ|\\sigma)\s*(?:\\left)?\(")
SIGMOID = Pattern(r"sigmoid|logistic", re.I)
NORMAL = Pattern(r"\bnormal|gaussian|\bcdf\b|z-?score|probit", re.I)

POWER = Pattern(r"\^\{([^{}]{1,30})\}")
LONGEST_TEXT = 20_000  # characters of a paragraph; longer ones nobody wrote by hand
LONGEST_CHAIN = 40

NUMBERS = frozenset(["number", "vulgar", "super"])
VALUES = NUMBERS | {"percent", "close"}
WIDE = "   "
LONG = 3  # digits of a number that is hardly a label
LAYOUT = frozenset(["row", "align"])
KINDS = {"row": ROW, "align": CELL, **dict.fromkeys(RELATIONS, RELATION_SIGN)}
SPACES = frozenset(["quad", "qquad"])
MOST_SPACES = 8  # in a row
OPENING = frozenset(["op", "open", "comma", "stop", "other", *RELATIONS])

ODDS = Pattern(r"\bodds\b")
RESTATING = words("or i e ie that is")
ROUGHLY = words("about roughly approximately around nearly almost circa ca approx")


@record
class Member:
    """One expression of a chain.

    relation: how it is joined to the member before it, one of = ≈ < > ≤ ≥ →; "" for the first.
    text, offset: where it stands.
    doubtful: it may belong to something larger; nothing follows from its value.
    aside: a restatement in brackets, `0.2 (20%)`.
    """

    tree: Node
    relation: str
    text: Text
    offset: int
    doubtful: bool = False
    aside: bool = False

    @property
    def position(self) -> tuple[int, int]:
        """Its line and column in the author's file."""
        return self.text.position(self.offset)

    def __str__(self) -> str:
        return str(self.tree)


@record
class Chain:
    """Members that are claimed to be equal, or to be smaller or larger.

    text, start, end: the text in which it begins, and from where to where it was read.
    code: it stands in a code span, where `/` may be a division of integers.
    """

    members: tuple[Member, ...]
    text: Text
    start: int
    end: int
    code: bool = False

    @property
    def is_called_wrong(self) -> bool:
        """Whether the sentence quotes it as a mistake, or it is struck out."""
        pattern = UNSURE if self.code and "==" in self.sentence else CALLED_WRONG
        sentence = OF_MODELS.sub("", self.sentence) if "rong" in self.sentence else self.sentence
        if pattern.search(sentence) or self.is_of_other_arithmetic:
            return True
        content = self.text.content
        behind = content[self.end : self.end + LONGEST_ASIDE * 8]
        stops = islice(CLAUSE_END.finditer(behind), MOST_CLAUSES)
        return (
            bool(REFUTING.match(behind.partition(". ")[2]))
            or any(is_retracted(behind[stop.start() :]) for stop in stops)
            or is_attributed(content[max(self.start - LONGEST_ASIDE * 4, 0) : self.start])
        )

    @property
    def is_of_other_arithmetic(self) -> bool:
        """Whether it may be modular or Boolean: of whole numbers, in a sentence that says so."""
        written = self.text.content[self.members[0].offset : self.end]
        return bool(OTHER_ARITHMETIC.search(self.sentence)) and not DECIMAL.search(written)

    @property
    def is_of_integers(self) -> bool:
        """Whether division may be rounded down: in a program, or where integers are spoken of."""
        first = self.members[0]
        is_span = first.text is self.text and "`" in self.text.content[first.offset : self.start]
        return self.code or is_span or bool(OF_INTEGERS.search(self.sentence))

    @property
    def is_supposed(self) -> bool:
        """Whether it is asked or supposed as it stands: "if 2 + 2 = 5", "0.1 × 0.3 = 0.3?"."""
        before = self.text.content[max(self.start - LONGEST_ASIDE * 4, 0) : self.members[0].offset]
        return bool(SUPPOSING.search(before) or ASKED.search(self.sentence))

    @property
    def is_gloss(self) -> bool:
        """Whether it says what a setting in code means: `0.99` = 1% of the weights are trained."""
        content, first = self.text.content, self.members[0]
        if self.code or first.text is not self.text or literal(first.tree) is None:
            return False
        is_span = content[first.offset - 1 : first.offset] == "`"
        return is_span and bool(SHARE_OF.match(content, self.end))

    @property
    def is_hypothetical(self) -> bool:
        """Whether the sentence asks or supposes: "if 0.3 > 0.5", "is 3 < 2?"."""
        return bool(UNSURE.search(self.sentence))

    @cached_property
    def sentence(self) -> str:
        content = self.text.content
        first = max(content.rfind(mark, 0, self.start) for mark in SENTENCE_ENDS)
        ends = [content.find(mark, self.end) for mark in SENTENCE_ENDS]
        last = min((end for end in ends if end >= 0), default=len(content) - 1)
        return content[max(first, 0) : last + 1]


@lru_cache(maxsize=RECENT)
def chains(page: Question) -> tuple[Chain, ...]:
    """The equality chains of a page, in its order."""
    renamed = names_of(page)
    return tuple(
        chain
        for group in grouped(page)
        for run in runs(group)
        for chain in Reader(run.made_readable(renamed)).chains()
    )


def names_of(page: Question) -> dict[str, str]:
    """What letters stand for in this page: σ is a sigmoid where one is spoken of."""
    names = {"Φ": "?", "\\Phi": "?"}
    if SIGMA.search(page.source) and SIGMOID.search(page.source):
        names |= {"σ": "sigmoid", "\\sigma": "sigmoid"}
    has_phi = "Φ" in page.source or "\\Phi" in page.source
    if has_phi and NORMAL.search(page.source):
        del names["Φ"], names["\\Phi"]
    return names


# -- texts ----------------------------------------------------------------------------------------


@record
class Source:
    """A text that may hold chains; `joins` if one may go on in the next text."""

    text: Text
    math: bool
    joins: bool = True


@dataclass
class Run:
    """Tokens in the order of reading, and the texts that they stand in.

    texts: each with the position of its first token.
    """

    code: bool = False
    tokens: list[Token] = field(default_factory=list)
    texts: list[tuple[int, Text]] = field(default_factory=list)

    def add(self, read: Sequence[Token], text: Text) -> None:
        self.texts.append((len(self.tokens), text))
        self.tokens += read

    def made_readable(self, renamed: Mapping[str, str]) -> "Run":
        """The run with its bars as brackets, and its letters by the names of functions."""
        for token in self.tokens:
            if token.kind == "word" and token.value in renamed:
                token.value = renamed[token.value]
        if any(token.kind == "bar" for token in self.tokens):
            pair_bars(self.tokens)
        return self

    def text(self, at: int) -> Text:
        """The text that the token at this position stands in."""
        return next(text for first, text in reversed(self.texts) if first <= at)


def grouped(page: Question) -> Iterator[list[Source]]:
    """The texts of a page that may hold a chain. A text that begins with = continues another."""
    group: list[Source] = []
    for source in sources(page):
        if group and group[-1].joins and LEADING_RELATION.match(source.text.content):
            group.append(source)
            continue
        if holds_chain(group):
            yield group
        group = [source]
    if holds_chain(group):
        yield group


def sources(page: Question) -> Iterator[Source]:
    for block in page.blocks:
        if len(block.text.content) > LONGEST_TEXT and block.kind != "table":
            yield Source(Text("", block.text.starts), math=False, joins=False)
        elif block.kind == "math" or block.language in ("math", "latex", "tex"):
            yield Source(block.text, math=True)
        elif block.kind == "table" and RELATION.search(block.text.content):
            yield from (Source(c, math=False, joins=False) for row in block.rows for c in row)
        elif block.is_prose:
            yield Source(block.text, math=False, joins=block.kind in ("paragraph", "item"))
        elif is_calculation(block):
            yield Source(block.text, math=False, joins=False)
        else:
            yield Source(Text("", block.text.starts), math=False, joins=False)


def is_calculation(block: Block) -> bool:
    """Whether a block of plain text holds a calculation, and no program or its output."""
    content = block.text.content.replace(" -> ", " → ")  # no sign of a program
    content = CONDITION.sub("", content) if "(" in content else content
    return block.kind == "code" and block.info in PLAIN and not PROGRAM.search(content)


def holds_chain(group: Sequence[Source]) -> bool:
    content = " ".join([source.text.content for source in group])
    return may_relate(content)


def may_relate(content: str) -> bool:
    """Whether a text may hold numbers and a relation, in a sign or in a word: a quick look."""
    is_size = "B)" in content and SIZES.search(content)
    if is_size or RELATION.search(content) or SAYS.search(content):
        return bool(TWO_NUMBERS.search(content)) or calculates(content)
    return calculates(content)


def runs(group: Sequence[Source]) -> Iterator[Run]:
    """The tokens of a group; a code span that holds a chain of its own is a run by itself."""
    run = Run()
    for source in group:
        text = source.text
        if source.math:
            run.add(settled(latex_tokens(text.content)), text)
            continue
        read: list[Token] = []
        for piece, code in pieces(text.content, whole=len(group) > 1):
            if code and any(token.kind in RELATIONS for token in piece):
                span = Run(code=True)
                span.add(piece, text)
                yield span
                piece = [Token("unknown", "`…`", piece[0].start, piece[-1].end)]
            glue(read, piece, text.content)
        read = column_by_column(read) if WIDE in text.content else read
        run.add(line_by_line(said(read, text.content)), text)
    yield run


def line_by_line(read: list[Token]) -> list[Token]:
    """The same with the end of a clause behind each line that is a calculation of its own, if the
    next one is too: "1 day = 24 h", "1 week = 7 · 24 h = 168 h"."""
    starts = [at for at, token in enumerate(read) if token.gap == "\n"]
    kept = read[: starts[0]] if starts else read
    for first, start, end in zip([0, *starts], starts, [*starts[1:], len(read)], strict=False):
        if are_calculations(read[first:start], read[start:end]):
            kept.append(Token("stop", "", read[start].start, read[start].start))
        kept += read[start:end]
    return kept


def column_by_column(read: list[Token]) -> list[Token]:
    """The same with the end of a clause where a wide space sets a result apart from what follows:
    "win  2/40 = 0.05    7/30 = 0.233"."""
    kept: list[Token] = []
    for token in read:
        is_apart = token.gap == " " and kept and token.start - kept[-1].end >= len(WIDE)
        if is_apart and kept[-1].kind in VALUES and token.kind in STARTING:
            kept.append(Token("stop", "", token.start, token.start))
        kept.append(token)
    return kept


def are_calculations(line: Sequence[Token], following: Sequence[Token]) -> bool:
    """Whether two lines have a relation each, and the first ends and the second starts with a
    value."""
    last = line[-1] if line else None
    if last is None or following[0].kind not in STARTING:
        return False
    is_unit = last.kind == "word" and last.value in known()
    if not is_unit and last.kind not in ENDING - {"word", "unknown"}:
        return False
    return all(any(token.kind in RELATIONS for token in row) for row in (line, following))


def said(read: list[Token], content: str) -> list[Token]:
    """The tokens of a text with signs for the words that calculate or lead to a result."""
    if "B)" in content and SIZES.search(content):
        read = with_other_prefixes(read)
    if calculates(content):
        read = with_relations(in_signs(read))
        has_results = OF_RESULT.search(content)
        return with_relations(in_signs(read, with_results=True)) if has_results else read
    return with_relations(read) if SAYS.search(content) else read


def pieces(content: str, whole: bool) -> Iterator[tuple[list[Token], bool]]:
    """The tokens of prose and of each formula and code span in it; whether it is code.

    Sentences that hold no chain are left out, unless the `whole` text is asked for.
    """
    content = without_markup(content)
    found = list(ISLAND.finditer(content)) if holds_island(content) else []
    sentences = [(0, len(content))] if whole else chained_sentences(content, found)
    if "^{" in content:
        content = POWER.sub(r"^(\1)", content) if not found else outside(content, found)
    islands = iter(found)
    island = next(islands, None)
    for number, (at, end) in enumerate(sentences):
        if number:
            yield [Token("stop", ".", at, at)], False
        while island and island.start() < end:
            if island.start() >= at:
                if not content[at : island.start()].isspace():
                    yield list(tokens(content, at, island.start())), False
                yield inside(island, content)
                at = island.end()
            island = next(islands, None)
        yield list(tokens(content, at, end)), False


def outside(content: str, islands: Sequence[re.Match[str]]) -> str:
    """A text with the brackets of its powers as round ones, e^{2} as e^(2), but not in formulas."""
    spans = [island.span() for island in islands]
    return POWER.sub(
        lambda power: (
            power[0]
            if any(start <= power.start() < end for start, end in spans)
            else f"^({power[1]})"
        ),
        content,
    )


def holds_island(content: str) -> bool:
    """Whether a text may hold a formula or a code span: a quick look."""
    return any(mark in content for mark in "`$\\")


def inside(island: re.Match[str], content: str) -> tuple[list[Token], bool]:
    """The tokens of a formula or code span, and whether it is code."""
    kind = next(kind for kind in ISLANDS if island[kind] is not None)
    if kind == "code":
        return list(tokens(content, *island.span(kind), code=True)), True
    return settled(latex_tokens(content, *island.span(kind))), False


def chained_sentences(content: str, islands: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """From where to where the sentences go that may hold a chain."""
    masked = content
    for island in islands:  # there are full stops in formulas
        start, end = island.span()
        masked = f"{masked[:start]}{'x' * (end - start)}{masked[end:]}"
    at = 0
    for end in [*(found.end() for found in SENTENCE_END.finditer(masked)), len(content)]:
        sentence = content[at:end]
        if may_relate(sentence):
            yield at, end
        at = end


def without_markup(content: str) -> str:
    """Prose with everything that is not said blanked out, every character in its place."""
    if "<!--" in content:
        content = blank(content, COMMENT)
    if "](" in content:
        content = blank(content, IMAGE)
        content = LINK.sub(
            lambda link: f" {link[1]}{' ' * (len(link[0]) - len(link[1]) - 1)}", content
        )
    if "://" in content:
        content = blank(content, URL)
    if "[" in content:
        content = blank(content, CITATION)
    if "{:" in content or "{#" in content or "{." in content:
        content = blank(content, ATTRIBUTES)
    if "<" in content:
        content = blank(content, PLAIN_TAG)
        content = OTHER_TAG.sub(lambda tag: tag_sign(tag[0]) * len(tag[0]), content)
    if " – " in content or "** - " in content:
        content = DASHED_NAME.sub(lambda name: f"{name[0][:-1]}:", content)
    return content


def tag_sign(tag: str) -> str:
    """What stands for an HTML tag: the end of a clause for <br>, an unknown for <sup>."""
    return ";" if tag.lower().startswith("<br") else "\ufffd"


def glue(read: list[Token], piece: list[Token], content: str) -> None:
    """Append a piece of a text to what was read of it, with the gap between the two."""
    if read and piece:
        last, first = read[-1], piece[0]
        first.gap = gap_in(content[last.end : first.start])
        if last.math and first.math and last.kind in ENDING and first.kind in STARTING:
            read.append(Token("stop", "", first.start, first.start))  # two formulas in a row
    read += piece


def gap_in(between: str) -> str:
    """What a token's gap is if this stands before it; the marks of formulas are no gap."""
    if "\n" in between:
        return "\n"
    return " " if any(character.isspace() for character in between) else ""


def settled(read: list[Token]) -> list[Token]:
    """A formula, equation by equation, whose rows are joined where one goes on in the next."""
    if not any(token.kind in LAYOUT for token in read):
        return read
    kept: list[Token] = []
    for equation in filter(None, equations(read, [KINDS.get(token.kind, "") for token in read])):
        if kept:
            kept.append(Token("stop", "", equation[0].start, equation[0].start))
        kept += with_joints(equation)
    return without_joints(kept)


def with_joints(read: Sequence[Token]) -> list[Token]:
    """The rows of an equation: a joint where one goes on in the next, else the end of a clause."""
    kept: list[Token] = []
    start = 0  # of the row
    for position, token in enumerate(read):
        if token.kind not in LAYOUT:
            kept.append(token)
            continue
        after = next((t for t in read[position + 1 :] if t.kind not in STOPS), None)
        before = kept[-1] if kept else None
        goes_on = any(t is not None and t.kind in ("op", *RELATIONS) for t in (before, after))
        if token.kind == "row":
            goes_on = goes_on and not are_two(read[start:position])
            start = position + 1
        kept.append(Token("joint" if goes_on else "stop", token.value, token.start, token.end))
    return kept


def are_two(row: Sequence[Token]) -> bool:
    """Whether a space sets two equations of a row apart: the next row goes on with neither."""
    spaces = [at for at, token in enumerate(row) if token.value in SPACES]
    return any(
        any(token.kind in RELATIONS for token in row[:at])
        and any(token.kind in RELATIONS for token in row[at:])
        for at in spaces[:MOST_SPACES]
    )


def without_joints(read: Sequence[Token]) -> list[Token]:
    """The tokens without joints between rows, and without the spaces (\\quad) beside them."""
    kept: list[Token] = []
    joined = False
    for token in read:
        if token.kind == "joint":
            joined = True
        elif not (joined and token.value == "quad"):
            joined = False
            kept.append(token)
    return kept


def pair_bars(read: list[Token]) -> None:
    """Make brackets of the bars around an absolute value or a norm; others are left as they are."""
    pending: list[Token] = []
    for at, token in enumerate(read):
        before = read[at - 1] if at else None
        if token.kind in STOPS or token.kind in RELATIONS:
            pending.clear()
        if token.kind != "bar":
            continue
        token.value = "|" if token.value.strip("\\") in ("|", "∣") else "‖"
        ends = before is not None and before.kind in ENDING
        if pending and pending[-1].value == token.value and ends:
            pending.pop().kind, token.kind = "open", "close"
        elif before is None or before.kind in OPENING or token.gap:
            pending.append(token)


# -- chains ---------------------------------------------------------------------------------------


class Reader:
    """Reads the chains of one run of tokens."""

    def __init__(self, run: Run):
        self.run = run
        self.tokens = run.tokens
        self.edges = Edges(run.tokens)

    def chains(self) -> Iterator[Chain]:
        relations, numbered = self.outline()
        bounds = [-1, *relations, len(self.tokens)]
        left = sum(numbered)  # what holds a number from here on
        members: list[Member] = []
        first = 0
        for place, at in enumerate(relations):
            end = bounds[place + 2]
            if not members:
                if left < 2:
                    return
                left -= numbered[place]
                if not (numbered[place] or numbered[place + 1]):
                    continue  # a chain of names alone
                members, first = [self.start_of_chain(bounds[place] + 1, at, numbered[place])], at
            else:
                left -= numbered[place]
            found, goes_on = self.next(at, end, end == len(self.tokens), members[-1].tree)
            members += found
            if not goes_on or len(members) > LONGEST_CHAIN:
                yield self.chain(members, first, at)
                members = []

    def outline(self) -> tuple[list[int], list[bool]]:
        """Where relations stand, and whether a number stands before each and behind the last."""
        relations: list[int] = []
        numbered = [False]
        for at, token in enumerate(self.tokens):
            if token.kind in RELATIONS:
                relations.append(at)
                numbered.append(False)
            elif token.kind in NUMBERS:
                numbered[-1] = True
        return relations, numbered

    def start_of_chain(self, start: int, at: int, is_numbered: bool) -> Member:
        """The first member; what holds no number has no value, whatever it is."""
        return self.first(start, at) if is_numbered else self.member(Symbol(""), "", max(at - 1, 0))

    def chain(self, members: Sequence[Member], first: int, last: int) -> Chain:
        text = self.run.text(first)
        start, end = self.tokens[first].start, self.tokens[last].end
        end = end if self.run.text(last) is text else len(text.content)
        return Chain(tuple(members), text, start, end, self.run.code)

    def member(self, tree: Node, relation: str, at: int, doubtful: bool = False) -> Member:
        at = min(at, len(self.tokens) - 1)
        return Member(tree, relation, self.run.text(at), self.tokens[at].start, doubtful)

    # -- the first member, which ends at a relation

    def first(self, start: int, end: int) -> Member:
        """The expression that ends before the relation at `end`; it begins where prose ends."""
        at, cut = self.edges.beginning(start, end)
        if at is None or at == end:
            is_aside = at is not None and end - 1 > start and self.is_aside(end - 1)
            return self.restated(start, end - 1) if is_aside else self.nothing(end)
        if self.edges.goes_on(at):
            return self.going_on(at, end)
        try:
            tree, stop = parse(self.tokens, at, end)
        except NotAnExpression:
            return self.member(Symbol(""), "", at)
        if stop != end:
            return self.member(Symbol(""), "", at)
        is_number = literal(tree) is not None and not self.is_size(end)
        doubtful = cut == "doubtful" or (cut == "unsure" and is_number)
        doubtful = doubtful or (cut == "unsure" and self.edges.may_be_label(at))
        doubtful = doubtful or self.is_of_list(at, end)
        return self.member(tree, "", at, doubtful)

    def is_size(self, at: int) -> bool:
        """Whether the sign at `at` was the bracket behind a size of data: 76.8 GB (71.5 GiB)."""
        token = self.tokens[at]
        return token.kind == "relation" and self.run.text(at).content.startswith("(", token.start)

    def nothing(self, end: int) -> Member:
        return self.member(Symbol(""), "", max(end - 1, 0))

    def is_aside(self, at: int) -> bool:
        """Whether a bracket opens here in which a number is restated: the 400 (= 16 · 25)."""
        number, bracket, sign = self.tokens[at - 1 : at + 2]
        is_amount = number.kind in VALUES or (at > 1 and self.edges.is_unit(at - 1))
        is_claim = bracket.value == "(" and bool(bracket.gap) and sign.value in "=≈"
        return is_claim and is_amount

    def restated(self, start: int, end: int) -> Member:
        """What is restated in the bracket behind it; a short number may be a label."""
        member = self.first(start, end)
        number = literal(member.tree)
        is_long = number and significant_digits(number.quantity.text) >= LONG
        return replace(member, doubtful=member.doubtful and not is_long)

    def going_on(self, at: int, end: int) -> Member:
        """An expression that goes on from the number before a comma: 34.4, /200 = 0.172."""
        read = [self.tokens[at - 2], *self.tokens[at:end]]
        try:
            tree, stop = parse(read)
        except NotAnExpression:
            return self.member(Symbol(""), "", at)
        return self.member(tree if stop == len(read) else Symbol(""), "", at - 2)

    def is_of_list(self, at: int, end: int) -> bool:
        """Whether the expression before the relation at `end` is the last of several, and so is
        not the first of their values: 1/2, 2/3 = 0.5, 0.67; 8², 4², 2² = 64 + 16 + 4."""
        content, start = self.run.text(end).content, self.tokens[at].start
        if not LISTED_BEFORE.search(content[max(start - NEAR, 0) : start]):
            return False
        is_of_all = OF_SEVERAL.search(content, max(start - REACH, 0), start)
        behind = self.tokens[end].end
        return bool(is_of_all or LISTED.match(content, behind) or SUMMED.match(content, behind))

    # -- the members after a relation

    def next(self, at: int, end: int, last: bool, before: Node) -> tuple[list[Member], bool]:
        """The member after the relation at `at`, with its aside; whether the chain goes on."""
        relation = self.tokens[at].value
        start = at + 1
        while start < end and self.is_roughly(start):
            relation = "≈" if relation == "=" else relation
            start += 1
        try:
            tree, stop = parse(self.tokens, start, end)
        except NotAnExpression:
            return [self.member(Symbol(""), relation, at)], False
        # +20%: so much more, not so much, but for the difference 1.2 − 1
        gains = self.tokens[start].value == "+" and not is_difference(before)
        exclaims = self.tokens[stop - 1].value == "!"  # a factorial, or an exclamation
        if stop == end:
            return [self.member(tree, relation, start, gains or (last and exclaims))], not last
        is_of_more = self.tokens[stop].value in ("of", "out") and is_sum_of_counts(before)
        doubtful = gains or exclaims or (self.edges.is_changed(stop, end) and not is_of_more)
        member = self.member(tree, relation, start, doubtful)
        return [member, *self.aside(stop, end)], False

    def is_roughly(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == "word" and token.value.lower() in ROUGHLY:
            return True
        before = self.tokens[at - 1]
        is_abbreviation = token.value == "." and before.value.lower() in ("approx", "ca")
        return token.kind == "about" or is_abbreviation

    def aside(self, at: int, end: int) -> list[Member]:
        """The percentage that restates a number: 0.2 (20%), or 20%."""
        enclosed = self.tokens[at].kind == "open"
        introduced = False
        place = at + (self.tokens[at].kind in ("open", "comma"))
        while place < min(at + 7, end) and self.introduces_aside(place):
            introduced |= self.tokens[place].kind == "word"
            place += 1
        inside = [token.kind for token in self.tokens[place : place + 3]]
        if inside[:2] != ["number", "percent"] or not (enclosed or introduced):
            return []
        if not enclosed and any(token.value == RATIO for token in self.tokens[max(0, at - 3) : at]):
            return []  # of odds: 12 : 3 = 4 : 1, that is 80%
        start = self.tokens[at].start
        if ODDS.search(self.run.text(at).content, max(0, start - 150), start):
            return []  # they are restated as a probability: odds of 0.25, i.e. 20%
        if enclosed and inside[2:] != ["close"]:
            return []
        if not enclosed and inside[2:] and not self.ends_aside(place + 2):
            return []
        tree, _ = parse(self.tokens, place, place + 2)
        number = self.tokens[place]
        return [Member(tree, "=", self.run.text(place), number.start, aside=True)]

    def introduces_aside(self, at: int) -> bool:
        """Whether a token is a part of "or", "i.e.", "that is, about"."""
        token = self.tokens[at]
        word = token.value.lower()
        return word in RESTATING or word in ROUGHLY or token.value in (".", ",", "~")

    def ends_aside(self, at: int) -> bool:
        """Whether nothing behind a percentage makes it one of something else: 20% more."""
        token = self.tokens[at]
        return token.kind in ("stop", "comma", "close") or token.value.lower() in ("of", "and")


def is_difference(node: Node) -> bool:
    """Whether it subtracts, so that its result has a sign: 3 − 1 = +2, (12 − 10)/10 = +20%."""
    return any(isinstance(part, Binary) and part.op == "−" for part in node.walk())


def is_sum_of_counts(node: Node) -> bool:
    """Whether numbers are added, and nothing is divided: 1 + 0.5 + 1 = 2.5 of 3 points."""
    parts = list(node.walk())
    are_plain = all(isinstance(p, Number) or (isinstance(p, Binary) and p.op == "+") for p in parts)
    return are_plain and len(parts) > 1
