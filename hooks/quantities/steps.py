"""Steps: gradient descent on small functions, updates of an epoch, predictions of a logit."""

from fractions import Fraction
from math import ceil, exp, floor, log

from hooks.quantities.phrases import ROUGHLY, SAID, named, symbol
from hooks.quantities.relation import Relation
from hooks.quantities.wordings import LEARNING_RATE, ROWS

OF = r"[fLJ] ?\( ?[xwθ] ?\) ?= ?"
START = (
    r"(?:start(?:s|ing|ed)?|begin(?:s|ning)?|initial(?:i[sz]ed)?|from)(?: value)?(?: (?:at|from"
    r"|with|in|point))*"
    r"(?: [xwθ](?:_?0|₀)? ?=)? ?#",
    r"\b[xwθ](?:_?0|₀) ?= ?#",
)
NOW = (
    r"(?:after|with) (?:one|1|a single|the first) (?:gradient |update )?(?:step|update"
    r"|iteration)[^.;=\d]{0,40}?"
    rf"(?:(?:at |is |has |are |to )|[xwθ](?:_1|₁)? ?=|{SAID})(?:[xwθ] ?= ?)?#",
    r"\b[xwθ](?:_1|₁) ?= ?#",
    rf"(?:first|one) (?:step|update) (?:takes|moves|brings|leads|gets|gives)[^.;=\d]{{0,20}}? "
    rf"(?:[xwθ](?:_1|₁)? ?= ?)?{ROUGHLY}#",
)
THEN = (
    r"(?:after|with) (?:two|2) (?:gradient |update )?(?:steps|updates|iterations)[^.;=\d]{0,40}?"
    rf"(?:(?:at |is |has |are |to )|[xwθ](?:_2|₂)? ?=|{SAID})(?:[xwθ] ?= ?)?#",
    r"\b[xwθ](?:_2|₂) ?= ?#",
)
SHIFT = (rf"{OF}\( ?[xwθ] ?[-−–] ?#\) ?(?:²|\^ ?2|\*\* ?2)",)
BATCH = (
    r"batch(?:es)?[- ]?size`?(?: of| is|:| ?=)* ?@",
    r"(?:mini-?)?batches of (?:size )?@",
    r"batch size @",
)
EXAMPLES = (
    *ROWS,
    r"@ (?:training )?(?:examples|samples|rows|images|sentences|documents|records|points|users)",
)
STEPS = r"(?:(?:weight |gradient |parameter )?(?:updates?|steps)|iterations|(?:mini-?)?batches)"
EPOCHS = (r"@ epochs", r"epochs(?: ?=|:)? ?@")


def parabola(x: Fraction, η: Fraction, a: Fraction, steps: int) -> Fraction:
    """Gradient descent on (x − a)²."""
    for _ in range(steps):
        x -= η * 2 * (x - a)
    return x


def updates(n: Fraction, batch: Fraction, epochs: Fraction) -> list[Fraction]:
    """With and without the last, smaller batch of each epoch, and on average."""
    if not (n >= batch >= 1):
        return []
    return [epochs * ceil(n / batch), epochs * floor(n / batch), epochs * n / batch]


def logistic(z: Fraction) -> float | None:
    return 1 / (1 + exp(-float(z))) if abs(z) < 50 else None


