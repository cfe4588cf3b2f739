"""Neurons: forward passes, softmax, losses, gradients and steps by hand, quantization, scaling."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import exp, log, sqrt, tanh

from hooks.quantities.relation import Relation, bare
from hooks.quantities.wordings import LEARNING_RATE

Numbers = Sequence[Fraction]

LOGITS = (
    r"(?:logits?|scores?|z|energies|outputs)\b(?: [^.;:=\d(\[]{0,40}?)?(?: of| are| is|:| ?=| "
    r"were)* ?[#]",
)
PLACES = (
    (r"first|1st|top|largest|highest", 0),
    (r"second|2nd", 1),
    (r"third|3rd|last", 2),
)
THINGS = r"(?:class|key|token|position|value|word|action|one|entry|logit|component|expert)"
WEIGHTS = (r"weights?(?: vector)?(?: w)?(?: of| are| is|:| ?=| w ?=)* ?[#]", r"\bw ?= ?[#]")
INPUTS = (
    r"inputs?(?: vector)?(?: x)?(?: of| are| is|:| ?=| x ?=)* ?[#]",
    r"\bx ?= ?[#]",
    r"features? [#]",
)
BIAS = (r"bias(?: b)?(?: of| is|:| ?=| b ?=)* ?#", r"\bb ?= ?#")
OLD = (
    r"(?:weight|parameter|w|θ|x|value)(?: w| θ)?(?: of| is| starts at| ?=| at|:)+ ?#",
    r"(?:from|at) (?:w|x|θ) ?= ?#",
)
SLOPE = (
    r"(?:gradient|derivative|slope)(?: there| of the loss| of the cost| g)?(?: of| is| ?=| at "
    r"this point|:)* ?#",
    r"(?:dL/dw|∂L/∂w|f['′]\(\w+\)) ?= ?#",
)
LARGEST = (
    r"(?:largest|maximum|max(?:imal)?) (?:absolute|abs|magnitude)(?: value| entry| weight)?(?: "
    r"of| is| =|:)* #",
    r"max ?\|\w+\| ?(?:=|is) ?#",
    r"(?:absolute )?(?:maximum|absmax)(?: of| is| =)* #",
)


def softmax(z: Numbers) -> list[float] | None:
    if not 2 <= len(z) <= 10 or max(map(abs, z)) > 60:
        return None
    total = sum(exp(one) for one in z)
    return [exp(one) / total for one in z]


def at(place: int) -> Callable[[Numbers], list[float] | None]:
    def value(z: Numbers) -> list[float] | None:
        made = softmax(z)
        if made is None or place >= len(made):
            return None
        ordered = [made[place], made[-1]] if place == 2 else [made[place]]
        return [*ordered, max(made)] if place == 0 else ordered

    return value


def activation(weights: Numbers, inputs: Numbers, bias: float = 0) -> float | None:
    if len(weights) != len(inputs):
        return None
    return float(sum(w * x for w, x in zip(weights, inputs, strict=True)) + bias)


def through(squash: Callable[[float], float]) -> Callable[..., float | None]:
    def value(weights: Numbers, inputs: Numbers, bias: float = 0) -> float | None:
        z = activation(weights, inputs, bias)
        return None if z is None or abs(z) > 50 else squash(z)

    return value


def of_line(w: float, x: float, y: float, b: float = 0) -> list[float]:
    """Derivative of the squared error of a line, or of half of it."""
    return [2 * (w * x + b - y) * x, (w * x + b - y) * x]


def scaled(values: Numbers) -> list[float] | None:
    """The first and the last value, of a mean of 0 and a variance of 1 (with n)."""
    n = len(values)
    mean = sum(values) / Fraction(n)
    variance = sum((v - mean) ** 2 for v in values) / n
    return [float(v - mean) / sqrt(variance) for v in values] if variance else None


RELATIONS = bare(
    *(
        Relation(
            name=f"probability by softmax of the {words.split('|')[0]}",
            needs=("softmax", words),
            result=(
                rf"\b(?:{words}) {THINGS}(?: (?:gets|has|receives|with|is)|['’]s)?(?: then| thus"
                r"| only)?"
                r"(?: an?| the)?(?: attention| softmax)? ?(?:weight|probability|share|attention)?"
                r"(?: is| of| =|:| about| roughly)* #",
                rf"(?:weight|probability|share)(?: of| for| on)(?: the)? (?:{words})(?: {THINGS})?"
                r"(?: is| of| =|:| about| roughly| equals)+ #",
                rf"(?:assigns?|gives?|puts)(?: about| a (?:probability|weight) of| roughly)* # "
                rf"(?:to|on) the (?:{words}) {THINGS}",
            ),
            givens={"z": LOGITS},
            value=at(place),
            formula="exp(zᵢ)/Σ exp(z)",
            unless=("temperature", "√", "sqrt", "divid", "scal", "mask"),
            examples=(example,),
        )
        for (words, place), example in zip(
            PLACES,
            (
                "The attention scores of the query with three keys are 2, 1 and 0. After the "
                "softmax the "
                "first key gets a weight of «0.665».",
                "With the logits 2 and 0, the softmax gives the second class a probability of "
                "«0.119».",
                "The logits are 1, 2 and 3. By the softmax the third class gets a probability "
                "of «0.665».",
            ),
            strict=True,
        )
    ),
    Relation(
        name="pre-activation of a neuron",
        needs=(
            "pre-activation|preactivation|weighted sum|z =|net input|z is",
            "weight|w =",
            "input|x =",
        ),
        result=(
            r"pre-?activation(?: z)?",
            r"pre-?activation (?:z )?#",
            r"weighted sum(?: z)?",
            r"net input",
            r"(?<![\w_])z(?= ?[=≈] ?[-−]?[\d.]+(?! ?[·×*+]))",
        ),
        givens={"weights": WEIGHTS, "inputs": INPUTS, "bias": BIAS},
        value=activation,
        formula="w·x + b",
        examples=(
            "A neuron with weights (0.5, −1), bias 0.2 and input (2, 1) has the pre-activation "
            "«0.2».",
        ),
    ),
    *(
        Relation(
            name=f"output of a neuron with {words}",
            needs=(f"output|activation|prediction|{words}", words, "weight|w =", "input|x ="),
            result=(
                rf"(?:{words})(?: activation| function)?(?: then)? (?:output|activation|gives"
                r"|yields|returns|of z)",
                rf"(?:output|activation|prediction)(?: of the neuron| after the {words})?",
                rf"{words} (?:gives|yields|returns)(?: about| an output of)? #",
            ),
            givens={"weights": WEIGHTS, "inputs": INPUTS, "bias": BIAS},
            value=through(squash),
            formula=f"{words}(w·x + b)",
            examples=(example,),
        )
        for words, squash, example in (
            (
                "sigmoid",
                lambda z: 1 / (1 + exp(-z)),
                "Inputs x = (1, 2), weights w = (0.4, 0.3), bias 0.1: z = 1.1, and the sigmoid "
                "output is "
                "«0.75».",
            ),
            (
                "relu",
                lambda z: max(0.0, z),
                "A ReLU neuron has the weights (2, 1), bias −1 and the input (1, 3). Its output "
                "is «4».",
            ),
            (
                "tanh",
                tanh,
                "With weights (0.5, 0.2), inputs (1, 1) and no bias, the tanh gives «0.604».",
            ),
        )
    ),
    Relation(
        name="weight after a step down the gradient",
        needs=("after|new|next|update|becomes", "gradient|derivative|slope", "rate|step|η|lr"),
        result=(
            r"(?:after|with) (?:one|a|the|this|that)(?: single)? (?:step|update|iteration)(?: "
            r"of \w+(?: \w+)?)?,?"
            r" (?:the )?(?:weight|parameter|w|θ|x|it|value)(?: is| becomes| =| has)(?: then| now"
            r"| about)* #",
            r"(?:new|updated|next) (?:weight|parameter|value|w|θ|x|position|iterate)(?: is| "
            r"becomes| =|:| then)+ #",
        ),
        givens={"old": OLD, "slope": SLOPE, "rate": LEARNING_RATE},
        value=lambda old, slope, rate: old - rate * slope if rate <= 1 else None,
        formula="w − rate·gradient",
        unless=("momentum", "adam", "decay", "clip"),
        examples=(
            "The weight is 0.5, its gradient 2 and the learning rate 0.1. After one step of "
            "gradient "
            "descent the weight is «0.3».",
        ),
    ),
    Relation(
        name="gradient of a squared error",
        needs=("gradient|derivative", "squared|mse|²|^2", "w ="),
        result=(
            r"(?:gradient|derivative)(?: of the loss)? (?:with respect to|w\.r\.t\.|wrt|in|for"
            r"|by) w",
            r"(?:∂L/∂w|dL/dw)",
        ),
        givens={
            "w": (r"\bw ?= ?#",),
            "x": (r"\bx ?= ?#",),
            "y": (r"\by ?= ?#",),
            "b": (r"\bb ?= ?#",),
        },
        value=of_line,
        formula="2·(w·x + b − y)·x",
        examples=(
            "w = 1, x = 2, b = 0, y = 5, squared loss (wx + b − y)². The gradient with respect "
            "to w is "
            "«−12».",
        ),
    ),
    Relation(
        name="standardized value of a layer or batch",
        needs=(
            "value|element|entry|component|activation",
            "norm|layernorm|batchnorm|normaliz|normalis",
            "batch|layer",
            "mean",
        ),
        result=(
            r"(?:first|smallest) (?:value|element|entry|component|activation)(?: then)? "
            r"(?:becomes|is (?:normali[sz]ed|mapped|scaled) to|is)(?: about)? #",
        ),
        givens={
            "values": (r"(?:of|batch|values|activations|inputs?|features)(?::| are| of)? ?[#]",)
        },
        value=lambda values: (scaled(values) or [None])[0],
        formula="(x − mean)/standard deviation",
        unless=("gamma", "γ", "scale"),
        examples=(
            "Layer norm of (1, 2, 3): the mean is 2, the variance 2/3. The first value becomes "
            "«−1.22».",
        ),
    ),
    Relation(
        name="scale of a symmetric quantization",
        needs=("scale|step", "int8|127|symmetric", "quanti"),
        result=(r"scale(?: factor)?(?: s)?", r"(?<![\w_])s(?= ?=)", r"step size"),
        givens={"top": LARGEST},
        value=lambda top: [top / 127, top / 128],
        formula="max|x|/127",
        unless=("asymmetric", "zero point", "int4", "4-bit"),
        examples=(
            "Take a tensor whose largest absolute value is 2.54, quantized symmetrically to int8 "
            "(−127 … 127). The scale is «0.02».",
        ),
    ),
    Relation(
        name="integer of a quantized value",
        needs=("integer|quanti|stored|int8|q =|code", "scale"),
        result=(
            r"(?:stored|represented|encoded|quanti[sz]ed|mapped|rounded)(?: as| to| by| into)?"
            r"(?: the)?(?: integer| code| value| level)? #(?! ?(?:bits?|bytes?|levels))",
            r"(?:quanti[sz]ed value|integer|code|q)(?: is| =|:)+ #",
        ),
        givens={
            "x": (r"\bx ?= ?#", r"(?:value|weight|number|activation)(?: of)? #"),
            "scale": (r"scale(?: factor)?(?: s)?(?: of| is| =|:)* #", r"(?<![\w_])s ?= ?#"),
        },
        value=lambda x, scale: [round(x / scale), x / scale] if scale < 1 else None,
        formula="round(x/scale)",
        unless=("zero point", "zero-point"),
        local=True,
        examples=("x = 0.5 with a scale of 0.02 is stored as the integer «25».",),
    ),
    Relation(
        name="loss of a uniform guess over classes",
        needs=(
            "uniform|untrained|random|chance",
            "cross-entropy|loss|log-likelihood",
            "class|token|vocab|word",
        ),
        result=(r"(?:cross-entropy|loss|log[- ]loss)(?: \w+){0,2}?",),
        givens={
            "k": (r"@ (?:\w+ )?(?:classes|tokens|words|labels|categories)", r"vocabulary of @")
        },
        value=lambda k: [log(k), log(k) / log(2)],
        formula="ln K",
        examples=("A uniform guess among 10 classes has a cross-entropy of «2.303».",),
    ),
    Relation(
        name="standard deviation of an initialization by fan-in",
        needs=("standard deviation|std|variance", "he init|kaiming|he-init|he normal", "fan"),
        result=(r"standard deviation(?: of the weights)?", r"\bstd(?: dev)?"),
        givens={"n": (r"fan[- _]?in(?: of| is| ?=)? ?@",)},
        value=lambda n: sqrt(2 / n),
        formula="√(2/fan-in)",
        examples=(
            "With inputs of fan-in 512, He initialization uses a standard deviation of «0.0625».",
        ),
    ),
    Relation(
        name="levels of an integer format",
        needs=("level|value", "int4|int8|int2"),
        result=(
            r"\bint(?P<bits>[248])(?: has| gives| distinguishes| offers| only)+(?: only)? #(?= "
            r"(?:levels|values|different|distinct)|\.|,|;|$)",
        ),
        givens={"bits": ()},
        value=lambda bits: [2**bits, 2**bits - 1],
        formula="2^bits",
        exact=True,
        examples=("int8 has 256 levels; int4 has «16».",),
    ),
    Relation(
        name="largest rounding error of a quantization",
        needs=("error", "rounding|quanti", "step|scale"),
        result=(
            r"(?:maximum|max|largest|worst-case) (?:rounding|quanti[sz]ation|absolute)?(?: "
            r"rounding)? ?error",
        ),
        givens={"step": (r"(?:step|scale)(?: size| s)?(?: of| is| =|:)* #",)},
        value=lambda step: step / 2,
        formula="step/2",
        bound=True,
        unless=("clip", "outlier"),
        examples=(
            "A range of −1 to 1 in 8 bits gives a step of 2/255 = 0.0078. The maximum rounding "
            "error is "
            "«0.0039».",
        ),
    ),
)
