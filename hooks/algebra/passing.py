"""Formulas whose quantity is named somewhere in their sentence, and wrong by one typical slip.

"Self-attention costs $O(nd^2)$", "the number of trained parameters is $r·d·k$": no word leads from
the name to the formula, and the letters are the author's. What is exactly one slip away from the
quantity that the sentence names was to be that quantity; anything else is left alone.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain

from hooks.algebra.catalog import Form, Quantity, catalog
from hooks.algebra.context import Claim
from hooks.algebra.equation_claims import LONGEST_TEXT, symbol_keys, with_arguments, without_aim
from hooks.algebra.equations import Statement, counted, statements
from hooks.algebra.identity import respelled
from hooks.algebra.lexer import Token, Unreadable, lex, raw
from hooks.algebra.named_quantities import (
    LINKING,
    POSSESSIVE,
    WORD,
    called_in,
    may_start,
    quantities_named,
)
from hooks.algebra.names import Openings
from hooks.algebra.prose_claims import PROGRAM, operates, operates_plainly, without
from hooks.algebra.quoting import NEAR, SENTENCE_BREAK
from hooks.algebra.resemblance import FEWEST_NAMES, FEWEST_ROLES, is_intricate, is_product
from hooks.algebra.statements import (
    LONGEST_TOLD,
    MISTAKEN,
    PLAIN_LANGUAGES,
    formula_of,
    is_cut,
    is_of_another,
    is_on_mistakes,
)
from hooks.calculation.claims import ISLAND, ISLANDS
from hooks.language.wording import words
from hooks.page import RECENT, Block, Question, Text
from hooks.pattern import Pattern
from hooks.record import record

# A formula among words: names, numbers and brackets between signs.
NAME = r"(?:(?:log|ln|exp)\s)?∇?[^\W\d]\w*(?:_\{[^{}]*\})?[\u0302-\u0305]?′?"
ROUND = r"\((?:[^()\n]|\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\))*\)"
BRACKETS = rf"(?:{ROUND}|(?<=\W)\[(?=[^\[\]\n]*[+−·])[^\[\]\n]*\](?!\())"
SERIES = r"(?:(?:Σ|∑)(?:[₀-₉ᵢⱼₖₙ]|_\w)?\s?)"
ATOM = (
    rf"(?:[-−√½]?{SERIES}?(?:{NAME}|\d[\d.]*(?:e[-−]?\d+|[A-Za-zα-ω](?![A-Za-z]))?)?(?:{BRACKETS})?"
    rf"[²³ᵀᵗ₀-₉ᵢⱼₖₙₜ₋₊₁'!⁰-⁹ⁿ]*(?:\^(?:[⊤′*]|[-−]?\d+\.\d+|[-−]?\w+|{BRACKETS}))?)"
)
PLAIN = Pattern(
    rf"(?<![\w$`\\.,(*-])(?=[\w(√Σ∑½−-]){ATOM}"
    rf"(?:\s?(?:\*\*|[·×*/=←⊙^+−](?![*=])|½?{SERIES})\s?{ATOM}|\s-\s{ATOM}|(?<=[\d)])-{ATOM})+"
)
PLAIN_SIGN = Pattern(r"[·×*/=←⊙^+−Σ∑]|\s-\s|-(?<=[\d)]-)")  # without one there is nothing plain
CALL = Pattern(rf"(?<![\w$`\\.])(?:max|min|softmax|sqrt|exp|log|O){BRACKETS}(?:\s?[A-Z](?!\w))?")
FIRST_WORD = Pattern(r"[A-Za-z]{2,}(?![\w(])")
END_OF_LABEL = Pattern(r"(?<=[\w.:)?])[*_]{1,3}$")  # **Cache.**
OF_SERIES = Pattern(r"[Σ∑√]_?\w?$")
LAST_OF_PHRASE = Pattern(r"(?<=[a-z]{3}) [a-z]{3,}(?=[.,;:)]|$)", re.M)
SYMBOL = Pattern(r"\s?(?:[∇∂‖|σα-ω]|[A-Za-z](?![A-Za-z]))(?!\s(?:is|are|of)\b)")
LAST_WORD = Pattern(r"[A-Za-z]{2,}$")
ENDS_IN_SIGN = Pattern(r"[-+*/=·×⊙←^−√Σ∑]\s*$")
GOING_ON = frozenset(
    "and or with where for which when while so the over if because since per in at on of to is are"
    " but then instead parameters params weights bytes bits numbers floats tokens FLOPs"
    " multiply-adds operations multiplications additions steps trained".split()
)
ANY_COUNT = Pattern(  # left sides that are no name of anything
    r"(?:n|num|number|#)?[ _]?(?:params?|parameters|weights)|N|count|total|cost|size|FLOPs"
    r"|memory|(?:per[ -]token )?bytes(?: per \w+)?"
    r"|(?:Var|V|𝕍)[(\[].*[)\]]"
)
CLAUSE_END = Pattern(r"[.,;:(]")
PARAGRAPH = "\n\n"  # between what a topic is made of
LONGEST_UNIT = 40  # characters behind a formula that say of what it is the number
ANY_POSSESSIVE = Pattern(r"['’]s\b(?<=[a-z]..)")  # Adam's step; but Cohen's d is a name
ASKING = Pattern(
    r"\W*(?:write|state|give|recall|define|derive|what(?:['’]s|\sis)|name|formula)\b[^.?!]{3,60}[.?:]?\W*$",
    re.I,
)
LABELED = Pattern(r"\*\*[^*\n]{3,90}(?:[.:?]\*\*|\*\*[.:?])")
LETTERS = Pattern(r"[^\W\d_][^\W\d_]?.*?(?<![A-Za-z]{3})[^\W\d_]", re.S)
ANY_LETTER = Pattern(r"(?:(?:hat|bar|tilde) )?[^\W\d_](?:_[\w+-]{1,3})?['′]?")
IN_CASE = Pattern(r"\b(?:with|at|for|if|when|once)\b[^,;]{0,20}[=<>≤≥]", re.I)  # with b = 1 it is
# What says in a sentence that its formula is something else of what it names.
OTHERWISE = Pattern(
    r"\b(?:alone|only|just|(?:its|whose) (?:square|root|log|inverse)|instead|rather|without"
    r"|square of|squared? roots?|variances?|unscaled|derivatives?|gradients?|ratio|relative"
    r"|proportional|inverse|reciprocal|complement\w*|opposite|against|half|twice|double[sd]?|halve[sd]?"
    r"|approximate(?:ly|s)?|roughly|special|simplif\w+|limit|one of|each gate|older?|variant"
    r"|version|generali[sz]\w+|modified|analog\w+|unlike|compared?|change[sd]?|shrinks?|reduces?"
    r"|saves?|worst|best|maximum|minimum|at most|at least|bound\w*|other|another|weighted"
    r"|trivial|naive(?! bayes)|equivalent\w*"
    r"|written out|expands?|becomes?|so that)\b",
    re.I,
)


GRADIENT = Pattern(r"(?<!negative )\bgradients?\b")
MAXIMIZED = Pattern(r"\b(?:negative gradient|log-likelihood|ascent|maximi\w+)\b", re.I)


@record
class Piece:
    """A formula of a page: where it stands, and what may name it.

    sentence: what stands around it; before: its sentence up to it. topic: headings and text above.
    is_one_of_several: without marks, in a paragraph with other formulas.
    """

    text: Text
    start: int
    end: int
    latex: bool
    before: str
    behind: str
    topic: str
    stands_alone: bool
    quoted: bool
    is_one_of_several: bool = False


def claims_in_passing(page: Question, known: Sequence[Claim]) -> Iterator[Claim]:
    """The formulas with the quantities that are named in their sentences, but for known ones."""
    places = [place_of(claim.text, claim.start, claim.end) for claim in known]
    for piece in pieces_of(page):
        for left, member in equations(piece):
            inside = in_order(member)
            member = inside or member
            start, end = piece.start + member[0].start, piece.start + member[-1].end
            if overlaps(place_of(piece.text, start, end), places):
                continue
            quantities = tuple(q for q in candidates(piece, left) if q.order == bool(inside))
            used = set(CAPITALS.findall(piece.text.content[start:end]))
            quantities = tuple(q for q in quantities if used.isdisjoint(abbreviations(q)))
            topical = by_topic(piece, left, member) if not inside else ()
            about = f"{piece.before} {piece.behind}"
            if quantities:
                yield Claim(
                    quantities, (), member, piece.latex, piece.text, start, end, piece.start,
                    is_asked_for(piece) or bool(inside), about, piece.quoted, topic=piece.topic,
                    symbols=symbol_of(left),
                )  # fmt: skip
            if topical := tuple(q for q in topical if q not in quantities):
                yield Claim(
                    topical, (), member, piece.latex, piece.text, start, end, piece.start,
                    False, about, piece.quoted, topic=piece.topic, by_topic=True,
                )  # fmt: skip


CAPITALS = Pattern(r"[A-Z]{3,}")


def abbreviations(quantity: Quantity) -> set[str]:
    """What a formula that computes with a quantity calls it: TPR in μ = TPR·π + FPR·(1 − π)."""
    return {name for name in quantity.names if len(name) > 2 and name.isupper()}


Place = tuple[tuple[int, int], tuple[int, int]]


def place_of(text: Text, start: int, end: int) -> Place:
    """Where a formula starts and ends on its page."""
    return text.position(start), text.position(end)


def overlaps(place: Place, places: Sequence[Place]) -> bool:
    first, last = place
    return any(first < end and start < last for start, end in places)


def equations(piece: Piece) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """The sides of a piece that compute something, each with what stands left of it."""
    formula = piece.text.content[piece.start : piece.end]
    try:
        tokens = counted(lex(formula)[:-1])
    except Unreadable:
        return
    for statement in statements(tokens):
        left = raw(statement.left, spaces=True)
        if is_computed(statement) and operates(left):
            yield "", statement.left
        for member in filter(None, statement.members[:1]):
            if not any(token.value == "±" for token in member):
                yield left, without_aim(member) or member


def is_computed(statement: Statement) -> bool:
    """Whether an equation says what number its left side is: 4d² + 4d = 2,362,368."""
    (member, *_), left = statement.members or ((),), letters_of(statement.left)
    return bool(member) and len(left) >= FEWEST_NAMES and not letters_of(member)


# -- where formulas stand -------------------------------------------------------------------------


@lru_cache(maxsize=RECENT)
def pieces_of(page: Question) -> tuple[Piece, ...]:
    """The formulas of a page, each with what may name it."""
    return tuple(pieces(page))


def pieces(page: Question) -> Iterator[Piece]:
    subject = title = heading = lead = told = ""
    of_mistakes = False
    for block in page.blocks:
        if block.kind == "heading":
            subject = subject or (title and f"{title}{told}")
            title = block.text.content if block.info in "12" else title
            heading, lead, told = block.text.content, "", ("" if block.info in "12" else told)
            of_mistakes = block.info != "1" and bool(MISTAKEN.search(heading))
            continue
        if block.section == "References" or len(block.text.content) > LONGEST_TEXT:
            continue
        quoted = of_mistakes or is_on_mistakes(block.section, (block.topic, *block.within))
        topic = PARAGRAPH.join((subject, title, heading, told))
        yield from in_block(block, lead, topic, quoted)
        if block.is_prose:
            lead = block.text.content
            told += f"{PARAGRAPH}{words(lead)}" if len(told) < LONGEST_TOLD else ""


def in_block(block: Block, lead: str, topic: str, quoted: bool) -> Iterator[Piece]:
    content = block.text.content
    if span := formula_of(block):
        before = last_sentence(words(lead[-2 * NEAR :]))
        yield Piece(block.text, *span, True, before, "", topic, True, quoted)
    elif block.kind == "code" and block.language in PLAIN_LANGUAGES:
        yield from in_listing(block.text, lead, topic, quoted)
    elif block.kind == "table":
        yield from in_table(block, topic, quoted)
    elif block.is_prose and operates(content):
        yield from in_prose(block.text, lead, topic, quoted)


def in_table(block: Block, topic: str, quoted: bool) -> Iterator[Piece]:
    """The cells that are formulas, which what their row begins with may name."""
    header = [words(cell.content) for cell in block.rows[0]] if block.rows else []
    for row in block.rows[1:]:
        if is_cut(row):
            continue
        name = words(row[0].content) if row else ""
        for title, cell in zip(header[1:], row[1:], strict=False):
            content = cell.content
            if not (LETTERS.search(content) and operates(content)):
                continue
            if is_of_another(title, named(name)):
                continue
            island = ISLAND.fullmatch(content)
            group = next((g for g in ISLANDS if island[g] is not None), "") if island else ""
            if not group and any(mark in content for mark in "\\$`"):
                continue
            start, end = island.span(group) if island else (0, len(content))
            is_latex = bool(group) and group != "code"
            yield Piece(cell, start, end, is_latex, name, "", topic, False, quoted, True)


def in_listing(text: Text, lead: str, topic: str, quoted: bool) -> Iterator[Piece]:
    """The lines of a block of plain text, with the remarks on and above them."""
    if PROGRAM.search(text.content):
        return
    at, remark = 0, last_sentence(words(lead[-2 * NEAR :]))
    for line in text.content.splitlines(keepends=True):
        code, _, behind = line.partition("#")
        if behind and not code.strip():
            remark = behind.strip()
        elif "=" in code or "←" in code or is_whole_formula(code):
            case = OF_A_CASE.match(code)
            start, end = at + (case.end() if case else 0), at + len(code.rstrip())
            yield Piece(text, start, end, False, remark, behind.strip(), topic, False, quoted)
        at += len(line)


# "else: lr = …" and "t < T_w : lr = …" in a listing
OF_A_CASE = Pattern(
    r"\s*(?:else|otherwise|(?:if|for|when)\b[^:=]{1,40}|[^:=]{1,20}[<>≤≥][^:=]{1,20}=?[^:=]{0,10})\s*:\s+"
    r"(?=\S+\s*=)"
)


def is_whole_formula(line: str) -> bool:
    """Whether a line without a left side is a formula all the same: idf · f·(k1 + 1) / (f + k1)."""
    return operates_plainly(line) and bool(PLAIN.fullmatch(line.strip()))


def in_prose(text: Text, lead: str, topic: str, quoted: bool) -> Iterator[Piece]:
    content = text.content
    plain = words(content)
    topic = f"{topic}{PARAGRAPH}{plain}"
    islands = [*ISLAND.finditer(content)] if any(c in content for c in "$`\\") else []
    spans = []
    for island in islands:
        group = next(name for name in ISLANDS if island[name] is not None)
        spans.append((*island.span(group), group != "code"))
    if operates_plainly(content) or "(" in content:
        rest = without(content, islands)
        found = chain(
            PLAIN.finditer(rest) if PLAIN_SIGN.search(rest) else (),
            CALL.finditer(rest) if "(" in rest else (),
        )
        ends = ((one.start(), whole_phrase(rest, one.end())) for one in found)
        spans += [(start, end, False) for start, end in ends if is_whole(rest, start, end)]
    is_one_of_several = len(spans) > 1
    for at, (start, end, latex) in enumerate(spans):
        formula = content[start:end]
        if not (LETTERS.search(formula) and (operates(formula) or (latex and "\\," in formula))):
            continue
        before, behind = sentence_around(plain, start, end)
        *_, label = None, *LABELED.finditer(content, 0, start)
        before = f"{words(label[0])} {before}" if label else before
        is_alone = not content[:start].strip(" $\\[") and len(content) - end < 4
        before = last_sentence(words(lead[-2 * NEAR :])) if is_alone else before
        is_one = is_one_of_several and at >= len(islands)
        yield Piece(text, start, end, latex, before, behind, topic, is_alone, quoted, is_one)


def whole_phrase(plain: str, end: int) -> int:
    """Where a formula ends, with the second word of what it ends with: irreducible noise."""
    last = LAST_OF_PHRASE.match(plain, end)
    return last.end() if last and last[0].strip() not in GOING_ON else end


def is_whole(plain: str, start: int, end: int) -> bool:
    """Whether no sign and no word beside a formula among words belongs to it."""
    before, behind = END_OF_LABEL.sub("", plain[:start].rstrip()), plain[end:].lstrip()
    if (
        OF_SERIES.search(before)
        or before[-1:] in tuple("[{⌊⌈·×*/+−^½²³")
        or behind[:1] in tuple("[{·×*/+−^=√Σ∑")
    ):
        return False
    if SYMBOL.match(plain, end):
        return False
    sentence = before[-NEAR:]
    is_inside = before[-1:] != "(" and sentence.count("(") > sentence.count(")")
    if is_inside or before[-1:].isdecimal() or (before[-1:] == "(" and behind[:1] != ")"):
        return False
    first, last = FIRST_WORD.match(plain, start, end), LAST_WORD.search(plain, start, end)
    word_before, word_behind = LAST_WORD.search(before), FIRST_WORD.match(behind)
    is_split = first and word_before and word_before[0].lower() not in LINKING
    goes_on = last and word_behind and word_behind[0].lower() not in GOING_ON
    return not is_split and not goes_on and not ENDS_IN_SIGN.search(plain, start, end)


def sentence_around(plain: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a formula in its sentence."""
    before = plain[max(0, start - 2 * NEAR) : start]
    following = SENTENCE_BREAK.search(plain, end)
    behind = plain[end : following.start() if following else end + NEAR][:NEAR]
    return last_sentence(before, is_open=True), behind


