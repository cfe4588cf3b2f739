"""Neighbors and clusters: distances, votes, centroids, silhouettes, pairs, hashing, indexes."""

from collections.abc import Sequence
from math import dist, sqrt

from hooks.quantities.relation import Relation, bare
from hooks.quantities.wordings import GAP, IS, ROWS

FIRST = (
    r"\b(?:a|u|p|x|x_1|A|P|P_1|p_1|point)\b ?= ?[#]",
    r"(?:points?|vectors?|between|from)(?: the points| the vectors)?(?: "
    r"\w{1,3}(?: ?=)?)? [#] ?[\])]? ?(?:\$ ?)?(?:and|to)",
    r"\bA ?[#]",
)
SECOND = (
    r"\b(?:b|v|q|y|x_2|B|Q|P_2|p_2|centroid|c)\b ?= ?[#]",
    r"(?:points?|vectors?|between|from) [^.;]{0,60}?[\])] ?(?:and|to)(?: \w{1,3}(?: ?=)?)? [#]",
    r"\bB ?[#]",
)
MEMBERS = (
    r"(?:cluster|points?|values|members|numbers)(?: \w+)?(?: with| holds?| contains?| are"
    r"| of|:| ?=)?(?: the)?(?: points| values| numbers)? ?[\[({]?[#](?! ?\) ?,? ?(?:and "
    r")?\()",
    r"\bC_?\d? ?= ?[#]",
)


def mean(members: Sequence) -> float:
    return sum(members) / len(members)


def inertia(members: Sequence) -> list[float]:
    """The sum of squared distances to the mean, and their mean."""
    total = sum((one - mean(members)) ** 2 for one in members)
    return [total, total / len(members)]


def silhouette(a: float, b: float) -> float:
    """Rousseeuw (1987): a to the own cluster, b to the nearest other one."""
    return (b - a) / max(a, b)


def cosine(a: Sequence, b: Sequence) -> list[float]:
    dot = sum(x * y for x, y in zip(a, b, strict=True))
    return [dot / sqrt(sum(x * x for x in a) * sum(y * y for y in b))]


def banding(s: float, r: float, b: float) -> float:
    """The probability of a candidate pair with b bands of r rows (Leskovec et al., section 3.4)."""
    return 1 - (1 - s**r) ** b


