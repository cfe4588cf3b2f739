"""Networks: parameters of layers, sizes of outputs, receptive fields, operations."""

from collections.abc import Sequence

from hooks.quantities.relation import Relation, bare

PARAMETERS = (
    r"(?:(?:trainable|learnable|learned|free|additional|extra|new|total|model|LoRA"
    r"|adapter) "
    r")*(?:parameters|params|weights)"
)
UNITS = (
    r"(?:features|inputs?|units|neurons|nodes|dimensions|activations|values|channels"
    r"|logits|outputs?|classes|hidden units|input features|output units|output features)"
)
KERNEL = (
    r"@ ?[×x] ?\d{1,2}[- ](?:\w+ )?(?:kernel|filter|conv|layer|window|depthwise|separable)",
    r"(?:kernels?|filters?)(?: size)?(?: of(?: size)?| k ?=| is| ?=|`? ?=)? ?@(?: ?[×x] ?\d{1,2})?",
    r"kernel_size`? ?= ?@",
    r"\bk ?= ?@",
)
IN_CHANNELS = (
    r"(?:inputs?|images?)[^.;\d]{0,15}?\d+ ?[×x] ?\d+ ?[×x] ?@(?! ?[×x])",
    r"\d+ ?[×x] ?\d+ ?[×x] ?@ (?:images?|inputs?)",
    r"(?:images?|inputs?)(?: [\w×,]+){0,6}? (?:with|have|has|of) @ (?:color |input )?channels",
    r"@ (?:input|incoming) (?:channels|feature maps|maps)",
    r"(?:from|takes?|maps?|turns?) @ (?:input )?(?:channels )?(?:to|into)",
    r"(?:in_channels|C_?in|input channels)`? ?(?:=|:) ?@",
    r"C ?_ ?in ?= ?@",
    r"(?:on|of|for|to) an? @[- ]channel (?:input|image|feature map)",
)
OUT_CHANNELS = (
    r"@ (?:output|outgoing) (?:channels|feature maps|maps)",
    r"(?:from|takes?|maps?|turns?) (?:\d[\d,]* )(?:input )?(?:channels )?(?:to|into) @",
    r"(?:out_channels|C_?out|output channels)`? ?(?:=|:) ?@",
    r"C ?_ ?out ?= ?@",
    r"@ (?:filters|kernels)",
)
CHANNELS = (
    r"@ (?:input |feature |output )?(?:channels|feature maps|maps|filters)",
    r"(?:channels|num_features|C)`? ?(?:=|:) ?@",
)
INPUT_SIZE = (
    r"(?:inputs?|embeddings?)(?: vector)? (?:size|dimension|width)s?"
    r"(?: of| is| be| ?[=:\n])? ?(?:d ?= ?)?@",
    r"(?:inputs?|embeddings|vectors) (?:of|with) (?:size |dimension )?@",
    r"@[- ](?:dimensional|d) (?:inputs?|vectors?|embeddings?|features)",
    r"@ input (?:features|dimensions|units)",
    r"(?:input_size|input_dim|d_?in|d_?x|\bn|\bm|\bd|\bi)`? ?(?:=|:) ?@",
)
HIDDEN = (
    r"@ (?:hidden )?(?:units|neurons|cells)",
    r"hidden (?:size|state|dimension|units|width|layer)(?: size)?(?: of| is| be| h)?(?: "
    r"size)?(?: ?=|:)? ?@",
    r"(?:hidden_size|units|d_?h|\bh)`? ?(?:=|:) ?@",
    r"@[- ]dimensional hidden",
)
WIDTH = (
    r"(?:d_?model|d_\{?model\}?|d model|hidden[_ ](?:size|dimension)|model (?:dimension|width|size)"
    r"|embedding (?:size|dimension)|n_embd)`?(?: d)?(?: of| is| ?=|:)? ?@",
    r"(?:width|dimension|\bd)`?(?: d)?(?: of| is| ?=|:) ?@",
    r"d ?_? ?model ?= ?@",
    r"@[- ]dimensional",
)
INNER = (
    r"(?:d_?ff|d_\{?ff\}?|d_?ffn|feed-?forward (?:size|dimension|width)|intermediate(?:_"
    r"| )size|inner (?:dimension|width|size)|hidden layer)`?(?: of| is| ?=|:) ?@",
    r"d ?_? ?ff ?= ?@",
)
VOCABULARY = (
    r"(?:vocabulary|vocab)(?: size| of| has| with| is|_size)*`? ?(?:=|:|V ?=)? ?@",
    r"@ (?:tokens|words|entries|types|distinct words) in the vocabulary",
    r"\bV ?= ?@",
    r"@ (?:tokens|words|subwords|wordpieces|items|users|categories|entries|rows)",
)
RANK = (
    r"\brank-(?P<value>\d{1,3})\b",
    r"\brank(?: r)?(?: of| is| ?=|-)? ?(?:r ?= ?)?@",
    r"\br ?= ?@",
)
LAYERS = (
    r"@ (?:identical |stacked |transformer |decoder |encoder |hidden )*(?:layers|blocks)",
    r"(?:n_layers?|num_layers|\bL)`? ?= ?@",
)
HEADS = (r"@ (?:attention |query )?heads", r"(?:n_heads?|num_heads|\bh)`? ?= ?@")


