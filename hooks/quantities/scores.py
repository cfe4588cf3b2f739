"""Scored examples: areas under curves, lift, calibration, log loss, agreement of two orders."""

from collections.abc import Sequence
from fractions import Fraction
from math import log

from hooks.quantities.relation import IS, Relation, bare

Numbers = Sequence[Fraction]

POSITIVES = (
    r"\bpositives?\b[^.;\d]{0,40}?[#]",
    r"[#] (?:for|of|to|are) (?:the )?(?:\w+ )?positives?",
    r"\bscores? of the positives?\b[^.;\d]{0,30}?[#]",
)
NEGATIVES = (
    r"\bnegatives?\b[^.;\d]{0,40}?[#]",
    r"[#] (?:for|of|to|are) (?:the )?(?:\w+ )?negatives?",
    r"\bscores? of the negatives?\b[^.;\d]{0,30}?[#]",
)
POSITIVE_COUNT = (r"# positives?\b", r"# positive (?:examples?|cases?|rows?|samples?)")
NEGATIVE_COUNT = (r"# negatives?\b", r"# negative (?:examples?|cases?|rows?|samples?)")
LABELS = (
    r"\b(?:labels?|y|targets?|outcomes?|truth|actual\w*)\b[^.;\d]{0,30}?[#]",
    "| (?:y|label|target|outcome|actual|true label|truth)(?: y)?",
)
CHANCES = (
    r"\b(?:predict\w+|probabilit\w+|p|ŷ|forecasts?|scores?)\b[^.;\d]{0,40}?[#]",
    "| (?:p|ŷ|p̂|predicted|prediction|probability|predicted probability|score|forecast)",
)
AUC = r"(?:(?:roc[- ])?auc|area under the (?:roc )?curve)"
TOP_SHARE = (r"\b(?:top|first|best|upper) #", r"contact\w* (?:\w+ ){0,3}#")
WHO = r"(?:customers|users|people|clients|accounts|visitors|transactions|patients|employees)"
TOP_RATE = (
    r"\b(?:top|first|best) \w+(?: ?%)?(?: \w+){0,3}? (?:with|has|have|had|at|of|is|shows)"
    r"(?: \w+){0,4}? #",
    r"\b(?:top|first|best) \w+(?: by [a-z]+)?,? # (?:respond|buy|bought|convert|churn|click|default"
    r"|do\b|did\b|of them)",
    r"\b(?:response|conversion|hit|buying|churn|fraud|click|event) rate (?:of|in|among) the "
    rf"(?:top|first|best)(?: \w+){{1,2}}{IS}#",
)
BASE_RATE = (
    rf"\b(?:base|overall|average|baseline|population|mean|general|random)(?: \w+){{0,2}}? rate"
    rf"(?: \w+){{0,3}}?{IS}#",
    r"\b(?:overall|on average|in general|average)(?: \w+)?,? #",
    r"# of (?:the |all |our )?(?:customers|users|people|clients|visitors|cases|population|accounts)"
    r" (?:churn|buy|respond|click|convert|default|subscribe)",
    r"\(#\) (?:churn|buy|respond|click|convert|default|subscribe|are (?:churners|buyers|positive))",
    r"# (?:overall|on average|in the population|base rate|of all (?:customers|users|people))",
)
CAUGHT = (
    r"\b(?:contains?|captures?|capturing|reach(?:es)?|finds?|catch(?:es)?|holds?|cover(?:s|ing)?"
    r"|containing|includes?|yields?) # (?:of |the |all )*(?:\w+ ){0,2}"
    r"(?:buyers|responders|positives|churners|conversions|frauds?|fraudsters|sales|defaults|events"
    r"|cases|purchases|responses|clicks|converters|defaulters)",
    r"top \S+ ?(?:%|:)[^.;\d]{0,20}(?:\d+/\d+ = )# of (?:the |all )?\w+",
)


def won_pairs(positive: Numbers, negative: Numbers) -> Fraction:
    """The share of pairs in which the positive scores higher, a tie as half (Hanley, McNeil)."""
    wins = [(a > b) + Fraction(a == b, 2) for a in positive for b in negative]
    return sum(wins) / len(wins)


