"""Outputs of layers: sides of feature maps by every notation, patches, products, operations."""

from math import ceil, floor

from hooks.quantities.networks import IN_CHANNELS, KERNEL, OUT_CHANNELS
from hooks.quantities.relation import Relation, bare

MAP = (
    r"(?:(?:pixel|RGB|gr[ae]y-?scale|colou?r) )*(?:images?|inputs?|feature maps?|maps?|volumes?"
    r"|pictures?|tensors?)"
)
SIDE_IN = (
    rf"@ ?[×x] ?\d{{1,4}}(?: ?[×x] ?\d{{1,4}})?[- ]{MAP}\b",
    r"(?:inputs?|images?|feature maps?|pictures?|maps|takes|turns|from)(?: (?:size|shape|volume"
    r"|side))?"
    r"(?: is| are| be| of| has| with|:| ?=| a| an| the| size| shape)* \(?@ ?[×x] ?\d",
    r"^\W*@ ?[×x] ?\d{1,4}(?: ?[×x] ?\d{1,4})?(?=, )",
    r"(?<![\w_])(?:W|N|n|I|H|n_?\s?in|W_?\s?in|H_?\s?in) ?= ?@",
    r"input (?:size|width|side|length)(?: of| is| ?=|:)? ?@",
)
WINDOW = (
    *KERNEL,
    r"(?<![\w_])[FKfk] ?= ?@",
    r"(?:filters?|kernels?|windows?)(?: of)? size @",
    r"@ ?[×x] ?\d{1,2} (?:max |average |avg |mean )?pool",
    r"(?:kernel|filter|window)(?: size| width)?(?: of| is|:| ?=)? @(?! ?(?:filters|kernels))",
)
STEP = (r"strides?(?: of| is| S ?=| ?=|:)? ?@", r"(?<![\w_])[Ss] ?= ?@", r"stride-@")
BORDER = (r"padding(?: of| is| P ?=| ?=|:)? ?@", r"(?<![\w_])[Pp] ?= ?@")
SIDE_OUT = (
    r"(?:→|->|⇒|⟶|\\to|\b(?:gives?|yields?|produces?|becomes?|get|gets|leaves|obtain|returns?)\b)"
    r"(?: you| us)?(?: an?| the)?(?: output| feature map| map| volume)?(?: of)?(?: size| "
    r"shape)? ?\(?"
    r"#(?=(?: ?[×x] ?\d{1,4}){1,2}(?![\d.]))",
    r"\boutput(?: size| volume| shape| map| feature map| side| width| height| tensor)?"
    r"(?: then| thus| therefore)?(?: is| has| of| are|:| ?=| will be)"
    r"(?: then| thus| therefore| only)?(?: an?| the)?(?: shape| size)?(?: of)? ?\(?"
    r"#(?! ?(?:channels|filters|features|classes|units|[+−/(]))",
    r"\b[PpSs] ?= ?\d+,?(?: this| it)? (?:gives|yields|→|⇒) #(?! ?[×x+/])",
)
NOT_PLAIN = (
    "transpos",
    "deconv",
    "dilat",
    "upsampl",
    "global",
    "adaptive",
    "stack",
    "fraction",
    "atrous",
    "flatten",
    "per side",
    "patch",
    "causal",
    "1d",
    "3d",
)
CONVOLVES = "conv|kernel|filter|pool"


def sides(n: float, k: float, s: float, p: float) -> list[float] | None:
    """The side of an output, ⌊(n + 2p − k)/s⌋ + 1, and that of a transposed convolution, which may
    be meant where the text does not say so (Dumoulin and Visin, 2016)."""
    if not k <= min(n + 2 * p, 19) or not 0 < s < 10:
        return None
    return [floor((n + 2 * p - k) / s) + 1, *enlarged(n, k, s, p)]


def enlarged(n: float, k: float, s: float, p: float) -> list[float] | None:
    """The side that a transposed convolution without output padding gives."""
    return [(n - 1) * s - 2 * p + k] if k < 20 and 0 < s < 10 else None


