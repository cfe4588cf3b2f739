"""Trees and their ensembles: sizes, impurities, AdaBoost, gradient boosting, random forests."""

from math import ceil, e, floor, log, log2, sqrt

from hooks.quantities.relation import Relation, bare
from hooks.quantities.wordings import GAP, IS, LAMBDA, LEARNING_RATE, ROWS, SUBSCRIPT

DEPTH = (
    r"max_depth`? ?(?:=|of|is) ?@",
    r"depth(?: \w)?(?: of| is| at| to| ?[=:])? ?@",
    r"@ levels? deep",
    r"@ splits deep",
)
LEAVES = r"(?:leaf nodes|leaves|leafs|terminal nodes|terminal regions)"
FULL_TREE = r"(?:full|complete|perfect)(?:ly balanced)? (?:binary )?(?:decision )?tree"
MOST = r"(?:at most|up to|no more than|a maximum of|maximally|as many as)"
FEATURES = r"(?:features|predictors|variables|attributes|columns|inputs)"
ERROR = (
    rf"(?:weighted )?(?:training )?(?:error|err)(?: rate)?{GAP}{IS}#",
    rf"(?:ε|\\(?:var)?epsilon|\berr){SUBSCRIPT} ?= ?#",
)
MISCLASSIFIED = (
    r"@ of the \d+ \w+ (?:is|are|were|gets?) (?:misclassified|wrong|classified wrongly)",
    r"(?<!of\sthe\s)@ (?:\w+ ){0,2}(?:(?:is|are|were|gets?) )?(?:misclassified|wrong"
    r"|classified wrongly)",
    r"misclassifie[sd] (?:exactly |only )?@",
)
GRADIENTS = (
    r"\bG(?:_j)? ?= ?#",
    r"(?:sum of (?:the |all )?gradients|gradients? sum|gradients add up|sum of "
    rf"g_i){GAP}(?:is|of|to|=) ?#",
)
HESSIANS = (
    r"\bH(?:_j)? ?= ?#",
    r"(?:sum of (?:the |all )?hessians|hessians? sum|hessians add up|sum of "
    rf"h_i){GAP}(?:is|of|to|=) ?#",
)


def side(letter: str, of: str) -> tuple[str, ...]:
    """Words for a sum of one child: G_L = 12, G_{\\text{left}} = 12."""
    name = "left" if letter == "L" else "right"
    return (rf"\b{of} ?_? ?(?:{letter}|{name}) ?= ?#",)


def adaboost_weight(ε: float) -> list[float]:
    """The weight of a weak learner with a weighted error, in both usual scalings.

    Source: Freund and Schapire (1997), half of the log-odds; Hastie, Tibshirani and Friedman, The
    Elements of Statistical Learning, algorithm 10.1, all of them.
    """
    odds = log((1 - ε) / ε)
    return [odds / 2, odds]


def misclassified_weight(n: float, m: float) -> list[float]:
    """The weight of each of m misclassified among n equally weighted examples after a round:
    normalized, half of all weight is theirs; or not yet normalized, in both scalings."""
    odds = (n - m) / m
    return [1 / (2 * m), sqrt(odds) / n, odds / n] if m < n else []


def correct_weight(n: float, m: float) -> list[float]:
    """The weight of each of the other examples after that round."""
    odds = (n - m) / m
    return [1 / (2 * (n - m)), 1 / sqrt(odds) / n, 1 / n]


def split_gain(
    gl: float, gr: float, hl: float, hr: float, λ: float = 0, γ: float = 0
) -> list[float]:
    """The gain of a split; with and without the half that some texts leave out.

    Source: Chen and Guestrin (2016), XGBoost, equation 7.
    """
    gain = gl**2 / (hl + λ) + gr**2 / (hr + λ) - (gl + gr) ** 2 / (hl + hr + λ)
    return [gain / 2 - γ, gain - γ, gain / 2, gain]


def features_of_split(p: float) -> list[float]:
    """How many features a split of a random forest looks at: √p, p/3, log₂ p, rounded any way."""
    counts = [sqrt(p), p / 3, log2(p), log2(p) + 1]
    return [*counts, *map(floor, counts), *map(ceil, counts)]


def left_out(n: float = 0) -> list[float]:
    """The share of rows that a bootstrap sample leaves out, of n rows, and of many."""
    return [1 / e, *([(1 - 1 / n) ** n] if n else [])]


