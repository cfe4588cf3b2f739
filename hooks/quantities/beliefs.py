"""Beliefs after evidence: sources, urns and words in mail, tests, conjugate priors."""

from fractions import Fraction

from hooks.quantities.phrases import ROUGHLY, SAID, chance_of, leading, named
from hooks.quantities.relation import Relation

PREVALENCE = (
    named("prevalence|base rate|prior(?: probability)?(?! odds)|incidence"),
    leading("prevalence|base rate"),
    r"# (?:(?:of (?:the |all )?)?(?:[a-z]+ ){1,2}?)?(?:are|have|is|has|suffer|carry) (?:the |a "
    r"|an )?(?:disease|disorder|ill|sick|fraud\w*|spam|infected|condition|virus"
    r"|defective|depress\w*|toxic)",
    r"(?:affects|occurs in) (?:about |only )?#",
    r"(?:disease|disorder|condition|infection|virus)[^.;\d]{0,30}?(?:affects|has a "
    r"prevalence of|in) #",
)
SENSITIVITY = (
    named("sensitivity|recall|true positive rate|TPR|detection rate|hit rate"),
    leading("sensitivity|recall|true positive rate"),
    r"(?:detects|catches|finds|flags|recogni[sz]es|identifies) # of (?:the |all )?"
    r"(?:actual |true |real )?(?:[a-z]+ )?(?:ill|sick|fraud\w*|spam|cases|people with|users with"
    r"|infected"
    r"|affected|them|those|positives|patients)",
)
FALSE_ALARMS = (
    named("false positive rate|FPR|false alarm rate|fall-?out"),
    leading("false positive rate|false alarm rate"),
    r"(?:wrongly |falsely |also |mistakenly )+(?:flags|alarms|blocks|marks|reports"
    r"|is positive for|accuses) # of (?:the |all )?(?:[a-z]+ )?(?:healthy|legitimate"
    r"|honest|others|ham|non-[a-z]+|rest|unaffected|normal|genuine)",
)
SPECIFICITY = (
    named("specificity|true negative rate|TNR"),
    leading("specificity|true negative rate"),
)
BAD = r"(?:defective|defects?|faulty|broken|bad|scrap|errors?|failures?|flawed|late)"
ITS_SHARE = r"(?:makes?|produces?|manufactures?|supplies|supply|delivers?|handles?|serves?|ships?)"
MAIL = r"(?:spam|junk)(?: e-?mails?| mails?| messages?)?"
HAM = (
    r"(?:ham|non-?spam|legitimate|genuine|normal|real|good|regular|not spam)(?: e-?mails?| mails?"
    r"| messages?| ones)?"
)
MAILS = r"(?:e-?mails?|mails?|messages?)"
RATIO = (
    r"(?:likelihood ratio|LR\+?|LR₊|Bayes factor|positive likelihood ratio)[^.;:=\d]{0,40}?"
    rf"{SAID}(?:[\d.]+ ?[/÷] ?[\d.]+ ?[=≈] ?)?#",
)
WORD_ROW = r'|P ?\( ?["“”\w ]{1,20}\\?\| ?(?:class|c|y|label) ?\)'
PRIOR_CHANCE = (
    named(r"prior(?: probability| chance)?(?! odds)|base rate|prevalence|pre-?test probability"),
    r"(?:before|beforehand|initially|a priori)[^.;=\d]{0,60}?# (?:chance|probability|risk|likely)",
    r"(?:before|initially|a priori)[^.;=\d]{0,60}?(?:chance|probability)(?: of| is)? #",
    r"# (?:prior|of (?:all |the )?[a-z]+ (?:are|have) )",
)
SUCCESSES = (
    "successes|heads|clicks|conversions|purchases|sales|hits|wins|positives|buyers|converted"
    "|convert|click|clicked|bought|buy|subscribed|subscribe|signed up|sign up|succeeded|succeed"
    "|respond|responded|heads up|ones"
)
FAILURES = "failures|tails|losses|misses|zeros|non-conversions|non-clicks"
TRIALS = (
    "trials|visitors|users|tosses|flips|throws|customers|views|impressions|attempts|games"
    "|sessions|people|patients|shots|visits|observations|emails|mails|subjects|shoppers"
)
SEEN = (rf"@ (?:of (?:them|whom|these) )?(?:are |were |have |will )?(?:{SUCCESSES})\b",)
SEEN_FAILURES = (rf"@ (?:were |are )?(?:{FAILURES})\b",)
TRIED = (rf"@ (?:[a-z]+ )?(?:{TRIALS})\b", rf"(?:in|out of|of|after) @ (?:{TRIALS})\b")
BETA = r"Beta ?\( ?(?:α ?= ?|a ?= ?)?"
FIRST = (
    rf"prior[^.;\d]{{0,60}}?{BETA}#",
    rf"{BETA}#[^)]*\)[^.;\d]{{0,20}}prior",
    rf"(?:start|begin|believe)[^.;\d]{{0,60}}?{BETA}#",
)
SECOND = (
    rf"prior[^.;\d]{{0,60}}?{BETA}[\d.]+ ?, ?(?:β ?= ?|b ?= ?)?#",
    rf"{BETA}[\d.]+ ?, ?(?:β ?= ?|b ?= ?)?# ?\)[^.;\d]{{0,20}}prior",
    rf"(?:start|begin|believe)[^.;\d]{{0,60}}?{BETA}[\d.]+ ?, ?#",
)
GAMMA = r"Gamma ?\( ?(?:α ?= ?|a ?= ?|shape ?= ?)?"
EVENTS = (
    "calls|events|arrivals|visits|orders|claims|accidents|failures|requests|goals|sales"
    "|customers|emails|mails|tickets|clicks|purchases|complaints|crashes|outages"
)
PERIODS = (
    "days|hours|weeks|minutes|months|years|periods|intervals|seconds|observations|games|shifts"
)


