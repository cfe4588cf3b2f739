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

from hooks.calculation.expression import (
    ROOTS,
    Node,
    NotAnExpression,
    Symbol,
    is_function,
    literal,
    parse,
)
from hooks.calculation.latex import latex_tokens
from hooks.calculation.quantity import MINUS
from hooks.calculation.said import SAYS, with_relations
from hooks.calculation.side_by_side import CELL, ROW, equations
from hooks.calculation.side_by_side import RELATION as RELATION_SIGN
from hooks.calculation.tokens import DIVIDE, MULTIPLY, RATIO, VULGAR, Token, tokens
from hooks.calculation.units import known, unit_named
from hooks.calculation.verbal import OF_RESULT, calculates, in_signs
from hooks.language.retraction import is_attributed, is_retracted
from hooks.page import COMMENT, INLINE_MATH, RECENT, Block, Question, Text, blank
from hooks.pattern import Pattern
from hooks.record import cached_property, record

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

SENTENCE_ENDS = (". ", ".\n", "? ", "! ", "; ")
SENTENCE_END = Pattern(
    r"[.;?:](?=\s)(?<!\d :)(?<!approx.)(?<!\bca.)(?<!\bi\.e.)(?<!\be\.g.)(?<!&[lg][te].)"
)
# "12 wrong of 200", "wrong labels", "the labels are wrong" speak of things, not of the calculation.
CALLED_WRONG = Pattern(
    r"\b(?:wrong(?<!\d wrong)(?<!labels are wrong)"
    r"(?! (?:of|people|labels?|customers?|users?|rows?)\b)"
    r"|is a bug|wrongly|incorrect(?:ly)?|mistake(?:n(?:ly)?|s)?|erroneous(?:ly)?|fallacy"
    r"|tempt(?:s|ed|ing)|(?:candidates?|students?|people|beginners?|novices?) (?:\w+ )?"
    r"(?:write|say|think|claim|compute|answer|conclude|believe)s?)\b|~~",
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
LONGEST_ASIDE = 40  # tokens

NUMBERS = frozenset(["number", "vulgar", "super"])
STOPS = frozenset(["stop", "other", "row", "align"])
RELATIONS = frozenset(["relation", "arrow"])
LAYOUT = frozenset(["row", "align"])
KINDS = {"row": ROW, "align": CELL, **dict.fromkeys(RELATIONS, RELATION_SIGN)}
SPACES = frozenset(["quad", "qquad"])
MOST_SPACES = 8  # in a row
ENDING = frozenset(["number", "word", "unknown", "close", "percent", "super", "sub", "vulgar"])
OPENING = frozenset(["op", "open", "comma", "stop", "other", *RELATIONS])
STARTING = frozenset(["number", "word", "unknown", "open", "vulgar", "currency"])


def is_factor(token: Token) -> bool:
    return token.kind == "op" and token.value in MULTIPLY + DIVIDE


def words(listed: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(listed.split())


# After these a new expression begins: "the recall is 10/50".
INTRODUCING = words(
    "is are was be becomes gives give gave yields yield equals get gets makes so then thus"
    " therefore hence that since because means have has we it where as"
)
# These can belong to a calculation in words: "10 out of 50", "3 plus 4", "twice 5".
CALCULATING = words(
    "out plus minus times over by divided multiplied per squared cubed root half third quarter"
    " twice double mod modulo choose hundred dozen percent x"
)
# What stands before "of" if the two are a calculation: "the root of 9 + 16".
TAKEN_OF = words(
    "half third quarter tenth root log logarithm mean average median inverse reciprocal square"
    " power maximum minimum max min product difference percent percentage exponential out"
)
# Functions in words: a bracket behind them is their argument.
APPLYING = words(
    "root absolute square squared factorial negative erf entropy logit probit round ceiling floor"
    " gamma beta sigmoid softmax relu tanh function score gini"
)
SHORTEST_WORD = 4  # letters; f (1 + 2) is a function's value
OPERANDS = frozenset(["number", "op", "percent", "currency"])
# After these a bracket is no argument: "grows to (1 + 2)/4".
PLACING = words("of to from in and or than at with for")
# Behind a number these make it another one: "5 squared".
CHANGING = words("plus minus over squared cubed mod modulo choose hundred dozen divided fold")
# With a number behind them these make the number before them another one: "1 in 5".
JOINING = words("of out in per by times x")
MONTHS = words(  # "by April 2027" joins nothing
    "January February March April May June July August September October November December"
)
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
        if pattern.search(self.sentence) or self.is_of_other_arithmetic:
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
    return block.kind == "code" and block.info in PLAIN and not PROGRAM.search(content)


def holds_chain(group: Sequence[Source]) -> bool:
    content = " ".join([source.text.content for source in group])
    return may_relate(content)


def may_relate(content: str) -> bool:
    """Whether a text may hold numbers and a relation, in a sign or in a word: a quick look."""
    if RELATION.search(content) or SAYS.search(content):
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
            found, goes_on = self.next(at, end, last=end == len(self.tokens))
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
        at, cut = self.beginning(start, end)
        if at is None or at == end:
            return self.member(Symbol(""), "", max(end - 1, 0))
        try:
            tree, stop = parse(self.tokens, at, end)
        except NotAnExpression:
            return self.member(Symbol(""), "", at)
        if stop != end:
            return self.member(Symbol(""), "", at)
        doubtful = cut == "doubtful" or (cut == "unsure" and literal(tree) is not None)
        doubtful = doubtful or (cut == "unsure" and self.may_be_label(at))
        doubtful = doubtful or self.is_of_list(at, end)
        return self.member(tree, "", at, doubtful)

    def may_be_label(self, at: int) -> bool:
        """Whether a number behind a noun may say which one: "for place 4 ln(3)", "class 2 −ln(3)";
        not "costs 4 ln(3)"."""
        noun, number, following, next_one = self.tokens[at - 1 : at + 3]
        name = noun.value.lower()
        is_one = name not in PLACING and (name.endswith("ss") or not name.endswith("s"))
        is_whole = number.kind == "number" and number.value.isdecimal()
        is_negative = following.kind == "op" and following.value in MINUS and not next_one.gap
        is_applied = following.value in ROOTS or is_function(following.value)
        return is_one and is_whole and bool(following.gap) and (is_applied or is_negative)

    def is_of_list(self, at: int, end: int) -> bool:
        """Whether the expression before the relation at `end` is the last of several, and so is
        not the first of their values: 1/2, 2/3 = 0.5, 0.67; 8², 4², 2² = 64 + 16 + 4."""
        content, start = self.run.text(end).content, self.tokens[at].start
        if not LISTED_BEFORE.search(content[max(start - NEAR, 0) : start]):
            return False
        is_of_all = OF_SEVERAL.search(content, max(start - REACH, 0), start)
        behind = self.tokens[end].end
        return bool(is_of_all or LISTED.match(content, behind) or SUMMED.match(content, behind))

    def beginning(self, start: int, end: int) -> tuple[int | None, str]:
        """Where the expression before `end` begins, and whether that is sure.

        None inside a bracket. "sure": after punctuation or a word that introduces a number;
        "unsure": after another word; "doubtful": after what may be a part of it.
        """
        depth, at = 0, end
        while at > start:
            token = self.tokens[at - 1]
            if depth == 0:
                if token.kind in STOPS or token.kind == "open":
                    return at, "sure"
                if token.kind in ("comma", "bar", "about"):
                    return at, self.after_comma(at)
                if at < end and (cut := self.cut(at)):
                    return at, cut
                if self.is_sign_after_word(at, end):
                    return at, "unsure"
            depth += (token.kind == "close") - (token.kind == "open")
            at -= 1
        return (at, "sure") if depth == 0 else (None, "")

    def is_sign_after_word(self, at: int, end: int) -> bool:
        """Whether a minus at `at` is the sign of a number or function: "and −31/4", "is −ln(2)"."""
        if at + 1 >= end:
            return False
        word, sign, number = self.tokens[at - 1 : at + 2]
        is_value = number.kind in ("number", "open") or is_function(number.value)
        is_sign = sign.kind == "op" and sign.value in MINUS and is_value
        introduced = word.kind == "word" and word.value.lower() in INTRODUCING | PLACING
        return introduced and is_sign and bool(sign.gap) and not number.gap

    def after_comma(self, at: int) -> str:
        """A comma between digits may be a decimal comma: 0,22."""
        attached = at < len(self.tokens) and not self.tokens[at].gap
        return "doubtful" if attached or self.tokens[at - 1].kind != "comma" else "unsure"

    def cut(self, at: int) -> str:
        """How surely prose ends and an expression begins at `at`; "" if both belong together."""
        left, right = self.tokens[at - 1], self.tokens[at]
        starts = right.kind in STARTING or (right.kind == "op" and right.value in ROOTS)
        if left.kind not in ENDING or not starts:
            return ""
        if left.kind == "sub" and is_function(self.tokens[at - 2].value):
            return ""
        if "per" in (left.value, right.value) and self.is_divided(at, left, right):
            return ""
        if left.kind == "word" and right.kind == "word" and self.is_unit(at - 1):
            return self.cut_before_word(at, left, right)
        if left.kind == "word":
            return self.cut_after_word(at, left, right)
        if right.kind == "word" and left.math == right.math:
            return self.cut_before_word(at, left, right)
        if (left.math and right.math) or not right.gap:
            return "" if right.kind == "open" or left.kind == "close" else "doubtful"
        return "doubtful"

    def is_unit(self, at: int) -> bool:
        """Whether the word at `at` is the unit of a number before it: 13B, 7 billion."""
        word, number = self.tokens[at], self.tokens[at - 1]
        is_named = unit_named(word.value, attached=not word.gap) is not None
        return at > 0 and number.kind == "number" and is_named

    def is_divided(self, at: int, left: Token, right: Token) -> bool:
        """Whether both belong to what is counted for each of others: 64 images per batch."""
        if left.value == "per":
            return right.kind == "word" and not right.math
        return left.kind == "number" or (
            left.kind == "word" and at >= 2 and self.tokens[at - 2].kind in ("number", "word")
        )

    def cut_after_word(self, at: int, left: Token, right: Token) -> str:
        word = left.value.lower()
        if word == "of" and at >= 2 and self.tokens[at - 2].kind == "percent":
            return ""
        if is_function(word) and right.kind != "word":
            return ""
        if word == "by" and self.is_difference(at - 1):
            return "unsure"
        if word in CALCULATING or (word == "of" and not self.is_amount(at - 2)):
            return "doubtful"
        if left.math and right.math:
            return "" if right.kind in ("word", "open") else "unsure"
        if word in INTRODUCING:
            return "sure"
        if right.kind == "open" and not right.math and word not in PLACING:
            if not right.gap:
                return ""
            is_name = len(word) < SHORTEST_WORD or word in APPLYING
            return "doubtful" if is_name or not self.is_operand(at) else "unsure"
        return "unsure"

    def is_operand(self, at: int) -> bool:
        """Whether the bracket at `at` is no argument of the word before: "only (50 − 34)/50"."""
        if at >= 2 and self.tokens[at - 2].kind == "op":
            return False
        stop = at + 1
        while self.tokens[stop].kind in OPERANDS and stop < len(self.tokens) - 1:
            stop += 1
        inside, closing = self.tokens[at + 1 : stop], self.tokens[stop]
        follows = self.tokens[min(stop + 1, len(self.tokens) - 1)]
        is_computed = any(token.kind == "op" for token in inside)
        return is_computed and closing.kind == "close" and is_factor(follows)

    def is_difference(self, at: int) -> bool:
        """Whether "by" says how much: "falls by", and not "divided by", "3 by"."""
        before = self.tokens[max(at - 8, 0) : at]
        said = [token.value.lower() for token in before if token.kind == "word"]
        is_divided = any(word.startswith(("divi", "multipl", "times", "raise")) for word in said)
        return bool(before) and before[-1].kind == "word" and not is_divided

    def is_amount(self, at: int) -> bool:
        """Whether "of" after the word at `at` says how much it is: "a rate of 24/980"."""
        word = self.tokens[at] if at >= 0 else None
        return word is not None and word.kind == "word" and word.value.lower() not in TAKEN_OF

    def cut_before_word(self, at: int, left: Token, right: Token) -> str:
        """A word after a number is its unit, or a name: "0.9 recall = …"."""
        if right.math or not right.gap or is_function(right.value.lower()):
            return ""
        if right.value == "of" and left.kind == "percent":
            return ""
        after = self.tokens[at + 1]
        ends = after.kind in ("op", *RELATIONS) or after.value == "per"
        is_noun = ends or unit_named(right.value) is not None
        return "" if is_noun and right.gap != "\n" else "doubtful"

    # -- the members after a relation

    def next(self, at: int, end: int, last: bool) -> tuple[list[Member], bool]:
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
        gains = self.tokens[start].value == "+"  # +20%: so much more, not so much
        exclaims = self.tokens[stop - 1].value == "!"  # a factorial, or an exclamation
        if stop == end:
            return [self.member(tree, relation, start, gains or (last and exclaims))], not last
        doubtful = gains or exclaims or self.is_changed(stop, end)
        member = self.member(tree, relation, start, doubtful)
        return [member, *self.aside(stop, end)], False

    def is_roughly(self, at: int) -> bool:
        token = self.tokens[at]
        if token.kind == "word" and token.value.lower() in ROUGHLY:
            return True
        before = self.tokens[at - 1]
        is_abbreviation = token.value == "." and before.value.lower() in ("approx", "ca")
        return token.kind == "about" or is_abbreviation

    def is_changed(self, at: int, end: int) -> bool:
        """Whether what follows an expression at `at` may change its value."""
        token = self.tokens[at]
        following = self.tokens[at + 1 : min(at + 3, end)]
        match token.kind:
            case "stop" | "other" | "row" | "align" | "close":
                return False
            case "comma":
                return bool(following) and not following[0].gap  # a decimal comma: 0,22
            case "op" if token.value == "!":
                return False  # no factorial, but the end of a sentence
            case "word":
                word = token.value.lower()
                numbers = [t for t in following if t.kind in ("number", "vulgar")]
                joins = word in JOINING and numbers and following[0].value not in MONTHS
                return word in CHANGING or bool(joins) or self.goes_on_behind_words(at, end)
            case "op" if token.value == "×" and not token.gap:
                return bool(following) and following[0].kind not in ("stop", "comma", "close")
            case "open":
                goes_on = self.goes_on_behind_bracket(at)
                return token.math or not token.gap or goes_on or self.is_plain_number(at, end)
        return True

    def goes_on_behind_words(self, at: int, end: int) -> bool:
        """Whether a sign follows what is counted: 8 bytes of header − 20 bytes."""
        while at < end and self.tokens[at].kind == "word":
            at += 1
        return at < end and self.tokens[at].kind == "op" and self.tokens[at].value != "!"

    def goes_on_behind_bracket(self, at: int) -> bool:
        """Whether a sign follows an aside: 24M (30,522 × 768) + 85M."""
        depth = 0
        for place in range(at, min(at + LONGEST_ASIDE, len(self.tokens) - 1)):
            token = self.tokens[place]
            depth += (token.kind == "open") - (token.kind == "close")
            if not depth:
                return self.tokens[place + 1].kind == "op"
        return False

    def is_plain_number(self, at: int, end: int) -> bool:
        """Whether a bracket holds one number only: 5 (2)."""
        inside = self.tokens[at + 1 : min(at + 3, end)]
        return [token.kind for token in inside] == ["number", "close"]

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
