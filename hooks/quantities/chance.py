"""Chance: counts of successes, waiting times, coincidences, what samples miss, expected values."""

from fractions import Fraction
from math import comb, exp, factorial, log, sqrt

from hooks.quantities.phrases import ROUGHLY, SAID, chance_of, counted, named, sole, symbol
from hooks.quantities.relation import Relation

THINGS = (
    "trials|visitors|users|customers|draws|tosses|flips|throws|rolls|e-?mails|mails|messages|calls"
    "|requests|tests|hypotheses|comparisons|metrics|experiments|attempts|shots|parts|items|patients"
    "|people|persons|coins|servers|machines|disks|nodes|replicas|impressions|transactions|payments"
    "|products|components|steps|stages|leads|jobs|packets|tries|spins|questions|bits|features|bolts"
    "|services|models|classifiers|drives|players|students|sessions|clicks|orders|records|rows|words"
    "|tokens|hosts|calls|agents|sensors|links|invoices|children|raters|bulbs|chips|devices"
)
TRIALS = (
    r"(?:over|within|in|during) (?:the |a )?(?:next |course of )?@ (?:days|weeks|months|years"
    r"|nights)",
    counted(THINGS),
    symbol("n|N|m|k"),
    named(f"number of (?:{THINGS})(?! (?:until|till|before|needed))|sample size"),
)
EVENT = (
    "probability|chance|rate|risk|likelihood|reliability|accuracy|availability|share|success rate"
    "|conversion|CTR|uptime"
)
CHANCE = (
    rf"\b(?:{EVENT})(?:\s+(?:of|to|that|for|with)(?:\s+(?!of\b)[a-z-]+){{1,5}}?)?{SAID}#",
    rf"(?:probability|chance|rate|risk)\s+(?:of\s+)?{ROUGHLY}#",
    rf"#\s+(?:[a-z-]+\s+){{0,2}}?(?:{EVENT})\b",
    symbol(r"p|q|\\hat\s*p|α|alpha|θ|theta|ε|P\([A-Za-z ]{1,12}\)"),
    r"# (?:of (?:the |all |its |such )?[a-z]+ )?(?:are |is )?(?:buy|convert|click"
    r"|churn|fail|default|defective|succeed"
    r"|reliable|accurate|available|correct|right|lost|drop|open|reply|respond|wrong)",
    r"(?:succeeds?|fails?|works?|correct|right|wrong|available|lands?|converts?|true)"
    rf"(?: on heads| heads)?(?: in| with)?\s+{ROUGHLY}# of",
    r"(?:level|threshold)(?: of| is|:)? ?#",
)
MEAN_COUNT = (
    rf"poisson[^.;\d]{{0,60}}?\b(?:mean|rate|average|intensity|parameter)(?: "
    rf"number)?(?: count)?{SAID}#",
    rf"\b(?:mean|rate|average)(?: number)?(?: of [a-z]+)?{SAID}#(?= (?:[a-z]+ )?(?:per"
    r"|a|an|each|every)\b)",
    r"(?<![\w\\^_])\\?(?:λ|lambda|Λ)\s*[=≈]\s*#",
    r"# (?:[a-z]+ )?[a-z]+ (?:per|a|an|each|every) (?:second|minute|hour|day|week"
    r"|month|year|page|line)",
    r"# [a-z]+ (?:on average|in the mean)",
    r"on average,? (?:there (?:are|is) |we (?:get|see|have) |about )?# ",
    r"averag(?:es|ing) #",
)
ARRIVALS = (
    r"rate of (?:λ ?= ?)?# (?:[a-z]+ )?(?:per|an?|each|every)\b",
    r"on average,? # [a-z]+ (?:arrive|come|call|occur|are received)[a-z ]{0,10} (?:per|an?|each"
    r"|every)\b",
    r"# [a-z]+ (?:arrive |come |occur )?(?:per|an?|each|every) (?:second|minute|hour|day) on "
    r"average",
    symbol(r"λ|lambda"),
)
MEAN_TIME = (
    named("mean|average|expected"),
    r"(?:mean|average|expected) (?:[a-z]+ ){0,3}of #",
    r"(?:every|each) # (?:seconds|minutes|hours|days|weeks|months|years) on average",
)
RATE = (symbol(r"λ|lambda"), r"\brate(?: of| is|:)? ?(?:λ ?= ?)?#", r"# (?:[a-z]+ )?per ")
COUNT = (
    "number|count|total|binomial|distribution|variable|X|uniform|waiting|exponential"
    "|time|wait|delay"
)
SIDES = r"<sides>@[- ]sided (?:die|dice)"
BUCKETS = (
    r"@ (?:[a-z]+ ){0,2}?(?:buckets|slots|bins|shards|possible (?:values|hashes|ids"
    r"|keys|codes)|values|cells)",
    r"(?:number of (?:buckets|slots|shards)|table size)[^.\d]{0,15}#",
    symbol("m|M"),
)
KEYS = (
    r"# (?:[a-z]+ ){0,2}?(?:keys|items|users|ids|documents|features|words|records|entr"
    r"ies|strings|rows|objects|elements)",
    symbol("n|k"),
)
COUPONS = (
    r"@ (?:(?:different|distinct|types? of|kinds? of|equally likely|possible) "
    r"){0,3}(?:coupons|stickers|cards|toys"
    r"|figures|types|kinds|items|categories|pictures|faces|values|servers|users)",
    r"@[- ]sided",
    symbol("n"),
)
ROWS = (
    r"# (?:[a-z]+ ){0,2}?(?:rows|observations|examples|samples|records|points|data "
    r"points|instances|cases|users)",
    symbol("n|N"),
    named(
        "sample size|size of the (?:training|data) ?set|number of (?:rows|examples|observations)"
    ),
)
LIMITS = (
    r"uniform(?:ly)?(?: distribut\w+)?(?: random)?(?: variable)?(?: number)? (?:on"
    r"|over|between|from|in|across) "
    r"(?:the interval )?(?:U ?)?[\[(]?\s*",
    r"\b(?:U|Unif|Uniform|Uniform distribution on)\s*[\[(]\s*",
)
LOW = tuple(rf"{said}#\s*(?:,|and|to|–)\s*[-−\d.]" for said in LIMITS)
HIGH = tuple(rf"{said}[-−]?[\d.]+\s*(?:,|and|to|–)\s*#" for said in LIMITS)


