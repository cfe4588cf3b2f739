"""How many parameters a layer has, from the sizes that its sentence or table row states."""

import re
from collections.abc import Callable, Iterator, Sequence

from hooks.language.wording import JOINER, words
from hooks.pattern import Pattern
from hooks.record import record
from hooks.worked.facts import Passage
from hooks.worked.sizes import (
    LARGE,
    SIDE,
    TIMES,
    Verdict,
    agrees_with,
    has_one,
    integer,
    judged,
    large,
)
from hooks.worked.stated import COUNT_WORDS

COUNTED = Pattern(
    r"\s*(?:(?:trainable|learnable|learned|total|model|free)\s+)*"
    r"(?P<noun>parameters?\b|params?\b|weights?\b(?!\s*(?:decay|matri))|bias(?:es|\s+terms)\b(?!\s+(?:per|for\s+each|in\s+each))"
    r"|intercepts\b)",
    re.I,
)
OPEN_ENDS = (" has", " have", " need", " needs", " gives", " give", " with", ":", "=")
COUNT_BEFORE = Pattern(
    r"\b(?:parameters?|params?|weights?|param\s+count)\s*(?:\([^()\d]{0,30}\)\s*)?"
    r"(?:[:=≈]|is|are|total)\s*(?:about\s+|[~≈]\s*)?$",
    re.I,
)
FACTOR = Pattern(r"\s*[×·*⋅]\s*[\d(]")  # weights: 3 · 100 · 50
OUT_OF = Pattern(r"\d\s+(?:out\s+)?of\s+(?:the\s+|its\s+|all\s+)*$")  # 16,384 of 61,706 parameters
WITHOUT_BIAS = Pattern(
    r"\b(?:without\s+(?:a\s+|the\s+)?bias|no\s+bias|bias\s*=\s*False|use_bias\s*=\s*False|bias-free"
    r"|ignoring\s+(?:the\s+)?bias|excluding\s+(?:the\s+)?bias|bias(?:es)?\s+(?:excluded|aside|left\s+out)"
    r"|weights\s+alone)",
    re.I,
)
WITH_BIAS = Pattern(
    r"\b(?:with\s+(?:a\s+|the\s+)?bias|including\s+(?:the\s+)?bias|bias(?:es)?\s+included|plus\s+(?:the\s+)?bias"
    r"|with\s+biases|(?<!no )(?:has|have|uses?|adds?)\s+(?:a\s+|the\s+)?bias(?:es)?|and\s+"
    r"(?:\w+\s+)?biases|bias\s*=\s*True|counting\s+(?:the\s+)?bias"
    r"|(?:an?|one)\s+bias\s+(?:per|for\s+each|each|for\s+every|term)|and\s+an?\s+bias|plus\s+biases)",
    re.I,
)
# "100,352 weights and 128 biases" counts the biases apart.
WEIGHTS_APART = Pattern(
    r"\s*(?:and|plus|,|\+)\s+(?:another\s+)?(?:\d[\d,]*\s+|the\s+)(?:biases|bias\s+terms|intercepts)\b"
    r"|\s*(?:plus|\+)\s+(?:biases|bias\s+terms|intercepts)\b(?!\s*[=≈])",
    re.I,
)
OF_BIASES = ("bias", "intercept")
CALCULATION = Pattern(r"(?<=[\s:])[\d(][\d\s.,()+×·*⋅²³-]{2,80}=\s*$")
REST = Pattern(r"[^\d(;]{0,60}")  # what is said of a number behind it
BOTH_BIASES = Pattern(r"with\s+(?:and|or)\s+without|\(?with(?:out)?\s+bias", re.I)

