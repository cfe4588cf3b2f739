"""Sizes that follow from what a section states sentences before: the weights of a model in other
formats, the cache of its keys and values, the parameters of a recurrent layer.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import prod

from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.layer_parameters import COUNTED
from hooks.worked.run_counts import (
    BYTES,
    CACHE_SIZES,
    MARGIN,
    MEMORY,
    NO_CACHE,
    NOT_WEIGHTS,
    PER_TOKEN,
    scales,
    sole_size,
    written_size,
)
from hooks.worked.sizes import LARGE, NEGATED, Verdict, has_one, integer, judged, large

# -- the weights of a model in several formats ----------------------------------------------------

FORMAT = Pattern(
    r"\b(?P<bits>4|8|16|32)[\s-]?bits?\b"
    r"|\b(?P<name>fp32|float32|fp16|float16|bf16|bfloat16|int8|fp8|int4|half\s+precision|single\s+precision)\b",
    re.I,
)
OF_PARAMETERS = Pattern(r"\bparam|\bweights\b", re.I)
IN_FORMAT = Pattern(r"\s+(?:in|with|at|as|for)\s+")
OF_MODEL = Pattern(r"\s*-?(?:parameters?\b|params?\b|weights\b|param\b|[\w-]*\s?model\b)", re.I)
LEAST = 1_000_000  # parameters of a model of which one tells the size
IN_MEMORY = ("kB", "MB", "GB", "TB", "iB")
SLIPS = (Fraction(1, 8), Fraction(1, 4), Fraction(1, 2), 2, 4, 8)  # bytes of another format


def weights(section: Sequence[Passage]) -> Iterator[Verdict]:
    """- 15,000,000 weights - float32: 60 MB - float16: 30 MB"""
    if not any(has_one(passage.plain, IN_MEMORY) for passage in section):
        return
    yield from in_tables(section)
    counts: list[Fraction] = []
    for passage in section:
        plain = passage.plain
        if has_one(passage.lower, ("param", "weights", "model")):
            counts += sizes_of_models(plain)
        is_text = passage.block.kind != "table" and has_one(plain, IN_MEMORY)
        if OF_ADAPTERS.search(plain):
            continue  # they are smaller than the model that was counted
        if counts and is_text and not speaks_of_more(plain):
            for size in MEMORY.finditer(plain):
                if width := width_near(plain, size):
                    yield from of_size(passage, size, width, counts)


OF_ADAPTERS = Pattern(r"\badapters?\b|\bLoRA\b", re.I)


def speaks_of_more(plain: str) -> bool:
    return bool(NOT_WEIGHTS.search(plain) or NEGATED.search(plain))


def sizes_of_models(plain: str) -> Iterator[Fraction]:
    """The counts of parameters that a text states: 82,000,000 parameters, a 13B model."""
    for found in LARGE.finditer(plain):
        quantity = large(found, plain) if OF_MODEL.match(plain, found.end()) else None
        if quantity and quantity.value >= LEAST:
            yield quantity.value


def in_tables(section: Sequence[Passage]) -> Iterator[Verdict]:
    """| small | 125M | 250 MB |: parameters in a column, and the bytes of a format in another."""
    tables: dict[int, list[Passage]] = {}
    for passage in section:
        if passage.block.kind == "table" and has_one(passage.plain, IN_MEMORY):
            tables.setdefault(id(passage.block), []).append(passage)
    for rows in tables.values():
        heads = [words(cell.content) for cell in rows[0].block.rows[0]]
        counts = [at for at, head in enumerate(heads) if OF_PARAMETERS.search(head)]
        widths = {at: FORMAT.search(head) for at, head in enumerate(heads) if at not in counts}
        found = [
            verdict
            for row in rows
            for at, width in widths.items()
            if width and len(counts) == 1
            for verdict in in_row(row, counts[0], at, width_of(width))
        ]
        if sum(not verdict.message for verdict in found) * 2 > len(found):
            yield from found


def in_row(row: Passage, count_at: int, size_at: int, width: Fraction) -> Iterator[Verdict]:
    cells = row.plain.split("\n")
    if max(count_at, size_at) >= len(cells):
        return
    if any(FORMAT.search(cell) for at, cell in enumerate(cells) if at not in (count_at, size_at)):
        return  # a row of another format: large (4-bit)
    start = sum(len(cell) + 1 for cell in cells[:size_at])
    count, size = LARGE.search(cells[count_at]), MEMORY.search(row.plain, start)
    quantity = large(count, cells[count_at]) if count else None
    if not quantity or not size or size.end() > start + len(cells[size_at]):
        return
    value, unit = written_size(size)
    expected = [quantity.value * width / scale for scale in scales(size["unit"])]
    half = (quantity.high - quantity.low) / 2 / (quantity.value or 1)
    right = any(abs(value - one) <= unit + one * (MARGIN + half) for one in expected)
    text = f"{count[0].strip()} × {float(width):g} bytes = {float(expected[0]):.4g} {size['unit']}"
    yield judged(row, size.span(), right, text)


def width_near(plain: str, size: re.Match[str]) -> Fraction | None:
    """The bytes of the format that a size is of: the one before it, up to the size before that."""
    if behind := IN_FORMAT.match(plain, size.end()):
        own = FORMAT.match(plain, behind.end())
        return width_of(own) if own else None
    start = max([0, *(other.end() for other in MEMORY.finditer(plain, 0, size.start()))])
    if start and (taken := IN_FORMAT.match(plain, start)):
        start = taken.end() + 1  # "14 GB in half precision": of the size before
    found = list(FORMAT.finditer(plain, start, size.start()))
    widths = {width_of(one) for one in found}
    return widths.pop() if len(widths) == 1 else None


def width_of(found: re.Match[str]) -> Fraction:
    if found["bits"]:
        return Fraction(int(found["bits"]), 8)
    return BYTES[" ".join(found["name"].lower().split())]


COMPUTED = Pattern(r"[×·*][^=.;]{1,20}=\s*$")  # 2 × 350 M × 4 B = 2.8 GB: arithmetic


def of_size(
    passage: Passage, size: re.Match[str], width: Fraction, counts: Sequence[Fraction]
) -> Iterator[Verdict]:
    """The verdict on a size: wrong where it is that of another format."""
    value, unit = written_size(size)
    own = [large(one, passage.plain) for one in LARGE.finditer(passage.plain, 0, size.start())]
    for count in [*counts, *(one.value for one in own if one)][::-1]:
        expected = [count * width / scale for scale in scales(size["unit"])]
        if any(abs(value - right) <= unit + right * MARGIN for right in expected):
            yield judged(passage, size.span(), True, "")
            return
    if COMPUTED.search(passage.plain, 0, size.start()):
        return
    count, scale = counts[-1], scales(size["unit"])[0]
    right = count * width / scale
    if any(abs(value - right * slip) <= unit / 2 + right * slip * MARGIN for slip in SLIPS):
        text = f"{int(count):,} × {float(width):g} bytes = {float(right):.4g} {size['unit']}"
        yield judged(passage, size.span(), False, text)


# -- the cache of keys and values -----------------------------------------------------------------

HEAD_WIDTH = Pattern(r"\bheads?\s+of\s+(?:width|size|dim\w*)\s+(\d{1,4})\b", re.I)
TWO_BYTES = Pattern(
    r"\b(?:two|2)\s+bytes?\b|\b(?:float16|fp16|bf16|bfloat16|half\s+precision)\b", re.I
)
FOUR_BYTES = Pattern(r"\b(?:four|4)\s+bytes?\b|\b(?:float32|fp32)\b", re.I)
IN_BYTES = Pattern(r"(?<![\w.,])(?P<value>\d[\d,]*)\s+bytes\b")
KEYS = Pattern(r"\bkeys?\s+and\s+(?:the\s+)?values?|\bcache|\bKV\b", re.I)
ONE_OF_BOTH = Pattern(
    r"\b(?:keys|values)\s+(?:alone|only)|\bfor\s+(?:the\s+)?(?:keys|values)\s*(?:[,.;]|$)|\bper\s+layer|\bone\s+layer",
    re.I,
)


def cache(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The bytes per token of the cache that a paragraph describes: 2 × layers × heads × width"
    " × bytes."""
    blocks: dict[int, list[Passage]] = {}
    for passage in section:
        blocks.setdefault(id(passage.block), []).append(passage)
    for passages in blocks.values():
        text = " ".join(passage.plain for passage in passages)
        if not KEYS.search(text) or NO_CACHE.search(text):
            continue
        width = (2 if TWO_BYTES.search(text) else 0) + (4 if FOUR_BYTES.search(text) else 0)
        head = HEAD_WIDTH.search(text)
        size = int(head[1]) if head else sole_size(CACHE_SIZES["head size"], text)
        given = [sole_size(CACHE_SIZES[name], text) for name in ("layers", "heads")]
        if width in (2, 4) and size and all(given):
            for passage in passages:
                yield from per_token(passage, [*given, size, width])