def at_least_one(n: Fraction, p: Fraction) -> float | None:
    return 1 - (1 - float(p)) ** float(n) if 0 < p < 1 and n >= 1 else None


def none_at_all(n: Fraction, p: Fraction) -> float | None:
    return (1 - float(p)) ** float(n) if 0 < p < 1 and n >= 1 else None


def all_of_them(n: Fraction, p: Fraction) -> float | None:
    return float(p) ** float(n) if 0 < p < 1 and n >= 1 else None


def binomial_variances(n: Fraction, p: Fraction) -> list[Fraction]:
    """Of the number of successes, of their share, of one trial."""
    return [n * p * (1 - p), p * (1 - p) / n, p * (1 - p)] if 0 < p < 1 <= n else []


def binomial(n: Fraction, k: Fraction, p: Fraction) -> float | None:
    """P(X = k) of a binomial count."""
    if not (n.denominator == k.denominator == 1 and 0 <= k <= n <= 1000 and 0 < p < 1):
        return None
    return comb(int(n), int(k)) * float(p) ** int(k) * (1 - float(p)) ** int(n - k)


def poisson(λ: Fraction, k: Fraction) -> float | None:
    if k.denominator != 1 or not 0 <= k < 150 or not 0 < λ < 700:
        return None
    return exp(-λ) * float(λ) ** int(k) / factorial(int(k))


def coincidence(keys: Fraction, buckets: Fraction) -> list[float] | None:
    """That two keys share one of equally likely buckets, and its usual approximations."""
    if keys.denominator != 1 or not 1 < keys < min(buckets, 100_000):
        return None
    none = exp(sum(log(1 - i / float(buckets)) for i in range(1, int(keys))))
    pairs = float(keys * (keys - 1) / (2 * buckets))
    return [1 - none, 1 - exp(-pairs), 1 - exp(-float(keys * keys / (2 * buckets)))]


def harmonic_multiple(n: Fraction) -> float | None:
    """n·(1 + 1/2 + … + 1/n): the mean number of draws until all n kinds were seen."""
    return float(n) * sum(1 / i for i in range(1, int(n) + 1)) if 1 < n < 100_000 else None


def distinct(n: Fraction) -> list[float]:
    """Different rows of n drawn with replacement from n: n·(1 − (1 − 1/n)^n), about 0.632·n."""
    share = 1 - (1 - 1 / float(n)) ** float(n)
    return [n * share, float(n) * (1 - exp(-1)), n * 0.632, share]


def left_out(n: Fraction) -> list[float]:
    share = (1 - 1 / float(n)) ** float(n)
    return [n * share, float(n) * exp(-1), n * 0.368, share]


def first_success(k: int, word: str) -> Relation:
    """That the first success comes at a trial, whose number is a word."""
    return Relation(
        name=f"probability of the first success at trial {k}",
        needs=("first", word, "success|geometric|reply|hit|heads|sale|conversion|win"),
        result=chance_of(
            r"first (?:success|reply|hit|head|sale|conversion|win|click|purchase)[^.;:=\d]{0,30}?"
            rf"\b{word} (?:trial|attempt|try|toss|email|mail|call|throw|visitor|draw|flip|shot)"
        ),
        givens={"p": CHANCE},
        value=lambda p: (1 - p) ** (k - 1) * p if 0 < p < 1 else None,
        formula=f"(1 − p)^{k - 1}·p",
        calculated=True,
        examples=(
            "A call is a success with p = 0.2. The probability that the first success comes at the "
            f"{word} call is «{0.8 ** (k - 1) * 0.2:.4g}».",
        ),
    )


