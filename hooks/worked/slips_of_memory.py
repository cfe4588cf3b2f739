"""Sizes in memory that are wrong and follow from the page's sizes by a typical slip.

The cache of keys and values without the factor 2 or with all query heads, a sequence that is half
of its tokens, weights in bytes of another format.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import prod

from hooks.language.wording import JOINER
from hooks.pattern import Pattern
from hooks.record import cached_property, record
from hooks.worked.facts import Passage
from hooks.worked.named_sizes import COUNT, N, Scene
from hooks.worked.numbers_each import numbers_each
from hooks.worked.sizes import LARGE, Verdict, has_one, integer, judged, large
from hooks.worked.slips import Value, is_quoted_or_taken_back, slip_in

SIZE = Pattern(
    rf"(?<![\w.,/–-])(?P<value>\d[\d,{JOINER}]*(?:\.\d+)?)\s?(?P<unit>[kKMGT]i?B|bytes|B)\b(?!\s*/\s*s)"
)
OPERAND = Pattern(r"\s*[×·*]|\s*[/+−-]\s*[\d(]")
CLAUSE_END = Pattern(r"[,;:.](?!\d)|\d\s?(?:[kKMGT]i?B|bytes|B)\b|\bin\s+all\b|\n")
AFTER_SIZE = Pattern(
    r"(?:\s*(?:per|each|a|every|for\s+(?:each|every|a|one))\s+\w+(?:\s+in\s+\w+)?)?", re.I
)
POWERS = {"k": 1, "K": 1, "M": 2, "G": 3, "T": 4}
LEAST_BYTES = 100  # of a size in plain "B", which may be billions
UNITS = ("KiB", "kB", "KB", "MB", "GB", "TB", "iB", "bytes", " B")
MARGIN = Fraction(1, 100)
COARSE = 5  # units of the last digit, below which 2 is not 1 cut off or rounded up
HEDGED = Pattern(
    r"(?:\b(?:under|over|below|above|at\s+least|at\s+most|up\s+to|less\s+than|more\s+than|instead\s+of"
    r"|rather\s+than|not|of|than|between|limit\w*|leav\w+|card|GPU)|[<>≤≥])\s*(?:(?:about|around|roughly|some|almost|nearly|only)\s+)?$",
    re.I,
)


@record
class Size:
    """A stated amount of memory: of which passage, what stands before it up to the last one."""

    passage: Passage
    number: int
    start: int
    end: int
    value: Fraction
    unit: Fraction
    scales: tuple[int, ...]
    label: str
    written: str

    def said(self, bytes_: Fraction | int) -> bool:
        """Whether it can be so many bytes, generously."""
        room = self.unit if self.unit * COARSE <= self.value else self.unit / 2
        return any(
            abs(self.value - Fraction(bytes_) / scale) <= room + bytes_ * MARGIN / scale
            for scale in self.scales
        )

    def is_just(self, bytes_: Fraction | int) -> bool:
        """Whether it is so many bytes within its last digit."""
        return any(
            abs(self.value - Fraction(bytes_) / scale) <= self.unit * Fraction(3, 4)
            for scale in self.scales
        )

    @cached_property
    def around(self) -> str:
        """Its passage without it."""
        return f"{self.passage.plain[: self.start]} … {self.passage.plain[self.end :]}"

    @cached_property
    def own(self) -> str:
        """What its clause says before and behind it."""
        behind = self.passage.plain[self.end : self.end + 60]
        cut = CLAUSE_END.search(behind)
        return f"{self.label} … {behind[: cut.start()] if cut else behind}"


def sizes_in(passage: Passage, number: int) -> Iterator[Size]:
    plain = passage.plain
    if not has_one(plain, UNITS):
        return
    start = 0
    for found in SIZE.finditer(plain):
        digits = re.sub(rf"[,{JOINER}]", "", found["value"])
        unit, value = found["unit"], Fraction(digits)
        if unit == "B" and (value < LEAST_BYTES or value.denominator > 1):
            continue
        yield Size(
            passage,
            number,
            *found.span(),
            value,
            Fraction(1, 10 ** len(digits.partition(".")[2])),
            scales_of(unit),
            plain[start : found.start()],
            found[0],
        )
        start = AFTER_SIZE.match(plain, found.end()).end()


def scales_of(unit: str) -> tuple[int, ...]:
    if unit in ("bytes", "B"):
        return (1,)
    power = POWERS[unit[0]]
    return (1024**power,) if "i" in unit else (1000**power, 1024**power)


def verdicts(scene: Scene) -> Iterator[Verdict]:
    stated = [s for number, p in enumerate(scene.passages) for s in sizes_in(p, number)]
    doubted: list[Size] = []
    for size in stated:
        sure = [one for one in stated if one not in doubted]
        if is_left_alone(size) or is_said_before(size, sure):
            continue
        for read in (per_token, per_sequence, of_moments, of_weights, of_several):
            if values := read(size, scene, sure):
                found = list(verdict_on(size, *values))
                doubted += [size] * len(found)
                yield from found
                break


def is_left_alone(size: Size) -> bool:
    plain = size.passage.plain
    before = plain[max(0, size.start - 40) : size.start]
    return bool(
        HEDGED.search(before)
        or is_quoted_or_taken_back(size.passage, size.start)
        or OPERAND.match(plain, size.end)
    )


def is_said_before(size: Size, sure: Sequence[Size]) -> bool:
    """Whether it is only said once more: "the same 0.64 GB"."""
    before = (one for one in sure if (one.number, one.start) < (size.number, size.start))
    return any((one.value, one.scales) == (size.value, size.scales) for one in before)


def verdict_on(size: Size, right: list[Value], wrong: list[Value]) -> Iterator[Verdict]:
    if any(size.said(value.number) for value in right):
        return
    if slip := slip_in(size.is_just, (), wrong):
        best = right[-1]
        text = f"{best.formula} = {amount(best.number, size)}, but {slip.slip}"
        yield judged(size.passage, (size.start, size.end), False, text)


def amount(bytes_: Fraction | int, size: Size) -> str:
    """So many bytes in the unit of a stated size."""
    unit = re.sub(r"[\d.,\s]|" + JOINER, "", size.written)
    return f"{float(Fraction(bytes_) / size.scales[0]):,.10g} {unit}"


# -- formats --------------------------------------------------------------------------------------

FORMAT = Pattern(
    r"\b(?P<bits>1|2|4|8|16|32|one|two|four|eight|sixteen|thirty-two)[\s-]?bits?\b"
    r"|\b(?P<name>fp32|float32|fp16|float16|bf16|bfloat16|int8|fp8|int4|half\s+precision|single\s+precision"
    r"|full\s+precision|nf4)\b|\b(?P<bytes>[124]|one|two|four)[\s-]bytes?\b(?!\s+more)",
    re.I,
)
WIDTHS = {
    **dict.fromkeys(
        ("32", "thirty-two", "fp32", "float32", "single precision", "full precision"), Fraction(4)
    ),
    **dict.fromkeys(
        ("16", "sixteen", "fp16", "float16", "bf16", "bfloat16", "half precision"), Fraction(2)
    ),
    **dict.fromkeys(("8", "eight", "int8", "fp8"), Fraction(1)),
    **dict.fromkeys(("4", "four", "int4", "nf4"), Fraction(1, 2)),
    **dict.fromkeys(("2", "two"), Fraction(1, 4)),
    **dict.fromkeys(("1", "one"), Fraction(1, 8)),
}
BYTES = {"1": 1, "one": 1, "2": 2, "two": 2, "4": 4, "four": 4}


def width_of(found: re.Match[str]) -> Fraction:
    if found["bytes"]:
        return Fraction(BYTES[found["bytes"].lower()])
    return WIDTHS[" ".join((found["bits"] or found["name"]).lower().split())]


def widths_in(text: str) -> list[Fraction]:
    return [width_of(found) for found in FORMAT.finditer(text)]


# -- the cache of keys and values -----------------------------------------------------------------

OF_TOKEN = Pattern(
    r"\b(?:per|each|a|every|one|single)\s+(?:\w+\s+)?tokens?\b(?!\s+of)|\btoken\s+(?:costs|takes|needs)|\band\s+token\b",
    re.I,
)
OF_LAYER = Pattern(r"\b(?:per|each|one|a|every)\s+layer\b", re.I)
FOR_LAYERS = Pattern(r"\b(?:for|in|at)\s+(?:each|every)\s+layer\b", re.I)  # of all together
CACHE = Pattern(r"\bcache|\bKV\b|\bkeys?\s+and\s+(?:the\s+)?values?", re.I)
NOT_GROUPED = Pattern(r"\b(?:no|without|plain|full|MHA|multi-head)\b", re.I)
OTHER_CACHE = Pattern(
    r"\b(?:MLA|latent|keys\s+alone|values\s+alone|only\s+(?:the\s+)?keys|sav\w+|paged?|block)\b",
    re.I,
)


def per_token(
    size: Size, scene: Scene, stated: Sequence[Size]
) -> tuple[list[Value], list[Value]] | None:
    """2 × layers × KV heads × size of a head × bytes of a number."""
    if not scene.says(CACHE) or not is_of_token(size) or OTHER_CACHE.search(size.own):
        return None
    if names_tokens(size) or tokens_in(size.label):
        return None
    roles = ("layers", "heads", "kv heads", "head size")
    near = {role: scene.nearest(role, size.number, size.start) for role in roles}
    heads = nearest_heads(size, scene)
    if not near["layers"] or not heads or not near["head size"]:
        return None
    is_of_layer = bool(OF_LAYER.search(size.label)) and not FOR_LAYERS.search(size.label)
    own = widths_in(size.own) or widths_in(size.passage.plain)
    widths = own or widths_before(size, scene) or [Fraction(2)]
    if RELATIVE.search(size.label):
        return None
    possible = own or [w for p in scene.passages[: size.number] for w in widths_in(p.plain)]
    all_heads = scene.until(size.number, "kv heads") | {heads}
    if NOT_GROUPED.search(size.passage.plain):
        all_heads |= scene.values("heads")
    layers = {1} if is_of_layer else scene.until(size.number, "layers")
    layers |= {1} if FOR_LAYERS.search(size.label) else set()
    near["layers"] = 1 if is_of_layer else near["layers"]
    right = [
        Value(2 * count * h * d * width, "")
        for count in layers
        for h in all_heads
        for d in scene.until(size.number, "head size")
        for width in {*widths, *possible}
    ]
    count, width = near["layers"], widths[-1]
    numbers = 2 * count * heads * near["head size"]
    formula = f"2 × {count} × {heads} × {near['head size']} × {float(width):g} bytes"
    right.append(Value(numbers * width, formula))
    return right, list(cache_slips(numbers * width, numbers, near, heads))


def widths_before(size: Size, scene: Scene) -> list[Fraction]:
    """The first format that the section names, or else the page, before a size."""
    before = scene.passages[: size.number]
    own = [p for p in before if p.place[0] == size.passage.place[0]]
    for passages in (own, before):
        if found := [width for p in passages for width in widths_in(p.plain)]:
            return found[:1]
    return []


RELATIVE = Pattern(
    r"\b(?:half(?!\s+precision)|twice|double|quarter|third|times|fewer|less|more|saves?)\b", re.I
)


def nearest_heads(size: Size, scene: Scene) -> int | None:
    """The heads whose keys and values are stored: all, where none are shared."""
    here = (size.number, size.start)
    shared, every = (
        [named for named in scene.sizes(role) if (named.passage, named.at) < here]
        for role in ("kv heads", "heads")
    )
    if shared and every and every[-1].passage > shared[-1].passage:
        return every[-1].value
    found = shared or every
    return found[-1].value if found else None


def is_of_token(size: Size) -> bool:
    if OF_TOKEN.search(size.own):
        return True
    before = f"{lead_of(size)} {size.passage.plain[: size.start]}"
    one, several = (list(pattern.finditer(before)) for pattern in (OF_TOKEN, TOKENS))
    return bool(one) and (not several or one[-1].start() > several[-1].start())


TOKENS = Pattern(rf"{N}[\s-]+(?:\w+[\s-])?tokens?\b", re.I)


def lead_of(size: Size) -> str:
    """What its paragraph says before its passage."""
    content, own = size.passage.block.text.content, size.passage.text.content
    return content[: max(content.find(own), 0)] if size.passage.block.is_prose else ""


def names_tokens(size: Size) -> bool:
    """Whether a number of tokens stands beside it, so that it isn't of one."""
    return bool(TOKENS.search(size.own))


