"""Points: lines through them, their center, distances, rates at a threshold, votes of neighbors."""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt

from hooks.quantities.linear import X, Y
from hooks.quantities.phrases import SAID
from hooks.quantities.relation import Relation

POINTS = (
    r"points?[^.;\d(\[]{0,30}?[points]",
    r"(?:data|observations|pairs)[^.;\d(\[]{0,40}?[points]",
)
MEMBERS = (
    r"cluster(?: [A-Z\d])?[^.;\d(\[]{0,50}?[points]",
    r"assigned[^.;\d(\[]{0,40}?points?[^.;\d(\[]{0,10}?[points]",
)
LINE = "line|least squares|least-squares|regression|ols"
SCORES = r"(?:scores?|probabilit(?:y|ies)|outputs?|predictions?|values)"
POSITIVES = (
    r"positives?(?: (?:have|with|get|score))?(?: (?:the )?(?:scores|examples|probabilities))?(?: "
    r"of)?"
    r"(?: at| are| ?:| ?=)* ?[#]",
    rf"{SCORES} of (?:the )?positives?(?: examples)?(?: are| ?:| ?=)* ?[#]",
)
NEGATIVES = (
    r"negatives?(?: (?:have|with|get|score))?(?: (?:the )?(?:scores|examples|probabilities))?(?: "
    r"of)?"
    r"(?: at| are| ?:| ?=)* ?[#]",
    rf"{SCORES} of (?:the )?negatives?(?: examples)?(?: are| ?:| ?=)* ?[#]",
)
CUT = (
    r"(?:threshold|cut-?off)(?: (?:of|at|is|to|t|τ))*(?: ?=)? ?#",
    r"# (?:as (?:the )?)?(?:threshold|cut-?off)\b",
)
TPR = r"(?:TPR|true positive rate|recall|sensitivity)"
FPR = r"(?:FPR|false positive rate|fall-?out)"
NEIGHBORS = r"(?:nearest )?neighbou?rs"


def coordinates(flat: Sequence[Fraction], which: int) -> list[Fraction] | None:
    """The first or second coordinates of points in the plane, listed one after another."""
    return list(flat[which::2]) if len(flat) % 2 == 0 and len(flat) > 2 else None


def line(x: Sequence[Fraction], y: Sequence[Fraction]) -> tuple[Fraction, Fraction] | None:
    """Slope and intercept of least squares."""
    if len(x) != len(y) or len(x) < 2:
        return None
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    spread = sum((a - mean_x) ** 2 for a in x)
    if not spread:
        return None
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / spread
    return slope, mean_y - slope * mean_x


def through(points: Sequence[Fraction], which: int) -> Fraction | None:
    made = coordinates(points, 0) and line(coordinates(points, 0), coordinates(points, 1))
    return made[which] if made else None


def of_lists(x: Sequence[Fraction], y: Sequence[Fraction], which: int) -> Fraction | None:
    made = line(x, y)
    return made[which] if made else None


def center(points: Sequence[Fraction], which: int) -> Fraction | None:
    one = coordinates(points, which)
    return sum(one) / len(one) if one else None


def share_above(scores: Sequence[Fraction], cut: Fraction) -> list[Fraction]:
    """Above a threshold, or at it, too."""
    return [
        Fraction(sum(s > cut for s in scores), len(scores)),
        Fraction(sum(s >= cut for s in scores), len(scores)),
    ]


def apart(p: Sequence[Fraction], q: Sequence[Fraction]) -> float | None:
    if len(p) != len(q):
        return None
    return sqrt(sum((a - b) ** 2 for a, b in zip(p, q, strict=True)))


CLUSTER = "A cluster contains the points (1, 2), (3, 4) and (5, 0). "
SCORED = "Scores of the positives: 0.9, 0.7, 0.4. Scores of the negatives: 0.8, 0.5, 0.3, 0.2. "

