"""Sizes that one sentence states together with all that they follow from.

Each fact is a pattern, whose group `value` is the size, and the function that computes it; `MARKS`
must occur in a sentence before its pattern is tried.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.layer_shapes import spatial
from hooks.worked.sizes import (
    NEGATED,
    SIDE,
    TIMES,
    Shape,
    Verdict,
    has_one,
    integer,
    judged,
    sides,
    written_sides,
)
from hooks.worked.stated import COUNT_WORDS

N = rf"(?:{SIDE}|{COUNT_WORDS})(?!\w)"
END = r"(?![\w%]|[.,]\d|\s*[×·*/^]\s*\d)"
CALCULATED = r"(?:[\d(][\d\s.,()+×·*⋅²−-]{0,60}=\s*)?"
MAP = rf"(?:{SIDE}{TIMES}{SIDE}{TIMES}{SIDE}|[(\[]\s*{SIDE}(?:\s*,\s*{SIDE}){{2}}\s*[)\]])"
SQUARE = rf"(?P<k>\d{{1,2}}){TIMES}(?P=k)(?!\w|{TIMES}\d)"
# Between a setting and the kernel that has it: no word behind which stands what becomes of that.
UNCHANGED = r"(?:(?!\b(?:like|as|becom\w+|equals?|into|turns?)\b)[^.;\d])"

Right = tuple[tuple[Shape, ...], str]
"""The sizes that are right, and how they are computed."""


def whole(found: re.Match[str], *names: str) -> tuple[int, ...]:
    return tuple(integer(found[name]) or 0 for name in names)


def linear(found: re.Match[str]) -> Right | None:
    """A dense layer changes the last side alone."""
    n, m = whole(found, "n", "m")
    given = sides(found["given"])
    if given[-1] != n:
        return None
    right = (*given[:-1], m)
    return (right,), f"a linear layer changes the last size alone: {written_sides(right)}"


def channels_kept(found: re.Match[str]) -> Right | None:
    """Upsampling and pooling leave the number of channels as it is."""
    given, after = (spatial(sides(found[name])) for name in ("given", "value"))
    if not given or not after or not given[1] or after[1] is None:
        return None
    (height, width), channels = after[0], given[1]
    return (
        ((height, width, channels), (channels, height, width)),
        f"the number of channels stays {channels}: {written_sides((height, width, channels))}",
    )


def pooled_globally(found: re.Match[str]) -> Right | None:
    given = spatial(sides(found["given"]))
    if not given or not given[1]:
        return None
    return ((given[1],),), f"global pooling leaves one number for each channel: {given[1]:,}"


def depthwise(found: re.Match[str]) -> Right:
    k, channels = whole(found, "k", "c")
    count = k * k * channels
    return ((count,), (count + channels,)), f"{k} × {k} × {channels} = {count:,}"


def dilated(found: re.Match[str]) -> Right:
    (d,) = whole(found, "d")
    k = integer(found["k"] or found["tap"])
    side = d * (k - 1) + 1
    return ((side,), (side, side)), f"d(k - 1) + 1 = {d} × {k - 1} + 1 = {side}"


def concatenated(found: re.Match[str]) -> Right:
    a, b = whole(found, "a", "b")
    return ((a + b,),), f"joined channels are {a} + {b} = {a + b}"


def slid(found: re.Match[str]) -> Right:
    n, k = whole(found, "n", "k")
    return ((n - k + 1,),), f"positions = {n} - {k} + 1 = {n - k + 1}"


def padded(found: re.Match[str]) -> Right | None:
    (k,) = whole(found, "k")
    if k % 2 == 0:
        return None
    return (((k - 1) // 2,), (k - 1,)), f"padding = (k - 1)/2 = {(k - 1) // 2}"


def stacked(found: re.Match[str]) -> Right:
    n, k = whole(found, "n", "k")
    side = 1 + n * (k - 1)
    return ((side,), (side, side)), f"the receptive field is 1 + {n} × {k - 1} = {side}"


def with_class_token(found: re.Match[str]) -> Right:
    (n,) = whole(found, "n")
    return ((n + 1,),), f"tokens and the class token = {n} + 1 = {n + 1}"


def flattened(found: re.Match[str]) -> Right:
    given = (*sides(found["given"]), *whole(found, "c"))
    count = given[0] * given[1] * given[2]
    return ((count,),), f"{written_sides(given)} = {count:,}"


def square(found: re.Match[str]) -> Right:
    (n,) = whole(found, "n")
    return ((n, n),), f"a row and a column for each of {n:,}: {n:,} × {n:,}"


def same_shape(found: re.Match[str]) -> Right:
    given = sides(found["given"])
    return (given,), f"a gradient has the shape of what it is taken by: {written_sides(given)}"


def both_ways(found: re.Match[str]) -> Right:
    (n,) = whole(found, "n")
    return ((2 * n,),), f"two directions of {n:,} = {2 * n:,}"


Compute = Callable[[re.Match[str]], Right | None]
# Words of which a text must have one; the pattern; what computes it; words that rule it out.
FACTS: tuple[tuple[tuple[str, ...], Pattern, Compute, tuple[str, ...]], ...] = (
    (
        ("linear(",),
        Pattern(
            rf"Linear\(\s*(?:in_features\s*=\s*)?(?P<n>{SIDE}),\s*(?:out_features\s*=\s*)?(?P<m>{SIDE})[^()]{{0,30}}\)"
            rf"[^().;]{{0,60}}[(\[](?P<given>{SIDE}(?:,\s*{SIDE}){{1,3}})[)\]]"
            rf"[^().;]{{0,40}}(?:\bto\b|\binto\b|→|->|\breturns?|\bgives?|\boutputs?)[^().;\d]{{0,40}}"
            rf"[(\[](?P<value>{SIDE}(?:,\s*{SIDE}){{1,3}})[)\]]",
            re.I,
        ),
        linear,
        ("weight", "transpos", "stores"),
    ),
    (
        ("upsampl", "up-sampl", "pooling ", "pool "),
        Pattern(
            rf"\b(?:upsampl\w*|up-sampl\w*|unpool\w*|(?:max|average|avg|mean)?[\s-]?pool\w*)\b[^.;]{{0,80}}?(?P<given>{MAP})"
            rf"[^.;\d]{{0,40}}?(?:\bto\b|\binto\b|→|->|\bgives?|\bbecomes?)[^.;\d]{{0,30}}?(?P<value>{MAP})",
            re.I,
        ),
        channels_kept,
        ("conv", "global", "adaptive", "filters", "concat", "shuffle", "pixel", "depth", "channel"),
    ),
    (
        ("global average", "global avg", "global max", "global mean"),
        Pattern(
            rf"\bglobal\s+(?:average|max|avg|mean)[\s-]?pool\w*[^.;]{{0,60}}?(?P<given>{MAP})[^.;]{{0,60}}?"
            rf"(?:\b(?:length|size|dimension)\s+|\bvector\s+of\s+|\binto\s+|→\s*|\bleaves\s+|\bgives\s+)(?P<value>{SIDE}){END}",
            re.I,
        ),
        pooled_globally,
        (),
    ),
    (
        ("depthwise", "depth-wise"),
        Pattern(
            rf"\bdepth-?wise\b[^.;\d]{{0,20}}{SQUARE}[^.;\d]{{0,30}}?\b(?:on|over|with|for|of)\s+(?P<c>{SIDE})\s+channels\b"
            rf"[^.;=\d]{{0,40}}{CALCULATED}(?P<value>{SIDE})\s+(?:\w+\s+)?(?:weights|parameters|params)\b",
            re.I,
        ),
        depthwise,
        ("separable", "pointwise", "multiplier", "point-wise"),
    ),
    (
        ("dilat",),
        Pattern(
            rf"\bdilation\s*(?:rate\s*)?(?:of|=|:|is)?\s*(?P<d>{N}){UNCHANGED}{{0,30}}(?:{SQUARE}|(?P<tap>\d{{1,2}})-tap)[^.;]{{0,40}}?"
            rf"\b(?:covers?|spans?|sees?|field|effective)\b[^.;\d]{{0,40}}{CALCULATED}(?P<value>\d{{1,3}}(?:{TIMES}\d{{1,3}})?){END}",
            re.I,
        ),
        dilated,
        ("stack", "layers", "stride"),
    ),
    (
        ("dilat",),
        Pattern(
            rf"(?:{SQUARE}|\b(?P<tap>\d{{1,2}})-tap)[^.;\d]{{0,30}}\bdilation\s*(?:rate\s*)?(?:of|=|:|is)?\s*(?P<d>{N})[^.;]{{0,40}}?"
            rf"\b(?:covers?|spans?|sees?|field|effective)\b[^.;\d]{{0,40}}{CALCULATED}(?P<value>\d{{1,3}}(?:{TIMES}\d{{1,3}})?){END}",
            re.I,
        ),
        dilated,
        ("stack", "layers", "stride"),
    ),
    (
        ("joins", "concat"),
        Pattern(
            rf"\b(?:joins?|concat\w*)\b[^.;\d]{{0,60}}(?P<a>{SIDE})\s+(?:\w+\s+){{0,2}}channels[^.\d]{{0,40}}(?:and|with|to)\s+(?:the\s+)?"
            rf"(?P<b>{SIDE})\s+(?:\w+\s+){{0,2}}channels\b[^.\d]{{0,100}}?(?P<value>{SIDE})\s+(?:\w+\s+)?channels\b",
            re.I,
        ),
        concatenated,
        ("filters",),
    ),
    (
        ("sequence of", "series of", "signal of", "signal with", "sequence with", "series with"),
        Pattern(
            rf"\b(?:sequence|series|signal)\s+(?:of|with)\s+(?:length\s+)?(?P<n>{SIDE})\b[^.;\d]{{0,50}}\b(?:filter|kernel|window)\s+of\s+"
            rf"(?:width|length|size)\s+(?P<k>{N})(?:[^.;\d]|stride\s+1\b){{0,60}}\b(?:gives?|yields?|leaves|produces?|has|outputs?)\s+(?:an?\s+output\s+of\s+)?"
            rf"(?:length\s+)?{CALCULATED}(?P<value>{SIDE}){END}(?!\s+(?:channels|filters))",
            re.I,
        ),
        slid,
        ("same", "stride 2", "dilat", "causal", "stride of"),
    ),
    (
        ("pad by", "padding of", "padding by", "pad with", "padding =", "p = ", "padding is"),
        Pattern(
            rf"\b(?:keep|keeps|preserve|preserves|unchanged|maintain|maintains|same\s+size)\b[^.;]{{0,60}}?{SQUARE}[^.;]{{0,60}}?"
            rf"\b(?:pad(?:ding)?\s+(?:by|of|with|is|must\s+be)|p\s*=|padding\s*=)\s*(?P<value>{N}){END}",
            re.I,
        ),
        padded,
        ("dilat", "stride 2", "stride of 2", "stride two"),
    ),
    (
        ("layers of", "convolutions of", "filters of"),
        Pattern(
            rf"\b(?P<n>{COUNT_WORDS}|\d{{1,2}})\s+(?:\w+\s+)?(?:layers|convolutions|filters)\s+of\s+{SQUARE}[^.;]{{0,60}}?"
            rf"\b(?:sees?|covers?|receptive\s+field)\b[^.;\d]{{0,30}}{CALCULATED}(?P<value>\d{{1,3}}(?:{TIMES}\d{{1,3}})?){END}",
            re.I,
        ),
        stacked,
        ("dilat", "stride 2", "stride two", "pool"),
    ),
)


def self_attention(found: re.Match[str]) -> Right | None:
    """Off by one: the matrix of self-attention is square."""
    a, b = whole(found, "a", "b")
    if abs(a - b) != 1:
        return None
    return ((max(a, b),) * 2,), f"self-attention is square: {max(a, b)} × {max(a, b)}"


SQUARE_MATRIX = (
    r"(?:covariance|confusion|correlation|attention|gram|kernel|hessian|distance|similarity)(?:\s+\w+)?"
    r"\s+matri(?:x|ces)|hessian"
)
KINDS = (
    r"(?:features|variables|tokens|samples|points|parameters|nodes|assets|dimensions|examples|classes"
    r"|positions)"
)
FACTS += (
    (
        ("attention matri", "attention map", "score matri", "attention weights"),
        Pattern(
            rf"\b(?:attention|score)\s+(?:matrix|map|weights)\b[^.;\d]{{0,30}}?(?P<value>(?P<a>{SIDE}){TIMES}(?P<b>{SIDE}))(?!{TIMES}\d)",
            re.I,
        ),
        self_attention,
        ("cross", "encoder", "queries", "keys", "cache"),
    ),
    (
        ("matri", "hessian"),
        Pattern(
            rf"\b(?:{SQUARE_MATRIX})\s+(?:of|for|between|over|with)\b[^.;\d]{{0,40}}?(?P<n>{SIDE})\s+{KINDS}\b[^.;\d]{{0,30}}?"
            rf"\b(?:is|has|are|with)\b[^.;\d]{{0,30}}?(?P<value>{SIDE}{TIMES}{SIDE})(?!{TIMES}\d)",
            re.I,
        ),
        square,
        ("block", "rank", "sparse", "cross", "heads"),
    ),
    (
        ("matri", "hessian"),
        Pattern(
            rf"(?P<n>{SIDE})\s+{KINDS}\b[^.;\d]{{0,40}}?\b(?:{SQUARE_MATRIX})\b[^.;\d]{{0,20}}?"
            rf"\b(?:is|has|of)\b[^.;\d]{{0,30}}?(?P<value>{SIDE}{TIMES}{SIDE})(?!{TIMES}\d)",
            re.I,
        ),
        square,
        ("block", "rank", "sparse", "cross", "heads"),
    ),
    (
        ("gradient",),
        Pattern(
            rf"\bgradient\b[^.;\d]{{0,60}}?(?P<given>{SIDE}{TIMES}{SIDE})[^.;\d]{{0,40}}?\b(?:has|is)\b"
            rf"[^.;\d]{{0,30}}?(?P<value>{SIDE}{TIMES}{SIDE})(?!{TIMES}\d)",
            re.I,
        ),
        same_shape,
        ("jacobian", "output", "input", "layer"),
    ),
    (
        ("direction",),
        Pattern(
            rf"\b(?:bi-?directional|bi-?LSTM|bi-?GRU)\b[^.;\d]{{0,60}}?(?P<n>{SIDE})\s+(?:\w+\s+)?(?:units|neurons|cells)\s+"
            rf"(?:per|in\s+each|for\s+each|each)\s+(?:direction|way)[^.;\d]{{0,60}}?(?P<value>{SIDE}){END}",
            re.I,
        ),
        both_ways,
        ("param", "weights", "sum", "layers", "average"),
    ),
    (
        ("kernel", "filter", "window"),
        Pattern(
            rf"\b(?:kernel|filter|window)\s+(?:of\s+)?(?:size\s+|width\s+|length\s+)?(?:of\s+)?(?P<k>\d{{1,2}})\b[^.;\d]{{0,30}}?"
            rf"\b(?:sequence|series|signal)\s+of\s+(?:length\s+)?(?P<n>{SIDE})\b[^.;\d]{{0,40}}?"
            rf"\b(?:outputs?|gives?|yields?|produces?|leaves|has)\b[^.;\d]{{0,30}}?\blength\s+(?:of\s+)?{CALCULATED}(?P<value>{SIDE}){END}",
            re.I,
        ),
        slid,
        ("same", "stride", "dilat", "causal", "padding of", "pooling"),
    ),
)
# The same of facts that stand in two sentences of a block.
ACROSS: tuple[tuple[tuple[str, ...], Pattern, Compute, tuple[str, ...]], ...] = (
    (
        ("class token", "cls"),
        Pattern(
            rf"(?P<n>{SIDE})\s+(?:image\s+|patch\s+)?(?:tokens|patches)\b[^\d]{{0,60}}\b(?:class(?:ification)?\s+token|CLS\]?(?:\s+token)?)\b"
            rf"[^.;\d]{{0,60}}?(?:\bsequence\b[^.;\d]{{0,30}}?\blength\s+(?:of\s+|is\s+|=\s*)?(?P<value>{SIDE}){END}"
            rf"|\b(?P<value2>{SIDE})\s+(?:tokens\b|positions\b|long\b|vectors\b))",
            re.I,
        ),
        with_class_token,
        ("distill", "regist", "without", "includ", "counting", "already"),
    ),
    (
        ("flatten",),
        Pattern(
            rf"(?P<given>\d{{1,4}}{TIMES}\d{{1,4}})\s+(?:\w+\s+){{0,2}}?(?:with|and|of)\s+(?P<c>{SIDE})\s+(?:channels|feature\s+maps|maps)\b"
            rf"[^\d]{{0,60}}\bflatten\w*\b[^.;\d]{{0,40}}{CALCULATED}(?P<value>{SIDE})(?!{TIMES}\d)(?:{END})",
            re.I,
        ),
        flattened,
        ("pool", "dense", "linear", "layer", "project", "fully"),
    ),
)
MARKS = ("svd", *sorted({mark for marks, *_ in (*FACTS, *ACROSS) for mark in marks}))


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The verdicts on the sizes of a section that its sentences compute from what they state."""
    before: Passage | None = None
    for passage in section:
        lower = passage.lower
        if has_one(lower, MARKS) and len(lower) < 1000:
            for marks, pattern, compute, excluded in FACTS:
                if has_one(lower, marks) and not has_one(lower, excluded):
                    yield from stated(passage, pattern.finditer(passage.plain), compute, 0)
            yield from across(before, passage)
            if "svd" in lower:
                yield from factors(passage)
        before = passage


