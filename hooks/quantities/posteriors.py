"""Posteriors: Bayes' theorem in words, sources of parts, odds, word counts, mixtures."""

from fractions import Fraction
from math import exp, log, sqrt
from operator import mul

from hooks.quantities.phrases import ROUGHLY, SAID, indexed, named, symbol
from hooks.quantities.relation import Relation

SHARES = (
    r"(?:make|makes|produce|produces|manufactures?|supplies|supply|deliver|delivers"
    r"|sends?|handles?|serves?|shares? of)[^.;%]{0,60}?[#]",
    r"(?:shares?|output|production|mix|weights?|priors?)[^.;\d]{0,40}?[#]",
    r"|(?:.{0,20}\b)?(?:shares?|output|production)\b.{0,25}",
)
RATES = (
    r"(?:defect(?:ive)?|error|failure|fraud|conversion|click|scrap|reject|spam)(?: "
    r"rates?| shares?)?[^.;\d]{0,40}?[#]",
    r"(?:defective|conversion|with) (?:rates|shares) of [#]",
    r"|(?:.{0,20}\b)?(?:defect|defective|error|failure|fraud|scrap)\b.{0,25}",
)
TOTAL = (
    r"(?:people|patients|users|mails|e-?mails|messages|transactions|payments|samples"
    r"|images|persons|participants|cases|subjects|customers|parts|tests|comments"
    r"|documents|rows|examples|observations|orders|applicants|claims|accounts)"
)
CLASS = (
    r"(?:ill|sick|infected|diseased|spam|fraud\w*|positive|positives|cases|churners?"
    r"|churned|defective|toxic|have the (?:disease|disorder|condition)|with the "
    r"(?:disease|disorder|condition)|affected|defaults?|defaulted|malignant)"
)
WORDS_SEEN = (
    r"(?:occurs|appears|is seen|was seen|contained|found|shows up) (?:in )?@ (?:times|of)",
    r"@ (?:times|occurrences)\b",
    named('count(?: of the word)?(?: [“"a-z”]+)?'),
)


def mixed(shares: tuple[Fraction, ...], rates: tuple[Fraction, ...]) -> Fraction | None:
    """Total probability over sources."""
    if len(shares) != len(rates) or abs(sum(shares) - 1) > Fraction(1, 50):
        return None
    return mixture(shares, rates) if all(0 < rate < 1 for rate in rates) else None


def normal_density(x: Fraction, mean: Fraction, sd: Fraction) -> float:
    return exp(-(float((x - mean) / sd) ** 2) / 2) / float(sd)


def coin_posterior(prior: Fraction, heads: Fraction) -> Fraction | None:
    """That a coin has two heads, if it showed heads each time and is else fair."""
    if not (0 < prior < 1 and heads.denominator == 1 and 0 < heads < 200):
        return None
    return prior / (prior + (1 - prior) / 2 ** int(heads))


def smoothed(count: Fraction, total: Fraction, vocabulary: Fraction) -> list[Fraction] | None:
    """(count + 1)/(total + vocabulary): Laplace's estimate of a word's probability."""
    return (
        [(count + 1) / (total + vocabulary)]
        if 0 <= count <= total and vocabulary > 1 and count == int(count)
        else None
    )


def responsibility(
    weights: tuple[Fraction, ...], densities: tuple[Fraction, ...]
) -> Fraction | None:
    """Of the first component of a mixture."""
    if len(weights) != len(densities) or abs(sum(weights) - 1) > Fraction(1, 50):
        return None
    return weights[0] * densities[0] / mixture(weights, densities)


def mixture(weights: tuple[Fraction, ...], densities: tuple[Fraction, ...]) -> Fraction:
    return sum(map(mul, weights, densities))


