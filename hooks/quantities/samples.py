"""Samples: standard errors, margins, sample sizes, clusters, variance reduction."""

from fractions import Fraction
from math import ceil, exp, sqrt
from statistics import NormalDist

from hooks.quantities.phrases import (
    MORE,
    ROUGHLY,
    SAID,
    counted,
    leading,
    named,
    sole,
    symbol,
)
from hooks.quantities.relation import Relation

UNITS = (
    "users|visitors|customers|people|persons|patients|respondents|voters"
    "|participants|subjects|sessions|rows|examples"
    "|observations|samples|records|points|measurements|orders|students|test images"
    "|images|cases|measurements|items|parts|values"
    "|predictions|queries|questions|documents|players|accounts|clicks|impressions"
    "|reviews|answers|trials|households|schools"
)
SIZE = (
    rf"#\s+(?:(?!of\b|in\b|per\b)[a-z-]+\s+){{0,2}}?(?:{UNITS})\b(?! per)",
    symbol("n|N"),
    named(
        "sample size|number of (?:users|observations|examples|rows|samples)|sample|test "
        "set|size of the (?:sample|test set)"
    ),
    r"(?:sample|survey|test set|poll)(?: of| with| has)? (?:size )?(?:of )?#",
)
SD = (
    named("standard deviation|std(?: dev)?|SD"),
    symbol(r"s|σ|\\sigma|sigma|sd|SD|std"),
    leading("standard deviation|SD"),
)
SHARE = (
    named(
        "accuracy|conversion(?: rate)?|proportion|share|rate|click-through rate|CTR"
        "|error rate|recall|support|prevalence"
    ),
    symbol(r"p|\\hat\s*p|p̂|p_hat|p_0|p0"),
    r"# (?:of (?:them|the (?:users|people|respondents|voters|visitors|customers))"
    r"|conversion|accuracy|said yes|agree|convert|click)",
)
BASELINE = (
    named(
        "base ?line(?: conversion(?: rate)?| rate)?|base rate|current (?:conversion "
        ")?rate|conversion rate|control (?:conversion )?rate"
    ),
    leading("base ?line(?: conversion(?: rate)?| rate)?|base rate|base conversion(?: rate)?"),
    symbol("p|p_0|p0|p_1|p1"),
    r"converts? (?:today |currently |now )?(?:at|with) #",
    r"from #(?: ?%)? to [\d.]",
)
ABSOLUTE = (
    r"# (?:percentage )?points?",
    named(
        "(?<!relative.)(?:absolute )?(?:MDE|minimum detectable effect|difference|lift"
        "|effect|change)|δ|delta"
    ),
    symbol(r"δ|\\delta|delta|MDE|d|Δ|\\Delta"),
)
CONFIDENCE = (
    r"# (?:confidence|CI\b|interval|level)",
    r"confidence(?: level)? (?:of )?#",
    r"at the # level",
)
MARGIN = (
    r"±\s?(?P<value>\d+(?:\.\d+)?(?:\s?%)?)(?![\d.]\d)",
    named("margin of error|half-width|margin|precision|error"),
    r"(?:within|plus or minus) #",
    symbol("E|e|d"),
    leading("margin of error|margin"),
)
CLUSTER = (
    r"(?:cluster|class|group|household|school)s?(?: size)?(?: of| with| is| has| have"
    r"| =|:)? ?(?:about |size )?@",
    named("(?:mean |average )?cluster size"),
    r"@ (?:[a-z]+ )?(?:per|in each|in every|in a|a) (?:cluster|class|household|school"
    r"|user|village|group|store)",
    symbol("m"),
)
INTRACLASS = (
    named("(?:intra-?(?:class|cluster) )?correlation(?: coefficient)?|ICC"),
    symbol(r"ρ|\\rho|rho|ICC|r"),
    r"correlat\w+ (?:at|by|with|of)? ?#",
)
CORRELATION = (
    named("correlation(?: coefficient)?"),
    symbol(r"ρ|\\rho|rho|r"),
    r"correlat\w+ (?:at|by|with|of) #",
    leading("correlation"),
)
TRAFFIC = (
    r"# (?:[a-z-]+ ){0,2}?(?:users|visitors|sessions|customers|people|requests|orders|"
    r"accounts) (?:per|a|each|every) day",
    r"(?:daily|per day)[^.;\d]{0,30}#",
    r"# daily (?:[a-z]+ )?(?:users|visitors|sessions|customers)",
    r"traffic[^.;\d]{0,20}# (?:[a-z]+ )?(?:per|a) day",
)
PER_ARM = (
    r"# (?:[a-z]+ ){0,3}?(?:per|in each|in every|for each|in either) (?:arm|group"
    r"|variant|branch|side|bucket|cell)",
    r"(?:sample size|need|needs|require|requires) (?:of )?(?:about |roughly )?# "
    r"(?:[a-z]+ ){0,2}?(?:per|each)",
)
EIGHTY = (1.959964, 0.841621)
NINETY = (1.959964, 1.281552)


