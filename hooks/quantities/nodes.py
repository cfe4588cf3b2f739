"""Nodes of trees in words: the impurity of each child, of both together, and what a split gains."""

from fractions import Fraction
from math import log2

from hooks.quantities.phrases import SAID
from hooks.quantities.relation import Relation

CHILD = r"(?:child|node|leaf|branch|side|group|part|half|subset|partition|bucket)"
GOOD = (
    r"(?:positives?|yes|true|spam|churn(?:ed|ers)?|default(?:s|ed|ers)?|class (?:1|A)|\+|red"
    r"|cats?|pos"
    r"|sick|ill|bought|buyers|survived|of class [A-Z1])"
)
GINI = r"Gini(?: impurity| index)?"
ENTROPY = r"entropy"


def of_child(name: str, quantity: str) -> tuple[str, ...]:
    """How a text says the impurity of a child: "the left child has a Gini of", "left: Gini ="."""
    return (
        rf"{name} {CHILD}(?:['’]s)?(?: has| with|,| node)*(?: an?| the| its)? {quantity}{SAID}#",
        rf"{quantity} of the {name}(?: {CHILD})?{SAID}#",
        rf"{quantity} ?(?:\(|_)?{name}\)?{SAID}#",
        rf"^\W*{name}(?: {CHILD})?:? ?(?:has )?(?:an? )?{quantity}{SAID}#",
        rf"{quantity} of #(?= (?:for|in) the {name})",
    )


def counts_of(name: str) -> dict[str, tuple[str, ...]]:
    """The two counts of a child, named "left" or "right": "left: 45 positive, 5 negative"."""
    start = rf"\b{name}(?: {CHILD})?[^.;\d\[(]{{0,40}}?[\[(]?"
    between = r"(?: [a-zA-Z+-]+){0,3}(?: ?[,/;|\n]| and| vs\.?)? ?(?:has |with )?"
    return {
        "a": (rf"{start} ?@(?={between}\d)",),
        "b": (rf"{start} ?\d+{between}@(?! ?%)",),
    }


def two_class_gini(a: Fraction, b: Fraction) -> Fraction | None:
    if not are_counts(a, b):
        return None
    return 2 * a * b / (a + b) ** 2


def two_class_entropy(a: Fraction, b: Fraction) -> float | None:
    """In bits; 0 for a pure node."""
    if not are_counts(a, b):
        return None
    shares = [float(one / (a + b)) for one in (a, b)]
    return -sum(p * log2(p) for p in shares if p)


def are_counts(a: Fraction, b: Fraction) -> bool:
    return all(one == int(one) and one >= 0 for one in (a, b)) and a + b > 1


def weighted(n: Fraction, m: Fraction, a: Fraction, b: Fraction) -> Fraction | None:
    """The mean of two impurities by the sizes of their nodes."""
    if not (n >= 1 and m >= 1 and 0 <= a <= 1 and 0 <= b <= 1):
        return None
    return (n * a + m * b) / (n + m)


def child(name: str, says: str, quantity: str, value, example: str) -> Relation:
    return Relation(
        name=f"{says} of the {name} child",
        needs=(name, says.lower().split()[0], "left", "right"),
        result=of_child(name, quantity),
        givens=counts_of(name),
        value=value,
        formula="2·a·b/(a + b)²" if says == "Gini impurity" else "−Σ p·log₂ p",
        calculated=True,
        examples=(example,),
    )


COUNTS = "- left: 45 positive, 5 negative\n- right: 15 positive, 35 negative\n\n"
LISTED = "Left child: 8 yes and 2 no. Right child: 3 yes and 7 no.\n\n"

