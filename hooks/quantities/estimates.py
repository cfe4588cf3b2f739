"""Estimates: confidence intervals as pairs of limits, sizes of samples, statistics from words."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, sqrt
from statistics import NormalDist

from hooks.quantities.phrases import ROUGHLY, SAID, leading, named, symbol
from hooks.quantities.relation import Relation
from hooks.quantities.samples import MARGIN, UNITS, size_of_rates
from hooks.quantities.significance import student_tail

INTERVAL = (
    r"(?:(?:confidence |Wald |normal )+(?:interval|limits|CI)|% interval|(?<=\d%\s)interval"
    r"|(?<=\d\s%\s)interval|\bCI)\b"
)
TO = r"(?:,|;|to|and|[–-]|\.\.\.?|…|, ?but)"
LOWER = (rf"{INTERVAL}[^.;\d(\[]{{0,90}}?[(\[]? ?{ROUGHLY}# ?(?:[a-z]+ )?{TO} ?[-−$€]?[\d.,]+",)
UPPER = (
    rf"{INTERVAL}[^.;\d(\[]{{0,90}}?[(\[]? ?{ROUGHLY}[-−$€]?[\d.,]*\d ?%?"
    rf" ?(?:[a-z]+ )?{TO} ?[$€]?#",
)
LEVEL = (
    r"(?:^|[^\d.])#(?=[- ](?:level )?(?:\([a-z -]{3,12}\) )?(?:two-sided )?(?:confidence|CI\b"
    r"|interval))",
    r"confidence(?: level)? (?:of |= ?)?#",
)
COUNTED_UNITS = rf"(?:{UNITS}|trials|tosses|flips|emails|mails|parts|calls|visits|runs|shots)"
OUT_OF = (
    r"(?:out of|of|among|in|from|with) (?:the |a sample of |all |our )?# (?:[a-z-]+ "
    rf"){{0,2}}?{COUNTED_UNITS}\b",
    rf"# (?:[a-z-]+ ){{0,2}}?{COUNTED_UNITS}\b",
    symbol("n|N"),
)
HITS = (
    r"# (?:of (?:them|whom|these|those) )?(?:have |had |are |were |would |say |said |did )?"
    r"(?:converted|convert|clicked|click|said|say|say yes|bought|buy|subscribed|subscribe|signed"
    r"|answered|agreed|agree|correct|right|successes|conversions|clicks|positive|heads|defective"
    r"|errors|failed|churned|respond|responded|pay|purchases|support|prefer)",
    r"(?<![\d.,])# (?:out )?of (?:the |all )?[\d,]+ (?:[a-z-]+ ){0,2}?[a-z]+",
    r"# successes",
)
RATE = (
    named("conversion(?: rate)?|proportion|share|rate|accuracy|CTR|click-through rate|error rate"),
    symbol(r"p|\\hat ?p|p̂"),
    leading("conversion rate|accuracy|click-through rate"),
)
MEAN = (
    named("mean|average|sample mean|mean difference|average difference|mean saving"),
    symbol(r"x̄|\\bar ?x|\\bar ?d|d̄|m|μ|\\mu|mean"),
    r"on average[^.;\d]{0,60}?# (?:seconds|minutes|points|ms|hours|days|percent|units|times|euros"
    r"|dollars|faster|slower|more|less|better)",
    r"averages? (?:of )?#",
)
DEVIATION = (
    r"(?:standard deviation|SD) of the [a-z]+ #",
    named("(?:sample )?standard deviation|std(?: dev)?|SD"),
    symbol(r"s|σ|\\sigma|sd|SD|s_d|s_D"),
    leading("standard deviation|SD"),
)
SAMPLE = (
    rf"# (?:[a-z-]+ ){{0,2}}?(?:{UNITS}|pairs|annotators|differences|folds|runs|seeds|raters"
    r"|employees"
    r"|drivers|stores|regions|children|trips|bottles|plants|days|animals|houses|apartments|calls"
    r"|shops|batches|deliveries)\b(?! of freedom)",
    symbol("n|N"),
    r"sample (?:size )?(?:of |= ?)#",
    r"sample size (?:is |= ?)?#",
)
ERROR = (named("standard error|SE|SEM"), symbol("SE|se"))
NEED = (
    r"(?:need|needs|needed|require|requires|required|takes?|ask|interview|survey|poll|collect"
    r"|recruit"
    r"|sample|answer is|size is|size of|get|gives|means|comes to|yields|amounts to)"
    rf" (?:at least |to (?:ask|have|survey|sample|interview) |a sample (?:size )?of )*{ROUGHLY}"
)
PEOPLE = (
    r"(?:people|persons|respondents|users|voters|answers|customers|participants|interviews"
    r"|visitors|subjects|patients|observations|samples|responses|measurements|units|students"
    r"|sessions)"
)
EACH = (
    r"(?:per|in each|in every|for each|each|in either) ?(?:group|arm|variant|branch|side|bucket)?"
)
EFFECT = (
    symbol(r"δ|\\delta|delta|MDE|d|Δ|\\Delta"),
    r"detect(?:ing)? (?:an? )?(?:difference|effect|change|improvement)(?: of)? #",
    named("minimum detectable (?:effect|difference)|MDE"),
)


def quantiles(confidence: Fraction, df: int | None = None) -> list[float]:
    """z of a two-sided interval, 2 for 95 %, and Student's t for few rows."""
    if not Fraction(1, 2) < confidence < 1:
        return []
    z = NormalDist().inv_cdf((1 + float(confidence)) / 2)
    return [
        z,
        *([2.0] if abs(confidence - Fraction(95, 100)) < Fraction(1, 1000) else []),
        *([student(float(1 - confidence), df)] if df and df < 200 else []),
    ]


