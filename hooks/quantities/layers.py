"""Layers: parameters of each kind of layer in whatever words, sizes of outputs, operations.

The givens stand in the sentence of the count or near it; with the word "bias" and no word that
excludes biases, the count includes them.
"""

from collections.abc import Callable
from functools import wraps

from hooks.quantities.networks import (
    IN_CHANNELS,
    INNER,
    KERNEL,
    LAYERS,
    OUT_CHANNELS,
    PARAMETERS,
    RANK,
    VOCABULARY,
    WIDTH,
)
from hooks.quantities.relation import Relation, bare
from hooks.record import replace

Parts = tuple[float, list[float]]

WITHOUT_BIASES = (
    "no bias|without bias|without any bias|without the bias|without its bias|ignoring bias"
    "|ignoring the bias|ignore bias|ignore the bias|ignored|bias=false|bias = false|not counted"
    "|not counting|excluding|omit|neglect|bias-free|leaving out|leave out|weights only|only weights"
    "|biases aside|except"
).split("|")
KINDS = {
    "dense": r"dense|linear|fully[- ]connected|FC|classifier|classification head|output layer|head"
    r"|projection|logistic regression|softmax layer",
    "conv": r"conv\w*|filters?|kernels?",
    "embedding": r"embeddings?|lookup table",
    "lstm": r"LSTMs?",
    "gru": r"GRUs?",
    "rnn": r"RNNs?|Elman|recurrent",
    "attention": r"attention|MHA|QKV",
    "ffn": r"feed-?forward|FFN|MLP",
    "lora": r"LoRA|adapters?|adapted|low-rank",
    "norm": r"(?:batch|layer)[- ]?norm\w*|RMSNorm",
}
ALL = (
    r"(?:(?:trainable|learnable|learned|free|additional|extra|new|total|model) )*"
    r"(?:parameters|params|weights (?:and|plus|including) biases|learnable (?:values|numbers))"
)
TRAINED = rf"(?:{PARAMETERS}|learnable (?:values|numbers))"
HEDGES = r"(?:about |roughly |only |just |exactly |already |approximately |around |some |≈ ?|~ ?)?"

MARKS = {
    "dense": "dense",
    "conv": "conv",
    "embedding": "embedding",
    "lstm": "lstm",
    "gru": "gru",
    "attention": "attention",
    "lora": "lora",
    "norm": "norm",
    "ffn": "hidden layer",
}
# A layer that the sentence before names: "With its biases that makes # parameters".
SPOKEN_OF = (
    r"\b(?:the layer|this layer|it|that|this)(?: then| thus| therefore)? (?:has|makes?|gives?"
    r"|contains?"
    r"|needs?|adds?|comes to|means|is)(?: altogether| in total| a total of| exactly)? "
    rf"# {ALL}(?! (?:per|each|in each|for each|fewer|more|less|times)\b)"
)


def counts_of(kind: str, noun: str = TRAINED) -> tuple[str, ...]:
    """How texts say the count of a kind of layer: "the LSTM layer with 64 units has # weights"."""
    own = KINDS[kind]
    others = "|".join(said for name, said in KINDS.items() if name != kind)
    gap = rf"(?:(?!\b(?:{others})\b|param|weights)(?:[^.;\n]|\.(?=\d))){{0,140}}?"
    return (
        rf"\b(?:{own})\b{gap}(?<![×·*+/=]\s)(?<![×·*+/]){HEDGES}# (?:{noun})"
        r"(?! (?:per|each|in each|for each|fewer|more|less|times)\b)",
        rf"(?:{noun}|parameter count) (?:of|in|for) (?:the |this |that |such an? |an? |one "
        r"|each )"
        rf"?(?:\w+[- ])?(?:{own})(?: layer| cell| block| table| matrix| head)?",
        rf"(?:number of )?(?:{noun}) (?:of|in|for|with|from|under|by)[^.;\d]{{0,20}}?\b(?:{own})\b"
        rf"(?:(?!\b(?:{others})\b)(?:[^.;\n]|\.(?=\d))){{0,80}}? (?:is|are|=|:|comes "
        rf"to) {HEDGES}#(?! ?[×x])",
        rf"^\W*(?:the |an? )?(?:\w+[- ])?(?:{own})(?: layer| cell| block| table| matrix| "
        r"head)?\W*[:\n]"
        rf"\W*#(?: {noun})?\W*$",
    )