RELATIONS = bare(
    Relation(
        name="side of a convolution's output",
        needs=(
            "→|->|output|gives|yields|get|becomes|returns|leaves|obtain|produces",
            CONVOLVES,
            "stride|s =|s=",
            "padding|p =|p=",
        ),
        result=SIDE_OUT,
        givens={"n": SIDE_IN, "k": WINDOW, "s": STEP, "p": BORDER},
        value=sides,
        formula="⌊(n + 2p − k)/s⌋ + 1",
        exact=True,
        local=True,
        unless=NOT_PLAIN,
        examples=(
            "Convolutions round down:\n\n- 32×32, K = 3, S = 2, P = 0 → «15»×«15»",
            "Convolution: W = 227, F = 11, S = 4, P = 0 gives «55».",
            "Let the input be 10 × 10, kernel size 3, padding 1 and stride 3. The output size is "
            "then «4».",
        ),
    ),
    Relation(
        name="side of an output without padding",
        needs=("no padding|without padding|valid|unpadded|padding 0", CONVOLVES),
        result=SIDE_OUT,
        givens={"n": SIDE_IN, "k": WINDOW, "s": STEP},
        value=lambda n, k, s=1: sides(n, k, s, 0),
        formula="⌊(n − k)/s⌋ + 1",
        exact=True,
        local=True,
        unless=NOT_PLAIN,
        examples=(
            "For a 28×28 input, a 5×5 kernel, no padding and stride 1 you get a «24»×«24» "
            "feature map.",
        ),
    ),
    Relation(
        name="side of an output with same padding",
        needs=("same", "padding", CONVOLVES),
        result=SIDE_OUT,
        givens={"n": SIDE_IN, "s": STEP},
        value=lambda n, s=1: ceil(n / s),
        formula="⌈n/s⌉",
        exact=True,
        local=True,
        unless=(*NOT_PLAIN, "no padding", "without padding", "valid"),
        examples=(
            "With an input of 64×64×3, 32 filters of size 3×3, stride 1 and same padding, the "
            "output "
            "volume is «64»×«64»×32.",
        ),
    ),
    Relation(
        name="side of a transposed convolution's output",
        needs=("transpos|deconv|upsampl|e.g.|doubles", "transpos|deconv", "stride|s ="),
        result=(
            *SIDE_OUT[:2],
            r"(?:to|into|onto) #(?=(?: ?[×x] ?\d{1,4}){1,2})",
            r"(?:→|->) ?#",
        ),
        givens={
            "n": (*SIDE_IN, r"@ ?(?:→|->) ?\d", r"(?:maps|turns|enlarges|upsamples) an? @ ?[×x]"),
            "k": WINDOW,
            "s": STEP,
            "p": BORDER,
        },
        value=enlarged,
        formula="(n − 1)·s − 2p + k",
        exact=True,
        unless=("output padding of", "output_padding=1", "output padding 1", "dilation 2"),
        examples=(
            "A popular choice for a transposed convolution is K = 4, S = 2, P = 1, which "
            "exactly doubles "
            "the resolution, e.g. 14 → «28».",
            "A transposed convolution with kernel 3, stride 2 and padding 1 (no output padding) "
            "maps "
            "a 7×7 input to «13»×«13».",
        ),
    ),
    Relation(
        name="patches of an image",
        needs=("patches|tokens", "vit|vision transformer|patch"),
        result=(
            r"(?:process\w*|handles|attends to|works on|splits? (?:it )?into|cut into|divided "
            r"into) "
            r"#(?: non-overlapping| image)? (?:patches|tokens)(?! of)",
            r"sequence (?:then |thus |therefore )?(?:has|of|is|contains) # (?:tokens|patches)",
        ),
        givens={
            "n": (r"@ ?[×x] ?\d{2,4}(?:[- ]pixels?)?(?: \w+)? (?:image|picture|input)",),
            "k": (
                r"patch(?:es)?(?: size)?(?: of(?: size)?| are| is| ?=)? ?@(?: ?[×x] ?\d{1,2})?",
                r"@ ?[×x] ?\d{1,2}(?:[- ]pixels?)? patch(?:es)?",
                r"ViT-\w{1,2}/(?P<value>\d{2})",
            ),
        },
        value=lambda n, k: [(n // k) ** 2, (n // k) ** 2 + 1],
        formula="(image/patch)²",
        exact=True,
        examples=(
            "ViT-B/16 on 384×384 images processes «576» patches.",
            "A vision transformer cuts a 224×224 image into 16×16 patches, so the sequence has "
            "«196» "
            "tokens (plus the class token).",
        ),
    ),
    Relation(
        name="multiplications of a convolution on a feature map",
        needs=("mac|flop|multipl|operations", "conv", "channel"),
        result=(
            r"# (?:MACs?|multiply[- ](?:add|accumulate)\w*|multiplications|mult-adds|FLOPs"
            r"|operations)",
        ),
        givens={
            "k": KERNEL,
            "c": (*IN_CHANNELS, r"@ (?:input|incoming)(?= and \d)"),
            "m": OUT_CHANNELS,
            "n": (r"@ ?[×x] ?\d{1,4} (?:output|feature|positions|map|grid|image|input)",),
        },
        value=lambda k, c, m, n: [
            count * times
            for count in (k * k * c * m * n * n, (k * k + m) * c * n * n, k * k * c * n * n)
            for times in (1, 2)
        ],
        formula="k²·C_in·C_out·H·W",
        examples=(
            "A 3×3 convolution with 64 input and 128 output channels on a 56×56 feature map needs "
            "about «231» million multiply-adds.",
        ),
    ),
    Relation(
        name="multiplications of a product of matrices",
        needs=("multiplication|flop|multiply-add|operations", "matri", "×|x"),
        result=(r"# (?:scalar )?(?:multiplications|multiply-adds|FLOPs|operations|MACs)",),
        givens={
            "m": (
                r"@ ?[×x] ?\d[\d,]*(?: matrix)? (?:by|with|times|and) (?:an? )?\d[\d,]* ?[×x] "
                r"?\d",
            ),
            "k": (r"\d ?[×x] ?@(?: matrix)? (?:by|with|times|and) (?:an? )?\d[\d,]* ?[×x] ?\d",),
            "n": (
                r"\d[\d,]* ?[×x] ?\d[\d,]*(?: matrix)? (?:by|with|times|and) (?:an? )?\d[\d,]* "
                r"?[×x] ?@",
            ),
        },
        value=lambda m, k, n: [m * k * n, 2 * m * k * n, m * n * (2 * k - 1)],
        formula="m·k·n",
        examples=(
            "Multiplying a 100×200 matrix by a 200×50 matrix takes «1,000,000» multiplications.",
        ),
    ),
    Relation(
        name="values of a flattened image",
        needs=("flatten",),
        result=(
            r"flatten(?:s|ed|ing)?(?: \w+){0,3}? (?:to|into|gives|yields)(?: an?| the)?(?: "
            r"vector)?(?: of| with)?"
            r"(?: length| size)? #(?! ?[×x])",
        ),
        givens={
            "height": (r"@ ?[×x] ?\d{1,4}(?! ?[×x])",),
            "width": (r"(?<![×x]\s)(?<![×x])\b\d{1,4} ?[×x] ?@(?! ?[×x])",),
        },
        value=lambda height, width: height * width,
        formula="height·width",
        exact=True,
        alone=True,
        unless=("channel", "rgb", "maps"),
        examples=("An input of 28×28 is flattened to «784» values and fed to a dense layer.",),
    ),
    Relation(
        name="receptive field after so many layers",
        needs=("receptive field", "×|x", "layer|convolution"),
        result=(
            r"receptive field(?: of (?:a unit|the (?:stack|network|last layer)))?(?: is| of| =| "
            r"becomes| has)+"
            r"(?: then| thus| only)? #",
        ),
        givens={
            "n": (
                r"(?:after|of|with|from|stack(?:ing)?) @ (?:such |of these |of them |stacked "
                r"|more )*(?:layers|convolutions)",
            ),
            "k": (r"@ ?[×x] ?\d{1,2} (?:conv\w*|filters?|kernels?|layers?)",),
        },
        value=lambda n, k: 1 + n * (k - 1),
        formula="1 + layers·(k − 1)",
        exact=True,
        unless=("stride 2", "dilat", "pool"),
        absent=("stride 2", "dilat", "pool", "stride of 2"),
        examples=(
            "Each 3×3 convolution (stride 1) adds 2 pixels. After four such layers the "
            "receptive field "
            "is «9»×«9».",
        ),
    ),
)