def cache_slips(right: Fraction, numbers: int, near: dict, heads: int) -> Iterator[Value]:
    yield Value(right / 2, "", "that counts keys or values and not both")
    if near["heads"] and near["heads"] != heads:
        yield Value(
            right * near["heads"] / heads, "", f"that takes all {near['heads']} query heads"
        )
    yield Value(Fraction(numbers), "", "those are numbers and not bytes")
    yield Value(right * 8, "", "those are bits and not bytes")
    yield Value(right / 8, "", "a byte has 8 bits")
    for factor in (2, 4):
        yield Value(right * factor, "", f"that is {factor} times as much")
    yield Value(right / 4, "", "that is a quarter")


# -- so many tokens -------------------------------------------------------------------------------

FACTORS = (Fraction(1, 2), 2, Fraction(1, 4), 4, Fraction(1, 8), 8, Fraction(1, 10), 10)
SEQUENCE = Pattern(
    rf"(?P<a>{N})[\s-]+(?:\w+[\s-])?tokens?\b|\b(?:context|sequence|prompt|chat|window)\s+(?:length\s+)?of\s+(?P<b>{N})|\btokens\s*\(\s*(?P<c>{N})|\btimes\s+(?P<d>{N})",
    re.I,
)
NOT_SEQUENCE = Pattern(
    r"\b(?:weights?|params?|parameters|left|free|card|gpu|embedding|sliding|saves?|per\s+layer|activations?|total)\b",
    re.I,
)