def across(before: Passage | None, passage: Passage) -> Iterator[Verdict]:
    """The verdicts on sizes that follow from the same or from the last sentence of their block."""
    same = before is not None and before.block is passage.block and len(before.plain) < 1000
    context = f"{before.plain} " if same else ""
    text = context + passage.plain
    for marks, pattern, compute, excluded in ACROSS:
        if has_one(passage.lower, marks) and not has_one(text.lower(), excluded):
            yield from stated(passage, pattern.finditer(text), compute, len(context))


def stated(
    passage: Passage, matches: Iterator[re.Match[str]], compute: Compute, offset: int
) -> Iterator[Verdict]:
    """The verdicts on the values of matches; `offset`: where the passage starts in their text."""
    for found in matches:
        group = "value" if found["value"] else "value2"
        start, end = (at - offset for at in found.span(group))
        right = (
            compute(found)
            if start >= 0 and not NEGATED.search(found[0].replace("no padding", ""))
            else None
        )
        if right:
            shapes, formula = right
            said = sides(found[group]) or (integer(found[group]),)
            yield judged(passage, (start, end), said in shapes, formula)


# -- the factors of a singular value decomposition ------------------------------------------------

DECOMPOSED = Pattern(
    rf"\b(?P<kind>thin|reduced|economy|compact|full)\s+SVD\s+of\s+(?:an?\s+|the\s+)?(?P<m>{SIDE}){TIMES}(?P<n>{SIDE})\b",
    re.I,
)
FACTOR = Pattern(
    r"(?<![\w^])(?P<name>U|Σ|S|\\Sigma|V(?P<t>ᵀ|\s*\^\s*\{?\s*(?:T|\\top|⊤)\s*\}?|h)?)\s*(?:is|has\s+shape|of|at|:|=|∈)?\s*"
    rf"(?P<value>{SIDE}{TIMES}{SIDE})(?!{TIMES}\d)"
)


def factors(passage: Passage) -> Iterator[Verdict]:
    """The thin decomposition of a 1000 × 50 matrix: U 1000 × 50, Σ 50 × 50, Vᵀ 50 × 50."""
    found = [*DECOMPOSED.finditer(passage.plain)]
    if len(found) != 1 or has_one(passage.lower, ("rank", "keep", "truncat")):
        return
    m, n = whole(found[0], "m", "n")
    is_full = found[0]["kind"].lower() == "full"
    r = min(m, n)
    right = {
        "U": (m, m if is_full else r),
        "V": (n, n if is_full else r),
        "Σ": (m, n) if is_full else (r, r),
    }
    for factor in FACTOR.finditer(passage.plain, found[0].end()):
        name = factor["name"][0].replace("S", "Σ").replace("\\", "Σ")
        shape = right[name][::-1] if factor["t"] else right[name]
        text = f"{factor['name'].strip()} of the {found[0]['kind']} SVD is {written_sides(shape)}"
        yield judged(passage, factor.span("value"), sides(factor["value"]) == shape, text)
