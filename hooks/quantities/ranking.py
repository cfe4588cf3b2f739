"""Ranked lists: gains and discounts, precision at k, reciprocal ranks, areas under curves, lift."""

from collections.abc import Sequence
from fractions import Fraction
from math import log2

from hooks.quantities.relation import IS, Relation, bare

Numbers = Sequence[Fraction]

AT = r"(?:\s?[\x40]\s?| at (?:rank |position |cutoff |k ?= ?)?|_)(?P<k>\d+)"  # @3, "at 3", _3
NOT_AT = r"(?!\s?[\x40]| at (?:rank |position |cutoff |k )?\d|_\d)"
NO_RANK = r"(?:(?!rank|position|place|ideal|sorted|best|corpus)[^.;\d])"
GRADES = (
    rf"\b(?:relevan\w+|grades?|gains?|graded|judge?ments?|rel|labels)\b(?: of the (?:top|first) "
    rf"\d+)?{NO_RANK}{{0,70}}?[#]",
    r"| (?:rel(?:evance)?|grade|gain|relevant\??|label|rating)(?: grade| score| \(0.{1,4}\)|_?i)?",
)
BINARY = (
    *GRADES,
    rf"\b(?:hits|ranking|list|results?|top \w+)\b{NO_RANK}{{0,50}}?[#]",
)
RANKS = (
    r"\b(?:ranks?|positions?|places?)\b[^.;\d]{0,20}?[#]",
    r"| (?:rank|position)(?: of)?(?: the)? (?:first )?(?:relevant|correct|right|hit).*",
)
RELEVANT = (
    r"@ (?:(?!has\b|have\b|with\b|results?\b|items?\b)\w+ ){0,2}?(?:relevant|positives?)(?! "
    r"(?:at|in|on|among)\b)",
    r"\bliked @ (?:\w+ )?items",
    r"\b(?:relevant (?:\w+ )?(?:in all|in total|overall)|R) ?(?:is|=|:) ?#",
    r"\bout of (?:the |all )?@ relevant",
)


def gains(grades: Numbers) -> list[float]:
    """Of both kinds: the grades themselves, and 2^grade − 1 (Burges and others, 2005)."""
    return [dcg(grades), dcg([2**grade - 1 for grade in grades])]


def dcg(gains: Numbers) -> float:
    """Discounted cumulative gain (Järvelin and Kekäläinen, 2002), discount log₂(rank + 1)."""
    return sum(gain / log2(rank + 1) for rank, gain in enumerate(gains, 1))


def dcgs(grades: Numbers, k: int | None = None) -> list[float] | None:
    if not are_grades(grades):
        return None
    return gains(grades[:k])


def ideal_dcgs(grades: Numbers, k: int | None = None) -> list[float] | None:
    return dcgs(sorted(grades, reverse=True), k)


def ndcgs(grades: Numbers, k: int | None = None) -> list[float] | None:
    """By each gain; the ideal order is that of the whole list, or of its first k."""
    if not are_grades(grades) or not any(grades):
        return None
    ideals = [ideal_dcgs(grades, k), ideal_dcgs(grades[:k])]
    return [a / b for ideal in ideals for a, b in zip(dcgs(grades, k), ideal, strict=True) if b]


def are_grades(grades: Numbers) -> bool:
    return all(0 <= grade <= 10 for grade in grades) and len(set(grades)) > 1


def average_precision(relevant: Numbers) -> float | None:
    """The mean, over the relevant results of a list of 0 and 1, of the precision at their ranks."""
    if not is_binary(relevant):
        return None
    return ranked_precision([rank for rank, hit in enumerate(relevant, 1) if hit])


def ranked_precision(ranks: Numbers, total: int | None = None) -> float | None:
    """The same from the ranks of the relevant results; total: of all relevant ones."""
    if list(ranks) != sorted(set(ranks)) or min(ranks) < 1 or (total or len(ranks)) < len(ranks):
        return None
    if any(rank.denominator > 1 for rank in ranks):
        return None
    return sum(Fraction(n) / rank for n, rank in enumerate(ranks, 1)) / (total or len(ranks))


def is_binary(numbers: Numbers) -> bool:
    return set(numbers) == {0, 1}