def per_sequence(
    size: Size, scene: Scene, stated: Sequence[Size]
) -> tuple[list[Value], list[Value]] | None:
    """What one token takes × how many there are."""
    tokens = tokens_in(size.label) or tokens_in(size.own)
    if len({*tokens}) != 1 or NOT_SEQUENCE.search(size.own) or OF_TOKEN.search(size.own):
        return None
    if not scene.says(CACHE):
        return None
    each = [one for one in stated if one is not size and is_of_token(one) and not names_tokens(one)]
    before = [one for one in each if (one.number, one.start) < (size.number, size.start)]
    near = [one for one in before if one.passage.place[0] == size.passage.place[0]]
    before = near or before
    if not before:
        return of_roles(size, tokens[0], scene)
    if is_multiplied(size, stated):
        return None  # if one of them is wrong, it is the amount of a token
    counts = {1} | {integer(c) or 1 for c in re.findall(COUNT, size.around, re.I)}
    right = [
        Value(bytes_ * tokens[0] * count, "")
        for one in before
        for bytes_ in bytes_of(one)
        for count in counts
    ]
    windows = (n for n in re.findall(N, lead_of(size)) if (integer(n) or 0) >= LEAST_WINDOW)
    text = " ".join([size.around, *windows])
    in_tables = [one for one in stated if one.passage.block.kind == "table"]
    right += multiples(size, text, scene, in_tables)
    right += [  # any amount that was stated may be that of a token
        Value(bytes_ * tokens[0], "")
        for one in stated
        if (one.number, one.start) < (size.number, size.start)
        for bytes_ in bytes_of(one)
    ]
    nearest = before[-1]
    bytes_ = bytes_of(nearest)[0]
    whole = bytes_ * tokens[0]
    right.append(Value(whole, f"{nearest.written} × {tokens[0]:,}"))
    text = "that is {} of it"
    slips = [
        Value(
            whole * factor,
            "",
            text.format(f"{float(factor):g} times" if factor > 1 else str(factor)),
        )
        for factor in FACTORS
    ]
    return right, slips


