"""Counts of low-rank adapters that are wrong by a typical slip: one factor, half the matrices."""

import re

from hooks.pattern import Pattern
from hooks.worked.claim_contexts import Layers, Values
from hooks.worked.counted_claims import Claim
from hooks.worked.named_sizes import COUNT, N, Scene
from hooks.worked.sizes import TIMES, integer
from hooks.worked.slips import Value

ONE_FACTOR = Pattern(
    r"(?:^|[^\w])(?:A|B)(?:\s+(?:is|has|and|of|alone)\b|\s*[:=\n])|\b(?:[Ff]actors?|each(?!\s+(?:\w+\s+)?(?:\d|projection|matri))|first|second|down|up|half)\b"
)
MATRIX = Pattern(rf"({N}){TIMES}({N})(?!\d|{TIMES}\d|\s*[=+])")
WHOLE_MODEL = Pattern(
    r"\b(?:altogether|in\s+(?:all|total)|total|whole\s+model|entire\s+model|overall|all\s+(?:\w+\s+)?(?:layers|blocks))\b",
    re.I,
)
ONE_BLOCK = Pattern(r"\b(?:per|one|each|a)\s+(?:\w+\s+)?(?:layer|block)\b", re.I)
SO_MANY_LAYERS = Pattern(rf"\b{COUNT}\s+(?:\w+\s+)?(?:layers|blocks)\b", re.I)
PER_MATRIX = Pattern(
    r"\bper\s+(?:\w+\s+)?(?:matrix|projection|module)\b|\badapted\s+matrix\b", re.I
)
SCOPES = (PER_MATRIX, ONE_BLOCK, WHOLE_MODEL)
MATRICES = Pattern(rf"({N})\s+(?:\w+\s+)?matrices\b", re.I)
PROJECTIONS = Pattern(
    r"\b([qkvo])_proj\b|\bW_?\{?([qkvo])\b|(?<![\w_])([qkvo])\b(?=\s*[$*`]*\s*(?:,|and\b|&|\+|[.;)\n]|in\b|of\b|at\b|matri|proj|$))",
    re.I,
)
IN_WORDS = Pattern(
    r"\b(quer(?:y|ies)|keys?|values?|outputs?)\b(?=\s*(?:,|and\b|projection|matri|weights|maps))",
    re.I,
)
NO_ADAPTER = Pattern(
    r"\b(?:frozen|full|whole\s+matrix|embedding|saved|file|MB|steps|examples|original)\b", re.I
)


def adapter(claim: Claim, scene: Scene, code: Layers) -> Values | None:
    """r (a + b) numbers for the adapter of an a × b matrix, and their multiples."""
    r = scene.nearest("rank", claim.number, claim.start)
    if not r or claim.value < 1000 or NO_ADAPTER.search(claim.own):
        return None
    shapes = scene.once(all_matrices)
    shapes = shapes | {(d, d) for d in scene.values("width")}
    shapes = {(a, b) for a, b in shapes if min(a, b) >= 2 * r and max(a, b) >= 64}
    nearest = nearest_matrix(claim, scene, shapes)
    if not nearest:
        return None
    prose = {
        n.value
        for n in scene.sizes("rank")
        if n.passage <= claim.number and scene.passages[n.passage].block.kind != "table"
    }
    singles = {k * (a + b) for k in {r, *prose} for a, b in shapes}
    (a, b), count = nearest, 1
    scope = scope_of(claim)
    is_of_layers = not scope and SO_MANY_LAYERS.search(claim.own)
    if scope is WHOLE_MODEL or is_of_layers:
        count = count_of_matrices(claim, scene)
    elif scope is ONE_BLOCK:
        count = named_matrices(scene)
    elif not scope and ONE_FACTOR.search(claim.label[-60:]):
        return None
    if not count:
        return None
    single = r * (a + b)
    is_one = count == 1 and scope is not ONE_BLOCK
    counts = {count} if count > 1 else {1, *possible_counts(scene)}
    right = [Value(one * n, "") for one in singles for n in counts]
    times = f"{count} × " if count > 1 else ""
    if is_of_layers:  # perhaps of one matrix all the same
        right += [Value(one * n, "") for one in singles for n in (1, named_matrices(scene))]
    right.append(Value(single * count, f"{times}{r} × ({a:,} + {b:,})"))
    if is_one:
        wrong = [
            Value(r * side, "", f"{r} × {side:,} is one of the two factors") for side in (a, b)
        ]
        return right, [*wrong, Value(r * a * b, "", "the sides are multiplied")]
    half = "that is half of the matrices or of their factors"
    return right, [
        Value(single * count // 2, "", half),
        Value(single * count // 4, "", "that is a quarter"),
        Value(single * count * 2, "", "that is twice as much"),
        Value(r * a * b, "", "the sides are multiplied"),
    ]


def scope_of(claim: Claim) -> Pattern | None:
    """Whether a claim is of a matrix, a block or the model: what stands nearest says so."""
    for text in (claim.label, claim.own[len(claim.label) :], claim.lead[-80:]):
        found = [(f.end(), scope) for scope in SCOPES for f in scope.finditer(text)]
        if found:
            return max(found, key=lambda one: one[0])[1]
    return None


def all_matrices(scene: Scene) -> set[tuple[int, int]]:
    return matrices_in("\n".join(p.plain for p in scene.passages))


def matrices_in(text: str) -> set[tuple[int, int]]:
    found = {(integer(one), integer(two)) for one, two in MATRIX.findall(text)}
    return {(a, b) for a, b in found if a and b}


def possible_counts(scene: Scene) -> set[int]:
    """How many matrices a claim that does not say so may speak of."""
    stated = {1, *scene.values("layers"), *counted_matrices(scene, len(scene.passages))}
    return {a * b for a in stated for b in range(1, 9)}


def counted_matrices(scene: Scene, until: int) -> list[int]:
    """The counts of matrices in the passages before one."""
    found = (n for p in scene.passages[:until] for n in MATRICES.findall(p.plain))
    return [count for count in map(integer, found) if count]


def named_matrices(scene: Scene) -> int:
    """How many projections of a layer the page adapts: W_q and W_v are 2; 0 if it doesn't say, or
    speaks of several choices."""
    named = named_in(scene.lower)
    if SEVERAL_CHOICES.search(scene.lower):
        return 0
    return len(named) if len(named) > 1 else 0


SEVERAL_CHOICES = Pattern(
    r"\b(?:all|every|each)\s+(?:of\s+the\s+)?(?:four|six|seven|linear|projection\w*|attention\s+(?:projection|matri|weight)\w*)"
)


def named_in(text: str) -> set[str]:
    letters = {next(filter(None, found)) for found in PROJECTIONS.findall(text)}
    in_words = {word[0].lower() for word in IN_WORDS.findall(text)}
    return letters if len(letters) > 1 else in_words


def count_of_matrices(claim: Claim, scene: Scene) -> int:
    """How many matrices the whole model adapts: as stated, or those of each layer; 0 if unsaid."""
    stated = counted_matrices(scene, claim.number + 1)
    layers = scene.nearest("layers", claim.number, claim.start)
    return stated[-1] if stated else (layers or 0) * named_matrices(scene)


def nearest_matrix(
    claim: Claim, scene: Scene, shapes: set[tuple[int, int]]
) -> tuple[int, int] | None:
    """The shape of the adapted matrices that stands nearest before a claim."""
    for number in range(claim.number, -1, -1):
        text = claim.before if number == claim.number else scene.passages[number].plain
        if found := matrices_in(text) & shapes:
            return max(found) if len(found) == 1 or number == claim.number else min(found)
    return max(shapes, default=None)
