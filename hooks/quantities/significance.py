"""Significance: p-values, statistics of tests, degrees of freedom, effect sizes, many tests."""

from fractions import Fraction
from math import atan, cos, pi, sin, sqrt
from statistics import NormalDist

from hooks.quantities.phrases import (
    ROUGHLY,
    SAID,
    counted,
    indexed,
    leading,
    named,
    sole,
    symbol,
)
from hooks.quantities.relation import Relation

Z = (
    r"(?<![\w.])\|?z\|?(?:[- ](?:score|statistic|value))?(?: \([^()\d]{1,20}\))? "
    r"?(?:of|is|=|≈|:|at|equals|comes to) ?(?:about |roughly )?#",
    r"\|z\| ?[=≈] ?#",
)
OF_STATISTIC = r"(?: \([a-z -]{1,14}\)| of this \w+| that belongs to (?:it|this \w+))?"
T = (
    r"(?<![\w.])\|?t\|?(?:[- ](?:score|statistic|value))?"
    r" ?(?:of|is|=|≈|:|equals|comes to) ?(?:about |roughly )?#",
)
DEGREES = (
    r"@ (?:degrees of freedom|d\.?f\.?)",
    r"(?:\bdf|degrees of freedom|ν) ?(?:=|:|of|are|is) ?#",
)
TESTS = (
    counted(
        "tests|hypotheses|comparisons|metrics|features|genes|variants|segments|subgroups"
        "|experiments|looks|contrasts|pairs|pairwise tests|a/b tests|correlations"
    ),
    symbol("m|n|k"),
    named("number of (?:tests|hypotheses|comparisons|metrics)"),
)
ALPHA = (
    symbol(r"α|\\alpha|alpha"),
    r"(?:significance )?level(?: of| is|:)? ?(?:α ?= ?)?#",
    r"# (?:significance )?level",
    r"at #",
    r"(?:false positive rate|error rate|type I error)(?: rate)?(?: of| is|:)? ?#",
)
N1 = (
    indexed("n", "1|₁|a|A|x|c"),
    r"(?<!=\s)# (?:[a-z]+ ){0,2}?(?:in|for) (?:the )?(?:control|first|A\b|group A|group 1"
    r"|sample 1)",
)
N2 = (
    indexed("n", "2|₂|b|B|y|t"),
    r"(?<!=\s)# (?:[a-z]+ ){0,2}?(?:in|for) (?:the )?(?:treatment|second|B\b|group B|group 2"
    r"|sample 2|test group)",
)
SIZES = (r"(?:sizes?|samples?|groups?|with) (?:of )?<n>",)
TWO_SIZES = (
    r"(?:group sizes|sample sizes|sizes|groups|samples|arms)(?: of| are| with|:)? ?<n1>@ and <n2>@"
)
MEAN_1 = (
    indexed(r"(?:\\bar\s*)?x̄?|m|μ|\\mu", "1|₁|A|a"),
    named("mean (?:of|in) (?:the )?(?:control|group A|A|group 1|first group)"),
    r"(?:control|group A|group 1|first group)[^.;\d]{0,40}(?:mean|average)[^.;\d]{0,15}#",
    r"means? (?:are |of |is )?#(?= and )",
)
MEAN_2 = (
    indexed(r"(?:\\bar\s*)?x̄?|m|μ|\\mu", "2|₂|B|b"),
    named("mean (?:of|in) (?:the )?(?:treatment|group B|B|group 2|second group)"),
    r"(?:treatment|group B|group 2|second group)[^.;\d]{0,40}(?:mean|average)[^.;\d]{0,15}#",
    r"means? (?:are |of |is )?[\d.,]+ and #",
)
POOLED = (
    named("(?:pooled |common )?(?:standard deviation|SD)"),
    symbol(r"s_p|sp|s|σ|\\sigma|SD"),
    leading("standard deviation|SD"),
    r"(?:standard deviations|SDs)(?: are| were| of|:)? "
    r"(?P<value>[\d.]+\d|\d) (?:and|, ?) ?(?P=value)",
)
P_VALUES = (r"p[- ]?values?[^.;\d]{0,50}?[#]", r"\bp ?= ?[\[({]?[#]", r"sorted[^.;\d]{0,30}[#]")
LEVEL_FDR = (
    r"(?:FDR|false discovery rate)(?: level| of| at| q)*(?: is| =|:)? ?(?:q ?= ?|α ?= ?)?#",
    symbol(r"q|α|\\alpha|alpha"),
    r"level (?:of )?#",
    r"(?:at|with|level) #",
)