def is_multiplied(size: Size, stated: Sequence[Size]) -> bool:
    """Whether the page goes on with a size: with eight such sequences, "16 GiB"."""
    after = [one for one in stated if one.number > size.number]
    return any(
        bytes_of(one)[0] == bytes_of(size)[0] * (integer(count) or 0)
        for one in after
        for count in re.findall(COUNT, one.own, re.I)
    )


def of_roles(size: Size, tokens: int, scene: Scene) -> tuple[list[Value], list[Value]] | None:
    """The same where no size of a token is stated, from the sizes of the model."""
    roles = ("layers", "head size")
    known = [scene.values(role) for role in roles]
    heads = scene.values("kv heads") or scene.values("heads")
    widths = {w for p in scene.passages[: size.number + 1] for w in widths_in(p.plain)}
    if any(len(values) != 1 for values in (*known, heads, widths)):
        return None
    (layers,), (d,), (count,), (width,) = *known, heads, widths
    each = 2 * layers * count * d * width
    counts = {1} | {integer(c) or 1 for c in re.findall(COUNT, size.around, re.I)}
    formula = f"2 × {layers} × {count} × {d} × {float(width):g} bytes × {tokens:,}"
    right = [Value(each * tokens * n, "") for n in counts] + [Value(each * tokens, formula)]
    wrong = [
        Value(each * tokens * k, "", f"that is {k} of it") for k in (Fraction(1, 2), Fraction(1, 4))
    ]
    return right, [*wrong, Value(each * tokens * 2, "", "that is twice as much")]


