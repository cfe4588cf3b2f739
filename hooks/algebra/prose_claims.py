"""Formulas among words: in LaTeX or code, plain, or computed in words."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from hooks.algebra.cases_in_words import IN_WORDS
from hooks.algebra.catalog import Quantity, catalog
from hooks.algebra.context import Claim, Context, called_names, named_before
from hooks.algebra.equation_claims import (
    CONDITIONAL,
    LONGEST_TEXT,
    SHORTEST,
    of_formula,
    usual_left,
    with_arguments,
)
from hooks.algebra.in_words import in_signs, may_compute, phrases
from hooks.algebra.lexer import Unreadable, lex, raw
from hooks.algebra.named_quantities import (
    APPLIED,
    LONGEST_LINK,
    behind_names,
    far_names,
    is_neutral,
    mentioned,
    near_names,
    opening_names,
    quantities_named,
    sentence_before,
    titled,
)
from hooks.algebra.names import key
from hooks.algebra.parity import criterion, mistaken
from hooks.algebra.quoting import NEAR, SENTENCE_BREAK, around
from hooks.algebra.shares_in_words import SHARES, shares
from hooks.algebra.tree import Binary
from hooks.calculation.claims import ISLAND, ISLANDS
from hooks.language.wording import words
from hooks.page import Text
from hooks.pattern import Pattern
from hooks.record import replace

EQUALITY = Pattern(
    r"[=≡≜≔←]|\\(?:equiv|triangleq|coloneqq|doteq|leftarrow|gets|stackrel)(?![a-zA-Z])"
)
BOUNDING = Pattern(  # by more than a number
    r"(?:[≤≥≈≃]|\\(?:leq?|geq?|approx|leqslant|geqslant|simeq)(?![a-zA-Z]))(?!\s*[-−]?[\d.,]+\W*$)"
)
UNLINKED = r"[<>!=≈:+*/−-]"  # before a sign or word that links nothing then
PLAIN_LINK = Pattern(
    rf"(?:≈(?=\s*\d*\s?[A-Za-zα-ωΑ-Ω√(])|[:=←—–→](?<!{UNLINKED}.)(?:(?<=:)=)?|\s-\s|is\b(?<=\bis)(?<!{UNLINKED}..)"
    rf"|(?:as|by)\b(?<=\b..)(?<!{UNLINKED}..)|equals\b(?<=\b......)(?<!{UNLINKED}......)|adds\b(?<=\sadds)|imi[sz]es\b(?<=\sm[ai][nx].....))(?!=)\s*",
    re.S,
)
OPERATOR = Pattern(r"[-/+×÷Σ∑√^|·*−–=⁻²(]")
OPERATION = Pattern(r"[-/+×÷Σ∑√^|·*−–=⁻²]")
OPERATING = Pattern(r"\\(?:d?frac|sum|sqrt|cdot|log|exp|max)|\w\(")
PLAIN_END = Pattern(
    r"[.;!?](?=\s|$)(?<!/[kxny]!)(?<!/\s[kxny]!)|\s*<!|,?\s(?:where|which|with|while|but|if|when|because|so|for|i\.e|e\.g|is|are|that|—"
    r"|and|or|up\sto|inside|within|below|above|near|outside|beyond|until|then|else"
    r"|in(?!\s(?:the\s)?(?:top|first|reference|candidate|summary)\b)"
    r"|on|at|as|to|from|of all|meaning|using|over all|gives|measures|→|⇒|--)(?=\s)"
    r"|(?<=\w)\sFLOPs?(?=\s+\w|\s*[.,;)])|,(?=\s)|<br|\*\*|~~|\n(?=\s*[-*•|])|…|\"|”|:(?=\s)|\s[A-Z][a-z]+\s?=\s|\$|`|->|=>|\s{3,}"
)
NO_END_INSIDE = frozenset("in on at of".split())  # brackets: (relevant items in the top k)
JOINING = Pattern(r"[-+*/×÷·=(−^]\s*$")
# A number that words go on from: "our r = −0.83 says that", "R² = 1 – 0.4 means".
NUMBER_IN_WORDS = Pattern(
    r"\s*(?:≈|~)?\s*[-−–+]?\s*\d[\d.,]*\s*%?(?:\s*[-−–+*/×·÷]\s*\d[\d.,]*\s*%?){0,4}"
    r"\s+[a-z]{3,}+(?!\s*[=(/×·*+^_\[{−]|\s-\s)(?=\s|[.,;:!?)])"
)
DERIVED = Pattern(r"(?<!\w)[d∂]\s*/\s*[d∂]\s*\w\s*$")
CALLED = Pattern(r"[^\s(]\(")
MOMENT = Pattern(r"(?:[Vv]ar|V|𝕍|E|𝔼)\s?[(\[][^()\[\]]{1,12}[)\]]\s*(?:=|$)")
LEFT = Pattern(
    r"(?:[^\s()=,;:|]{1,24}(?:\s?\([^()=]{1,40}\))?(?:_\w+)?|Pr?\([A-Z]\s?=\s?[a-z]\))\s*$"
)
LONGEST_LEFT = 90  # characters that are read for a left side
MODIFIERS = frozenset(  # what makes the name behind it another: "macro recall"
    "macro micro weighted average averaged averages mean adjusted total overall expected new old"
    " balanced class per-class smoothed regularized regularised scaled normalized normalised"
    " partial pooled generalized generalised modified squared log".split()
)
# Behind a formula that a paragraph opens with: what shows that it is no part of a larger one.
BARE_END = Pattern(r"\s*(?:$|[.,;:](?:\s|$)|(?:with|where|for)\b|[—–]\s)")
APPOSED = Pattern(r",\s(?:i\.e\.,?\s|that is,?\s|so\s)?(?=\(?[\w|][^,;:=]{0,60}/[^,;:=]{1,60}$)")
THE_LOSS = Pattern(
    r"(?:^|[.;:]\s+)(?:[Tt]he|[Ii]ts|[Oo]ur)\s(?:loss|cost)"
    r"(?:\s(?:(?:of|for|on)\s(?:one|an?|a\ssingle|each|every)|per)\s(?:\w+\s)?\w+)?\s*$"
)
BAR = Pattern(r"\s*[-–—─_]{3,}\s*")
ADDED = Pattern(
    r"\badds\s+(?:only\s+)?(?:`(?P<code>[^`]{3,60})`|\$(?P<math>[^$]{3,60})\$"
    r"|(?P<plain>[^.,;:`$]{3,60}?))\s+(?:(?:new|extra|additional|trainable|more)\s+)*(?:parameters|weights)\b"
)
DENIED = Pattern(r"\W*(?:that|this|it)(?:['’]s|\sis)\s(?:no|not)\b", re.I)
TAKEN = Pattern(
    r"\b(?:take|taking|takes)\s+(?P<over>[^.,;:]{3,80}?)\s+and\s+(?:then\s+)?(?:divides?|dividing)\s+"
    r"(?:it|them|that|this|those|these)\s+by\s+(?P<under>[^.,;:]{3,80})"
    r"|\bdivid(?:e|es|ing)\s+(?P<part>[^.;:]{2,80}?)\s+by\s+(?P<whole>[^.;:]{2,120})",
    re.I,
)
UNDER_END = Pattern(r",\s|\s(?:and|to|gives?|you|which|that|for|as|is|so|yields?)\s")
LINE_ENDS = Pattern(r"[.;:?!](?=\s|$)|\n")
SENTENCE_ENDS = ".!?:;,—"
CALLED_A = Pattern(r"^(?:(?:just|simply|exactly|also|called|known|as|the|a|an)\s+)+")
ARTICLE = Pattern(r"\b(?:the|a|an)\s*$", re.I)
STATED = Pattern(r"(?:\b(?:is|as|means|measures|equals?)|=|:|—|–|-)\s*(?:the|a|an)?\s*$", re.I)
PROGRAM = Pattern(
    r"^\s*(?:def\s+\w+\(|import\s+\w|from\s+\w+\s+import|return\s+\w)|\w;[ \t]*$", re.M
)
PLAIN_SIGN = Pattern(r"[/×÷Σ∑√=^²·←]")
PLAIN_OPERATOR = Pattern(r"[*+−](?=\s)(?<=\s.)")
SUBTRACTION = Pattern(r"-(?<=\d-)\s?[A-Za-z]|-(?<=\d\s-)\s?[A-Za-z]")
HEAD = 60  # characters in which a formula shows an operator


def of_prose(text: Text, context: Context) -> Iterator[Claim]:
    """Formulas in dollars and code spans, and those in plain words."""
    content = text.content
    if len(content) > LONGEST_TEXT:
        return
    if may_compute(content):
        yield from of_words(text, context)
    if any(word in content for word in SHARES):
        yield from of_shares(text, context)
    if "divid" in content.lower():
        yield from of_taking(text, context)
    if not operates(content):
        return
    if "adds" in content and "LoRA" in content + context.heading:
        yield from of_added(text, context)
    islands = list(ISLAND.finditer(content)) if any(c in content for c in "$`\\") else []
    if titled(context.heading, ()):
        yield from of_opening(text, islands, context)
    for island in islands:
        yield from of_island(text, island, context)
    if operates_plainly(content):
        plain = without(content, islands)
        yield from of_plain(text, plain, context)
        if ", " in plain and "/" in plain:
            yield from of_apposition(text, plain, context)


def of_opening(text: Text, islands: Sequence[re.Match], context: Context) -> Iterator[Claim]:
    """A formula that a paragraph below its quantity's heading opens with: "max(0, 1 − y·f(x))"."""
    content = text.content
    if islands and not content[: islands[0].start()].strip():
        group = next(name for name in ISLANDS if islands[0][name] is not None)
        (start, end), after = islands[0].span(group), islands[0].end()
        if group in ("display", "square"):
            return  # read as a formula of its own
    elif operates_plainly(content[:HEAD]):
        group, start = "", 0
        end = after = plain_end(content, words(content), 0)
    else:
        return
    formula = content[start:end]
    if equates(formula) or not ("(" in formula or "frac" in formula):
        return
    if BARE_END.match(content, after) and not behind_names(content[after:]):
        here = replace(context, leads=(), stands_alone=True)
        yield from of_formula(text, start, end, here, latex=group not in ("", "code"))