def parameters_of(
    name: str,
    kind: str,
    words: str,
    givens: dict[str, tuple[str, ...]],
    parts: Callable[..., Parts],
    formula: str,
    strict: tuple[str, ...],
    either: tuple[str, ...],
    further: tuple[str, ...] = (),
    spoken_of: str = "",
) -> tuple[Relation, ...]:
    """The relations for a layer's parameters where biases are said to count, and else.

    parts: of the givens, the number of weights and the numbers of biases that it may have.
    strict, either, spoken_of: examples. further: ways to state the result.
    """
    included = Relation(
        name=f"{name}, biases included",
        needs=("param|weights|learnable", words, "bias"),
        absent=WITHOUT_BIASES,
        result=(*counts_of(kind, ALL), *further),
        givens=givens,
        value=wraps(parts)(lambda *given: sums(parts(*given))),
        formula=formula,
        exact=True,
        local=True,
        examples=strict,
    )
    unsaid = with_or_without(included, parts, (*counts_of(kind), *further), either)
    return (included, unsaid, named_before(included, kind, spoken_of))[: 3 if spoken_of else 2]


def with_or_without(
    included: Relation,
    parts: Callable[..., Parts],
    result: tuple[str, ...],
    examples: tuple[str, ...],
) -> Relation:
    """The same where nothing is said of biases."""
    return replace(
        included,
        name=included.name.replace("biases included", "with or without biases"),
        needs=included.needs[:2],
        absent=(),
        result=result,
        value=wraps(parts)(lambda *given: [*sums(parts(*given)), parts(*given)[0]]),
        weak=True,
        examples=examples,
    )


def named_before(included: Relation, kind: str, example: str) -> Relation:
    """The same of the layer that the sentence before names."""
    return replace(
        included,
        name=included.name.replace(", biases included", " spoken of before"),
        absent=(*WITHOUT_BIASES, *(mark for other, mark in MARKS.items() if other != kind)),
        result=(SPOKEN_OF,),
        examples=(example,),
    )


def sums(parts: Parts) -> list[float]:
    weights, biases = parts
    return [weights + bias for bias in biases]


def recurrent(gates: int) -> Callable[[float, float], Parts]:
    """Of a recurrent layer with one bias for each gate and unit, or two (cuDNN, PyTorch)."""
    return lambda d, h: (gates * h * (d + h), [gates * h, 2 * gates * h])


def with_projections(d: float) -> Parts:
    """Of query, key, value and output projections, of which some may have biases."""
    return 4 * d * d, [4 * d, 3 * d, d]


def perceptron(n: float, h: float, m: float) -> Parts:
    return n * h + h * m, [h + m]