MOST_FACTORS = 4
LEAST_WINDOW = 256  # tokens


def multiples(size: Size, text: str, scene: Scene, stated: Sequence[Size]) -> Iterator[Value]:
    """The amounts stated before, also as bytes in a table, times or over numbers of a text."""
    own = [integer(count) or 1 for count in re.findall(COUNT, text, re.I)]
    factors = {1}
    for count in dict.fromkeys(own[:MOST_FACTORS]):
        factors |= {factor * count for factor in factors}
    here = size.number, size.start
    amounts = {b for one in stated if (one.number, one.start) < here for b in bytes_of(one)}
    amounts |= {bytes_ for number, bytes_ in scene.once(bytes_in_tables) if number < size.number}
    for bytes_ in amounts:
        yield from (Value(bytes_ * factor, "") for factor in factors)
        yield from (Value(bytes_ / factor, "") for factor in factors if factor > 1)


def bytes_in_tables(scene: Scene) -> list[tuple[int, Fraction]]:
    """The whole numbers in columns whose head speaks of bytes, each with its passage."""
    return [
        (number, Fraction(value))
        for number, passage in enumerate(scene.passages)
        if passage.block.kind == "table" and passage.place[-1]
        for head, cell in zip(passage.block.rows[0], passage.plain.split("\n"), strict=False)
        if "byte" in head.content.lower() and (value := integer(cell.strip(" *_`")))
    ]