RELATIONS = (
    Relation(
        name="step of gradient descent on a square",
        needs=(
            "step|update|x₁|x_1|w₁|w_1|iteration",
            "learning rate|step size|η|eta|lr",
            ") = x²|) = w²|) = θ²|) = x^2|) = w^2|) = x**2|)=x²|)=x^2",
        ),
        result=NOW,
        givens={
            "x": START,
            "η": LEARNING_RATE,
            "more": (rf"{OF}[xwθ] ?(?:²|\^ ?2|\*\* ?2) ?[+−-] ?#",),
        },
        value=lambda x, η, more=0: None if more else x - 2 * η * x,
        formula="x − η·2x",
        examples=(
            "We minimize f(x) = x² with a learning rate of 0.1, starting from x = 5. After one "
            "step we "
            "are at x = «4».",
        ),
    ),
    Relation(
        name="step of gradient descent on a shifted square",
        needs=(
            "step|update|x₁|x_1|w₁|w_1|iteration",
            "learning rate|step size|η|eta|lr",
            "²|^2|**2",
        ),
        result=NOW,
        givens={"x": START, "η": LEARNING_RATE, "a": SHIFT},
        value=lambda x, η, a: parabola(x, η, a, 1),
        formula="x − η·2(x − a)",
        examples=(
            "f(w) = (w − 3)², w₀ = 0, η = 0.1. After one step, w = «0.6».",
            "We minimize L(w) = (w - 4)^2 with a learning rate of 0.25, starting at w = 0.\n\n"
            "- After the first update the weight is «2».",
        ),
    ),
    Relation(
        name="two steps of gradient descent on a shifted square",
        needs=(
            "step|update|x₂|x_2|w₂|w_2|iteration",
            "learning rate|step size|η|eta|lr",
            "²|^2|**2",
        ),
        result=THEN,
        givens={"x": START, "η": LEARNING_RATE, "a": SHIFT},
        value=lambda x, η, a: parabola(x, η, a, 2),
        formula="two times x − η·2(x − a)",
        examples=("f(w) = (w − 3)², w₀ = 0, η = 0.1. After two steps, w = «1.08».",),
    ),
    Relation(
        name="updates of a training",
        needs=("update|step|iteration", "epochs", "batch"),
        result=(
            r"<epochs>@ epochs (?:take|need|are|mean|make|correspond to|have|require|give) "
            rf"{ROUGHLY}#(?= {STEPS})",
            rf"total (?:number of )?{STEPS}{SAID}#",
        ),
        givens={"n": EXAMPLES, "batch": BATCH, "epochs": EPOCHS},
        value=updates,
        formula="epochs × ⌈examples/batch size⌉",
        exact=True,
        calculated=True,
        unless=("per epoch", "an epoch", "one epoch", "each epoch"),
        examples=(
            "You train on 50,000 examples with a batch size of 100.\nTwenty epochs take «10,000» "
            "updates.",
        ),
    ),
    Relation(
        name="probability of a logistic model",
        needs=("probability", "intercept", "coefficient|slope|weight|β", "logistic|sigmoid"),
        result=(rf"(?:predicted |estimated )?probability(?: [a-z]+){{0,6}}?{SAID}#",),
        givens={
            "a": (rf"intercept(?: [a-z]+| β_?0| β₀)?{SAID}#",),
            "b": (
                rf"(?:coefficient|slope|weight)(?! of determination)(?: β_?1| β₁)?{SAID}#",
                r"(?:coefficient|slope|weight) of #",
            ),
            "x": (
                r"(?:for|with|after|at) (?:(?!the\b)[a-z]+ ){0,6}?# (?:hours|years|points|units"
                r"|visits|days|clicks|km|m2)",
                symbol("x"),
            ),
        },
        value=lambda a, b, x: logistic(a + b * x),
        formula="1/(1 + e^−(a + b·x))",
        calculated=True,
        unless=("odds", "baseline", "change"),
        examples=(
            "Our logistic regression has an intercept of -3 and a coefficient of 0.5 for hours "
            "studied. "
            "For a student who studied for 8 hours the predicted probability is «0.731».",
        ),
    ),
    Relation(
        name="probability of stated log-odds",
        needs=("probability", "log-odds|log odds|logit"),
        result=(
            r"(?:so|thus|hence|therefore|i\.e\.,?|means|gives)?,? ?(?:the |a |an )?(?:predicted "
            rf")?probability{SAID}#",
        ),
        givens={"z": (named("log-?odds|log odds|logit|score z"), symbol("z"))},
        value=logistic,
        formula="1/(1 + e^(−z))",
        calculated=True,
        near=True,
        unless=("prior", "given", "threshold"),
        examples=("The log-odds are 1.2. So the probability is «0.769».",),
    ),
    Relation(
        name="odds ratio of a stated coefficient",
        needs=("odds ratio", "coefficient"),
        result=(
            rf"coefficient (?:of|is|=) ?<b>#[^.;\d]{{0,60}}?odds ratio(?: of|{SAID}) ?{ROUGHLY}#",
        ),
        givens={"b": ()},
        value=lambda b: exp(b) if abs(b) < 50 else None,
        formula="e^β",
        examples=("A coefficient of 0.7 corresponds to an odds ratio of «2.01».",),
    ),
    Relation(
        name="coefficient of an odds ratio",
        needs=("odds ratio", "coefficient"),
        result=(
            rf"odds ratio (?:of|is|=) ?<r>#[^.;\d]{{0,60}}?coefficient(?: of|{SAID}) ?{ROUGHLY}#",
        ),
        givens={"r": ()},
        value=lambda r: log(r) if r > 0 else None,
        formula="ln OR",
        examples=("An odds ratio of 3 corresponds to a coefficient of «1.10».",),
    ),
)