DENSE_IN = (
    r"@ (?:inputs?|input (?:features|units|dimensions|neurons|nodes)|features|incoming \w+)\b",
    r"(?:from|maps?|takes?|projects) @ (?:[\w-]+ ){0,2}?(?:to|into|onto)\b",
    r"@[- ]dimensional (?:\w+ ){0,2}?(?:state|inputs?|vectors?|features?|embeddings?"
    r"|representations?"
    r"|hidden|activations?|outputs?|space|data)\b",
    r"Linear\( ?(?:in_features ?= ?)?@",
    r"(?:input (?:size|dimension)|in_features|n_?in|d_?in)`?(?: of| is| ?[=:])? ?@",
)
DENSE_OUT = (
    r"(?<!hidden\s)(?<!input\s)@ (?:outputs?|output (?:features|units|dimensions|neurons|nodes"
    r"|classes)"
    r"|classes|units|neurons|logits|outgoing \w+)\b",
    r"(?:from|maps?|takes?|projects) \d[\d,]* (?:[\w-]+ ){0,2}?(?:to|into|onto) @",
    r"Dense\( ?(?:units ?= ?)?@",
    r"Linear\( ?(?:in_features ?= ?)?\d+, ?(?:out_features ?= ?)?@",
    r"(?:output (?:size|dimension)|out_features|n_?out|d_?out)`?(?: of| is| ?[=:])? ?@",
)
TWO = r"(?:hidden (?:state )?size|hidden (?:units|dimension|width|state)|units|neurons|cells)"
SMALL_INPUT = (
    r"(?:inputs?|embeddings?)(?: vectors?)?(?: and \w+)? (?:size|dimension|width)s?(?: \w)?"
    r"(?: of| is| be|,| ?[=:\n])? ?(?:\w ?= ?)?@",
    r"(?:inputs?|embeddings|vectors) (?:of|with) (?:size |dimension )?@",
    r"@[- ](?:dimensional|d) (?:\w+ )?(?:inputs?|vectors?|embeddings?|features)",
    r"@ (?:inputs|features|input (?:features|dimensions|units))\b",
    r"(?:input_size|input_dim|d_?in|d_?x|\bd|\bi|\bm)`? ?(?:=|:) ?@",
    r"\binput ?(?:of|is|:|=)? ?@",
)
STATE = (
    r"@ (?:hidden )?(?:units|neurons|cells)\b",
    r"(?:hidden|state)(?: state)?(?: vector)? (?:size|dimension|units|width)(?: \w)?"
    r"(?: of| is| be| ?[=:\n])? ?(?:\w ?= ?)?@",
    r"hidden (?:state|layer)(?: size)? (?:of|with) (?:size |dimension )?@",
    r"(?:hidden_size|units|d_?h|\b[nhH])`? ?(?:=|:) ?@",
    r"@[- ]unit\b",
    r"@[- ]dimensional (?:hidden|state)",
)