SEVERAL = Pattern(
    r"\b(?:such|each|of\s+(?:them|these|those)|batch\w*|concurrent\w*|parallel|users?|requests?|sessions?|sequences?"
    r"|chats?|conversations?|copies|replicas|at\s+(?:once|a\s+time|the\s+same\s+time))\b",
    re.I,
)
NOT_SEVERAL = Pattern(
    r"\b(?:per|left|free|weights?|params?|parameters|card|gpus?|saves?|total|model|activations?|gradients?|train\w*"
    r"|optimi[sz]er)\b",
    re.I,
)
OF_MODEL_ITSELF = Pattern(
    r"\b(?:weights?|params?|parameters|card|gpus?|model|activations?|gradients?|train\w*|optimi[sz]er)\b",
    re.I,
)
BYTES_EACH = Pattern(r"\d\s?(?:B|bytes)\b|[·×*]")


def of_several(
    size: Size, scene: Scene, stated: Sequence[Size]
) -> tuple[list[Value], list[Value]] | None:
    """16 such requests: so many times what was stated last."""
    if not SEVERAL.search(size.own) or NOT_SEVERAL.search(size.own) or RELATIVE.search(size.label):
        return None
    if FORMAT.search(size.own) or BYTES_EACH.search(size.own):
        return None
    counts = [integer(count) or 1 for count in re.findall(COUNT, size.own, re.I)]
    before = [s for s in stated if (s.number, s.start) < (size.number, size.start)]
    before = [s for s in before if s.passage.place[0] == size.passage.place[0]]
    if not counts or not before or size.passage.block.kind == "table":
        return None
    last, count = before[-1], min(counts)
    if OF_MODEL_ITSELF.search(last.own):
        return None
    whole = bytes_of(last)[0] * count
    right = [*multiples(size, size.own, scene, stated), Value(whole, f"{last.written} × {count:,}")]
    right.insert(0, Value(bytes_of(last)[0] / count, f"{last.written} / {count:,}"))
    name = "that is {} times as much"
    return right, [
        Value(whole * factor, "", name.format(factor if factor >= 1 else f"{factor}"))
        for factor in FACTORS
    ]


def tokens_in(text: str) -> list[int]:
    """The lengths of the sequences that a text speaks of."""
    found = (f[f.lastgroup] for f in SEQUENCE.finditer(text))
    return [length for length in map(integer, found) if length]


def bytes_of(size: Size) -> list[Fraction]:
    return [size.value * scale for scale in size.scales]


# -- moments of optimizers ------------------------------------------------------------------------

MOMENTS = Pattern(
    r"\badam\w*\b[^.;]*\b(?:buffers?|moments?|states?|statistics|averages|m\s+and\s+v)\b"
    r"|\b(?:buffers?|moments?|states?|m\s+and\s+v)\b[^.;]*\badam\w*\b",
    re.I,
)
TWO_MOMENTS = Pattern(r"\b(?:two|both)\s+(?:moments|buffers)|\bm\s+and\s+v\b", re.I)
ONE_MOMENT = Pattern(
    r"\b(?:each|one|first|second|per|momentum|SGD|sharded|ZeRO|8-bit|gradients?|weights|adafactor|lion)\b",
    re.I,
)
PARAMETERS = Pattern(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<unit>[MBG]\b|million|billion)(?:\s+\w+){0,2}?\s+(?:param\w*|weights)",
    re.I,
)
PER_PARAMETER = (8, 12, 16)  # bytes: two moments in fp32, with a copy of the weights, with all


def of_moments(
    size: Size, scene: Scene, stated: Sequence[Size]
) -> tuple[list[Value], list[Value]] | None:
    """Adam keeps two numbers for each parameter."""
    if not MOMENTS.search(size.own) or ONE_MOMENT.search(size.own):
        return None
    texts = [p.plain for p in scene.passages[: size.number]] + [size.passage.plain[: size.start]]
    found = [one for text in texts for one in PARAMETERS.finditer(text)]
    widths = {*widths_in(size.passage.plain)} or {Fraction(4)}
    if not found or len(widths) != 1:
        return None
    scale = 10 ** (6 if found[-1]["unit"].lower().startswith("m") else 9)
    count, width = Fraction(found[-1]["number"].replace(",", "")) * scale, widths.pop()
    is_of_two = TWO_MOMENTS.search(size.own)
    right = [Value(count * bytes_, "") for bytes_ in PER_PARAMETER if not is_of_two]
    right.append(Value(2 * count * width, f"2 × {int(count):,} × {float(width):g} bytes"))
    twice = Value(count * width * 4, "", "that is twice as much")
    return right, [Value(count * width, "", "that is one moment of two"), twice]