def path_length(n: float) -> float:
    """The mean length of unsuccessful searches in a binary tree of n points.

    Source: Liu, Ting and Zhou (2008), Isolation Forest, equation 1.
    """
    return 2 * (log(n - 1) + 0.5772156649) - 2 * (n - 1) / n


RELATIONS = bare(
    Relation(
        name="most leaves of a binary tree",
        needs=("leaves|leaf|terminal", "depth|deep|levels"),
        result=(
            rf"{MOST} # {LEAVES}",
            rf"max(?:imum|imal|\.)? (?:number|count) of {LEAVES}{GAP}{IS}#",
            rf"(?:number of {LEAVES}|{LEAVES}) (?:is|are) (?:bounded|limited|capped) "
            r"(?:by|to|at) #",
            rf"{FULL_TREE} of depth <d>@ (?:has|contains|holds|ends in) (?:exactly "
            rf")?# {LEAVES}",
        ),
        givens={"d": DEPTH},
        unless=("row", "sample", "average", "customer"),
        value=lambda d: 2**d if d < 200 else None,
        formula="2^depth",
        exact=True,
        bound=True,
        examples=(
            "With `max_depth=5` there are at most «32» leaves.",
            "A binary tree is grown to a depth of 6. The maximum number of leaves is «64».",
            "A full binary tree of depth 4 has «16» leaf nodes.",
            "We limit the depth to 10.\n\n- Up to «1,024» terminal nodes are possible.",
        ),
    ),
    Relation(
        name="nodes of a full binary tree",
        needs=("nodes", "depth|deep|levels"),
        result=(
            rf"(?:{MOST}|a total of) # nodes",
            r"# nodes (?:in total|altogether|overall|in all|counting)",
            r"total (?:number|count) of nodes",
        ),
        givens={"d": DEPTH},
        value=lambda d: 2 ** (d + 1) - 1 if d < 200 else None,
        formula="2^(depth + 1) − 1",
        exact=True,
        bound=True,
        examples=(
            "A tree of depth 4 has at most «31» nodes.",
            "Let the depth be limited with `max_depth = 3`. A full tree then has "
            "«15» nodes in total.",
        ),
    ),
    Relation(
        name="inner nodes of a binary tree",
        needs=("internal|inner|split|decision", "leaves|leaf|terminal"),
        result=(
            r"# (?:internal|inner|split|splitting|decision|non-leaf) nodes",
            r"number of (?:internal|inner|split|decision) nodes",
        ),
        givens={
            "leaves": (rf"@ {LEAVES}", rf"(?:number of )?{LEAVES} ?[=:] ?@"),
        },
        value=lambda leaves: leaves - 1,
        formula="leaves − 1",
        exact=True,
        examples=(
            "A binary decision tree with 8 leaves has «7» internal nodes.",
            "Our binary tree ends in 21 terminal nodes. So it contains «20» decision nodes.",
        ),
    ),
    Relation(
        name="largest impurity",
        needs=("maximum|largest|highest|greatest", "gini|entropy|impurity", "classes"),
        result=(
            r"(?:with|for) (?:K ?= ?)?<k>@ (?:equally \w+ |balanced "
            rf")?classes{GAP}(?:maximum|largest|highest|greatest)(?: \w+){{0,2}}{IS}#",
            r"(?:maximum|largest|highest|greatest)(?: possible)?(?: value)?(?: "
            rf"of)?(?: the)? (?:gini|entropy|impurity){GAP}"
            rf"(?:with|for|of|over) <k>@ (?:equally \w+ |balanced )?classes{IS}#",
            r"(?:with|for) (?:K ?= ?)?<k>@ (?:equally \w+ |balanced )?classes (?:it"
            r"|this|the maximum|its maximum) (?:is|becomes) #",
        ),
        givens={"k": (r"@ classes",)},
        value=lambda k: [1 - 1 / k, log2(k), log(k)],
        formula="1 − 1/K (Gini), log₂ K (entropy)",
        examples=(
            "The Gini impurity is largest when all classes are equally frequent; "
            "with three classes "
            "this maximum is «0.667».",
            "The largest entropy for 4 classes is «2» bits.",
        ),
    ),
    Relation(
        name="weight of a weak learner",
        needs=(
            "weight|alpha|α|say|vote|coefficient",
            "adaboost|boost|weak learner",
            "err|epsilon|varepsilon|ε",
        ),
        result=(
            rf"(?:α|\\alpha|\balpha){SUBSCRIPT}",
            r"(?:learner|classifier|stump|hypothesis)(?:['’]s|s['’])? (?:own "
            r")?(?:weight|vote|say|coefficient)",
            r"(?:weight|vote|say|coefficient) of (?:the|this|that|our|its) (?:first "
            r"|second |weak |new )*(?:learner|classifier|stump|hypothesis)",
            r"amount of say",
            r"(?:gets|receives|has|is given|carries|obtains) (?:the|a) (?:voting )?weight(?: "
            r"of)? #",
            rf"^(?:[^\d]*\W)?\bits (?:own |voting )?(?:weight|vote|say)(?: \([^()\d]*\))?{IS}#",
        ),
        givens={"ε": ERROR},
        unless=("half", "½", "frac12", "frac{1}{2}"),
        value=adaboost_weight,
        formula="½·ln((1 − ε)/ε)",
        examples=(
            "In AdaBoost the stump has a weighted error of 0.2. Its $\\alpha$ is thus «0.693».",
            "AdaBoost: a weak learner with $\\varepsilon_1 = 0.3$.\n\n- Learner weight: «0.424»",
            "The first stump of AdaBoost has an error rate of 0.1.\n\nThe amount of "
            "say works out to «1.10».",
            "Say $\\epsilon_t=0.25$ in AdaBoost.\n\n$$\n\\alpha_t = «0.549»\n$$",
        ),
    ),
    Relation(
        name="weight of a weak learner, half the log of its odds",
        needs=(
            "half|½|frac12|frac{1}{2}",
            "weight|alpha|α|say|vote|coefficient",
            "adaboost",
            "err|epsilon|varepsilon|ε",
        ),
        result=(
            rf"(?:α|\\alpha|\balpha){SUBSCRIPT}",
            r"(?:learner|classifier|stump|hypothesis)(?:['’]s|s['’])? (?:own "
            r")?(?:weight|vote|say|coefficient)",
            r"(?:weight|vote|say|coefficient) of (?:the|this|that|our|its) (?:first "
            r"|second |weak |new )*(?:learner|classifier|stump|hypothesis)",
            r"amount of say",
        ),
        givens={"ε": ERROR},
        value=lambda ε: log((1 - ε) / ε) / 2,
        formula="½·ln((1 − ε)/ε)",
        examples=(
            "AdaBoost: the chosen stump has a weighted error of 0.2. The stump's weight "
            "is «0.693», half the log of its odds.",
        ),
    ),
    Relation(
        name="weight of a misclassified example",
        needs=("misclassified|wrong", "adaboost|boost", "weight"),
        result=(
            r"misclassified (?:\w+ ){0,2}(?:then )?(?:ha(?:s|ve)|gets?|receives?"
            r"|carr(?:y|ies)) (?:(?:a|an|the) )?(?:(?:new|normalized|final) "
            r")*weights? (?:of|=) ?#",
            rf"weights? of (?:(?:the|each|every|a) )*misclassified (?:\w+ )?{IS}#",
        ),
        givens={"n": ROWS, "m": MISCLASSIFIED},
        value=misclassified_weight,
        unless=("normali",),
        formula="1/(2·misclassified)",
        examples=(
            "AdaBoost starts with 20 examples of equal weight, and 4 of them are "
            "misclassified. The misclassified examples have a weight of «0.125» each.",
            "The first stump misclassifies 2 of the 8 training examples. So in AdaBoost the "
            "weight of each misclassified point is «0.25».",
        ),
    ),
    Relation(
        name="normalized weight of a misclassified example",
        needs=("misclassified|wrong", "adaboost|boost", "weight"),
        result=(
            r"normali[sz]\w+[^.;]{0,50}?(?:misclassified|wrong) (?:\w+ "
            r"){0,2}?(?:then )?(?:ha(?:s|ve)|gets?|receives?"
            r"|carr(?:y|ies)) (?:(?:a|an|the) )?(?:(?:new|normalized|final) "
            r")*weights? (?:of|=) ?#",
        ),
        givens={"m": MISCLASSIFIED},
        value=lambda m: 1 / (2 * m),
        formula="1/(2·misclassified)",
        examples=(
            "AdaBoost with $n = 10$: the first stump misclassifies 2 examples.\n\n- "
            "weighted error: 0.2\n- after "
            "normalization the two misclassified examples have a weight of «0.25» each",
            "In AdaBoost 4 of the 20 points are misclassified. Once the weights are "
            "normalized, each misclassified "
            "point has a weight of «0.125».",
        ),
    ),
    Relation(
        name="weight of a correctly classified example",
        needs=("correct|right", "adaboost|boost", "weight"),
        result=(
            r"(?:correctly classified|correct|other|right) (?:ones|examples|points"
            r"|samples|rows|\w+ ones) (?:then )?(?:(?:each )?(?:ha(?:s|ve)|gets?"
            r"|receives?|carr(?:y|ies)|at)) (?:(?:a|an|the) )?(?:(?:new|normalized"
            r"|final) )*(?:weights? )?(?:of )?#",
            r"weights? of (?:(?:the|each|every|a) )*(?:correctly classified"
            rf"|correct) (?:\w+ )?{IS}#",
        ),
        givens={"n": ROWS, "m": MISCLASSIFIED},
        value=correct_weight,
        formula="1/(2·(n − misclassified))",
        examples=(
            "AdaBoost starts with 20 examples of equal weight, of which 4 are "
            "misclassified. The weight of "
            "each correctly classified example is «0.03125».",
        ),
    ),
    Relation(
        name="prediction of a leaf's rows after a step of boosting",
        needs=("predicted", "leaf", "boost|residual", "learning rate"),
        result=(
            r"\b(?:first|last|left|right)[^.;\d]{0,25}? (?:is|are) (?:then |now )?"
            r"predicted (?:as|to be|with) #",
        ),
        givens={
            "start": (
                r"\b(?:start|initial)\w* (?:value|prediction)[^.;]{0,40}?(?:=|is) #(?!\d| ?/)",
            ),
            "rate": (r"\blearning rate(?: of| is|:| =)* ?#",),
            "leaves": (r"\bleaf values[^.;\d]{0,12}?[#]", r"\bleaves[^.;\d]{0,20}?[#]"),
        },
        value=lambda start, rate, leaves: [start + rate * leaf for leaf in leaves],
        formula="start + rate·leaf",
        examples=(
            "Gradient boosting with a learning rate of 0.1. The initial prediction is 18. A stump "
            "is fitted to the residuals; its leaf values are −6 and 6.\n\nThe first two rows are "
            "now predicted as «17.4».",
        ),
    ),
    Relation(
        name="prediction after a step of boosting",
        needs=("prediction|f_1|f_{1}", "boost", "learning rate|shrinkage|η|eta|ν|nu"),
        result=(
            r"(?:new|updated|next|improved) (?:prediction|estimate|score)",
            r"(?:prediction|estimate) (?:after (?:the first|this|one|that) (?:tree"
            rf"|round|step|iteration)){GAP}{IS}#",
        ),
        givens={
            "old": (
                r"(?:initial|current|old|previous|starting|first|base) (?:prediction"
                rf"|estimate|guess|score|model){GAP}{IS}#",
                r"\bF_?(?:0|\{0\}| 0 )(?:\(x\))? ?= ?#",
                r"starts? (?:at|from|with)(?: the mean)?(?: of)?,? #",
                r"predicts? the mean(?: of| ?=|,)? #",
            ),
            "rate": LEARNING_RATE,
            "leaf": (
                r"(?:leaf|leaf value|leaf output|tree) (?:predicts?|outputs?"
                r"|returns?|gives?|is|of|value of|with(?: a| the)? value) (?:a "
                r"(?:residual|correction|value) of )?#",
                rf"(?:tree|leaf)(?:['’]s)? (?:output|prediction|value){GAP}{IS}#",
                r"(?:predicted|predicts? (?:a|the)) (?:residual|correction)(?: of| is| ?=) ?#",
            ),
        },
        value=lambda old, rate, leaf: old + rate * leaf,
        formula="prediction + rate·leaf",
        examples=(
            "Gradient boosting with a learning rate of 0.1: the current prediction "
            "is 50 and the tree "
            "predicts a residual of 20. The new prediction is «52».",
            "- Initial prediction: 70\n- Learning rate: 0.2\n- Leaf value of "
            "-10\n\nSo in gradient boosting "
            "the prediction after the first tree comes out at «68».",
        ),
    ),
    Relation(
        name="weight of a leaf",
        needs=("leaf|w^*|w*|weight", "xgboost|hessian"),
        result=(
            r"(?:optimal )?leaf (?:weight|value|output|score)",
            r"(?:optimal )?(?:weight|value|output) of (?:the|this) leaf",
            r"\bw ?\^? ?\*",
        ),
        givens={"g": GRADIENTS, "h": HESSIANS, "λ": (rf"{LAMBDA} ?(?:=|of|is) ?#",)},
        value=lambda g, h, λ=0: -g / (h + λ),
        formula="−G/(H + λ)",
        examples=(
            "A leaf of XGBoost has $G = -12$ and $H = 5$, with $\\lambda = 1$. The "
            "optimal leaf weight is «2».",
            "In XGBoost the sum of the gradients is 6, the sum of the hessians is 8, "
            "and λ = 2. So the "
            "leaf value comes out at «-0.6».",
        ),
    ),
    Relation(
        name="similarity score of a leaf",
        needs=("similarity|structure score|quality", "xgboost|hessian"),
        result=(r"similarity(?: score)?", r"structure score", r"quality score"),
        givens={"g": GRADIENTS, "h": HESSIANS, "λ": (rf"{LAMBDA} ?(?:=|of|is) ?#",)},
        value=lambda g, h, λ=0: [g * g / (h + λ), -g * g / (h + λ) / 2, g * g / (h + λ) / 2],
        formula="G²/(H + λ)",
        examples=("XGBoost: G = 6, H = 8, λ = 1. The similarity score of the node is «4».",),
    ),
    Relation(
        name="gain of a split in XGBoost",
        needs=("gain", "xgboost|hessian|g_l"),
        result=(r"(?:split )?gain",),
        givens={
            "gl": side("L", "G"),
            "gr": side("R", "G"),
            "hl": side("L", "H"),
            "hr": side("R", "H"),
            "λ": (rf"{LAMBDA} ?(?:=|of|is) ?#",),
            "γ": (r"(?:γ|\\gamma|gamma) ?(?:=|of|is) ?#",),
        },
        value=split_gain,
        formula="½·(G_L²/(H_L + λ) + G_R²/(H_R + λ) − G²/(H + λ)) − γ",
        examples=(
            "In XGBoost let $G_L = 6$, $H_L = 8$, $G_R = -4$, $H_R = 3$ and "
            "$\\lambda = 1$. The gain of "
            "this split is «3.833».",
            "XGBoost: G_L = 10, H_L = 4, G_R = -10, H_R = 4, λ = 1, γ = 5.\n\n- Gain: «15»",
        ),
    ),
    Relation(
        name="features of a split of a random forest",
        needs=(
            "features|predictors|variables|attributes|columns",
            "forest",
            "√|sqrt|square root|third|p/3",
        ),
        result=(
            r"(?:considers?|tr(?:y|ies)|draws?|samples?|looks? at|examines?"
            r"|evaluates?|uses?|chooses? (?:from|among)|sees?)(?: only| about| just"
            r"| roughly| a random subset of)*"
            rf" #(?: of (?:the|these|those|all|them)(?: \d+)?)?(?: \w+){{0,2}}? "
            rf"(?:{FEATURES}|candidates)(?= (?:at|per|in|for) (?:each|every|a|any) "
            r"(?:split|node)| ?[.;,]| ?$)",
            rf"# (?:random(?:ly \w+)? |candidate )?{FEATURES} (?:are|is) (?:tried"
            r"|considered|drawn|sampled|examined|evaluated|looked at)? ?(?:at|per|in"
            r"|for) (?:each|every|a) (?:split|node)",
            r"each (?:split|node) (?:considers?|tr(?:ies|y)|looks at|examines|uses|sees|draws"
            r"|samples)"
            r"(?: only| about| just)* #(?= (?:of them|features|of these|variables|predictors))",
            r"\bm(?:try|_try)? ?= ?#",
        ),
        givens={
            "p": (
                rf"(?:has|have|with|of|are|from|the|all|for) @ (?:input )?{FEATURES}",
                r"\bp ?= ?@",
            )
        },
        unless=("tuned", "our ", "best", "we "),
        value=features_of_split,
        formula="√p or p/3",
        examples=(
            "A random forest for classification usually takes the square root of the "
            "number of features. "
            "With 100 features each tree considers «10» features at each split.",
            "Data with 144 predictors: following the √p rule, a random forest tries "
            "«12» randomly chosen "
            "predictors at every split.",
            "For regression forests a third of the features is common. The table has "
            "30 columns, so a split of "
            "the random forest looks at «10» columns.",
        ),
    ),
    Relation(
        name="share of rows that a bootstrap sample leaves out",
        needs=(
            "out-of-bag|out of bag|oob|left out|not drawn|never drawn|not appear|missing",
            "bootstrap|bagging",
        ),
        result=(
            r"# of (?:(?:the|all) )?(?:\w+ ){1,3}(?:are |is |remain |stay |being "
            r")?(?:out[- ]of[- ]bag|left out|not drawn|never drawn|oob|(?:do|does) "
            r"not appear|missing)",
            r"(?:leaves out|omits|misses)(?: about| roughly| around)? #(?= of)",
            r"(?:out[- ]of[- ]bag|oob) (?:share|fraction|part|proportion)",
        ),
        givens={"n": (r"\bn ?= ?#",)},
        value=left_out,
        formula="(1 − 1/n)^n → 1/e",
        examples=(
            "In a bootstrap sample about «36.8 %» of the training rows are out of bag.",
            "Each tree of bagging is grown on a bootstrap sample, and «37 %» of the "
            "rows are left out.",
            "The out-of-bag fraction of a bootstrap sample is about «0.368».",
        ),
    ),
    Relation(
        name="binary splits of a categorical feature",
        needs=("splits|partitions|ways|subsets", "categor|levels"),
        result=(
            r"# (?:possible |candidate |distinct |different |binary |two-way "
            r")+(?:splits|partitions|groupings)",
            r"# (?:splits|partitions|ways to (?:split|partition|group))",
        ),
        givens={"k": (r"@ (?:distinct |different |unordered )?(?:levels|categories)",)},
        value=lambda k: [2 ** (k - 1) - 1, k - 1] if k < 200 else None,
        formula="2^(k−1) − 1",
        exact=True,
        examples=(
            "A categorical feature with 5 levels allows «15» possible binary splits.",
            "The feature has 10 unordered categories. An exhaustive search tests «511» partitions.",
        ),
    ),
    Relation(
        name="candidate thresholds of a numeric feature",
        needs=("threshold|split point|cut|candidate", "distinct|unique|different"),
        result=(
            r"# (?:(?:possible|candidate|different|distinct) )*(?:thresholds|split "
            r"points|cut ?points|cuts)",
        ),
        givens={"n": (r"@ (?:distinct|unique|different) (?:numeric |feature )?values",)},
        value=lambda n: [n - 1, n],
        formula="distinct values − 1",
        exact=True,
        examples=("A feature has 50 distinct values. The tree tries «49» candidate thresholds.",),
    ),
    Relation(
        name="trees of a boosted model of several classes",
        needs=("trees", "boost", "classes", "round|iteration|n_estimators"),
        result=(
            r"# (?:regression )?trees (?:in total|altogether|overall|in all)",
            r"total (?:number )?of # trees",
        ),
        givens={
            "rounds": (r"@ (?:boosting )?(?:rounds|iterations)", r"n_estimators`? ?= ?@"),
            "classes": (r"@ classes",),
        },
        value=lambda rounds, classes: rounds * classes,
        formula="rounds·classes",
        exact=True,
        examples=("With 5 classes and 200 boosting rounds the model has «1,000» trees in total.",),
    ),
    Relation(
        name="mean path length of an isolation tree",
        needs=("c(", "isolation"),
        result=(r"\bc\(<n>#\) ?[=≈] ?#", r"\bc\(n ?= ?<n>#\) ?[=≈] ?#"),
        givens={"n": (r"\bn ?= ?#", r"sub-?samples? of (?:size )?#", r"max_samples`? ?= ?#")},
        value=path_length,
        formula="2·H(n − 1) − 2·(n − 1)/n",
        examples=("An isolation forest normalizes by $c(256) = «10.24»$.",),
    ),
)
