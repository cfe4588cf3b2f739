"""Language models: overlap of texts, caches, decoding, chunks, contrastive batches."""

from collections.abc import Sequence
from math import ceil, cos, exp, prod, sin

from hooks.quantities.capacity import sizes
from hooks.quantities.relation import Relation, bare
from hooks.quantities.wordings import GAP, IS

CANDIDATE = (
    r"(?:candidate|hypothesis|output|translation|generated \w+|system summary|summary"
    r"|prediction)(?: sentence| summary| text| translation| length)?(?: \w+)?(?: has| is"
    r"| of| contains| with| length| ?[:=])(?: length)? @(?: (?:\w+ )?(?:words|tokens"
    r"|unigrams))?",
    r"\bc ?= ?@",
)
REFERENCE = (
    r"(?:reference|gold summary|human summary)(?: sentence| summary| text| translation| "
    r"length)?(?: \w+)?(?: has| is| of| contains| with| length| ?[:=])(?: length)? @(?: "
    r"(?:\w+ )?(?:words|tokens|unigrams))?",
    r"\br ?= ?@",
)
COMMON = (
    r"@ of (?:which|them) (?:occur|appear|are)",
    r"@ (?:\w+ )?(?:words|unigrams|tokens) (?:overlap|match|are shared|in common|appear "
    r"in|occur in)",
    r"(?:share|overlap in|have) @ (?:words|unigrams|tokens)(?: in common)?",
    r"@ (?:of (?:them|its words|these|its tokens|the words) )?(?:also )?(?:overlap|match"
    r"|appear in the (?:reference|candidate)|occur in the)",
    r"@ (?:matching|overlapping|shared|common) (?:words|unigrams|tokens)",
)
LAYERS = (
    r"@ (?:decoder |transformer |attention )*(?:layers|blocks)",
    r"(?:n_layers?|num_layers|\bL)`? ?= ?@",
)
KV_HEADS = (
    r"@ heads",
    r"@ (?:KV|key[-/ ]value|key and value|kv)[- ]heads",
    r"(?:n_kv_heads|num_key_value_heads|h_kv|\bh)`? ?= ?@",
)
HEAD_SIZE = (
    r"(?:head (?:dimension|size)|d_?head|head_dim|d_k)`?(?: of| is| ?=|:)? ?@",
    r"heads? (?:of|with) (?:size |dimension )?@(?: dimensions)?",
    r"@ dimensions (?:per|each)",
    r"d ?_ ?h(?:ead)? ?= ?@",
)
WIDTH = (
    r"(?:d_?model|hidden[_ ](?:size|dimension)|model (?:dimension|width)|\bd)`?(?: of| is"
    r"| ?=|:) ?@",
    r"d ?_ ?model ?= ?@",
)
BYTES = (r"@ bytes (?:per|each|for each|a) (?:number|value|element|entry|parameter)?", r"@[- ]byte")


def halves(*sizes: float) -> float:
    """Bytes of keys and values in 16 bits."""
    return prod(sizes) * 2 * 2


def position(pos: float, i: float, d: float) -> list[float]:
    """Vaswani et al. (2017), section 3.5."""
    angle = pos / 10000 ** (2 * i / d)
    return [sin(angle), cos(angle)]


def brevity(c: float, r: float) -> float:
    """Papineni et al. (2002), BLEU, section 2.3."""
    return 1 if c > r else exp(1 - r / c)


def bleu(precisions: Sequence[float], penalty: float = 1) -> float:
    return penalty * float(prod(precisions)) ** (1 / len(precisions))


def accepted(α: float, k: float) -> list[float]:
    """Tokens of one round of speculative decoding (Leviathan et al., 2023, equation 1)."""
    return [(1 - α ** (k + 1)) / (1 - α), α * (1 - α**k) / (1 - α)]


def overlap_f1(common: float, candidate: float, reference: float) -> float:
    return 2 * common / (candidate + reference)