def tail(z: Fraction) -> float:
    """What lies beyond |z| on one side of the standard normal distribution."""
    return 1 - NormalDist().cdf(min(abs(float(z)), 8))


def student_tail(t: Fraction, df: Fraction) -> float | None:
    """What lies beyond |t| on both sides of Student's t (Abramowitz and Stegun, 26.7)."""
    if not 1 <= df <= 1000:
        return None
    df = round(df)  # Welch's are no whole number
    angle = atan(abs(float(t)) / sqrt(df))
    odd, term, total = df % 2, cos(angle) if df % 2 else 1.0, 0.0
    for k in range(1 if odd else 0, df - 1, 2):
        total += term
        term *= cos(angle) ** 2 * (k + 1) / (k + 2)
    inner = sin(angle) * total
    return 1 - (2 / pi * (angle + inner) if odd else inner)


def chi_square_p(x: Fraction) -> float | None:
    """p of a chi-square statistic with one degree of freedom."""
    return 2 * (1 - NormalDist().cdf(sqrt(x))) if 0 < x < 80 else None


def family_wise(m: Fraction, α: Fraction) -> float | None:
    return 1 - (1 - float(α)) ** float(m) if 0 < α < Fraction(1, 2) and m >= 2 else None


def rejected(p: tuple[Fraction, ...], q: Fraction) -> int | None:
    """How many hypotheses the step-up procedure rejects (Benjamini and Hochberg 1995)."""
    if not all(0 <= one <= 1 for one in p) or not 0 < q < 1:
        return None
    ordered = sorted(p)
    return max((k for k, one in enumerate(ordered, 1) if one <= k * q / len(p)), default=0)


def holm(p: tuple[Fraction, ...], α: Fraction) -> int | None:
    """How many hypotheses the step-down procedure rejects (Holm 1979)."""
    if not all(0 <= one <= 1 for one in p) or not 0 < α < 1:
        return None
    ordered = sorted(p)
    kept = (k for k, one in enumerate(ordered) if one > α / (len(p) - k))
    return next(kept, len(p))


def kolmogorov(n: Fraction, m: Fraction) -> list[float] | None:
    """Critical distance of two samples at 5 %, then 1 % and 10 %: c·√((n + m)/(n·m))."""
    return [c * sqrt((n + m) / (n * m)) for c in (1.358, 1.628, 1.224)] if n > 1 < m else None


def chi_square_of_split(a: Fraction, b: Fraction) -> Fraction | None:
    """Against a split in halves."""
    return (a - b) ** 2 / (a + b) if a > 20 and b > 20 else None


def mcnemar(b: Fraction, c: Fraction) -> list[float] | None:
    """Of discordant pairs, without and with correction for continuity, and its root."""
    made = [(b - c) ** 2 / (b + c), (abs(b - c) - 1) ** 2 / (b + c)]
    return [*made, abs(b - c) / sqrt(b + c)]