OF_LAYERS = bare(
    *parameters_of(
        name="parameters of a dense layer",
        kind="dense",
        words="dense|linear layer|linear(|fully connected|fully-connected|classification head"
        "|output layer|softmax layer",
        givens={"n": DENSE_IN, "m": DENSE_OUT},
        parts=lambda n, m: (n * m, [m]),
        formula="inputs·outputs + outputs",
        strict=(
            "The dense layer maps 128 features to 5 logits, and including its biases it has "
            "«645» parameters.",
            "If we put a `Dense(10)` classification head with biases on top of the 100-dimensional "
            "final state, it adds exactly «1,010» parameters.",
            "The first dense layer has 784 inputs and 256 outputs. With its biases the dense layer "
            "has «200,960» parameters.",
        ),
        spoken_of="The first dense layer has 784 inputs and 256 outputs. Together with its biases "
        "that makes «200,960» parameters.",
        either=("A linear layer from 512 inputs to 20 outputs has «10,260» parameters.",),
    ),
    *parameters_of(
        name="parameters of a network with one hidden layer",
        kind="ffn",
        words="mlp|perceptron|feed-forward|feedforward",
        givens={
            "n": DENSE_IN,
            "h": (
                r"hidden (?:layer )?(?:of|with|has|size) @",
                r"@ hidden (?:units|neurons|nodes)",
            ),
            "m": (r"@ (?:outputs?|output (?:units|neurons|nodes|classes)|classes|logits)\b",),
        },
        parts=perceptron,
        formula="(inputs + 1)·hidden + (hidden + 1)·outputs",
        strict=(
            "An MLP with 10 inputs, one hidden layer of 20 units and 3 outputs has «283» "
            "parameters "
            "(weights and biases).",
        ),
        either=("An MLP with 4 inputs, 8 hidden units and 2 outputs has «58» parameters.",),
    ),
    *parameters_of(
        name="parameters of a convolution",
        kind="conv",
        words="conv|filter|kernel",
        givens={
            "k": KERNEL,
            "c": (*IN_CHANNELS, r"@ (?:input|incoming)(?= and \d)"),
            "m": OUT_CHANNELS,
        },
        further=(
            r"parameters,? (?:\(?weights (?:plus|and) biases\)?|(?:includ|count)ing "
            r"(?:the |its |all )?biases),? (?:is|are|=|:) ?#",
        ),
        parts=lambda k, c, m: (k * k * c * m, [m]),
        formula="k²·C_in·C_out + C_out",
        strict=(
            "Input images have 3 channels. The first layer has 64 filters of 7 × 7 with biases. "
            "Its number of parameters, weights plus biases, is «9,472».",
            "A 3×3 convolution with 64 input channels and 128 output channels has «73,856» "
            "parameters (with biases).",
        ),
        spoken_of="A 3×3 convolution maps 16 input channels to 32 output channels. With the biases "
        "the layer has «4,640» parameters.",
        either=(
            "A 5×5 convolution maps 3 input channels to 16 output channels. So this conv layer has "
            "«1,216» parameters.",
        ),
    ),
    *parameters_of(
        name="parameters of one LSTM layer",
        kind="lstm",
        words="lstm",
        givens={"d": SMALL_INPUT, "h": STATE},
        further=(r"(?:number of parameters|parameter count)",),
        parts=recurrent(4),
        formula="4·(h·(d + h) + h)",
        strict=(
            "With an input size of 50 and a hidden size of 100 and one bias per block the LSTM "
            "has «60,400» parameters.",
            "For input size d = 64 and hidden size n = 100, with one bias vector per gate, the "
            "LSTM "
            "layer has «66,000» parameters.",
        ),
        either=(
            "An LSTM with an input size of 100 and a hidden size of 128 has four gates. The "
            "LSTM has «117,248» parameters.",
            "Take an LSTM with 64 units and 32-dimensional inputs.\n\n- Parameter count: «24,832»",
            "The LSTM with 32 units on inputs of size 16 has «6,272» parameters.",
        ),
    ),
    *parameters_of(
        name="parameters of one GRU layer",
        kind="gru",
        words="gru",
        givens={"d": SMALL_INPUT, "h": STATE},
        parts=recurrent(3),
        formula="3·(h·(d + h) + h)",
        strict=(
            "With an input size of 50 and a hidden size of 100, biases included, the GRU has "
            "«45,300» parameters.",
            "For input size d = 64 and hidden size n = 100, with one bias vector per gate, the GRU "
            "layer has «49,500» parameters.",
        ),
        either=(
            "With an input size of 100 and a hidden size of 128 the GRU has «87,936» parameters.",
            "The GRU with 32 units on inputs of size 16 has «4,704» parameters.",
        ),
    ),
    *parameters_of(
        name="parameters of one simple recurrent layer",
        kind="rnn",
        words="rnn|elman|recurrent",
        givens={"d": SMALL_INPUT, "h": STATE},
        parts=recurrent(1),
        formula="h·(d + h) + h",
        strict=(
            "A simple RNN with input size 8 and 16 units has, biases included, «400» parameters.",
        ),
        either=(
            "With an input size of 10 and a hidden size of 20 a simple RNN has «620» parameters.",
            "A vanilla RNN with input size 8 and 16 units has «384» parameters.",
        ),
    ),
    *parameters_of(
        name="parameters of an attention block",
        kind="attention",
        words="attention",
        givens={"d": WIDTH},
        parts=with_projections,
        formula="4·d²",
        strict=(
            "An attention block with d_model = 512, biases of all four projections included, has "
            "«1,050,624» parameters.",
        ),
        either=(
            "With $d_{model} = 512$ and 8 heads the multi-head attention has «1,048,576» weights.",
            "The model dimension is 768. So the attention block contains about «2.36 million» "
            "parameters.",
            "A multi-head attention block with d_model = 512 (Q, K, V and output projections) has "
            "«1,048,576» parameters.",
        ),
    ),
    Relation(
        name="parameters of a feed-forward block",
        needs=("feed-forward|feedforward|ffn|mlp", "param|weights"),
        result=counts_of("ffn"),
        givens={"d": WIDTH, "inner": INNER},
        value=lambda d, inner: [2 * d * inner, 2 * d * inner + d + inner, 3 * d * inner],
        formula="2·d·d_ff",
        weak=True,
        examples=(
            "With d_model = 512 and d_ff = 2048 the feed-forward network has about «2.1 "
            "million» parameters.",
            "The feed-forward block with d_model = 512 and d_ff = 2048 has «2,097,152» weights, "
            "biases not counted.",
        ),
    ),
    Relation(
        name="parameters of two embedding matrices",
        needs=("param|weights|numbers", "embedding|word2vec|skip-gram|vector|matri", "vocab|words"),
        result=(
            r"(?:input and (?:the )?output|two|both|center and (?:the )?context|target and "
            r"(?:the )?"
            rf"context)[^.;\d]{{0,40}}?(?:matri|embedding|table"
            rf"|vector)[^.;\d]{{0,40}}? {HEDGES}# {TRAINED}",
        ),
        givens={"v": VOCABULARY, "d": (*WIDTH, r"@ dimensions")},
        value=lambda v, d: 2 * v * d,
        formula="2·V·d",
        examples=(
            "Size: with a vocabulary of 50,000 and 300 dimensions, the input and the output matrix "
            "together have «30 million» parameters.",
        ),
    ),
    Relation(
        name="parameters of an embedding",
        needs=("param|weights|numbers", "embedding"),
        result=counts_of("embedding"),
        givens={"v": VOCABULARY, "d": (*WIDTH, r"@ dimensions")},
        value=lambda v, d: [v * d, 2 * v * d],
        formula="V·d",
        absent=("lstm", "gru", "rnn"),
        weak=True,
        examples=(
            "With a vocabulary of 50,000 and 300-dimensional vectors the embedding table has "
            "«15,000,000» parameters.",
            "Let $V = 30{,}522$ and $d = 768$.\n\nThe embedding matrix has about «23.4 million» "
            "parameters.",
            "An embedding layer with a vocabulary of 30,000 and a dimension of 768 has «23.04» "
            "million parameters.",
        ),
    ),
    Relation(
        name="parameters of LoRA for one matrix",
        needs=(
            "param|weights|adapter|lora",
            "param|weights",
            "lora|adapter|low-rank|adapted",
            "rank|r =",
        ),
        result=(
            r"\b(?:adapter|LoRA|update|pair)s?(?: then| thus)? (?:has|have|needs?|adds?|trains?)"
            r"(?: only| just| about)? #(?=\.?$|[,;] )",
            *counts_of("lora"),
            rf"(?:matrix|layer)[^.;]{{0,40}}? (?:has|have|needs?|gets?|takes?|adds?"
            rf"|with) {HEDGES}# "
            rf"{PARAMETERS}(?! of)",
        ),
        givens={
            "r": RANK,
            "n": (r"@ ?[×x] ?\d[\d,]{2,}", r"(?<![\w_])d ?= ?(?:k ?= ?)?@", r"d_in ?= ?@"),
            "m": (r"\d[\d,]{2,} ?[×x] ?@", r"(?<![\w_])k ?= ?@", r"d_out ?= ?@"),
        },
        unless=("total", "in all", "altogether", "layers", "matrices", "projections", "every"),
        value=lambda r, n, m: [r * (n + m), n * m],
        formula="r·(d_in + d_out)",
        exact=True,
        examples=(
            "LoRA with rank 8 on a 4096×4096 weight matrix. The two factors B and A of one "
            "adapted matrix have together «65,536» trainable parameters.",
            "A layer has a 1024 × 4096 matrix; LoRA uses $r = 16$. The adapter adds «81,920» "
            "parameters.",
            "LoRA: let d = k = 4096 and r = 8.\n\nIf you take r = 16 instead, each adapted 4096 "
            "× 4096 "
            "matrix has «131,072» trainable parameters.",
            "With rank 4, a 1024×1024 weight matrix needs only «8,192» trainable LoRA parameters.",
        ),
    ),
)
RELATIONS = (
    *OF_LAYERS,
    Relation(
        name="parameters of the layers of a transformer",
        needs=("param|weights", "transformer|gpt|decoder|encoder|bert|blocks"),
        result=(
            r"(?:12 ?[·⋅×*]? ?(?:n_layers?|L|N)? ?[·⋅×*]? ?d(?:_model)?(?:²|\^2) ?)[=≈] ?"
            r"(?:[\d· ×²,]+ ?[=≈] ?)?#"
            rf"(?: {PARAMETERS}| ?million)?",
        ),
        givens={"layers": LAYERS, "d": WIDTH},
        value=lambda layers, d: [12 * layers * d * d, 12 * d * d],
        formula="12·L·d²",
        examples=(
            "A GPT-style model with 12 layers and d_model = 768 has about 12·L·d² ≈ «85 million» "
            "parameters without embeddings.",
        ),
    ),
)