def of_island(text: Text, island: re.Match, context: Context) -> Iterator[Claim]:
    """A formula in dollars or a code span, with the words around that may name it."""
    content = text.content
    group = next(name for name in ISLANDS if island[name] is not None)
    start, end = island.span(group)
    if end - start < SHORTEST or not operates(content[start:end]):
        return
    is_alone = group in ("display", "square") and not content[: island.start()].strip()
    near = behind = ()
    if not outside(content, island):
        before = words(content)[: island.start()]
        near = near_names(before) or named_before(before, context)
        behind = () if near else behind_names(content[island.end() :])
        behind = (*behind, *called_names(before, context))
        if "P" in content[start:end] and "=" in content[start:end]:
            yield from of_criterion(before, text, start, end, context)
    if near or behind or is_alone or relates(content[start:end]):
        leads = (content, *context.leads)
        here = Context(
            tuple(dict.fromkeys((*near, *behind))), context.heading, leads, context.quoted,
            is_alone, bool(behind), context.told, context.page,
        )  # fmt: skip
        yield from of_formula(text, start, end, here, latex=group != "code")


def of_criterion(
    before: str, text: Text, start: int, end: int, context: Context
) -> Iterator[Claim]:
    """What a criterion of fairness is said to want."""
    wanted = criterion(sentence_before(before, len(before)))
    try:
        tokens = lex(text.content[start:end])[:-1] if wanted else ()
    except Unreadable:
        return
    if not tokens:
        return
    yield Claim(
        (), (), tokens, False, text, start, end, start, True, "", context.quoted,
        partial(mistaken, wanted, tokens),
    )  # fmt: skip