RELATIONS = bare(
    Relation(
        name="brevity penalty",
        needs=("brevity",),
        result=(r"brevity penalty #", r"brevity penalty(?: \(?BP\)?)?", r"\bBP\b"),
        givens={"c": CANDIDATE, "r": REFERENCE},
        value=brevity,
        formula="e^(1 − r/c)",
        examples=(
            "BLEU: the candidate has 8 words and the reference has 10 words. The "
            "brevity penalty is «0.779».",
            "With $c = 18$ and $r = 20$ the brevity penalty works out to «0.895».",
        ),
    ),
    Relation(
        name="BLEU",
        needs=("bleu", "precision"),
        result=(r"BLEU(?:-\d)?(?: score)?",),
        givens={
            "precisions": (r"precisions?(?: of [\w– -]{1,30}?)?(?: are| of|:| ?=)? ?[#]",),
            "penalty": (rf"brevity penalty{GAP}{IS}#", r"\bBP ?= ?#"),
        },
        value=bleu,
        formula="BP·(Π p)^(1/N)",
        examples=(
            "The n-gram precisions are 0.8, 0.6, 0.4 and 0.3, and the brevity "
            "penalty is 1. BLEU is «0.490».",
        ),
    ),
    Relation(
        name="recall of ROUGE-1",
        needs=("rouge",),
        result=(
            r"ROUGE-1(?: recall| \(recall\))",
            r"(?:ROUGE-1(?:['’]s)? )?recall(?: of ROUGE-1)?",
        ),
        givens={"common": COMMON, "reference": REFERENCE},
        value=lambda common, reference: common / reference,
        formula="common/reference",
        examples=(
            "The reference summary has 10 words, and 6 of them appear in the "
            "candidate. ROUGE-1 recall is «0.6».",
        ),
    ),
    Relation(
        name="F1 of ROUGE-1",
        needs=("rouge-1|rouge", "f1|f-measure|f-score"),
        result=(r"ROUGE-1 (?:F1|F-score|F-measure)", r"(?:ROUGE-1(?:['’]s)? )?F1(?: score)?"),
        givens={"common": COMMON, "candidate": CANDIDATE, "reference": REFERENCE},
        value=overlap_f1,
        formula="2·common/(candidate + reference)",
        examples=(
            "The reference has 10 words and the candidate has 8 words, with 6 "
            "overlapping words. ROUGE-1 F1 is «0.667».",
        ),
    ),
    Relation(
        name="cache of keys and values per token",
        needs=(
            "per token|each token|every token|a token|one token",
            "cache",
            "fp16|bf16|float16|16-bit|16 bit|half precision|2 bytes|two bytes|s = 2",
            "kv|key",
        ),
        result=(
            r"per token[^.;\d]{0,50}? (?:is|takes?|needs?|requires?|uses?|stores?"
            r"|holds?|comes to|occupies|are)(?: up)?(?: about| roughly| around| only"
            r"| then| thus)* [data]",
            r"(?:takes?|needs?|requires?|uses?|stores?|occupies|is|of|adds)(?: "
            r"up)?(?: about| roughly| around| only)* [data] (?:per|for each|for every"
            r"|a) token",
            r"(?:each|every|one|a) token (?:takes?|needs?|requires?|uses?|adds|costs"
            r"|occupies)(?: up)?(?: about| roughly| around| only)* [data]",
        ),
        givens={"layers": LAYERS, "heads": KV_HEADS, "size": HEAD_SIZE},
        unless=("fp8", "int8", "8-bit", "fp32", "4-bit", "quanti"),
        value=lambda layers, heads, size: sizes(halves(layers, heads, size)),
        formula="2·layers·KV heads·head size·bytes",
        examples=(
            "The model has 32 layers, 8 KV heads and a head dimension of 128, all in "
            "fp16. Per token the KV cache takes up «128 KiB».",
            "With 80 layers and 8 key-value heads of size 128 in bf16, the KV cache "
            "needs about «328 kB» per token.",
        ),
    ),
    Relation(
        name="cache of keys and values per token of full attention",
        needs=(
            "per token|each token|every token|a token|one token",
            "cache",
            "fp16|bf16|float16|16-bit|16 bit|half precision|2 bytes|two bytes|s = 2",
            "hidden|d_model|width|d =",
        ),
        result=(
            r"per token[^.;\d]{0,50}? (?:is|takes?|needs?|requires?|uses?|stores?"
            r"|holds?|comes to|occupies|are)(?: up)?(?: about| roughly| around| only"
            r"| then| thus)* [data]",
            r"(?:takes?|needs?|requires?|uses?|stores?|occupies|is|of|adds)(?: "
            r"up)?(?: about| roughly| around| only)* [data] (?:per|for each|for every"
            r"|a) token",
        ),
        givens={"layers": LAYERS, "d": WIDTH, "heads": KV_HEADS, "size": HEAD_SIZE},
        unless=("fp8", "int8", "8-bit", "fp32", "4-bit", "quanti"),
        value=lambda layers, d, heads=0, size=0: sizes(
            halves(layers, heads, size or d) if heads else halves(layers, d)
        ),
        formula="2·layers·d·bytes",
        examples=(
            "A decoder with 32 layers and a hidden size of 4096 in fp16: per token "
            "the KV cache takes «512 KiB».",
        ),
    ),
    Relation(
        name="cache of a context",
        needs=("cache", "token|context", "per token"),
        result=(
            r"(?:for|with|of|at) (?:a (?:context|sequence|prompt) of )?<n>@ "
            r"tokens,?[^.;\d]{0,50}? (?:is|takes?|needs?|requires?|uses?|comes to|are"
            r"|grows to)(?: up)?(?: about| roughly| around| already)* [data]",
            r"context of <n>@ tokens[^.;\d]{0,30}? (?:is|takes?|needs?|requires?"
            r"|uses?)(?: up)?(?: about| roughly| already)* [data]",
        ),
        givens={
            "n": (),
            "each": (r"[data] (?:per|for each|a) token", r"per token[^.;\d]{0,50}? [data]"),
        },
        value=lambda n, each: n * each,
        formula="tokens·bytes per token",
        examples=(
            "The KV cache takes 128 KiB per token. With a context of 8,192 tokens "
            "the cache needs «1 GiB».",
        ),
    ),
    Relation(
        name="candidates of a step of beam search",
        needs=("candidate|continuation|hypotheses|expansion", "beam", "vocab"),
        result=(
            r"# (?:possible |candidate )?(?:candidates|continuations|hypotheses"
            r"|extensions|expansions)",
        ),
        givens={
            "k": (r"beam(?: width| size)?(?: of| is| k ?=| ?=)? @", r"\bk ?= ?@", r"@ beams"),
            "v": (r"vocabulary(?: size)?(?: of| is| has| with)? @", r"\bV ?= ?@"),
        },
        value=lambda k, v: [k * v, 2 * k],
        formula="beams·V",
        exact=True,
        examples=(
            "Beam search with a beam width of 4 and a vocabulary of 30,000 scores "
            "«120,000» candidates in each step.",
        ),
    ),
    Relation(
        name="tokens of a round of speculative decoding",
        needs=("token", "speculative", "accept"),
        result=(
            r"(?:yields|produces|generates|gives|gets|expect\w*|makes)(?: about| on "
            r"average| roughly)* # tokens",
            r"expected (?:number of )?(?:accepted )?tokens(?: per \w+(?: \w+)?)?",
        ),
        givens={
            "α": (
                r"(?:acceptance (?:rate|probability)|accept\w*(?: \w+){0,4}? "
                r"probability|α|\\alpha)(?: α)?(?: of| is| ?=)? ?(?:α ?= ?)?#",
            ),
            "k": (
                r"@ (?:draft(?:ed)?|proposed|speculative|speculated) tokens",
                r"(?:drafts?|proposes?|speculates?) @ tokens",
                r"(?:γ|\\gamma|\bk|\bK) ?= ?@",
            ),
        },
        value=accepted,
        formula="(1 − α^(k+1))/(1 − α)",
        examples=(
            "In speculative decoding a draft model proposes 4 tokens, with an "
            "acceptance rate of 0.8. A round yields on average «3.36» tokens.",
        ),
    ),
    Relation(
        name="mixture's active experts",
        needs=("active|activated|experts", "mixture|moe", "top-|routed"),
        result=(r"# of (?:the|its|all) experts (?:are|is) (?:active|used|activated)",),
        givens={
            "k": (r"top-(?P<value>\d{1,2})\b", r"@ (?:active|routed) experts"),
            "n": (r"@ experts (?:in|per|of)", r"(?:has|with|of) @ experts"),
        },
        value=lambda k, n: [k / n, k],
        formula="k/experts",
        examples=(
            "A mixture of experts has 64 experts and top-2 routing: «3.1 %» of the "
            "experts are active.",
        ),
    ),
    Relation(
        name="chunks of a document",
        needs=("chunk|window", "overlap|stride", "tokens"),
        result=(
            r"(?:gives|yields|makes|produces|into|get|has|results in|needs|have)(?: "
            r"about)? # (?:overlapping )?(?:chunks|windows)",
            r"number of (?:chunks|windows)",
        ),
        givens={
            "n": (r"(?:document|text|article|page|file)(?: \w+)?(?: of| has| with| is) @ tokens",),
            "size": (
                r"(?:chunks?|windows?|chunk size|chunk_size)`?(?: size)?(?: of| ?=| "
                r"is)? @(?: tokens)?",
            ),
            "overlap": (
                r"overlap(?:s|ping)?`?(?: of| by| ?=| is)? @",
                r"@[- ]tokens? overlap",
                r"@ tokens of overlap",
            ),
        },
        value=lambda n, size, overlap: [
            ceil((n - overlap) / (size - overlap)),
            ceil(n / (size - overlap)),
            (n - size) // (size - overlap) + 1,
        ],
        formula="⌈(n − overlap)/(size − overlap)⌉",
        exact=True,
        examples=(
            "A document of 10,000 tokens is cut into chunks of 512 tokens with an "
            "overlap of 64. This gives «23» chunks.",
        ),
    ),
    Relation(
        name="negatives in a contrastive batch",
        needs=("negative", "contrastive|simclr|infonce|in-batch|clip", "batch"),
        result=(
            r"# (?:in-batch |other |hard |random )?negatives?(?: examples| samples| "
            r"pairs)?(?! per (?:hard|query))",
        ),
        givens={"n": (r"batch(?: size)?(?: of| is| ?=| N ?=)? @", r"\bN ?= ?@", r"batch of @")},
        value=lambda n: [2 * n - 2, n - 1, n * n - n, 2 * n - 1],
        formula="2N − 2 (SimCLR), N − 1 (CLIP)",
        exact=True,
        examples=(
            "In SimCLR a batch of 256 images yields «510» negatives for each positive pair.",
            "With in-batch negatives and a batch size of 64 every query has «63» "
            "negatives in the contrastive loss.",
        ),
    ),
)