def student(beyond: float, df: int) -> float:
    """The t beyond which a share of both tails lies, by bisection."""
    low, high = 0.0, 100.0
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if student_tail(middle, df) > beyond else (low, middle)
    return low


def shares_interval(p: Fraction, n: Fraction, c: Fraction, side: int) -> list[float]:
    """A limit by Wald, by Wilson, by Agresti and Coull (Brown, Cai, DasGupta 2001)."""
    if not (0 < p < 1 < n):
        return []
    p, n, made = float(p), float(n), []
    for z in quantiles(c):
        center = (p + z * z / (2 * n)) / (1 + z * z / n)
        wilson = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
        more = n + z * z
        made += [
            p + side * z * sqrt(p * (1 - p) / n),
            center + side * wilson,
            center + side * z * sqrt(center * (1 - center) / more),
        ]
    return made + [100 * limit for limit in made]


def limit_of_count(side: int) -> Callable:
    return lambda n, k, c=Fraction(95, 100): shares_interval(k / n, n, c, side) if 0 < k < n else []


def limit_of_rate(side: int) -> Callable:
    return lambda p, n, c=Fraction(95, 100): shares_interval(p, n, c, side)


def limit_of_mean(side: int) -> Callable:
    return lambda mean, s, n, c=Fraction(95, 100): (
        [float(mean) + side * z * float(s) / sqrt(n) for z in quantiles(c, int(n) - 1)]
        if n > 1 and s > 0
        else []
    )


def limit_of_error(side: int) -> Callable:
    return lambda mean, error, c=Fraction(95, 100): (
        [float(mean) + side * z * float(error) for z in quantiles(c)] if error > 0 else []
    )


NO_SIMPLE_INTERVAL = (
    *("bootstrap", "percentile", "contains", "covers", "overlap", "credible", "wilson", "exact"),
    *("odds", "ratio", "exponent", "log", "difference between", "difference in", "relative"),
)

OF_TWO_MEANS = ("lift", "treatment", "control")


def limits(
    side: int, said: Sequence[str], name: str, examples: dict[str, str]
) -> tuple[Relation, ...]:
    """One end of an interval: of a share from counts or a rate, of a mean from s or its error."""
    sources = {
        "of a share from counts": ({"n": OUT_OF, "k": HITS}, limit_of_count, "p ± z·√(p(1 − p)/n)"),
        "of a share": ({"p": RATE, "n": OUT_OF}, limit_of_rate, "p ± z·√(p(1 − p)/n)"),
        "of a mean": ({"mean": MEAN, "s": DEVIATION, "n": SAMPLE}, limit_of_mean, "x̄ ± z·s/√n"),
        "of an estimate": (
            {
                "mean": (*MEAN, *RATE, named("estimate|coefficient|effect|difference|uplift|lift")),
                "error": ERROR,
            },
            limit_of_error,
            "estimate ± z·SE",
        ),
    }
    return tuple(
        Relation(
            name=f"{name} {of}",
            needs=("% interval|confidence interval|% ci|confidence limits|) confidence",),
            result=tuple(said),
            givens={**givens, "c": LEVEL},
            value=value(side),
            formula=formula,
            bound=True,
            calculated=False,
            unless=NO_SIMPLE_INTERVAL + (() if "mean" in givens else ("difference",)),
            absent=OF_TWO_MEANS if value is limit_of_mean else (),
            near=value in (limit_of_rate, limit_of_error),
            examples=(examples[of],),
        )
        for of, (givens, value, formula) in sources.items()
    )