# -- weights --------------------------------------------------------------------------------------

NOT_WEIGHTS = Pattern(
    r"\b(?:kv|cache|activations?|optimi[sz]er|adam\w*|gradients?|moments?|states?|overhead|gpu|card|context|batch|tokens?"
    r"|training|total|plus|together|along|left|free|shard\w*|(?:product|vector)\s+quanti\w+|PQ|sub-?vectors?|compress\w*|scales?|constants?|blocks?|per\s+\w+|saves?|peak|fits?)\b",
    re.I,
)
OF_MOMENTS = Pattern(r"\bm\s+and\s+v\b")
OF_MODEL = Pattern(
    r"\s*-?(?:trainable\s+)?(?:param\w*|weights?|[\w-]*\s?(?:model|class|checkpoint)|numbers|altogether|in\s+(?:all|total))\b",
    re.I,
)
VECTORS = Pattern(
    rf"(?P<n>{N}(?:\s+(?:thousand|million|billion))?|\d+(?:\.\d+)?\s+(?:million|billion))\s+(?:\w+\s+)?"
    rf"(?:vectors|embeddings|chunks|documents|passages|items|products|images|users)\b[^.;\d]{{0,40}}?(?P<d>{N})"
    r"(?=\s*(?:[,.;)]|dim\w*|numbers|columns|-dim|in\b|as\b|floats|components|$))",
    re.I,
)
MANY = 10_000
STORED = Pattern(
    r"\b(?:weights|raw|file|size|index|checkpoint|table|matrix|adapters?|saved?|stored)\b", re.I
)
IN_FORMAT = Pattern(r"\s+(?:in|with|at|as|for)\s+")
MORE = Pattern(r"… (?:[^…]*?\b)??(?:plus|and|with|not\s+counting|without|before)\b")
ENDS = Pattern(r"\s*(?:[,.;:)]|so\b|in\b|as\b|$)")


TOTAL = Pattern(r"\b(?:total|altogether|in\s+all|whole\s+model|sum)\b[^\w\d]*(?:is\s+)?$", re.I)


def of_weights(
    size: Size, scene: Scene, stated: Sequence[Size]
) -> tuple[list[Value], list[Value]] | None:
    """The numbers of a model or table × the bytes of a format."""
    if NOT_WEIGHTS.search(MORE.split(size.own)[0]) or OF_MOMENTS.search(size.own):
        return None
    if size.passage.block.kind == "table" and not FORMAT.search(size.label):
        return None
    if is_product(size) or RELATIVE.search(size.label):
        return None
    width = width_near(size)
    widths = {width}
    if not width and STORED.search(size.label):
        texts = [p.plain for p in scene.passages[: size.number]]
        texts.append(size.passage.plain[: size.start])
        widths = {width for text in texts for width in widths_in(text)}
        before = widths_before(size, scene)
        width = before[0] if before else None
    every = scene.once(all_counts)
    is_stored = STORED.search(size.label)
    named = [c for c in every if c[0] <= size.number and (c[2] or (is_stored and c[1] >= MANY))]
    if not width or not named:
        return None
    counts = {count for _, count, _ in every}
    here = scene.passages[: size.number + 1]
    each = {1, *(k for passage in here for k in numbers_each(passage.plain))}
    right = [Value(k * n * one, "") for k in each for n in counts for one in {*widths, width}]
    known = {value.number for value in right}
    # The one that was stated last, or any that is said to be a model's.
    likely = [named[-1][1]]
    if not MULTIPLIES.search(size.label):
        likely += [count for _, count, is_model in reversed(named) if is_model]
    for count in dict.fromkeys(likely):
        formula = f"{int(count):,} × {float(width):g} bytes"
        wrong = [
            Value(count * width * factor, "", f"{named_factor(factor)} of it")
            for factor in FACTORS[:-2]
            if count * width * factor not in known
        ]
        if count == likely[-1] or slip_in(size.is_just, (), wrong):
            break
    return [*right, Value(count * width, formula)], wrong