def quantile(confidence: Fraction) -> float | None:
    """z of a two-sided interval: 1.96 for 95 %."""
    return (
        NormalDist().inv_cdf((1 + float(confidence)) / 2)
        if Fraction(1, 2) < confidence < 1
        else None
    )


def size_of_rates(p: Fraction, q: Fraction) -> list[float] | None:
    """By the variances of both rates or that of their mean, also by the rule of 16; two powers."""
    if not (0 < p < 1 and 0 < q < 1 and p != q):
        return None
    mean = (p + q) / 2
    spread = [p * (1 - p) + q * (1 - q), 2 * mean * (1 - mean), 2 * p * (1 - p)]
    factors = [(a + b) ** 2 for a, b in (EIGHTY, NINETY, (1.959964, 1.644854))] + [8]
    return [float(f * float(v)) / float(q - p) ** 2 for f in factors for v in spread]


def margin_of_share(p: Fraction, n: Fraction) -> list[float] | None:
    """Half of a 95 % interval of a share (Wald), also of 90 % and 99 %, and with z = 2."""
    if not 0 < p < 1 < n:
        return None
    error = sqrt(p * (1 - p) / n)
    return [z * scale * error for z in (1.96, 1.645, 2.576, 2) for scale in (1, 100)]


def size_for_margin(margin: Fraction) -> list[float] | None:
    """n with which a share near one half has this margin; 95 %, then 90 % and 99 %."""
    if not 0 < margin < Fraction(3, 10):
        return None
    sizes = [(z / (2 * float(margin))) ** 2 for z in (1.96, 1.645, 2.576, 2)]
    return [value for size in sizes for value in (ceil(size), size)]


def size_per_arm(baseline: Fraction, difference: Fraction) -> list[float] | None:
    """For a share at 5 % two-sided, power 80 %, then 90 %: the usual formulas, and the rule of 16.

    Source: Kohavi, Tang, Xu 2020, chapter 17.
    """
    if difference >= Fraction(1, 2):
        difference /= 100  # percentage points
    if not (0 < baseline < 1 and 0 < difference < baseline + difference < 1):
        return None
    p, δ = float(baseline), float(difference)
    both = p * (1 - p) + (p + δ) * (1 - p - δ)
    pooled = 2 * (p + δ / 2) * (1 - p - δ / 2)
    made = [16 * p * (1 - p) / δ**2, 8 * both / δ**2, 8 * pooled / δ**2]
    for z_alpha, z_power in (EIGHTY, NINETY):
        square = (z_alpha + z_power) ** 2
        made += [square * variance / δ**2 for variance in (both, pooled, 2 * p * (1 - p))]
        made.append((z_alpha * sqrt(pooled) + z_power * sqrt(both)) ** 2 / δ**2)
    made += [2 * value for value in made]  # of both arms together
    return [value for one in made for value in (one, ceil(one))]


def size_from_lift(baseline: Fraction, lift: Fraction) -> list[float] | None:
    return size_per_arm(baseline, baseline * lift)


def size_of_means(sigma: Fraction, difference: Fraction) -> list[float] | None:
    """Per arm for a mean: 2·(z + z)²·σ²/δ² at 5 % with a power of 80 %, then 90 %, and 16·σ²/δ²."""
    if difference <= 0 or sigma <= 0:
        return None
    ratio = float(sigma / difference) ** 2
    made = [16 * ratio, *(2 * (a + b) ** 2 * ratio for a, b in (EIGHTY, NINETY))]
    made += [2 * value for value in made]
    return [value for one in made for value in (one, ceil(one))]


