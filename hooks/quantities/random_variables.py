"""Random variables: moments of named distributions, sums, orders and choices, known puzzles."""

from fractions import Fraction
from math import comb, exp, factorial, log, sqrt

from hooks.quantities.chance import CHANCE, poisson
from hooks.quantities.phrases import ROUGHLY, SAID, chance_of, named, symbol
from hooks.quantities.relation import Relation

BINOMIAL_N = (r"(?:Binomial|Binom|Bin|B) ?\( ?(?:n ?= ?)?#",)
BINOMIAL_P = (r"(?:Binomial|Binom|Bin|B) ?\( ?(?:n ?= ?)?[\d,]+ ?, ?(?:p ?= ?)?#",)
POISSON = (r"(?:Poisson|Pois|Poi|Po) ?\( ?(?:λ ?= ?)?#",)
MEAN = r"(?:mean|expect(?:ed value|ation)|E ?\[ ?X ?\]|E ?\( ?X ?\)|𝔼\[X\])"
VARIANCE = r"(?:variance|Var ?\( ?X ?\)|Var ?\[ ?X ?\]|V\(X\))"
RATE = (r"\brate(?: parameter)?(?: of| is|:)? ?(?:λ ?= ?)?#", symbol("λ|lambda"))
VAR_X = (r"Var ?[(\[] ?X ?[)\]] ?= ?#", r"variances? (?:of )?#(?= and)")
VAR_Y = (r"Var ?[(\[] ?Y ?[)\]] ?= ?#", r"variances? (?:of )?[\d.]+ and #")
MEMBERS = r"(?:models|trees|predictors|estimators|learners|classifiers|measurements|estimates)"


def of_named(
    name: str, needs: tuple[str, ...], said: str, givens: dict, value, formula: str, *examples: str
) -> Relation:
    return Relation(
        name=name,
        needs=needs,
        result=(said,),
        givens=givens,
        value=value,
        formula=formula,
        near=True,
        calculated=True,
        examples=examples,
    )


def ways(n: Fraction, k: Fraction) -> int | None:
    whole = n == int(n) and k == int(k) and 0 < k < n < 300
    return comb(int(n), int(k)) if whole else None


