"""Counts that follow from a setting: batches of an epoch, fits of a search, leaves of a tree, bytes
of a model."""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import ceil, comb, prod

from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.numbers_each import numbers_each
from hooks.worked.sizes import (
    LARGE,
    NEGATED,
    SIDE,
    Verdict,
    has_one,
    integer,
    judged,
    large,
    sides,
)

N = rf"(?<![\w.,/]){SIDE}(?![\w.]*\d)"

BATCHES = Pattern(
    rf"(?P<rows>{N})\s+(?![kKMB]\b|(?:thous|mill|bill))(?:\w+\s+){{0,2}}?(?:samples|examples|images|rows|records|points|instances|sentences|documents)\b"
    rf"[^.;\d]{{0,60}}?\bbatch(?:es)?(?:[\s-]+size)?\s*(?:of|=|:|is)?\s*(?:size\s+)?(?P<size>{N})[^.;\d]{{0,60}}?"
    rf"(?P<value>{N})\s+(?:mini-?)?(?:batches|steps|iterations|updates)\s*(?:per|an|each|in\s+(?:one|an)|for\s+(?:one|an))\s*epoch",
    re.I,
)
FITS = Pattern(
    rf"(?P<folds>{N})(?:[\s-]fold\b|\s+folds)[^.;\d]{{0,60}}?(?P<candidates>{N})\s+(?:\w+\s+){{0,2}}?"
    r"(?:candidates|combinations|settings|configurations|values|points)\b"
    rf"[^.;\d]{{0,50}}?(?P<value>{N})\s+(?:fits|models|trainings|training\s+runs|model\s+fits)\b",
    re.I,
)
GRID = Pattern(
    rf"(?P<folds>{N})(?:[\s-]fold\b|\s+folds)[^.;\d]{{0,60}}?(?P<candidates>{N}(?:\s*[×x·*]\s*{N}){{1,4}})(?!\s*[×x·*=])\s*"
    r"(?:\w+\s+){0,2}?(?:candidates|combinations|settings|configurations|values|points|grid)\b"
    rf"[^.;\d]{{0,50}}?(?P<value>{N})\s+(?:fits|models|trainings|training\s+runs|model\s+fits)\b",
    re.I,
)
FITS_REVERSED = Pattern(
    rf"(?P<candidates>{N}(?:\s*[×x·*]\s*{N}){{0,4}})\s+(?:\w+\s+){{0,2}}?(?:candidates|combinations|settings|configurations)\b[^.;\d]{{0,60}}?"
    rf"(?P<folds>{N})(?:[\s-]fold\b|\s+folds)[^.;\d]{{0,50}}?(?P<value>{N})\s+(?:fits|models|trainings|training\s+runs|model\s+fits)\b",
    re.I,
)
LEAVES = Pattern(
    rf"\bdepth\s*(?:of|=|is)?\s*(?P<depth>\d{{1,2}})\b[^.;\d]{{0,60}}?\b(?P<value>{N})\s+(?:leaves|leaf\s+nodes|leafs)\b",
    re.I,
)
POLYNOMIAL = Pattern(
    rf"(?P<features>{N})\s+(?:input\s+|original\s+)?features\b[^.;\d]{{0,60}}?\bdegree[\s-](?P<degree>\d)\b[^.;\d]{{0,60}}?"
    rf"(?P<value>{N})\s+(?:polynomial\s+)?(?:terms|columns|features)\b"
    rf"|\bdegree[\s-](?P<degree_2>\d)\b[^.;\d]{{0,60}}?(?P<features_2>{N})\s+(?:input\s+|original\s+)?features\b[^.;\d]{{0,60}}?"
    rf"(?P<value_2>{N})\s+(?:polynomial\s+)?(?:terms|columns|features)\b",
    re.I,
)
SMALL = rf"(?:{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve)\b)"
CATEGORIES = Pattern(
    rf"(?P<n>{SMALL})\s+(?:distinct\s+|different\s+|possible\s+|unique\s+)?"
    r"(?:categories|levels|values|colou?rs|cities|countries|options|classes)\b",
    re.I,
)
ONE_HOT_COLUMNS = Pattern(
    rf"(?P<n>{SMALL})\s+(?:(?:new|binary|extra|additional|0/1|indicator|dummy|one-hot)\s+)*"
    r"(?:columns|features|dummies|indicators|variables)\b",
    re.I,
)
PRECISION = Pattern(
    r"\b(?P<bytes>[1248])\s*bytes?\b|\b(?P<name>fp32|float32|fp16|float16|bf16|bfloat16|int8|fp8|int4|4-bit|8-bit|16-bit|32-bit"
    r"|half\s+precision|single\s+precision)\b",
    re.I,
)
BYTES = {
    **dict.fromkeys(("fp32", "float32", "32-bit", "single precision"), Fraction(4)),
    **dict.fromkeys(
        ("fp16", "float16", "bf16", "bfloat16", "16-bit", "half precision"), Fraction(2)
    ),
    **dict.fromkeys(("int8", "fp8", "8-bit"), Fraction(1)),
    **dict.fromkeys(("int4", "4-bit"), Fraction(1, 2)),
}
MEMORY = Pattern(
    r"(?<![\w.,–-])(?P<value>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[kMGT]i?B)\b(?!\s*(?:/s|per|GPU|card|of\s+V?RAM))"
)
UNITS = {"k": 1, "M": 2, "G": 3, "T": 4}
NOT_WEIGHTS = Pattern(
    r"\b(?:kv|cache|activations?|optimi[sz]er|adam\w*|gradients?|training|train|fine-?tun\w*|overhead|gpu|a100|h100|fits|peak"
    r"|total|plus|lora|checkpoint|context|batch|shard\w*|per\s+(?:gpu|device|token|parameter)\s+\w+|states?|moments?)\b",
    re.I,
)
WEIGHTS = Pattern(r"\b(?:parameters?|params?|weights?|model|LLM)\b", re.I)
MARGIN = Fraction(1, 100)


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The verdicts on the counts of a section, sentence by sentence."""
    text = "\n".join(passage.plain for passage in section)
    readers = [(words, read) for words, read in READERS if has_one(text, words)]
    if not readers:
        return
    for passage in section:
        for words, read in readers:
            if has_one(passage.plain, words):
                yield from read(passage)


def batches(passage: Passage) -> Iterator[Verdict]:
    for found in BATCHES.finditer(passage.plain):
        rows, size, value = (integer(found[name]) for name in ("rows", "size", "value"))
        if size and not NEGATED.search(found[0]):
            right = value in (ceil(rows / size), rows // size)
            text = f"⌈{rows:,}/{size:,}⌉ = {ceil(rows / size):,} batches"
            spans = found.span("rows"), found.span("size")
            yield judged(passage, found.span("value"), right, text, spans)


def fits(passage: Passage) -> Iterator[Verdict]:
    for pattern in (FITS, FITS_REVERSED, GRID):
        for found in pattern.finditer(passage.plain):
            folds, value = integer(found["folds"]), integer(found["value"])
            candidates = prod(sides(found["candidates"]))
            product = folds * candidates
            if not re.search(r"repeat|nested|inner|outer", passage.plain, re.I):
                text = f"{folds} × {candidates:,} = {product:,} fits"
                spans = found.span("folds"), found.span("candidates")
                right = value in (product, product + 1)
                yield judged(passage, found.span("value"), right, text, spans)


def leaves(passage: Passage) -> Iterator[Verdict]:
    """At most 2^depth leaves: fewer may be a fact of a tree, more can't be."""
    for found in LEAVES.finditer(passage.plain):
        depth, value = int(found["depth"]), integer(found["value"])
        most = bool(
            re.search(r"at\s+most|up\s+to|maximum|max\b|full|complete|perfect|2\s*\^", found[0])
        )
        count = 2**depth
        right = value == count if most else value <= count
        if not re.search(r"\bternary|multiway|oblivious|boost|trees\b", passage.plain, re.I):
            text = f"a binary tree of depth {depth} has at most 2^{depth} = {count:,} leaves"
            yield judged(passage, found.span("value"), right, text, (found.span("depth"),))