def brier(labels: Numbers, chances: Numbers) -> Fraction | None:
    if not fit_together(labels, chances):
        return None
    return sum((p - y) ** 2 for y, p in zip(labels, chances, strict=True)) / Fraction(len(labels))


def log_losses(labels: Numbers, chances: Numbers) -> list[float] | None:
    """In nats and in bits."""
    if not fit_together(labels, chances):
        return None
    given = [p if y else 1 - p for y, p in zip(labels, chances, strict=True)]
    loss = -sum(log(p) for p in given) / len(given)
    return [loss, loss / log(2)]


def fit_together(labels: Numbers, chances: Numbers) -> bool:
    return (
        len(labels) == len(chances)
        and set(labels) <= {0, 1}
        and all(0 <= p <= 1 for p in chances)
        and set(chances) != set(labels)
    )


def ranked_auc(labels: Numbers, scores: Numbers) -> Fraction | None:
    if len(labels) != len(scores) or set(labels) != {0, 1}:
        return None
    pairs = list(zip(labels, scores, strict=True))
    return won_pairs([s for y, s in pairs if y], [s for y, s in pairs if not y])


def calibration_error(sizes: Numbers, predicted: Numbers, observed: Numbers) -> Fraction | None:
    """ECE, the mean gap of the bins weighted by their sizes (Naeini and others, 2015)."""
    if not len(sizes) == len(predicted) == len(observed):
        return None
    gaps = [n * abs(p - o) for n, p, o in zip(sizes, predicted, observed, strict=True)]
    return sum(gaps) / Fraction(sum(sizes))


# Another part than the first ones, which a lift may be that of.
ANOTHER_PART = (
    *("second", "third", "fourth", "fifth", "last", "bottom", "alone", "each decile"),
    *("among ", "segment", "last year", "before"),
    *(f"decile {number}" for number in range(2, 11)),
)


