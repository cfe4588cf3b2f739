"""Search and recommendation: term weights, coverage, rating matrices, funnels of clicks."""

from collections.abc import Sequence
from fractions import Fraction
from math import log, log2, log10

from hooks.quantities.relation import IS, Relation, bare

Numbers = Sequence[Fraction]

CORPUS = (
    r"# (?:\w+ ){0,2}?(?:documents|articles|pages|messages|reviews|emails|tickets|texts|abstracts"
    r"|papers|books|passages|chunks)\b(?! (?:contain|with|mention|that|in which|hold|have))",
    r"\b(?:N|\|D\|) ?= ?#",
    r"(?:collection|corpus) (?:of|has|with|contains|holds) #",
)
DOCUMENT_COUNT = (
    r"\b(?:occurs|appears|is|is found|are|stands|shows up|present|contained) in (?:only |just |"
    r"exactly )?#(?! ?%)",
    rf"\b(?:df|n_t|document frequency)(?:\([^()]{{0,12}}\))?{IS}#",
    r"# (?:of (?:them|these|the \w+) |documents? |articles? |pages? )?(?:contain|mention|hold)s?\b",
    r"# of (?:them|these)\b",
)
TERM_COUNT = (
    r"# times\b",
    rf"\b(?:tf|f|term frequency)(?:\([^()]{{0,12}}\))?{IS}#",
    r"\b(?P<value>once|twice)\b",
)
IDF = r"(?<![-–·×\w])(?<!tf\s)(?:idf(?:\([^()\d]{0,14}\))?|inverse document frequency)"
CLICKS = (r"# clicks\b", rf"clicks?{IS}#", r"# (?:\w+ )?clicked\b")
VIEWS = (
    r"# (?:impressions|views|exposures|displays)\b",
    rf"\b(?:impressions|views|shown){IS}#",
    r"shown # times",
)
USERS = (r"# (?:\w+ )?(?:users|customers|viewers|members)\b", rf"\busers{IS}#")
ITEMS = (
    r"# (?:different |distinct )?(?:items|movies|films|products|books|songs|titles|articles|video"
    r"s)\b",
    rf"\b(?:items|movies|products){IS}#",
)
RATINGS = (
    r"# (?:known |observed |stored )?(?:ratings|interactions|entries|observed cells|feedback)\b",
    rf"(?:ratings|interactions){IS}#",
)
FACTORS = (
    r"# (?:latent )?(?:factors|dimensions)\b",
    r"(?:rank|dimension|k|d|factors?)(?: of| ?=| is|:) ?#",
)
RATE_A = (
    r"\b(?:A|control|baseline|old|before)\b(?: \([^()\d]{1,30}\))?(?:[:,]| (?:has|had|is|was|at|"
    r"converts?|converted|gets?|of|with|=|group|version|variant|page|rate|conversion|click|the|a))"
    r"{0,6}? #",
)
RATE_B = (
    r"\b(?:B|treatment|variant|new|after|challenger)\b(?: \([^()\d]{1,30}\))?(?:[:,]| (?:has|had|is"
    r"|was|at|converts?|converted|gets?|of|with|=|group|version|variant|page|rate|conversion|click"
    r"|the|a)){0,6}? #",
)


def idfs(documents: Fraction, df: Fraction) -> list[float] | None:
    """Plain and smoothed, to the bases in use: Manning and others (2008), scikit-learn."""
    if not 0 < df <= documents:
        return None
    logs = (log, log10, log2)
    plain = [of(documents / df) for of in logs]
    smooth = [of(documents / (1 + df)) for of in logs]
    sklearn = [log((1 + documents) / (1 + df)) + 1, log(documents / df) + 1]
    return [*plain, *smooth, *sklearn, log((1 + documents) / (1 + df)), log(1 + documents / df)]


def natural_idfs(documents: Fraction, df: Fraction) -> list[float] | None:
    known = idfs(documents, df)
    return known and [one for i, one in enumerate(known) if i not in (1, 2, 4, 5)]


def probabilistic_idfs(documents: Fraction, df: Fraction) -> list[float] | None:
    """Of BM25 (Robertson and Zaragoza, 2009), also with the 1 that Lucene adds."""
    odds = (documents - df + Fraction(1, 2)) / (df + Fraction(1, 2))
    return [log(1 + odds), *([log(odds)] if odds > 0 else [])]


