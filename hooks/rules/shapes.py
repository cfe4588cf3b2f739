"""Shapes, parameter counts and other sizes follow from the sizes that a page states.

## What it checks

Sizes that a sentence, a list or a row of a table computes from other sizes which it states:

- outputs of convolutions and pooling, ⌊(n + 2p − d(k − 1) − 1)/s⌋ + 1, with the number of channels,
  also down a list of layers ("conv, 6 filters of 5 × 5, no padding → 6 × 24 × 24"); "same" padding,
  dilated kernels, transposed convolutions that state everything;
- products of matrices, `(32 × 784)·(784 × 10)`, `X @ W` and X(XᵀX)⁻¹Xᵀ of stated shapes;
  broadcasting;
- flattened sizes, patches of an image, receptive fields of stacked convolutions, sizes of attention
  heads, shapes of queries, keys, attention scores and outputs; class tokens;
- channels that pooling, upsampling and joining leave; padding that keeps a size; the factors of a
  thin SVD; square matrices of covariance and attention;
- rows of summaries of networks (Keras, torchsummary, tables): output shapes and parameters, also
  from columns for kernel, inputs and outputs;
- parameters of dense, convolutional, embedding, LSTM, GRU, attention, feed-forward, transformer and
  normalization layers, of LoRA, and of a whole network of dense layers (784-128-10);
- gigabytes of a model's weights; batches per epoch, fits of a grid search, leaves of a tree, terms
  of a polynomial, columns of a one-hot encoding.

Where inputs are worded freely, a result is wrong on double evidence: it is none of the values that
any reading of the page's sizes gives, and it is one that a typical slip gives. Biases are left
out or added for each input, one gate of an LSTM stands for four, one factor of an adapter for both,
keys without values, query heads for those of keys, the bytes of another format, a stride or a
padding is forgotten, patches are counted along one side. So are read the counts above, patches of
an image, and gigabytes of a model's weights, of its training and of its key-value cache.
A row is wrong, too, if one law gives all others of its table or list, c · in · out + out or
c · (in + out).

Shapes are read as `28 × 28 × 3`, `28x28x3`, `(3, 28, 28)` and in LaTeX, channels first or last;
layers also as `nn.Linear(784, 128)`, `Conv2d(3, 64, 7)`, "784 inputs and 128 units", "784 → 128".

What is not said may be what is usual: padding none or "same", stride 1 for convolutions and the
window's size for pooling, parameters with biases or without, an LSTM's with one bias for each gate
(Keras) or two (PyTorch), GB of 1000³ or 1024³ bytes. "About 100k" and 14 GB are rounded.

## Why

Interviewers ask for output sizes and parameter counts to see whether a candidate knows what a layer
does. One forgotten "+ 1", bias or channel shows that nobody counted.

## Example

    A 32 × 32 image and a 5 × 5 kernel with stride 1 and no padding give 27 × 27. A dense layer from
    784 inputs to 128 units has 100,408 parameters.

## Use instead

    A 32 × 32 image and a 5 × 5 kernel with stride 1 and no padding give 28 × 28. A dense layer from
    784 inputs to 128 units has 100,480 parameters.

## What it leaves alone

- Layers of which a size is missing, and sentences that describe two.
- Grouped, separable and 3D convolutions, adaptive pooling.
- Parameters of other networks, blocks and stacks; memory for training and activations.
- What would be, is undefined, or fails.
- Sections on common mistakes, and what is called wrong or ~~struck out~~.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from hooks.account import Account
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.wording import JOINER
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.worked import (
    attention_products,
    attention_shapes,
    bytes_of_parameters,
    laws_of_rows,
    layer_parameters,
    layer_shapes,
    layer_summaries,
    matrix_shapes,
    network_parameters,
    parameter_totals,
    run_counts,
    size_facts,
    slips_of_memory,
    slips_of_outputs,
    slips_of_parameters,
)
from hooks.worked.facts import Passage, passages
from hooks.worked.named_sizes import Scene
from hooks.worked.sizes import Verdict, has_one
from hooks.worked.stated import MOST_DIGITS

NAME = "shapes"
SCOPE = "any"

# Who reads a section, and the words of which it must have one.
READERS = tuple(
    (read, tuple(marks.split("|")))
    for read, marks in (
        (layer_shapes.layers, "conv|kernel|filter|pool|stride"),
        (
            matrix_shapes.products,
            "@|shape|matri|multipl|times|product|broadcast|ᵀ|\\top|^t|)·(|) · (|\\times|×",
        ),
        (attention_shapes.verdicts, "heads|patch|flatten|receptive|convs|conv layers|convolutions"),
        (attention_products.verdicts, "attention|scores|score matrix|qk|q @ k|queries"),
        (layer_parameters.verdicts, "param|weights"),
        (layer_summaries.verdicts, "dense|conv|linear"),
        (network_parameters.verdicts, "total|together|in all|overall| has "),
        (
            size_facts.verdicts,
            "linear(|upsampl|pool|channel|dilat|kernel|filter|layers of|flatten|class token"
            "|cls|svd|covariance|correlation matri|attention matri|gram matri|kernel matri|hessian"
            "|gradient|direction|sequence",
        ),
        (run_counts.verdicts, "epoch|fold|leaves|degree|gb|gib|mb|mib|tb|one-hot|one hot|dumm"),
    )
)
# Who explains wrong sizes by slips, on a page with a word of each group.
LAYERS = (
    *("lstm", "gru", "lora", "conv", "embedding", "norm", "attention", "dense", "linear(", "mlp"),
    *("neuron", "heads", "hidden", "transformer", "adapter", "vocab", "network", "layer"),
    *("vectors of", "matrices", "matrix", "projection", "ffn", "feed-forward"),
)
COUNTED = ("param", "trainable", "weights", "bias", "lora", "adapt", "vectors of")
IN_MEMORY = ("cache", "param", "weights", "vectors", "embedding", "checkpoint", "model", "chunks")
UNITS = (" kb", " mb", " gb", " tb", " kib", " mib", " gib", " tib")
SLIPS = (
    (slips_of_parameters.verdicts, (LAYERS, COUNTED)),
    (parameter_totals.verdicts, (LAYERS, COUNTED)),
    (slips_of_memory.verdicts, (IN_MEMORY, ("bytes", *UNITS))),
    (bytes_of_parameters.verdicts, (("param",), ("bytes",), UNITS)),
    (
        slips_of_outputs.verdicts,
        (("kernel", "conv", "pool", "patch"), ("stride", "pad", "pool", "patch")),
    ),
    (laws_of_rows.verdicts, (("|", "```", "\n    ", "\n- ", "\n* "), (*LAYERS, *COUNTED, "bytes"))),
)


TOO_LONG = Pattern(rf"(?:\d[,{JOINER}]?){{{MOST_DIGITS + 1}}}")  # no size that anybody means


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    seen = set()
    for verdict in verdicts(page):
        place = verdict.passage.text.position(verdict.start)
        if verdict.message and place not in seen:
            seen.add(place)
            yield Finding(page.path, *place, verdict.message, NAME)


def accounts(page: Question, guide: Guide) -> Iterator[Account]:
    """The sizes that were computed, and those that they were computed from."""
    for verdict in verdicts(page):
        text = verdict.passage.text
        yield Account.of(text, verdict.start, verdict.end, "checked", NAME)
        for passage, start, end in verdict.givens:
            yield Account.of(passage.text, start, end, "given", NAME)


@lru_cache(maxsize=RECENT)
def verdicts(page: Question) -> tuple[Verdict, ...]:
    """Every size of a page that was computed, right or wrong."""
    source = page.lower
    readers = [(read, marks) for read, marks in READERS if has_one(source, marks)]
    sections: dict[int, list[Passage]] = {}
    explain = [read for read, groups in SLIPS if all(has_one(source, marks) for marks in groups)]
    for passage in passages(page) if readers or explain else ():
        if not passage.of_mistakes and not TOO_LONG.search(passage.plain):
            sections.setdefault(passage.place[0], []).append(passage)
    found: list[Verdict] = []
    for section in sections.values():
        blocks = {id(passage.block): passage.block for passage in section}
        texts = [block.text.content for block in blocks.values()]
        text = "\n".join([section[0].block.section, *texts]).lower()
        for read, marks in readers:
            if has_one(text, marks):
                found += filter(None, read(section))
    everything = [passage for section in sections.values() for passage in section]
    return (*found, *slips(Scene(page, everything), found, explain))


def slips(
    scene: Scene,
    known: Sequence[Verdict],
    readers: Sequence[Callable[[Scene], Iterator[Verdict]]],
) -> Iterator[Verdict]:
    """What typical slips explain, where no other reader knows what is right."""
    here: dict[int, list[Verdict]] = {}
    for verdict in known:
        here.setdefault(id(verdict.passage), []).append(verdict)
    for read in readers:
        for verdict in read(scene):
            others = here.get(id(verdict.passage), ())
            if not any(o.start < verdict.end and verdict.start < o.end for o in others):
                yield verdict