def last_sentence(plain: str, is_open: bool = False) -> str:
    """The last sentence of a text. is_open: it goes on behind the text."""
    breaks = [*SENTENCE_BREAK.finditer(plain if is_open else plain.rstrip(" .:\n"))]
    return plain[breaks[-1].end() :] if breaks else plain


# -- what names them ------------------------------------------------------------------------------


def is_asked_for(piece: Piece) -> bool:
    """Whether it stands alone below words that ask for it: "Write down the ridge objective."."""
    return piece.stands_alone and bool(ASKING.match(piece.before))


def in_order(member: tuple[Token, ...]) -> tuple[Token, ...]:
    """What stands in the brackets of O(…); empty if it is none."""
    signs = [token.value for token in member if token.kind != "command"]
    is_order = signs[:2] in (["O", "("], ["Θ", "("]) and signs[-1] == ")"
    opening = next((at for at, token in enumerate(member) if token.value == "("), 0)
    return member[opening + 1 : -1] if is_order else ()


def candidates(piece: Piece, left: str) -> Iterator[Quantity]:
    """The quantities that a formula may have been meant to be."""
    found = dict.fromkeys(quantities_named(left) if len(left) > 1 else ())
    if symbol := symbol_of(left):
        told = (*about(piece.before), *about_section(piece.topic), *near(piece))
        found |= dict.fromkeys(q for q in told if q.lefts & symbol)
    if not left or (not found and may_be_any(left)):
        found |= dict.fromkeys(near(piece))
    if not found:
        return
    around = around_piece(piece)
    for quantity in found:
        if (left or is_particular(quantity)) and not tells_of_another(quantity, around):
            yield quantity