def polynomials(passage: Passage) -> Iterator[Verdict]:
    for found in POLYNOMIAL.finditer(passage.plain):
        tail = "" if found["value"] else "_2"
        n, degree = integer(found[f"features{tail}"]), int(found[f"degree{tail}"])
        value = integer(found[f"value{tail}"])
        if n > 10_000 or re.search(r"interaction", passage.plain, re.I):
            continue
        count = comb(n + degree, degree)
        text = f"C({n} + {degree}, {degree}) = {count:,} terms with the constant"
        yield judged(passage, found.span(f"value{tail}"), value in (count, count - 1), text)


def one_hot(passage: Passage) -> Iterator[Verdict]:
    """A column with k categories becomes k columns, or k − 1 if one is dropped."""
    plain = passage.plain
    given, columns = [*CATEGORIES.finditer(plain)], [*ONE_HOT_COLUMNS.finditer(plain)]
    if len(given) != 1 or len(columns) != 1 or columns[0].start() < given[0].end():
        return
    counts = [*re.finditer(SMALL, plain, re.I)]
    k, value = integer(given[0]["n"]), integer(columns[0]["n"])
    if len(counts) == 2 and k and value and not NEGATED.search(plain):
        text = f"{k} categories give {k} columns, or {k - 1} if one is dropped"
        spans = (given[0].span("n"),)
        yield judged(passage, columns[0].span("n"), value in (k, k - 1), text, spans)