RELATIONS = (
    Relation(
        name="slope of a line through points",
        needs=("slope|β_1|beta_1|w =", LINE),
        result=(r"slope", r"(?:β|\\beta|\\hat\\beta) ?_?1"),
        givens={"points": POINTS},
        value=lambda points: through(points, 0),
        formula="Σ(x − x̄)(y − ȳ)/Σ(x − x̄)²",
        examples=(
            "The points are (1, 2), (2, 3) and (3, 7). The slope of the least squares line is "
            "«2.5».",
        ),
    ),
    Relation(
        name="intercept of a line through points",
        needs=("intercept|β_0|beta_0", LINE),
        result=(r"intercept", r"(?:β|\\beta|\\hat\\beta) ?_?0"),
        givens={"points": POINTS},
        value=lambda points: through(points, 1),
        formula="ȳ − slope·x̄",
        examples=(
            "Fit a least squares line to the points (1, 2), (2, 3) and (3, 7).\n\n- Intercept: "
            "«-1»",
        ),
    ),
    Relation(
        name="slope from lists",
        needs=("slope", "x", "y"),
        result=(r"slope",),
        givens={"x": X, "y": Y},
        value=lambda x, y: of_lists(x, y, 0),
        formula="Σ(x − x̄)(y − ȳ)/Σ(x − x̄)²",
        close=False,
        examples=("Let x = 1, 2, 3, 4 and y = 2, 4, 5, 9.\n\n- Slope: «2.2»",),
    ),
    Relation(
        name="intercept from lists",
        needs=("intercept", "x", "y"),
        result=(r"intercept",),
        givens={"x": X, "y": Y},
        value=lambda x, y: of_lists(x, y, 1),
        formula="ȳ − slope·x̄",
        examples=("Let x = 1, 2, 3, 4 and y = 2, 4, 5, 9.\n\n- Slope: 2.2\n- Intercept: «-0.5»",),
    ),
    Relation(
        name="first coordinate of a centroid",
        needs=("centroid|center|centre|mean", "cluster|k-means|points"),
        result=(
            r"(?:centroid|cent(?:er|re)|mean)[^.;\d(\[]{0,40}?[(\[] ?#(?= ?, ?[-−]?[\d.]+ ?[)\]])",
        ),
        givens={"points": MEMBERS},
        value=lambda points: center(points, 0),
        formula="Σx/n",
        near=True,
        examples=(f"{CLUSTER}The new centroid is («3», 2).",),
    ),
    Relation(
        name="second coordinate of a centroid",
        needs=("centroid|center|centre|mean", "cluster|k-means|points"),
        result=(
            r"(?:centroid|cent(?:er|re)|mean)[^.;\d(\[]{0,40}?[(\[] ?[-−]?[\d.]+ ?, ?#(?= ?[)\]])",
        ),
        givens={"points": MEMBERS},
        value=lambda points: center(points, 1),
        formula="Σy/n",
        near=True,
        examples=(f"{CLUSTER}The new centroid is (3, «2»).",),
    ),
    Relation(
        name="true positive rate at a threshold",
        needs=(
            "tpr|true positive rate|recall|sensitivity",
            "threshold|cut",
            "positives",
            "negatives",
        ),
        result=(TPR,),
        givens={"scores": POSITIVES, "cut": CUT},
        value=share_above,
        formula="positives above it/positives",
        bare=True,
        examples=(f"{SCORED}At a threshold of 0.45 the true positive rate is «0.667».",),
    ),
    Relation(
        name="false positive rate at a threshold",
        needs=("fpr|false positive rate|fall-out", "threshold|cut", "positives", "negatives"),
        result=(FPR,),
        givens={"scores": NEGATIVES, "cut": CUT},
        value=share_above,
        formula="negatives above it/negatives",
        bare=True,
        examples=(
            f"{SCORED}At a threshold of 0.45 the true positive rate is 0.667 and the false "
            "positive "
            "rate is «0.5».",
            f"{SCORED}With the threshold at 0.45 the ROC point is FPR = «0.5», TPR = 0.67.",
        ),
    ),
    Relation(
        name="vote of the neighbors",
        needs=("neighbor|neighbour|nn", "probability|predict"),
        result=(rf"predicted probability(?: of [a-z]+| for [a-z]+)?{SAID}#",),
        givens={
            "k": (
                rf"@ of the \d+ {NEIGHBORS} (?:are|is|belong|have|voted?)",
                rf"@ of the (?:{NEIGHBORS}|five|three|seven) [a-z ]{{0,12}}(?:are|is|belong|have"
                r"|vote)",
                rf"@ of (?:its|the) \d+ {NEIGHBORS}",
            ),
            "n": (rf"\d+ of (?:the|its) @ {NEIGHBORS}", r"\bk ?= ?@"),
        },
        value=lambda k, n: k / n if 0 <= k <= n <= 100 and k == int(k) else None,
        formula="neighbors of the class/neighbors",
        examples=(
            "We train a 5-nearest-neighbor classifier; 3 of the 5 neighbors are spam, so the "
            "predicted "
            "probability of spam is «0.6».",
        ),
    ),
    Relation(
        name="distance of a query from a point",
        needs=("euclidean|distance", "query|new point|test point"),
        result=(
            r"Euclidean distance(?: (?:to|from|between) [A-Za-z ]{1,30}?)?",
            r"(?<!Manhattan\s)(?<!city-block\s)distance (?:to|from|between) "
            rf"[A-Za-z ]{{1,20}}?{SAID}#",
        ),
        givens={
            "p": (
                r"(?:query|new|test|unseen)(?: point| example| customer)?[^.;\d(\[]{0,15}?(?:="
                r"|is|at|\() ?[\[(]?[#]",
            ),
            "q": (
                r"(?:training|nearest|stored|other|labell?ed) (?:point"
                r"|example)[^.;\d(\[]{0,15}?[\[(] ?[#]",
            ),
        },
        value=apart,
        formula="√Σ(a − b)²",
        unless=("manhattan", "cosine", "l1"),
        examples=(
            "The query point is (1, 1), and the training point A = (4, 5). The Euclidean "
            "distance is «5».",
        ),
    ),
)
