"""How many parameters a network of dense layers has altogether, from the widths of its layers."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hooks.pattern import Pattern
from hooks.worked.facts import Passage
from hooks.worked.layer_parameters import WITH_BIAS, Layer, allowed, of_layer
from hooks.worked.sizes import LARGE, Verdict, has_one, integer

N = r"(?:\d{1,3}(?:,\d{3})+|\d+)"
# How widths are written, and what such a text must hold.
WIDTHS = {
    Pattern(
        rf"(?<![\w.,→>×-])(?P<widths>{N}(?:\s*(?:→|-{{1,2}}>|⟶|⇒)\s*{N}){{2,7}})"
        r"(?!\w|\s*[→>×·*+-]|[.,]\d)"
    ): "→>⟶⇒",
    Pattern(r"(?<![\w.,–-])(?P<widths>\d{1,5}(?:[–-]\d{1,5}){2,7})(?![\w–-]|[.,]\d)"): "–-",
}
DENSE = Pattern(
    r"\b(?:MLP|perceptron|dense|fully[\s-]connected|feed-?forward|network|net|layers?|bias(?:es)?)\b",
    re.I,
)
OTHER_LAYERS = Pattern(
    r"\b(?:conv\w*|embedding\w*|LSTM|GRU|RNN|batch[\s-]?norm\w*|layer[\s-]?norm\w*|attention"
    r"|autoencoder|tied|channels?)\b",
    re.I,
)
# What says that a count is of the whole network, before it or behind it.
TOTAL_BEFORE = Pattern(
    r"\b(?:total|together|altogether|in\s+all|overall|(?P<whole>network|net|MLP|model|perceptron)\s+has)\b"
    r"(?:\s+(?:number|parameters?|params?|count|of|is|are|then|has|about|roughly|weights))*\s*[:=≈~]?\s*$",
    re.I,
)
TOTAL_BEHIND = Pattern(
    r"\s*(?:trainable\s+|learnable\s+)?(?:parameters?|params|weights)\s+(?:in\s+total|altogether|in\s+all|overall)",
    re.I,
)
OTHER_NOUN = Pattern(
    r"\s+(?!(?:param|weight|trainable|learnable|in\b|with|altogether|and\b|of\b|if\b|or\b))[a-z]",
    re.I,
)
IN_CALCULATION = Pattern(r"\s*(?:[+×·*=/^]|[-−]\s?\d)")


def verdicts(section: Sequence[Passage]) -> Iterator[Verdict]:
    """The totals of a section that states the widths of one network."""
    text = "\n".join(passage.lower for passage in section)
    widths = widths_of(section) if has_one(text, ("param", "weights", "bias")) else None
    if not widths or OTHER_LAYERS.search(text):
        return
    layer = dense_layers(widths)
    with_bias = " with bias" if WITH_BIAS.search(text) else ""
    for passage in section:
        if passage.block.kind == "table":
            continue
        for found in LARGE.finditer(passage.plain):
            if is_total(passage.plain, found):
                options = allowed(layer, passage.plain + with_bias, "parameters")
                if verdict := of_layer(passage, found, layer, options):
                    yield verdict


def widths_of(section: Sequence[Passage]) -> tuple[int, ...] | None:
    """The widths of the only network of dense layers: 784 → 128 → 10, or 784-128-10."""
    found = {
        tuple(integer(width) for width in re.findall(N, written))
        for passage in section
        for written in chains_in(passage.plain)
    }
    widths = found.pop() if len(found) == 1 else ()
    widths = widths or (in_words(section) if not found else ())
    return widths if widths and all(widths) else None


FROM_TO = Pattern(
    rf"\bfrom\s+(?:the\s+)?(?P<a>{N})\s+(?:[a-z]+\s+){{0,2}}?to\s+(?P<b>{N})\b(?!\s*[%.:]\d)", re.I
)
IN_WORDS = Pattern(
    rf"(?P<first>{N})\s+(?:inputs?|input\s+\w+|features|pixels)\b[^.;\d]{{0,50}}?"
    rf"(?:hidden\s+layers?\s+(?:of|with)\s+(?P<hidden>{N}(?:\s*(?:,|and|,\s*and)\s*{N}){{0,3}})(?:\s+(?:units|neurons))?"
    rf"|(?P<hidden2>{N}(?:\s*(?:,|and|,\s*and)\s*{N}){{0,3}})\s+hidden\s+(?:units|neurons))"
    rf"[^.;\d]{{0,50}}?(?P<last>{N})\s+(?:outputs?|output\s+\w+|classes)\b",
    re.I,
)


def in_words(section: Sequence[Passage]) -> tuple[int, ...]:
    """The widths of "from 784 pixels to 128 units … from 128 to 10", or of "10 inputs, a hidden
    layer of 20 units and 1 output"."""
    plain = "\n".join(passage.plain for passage in section)
    if "hidden" not in plain and plain.lower().count("from ") < 2:
        return ()
    if found := list(IN_WORDS.finditer(plain)):
        named = found[0]["hidden"] or found[0]["hidden2"]
        numbers = [found[0]["first"], *re.findall(N, named), found[0]["last"]]
        return tuple(map(integer, numbers)) if len(found) == 1 else ()
    pairs = [(integer(found["a"]), integer(found["b"])) for found in FROM_TO.finditer(plain)]
    joined = len(pairs) > 1 and all(a[1] == b[0] for a, b in pairwise(pairs))
    return (pairs[0][0], *(b for _, b in pairs)) if joined and DENSE.search(plain) else ()


def chains_in(plain: str) -> list[str]:
    """The numbers joined by arrows or dashes in a text about dense layers."""
    written = [
        found["widths"]
        for pattern, marks in WIDTHS.items()
        if has_one(plain, marks)
        for found in pattern.finditer(plain)
    ]
    return written if written and DENSE.search(plain) else []


def dense_layers(widths: Sequence[int]) -> Layer:
    """All layers as one: the weights between neighbors, and a bias for each unit but the inputs."""
    pairs = [f"{n:,} × {m:,}" for n, m in pairwise(widths)]
    weights = sum(n * m for n, m in pairwise(widths))
    biases = sum(widths[1:])
    formula = " + ".join(pairs)
    return Layer((weights, formula), ((weights + biases, f"{formula} + {biases:,}"),), ())


def is_total(plain: str, found: re.Match[str]) -> bool:
    """Whether a count is that of the network; "the network has" may speak of another one."""
    if IN_CALCULATION.match(plain, found.end()) or OTHER_NOUN.match(plain, found.end()):
        return False
    if TOTAL_BEHIND.match(plain, found.end()):
        return True
    before = TOTAL_BEFORE.search(plain, max(0, found.start() - 60), found.start())
    return bool(before) and (not before["whole"] or any(w.search(plain) for w in WIDTHS))
