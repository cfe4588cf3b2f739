"""Compute: time, memory and cost of training and serving large models, steps, tokens, schedules."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil

from hooks.quantities.capacity import sizes
from hooks.quantities.networks import LAYERS, WIDTH
from hooks.quantities.relation import Relation, bare
from hooks.quantities.training import BATCH, EPOCHS, MODEL_SIZE, STEPS_OF_EPOCH
from hooks.quantities.wordings import ROWS

MODEL = (
    *MODEL_SIZE,
    r"@[- ](?:billion|million)?[- ]?param\w*",
    r"(?<![\w-])@ (?:\w+ )?(?:model|LLM|network|transformer)\b",
    r"(?:Llama|LLaMA|Mistral|Falcon|GPT)-?\d?\.?\d?-@\b",
)
TAKES = (
    r"(?:takes?|taking|lasts?|needs?|requires?|is|are|means?|makes?|gives?|about|amounts? to"
    r"|comes? to"
    r"|in|brings?[^.;\d]{0,25}?to|for|runs?|another|leaves?|adds?|costs?|occup\w+|uses?)"
)
SIZE = (
    rf"\b{TAKES}(?: up| down)?(?: about| roughly| around| only| some| almost| nearly| just| another"
    r"| a further| ≈| ~| already| to)* [data](?! (?:per|a|each|for each|cards?|GPUs?|A100|H100"
    r"|of HBM))",
    r"(?<!\bone)(?<!\beach)(?<!\bhalf)[:=≈] ?(?:about )?[data]"
    r"(?! (?:per|a|each|for each|cards?|GPUs?|A100|H100))",
    r", (?:i\.e\. )?(?:about |roughly )?[data] in total",
)
NO_MORE = ("cache", "activation", "gradient", "adam", "optimizer", "lora", "batch", "train", "disk")
FLOPS = (
    r"# (?:training )?(?:FLOPs?|floating[- ]point operations)(?!/|/s| ?per|\w| a second|S\b)",
    r"\bC ?[=≈] ?#",
)
GPUS = (
    r"@ (?:(?!\d)[\w-]+ ){0,3}?(?:GPUs|A100s?|H100s?|V100s?|accelerators|TPUs|cards|devices"
    r"|chips)\b",
)
PEAK = (
    r"# ?TFLOPS?(?:/s| per second)?",
    r"#(?= ?TFLOP)",
)
UTILIZATION = (
    r"(?:utili[sz]ation|MFU)\)?(?: \(MFU\))?(?: of| is|:| =| at)* #",
    r"# (?:model )?(?:FLOPs? )?(?:utili[sz]ation|MFU)",
)
SPEED = (
    r"(?:effective|sustained|throughput|rate|speed)[^.;]{0,40}? # ?FLOPs?(?:/s| per second)",
    r"# ?FLOPs?(?:/s| per second)(?: effective|,? effectively| in total| overall| sustained)?",
    r"= ?# ?FLOPs?(?:/s| per second)",
)
DURATION = (
    r"\b(?:takes?|taking|lasts?|needs?|requires?|means|or|is|runs?(?: for)?|i\.e\.|=|≈|to|in"
    r"|about|over"
    r"|for|under)(?: then| thus| about| roughly| around| some| only| a bit over| almost| nearly"
    r"| just"
    r"| a little over| just under| ≈| ~)* [time]",
)
STEPS = (
    r"(?:optimi[sz]er |gradient |training |weight |parameter |update )?(?:steps|iterations"
    r"|updates)"
)


def training_time(flops: float, gpus: float, peak: float, share: float) -> float | None:
    """Seconds for so many operations; peak: of one GPU in 10¹² a second."""
    return flops / (gpus * peak * 1e12 * share) if 0 < share < 1 else None


def run_time(n: float, d: float, gpus: float, peak: float, share: float) -> float | None:
    return training_time(6 * n * d, gpus, peak, share)


def in_bytes(width: float) -> Callable[[float], list[Fraction]]:
    return lambda n: sizes(n * Fraction(width))


def cache_of(layers: float, d: float, tokens: float) -> list[Fraction]:
    """Keys and values of a context in each layer."""
    return sizes(2 * layers * d * tokens * 2)


def after_steps(top: float, t: float, every: float, factor: float) -> list[float]:
    """A rate that every so many epochs is multiplied with a factor, or divided by one."""
    times = [t // every, (t - 1) // every]
    return [top * (factor if factor < 1 else 1 / factor) ** n for n in times]


RELATIONS = bare(
    Relation(
        name="time of a training from GPUs, peak and utilization",
        needs=("day|hour|second|week", "utili|mfu", "flop"),
        result=DURATION,
        givens={"flops": FLOPS, "gpus": GPUS, "peak": PEAK, "share": UTILIZATION},
        value=training_time,
        formula="FLOPs/(GPUs·peak·utilization)",
        unless=("per step", "each step", "token", "cost"),
        examples=(
            "The training takes 1e22 FLOPs. With 128 GPUs at 312 TFLOP/s and 50% utilization "
            "the run "
            "lasts about «5.8 days».",
        ),
    ),
    Relation(
        name="time of a training from the model, GPUs, peak and utilization",
        needs=("day|hour|second|week", "utili|mfu", "flop", "token"),
        result=DURATION,
        givens={
            "n": MODEL,
            "d": (r"@ (?:training )?tokens", r"\bD ?= ?@"),
            "gpus": GPUS,
            "peak": PEAK,
            "share": UTILIZATION,
        },
        value=run_time,
        formula="6·N·D/(GPUs·peak·utilization)",
        unless=("per step", "each step", "cost"),
        examples=(
            "A 7B model is trained on 1 trillion tokens. With 256 GPUs of 312 TFLOP/s and a "
            "utilization of 40% the 6·N·D FLOPs take about «15.2 days».",
        ),
    ),
    Relation(
        name="time of a training from its speed",
        needs=("day|hour|second|week", "flop"),
        result=DURATION,
        givens={"flops": FLOPS, "speed": SPEED},
        value=lambda flops, speed: flops / speed if speed > 1e9 else None,
        close=True,
        formula="FLOPs/(FLOP/s)",
        unless=("per step", "each step", "token"),
        examples=(
            "The run needs 5.88e21 FLOPs. At an effective 7.99e15 FLOP/s this takes about «736,000 "
            "seconds».",
        ),
    ),
    Relation(
        name="days of so many seconds",
        needs=("day|hour", "second"),
        result=(
            r"[\d.,]+ seconds?(?: of \w+)?,?(?: which is| or| i\.e\.| that is| that['’]s| =| ≈|,"
            r"| \()+"
            r"(?: about| roughly| around| just| a bit| almost| nearly| over| under| a little| "
            r"some| ≈| ~)*"
            r" [time]",
        ),
        givens={"seconds": (r"(?P<value>\d[\d.,]*\d) seconds?\b",)},
        value=lambda seconds: seconds,
        formula="seconds/86,400",
        local=True,
        bound=True,
        examples=(
            "For the 7B model that means about 736,000 seconds of training, which is a bit over "
            "«8.5 "
            "days».",
            "That is 7,200 seconds or «2 hours».",
        ),
    ),
    Relation(
        name="steps for so many tokens",
        needs=("step|update|iteration", "token", "batch"),
        result=(rf"# {STEPS}(?! (?:per|each|a|of|after)\b)", rf"number of {STEPS}"),
        givens={
            "batch": (
                r"batch(?:es)?(?: size)?(?: of| is|:| ?=)? @ tokens",
                r"@ tokens (?:per|a|in each|in a) (?:batch|step)",
            ),
            "tokens": (
                r"(?<!of\s)@ (?:training )?tokens(?! (?:per|a|in each|in a) (?:batch"
                r"|step))",
            ),
        },
        value=lambda batch, tokens: tokens / batch if tokens > batch else None,
        formula="tokens/batch",
        examples=(
            "With a global batch of 2 million tokens, 140B tokens are «70,000» optimizer steps.",
        ),
    ),
    Relation(
        name="steps of an epoch with the last batch",
        needs=(
            "step|batches|iteration|update",
            "last|incomplete|partial|smaller|remaining",
            "batch",
        ),
        absent=("drop", "discard", "skip", "ignore", "throw"),
        result=STEPS_OF_EPOCH,
        givens={"n": ROWS, "batch": BATCH},
        value=lambda n, batch: ceil(n / batch) if n > batch else None,
        formula="⌈rows/batch⌉",
        exact=True,
        local=True,
        unless=("epochs", "total", "altogether"),
        examples=(
            "You train on 50,000 examples with a batch size of 128 and keep the last, "
            "incomplete batch. "
            "One epoch then takes «391» updates.",
            "1,000 samples, batch size 32: one epoch has «32» iterations, the last batch being "
            "smaller.",
        ),
    ),
    Relation(
        name="updates of several epochs",
        needs=("step|iteration|update", "epochs", "batch"),
        result=(
            r"(?:makes?|perform\w*|do|does|runs?|takes? in total|gives? in total)(?: about| in "
            r"total)? # "
            rf"{STEPS}",
        ),
        givens={"n": ROWS, "batch": BATCH, "epochs": EPOCHS},
        value=lambda n, batch, epochs: [
            epochs * ceil(n / batch),
            epochs * (n // batch),
            ceil(n * epochs / batch),
        ],
        formula="epochs·⌈rows/batch⌉",
        exact=True,
        unless=("warm", "every", "decay"),
        examples=(
            "With 10 epochs over 50,000 samples in batches of 50 we make «10,000» parameter "
            "updates.",
        ),
    ),
    Relation(
        name="effective batch over GPUs and accumulation",
        needs=("batch", "accumulat|gpu|device"),
        result=(r"(?:effective|global|total|overall) (?:mini-?)?batch(?: size)?",),
        givens={
            "each": (
                r"(?:per[- ](?:GPU|device)|micro-?|local|device)[- ]?(?: mini-?)?batch(?:es)?"
                r"(?: size)?"
                r"(?: of(?: size)?| is|:| ?=)? @",
                r"@ (?:\w+ )?(?:per|on each|on every|a) (?:GPU|device)",
            ),
            "gpus": GPUS,
            "accumulated": (
                r"@ (?:gradient[- ]?)?accumulation (?:steps|rounds)",
                r"accumulat\w+(?: \w+){0,3}? (?:over|for|across|of|is|=|steps:)? ?@",
            ),
        },
        value=lambda each, gpus=1, accumulated=1: (
            [each * gpus * accumulated] if gpus * accumulated > 1 else None
        ),
        formula="batch·GPUs·accumulation",
        exact=True,
        examples=(
            "A per-GPU batch of 8 on 4 GPUs with 4 gradient accumulation steps gives an "
            "effective batch "
            "size of «128».",
            "8 GPUs with a per-device batch size of 16 make a global batch size of «128».",
        ),
    ),
    *(
        Relation(
            name=f"memory of the weights in {words}",
            needs=("gb|gib|mb|tb", "|".join(marks), "param|model|weights"),
            result=SIZE,
            givens={"n": MODEL},
            alone=True,
            value=in_bytes(width),
            formula=f"{width:g} bytes·parameters",
            unless=(*NO_MORE, *others, "saves", "less", "from", "m and v"),
            examples=(
                f"Converting a 70B model to {marks[0]} brings it down to «{70 * width:g} GB».",
            ),
        )
        for words, width, marks, others in (
            (
                "full precision",
                4,
                ("fp32", "float32", "32-bit", "32 bit", "full precision"),
                ("16-bit", "fp16", "bf16", "8-bit", "int8", "4-bit", "int4", "half"),
            ),
            (
                "half precision",
                2,
                ("fp16", "bf16", "float16", "16-bit", "16 bit", "half precision"),
                ("32-bit", "fp32", "int8", "8-bit", "8 bit", "4-bit", "int4", "4 bit"),
            ),
            (
                "eight bits",
                1,
                ("int8", "8-bit", "8 bit", "fp8"),
                ("16-bit", "fp16", "bf16", "32-bit", "fp32", "4-bit", "int4", "4 bit"),
            ),
            (
                "four bits",
                0.5,
                ("int4", "4-bit", "4 bit", "nf4"),
                ("16-bit", "fp16", "bf16", "32-bit", "fp32", "int8", "8-bit", "8 bit"),
            ),
        )
    ),
    Relation(
        name="memory of Adam's two moments",
        needs=(
            "gb|gib|mb|tb",
            "adam|optimizer",
            "fp32|float32|32-bit|full precision",
            "moment|state",
        ),
        result=SIZE,
        givens={"n": MODEL},
        alone=True,
        value=lambda n: sizes(8 * n),
        formula="8 bytes·parameters",
        unless=(
            "gradients and",
            "total",
            "altogether",
            "16 bytes",
            "together",
            "all in all",
            "8-bit",
            "zero",
        ),
        examples=(
            "Adam keeps two moments per parameter in fp32, so a 7B model needs another «56 GB» "
            "for the "
            "optimizer states.",
        ),
    ),
    Relation(
        name="memory by bytes for each parameter",
        needs=(
            "gb|gib|mb|tb",
            "bytes per parameter|bytes a parameter|bytes for each parameter|bytes/param|bytes each",
        ),
        result=SIZE,
        givens={
            "each": (r"@ bytes (?:per|a|for each|for every) param\w*", r"@ bytes/param\w*"),
            "n": MODEL,
        },
        alone=True,
        value=lambda each, n: sizes(each * n),
        formula="bytes per parameter·parameters",
        examples=(
            "Mixed-precision training with Adam needs 16 bytes per parameter: for a 1.3B model "
            "that's "
            "about «20.8 GB» before activations.",
        ),
    ),
    Relation(
        name="memory of weights, gradients and two moments in fp32",
        needs=(
            "gb|gib|mb|tb",
            "fp32|float32|full precision|4 bytes",
            "gradient",
            "moment|adam",
            "weights",
        ),
        result=SIZE,
        givens={"n": MODEL},
        alone=True,
        value=lambda n: sizes(16 * n),
        formula="4·4 bytes·parameters",
        unless=("alone", "states", "bf16", "fp16", "8-bit"),
        examples=(
            "Training a 7B model in full fp32 with Adam takes 4 bytes each for weights, "
            "gradients and "
            "the two moments, «112 GB» in total.",
        ),
    ),
    Relation(
        name="cache of a context by layers and width",
        needs=("cache", "gb|gib|mb", "token|context", "layer", "fp16|bf16|16-bit|half|2 bytes"),
        result=SIZE,
        givens={
            "layers": LAYERS,
            "d": WIDTH,
            "tokens": (
                r"(?:context|sequence|prompt)(?: length| window)?(?: of| is| with| ?=)? @",
                r"@ tokens",
            ),
        },
        value=cache_of,
        formula="2·layers·width·tokens·2 bytes",
        unless=("per token", "kv head", "gqa", "grouped", "batch", "mqa", "group"),
        examples=(
            "For Llama-2-7B (32 layers, hidden size 4096, fp16) the KV cache takes about «2.1 "
            "GB» for a "
            "context of 4,096 tokens.",
        ),
    ),
    Relation(
        name="learning rate after steps of a schedule",
        needs=("epoch|step", "learning rate|lr", "every"),
        result=(
            r"(?:at|in|by) (?:epoch|step) <t>@,? (?:the )?(?:learning rate|lr|it)(?: is| equals"
            r"| has"
            r"| =)(?: then| only| about| down to| fallen to| dropped to)* #",
            r"after <t>@ (?:epochs|steps),? (?:the )?(?:learning rate|lr|it)(?: is| equals| has| =)"
            r"(?: then| only| about| down to| fallen to| dropped to)* #",
        ),
        givens={
            "top": (
                r"(?:start\w*|begin\w*|initial\w*)(?: \w+){0,3}?(?: at| with| from| of| is| ?=) #",
                r"(?:learning rate|lr)(?: of| is| starts at| ?=) #",
            ),
            "t": (),
            "every": (r"every @ (?:epochs|steps)",),
            "factor": (
                r"(?:divided|multipl\w+|decay\w*|drop\w*|reduc\w+|cut\w*|decreas\w+)(?: it)? "
                r"(?:by|with)"
                r"(?: a factor(?: of)?)? #",
                r"(?:gamma|γ|factor)(?: ?= ?| of )#",
            ),
        },
        value=after_steps,
        formula="rate·factor^⌊epoch/every⌋",
        examples=(
            "Starting at 0.1, the learning rate is divided by 10 every 30 epochs. At epoch 70 "
            "it is "
            "«0.001».",
        ),
    ),
    Relation(
        name="learning rate in a linear warm-up",
        needs=("learning rate|lr", "warmup|warm-up|warm up"),
        result=(
            r"(?:at|after|in) (?:step )?<t>@(?: steps)?,? (?:the )?(?:learning rate|lr|it)?(?: "
            r"is| equals"
            r"| has| =| of)(?: then| only| about| reached| risen to)* #",
        ),
        givens={
            "warm": (
                r"(?:over|within|in|during|first|warm-?up of|warm-?up:|for)(?: the)?(?: first)? "
                r"@ (?:warm-?up )?steps",
                r"@ warm-?up steps",
            ),
            "top": (
                r"(?:peak|maximum|max|target|base|full)(?: learning rate| lr| value)?(?: of| is"
                r"| ?=|:)? #",
                r"(?:from 0 )?to #",
            ),
            "t": (),
        },
        value=lambda warm, top, t: top * t / warm if t <= warm and top < 1 else None,
        formula="peak·step/warm-up",
        examples=(
            "Linear warmup over 4,000 steps to a peak of 0.001: at step 1,000 the learning rate is "
            "«0.00025».",
        ),
    ),
    Relation(
        name="learning rate after exponential decay",
        needs=("learning rate|lr", "exponential|decay"),
        result=(
            r"learning rate(?: of| is| to| =)(?: about)? #(?= after \d)",
            r"after \d+ epochs,? (?:the )?(?:learning rate|lr|it)(?: is| has fallen to| =| "
            r"drops to)(?: about| only)? #",
        ),
        givens={
            "top": (r"(?:from|start\w*(?: \w+)? (?:at|with)|initial(?: \w+){0,2}?(?: of| is)?) #",),
            "factor": (r"(?:factor|rate|γ|gamma|by)(?: of| ?=)? #(?: per| each| every| after)",),
            "t": (r"after @ epochs", r"(?:at|in) epoch @"),
        },
        value=lambda top, factor, t: top * factor**t if factor < 1 else None,
        formula="rate·factor^epochs",
        examples=(
            "Exponential decay with a factor of 0.9 per epoch from 0.1 leads to a learning rate of "
            "«0.0656» after 4 epochs.",
        ),
    ),
    Relation(
        name="memory of a named model by bytes for each parameter",
        needs=(
            "gb|gib|mb|tb",
            "bytes per parameter|bytes a parameter|bytes for each parameter|bytes/param",
        ),
        result=(
            r"[data] (?:for|with|in) (?:an?|the|our) <n>@[- ](?:\w+[- ])?(?:model|parameters?|LLM)",
        ),
        givens={
            "each": (r"@ bytes (?:per|a|for each|for every) param\w*", r"@ bytes/param\w*"),
            "n": (),
        },
        value=lambda each, n: sizes(each * n),
        formula="bytes per parameter·parameters",
        examples=(
            "Full fine-tuning with Adam in mixed precision needs about 16 bytes per parameter. "
            "That's "
            "«112 GB» for a 7B model.",
        ),
    ),
    Relation(
        name="memory that the weights leave",
        needs=("gb", "leav|left|remain", "weights|model"),
        result=(
            r"(?:leaves?|leaving|are left|remain\w*)(?: only| about| just| us)* [data]",
            r"[data] (?:are left|remain|is left|left)",
        ),
        givens={
            "memory": (
                r"(?:GPU|card|accelerator|A100|H100)s?(?: with| has| of| offers)+ "
                r"[data]",
                r"[data] (?:GPU|card|accelerator|A100|H100|of GPU memory|of memory)",
            ),
            "taken": (
                r"(?:minus|weights|model|takes?|need|occupy|less)(?: (?:take|need|occupy"
                r"|are|of|takes|needs))* (?:about "
                r")?[data]",
                r"[data] (?:of weights|for the weights|of model)",
            ),
        },
        value=lambda memory, taken: memory - taken if memory > taken else None,
        formula="memory − weights",
        alone=True,
        unless=("activation", "optimizer", "gradient", "each", "reserve"),
        examples=("A GPU with 24 GB minus 14 GB of weights leaves «10 GB» for the KV cache.",),
    ),
    Relation(
        name="saving of a smaller number format",
        needs=("factor|times|smaller", "int8|int4|fp16|bf16|fp32|float16", "from|instead|to"),
        result=(
            r"(?:from )?(?:fp|float|bf)(?P<a>32|16) (?:to|instead of|→) (?:int|fp|bf|float)"
            r"(?P<b>16|8|4)\b[^.;\d]{0,70}?"
            r"(?:factor of|by) #(?! ?%)(?=x|×|\.|,|;| |$)",
        ),
        givens={"a": (), "b": ()},
        value=lambda a, b: a / b,
        formula="bits/bits",
        unless=("faster", "speed", "throughput", "flop"),
        examples=("Quantizing from fp32 to int8 reduces the memory by a factor of «4».",),
    ),
)