def near(piece: Piece) -> Iterator[Quantity]:
    """The quantities that the sentence around a formula names."""
    unit = CLAUSE_END.split(piece.behind[:LONGEST_UNIT], maxsplit=1)[0]
    yield from named(piece.before)
    yield from called(piece.before, piece.topic)
    yield from called(unit, f"{piece.topic} {piece.before}")


def may_be_any(left: str) -> bool:
    """Whether a left side may stand for anything: x, or "parameters"."""
    return bool(ANY_COUNT.fullmatch(left) or ANY_LETTER.fullmatch(left))


def around_piece(piece: Piece) -> str:
    """The words around a formula; what says what another letter stands for is not of it."""
    before = "" if SAYS_OF_A_LETTER.match(piece.before) else piece.before
    return f"{before} {piece.behind}"


SAYS_OF_A_LETTER = Pattern(r"\s*[^\W\d_](?:\s*\(\s*\w\s*\))?\s*(?:=|:|is\b|[–—-]\s)")


def tells_of_another(quantity: Quantity, around: str) -> bool:
    """Whether a sentence says that its formula is something else of what it names."""
    rest = without_names(quantity, around)
    if any(family.knows("gradient") for family in quantity.families):
        rest = GRADIENT.sub(" ", rest)  # what a step is made of
    return bool(OTHERWISE.search(rest) or (not quantity.maximized and MAXIMIZED.search(rest)))