def days(arm: Fraction, traffic: Fraction) -> list[float] | None:
    """For two arms, then one, three and four; whole days."""
    if not 0 < traffic < arm:
        return None  # a test takes days
    return [
        value
        for arms in (2, 1, 3, 4)
        for value in (ceil(arms * arm / traffic), arms * arm / traffic)
    ]


def variance_of_mean(n: Fraction, variance: Fraction, ρ: Fraction) -> Fraction | None:
    """Of n variables with a variance and a pairwise correlation (Hastie et al., equation 15.1)."""
    return ρ * variance + (1 - ρ) * variance / n if 0 <= ρ <= 1 <= n and variance > 0 else None


def hoeffding(n: Fraction, ε: Fraction) -> list[float] | None:
    """Two-sided and one-sided, for a mean of values between 0 and 1 (Hoeffding 1963)."""
    one_sided = exp(-2 * float(n) * float(ε) ** 2) if 0 < ε < 1 < n else None
    return one_sided and [2 * one_sided, one_sided]


RELATIONS = (
    Relation(
        name="standard error of the mean",
        needs=("standard error|sem", "standard deviation|sd|σ|sigma|std|s ="),
        result=(
            r"standard error(?: of (?:the|a|this|its) (?:sample )?(?:mean|average)(?: "
            rf"[a-z]+){{0,3}})?(?: \([^()\d]{{1,20}}\))?{SAID}#",
            rf"\bSEM?{SAID}#",
        ),
        givens={"s": SD, "n": SIZE},
        value=lambda s, n: s / sqrt(n) if n > 1 else None,
        formula="s/√n",
        examples=(
            "The session length of 400 users has a standard deviation of 12 minutes. The "
            "standard error of the mean works out to «0.6» minutes.",
            "Suppose n = 64 and s = 16.\n\n- Standard error: «2»",
        ),
    ),
    Relation(
        name="standard error of a share",
        needs=("standard error", "proportion|share|rate|accuracy|conversion|p =|%"),
        result=(
            r"standard error(?: of (?:the|a|this|its|that) (?:proportion|share|rate|accuracy"
            r"|conversion(?: rate)?|estimate|estimated [a-z]+|error rate|recall"
            rf"|precision))?(?: \([^()\d]{{1,20}}\))?{SAID}#",
        ),
        givens={"p": SHARE, "n": SIZE},
        value=lambda p, n: sqrt(p * (1 - p) / n) if 0 < p < 1 < n else None,
        formula="√(p·(1 − p)/n)",
        examples=(
            "A classifier has an accuracy of 0.9 on a test set of 400 images. The standard "
            "error of the accuracy is «0.015».",
            "With 2,000 visitors and a conversion rate of 5 %, the standard error comes to "
            "«0.49 %».",
        ),
    ),
    Relation(
        name="margin of error of a share",
        needs=(
            "margin|±|half-width|plus or minus|confidence interval",
            "proportion|share|rate|accuracy|conversion|p =|%",
        ),
        result=(
            sole(
                "margin of error|half-width(?: of the (?:[a-z0-9%]+ )?interval)?",
                "share|proportion|rate|accuracy|estimate|poll|survey",
            ),
        ),
        close=True,
        givens={"p": SHARE, "n": SIZE},
        value=margin_of_share,
        formula="1.96·√(p·(1 − p)/n)",
        examples=(
            "Of 1,000 respondents a share of 50 % agree. The margin of error is «3.1 %».",
            "A model has an accuracy of 0.85 on 600 examples. The half-width of the "
            "interval is about «0.029».",
        ),
    ),
    Relation(
        name="margin of error of a mean",
        needs=("margin|half-width", "standard deviation|σ|sd|sigma"),
        result=(
            sole(
                "margin of error|half-width(?: of the (?:[a-z0-9%]+ )?interval)?",
                "mean|average|estimate",
            ),
        ),
        close=True,
        givens={"s": SD, "n": SIZE},
        value=lambda s, n: (
            [z * float(s) / sqrt(n) for z in (1.96, 1.645, 2.576, 2)] if n >= 20 else None
        ),
        formula="1.96·s/√n",
        unless=("freedom", "quantile"),
        examples=(
            "A sample of 100 users has a standard deviation of 15 minutes. The margin of "
            "error is «2.94» minutes.",
        ),
    ),
    Relation(
        name="sample size per arm from an absolute effect",
        needs=(
            "per arm|per group|per variant|each arm|each group|each variant|in each|per "
            "branch|users|visitors|sample size",
            "power|mde|minimum detectable|detect",
            "baseline|base rate|conversion",
        ),
        result=(
            r"(?:need|needs|require|requires|takes|are needed|sample size (?:of|is|=)|n ?[=≈]"
            r"|requires about|comes to|works out at) "
            r"(?:about |around |roughly |at least |some |approximately |~ ?|≈ ?)*#(?= "
            r"(?:[a-z]+ ){0,2}?(?:per|in each|in every|for each) (?:arm|group|variant|branch"
            r"|side))",
            r"(?:required |necessary |minimum |needed )?sample size (?:per|in each|for each) "
            rf"(?:arm|group|variant|branch|side){SAID}#",
        ),
        givens={"baseline": BASELINE, "difference": ABSOLUTE},
        value=size_per_arm,
        formula="2·(1.96 + 0.84)²·p·(1 − p)/δ²",
        bound=True,
        examples=(
            "The baseline is 10 % and we want to detect a difference of 2 percentage points "
            "with a power of 80 %. "
            "We need about «3,841» users per group.",
            "Baseline conversion rate: 5 %. Minimum detectable effect: 1 percentage point. "
            "Power 80 %.\n\nThe sample size per variant is about «7,600».",
        ),
    ),
    Relation(
        name="sample size per arm from a relative effect",
        needs=(
            "per arm|per group|per variant|each arm|each group|each variant|in each|per "
            "branch|sample size",
            "power|mde|minimum detectable|detect",
            "relative",
        ),
        result=(
            r"(?:need|needs|require|requires|takes|are needed|sample size (?:of|is|=)|n ?[=≈]"
            r"|requires about|comes to|works out at) "
            r"(?:about |around |roughly |at least |some |approximately |~ ?|≈ ?)*#(?= "
            r"(?:[a-z]+ ){0,2}?(?:per|in each|in every|for each) (?:arm|group|variant|branch"
            r"|side))",
            r"(?:required |necessary |minimum |needed )?sample size (?:per|in each|for each) "
            rf"(?:arm|group|variant|branch|side){SAID}#",
        ),
        givens={
            "baseline": BASELINE,
            "lift": (
                r"relative (?:[a-z]+ ){0,3}?(?:of |is |: ?)?#",
                r"# relative",
                r"# (?:[a-z]+ )?\(relative\)",
            ),
        },
        value=size_from_lift,
        formula="2·(1.96 + 0.84)²·p·(1 − p)/(p·lift)²",
        bound=True,
        examples=(
            "The baseline is 4 % and we want to detect a relative lift of 10 % with a power "
            "of 80 %. "
            "That takes about «39,500» users in each group.",
        ),
    ),
    Relation(
        name="duration of an experiment",
        needs=(
            "day|week",
            "per arm|per group|per variant|each arm|each group|each variant|in each",
            "per day|a day|daily|each day|every day",
        ),
        result=(
            r"(?:test|experiment|that|this|it)(?: must| should| has to| will| would)? "
            rf"(?:takes?|lasts?|runs?|needs?|run for|runs for|be run for|is) {ROUGHLY}(?:at "
            r"least )?#(?= days?\b)",
            rf"(?:duration|runtime|running time|run time)[^.;:=\d]{{0,40}}?{SAID}#(?= days?\b)",
        ),
        givens={"arm": PER_ARM, "traffic": TRAFFIC},
        value=days,
        formula="2·n/visitors per day",
        bound=True,
        examples=(
            "We need 14,000 users per group and have 4,000 visitors a day, split evenly. "
            "The test takes «7» days.",
            "The sample size is 30,000 users per variant. The site has 5,000 daily "
            "visitors.\n\n- Duration of the experiment: «12» days",
        ),
    ),
    Relation(
        name="design effect",
        needs=("design effect|deff",),
        result=("design effect|deff",),
        givens={"m": CLUSTER, "ρ": INTRACLASS},
        value=lambda m, ρ: 1 + (m - 1) * ρ if 0 < ρ < 1 < m else None,
        formula="1 + (m − 1)·ρ",
        examples=(
            "Each class has 20 pupils in each class and the intraclass correlation is 0.05. "
            "The design effect is «1.95».",
            "With a cluster size of 11 and ICC = 0.2 the design effect works out at «3».",
        ),
    ),
    Relation(
        name="effective sample size of clusters",
        needs=("effective", "design effect|deff"),
        result=(
            r"effective (?:sample size|number of (?:[a-z]+ )?(?:observations|users|samples"
            rf"|rows)|n){SAID}#",
            rf"(?:worth|counts? (?:only )?as much as|equivalent to) {ROUGHLY}# independent",
        ),
        givens={"n": SIZE, "effect": (named("design effect|deff"), leading("design effect"))},
        value=lambda n, effect: n / effect if 1 <= effect < n else None,
        formula="n/design effect",
        examples=(
            "With a design effect of 2.5 the 1,000 users have an effective sample size of «400».",
        ),
    ),
    Relation(
        name="effective sample size from cluster size and correlation",
        needs=("effective", "cluster|intraclass|intra-class|icc"),
        result=(
            r"effective (?:sample size|number of (?:[a-z]+ )?(?:observations|users|samples"
            rf"|rows)|n){SAID}#",
        ),
        givens={"n": SIZE, "m": CLUSTER, "ρ": INTRACLASS},
        value=lambda n, m, ρ: n / (1 + (m - 1) * ρ) if 0 < ρ < 1 < m < n else None,
        formula="n/(1 + (m − 1)·ρ)",
        examples=(
            "A survey asks 1,200 people in clusters of 10 with an intraclass correlation of "
            "0.1. The effective sample size is «632».",
        ),
    ),
    Relation(
        name="share of the variance that CUPED removes",
        needs=("variance", "cuped|control variate|pre-experiment|pre-period|covariate"),
        result=(
            r"(?:reduces|cuts|lowers|removes|shrinks|drops|falls|decreases"
            rf"|reduction)[^.;:=\d]{{0,50}}?variance[^.;:=\d]{{0,30}}?(?:by|of|is|:|=) "
            rf"?{ROUGHLY}#",
            r"variance (?:is |was |gets |becomes )?(?:reduced|cut|lowered|shrunk|drops|falls"
            rf"|shrinks|decreases|goes down)(?: [a-z]+)? by {ROUGHLY}#",
            rf"(?:variance reduction|reduction of the variance|reduction in variance){MORE}{SAID}#",
            rf"removes {ROUGHLY}#(?= of the variance)",
        ),
        givens={"ρ": CORRELATION},
        value=lambda ρ: ρ * ρ if abs(ρ) < 1 else None,
        formula="ρ²",
        examples=(
            "CUPED uses pre-experiment data with a correlation of 0.6. It cuts the variance "
            "by «36 %».",
            "With ρ = 0.7 between the metric and its pre-period value, CUPED removes «49 %» "
            "of the variance.",
            "The pre-period covariate correlates with r = 0.5.\n\n* Variance reduction of "
            "CUPED: «25 %»",
        ),
    ),
    Relation(
        name="share of the variance that CUPED leaves",
        needs=(
            "variance|sample size|traffic|users",
            "cuped|control variate|pre-experiment|pre-period",
        ),
        result=(
            r"(?:remaining|adjusted|new|residual|reduced) variance(?: of the adjusted "
            rf"metric)?{SAID}#(?= (?:of|times))",
            r"variance (?:drops|falls|shrinks|goes down|is reduced|decreases) to "
            rf"{ROUGHLY}#(?= of)",
            r"leaves (?:only )?#(?= of the (?:original )?variance)",
            r"(?:only |just |need |needs |about )#(?= of the (?:original |former |previous "
            r")?(?:users|sample size|traffic|sample|visitors))",
        ),
        givens={"ρ": CORRELATION},
        value=lambda ρ: 1 - ρ * ρ if abs(ρ) < 1 else None,
        formula="1 − ρ²",
        examples=(
            "CUPED with a correlation of 0.6: the variance falls to «64 %» of its value.",
            "Since ρ = 0.8, CUPED needs only «36 %» of the original sample size.",
        ),
    ),
    Relation(
        name="coefficient of CUPED",
        needs=("theta|θ|coefficient", "covariance|cov", "cuped|control variate"),
        result=(r"(?:θ|\\theta|theta|coefficient)",),
        givens={
            "cov": (named("covariance(?: of [A-Za-z]+ and [A-Za-z]+)?|Cov\\([A-Za-z, ]+\\)"),),
            "var": (
                named("variance(?: of (?:the )?(?:covariate|pre-period [a-z]+|X))?|Var\\(X\\)"),
            ),
        },
        value=lambda cov, var: cov / var if var > 0 else None,
        formula="Cov(X, Y)/Var(X)",
        examples=(
            "CUPED: the covariance of X and Y is 12 and the variance of X is 20. So θ = «0.6».",
        ),
    ),
    Relation(
        name="variance of a mean of correlated variables",
        needs=("variance", "correlat", "average|mean|ensemble|bagg|forest|trees"),
        result=(
            r"variance of (?:the|their|an?) (?:average|mean|ensemble|forest|bagged "
            rf"[a-z]+)(?: [a-z]+){{0,3}}?{SAID}#(?! (?:trees|models|predictions|such))",
            r"variance of (?:the|their) (?:mean|average)[^=;]{5,120}? (?:is|comes to|equals) #",
        ),
        givens={
            "n": (
                counted("trees|models|predictions|estimators|variables|learners|members"),
                symbol("n|B|M|m|T"),
            ),
            "variance": (named("variance"), symbol(r"σ²|σ\^2|\\sigma\^2|sigma\^2|s²")),
            "ρ": CORRELATION,
        },
        value=variance_of_mean,
        formula="ρ·σ² + (1 − ρ)·σ²/n",
        examples=(
            "Average 10 trees, each with a variance of 4 and a pairwise correlation of 0.3. "
            "The variance of the average is «1.48».",
        ),
    ),
    Relation(
        name="finite population correction",
        needs=("finite population|fpc", "population"),
        result=("finite population correction(?: factor)?|fpc",),
        givens={
            "n": (*SIZE, r"(?:sample|ask|survey|draw)[^.;\d]{0,20}#"),
            "N": (
                r"population(?: of| has| is| =|:| size)*[^.;\d]{0,20}#",
                r"(?:of|from|among) (?:the |all |a total of )?# (?:employees|customers|people"
                r"|units|users|students)",
                symbol("N"),
            ),
        },
        value=lambda n, N: [sqrt((N - n) / (N - 1)), sqrt(1 - n / N)] if 1 < n < N else None,
        formula="√((N − n)/(N − 1))",
        examples=(
            "We ask a sample of 200 people from a population of 1,000. The finite "
            "population correction is «0.895».",
        ),
    ),
    Relation(
        name="upper bound by the rule of three",
        needs=("rule of three",),
        result=(
            rf"upper (?:bound|limit)[^.;:=\d]{{0,50}}?{SAID}#",
            rf"(?:at most|below|no more than|up to) {ROUGHLY}#",
        ),
        givens={"n": SIZE},
        value=lambda n: [3 / n, 1 - 0.05 ** (1 / float(n))] if n > 20 else None,
        formula="3/n",
        bound=True,
        examples=(
            "No error occurred in 300 predictions. By the rule of three the upper bound of "
            "the error rate is «1 %».",
            "Rule of three: after 1,500 trials without failure, the failure rate is at most "
            "«0.2 %».",
        ),
    ),
    Relation(
        name="Hoeffding's bound",
        needs=("probability|most|bound", "hoeffding"),
        result=(rf"(?:probability|bound)[^.;:=\d]{{0,80}}?(?:at most|{SAID})\s*{ROUGHLY}#",),
        givens={
            "n": SIZE,
            "ε": (
                symbol(r"ε|\\varepsilon|\\epsilon|epsilon|t"),
                r"(?:more than|by|exceeds?|within) #",
            ),
        },
        value=hoeffding,
        formula="2·e^(−2·n·ε²)",
        bound=True,
        examples=(
            "By Hoeffding with n = 1,000 and ε = 0.05 the probability of a larger deviation "
            "is at most «0.0135».",
        ),
    ),
)