def per_token(passage: Passage, given: Sequence[int]) -> Iterator[Verdict]:
    plain = passage.plain
    found = list(IN_BYTES.finditer(plain))
    if (
        not PER_TOKEN.search(plain)
        or not found
        or ONE_OF_BOTH.search(plain)
        or not KEYS.search(plain)
    ):
        return
    right = 2 * prod(given)
    text = f"2 × {' × '.join(map(str, given))} = {right:,} bytes"
    yield judged(passage, found[-1].span("value"), integer(found[-1]["value"]) == right, text)


# -- sums of layers -------------------------------------------------------------------------------

SUM = Pattern(r"^\W*(?:in\s+)?(?:total|together|altogether|all|overall|sum)\b", re.I)
FEWEST_LAYERS = 2


def sums(section: Sequence[Passage]) -> Iterator[Verdict]:
    """- fc1: 5,050 parameters - fc2: 510 parameters - total: 5,560 parameters"""
    layers: list[int] = []
    for passage in section:
        counts = list(counted(passage)) if passage.block.kind == "item" else []
        if not SUM.search(passage.plain):
            layers = [*layers, integer(counts[0]["number"])] if len(counts) == 1 else []
            continue
        if len(counts) == 1 and len(layers) >= FEWEST_LAYERS and None not in layers:
            said, right = integer(counts[0]["number"]), sum(layers)
            if 2 * right <= 3 * said <= 5 * right:
                text = f"{' + '.join(f'{count:,}' for count in layers)} = {right:,}"
                yield judged(passage, counts[0].span("number"), said == right, text)
        layers = []