RELATIONS = (
    Relation(
        name="standard deviation of a binomial count",
        needs=("standard deviation|std", "binomial|independently"),
        result=(sole("standard deviation|std(?: dev)?|SD", COUNT),),
        close=True,
        givens={"n": TRIALS, "p": CHANCE},
        value=lambda n, p: [sqrt(v) for v in binomial_variances(n, p)],
        formula="√(n·p·(1 − p))",
        examples=(
            "100 visitors decide independently and buy with probability 0.07. "
            "The standard deviation of the number of sales is about «2.55».",
            "With n = 400 and p = 0.5 a binomial count has a mean of 200.\n\n"
            "- Standard deviation: «10»",
            "A binomial with $n = 1{,}000$ and $p = 0.1$: the standard deviation works out "
            "at «9.49».",
        ),
    ),
    Relation(
        name="variance of a binomial count",
        needs=("variance|var(", "binomial|independently|bernoulli"),
        result=(sole(r"variance|Var\(X\)", COUNT),),
        close=True,
        givens={"n": TRIALS, "p": CHANCE},
        value=binomial_variances,
        formula="n·p·(1 − p)",
        examples=(
            "Let X be binomial with n = 50 and p = 0.2. Its mean is 10 and its variance is «8».",
            "200 users decide independently; each converts with a probability of 5 %.\n\n"
            "* Variance of the number of conversions: «9.5»",
        ),
    ),
    Relation(
        name="mean of a binomial count",
        needs=("mean|expect|e[x]|e(x)", "binomial"),
        result=(
            r"(?:mean|expected (?:value|number|count)|expectation|E\[X\]|E\(X\))(?: of [a-z "
            rf"]{{1,40}}?)?{SAID}#",
        ),
        givens={"n": TRIALS, "p": CHANCE},
        value=lambda n, p: [n * p, p] if 0 < p < 1 <= n else None,
        formula="n·p",
        examples=(
            "Let X be binomial with n = 50 and p = 0.2. Its mean is «10» and its variance is 8.",
            "The number of clicks is binomial: 2,000 impressions with a probability of 3 % each. "
            "The expected number of clicks is thus «60».",
        ),
    ),
    Relation(
        name="expected number of successes",
        needs=(
            "expected number of|we expect|expects|can expect|should expect",
            "each|every|independent|probability|chance|rate",
        ),
        result=(
            r"(?:expected number of (?:successes|sales|conversions|clicks|failures|defects"
            r"|defective [a-z]+|heads|buyers"
            rf"|purchases|false positives|false alarms|events|hits|churners|defaults)){SAID}#",
            r"(?:expect|expects|should expect|can expect) (?:to (?:see|find|get) )?(?:about "
            r"|roughly |around )?"
            r"#(?= (?:successes|sales|conversions|clicks|failures|defects|defective|heads"
            r"|buyers|purchases|false (?:positives|alarms)))",
        ),
        givens={"n": TRIALS, "p": CHANCE},
        value=lambda n, p: n * p if 0 < p < 1 <= n else None,
        formula="n·p",
        examples=(
            "An ad is shown to 5,000 users; each clicks with a probability of 0.8 %. "
            "The expected number of clicks is «40».",
            "A line makes 1,200 parts a day, each defective with probability 0.015.\n\n"
            "So on a normal day you should expect to find «18» defective parts.",
        ),
    ),
    Relation(
        name="probability of at least one",
        needs=(
            "at least one|one or more|at least once|family-wise|any of",
            "independent|each|every|per|trials|probability|rate|chance",
        ),
        result=(
            r"(?:probability|chance|risk|likelihood|P)(?: of| that| for| to)?(?: "
            r"[a-z]+){0,2}? ?\(?(?:at least one|at least once|one or more|any of)"
            rf"(?:[^.;:=\d]|:(?=\s\d)){{0,60}}?(?:{SAID}|\s+(?:to|as)\s+{ROUGHLY})#",
            r"(?:at least one|at least once|one or more) (?:[a-z-]+ ){0,6}?(?:with (?:a |the "
            r")?|has a |(?:is|comes to) )"
            rf"(?:probability (?:of )?|chance (?:of )?)?{ROUGHLY}#",
            r"# (?:probability|chance|risk) (?:of|that|for)(?: [a-z]+){0,3}? (?:at least one"
            r"|one or more)",
        ),
        givens={"n": TRIALS, "p": CHANCE},
        value=at_least_one,
        formula="1 − (1 − p)ⁿ",
        examples=(
            "Each of 20 independent tests has a false positive rate of 5 %. "
            "The probability of at least one false positive is about «64.2 %».",
            "A disk fails within a year with a probability of 2 %, and we run 50 disks.\n\n"
            "The chance that at least one of them fails is thus «63.6 %».",
            "With p = 0.1 per attempt and n = 5 attempts, the probability of at least one "
            "success is «0.41».",
            "Every one of 12 servers is down with a probability of 1 %. There is a «11.4 %» "
            "chance that "
            "at least one of them is down.",
            "10 comparisons at α = 0.05 each.\n\n- P(at least one false positive) ≈ «0.401»",
        ),
    ),
    Relation(
        name="probability of none",
        needs=(
            "probability of no|chance of no|probability that no|chance that no|that none|of "
            "none|not a single",
            "independent|each|every",
        ),
        result=(
            r"(?:probability|chance|likelihood|P) ?(?:of|that|for|\()? ?(?:getting |having "
            r"|seeing |there (?:is|being) )?"
            r"(?:none|no (?:false (?:positive|alarm)s?|success(?:es)?|failures?|defects?"
            r"|defective [a-z]+|errors?)|not a single)"
            rf"[^.;:=\d]{{0,50}}?{SAID}#",
        ),
        givens={"n": TRIALS, "p": CHANCE},
        value=none_at_all,
        formula="(1 − p)ⁿ",
        examples=(
            "Each of 20 independent tests has a false positive rate of 5 %. "
            "The probability of no false positive at all is «35.8 %».",
            "Each part is defective with a probability of 3 %. A box holds 25 parts.\n\n"
            "The probability that none of them is defective is about «0.467».",
        ),
    ),
    Relation(
        name="probability that all succeed",
        needs=(
            "probability|chance|likelihood|availability|reliability|success rate|succeeds",
            "end-to-end|entire|whole|overall|that all|that every|that each|of all",
            "each succeeds|each is|independent|each step|every step|per step|each of|every "
            "one|each service|each "
            "call|each component|each stage",
            "succe|reliab|availab|right|heads",
        ),
        result=(
            r"(?:probability|chance|likelihood) (?:of|that) (?:all|every|each|the (?:whole"
            r"|entire|full)) ?(?:of )?[^.;:=\d]{0,60}?"
            rf"{SAID}#",
            r"(?:whole|entire|overall|complete|end-to-end) (?:chain|pipeline|agent|workflow"
            r"|task|system|run|sequence|success rate|reliability|availability)"
            rf"[^.;:=\d]{{0,40}}?(?:{SAID}|\s+(?:in|with|with a probability of)\s+)#",
        ),
        givens={
            "n": (
                counted(
                    "steps|stages|components|services|calls|modules|parts|links|tools|models"
                    "|servers"
                    "|actions|flips|tosses|heads|hops|machines|bits|tokens"
                ),
                symbol("n"),
            ),
            "p": CHANCE,
        },
        value=all_of_them,
        formula="pⁿ",
        examples=(
            "An agent needs 10 steps, and each succeeds with a probability of 95 %. "
            "The probability that all of them succeed is only «59.9 %».",
            "Each of the 5 services has an availability of 99.9 %. So the availability of "
            "the whole chain is «99.5 %».",
            "Every step is right in 98 % of the cases and independent of the others; a task "
            "has 20 steps.\n\n"
            "- The whole task succeeds with a probability of «66.8 %».",
        ),
    ),
    Relation(
        name="binomial probability",
        needs=(
            "of exactly|of precisely|for exactly|that exactly|to get exactly|getting exactly",
            "coin|binomial|independent|each|probability",
        ),
        result=(
            r"(?:probability|chance|likelihood|P) ?(?:of|that|for|to|\()? ?(?:[a-z]+ "
            rf"){{0,4}}?(?:exactly|precisely) <k>@[^.;:=\d]{{0,50}}?{SAID}#",
        ),
        givens={"n": TRIALS, "k": (), "p": CHANCE},
        value=binomial,
        formula="C(n, k)·pᵏ·(1 − p)ⁿ⁻ᵏ",
        examples=(
            "Each of 10 users converts with a probability of 20 %, independently of the others. "
            "The probability of exactly 2 conversions is «30.2 %».",
            "A binomial count has n = 5 and p = 0.3.\n\nThe probability of exactly two "
            "successes is about «0.309».",
        ),
    ),
    Relation(
        name="probability of two or more",
        needs=("two or more|at least two|more than one", "poisson"),
        result=("two or more|at least two|more than one",),
        givens={"λ": MEAN_COUNT},
        value=lambda λ: 1 - exp(-λ) * (1 + λ),
        formula="1 − e^(−λ)·(1 + λ)",
        examples=(
            "Requests are a Poisson process with $\\lambda = 3$ per second. So the probability of "
            "two or more requests in a second is about «80.1 %».",
        ),
    ),
    Relation(
        name="Poisson probability of none",
        needs=("no |none|zero|not a single|quiet", "poisson"),
        result=(
            r"(?:probability|chance|P) ?(?:of|that|for|\()? ?(?:[a-z]+ "
            r"){0,3}?(?:no|none|zero|not a single)\b"
            rf"[^.;:=\d]{{0,50}}?{SAID}#(?![^.\n]{{0,40}}binomial)",
        ),
        givens={"λ": MEAN_COUNT},
        value=lambda λ: exp(-λ) if λ < 700 else None,
        formula="e^(−λ)",
        examples=(
            "Calls are Poisson with a mean of 2 per minute. The probability of no call in a "
            "minute is «13.5 %».",
            "Bugs follow a Poisson distribution with λ = 0.5 per page.\n\n- The chance that "
            "a page has none is about «0.607».",
        ),
    ),
    Relation(
        name="Poisson probability of one or more",
        needs=("at least one|one or more", "poisson"),
        result=(
            rf"(?:probability|chance|P) ?(?:of|that|for|\()? ?(?:[a-z]+ ){{0,3}}?(?:at least "
            rf"one|one or more)\b[^.;:=\d]{{0,50}}?{SAID}#(?![^.\n]{{0,40}}binomial)",
        ),
        givens={"λ": MEAN_COUNT},
        value=lambda λ: 1 - exp(-λ) if λ < 700 else None,
        formula="1 − e^(−λ)",
        examples=(
            "Calls are Poisson with a mean of 2 per minute. The probability of at least one "
            "call in a minute is «86.5 %».",
        ),
    ),
    Relation(
        name="probability of exactly so many arrivals",
        needs=("exactly", "rate|average|mean|λ", "arriv|calls|requests|events|customers|emails"),
        result=chance_of(
            r"exactly <k>@ (?:calls?|requests?|events?|customers?|arrivals?|e?mails?|orders?"
            r"|visits?|visitors?)"
        ),
        givens={"λ": ARRIVALS, "k": ()},
        value=poisson,
        formula="e^(−λ)·λᵏ/k!",
        calculated=True,
        unless=("binomial", "hours", "minutes", "days"),
        examples=(
            "Calls arrive at a rate of λ = 4 per hour. P(exactly 2 calls) = «0.1465»",
            "On average 3 customers arrive per minute. The probability of exactly 5 customers in a "
            "minute is «10.1%».",
        ),
    ),
    Relation(
        name="probability of more than one arrival",
        needs=("more than one|at least two|two or more", "rate|average|mean|λ", "arriv|poisson"),
        result=chance_of(r"(?:more than one|at least two|two or more)"),
        givens={"λ": ARRIVALS},
        value=lambda λ: 1 - exp(-λ) * (1 + λ) if 0 < λ < 700 else None,
        formula="1 − e^(−λ)·(1 + λ)",
        calculated=True,
        unless=("binomial",),
        examples=(
            "Calls arrive at a rate of 2 per hour. The chance of more than one call within an "
            "hour is "
            "«0.594».",
        ),
    ),
    Relation(
        name="Poisson probability",
        needs=("exactly|precisely", "poisson"),
        result=(
            rf"(?:probability|chance|P) ?(?:of|that|for|to|\()? ?(?:[a-z]+ ){{0,4}}?(?:exactly"
            rf"|precisely) <k>@[^.;:=\d]{{0,50}}?{SAID}#(?![^.\n]{{0,40}}binomial)",
        ),
        givens={"λ": MEAN_COUNT, "k": ()},
        value=poisson,
        formula="e^(−λ)·λᵏ/k!",
        examples=(
            "Tickets are Poisson with λ = 4 per hour. The probability of exactly 2 tickets "
            "in an hour is «14.7 %».",
            "A Poisson count has a mean of 1.5.\n\nSo the probability of exactly three "
            "events is about «0.126».",
        ),
    ),
    Relation(
        name="standard deviation of a count by Poisson",
        needs=("standard deviation", "poisson"),
        result=(
            r"(?:standard deviation|SD) of (?:the|this) "
            r"(?:(?:hourly|daily|weekly|monthly|yearly) )?"
            r"(?:count|number of \w+)(?: (?:per|an|a|each) \w+)?",
        ),
        givens={"λ": MEAN_COUNT},
        value=lambda λ: sqrt(λ),
        formula="√λ",
        unless=("binomial",),
        examples=(
            "Alerts follow a Poisson distribution.\n\nA service has $\\lambda = 3$ alerts per hour."
            "\n\n- The standard deviation of the hourly count is «1.73».",
        ),
    ),
    Relation(
        name="standard deviation of a Poisson count",
        needs=("standard deviation", "poisson"),
        result=(sole("standard deviation|std(?: dev)?|SD", COUNT),),
        close=True,
        givens={"λ": MEAN_COUNT},
        value=lambda λ: sqrt(λ),
        formula="√λ",
        examples=(
            "The count is Poisson with a mean of 9 per day, so its standard deviation is «3».",
            "For a Poisson variable with λ = 6.25 the standard deviation equals «2.5».",
        ),
    ),
    Relation(
        name="mean waiting time until the first success",
        needs=(
            "until|the first|geometric",
            "until the first|to the first|before the first|for the first|geometric|until a",
            "expected number|mean number|average number|on average|geometric|takes|needs",
        ),
        result=(
            r"(?:expected|mean|average) (?:number of )?(?:trials|attempts|tries|flips|tosses"
            r"|rolls|draws|throws|visitors|shots|calls|steps|tests|emails|tickets)"
            rf"[^.;:=\d]{{0,60}}?{SAID}#",
            r"(?:takes?|needs?|requires?|wait) (?:us )?(?:on average|an average of|in the "
            rf"mean)?,? ?{ROUGHLY}#"
            r"(?= (?:trials|attempts|tries|flips|tosses|rolls|draws|throws|visitors|shots"
            r"|calls) (?:on average )?(?:until|before|to|for))",
            r"(?:expectation|mean|expected value) of the geometric(?: distribution| "
            rf"variable)?{SAID}#",
        ),
        givens={"p": CHANCE},
        value=lambda p: [1 / p, 1 / p - 1] if 0 < p < 1 else None,
        formula="1/p",
        examples=(
            "A visitor buys with a probability of 4 %. The expected number of visitors "
            "until the first sale is «25».",
            "Waiting for the first success is geometric: with p = 0.2 the mean number of "
            "attempts is «5».",
            "An attempt succeeds with probability 0.125, so it takes on average «8» "
            "attempts until the first success.",
        ),
    ),
    Relation(
        name="probability that the first success is at a given trial",
        needs=("first", "geometric|success"),
        result=(
            r"first success (?:is |comes |occurs |happens |arrives )?(?:on|at|in|with) "
            r"(?:the |trial |attempt )*(?:<k>@)"
            rf"[^.;:=\d]{{0,40}}?{SAID}#",
        ),
        givens={"k": (), "p": CHANCE},
        value=lambda k, p: float((1 - p) ** int(k - 1) * p) if 0 < p < 1 <= k < 1000 else None,
        formula="(1 − p)^(k − 1)·p",
        examples=(
            "A trial succeeds with a probability of 0.3. The probability that the first "
            "success comes on trial 3 is «0.147».",
        ),
    ),
    *(first_success(k, word) for k, word in enumerate(("second", "third", "fourth", "fifth"), 2)),
    Relation(
        name="share of the rows in a bootstrap sample",
        needs=("distinct|unique|different|original", "bootstrap"),
        result=(
            r"bootstrap (?:sample|replicate|set)[^.;\d]{0,60}? #(?= of (?:the |all |its "
            r")?(?:distinct|unique"
            r"|different|original|training)? ?(?:rows|observations|examples|data|samples|points"
            r"|records))",
        ),
        givens={},
        value=lambda: 1 - exp(-1),
        formula="1 − 1/e",
        unless=("never", "not ", "out-of-bag", "out of bag", "leave", "left out", "miss"),
        examples=("Each bootstrap sample contains about «63.2%» of the distinct rows.",),
    ),
    Relation(
        name="probability of waiting longer",
        needs=("longer than|more than|exceed|survive", "exponential"),
        result=(
            r"(?:probability|chance|P) ?(?:of|that|\()? ?[^.;:=\d]{0,50}?(?:longer than|more "
            r"than|exceeds?|survives?(?: for)?(?: at least)?|beyond) "
            rf"<t>#[^.;:=\d]{{0,40}}?{SAID}#",
        ),
        givens={"mean": MEAN_TIME, "t": ()},
        value=lambda mean, t: [exp(-t / mean), exp(-t * mean)],
        formula="e^(−t/mean)",
        examples=(
            "The waiting time is exponential with a mean of 5 minutes. "
            "The probability of waiting longer than 10 minutes is «13.5 %».",
            "The life of a disk is exponential; its mean is 4 years.\n\nThe probability "
            "that it survives 6 years is thus about «0.223».",
        ),
    ),
    Relation(
        name="median of an exponential time",
        needs=("median", "exponential"),
        result=(sole("median", COUNT),),
        close=True,
        givens={"mean": MEAN_TIME},
        value=lambda mean: [float(mean) * log(2), log(2) / mean],
        formula="ln 2 · mean",
        examples=(
            "Session lengths are exponential with a mean of 10 minutes. The median is "
            "therefore only «6.93» minutes.",
        ),
    ),
    Relation(
        name="mean of an exponential time",
        needs=("mean|average|expected", "exponential"),
        result=(
            r"(?:mean|average|expected) (?:waiting |life)?(?:time|lifetime|wait"
            rf"|value)[^.;:=\d]{{0,30}}?{SAID}#",
        ),
        givens={"λ": RATE},
        value=lambda λ: [1 / λ, 60 / λ, 3600 / λ, 1000 / λ],
        formula="1/λ",
        examples=(
            "Arrivals are exponential with rate λ = 4 per hour. The mean waiting time is "
            "«0.25» hours.",
            "The time between two requests is exponential with $\\lambda = 0.2$; its "
            "expected value is «5» seconds.",
        ),
    ),
    Relation(
        name="probability of a collision",
        needs=("collision|collide", "hash|bucket|slot|id|keys"),
        result=(
            rf"(?:probability|chance|risk) (?:of|that)[^.;:=\d]{{0,50}}?(?:collision"
            rf"|collide)[^.;:=\d]{{0,50}}?{SAID}#",
            r"(?:at least one collision|collision probability)[^.;:=\d]{0,40}?(?:with (?:a "
            r")?probability (?:of )?|is |: ?|= ?|≈ ?|of )"
            rf"{ROUGHLY}#",
        ),
        givens={"keys": KEYS, "buckets": BUCKETS},
        value=coincidence,
        formula="1 − exp(−n·(n − 1)/(2·m))",
        examples=(
            "We hash 100 keys into 10,000 buckets. The probability of at least one "
            "collision is about «39 %».",
            "With 50 users and 1,000 possible ids, the chance that two of them collide is "
            "«71.2 %».",
        ),
    ),
    Relation(
        name="expected number of colliding pairs",
        needs=("collision|collid", "hash|bucket|slot|id"),
        result=(
            r"(?:expected|mean|average) number of (?:collisions|colliding pairs|pairs that "
            rf"collide|pairwise collisions){SAID}#",
        ),
        givens={"keys": KEYS, "buckets": BUCKETS},
        value=lambda keys, buckets: [
            keys * (keys - 1) / (2 * buckets),
            keys * keys / (2 * buckets),
            float(keys) - float(buckets) * (1 - (1 - 1 / float(buckets)) ** float(keys)),
        ],
        formula="n·(n − 1)/(2·m)",
        examples=(
            "Feature hashing puts 1,000 words into 65,536 buckets. The expected number of "
            "colliding pairs is about «7.62».",
        ),
    ),
    Relation(
        name="coupons until the collection is complete",
        needs=(
            "expected number|average number|mean number|on average|in expectation",
            "coupon|collector|complete|all kinds|every kind|all sides|every side|album|all "
            "faces|every face|all types|every type",
        ),
        result=(
            r"(?:expected|mean|average) number of (?:draws|purchases|packs|boxes|coupons"
            r"|packets|rolls|throws|samples|requests|visits)"
            rf"[^.;:=\d]{{0,80}}?{SAID}#",
            rf"(?:takes?|needs?|requires?|buy|draw|roll)[^.;:=\d]{{0,30}}?(?:on average|an "
            rf"average of|in expectation),? {ROUGHLY}#",
        ),
        givens={"n": COUPONS},
        value=harmonic_multiple,
        formula="n·(1 + 1/2 + … + 1/n)",
        examples=(
            "There are 10 different stickers to collect. The expected number of packs until "
            "the album is complete is «29.3».",
            "To see all sides of a six-sided die takes on average «14.7» rolls.",
            "Coupon collector with n = 50: the expected number of draws is about «225».",
        ),
    ),
    Relation(
        name="different rows of a bootstrap sample",
        needs=("distinct|different|unique|in-bag|in the bag", "bootstrap"),
        result=(
            r"#(?= (?:of the )?(?:distinct|different|unique) (?:rows|observations|examples"
            r"|samples|records|points|instances|cases|users))",
            r"(?:number of )?(?:distinct|different|unique) (?:rows|observations|examples"
            rf"|samples|records|points|instances|cases|users)[^.;:=\d]{{0,40}}?{SAID}#",
        ),
        givens={"n": ROWS},
        value=lambda n: distinct(n) if n > 1 else None,
        formula="n·(1 − (1 − 1/n)ⁿ) ≈ 0.632·n",
        examples=(
            "A bootstrap sample of 1,000 rows contains about «632» distinct rows.",
            "Our data set has 5,000 examples. Each bootstrap sample has on average «3,161» "
            "different examples.",
        ),
    ),
    Relation(
        name="rows out of the bag",
        needs=("out of bag|out-of-bag|oob|left out|never drawn|not drawn", "bootstrap"),
        result=(
            r"(?:out-of-bag|out of bag|OOB) (?:set|sample|rows|examples|observations"
            rf"|part)?[^.;:=\d]{{0,40}}?(?:{SAID}|\s(?:holds|contains|has)\s+{ROUGHLY})#(?! "
            r"?%)(?! of)",
            rf"(?:leaves|leaving) (?:out )?{ROUGHLY}#(?= (?:rows|examples|observations|samples"
            r"|records|points|of them)?\s*(?:out|out-of-bag|out of bag|never drawn))",
            r"#(?= (?:rows|examples|observations|samples|records|points) (?:are |is |remain "
            r"|stay )?(?:out-of-bag|out of (?:the )?bag|left out|never drawn|not drawn))",
        ),
        givens={"n": ROWS},
        value=lambda n: left_out(n) if n > 1 else None,
        formula="n·(1 − 1/n)ⁿ ≈ 0.368·n",
        examples=(
            "With a bootstrap sample of 1,000 rows, about «368» rows are never drawn.",
            "A tree of the forest sees a bootstrap sample of the 20,000 examples. The "
            "out-of-bag set holds about «7,358» examples.",
        ),
    ),
    Relation(
        name="probability that a reservoir admits an element",
        needs=("probability|chance", "reservoir", "admit|accept|enter|kept|keep|replace"),
        result=(
            r"(?:line|element|item|record|row|event|number|the) (?:number )?<i>#(?:st|nd|rd"
            r"|th)?(?: (?:element|item|record|row|event|line))?"
            rf"[^.;:=\d]{{0,70}}?(?:probability|chance)(?: of)?(?: k/i| "
            rf"{ROUGHLY})?{SAID.replace('{1,2}', '{0,2}')}#",
        ),
        givens={
            "k": (
                r"reservoir (?:of |with |holds |size |keeps |has )(?:of |size )?@",
                r"(?:sample|keep|hold|want|draw)s? (?:of |a sample of |exactly |only )?@ "
                r"(?:random )?(?:lines|elements|items|records|rows|events|users)",
                symbol("k"),
            ),
            "i": (),
        },
        value=lambda k, i: k / i if 0 < k <= i else None,
        formula="k/i",
        examples=(
            "A reservoir of 50 lines samples a log. Line number 2,000 is admitted with a "
            "probability of «2.5 %».",
            "Reservoir sampling with k = 10: when element 400 arrives it enters with "
            "probability «0.025».",
        ),
    ),
    Relation(
        name="mean of a uniform variable",
        needs=("mean|expected|expectation", "uniform|u("),
        result=(sole("mean|expected value|expectation", COUNT),),
        close=True,
        givens={"a": LOW, "b": HIGH},
        value=lambda a, b: (a + b) / 2,
        formula="(a + b)/2",
        examples=(
            "X is uniform on [2, 10]. Its mean is «6».",
            "For U(0, 5) the expected value is «2.5».",
        ),
    ),
    Relation(
        name="variance of a uniform variable",
        needs=("variance", "uniform"),
        result=(sole("variance", COUNT),),
        close=True,
        givens={"a": LOW, "b": HIGH},
        value=lambda a, b: [(b - a) ** 2 / 12, ((b - a + 1) ** 2 - 1) / 12],
        formula="(b − a)²/12",
        examples=(
            "X is uniform on [2, 8]. Its variance is «3».",
            "A waiting time is uniformly distributed between 0 and 12 minutes.\n\n- Variance: «12»",
        ),
    ),
    Relation(
        name="standard deviation of a uniform variable",
        needs=("standard deviation", "uniform"),
        result=(sole("standard deviation|std(?: dev)?|SD", COUNT),),
        close=True,
        givens={"a": LOW, "b": HIGH},
        value=lambda a, b: [(b - a) / sqrt(12), sqrt(((b - a + 1) ** 2 - 1) / 12)],
        formula="(b − a)/√12",
        examples=(
            "A delay is uniform between 0 and 60 ms, so its standard deviation is «17.3» ms.",
        ),
    ),
    Relation(
        name="expected value of a die",
        needs=("sided",),
        result=(
            r"(?:expected value|mean|expectation) of (?:a |one |the )?(?:fair "
            rf")?{SIDES}[^.;:=\d]{{0,30}}?{SAID}#",
        ),
        givens={"sides": ()},
        value=lambda sides: (sides + 1) / 2,
        formula="(sides + 1)/2",
        examples=(
            "The expected value of a fair 20-sided die is «10.5».",
            "The mean of a six-sided die is «3.5».",
        ),
    ),
    Relation(
        name="expected sum of dice",
        needs=("sum of", "dice"),
        result=(
            r"(?:expected value|mean|expectation)(?: of the)? (?:of the )?sum of <n>@ "
            rf"(?:fair |six-sided |6-sided ){{0,2}}dice{SAID}#",
        ),
        givens={"n": ()},
        value=lambda n: n * 7 / 2,
        formula="3.5·n",
        examples=("The expected value of the sum of two dice is «7».",),
    ),
    Relation(
        name="number of pairs",
        needs=(
            "pairs|pairwise",
            "distinct|different|possible|unordered|unique|pairwise|such pairs",
        ),
        result=(
            r"(?:with|for|of|among|from) <n>@ [a-z]+,? (?:[a-z]+ ){0,6}?@ (?:distinct "
            r"|different |possible |unordered |unique |pairwise "
            r"){1,2}(?:pairs|comparisons)",
            r"<n>@ (?:models|variants|arms|groups|teams|players|items|documents|users"
            r"|features|points|treatments|classes) "
            r"(?:give|make|have|need|require|yield|lead to|mean|form) ?(?:to )?(?:about "
            r"|exactly )?@ (?:distinct |different |possible |unordered |unique |such "
            r"|pairwise ){1,2}(?:pairs|comparisons)",
        ),
        givens={"n": ()},
        value=lambda n: n * (n - 1) / 2 if n == int(n) else None,
        formula="n·(n − 1)/2",
        exact=True,
        examples=(
            "With 12 models there are «66» distinct pairs.",
            "Five variants need «10» pairwise comparisons.",
        ),
    ),
    Relation(
        name="number of ways to choose",
        needs=(
            "ways to|ways of|different ways|possible ways|distinct ways|combinations of"
            "|combinations to",
        ),
        result=(
            r"@ (?:different |possible |distinct )?(?:ways|combinations) (?:to|of) (?:choos"
            r"|pick|select|draw)(?:e|ing)? <k>@ [^.;:=\d]{0,30}?(?:out of|of|from|among) <n>@",
            r"(?:choose|pick|select|draw) <k>@ [^.;:=\d]{0,30}?(?:out of|from|among|of) <n>@ "
            r"[^.;:=\d]{0,40}?in @ (?:different |possible |distinct )?ways",
        ),
        givens={"k": (), "n": ()},
        value=lambda k, n: comb(int(n), int(k)) if 0 <= k <= n <= 200 else None,
        formula="C(n, k)",
        exact=True,
        examples=(
            "There are «120» ways to choose 3 features out of 10.",
            "We can pick two of 8 models in «28» different ways.",
        ),
    ),
    Relation(
        name="false positive rate of a Bloom filter",
        needs=("false positive", "bloom"),
        result=(
            r"false positive (?:rate|probability)|probability of a false positive|false positives",
        ),
        givens={
            "bits": (r"@ bits per (?:item|element|key|entry)", symbol("m/n")),
            "hashes": (r"@ hash(?:es| functions)", symbol("k")),
        },
        value=lambda bits, hashes: (1 - exp(-hashes / bits)) ** float(hashes),
        formula="(1 − e^(−k·n/m))ᵏ",
        examples=(
            "A Bloom filter with 10 bits per item and 7 hash functions has a false positive "
            "rate of about «0.82 %».",
        ),
    ),
    Relation(
        name="probability of becoming candidates by locality-sensitive hashing",
        needs=("candidate", "bands"),
        result=(
            rf"(?:similarity|jaccard)(?: of)? <s>#[^.;:=\d]{{0,60}}?(?:candidates?"
            rf"|probability)[^.;:\d]{{0,50}}?(?:{SAID}|\s+)#",
        ),
        givens={"bands": (r"@ bands", symbol("b")), "rows": (r"@ rows", symbol("r")), "s": ()},
        value=lambda bands, rows, s: 1 - (1 - float(s) ** float(rows)) ** float(bands),
        formula="1 − (1 − sʳ)ᵇ",
        examples=(
            "MinHash with 20 bands of 5 rows: two documents with a similarity of 0.8 become "
            "candidates with a probability of «99.96 %».",
            "LSH uses b = 10 bands with r = 4 rows each. At a Jaccard similarity of 0.5 the "
            "candidate probability is «0.476».",
        ),
    ),
    Relation(
        name="probability of a duplicate draw",
        needs=("replacement", "both|two|without"),
        result=(
            rf"(?:probability|chance) (?:that|of) both [^.;:=\d]{{0,60}}?without "
            rf"replacement[^.;:=\d]{{0,30}}?{SAID}#",
        ),
        givens={
            "k": (
                r"@ (?:red|blue|defective|black|white|green|good|bad|broken|spam)\b",
                r"(?:contains|has|with) @ ",
            ),
            "n": (
                r"(?:box|urn|bag|deck|batch|lot) (?:of|with|contains|has|holds) @",
                r"@ (?:balls|cards|parts|items) in (?:all|total)",
            ),
        },
        value=lambda k, n: k * (k - 1) / (n * (n - 1)) if 1 < k <= n else None,
        formula="k/n·(k − 1)/(n − 1)",
        examples=(
            "A box of 20 parts holds some bad ones: 5 defective parts in it. The "
            "probability that both of two parts drawn without replacement are defective is "
            "«0.0526».",
        ),
    ),
    Relation(
        name="expected largest of uniform draws",
        needs=("maximum|largest|max", "uniform"),
        result=(
            r"(?:expected|mean) (?:value of the )?(?:maximum|largest|max)(?: of)? (?:of "
            rf")?<n>@[^.;:=\d]{{0,40}}?{SAID}#",
        ),
        givens={"n": ()},
        value=lambda n: n / (n + 1),
        formula="n/(n + 1)",
        examples=("The expected maximum of 9 independent uniform draws is «0.9».",),
    ),
)