def size_for_share(
    margin: Fraction, c: Fraction = Fraction(95, 100), p: Fraction = Fraction(1, 2)
) -> list[float]:
    """n for a margin of a share: z²·p(1 − p)/margin²."""
    margin = margin / 100 if margin >= 1 else margin  # percentage points
    if not (0 < margin < Fraction(3, 10) and 0 < p < 1):
        return []
    made = [z * z * q * (1 - q) / float(margin) ** 2 for z in quantiles(c) for q in (float(p), 0.5)]
    return [one for value in made for one in (ceil(value), value)]


def size_for_mean(s: Fraction, margin: Fraction, c: Fraction = Fraction(95, 100)) -> list[float]:
    if not (s > 0 and margin > 0):
        return []
    made = [(z * float(s / margin)) ** 2 for z in quantiles(c)]
    return [one for value in made for one in (ceil(value), value)]


def size_of_two_means(s: Fraction, d: Fraction) -> list[float]:
    """Per group at 5 % two-sided, power 80 % and 90 %, and the rule of 16."""
    if not (s > 0 and d > 0):
        return []
    ratio = float(s / d) ** 2
    made = [16 * ratio, *(2 * (1.959964 + z) ** 2 * ratio for z in (0.841621, 1.281552))]
    return [one for value in made for one in (value, ceil(value), 2 * value)]


def chi_square(seen: tuple[Fraction, ...], expected: tuple[Fraction, ...]) -> Fraction | None:
    if len(seen) != len(expected) or not all(one > 0 for one in expected):
        return None
    return sum((a - b) ** 2 / b for a, b in zip(seen, expected, strict=True))


def t_of_mean(mean: Fraction, s: Fraction, n: Fraction, zero: Fraction) -> list[float]:
    if not (s > 0 and n > 1):
        return []
    made = float(mean - zero) / (float(s) / sqrt(n))
    return [made, -made]


OF_SHARES = "Out of 1,000 users, 120 converted. The 95% confidence interval is "
OF_RATES = "A conversion rate of 12% was seen with 1,000 users. The 95% confidence interval is "
OF_MEANS = (
    "A sample of 64 sessions has a mean of 12 minutes and a standard deviation of 4 minutes. The "
    "95% interval for the mean is "
)
OF_ESTIMATES = "The estimate is 5 with a standard error of 2. The 95% confidence interval is "