def majority_error(n: Fraction, error: Fraction) -> Fraction | None:
    """That more than half of an odd number of independent voters err."""
    if not (n == int(n) and n % 2 and 1 < n < 200 and 0 < error < 1):
        return None
    n = int(n)
    return sum(comb(n, k) * error**k * (1 - error) ** (n - k) for k in range(n // 2 + 1, n + 1))


RELATIONS = (
    of_named(
        "mean of Binomial(n, p)",
        ("e[x]|e(x)|mean|expect", "bin"),
        rf"{MEAN}{SAID}#",
        {"n": BINOMIAL_N, "p": BINOMIAL_P},
        lambda n, p: n * p if 0 < p < 1 else None,
        "n·p",
        "X ~ Binomial(20, 0.3). E[X] = «6» and Var(X) = 4.2.",
    ),
    of_named(
        "variance of Binomial(n, p)",
        ("var", "bin"),
        rf"{VARIANCE}{SAID}#",
        {"n": BINOMIAL_N, "p": BINOMIAL_P},
        lambda n, p: n * p * (1 - p) if 0 < p < 1 else None,
        "n·p·(1 − p)",
        "X ~ Binomial(20, 0.3). E[X] = 6 and Var(X) = «4.2».",
    ),
    of_named(
        "P(X = 0) of a Poisson variable",
        ("p(x = 0)|p(x=0)", "poi"),
        r"P ?\( ?X ?= ?0 ?\) ?[=≈] ?#",
        {"λ": POISSON},
        lambda λ: exp(-λ) if 0 < λ < 700 else None,
        "e^(−λ)",
        "X ~ Poisson(4). P(X = 0) ≈ «0.0183».",
    ),
    of_named(
        "P(X = k) of a Poisson variable",
        ("p(x =|p(x=", "poi"),
        r"P ?\( ?X ?= ?<k># ?\) ?[=≈] ?#",
        {"λ": POISSON, "k": ()},
        poisson,
        "e^(−λ)·λᵏ/k!",
        "X ~ Poisson(4). P(X = 2) ≈ «0.147».",
    ),
    of_named(
        "variance of an exponential variable",
        ("variance", "exponential", "rate|λ"),
        rf"variance(?:{SAID}| )#",
        {"λ": RATE},
        lambda λ: 1 / λ**2,
        "1/λ²",
        "X is exponentially distributed with rate 0.5. Its variance is «4».",
    ),
    of_named(
        "mean of a geometric variable",
        ("mean|expect", "geometric"),
        rf"{MEAN}{SAID}#",
        {"p": CHANCE},
        lambda p: [1 / p, (1 - p) / p] if 0 < p < 1 else None,
        "1/p",
        "For a geometric variable with p = 0.2 the mean is «5».",
    ),
    Relation(
        name="expected tosses until the first head",
        needs=("until the first head|until the first tail|until you see heads|until heads", "coin"),
        result=(
            r"(?:expected|average|mean) number of (?:tosses|flips|throws)(?: needed)? until "
            r"(?:the )?(?:first )?"
            rf"(?:heads?|tails?|you see heads){SAID}#",
        ),
        givens={},
        value=lambda: 2,
        formula="1/p",
        unless=("two heads", "biased", "unfair", "in a row", "consecutive", "p ="),
        examples=("The expected number of tosses until the first head is «2» for a fair coin.",),
    ),
    Relation(
        name="number of choices without order",
        needs=("hands|committee|choose|chosen|choices|subsets|possibilities|combinations|teams",),
        result=(
            r"(?:draw|choose|pick|select|deal)(?:s|n)? <k>@ (?:[a-z]+ )?(?:from|out of) (?:a "
            r"|the )?(?:deck of |"
            r"set of |group of )?<n>@[^;:=\d]{0,60}? @(?= (?:possible |different )?(?:hands"
            r"|subsets|teams"
            r"|combinations|possibilities))",
            r"(?:committee|team|subset|group|sample) of <k>@ (?:[a-z]+ ){0,3}?(?:from|out of|of) "
            r"(?:a |the )?<n>@ [a-z]+"
            r"[^;=\d]{0,40}?[:=]? ?@(?= (?:possible |different )?(?:possibilities|ways|choices"
            r"|committees|teams"
            r"|subsets|combinations))",
        ),
        givens={"n": (), "k": ()},
        value=ways,
        formula="C(n, k)",
        exact=True,
        unless=("order matters", "ordered", "permutation", "replacement", "president"),
        examples=(
            "You draw 5 cards from a deck of 52. There are «2,598,960» possible hands.".replace(
                "52. There", "52, so there"
            ),
            "A committee of 3 is chosen from 8 people: «56» possibilities.",
        ),
    ),
    Relation(
        name="number of orders",
        needs=("arrange|order|permut|line up|lined up",),
        result=(
            r"(?:ways|number of ways) (?:to|of) (?:arrang|order|permut|lin)(?:e|ing)?(?: up)? "
            rf"<n>@ [a-z ]{{2,30}}?{SAID}#",
            r"<n>@ (?:different |distinct )?(?:books|people|items|letters|cards|runners|students"
            r"|objects) can be"
            rf" (?:arranged|ordered|permuted|lined up)(?: in a (?:row|line))? in {ROUGHLY}# "
            r"(?:different )?ways",
        ),
        givens={"n": ()},
        value=lambda n: factorial(int(n)) if n == int(n) and 1 < n < 30 else None,
        formula="n!",
        exact=True,
        unless=("circle", "round", "of them", "identical"),
        examples=(
            "The number of ways to arrange 5 books is «120».",
            "6 people can be lined up in a row in «720» ways.",
        ),
    ),
    of_named(
        "variance of a sum of independent variables",
        ("var(x + y)|var(x+y)|variance of x + y|variance of the sum", "independent|uncorrelated"),
        rf"(?:Var ?[(\[] ?X ?[+−-] ?Y ?[)\]]|variance of (?:X \+ Y|the sum)){SAID}#",
        {"x": VAR_X, "y": VAR_Y},
        lambda x, y: x + y,
        "Var(X) + Var(Y)",
        "Var(X) = 4, Var(Y) = 9, independent. Var(X + Y) = «13».",
    ),
    of_named(
        "variance of a multiple",
        ("var(",),
        r"Var ?[(\[] ?<a>#? ?X ?[)\]] ?= ?#".replace("#?", "#"),
        {"a": (), "x": VAR_X},
        lambda a, x: a * a * x if a != 1 else None,
        "a²·Var(X)",
        "Let Var(X) = 4. Then Var(3X) = «36».",
    ),
    of_named(
        "mean of a square",
        ("e[x²]|e[x^2]|e(x²)|e(x^2)", "var"),
        r"E ?[(\[] ?X ?(?:²|\^ ?2) ?[)\]] ?[=≈] ?#",
        {"mean": (r"E ?[(\[] ?X ?[)\]] ?= ?#",), "variance": VAR_X},
        lambda mean, variance: variance + mean * mean,
        "Var(X) + E[X]²",
        "E[X] = 3 and Var(X) = 4, so E[X²] = «13».",
    ),
    of_named(
        "correlation from variances",
        ("correlation|corr(|ρ", "cov", "var("),
        rf"(?:correlation(?: coefficient)?|Corr\(X, ?Y\)|ρ){SAID}#",
        {"cov": (r"Cov ?[(\[] ?X, ?Y ?[)\]] ?= ?#",), "x": VAR_X, "y": VAR_Y},
        lambda cov, x, y: cov / sqrt(x * y) if cov * cov <= x * y else None,
        "Cov/√(Var(X)·Var(Y))",
        "Cov(X, Y) = 6, Var(X) = 4, Var(Y) = 16. The correlation is «0.75».",
    ),
    Relation(
        name="z-score of a value",
        needs=("z-score|z score|standardized|standard score", "mean", "deviation|sd|σ"),
        result=(
            r"(?:z-?\s?score|standard(?:ized)? (?:score|value)) (?:of|for) (?:a (?:value|score) "
            r"of )?<x>#[^;=]{0,90}?"
            rf" (?:is|comes to|equals) {ROUGHLY}#",
        ),
        givens={
            "x": (),
            "mean": (named("mean|average"), symbol("μ|\\\\mu|mean")),
            "s": (named("standard deviation|SD|std"), symbol("σ|\\\\sigma|s|sd")),
        },
        value=lambda x, mean, s: (x - mean) / s if s > 0 else None,
        formula="(x − mean)/s",
        examples=("The z-score of 85 with mean 70 and standard deviation 10 is «1.5».",),
    ),
    Relation(
        name="log loss of a predicted probability",
        needs=("log loss|log-loss|cross-entropy|logloss", "positive|true class|correct class"),
        result=(
            r"(?:log[- ]?loss|cross-entropy(?: loss)?) (?:for|of) (?:a |one |the )?(?:positive"
            r"|true|correct)"
            rf"[^.;\d]{{0,40}}?probability(?: of)? ?<p>#{SAID}#",
        ),
        givens={"p": ()},
        value=lambda p: [-log(p)] if 0 < p < 1 else None,
        formula="−ln p",
        unless=("log2", "bits"),
        examples=("Log loss for a positive example with predicted probability 0.8: «0.223».",),
    ),
    Relation(
        name="variance of an average of uncorrelated models",
        needs=("averag|ensemble|mean", "uncorrelated|independent", "variance"),
        result=(
            r"(?:averag(?:e|ing)(?: them)?|ensemble|mean) (?:gives|has|leads to|reduces (?:it"
            r"|this) to|yields)"
            rf" (?:an? |the )?variance(?: of)? {ROUGHLY}#",
            rf"variance of (?:the|their) (?:average|mean|ensemble){SAID}#",
        ),
        givens={
            "n": (rf"@ (?:[a-z]+ )?{MEMBERS}\b",),
            "v": (
                r"(?:has|have|with|of) (?:an? |the )?(?:same )?variance(?: of)? #",
                named("variance(?! of the)"),
            ),
        },
        value=lambda n, v: v / n if n == int(n) and n > 1 else None,
        formula="σ²/n",
        near=True,
        unless=("correlation", "ρ"),
        examples=(
            "Each of the 3 models has variance 9 and they are uncorrelated. Averaging gives a "
            "variance "
            "of «3».",
        ),
    ),
    Relation(
        name="error of a majority of independent voters",
        needs=("error|wrong", "independent", "ensemble|majority|vote"),
        result=(
            rf"(?:ensemble|majority(?: vote)?) (?:of|from) <n>@ independent [a-z]+[^;]{{0,60}}? "
            r"(?:has|with) an error"
            rf"(?: rate)? of {ROUGHLY}#",
            rf"error(?: rate)? of (?:the|this|their) (?:ensemble|majority vote|majority){SAID}#",
        ),
        givens={
            "n": (rf"@ independent {MEMBERS}\b", r"@ independent voters"),
            "error": (
                r"error(?: rate)?(?:s)?(?: of| is|:| =)* ?#",
                r"wrong (?:with probability|in) #",
            ),
        },
        value=majority_error,
        formula="Σ over k > n/2 of C(n, k)·εᵏ·(1 − ε)ⁿ⁻ᵏ",
        examples=(
            "An ensemble of 3 independent classifiers with error rate 0.2 has an error of «0.104».",
        ),
    ),
    Relation(
        name="probability to win in the Monty Hall problem by switching",
        needs=("monty hall",),
        result=(
            r"(?:win|car|prize)[^.;\d]{0,30}?(?:with|has a|is) (?:a )?probability (?:of "
            r")?#[^.;\d]{0,20}?"
            r"(?:if|when|by) (?:you |we )?switch",
            rf"switch(?:ing|es)?[^.;\d]{{0,30}}?(?:wins?|succeeds?|car)[^.;\d]{{0,20}}?(?:with"
            r"|in) (?:a )?"
            rf"(?:probability (?:of )?)?{ROUGHLY}#",
        ),
        givens={},
        value=lambda: Fraction(2, 3),
        formula="2/3",
        unless=("stay", "stick", "doors open", "100 doors", "random"),
        examples=("In the Monty Hall problem you win with probability «2/3» if you switch.",),
    ),
    Relation(
        name="probability of two boys given one",
        needs=(
            "both are boys|two boys|both boys|both children are boys|both are girls|two girls",
            "at least one is a boy|at least one boy|at least one is a girl|at least one girl",
            "two children",
        ),
        result=chance_of(r"(?:both(?: children)? (?:are )?|two )(?:boys|girls)"),
        givens={},
        value=lambda: [Fraction(1, 3), Fraction(1, 4)],
        formula="(1/4)/(3/4)",
        unless=("older", "elder", "tuesday"),
        examples=(
            "A family has two children, at least one is a boy. The probability that both are "
            "boys is «1/3».",
        ),
    ),
    Relation(
        name="dimensions of a linear discriminant analysis",
        needs=("lda|discriminant", "class", "at most|maximum|components|dimensions"),
        result=(
            r"<c>@ classes[^.;\d]{0,60}?(?:at most|up to|a maximum of|only|maximum) @(?= "
            r"(?:dimensions|components"
            r"|discriminants|axes|directions))",
        ),
        givens={"c": ()},
        value=lambda c: c - 1,
        formula="classes − 1",
        exact=True,
        bound=True,
        examples=("LDA for 5 classes projects onto at most «4» dimensions.",),
    ),
    Relation(
        name="entries of a kernel matrix",
        needs=("kernel matrix|gram matrix|distance matrix|similarity matrix",),
        result=(
            rf"(?:kernel|gram|distance|similarity) matrix (?:with|of|has|contains) {ROUGHLY}#(?= "
            r"(?:entries|elements"
            r"|values|cells))",
        ),
        givens={
            "n": (
                r"# (?:[a-z]+ )?(?:points|examples|samples|rows|observations|documents)\b",
                symbol("n"),
            )
        },
        value=lambda n: [n * n, n * (n - 1) / 2, n * (n + 1) / 2],
        formula="n²",
        near=True,
        examples=(
            "A kernel SVM on 10,000 points needs a kernel matrix with «100 million» entries.",
        ),
    ),
)
