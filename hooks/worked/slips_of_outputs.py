"""Output sizes of convolutions, pooling and patches that are wrong by a typical slip.

The stride or the padding is forgotten, the padding is taken once, "+ 1" is left out, a dilated
kernel counts as a small one, patches are counted twice.
"""

import re
from collections.abc import Iterator, Sequence

from hooks.language.wording import words
from hooks.pattern import Pattern
from hooks.record import record, replace
from hooks.worked.facts import Passage
from hooks.worked.layer_shapes import output_side
from hooks.worked.named_sizes import N, Scene
from hooks.worked.sizes import SIDE, TIMES, Verdict, has_one, integer, judged
from hooks.worked.slips import Value, is_quoted_or_taken_back, slip_in

MARKS = ("kernel", "conv", "pool", "patch", "stride", "filter")
LEAST_SIDE = 3


@record
class Window:
    """A layer that moves a window over its input; None is what is not said."""

    kernel: int
    stride: int | None
    padding: int | str | None
    dilation: int
    pools: bool
    may_be_same: bool = True  # "same" padding, where none is said

    def strides(self) -> list[int]:
        return [self.stride] if self.stride else [self.kernel if self.pools else 1]

    def right(self, n: int) -> list[Value]:
        """What a side may become, the likeliest last."""
        unsaid = ["same", 0] if self.may_be_same else [0]
        paddings = [self.padding] if self.padding is not None else unsaid
        return [
            Value(output_side(n, self.kernel, s, p, self.dilation), self.formula(n, s, p))
            for s in self.strides()
            for p in paddings
        ]

    def formula(self, n: int, s: int, p: int | str) -> str:
        padded = f" + 2·{p}" if isinstance(p, int) and p else ""
        reach = self.dilation * (self.kernel - 1) + 1
        return f"⌊({n}{padded} − {reach})/{s}⌋ + 1" if p != "same" else f"⌈{n}/{s}⌉"

    def wrong(self, n: int) -> Iterator[Value]:
        """What it becomes by slips."""
        s, p = self.strides()[-1], self.padding if isinstance(self.padding, int) else 0
        reach = self.dilation * (self.kernel - 1) + 1
        yield Value(n, "", "that is the input's size")
        if s > 1:
            yield Value(n + 2 * p - reach + 1, "", "the stride is forgotten")
            yield Value(n // s, "", f"that is {n}/{s}, without kernel and padding")
            yield Value(-(-n // s), "", f"that is {n}/{s}, without kernel and padding")
        if p:
            yield Value((n - reach) // s + 1, "", "the padding is forgotten")
            yield Value((n + p - reach) // s + 1, "", "the padding is on both sides")
        if self.dilation > 1:
            yield Value((n + 2 * p - self.kernel) // s + 1, "", "the dilation is forgotten")
        yield Value((n + 2 * p - reach) // s, "", "the + 1 is forgotten")
        yield Value(-(-(n + 2 * p - reach) // s) + 1, "", "the quotient is rounded down")


def verdicts(scene: Scene) -> Iterator[Verdict]:
    yield from in_tables(scene.passages)
    is_torch = has_one(scene.lower, ("torch", "floor")) and "same" not in scene.lower
    known: list[int] = []
    patch: list[int] = []
    window, last = None, None  # of a layer whose output is not said yet
    for passage in scene.passages:
        if passage.block.kind == "table" or passage.math:
            continue
        waiting = window if window and passage.block is last.block else None
        window, last = None, passage
        if has_one(passage.lower, MARKS) or waiting:
            side, window, found = in_words(passage, known, waiting, not is_torch)
            known += side  # what it should be, and what it is said to be
            yield from found
        if "patch" in scene.lower:
            patch += [integer(f["a"] or f["b"]) for f in SIDE_OF_PATCH.finditer(passage.plain)]
            yield from patches(passage, known, patch[-1:])
        seen = window_in(passage.plain)
        known += [s for s in sides_of_images(passage.plain) if not seen or s != seen.kernel]


# -- in words -------------------------------------------------------------------------------------

IMAGE = Pattern(
    rf"(?P<a>{N}){TIMES}(?P=a)(?:{TIMES}\d+)?(?!\d|[\s-]+(?:conv|kernel|filter|max|avg|pool|window|patch))"
    rf"|(?P<c>{N})[\s-]+(?:pixels?|samples|px)\b|\b(?:image|input|side|n)\s*(?:is|of|=|:|size)*\s*(?P<d>{N})(?:{TIMES}\d+)?",
    re.I,
)
KERNEL = Pattern(
    rf"(?P<a>\d{{1,3}}){TIMES}(?P=a)[\s-]+(?:\w+[\s-]+)?(?:conv\w*|kernels?|filters?|window|max|avg|average|pool\w*)"
    rf"|\bconv\w*(?:\s+layers?)?,?\s+(?:each\s+)?(?P<e>\d{{1,2}}){TIMES}(?P=e)(?!\d)"
    rf"|\b(?:kernels?|filters?|window)(?:\s+(?:size|width|of|is))*[\s=:]*(?P<b>\d{{1,3}})(?!{TIMES}|\d)"
    rf"|\b(?:conv\w*|pool\w*)\s+(?P<c>\d{{1,2}})(?:{TIMES}(?P=c)(?!\d)|(?=\s*(?:,|with|stride)))|\bk\s*=\s*(?P<d>\d{{1,3}})",
    re.I,
)
SMALL = Pattern(rf"(?<![\d.×x])(?P<a>[1-9]|11){TIMES}(?P=a)(?!\d|{TIMES}\d)")
STRIDE = Pattern(
    r"\bstrides?(?:\s+(?:of|is|size))*[\s=:]*(?P<a>\d{1,3}|one|two|three|four)\b|\bs\s*=\s*(?P<b>\d{1,3})",
    re.I,
)
PADDING = Pattern(
    r"\bpad(?:ding|ded)?(?:\s+(?:of|is|by|with))*[\s=:]*(?P<a>(?:\d{1,2}|one|two|three)\b(?!\s*[×x]\s*\d))|\bp\s*=\s*(?P<b>\d{1,2})"
    r"|\b(?P<no>no|without|zero|valid)\s+padding|\bpadding\s*[=:]?\s*(?P<none>none|0|valid)|\b(?P<same>same)[\s\"'”’`-]+padding|padding\s*[=:]?\s*['\"]?(?P<same2>same)",
    re.I,
)
DILATION = Pattern(
    r"\bdilation(?:\s+(?:of|rate|is))*[\s=:]*(?P<a>\d)\b|\bd\s*=\s*(?P<b>\d)\b", re.I
)
OUTPUT = Pattern(
    rf"(?:\b(?:outputs?|result|gives?|giving|yields?|leav(?:es|ing)|produces?|becomes?|remain\w*|makes?|get|to|into)\b|→|->|:)"
    rf"[^.;\d]{{0,20}}?\b(?P<side>{N})(?:{TIMES}(?P=side)(?!\d))?"
    rf"(?=\s*(?:pixels|positions|frames|steps|of\s+them|wide|high|values|samples|per\s+side|tokens|map|maps|on\s+each|remain)\b"
    rf"|{TIMES}|\s*(?:[.;)]|,\s|$))",
    re.I,
)
REMAINING = Pattern(
    rf"(?P<side>{N})(?:{TIMES}(?P=side))?\s+(?:pixels|positions|frames|steps|values)?\s*(?:remain|are\s+left|survive)",
    re.I,
)
END = Pattern(
    rf"(?:[:→,]|\b(?:is|so|gives|are|leaves|to))\s*(?P<side>{N})(?:{TIMES}(?P=side)(?:{TIMES}\d+)?)?\s*\.?\s*$",
    re.I,
)
SEVERAL = Pattern(
    r"\b(?:transposed?|upsampl\w*|deconv\w*|global|adaptive|twice|each\s+time|stack\w*|ceil\w*|both|causal|receptive)\b",
    re.I,
)


def sides_of_images(plain: str) -> list[int]:
    """The sides that a text gives for images and maps."""
    found = [integer(f[f.lastgroup]) for f in IMAGE.finditer(plain)]
    return [side for side in found if side and side >= LEAST_SIDE]


def in_words(
    passage: Passage, known: Sequence[int], waiting: Window | None, may_be_same: bool
) -> tuple[list[int], Window | None, list[Verdict]]:
    """A 7x7 convolution, stride 2, pad 3: its output is 112 pixels wide.

    Returns the side that is stated, the layer that still waits for its output, and verdicts.
    """
    plain = passage.plain
    window = window_in(plain) or continued(waiting, plain)
    window = replace(window, may_be_same=may_be_same) if window else None
    found = outputs_in(plain) if window and not SEVERAL.search(plain) else []
    if not found:
        return [], window, []
    at, end = found[-1].span("side")
    given = [*known, *sides_of_images(plain[:at])]
    given += [integer(f[1]) for f in TAKES.finditer(plain[:at])]
    said = integer(found[-1]["side"])
    given = [side for side in given if side]
    if not given or not said or said < LEAST_SIDE:
        return [], None, []
    numbers = {integer(n) for n in re.findall(N, plain[:at])} | set(given)
    right = [value for n in numbers if n and n >= window.kernel for value in window.right(n)]
    is_named = said in numbers - set(known)
    if is_named:
        return [said], None, []
    found = list(verdict_on(passage, (at, end), said, right, window, given[-1]))
    corrected = [int(window.right(given[-1])[-1].number)] if found else []
    return [*corrected, said], None, found


def continued(window: Window | None, plain: str) -> Window | None:
    """The layer of the sentence before, with what another one adds: "on 32×32 without padding"."""
    if not window or KERNEL.search(plain):
        return None
    stride, padding = STRIDE.search(plain), PADDING.search(plain)
    if "utput" not in plain and not (stride or padding):
        return None
    if stride and window.stride is None:
        window = replace(window, stride=integer(stride["a"] or stride["b"]))
    if padding and window.padding is None:
        window = replace(window, padding=padding_of(padding))
    return window


def outputs_in(plain: str) -> list[re.Match[str]]:
    """The sides that may be a layer's output, the likeliest last."""
    taken = [f.span() for p in (KERNEL, STRIDE, PADDING, DILATION) for f in p.finditer(plain)]
    found = [f for pattern in (END, REMAINING, OUTPUT) for f in pattern.finditer(plain)]
    return [f for f in found if not any(a <= f.start("side") < b for a, b in taken)]


TAKES = Pattern(
    rf"\b(?:takes?|turns?|maps?|brings?|reduces?|shrinks?|from|on|with)\s+(?:an?\s+)?(?:side\s+of\s+)?({N})",
    re.I,
)


def verdict_on(
    passage: Passage, span: tuple[int, int], said: int, right: list[Value], window: Window, n: int
) -> Iterator[Verdict]:
    right = [*right, *window.right(n)]
    slip = slip_in(lambda value: said == value, right, window.wrong(n))
    if slip and not is_quoted_or_taken_back(passage, span[0]):
        best = right[-1]
        text = f"{best.formula} = {best.number}, but {slip.slip}"
        yield judged(passage, span, False, text)


def window_in(plain: str) -> Window | None:
    """The only layer that a text describes."""
    kernels = {integer(f[f.lastgroup]) for f in KERNEL.finditer(plain)}
    kernels = kernels or {int(f["a"]) for f in SMALL.finditer(plain)}
    strides = {integer(f["a"] or f["b"]) for f in STRIDE.finditer(plain)}
    paddings = {padding_of(f) for f in PADDING.finditer(plain)}
    dilations = {int(f["a"] or f["b"]) for f in DILATION.finditer(plain)}
    sizes = (kernels, strides, paddings, dilations)
    if (
        len(kernels) != 1
        or any(len(size) > 1 for size in sizes)
        or not (strides or paddings or dilations or "pool" in plain.lower())
    ):
        return None
    pools = "pool" in plain.lower()
    kernel, stride, padding, dilation = (next(iter(size), None) for size in sizes)
    return Window(kernel, stride, padding, dilation or 1, pools) if kernel and stride != 0 else None


def padding_of(found: re.Match[str]) -> int | str:
    if found["same"] or found["same2"]:
        return "same"
    return integer(found["a"] or found["b"] or "0") or 0


# -- in tables ------------------------------------------------------------------------------------

COLUMNS = {
    "kernel": Pattern(r"(?:kernel|filter|window|k|f)(?:\s+(?:size|side|k))?", re.I),
    "stride": Pattern(r"(?:strides?|s)", re.I),
    "padding": Pattern(r"(?:pad(?:ding)?|p)", re.I),
    "output": Pattern(
        r"(?:side|size|width|output|out)?\s*(?:out|output|side|size|shape|after|map)(?:\s*\([^()]*\))?",
        re.I,
    ),
}
INPUT_COLUMN = Pattern(r"(?:in|input|n)(?:\s+\w+)?|\w+\s+in", re.I)
OTHER_ROW = Pattern(
    r"\b(?:global|transposed?|upsampl\w*|adaptive|flatten|dense|fc|linear|deconv\w*)\b", re.I
)


MOST_INPUTS, FEWEST_VARIANTS = 4, 3


def in_tables(passages: Sequence[Passage]) -> Iterator[Verdict]:
    """Rows of layers, each of which gets what the row above gives."""
    tables: dict[int, list[int]] = {}
    for number, passage in enumerate(passages):
        if passage.block.kind == "table":
            tables.setdefault(id(passage.block), []).append(number)
    for numbers in tables.values():
        rows = [passages[number] for number in numbers]
        known = [side for p in passages[: numbers[0]] for side in sides_of_images(p.plain)]
        ways = [list(in_table(rows, known))]
        ways += [
            list(in_table(rows, [side], are_variants=True))
            for side in dict.fromkeys(known[-MOST_INPUTS:])
        ]
        found = max(ways, key=rightness)
        if rightness(found) > len(found) / 2 and (found is ways[0] or len(found) > FEWEST_VARIANTS):
            yield from found


def rightness(found: Sequence[Verdict]) -> int:
    return sum(not verdict.message for verdict in found)


CELL = Pattern(rf"(?P<side>{SIDE})(?:{TIMES}(?P=side))?(?:{TIMES}{SIDE})?")
PADDINGS = {"same": "same", "valid": 0, "none": 0, "no": 0, "–": 0, "-": 0, "—": 0}


def cell_size(cell: str) -> int | str | None:
    """The side that a cell states: 28, 28 × 28 and 28 × 28 × 3 are 28; "same" stays a word."""
    if cell.lower() in PADDINGS:
        return PADDINGS[cell.lower()]
    found = CELL.fullmatch(cell)
    return integer(found["side"]) if found else None


def in_table(
    rows: Sequence[Passage], known: Sequence[int], are_variants: bool = False
) -> Iterator[Verdict]:
    """The rows of layers that follow one another, or of variants that all get the same input."""
    header = [words(cell.content).strip() for cell in rows[0].block.rows[0]]
    places = {
        name: [i for i, head in enumerate(header) if pattern.fullmatch(head)]
        for name, pattern in COLUMNS.items()
    }
    if any(INPUT_COLUMN.fullmatch(head) for head in header):
        return
    if (
        len(places["kernel"]) != 1
        or len(places["output"]) != 1
        or not (places["stride"] or places["padding"])
    ):
        return
    possible = first = set(known[-MOST_INPUTS:])  # what the next layer may get
    for row in rows:
        cells = row.plain.split("\n")
        if len(cells) != len(header):
            return
        read = {name: cell_size(cells[at[0]].strip()) for name, at in places.items() if at}
        said = read["output"]
        if not isinstance(said, int):
            return
        if not isinstance(read["kernel"], int) or OTHER_ROW.search(row.plain):
            possible = {said}
            continue
        window = window_of(read, row.plain)
        right = [value for n in possible for value in window.right(n)] if window else []
        if right:
            column = places["output"][0]
            start = sum(len(cell) + 1 for cell in cells[:column])
            start += len(cells[column]) - len(cells[column].lstrip())
            span = start, start + len(cells[column].strip())
            yield from row_verdict(row, span, said, right, window, possible)
        is_right = any(value.number == said for value in right)
        possible = {said} if is_right or not right else {said, *(v.number for v in right)}
        possible = first if are_variants else possible


def row_verdict(
    row: Passage,
    span: tuple[int, int],
    said: int,
    right: list[Value],
    window: Window,
    given: set[int],
) -> Iterator[Verdict]:
    if any(value.number == said for value in right):
        yield judged(row, span, True, "")
        return
    wrong = [value for n in given for value in window.wrong(n)]
    if slip := slip_in(lambda value: said == value, right, wrong):
        best = right[-1]
        yield judged(row, span, False, f"{best.formula} = {best.number}, but {slip.slip}")


def window_of(read: dict[str, int | str | None], plain: str) -> Window | None:
    stride, padding = read.get("stride"), read.get("padding")
    dilation = DILATION.search(plain)
    if not isinstance(stride, int | None) or stride == 0:
        return None
    pools = "pool" in plain.lower()
    return Window(
        read["kernel"],
        stride,
        padding,
        int(dilation["a"] or dilation["b"]) if dilation else 1,
        pools,
    )


# -- patches --------------------------------------------------------------------------------------

SIDE_OF_PATCH = Pattern(
    rf"(?P<a>{N})(?:{TIMES}(?P=a)|[\s-]+(?:pixel|px))(?:[\s-]+pixels?)?[\s-]+patch"
    rf"|\bpatch(?:es)?(?:\s+(?:size|of|is|side|with))*\s+(?P<b>{N})",
    re.I,
)
PATCHES = Pattern(rf"(?P<n>{N})\s+(?:patches|tokens)\b", re.I)


def patches(passage: Passage, known: Sequence[int], patch: Sequence[int]) -> Iterator[Verdict]:
    """Patches of 16 pixels of an image of 384: 24 per side, 576 together."""
    plain = passage.plain
    given = [*known, *sides_of_images(plain)]
    if not patch or not patch[0] or not given:
        return
    p = patch[0]
    images = [n for n in given if n != p and n % p == 0 and n > 2 * p]
    for found in PATCHES.finditer(plain):
        said = integer(found["n"])
        if not images or said == p or SIDE_OF_PATCH.match(plain, found.start()):
            continue
        right = [Value(k, "") for n in images for k in (n // p, (n // p) ** 2, (n // p) ** 2 + 1)]
        n = images[-1]
        side = n // p
        right.append(Value(side**2, f"({n}/{p})²"))
        wrong = [Value(side * k, "", "the sides are multiplied otherwise") for k in (2, 4, p)]
        wrong += [Value(side**2 * k, "", f"that is {k} times as many") for k in (2, 3, 4)]
        wrong += [
            Value(p * p, "", "those are the pixels of a patch"),
            Value(side**2 // 2, "", "that is half of them"),
            Value(n * n // p, "", f"{n}²/{p} divides once"),
        ]
        if slip := slip_in(lambda value, said=said: said == value, right, wrong):
            yield judged(
                passage, found.span("n"), False, f"{right[-1].formula} = {side**2}, but {slip.slip}"
            )
    grid = GRID.search(plain) if images else None
    taken = [f.span() for f in SIDE_OF_PATCH.finditer(plain)]
    if grid and not any(a <= grid.start("side") < b for a, b in taken):
        said, n = integer(grid["side"]), images[-1]
        right = [Value(one, "") for m in images for one in (m // p, m)]
        right.append(Value(n // p, f"{n}/{p}"))
        wrong = [
            Value(p, "", "that is the side of a patch"),
            Value(n - p + 1, "", "the stride is forgotten"),
        ]
        wrong += [Value(n // p + k, "", "patches do not overlap") for k in (-1, 1)]
        if slip := slip_in(lambda value: said == value, right, wrong):
            text = f"{n}/{p} = {n // p}, but {slip.slip}"
            yield judged(passage, grid.span("side"), False, text)


GRID = Pattern(
    rf"\b(?:grid|patches|positions)\b[^.;\d]{{0,20}}?(?P<side>{N}){TIMES}(?P=side)(?!\d|\s*(?:pixel|px))",
    re.I,
)