def share(prior: Fraction, one: Fraction, other: Fraction) -> Fraction | None:
    """Of two hypotheses, the first one's posterior."""
    if not (0 < prior < 1 and 0 <= one <= 1 and 0 <= other <= 1 and one + other > 0):
        return None
    return prior * one / (prior * one + (1 - prior) * other)


def by_words(
    priors: tuple[Fraction, ...], word: tuple[Fraction, ...], other: tuple[Fraction, ...]
) -> list[Fraction] | None:
    """The first class's posterior after a word, with the other word in the mail, too, or not."""
    if not len(priors) == len(word) == len(other) == 2 or abs(sum(priors) - 1) > Fraction(1, 50):
        return None
    both = [a * b for a, b in zip(word, other, strict=True)]
    alone = [a * (1 - b) for a, b in zip(word, other, strict=True)]
    return [
        made for one in (word, both, alone, other) if (made := share(priors[0], *one)) is not None
    ]


def of_two_sources(
    one: Fraction, other: Fraction, its: Fraction = Fraction(0), others: Fraction = Fraction(0)
) -> Fraction | None:
    """The posterior of the first source; one of the shares may be "the rest"."""
    if not (its or others) or (its and others and abs(its + others - 1) > Fraction(1, 50)):
        return None
    return share(its or 1 - others, one, other)


def healthy(prevalence: Fraction, sensitivity: Fraction, specificity: Fraction) -> Fraction | None:
    """Negative predictive value."""
    if not all(0 < one < 1 for one in (prevalence, sensitivity, specificity)):
        return None
    true = specificity * (1 - prevalence)
    return true / (true + (1 - sensitivity) * prevalence)


def by_odds(prior: Fraction, ratio: Fraction) -> Fraction | None:
    if not (0 < prior < 1 and ratio > 0):
        return None
    odds = prior / (1 - prior) * ratio
    return odds / (1 + odds)