def posteriors_of_sources(
    shares: tuple[Fraction, ...], rates: tuple[Fraction, ...]
) -> list[Fraction] | None:
    """That of each source, and that of all the others."""
    total = mixed(shares, rates)
    parts = (
        [share * rate / total for share, rate in zip(shares, rates, strict=True)] if total else []
    )
    return [value for part in parts for value in (part, 1 - part)]


RELATIONS = (
    Relation(
        name="prevalence from counts",
        needs=("prevalence|base rate|share of",),
        result=(
            r"(?:prevalence|base rate)(?: (?:of|in) (?:the |this )?[a-z]+(?: "
            rf"[a-z]+){{0,2}})?{SAID}#(?! of)(?! ?(?:people|patients))",
        ),
        givens={
            "n": (
                rf"# (?:[a-z]+ ){{0,2}}?{TOTAL}\b",
                r"(?:of|among|in) (?:the |all |a total of )?# ",
                symbol("n|N"),
            ),
            "k": (
                r"# (?:of (?:them|these|those|whom|which) )?(?:(?:are|were|have|had|turned out"
                rf"|turn out|is) )?(?:actual(?:ly)? |really |the |a |an |found |to be )*{CLASS}",
                r"# (?:people|patients|persons|users) (?:with|have|had|are ill)",
            ),
        },
        value=lambda n, k: k / n if 1 <= k < n and n >= 10 and k == int(k) else None,
        formula="cases/all",
        close=True,
        examples=(
            "In a study with 1,500 patients 120 of them have the disease. The prevalence in "
            "the study is thus about «8 %».",
            "Of 20,000 transactions 60 were fraudulent. The base rate is «0.3 %».",
        ),
    ),
    Relation(
        name="prevalence from the ill and the healthy",
        needs=("prevalence|base rate", "healthy|not ill|without|legitimate|ham|genuine|negative"),
        result=(
            r"(?:prevalence|base rate)(?: (?:of|in) (?:the |this )?[a-z]+(?: "
            rf"[a-z]+){{0,2}})?{SAID}#",
        ),
        givens={
            "ill": (rf"# (?:[a-z]+ ){{0,2}}?(?:(?:are|were|have|had) )?(?:the |a |an )?{CLASS}",),
            "healthy": (
                r"# (?:[a-z]+ ){0,2}?(?:(?:are|were|have|had) )?(?:healthy|not ill|negative"
                r"|negatives|without|legitimate|ham|genuine|unaffected|not (?:have|infected))",
            ),
        },
        value=lambda ill, healthy: (
            ill / (ill + healthy) if ill >= 1 and healthy >= 1 and ill + healthy >= 10 else None
        ),
        formula="ill/(ill + healthy)",
        close=False,
        examples=(
            "40 participants were ill, and 760 were healthy.\n\nThe prevalence in the study "
            "is thus about «5 %».",
        ),
    ),
    Relation(
        name="overall rate of several sources",
        needs=(
            "overall|total|all|altogether|random",
            "machine|factor|supplier|line|source|plant|channel|segment|makes|produce|shares",
        ),
        result=(
            r"(?:overall|total|average|mean|combined)(?: [a-z]+)? (?:defect|error|failure"
            r"|fraud|conversion|click|scrap|reject|spam)(?:ive)?(?: rate| share| "
            rf"probability)?{SAID}#",
            r"(?:random(?:ly chosen|ly picked|ly drawn)?|any) (?:part|item|bolt|product|order"
            rf"|piece|mail|visitor|unit)[^.;\d]{{0,30}}?(?:defective|faulty|bad|fraudulent"
            rf"|spam|broken)[^.;\d]{{0,30}}?(?:with (?:a )?probability(?: of)?|is|in) "
            rf"{ROUGHLY}#",
            r"probability (?:that|of) (?:a|an|any) (?:random(?:ly [a-z]+)? )?(?:part|item"
            rf"|bolt|product|order|piece|mail|visitor|unit)[^.;\d]{{0,30}}?(?:defective|faulty"
            rf"|bad|fraudulent|spam|broken){SAID}#",
        ),
        givens={"shares": SHARES, "rates": RATES},
        value=mixed,
        formula="Σ share·rate",
        examples=(
            "Three machines make 50 %, 30 % and 20 % of the parts. Their defect rates are 2 "
            "%, 3 % and 5 %. The overall defect rate is «2.9 %».",
        ),
    ),
    Relation(
        name="posteriors of several sources, in a list",
        needs=("machine|supplier|factory|plant|line", "bayes|posterior", "defect|faulty|broken"),
        result=(rf"^\W*(?:machine|supplier|factory|plant|line) \w{{1,8}}: {ROUGHLY}#$",),
        givens={"shares": SHARES, "rates": RATES},
        value=posteriors_of_sources,
        formula="share·rate/Σ share·rate",
        examples=(
            "| machine | share of output | defect rate |\n|---|---|---|\n| A | 50 % | 2 % |\n| B | "
            "30 % | 3 % |\n| C | 20 % | 6 % |\n\nBayes' rule for each:\n\n- Machine C: "
            "about «38.7 %»",
        ),
    ),
    Relation(
        name="posterior of a source",
        needs=("from|by", "machine|factor|supplier|plant|line|source", "defect|faulty|broken"),
        result=(
            r"(?:from|made by|produced by|by|of) (?:the )?(?:machine |line |factory |plant "
            r"|supplier |source )?(?:[A-Z]\d?|\d|first|second|third|last)(?: machine| "
            rf"one)?(?: [a-z]+){{0,2}}? with (?:a )?probability (?:of )?{ROUGHLY}#",
            rf"probability (?:that|of)[^.;\d]{{0,60}}?(?:from|made by|produced by) (?:the "
            r")?(?:machine |line |factory |plant |supplier |source )?(?:[A-Z]\d?|\d|first"
            rf"|second|third|last)(?: machine| one)?{SAID}#",
        ),
        givens={"shares": SHARES, "rates": RATES},
        value=posteriors_of_sources,
        formula="share·rate/Σ share·rate",
        examples=(
            "Three machines make 50 %, 30 % and 20 % of the parts. Their defect rates are 1 "
            "%, 2 % and 4 %. The defective part is from M3 with a probability of about "
            "«42.1 %».",
            "| machine | share of output | defect rate |\n|---|---|---|\n| A | 60 % | 2 % "
            "|\n| B | 40 % | 5 % |\n\n- A defective part was made by machine B with a "
            "probability of «62.5 %».",
        ),
    ),
    Relation(
        name="odds from a probability",
        needs=("odds", "probability|chance|p ="),
        result=(
            rf"probability (?:of|is|=) ?<p>#[^.;:\d]{{0,50}}?odds(?: of| are| is| =|:)* "
            rf"?{ROUGHLY}#(?! ?(?::|to ))",
        ),
        givens={"p": ()},
        value=lambda p: p / (1 - p) if 0 < p < 1 else None,
        formula="p/(1 − p)",
        examples=(
            "A probability of 0.75 corresponds to odds of «3».",
            "With a probability of 20 % the odds are «0.25».",
        ),
    ),
    Relation(
        name="log-odds from a probability",
        needs=("logit|log-odds|log odds", "probability|p ="),
        result=(
            rf"(?:logit|log-?\s?odds)(?: of (?:this|that|the) probability)?{SAID}#",
            rf"probability (?:of|is|=) ?<p>#[^.;:\d]{{0,60}}?(?:logit|log-?\s?odds)(?: of| are"
            rf"| is| =|:)* ?{ROUGHLY}#",
        ),
        givens={"p": (r"(?:probability|p)(?: of| is| ?=)* ?#", r"(?:logit|log-?odds) of #")},
        value=lambda p: [log(p / (1 - p)), -log(p / (1 - p))] if 0 < p < 1 else None,
        formula="ln(p/(1 − p))",
        close=True,
        examples=("For a probability of 0.9 the logit is «2.197».",),
    ),
    Relation(
        name="probability from log-odds",
        needs=("probability", "logit|log-odds|log odds"),
        result=(
            r"(?:logit|log-?\s?odds)(?: of| is| are| =|:)* "
            rf"?<z>#[^.;:\d]{{0,60}}?probability(?: of| is| =|:)* ?{ROUGHLY}#",
        ),
        givens={"z": ()},
        value=lambda z: 1 / (1 + exp(-z)) if abs(z) < 50 else None,
        formula="1/(1 + e^(−z))",
        examples=(
            "A logit of 2 corresponds to a probability of «0.881».",
            "The log-odds are −1.5, the probability is about «0.182».".replace(
                "−1.5, the", "−1.5, so the"
            ),
        ),
    ),
    Relation(
        name="posterior of the two-headed coin",
        needs=("two-headed|two heads|double-headed|both sides heads|heads on both",),
        result=(
            rf"(?:probability|chance)[^.;:\d]{{0,60}}?(?:two-headed|double-headed|the trick "
            rf"coin|the unfair)[^.;:\d]{{0,30}}?(?:coin)?{SAID}#",
            r"(?:two-headed|double-headed|unfair|trick)(?: coin| one)? with (?:a "
            rf")?probability (?:of )?{ROUGHLY}#",
        ),
        givens={
            "prior": (
                r"one (?:of|in|out of) # coins",
                r"one of (?:the )?# (?:coins )?is",
                r"# coins",
                r"prior(?: is| of)? ?#",
            ),
            "heads": (r"heads @ times", r"@ heads", r"@ (?:tosses|flips|throws)", r"@ times"),
        },
        value=lambda prior, heads: coin_posterior(1 / prior if prior > 1 else prior, heads),
        formula="prior/(prior + (1 − prior)/2ⁿ)",
        examples=(
            "A bag holds 1,000 coins, one of which is two-headed. A coin drawn at random "
            "shows heads 10 times in a row. The probability that it is the two-headed coin "
            "is «50.6 %».",
        ),
    ),
    Relation(
        name="smoothed probability of a word",
        needs=(
            "smooth|laplace|add-one|add one",
            "vocabulary|distinct words|unique words|different words",
        ),
        result=(
            r"(?:smoothed |estimated )?(?:probability|likelihood|estimate"
            rf"|P\([^()\d]{{1,30}}\))(?: of (?:the word )?[“\"a-z”]+| of it)?(?: (?:given|in"
            r"|under) (?:the )?[a-z]+)?(?: (?:with|after) (?:Laplace |add-one "
            rf")?smoothing)?{SAID}#",
        ),
        givens={
            "count": WORDS_SEEN,
            "total": (
                r"# (?:words|tokens)(?: (?:in total|altogether|in all))",
                r"(?<!vocabulary\s)(?:total of|contains?|have|has|in all|altogether) # (?:words"
                r"|tokens)",
                r"(?<!vocabulary\s)(?:among|of|out of) (?:the )?# (?:words|tokens)",
            ),
            "vocabulary": (
                r"vocabulary(?: size)?(?: of| has| is| contains| holds| =|:)* ?#",
                r"# (?:distinct|unique|different) words",
            ),
        },
        value=smoothed,
        formula="(count + 1)/(words + vocabulary)",
        examples=(
            "With Laplace smoothing and a vocabulary of 1,000 words: the spam mails have "
            '4,000 words in total, and "prize" occurs 24 times. The smoothed probability is '
            "«0.005».",
        ),
    ),
    Relation(
        name="responsibility of the first component",
        needs=("responsib", "densit"),
        result=(
            r"responsibilit(?:y|ies) (?:of|for) (?:the )?(?:first|component 1|component A"
            r"|cluster 1)(?: (?:component|cluster|gaussian))?(?: (?:for|at) (?:this point"
            rf"|the point|x|it|x ?= ?[\d.]+))?{SAID}#",
        ),
        givens={
            "weights": (r"(?:π|\\pi|weights?|w)(?: are| of| is|:)? ?=? ?[#]",),
            "densities": (r"densit(?:y|ies)[^.;\d]{0,50}?[#]",),
        },
        value=responsibility,
        formula="w₁·d₁/Σ w·d",
        examples=(
            "A mixture has weights 0.7 and 0.3; the densities at x are 0.2 and 0.4. The "
            "responsibility of the first component is «0.538».",
            "Let $\\pi = (0.6, 0.4)$. The component densities are $0.2420$ and "
            "$0.0540$.\n\nThe responsibility of the first component for this point is about "
            "«0.870».",
        ),
    ),
    Relation(
        name="responsibility of a Gaussian component",
        needs=("responsib", "gaussian|normal|gmm|mixture", "mean|μ|\\mu"),
        result=(
            r"responsibility (?:of|for) (?:the )?(?:first|component 1|component A|first "
            r"component|cluster 1)(?: (?:component|cluster|gaussian))?(?: (?:for|at) (?:this "
            rf"point|the point|x|it|x ?= ?[\d.]+))?{SAID}#",
        ),
        givens={
            "w1": (indexed(r"π|pi|w", "1|₁"), r"(?:mixing )?weights?(?: are| of|:| =)* ?#(?= and)"),
            "m1": (indexed(r"μ|mu|m", "1|₁"), r"means?(?: are| of|:| =)* ?#(?= and)"),
            "m2": (indexed(r"μ|mu|m", "2|₂"), r"means?(?: are| of|:| =)* ?[-−]?[\d.]+ and #"),
            "s": (
                r"(?:standard deviation|σ|\\sigma)(?: of| is|=| =| 1| both)* ?#",
                r"unit variances?|variance(?: of| is| =)* ?#",
            ),
            "x": (symbol("x"), r"(?:point|at|value) (?:x ?= ?)?#"),
        },
        value=lambda w1, m1, m2, s, x: (
            w1
            * normal_density(x, m1, s)
            / (w1 * normal_density(x, m1, s) + (1 - w1) * normal_density(x, m2, s))
            if 0 < w1 < 1 and s > 0
            else None
        ),
        formula="w₁·N₁(x)/(w₁·N₁(x) + w₂·N₂(x))",
        examples=(
            "A Gaussian mixture has weights 0.5 and 0.5, means 0 and 4 and a common "
            "standard deviation of 1. For the point x = 1.5 the responsibility of the first "
            "component is «0.881».",
        ),
    ),
    Relation(
        name="standard deviation of a Beta distribution",
        needs=("standard deviation", "beta("),
        result=(
            r"standard deviation(?: of (?:the posterior|it|this|the prior"
            rf"|Beta\([^()]*\)))?{SAID}#",
        ),
        givens={"a": (r"Beta\s*\(\s*#",), "b": (r"Beta\s*\(\s*[\d.]+\s*,\s*#",)},
        value=lambda a, b: sqrt(a * b / ((a + b) ** 2 * (a + b + 1))) if a > 0 < b else None,
        formula="√(α·β/((α + β)²·(α + β + 1)))",
        close=True,
        examples=("The posterior is Beta(20, 80). Its standard deviation is «0.0398».",),
    ),
    Relation(
        name="mode of a Beta distribution",
        needs=("mode", "beta("),
        result=(r"(?:posterior )?mode(?: of the posterior)?",),
        givens={"a": (r"Beta\s*\(\s*#",), "b": (r"Beta\s*\(\s*[\d.]+\s*,\s*#",)},
        value=lambda a, b: (a - 1) / (a + b - 2) if a > 1 < b else None,
        formula="(α − 1)/(α + β − 2)",
        close=True,
        examples=("For Beta(5, 17) the mode is «0.2».",),
    ),
)
