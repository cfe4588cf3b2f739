"""Catalogs: recommenders, matrices of ratings, memory of indexes and vectors, neighbors' votes."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from hooks.quantities.capacity import DIMENSION, VECTORS, sizes
from hooks.quantities.relation import Relation, bare

Numbers = Sequence[Fraction]

PEOPLE = r"(?:users?|customers?|people|viewers?|readers?|listeners?|members|subscribers|rows)"
THINGS = (
    r"(?:items?|movies?|films?|products?|articles?|songs?|books?|tracks?|titles|shows|videos"
    r"|columns)"
)
RATED = (
    r"(?:ratings?|interactions?|entries|clicks|purchases|observations|events|reviews|non-?zeros?"
    r"|known (?:ratings|entries)|observed (?:ratings|entries))"
)
USERS = (rf"@ (?:\w+ )?{PEOPLE}\b", rf"{PEOPLE}(?::| ?=) ?@")
ITEMS = (rf"@ (?:\w+ )?{THINGS}\b", rf"{THINGS}(?::| ?=) ?@")
RATINGS = (rf"@ (?:\w+ )?{RATED}\b", rf"{RATED}(?::| ?=) ?@")
EMPTY = (
    r"#(?=[^.;\d]{0,40}\b(?:empty|missing|unobserved|unknown|zeros?|unrated|sparse)\b)",
    r"sparsity(?: \w+)?(?: is| of| =|:| comes to)* #",
    r"(?:empty|missing|unobserved|unrated) (?:share|part|entries|cells)(?: is| are| =|:| make "
    r"up)* #",
)
FILLED = (
    r"#(?=[^.;\d]{0,40}\b(?:filled|observed|known|non-?zero|rated|non-empty)\b)",
    r"(?:density|fill rate)(?: \w+)?(?: is| of| =|:| comes to)* #",
    r"(?:filled|filling|known|observed) (?:to|at|only)(?: about| only)* #",
)
BYTES_EACH = {
    4: "fp32|float32|32-bit|4 bytes|four bytes|single",
    2: "fp16|float16|bf16|16-bit|2 bytes|half",
    1: "int8|8-bit|1 byte|one byte",
    8: "fp64|float64|double|8 bytes|64-bit",
}
OCCUPIES = (
    r"\b(?:is|are|needs?|takes?|requires?|occup\w+|make|makes|come to|comes to|about|≈|=|has"
    r"|have|uses?"
    r"|i\.e\.|or)(?: up)?(?: about| roughly| around| only| some| just| ≈)* [data]"
    r"(?! (?:per|a|each|for each)\b)",
)

HITS = (
    r"@ of (?:the|our|its) (?:top|first) \d+(?: \w+)? (?:are|is|were) (?:relevant|correct|hits)",
    r"(?:top|first)[- ]\d+(?: \w+)? (?:contains?|has|have|holds?|with|include) @(?: of them| of "
    r"the \w+)? ?(?:relevant|correct|hits|of them)?",
    r"@ (?:relevant|correct) (?:\w+ )?(?:in|among) the (?:top|first) \d",
)


def shares(users: float, items: float, ratings: float) -> float | None:
    return ratings / (users * items) if ratings <= users * items else None


def empty(users: float, items: float, ratings: float) -> float | None:
    known = shares(users, items, ratings)
    return None if known is None else 1 - known


def dot(one: Numbers, other: Numbers) -> Fraction | None:
    if len(one) != len(other):
        return None
    return sum(a * b for a, b in zip(one, other, strict=True))


def in_bytes(width: int) -> Callable[[float, float], list[Fraction]]:
    return lambda n, d: sizes(n * d * width)


def weighted(weights: Numbers, values: Numbers) -> Fraction | None:
    if len(weights) != len(values) or any(abs(one) > 1 for one in weights):
        return None
    return dot(weights, values) / sum(map(abs, weights))


RELATIONS = bare(
    Relation(
        name="empty share of a matrix of ratings",
        needs=(
            "empty|missing|sparsity|unobserved|sparse|unrated",
            "user|customer|people|viewer|reader|members|listener",
            "items|movie|film|product|article|song|book|columns",
            "ratings|interactions|clicks|purchases|reviews|entries",
            "matrix|spars|densit",
        ),
        result=EMPTY,
        givens={"users": USERS, "items": ITEMS, "ratings": RATINGS},
        value=empty,
        formula="1 − ratings/(users·items)",
        examples=(
            "* Sparsity. Our data has 1,000 users, 500 items and 20,000 ratings, thus «96%» of the "
            "user–item matrix is empty.",
            "The matrix has 6,000 users, 4,000 movies and 1,000,000 ratings, i.e. a sparsity of "
            "«95.8%».",
        ),
    ),
    Relation(
        name="filled share of a matrix of ratings",
        needs=(
            "filled|density|observed|non-zero|nonzero|non-empty",
            "user|customer|people|viewer|reader|members|listener",
            "items|movie|film|product|article|song|book|columns",
            "ratings|interactions|clicks|purchases|reviews|entries",
            "matrix|spars|densit",
        ),
        result=FILLED,
        givens={"users": USERS, "items": ITEMS, "ratings": RATINGS},
        value=shares,
        formula="ratings/(users·items)",
        unless=("unobserved", "unknown", "not filled"),
        examples=(
            "With 10,000 users, 2,000 items and 400,000 ratings, the rating matrix is filled to "
            "«2%».",
        ),
    ),
    Relation(
        name="predicted rating of two vectors",
        needs=(
            "predict|score|rating",
            "user",
            "item|movie|film|product|article|song|book",
            "vector|factor|embedding",
        ),
        result=(
            r"(?:predicted|estimated) (?:rating|score|preference|value)",
            r"(?:prediction|predicted)(?: \w+)?(?: is| of| =|:)+ #",
            r"dot product",
        ),
        givens={
            "one": (
                r"user(?:['’]s)?(?: \w+)? (?:vector|factors?|embedding)(?: \w+)?(?: is| are"
                r"| of| =|:)* [#]",
                r"\bp(?:_u)? ?= ?[#]",
            ),
            "other": (
                r"(?:item|movie|film|product|article|song|book)(?:['’]s)?(?: \w+)? (?:vector"
                r"|factors?|embedding)(?: \w+)?(?: is| are| of| =|:)* [#]",
                r"\bq(?:_i)? ?= ?[#]",
            ),
        },
        value=dot,
        formula="user vector · item vector",
        unless=("bias", "mean"),
        examples=(
            "The user vector is (1, 2, 0.5) and the item vector (2, 1, 2). The predicted rating "
            "is «5».",
        ),
    ),
    Relation(
        name="prediction of biases",
        needs=("predict|baseline|estimate", "bias|offset|deviat", "mean|average"),
        result=(
            r"(?:baseline|bias) (?:prediction|estimate|rating)",
            r"(?:predicted|estimated) rating",
            r"prediction",
        ),
        givens={
            "mean": (
                r"(?:global|overall|grand)(?: \w+)? (?:mean|average)(?: rating)?(?: is| of"
                r"| =|:| μ)* #",
                r"(?:μ|\\mu) ?= ?#",
            ),
            "user": (
                r"user(?:['’]s)? (?:bias|offset|deviation)(?: is| of| =|:| \w_\w)* \+?"
                r"(?P<value>[-−]?\d(?:[\d.]*\d)?)",
                r"b_u ?= ?\+?#",
            ),
            "item": (
                r"(?:item|movie|film|product)(?:['’]s)? (?:bias|offset|deviation)(?: is| of"
                r"| =|:| \w_\w)* \+?(?P<value>[-−]?\d(?:[\d.]*\d)?)",
                r"b_i ?= ?\+?#",
            ),
        },
        value=lambda mean, user, item: mean + user + item,
        formula="μ + b_u + b_i",
        unless=("vector", "factor", "dot"),
        examples=(
            "Global mean 3.5, user bias +0.3, item bias −0.2. The baseline prediction is «3.6».",
        ),
    ),
    Relation(
        name="weighted average of neighbors' ratings",
        needs=("weighted|predict", "similarit", "rated|rating|neighbo"),
        result=(
            r"(?:similarity-)?weighted (?:average|mean)",
            r"(?:predicted|estimated) rating",
            r"prediction",
        ),
        givens={
            "weights": (r"similarit(?:y|ies)(?: to \w+| of \w+)?(?: of| are| is|:| =)* [#]",),
            "values": (
                r"(?:rated|gave|rate)(?: the| it| this| that)*(?: item| movie| film| product)?"
                r"(?: with| as)? [#]",
                r"ratings?(?: of| are| is|:| =)* [#]",
            ),
        },
        value=weighted,
        formula="Σ similarity·rating / Σ similarity",
        unless=("deviat", "mean-cent"),
        examples=(
            "Two neighbours with similarities 0.9 and 0.6 rated the item 4 and 3. The weighted "
            "average "
            "is «3.6».",
            "The neighbors have similarities 0.8, 0.4 and ratings 5, 2. The predicted rating is "
            "«4».",
        ),
    ),
    Relation(
        name="hit rate of recommendations",
        needs=("hit rate|hit-rate|hr@|hit ratio", "users|customers|queries|sessions"),
        result=(r"hit[- ](?:rate|ratio)(?:\s?[\x40]\s?\d+| at \d+)?", r"(?<!\w)HR\s?[\x40]\s?\d+"),
        givens={
            "n": (
                r"(?:of|for|among|out of)(?: the)? @ (?:\w+ )?(?:users|customers|queries"
                r"|sessions)",
            ),
            "k": (
                r"(?:users|customers|queries|sessions),? @ (?:find|have|get|see|had|found|contain)",
                r"(?:for|in) @(?: of them)?,? (?:the|a|at least)",
                r"@ (?:of them )?(?:find|have|get|see|had|found|contain)",
            ),
        },
        value=lambda n, k: k / n if k <= n else None,
        formula="users with a hit/users",
        examples=(
            "Of 200 test users, 130 find their held-out item in the top 10. The hit rate@10 is "
            "«0.65».",
        ),
    ),
    Relation(
        name="postings of an index in bytes",
        needs=("posting", "mb|gb|tb|kb"),
        result=OCCUPIES,
        givens={
            "n": (r"@ postings",),
            "bytes_": (r"@ bytes? (?:per|a|for each|each)(?: posting)?",),
        },
        value=lambda n, bytes_: sizes(n * bytes_),
        formula="postings·bytes",
        examples=(
            "An index of 1 million documents with 200 distinct terms each has 200 million "
            "postings. With "
            "4 bytes per posting and no compression, this is «800 MB».",
        ),
    ),
    *(
        Relation(
            name=f"memory of vectors of {width} bytes a number",
            needs=("mb|gb|tb|kb", marks, "vector|embedding|dimension"),
            result=OCCUPIES,
            givens={
                "n": (
                    *VECTORS,
                    r"@ (?:\w+ )?(?:vectors|embeddings|documents|items|passages|images)",
                ),
                "d": (*DIMENSION, r"dimension(?:ality)?(?: of| is| d)* @"),
            },
            value=in_bytes(width),
            formula=f"vectors·dimension·{width} bytes",
            unless=tuple(
                mark
                for other, all_ in BYTES_EACH.items()
                if other != width
                for mark in all_.split("|")
            ),
            examples=(
                f"Storing 5 million vectors of dimension 384 in {marks.split('|')[0]} needs "
                f"«{1.92 * width:.2f} GB» of RAM.",
            ),
        )
        for width, marks in BYTES_EACH.items()
    ),
    Relation(
        name="matrix of pairs in double precision",
        needs=(
            "mb|gb|tb",
            "double|float64|8 bytes|64-bit",
            "entries|matrix",
            "kernel|distance|similarity|gram|pairwise",
        ),
        result=OCCUPIES,
        givens={
            "n": (r"\bn ?= ?@", r"(?:for|of|with) @ (?:points|samples|rows|examples|observations)")
        },
        value=lambda n: sizes(8 * n * n),
        formula="8·n² bytes",
        examples=(
            "The kernel matrix has n² entries. For n = 50,000 these are 2.5 billion, i.e. «20 "
            "GB» in "
            "double precision.",
        ),
    ),
    Relation(
        name="compression of a vector",
        needs=("compress|factor|smaller|times", "bytes", "vector|embedding|quanti"),
        result=(
            r"(?:compression|factor|ratio|smaller|reduction)(?: ratio| factor)?(?: by)?(?: a "
            r"factor)?(?: of| is| by| =|:)+(?: about)? #",
        ),
        givens={
            "raw": (
                r"(?:fp32|float32|float|uncompressed|original|raw|dimensional)[^.;\d]{0,30}?"
                r"(?:32[, ]+)?@ bytes",
                r"from @ bytes",
            ),
            "small": (
                r"(?:stored|compressed|encoded|reduced|into|in|to) (?:only |just )?@ "
                r"bytes",
                r"(?:codes?|code of) @ bytes",
            ),
        },
        value=lambda raw, small: raw / small if raw > small else None,
        formula="bytes before/bytes after",
        examples=(
            "With product quantization each 768-dimensional vector (fp32, 3,072 bytes) is "
            "stored in 96 "
            "bytes, a compression by a factor of «32».",
        ),
    ),
    Relation(
        name="nDCG of hits at ranks",
        needs=("ndcg", "dcg", "ideal"),
        result=(r"(?:an? )?n-?dcg(?:\s?[\x40]\s?\d+)?",),
        givens={
            "dcg": (
                r"(?<![\w-])(?<!ideal\s)(?<!ideal-)dcg(?:\s?[\x40]\s?\d+)?(?: with [^.;=]{1,60})?"
                r"(?: is| =|:| of| ≈)+ #",
                r"(?<![\w-])(?<!ideal\s)dcg\s?[\x40]\s?\d+[^.;=]{0,60}:?[^;=]{0,60}= ?#",
            ),
            "ideal": (
                r"ideal [^;.\d]{1,20}\d*[^;.\d]{1,60}?,? (?:and )?its dcg(?: is| =|:| of| "
                r"≈)+ #",
            ),
        },
        value=lambda dcg, ideal: dcg / ideal if 0 < dcg <= ideal else None,
        formula="DCG/ideal DCG",
        examples=(
            "DCG@10 is 2.088.\n\nThe ideal top 10 consists of relevant items only, and its DCG "
            "is 4.544. "
            "So our list has an nDCG@10 of «0.460».",
        ),
    ),
    Relation(
        name="average precision from the precisions at the hits",
        needs=("average precision|ap|map", "precision", "rank|relevant|hit"),
        result=(r"(?<!mean\s)average precision", r"(?<!\w)(?:AP|AveP)(?:\s?[\x40]\s?\d+)?"),
        givens={
            "each": (
                r"precisions?(?: values)? at the (?:relevant|hit)[^.;\d]{0,30}? [#]",
                r"precisions? at (?:each|every) (?:relevant|hit)[^.;\d]{0,30}? [#]",
            )
        },
        value=lambda each: sum(each) / len(each) if max(each) <= 1 else None,
        formula="mean of the precisions",
        absent=("not found", "missing", "missed", "not retrieved", "in total", "overall"),
        examples=("Precisions at the relevant ranks are 1, 0.667 and 0.6, so AP = «0.756».",),
    ),
    Relation(
        name="precision among the first results",
        needs=("precision",),
        result=(r"(?<!average\s)(?:precision|P)(?:\s?[\x40]\s?| at )<k>@",),
        givens={"k": (), "hits": HITS},
        value=lambda k, hits: hits / k if hits <= k else None,
        formula="relevant in the top k/k",
        examples=("8 of the top 10 results are relevant, so precision@10 is «0.8».",),
    ),
    Relation(
        name="recall among the first results",
        needs=("recall", "relevant"),
        result=(r"recall(?:\s?[\x40]\s?| at )<k>@",),
        givens={
            "k": (),
            "hits": HITS,
            "total": (
                r"@ relevant (?:\w+ )?(?:overall|in total|altogether|in all|exist)",
                r"(?:there are|has|have|of|out of) (?:all )?@ relevant (?:documents|items"
                r"|results|products)?(?! (?:at|in the top|in the first|among))",
            ),
        },
        value=lambda k, hits, total: hits / total if hits <= min(k, total) else None,
        formula="relevant in the top k/all relevant",
        examples=(
            "8 of the top 10 results are relevant, and there are 20 relevant documents overall. "
            "Recall@10 "
            "is «0.4».",
        ),
    ),
)