PARAMETERS = Pattern(r"\bparam(?:eter)?s?\b|\bweights\b|\bparam\s*#", re.I)
# Not the end of a number whose digits spaces group: 25 600.
N = rf"(?<!{JOINER})(?<!\d )(\d[\d,{JOINER}]*)"
# The same in prose, where a comma within it is no end of it: 50,257.
WRITTEN = rf"(?<![\d,.{JOINER}])(?:\d{{1,3}}(?:[,{JOINER}]\d{{3}})++(?!\d)|\d++(?![,{JOINER}]?\d))"
TO = r"\s*(?:→|->|-->|to|⟶)\s*"
UNITS = (
    r"(?:units?|neurons?|outputs?|hidden\s+units?|nodes?|classes"
    r"|output\s+(?:units?|features?|neurons?))"
)
INPUTS = r"(?:inputs?|input\s+(?:features?|units?|neurons?|dimensions?)|features?)"
DENSE = Pattern(
    r"\b(?:dense|fully[\s-]connected|linear|FC|fc\d*|affine|feed-?forward|hidden\s+layer|layer|mlp|maps?"
    r"|perceptron|units|neurons|bias(?:es)?|softmax|intercepts)\b",
    re.I,
)
DENSE_SIZES = (
    Pattern(
        rf"(?P<n>{WRITTEN})\s+(?:{INPUTS}|values|entries)\b[^.\d]{{0,40}}\b(?<!hidden\s)(?:layer|head)\s+(?:with|of)\s+"
        rf"(?P<m>{WRITTEN})\s+{UNITS}\b(?![^.;]{{0,30}}\boutputs?\b)",
        re.I,
    ),
    Pattern(
        rf"\b{N}[-\s]dimensional\s+(?:inputs?|features?|vectors?)\s*(?:,|and|to|into)\s*{N}\s+{UNITS}",
        re.I,
    ),
    Pattern(
        rf"\b(?:inputs?|features?|vectors?)\s+of\s+(?:length|size|dimension|width)\s+{N}\s*(?:,|and|to|into|,\s*and)\s*"
        rf"{N}\s+{UNITS}",
        re.I,
    ),
    Pattern(rf"(?:nn\.)?Linear\(\s*(?:in_features\s*=\s*)?{N},\s*(?:out_features\s*=\s*)?{N}\b"),
    Pattern(
        rf"\b(?:from\s+)?{N}\s*(?:(?:{INPUTS}|{UNITS})\s*)?{TO}{N}\b(?!\s*(?:channels|filters|[×x·*]\s*\d))",
        re.I,
    ),
    Pattern(
        rf"\b{N}\s+{INPUTS}\s*(?:,|and|to|into|with|→|->|,\s*and)\s*(?:a\s+\w+\s+of\s+)?{N}\s+{UNITS}",
        re.I,
    ),
    Pattern(
        rf"(?<![(·×*+])(?<![(·×*+] )\b{N}\s*[×x·*]\s*{N}"
        r"(?=\s*(?:[=≈]|\+\s*\d[\d,]*\s*(?:[=≈]|biases))(?!\s*\d+\s*[×x·*]))"
        r"(?!\s*[=≈][\s\d,]+(?:entries|values|inputs|features|elements|pixels|activations)\b)"
    ),
    Pattern(
        rf"\bDense\(\s*(?:units\s*=\s*)?(?P<m>\d+)\b[^()\n]{{0,40}}\)`?[^.;\d\n]{{0,40}}?\b(?P<n>{WRITTEN})"
        rf"(?:[-\s]dim\w*|\s+{INPUTS}|\s+{UNITS})",
        re.I,
    ),
    Pattern(
        rf"\b(?P<n>{WRITTEN})(?:[-\s]dim\w*|\s+{INPUTS})[^.;\d\n]{{0,40}}?\bDense\(\s*(?:units\s*=\s*)?(?P<m>\d+)\b",
        re.I,
    ),
    Pattern(
        rf"\b(?P<m>{WRITTEN})[\s-]+(?:{UNITS}|-?unit|-?neuron)\b[^.;\d]{{0,40}}?\b(?:{INPUTS})\s+of\s+(?:(?:size|length|dim\w*)\s+)?"
        rf"(?P<n>{WRITTEN})",
        re.I,
    ),
    Pattern(
        rf"\b{N}\s+{UNITS}\s+(?:on|and|with|over|for|fed\s+by|receiving)\s+{N}\s+{INPUTS}", re.I
    ),
)
CONVOLUTION = Pattern(r"\bconv|\bkernels?\b|\bfilters?\b", re.I)
SPECIAL = Pattern(
    r"\b(?:depth-?wise|separable|point-?wise|grouped?|transposed|octave|shared|tied|dilated|per\s+head|LoRA"
    r"|rank|quanti[sz]|prun|saves?|fewer|instead|whole|in\s+total|altogether|together|network|model\s+has"
    r"|bottleneck|block|stack|two|three|four|both|each)\b",
    re.I,
)
KERNEL = Pattern(
    rf"(?<![\d×])(?P<a>\d{{1,2}}){TIMES}(?P<b>\d{{1,2}})(?:{TIMES}(?P<depth>{SIDE}))?"
    r"(?=[\s-]*(?:conv\w*|kernels?|filters?|layers?|Conv2[dD]))"
    rf"|\bconv(?:olution)?[\w.]*[\s,(:]{{1,3}}(?P<e>\d{{1,2}}){TIMES}(?P<f>\d{{1,2}})(?!\d|{TIMES}\d)(?!\s*(?:image|input|map))"
    rf"|\b(?:kernels?|filters?)\s*(?:_?size)?\s*(?:of(?:\s+size)?|=|:|is|with)?\s*\(?(?P<c>\d{{1,2}})"
    rf"(?:(?:{TIMES}|,\s*)(?P<d>\d{{1,2}})\)?(?:{TIMES}(?P<depth_2>{SIDE}))?|(?!\s*(?:[×xX]|filters|,?\s*\d)))",
    re.I,
)
CHANNELS = (
    Pattern(rf"\bConv2[dD]\(\s*(?:in_channels\s*=\s*)?{N},\s*(?:out_channels\s*=\s*)?{N},"),
    Pattern(
        rf"\b(?:from\s+)?{N}\s*(?:input\s+)?(?:channels?\s*)?{TO}{N}\s*(?:output\s+)?(?:channels|filters|feature)",
        re.I,
    ),
    Pattern(
        rf"\b{N}\s+input\s+channels\s*(?:,|and|,\s*and|to|→|with)\s*(?:a\s+)?{N}\s+(?:output\s+channels|filters|kernels)",
        re.I,
    ),
    Pattern(rf",\s*{N}{TO}{N}\b"),
)
FILTERS = Pattern(
    rf"\b(?P<n>\d[\d,]*|{COUNT_WORDS})\s+(?:\d+{TIMES}\d+(?:{TIMES}\d+)?\s+)?(?:filters|kernels|output\s+channels)\b",
    re.I,
)
IN_CHANNELS = Pattern(
    r"\b(?:over|on|with|from|of|to|after|has)\s+(?:an?\s+)?(?P<n>\d[\d,]*)\s+(?:input\s+)?channels\b"
    r"|\b(?P<n2>\d[\d,]*)\s+input\s+channels\b|\b(?P<rgb>RGB|colou?r\s+image)\b|\b(?P<gray>gr[ae]y-?\s?scale)\b",
    re.I,
)
KERAS = Pattern(r"\bConv2D\(\s*(?P<n>\d+)\s*,\s*\(?(?P<k>\d+)(?:\s*,\s*(?P<k2>\d+)\s*\))?")
EMBEDDING = Pattern(r"\bembedding|\bvocab|\b(?:tokens|words)\b[^.;]{0,20}\bvectors?\b", re.I)
ENTRIES = (
    r"(?:tokens|words|items|entries|rows|users|products|categories|movies|ids|word\s+types|types)"
)
DIMENSION = (
    r"(?:d(?:_model|im)?\b|dim\w*|size|hidden(?:\s+size)?|width|length|vectors?|embeddings?)"
    r"(?:\s+(?:size|width|dimension))?"
)
EMBEDDING_SIZES = (
    Pattern(
        rf"\bvocab\w*(?:\s+size)?(?:\s+(?:of|is)|\s*[=:])?\s*(?P<n>{WRITTEN})(?:\s+{ENTRIES})?\b[^.;\d]{{0,50}}?"
        rf"(?P<m>{WRITTEN})(?!\s+(?:tokens|positions|classes|layers|heads|words|documents|sentences|\w*\s?param|weights))",
        re.I,
    ),
    Pattern(
        rf"(?P<n>{WRITTEN})\s+{ENTRIES}\b[^.;\d]{{0,40}}?(?P<m>{WRITTEN})[\s-]*(?:-?\s*dim\w*|components|numbers|values)",
        re.I,
    ),
    Pattern(
        rf"(?P<n>{WRITTEN})\s+{ENTRIES}\b[^.;\d]{{0,40}}?\b{DIMENSION}\s*(?:of|=|:|is)?\s*(?:(?:length|size|dimension)\s+)?"
        rf"(?P<m>{WRITTEN})(?!\s*[·×*])",
        re.I,
    ),
    Pattern(
        rf"(?P<m>{WRITTEN})-dim\w*\s+(?:\w+\s+)?(?:embeddings?|vectors?)\b[^.;\d]{{0,40}}?(?P<n>{WRITTEN})\s+{ENTRIES}",
        re.I,
    ),
    Pattern(rf"Embedding\(\s*(?:\w+\s*=\s*)?{N},\s*(?:\w+\s*=\s*)?{N}\s*\)"),
)
RECURRENT = Pattern(r"\b(?P<kind>LSTM|GRU|(?:vanilla\s+|simple\s+)?RNN)\b")
RECURRENT_SIZES = (
    Pattern(
        rf"\b{N}\s+(?:{INPUTS})\b[^.;\d]{{0,40}}?\b{N}\s+(?:hidden\s+)?(?:units|neurons|cells|hidden)",
        re.I,
    ),
    Pattern(
        rf"\binput\s+(?:size|dim\w*)\s*(?:of|=|:|is)?\s*{N}\b[^.;\d]{{0,40}}?\bhidden\s+(?:size|units|dim\w*|state)\s*(?:of|=|:|is)?\s*{N}",
        re.I,
    ),
    Pattern(rf"(?:LSTM|GRU|RNN)\(\s*(?:input_size\s*=\s*)?{N},\s*(?:hidden_size\s*=\s*)?{N}"),
)
NOT_DENSE = Pattern(r"LSTM|GRU|RNN|\b(?:recurrent|attention)\b")
ONE_GATE = Pattern(r"\b(?:one|an?|each|per)\s+(?:single\s+)?(?:LSTM|GRU)\s+gate\b", re.I)
GATES = {"LSTM": 4, "GRU": 3}
WIDTH = (
    r"(?:d_?\s?(?:model)?|d\s*_\s*\{?\s*(?:text)?\s*model\s*\}?|hidden\s+(?:size|dim\w*)|model\s+(?:dim\w*|width|size)|width"
    r"|embedding\s+(?:size|dim\w*)|dimension)"
)
D_MODEL = Pattern(rf"\b{WIDTH}\s*(?:of|=|:|is)?\s*{N}\b", re.I)
D_FF = Pattern(
    r"\b(?:d_?\s?ff\w*|d\s*_\s*\{?\s*(?:text)?\s*ff\w*\s*\}?|inner\s+(?:size|dim\w*)|hidden\s+layer\s+of)\s*(?:of|=|:|is)?\s*"
    + N,
    re.I,
)
TRANSFORMER = Pattern(
    r"\b(?:an?|one|each|every|per|single|the)\s+(?:transformer|encoder)(?:\s+encoder)?[\s-]+(?:layer|block)\b",
    re.I,
)
NO_TRANSFORMER = Pattern(
    r"\b(?:\w*GLU|gated|llama|GQA|MQA|kv|cross|moe|experts?|embeddings?|vocab\w*|lora|adapters?"
    r"|projections?|heads?|attention|feed-?forward|ffn|mlp|layers|blocks|stack)\b",
    re.I,
)
RANK = Pattern(rf"\b(?:rank|r)\s*(?:of|=|:|is)?\s*{N}\b", re.I)
MATRIX = Pattern(rf"\b{N}{TIMES}{N}\b[\s-]*(?:weight\s+)?(?:matrix|weight|layer|projection)", re.I)
NORM = Pattern(
    r"\b(?P<kind>layer\s?norm\w*|batch\s?norm\w*(?=\b|\()|layer\s+normali[sz]ation|batch\s+normali[sz]ation)\b",
    re.I,
)
NOT_NORM = Pattern(
    r"\b(?:conv\w*|dense|linear|kernels?|filters|layers|attention|block|network|model)\b", re.I
)
NORM_SIZE = Pattern(
    rf"\b(?:over|on|for|with|of)\s+{N}\s+(?:channels|features|dimensions|units)|\b{WIDTH}\s*(?:of|=|:|is)?\s*{N}|Norm(?:1d|2d)?\(\s*{N}\s*\)",
    re.I,
)