def operates(text: str) -> bool:
    """Whether a text may hold a formula in signs: a quick look."""
    return bool(
        OPERATION.search(text) or (("\\" in text or "(" in text) and OPERATING.search(text))
    )


def operates_plainly(text: str) -> bool:
    """Whether a text may hold a formula without marks: a quick look."""
    return bool(
        PLAIN_SIGN.search(text)
        or PLAIN_OPERATOR.search(text)
        or "max(" in text
        or ("-" in text and SUBTRACTION.search(text))
    )


def equates(formula: str) -> bool:
    """Whether a formula may have two sides: a quick look."""
    return "=" in formula or bool(EQUALITY.search(formula))


def relates(formula: str) -> bool:
    """Whether a formula may have two sides, or a side and its bound: a quick look."""
    return equates(formula) or bool(BOUNDING.search(formula)) or "±" in formula or "\\pm" in formula


def without(content: str, islands: Sequence[re.Match]) -> str:
    """A text with spaces in the place of the islands."""
    at, parts = 0, []
    for island in islands:
        parts += [content[at : island.start()], " " * len(island[0])]
        at = island.end()
    return "".join((*parts, content[at:]))


def outside(content: str, island: re.Match) -> bool:
    """Whether the island is but a part of a formula: "$TP$ / ($TP$ + $FP$)"."""
    after = content[island.end() : island.end() + 3].lstrip()
    return after[:1] in tuple("/+*×·^=−") and after[:2] != "**"


