"""Data for training: splits, folds, resampling, weights of classes, encodings, fences, sampling."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from hooks.quantities.phrases import ROUGHLY
from hooks.quantities.relation import IS, Relation, bare

Numbers = Sequence[Fraction]

ROW = (
    r"(?:rows|examples|samples|records|observations|data points|points|images|instances|cases"
    r"|customers|users|patients|transactions|documents|texts|sentences|emails|entries|tickets)"
)
ROWS = (
    rf"# (?:\w+ ){{0,2}}?{ROW}\b",
    r"\b(?:n|N) ?= ?#",
    rf"\b(?:data ?set|training set|table|sample|data)\b[^.;\d]{{0,20}}? # {ROW}",
)
OUTER = (
    r"@ outer (?:folds|loops|splits)",
    r"\bouter[^.;\d]{0,20}?@[- ]folds?\b",
    r"(?P<value>\d+)-fold"
    r" outer",
    r"outer (?:loop|cv|cross-validation)[^.;\d]{0,20}?@ folds",
)
INNER = (
    r"@ inner (?:folds|loops|splits)",
    r"\binner[^.;\d]{0,20}?@[- ]folds?\b",
    r"(?P<value>\d+)-fold"
    r" inner",
    r"inner (?:loop|cv|cross-validation)[^.;\d]{0,20}?@ folds",
    r"\bouter folds? and @ inner",
)
FOLDS = (
    r"(?<![\w.])(?P<value>\d+)[- ]?fold\b",
    r"\b(?P<value>five|ten|three|four|eight)-fold\b",
    r"(?<!outer\s)@ folds\b",
    r"\b(?:cv|k|n_splits|folds) ?= ?#",
)
COMBINATIONS = (
    r"@ (?:\w+ )?(?:combinations|configurations|candidates|settings|parameter sets|grid points)\b",
)
HAS = r"(?: (?:examples|rows|samples))?(?:\s*[:=]|\s+(?:has|have|with|are|of|contains?))*\s*"
MAJORITY = (
    rf"# (?:\w+ )?(?:majority|negatives?|normal|legitimate|legit|healthy|honest)(?: {ROW}"
    r"| class)?\b",
    rf"(?<!of\sthe\s)\b(?:majority|negatives?|negative class|majority class){HAS}#(?! ?:)",
)
MINORITY = (
    rf"# (?:\w+ )?(?:minority|positives?|fraud\w*|sick|rare|anomal\w+)(?: {ROW}| class)?\b",
    rf"(?<!of\sthe\s)\b(?:minority|positives?|positive class|minority class){HAS}#(?! ?:)",
)
CLASS_SIZE = (
    rf"# (?:of them |{ROW} )?(?:are |belong to |in )?(?:the )?(?:class \w+|positives?|minority"
    r"|fraud\w*)",
    r"\bclass \w+ (?:has|with|contains|of) #",
    r"\b(?:positives?|minority|rare) class\b[^.;\d]{0,20}?#",
)
POSITIVE_SHARE = (
    r"(?=[\d.]+ ?\\?%)# (?:of (?:them|the rows|these|which) )?(?:are |is |being )?"
    r"(?:positives?|fraud\w*|churn)",
    r"\b(?:positive|base|fraud|churn) rate(?: of| is|:)* ?#",
    r"(?=[\d.]+ ?\\?%)# of (?:which|them|these)",
)
CLASSES = (r"@ classes\b", r"\bk ?= ?#")
PARTS_START = r"(?<![\d/:–-])"
PARTS = r" ?%? ?[/:–-] ?"
CATEGORIES = (
    r"@ (?:different |distinct |possible |unique )?(?:categories|levels|values|colou?rs|cities"
    r"|states|months|weekdays|brands|stores|species"
    r"|countries|unique values|distinct values)\b",
    r"\bcardinality(?: of| is|:|=)* #",
)
FEATURES = (r"@ (?:\w+ )?(?:features|variables|columns|inputs|predictors)\b", r"\b(?:p|d) ?= ?#")
Q1 = (r"\b(?:Q1|Q_1|first quartile|lower quartile|25th percentile|25 % quantile)[^.;\d]{0,12}?#",)
Q3 = (r"\b(?:Q3|Q_3|third quartile|upper quartile|75th percentile|75 % quantile)[^.;\d]{0,12}?#",)
LOWEST = (r"\b(?:minimum|min|smallest|lowest|least)\b[^.;\d]{0,15}?#", r"\bfrom # to \d")
HIGHEST = (r"\b(?:maximum|max|largest|highest)\b[^.;\d]{0,15}?#", r"\bfrom \d[\d.,]* to #")


def shares(rows: Fraction, share: Fraction) -> list[int] | None:
    """Of a share, or of both parts of a ratio: 80/20 is 4."""
    if rows < 10 or not 0 < share < 20:
        return None
    parts = [share] if share < 1 else [share / (1 + share), 1 / (1 + share)]
    return [whole(rows * part) for part in parts for whole in (floor, ceil)]


def fold_sizes(rows: Fraction, folds: Fraction) -> list[int] | None:
    return None if folds < 2 or rows < 5 * folds else [floor(rows / folds), ceil(rows / folds)]


def fold_training(rows: Fraction, folds: Fraction) -> list[int] | None:
    sizes = fold_sizes(rows, folds)
    return sizes and [rows - size for size in sizes]


def inner_rows(rows: Fraction, outer: Fraction, inner: Fraction) -> list[int] | None:
    """Of the training part of an inner fold: of all rows but those of an outer fold."""
    if outer < 2 or inner < 2:
        return None
    left = rows * (1 - 1 / outer)
    return [floor(left * (1 - 1 / inner)), ceil(left * (1 - 1 / inner))]


def nested_fits(combinations: Fraction, outer: Fraction, inner: Fraction) -> list[Fraction]:
    """With or without the refit of each outer fold, and the final search."""
    search = combinations * inner
    return [
        outer * search,
        outer * (search + 1),
        outer * (search + 1) + search + 1,
        outer * (search + 1) + 1,
        outer * search + 1,
    ]


def synthetic(majority: Fraction, minority: Fraction, ratio: Fraction = 1) -> Fraction | None:
    made = majority * ratio - minority
    return made if majority > minority and made > 0 else None


def balanced_weight(rows: Fraction, classes: Fraction, size: Fraction) -> Fraction | None:
    """n/(k·n_c) (King and Zeng, 2001; scikit-learn's "balanced")."""
    return rows / (classes * size) if 0 < size < rows else None


def fences(q1: Fraction, q3: Fraction, side: int) -> Fraction | None:
    """Tukey's fences (1977)."""
    if q3 <= q1:
        return None
    return q3 + Fraction(3, 2) * (q3 - q1) if side > 0 else q1 - Fraction(3, 2) * (q3 - q1)


def changes(before: Fraction, after: Fraction) -> list[Fraction] | None:
    """The relative change, as a share or in percent, or the difference of shares."""
    if not before:
        return None
    return [abs(after - before) / before, abs(after - before), 100 * abs(after - before) / before]


RELATIONS = bare(
    Relation(
        name="rows of a part",
        needs=("train|test|valid|hold-out|holdout|held out",),
        result=(
            r"\b(?:training|train|validation|test|hold-?out)(?: set| part| split)?(?: has"
            r"| contains| gets"
            rf"| with| of| is|:|=)+ #(?: {ROW})?(?!\w)",
            rf"# {ROW} (?:are |is |remain )?(?:for|in|go to|used for) (?:the )?(?:training"
            r"|train|test"
            r"|validation)\b",
            rf"# (?:training|test|validation) {ROW}",
        ),
        givens={
            "rows": ROWS,
            "share": (
                r"(?=[\d.]+ ?\\?%|0?\.\d)# (?:of (?:the |all )?\w+ )?(?:(?:for|as|is|are|go|goes"
                r"|to|into"
                r"|in|the|used) )*(?:training|train|test|testing|validation|hold-?out)\b"
                r"(?! accuracy| error)",
                r"\b(?:training|train|test|validation|hold-?out)(?: set| part| share| size)?[ :=]*"
                r"(?:of )?(?=[\d.]+ ?\\?%)#",
                r"\btest_size ?= ?#",
                r"(?P<value>\d\d/\d\d) split",
            ),
        },
        value=lambda rows, share: shares(rows, share),
        formula="rows × share",
        exact=True,
        examples=(
            "We have 12,000 rows and keep 15 % for testing. The test set has «1,800» rows.",
            "A data set of 50,000 images: 80 % for training.\n\n- training set: «40,000» images",
        ),
    ),
    *(
        Relation(
            name=f"positives of a stratified {part} part",
            needs=("positives|fraud|churn|cases", "stratif", part),
            result=(
                rf"\b{part}\w*(?: part| set| split| fold)?(?: then| thus| therefore)? "
                r"(?:contains|has|holds|gets|includes)(?: then| thus| therefore)? # "
                r"(?:positives|positive \w+|frauds?|fraudulent \w+|churners)",
                r"\b# (?:positives|positive \w+|frauds?|churners)(?: are| land| end up)? in the "
                rf"(?:stratified )?{part}",
            ),
            givens={
                "rows": (
                    rf"\b{part}\w*(?: part| set| split)?(?: has| of| with|:| =)*(?: about)? ?\n? ?#"
                    r"(?! ?%| ?\w+ positive| positive)",
                    rf"# (?:\w+ )?(?:{ROW} )?(?:for|in the|as) {part}",
                ),
                "share": POSITIVE_SHARE,
            },
            value=lambda rows, share: shares(rows, share) if rows > 1 > share else None,
            formula="rows × share",
            exact=True,
            examples=(
                f"Of 20,000 rows 5 % are positive. The {part} set has 4,000 rows. The stratified "
                f"{part} set contains «200» positives.",
                f"We keep 3,000 rows for {part}ing, stratified, with a positive rate of 2 %.\n\n"
                f"The {part} part then holds «60» positives.",
            ),
        )
        for part in ("test", "train", "validat")
    ),
    *(
        Relation(
            name=f"rows of the {name} part of a split",
            needs=(name[:5], "80/|70/|60/|90/|75/|80:|70:|60:|90:|80%|70%|60%|80–|70–|60–"),
            result=(
                rf"\b{name}\w*(?: set| part| split| data)?(?: (?:then|thus|therefore))?(?: has| "
                r"have| contains"
                rf"| gets| with| holds| of| is| receives| comprises|:|=)+ {ROUGHLY}#(?= {ROW}| "
                r"?$|[.,;)\s])",
                rf"# {ROW} (?:are |is |remain )?(?:for|in|go to|used for) (?:the )?{name}",
            ),
            givens={"rows": ROWS, "part": (share,)},
            value=lambda rows, part: rows * part / 100 if rows > 50 else None,
            formula="rows × share",
            exact=True,
            examples=(
                f"We have 50,000 rows and split them 70/20/10. The {name} set has «{made}» rows.",
            ),
        )
        for name, share, made in (
            ("training", rf"{PARTS_START}(?P<value>\d\d){PARTS}\d\d", "35,000"),
            ("validation", rf"{PARTS_START}\d\d{PARTS}(?P<value>\d\d){PARTS}\d\d", "10,000"),
            ("test", rf"{PARTS_START}\d\d{PARTS}\d\d{PARTS}(?P<value>\d\d)(?!\d)", "5,000"),
        )
    ),
    Relation(
        name="rows of a fold",
        needs=("fold",),
        result=(
            r"\b(?:each|every|one|a|per) (?:\w+ )?(?:fold|part"
            rf"|validation fold)\b[^.;\d]{{0,30}}?#(?: {ROW})?(?!\w)"
            r"(?! (?:times|folds|models|%))",
            rf"# {ROW} (?:per|in each|in every) fold",
            rf"\bvalidated on #(?: {ROW})?",
        ),
        givens={"rows": ROWS, "folds": FOLDS},
        value=fold_sizes,
        formula="rows / folds",
        exact=True,
        unless=("positives", "minority", "rare class"),  # of which a fold has a share, too
        several=3,
        examples=(
            "With 5-fold cross-validation on 2,000 rows each fold has «400» rows.",
            "Take 900 samples and k = 10 folds. Every fold holds «90» samples.",
        ),
    ),
    Relation(
        name="training rows of a fold",
        needs=(
            "fold|each model|every model|each fit| fits|each time|cross-valid",
            "train|fit",
            "fold",
        ),
        result=(
            r"\btrain\w*(?: set| part)?(?: on| has| with| sees| uses| of| contains)+ #"
            rf"(?: {ROW})?(?!\w)"
            r"(?! (?:times|folds|models|%))",
            rf"# {ROW} (?:are |remain )?(?:for|used for) training",
            r"\b(?:each|every)(?: one)?(?: of (?:the|these) (?:\w+ )?)? ?(?:fits?|models?|runs?) "
            rf"(?:then |thus |therefore )?(?:uses|sees|gets|learns from) # {ROW}",
        ),
        givens={"rows": (*ROWS, r"\btrain(?:ing)?(?: set| part)? ?\n ?#"), "folds": FOLDS},
        value=fold_training,
        formula="rows·(k − 1)/k",
        exact=True,
        several=3,
        examples=(
            "In 10-fold cross-validation with 1,200 samples each model is trained on «1,080» "
            "samples.",
            "5 folds, 400 rows: every model trains on «320» rows.",
            "10-fold cross-validation is done on 6,000 rows. Each of the ten fits then uses "
            "«5,400» rows and is tested on the rest.",
        ),
    ),
    Relation(
        name="training rows of an inner fold",
        needs=("inner", "outer", "fold"),
        result=(
            rf"\binner (?:model|fit|training)\w*[^.;\d]{{0,50}}?#(?: {ROW})?(?!\w)(?! (?:times"
            r"|folds"
            r"|fits|models|%))",
        ),
        givens={"rows": ROWS, "outer": OUTER, "inner": INNER},
        value=inner_rows,
        formula="rows·(1 − 1/outer)·(1 − 1/inner)",
        exact=True,
        several=3,
        examples=(
            "Nested cross-validation on 10,000 rows with 5 outer folds and 4 inner folds: an inner "
            "model is trained on «6,000» rows.",
        ),
    ),
    Relation(
        name="fits of a nested grid search",
        needs=("fits|models|trainings|times", "nested|outer", "inner"),
        result=(
            r"\b(?:makes?|needs?|requires?|total|altogether|in all|are|is|gives?|"
            r"=|costs?)[^.;\d]{0,25}?# (?:\w+ )?"
            r"(?:fits|models|trainings|model fits)\b",
        ),
        givens={"combinations": COMBINATIONS, "outer": OUTER, "inner": INNER},
        value=nested_fits,
        formula="outer·(combinations·inner + 1)",
        exact=True,
        examples=(
            "With 5 outer folds, 3 inner folds and 20 combinations nested cross-validation needs "
            "«300» fits.",
        ),
    ),
    Relation(
        name="fits of a grid search",
        needs=("fits|models|trainings|train", "grid|search|combinations|configurations", "fold"),
        result=(
            r"\b(?:makes?|needs?|requires?|total|altogether|in all|are|is|gives?|=|costs?|means"
            r"|trains?|runs?)"
            r"[^.;\d]{0,25}?# (?:\w+ )?(?:fits|models|trainings|model fits|runs)\b",
            r"(?:total )?number of (?:fits|models|trainings|model fits)",
        ),
        givens={"combinations": COMBINATIONS, "folds": FOLDS},
        value=lambda combinations, folds: [combinations * folds, combinations * folds + 1],
        formula="combinations × folds",
        exact=True,
        examples=(
            "A grid search over 24 combinations with 5-fold cross-validation needs «120» fits.",
            "The grid has 12 configurations; with 10 folds that makes «120» models.",
        ),
    ),
    Relation(
        name="synthetic examples for a ratio",
        needs=("synthetic|smote|create|generate|oversampl|duplicat", "minority|positive|fraud"),
        result=(
            rf"# (?:new |more |additional |synthetic |extra |artificial ){{1,2}}(?:\w+ )?{ROW}?",
            r"\b(?:create|generate|add|creates|generates|adds|make|makes|duplicate)s? "
            r"(?:another |about )?"
            rf"# (?:\w+ )?{ROW}\b",
        ),
        givens={
            "majority": MAJORITY,
            "minority": MINORITY,
            "ratio": (
                r"\bratio(?: of| is|:|=)* (?=0?\.\d)#",
                r"sampling_strategy ?= ?(?=0?\.)#",
                r"(?<=\b1\s:\s)(?P<value>\d+)",
                r"(?<=\b1:)(?P<value>\d+)\b",
                r"\b(?P<value>0?\.\d+) ratio",
                r"to (?P<value>\d\d) ?% of the majority",
            ),
        },
        value=lambda majority, minority, ratio: synthetic(
            majority, minority, ratio if ratio <= 1 else 1 / ratio if ratio <= 10 else ratio / 100
        ),
        formula="ratio·majority − minority",
        exact=True,
        examples=(
            "There are 8,000 majority rows and 400 minority rows. With a ratio of 0.5 SMOTE "
            "creates "
            "«3,600» synthetic rows.",
        ),
    ),
    Relation(
        name="synthetic examples for balance",
        needs=("synthetic|smote|create|generate|oversampl|duplicat", "minority|positive|fraud"),
        result=(
            rf"# (?:new |more |additional |synthetic |extra |artificial ){{1,2}}(?:\w+ )?{ROW}?",
            r"\b(?:create|generate|add|creates|generates|adds|make|makes|duplicate)s? "
            r"(?:another |about )?"
            rf"# (?:\w+ )?{ROW}\b",
        ),
        givens={"majority": MAJORITY, "minority": MINORITY},
        value=lambda majority, minority: (
            [
                made
                for ratio in (1, Fraction(1, 2), Fraction(1, 3), Fraction(1, 4), Fraction(2, 3))
                if (made := synthetic(majority, minority, ratio))
            ]
            or None
        ),
        formula="majority − minority",
        exact=True,
        examples=(
            "The training data has 9,500 negatives and 500 positives. To balance the classes SMOTE "
            "must create «9,000» synthetic examples.",
            "A set of 990 healthy and 10 sick patients. Random oversampling to equal sizes adds "
            "«980» "
            "more minority rows.",
        ),
    ),
    Relation(
        name="rows after undersampling",
        needs=("undersampl|under-sampl|downsampl", "majority|negative|class"),
        result=(
            rf"\b(?:leaves?|left|remain\w*|has|keeps?|contains?|total)\b[^.;\d]{{0,30}}?#"
            rf"(?: {ROW})?(?!\w)(?! ?%)",
            rf"# {ROW} (?:are |is )?(?:left|remain|in total|altogether)",
        ),
        givens={"majority": MAJORITY, "minority": MINORITY},
        value=lambda majority, minority: (
            [2 * minority, minority, majority - minority] if majority > minority else None
        ),
        formula="2·minority",
        exact=True,
        examples=(
            "From 9,000 negatives and 300 positives random undersampling to a balanced set leaves "
            "«600» rows.",
        ),
    ),
    Relation(
        name="balanced weight of a class",
        needs=("weight", "class", "balanced|n_samples|inverse|frequen"),
        result=(
            r"weight (?:of|for) (?:the |a )?(?:\w+ )?(?:positives?|minority|class|rare"
            r"|fraud)\w*(?: \w+)?",
            r"(?:positive|minority|rare|fraud) class (?:gets|has|receives) (?:a |the "
            r")?(?:\w+ )?"
            r"weight",
        ),
        givens={"rows": ROWS, "classes": CLASSES, "size": CLASS_SIZE},
        value=balanced_weight,
        formula="n/(k·n_c)",
        examples=(
            "Of 1,000 rows in two classes 50 are positives. The balanced class weight of the "
            "positive class is «10».",
        ),
    ),
    Relation(
        name="balanced weight of one of two classes",
        needs=("weight", "class", "balanced"),
        result=(
            r"weight (?:of|for) (?:the |a )?(?:\w+ )?(?:positives?|minority|rare|fraud)\w*"
            r"(?: \w+)?",
            r"(?:positives?|minority|rare|fraud)(?: class)? (?:gets?|has|have|receives?) "
            r"(?:a |the )?"
            r"(?:\w+ )?weight",
        ),
        givens={"majority": MAJORITY, "minority": MINORITY},
        value=lambda majority, minority: (
            [(majority + minority) / (2 * minority), majority / minority]
            if majority > minority
            else None
        ),
        formula="n/(2·n_c)",
        examples=(
            "With class_weight='balanced', 900 negatives and 100 positives, the weight of the "
            "positives is «5».",
        ),
    ),
    Relation(
        name="scale_pos_weight",
        needs=("scale_pos_weight|scale pos weight|pos_weight",),
        result=(
            r"(?:scale_)?pos_weight",
            r"scale pos weight",
            r"(?:scale_)?pos_weight`? (?:for|with|of) [^.;]{5,60}? (?:is|=|equals) #",
        ),
        givens={"majority": MAJORITY, "minority": MINORITY},
        value=lambda majority, minority: majority / minority if majority > minority else None,
        formula="negatives / positives",
        examples=(
            "The data has 9,800 negatives and 200 positives, so `scale_pos_weight` is «49».",
            "- negatives: 4,500\n- positives: 500\n- scale_pos_weight = «9»",
        ),
    ),
    Relation(
        name="imbalance ratio",
        needs=("imbalance|ratio",),
        result=(r"imbalance ratio", r"ratio of (?:majority to minority|negatives to positives)"),
        givens={"majority": MAJORITY, "minority": MINORITY},
        value=lambda majority, minority: (
            [majority / minority, minority / majority] if majority > minority else None
        ),
        formula="majority / minority",
        examples=("There are 19,000 negatives and 1,000 positives: an imbalance ratio of «19».",),
    ),
    Relation(
        name="accuracy of the majority answer",
        needs=("always|majority|baseline|constant|dummy", "accuracy|accurate|correct|right"),
        result=(
            r"\balways (?:predict\w*|answer\w*|say\w*)[^.;\d]{0,60}?(?:accuracy|correct"
            r"|right)[^.;\d]{0,25}?#",
            r"(?:majority(?:[- ]class)?|trivial|dummy|naive|constant) (?:baseline|classifier"
            r"|model|answer|"
            r"predictor)[^.;\d]{0,40}?accuracy[^.;\d]{0,15}?#",
            r"(?:baseline|trivial) accuracy",
        ),
        givens={"majority": MAJORITY, "minority": MINORITY},
        value=lambda majority, minority: (
            majority / (majority + minority) if majority > minority else None
        ),
        formula="majority / all",
        examples=(
            "With 950 negatives and 50 positives, always predicting the negative class has an "
            "accuracy of «95%».",
        ),
    ),
    Relation(
        name="columns of a one-hot encoding",
        needs=("one-hot|one hot|dummies|dummy|indicator", "column|feature|variable"),
        result=(
            r"@ (?:new |binary |dummy |indicator |one-hot |additional |extra )*(?:columns"
            r"|features|variables)\b",
        ),
        givens={"categories": CATEGORIES},
        unless=("drop", "reference", "dummy coding"),
        value=lambda categories: [categories, categories - 1],
        formula="categories, or one less",
        exact=True,
        examples=(
            "A feature with 12 categories becomes «12» columns by one-hot encoding.",
            "The variable color has 5 levels. One-hot encoding creates «5» binary columns.",
        ),
    ),
    Relation(
        name="columns of dummy coding",
        needs=("drop|dummy|reference|baseline", "categor|levels|values"),
        result=(
            r"@ (?:dummy |dummies|binary |indicator )(?:columns|features|variables)?\b",
            r"\b(?:drop\w*|reference|dummy cod\w+|first)[^.;\d]{0,50}?(?:leaves|needs|gives"
            r"|creates|with|to|are|uses) @ (?:\w+ )?"
            r"(?:columns|features|variables)",
        ),
        givens={"categories": CATEGORIES},
        value=lambda categories: categories - 1,
        formula="categories − 1",
        exact=True,
        examples=("A feature has 7 categories. Dropping the first level leaves «6» columns.",),
    ),
    Relation(
        name="pairs of records",
        needs=("pairs", "record|row|item|document|customer|image|duplicate"),
        result=(
            r"# (?:candidate |possible |different |distinct |unordered |such |unique )*(?:pairs"
            r"|comparisons)\b"
            r"(?! (?:per|of|in|are|were)\b)",
        ),
        givens={"rows": ROWS},
        value=lambda rows: [rows * (rows - 1) / 2, rows * (rows - 1), rows**2 / 2],
        formula="n(n − 1)/2",
        exact=True,
        examples=(
            "To find duplicates among 10,000 records naively one compares «49,995,000» pairs.",
        ),
    ),
    Relation(
        name="complete rows",
        needs=("complete|missing", "each|independent|every"),
        result=(
            r"# of (?:the |all )?(?:rows|records|cases|examples|samples) (?:are |is |remain "
            r"|stay |have no)"
            r"(?:complete|without)?",
            r"(?:share|fraction|proportion) of complete (?:rows|cases|records)",
        ),
        givens={
            "features": FEATURES,
            "missing": (
                r"# (?:of (?:the |its |their )?(?:values|entries) )?(?:are )?missing",
                r"\bmissing\b[^.;\d]{0,40}?#",
            ),
        },
        value=lambda features, missing: (
            (1 - missing) ** int(features) if missing < 1 and features < 10**4 else None
        ),
        formula="(1 − missing)^features",
        examples=(
            "Each of 20 features has 5 % missing values, independently. Then only «35.9%» of the "
            "rows "
            "are complete.",
        ),
    ),
    Relation(
        name="interquartile range",
        needs=("iqr|interquartile", "quartile|q1|percentile"),
        result=(r"(?<!\d\s)(?<!\d)(?<!×\s)IQR", r"interquartile range(?: \(IQR\))?"),
        givens={"q1": Q1, "q3": Q3},
        value=lambda q1, q3: q3 - q1 if q3 > q1 else None,
        formula="Q3 − Q1",
        examples=(
            "The first quartile is 20 and the third quartile 50. The interquartile range is «30».",
            "- Q1 = 12\n- Q3 = 18.5\n- IQR: «6.5»",
        ),
    ),
    Relation(
        name="upper fence",
        needs=("fence|above|upper|outlier", "quartile|q1|percentile"),
        result=(
            r"(?:upper|top|right) (?:fence|limit|bound|whisker)",
            r"\b(?:above|more than|larger than|greater than|beyond) #[^.;\d]{0,40}?(?:outlier"
            r"|flagged)",
            r"\boutliers?[^.;\d]{0,40}?\b(?:above|more than|larger than|greater than"
            r"|beyond) #",
        ),
        givens={"q1": Q1, "q3": Q3},
        value=lambda q1, q3: fences(q1, q3, 1),
        formula="Q3 + 1.5·(Q3 − Q1)",
        bound=True,
        examples=(
            "With Q1 = 10 and Q3 = 30 the upper fence is «60».",
            "The lower quartile is 4 and the upper quartile 9. So values above «16.5» are "
            "outliers.",
        ),
    ),
    Relation(
        name="lower fence",
        needs=("fence|below|lower|outlier", "quartile|q1|percentile"),
        result=(
            r"(?:lower|bottom|left) (?:fence|limit|bound|whisker)",
            r"\b(?:below|less than|smaller than|under) #[^.;\d]{0,40}?(?:outlier|flagged)",
        ),
        givens={"q1": Q1, "q3": Q3},
        value=lambda q1, q3: fences(q1, q3, -1),
        formula="Q1 − 1.5·(Q3 − Q1)",
        bound=True,
        examples=("With Q1 = 40 and Q3 = 60 the lower fence is «10».",),
    ),
    Relation(
        name="scaled value",
        needs=("min-max|minmax|min–max|normali|scaled|scaling", "min", "max"),
        result=(
            r"(?:scaled|normali[sz]ed|min[-–]max)(?: \w+)? ?(?:value|score)?",
            r"(?:becomes|maps to|is scaled to|is mapped to) #",
        ),
        givens={
            "low": LOWEST,
            "high": HIGHEST,
            "value": (r"\b(?:value|age|income|x|price|score)(?: of| is|:| ?=)* ?#(?! (?:to|and))",),
        },
        value=lambda low, high, value: (
            (value - low) / (high - low) if low <= value <= high and high > low else None
        ),
        formula="(x − min)/(max − min)",
        examples=(
            "The minimum is 20 and the maximum 60. By min-max scaling a value of 30 becomes a "
            "scaled value of «0.25».",
        ),
    ),
    Relation(
        name="width of a bin",
        needs=("bin|bucket", "width|equal"),
        result=(r"(?:bin|bucket) width", r"width of (?:a|each|the) (?:bin|bucket)"),
        givens={
            "low": LOWEST,
            "high": HIGHEST,
            "bins": (
                r"@ (?:equal[- ]width |equally wide |equal )?(?:bins|buckets"
                r"|intervals)\b",
            ),
        },
        value=lambda low, high, bins: (high - low) / bins if high > low else None,
        formula="(max − min)/bins",
        examples=("The values go from 0 to 120. With 8 equal-width bins the bin width is «15».",),
    ),
    Relation(
        name="relative change",
        needs=(
            "from",
            "reduc|cut|drop|declin|decreas|sav|increas|ris|growth|gain|improv|less|more",
        ),
        result=(
            r"\bfrom (?:about )?<before># (?:\w+ )?to (?:about |only )?<after>#"
            r"(?: \w+)?[,;:–—-]*[^.;:\d]{0,25}?\b"
            r"(?:reduction|cut|drop|decline|decrease|saving|increase|rise|growth|gain|improvement"
            r"|fall)"
            r"s?(?: \w+)? (?:of|by) (?:about )?(?=[\d.,]+ ?\\?%)#(?! ?(?:points?|percentage|pp"
            r"|of)|[ %]*,? from \d)",
            r"\bfrom (?:about )?<before># (?:\w+ )?to (?:about |only )?<after>#(?: \w+)?,? "
            r"(?:that is |i\.e\. |which is |"
            r"\()?(?=[\d.,]+ ?\\?%)# (?:less|fewer|lower|cheaper|more|higher|faster|smaller)",
        ),
        givens={"before": (), "after": ()},
        value=changes,
        formula="(after − before)/before",
        examples=(
            "The mean latency fell from 200 ms to 150 ms, a reduction of «25%».",
            "The cost goes from 80 to 60, i.e. «25%» less.",
            "Conversion rose from 4.0 % to 4.5 %, a relative increase of «12.5%».",
        ),
    ),
    Relation(
        name="windows of a series",
        needs=("window", "length|size|step|stride|point|value|series"),
        result=(r"# (?:\w+ )?(?:windows|subsequences|training examples)\b",),
        givens={
            "length": (
                r"\bseries (?:of|with|has) # ",
                r"# (?:\w+ )?(?:days|points|values|steps"
                r"|hours|"
                r"observations|measurements)\b(?! (?:window|long|back))",
            ),
            "window": (
                r"\bwindow(?:s)?(?: size| length)?(?: of| is|:| =)* #",
                r"(?P<value>\d+)-"
                r"\w+ windows?",
            ),
        },
        value=lambda length, window: (
            [length - window + 1, length - window] if length > window else None
        ),
        formula="length − window + 1",
        exact=True,
        examples=("A series of 365 days and windows of 30 give «336» windows.",),
    ),
    Relation(
        name="probability after downsampling of negatives",
        needs=(
            "calibrat|correct|true probab|real probab|original",
            "downsampl|undersampl|subsampl|sampl",
            "negative",
        ),
        result=(
            r"(?:calibrated|corrected|true|real|actual|recalibrated) (?:probability"
            r"|prediction|rate|value|score)",
        ),
        givens={
            "p": (
                r"\b(?:predict\w*|output\w*|score|says|model)\b[^.;\d]{0,30}?(?=0?\.\d"
                r"|\d+ ?%)#",
            ),
            "kept": (
                r"\b(?:keep\w*|kept|sampl\w+)[^.;\d]{0,30}?(?=0?\.\d|\d+ ?%|1/)#(?: of "
                r"(?:the |all )?"
                r"negatives)?",
            ),
        },
        value=lambda p, kept: p / (p + (1 - p) / kept) if 0 < p < 1 and 0 < kept < 1 else None,
        formula="p/(p + (1 − p)/w)",
        examples=(
            "We keep 10 % of the negatives (downsampling). When the model outputs 0.3, the "
            "calibrated probability is «0.0411».",
        ),
    ),
    Relation(
        name="smoothed target encoding",
        needs=(
            "target encoding|target-encod|smooth|encoded",
            "prior|global mean|overall mean",
            "mean",
        ),
        result=(
            r"(?:smoothed |encoded )(?:value|mean|encoding|target)(?: of \w+(?: \w+)?)?",
            "encoding",
        ),
        givens={
            "n": (r"# (?:rows|examples|observations|samples|customers|times)\b",),
            "mean": (
                rf"\b(?:category|its|city|local|own|target) mean{IS}#",
                r"\bmean (?:target "
                r")?of #",
            ),
            "m": (rf"\b(?:m|smoothing(?: \w+)?|weight){IS}#",),
            "prior": (rf"\b(?:global|overall|prior)(?: \w+)? ?(?:mean|rate)?{IS}#",),
        },
        value=lambda n, mean, m, prior: (n * mean + m * prior) / (n + m),
        formula="(n·mean + m·prior)/(n + m)",
        examples=(
            "Target encoding: a city has 20 rows, its mean is 0.6, the global mean is 0.3 and the "
            "smoothing m = 10. The smoothed value is «0.5».",
        ),
    ),
)