RELATIONS = bare(
    Relation(
        name="AUC from scores",
        needs=("auc|area under", "positive", "negative"),
        result=(AUC,),
        givens={"positives": POSITIVES, "negatives": NEGATIVES},
        value=lambda positives, negatives: won_pairs(positives, negatives),
        formula="share of the pairs that are in the right order",
        examples=(
            "The positives score 0.9, 0.7 and 0.4, the negatives 0.8, 0.3 and 0.2. The AUC "
            "is «0.778».",
            "- positive scores: 0.8, 0.6\n- negative scores: 0.7, 0.5, 0.1\n\nSo the area under "
            "the ROC curve is «0.833».",
        ),
    ),
    Relation(
        name="AUC from labels and scores",
        needs=("auc|area under", "label|| y|actual|target|truth", "score|predict|probab"),
        result=(AUC,),
        givens={"labels": LABELS, "scores": CHANCES},
        value=lambda labels, scores: ranked_auc(labels, scores),
        formula="share of the pairs that are in the right order",
        examples=(
            "The labels are 1, 0, 1, 0 and the scores 0.9, 0.6, 0.5, 0.2. ROC AUC: «0.75»",
            "| y | score |\n|---|---|\n| 1 | 0.8 |\n| 0 | 0.7 |\n| 1 | 0.6 |\n| 0 | 0.3 |\n| 0 | "
            "0.1 |\n\nThis gives an AUC of «0.833».",
        ),
    ),
    Relation(
        name="AUC from pairs",
        needs=("auc|area under", "pairs"),
        result=(AUC,),
        givens={
            "right": (
                r"# (?:of (?:the |these )?(?:\d[\d,]* )?(?:pairs )?)?(?:pairs )?(?:are |is )?"
                r"(?:concordant|(?:in the )?right(?:ly)? order|correctly (?:ranked|ordered)"
                r"|ranked correctly|ordered correctly)",
                r"(?:concordant|correctly (?:ranked|ordered)) pairs?(?: is| are|:| =)? #",
                r"# of (?:the |these )?(?P<of>\d[\d,]*) pairs",
            ),
            "pairs": (
                r"(?<!concordant\s)\b(?:of|are|have|=|makes?|gives?) (?:the |these )?# "
                r"(?:positive-negative |possible |such )?pairs",
            ),
        },
        value=lambda right, pairs: right / pairs,
        formula="pairs in the right order / pairs",
        examples=(
            "Of the 24 pairs 20 are concordant and none is tied. The AUC is therefore «0.833».",
        ),
    ),
    Relation(
        name="number of positive-negative pairs",
        needs=("pairs", "positive", "negative"),
        result=(
            r"# (?:positive[-–/]negative |such |possible )?pairs(?! (?:are|is) (?:concord|in))",
        ),
        givens={"positives": POSITIVE_COUNT, "negatives": NEGATIVE_COUNT},
        value=lambda positives, negatives: positives * negatives,
        formula="positives × negatives",
        exact=True,
        examples=(
            "With 40 positives and 60 negatives there are «2,400» positive-negative pairs.",
            "Compare each of the 5 positive examples with each of the 12 negative examples: «60» "
            "pairs.",
        ),
    ),
    Relation(
        name="Gini coefficient from AUC",
        needs=("gini", "auc"),
        result=(r"gini(?: coefficient| index| score)?",),
        givens={"auc": (rf"{AUC}{IS}#",)},
        value=lambda auc: 2 * auc - 1 if auc > 0.3 else None,
        formula="2·AUC − 1",
        examples=(
            "The scorecard has an AUC of 0.82. Its Gini coefficient is «0.64».",
            "- AUC = 0.75\n- Gini: «0.5»",
            "An AUC of 0.79 corresponds to a Gini of «58%».",
        ),
    ),
    Relation(
        name="AUC from Gini coefficient",
        needs=("auc|area under", "gini"),
        result=(AUC,),
        givens={"gini": (rf"gini(?: coefficient| index| score)?{IS}#",)},
        value=lambda gini: (gini + 1) / 2,
        formula="(Gini + 1)/2",
        examples=("The vendor reports a Gini of 0.6. This is an AUC of «0.8».",),
    ),
    Relation(
        name="KS statistic of a score",
        needs=("ks|kolmogorov", "tpr|true positive rate|positives|bads|goods"),
        result=(r"KS(?: statistic| value| distance)?",),
        givens={
            "tpr": (
                rf"\b(?:tpr|true[- ]positive rate|recall){IS}#",
                r"# of (?:all |the )?(?:positives|bads|bad customers|defaulters)",
            ),
            "fpr": (
                rf"\b(?:fpr|false[- ]positive rate){IS}#",
                r"# of (?:all |the )?(?:negatives|goods|good customers)",
            ),
        },
        value=lambda tpr, fpr: [abs(tpr - fpr), 100 * abs(tpr - fpr)],
        formula="TPR − FPR",
        examples=(
            "At the best threshold the TPR is 0.72 and the FPR 0.25, so the KS statistic "
            "is «0.47».",
            "The gap is widest where 65 % of the bads and 20 % of the goods are below the cut. "
            "KS = «0.45»",
        ),
    ),
    Relation(
        name="cumulative lift",
        needs=("lift", "top|first|contact|decile"),
        result=(r"(?:cumulative )?lift(?: (?:of|at|in|for) the (?:top|first) <part>#)?",),
        givens={"part": (), "caught": CAUGHT},
        value=lambda part, caught: caught / part if caught <= 1 and part <= 1 else None,
        formula="share of the positives / share of the population",
        examples=(
            "The top 20 % of customers contain 55 % of all buyers. The lift of the top 20 % is "
            "«2.75».",
        ),
    ),
    Relation(
        name="lift of a part",
        needs=("lift", "top|first|contact|decile"),
        result=(r"(?:cumulative )?lift(?! (?:of|at|in|for) the (?:top|first))",),
        givens={"part": TOP_SHARE, "caught": CAUGHT},
        value=lambda part, caught: caught / part if caught <= 1 and part <= 1 else None,
        formula="share of the positives / share of the population",
        unless=ANOTHER_PART,
        examples=(
            "The top 10 % by score capture 35 % of the churners. That is a lift of «3.5».",
            "Contacting 30 % of the list reaches 72 % of the buyers.\n\n- Lift: «2.4»",
        ),
    ),
    Relation(
        name="lift from counts",
        needs=("lift|times as", "of whom|of which|among", "contact|target|top|highest|select"),
        result=(
            r"lift",
            r"lift (?:at|in|of)[^.;\d]{0,12}[\d.]+ ?%[^.;\d]{0,80}? # times as (?:rich|likely"
            r"|many|high)",
            r"# times as (?:rich|likely|many|high|dense|frequent|concentrated)(?! as (?:without"
            r"|before))",
        ),
        givens={
            "total": (rf"# (?:[a-z]+ )?{WHO},? (?:of whom|of which|among which|among whom)",),
            "positive": (r"(?:of whom|of which|among (?:whom|which)) (?:only |about )?#",),
            "part": (
                rf"(?:contact|target|top|select|pick|highest|call|mail)[^.;\d]{{0,20}}# "
                rf"(?:[a-z]+ )?{WHO}",
            ),
            "caught": (r"(?:among|of|in) (?:those|them|these),? (?:there are |only |about )?#",),
        },
        value=lambda total, positive, part, caught: (
            (caught / part) / (positive / total)
            if caught <= positive <= total and caught <= part <= total
            else None
        ),
        formula="share among the chosen / share among all",
        examples=(
            "We have 20,000 customers, of whom 600 churn. We contact the 1,000 customers with the "
            "highest scores. Among those, 210 are churners. The lift is «7».",
        ),
    ),
    Relation(
        name="lift over the base rate",
        needs=("lift",),
        result=(
            r"lift",
            r"lift (?:at|in|of)[^.;\d]{0,12}[\d.]+ ?%[^.;\d]{0,80}? # times as (?:rich|likely"
            r"|many|high)",
            r"# times as (?:rich|likely|many|high|dense|frequent|concentrated)(?! as (?:without"
            r"|before))",
        ),
        givens={"rate": TOP_RATE, "base": BASE_RATE},
        value=lambda rate, base: rate / base if 0 <= rate <= 1 and 0 < base <= 1 else None,
        formula="rate / base rate",
        examples=(
            "The top decile has a response rate of 12 %, the overall response rate is 4 %. So the "
            "lift is «3».",
            "Base rate: 5 %. In the top decile 17 % respond.\n\nLift of the top decile: «3.4»",
        ),
    ),
    Relation(
        name="Brier score",
        needs=("brier",),
        result=(r"brier(?: score| loss)?",),
        givens={"labels": LABELS, "chances": CHANCES},
        value=brier,
        formula="mean of (p − y)²",
        examples=(
            "The labels are 1, 0, 1 and the predicted probabilities 0.8, 0.3, 0.6. The Brier score "
            "is «0.0967».",
            "| y | p |\n|---|---|\n| 1 | 0.9 |\n| 0 | 0.4 |\n\nBrier score: «0.085»",
        ),
    ),
    Relation(
        name="Brier score of a constant forecast",
        needs=("always|constant|climatolog", "brier"),
        result=(r"brier(?: score| loss)?",),
        givens={
            "rate": (r"\b(?:base rate|prevalence|event rate|climatology)(?: (?:is|of|=|:))? #",)
        },
        value=lambda rate: rate * (1 - rate),
        formula="p·(1 − p)",
        examples=("With a base rate of 10 %, always predicting 0.1 has a Brier score of «0.09».",),
    ),
    Relation(
        name="Brier skill score",
        needs=("skill", "brier"),
        result=(r"(?:brier )?skill score",),
        givens={
            "score": (
                r"\b(?:model|our|forecast)\b[^.;\d]{0,40}?brier score (?:of|is|=) #",
                r"brier score of (?:the |our )?(?:model|forecast)\w* (?:is|=) #",
            ),
            "reference": (r"\b(?:baseline|reference|climatology|base rate)\b[^.;\d]{0,40}? #",),
        },
        value=lambda score, reference: 1 - score / reference,
        formula="1 − Brier/reference",
        examples=(
            "The model has a Brier score of 0.12, the reference forecast has 0.16. The Brier skill "
            "score is «0.25».",
        ),
    ),
    Relation(
        name="log loss",
        needs=("log loss|log-loss|logloss|cross-entropy|cross entropy",),
        result=(
            r"(?:mean |average )?(?:log[- ]?loss|(?:binary )?cross[- ]entropy(?: loss)?)"
            r"(?! of (?:this|the|a|an|that) (?:single|first|second|third|one|example))",
        ),
        givens={"labels": LABELS, "chances": CHANCES},
        value=log_losses,
        formula="mean of −ln of the probability given to the label",
        examples=(
            "Labels: 1, 0, 1. Predictions: 0.9, 0.2, 0.6. The log loss is «0.28».",
            "| y | p |\n|---|---|\n| 1 | 0.7 |\n| 0 | 0.1 |\n\nThe average log loss of both rows "
            "is «0.231».",
        ),
    ),
    Relation(
        name="log loss of one prediction",
        needs=("log loss|log-loss|logloss|cross-entropy|cross entropy",),
        result=(r"(?:log[- ]?loss|cross[- ]entropy(?: loss)?)",),
        givens={
            "p": (
                r"(?:predict\w*|gives?|assigns?|assigned|probability|says?)(?: \w+){0,3}? "
                r"(?:probability )?(?:of )?# (?:to|for) (?:the |its )?(?:true|correct|actual)",
                r"(?:true|correct|right|actual) (?:class|label|word|token|answer)"
                r"(?: (?!and\b)\w+){0,3}? (?:probability )?(?:of |is |gets )?#",
            )
        },
        value=lambda p: [-log(p), -log(p) / log(2)] if p < 1 else None,
        formula="−ln p",
        examples=(
            "The model gives a probability of 0.25 to the true class. The cross-entropy loss is "
            "«1.39».",
            "If the correct class gets probability 0.8, the log loss is «0.223» nats.",
        ),
    ),
    Relation(
        name="expected calibration error",
        needs=("ece|calibration error",),
        result=(r"ECE", r"(?<!maximum\s)(?<!max\s)(?:expected )?calibration error(?: \(ECE\))?"),
        givens={
            "sizes": ("| (?:n|count|size|rows|samples|cases|examples|predictions|number)",),
            "predicted": (
                "| (?:mean |average |avg )?(?:confidence|predicted|prediction|p|predicted "
                "probability|forecast)(?: probability)?",
            ),
            "observed": (
                "| (?:observed|actual|accuracy|true|empirical)(?: (?:rate|frequency|share))?",
                "| (?:fraction|share|frequency|rate) (?:of )?positives?",
            ),
        },
        value=calibration_error,
        formula="Σ size·|confidence − accuracy| / n",
        examples=(
            "| Bin | n | Confidence | Accuracy |\n|---|---|---|---|\n| 1 | 40 | 0.6 | 0.5 |\n| 2 | "
            "60 | 0.9 | 0.85 |\n\nThe ECE is «0.07».",
        ),
    ),
    Relation(
        name="Kendall's tau from pairs",
        needs=("kendall", "concordant", "discordant"),
        result=(r"kendall(?:['’]s)? (?:tau|τ)(?:[- ]a)?", r"(?<!\w)τ"),
        givens={
            "concordant": (r"@ (?:pairs )?(?:are |is )?concordant", r"concordant(?: pairs)?: @"),
            "discordant": (r"@ (?:pairs )?(?:are |is )?discordant", r"discordant(?: pairs)?: @"),
        },
        value=lambda concordant, discordant: (concordant - discordant) / (concordant + discordant),
        formula="(concordant − discordant)/pairs",
        examples=(
            "Of the pairs 8 are concordant and 2 are discordant. Kendall's tau is «0.6».",
            "With 13 concordant and two discordant pairs Kendall's τ works out to «0.733».",
        ),
    ),
)