RELATIONS = bare(
    Relation(
        name="share of neighbors",
        needs=("probab|share|fraction|confidence|score", "neighbor|neighbour|knn|k-nn", "k"),
        result=(
            r"(?:probability|share|fraction|confidence|score)(?: of| for)? (?:the "
            rf"|a |being )*(?:positive|class [A-Z]|\w+)(?: class)?{IS}#",
            r"(?:predicted|estimated) (?:probability|share|fraction)",
        ),
        givens={
            "k": (
                r"\bk ?= ?@",
                r"@ nearest (?:neighbors|neighbours)",
                r"@ (?:neighbors|neighbours)",
            ),
            "m": (
                r"@ (?:of (?:them|these|those|its|the) )(?:\d+ )?(?:\w+ "
                r")?(?:neighbors |neighbours )?(?:are|is|belong|have|vote|bought"
                r"|churned|carry)",
                r"@ (?:neighbors |neighbours )?(?:are|is|vote|belong) (?:to |for "
                r")?(?:the )?(?:positive|spam|class [A-Z]|fraud)",
            ),
        },
        value=lambda k, m: [m / k, 1 - m / k] if m <= k else None,
        formula="neighbors of the class/k",
        examples=(
            "kNN with k = 5: three of them are positive. The predicted probability is «0.6».",
            "We look at the 20 nearest neighbors, and 7 of these are fraud. So kNN "
            "puts the probability of fraud at «35 %».",
        ),
    ),
    Relation(
        name="Euclidean distance",
        needs=("euclidean|l2|straight-line",),
        result=(
            r"(?:Euclidean|L2|L_2|straight-line) distance(?:,? (?:of|between|from) "
            rf"[^.,;:=≈\d]{{1,40}}?)?{IS}#",
            r"Euclidean distance[^.;=]{0,80}?[\])] ?(?:is|=|of|comes to) ?(?:about )?#",
        ),
        givens={"a": FIRST, "b": SECOND},
        value=lambda a, b: dist(a, b) if len(a) == len(b) else None,
        formula="√Σ(a − b)²",
        examples=(
            "Let a = (1, 2) and b = (4, 6). The Euclidean distance is «5».",
            "The Euclidean distance between (0, 0, 0) and (1, 2, 2) is «3».",
            "For $p = (2,3)$ and $q = (7,15)$ we get:\n\n- Euclidean distance: «13»",
        ),
    ),
    Relation(
        name="Manhattan distance",
        needs=("manhattan|l1|city-block|city block|taxicab",),
        result=(
            r"(?:Manhattan|L1|L_1|city[- ]block|taxicab) distance(?:,? (?:of|between"
            rf"|from) [^.,;:=≈\d]{{1,40}}?)?{IS}#",
            r"Manhattan distance[^.;=]{0,80}?[\])] ?(?:is|=|of|comes to) ?(?:about )?#",
        ),
        givens={"a": FIRST, "b": SECOND},
        value=lambda a, b: sum(abs(x - y) for x, y in zip(a, b, strict=True)),
        formula="Σ|a − b|",
        examples=(
            "Let a = (1, 2) and b = (4, 6). The Manhattan distance is «7».",
            "For the points $A = (1,5)$ and $B = (3,-1)$ the Manhattan distance is thus «8».",
        ),
    ),
    Relation(
        name="Chebyshev distance",
        needs=("chebyshev|maximum distance",),
        result=(rf"Chebyshev distance(?:,? (?:of|between|from) [^.,;:=≈\d]{{1,40}}?)?{IS}#",),
        givens={"a": FIRST, "b": SECOND},
        value=lambda a, b: max(abs(x - y) for x, y in zip(a, b, strict=True)),
        formula="max|a − b|",
        examples=("Let a = (1, 2) and b = (4, 8). The Chebyshev distance is «6».",),
    ),
    Relation(
        name="Jaccard similarity of two sizes",
        needs=("jaccard|intersection over union|iou", "common|share|intersection|overlap"),
        result=(
            r"Jaccard(?: similarity| index| coefficient| distance)?(?: of [\w "
            r"]{1,30}?| between [\w ]{1,40}?)?",
            r"\bIoU\b",
            r"intersection over union(?: \(IoU\))?",
        ),
        givens={
            "common": (
                r"(?:intersection|overlap)(?: area)?(?: of| is| has| contains| holds"
                r"|:| ?=)? (?:an area of )?#",
                r"# (?:\w+ )?(?:in common|shared|common)",
                r"share #",
                r"\|A ?(?:∩|\\cap) ?B\| ?= ?#",
            ),
            "sizes": (
                r"(?:areas|sizes|sets)(?: of| are| have| with|:)? [#]",
                r"(?:have|has|contain|hold|with) [#] (?:words|elements|items|shingles"
                r"|tokens|members)",
            ),
        },
        value=lambda common, sizes: [
            common / (sum(sizes) - common),
            1 - common / (sum(sizes) - common),
        ],
        formula="common/(A + B − common)",
        examples=("Two boxes have areas of 100 and 80 and an overlap of 60. The IoU is «0.5».",),
    ),
    Relation(
        name="Dice coefficient",
        needs=("dice",),
        result=(r"(?:Sørensen[-–])?Dice(?: score| coefficient| similarity| index)?",),
        givens={
            "common": (
                r"(?:intersection|overlap)(?: of| is| has| contains|:| ?=)? #",
                r"# (?:\w+ )?(?:in common|shared|common)",
                r"share #",
            ),
            "sizes": (r"(?:areas|sizes|sets|masks)(?: of| are| have| with|:)? [#]",),
        },
        value=lambda common, sizes: 2 * common / sum(sizes),
        formula="2·common/(A + B)",
        examples=(
            "Two masks have areas of 100 and 60 and an overlap of 40. The Dice "
            "coefficient is «0.5».",
        ),
    ),
    Relation(
        name="centroid",
        needs=("centroid|center|mean", "cluster|k-means"),
        result=(r"(?:new )?(?:centroid|cluster cent(?:er|re)|cluster mean)",),
        givens={"members": MEMBERS},
        value=mean,
        formula="Σ/n",
        examples=(
            "In k-means a cluster with the points 2, 4 and 9 has a new centroid. The "
            "centroid is «5».",
            "k-means: the first cluster holds the values 1, 2, 3 and 6.\n\n- Centroid: «3»",
        ),
    ),
    Relation(
        name="inertia",
        needs=("inertia|within-cluster|wcss|sse|sum of squared", "cluster|k-means"),
        result=(
            r"inertia",
            r"(?:WCSS|SSE)",
            r"within-cluster sum of squares",
        ),
        givens={"members": MEMBERS},
        value=inertia,
        formula="Σ(x − mean)²",
        examples=("A cluster with the points 2, 4 and 9: its inertia is «26».",),
    ),
    Relation(
        name="silhouette of a point",
        needs=("silhouette",),
        result=(
            r"silhouette(?: score| value| coefficient| width)?(?: s)?",
            r"\bs\(i\)(?= ?=)",
        ),
        unless=("average", "mean silhouette", "whole", "overall"),
        givens={
            "a": (
                rf"(?:own|its|same)(?: own)? cluster{GAP}{IS}#",
                r"distance (?:of [\d.]+ )?(?:to|from) (?:the )?(?:other )?(?:points"
                rf"|members) (?:of|in) (?:its|the) (?:own|same) cluster{IS}#",
                r"\ba(?:\(i\)|_i)? ?= ?#",
            ),
            "b": (
                r"(?:nearest|closest|next|neighboring|neighbouring)(?: other| "
                rf"neighboring)? cluster(?:{GAP}{IS}| )#",
                r"\bb(?:\(i\)|_i)? ?= ?#",
            ),
        },
        value=silhouette,
        formula="(b − a)/max(a, b)",
        examples=(
            "A point's mean distance to its own cluster is 2, and to the nearest "
            "other cluster it is 5. Its silhouette "
            "is «0.6».",
            "With $a = 1.5$ and $b = 6$ the silhouette coefficient works out to «0.75».",
            "- Mean distance within its own cluster: 4\n- Mean distance to the "
            "nearest other cluster: 3\n\nThe silhouette "
            "score is «-0.25».",
        ),
    ),
    Relation(
        name="edge of a neighborhood",
        needs=("edge|side|range|length", "dimension", "cube|hypercube|uniform"),
        result=(
            r"(?:edge|side)(?: length)?",
            r"(?:needs?|must|has to|have to) (?:to )?(?:cover|span|extend over"
            r"|stretch over) (?:about |roughly )?#(?= of (?:the|each|every))",
        ),
        givens={
            "share": (
                r"(?:captures?|covers?|contains?|holds?|capturing|covering|containing"
                r"|holding|of|to get) # of (?:the|all) (?:data|points|volume"
                r"|observations|rows)",
            ),
            "d": (r"@ dimensions", r"\bd ?= ?@", r"\bp ?= ?@", r"@[- ]dimensional"),
        },
        value=lambda share, d: float(share) ** (1 / d),
        formula="share^(1/d)",
        examples=(
            "Data is uniform in a hypercube of 10 dimensions. To capture 1 % of the "
            "points, the cube's edge length must be "
            "known: the edge length is «0.63».",
        ),
    ),
    Relation(
        name="probability of a candidate pair of LSH",
        needs=("probability|chance", "lsh|minhash|locality", "band"),
        result=(
            r"(?:probability|chance)(?: of (?:becoming |being )?a candidate(?: pair)?"
            r"| that [\w ]{1,50}?)?",
            r"(?:candidates?|candidate pair) with (?:a )?probability (?:of )?(?:about )?#",
        ),
        givens={
            "s": (r"similarity(?: of| is| ?=| s ?=)? ?(?:s ?= ?)?#", r"\bs ?= ?#"),
            "r": (r"@ rows", r"\br ?= ?@"),
            "b": (r"@ bands", r"\bb ?= ?@"),
        },
        value=banding,
        formula="1 − (1 − s^r)^b",
        examples=(
            "MinHash LSH with 20 bands of 5 rows: a pair with a Jaccard similarity "
            "of 0.8 becomes a candidate. The probability "
            "is «99.96 %».",
            "LSH with $b = 10$ bands, $r = 4$ rows and $s = 0.5$: the probability of "
            "being a candidate pair is «0.475».",
        ),
    ),
    Relation(
        name="Rand index",
        needs=("rand index", "agree|pairs"),
        result=(r"(?<!adjusted\s)Rand index",),
        givens={
            "agree": (
                r"@ (?:of (?:the|them) )?(?:\d+ )?(?:pairs )?(?:agree|agreeing|on which)",
                r"agree on @",
            ),
            "n": (r"@ pairs",),
        },
        value=lambda agree, n: agree / n,
        formula="agreeing pairs/pairs",
        examples=(
            "Two clusterings agree on 36 of the pairs; with 10 points there are 45 "
            "pairs. The Rand index is «0.8».",
        ),
    ),
    Relation(
        name="purity of a clustering",
        needs=("purity", "cluster"),
        result=(r"purity",),
        givens={
            "majorities": (
                r"(?:majority|most frequent|dominant)(?: \w+){0,3}?(?: have| has| are"
                r"| count| counts| of|:)? ?[#]",
            ),
            "n": (*ROWS, r"\bn ?= ?@"),
        },
        value=lambda majorities, n: sum(majorities) / n,
        formula="Σ majorities/n",
        examples=(
            "A clustering of 50 points: the majority classes have 18, 12 and 10. The "
            "purity is «0.8».",
        ),
    ),
    Relation(
        name="standardized distance",
        needs=("mahalanobis", "standard deviation|variance|σ|sigma", "mean|μ|mu"),
        result=(r"Mahalanobis distance",),
        givens={
            "x": (r"(?:value|point|x)(?: of| at| ?=| is) ?#",),
            "μ": (r"mean(?: of| is| ?=)? ?#", r"(?:μ|\\mu) ?= ?#"),
            "σ": (r"standard deviation(?: of| is| ?=)? ?#", r"(?:σ|\\sigma) ?= ?#"),
        },
        value=lambda x, μ, σ: [abs(x - μ) / σ, ((x - μ) / σ) ** 2],
        formula="|x − μ|/σ",
        examples=(
            "In one dimension with a mean of 10 and a standard deviation of 4, the "
            "point x = 18 has a Mahalanobis distance of «2».",
        ),
    ),
    Relation(
        name="parameters of a Gaussian mixture",
        needs=("parameters", "gaussian|mixture", "component", "dimension|features|d ="),
        result=(r"# (?:free |independent )*parameters", r"number of (?:free )?parameters"),
        givens={
            "k": (r"@ (?:Gaussian |full )?components", r"\b[kK] ?= ?@"),
            "d": (r"@ (?:dimensions|features|variables)", r"\bd ?= ?@", r"@[- ]dimensional"),
        },
        value=lambda k, d: [
            k - 1 + k * d + k * d * (d + 1) / 2,
            k - 1 + 2 * k * d,
            k - 1 + k * d + k,
            k - 1 + k * d + d * (d + 1) / 2,
            k + k * d + k * d * (d + 1) / 2,
        ],
        formula="K − 1 + K·d + K·d(d + 1)/2",
        exact=True,
        examples=(
            "A Gaussian mixture with 3 components in 2 dimensions has «17» free "
            "parameters with full covariances.",
        ),
    ),
    Relation(
        name="probability that all are covered in d dimensions",
        needs=("shell|outer|edge|boundary|surface", "dimension", "volume|cube|sphere|ball"),
        result=(
            r"# of (?:the|its) (?:\w+ )?(?:volume|points|mass)(?: \w+){0,3} (?:lies?"
            r"|is|are|in) (?:\w+ ){0,3}?(?:shell|edge|surface|boundary)",
        ),
        givens={
            "ε": (r"(?:outer(?:most)?|shell of(?: thickness)?|within) (?:ε ?= ?)?#",),
            "d": (r"@ dimensions", r"\bd ?= ?@", r"@[- ]dimensional"),
        },
        value=lambda ε, d: [1 - (1 - ε) ** d, 1 - (1 - 2 * ε) ** d],
        formula="1 − (1 − ε)^d",
        examples=(
            "Take a ball in 20 dimensions and its outer 10 % of the radius. About "
            "«87.8 %» of the volume is in this shell.",
        ),
    ),
)
