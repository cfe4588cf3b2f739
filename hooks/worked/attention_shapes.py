"""The shapes of attention, patches, flattened arrays and receptive fields."""

import re
from collections.abc import Iterator, Sequence

from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.sizes import (
    NEGATED,
    PRODUCT,
    SIDE,
    TIMES,
    TUPLE,
    Shape,
    Verdict,
    integer,
    judged,
    sides,
    written_sides,
)
from hooks.worked.stated import COUNT_WORDS

IS = r"\s*(?:of|=|:|is)?\s*"
ALONE = r"(?!\s*[/×·*.]\s*\d)"  # and not the start of a calculation
SETTINGS = {
    "heads": Pattern(
        rf"\b(\d{{1,3}}|{COUNT_WORDS})\s+(?:attention\s+)?heads\b"
        r"|\b(?:n|num)?_?heads\s*[=:]\s*(\d{1,3})\b",
        re.I,
    ),
    "tokens": Pattern(
        r"\b(\d{1,6})\s+tokens\b|\bT\s*=\s*(\d{1,6})\b"
        rf"|\b(?:sequence(?:\s+length)?|seq(?:_?len)?|length){IS}(\d{{1,6}})\b",
        re.I,
    ),
    "batch": Pattern(r"\bbatch(?:[\s_]+size)?\s*(?:of|=|:|B\s*=|is)?\s*(\d{1,5})\b", re.I),
    "width": Pattern(
        r"\b(?:d_?\s*(?:\{?\s*model\s*\}?)|d\s*_\s*(?:text)?\s*model|hidden\s+size"
        rf"|model\s+(?:width|dimension)|embedding\s+(?:size|dimension)|d_model){IS}(\d{{2,6}})\b{ALONE}",
        re.I,
    ),
    "head size": Pattern(
        rf"\b(?:head[\s_]*(?:size|dim\w*){IS}|d_?(?:k|head)\s*=\s*)(\d{{1,4}})\b{ALONE}", re.I
    ),
}
FOUR = r"[(\[]\s*(?P<shape>\d+\s*,\s*\d+\s*,\s*\d+\s*,\s*\d+)\s*[)\]]"
SCORES = Pattern(
    r"(?:\bQ\s*K\s*(?:ᵀ|\^\s*\{?\s*(?:T|\\top)\s*\}?|\.T|')|\b(?:attention\s+)?scores?\b(?!\s*[·@×*]?\s*V\b))"
    rf"[^().;\d]{{0,40}}?{FOUR}",
    re.I,
)
PROJECTED = Pattern(rf"\bQ(?:\s*,\s*K)?\s*(?:,?\s*and|,)\s*[KV]\b[^().;\d]{{0,40}}?{FOUR}")
SHARED_HEADS = Pattern(r"\b(?:kv|key-value)[\s-]+heads?|grouped|multi-query|\bG?QA\b|\bMQA\b", re.I)
HEAD_SIZE = Pattern(
    r"\b(?:each\s+(?:\w+\s+)?head\s+(?:then\s+)?(?:has|gets|is\s+of)\s+(?:an?\s+|the\s+)?(?:size|dim\w*|width)\s+(?:of\s+)?"
    r"|(?:d_?\s*(?:\{?\s*k\s*\}?|\{?\s*v\s*\}?|\{?\s*head\s*\}?)|d_head|head[\s_]*(?:size|dim\w*))\s*(?:of|=|:|is)\s*(?:[^=.;\d]{1,30}/[^=.;\d]{1,20}=\s*)?)"
    r"(?P<value>\d{1,5})\b(?!\s*[/×·*.]\s*\d)",
    re.I,
)
PATCH_FIRST = Pattern(
    rf"\bpatch\w*\s+(?:size\s*)?(?:of\s+|=\s*|is\s+)?(?:size\s+)?(?P<patch>\d{{1,3}})(?:{TIMES}(?P=patch))?\b"
    rf"[^.;\d]{{0,40}}?\b(?P<image>\d{{2,5}}){TIMES}(?P=image)\b[^.;\d]{{0,60}}?"
    r"\b(?P<value>\d[\d,]*)\s+(?:\w+\s+)?(?:patches|tokens)\b",
    re.I,
)
INCLUDED = Pattern(
    r"\s*\(?(?:including|with|counting|incl\.)\s+(?:the\s+|a\s+|one\s+)?\W?(?:class(?:ification)?|CLS)\b",
    re.I,
)
EACH_HEAD = Pattern(
    r"\b(?:each|every|per)[\s-]+(?:(?:attention|single|of\s+the(?:\s+\w+)?)\s+)?heads?\b[^.;\d]{0,40}?"
    r"(?:(?:\bdim\w*|\bsize|\bwidth)\s*(?:of|is|=|:)?\s*(?:only\s+)?(?P<value>\d{1,5})\b"
    r"|(?<![\d/×·=])(?P<value2>\d{1,5})[\s-]*(?:-?\s?dim\w*|components|features|channels))"
    r"(?!\s*[/×·*]\s*\d|[.,]\d)"
    r"|(?<![\d.,/×·=] )\b(?P<value3>\d{1,5})[\s-]+(?:dim\w*|components|features)"
    r"\s+(?:per|for\s+each|each)\s+head\b"
    r"|\bheads\s+of\s+(?:(?:size|width|dimension)\s+)?(?P<value4>\d{1,5})(?:\s+dimensions)?\b"
    r"(?!\s*[/×·*]\s*\d|[.,]\d)",
    re.I,
)
PATCHES = Pattern(
    rf"\b(?P<image>\d{{2,5}}){TIMES}(?P=image)\b[^.;]{{0,80}}?\b(?P<patch>\d{{1,3}}){TIMES}(?P=patch)\b(?!\s*(?:[=≈]|grid))\s*(?:pixels?\s*)?(?:patch\w*)?"
    r"[^.;]{0,60}?\b(?P<value>\d[\d,]*)\s+(?:non-?overlapping\s+)?(?:patches|patch\s+tokens|image\s+tokens|tokens)\b",
    re.I,
)
MAP = rf"(?:{SIDE}{TIMES}{SIDE}{TIMES}{SIDE}|[(\[]\s*{SIDE}\s*,\s*{SIDE}\s*,\s*{SIDE}\s*[)\]])"
FLATTEN = Pattern(
    rf"\bflatten\w*(?![^.;\d]{{0,40}}\bpool)[^.;\d]{{0,40}}?(?:{MAP}[^.;\d]{{0,60}}?)?"
    r"(?:→|->|=|:|\b(?:to|into|gives?|is|yields?|produces?|has|becomes|leaves|results\s+in|giving|yielding)\b)\s*"
    r"(?:an?\s+(?:\w+\s+)?vector\s+(?:of|with)\s+(?:(?:length|size|dimension\w*)\s+)?)?"
    rf"(?P<value>{SIDE})(?!{TIMES}\d|[.,]\d|\w)",
    re.I,
)
MULTIPLIED = Pattern(rf"\d{TIMES}{SIDE}\s*=\s*$")
RECEPTIVE = Pattern(
    rf"\b(?P<n>two|three|four|five|six|\d{{1,2}})\s+(?:(?:stacked|consecutive|successive)\s+)?(?P<k>\d{{1,2}}){TIMES}(?P=k)\b"
    r"[^.;]{0,80}?\b(?:receptive\s+field|sees?|seeing|covers?)\b[^.;\d]{0,40}?"
    rf"\b(?P<value>\d{{1,3}})(?:{TIMES}(?P=value))?(?!,?\d|\.\d|\s*[+×·*/−-]\s*\d)",
    re.I,
)


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The verdicts on attention scores, head sizes, patches, flattened sizes, receptive fields."""
    settings = Settings(section)
    shape: Shape | None = None
    for passage in section:
        plain = passage.plain
        settings.read(passage)
        if "K" in plain or "scores" in plain:
            yield from scores(passage, settings)
        if "head" in plain or "d_" in plain:
            yield from head_sizes(passage, settings)
        if "patch" in plain:
            yield from patches(passage)
        if "latten" in plain:
            yield from flattened(passage, shape)
        if "eceptive" in plain or "see" in plain:
            yield from receptive(passage)
        found = [*PRODUCT.finditer(plain)] if "×" in plain or "x" in plain else ()
        shape = sides(found[-1][0]) if found else shape


class Settings:
    """The sizes of attention that a section has stated so far: heads, tokens, batch, widths."""

    def __init__(self, section: Sequence[Passage]):
        self.seen: dict[str, set[int]] = {name: set() for name in SETTINGS}
        text = " ".join(passage.plain for passage in section)
        self.has_heads = "heads" in text.lower()
        self.are_shared = self.has_heads and bool(SHARED_HEADS.search(text))

    def read(self, passage: Passage) -> None:
        if self.has_heads and passage.block.kind != "heading":
            for name, pattern in SETTINGS.items():
                found = pattern.finditer(passage.plain)
                self.seen[name] |= {integer(next(filter(None, f.groups()))) for f in found}

    def only(self, name: str) -> int | None:
        """The size, if one is stated and no other."""
        values = self.seen[name]
        return next(iter(values)) if len(values) == 1 else None


def scores(passage: Passage, settings: Settings) -> Iterator[Verdict]:
    """The scores have shape (batch, heads, tokens, tokens), Q and K (…, tokens, size of a head)."""
    batch, heads, tokens = (settings.only(name) for name in ("batch", "heads", "tokens"))
    if not batch or not heads or not tokens or NEGATED.search(passage.plain):
        return
    for found in SCORES.finditer(passage.plain):
        right = (batch, heads, tokens, tokens)
        text = f"the scores have shape {right}"
        yield judged(passage, found.span("shape"), sides(found["shape"]) == right, text)
    width = settings.only("width")
    size = settings.only("head size") or (width // heads if width else None)
    for found in PROJECTED.finditer(passage.plain) if size and not settings.are_shared else ():
        right = (batch, heads, tokens, size)
        usual = (right, (batch, tokens, heads, size))
        text = f"queries and keys have shape {right}"
        yield judged(passage, found.span("shape"), sides(found["shape"]) in usual, text)


def head_sizes(passage: Passage, settings: Settings) -> Iterator[Verdict]:
    heads, width = settings.only("heads"), settings.only("width")
    if not heads or not width or NEGATED.search(passage.plain):
        return
    for pattern in (HEAD_SIZE, EACH_HEAD):
        for found in pattern.finditer(passage.plain):
            group = found.lastgroup
            is_right = int(found[group]) * heads == width
            text = f"the size of a head is {width}/{heads} = {width / heads:g}"
            yield judged(passage, found.span(group), is_right, text)


def patches(passage: Passage) -> Iterator[Verdict]:
    for found in [*PATCHES.finditer(passage.plain), *PATCH_FIRST.finditer(passage.plain)]:
        image, patch = int(found["image"]), int(found["patch"])
        if not 0 < patch < image or image % patch or NEGATED.search(found[0]):
            continue
        count, value = (image // patch) ** 2, integer(found["value"])
        text = f"({image}/{patch})² = {count:,} patches"
        with_class = "patches" not in found[0][found[0].rfind(found["value"]) :]
        right = (count, count + 1) if with_class else (count,)
        if INCLUDED.match(passage.plain, found.end()):
            right, text = (count + 1,), f"({image}/{patch})² + 1 = {count + 1:,} tokens"
        spans = (found.span("image"), found.span("patch"))
        yield judged(passage, found.span("value"), value in right, text, spans)


def flattened(passage: Passage, before: Shape | None) -> Iterator[Verdict]:
    own = [*PRODUCT.finditer(passage.plain)]
    own = own or [f for f in TUPLE.finditer(passage.plain) if len(sides(f[0])) == 3]
    shape = sides(own[-1][0]) if own else before
    found = FLATTEN.search(passage.plain)
    if not found or not shape or len(shape) != 3 or NEGATED.search(passage.plain):
        return
    if MULTIPLIED.search(passage.plain, 0, found.start("value")):
        return  # of which shape is written
    count = shape[0] * shape[1] * shape[2]
    text = f"{written_sides(shape)} = {count:,}"
    yield judged(passage, found.span("value"), integer(found["value"]) == count, text)


def receptive(passage: Passage) -> Iterator[Verdict]:
    plain = passage.plain
    found = RECEPTIVE.search(plain)
    if not found or re.search(r"\bdilat|\bstride\s*(?:of\s*)?[2-9]|\bpool", plain, re.I):
        return
    n, k = integer(found["n"].lower()), int(found["k"])
    side = 1 + n * (k - 1)
    text = f"the receptive field is 1 + {n} × {k - 1} = {side}"
    yield judged(passage, found.span("value"), int(found["value"]) == side, text)