def of_plain(text: Text, content: str, context: Context) -> Iterator[Claim]:
    """`Recall = TP / (TP + FN)` without marks."""
    if not operates_plainly(content):
        return
    plain = words(content)
    done = 0
    for link in PLAIN_LINK.finditer(plain):
        at = link.end()
        if link.start() < done or not OPERATOR.search(plain, at, at + HEAD):
            continue
        if "-" in link[0] and is_minus(plain, link):
            continue
        if NUMBER_IN_WORDS.match(plain, at):
            continue
        here, start = named_in_plain(plain, link, context)
        if here is None:
            continue
        if MOMENT.match(plain, start):
            here = replace(here, leads=(plain[max(0, start - NEAR) : start], *here.leads))
        end = plain_end(content, plain, at)
        if not here.near and (behind := behind_names(content[end:])):
            here = replace(here, near=behind)
        claims = list(of_formula(text, start, end, here, latex=False))
        if claims:
            done = end
        yield from claims


def of_apposition(text: Text, content: str, context: Context) -> Iterator[Claim]:
    """A formula behind a comma: "Recall is the share of positives found, TP / (TP + FN)"."""
    plain, start = words(content), 0
    for stop in (*SENTENCE_BREAK.finditer(plain), None):
        end = stop.start() if stop else len(plain)
        comma = plain.rfind(", ", start, end)
        has_slash = comma > 0 and plain.find("/", comma, end) > 0
        quotient = APPOSED.search(plain, comma - LONGEST_LINK, end) if has_slash else None
        if quotient and (near := opening_names(f"{plain[start : quotient.start()]}:")):
            last = end - (plain[end - 1] == ".")
            here = replace(context, near=near)
            yield from of_formula(text, quotient.end(), last, here, latex=False)
        start = stop.end() if stop else end


def is_minus(plain: str, link: re.Match) -> bool:
    """Whether a hyphen subtracts: behind a colon or an equals sign it sets no name apart."""
    line = plain[plain.rfind("\n", 0, link.start()) + 1 : link.start()]
    return link[0].strip() == "-" and (":" in line or "=" in line)


def of_listing(text: Text, context: Context) -> Iterator[Claim]:
    """The lines of a block of plain text: equations that name themselves."""
    content, at = text.content, 0
    is_read = len(content) <= LONGEST_TEXT and not PROGRAM.search(content)
    lines = content.splitlines(keepends=True) if is_read else []
    for line, following in pairwise((*lines, "")):
        is_above_a_bar = BAR.fullmatch(following)  # the upper half of a fraction
        if ("=" in line or "←" in line) and operates_plainly(line) and not is_above_a_bar:
            code = line.partition(" #")[0].replace("**", "^ ")  # no bold, and as long
            yield from of_plain(text.slice(at, at + len(code)), code, context)
        at += len(line)


def of_words(text: Text, context: Context) -> Iterator[Claim]:
    """Definitions in words: "recall is the ratio of true positives to all actual positives"."""
    plain = words(text.content)
    for start, phrase in phrases(plain):
        phrase, quantities = named_phrase(plain, start, phrase, context)
        if formula := in_families(phrase, quantities):
            yield of_phrase(formula, text, start, start + len(phrase), quantities, context)


