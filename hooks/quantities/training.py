"""Training: batches and steps, schedules, optimizers, normalization, dropout, memory, compute."""

from collections.abc import Callable
from math import ceil, cos, floor, pi, sqrt

from hooks.quantities.relation import Relation, bare
from hooks.quantities.wordings import LEARNING_RATE, ROWS

BATCH = (
    r"(?:mini-?)?batch[- _]?sizes?`?(?: of| is| ?=|:| B ?=)? ?(?:B ?= ?)?@",
    r"(?:mini-?)?batches of (?:size )?@",
    r"(?:mini-?)?batch of @",
    r"@ (?:\w+ )?per (?:mini-?)?batch",
    r"batch_size`? ?= ?@",
)
EPOCHS = (r"@ (?:training )?epochs", r"epochs`? ?[=:] ?@")
MODEL_SIZE = (
    r"@[- ](?:parameter|param)(?: \w+)? (?:model|network|LLM|transformer)",
    r"(?:model|network|LLM|it|transformer)(?: \w+)? (?:has|with|of) @ (?:parameters"
    r"|params|weights)",
    r"(?<![\w-])(?:an?|the|our|this|for|of) @ (?:\w+ )?(?:model|LLM|network)\b",
    r"(?:with|has|have) @ (?:trainable )?(?:parameters|weights)",
    r"@ (?:trainable )?parameters",
    r"\bparam\w*(?: count)?(?::| ?=| N ?=) ?@",
    r"\b[NP] ?= ?@",
)
FORMATS = {
    32: ("fp32", "float32"),
    16: ("fp16", "bf16"),
    8: ("int8", "8-bit"),
    4: ("int4", "4-bit"),
}
BETA = (
    r"(?:momentum|β|\\beta|\bbeta|decay)(?: coefficient| factor| term| parameter)?(?: "
    r"β)?(?: ?= ?| of | is )(?:β ?= ?)?#",
    r"β ?_?1? ?= ?#",
)
GRADIENT = (r"(?:gradient|\bg(?:_t|_1)?)(?: g)?(?: ?[=:\n] ?| of | is )(?:g ?= ?)?#",)

STEPS_OF_EPOCH = (
    r"(?:an|one|each|every|per) (?:training )?epoch (?:then )?(?:has|takes"
    r"|consists of|is|needs|means|makes|contains|requires|comes to) (?:about "
    r")?# (?:gradient |optimizer |training |weight |parameter )?(?:steps"
    r"|batches|iterations|updates|mini-?batches)",
    r"# (?:gradient |optimizer |training |weight |parameter )?(?:steps"
    r"|batches|iterations|updates|mini-?batches) (?:per|an|in an|in each|in "
    r"one|in every|make up an|for one|each) epoch",
    r"(?:steps|batches|iterations|updates) per epoch",
)


def steps_of(n: float, batch: float) -> list[float]:
    """Steps of an epoch, with and without the last, smaller batch."""
    return [ceil(n / batch), floor(n / batch)]


def all_steps(n: float, batch: float, epochs: float) -> list[float]:
    return [steps * epochs for steps in steps_of(n, batch)] + [ceil(n * epochs / batch)]


def cosine_rate(top: float, t: float, total: float, low: float = 0) -> float:
    """Loshchilov and Hutter (2017), SGDR, equation 5."""
    return low + (top - low) * (1 + cos(pi * t / total)) / 2


def normalized(x: float, mean: float, variance: float) -> float:
    return (x - mean) / sqrt(variance)


def byte_counts(count: float, *widths: float) -> list[float]:
    return [count * width for width in widths]


def weights_in(bits: int) -> Callable[[float], float]:
    return lambda n: n * bits / 8


def sharded(n: float, gpus: float, stage: float) -> list[float] | None:
    """Optimizer states, gradients, weights by stages (Rajbhandari et al. 2020)."""
    if stage not in (1, 2, 3):
        return None
    parts = zip((12, 2, 2), (1, 2, 3), strict=True)
    each = sum(width / gpus if stage >= least else width for width, least in parts)
    return [n * each]


