"""Laws of one input: a quantity, the one that it follows from, and how texts name the two."""

import re

from hooks.pattern import Pattern
from hooks.record import record

SHARE, PERCENT, COUNT = "share", "percent", "count"


@record
class Name:
    """How a number is named: before it, with a link between the two, or right behind it.

    kind: a share, one in percent, or a count, if it must be one.
    """

    before: Pattern | None
    behind: Pattern | None
    kind: str


def name(before: str = "", behind: str = "", kind: str = "") -> Name:
    return Name(
        Pattern(rf"(?<![\w²-])(?:{before})(?![\w²^])", re.I) if before else None,
        Pattern(rf"(?<!\w)(?:{behind})(?!\w)", re.I) if behind else None,
        kind,
    )


@record
class Law:
    """How a number follows from another one, x.

    formulas: the first is meant, the others are no error either. where: formulas that are none
    only where the page says so. cues: of which one stands in the page, in small letters.
    signs: of which one stands in the sentence of the result.
    near: characters between the two at most. tolerance: of formulas that are rough.
    """

    law: str
    given: Name
    result: Name
    formulas: tuple[str, ...]
    cues: tuple[str, ...]
    signs: tuple[str, ...]
    where: tuple[tuple[str, Pattern], ...] = ()
    near: int = 110
    tolerance: float = 0.0


LOG2 = Pattern(r"\bbits?\b|log_?\{?2|log₂|\b2\^")
LOG10 = Pattern(r"log_?\{?10|log₁₀")
SQUARES = Pattern(r"squared|Brier|MSE")
ROWS = "rows|samples|observations|examples|points|records|cases"
BETA = r"β(?:_?[12₁₂])?|beta(?:_?[12])?|momentum(?: coefficient)?|decay(?: rate| factor)?"
LOGS = ("cross-entropy", "cross entropy", "log loss", "log-loss", "−ln", "-ln", r"\ln", "-log",
        "−log", r"-\log", "surpris")  # fmt: skip
CHI = "x*(1 - 2/(9*x) + {}*sqrt(2/(9*x)))**3"  # Wilson and Hilferty's approximation