def memory(passage: Passage) -> Iterator[Verdict]:
    """The bytes of a model's weights: parameters × bytes for each."""
    plain = passage.plain
    sizes = [*MEMORY.finditer(plain)]
    widths = {bytes_of(found) for found in PRECISION.finditer(plain)} if sizes else set()
    if len(sizes) != 1 or len(widths) != 1 or NOT_WEIGHTS.search(plain) or NEGATED.search(plain):
        return
    counts = [f for f in LARGE.finditer(plain) if is_model_size(f, plain)]
    if len(counts) != 1 or not WEIGHTS.search(plain):
        return
    quantity, width = large(counts[0], plain), widths.pop()
    value, unit = written_size(sizes[0])
    right = any(
        (quantity.low * k * width / scale) * (1 - MARGIN) - unit
        <= value
        <= (quantity.high * k * width / scale) * (1 + MARGIN) + unit
        for scale in scales(sizes[0]["unit"])
        for k in (1, *numbers_each(passage.block.text.content))
    )
    total = quantity.value * width / scales(sizes[0]["unit"])[0]
    text = f"{counts[0][0].strip()} × {float(width):g} bytes = {float(total):g} {sizes[0]['unit']}"
    yield judged(passage, sizes[0].span(), right, text, (counts[0].span(),))


VECTORS = Pattern(
    r"\s*(?:\w+\s+)?(?:vectors|embeddings|rows|points|documents|items|images|users|chunks|passages)\b",
    re.I,
)
DIMENSIONS = Pattern(
    rf"(?P<n>{N})[\s-]*(?:-?\s*dim\w*|components|features|float\w*|numbers|columns)\b"
    rf"|\bdim\w*\s*(?:of|=|:|is)?\s*(?P<m>{N})|\bd\s*=\s*(?P<o>{N})",
    re.I,
)
NOT_PLAIN = Pattern(
    r"\b(?:(?:the|hnsw)\s+index|hnsw|graph|links?|compress\w*|pq|quanti\w+|overhead|total|plus|sparse|per\s+(?:vector|row)|each\s+vector)\b",
    re.I,
)


def stored(passage: Passage) -> Iterator[Verdict]:
    """The bytes of so many vectors: count × dimensions × bytes of a number."""
    plain = passage.plain
    sizes, dimensions = [*MEMORY.finditer(plain)], [*DIMENSIONS.finditer(plain)]
    widths = {bytes_of(found) for found in PRECISION.finditer(plain)}
    if len(sizes) != 1 or len(dimensions) != 1 or len(widths) != 1 or NEGATED.search(plain):
        return
    counts = [f for f in LARGE.finditer(plain) if VECTORS.match(plain, f.end())]
    if len(counts) != 1 or NOT_PLAIN.search(plain):
        return
    count, width = large(counts[0], plain), widths.pop()
    d = integer(next(filter(None, dimensions[0].groups())))
    if not count or not d:
        return
    total, scale = count.value * d * width, scales(sizes[0]["unit"])
    right = is_size(sizes[0], total, scale)
    text = (
        f"{counts[0][0].strip()} × {d:,} × {float(width):g} bytes = {float(total / scale[0]):.4g}"
    )
    yield judged(passage, sizes[0].span(), right, f"{text} {sizes[0]['unit']}")