RELATIONS = (
    Relation(
        name="two-sided p-value of a z statistic",
        needs=(
            "p-value|p value|two-sided p|one-sided p|two-tailed p",
            "z =|z of|z is|z statistic|z-score|z score|z-statistic|z value|z-value|this z|z "
            "≈|z| =|z|",
        ),
        result=(
            rf"^(?![^\n]*\bz\|? ?[=≈])[^\n]{{0,200}}?(?:two-sided |two-tailed )(?:p-value|p "
            r"value|(?<=sided\s)p)(?: (?:that )?(?:belongs to|of|for|from) (?:this |that "
            rf"|the )z(?:[- ](?:score|statistic|value))?)?(?!\s+(?:of|for|from)\s+\|?z){SAID}#",
            rf"\|?z\|? ?[=≈] ?<z>#[^.;\d]{{0,60}}?(?:two-sided |two-tailed )(?:p-value|p value"
            rf"|(?<=sided\s)p)(?: \([a-z -]{{1,14}}\))?{SAID}#",
        ),
        givens={"z": Z},
        value=lambda z: tail(z) * 2,
        formula="2·(1 − Φ(|z|))",
        close=True,
        examples=(
            "- |z| = 1.80 ↔ two-sided p ≈ «0.072»",
            "The z statistic is 2.29. The two-sided p-value that belongs to this z is «0.022».",
        ),
    ),
    Relation(
        name="one-sided p-value of a z statistic",
        needs=(
            "p-value|p value|two-sided p|one-sided p|two-tailed p",
            "z =|z of|z is|z statistic|z-score|z score|z-statistic|z value|z-value|this z|z "
            "≈|z| =|z|",
        ),
        result=(
            rf"^(?![^\n]*\bz\|? ?[=≈])[^\n]{{0,200}}?(?:one-sided |one-tailed )(?:p-value|p "
            r"value|(?<=sided\s)p)(?: (?:that )?(?:belongs to|of|for|from) (?:this |that "
            rf"|the )z(?:[- ](?:score|statistic|value))?)?(?!\s+(?:of|for|from)\s+\|?z){SAID}#",
            rf"\|?z\|? ?[=≈] ?<z>#[^.;\d]{{0,60}}?(?:one-sided |one-tailed )(?:p-value|p value"
            rf"|(?<=sided\s)p)(?: \([a-z -]{{1,14}}\))?{SAID}#",
        ),
        givens={"z": Z},
        value=tail,
        formula="1 − Φ(|z|)",
        close=True,
        examples=("The z-score is 1.5. That gives a one-sided p-value of «0.067».",),
    ),
    Relation(
        name="two-sided p-value of a t statistic",
        needs=("two-sided p|two-tailed p", "freedom|df", "t =|t of|t is|t statistic"),
        result=(rf"\b(?:two-sided|two-tailed) p(?:[- ]value)?{OF_STATISTIC}{SAID}#",),
        givens={"t": T, "df": DEGREES},
        value=student_tail,
        formula="2·P(T > |t|)",
        examples=(
            "- t = 2.0 with 15 degrees of freedom\n\nThe two-sided p-value is about «0.064».",
        ),
    ),
    Relation(
        name="p-value of a z statistic",
        needs=(
            "p-value|p value|two-sided p|one-sided p|two-tailed p",
            "z =|z of|z is|z statistic|z-score|z score|z-statistic|z value|z-value|this z|z "
            "≈|z| =|z|",
        ),
        result=(
            rf"^(?![^\n]*\bz\|? ?[=≈])[^\n]{{0,200}}?(?<!-)(?<!sided.)(?<!tailed.)(?:p-value"
            r"|p value)(?: (?:that )?(?:belongs to|of|for|from) (?:this |that |the )z(?:[- "
            rf"](?:score|statistic|value))?)?(?!\s+(?:of|for|from)\s+\|?z){SAID}#",
            rf"\|?z\|? ?[=≈] ?<z>#[^.;\d]{{0,60}}?(?<!-)(?<!sided.)(?<!tailed.)(?:p-value|p "
            rf"value)(?: \([a-z -]{{1,14}}\))?{SAID}#",
        ),
        givens={"z": Z},
        value=lambda z: [2 * tail(z), tail(z)],
        formula="2·(1 − Φ(|z|))",
        close=True,
        examples=("With z = 2.5 the p-value is «0.0124».",),
    ),
    Relation(
        name="p-value of a chi-square statistic",
        needs=("p-value|p value|p =|p ≈", "one degree|1 degree|df = 1", "chi|χ"),
        result=(rf"(?:p-value|p value|\bp){SAID}#",),
        givens={
            "x": (
                r"(?:χ²|χ\^2|\\chi\^2|chi-squared?|chi square|X²)(?: statistic| value)?(?: with "
                r"[a-z0-9 ]{1,30}?)?(?: \([^()]{1,20}\))? ?(?:of|is|=|≈|:|equals) ?(?:about )?#",
            )
        },
        value=lambda x: chi_square_p(x),
        formula="P(χ²₁ > x)",
        close=True,
        examples=(
            "The chi-square statistic is 5.2 with 1 degree of freedom, so the p-value is «0.0226».",
        ),
    ),
    Relation(
        name="level of each test after Bonferroni",
        needs=("bonferroni",),
        result=(
            r"bonferroni[^.;:]{0,120}?(?:at|is|below|than|=|≈|threshold|level|requires"
            r"|each|under) (?:only |just |about |α ?= ?|p ?[<≤] ?|an adjusted level of |a "
            r"level of )*#(?! ?(?:tests|hypotheses|comparisons|metrics))",
            r"(?:corrected|adjusted|per-test|per-comparison|new|stricter"
            r"|bonferroni(?:-corrected)?)(?: significance)? (?:level|threshold|alpha|α"
            rf"|cut-?off)[^.;:=\d]{{0,30}}?{SAID}#",
            r"each (?:test|comparison|hypothesis|p-value|metric|one) (?:is |must be |has to "
            r"be |needs to be |should be )?(?:tested |compared |judged |run )?(?:at|with"
            r"|below|against|to) (?:a level of |the level |α ?= ?|a |the )?#",
        ),
        givens={"α": ALPHA, "m": TESTS},
        value=lambda α, m: (
            [α / m, float(1 - (1 - float(α)) ** (1 / float(m)))]
            if 0 < α < Fraction(1, 2) and m >= 2 and m == int(m)
            else None
        ),
        formula="α/m",
        bound=True,
        close=True,
        examples=(
            "With 20 tests at α = 0.05, Bonferroni tests each of them at «0.0025».",
            "We look at 8 metrics with a significance level of 5 %. After a Bonferroni "
            "correction the adjusted level is «0.00625».",
            "Bonferroni for m = 50 hypotheses and α = 0.05: each test is compared to «0.001».",
        ),
    ),
    Relation(
        name="level of each test after Šidák",
        needs=("šidák|sidak",),
        result=(
            r"(?:šidák|sidak)[^.;]{0,90}?(?:level|threshold|at|is|=|≈|to)[^.;\d]{0,20}?#(?! "
            r"?(?:tests|hypotheses|comparisons|metrics|%? level))",
        ),
        givens={"α": ALPHA, "m": TESTS},
        value=lambda α, m: (
            1 - (1 - float(α)) ** (1 / float(m)) if 0 < α < Fraction(1, 2) and m >= 2 else None
        ),
        formula="1 − (1 − α)^(1/m)",
        examples=("For 10 tests and α = 0.05 overall. The Šidák level is «0.00512».",),
    ),
    Relation(
        name="family-wise error rate",
        needs=("family-wise|familywise|fwer",),
        result=(r"family-?wise error(?: rate)?|FWER",),
        givens={"m": TESTS, "α": ALPHA},
        value=family_wise,
        formula="1 − (1 − α)ᵐ",
        examples=(
            "We run 10 independent tests at α = 0.05. The family-wise error rate is thus «40.1 %».",
            "| quantity | value |\n|---|---|\n| number of tests | 5 |\n| level | 5 % |\n| "
            "family-wise error rate | «22.6 %» |",
        ),
    ),
    Relation(
        name="false positives to expect",
        needs=(
            "expect|on average|by chance",
            "false positive|false alarm|significant|spurious",
            "tests|hypotheses|comparisons|metrics|features|genes|experiments",
        ),
        result=(
            r"(?:expect|expected|yields?|gives?|produces?|get|find"
            rf"|see)[^.;:=\d]{{0,30}}? {ROUGHLY}#(?= (?:[a-z]+ )?(?:false positives|false "
            r"alarms|significant|spurious|to be significant|of them))",
            r"expected number of (?:false positives|false alarms|false discoveries|spurious "
            rf"[a-z]+){SAID}#",
            r"#(?= (?:[a-z]+ )?(?:false positives|false alarms|significant results?|spurious "
            r"[a-z]+)(?: [a-z]+){0,3}? by chance)",
        ),
        givens={"m": TESTS, "α": ALPHA},
        value=lambda m, α: m * α if 0 < α < Fraction(1, 2) and m >= 5 else None,
        formula="m·α",
        close=True,
        examples=(
            "200 features are tested at α = 0.05 and none matters, we expect «10» false positives.",
            "A team runs 60 A/B tests a year at a level of 5 %. The expected number of "
            "false positives is «3».",
        ),
    ),
    Relation(
        name="hypotheses that Benjamini–Hochberg rejects",
        needs=("reject|discover|significant", "benjamini|bh"),
        result=(
            rf"(?:BH|Benjamini[-–]Hochberg|it|procedure|we)[^.;\d]{{0,30}}?(?:rejects?"
            r"|declares?|finds?|keeps?|flags?|discovers?)(?: the (?:first"
            rf"|smallest))? {ROUGHLY}@(?= (?:of (?:them|the)|hypotheses|tests|p-values"
            r"|discoveries|null|as significant|significant|smallest))",
            rf"number of (?:rejections|rejected hypotheses|discoveries){SAID}@",
            r"@(?= (?:hypotheses|tests|p-values|metrics|null hypotheses) (?:are |is |get "
            r")?(?:rejected|significant|discoveries))",
        ),
        givens={"p": P_VALUES, "q": LEVEL_FDR},
        value=rejected,
        formula="the largest k with p₍ₖ₎ ≤ k·q/m",
        exact=True,
        close=False,
        examples=(
            "The p-values are 0.001, 0.008, 0.020, 0.030 and 0.2. With the FDR at q = 0.05 "
            "Benjamini–Hochberg rejects «4» of them.",
            "Sorted p-values: 0.002, 0.004, 0.03, 0.04, 0.5, 0.6. At q = 0.05 BH rejects "
            "the first two hypotheses. So «2» hypotheses are rejected.",
        ),
    ),
    Relation(
        name="threshold of Benjamini–Hochberg",
        needs=("benjamini|bh|fdr", "threshold|compared|rank|≤|limit"),
        result=(
            r"(?:rank|k ?=|number|i ?=|p-value number|position) "
            rf"<k>@[^.;:=\d]{{0,60}}?(?:threshold|limit|compared (?:with|to)|critical "
            rf"value)[^.;:=\d]{{0,20}}?(?:{SAID})?\s*#",
            r"threshold (?:for|of|at) (?:the )?(?:rank|k ?=|p-value number|number|i ?=) "
            rf"?<k>@[^.;:\d]{{0,30}}?{SAID}#",
        ),
        givens={"k": (), "m": TESTS, "q": LEVEL_FDR},
        value=lambda k, m, q: k * q / m if 1 <= k <= m and 0 < q < Fraction(1, 2) else None,
        formula="k·q/m",
        examples=(
            "Benjamini–Hochberg with 20 tests and q = 0.05: the threshold for rank 3 is «0.0075».",
        ),
    ),
    Relation(
        name="share of false discoveries",
        needs=("false discover|discoveries|significant results|false positives", "power"),
        result=(
            r"(?:share|proportion|fraction|percentage) of (?:the )?(?:significant results"
            rf"|discoveries|significant findings|winners)[^.;:=\d]{{0,40}}?{SAID}#",
            r"(?:false discovery rate|false discovery proportion|false positive risk|FDR"
            rf"|FPR){SAID}#",
            r"#(?= of (?:the |all |our )?(?:significant results|discoveries|significant "
            r"findings|winners) (?:are|would be|will be) (?:false|wrong|spurious|flukes))",
        ),
        givens={
            "α": ALPHA,
            "power": (named("power"), leading("power")),
            "true": (
                r"# of (?:the |all |our |its )?(?:tested )?(?:hypotheses|ideas|experiments|tests"
                r"|features"
                r"|changes) (?:[a-z]+ )?(?:are|is|have|work|really)",
                named("prior|share of true (?:effects|hypotheses)|success rate|prior probability"),
            ),
        },
        value=lambda α, power, true: (
            [a * (1 - true) / (a * (1 - true) + power * true) for a in (α, α / 2)]
            if 0 < true < 1 and 0 < power <= 1 and α < Fraction(1, 2)
            else None
        ),
        formula="α·(1 − π)/(α·(1 − π) + power·π)",
        examples=(
            "10 % of our ideas really work, the power is 80 % and α = 0.05. The false "
            "discovery rate is «36 %».",
        ),
    ),
    Relation(
        name="power",
        needs=("power", "type ii|type 2|β|beta|false negative|miss"),
        result=(sole("(?:statistical )?power", "test|experiment|study|design"),),
        givens={
            "β": (
                r"(?:type (?:II|2) error(?: rate)?|false negative rate)(?: "
                r"\([^()\d]{1,10}\))?(?: of| is|:| =|,)? ?(?:β ?= ?)?#",
                symbol(r"β|\\beta|beta"),
                r"(?:misses|overlooks) (?:a real effect |it )?(?:with (?:a )?probability (?:of "
                r")?)?#",
            )
        },
        value=lambda β: 1 - β if 0 < β < 1 else None,
        formula="1 − β",
        close=True,
        examples=(
            "The type II error rate is 0.2. The power of the test is therefore «0.8».",
            "With β = 10 %, the power is «90 %».",
        ),
    ),
    Relation(
        name="type II error",
        needs=("type ii|type 2|β", "power"),
        result=(
            r"(?:(?:probability|rate|risk) of a )?type (?:II|2) error(?: rate)?(?: "
            rf"\([^()\d]{{1,10}}\))?{SAID}#(?! ?[-−–] ?[a-z\\])",
        ),
        givens={"power": (named("power"), leading("power"))},
        value=lambda power: 1 - power if 0 < power < 1 else None,
        formula="1 − power",
        close=True,
        examples=("A test with a power of 0.85 has a type II error rate of «0.15».",),
    ),
    Relation(
        name="degrees of freedom of two samples",
        needs=(
            "degrees of freedom|df",
            "two-sample|two sample|student|pooled|independent samples|t-test|t test|two groups",
        ),
        result=(
            rf"{TWO_SIZES}[^.;]{{0,60}}?(?:degrees of freedom|df)[^.;:=\d]{{0,20}}?{SAID}#",
            rf"{TWO_SIZES}[^.;\d]{{0,60}}?#(?= degrees of freedom)",
            rf"(?:degrees of freedom|\bdf){SAID}#",
            r"(?:has|have|with|on|are|leaves|gives) #(?= degrees of freedom)",
        ),
        givens={"n1": N1, "n2": N2},
        value=lambda n1, n2: n1 + n2 - 2 if n1 == int(n1) > 1 and n2 == int(n2) > 1 else None,
        formula="n₁ + n₂ − 2",
        close=True,
        examples=(
            "Student's two-sample t-test with $n_1 = 12$ and $n_2 = 15$ has «25» degrees of "
            "freedom.",
            "A pooled t-test with group sizes 10 and 14: degrees of freedom = «22».",
        ),
    ),
    Relation(
        name="degrees of freedom of one sample",
        needs=("degrees of freedom|df", "one-sample|one sample|paired|single sample"),
        result=(
            rf"(?:degrees of freedom|\bdf){SAID}#",
            r"(?:has|have|with|on|are|leaves|gives) #(?= degrees of freedom)",
        ),
        givens={
            "n": (
                counted(
                    "users|pairs|observations|values|patients|measurements|samples|people"
                    "|differences|folds|subjects|points|rows"
                )
                + r"(?! (?:each|per))",
                symbol("n"),
            )
        },
        value=lambda n: n - 1 if n == int(n) > 1 else None,
        formula="n − 1",
        close=True,
        examples=(
            "A paired t-test on 16 users has «15» degrees of freedom.",
            "One-sample t-test with n = 25. The degrees of freedom: «24».",
        ),
    ),
    Relation(
        name="critical distance of Kolmogorov–Smirnov",
        needs=("critical value|critical distance|threshold|critical d", "kolmogorov|ks "),
        result=(
            r"critical (?:value|distance|D|KS value)(?: of (?:D|the (?:KS )?test)"
            rf"| at [\d.]+ ?%?| for [^.;\d]{{1,30}}){{0,2}}{SAID}#",
            rf"(?:KS )?threshold{SAID}#",
        ),
        givens={
            "n": (
                r"# (?:reference|training|train|baseline|historical|old)\b",
                r"(?:reference|training|baseline|historical)(?: sample| set| data| window)?(?: "
                r"has| with| of|:| \()? ?#",
                indexed("n", "1|₁"),
                symbol("n"),
            ),
            "m": (
                r"# (?:current|production|new|live|recent|serving|test)\b",
                r"(?:current|production|live|recent|serving)(?: sample| set| data| window)?(?: "
                r"has| with| of|:| \()? ?#",
                indexed("n", "2|₂"),
                symbol("m"),
            ),
        },
        value=kolmogorov,
        formula="1.36·√((n + m)/(n·m))",
        examples=(
            "The KS test compares 1,000 reference rows with 500 current rows. The critical "
            "value at 5 % is about «0.0745».",
            "Kolmogorov–Smirnov with n = 400 and m = 400: the critical distance is «0.096».",
        ),
    ),
    Relation(
        name="expected count of a cell",
        needs=("expected", "row total|column total|row sum|column sum"),
        result=(rf"expected (?:count|frequency|number|value)[^.;:=\d]{{0,40}}?{SAID}#",),
        givens={
            "row": (named("row (?:total|sum)"),),
            "column": (named("column (?:total|sum)"),),
            "n": (named("grand total|total|n"), symbol("n|N")),
        },
        value=lambda row, column, n: row * column / n if max(row, column) < n else None,
        formula="row·column/n",
        examples=(
            "The row total is 60, the column total is 80 and the grand total is 200. The "
            "expected count of the cell is «24».",
        ),
    ),
    Relation(
        name="chi-square of a sample ratio",
        needs=("chi|χ|srm", "sample ratio|srm|50/50|50:50|50 / 50|1:1|equal split"),
        result=(
            rf"(?:χ²|χ\^2|\\chi\^2|chi-squared?(?: statistic)?|chi square(?: statistic)?){SAID}#",
        ),
        givens={
            "a": (
                r"# (?:users |visitors )?(?:in|to|for) (?:the )?(?:control|A\b|group A)",
                r"(?:control|group A|arm A)(?: has| got| received|:| \()? ?#",
            ),
            "b": (
                r"# (?:users |visitors )?(?:in|to|for) (?:the )?(?:treatment|B\b|group B)",
                r"(?:treatment|group B|arm B)(?: has| got| received|:| \()? ?#",
            ),
        },
        value=chi_square_of_split,
        formula="(a − b)²/(a + b)",
        examples=(
            "A 50/50 split gave 10,000 users in control and 10,300 in treatment. For the "
            "sample ratio χ² = «4.43».",
        ),
    ),
    Relation(
        name="McNemar's statistic",
        needs=("mcnemar",),
        result=(
            r"McNemar['’]s (?:test )?(?:statistic|χ²|chi-square)|(?:statistic|χ²|\\chi\^2"
            r"|chi-square)",
        ),
        givens={
            "b": (
                symbol("b|n_?\\{?01\\}?"),
                r"(?:only (?:model )?(?:A|1|the first)|(?:model )?(?:A|1|the first) (?:alone"
                r"|only))[^.;\d]{0,40}#",
            ),
            "c": (
                symbol("c|n_?\\{?10\\}?"),
                r"(?:only (?:model )?(?:B|2|the second)|(?:model )?(?:B|2|the second) (?:alone"
                r"|only))[^.;\d]{0,40}#",
            ),
        },
        value=mcnemar,
        formula="(b − c)²/(b + c)",
        examples=("McNemar's test: b = 30 and c = 18. McNemar's statistic is «3».",),
    ),
    Relation(
        name="Cohen's d",
        needs=("cohen|effect size|standardi",),
        result=(
            r"(?:Cohen['’]s d|standardi[sz]ed (?:mean )?(?:difference|effect)|effect "
            rf"size(?: \(?(?:Cohen['’]s )?d\)?)?){SAID}(?:d ?= ?)?#",
        ),
        givens={"a": MEAN_1, "b": MEAN_2, "s": POOLED},
        value=lambda a, b, s: [abs(a - b) / s, (b - a) / s, (a - b) / s] if s > 0 else None,
        formula="(m₂ − m₁)/s",
        examples=(
            "The means are 52 and 50 and the pooled standard deviation is 8. Cohen's d is «0.25».",
            "The mean of group A is 100, the mean of group B is 106, the common SD is "
            "15.\n\n- effect size (Cohen's d): «0.4»",
        ),
    ),
    Relation(
        name="standardized effect of a difference",
        needs=("cohen|effect size|standardi", "difference|effect of"),
        result=(
            r"(?:Cohen['’]s d|standardi[sz]ed (?:mean )?(?:difference|effect)|effect "
            rf"size(?: \(?(?:Cohen['’]s )?d\)?)?){SAID}(?:d ?= ?)?#",
        ),
        givens={
            "difference": (
                r"(?:means? differ by|difference (?:of|in|between)(?: the)?(?: two)?(?: "
                r"means)?(?: of| is)?|difference is) ?#",
            ),
            "s": POOLED,
        },
        value=lambda difference, s: abs(difference) / s if s > 0 else None,
        formula="difference/s",
        examples=(
            "The difference of the means is 3 with a pooled standard deviation of 12. So "
            "Cohen's d comes to «0.25».",
        ),
    ),
    Relation(
        name="t statistic of one sample",
        needs=(
            "t statistic|t-statistic|t =|t value|t-value|t is",
            "standard error|standard deviation|s =",
        ),
        result=(r"\bt(?:[- ](?:statistic|value))",),
        givens={
            "difference": (
                r"(?:mean difference|average difference|difference|effect)(?: of the means| "
                r"between the means| of| is| =|:)* ?#",
            ),
            "error": (named("standard error|SE"), symbol("SE")),
        },
        value=lambda difference, error: (
            [difference / error, abs(difference) / error] if error > 0 else None
        ),
        formula="difference/SE",
        examples=(
            "The mean difference is 1.2 with a standard error of 0.5. The t statistic is «2.4».",
        ),
    ),
    Relation(
        name="t statistic of a correlation",
        needs=("t statistic|t-statistic|t value|t-value|t =", "correlation"),
        result=(rf"\bt(?:[- ](?:statistic|value))?(?: of (?:the|this) correlation)?{SAID}#",),
        givens={
            "r": (named("correlation(?: coefficient)?"), symbol("r")),
            "n": (counted("pairs|observations|points|rows|users|students|samples"), symbol("n")),
        },
        value=lambda r, n: float(r) * sqrt((n - 2) / (1 - r * r)) if abs(r) < 1 and n > 2 else None,
        formula="r·√((n − 2)/(1 − r²))",
        close=True,
        examples=(
            "A correlation of 0.5 in n = 27 pairs: the t statistic of the correlation is «2.89».",
        ),
    ),
    Relation(
        name="share of variance that a correlation explains",
        needs=("explain|r²|r-squared|r squared|r^2|shared", "correlat"),
        result=(
            rf"explains? {ROUGHLY}#(?= of the (?:variance|variation))",
            r"(?:R²|R\^2|r²|r\^2|R-squared|R squared|coefficient of determination|shared "
            rf"variance){SAID}#",
        ),
        givens={
            "r": (
                named("correlation(?: coefficient)?"),
                symbol("r|ρ"),
                leading("correlation"),
                r"correlate with #",
            )
        },
        value=lambda r: r * r if 0 < abs(r) < 1 else None,
        formula="r²",
        close=True,
        near=True,
        examples=(
            "A correlation of 0.7 explains «49 %» of the variance.",
            "The correlation coefficient is r = −0.4, so R² = «0.16» in simple regression.",
        ),
    ),
    Relation(
        name="correlation from a covariance",
        needs=("correlation", "covariance|cov("),
        result=(
            r"correlation(?: coefficient)?(?: of (?:X and Y|the two))?(?: "
            rf"\([^()\d]{{1,10}}\))?{SAID}#",
        ),
        givens={
            "cov": (
                named(r"covariance|Cov\([A-Za-z, ]+\)"),
                rf"covariance (?:of|between) \w+ and \w+{SAID}#",
            ),
            "a": (
                r"standard deviations? (?:of |are |is )*(?:X |both )*#(?= and)",
                named("standard deviation of X|SD of X"),
                indexed("σ|s|\\\\sigma", "x|X|1|₁"),
            ),
            "b": (
                r"standard deviations? (?:of |are |is )*[\d.]+ and #",
                named("standard deviation of Y|SD of Y"),
                indexed("σ|s|\\\\sigma", "y|Y|2|₂"),
            ),
        },
        value=lambda cov, a, b: cov / (a * b) if abs(cov) <= a * b else None,
        formula="Cov(X, Y)/(σ_X·σ_Y)",
        examples=(
            "The covariance is 12 and the standard deviations are 4 and 5. The correlation "
            "is «0.6».",
        ),
    ),
    Relation(
        name="F statistic",
        needs=("f statistic|f-statistic|f =|f value|f is|f ratio", "mean square|between|anova"),
        result=(rf"\bF(?:[- ](?:statistic|value|ratio))?{SAID}#",),
        givens={
            "between": (
                named(
                    "mean square between(?: (?:the )?groups)?|between-group mean square|MS_?between"
                    "|MSB|mean square of the treatment"
                ),
            ),
            "within": (
                named(
                    "mean square within(?: (?:the )?groups)?|within-group mean square|MS_?within"
                    "|MSW"
                    "|MSE|mean square error"
                ),
            ),
        },
        value=lambda between, within: between / within if within > 0 else None,
        formula="MS between/MS within",
        examples=(
            "ANOVA: the mean square between groups is 30 and the mean square within groups "
            "is 7.5. The F statistic is «4».",
        ),
    ),
    Relation(
        name="Cohen's kappa",
        needs=("kappa|κ", "agree", "chance|expected"),
        result=(rf"(?:Cohen['’]s )?(?:kappa|κ|\\kappa)(?: coefficient)?{SAID}#",),
        givens={
            "observed": (
                named("observed agreement|agreement"),
                symbol("p_o|po|P_o"),
                r"agree (?:on|in) #",
                indexed("p", "o"),
            ),
            "chance": (
                named(
                    "(?:chance|expected|random) agreement(?: by chance)?|agreement (?:expected )?"
                    "by "
                    "chance"
                ),
                symbol("p_e|pe|P_e"),
                indexed("p", "e"),
                r"by chance (?:they would agree )?(?:on|in|is|:)? ?#",
                r"# (?:of them |of the \w+ |of (?:all )?cases )?by chance",
            ),
        },
        value=lambda observed, chance: (
            (observed - chance) / (1 - chance) if 0 < chance < observed <= 1 else None
        ),
        formula="(p_o − p_e)/(1 − p_e)",
        examples=(
            "The annotators' observed agreement is 0.85, the expected agreement is 0.6. "
            "Cohen's kappa is «0.625».",
            "Two raters agree in 80 % of the cases; by chance they would agree in 50 "
            "%.\n\nSo kappa = «0.6».",
        ),
    ),
    Relation(
        name="p-value of a permutation test",
        needs=("p-value|p value", "permut|shuffl"),
        result=(rf"(?:p-value|p value){SAID}#",),
        givens={
            "k": (
                r"# (?:of (?:them|the (?:shuffles|permutations)) )?(?:[a-z]+ ){0,3}?(?:at least"
                r"|as large|larger|as extreme|more extreme)",
                r"in # of (?:them|the)",
            ),
            "n": (r"# (?:[a-z]+ )?(?:permutations|shuffles|shufflings)",),
        },
        value=lambda k, n: [k / n, (k + 1) / (n + 1)] if 0 <= k <= n else None,
        formula="(k + 1)/(n + 1)",
        examples=(
            "We make 1,000 permutations. In 31 of them the difference is at least as large. "
            "The p-value is «0.032».",
        ),
    ),
)