Spans = tuple[tuple[int, int], ...]


@record
class Layer:
    """What a layer's parameters can be: (count, formula) without and with biases.

    spans: where the sizes stand that they were computed from.
    """

    without: tuple[int, str] | None
    with_bias: tuple[tuple[int, str], ...]
    spans: Spans


# An item that leads to its output, "conv → 28×28×16": so do the others, "dense 32 → 32".
TO_MAP = Pattern(r"(?:→|->|⇒|=>)\s*[(\[]?\d+\s*(?:[x×,]\s*\d+\s*){2}")


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The parameter counts of a section: each follows from the sizes in its sentence or row."""
    said = [p.plain for p in section if "bias" in p.plain]
    with_bias = any(map(WITH_BIAS.search, said)) and not any(map(WITHOUT_BIAS.search, said))
    before = ""
    walked = {p.place[:4] for p in section if p.block.kind == "item" and TO_MAP.search(p.plain)}
    for passage in section:
        is_output = passage.block.kind == "item" and passage.place[:4] in walked
        if passage.block.kind != "table" and not is_output:
            yield from in_sentence(passage, with_bias, before)
        before = f"{passage.plain}\n" if passage.plain.rstrip().endswith(OPEN_ENDS) else ""
    yield from in_tables(section, with_bias)


def in_sentence(passage: Passage, with_bias: bool, before: str) -> Iterator[Verdict]:
    """with_bias: the section says that its layers have biases; before: what the sentence ends."""
    plain, region, last = passage.plain, 0, 0
    if not has_one(passage.lower, ("param", "weight")):
        return
    kind = passage.block.section if RECURRENT.search(passage.block.section) else ""
    for found in LARGE.finditer(plain):
        noun = COUNTED.match(plain, found.end())
        before_it = (max(0, found.start() - 50), found.start())
        is_named = noun or COUNT_BEFORE.search(plain, *before_it)
        if not is_named or OUT_OF.search(plain, *before_it) or FACTOR.match(plain, found.end()):
            continue
        if noun and noun["noun"].lower().startswith(OF_BIASES):
            region = last  # of the layer whose weights were just counted
        text = before + plain[region : found.start()]
        is_of_weights = noun and noun["noun"].lower().startswith("weight")
        near = text + REST.match(plain, found.end())[0]
        near += " with bias" * (with_bias and not is_of_weights)
        if noun and WEIGHTS_APART.match(plain, noun.end()):
            near = f"{text} without bias"
        offset = region - len(before)
        verdict = of_count(passage, found, text, near, offset, noun["noun"] if noun else "")
        if kind and not verdict and not region and RECURRENT_SIZES[1].search(text):
            layer = recurrent(text, offset, kind)
            verdict = layer and of_layer(passage, found, layer, allowed(layer, near, "parameters"))
        last, region, before = region, found.end(), ""
        if verdict:
            yield verdict


def in_tables(section: Sequence[Passage], with_bias: bool) -> Iterator[Verdict]:
    """The counts in a column of parameters: all with biases, or all without."""
    tables: dict[int, list[Passage]] = {}
    for passage in section:
        if passage.block.kind == "table":
            tables.setdefault(id(passage.block), []).append(passage)
    for rows in tables.values():
        header = [words(cell.content) for cell in rows[0].block.rows[0]]
        columns = [i for i, name in enumerate(header) if PARAMETERS.search(name)]
        if len(columns) == 1 and (sizes := size_columns(header)):
            yield from in_size_columns(rows, columns[0], sizes, with_bias or header[columns[0]])
        elif len(columns) == 1:
            near = f"{header[columns[0]]} {' with bias' * with_bias}"
            yield from in_column(rows, columns[0], len(header), near)


SIZE_HEADS = {
    "kernel": Pattern(r"(?:kernel|filter|window|k)(?:\s+size)?(?:\s*\([^()]*\))?", re.I),
    "in": Pattern(
        r"(?:in|inputs?|c_?\s?in|n_?\s?in|in(?:put)?[\s_]+(?:channels|features|units|size))", re.I
    ),
    "out": Pattern(
        r"(?:out|outputs?|units|neurons|filters|c_?\s?out|n_?\s?out|out(?:put)?[\s_]+(?:channels|features|units|size))",
        re.I,
    ),
}
OTHER_ROW = Pattern(r"\b(?:LSTM|GRU|RNN|attention|embed\w*|\w*norm\w*|pool\w*|total)\b", re.I)
SQUARE_CELL = Pattern(rf"\s*(?P<k>\d{{1,2}})(?:{TIMES}(?P=k))?\s*")


def size_columns(header: Sequence[str]) -> dict[str, int] | None:
    """The columns of inputs and outputs, and of kernels if there is one."""
    found = {
        name: [i for i, head in enumerate(header) if pattern.fullmatch(head.strip())]
        for name, pattern in SIZE_HEADS.items()
    }
    if len(found["in"]) != 1 or len(found["out"]) != 1 or len(found["kernel"]) > 1:
        return None
    return {name: places[0] for name, places in found.items() if places}


def in_size_columns(
    rows: Sequence[Passage], column: int, sizes: dict[str, int], near: str | bool
) -> Iterator[Verdict]:
    """| conv1 | 3×3 | 3 | 32 | 896 |: all with biases, or all without."""
    read: list[tuple[Passage, re.Match[str], Layer]] = []
    for row in rows:
        cells = row.plain.split("\n")
        start = sum(len(cell) + 1 for cell in cells[:column])
        found = count_in(row, start, cells[column]) if column < len(cells) else None
        is_other = SPECIAL.search(row.plain) or OTHER_ROW.search(row.plain)
        layer = sized_layer(cells, sizes) if found and not is_other else None
        if layer:
            read.append((row, found, layer))
    near = f"{near if isinstance(near, str) else ' with bias'} {bias_of(read)}"
    options = [allowed(layer, near + without_bias(row), "parameters") for row, _, layer in read]
    found = [
        of_layer(*row, allowed_counts) for row, allowed_counts in zip(read, options, strict=True)
    ]
    if sum(not verdict.message for verdict in found if verdict) * 2 >= len(found):
        yield from filter(None, found)


def sized_layer(cells: Sequence[str], sizes: dict[str, int]) -> Layer | None:
    """The layer of a row: convolution, or dense where the row has no kernel."""
    n, m = (integer(cells[sizes[name]].strip()) for name in ("in", "out"))
    kernel = cells[sizes["kernel"]].strip() if "kernel" in sizes else ""
    square = SQUARE_CELL.fullmatch(kernel)
    if not n or not m or (kernel.strip("–—- ") and not square):
        return None
    k = int(square["k"]) if square else 1
    formula = f"{k} × {k} × {n:,} × {m:,}" if square else f"{n:,} × {m:,}"
    count = k * k * n * m
    return Layer((count, formula), ((count + m, f"{formula} + {m:,}"),), ())


def in_column(rows: Sequence[Passage], column: int, width: int, near: str) -> Iterator[Verdict]:
    read: list[tuple[Passage, re.Match[str], Layer]] = []
    for row in rows:
        cells = row.plain.split("\n")
        if len(cells) != width:
            continue
        start = sum(len(cell) + 1 for cell in cells[:column])
        found = count_in(row, start, cells[column])
        text = "\n".join(cell for i, cell in enumerate(cells) if i != column)
        is_one = not SEVERAL_LAYERS.search(text)
        layer = layer_of(text, 0) if found and is_one else None
        if layer and found.end() <= start + len(cells[column]):
            read.append((row, found, layer))
    for row, found, layer in read:
        said = near + bias_of(read) + without_bias(row)
        yield of_layer(row, found, layer, allowed(layer, said, "parameters"))


def without_bias(row: Passage) -> str:
    """ "without bias" if a row of a table says so of itself."""
    return " without bias" if WITHOUT_BIAS.search(row.plain) else ""


SEVERAL_LAYERS = Pattern(r"\d\s*(?:→|->)\s*\d[\d,]*\s*(?:→|->)\s*\d")  # 512 → 2048 → 512


def count_in(row: Passage, start: int, cell: str) -> re.Match[str] | None:
    """The count in a cell that begins at `start`: a number, or what 16·(9 + 1) = 160 ends with."""
    last = cell[cell.rfind("=") + 1 :]
    return LARGE.match(row.plain, start + len(cell) - len(last.lstrip()))


def bias_of(read: Sequence[tuple[Passage, re.Match[str], "Layer"]]) -> str:
    """ "with bias" if most rows of a table are right with biases and only with them."""
    with_bias = without = 0
    for row, found, layer in read:
        quantity = large(found, row.plain)
        with_bias += any(agrees_with(quantity, value) for value, _ in layer.with_bias)
        without += bool(layer.without) and agrees_with(quantity, layer.without[0])
    return " with bias" if with_bias > without else ""


def of_count(
    passage: Passage, found: re.Match[str], text: str, near: str, offset: int, noun: str
) -> Verdict | None:
    """The verdict on a count of what `noun` says, of the layer that `text` describes."""
    if SEVERAL_LAYERS.search(text):
        return None
    layer = layer_of(without_calculation(text), offset) or layer_of(text, offset)
    if not layer:
        return None
    is_of_biases = noun.lower().startswith(OF_BIASES)
    options = biases_of(layer) if is_of_biases else allowed(layer, near, noun)
    if not options or has_further_factors(text, options[-1][1]):
        return None
    return of_layer(passage, found, layer, options)


def has_further_factors(text: str, formula: str) -> bool:
    """Whether a text ends with a calculation of more numbers than a formula: of another layer."""
    found = CALCULATION.search(text)
    written = re.findall(r"\d+", re.sub(r"[,{}\s]", "", found[0])) if found else []
    return len(written) > len(re.findall(r"\d[\d,]*", formula))


def without_calculation(text: str) -> str:
    """The text with spaces for the calculation that it ends with: "10 · (9 + 1) = "."""
    found = CALCULATION.search(text)
    return text if not found else text[: found.start()] + " " * len(found[0])


def of_layer(
    passage: Passage, found: re.Match[str], layer: "Layer", options: Sequence[tuple[int, str]]
) -> Verdict | None:
    """The verdict on a written count, which must be one of the options."""
    quantity = large(found, passage.plain)
    if quantity is None or not quantity.value:
        return None
    right = any(agrees_with(quantity, value) for value, _ in options)
    value, formula = options[-1]
    end = found.end("unit") if found["unit"] else found.end("number")
    spans = tuple(span for span in layer.spans if span[0] >= 0)  # not of the sentence before
    return judged(passage, (found.start(), end), right, f"{formula} = {value:,}", spans)


def allowed(layer: Layer, near: str, noun: str) -> list[tuple[int, str]]:
    """The counts that the words about biases allow, the likeliest last."""
    without = [layer.without] if layer.without else []
    if BOTH_BIASES.search(near) and WITHOUT_BIAS.search(near) and WITH_BIAS.search(near):
        return [*without, *layer.with_bias]
    if WITHOUT_BIAS.search(near):
        return without or list(layer.with_bias)
    if WITH_BIAS.search(near):
        return list(layer.with_bias) or without
    options = [*without, *layer.with_bias]
    return options[::-1] if noun.lower().startswith("weight") else options


def biases_of(layer: Layer) -> list[tuple[int, str]]:
    """How many biases a layer can have."""
    if not layer.without:
        return []
    return [(count - layer.without[0], "one for each output") for count, _ in layer.with_bias]


def layer_of(text: str, offset: int) -> Layer | None:
    """The one layer that a text describes by its sizes."""
    if TRANSFORMER.search(text):
        return transformer(text, offset)
    if NORM.search(text) and not NOT_NORM.search(text):
        return normalization(text, offset)
    if EMBEDDING.search(text) and not SPECIAL.search(text.replace("each", "")):
        return embedding(text, offset)
    if SPECIAL.search(text):
        return lora(text, offset)
    for applies, read in READERS:
        if applies.search(text) and (layer := read(text, offset)):
            return layer
    return None


def two_sizes(
    text: str, offset: int, patterns: tuple[re.Pattern[str], ...]
) -> tuple[int, int, Spans] | None:
    """The two numbers of the first pattern that occurs, if it occurs once."""
    for pattern in patterns:
        found = list(pattern.finditer(text))
        if len(found) == 1:
            groups = ("n", "m") if "m" in found[0].groupdict() else (1, 2)
            one, other = (integer(found[0][i]) for i in groups)
            spans = tuple((found[0].start(i) + offset, found[0].end(i) + offset) for i in groups)
            return (one, other, spans) if one and other else None
        if found:
            return None
    return None


def dense(text: str, offset: int) -> Layer | None:
    sizes = two_sizes(text, offset, DENSE_SIZES)
    if not sizes or CONVOLUTION.search(text) or NOT_DENSE.search(text):
        return None
    n, m, spans = sizes
    if re.search(rf"{UNITS}\s+(?:on|and|with|over|for|fed)", text, re.I):
        units_first = DENSE_SIZES[-1].search(text)
        n, m = (m, n) if units_first else (n, m)
    if "classes" in text and m == 2:
        return None  # one set of weights tells two classes apart
    return Layer((n * m, f"{n:,} × {m:,}"), ((n * m + m, f"{n:,} × {m:,} + {m:,}"),), spans)


def convolution(text: str, offset: int) -> Layer | None:
    sizes = kernel_sizes(text)
    channels = two_sizes(text, offset, CHANNELS) or channels_apart(text, offset)
    if not sizes or not channels:
        return None
    height, width, depth = sizes
    c_in, c_out, spans = channels
    if depth and depth != c_in:
        return None
    product = height * width * c_in * c_out
    formula = f"{height} × {width} × {c_in:,} × {c_out:,}"
    return Layer((product, formula), ((product + c_out, f"{formula} + {c_out:,}"),), spans)


def kernel_sizes(text: str) -> tuple[int, int, int] | None:
    """Height, width and depth (0 if not said) of the only kernel of a text."""
    if keras := KERAS.search(text):
        side = int(keras["k"])
        return side, int(keras["k2"] or side), 0
    if torch := re.search(r"Conv2d\(\s*\d+,\s*\d+,\s*(?:kernel_size\s*=\s*)?\(?(\d+)", text):
        return int(torch[1]), int(torch[1]), 0
    found = {
        (
            int(k["a"] or k["c"] or k["e"]),
            int(k["b"] or k["d"] or k["f"] or k["c"]),
            integer(k["depth"] or k["depth_2"] or "0"),
        )
        for k in KERNEL.finditer(text)
    }
    return found.pop() if len(found) == 1 else None


def channels_apart(text: str, offset: int) -> tuple[int, int, Spans] | None:
    """Input channels and filters that are said in different places."""
    filters = FILTERS.search(text) or KERAS.search(text)
    given = [*IN_CHANNELS.finditer(text)]
    if not filters or not given:
        return None
    counts = {3 if g["rgb"] else 1 if g["gray"] else integer(g["n"] or g["n2"]) for g in given}
    if len(counts) != 1:
        return None
    spans = [
        filters.span("n"),
        *(g.span("n" if g["n"] else "n2") for g in given if g["n"] or g["n2"]),
    ]
    places = tuple((start + offset, end + offset) for start, end in spans)
    return counts.pop(), integer(filters["n"]), places


def embedding(text: str, offset: int) -> Layer | None:
    sizes = two_sizes(text, offset, EMBEDDING_SIZES)
    if not sizes:
        return None
    rows, columns, spans = sizes
    return Layer((rows * columns, f"{rows:,} × {columns:,}"), (), spans)


def recurrent(text: str, offset: int, kind: str = "") -> Layer | None:
    """`kind` names the cell where the text does not."""
    if ONE_GATE.search(text):
        return None
    sizes = two_sizes(text, offset, RECURRENT_SIZES)
    if not sizes:
        return None
    n, h, spans = sizes
    gates = GATES.get(RECURRENT.search(kind or text)["kind"], 1)
    weights = gates * h * (n + h)
    formula = f"{gates} × {h:,} × ({n:,} + {h:,})"
    options = (
        (weights + 2 * gates * h, f"{formula} + {2 * gates} × {h:,}"),
        (weights + gates * h, f"{formula} + {gates} × {h:,}"),
    )
    return Layer((weights, formula), options, spans)


def attention(text: str, offset: int) -> Layer | None:
    width = [*D_MODEL.finditer(text)]
    if len({w[1] for w in width}) != 1 or re.search(r"GQA|MQA|grouped|kv\s+heads", text, re.I):
        return None
    d = integer(width[0][1])
    spans = ((width[0].start(1) + offset, width[0].end(1) + offset),)
    if re.search(r"\bfeed-?forward|\bFFN\b|\bMLP\b", text, re.I):
        inner = D_FF.search(text)
        f = integer(inner[1]) if inner else 4 * d
        product = 2 * d * f
        formula = f"2 × {d:,} × {f:,}"
        return Layer((product, formula), ((product + d + f, f"{formula} + {f:,} + {d:,}"),), spans)
    formula = f"4 × {d:,}²"
    return Layer((4 * d * d, formula), ((4 * d * d + 4 * d, f"{formula} + 4 × {d:,}"),), spans)


def transformer(text: str, offset: int) -> Layer | None:
    """12 d² for attention and a feed-forward part four times as wide; biases and norms are few."""
    width, inner = [*D_MODEL.finditer(text)], [*D_FF.finditer(text)]
    if len({w[1] for w in width}) != 1 or len(inner) > 1 or NO_TRANSFORMER.search(text):
        return None
    d = integer(width[0][1])
    f = integer(inner[0][1]) if inner else 4 * d
    weights, biases, norms = 4 * d * d + 2 * d * f, 5 * d + f, 4 * d
    formula = f"4 × {d:,}² + 2 × {d:,} × {f:,}"
    counts = tuple((weights + more, formula) for more in (norms, biases, biases + norms, 0))
    spans = ((width[0].start(1) + offset, width[0].end(1) + offset),)
    return Layer(None, counts, spans)


def normalization(text: str, offset: int) -> Layer | None:
    found = [*NORM_SIZE.finditer(text)]
    if len(found) != 1:
        return None
    group = found[0].lastindex
    d = integer(found[0][group])
    spans = ((found[0].start(group) + offset, found[0].end(group) + offset),)
    return Layer((2 * d, f"2 × {d:,}"), (), spans)


def lora(text: str, offset: int) -> Layer | None:
    """LoRA's two factors of a matrix: r (d_in + d_out)."""
    rank, matrix = [*RANK.finditer(text)], [*MATRIX.finditer(text)]
    if (
        not re.search(r"\bLoRA\b|\b[Ll]ow-rank\b|\b[Rr]ank\s+\d+\s+on\b", text)
        or len(rank) != 1
        or len(matrix) != 1
    ):
        return None
    r, one, other = integer(rank[0][1]), integer(matrix[0][1]), integer(matrix[0][2])
    spans = tuple((s + offset, e + offset) for s, e in (rank[0].span(1), matrix[0].span(1)))
    return Layer((r * (one + other), f"{r:,} × ({one:,} + {other:,})"), (), spans)


Reader = Callable[[str, int], Layer | None]
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (RECURRENT, recurrent),
    (EMBEDDING, embedding),
    (CONVOLUTION, convolution),
    (NORM, normalization),
    (
        Pattern(r"\battention\b|\bfeed-?forward\s+(?:part|block|network)|\bFFN\b", re.I),
        attention,
    ),
    (DENSE, dense),
)