def gated(gates: int, d: float, h: float) -> list[float]:
    """Parameters of a recurrent layer with one bias, two biases (cuDNN, PyTorch) or none."""
    return [gates * (h * (d + h) + b * h) for b in (1, 2, 0)]


def grown(kernels: Sequence[float], dilations: Sequence[float]) -> float:
    """The receptive field of stacked convolutions of stride 1."""
    return 1 + sum((k - 1) * d for k, d in zip(kernels, dilations, strict=True))


def attention(d: float) -> list[float]:
    """Query, key, value and output projections, with and without biases."""
    return [4 * d * d, 4 * (d * d + d), 4 * d * d + 3 * d, 4 * d * d + d]


def feed_forward(d: float, inner: float) -> list[float]:
    """Two maps with or without biases; three without biases if gated (SwiGLU)."""
    return [2 * d * inner + d + inner, 2 * d * inner, 3 * d * inner]


RELATIONS = bare(
    Relation(
        name="parameters of a depthwise separable convolution",
        needs=("param|weights", "depthwise|separable"),
        result=(
            r"(?:depthwise[- ])?separable (?:convolution|conv|layer|version|one"
            rf"|variant|block)[^.;\d]{{0,40}}? (?:only |just )?# {PARAMETERS}",
        ),
        givens={"k": KERNEL, "c": IN_CHANNELS, "m": OUT_CHANNELS},
        value=lambda k, c, m: [
            k * k * c + c * m,
            k * k * c + c * m + m,
            k * k * c + c + c * m + m,
        ],
        formula="k²·C_in + C_in·C_out",
        exact=True,
        examples=(
            "A 3×3 convolution with 64 input channels and 128 output channels. The "
            "depthwise separable version needs only "
            "«8,768» weights.",
        ),
    ),
    Relation(
        name="parameters of a depthwise convolution",
        needs=("param|weights", "depthwise"),
        result=(
            r"depthwise (?:convolution|conv|layer|part|step|filter\w*|stage)(?: "
            rf"alone| itself)?[^.;\d]{{0,30}}? (?:only |just )?# {PARAMETERS}",
        ),
        givens={"k": KERNEL, "c": (*CHANNELS, *IN_CHANNELS)},
        value=lambda k, c: [k * k * c, k * k * c + c],
        formula="k²·C",
        exact=True,
        examples=("With 3×3 kernels and 64 channels the depthwise convolution has «576» weights.",),
    ),
    Relation(
        name="parameters of a 1×1 convolution",
        needs=("param|weights", "1×1|1x1|pointwise", "channels"),
        result=(
            r"(?:1 ?[×x] ?1|pointwise)[- ](?:convolution|conv"
            rf"|layer)s?[^.;\d]{{0,30}}? # {PARAMETERS}",
        ),
        givens={"c": IN_CHANNELS, "m": OUT_CHANNELS},
        value=lambda c, m: [c * m + m, c * m],
        formula="C_in·C_out (+ C_out)",
        exact=True,
        examples=(
            "From 256 input channels to 64 output channels: the 1×1 convolution has "
            "«16,384» weights.",
        ),
    ),
    Relation(
        name="parameters of a feed-forward network with biases",
        needs=("param|weights", "bias", "feed-forward|feedforward|ffn|mlp"),
        result=(
            rf"bias[^.;\d]{{0,60}}?(?:feed-?forward|FFN|MLP)[^.;\d]{{0,40}}? (?:has"
            rf"|contains|needs|have) # {PARAMETERS}",
            rf"(?:feed-?forward|FFN|MLP)[^.;\d]{{0,40}}? (?:has|contains|needs|have) "
            rf"# {PARAMETERS},? (?:including|counting|with) (?:its |the |all )?bias",
        ),
        givens={
            "d": (*WIDTH, r"<x>@ ?(?:→|->) ?\d[\d,]* ?(?:→|->) ?@"),
            "inner": (*INNER, r"\d[\d,]* ?(?:→|->) ?@ ?(?:→|->)"),
        },
        value=lambda d, inner: 2 * d * inner + d + inner,
        formula="2·d·d_ff + d_ff + d",
        exact=True,
        examples=(
            "Let $d = 768$ and the feed-forward size be given as $d_{ff} = 3072$. "
            "Counting the weights and biases of both "
            "maps, the feed-forward network of a layer has «4,722,432» parameters.",
        ),
    ),
    Relation(
        name="parameters of a transformer's blocks",
        needs=(
            "param|weights",
            "transformer|decoder|gpt|encoder|blocks",
            "12·l|12l|12 l|12·n|12 \\cdot|12\\cdot|12 ×|12 · |12nd|12n_|12·d|12d|12 d",
        ),
        result=(
            r"(?:blocks|layers|stack|transformer|decoder|encoder)(?: then| thus| "
            r"therefore| together| in total)? (?:have|has|contains?|comes? to|holds?) (?:"
            r"(?:altogether"
            r"|together|in total|about|roughly|around) )*# (?:non-embedding "
            rf")?{PARAMETERS}",
        ),
        givens={"layers": LAYERS, "d": WIDTH},
        value=lambda layers, d: 12 * layers * d * d,
        formula="12·L·d²",
        examples=(
            "A rule of thumb says 12·L·d². With 12 layers and $d = 768$ the "
            "transformer's blocks have altogether about «85 million» parameters.",
        ),
    ),
    Relation(
        name="parameters of LoRA in several matrices",
        needs=("param|weights", "lora|adapter|low-rank", "matrices"),
        result=(
            r"(?:that['’]s|that is|this is|these are|in total|altogether|together|makes|gives)"
            rf"[^.;\d]{{0,25}} # {PARAMETERS}",
        ),
        givens={
            "matrices": (r"(?:so|thus|in all|makes|=|are) @ (?:\w+ )?matrices",),
            "r": RANK,
            "d": (r"\bd(?: ?_ ?(?:model|in))? ?= ?@", WIDTH[0]),
        },
        value=lambda matrices, r, d: matrices * 2 * r * d,
        formula="matrices·r·2d",
        examples=(
            "LoRA with r = 8 and d = 4096 adapts the query and value projections of 32 layers, so "
            "64 matrices. That is about «4.2 million» trainable parameters.",
            "With $d = 1024$ and $r = 4$ the adapters of 12 layers and two projections, thus 24 "
            "matrices, have in total «196,608» trainable parameters.",
        ),
    ),
    Relation(
        name="parameters of batch normalization",
        needs=(
            "param",
            "batch norm|batchnorm|batch-norm|batch normalization|batch normalisation",
        ),
        result=(
            r"(?:batch[- ]?norm(?:ali[sz]ation)?|BatchNorm2d|layer|it)(?: "
            r"layer)?(?: then| thus| therefore)?(?: (?:has|have|adds?|learns?|contains?"
            r"|with)|:) (?:only |just )?# (?:trainable|learnable|learned) (?:parameters"
            r"|params)",
        ),
        givens={"c": CHANNELS},
        value=lambda c: 2 * c,
        formula="2·channels",
        exact=True,
        examples=(
            "Batch normalization scales and shifts every channel. For a feature map "
            "with 64 channels of size 16×16 the layer "
            "has «128» learnable parameters.",
        ),
    ),
    Relation(
        name="parameters of layer normalization",
        needs=(
            "param",
            "layer norm|layernorm|layer-norm|layer normalization|layer normalisation",
        ),
        result=(
            r"(?:layer[- ]?norm(?:ali[sz]ation)?)(?: layer)?(?: then| thus| "
            r"therefore)? (?:has|have|adds?|learns?|contains?|with) (?:only |just "
            r")?# (?:trainable |learnable |learned )?(?:parameters|params)",
        ),
        givens={"d": WIDTH},
        value=lambda d: [2 * d, d],
        formula="2·d",
        exact=True,
        examples=("With d_model = 768 a layer norm has «1,536» parameters.",),
    ),
    Relation(
        name="receptive field of stacked convolutions",
        needs=(
            "receptive|sees|see ",
            "layers|convolutions",
            "3×3|5×5|7×7|3x3|5x5|7x7|3\\times|3 \\times|kernel|3 × 3",
        ),
        result=(
            r"(?:after|of|stack(?:ing)?(?: of)?|in) <n>@ (?:stacked |such "
            r"|successive |consecutive )?<k>@ ?[×x] ?\d{1,2} (?:conv\w* )?(?:layers"
            r"|convolutions|convs|filters)[^.;]{0,60}? (?:sees?|covers?|has|have"
            r"|receptive field of|is|=) (?:an? )?(?:receptive field of )?(?:patch of "
            r"|region of |window of |field of |area of )?#(?= ?[×x] ?\d)",
            r"receptive field (?:of|after) <n>@ (?:stacked |such |successive "
            r"|consecutive )?<k>@ ?[×x] ?\d{1,2} (?:conv\w* )?(?:layers|convolutions"
            r"|convs)(?: \w+){0,5}? (?:is|=|covers) (?:only )?#",
        ),
        givens={"n": (), "k": ()},
        value=lambda n, k: 1 + n * (k - 1),
        formula="1 + layers·(k − 1)",
        exact=True,
        examples=(
            "The receptive field grows. So a unit after three 3×3 layers with stride "
            "1 and no dilation sees a patch of «7»×«7» pixels.",
            "The receptive field of two 5×5 convolutions with stride 1 is «9»×«9».",
        ),
    ),
    Relation(
        name="receptive field of dilated convolutions",
        needs=("receptive", "dilat"),
        result=(r"receptive field",),
        givens={
            "k": KERNEL,
            "dilations": (r"dilations?(?: rates?| factors?)?(?: of| are|:| ?=)? ?[#]",),
        },
        value=lambda k, dilations: grown([k] * len(dilations), dilations),
        formula="1 + Σ (k − 1)·dilation",
        exact=True,
        examples=(
            "A stack of causal convolutions with a kernel size of 3 and dilations of "
            "1, 2, 4 and 8. The receptive field is «31».",
            "With $k = 2$ and dilations 1, 2, 4, 8 the receptive field comes to «16».",
        ),
    ),
    Relation(
        name="positions that a dilated kernel covers",
        needs=("covers|effective|spans", "dilat", "kernel"),
        result=(
            r"effective (?:kernel )?(?:size|extent)",
            r"(?:covers|spans) (?:a window of |an area of )?#(?= ?[×x] ?\d| positions)",
        ),
        givens={
            "k": KERNEL,
            "d": (
                r"dilation(?: rate| factor)?(?: of| is| r ?=| d ?=| ?=)? ?@",
                r"dilation`? ?= ?@",
            ),
        },
        value=lambda k, d: k + (k - 1) * (d - 1),
        formula="k + (k − 1)·(dilation − 1)",
        exact=True,
        examples=(
            "A 3×3 kernel with a dilation of 2 covers «5»×«5» positions.",
            "A kernel of size 5 with dilation 3: the effective kernel size is «13».",
        ),
    ),
    Relation(
        name="patches of a vision transformer",
        needs=("patch|token|sequence", "vit|vision transformer|patch"),
        result=(
            r"(?:gives|yields|makes|produces|into|are|is|has|sees|get|have|becomes) "
            r"(?:a (?:sequence|grid) of )?# (?:non-overlapping |image )?(?:patches"
            r"|patch tokens|patch embeddings)(?! (?:per|of|with)(?! \d))",
            r"number of patches",
            r"sequence(?: length)? (?:is|of|has) (?:length )?#(?: tokens)? (?:with"
            r"|including|counting) the (?:class|CLS)",
        ),
        givens={
            "n": (
                r"@ ?[×x] ?\d{2,4}(?:[- ]pixels?)?(?: \w+)? (?:image|picture|input)",
                r"images? (?:of(?: size)? |is |with )?@ ?[×x] ?\d",
                r"@ ?[×x] ?\d{3,4}",
            ),
            "k": (
                r"(?:patch(?:es)?(?: size)?)(?: of(?: size)?| are| is"
                r"| ?=)? ?@(?: ?[×x] ?\d{1,2})?",
                r"@ ?[×x] ?\d{1,2}(?:[- ]pixels?)? patch(?:es)?",
                r"(?:ViT-[BLHST]|ViT)/@",
            ),
        },
        value=lambda n, k: [(n // k) ** 2, (n // k) ** 2 + 1],
        formula="(image/patch)²",
        exact=True,
        examples=(
            "A vision transformer cuts a 224×224 image into patches of 16×16 pixels. "
            "This gives «196» patches.",
            "Take an image of 384×384 and a patch size of 16.\n\n- Number of patches: «576»",
        ),
    ),
    Relation(
        name="size of an output of a transposed convolution",
        needs=("output", "transposed|deconvolution|upsampl", "stride"),
        result=(
            r"output (?:width|size|length|height|side)",
            r"output(?: then| thus)? (?:has|is|measures) #",
        ),
        givens={
            "n": (
                r"(?:input|feature map)(?: \w+)?(?: of| is| ?=|:)?(?: (?:size|width"
                r"|length))?(?: of)? @(?: ?[×x] ?\d{1,4})?",
                r"@ ?[×x] ?\d{1,4} (?:image|input|feature map)",
                r"\bn ?= ?@",
            ),
            "k": KERNEL,
            "s": (r"stride(?: of| is| s ?=| ?=)? ?@", r"\bs ?= ?@"),
            "p": (r"padding(?: of| is| p ?=| ?=)? ?@", r"\bp ?= ?@"),
        },
        value=lambda n, k, s, p=0: [(n - 1) * s - 2 * p + k, (n - 1) * s - 2 * p + k + 1],
        formula="(n − 1)·s − 2p + k",
        exact=True,
        examples=(
            "A transposed convolution with an input of size 8, a kernel of size 4, "
            "stride 2 and padding 1: the output size is «16».",
        ),
    ),
    Relation(
        name="inputs of a flattened layer",
        needs=("flatten",),
        result=(
            r"flatten(?:s|ed|ing)?(?: \w+){0,4}? (?:to|into|has|is|gives|yields|of"
            r"|with)(?: a vector of| a vector with| length)? (?:length )?#(?! ?[×x])",
        ),
        givens={
            "shape": (
                r"(?:feature map|output|tensor|volume|shape|maps|of|is)s?(?: of| is| "
                r"has)?(?: shape| size)?(?: of)? "
                r"(?P<list>\d{1,4} ?[×x] ?\d{1,4} ?[×x] ?\d{1,4})(?! ?[×x])",
            )
        },
        value=lambda shape: shape[0] * shape[1] * shape[2],
        formula="height·width·channels",
        exact=True,
        examples=(
            "The last feature map is 7×7×512. It is flattened into a vector of «25,088» values.",
        ),
    ),
    Relation(
        name="dimension of a head",
        needs=("head", "d_model|dimension|width|hidden|d ="),
        result=(
            r"(?:each|every|per) head(?: then| thus| therefore)? (?:has|works (?:in"
            r"|with|on)|uses|gets|operates (?:in|on)|sees|attends in) (?:a dimension "
            r"of |only |dimension |size )?#(?! ?%)(?: dimensions)?",
            r"(?:head dimension|dimension (?:of|per) (?:each |a |one )?head|head size"
            r"|head_dim|d_head|d_k)`?",
        ),
        givens={"d": WIDTH, "h": HEADS},
        value=lambda d, h: d / h,
        formula="d/h",
        exact=True,
        examples=(
            "With $d_{model} = 512$ and 8 heads, each head works in «64» dimensions.",
            "A hidden size of 4096 is shared by 32 heads.\n\n- Head dimension: «128»",
        ),
    ),
    Relation(
        name="scale of attention scores",
        needs=("divid|scal|sqrt|√", "attention", "d_k|dimension|d_{k"),
        result=(
            r"(?:scores|dot products|logits)(?: \w+)? (?:are |is |get )?(?:divided"
            r"|scaled down|scaled) by (?:√d_k = |\\sqrt d_k ?= ?)?#(?! ?[\d/])",
            r"(?:scaling factor|divisor)(?: \w+)?",
            r"\\sqrt d_k",
        ),
        givens={
            "d": (
                r"d_k ?(?:=|of|is) ?@",
                r"d ?_ ?k ?= ?@",
                r"(?:key|head|query) dimension(?: of| is| ?=)? ?(?:d_k ?= ?)?@",
                r"@[- ]dimensional (?:keys|queries|heads)",
            )
        },
        value=lambda d: [d**0.5, 1 / d**0.5],
        formula="√d_k",
        examples=("Scaled dot-product attention with $d_k = 64$: the scores are divided by «8».",),
    ),
    Relation(
        name="entries of an attention matrix",
        needs=("entries|scores|weights|elements|cells|dot products|numbers", "attention"),
        result=(
            r"(?:attention )?(?:matrix|score matrix|map|head|head and layer"
            r"|layer)(?: \w+){0,3}? (?:has|have|contains?|holds?|computes?|needs?"
            r"|stores?) (?:about |roughly )?# (?:entries|scores|weights|elements"
            r"|attention scores|attention weights|numbers|dot products)",
            r"# (?:attention )?(?:scores|entries) per head",
        ),
        givens={
            "n": (
                r"@ (?:input )?tokens",
                r"(?:sequence|context)(?: length)?(?: of| is| ?=)?(?: length)? ?@",
                r"\bn ?= ?@",
            )
        },
        value=lambda n: n * n,
        unless=("causal", "mask", "triang", "half"),
        formula="n²",
        examples=("For a sequence of 1,024 tokens the attention matrix has «1,048,576» entries.",),
    ),
    Relation(
        name="multiplications of a convolution",
        needs=("mac|flop|multipl|operations", "conv|filter|kernel", "channels|filters"),
        result=(
            r"# (?:MACs?|multiply[- ]\w+|multiplications|multiply-add\w*|mult-adds)",
            r"(?:number of )?(?:MACs|multiplications|multiply-accumulates)",
        ),
        givens={
            "k": KERNEL,
            "c": IN_CHANNELS,
            "m": OUT_CHANNELS,
            "n": (
                r"(?:output|feature map|outputs)(?: \w+)?(?: of| is| ?=|:)?(?: "
                r"size)? @(?: ?[×x] ?\d{1,4})",
                r"@ ?[×x] ?\d{1,4} (?:output|feature map|positions)",
            ),
        },
        value=lambda k, c, m, n: [
            k * k * c * m * n * n,
            k * k * c * n * n + c * m * n * n,
            k * k * c * n * n,
            c * m * n * n,
        ],
        formula="k²·C_in·C_out·H·W",
        examples=(
            "A 3×3 convolution with 64 input channels and 128 output channels and an "
            "output of 56×56 needs «231,211,008» MACs.",
        ),
    ),
    Relation(
        name="operations of a product of matrices",
        needs=("flop|operations|multipl", "matri", "×|x"),
        result=(r"# (?:FLOPs?|floating[- ]point operations)",),
        givens={
            "m": (
                r"@ ?[×x] ?\d[\d,]*(?: matrix)? (?:matrix )?(?:by|with|times|and) "
                r"(?:an? )?\d[\d,]* ?[×x] ?\d[\d,]*",
            ),
            "k": (
                r"\d[\d,]* ?[×x] ?@(?: matrix)? (?:matrix )?(?:by|with|times|and) "
                r"(?:an? )?\d[\d,]* ?[×x] ?\d[\d,]*",
            ),
            "n": (
                r"\d[\d,]* ?[×x] ?\d[\d,]*(?: matrix)? (?:matrix )?(?:by|with|times"
                r"|and) (?:an? )?\d[\d,]* ?[×x] ?@",
            ),
        },
        value=lambda m, k, n: [2 * m * k * n, m * k * n, m * n * (2 * k - 1)],
        formula="2·m·k·n",
        examples=(
            "Multiplying a 512×1024 matrix by a 1024×256 matrix takes about «268 million» FLOPs.",
        ),
    ),
)