def tf_idfs(count: Fraction, documents: Fraction, df: Fraction) -> list[float]:
    """With raw, logarithmic and root counts."""
    weights = [count, 1 + log(count), 1 + log10(count), log(1 + count), float(count) ** 0.5]
    return [weight * idf for weight in weights for idf in idfs(documents, df) or ()]


def grid(users: Fraction, items: Fraction) -> Fraction:
    return users * items


def factor_parameters(users: Fraction, items: Fraction, factors: Fraction) -> list[Fraction]:
    """Of two factor matrices; also with a bias for each user and item, and a global mean."""
    plain, biases = (users + items) * factors, users + items
    return [plain, plain + biases, plain + biases + 1]


def rank_fusion(ranks: Numbers) -> list[float]:
    """Reciprocal rank fusion with k = 60 (Cormack and others, 2009)."""
    return [float(sum(1 / (60 + rank) for rank in ranks))]


RELATIONS = bare(
    Relation(
        name="BM25's idf",
        needs=("idf|inverse document", "bm25"),
        result=(IDF,),
        givens={"N": CORPUS, "df": DOCUMENT_COUNT},
        value=lambda N, df: [*probabilistic_idfs(N, df), *(natural_idfs(N, df) or ())],
        formula="ln(1 + (N − df + 0.5)/(df + 0.5))",
        examples=(
            "BM25: of 1,000 documents 50 contain the query term. Its inverse document frequency is "
            "about «2.99».",
        ),
    ),
    Relation(
        name="natural idf",
        needs=("idf|inverse document frequency", " ln|natural|\nln|(ln|\\ln|ln("),
        result=(IDF,),
        givens={"N": CORPUS, "df": DOCUMENT_COUNT},
        value=lambda N, df: natural_idfs(N, df),
        formula="ln(N/df)",
        examples=(
            "In a corpus of 1,000 documents the word appears in 10. With the natural logarithm its "
            "idf is «4.61».",
            "Collection: $N = 50{,}000$ documents; the term occurs in 500 of them. idf = ln(N/df)."
            "\n\nHere the inverse document frequency is «4.61».",
        ),
    ),
    Relation(
        name="idf",
        needs=("idf|inverse document frequency",),
        result=(IDF,),
        givens={"N": CORPUS, "df": DOCUMENT_COUNT},
        value=lambda N, df: idfs(N, df),
        formula="log(N/df)",
        weak=True,
        examples=(
            "There are 10,000 articles; 'refund' is in 100 of them. So the idf of this word is "
            "«4.61».",
            "| N | 2,000 documents |\n|---|---|\n| df | 40 |\n\nIDF: «3.91»",
        ),
    ),
    Relation(
        name="bound of BM25's tf factor",
        needs=("tf|term frequency", "bm25|saturat", "k"),
        result=(
            r"\b(?:tf|term frequency) (?:factor|component|part|term)[^.;\d]{0,50}?"
            r"(?:never exceeds|is at most|stays below|is bounded by|approaches|saturates at) #",
        ),
        givens={"k": (r"\bk ?_?[₁1] ?= ?#",)},
        value=lambda k: [k + 1, 1],
        formula="k₁ + 1",
        bound=True,
        examples=("BM25 with k₁ = 1.2 saturates: the tf factor never exceeds «2.2».",),
    ),
    Relation(
        name="tf-idf",
        needs=("tf-idf|tf–idf|tfidf|tf·idf|tf×idf", "document|article|page|message"),
        result=(r"tf(?:[-–·×]| ?[·×] ?)?idf(?: weight| score| value)?",),
        givens={"tf": TERM_COUNT, "N": CORPUS, "df": DOCUMENT_COUNT},
        value=lambda tf, N, df: tf_idfs(tf, N, df),
        formula="tf·log(N/df)",
        examples=(
            "The term occurs 4 times in our document, and it appears in 100 of the 10,000 documents"
            ", ln = natural log. Its tf-idf weight is «18.4».",
        ),
    ),
    Relation(
        name="tf-idf from tf and idf",
        needs=("tf-idf|tf–idf|tfidf|tf·idf|tf×idf", "idf"),
        result=(r"tf(?:[-–·×]| ?[·×] ?)?idf(?: weight| score| value)?",),
        givens={"tf": TERM_COUNT, "idf": (rf"{IDF}{IS}#",)},
        value=lambda tf, idf: [tf * idf, (1 + log(tf)) * idf, log(1 + tf) * idf],
        formula="tf·idf",
        examples=(
            "The word occurs 3 times in the message and has an idf of 2.5. Its TF-IDF is thus "
            "«7.5».",
            "- tf = 0.02\n- idf = 4.6\n- tf-idf: «0.092»",
        ),
    ),
    Relation(
        name="sparsity of a rating matrix",
        needs=("spars|empty|missing|unobserved",),
        result=(
            "sparsity",
            r"# (?:of (?:the|all) (?:matrix|cells|entries|pairs) )?(?:is |are )?(?:sparse|empty"
            r"|missing|unobserved|unknown)\b",
        ),
        givens={"users": USERS, "items": ITEMS, "ratings": RATINGS},
        value=lambda users, items, ratings: (
            1 - ratings / grid(users, items) if ratings < grid(users, items) else None
        ),
        formula="1 − ratings/(users × items)",
        examples=(
            "There are 1,000 users, 500 items and 10,000 ratings. The sparsity of the matrix is "
            "«98%».",
            "A service has 6,040 users and 3,706 movies with 1,000,209 ratings. So «95.5%» of the "
            "matrix is empty.",
        ),
    ),
    Relation(
        name="density of a rating matrix",
        needs=("densit|filled|known|observed",),
        result=(
            "density",
            r"# (?:of (?:the|all) (?:matrix|cells|entries|pairs) )?(?:is |are )?(?:filled|observed"
            r"|known)\b(?! ratings)",
        ),
        givens={"users": USERS, "items": ITEMS, "ratings": RATINGS},
        value=lambda users, items, ratings: (
            ratings / grid(users, items) if ratings < grid(users, items) else None
        ),
        formula="ratings/(users × items)",
        examples=(
            "With 2,000 users, 400 items and 16,000 ratings the density is «2%».",
            "20,000 users and 5,000 items with 1.2 million interactions: only «1.2%» of the "
            "cells are"
            " filled.",
        ),
    ),
    Relation(
        name="cells of a rating matrix",
        needs=("cells|entries|user-item pairs|possible ratings", "users", "items|movies|products"),
        result=(
            r"(?:has|have|are|=|makes|of) # (?:cells|entries|possible (?:ratings|pairs)"
            r"|user[-–]item pairs)",
        ),
        givens={"users": USERS, "items": ITEMS},
        value=lambda users, items: users * items,
        formula="users × items",
        examples=(
            "A matrix of 5,000 users and 200 items has «1,000,000» cells.",
            "Given 1 million users and 50,000 items there are «50 billion» possible ratings.",
        ),
    ),
    Relation(
        name="parameters of a matrix factorization",
        needs=("param|numbers|weights", "factor|embedding", "users"),
        result=(
            "parameters",
            r"# (?:\w+ ){0,2}?(?:parameters|numbers|weights)\b",
        ),
        givens={"users": USERS, "items": ITEMS, "factors": FACTORS},
        value=factor_parameters,
        formula="(users + items)·factors",
        examples=(
            "Matrix factorization with 1,000 users, 500 items and 20 factors has «30,000» "
            "parameters.",
            "We factorize the matrix of 10,000 users and 2,000 movies with rank k = 32. The model "
            "learns «384,000» parameters.",
        ),
    ),
    Relation(
        name="catalog coverage",
        needs=("coverage", "catalog|items|products|titles"),
        result=(r"(?:catalog(?:ue)? |item )?coverage",),
        givens={
            "shown": (
                r"# (?:different|distinct|unique) (?:items|products|titles|movies|articles|songs)",
                r"# of (?:them|these|the items) (?:are|were|get|is|was) (?:ever )?recommended",
                r"recommend\w* (?:only |just )?# (?:of|different|distinct|unique)",
            ),
            "all": (
                r"catalog(?:ue)? (?:of|has|holds|with|contains) #",
                r"# (?:items|products|titles|movies|articles|songs) in (?:the|our|a) catalog",
                r"\b(?:of|out of) (?:the |our |all )?# (?:items|products|titles|movies|songs)",
            ),
        },
        value=lambda shown, all: shown / all if shown <= all else None,
        formula="recommended items / catalog",
        examples=(
            "The catalog has 20,000 items. Over a week the system shows 3,000 distinct items. Its "
            "catalog coverage is «15%».",
            "Our lists contain 450 different titles out of the 6,000 titles on offer: a coverage "
            "of «0.075».",
        ),
    ),
    Relation(
        name="click-through rate",
        needs=("ctr|click-through|click rate|clickthrough",),
        result=(r"CTR", r"CTR #", r"click[- ]?through rate(?: \(CTR\))?", "click rate"),
        givens={"clicks": CLICKS, "views": VIEWS},
        value=lambda clicks, views: clicks / views if clicks <= views else None,
        formula="clicks / impressions",
        examples=(
            "An ad gets 150 clicks from 10,000 impressions. Its CTR is «1.5%».",
            "- impressions: 40,000\n- clicks: 900\n- click-through rate: «2.25%»",
        ),
    ),
    Relation(
        name="expected revenue of a thousand impressions",
        needs=("ecpm|cpm|thousand impressions|1,000 impressions", "bid|per click|cpc"),
        result=(r"e?CPM",),
        givens={
            "bid": (r"\bbids? (?:of |is |= ?)?#", r"(?:cpc|per click)(?: of| is|:| =)? #"),
            "rate": (r"\b(?:p?ctr|click[- ]through rate|click rate)(?: of| is|:| =)? #",),
        },
        value=lambda bid, rate: 1000 * bid * rate if rate < 1 else None,
        formula="1,000·CTR·bid",
        examples=("With a bid of 0.80 dollars and a predicted CTR of 2.5 % the eCPM is «20».",),
    ),
    Relation(
        name="relative uplift",
        needs=("uplift|lift|relative increase|relative improvement|relative change", "a|control"),
        result=(r"relative (?:uplift|lift|increase|improvement|change|difference)",),
        givens={"a": RATE_A, "b": RATE_B},
        value=lambda a, b: b / a - 1 if a != b else None,
        formula="(B − A)/A",
        examples=(
            "Control converts at 4 %, the treatment at 4.6 %. The relative uplift is «15%».",
            "| Group | Conversion |\n|---|---|\n| A | 5.0 % |\n| B | 5.8 % |\n\n- Relative uplift "
            "of B over A: «16%»",
            "The old page had 2.0 % and the new page had 2.3 %. So the relative improvement is "
            "«15%».",
        ),
    ),
    Relation(
        name="score of reciprocal rank fusion",
        needs=("rrf|rank fusion", "rank"),
        result=(r"(?:rrf|fused|fusion) score",),
        givens={"ranks": (r"\branks?\b[^.;\d]{0,30}[#]",)},
        value=rank_fusion,
        formula="Σ 1/(60 + rank)",
        examples=(
            "Reciprocal rank fusion (RRF): a document at ranks 1 and 3 of the two lists has an RRF "
            "score of «0.0323».",
        ),
    ),
    Relation(
        name="word error rate",
        needs=("word error rate| wer",),
        result=("word error rate(?: \\(WER\\))?", "WER"),
        givens={
            "substitutions": (r"@ substitutions?", r"substitutions?(?: =|:) @"),
            "deletions": (r"@ deletions?", r"deletions?(?: =|:) @"),
            "insertions": (r"@ insertions?", r"insertions?(?: =|:) @"),
            "words": (r"reference[^.;\d]{0,20} # words", r"# (?:reference )?words"),
        },
        value=lambda substitutions, deletions, insertions, words: (
            (substitutions + deletions + insertions) / words
        ),
        formula="(S + D + I)/N",
        examples=(
            "There are 3 substitutions, 2 deletions and one insertion against a reference of 40 "
            "words. The word error rate is «15%».",
        ),
    ),
    Relation(
        name="intersection over union",
        needs=("iou|intersection over union|jaccard",),
        result=("IoU", "intersection over union", r"jaccard (?:index|similarity|coefficient)"),
        givens={
            "common": (
                r"\b(?:intersection|overlap)(?: area)?(?: of| is|:| =| has| covers)? @",
                r"\b(?:share|have|common) @ (?:\w+ )?(?:in common|items|elements|tokens|words)",
            ),
            "union": (r"\bunion(?: area)?(?: of| is|:| =| has| covers)?(?: \w+)? @",),
        },
        value=lambda common, union: common / union if common <= union else None,
        formula="intersection / union",
        examples=(
            "The intersection is 30 pixels and the union 80 pixels. The IoU is «0.375».",
            "The sets have an intersection of 4 and a union of 10, so the Jaccard similarity is "
            "«0.4».",
        ),
    ),
)
