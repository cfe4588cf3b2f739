"""Chance: counts of successes, waiting times, what samples miss, entropies of equal cases."""

from math import exp, log2, sqrt

from hooks.quantities.relation import Relation

TRIALS = (
    "# (?:independent )?(?:trials|visitors|users|customers|draws|tosses|flips|throws|emails|calls)",
    r"\bn ?= ?#",
)
CHANCE = (
    r"(?:probability|chance|rate)(?: of \w+(?: \w+)?)? (?:is |of |= ?)?#",
    r"\bp ?= ?#",
    r"# (?:of (?:the |all )?\w+ )?(?:buy|convert|click|churn|fail|default)",
)
MEAN_COUNT = (
    r"(?:mean|rate|average)(?: of| is|:| =)? (?:λ ?= ?|lambda ?= ?)?#",
    r"(?:λ|lambda|\\lambda) ?= ?#",
    r"# \w+ (?:per|a|an|each) (?:second|minute|hour|day|week|month|year)",
)
SIDES = r"<sides>@[- ]sided (?:die|dice)"

RELATIONS = (
    Relation(
        name="standard deviation of a binomial count",
        needs=("standard deviation|std", "binomial|independent"),
        result=("standard deviation|std(?: dev)?",),
        givens={"n": TRIALS, "p": CHANCE},
        value=lambda n, p: [sqrt(n * p * (1 - p)), sqrt(p * (1 - p) / n), sqrt(p * (1 - p))],
        formula="√(n·p·(1 − p))",
        examples=(
            "100 visitors decide independently and buy with probability 0.07. "
            "The standard deviation of the number of sales is about «2.55».",
            "With n = 400 and p = 0.5 a binomial count has a mean of 200.\n\n"
            "- Standard deviation: «10»",
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
        name="entropy of equally likely sides",
        needs=("sided", "entropy", "bits"),
        result=(
            rf"fair {SIDES}[^.;\d]{{0,60}}?entropy[^.;\d]{{0,30}}?#(?= bits)",
            rf"entropy of a fair {SIDES}[^.;\d]{{0,30}}?#(?= bits)",
        ),
        givens={"sides": (SIDES.replace("<sides>", ""),)},
        value=lambda sides: log2(sides),
        formula="log₂(sides)",
        examples=(
            "A fair eight-sided die has an entropy of «3» bits.",
            "The entropy of a fair 6-sided die is «2.585» bits.",
        ),
    ),
)