def mean(numbers: Numbers) -> Fraction:
    return sum(numbers) / Fraction(len(numbers))


def mean_reciprocal(ranks: Numbers) -> Fraction | None:
    if any(rank < 1 or rank.denominator > 1 for rank in ranks):
        return None
    return mean([1 / Fraction(rank) for rank in ranks])


def hits_within(relevant: Numbers, k: Fraction) -> int | None:
    """How many of the first k of a list of 0 and 1, or of grades, are relevant."""
    if len(relevant) < k or not are_grades(relevant):
        return None
    return sum(map(bool, relevant[: int(k)]))


def precision_at(relevant: Numbers, k: Fraction) -> Fraction | None:
    hits = hits_within(relevant, k)
    return None if hits is None else hits / k


def recall_at(relevant: Numbers, k: Fraction, total: Fraction) -> Fraction | None:
    hits = hits_within(relevant, k)
    return None if hits is None or total < hits else hits / total


def won_pairs(positive: Numbers, negative: Numbers) -> list[float]:
    """The share of pairs in which the positive scores higher, a tie as one half."""
    wins = [(a > b) + Fraction(a == b, 2) for a in positive for b in negative]
    return [mean(wins)]


RELATIONS = bare(
    Relation(
        name="nDCG at k",
        needs=("ndcg|normalized discounted|normalised discounted",),
        result=(rf"n-?dcg{AT}",),
        givens={"grades": GRADES, "k": ()},
        value=lambda grades, k: ndcgs(grades, int(k)),
        formula="DCG@k / IDCG@k",
        examples=(
            "The grades of the results are 3, 2, 0, 1, 2 from top to bottom. NDCG@3 is «0.810».",
            "Relevances in order: `[1, 0, 1, 0]`\n\n- nDCG@2 = «0.613»",
            "The ranker returns documents with relevance 0, 3, 1 and 2. So $\\text{nDCG}@4$ is "
            "about «0.683».",
        ),
    ),
    Relation(
        name="nDCG",
        needs=("ndcg|normalized discounted|normalised discounted",),
        result=(rf"(?:mean )?n-?dcg{NOT_AT}", "normali[sz]ed discounted cumulative gain"),
        givens={"grades": GRADES},
        value=lambda grades: ndcgs(grades),
        formula="DCG / IDCG",
        examples=(
            "A ranking has the relevances 2, 3, 0, 1. The nDCG of this ranking is thus «0.908».",
            "Graded relevance of the four results: 3, 0, 2, 1\n\nThe normalized discounted "
            "cumulative gain of the list comes out at «0.93».",
            "| Rank | Relevance |\n|---|---|\n| 1 | 0 |\n| 2 | 2 |\n| 3 | 1 |\n\nThis list has an "
            "nDCG of «0.67».",
        ),
    ),
    Relation(
        name="nDCG from DCG and ideal DCG",
        needs=("ndcg|normalized discounted|normalised discounted", "dcg"),
        result=(r"(?:mean )?n-?dcg(?:[\x40]\w+)?",),
        givens={
            "dcg": (rf"(?<![\w-])(?<!ideal\s)dcg(?:[\x40]\w+)?{IS}#",),
            "ideal": (
                r"\b(?:i-?dcg|(?:ideal|best|maximum|perfect)[ \w]{0,12} dcg|ideal(?: "
                r"(?!top\b)\w+)?)"
                r"(?:[\x40]\w+)?(?: (?:has|is|of|=|≈|:|dcg|a|would be)){0,3} #(?!\s*,\s*\d)",
            ),
        },
        value=lambda dcg, ideal: dcg / ideal,
        formula="DCG / IDCG",
        examples=(
            "The list has a DCG of 5.2, the ideal order an ideal DCG of 6.5. Its nDCG is «0.8».",
            "- DCG@5 = 4.1\n- IDCG@5 = 5.6\n- nDCG@5: «0.732»",
        ),
    ),
    Relation(
        name="DCG at k",
        needs=("dcg",),
        result=(rf"(?<![\w-])dcg{AT}",),
        givens={"grades": GRADES, "k": ()},
        value=lambda grades, k: dcgs(grades, int(k)),
        formula="Σ gain / log₂(rank + 1)",
        examples=(
            "Suppose the graded relevances are 3, 2, 3, 0. Then DCG@3 is «5.76».",
            "With the grades 2, 3, 1 the DCG at 2 is «3.89».",
        ),
    ),
    Relation(
        name="DCG",
        needs=("dcg|discounted cumulative gain",),
        result=(
            rf"(?<![\w-])(?<!ideal\s)(?<!best\s)(?<!ideal-)dcg{NOT_AT}",
            r"(?<!ideal\s)(?<!normalized\s)(?<!normalised\s)discounted cumulative gain",
        ),
        givens={"grades": GRADES},
        value=lambda grades: dcgs(grades),
        formula="Σ gain / log₂(rank + 1)",
        examples=(
            "Results with relevance 3, 2, 0 and 1 have a DCG of «4.69».",
            "| rank | rel |\n|---|---|\n| 1 | 1 |\n| 2 | 0 |\n| 3 | 2 |\n\nDCG: «2»",
        ),
    ),
    Relation(
        name="ideal DCG",
        needs=("dcg|idcg|ndcg",),
        result=(
            r"i-?dcg(?:[\x40]\w+)?",
            r"(?:ideal|best possible|maximum|perfect) dcg(?:[\x40]\w+)?",
        ),
        givens={"grades": GRADES},
        value=lambda grades: [one for k in range(1, 8) for one in ideal_dcgs(grades, k) or ()],
        formula="Σ sorted gain / log₂(rank + 1)",
        examples=(
            "The relevance grades are 1, 3, 2. The ideal DCG is therefore «4.76».",
            "Our ranking has the gains 0, 2, 1. Its IDCG is «2.63».",
        ),
    ),
    Relation(
        name="average precision of a list",
        needs=("average precision|avep|ap[\x40]| ap ", "relevan|hit"),
        result=(
            r"(?<!mean\s)average precision(?: of (?:query|user|list|system) \w+)?",
            r"(?<!\w)(?:AP|AveP)(?:[\x40]\d+)?",
        ),
        givens={"relevant": BINARY},
        value=average_precision,
        formula="mean of the precision at each relevant result",
        examples=(
            "A ranker returns five results with relevance 1, 0, 1, 0, 1. The average precision of "
            "the list is «0.756».",
            "Relevant or not, from the top: `[0, 1, 1, 0]`. By this definition the average "
            "precision works out to «0.583».",
        ),
    ),
    Relation(
        name="average precision with relevant results that were not found",
        needs=("average precision|avep|ap\x40", "rank|position|place", "relevant"),
        result=(
            r"(?<!mean\s)average precision(?: of (?:query|user|list|system) \w+)?",
            r"(?<!\w)(?:AP|AveP)(?:[\x40]\d+)?",
        ),
        givens={"ranks": RANKS, "total": RELEVANT},
        value=lambda ranks, total: ranked_precision(ranks, int(total)),
        formula="sum of the precisions at the relevant results / all relevant results",
        examples=(
            "There are 4 relevant documents; the engine shows three of them, at ranks 1, 2 and 5. "
            "The average precision is «0.65».",
        ),
    ),
    Relation(
        name="average precision",
        needs=("average precision|avep|ap\x40", "rank|position|place"),
        result=(
            r"(?<!mean\s)average precision(?: of (?:query|user|list|system) \w+)?",
            r"(?<!\w)(?:AP|AveP)(?:[\x40]\d+)?",
        ),
        givens={"ranks": RANKS},
        value=lambda ranks: ranked_precision(ranks),
        formula="mean of the precision at each relevant result",
        weak=True,
        examples=(
            "Three relevant documents stand at ranks 1, 3 and 6. The average precision is «0.722».",
            "The relevant items are found at positions 2, 4, 5 (all of them). So the average "
            "precision of this list is «53.3 %».",
        ),
    ),
    Relation(
        name="MAP",
        needs=("mean average precision|map", "average precision|ap"),
        result=(
            r"mean average precision(?: \(m?AP\))?(?! at IoU)",
            r"(?<!\w)m?AP(?:[\x40]\d+)?(?! at IoU)",
        ),
        givens={
            "precisions": (
                r"(?:average precisions?|APs?|AP values)\b[^.;\d]{0,50}?[#]",
                r"| (?:AP|average precision)(?:[\x40]\d+)?",
            )
        },
        value=lambda precisions: mean(precisions) if max(precisions) <= 1 else None,
        formula="mean of the average precisions",
        examples=(
            "Three queries have average precisions of 0.5, 0.8 and 0.35. The mean average "
            "precision is «0.55».",
            "| Query | AP |\n|---|---|\n| a | 0.25 |\n| b | 0.75 |\n| c | 1.0 |\n\nMAP: «0.667»",
        ),
    ),
    Relation(
        name="MRR",
        needs=("mrr|mean reciprocal", "rank|position|place"),
        result=(r"(?<!\w)MRR(?:[\x40]\d+)?", r"mean reciprocal rank(?: \(MRR\))?"),
        givens={"ranks": RANKS},
        value=mean_reciprocal,
        formula="mean of 1/rank",
        examples=(
            "For three queries the first relevant result is at rank 1, 3 and 2. The MRR is "
            "«0.611».",
            "The first correct answers stand at positions 2, 1, 4 and 10.\n\n- Mean reciprocal "
            "rank: «0.4625»",
            "| Query | Rank of the first relevant result |\n|---|---|\n| a | 2 |\n| b | 5 |\n\n"
            "So we get an MRR of «35 %».",
        ),
    ),
    Relation(
        name="reciprocal rank",
        needs=("reciprocal rank", "rank|position|place"),
        result=(r"(?<!mean\s)reciprocal rank(?! fusion)(?: of (?:this|the|that) query)?",),
        givens={
            "rank": (
                r"\b(?:rank|position|place) #(?! ?[,;] ?\d| and \d)",
                r"(?:rank|position|place) (?:is|of|=|:) #",
                r"(?P<value>\d+)(?:st|nd|rd|th) (?:place|position|rank|result)",
            )
        },
        value=lambda rank: 1 / rank,
        formula="1/rank",
        examples=("The first relevant result is at rank 4. The reciprocal rank is «0.25».",),
    ),
    Relation(
        name="precision at k from a list",
        needs=("precision|p\x40",),
        result=(rf"(?<!average\s)(?<!average-)(?:precision|P){AT}",),
        givens={"relevant": BINARY, "k": ()},
        value=precision_at,
        formula="relevant in the top k / k",
        examples=(
            "The results have relevance 1, 0, 1, 1, 0. Precision@4 is «0.75».",
            "Judgments from the top: 0, 1, 1, 0, 0, 1. P@5 = «0.4»",
        ),
    ),
    Relation(
        name="precision at k from ranks",
        needs=("precision|p\x40", "rank|position|place"),
        result=(rf"(?<!average\s)(?<!average-)(?:precision|P){AT}",),
        givens={"ranks": RANKS, "k": ()},
        value=lambda ranks, k: sum(rank <= k for rank in ranks) / k,
        formula="relevant in the top k / k",
        near=True,
        examples=("The relevant documents are at ranks 1, 3 and 8. So precision at 5 is «40 %».",),
    ),
    Relation(
        name="recall at k from ranks",
        needs=("recall", "rank|position|place", "relevant"),
        result=(rf"recall{AT}",),
        givens={"ranks": RANKS, "k": (), "total": RELEVANT},
        value=lambda ranks, k, total: sum(rank <= k for rank in ranks) / total,
        formula="relevant in the top k / all relevant",
        near=True,
        examples=(
            "Of 5 relevant documents three appear, at ranks 1, 4 and 12. Recall@10 is «0.4».",
        ),
    ),
    Relation(
        name="recall at k from a list",
        needs=("recall", "relevan"),
        result=(rf"recall{AT}",),
        givens={"relevant": BINARY, "k": (), "total": RELEVANT},
        value=recall_at,
        formula="relevant in the top k / all relevant",
        examples=(
            "There are 4 relevant items in the catalog. The list has the relevances 1, 0, 1, 0, 0. "
            "Recall@5 is «50 %».",
        ),
    ),
)