def of_taking(text: Text, context: Context) -> Iterator[Claim]:
    """A quotient that one is told to take: "take the hits and divide them by all positives"."""
    plain = words(text.content)
    for found in TAKEN.finditer(plain):
        over, under = found["over"] or found["part"], found["under"] or found["whole"]
        before, behind = (
            sentence_before(plain, found.start()),
            LINE_ENDS.split(plain[found.end() :])[0],
        )
        for end in (len(under), *(stop.start() for stop in reversed([*UNDER_END.finditer(under)]))):
            about = f"{before}. {under[end:]} {behind}"
            named = mentioned(about) or titled("", (text.content,)) or titled(context.heading, ())
            quantities = tuple(filter(is_quotient, named))
            phrase = " ".join(f"{over} divided by {under[:end].rstrip(' ,')}".split())
            formula = (
                in_families(phrase, quantities) if not DENIED.match(plain, found.end()) else ""
            )
            if formula:
                start = found.start()
                yield of_phrase(formula, text, start, found.end(), quantities, context)
                break


def is_quotient(quantity: Quantity) -> bool:
    """Whether it is one thing divided by another: no softmax of the logits divided by T."""
    form = quantity.forms[0]
    tree = form.family.tree(form.formula)
    return isinstance(tree, Binary) and tree.op == "/"


def of_added(text: Text, context: Context) -> Iterator[Claim]:
    """How many parameters LoRA is said to add: "it adds r × (d_in + d_out) parameters"."""
    here = replace(context, near=catalog().by_name[key("LoRA parameters")], leads=())
    for found in ADDED.finditer(text.content):
        group = found.lastgroup
        yield from of_formula(text, *found.span(group), here, latex=group == "math")


def named_phrase(
    plain: str, start: int, phrase: str, context: Context
) -> tuple[str, tuple[Quantity, ...]]:
    """What is computed in words, and what the words before or behind it name."""
    before = plain[max(0, start - NEAR) : start]
    if start and STATED.search(before[-LONGEST_LINK:]):
        return phrase, near_names(ARTICLE.sub("", before))
    if context.near and not start:
        return phrase, context.near
    lead = ARTICLE.sub("", before).rstrip()
    phrase, _, name = phrase.partition(" is ")
    if not name or (lead and lead[-1] not in SENTENCE_ENDS):
        return phrase, ()
    return phrase, quantities_named(CALLED_A.sub("", name))


def of_phrase(
    formula: str,
    text: Text,
    start: int,
    end: int,
    quantities: tuple[Quantity, ...],
    context: Context,
) -> Claim:
    """The claim of a formula that stands in words between two offsets."""
    return Claim(
        quantities, (), lex(formula)[:-1], False, text, start, end, start, True,
        around(text.content, start), context.quoted,
    )  # fmt: skip


def of_shares(text: Text, context: Context) -> Iterator[Claim]:
    """Shares in words: "recall is the fraction of actual positives that are found"."""
    plain = words(text.content)
    for share in shares(plain):
        first, last = share.name
        quantities = near_names(plain[max(first, last - NEAR) : last])
        counted = tuple(q for q in quantities if "confusion" in q.family_names)
        if counted:
            yield of_phrase(share.formula, text, share.start, share.end, counted, context)


def in_families(phrase: str, quantities: Sequence[Quantity]) -> str:
    """A phrase as a formula in the names of the quantities' families; "" if it is none."""
    families = dict.fromkeys(family for q in quantities for family in q.families)
    made = (in_signs(phrase, family.knows) for family in families)
    return next(filter(None, made), "")