def counted(passage: Passage) -> Iterator[re.Match[str]]:
    """The written counts of parameters."""
    for found in LARGE.finditer(passage.plain):
        noun = COUNTED.match(passage.plain, found.end())
        if noun and noun["noun"].lower().startswith("param") and not found["unit"]:
            yield found


# -- recurrent layers -----------------------------------------------------------------------------

KIND = Pattern(r"\b(?P<kind>LSTM|GRU)s?\b")
NAMED = r"(?:\s+(?:is|of))?[\s:=$]*(?:[a-z](?:_[a-z])?\s*=\s*)?(?P<n>\d{1,5})\b(?![.,]\d)"
INPUT = Pattern(
    r"(?<![\w.,])(?P<m>\d{1,5})\s+inputs?\b"
    rf"|\binputs?\s+(?:size|dim\w*|features|vectors?)(?:\s+of\s+(?:size|length))?{NAMED}",
    re.I,
)
HIDDEN = Pattern(
    r"(?<![\w.,])(?P<m>\d{1,5})\s+hidden\s+units\b"
    rf"|\bhidden\s+(?:size|units|dim\w*|state|layer)(?:\s+of\s+size)?{NAMED}",
    re.I,
)
OTHER_LAYERS = Pattern(
    r"\b(?:bi-?directional|two\s+layers|stack\w*|projection|peephole|dense|embedding|output\s+layer|linear|vocab\w*)\b",
    re.I,
)
PARTIAL = Pattern(r"\b(?:gates?|each|per|one|candidate|recurrent|input)\b(?!\s+in\s+total)", re.I)
TOTAL = Pattern(r"\b(?:total|together|altogether|in\s+all|overall)\b", re.I)
IN_ALL = Pattern(
    r"\s+(?:parameters\s+)?(?:in\s+(?:all|total)|altogether)\s*(?:parameters\s*)?(?:[.,;)]|$)", re.I
)
GATES = {"LSTM": 4, "GRU": 3}


def recurrent(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The parameters of the only LSTM or GRU of a section, from its input and hidden sizes."""
    text = "\n".join([section[0].block.section, *(passage.plain for passage in section)])
    kinds = {found["kind"] for found in KIND.finditer(text)}
    sizes = [
        {int(found["n"] or found["m"]) for found in pattern.finditer(text)}
        for pattern in (INPUT, HIDDEN)
    ]
    if len(kinds) != 1 or any(len(found) != 1 for found in sizes) or OTHER_LAYERS.search(text):
        return
    gates, (n, h) = GATES[kinds.pop()], (found.pop() for found in sizes)
    matrices = gates * h * (n + h)
    right = (matrices, matrices + gates * h, matrices + 2 * gates * h)
    formula = f"{gates} × ({h:,} × ({n:,} + {h:,}) + {h:,}) = {right[1]:,}"
    for passage in section:
        for found in LARGE.finditer(passage.plain):
            is_slip = passage.math and is_of_other_gates(passage.plain, found, (gates, n, h))
            if not found["unit"] and (is_slip or is_all(passage.plain, found, h)):
                said = integer(found["number"])
                yield judged(passage, found.span("number"), said in right, formula)


def is_of_other_gates(plain: str, found: re.Match[str], given: tuple[int, int, int]) -> bool:
    """Whether a formula ends with the parameters of another number of gates."""
    gates, n, h = given
    said = integer(found["number"])
    is_last = not plain[found.end() :].strip(" .$") and plain[: found.start()].rstrip().endswith(
        "="
    )
    return is_last and said in [k * h * (n + h + 1) for k in (2, 3, 4) if k != gates]


def is_all(plain: str, found: re.Match[str], least: int) -> bool:
    """Whether a number is that of all parameters: "total: … = 45,300", "… = 19,980 parameters"."""
    said = integer(found["number"])
    if not said or said <= least:
        return False
    noun = COUNTED.match(plain, found.end())
    is_result = plain[: found.start()].rstrip(" $").endswith(("=", "≈", "has", "have"))
    if noun and noun["noun"].lower().startswith("param") and is_result:
        return not PARTIAL.search(plain, max(0, found.start() - 40), found.start())
    if IN_ALL.match(plain, found.end()):
        return True
    is_last = not plain[found.end() :].strip(" .$`*_")
    return is_last and is_result and bool(TOTAL.search(plain, 0, found.start()))