RELATIONS = (
    *limits(
        -1,
        LOWER,
        "lower limit",
        {
            "of a share from counts": f"{OF_SHARES}(«0.100», 0.140).",
            "of a share": f"{OF_RATES}[«10.0%», 14.0%].",
            "of a mean": f"{OF_MEANS}[«11.02», 12.98].",
            "of an estimate": f"{OF_ESTIMATES}(«1.08», 8.92).",
        },
    ),
    *limits(
        1,
        UPPER,
        "upper limit",
        {
            "of a share from counts": f"{OF_SHARES}(0.100, «0.140»).",
            "of a share": f"{OF_RATES}10.0% to «14.0%».",
            "of a mean": f"{OF_MEANS}[11.02, «12.98»].",
            "of an estimate": f"{OF_ESTIMATES}(1.08, «8.92»).",
        },
    ),
    Relation(
        name="sample size for a margin of a share",
        needs=(
            "people|respondents|users|voters|customers|participants|visitors|sample size"
            "|observations",
            "margin|±|percentage points|plus or minus",
            "confidence|p = 0.5|worst case|survey|poll|proportion|margin of error|share",
        ),
        result=(
            rf"{NEED}#(?= (?:[a-z]+ )?{PEOPLE}\b(?! per))",
            rf"(?:required |necessary |minimum |needed )?sample size(?: [a-z]+){{0,4}}?{SAID}#",
        ),
        givens={
            "margin": (
                *MARGIN,
                r"(?:within|plus or minus) ?# (?:percentage )?points?",
                r"# (?:percentage )?points? (?:of )?(?:margin|either)",
            ),
            "c": LEVEL,
            "p": (r"\bp ?[=≈] ?#", named("expected (?:share|proportion|rate)")),
        },
        value=size_for_share,
        formula="z²·p(1 − p)/margin²",
        bound=True,
        calculated=True,
        unless=("deviation", "σ", "per group", "per arm"),
        absent=("deviation", "σ"),
        examples=(
            "For a margin of error of 3 % in the worst case p = 0.5 we need about «1,067» "
            "respondents.",
            "A survey shall have a margin of error of 5 %. The required sample size is «385».",
            "To estimate a proportion within ±3 percentage points at 95% confidence, you need "
            "«1,068» respondents.",
            "For a margin of error of 5% (95% confidence, worst case p = 0.5) we'd have to ask "
            "«385» "
            "people.",
            "Plug in p = 0.5, the worst case. For a 95% confidence interval of ±2 percentage "
            "points "
            "you need «2,401» respondents.",
        ),
    ),
    Relation(
        name="sample size for a margin of a mean",
        needs=("need|sample|n =|n ≈", "margin|±|within|plus or minus|half-width", "deviation|σ"),
        result=(
            rf"{NEED}#(?= (?:[a-z]+ )?{PEOPLE}\b(?! per))",
            rf"(?:required |necessary |minimum |needed )?sample (?:size )?(?:of|is|=|≈) {ROUGHLY}#",
        ),
        givens={
            "s": DEVIATION,
            "margin": (
                r"margin(?: of error)?(?: of| is| =)* ?#",
                MARGIN[0],
                r"(?:within|plus or minus) ?#",
                r"half-width(?: of)? #",
            ),
            "c": LEVEL,
        },
        value=size_for_mean,
        formula="(z·s/margin)²",
        bound=True,
        calculated=True,
        examples=(
            "The standard deviation is 15. To get a 95% margin of error of 2 you need a sample of "
            "«217» people.",
        ),
    ),
    Relation(
        name="sample size per group for a difference of means",
        needs=(
            "per group|per arm|per variant|each group|each of the|in each|each arm|in every|for "
            "each",
            "deviation|σ",
            "power|detect|δ",
        ),
        result=(
            r"(?:detect(?:ing)? )(?:an? )?(?:difference|effect|change|improvement) of <d>#"
            rf"[^.;\d]{{0,60}}? {ROUGHLY}#(?= (?:[a-z]+ )?{PEOPLE} {EACH})",
            rf"{NEED}#(?= (?:[a-z]+ )?{PEOPLE} {EACH})",
        ),
        givens={"s": DEVIATION, "d": EFFECT},
        value=size_of_two_means,
        formula="2·(1.96 + 0.84)²·σ²/δ²",
        calculated=True,
        unless=("rate", "conversion"),
        examples=(
            "Revenue per user has a standard deviation of 40 and we want to detect a "
            "difference of 2 with a power of 80 %. "
            "We need about «6,280» users per group.",
            "σ = 20, δ = 2, α = 0.05 two-sided, power 80%. We need roughly «1,570» users per "
            "group.",
            "Session time has σ = 20 seconds, power = 80%.\n\nDetecting a difference of 1 second "
            "takes "
            "about «6,280» users per group.",
        ),
    ),
    Relation(
        name="sample size per group for two rates",
        needs=(
            "per group|per arm|per variant|each group|each of the|in each|each arm|in every|for "
            "each",
            "power|detect",
            "base|conver|rate",
        ),
        result=(
            rf"{NEED}#(?= (?:[a-z]+ )?{PEOPLE} {EACH})",
            r"each (?:of the (?:two )?)?(?:group|arm|variant)s? (?:then |thus )?(?:needs"
            r"|requires) "
            rf"{ROUGHLY}#(?= {PEOPLE})",
        ),
        givens={
            "p": (
                r"\bbase ?line(?: (?:conversion )?(?:rate)?)?(?: of| is| at|:| =)* ?#",
                r"(?:conversion|rate)(?: rate)? (?:of|is|at) (?:currently )?#",
                r"from # to [\d.]",
            ),
            "q": (
                r"(?:target|increase|rise|lift|improvement|uplift|change|go up|growth)(?: "
                r"[a-z]+){0,3}? to #",
                r"from [\d.]+ ?%? to #",
                r"\btarget(?: (?:conversion )?rate)?(?: of| is|:| =)* ?#",
            ),
        },
        value=size_of_rates,
        formula="(1.96 + 0.84)²·(p₁(1 − p₁) + p₂(1 − p₂))/δ²",
        examples=(
            "Baseline 8 %, target 9 %, $\\alpha = 0.05$ two-sided, power 80 %.\n\n- Each of the "
            "two groups needs about «12,200» users.",
            "We want 80 % power. Baseline 10 %, we want to detect an increase to 12 %.\n\nThat "
            "amounts to roughly «3,900» users in each group.",
            "The baseline conversion is 10% and we want to detect an increase to 12% with 80% "
            "power "
            "at α = 0.05. We need about «3,840» users per group.",
        ),
    ),
    Relation(
        name="t statistic of differences",
        needs=(
            "t statistic|t-statistic| t =| t ≈|t value|t-value|test statistic| t is",
            "deviation|s =|sd|σ",
        ),
        result=(
            rf"\bt(?:[- ](?:statistic|value|score))?(?: of (?:the|this) [a-z ]{{1,20}}?)?{SAID}#",
            rf"\btest statistic(?: t)?{SAID}#",
        ),
        givens={
            "mean": (
                named("(?:mean|average) (?:difference|saving|gain|change|of the differences)"),
                MEAN[2],
                symbol(r"d̄|\\bar ?d"),
            ),
            "s": DEVIATION,
            "n": SAMPLE,
        },
        value=lambda mean, s, n: t_of_mean(mean, s, n, Fraction(0)),
        formula="d̄/(s/√n)",
        calculated=True,
        unless=("welch", "two-sample", "critical", "correlation", "group"),
        examples=(
            "Mean difference 3, standard deviation of the differences 6, 36 pairs. The t "
            "statistic is "
            "«3».",
            "16 users try both versions. On average B is 1.5 seconds faster, with a standard "
            "deviation "
            "of 2 seconds. The paired t statistic is «3.0».",
        ),
    ),
    Relation(
        name="t statistic of a mean",
        needs=(
            "t statistic|t-statistic| t =| t ≈|t value|t-value|test statistic| t is",
            "deviation|s =|sd|σ",
        ),
        result=(
            rf"\bt(?:[- ](?:statistic|value|score))?{SAID}#",
            rf"\btest statistic(?: t)?{SAID}#",
        ),
        givens={
            "mean": (
                named("(?:(?:sample|observed) )?(?:mean|average)"),
                symbol(r"x̄|\\bar ?x|\\bar x"),
            ),
            "s": DEVIATION,
            "n": SAMPLE,
            "zero": (
                r"(?:H0|H_0|H₀|null)[^.;\d]{0,30}?(?:μ|\\mu|mean)[^.;\d]{0,8}#",
                symbol(r"μ_?0|μ₀|\\mu_?0"),
                named(
                    "target(?: [a-z]+)?|(?:claimed|hypothesi[sz]ed|advertised|nominal) (?:mean"
                    "|value)"
                ),
            ),
        },
        value=t_of_mean,
        formula="(x̄ − μ₀)/(s/√n)",
        calculated=True,
        unless=("welch", "two-sample", "critical", "correlation", "group"),
        examples=(
            "16 batches, target weight μ₀ = 50 g, observed mean 52.4 g and s = 4.8 g. The t "
            "statistic "
            "is «2.0».",
        ),
    ),
    Relation(
        name="chi-square statistic",
        needs=("chi|χ|\\chi", "expected", "observed"),
        result=(
            r"(?:χ²|χ\^2|\\chi\^2|chi-?squared?|chi square)(?: (?:test )?(?:statistic|value))?"
            rf"(?: of (?:the|this) [a-z]+)?{SAID}#",
        ),
        givens={
            "seen": (
                r"observed(?: (?:counts?|frequencies|values|numbers))?(?: are| were|:| =)* ?[#]",
                r"|observed(?: counts?)?",
            ),
            "expected": (
                r"expected(?: (?:counts?|frequencies|values|numbers))?(?: are| were|:| =)* ?[#]",
                r"|expected(?: counts?)?",
            ),
        },
        value=chi_square,
        formula="Σ(O − E)²/E",
        calculated=True,
        examples=(
            "Observed counts are 30 and 70, expected 50 and 50. The chi-square statistic is «16».",
            "| | red | blue | green |\n|---|---|---|---|\n| observed | 20 | 30 | 50 |\n"
            "| expected | 30 | 30 | 40 |\n\nThe χ² statistic is «5.83».",
        ),
    ),
    Relation(
        name="degrees of freedom of a table of counts",
        needs=("degrees of freedom|df", "×| x |by"),
        result=(
            r"<r>@[- ]?(?:×|x|by)[- ]?<c>@(?: contingency| table)+[^.;\d]{0,60}?(?:has|with|have"
            r"|gives"
            r"|:|=|are|is) ?(?:df ?= ?)?@(?=[\s.,;)])",
        ),
        givens={"r": (), "c": ()},
        value=lambda r, c: (r - 1) * (c - 1) if 1 < r < 50 and 1 < c < 50 else None,
        formula="(rows − 1)·(columns − 1)",
        exact=True,
        examples=(
            "A chi-square test of independence in a 3 × 4 table has «6» degrees of freedom.",
            "For a 2 by 5 contingency table of the chi-square test the df = «4».",
            "The 3×4 table has «6» degrees of freedom.",
        ),
    ),
)