def state_bytes(n: float) -> list[float]:
    """Two moments in fp32, in half precision or in 8 bits; with a master copy of the weights."""
    return byte_counts(n, 8, 4, 2, 12)


def levels(bits: float) -> list[float]:
    return [2**bits, 2**bits - 1]


def scale_of(low: float, high: float, bits: float) -> list[float]:
    """The step of a uniform quantization, of 2^b levels or 2^b − 1 steps between them."""
    width = high - low
    return [
        width / (2**bits - 1),
        width / 2**bits,
        max(abs(low), abs(high)) / (2 ** (bits - 1) - 1),
    ]


RELATIONS = bare(
    Relation(
        name="steps of an epoch",
        needs=("step|batches|iteration|update", "epoch", "batch"),
        result=STEPS_OF_EPOCH,
        givens={"n": ROWS, "batch": BATCH},
        value=steps_of,
        formula="⌈rows/batch⌉",
        weak=True,
        exact=True,
        examples=(
            "With 50,000 images and a batch size of 128 an epoch has «391» steps.",
            "We train on 10,000 examples in mini-batches of 64.\n\n- Iterations per epoch: «157»",
            "The data has 1,200 rows, and `batch_size=32`. That makes «38» updates per epoch.",
        ),
    ),
    Relation(
        name="steps of a training",
        needs=("step|iteration|update", "epochs", "batch"),
        result=(
            r"# (?:gradient |optimizer |training |weight |parameter )?(?:steps"
            r"|iterations|updates) (?:in total|altogether|overall|in all)",
            r"(?:total of|altogether|overall|in total|in all),? (?:\w+ ){0,3}?# "
            r"(?:gradient |optimizer |training |weight |parameter )?(?:steps"
            r"|iterations|updates)",
            r"total (?:number of )?(?:\w+ )?(?:steps|iterations|updates)",
        ),
        givens={"n": ROWS, "batch": BATCH, "epochs": EPOCHS},
        value=all_steps,
        formula="epochs·⌈rows/batch⌉",
        exact=True,
        examples=(
            "With 50,000 images, a batch size of 100 and 20 epochs there are "
            "«10,000» updates in total.",
        ),
    ),
    Relation(
        name="effective batch size",
        needs=("effective|global|total", "batch", "accumulat"),
        result=(r"(?:effective|global|total) (?:mini-?)?batch(?: size)?",),
        givens={
            "micro": (
                r"(?:micro-?batch(?:es)?|per-device batch|per-GPU batch|device batch"
                r"|batch)(?: size)?(?: of(?: size)?| is| ?=|:)? @",
                r"@ (?:\w+ )?per (?:GPU|device)",
            ),
            "accumulated": (
                r"accumulat\w+(?: \w+){0,3}? (?:over|for|across|of|is|=|steps:)? ?@",
                r"@ accumulation steps",
                r"gradient_accumulation_steps`? ?= ?@",
                r"over @ (?:steps|micro-?batches|batches)",
            ),
            "devices": (r"@ (?:\w+ )?(?:GPUs|devices|workers|accelerators)",),
        },
        value=lambda micro, accumulated, devices=1: micro * accumulated * devices,
        formula="batch·accumulation·devices",
        exact=True,
        examples=(
            "A micro-batch of 8, gradients accumulated over 4 steps, and 16 GPUs. "
            "The effective batch size is «512».",
            "With a batch size of 32 and 8 accumulation steps the effective batch "
            "size works out to «256».",
        ),
    ),
    Relation(
        name="learning rate of a step schedule",
        needs=("learning rate|lr", "step decay|steplr|step schedule|every", "epoch|step"),
        result=(
            r"(?:in|at|after|by) epoch <t>@,? (?:the )?(?:learning rate|lr|it)(?: is"
            r"| has (?:fallen|dropped|decayed) to| ?=| becomes| will be)(?: then| "
            r"only| down to)? (?:about )?#",
            r"learning rate (?:in|at|after|of) epoch <t>@ (?:is|=|will be) (?:then "
            r"|only |about )?#",
            r"after <t>@ epochs,? (?:the )?(?:learning rate|lr|it)(?: is| has "
            r"(?:fallen|dropped|decayed) to| ?=| becomes| will be)(?: then| only| "
            r"down to)? (?:about )?#",
        ),
        givens={
            "rate": (
                r"(?:initial|starting|base) (?:learning rate|lr)(?: of| is| ?=)? ?#",
                r"(?:learning rate|lr) (?:starts|begins) (?:at|with) #",
                r"(?:starts?|starting|begins?) (?:at|with|from) (?:a learning rate of )?#",
                r"learning rate (?:of|is) #",
            ),
            "factor": (
                r"(?:multipl\w+|decay\w*|drop\w*|reduc\w+|cut\w*|divid\w+) (?:it "
                r")?(?:by|with) (?:a factor of )?#",
                r"(?:gamma|γ|factor)(?: ?= ?| of )#",
                r"(?P<value>half)(?<!.)",
            ),
            "every": (r"every @ epochs", r"step_size`? ?= ?@"),
            "t": (),
        },
        value=lambda rate, factor, every, t: [
            rate * factor ** (t // every),
            rate / factor ** (t // every),
            rate * (1 - factor) ** (t // every),
            rate * factor ** ((t - 1) // every),
            rate / factor ** ((t - 1) // every),
        ],
        formula="rate·factor^⌊epoch/every⌋",
        examples=(
            "Step decay: the learning rate starts at 0.1 and is multiplied by 0.5 "
            "every 10 epochs. At epoch 25 the learning rate is «0.025».",
        ),
    ),
    Relation(
        name="learning rate of a cosine schedule",
        needs=("learning rate|lr", "cosine", "step|epoch"),
        result=(
            r"(?:at|after|in) (?:step|epoch) <t>@[^.;\d]{0,40}? (?:is|=|of|to) "
            r"(?:about |then |only )?#",
            r"after <t>@ (?:of the \d[\d,]* )?(?:steps|epochs)[^.;\d]{0,40}? (?:is|="
            r"|of|to) (?:about |then |only )?#",
        ),
        givens={
            "top": (
                r"(?:peak|max(?:imum|imal)?|initial|base|starting) (?:learning rate"
                r"|lr)(?: of| is| ?=)? ?#",
                r"learning rate (?:of|from|starts at) #",
                r"from #",
            ),
            "t": (),
            "total": (
                r"(?:over|of|in|for|within|T ?=) ?@ (?:steps|epochs|iterations)",
                r"T(?:_max)? ?= ?@",
            ),
            "low": (
                r"(?:min(?:imum|imal)?|final|end) (?:learning rate|lr)(?: of| is| ?=)? ?#",
                r"(?:down )?to #(?= over| within| in)",
            ),
        },
        value=lambda top, t, total, low=0: cosine_rate(top, t, total, low),
        formula="low + (top − low)·(1 + cos(π·t/T))/2",
        examples=(
            "Cosine annealing with a peak learning rate of 0.001 over 100 epochs. At "
            "epoch 50 the learning rate is «0.0005».",
        ),
    ),
    Relation(
        name="learning rate of a linear warm-up",
        needs=("learning rate|lr", "warmup|warm-up|warm up", "linear"),
        result=(
            r"(?:at|after|in) step <t>@[^.;\d]{0,40}? (?:is|=|of|to) (?:about |then |only )?#",
            r"after <t>@ steps[^.;\d]{0,40}? (?:is|=|of|to) (?:about |then |only )?#",
        ),
        givens={
            "top": (
                r"(?:peak|max(?:imum|imal)?|target|base|full) (?:learning rate"
                r"|lr)(?: of| is| ?=)? ?#",
                r"to (?:a learning rate of )?#(?= over| within| in| during)",
                r"learning rate of #",
            ),
            "t": (),
            "warm": (
                r"(?:over|within|in|during|first|warm-?up of|for) (?:the first )?@ "
                r"(?:warm-?up )?steps",
                r"@ warm-?up steps",
                r"warmup_steps`? ?= ?@",
            ),
        },
        value=lambda top, t, warm: top * t / warm if t <= warm else None,
        formula="peak·step/warm-up",
        examples=(
            "A linear warm-up over 1,000 steps to a peak learning rate of 0.0004. At "
            "step 250 the learning rate is «0.0001».",
        ),
    ),
    Relation(
        name="velocity of momentum",
        needs=("velocity|v_", "momentum", "gradient"),
        result=(
            r"(?:new|updated|next|resulting) velocity(?: v)?",
            r"\bv(?:_t|_1|_2|_\{t\})(?= ?=| is| becomes)",
        ),
        givens={
            "β": BETA,
            "v": (
                r"(?:old|previous|current|last) velocity(?: of| is| v ?=| ?=)? ?#",
                r"velocity (?:of|is|was) #",
                r"\bv(?:_0|_\{?t-1\}?|_1)? ?= ?#",
            ),
            "g": GRADIENT,
            "η": LEARNING_RATE,
        },
        value=lambda β, v, g, η=1: [
            β * v + g,
            β * v + (1 - β) * g,
            β * v + η * g,
            β * v - η * g,
        ],
        formula="β·v + gradient",
        examples=(
            "Momentum with β = 0.9: the previous velocity is 2 and the gradient is "
            "1. The new velocity is «2.8».",
        ),
    ),
    Relation(
        name="bias-corrected moment of Adam",
        needs=("corrected|correction|m̂|\\hat m|\\hat{m|hat", "adam", "gradient"),
        result=(
            r"bias-corrected (?:first )?(?:moment|estimate|momentum|mean)(?: \w)?",
            r"\\hat ?m(?:_1|_t)?",
        ),
        givens={
            "β": (r"(?:β|\\beta|\bbeta)_? ?₁?1? ?= ?#",),
            "m": (
                r"\bm(?:_t|_1|_\{t\})? ?= ?#",
                r"first moment(?: estimate)?(?: of| is| ?=) ?#",
            ),
            "t": (r"(?:step|t) ?=? ?@", r"(?:after|in) the (?P<value>first|second)(?<!.) step"),
        },
        value=lambda β, m, t: m / (1 - β**t),
        formula="m/(1 − β₁ᵗ)",
        examples=(
            "Adam with $\\beta_1 = 0.9$: at step 2 the first moment is 0.19. The "
            "bias-corrected moment of the gradient is «1.0».",
        ),
    ),
    Relation(
        name="window of an exponential moving average",
        needs=(
            "average|window|memory|last",
            "exponential|ema|momentum|moving",
            "β|beta|decay|momentum|α|alpha",
        ),
        result=(
            r"averages? (?:over )?(?:roughly |about |approximately |effectively "
            r")?(?:the last )?#(?= (?:steps|values|gradients|days|updates"
            r"|iterations))",
            r"(?:effective )?(?:window|memory)(?: length| size)?(?: of)?(?= (?:is|of|about|≈))",
            r"(?:effective )?window",
        ),
        givens={"β": (*BETA, r"(?:weight|decay(?: rate)?)(?: of| is) #")},
        value=lambda β: [1 / (1 - β), 2 / (1 - β) - 1],
        formula="1/(1 − β)",
        examples=(
            "An exponential moving average with β = 0.98 averages over roughly the "
            "last «50» values.",
        ),
    ),
    Relation(
        name="clipped gradient's factor",
        needs=("clip", "gradient", "norm"),
        result=(
            r"(?:multiplied|scaled(?: down)?|rescaled|shrunk) (?:by|with) (?:a "
            r"factor of )?(?:about )?#",
        ),
        givens={
            "norm": (r"(?:gradient(?:['’]s)?|its|a|global) norm(?: of| is| ?=)? ?#",),
            "limit": (
                r"(?:threshold|max(?:imum)? norm|max_norm|clip(?:ping|ped)?(?: "
                r"\w+){0,3}?)`?(?: of| is| at| to| ?=| norm)* ?#",
            ),
        },
        value=lambda norm, limit: limit / norm if norm > limit else 1,
        formula="threshold/norm",
        examples=(
            "Gradient clipping with a threshold of 1: a gradient norm of 4 means "
            "that the gradient is scaled by «0.25».",
        ),
    ),
    Relation(
        name="normalized activation",
        needs=("normali", "batch|layer norm|layernorm", "mean", "variance|standard deviation"),
        result=(
            r"normali[sz]ed (?:value|activation|output|input|feature)",
            r"(?:value|activation|input|output) (?:of )?<x># (?:is normali[sz]ed to"
            r"|is mapped to|becomes) (?:about )?#",
            r"normali[sz](?:es|ed) (?:the )?(?:value |activation |input )?<x># to (?:about )?#",
        ),
        givens={
            "x": (r"(?:activation|value|input|\bx)(?: x)?(?: of| is| ?=) ?#",),
            "mean": (
                r"(?:batch )?mean(?: of| is| ?=)? ?(?:μ ?= ?)?#",
                r"(?:μ|\\mu)(?:_B)? ?= ?#",
            ),
            "variance": (
                r"(?:batch )?variance(?: of| is| ?=)? ?(?:σ² ?= ?)?#",
                r"(?:σ|\\sigma) ?\^ ?2 ?= ?#",
                r"σ² ?= ?#",
            ),
        },
        value=normalized,
        formula="(x − mean)/√variance",
        examples=(
            "Batch normalization: the batch mean is 4 and the batch variance is 9. "
            "For x = 10 the normalized value is «2».",
        ),
    ),
    Relation(
        name="units that dropout keeps",
        needs=("unit|neuron|activation", "dropout"),
        result=(
            r"# (?:of (?:them|the \w+) )?(?:units|neurons|activations)?(?: of "
            r"them)? ?(?:remain|stay|survive|are (?:kept|active|left|on)|active)(?: "
            r"on average)?",
            r"(?:keeps|leaves) (?:about |on average )*#(?!%| ?%) (?:\w+ )?(?:of "
            r"(?:them|the)|units|neurons|active)",
            r"expected number of (?:active|kept|remaining|surviving) (?:units|neurons"
            r"|activations)",
        ),
        givens={
            "n": (r"@ (?:hidden )?(?:units|neurons|activations)",),
            "p": (
                r"dropout(?: rate| probability)?(?: p)?(?: of| is| ?=|:| with)?(?: p ?=)? ?#",
                r"drop(?:s|ped)?(?: \w+){0,3}? (?:with )?(?:a )?probability (?:of "
                r")?(?:p ?= ?)?#",
                r"\bp ?= ?#",
            ),
        },
        value=lambda n, p: [n * (1 - p), 1 - p],
        formula="n·(1 − p)",
        examples=(
            "A layer of 200 units has a dropout rate of 0.3. On average «140» units remain active.",
        ),
    ),
    Relation(
        name="scale of inverted dropout",
        needs=("scal|multipl|divid", "dropout"),
        result=(
            r"(?:multipl\w+|scal\w+|amplified)(?: up)?(?: \w+){0,3}? (?:by|with) "
            r"(?:a factor of )?(?:about |1/[\d.() −-]{1,9} ?[=≈] ?)?#",
            r"scal(?:e|ing) factor",
        ),
        givens={
            "p": (
                r"dropout(?: rate| probability)?(?: p)?(?: of| is| ?=|:| with)?(?: p ?=)? ?#",
                r"drop(?:s|ped)?(?: \w+){0,3}? (?:with )?(?:a )?probability (?:of "
                r")?(?:p ?= ?)?#",
                r"\bp ?= ?#",
            )
        },
        value=lambda p: [1 / (1 - p), 1 - p, 1 / p],
        formula="1/(1 − p)",
        examples=(
            "Inverted dropout with a dropout rate of 0.2: the surviving activations "
            "are multiplied by «1.25» during training.",
        ),
    ),
    Relation(
        name="standard deviation of He initialization",
        needs=("standard deviation|std", " he init|kaiming| he-init| he normal"),
        result=(r"standard deviation", r"std(?: dev)?"),
        givens={
            "n": (
                r"(?:fan[- _]?in|n_in|n)`?(?: of| is| ?=) ?@",
                r"@ (?:inputs|input units|incoming \w+)",
            )
        },
        value=lambda n: [sqrt(2 / n)],
        formula="√(2/fan-in)",
        examples=(
            "He initialization for a layer with 200 inputs: the standard deviation of the weights "
            "is «0.1».",
        ),
    ),
    Relation(
        name="variance of He initialization",
        needs=("variance", " he init|kaiming| he-init| he normal"),
        result=(r"variance",),
        givens={
            "n": (
                r"(?:fan[- _]?in|n_in|n)`?(?: of| is| ?=) ?@",
                r"@ (?:inputs|input units|incoming \w+)",
            )
        },
        value=lambda n: 2 / n,
        formula="2/fan-in",
        examples=(
            "He initialization for a layer with 500 inputs: the weights get a variance of «0.004».",
        ),
    ),
    Relation(
        name="variance of Xavier initialization",
        needs=("variance", "xavier|glorot"),
        result=(r"variance",),
        givens={
            "n": (r"(?:fan[- _]?in|n_in)`?(?: of| is| ?=) ?@", r"@ inputs"),
            "m": (r"(?:fan[- _]?out|n_out)`?(?: of| is| ?=) ?@", r"@ outputs"),
        },
        value=lambda n, m: [2 / (n + m), 1 / n],
        formula="2/(fan-in + fan-out)",
        examples=(
            "Xavier initialization for a layer with 300 inputs and 100 outputs: the "
            "weights have a variance of «0.005».",
        ),
    ),
    Relation(
        name="vanishing product of derivatives",
        needs=(
            "shrink|gradient|factor|product|vanish",
            "sigmoid",
            "layers",
            "0.25|1/4|quarter",
        ),
        result=(
            r"(?:after|through|of|in|across|over) <n>@ (?:such |sigmoid "
            r")?layers[^.;\d]{0,60}? (?:is|to|by|of|at|becomes|=)(?: at most| about| "
            r"a factor of| less than| below| most)* #",
        ),
        givens={"n": ()},
        value=lambda n: 0.25**n,
        formula="0.25^layers",
        bound=True,
        examples=(
            "The derivative of the sigmoid is at most 0.25. Through 5 layers the "
            "gradient shrinks by a factor of about «0.00098».",
        ),
    ),
    Relation(
        name="memory of weights in 16 bits",
        needs=(
            "gb|gib|mb|memory|bytes",
            "fp16|bf16|float16|bfloat16|16-bit|16 bit|half precision|half-precision",
            "param|model",
        ),
        result=(
            r"(?:in|with|at|as|using) (?:FP16|BF16|fp16|bf16|float16|bfloat16|16-bit"
            r"|16 bits?|half[- ]precision)(?: precision)?,?[^.;\d]{0,40}? (?:takes?"
            r"|needs?|requires?|occup(?:y|ies)|is|are|weighs?|uses?|use|have|comes? "
            r"to)(?: up)?(?: about| roughly| around| only| already)* [data]",
            r"weights[^.;\d]{0,30}? (?:take|need|require|occupy|are|use)(?: up)?(?: "
            r"about| roughly| around| only| already)* [data][^.;\d]{0,15}? (?:in|with"
            r"|at|as) (?:fp16|bf16|float16|bfloat16|16-bit|half[- ]precision)",
        ),
        givens={"n": MODEL_SIZE},
        value=lambda n: byte_counts(n, 2),
        formula="2 bytes·parameters",
        unless=("matri", "activation", "cache", "logits", "scores"),
        examples=(
            "A model with 7 billion parameters: in fp16 the weights take about «14 GB».",
            "For a 13B model stored in bf16, the weights need «26 GB» in bf16.",
        ),
    ),
    Relation(
        name="memory of weights in 32 bits",
        needs=(
            "gb|gib|mb|memory|bytes",
            "fp32|float32|32-bit|32 bit|single precision|full precision",
            "param|model",
        ),
        result=(
            r"(?:in|with|at|as|using) (?:FP32|fp32|float32|32-bit|32 bits?|single[- "
            r"]precision|full[- ]precision)(?: precision)?,?[^.;\d]{0,40}? (?:takes?"
            r"|needs?|requires?|occup(?:y|ies)|is|are|weighs?|uses?|use|have|comes? "
            r"to)(?: up)?(?: about| roughly| around| only| already)* [data]",
        ),
        givens={"n": MODEL_SIZE},
        value=lambda n: byte_counts(n, 4),
        formula="4 bytes·parameters",
        examples=(
            "The network has 110 million parameters. In fp32 the weights take about «440 MB».",
        ),
    ),
    Relation(
        name="memory of weights in 8 bits",
        needs=("gb|gib|mb|memory|bytes", "int8|8-bit|8 bit|fp8", "param|model"),
        result=(
            r"(?:in|with|at|as|using|to) (?:int8|8-bit|8 bits?|fp8)(?: precision| "
            r"integers| quantization)?,?[^.;\d]{0,40}? (?:takes?|needs?|requires?"
            r"|occup(?:y|ies)|is|are|weighs?|uses?|use|have|comes? to)(?: up)?(?: "
            r"about| roughly| around| only| already)* [data]",
        ),
        givens={"n": MODEL_SIZE},
        value=lambda n: byte_counts(n, 1),
        formula="1 byte·parameters",
        examples=(
            "A model with 13 billion parameters: in int8 the weights take only about «13 GB».",
        ),
    ),
    Relation(
        name="memory of weights in 4 bits",
        needs=("gb|gib|mb|memory|bytes", "int4|4-bit|4 bit|nf4", "param|model"),
        result=(
            r"(?:in|with|at|as|using|to) (?:int4|4-bit|4 bits?|NF4)(?: precision| "
            r"integers| quantization)?,?[^.;\d]{0,40}? (?:takes?|needs?|requires?"
            r"|occup(?:y|ies)|is|are|weighs?|uses?|use|have|comes? to)(?: up)?(?: "
            r"about| roughly| around| only| already)* [data]",
        ),
        givens={"n": MODEL_SIZE},
        value=lambda n: byte_counts(n, 0.5),
        formula="½ byte·parameters",
        examples=(
            "A model with 70 billion parameters: with 4-bit quantization the weights "
            "need about «35 GB».",
        ),
    ),
    Relation(
        name="memory of Adam's moments",
        needs=("gb|gib|mb|memory|bytes", "adam|optimizer state", "param|model"),
        result=(
            r"(?:Adam(?:['’]s|W['’]s)?(?: two)?|optimizer) (?:states?|moments)(?: "
            r"alone| then)?(?: in \w+)?[^.;\d]{0,30}? (?:takes?|needs?|requires?"
            r"|occup(?:y|ies)|is|are|uses?|add|adds|come to)(?: up)?(?: about| "
            r"roughly| around| another| a further| already)* [data]",
        ),
        givens={"n": MODEL_SIZE},
        value=state_bytes,
        formula="8 bytes·parameters",
        examples=(
            "A model with 7 billion parameters is trained with Adam. The optimizer "
            "states in fp32 take another «56 GB».",
        ),
    ),
    *(
        Relation(
            name=f"memory of weights in {bits} bits, in a table",
            needs=(f"{names[0]}|{names[1]}", "weights|memory|size|model", "param|model"),
            result=(
                rf"^\W*(?:{'|'.join(names)})(?: weights)?\s*\n(?:\s*[\d.]+(?: bytes?)?\s*\n)?\s*"
                rf"(?=[\d.,]+\s?[MGT])[data]",
            ),
            givens={"n": MODEL_SIZE},
            value=weights_in(bits),
            formula=f"{bits} bits·parameters",
            examples=(
                "The model has 13 billion parameters. Its weights:\n\n| format | size |\n|---|---|"
                f"\n| {names[0]} | «{13 * bits / 8:g} GB» |",
            ),
        )
        for bits, names in FORMATS.items()
    ),
    Relation(
        name="memory on each GPU by a stage of ZeRO",
        needs=("stage", "zero|shard", "gpu", "adam|moment"),
        result=(r"stage <stage>@[^.;\d]{0,30}?[data] (?:on|per|for) (?:each |every |a )?GPU",),
        givens={"n": MODEL_SIZE, "gpus": (r"@ GPUs",), "stage": ()},
        value=sharded,
        formula="(2 + 2 + 12) bytes·parameters, sharded over the GPUs",
        examples=(
            "Adam with mixed precision on a model with 7 billion parameters. ZeRO shards over 8 "
            "GPUs.\n\n- Stage 1 leaves «38.5 GB» on each GPU.",
        ),
    ),
    Relation(
        name="levels of a quantization",
        needs=("level|value", "quanti|bit"),
        result=(
            r"(?:with|in|using) <bits>@ bits?[^.;\d]{0,40}? # (?:different |distinct "
            r"|possible )?(?:levels|values|codes|buckets|bins)",
            r"<bits>@[- ]bits? (?:integers?|quantization|codes?|weights?"
            r"|numbers?)[^.;\d]{0,40}? # (?:different |distinct |possible )?(?:levels"
            r"|values|codes|buckets|bins)",
        ),
        givens={"bits": ()},
        value=levels,
        formula="2^bits",
        exact=True,
        examples=(
            "Quantization with 4 bits allows «16» levels.",
            "An 8-bit quantization distinguishes «256» different values.",
        ),
    ),
    Relation(
        name="scale of a quantization",
        needs=("scale|step", "quanti", "range|from|between|min"),
        result=(
            r"scale(?: factor| s)?(?: of the quanti[sz]ation)?",
            r"(?:quanti[sz]ation )?step(?: size)?",
        ),
        givens={
            "low": (
                r"(?:range|from|between|in|weights|values|activations)(?: of| from| "
                r"is)? ?[\[(]? ?#(?: ?,| ?and| ?to|…)",
                r"min(?:imum)?(?: of| is| ?=)? ?#",
            ),
            "high": (
                r"(?:range|from|between|in|weights|values|activations)(?: of| from| "
                r"is)? ?[\[(]? ?<x>#(?: ?,| ?and| ?to|…) ?#",
                r"max(?:imum)?(?: of| is| ?=)? ?#",
            ),
            "bits": (r"@[- ]?bits?", r"int@", r"@ bits"),
        },
        value=scale_of,
        formula="(max − min)/(2^bits − 1)",
        examples=(
            "Weights in the range from -1 to 1 are quantized to 8 bits. The scale is "
            "about «0.00784».",
        ),
    ),
    Relation(
        name="compute of a training",
        needs=("flop", "6nd|6·n·d|6 nd|6 n d|6·n|6n|6 \\cdot|6 ×|6\\cdot|6 flop|six", "token"),
        result=(
            r"# (?:training )?(?:FLOPs?|floating[- ]point operations)(?!/|/s| per| a )",
            r"(?:training )?compute(?: budget)?",
        ),
        givens={
            "n": MODEL_SIZE,
            "d": (r"@ (?:training )?tokens", r"\bD ?= ?@", r"\btokens(?::| ?=| D ?=) ?@"),
        },
        value=lambda n, d: 6 * n * d,
        unless=("forward", "backward", "inference", "per token", "each token"),
        formula="6·N·D",
        examples=(
            "The rule is 6·N·D. For a 7B model and 2 trillion tokens training takes "
            "«8.4 × 10^22» FLOPs.",
        ),
    ),
    Relation(
        name="tokens of a compute-optimal training",
        needs=("token", "chinchilla|compute-optimal|compute optimal", "20"),
        result=(
            r"(?:compute-optimal|optimal|Chinchilla\w*)[^.;\d]{0,40}?tokens[^.;]{0,30}? (?:is"
            r"|are)(?: about| roughly)? #",
            r"\b(?:would|should|asks? for|needs?|calls? for|requires?|optimal\w*"
            r"|suggests?|recommends?"
            r"|wants?|implies|means)\b[^.;\d]{0,50}? # (?:training )?tokens"
            r"(?! (?:per|for each|for every|a)\b)",
        ),
        givens={"n": MODEL_SIZE},
        value=lambda n: [20 * n],
        formula="20·parameters",
        examples=(
            "The Chinchilla rule of thumb of around 20 tokens per parameter would "
            "ask for «140 billion» tokens for a 7B model.",
            "Chinchilla: train on 20 tokens per parameter. A model with 70 billion "
            "parameters would need «1.4 trillion» tokens.",
        ),
    ),
)
