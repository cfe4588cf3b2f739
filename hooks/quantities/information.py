"""Information: entropies of stated distributions, cross-entropy, divergence, perplexity."""

from fractions import Fraction
from math import exp, log, log2

from hooks.quantities.phrases import ROUGHLY, SAID, WORD, counted, named, symbol
from hooks.quantities.relation import Relation

SIDES = r"<sides>@[- ]sided (?:die|dice)"
NAMES = (
    r"distribution|probabilities|shares|frequencies|proportions|classes|predicted"
    r"|predicts|label|softmax"
)
DISTRIBUTION = (
    rf"(?:{NAMES})[^.;\d]{{0,50}}?[#]",
    r"\bp ?= ?[\\\s]*[#]",
    r"\bp\([a-z]\) ?= ?[\\\s]*[#]",
    r"with (?:the )?probabilities [#]",
)
P = (
    r"(?<![\w/])p(?:\(x\))? ?[=:] ?[\\\s]*[#]",
    r"(?:true|target|actual|empirical)[^.;\d]{0,40}?[#]",
)
Q = (
    r"(?<![\w/])q(?:\(x\))? ?[=:] ?[\\\s]*[#]",
    r"(?:predict|model|estimat|approximat|reference|uniform)[^.;\d]{0,40}?[#]",
)
NODE = r"\b(?:node|parent|root|root node|data set|sample|set) (?:has|with|holds|contains|of)"
CLASSES = (
    counted(
        "classes|categories|outcomes|symbols|values|labels|states|tokens|options|words"
        "|letters|intents|species"
    ),
    symbol("K|k|C|V|n"),
    named("vocabulary(?: size)?|number of classes"),
    r"vocabulary of #",
)
PERPLEXITY = (
    rf"(?<!\w)perplexity(?:{WORD}){{0,4}}?\s*(?:is|of|=|≈|:|equals|comes [a-z "
    rf"]{{2,8}}){{1}}\s{ROUGHLY}#(?!.*\n)"
)
SHARE = (
    r"(?:probability|chance|share|rate|proportion|fraction)(?: of (?:[a-z]+ "
    r"?){1,3})?(?: is| of| =|:|,)? ?#",
    r"with (?:a )?probability #",
    symbol("p|P\\([A-Za-z0-9=]{1,8}\\)"),
    r"# (?:of the )?(?:positives?|heads|clicks|churners|spam|buyers|defaults|fraud)",
)


def is_distribution(p: tuple[Fraction, ...]) -> bool:
    return len(p) > 1 and all(0 <= share <= 1 for share in p) and abs(sum(p) - 1) < Fraction(1, 99)


def entropy(p: tuple[Fraction, ...]) -> list[float] | None:
    """In bits, in nats, and as a share of the largest (Shannon 1948)."""
    if not is_distribution(p):
        return None
    bits = -sum(float(share) * log2(share) for share in p if share)
    return [bits, bits * log(2)]


def binary_entropy(p: Fraction) -> list[float] | None:
    return entropy((p, 1 - p)) if 0 < p < 1 else None


def binary_entropy_in_bits(p: Fraction) -> float | None:
    made = binary_entropy(p)
    return made and made[0]


def cross_entropy(p: tuple[Fraction, ...], q: tuple[Fraction, ...]) -> list[float] | None:
    """H(p, q), and H(q, p) where a text names them the other way round; bits and nats."""
    if not (len(p) == len(q) and is_distribution(p) and is_distribution(q)):
        return None
    made = [
        -sum(float(a) * log2(b) for a, b in zip(*pair, strict=True) if a)
        for pair in ((p, q), (q, p))
        if all(b or not a for a, b in zip(*pair, strict=True))
    ]
    return [value for bits in made for value in (bits, bits * log(2))]


def divergence(p: tuple[Fraction, ...], q: tuple[Fraction, ...]) -> list[float] | None:
    """D(p‖q) and D(q‖p) in bits and nats (Kullback and Leibler 1951)."""
    if not (len(p) == len(q) and is_distribution(p) and is_distribution(q)):
        return None
    if not (all(p) and all(q)):
        return None
    made = [
        sum(float(a) * log2(a / b) for a, b in zip(*pair, strict=True)) for pair in ((p, q), (q, p))
    ]
    return [value for bits in made for value in (bits, bits * log(2))]


def total_variation(p: tuple[Fraction, ...], q: tuple[Fraction, ...]) -> Fraction | None:
    return (
        sum(abs(a - b) for a, b in zip(p, q, strict=True)) / 2
        if len(p) == len(q) and is_distribution(p) and is_distribution(q)
        else None
    )