def by_topic(piece: Piece, left: str, member: Sequence[Token]) -> tuple[Quantity, ...]:
    """The quantities that a piece's section is about, and whose letters are the formula's."""
    if IN_CASE.search(piece.before) or len(letters_of(member)) < FEWEST_NAMES:
        return ()
    is_any = not left or may_be_any(left)
    symbol, called_left = symbol_of(left), about(left.lstrip("# "))
    if not (is_any or symbol or called_left):
        return ()
    written = about(raw(member, spaces=True))
    around = around_piece(piece)
    return tuple(
        q
        for q in dict.fromkeys((*about_section(piece.topic), *called_left, *written))
        if (is_any or q.lefts & symbol or q in called_left)
        and not q.order
        and (not piece.is_one_of_several or any(map(is_intricate, q.forms)))
        and is_written_with(respelled(member, q), q)
        and (is_particular(q) or respelled(member, q) is not member)
        and not tells_of_another(q, around)
    )


def is_written_with(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a formula has no other letters than one of a quantity's families."""
    used = letters_of(tokens)
    return any(
        all(n in family.letters or family.knows(n) or is_product(n, family) for n in used)
        for family in quantity.families
    )


def letters_of(tokens: Sequence[Token]) -> frozenset[str]:
    """The names in a formula, those of several words as one: kv_heads."""
    whole = SNAKE.findall(raw(tokens)) if any(token.value == "_" for token in tokens) else ()
    parts = {part for name in whole for part in name.split("_")}
    return frozenset(whole) | {t.value for t in tokens if t.kind == "name"} - parts


SNAKE = Pattern(r"[A-Za-z]{2,}(?:_[A-Za-z]{2,})+")


def is_particular(quantity: Quantity) -> bool:
    """Whether a quantity has a formula that not everything resembles: no variance, no recall."""
    if any(map(has_many_roles, quantity.forms)):
        return True
    is_word = quantity.name.isalpha() and quantity.name.islower()
    return not is_word and any(map(is_intricate, quantity.forms))


def has_many_roles(form: Form) -> bool:
    return len(form.family.all_roles_of(form.formula)) >= FEWEST_ROLES


def symbol_of(left: str) -> frozenset[str]:
    """The symbols that a left side may be, if it is any quantity's."""
    head, arguments = with_arguments(left)
    return symbol_keys(left, head, arguments or ()) & catalog().all_lefts


def without_names(quantity: Quantity, text: str) -> str:
    """A text in small letters without what the quantity is called."""
    text = text.lower()
    for name in quantity.called:
        text = text.replace(name.lower(), " ")
    return quantity.without_topics(text)


@lru_cache(maxsize=512)
def named(text: str) -> tuple[Quantity, ...]:
    """The quantities that a text names."""
    return tuple(
        dict.fromkeys(
            q
            for names in names_in(text)
            for q in catalog().by_name.get(names, ())
            if len(names) > 2
        )
    )


@lru_cache(maxsize=512)
def about(text: str) -> tuple[Quantity, ...]:
    """The quantities that a text names or is about."""
    known, hints = catalog().by_mention, catalog().by_hint
    found = (q for names in names_in(text) for q in known.get(names, ()))
    hinted = (q for names in names_in(text, hints=True) for q in hints.get(names, ()))
    return tuple(dict.fromkeys((*found, *hinted)))


def about_section(topic: str) -> Iterator[Quantity]:
    """The same for headings and paragraphs, each of which is read once."""
    for paragraph in topic.split(PARAGRAPH):
        yield from about(paragraph)


@lru_cache(maxsize=512)
def names_in(text: str, hints: bool = False) -> tuple[str, ...]:
    """The keys of what may be names in a text, or hints at what it is about."""
    if ANY_POSSESSIVE.search(text):
        plain = names_in(ANY_POSSESSIVE.sub("", text), hints)
        return tuple(dict.fromkeys((*plain, *names_as_written(text, hints))))
    return names_as_written(text, hints)


def names_as_written(text: str, hints: bool) -> tuple[str, ...]:
    openings = hint_openings() if hints else name_openings()
    found = [*openings.among(WORD.findall(POSSESSIVE.sub("", text)))]
    return (*found, *(name[:-1] for name in found if name.endswith("s")))


@cache
def hint_openings() -> Openings:
    """What words open that may be the first of a hint."""
    starts = catalog().hint_starts
    return Openings(catalog().spellings, lambda word: word.lower() in starts)


@cache
def name_openings() -> Openings:
    """The same of a quantity's name, of one or of several."""
    return Openings(catalog().spellings, may_name)


def may_name(word: str) -> bool:
    """Whether a word may be the first of a name, or of more than one of what it names."""
    return may_start(word) or (word.endswith("s") and may_start(word[:-1]))


def called(text: str, topic: str) -> Iterator[Quantity]:
    """The quantities that a sentence calls by what they are called where their topic is told."""
    found = dict.fromkeys(called_in(text))
    told = f"{topic} {text}".lower() if found else ""
    yield from (q for q in found if q.is_told_in(told))