LAWS = (
    Law(
        "perplexity = e^loss",
        name(
            "(?:(?:cross-?entropy|log|nll) )?loss(?: per token)?|cross-?entropy|nll"
            "|negative log-?likelihood|entropy",
            "nats",
        ),
        name("perplexity|ppl"),
        ("exp(x)",),
        ("perplexit", "ppl"),
        ("perplexity", "ppl"),
        (("2**x", LOG2),),
    ),
    Law(
        "bits = nats/ln 2",
        name(behind="nats"),
        name(behind="bits(?! per (?:byte|char))"),
        ("x/log(2)",),
        ("nats",),
        ("bits",),
        near=14,
    ),
    Law(
        "loss = −ln p",
        name(r"p̂?|probability(?: of the (?:true|correct|right) (?:class|token|word))?", kind=SHARE),
        name("(?<!the )(?:(?:cross-entropy|log) )?loss|surpris(?:al|e)"),
        ("-log(x)", "-log(1 - x)"),
        LOGS,
        ("loss", "surpris"),
        (("-log2(x)", LOG2), ("-log10(x)", LOG10), ("(1 - x)**2", SQUARES)),
        near=60,
    ),
    Law(
        "standard deviation = √variance",
        name(r"(?<!explained )variance(?: of \w+)?"),
        name(
            "(?<!noise )(?<!error )(?<!residual )(?<!pooled )(?:sd|std|standard deviation|σ)"
            "|s(?= [=≈])"
        ),
        ("sqrt(x)",),
        ("variance",),
        ("sd", "std", "deviation", "σ", "s =", "s ≈"),
        near=80,
    ),
    Law(
        "VIF = 1/(1 − r²)",
        name("correlation|r|ρ", kind=SHARE),
        name("vif|variance inflation(?: factor)?"),
        ("1/(1 - x**2)", "1/(1 - x)"),
        ("vif", "variance inflation"),
        ("vif", "inflation"),
    ),
    Law(
        "R² = r²",
        name("correlation(?: coefficient)?|r", kind=SHARE),
        name(r"r(?:²|\^2)", kind=SHARE),
        ("x**2",),
        ("correlation",),
        ("r²", "r^2"),
    ),
    Law(
        "share of the first of two components = (1 + r)/2",
        name("correlation", kind=SHARE),
        name(
            "first (?:principal )?component (?:would |will )?(?:just |only )?"
            "(?:explains?|carries|holds|accounts for|has)",
            kind=SHARE,
        ),
        ("(1 + x)/2",),
        ("eigenvalue",),
        ("first",),
        near=200,
    ),
    Law(
        "window = 1/(1 − β)",
        name(BETA, kind=SHARE),
        name(
            r"(?:effective |averaging )?(?:window|memory|horizon)(?: length)?|averag\w+ over"
            "|the last|remembers",
        ),
        ("1/(1 - x)", "(1 + x)/(1 - x)", "2/(1 - x)", "-1/log(x)", "log(0.5)/log(x)"),
        ("momentum", "exponential", "moving average", "adam", "ema"),
        ("window", "memory", "horizon", "averag", "the last", "remembers"),
    ),
    Law(
        "half-life = ln 0.5/ln β",
        name(BETA + "|γ|λ", kind=SHARE),
        name(r"half-?\s?life"),
        ("log(0.5)/log(x)", "log(2)/x", "log(0.5)/log(1 - x)"),
        ("half-life", "half life"),
        ("half",),
    ),
    Law(
        "scale = 1/(1 − rate of dropout)",
        name("drop(?:out|ping)?(?: rate| probability)?|p", kind=SHARE),
        name(r"(?:scale[sd]?|multipl(?:y|ies|ied))(?: up)?(?: \w+){0,2} by|scale(?: factor)?"),
        ("1/(1 - x)", "1 - x", "1/x", "x"),
        ("dropout",),
        ("scale", "multipl"),
    ),
    Law(
        "different rows of a bootstrap sample = 63.2 % of the rows",
        name(behind=ROWS, kind=COUNT),
        name(behind=f"(?:distinct|unique|different) (?:{ROWS}|ones)", kind=COUNT),
        ("(1 - exp(-1))*x",),
        ("bootstrap", "bagging", "out of bag", "out-of-bag", "random forest"),
        ("distinct", "unique", "different"),
        tolerance=0.01,
    ),
    Law(
        "rows out of bag = 36.8 % of the rows",
        name(behind=ROWS, kind=COUNT),
        name(
            behind=f"(?:(?:{ROWS}) )?(?:(?:are|is|stay|remain) )?(?:out[- ]of[- ]bag|left out|oob)",
            kind=COUNT,
        ),
        ("exp(-1)*x",),
        ("out of bag", "out-of-bag", "oob", "left out"),
        ("bag", "left out", "oob"),
        tolerance=0.01,
    ),
    Law(
        "odds ratio = e^coefficient",
        name(r"coefficient|slope|β(?:_?\d|[₀-₉])"),
        name(
            r"odds ratio|odds (?:are )?(?:multiplied )?by(?: a factor of)?|multipl\w+ the odds by"
        ),
        ("exp(x)", "exp(-x)"),
        ("odds",),
        ("odds",),
    ),
    Law(
        "probability = 1/(1 + e^−logit)",
        name("logit|log[- ]odds"),
        name("(?:predicted )?probability|p̂?", kind=SHARE),
        ("1/(1 + exp(-x))", "1/(1 + exp(x))"),
        ("logit", "log-odds", "log odds"),
        ("prob", "p =", "p̂", "p ≈"),
    ),
    Law(
        "critical value of χ² with these degrees of freedom",
        name("df|degrees? of freedom|dof", "degrees? of freedom|df", COUNT),
        name(r"critical value(?: at (?:the )?[\d.]+\s?%(?: level)?)?"),
        (
            *map(CHI.format, (1.645, 2.326, 1.2816, 3.09, 1.96)),
            "t.ppf(0.975, x)",
        ),
        ("chi-square", "chi square", "chi-squared", "χ²", r"\chi^2"),
        ("critical",),
        tolerance=0.025,
    ),
    Law(
        "z of a power",
        name("power", "power", PERCENT),
        name(r"z(?:[_ ]?(?:\{?1 ?[-−] ?)?β\}?|_power|_beta)?"),
        ("norm.ppf(x)",),
        ("power",),
        ("z",),
    ),
    Law(
        "P(none) = e^−λ",
        name("λ|lambda|mean"),
        name(r"P\((?:X ?= ?)?0\)|P\(no\w*\)", kind=SHARE),
        ("exp(-x)",),
        ("poisson",),
        ("p(",),
    ),
    Law(
        "scale of scores = √d",
        name(r"d_?\{?k\}?|dₖ|head dimension", kind=COUNT),
        name(r"divid\w+(?: \w+){0,2} by|scal\w+(?: \w+){0,2} by"),
        ("sqrt(x)", "1/sqrt(x)"),
        ("attention",),
        ("divid", "scal"),
    ),
)
