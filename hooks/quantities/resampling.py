"""Resampling: classes of a total, weights, splits in three parts, searches, common elements."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from hooks.quantities.preparation import ROW, ROWS
from hooks.quantities.relation import Relation, bare

Numbers = Sequence[Fraction]

RARE = r"(?:minority|positive|rare|fraud\w*|smaller)(?: class)?"
ROW_MARKS = "rows|examples|samples|records|observations|points|images|instances|documents|texts"
PART_OF_ALL = (
    rf"\b{RARE}(?: has| with| contains| is| makes up| of|,)*(?: only)? \(?@ (?:\w+ )?(?:of|out "
    rf"of|in) (?:the )?\d",
    rf"@ (?:\w+ )?(?:of|out of|in) (?:the )?\d[\d,]*(?: \w+)? (?:are|is|belong to|being) (?:in "
    rf")?(?:the )?(?:{RARE}|positives?|frauds?)",
    rf"\b{RARE}[^.;\d]{{0,20}}?\(@ of \d",
)
ALL = (
    rf"\b{RARE}(?: has| with| contains| is| makes up| of|,)*(?: only)? \(?\d[\d,]* (?:\w+ )?"
    rf"(?:of|out of|in) (?:the )?@",
    rf"\d[\d,]* (?:\w+ )?(?:of|out of|in) (?:the )?@(?: \w+)? (?:are|is|belong to|being) (?:in "
    rf")?(?:the )?(?:{RARE}|positives?|frauds?)",
    rf"\b{RARE}[^.;\d]{{0,20}}?\(\d[\d,]* of @",
)
CLASS_SIZES = (
    rf"\bclasses(?: of| with| have| has|:| contain| sizes)*(?: sizes?)?(?: of)? [#](?= {ROW}"
    rf"|[.,;)]| each)",
)
SEARCHES = (
    r"@ values (?:of|for) [^.;\d]{1,25}?(?:,| and| times| ×)",
    r"@ (?:\w+ )?(?:values|options|settings)[^.;\d]{1,25}?(?:,| and| times| ×)",
)
SECOND_SEARCH = (r"values (?:of|for) [^.;\d]{1,25}?(?:,| and|, and) @(?: values)? (?:of|for) ",)
FOLDS = (
    r"(?P<value>\d+)[- ]?fold\b",
    r"\b(?P<value>five|ten|three|four)-fold\b",
    r"\bcv ?= ?@",
    r"@ folds\b",
)
SPLITS = {
    "train": r"(?P<value>\d\d) ?/ ?\d\d ?/ ?\d\d\b",
    "validation": r"\b\d\d ?/ ?(?P<value>\d\d) ?/ ?\d\d\b",
    "test": r"\b\d\d ?/ ?\d\d ?/ ?(?P<value>\d\d)\b",
}
SETS = {
    "a": (r"\b(?:A|X|S|S_1|U|set 1) ?= ?\W{0,2}[#]",),
    "b": (r"\b(?:B|Y|T|S_2|V|set 2) ?= ?\W{0,2}[#]",),
}


def part(rows: Fraction, percent: Fraction) -> list[int]:
    return [floor(rows * percent / 100), ceil(rows * percent / 100)]


def jaccard(a: Numbers, b: Numbers) -> float | None:
    return len(set(a) & set(b)) / len(set(a) | set(b)) if a and b else None


def balanced(sizes: Numbers) -> list[float] | None:
    """Weights of the class with the fewest rows: n/(classes·rows)."""
    if len(sizes) < 2 or min(sizes) < 2:
        return None
    return [sum(sizes) / (len(sizes) * min(sizes))]


RELATIONS = bare(
    Relation(
        name="synthetic examples for as many as the rest",
        needs=("synthetic|smote|oversampl|artificial", "1:1|balance|equal|same size|as many"),
        result=(
            rf"(?:create|generate|add|synthesi[sz]e|make|makes|creates|generates|adds|need"
            rf"|produce)s?(?: about| us)? # (?:\w+ )?(?:synthetic|new|artificial|additional|{ROW})",
            r"# synthetic",
        ),
        givens={"k": PART_OF_ALL, "n": ALL},
        value=lambda k, n: n - 2 * k if 2 * k < n else None,
        formula="(rows − minority) − minority",
        exact=True,
        examples=(
            "The minority class has 500 of 10,000 samples. To reach a ratio of 1:1 with SMOTE, "
            "we must "
            "create «9,000» synthetic examples.",
        ),
    ),
    Relation(
        name="rows that undersampling to the minority leaves",
        needs=("undersampl|under-sampl|downsampl", "minority|positive|fraud"),
        result=(
            rf"(?:leaves?|keeps?|remain|results? in|gives?|yields?)(?: us| only| about| you)* # "
            rf"(?:{ROW}|in total)",
        ),
        givens={"k": PART_OF_ALL, "n": ALL},
        value=lambda k, n: 2 * k if 2 * k < n else None,
        formula="2·minority",
        exact=True,
        examples=(
            "Undersampling the majority class to the size of the minority (300 of 10,000) "
            "leaves «600» "
            "rows.",
        ),
    ),
    Relation(
        name="balanced weight of the smaller of several classes",
        needs=("weight", "balanced", "minority|smaller|rare|smallest"),
        result=(
            rf"{RARE} (?:then )?(?:gets|has|receives|is given)(?: the| a)? weight(?: of)?(?: "
            rf"about)? #",
            rf"weight of (?:the )?{RARE}",
        ),
        givens={"sizes": CLASS_SIZES},
        value=balanced,
        formula="rows/(classes·rows of the class)",
        examples=(
            "Classes of 900 and 100 samples. With class_weight='balanced' the minority class "
            "gets the "
            "weight «5».",
        ),
    ),
    Relation(
        name="fits of a grid of two parameters",
        needs=("fits|trains|trainings|models|runs", "grid|search", "fold|cv"),
        result=(
            r"# (?:model )?(?:fits|trainings|models|runs)\b",
            r"(?:fits|trains|makes) # (?:times|models)",
        ),
        givens={"a": SEARCHES, "b": SECOND_SEARCH, "k": FOLDS},
        value=lambda a, b, k: [a * b * k, a * b * k + 1],
        formula="values·values·folds",
        exact=True,
        local=True,
        unless=("values of n", "three parameters"),
        examples=(
            "With 5 values of C, 4 of gamma and 5-fold cross-validation, the grid search makes "
            "«100» "
            "fits.",
        ),
    ),
    *(
        Relation(
            name=f"rows of the {name} part of three",
            needs=(name, "split", "0/|5/|0 /|5 /", ROW_MARKS),
            result=(
                rf"# (?:{ROW} )?(?:for |as )?{name}\w*(?: {ROW}|\b)",
                rf"\b{name}\w*(?: set| part| split)?(?: has| contains| gets| with| of| is|:|=)+ "
                rf"#(?! ?%)",
            ),
            givens={"rows": (*ROWS, r"of @ (?:\w+ )?" + ROW), "percent": (share,)},
            value=part,
            formula="rows·share",
            exact=True,
            unless=("accuracy",),
            examples=(f"An 80/12/08 split of 50,000 rows gives «{count}» {name} rows.",),
        )
        for (name, share), count in zip(SPLITS.items(), ("40,000", "6,000", "4,000"), strict=True)
    ),
    Relation(
        name="Jaccard similarity of two sets",
        needs=("jaccard|intersection over union|iou",),
        result=(
            r"Jaccard(?: similarity| index| coefficient)?(?: of \w+)?",
            r"(?:intersection over union|IoU)",
        ),
        givens=SETS,
        value=jaccard,
        formula="|A ∩ B|/|A ∪ B|",
        examples=("Users A = {1, 2, 3, 4} and B = {3, 4, 5} have a Jaccard similarity of «0.4».",),
    ),
    *(
        Relation(
            name=f"rows of the {name} part of two",
            needs=(name, "split", "0/|5/|0 /|5 /", ROW_MARKS),
            result=(
                rf"# {ROW} (?:for|as|in) (?:the )?{name}\w*",
                rf"# {name}\w* {ROW}",
                rf"\b{name}\w*(?: set| part| split)?(?: has| contains| gets| with| of| is|:|=)+ "
                rf"# {ROW}",
            ),
            givens={"rows": (*ROWS, r"of @ (?:\w+ )?" + ROW), "percent": (share,)},
            value=part,
            formula="rows·share",
            exact=True,
            examples=(f"A random 70/30 split of 1,000 rows leaves «{count}» rows for {name}ing.",),
        )
        for name, share, count in (("test", r"(?<![\d/])\d\d ?/ ?(?P<value>\d\d) split", "300"),)
    ),
)