def named_in_plain(plain: str, link: re.Match, context: Context) -> tuple[Context | None, int]:
    """What names the formula behind a link, and where its equation starts."""
    first = max(0, link.start() - NEAR)
    is_equal = link[0][0] in "=←≈" or "=" in link[0]
    reach = max(0, link.start() - LONGEST_LEFT)
    left = LEFT.search(plain, reach, link.start()) if is_equal else None
    if left and DERIVED.search(plain[first : left.start()]):
        head, _ = with_arguments(left[0].strip())
        near = catalog().by_name.get(key(f"{head}'"), ())
        return (replace(context, near=near), link.start()) if near else (None, 0)
    start = left.start() if left else link.start()
    last = start if is_equal else link.end()
    called = called_names(plain[max(0, start - 2 * NEAR) : last], context)
    itself = called_itself(plain, link, context) if left and not called else ()
    if left and not is_left(left[0].strip(), plain[max(0, left.start() - NEAR) : left.start()]):
        left = None
    if not left or not CALLED.search(left[0]):
        before = plain[first : link.start()]
        if near := near_names(before + (" = " if is_equal else " ")) or loss_named(before, context):
            near = tuple(dict.fromkeys((*near, *called, *itself)))
            return replace(context, near=near), link.start() if is_equal else link.end()
    if itself:
        return replace(context, near=itself), link.start()
    if called:
        here = replace(context, near=called, named_behind=True)
        return here, start if is_equal else link.end()
    if not left:
        near = opening_names(f"{sentence_before(plain, link.start())}:") if ":" in link[0] else ()
        return (replace(context, near=near), link.end()) if near else (None, 0)
    near = near_names(plain[max(0, left.start() - NEAR) : left.start()])
    return replace(context, near=near), left.start()


def called_itself(plain: str, link: re.Match, context: Context) -> tuple[Quantity, ...]:
    """What a left side of words is called where its topic is told: "Variance = p(1 − p)"."""
    if MOMENT.search(plain, max(0, link.start() - LONGEST_LEFT), link.start()):
        return ()  # the distribution has Var(T) = …
    return called_names(f"{plain[max(0, link.start() - 2 * NEAR) : link.start()]} = ", context)


def loss_named(before: str, context: Context) -> tuple[Quantity, ...]:
    """The losses that the heading is about, where "the loss of one example" is one of them."""
    if not THE_LOSS.search(before):
        return ()
    return tuple(q for q in far_names(context.heading.rpartition(": ")[2], ()) if q.is_loss)


def is_left(name: str, before: str) -> bool:
    """Whether a symbol before an equals sign may stand for a quantity, by itself or in context."""
    if APPLIED.search(before) or (len(name) < 3 and before.rstrip()[-1:].isdecimal()):
        return False
    last = before.split()[-1:]
    modifier = last[0].strip("*_,.:;").lower() if last else ""
    if modifier in MODIFIERS or modifier.startswith("top-"):
        return False
    is_word = len(name) > 3 and name.isalpha() and name[1:].islower()
    if is_word and last and last[0][-1].isalpha() and not is_neutral(last):
        return False  # the posterior variance
    if CONDITIONAL.fullmatch(name) or usual_left(name):
        return True
    name = name if name.isascii() else accented(name)
    head, arguments = with_arguments(name)
    return any(
        key(n) in catalog().by_name or key(n) in catalog().all_symbols
        for n in (name, head if arguments is not None else name)
    )


def accented(name: str) -> str:
    """A name as the lexer spells it: `hat x` for x̂."""
    try:
        return raw(lex(name)[:-1], spaces=True)
    except Unreadable:
        return name


def plain_end(content: str, plain: str, start: int) -> int:
    """Where a formula in prose ends."""
    at = start
    if cases := IN_WORDS.match(content, start):
        is_whole = cases[0].endswith("otherwise")
        return cases.end() if is_whole else plain_end(content, plain, cases.end())
    while at < len(plain):
        found = PLAIN_END.search(content, at)
        line = content.find("\n", at)
        stop = found.start() if found else len(content)
        if 0 <= line < stop:
            written = content[start:line]
            if written.count("(") <= written.count(")") and not JOINING.search(written):
                following = content[line + 1 : line + 4].lstrip()
                if following[:1] not in tuple("/+*×=−÷") or following[:2] == "**":
                    return line
            at = line + 1
            continue
        written = content[start:stop]
        inside = written.count("(") > written.count(")")
        if found and inside and (found[0][0] in ",:" or found[0].strip() in NO_END_INSIDE):
            at = found.end()
            continue
        return stop
    return len(content)