def urn(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> Fraction | None:
    """Of two urns as likely as each other, the second's posterior after its first color."""
    if not all(one >= 0 and one == int(one) for one in (a, b, c, d)) or not (a + b and c + d):
        return None
    one, other = Fraction(a, a + b), Fraction(c, c + d)
    return other / (one + other)


MACHINES = r"(?:machine|factory|supplier|plant|line|vendor|server|source)"
OF_SHARE = rf"[^.;\d]{{0,30}}?\b{ITS_SHARE} {ROUGHLY}"
OF_BAD = rf"(?: of [a-z ]{{0,30}}?)? ?(?:are |is )?(?:the )?{BAD}"


def rates(label: str) -> tuple[str, ...]:
    """How a text says what share of the things of a source, "A" or "1", is bad."""
    name = rf"\b{MACHINES} {label}\b"
    return (
        rf"{name}[^.;\d]{{0,60}}?#{OF_BAD}",
        rf"{name}[^.;\d]{{0,60}}?[\d.]+ ?%[^.;\d]{{1,60}}#{OF_BAD}",
        rf"{name}[^.;\d]{{0,60}}?(?:[\d.]+ ?%[^.;\d]{{1,50}})?{BAD}(?: rate)?{SAID}#",
        rf"# of (?:the )?(?:parts |items |goods |products )?(?:from |of |made by )?{MACHINES} "
        rf"{label}"
        rf"(?:['’]s [a-z]+)? (?:are|is) {BAD}",
    )


def source(mine: str, other: str, example: str) -> Relation:
    """The posterior of one of two sources whose shares and rates stand in words of their own."""
    return Relation(
        name=f"posterior of source {mine[3]}",
        needs=(
            "machine|factory|supplier|plant|line|vendor|server|source",
            "from|made|produced|comes|came",
            "defective|defects|faulty|broken|are late|fail",
            "probability|chance|posterior|bayes",
        ),
        result=chance_of(
            rf"(?:from|made (?:by|in|at)|produced (?:by|in|at)|by|due to) (?:the )?{MACHINES} "
            rf"{mine}\b"
        ),
        givens={
            "one": rates(mine),
            "other": rates(other),
            "its": (rf"\b{MACHINES} {mine}\b{OF_SHARE}#",),
            "others": (rf"\b{MACHINES} {other}\b{OF_SHARE}#",),
        },
        value=of_two_sources,
        formula="share·rate/Σ share·rate",
        calculated=True,
        examples=(example,),
    )


RELATIONS = (
    source(
        "(?:A|1)",
        "(?:B|2)",
        "Machine A makes 60% of the parts and 3% of its parts are defective. Machine B makes the "
        "rest, "
        "with 5% defects. A defective part came from machine A with a probability of «0.474».",
    ),
    source(
        "(?:B|2)",
        "(?:A|1)",
        "Machine B makes 40% of the parts and 5% of its parts are defective. Machine A has 3% "
        "defects. "
        "The chance that a defective part came from machine B is «0.526».",
    ),
    Relation(
        name="posterior from a word in mail",
        needs=("spam", "ham|non-spam|legitimate|genuine|normal|not spam"),
        result=chance_of(r"spam"),
        givens={
            "prior": (
                rf"# of (?:all |the |our |incoming )?{MAILS} (?:is|are) spam",
                rf"(?:prior|base rate|share of spam)(?: [a-z]+){{0,4}}?{SAID}#",
                r"\bP ?\( ?spam ?\) ?= ?#",
                r"spam (?:makes up|accounts for) #",
            ),
            "one": (
                rf"# of (?:the |all )?{MAIL}\b",
                rf"(?:in|of) {MAIL} (?:with|in) (?:a )?(?:probability|rate)?(?: of)? ?#",
                r"\bP ?\( ?[^()|]{1,20}\|\s*spam ?\) ?= ?#",
            ),
            "other": (
                rf"# of (?:the |all )?{HAM}\b",
                r"\bP ?\( ?[^()|]{1,20}\|\s*(?:ham|not spam|non-spam|¬ ?spam) ?\) ?= ?#",
            ),
        },
        value=share,
        formula="P(spam)·P(word | spam)/P(word)",
        calculated=True,
        unless=("% of", "p(spam) =", "missing", "without", " no ", "absent", "not in "),
        examples=(
            '20% of e-mails are spam. "winner" occurs in 30% of spam and in 1% of ham. A mail with '
            '"winner" is therefore spam with probability «0.882».',
            "P(spam) = 0.4, P(free | spam) = 0.3 and P(free | ham) = 0.05.\\n\\nThe probability "
            "that a "
            "mail with it is spam is «0.8».".replace("\\n", "\n"),
        ),
    ),
    Relation(
        name="posterior of two rows of likelihoods",
        needs=("spam|class|posterior", "prior", "|"),
        result=(
            *chance_of(r"(?:it|e-?mail|mail|message|that|this) (?:is|being) spam"),
            rf"(?:posterior )?(?:probability|chance) (?:of|for) spam{SAID}#",
        ),
        givens={
            "priors": (r"|(?:prior|P\(class\)|P\(c\))(?: probability)?",),
            "word": (WORD_ROW,),
            "other": (WORD_ROW,),
        },
        value=by_words,
        several=16,
        formula="prior·likelihood/Σ prior·likelihood",
        examples=(
            "| | spam | ham |\n|---|---|---|\n| prior | 0.3 | 0.7 |\n"
            '| P("free" \\| class) | 0.40 | 0.05 |\n\n'
            "The probability that it is spam is about «0.774».",
        ),
    ),
    Relation(
        name="probability of illness after a positive result",
        needs=(
            "positive|flagged|alarm|alert|ill|sick|disease|infected",
            "sensitivity|recall|true positive rate|detects|catches|tpr|identifies|finds",
            "specificity|true negative rate|false positive rate|false alarm|falsely|wrongly",
        ),
        result=(
            rf"(?:positive|flagged|alarm|alert)[^.;\d%]{{0,80}}?(?:with|has|have|at|is|of|only"
            r"|just) "
            rf"{ROUGHLY}#(?= (?:probability|chance|likely|likelihood))",
            r"(?:given|after|with|despite|following) (?:a |an |one |the )?(?:positive|alarm"
            rf"|alert)[^;\d%]{{0,90}}?"
            rf"(?:probability|chance|risk)(?: [a-z]+){{0,8}}?{SAID}#",
            rf"(?:probability|chance|risk)[^;\d%]{{0,70}}?(?:given|after|if|when) "
            rf"[^.;\d%]{{0,30}}?(?:positive|alarm"
            rf"|alert|flagged)[^.;\d%]{{0,30}}?{SAID}#",
            rf"(?:positive|flagged|alarm|alert)[^.;\d%]{{0,90}}?with (?:a )?probability (?:of "
            rf")?{ROUGHLY}#",
        ),
        givens={
            "prevalence": PREVALENCE,
            "sensitivity": SENSITIVITY,
            "specificity": (*SPECIFICITY, *FALSE_ALARMS),
        },
        value=lambda prevalence, sensitivity, specificity: [
            made
            for fpr in ((1 - specificity) if specificity > Fraction(1, 2) else specificity,)
            if (made := share(prevalence, sensitivity, fpr)) is not None
        ],
        formula="P(ill)·TPR/(P(ill)·TPR + P(healthy)·FPR)",
        unless=("negative result", "no alarm", "before"),
        examples=(
            "Suppose 1 in 1,000 people has the disease; the test detects 99% of cases, and has a "
            "2% false positive rate. Given a positive result, you'd be sick with just «4.7%» "
            "probability.",
            "The screening has a sensitivity of 90 % and a false positive rate of 5 %; 2 % of "
            "the users "
            "have the disorder. A flagged user therefore has the disorder with a probability of "
            "about "
            "«26.9 %».",
            "The app has a sensitivity of 92 % and a specificity of 95 %. In the people who use "
            "it, "
            "0.5 % have the disorder.\n\nA flagged user therefore has the disorder with a "
            "probability "
            "of about «8.5 %».",
            "The model, with sensitivity 90% and specificity 96%, is used for screening where only "
            "0.5% of the people are ill. Then a positive result means pneumonia with a "
            "probability of "
            "«10.2%».",
        ),
    ),
    Relation(
        name="probability of health after a negative result",
        needs=(
            "negative",
            "sensitivity|recall|true positive rate",
            "specificity|true negative rate",
        ),
        result=(
            rf"negative (?:result|test)[^.;\d%]{{0,70}}?(?:healthy|not ill|no disease|well|free "
            r"of|disease-free)"
            rf"[^.;\d%]{{0,20}}?with (?:a )?probability (?:of )?{ROUGHLY}#",
            rf"(?:probability|chance)[^.;\d%]{{0,60}}?(?:healthy|not ill|no disease"
            rf"|disease-free)[^.;\d%]{{0,50}}?"
            rf"negative[^.;\d%]{{0,20}}?{SAID}#",
            rf"\bNPV{SAID}#",
            rf"negative predictive value{SAID}#",
        ),
        givens={"prevalence": PREVALENCE, "sensitivity": SENSITIVITY, "specificity": SPECIFICITY},
        value=healthy,
        formula="TNR·P(healthy)/(TNR·P(healthy) + FNR·P(ill))",
        examples=(
            "Sensitivity is 80%, specificity 90%, prevalence 10%. A negative result means that the "
            "person is healthy with a probability of «97.6%».",
        ),
    ),
    Relation(
        name="probability from prior and likelihood ratio",
        needs=("probability|chance", "lr+|likelihood ratio|bayes factor|lr ", "prior|before"),
        result=(
            rf"(?:probability|chance) (?:that|of)[^.;:=\d]{{0,60}}?(?:given|after|if|when) "
            r"(?:the |an? |one )?"
            rf"(?:alarm|alert|positive|signal|warning|evidence)[^.;:=\d]{{0,30}}?{SAID}#",
            rf"(?:posterior|post-?test) (?:probability|chance){SAID}#",
        ),
        givens={"prior": PRIOR_CHANCE, "ratio": RATIO},
        value=by_odds,
        formula="odds/(1 + odds), odds = p/(1 − p)·LR",
        calculated=True,
        unless=("no alarm", "negative"),
        examples=(
            "Before the alarm, a machine has a 20% chance to be faulty.\n\n1. LR+ = 0.90 / 0.15 "
            "= 6\n"
            "2. The probability that the machine is faulty, given an alarm, is about «60%».",
            "The prior probability is 10%. The test has a likelihood ratio of 9. The post-test "
            "probability is «50%».",
        ),
    ),
    Relation(
        name="posterior of the second urn",
        needs=(
            "urn|box|bag|jar|bowl",
            "posterior|probability|chance",
            "red|blue|black|white|chocolate|vanilla",
        ),
        result=(
            *chance_of(
                r"(?:from|is|was|chosen|picked) (?:the )?(?:urn|box|bag|jar|bowl) (?:2|B|II|two)"
            ),
            *chance_of(r"(?:from|is|was) the second (?:urn|box|bag|jar|bowl|one)"),
            r"posterior (?:probability )?(?:for|of) (?:the )?(?:(?:urn|box|bag|jar|bowl) (?:2|B"
            r"|II)|second"
            rf" (?:urn|box|bag|jar|bowl)){SAID}#",
        ),
        givens={
            "a": (
                r"(?:urn|box|bag|jar|bowl) (?:1|A|I|one)\b[^.;\d]{0,30}?@ (?:red|black|white|blue)",
            ),
            "b": (
                r"(?:urn|box|bag|jar|bowl) (?:1|A|I|one)\b[^.;\d]{0,30}?\d+ (?:red|black|white"
                r"|blue)[^.;\d]{0,20}?@",
            ),
            "c": (
                r"(?:urn|box|bag|jar|bowl) (?:2|B|II|two)\b[^.;\d]{0,30}?@ (?:red|black|white"
                r"|blue)",
            ),
            "d": (
                r"(?:urn|box|bag|jar|bowl) (?:2|B|II|two)\b[^.;\d]{0,30}?\d+ (?:red|black|white"
                r"|blue)[^.;\d]{0,20}?@",
            ),
        },
        value=urn,
        formula="share₂/(share₁ + share₂)",
        calculated=True,
        near=True,
        examples=(
            "Urn 1 holds 3 red and 7 blue balls, urn 2 holds 6 red and 4 blue. We pick an urn at "
            "random "
            "and draw a red ball.\n**Posterior for urn 2:** «0.667»",
        ),
    ),
    Relation(
        name="first parameter of a Beta posterior",
        needs=("posterior", "beta("),
        result=(
            rf"posterior[^.;\d]{{0,60}}?{BETA}#(?= ?,)",
            rf"{BETA}#(?=[^()]*\)[^.;\d]{{0,10}}posterior)",
        ),
        givens={"prior": FIRST, "k": SEEN},
        value=lambda prior, k: prior + k,
        formula="α + successes",
        exact=True,
        unless=("prior",),
        examples=("Prior: Beta(1, 1). We see 7 heads in 10 tosses.\n\n- Posterior: Beta(«8», 4)",),
    ),
    Relation(
        name="second parameter of a Beta posterior",
        needs=("posterior", "beta("),
        result=(
            rf"posterior[^.;\d]{{0,60}}?{BETA}[\d.]+ ?, ?(?:β ?= ?)?#(?= ?\))",
            rf"{BETA}[\d.]+ ?, ?#(?= ?\)[^.;\d]{{0,10}}posterior)",
        ),
        givens={"prior": SECOND, "k": SEEN, "n": TRIED},
        value=lambda prior, k, n: prior + n - k if k <= n else None,
        formula="β + failures",
        exact=True,
        unless=("prior",),
        examples=(
            "Start with Beta(1, 1). After 300 views with 18 clicks the posterior is Beta(19, "
            "«283»).",
            "Prior: Beta(5, 45). Of 200 users, 30 click. The posterior is Beta(35, «215»).",
            "From experience we use a Beta(2, 8) prior. Then 40 visitors arrive and 12 convert.\n\n"
            "- The posterior is Beta(14, «36»).",
        ),
    ),
    Relation(
        name="second parameter of a Beta posterior, from failures",
        needs=("posterior", "beta("),
        result=(rf"posterior[^.;\d]{{0,60}}?{BETA}[\d.]+ ?, ?(?:β ?= ?)?#(?= ?\))",),
        givens={"prior": SECOND, "failures": SEEN_FAILURES},
        value=lambda prior, failures: prior + failures,
        formula="β + failures",
        exact=True,
        unless=("prior",),
        examples=(
            "The prior is Beta(2, 2). We observe 8 successes and 2 failures. The posterior is "
            "Beta(10, «4»).",
        ),
    ),
    Relation(
        name="mean of a Beta posterior",
        needs=("posterior mean|mean of the posterior|posterior expect", "beta("),
        result=(
            r"(?:posterior mean|mean of the posterior|posterior expectation)"
            rf"(?: (?:of|for) [a-z ]{{1,40}}?)?{SAID}#",
        ),
        givens={"a": FIRST, "b": SECOND, "k": SEEN, "failures": SEEN_FAILURES},
        value=lambda a, b, k, failures: (a + k) / (a + b + k + failures),
        formula="(α + successes)/(α + β + trials)",
        calculated=True,
        examples=(
            "We start from a Beta(2, 2) prior. After 8 successes and 2 failures, the posterior "
            "mean is "
            "«0.714».",
        ),
    ),
    Relation(
        name="mean of a Beta posterior of trials",
        needs=("posterior mean|mean of the posterior|posterior expect", "beta("),
        result=(
            r"(?:posterior mean|mean of the posterior|posterior expectation)"
            rf"(?: (?:of|for) [a-z ]{{1,40}}?)?{SAID}#",
        ),
        givens={"a": FIRST, "b": SECOND, "k": SEEN, "n": TRIED},
        value=lambda a, b, k, n: (a + k) / (a + b + n) if k <= n else None,
        formula="(α + successes)/(α + β + trials)",
        calculated=True,
        examples=(
            "The prior is Beta(2, 8). After 15 clicks in 90 views the posterior mean is «0.17».",
            "The prior is Beta(2, 8). Then 40 visitors arrive and 12 convert.\n\n- Posterior "
            "mean: «0.28»",
        ),
    ),
    Relation(
        name="mean of a Beta distribution",
        needs=("mean", "beta("),
        result=(
            rf"{BETA}<a># ?, ?<b># ?\)[^.;\d]{{0,30}}?\bmean{SAID}#",
            rf"\bmean of (?:an? |the )?{BETA}<a># ?, ?<b># ?\){SAID}#",
        ),
        givens={"a": (), "b": ()},
        value=lambda a, b: a / (a + b) if a > 0 < b else None,
        formula="α/(α + β)",
        calculated=True,
        examples=(
            "The Beta(3, 7) prior has a mean of «0.3».",
            "The mean of Beta(14, 36) is «0.28».",
        ),
    ),
    Relation(
        name="shape of a Gamma posterior",
        needs=("posterior", "gamma("),
        result=(rf"posterior[^.;\d]{{0,60}}?{GAMMA}#(?= ?,)",),
        givens={
            "prior": (rf"prior[^.;\d]{{0,60}}?{GAMMA}#", rf"{GAMMA}#[^)]*\)[^.;\d]{{0,20}}prior"),
            "k": (rf"@ (?:{EVENTS})\b",),
        },
        value=lambda prior, k: prior + k,
        formula="α + events",
        exact=True,
        unless=("prior",),
        examples=(
            "Prior on the rate: Gamma(2, 1) (shape, rate). In 5 days we see 12 calls. The "
            "posterior is "
            "Gamma(«14», 6).",
        ),
    ),
    Relation(
        name="rate of a Gamma posterior",
        needs=("posterior", "gamma("),
        result=(rf"posterior[^.;\d]{{0,60}}?{GAMMA}[\d.]+ ?, ?(?:β ?= ?|rate ?= ?)?#(?= ?\))",),
        givens={
            "prior": (
                rf"prior[^.;\d]{{0,60}}?{GAMMA}[\d.]+ ?, ?(?:β ?= ?|rate ?= ?)?#",
                rf"{GAMMA}[\d.]+ ?, ?# ?\)[^.;\d]{{0,20}}prior",
            ),
            "t": (rf"@ (?:{PERIODS})\b",),
        },
        value=lambda prior, t: prior + t,
        formula="β + periods",
        exact=True,
        unless=("prior",),
        examples=(
            "Prior on the rate: Gamma(2, 1) (shape, rate). In 5 days we see 12 calls. The "
            "posterior is "
            "Gamma(14, «6»).",
        ),
    ),
)