def entropy_of_counts(a: Fraction, b: Fraction) -> list[float] | None:
    """Of two classes, or of one and all (the larger one); in bits and nats."""
    if a.denominator > 1 or b.denominator > 1 or min(a, b) < 1:
        return None
    made = entropy((a / (a + b), b / (a + b)))
    return made + entropy((a / b, 1 - a / b)) if a < b else made


RELATIONS = (
    Relation(
        name="entropy of equally likely sides",
        needs=("sided", "entropy", "bit"),
        result=(
            rf"fair {SIDES}[^.;\d]{{0,60}}?entropy[^.;\d]{{0,30}}?#(?= bits?)",
            rf"entropy of a fair {SIDES}[^.;\d]{{0,30}}?#(?= bits?)",
            rf"fair {SIDES}[^.;\d]{{0,30}}?#(?= bits?)",
        ),
        givens={"sides": (SIDES.replace("<sides>", ""),)},
        value=lambda sides: log2(sides),
        formula="log₂(sides)",
        examples=(
            "A fair eight-sided die has an entropy of «3» bits.",
            "The entropy of a fair 6-sided die is «2.585» bits.",
            "Entropies:\n\n| variable | entropy |\n|---|---|\n| fair six-sided die | "
            "«2.585» bits |\n| fair coin | 1 bit |",
        ),
    ),
    Relation(
        name="entropy of equally likely cases",
        needs=(
            "entropy",
            "uniform|equally likely|equally frequent|equally probable|maximum|maximal|largest",
        ),
        result=(
            r"(?:(?:maximum|maximal|largest|highest) (?:possible )?entropy"
            rf"|entropy[^.;:=\d]{{0,40}}?(?:equally (?:likely|frequent|probable)"
            rf"|uniform)[^.;:=\d]{{0,40}}?){SAID}#",
            r"(?:over|with|of|for) <k>@ (?:equally (?:likely|frequent|probable) )?(?:classes"
            r"|categories|outcomes|symbols|values|labels"
            rf"|states)[^.;:=\d]{{0,30}}?entropy[^.;:=\d]{{0,20}}?{SAID}#",
        ),
        givens={"k": CLASSES},
        value=lambda k: [log2(k), log(k)] if k > 1 else None,
        formula="log₂ k",
        examples=(
            "With 5 classes the maximum entropy is «2.32» bits.",
            "A uniform distribution over 26 letters: the maximum entropy works out to «4.70» bits.",
        ),
    ),
    Relation(
        name="entropy of a distribution",
        needs=("entropy", "distribution|probabilities|shares|p =|p=|frequencies|proportions"),
        result=(
            r"(?<!cross.)(?<!relative.)(?:entropy|H\([A-Za-z]\))(?: of (?:the |this |that "
            r")?(?:distribution|source|labels?|classes|variable|p|P|X)(?: "
            rf"[a-z]+){{0,3}})?(?: \((?:in )?(?:bits|nats)\))?{SAID}#",
        ),
        givens={"p": DISTRIBUTION},
        value=entropy,
        formula="−Σ p·log₂ p",
        close=True,
        unless=("half and half", "fifty-fifty", "50/50"),
        examples=(
            "A source has the distribution (0.5, 0.25, 0.125, 0.125). Its entropy is «1.75» bits.",
            "With class shares of 70 %, 20 % and 10 % the entropy is «1.157» bits.",
            "For $p = (0.6, 0.3, 0.1)$ the entropy comes to «0.898» nats.",
        ),
    ),
    Relation(
        name="entropy of a node of two classes",
        needs=("entropy", "node|parent|root|split"),
        result=(
            r"entropy (?:of|at|in) the (?:parent|root|whole node|node before the split)(?: node)?",
            rf"(?:parent|root)(?: node)? has an entropy of {ROUGHLY}#",
            rf"(?:parent|root)(?: node)?['’]s entropy(?: is| =|:) {ROUGHLY}#",
        ),
        givens={
            "a": (
                rf"{NODE} #(?= [a-z]+ (?:[a-z]+ )?and \d+ [a-z]+)",
                rf"{NODE} \d+ [a-z]+,[^.;\d]{{0,40}}?@ of (?:them|these|which)",
                r"\b\d+ (?:days|rows|examples),[^.;\d]{0,40}?@ of (?:them|these|which)",
            ),
            "b": (
                rf"{NODE} \d+ [a-z]+ (?:[a-z]+ )?and #(?= [a-z]+)",
                r"\b(?P<value>\d+) (?:days|rows|examples),[^.;\d]{0,40}?\d+ of (?:them|these)",
            ),
        },
        value=entropy_of_counts,
        formula="−Σ p·log₂ p",
        examples=(
            "A node has 12 positive and 8 negative rows.\n\n- Entropy of the parent: «0.971» bits.",
            "12 days, tennis was played on 8 of them.\n\nThe root node has an entropy of «0.918» "
            "bits.",
        ),
    ),
    Relation(
        name="entropy of two classes in bits",
        needs=("entropy", "coin|bernoulli|binary|probability|share|rate"),
        result=(
            r"(?:biased |unfair |loaded )coin[^.;\d]{0,30}?(?:probability|chance|heads|p "
            r"?=)[^.;\d]{0,20}?<p>#[^.;\d]{0,60}?entropy[^.;\d]{0,30}?(?:is|of|=|:|≈) ?"
            + ROUGHLY
            + "#(?= bits?)",
            r"with (?:a |an )?(?:[a-z]+ )?(?:share|rate|probability|proportion) of "
            r"<p>#,?[^.;\d]{0,40}?entropy(?: of| is|:| =| ≈) ?" + ROUGHLY + "#(?= bits?)",
            r"entropy of (?:a |the )?(?:biased |unfair |loaded "
            rf")?coin[^.;\d]{{0,40}}?<p>#[^.;\d]{{0,30}}?(?:is|=|≈|:) ?{ROUGHLY}#(?= bits?)",
            r"entropy of (?:a |the )?(?:biased |unfair |loaded |such a |this )?(?:coin"
            rf"|bernoulli variable|label|binary label){SAID}#(?= bits?)",
        ),
        givens={"p": SHARE},
        value=binary_entropy_in_bits,
        formula="−p·log₂ p − (1 − p)·log₂(1 − p)",
        examples=(
            "The left child, with a buyer share of 0.8, has an entropy of «0.722» bits.",
            "A coin shows heads with probability 0.9. The entropy of the coin is «0.469» bits.",
            "The entropy of a biased coin with p = 0.7 is about «0.881» bits.",
        ),
    ),
    Relation(
        name="entropy of two classes",
        needs=("entropy", "coin|bernoulli|binary|probability|share|rate"),
        result=(
            r"(?:biased |unfair |loaded )coin[^.;\d]{0,30}?(?:probability|chance|heads|p "
            r"?=)[^.;\d]{0,20}?<p>#[^.;\d]{0,60}?entropy[^.;\d]{0,30}?(?:is|of|=|:|≈) ?"
            + ROUGHLY
            + "#(?! ?bits?)",
            r"with (?:a |an )?(?:[a-z]+ )?(?:share|rate|probability|proportion) of "
            r"<p>#,?[^.;\d]{0,40}?entropy(?: of| is|:| =| ≈) ?" + ROUGHLY + "#(?! ?bits?)",
            r"entropy of (?:a |the )?(?:biased |unfair |loaded "
            rf")?coin[^.;\d]{{0,40}}?<p>#[^.;\d]{{0,30}}?(?:is|=|≈|:) ?{ROUGHLY}#(?! ?bits?)",
            r"entropy of (?:a |the )?(?:biased |unfair |loaded |such a |this )?(?:coin"
            rf"|bernoulli variable|label|binary label){SAID}#(?! ?bits?)",
        ),
        givens={"p": SHARE},
        value=binary_entropy,
        formula="−p·log₂ p − (1 − p)·log₂(1 − p)",
        examples=(
            "The left child, with a buyer share of 0.8, has an entropy of «0.722».",
            "A coin shows heads with probability 0.9. The entropy of the coin is «0.469».",
            "The entropy of a biased coin with p = 0.7 is about «0.611» nats.",
        ),
    ),
    Relation(
        name="cross-entropy of two distributions",
        needs=("cross-entropy|cross entropy|h(p", "="),
        result=(
            rf"(?:cross[- ]entropy|H\(p, ?q\))(?: (?:of|between) [a-zA-Z, ]{{1,30}}?)?(?: "
            rf"\((?:in )?(?:bits|nats)\))?{SAID}#",
        ),
        givens={"p": P, "q": Q},
        value=cross_entropy,
        formula="−Σ p·log q",
        examples=(
            "Let p = (0.5, 0.3, 0.2) and q = (0.4, 0.4, 0.2). The cross-entropy is «1.055» nats.",
            "The true distribution is (0.7, 0.3), the model predicts q = (0.5, 0.5).\n\nSo "
            "the cross-entropy = «1» bit.",
        ),
    ),
    Relation(
        name="Kullback–Leibler divergence",
        needs=("kl div|kl-div|kullback|relative entropy|d_{kl|d_kl|d(p",),
        result=(
            r"(?:KL|Kullback[-–]Leibler)?[- ]?divergence(?: (?:of|between|from) [a-zA-Z, "
            rf"]{{1,30}}?)?(?: \((?:in )?(?:bits|nats)\))?{SAID}#",
            rf"(?:relative entropy|D_?\s?(?:KL|\{{KL\}})?\s?\([a-z] ?(?:\|\||‖|\\\||,"
            rf"|\\parallel) ?[a-z]\)){SAID}#",
        ),
        givens={"p": P, "q": Q},
        value=divergence,
        formula="Σ p·log(p/q)",
        examples=(
            "Let p = (0.5, 0.5) and q = (0.9, 0.1). The KL divergence of p from q is «0.511» nats.",
            "With $p = (0.7, 0.2, 0.1)$ and $q = (0.5, 0.3, 0.2)$ the KL divergence comes "
            "out at «0.123» bits.",
        ),
    ),
    Relation(
        name="total variation distance",
        needs=("total variation",),
        result=("total variation(?: distance)?",),
        givens={"p": P, "q": Q},
        value=total_variation,
        formula="½·Σ |p − q|",
        examples=(
            "Take p = (0.5, 0.3, 0.2) and q = (0.2, 0.3, 0.5). The total variation distance "
            "is «0.3».",
        ),
    ),
    Relation(
        name="perplexity from bits",
        needs=("perplexity", "bits"),
        result=(PERPLEXITY,),
        close=True,
        givens={"bits": (r"# bits", r"entropy[^.;\d]{0,30}#")},
        value=lambda bits: 2 ** float(bits) if bits < 64 else None,
        formula="2^bits",
        examples=(
            "A language model with a cross-entropy of 5 bits per token has a perplexity of «32».",
            "The entropy of the source is 1.75 bits. The perplexity is therefore «3.36».",
        ),
    ),
    Relation(
        name="perplexity from nats",
        needs=("perplexity", "nat|natural|loss|cross-entropy|cross entropy|log-likelihood"),
        result=(PERPLEXITY,),
        close=True,
        givens={
            "loss": (
                r"# nats",
                r"(?:loss|cross[- ]entropy|NLL|log-likelihood)(?: per token| on the test "
                r"set)?(?: is| of| =|:)? ?[-−]?#(?! ?bits)",
            )
        },
        value=lambda loss: [exp(abs(loss)), 2 ** float(abs(loss))] if abs(loss) < 64 else None,
        weak=True,
        formula="e^loss",
        examples=(
            "The validation loss is 2.3 per token. So the perplexity is about «9.97».",
            "A mean loss of 3.0 per token corresponds to a natural perplexity of «20.1».",
        ),
    ),
    Relation(
        name="perplexity from a loss in nats",
        needs=("perplexity", "nats|natural log|ln"),
        absent=("bits", "log2", "log₂", "log_2", "base 2"),
        result=(PERPLEXITY,),
        givens={
            "loss": (
                r"# nats?\b",
                r"(?:loss|cross[- ]entropy|NLL|log-likelihood)(?: per token)?(?: is| of| =|:)? ?#",
            )
        },
        value=lambda loss: exp(loss) if 0 < loss < 12 else None,
        formula="e^loss",
        examples=(
            "A mean negative log-likelihood of 2.3 nats per token means a perplexity of «9.97».",
        ),
    ),
    Relation(
        name="loss of a uniform guess",
        needs=(
            "loss|cross-entropy",
            "classes|vocabulary|tokens",
            "random|uniform|untrained|guess|initial",
        ),
        result=(
            r"(?:initial"
            rf"|untrained)[^.;:=\d]{{0,30}}?(?:loss|cross-entropy)[^.;:=\d]{{0,40}}?{SAID}#",
            rf"(?:uniform|random)(?: guess\w*| predict\w*)[^.;:=\d]{{0,40}}?(?:loss"
            rf"|cross-entropy)[^.;:=\d]{{0,20}}?{SAID}#",
        ),
        givens={"k": CLASSES},
        value=lambda k: [log(k), log2(k)] if k > 1 else None,
        formula="ln k",
        examples=(
            "With 10 classes the initial loss of an untrained softmax classifier is about «2.30».",
            "A uniform guess has a cross-entropy of «6.91» nats.".replace(
                "A uniform", "There are 1,000 classes. A uniform"
            ),
        ),
    ),
    Relation(
        name="surprisal",
        needs=("information content|surprisal|self-information|surprise", "probability|p ="),
        result=("information content|surprisal|self-information|surprise",),
        givens={"p": SHARE},
        value=lambda p: [-log2(p), -log(p)] if 0 < p < 1 else None,
        formula="−log₂ p",
        examples=("An event with probability 0.125 has an information content of «3» bits.",),
    ),
)