MULTIPLIES = Pattern(r"[·×*]")
POWER_OF_TEN = Pattern(r"\s*[·×*]\s*10\^\{?(\d{1,2})\}?")
FACTOR = r"\d[\d.,]*(?:[eE]\d{1,2})?"
UNIT_OF_FACTOR = r"(?:\s*(?:[kMBGT]|million|billion|bytes?|B)\b|[^\d=·×*]{0,3})"
CALCULATION = Pattern(
    rf"(?P<a>{FACTOR}){UNIT_OF_FACTOR}\s*[·×*]\s*(?P<b>{FACTOR}){UNIT_OF_FACTOR}"
    rf"(?:\s*[·×*]\s*(?P<c>{FACTOR}){UNIT_OF_FACTOR})?\s*[=≈]\s*$"
)


def is_product(size: Size) -> bool:
    """Whether it is what the calculation before it gives, whatever is multiplied, in what units."""
    found = CALCULATION.search(POWER_OF_TEN.sub(r"e\1", size.label))
    if not found:
        return False
    try:
        factors = [Fraction(part.replace(",", "").rstrip(".")) for part in found.groups() if part]
    except ValueError:  # 1.5.2
        return False
    return any(abs(prod(factors) / 1000**k - size.value) <= size.unit for k in range(4))


def named_factor(factor: Fraction | int) -> str:
    return f"that is {factor} times" if factor > 1 else f"that is {factor}"


def all_counts(scene: Scene) -> list[tuple[int, Fraction, bool]]:
    return [c for number, p in enumerate(scene.passages) for c in counts_in(p.plain, number)]


def counts_in(plain: str, number: int) -> Iterator[tuple[int, Fraction, bool]]:
    """Each count of a passage, and whether it is said to be of a model's or table's numbers."""
    for found in LARGE.finditer(plain):
        quantity = large(found, plain)
        of_model = OF_MODEL.match(plain, found.end())
        if found[0].endswith(" B") and not of_model:
            continue  # an index of 8 B: bytes, not billions
        if quantity and quantity.value >= 1000:
            unit = (found["unit"] or "").strip().lower()
            is_model = bool(of_model) or unit[:1] in ("b", "t")
            is_model |= unit[:1] == "m" and bool(ENDS.match(plain, found.end()))
            is_model |= bool(TOTAL.search(plain, 0, found.start()))
            yield number, quantity.value, is_model and quantity.value >= 1000
    for found in VECTORS.finditer(plain):
        quantity, d = LARGE.search(found["n"]), integer(found["d"])
        rows = large(quantity, found["n"]) if quantity else None
        if rows and d:
            yield number, rows.value * d, True


def width_near(size: Size) -> Fraction | None:
    """The bytes of the only format of its clause, before it or at once behind it."""
    plain = size.passage.plain
    behind = IN_FORMAT.match(plain, size.end)
    if behind and (own := FORMAT.match(plain, behind.end())):
        return width_of(own)
    label = size.label
    if size.start > len(label) and (taken := IN_FORMAT.match(label)):
        own = FORMAT.match(label, taken.end())
        label = label[own.end() :] if own else label
    widths = {width_of(found) for found in FORMAT.finditer(label)}
    return widths.pop() if len(widths) == 1 else None