RELATIONS = (
    child(
        "left",
        "Gini impurity",
        GINI,
        two_class_gini,
        f"{COUNTS}- The left node has a Gini impurity of «0.18».",
    ),
    child(
        "right",
        "Gini impurity",
        GINI,
        two_class_gini,
        f"{COUNTS}The Gini impurity of the right child is «0.42».",
    ),
    child(
        "left",
        "entropy",
        ENTROPY,
        two_class_entropy,
        f"{LISTED}The left child has an entropy of «0.722» bits.",
    ),
    child(
        "right",
        "entropy",
        ENTROPY,
        two_class_entropy,
        f"{LISTED}- Entropy of the right child: «0.881»",
    ),
    Relation(
        name="Gini impurity of both children together",
        needs=("weighted|average|after the split|of the split", "gini"),
        result=(
            rf"weighted (?:average |mean )?(?:{GINI}|impurity)(?: (?:after|of) (?:the|this) split"
            rf"| of (?:the|both) children)?{SAID}#",
        ),
        givens={
            "n": (r"#[^().;]{0,20}\(Gini(?: of| =|:)? ?[\d.]+\)[^;]{1,80}\(Gini",),
            "m": (r"\bGini[^()]{0,12}\)[^.;()]{1,60}?#[^().;]{0,20}\(Gini(?: of| =|:)? ?\d",),
            "a": (r"\d[^().;]{0,20}\(Gini(?: of| =|:)? ?#\)[^;]{1,60}\(Gini",),
            "b": (r"\(Gini[^()]{0,12}\)[^;]{1,80}?\(Gini(?: of| =|:)? ?#",),
        },
        value=weighted,
        formula="Σ n·Gini/Σ n",
        calculated=True,
        examples=(
            "A node with 80 samples is split into one with 30 (Gini 0.2) and one with 50 (Gini "
            "0.4). "
            "The weighted Gini impurity is «0.325».",
        ),
    ),
    Relation(
        name="Gini impurity of both children from their counts",
        needs=("weighted|after the split", "gini", "left", "right"),
        result=(
            rf"weighted (?:average |mean )?(?:{GINI}|impurity)(?: (?:after|of) (?:the|this) split"
            rf"| of (?:the|both) children)?{SAID}#",
        ),
        givens={
            **counts_of("left"),
            "c": counts_of("right")["a"],
            "d": counts_of("right")["b"],
        },
        value=lambda a, b, c, d: (
            weighted(a + b, c + d, two_class_gini(a, b), two_class_gini(c, d))
            if are_counts(a, b) and are_counts(c, d)
            else None
        ),
        formula="Σ n·Gini/Σ n",
        examples=(f"{COUNTS}The weighted Gini impurity is «0.30».",),
    ),
    Relation(
        name="information gain of a split from its counts",
        needs=("information gain|gain of|gain is|entropy reduction", "left", "right"),
        result=(rf"(?:information gain|entropy reduction)(?: of (?:the|this) split)?{SAID}#",),
        givens={
            **counts_of("left"),
            "c": counts_of("right")["a"],
            "d": counts_of("right")["b"],
        },
        value=lambda a, b, c, d: (
            two_class_entropy(a + c, b + d)
            - ((a + b) * two_class_entropy(a, b) + (c + d) * two_class_entropy(c, d))
            / float(a + b + c + d)
            if are_counts(a, b) and are_counts(c, d)
            else None
        ),
        formula="H(parent) − Σ n·H(child)/Σ n",
        unless=("gini",),
        examples=(f"{LISTED}The information gain of this split is «0.191» bits.",),
    ),
    Relation(
        name="information gain of two impurities",
        needs=("information gain|gain is|decrease|reduction", "parent", "weighted|children"),
        result=(
            r"(?:information gain|impurity decrease|decrease (?:in|of) impurity"
            rf"|reduction (?:in|of) (?:impurity|entropy))(?: of (?:the|this) split)?{SAID}#",
        ),
        givens={
            "parent": (
                rf"parent(?: {CHILD})?(?:['’]s)?(?: has an?)?(?: impurity| entropy| Gini)*(?: "
                r"impurity)?"
                r"(?: of| is|:| ?=)+ ?#",
                rf"(?:impurity|entropy|Gini) of the parent(?: {CHILD})?{SAID}#",
            ),
            "children": (
                r"weighted(?: average| mean)?(?: of the)?(?: child(?:ren)?)?(?: impurity| "
                r"entropy| Gini"
                rf"| sum)*(?: of (?:the|both) children)?{SAID}#",
            ),
        },
        value=lambda parent, children: parent - children if parent >= children else None,
        formula="impurity of the parent − that of the children",
        calculated=True,
        close=True,
        near=True,
        examples=(
            "The parent has an entropy of 0.94, and the weighted entropy of the children is "
            "0.69. The "
            "information gain is «0.25».",
        ),
    ),
    Relation(
        name="variance inflation factor of an explained share",
        needs=("vif|inflation factor", "explain|r²|r^2|r2|regress"),
        result=(r"VIF", r"variance inflation factor(?: \(VIF\))?"),
        givens={
            "share": (
                r"explains? #(?= of (?:(?:the|a|this|that|its|one) )?(?:(?:feature|predictor"
                r"|variable|"
                r"column|regressor)(?:['’]s) )?(?:variance|variation))",
                r"(?:R ?\^? ?2|R²|R-squared)(?: (?:of|from|when) [^.;:=\d]{1,50}?(?:x_?\d "
                r")?[^.;:=\d]{0,30}?)"
                r"(?: is|=|:| of)+ ?#",
            )
        },
        value=lambda share: 1 / (1 - share) if 0 <= share < 1 else None,
        formula="1/(1 − R²)",
        calculated=True,
        several=1,
        examples=(
            "If the other predictors explain 90% of the variance of x₁, its VIF is «10».",
            "The R² of regressing x3 on the others is 0.75, thus its variance inflation factor "
            "is «4».",
            "If the other features explain 80% of a feature's variance, its VIF is «5».",
        ),
    ),
    Relation(
        name="explained share of a variance inflation factor",
        needs=("explain", "vif"),
        result=(r"VIF (?:of|is|=) ?<v>#[^.;\d]{0,60}?explains? #(?= of)",),
        givens={"v": ()},
        value=lambda v: 1 - 1 / v if v > 1 else None,
        formula="1 − 1/VIF",
        examples=(
            "A VIF of 5 means that the other features explain «80%» of this feature's variance.",
        ),
    ),
)