CACHE_SIZES = {
    "layers": Pattern(rf"(?P<n>{N})\s+layers\b|\blayers\s*(?:=|:)\s*(?P<m>{N})", re.I),
    "heads": Pattern(rf"(?P<n>{N})\s+(?:kv|key-value|key/value)[\s-]+heads\b", re.I),
    "head size": Pattern(
        rf"\bhead\s+(?:size|dim(?:ension)?)\s*(?:of|=|:)?\s*(?P<n>{N})"
        rf"|\bd_?head\s*=\s*(?P<m>{N})",
        re.I,
    ),
    "tokens": Pattern(rf"(?P<n>{N})\s+tokens\b|\bcontext\s+of\s+(?P<m>{N})", re.I),
}
PER_TOKEN = Pattern(r"\b(?:per|each|a|every)\s+token\b", re.I)
NO_CACHE = Pattern(r"\b(?:batch|users|requests|sequences|quantiz\w*|MLA|instead)\b", re.I)


def kv_cache(passage: Passage) -> Iterator[Verdict]:
    """The bytes of a key-value cache: 2 × layers × KV heads × head size × tokens × bytes."""
    plain = passage.plain
    sizes = [*MEMORY.finditer(plain)]
    widths = {bytes_of(found) for found in PRECISION.finditer(plain)}
    if len(sizes) != 1 or len(widths) != 1 or NO_CACHE.search(plain) or NEGATED.search(plain):
        return
    given = cache_sizes(plain)
    if all(given):
        width, scale = widths.pop(), scales(sizes[0]["unit"])
        total = 2 * prod(given) * width
        product = " × ".join(f"{number:,}" for number in given)
        shown_total = f"{float(total / scale[0]):.4g} {sizes[0]['unit']}"
        text = f"2 × {product} × {float(width):g} bytes = {shown_total}"
        yield judged(passage, sizes[0].span(), is_size(sizes[0], total, scale), text)


def cache_sizes(plain: str) -> list[int | None]:
    """Layers, heads, size of a head and tokens; None is what a text does not state once."""
    given = {name: sole_size(pattern, plain) for name, pattern in CACHE_SIZES.items()}
    if PER_TOKEN.search(plain) and not given["tokens"]:
        given["tokens"] = 1
    return list(given.values())


def is_size(found: re.Match[str], total: Fraction, scale: Sequence[int]) -> bool:
    """Whether a written size is so many bytes, in a unit of one of these scales."""
    value, unit = written_size(found)
    return any(abs(value - total / one) <= unit + total / one * MARGIN for one in scale)


def written_size(found: re.Match[str]) -> tuple[Fraction, Fraction]:
    """The number of a match of MEMORY, and the unit of its last digit."""
    decimals = len(found["value"].partition(".")[2])
    return Fraction(found["value"].replace(",", "")), Fraction(1, 10**decimals)


def sole_size(pattern: re.Pattern[str], plain: str) -> int | None:
    """The one number that a pattern finds."""
    found = {integer(m["n"] or m.groupdict().get("m")) for m in pattern.finditer(plain)}
    return found.pop() if len(found) == 1 else None


def bytes_of(found: re.Match[str]) -> Fraction:
    if found["bytes"]:
        return Fraction(int(found["bytes"]))
    return BYTES[" ".join(found["name"].lower().split())]


def is_model_size(found: re.Match[str], plain: str) -> bool:
    """Whether a number is a count of parameters in the millions or more: 7B, 110 million."""
    is_factor = found["unit"] == " B" and FACTOR_BEFORE.search(plain, 0, found.start())  # · 4 B
    return bool(found["unit"]) and found["unit"].strip().lower()[0] in "mbt" and not is_factor


FACTOR_BEFORE = Pattern(r"[·×*]\s*$")


def scales(unit: str) -> tuple[int, ...]:
    """What a unit is worth: GB is 1000³ or 1024³ bytes, GiB is 1024³."""
    power = UNITS[unit[0]]
    return (1024**power,) if "i" in unit else (1000**power, 1024**power)


# Who reads a passage, and what it must hold.
READERS: tuple[tuple[tuple[str, ...], Callable[[Passage], Iterator[Verdict]]], ...] = (
    (("epoch", "Epoch"), batches),
    (("fold", "Fold"), fits),
    (("leaves", "leaf", "Leaf"), leaves),
    (("degree", "Degree"), polynomials),
    (("ne-hot", "ne hot", "ummy", "ummies"), one_hot),
    (("kB", "MB", "GB", "TB", "iB"), memory),
    (("cache",), kv_cache),
    (("dim", "d =", "d=", "component", "features", "columns"), stored),
)
