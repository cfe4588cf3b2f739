"""Texts: counts of words and pairs, smoothing, perplexity, edit distances, overlap, tokens."""

from math import exp, log, log2, log10, prod

from hooks.quantities.relation import Relation, bare

JOINT = (
    r"\b(?:both|together|joint(?:ly)?|co-?occur\w*|the pair|pair)(?: \w+){0,3}?(?: in| of| is|:"
    r"| ?=)* @(?! ?%)",
    r"(?:p|P)\( ?\w+ ?, ?\w+ ?\) ?= ?#",
    r"@ (?:times )?(?:together|jointly)",
)
ALL_WINDOWS = (
    r"(?:[Ff]rom|[Oo]f|[Ii]n|[Oo]ut of|[Aa]mong|N ?=|total(?: of)?)(?: all)? @ (?:\w+ )?(?:windows"
    r"|tokens|bigrams|pairs|sentences|documents|positions|words)",
)
FIRST = (
    r"\b(?:x|X|A|a|w_?1|w₁|the first(?: word)?) (?:\w+ ){0,1}?(?:in |at )?(?:only )?@(?! ?%)",
    r"(?:p|P)\( ?(?:x|w_?1|w₁|a|A) ?\) ?= ?#",
)
SECOND = (
    r"\b(?:y|Y|B|b|w_?2|w₂|the second(?: word)?) (?:\w+ ){0,1}?(?:in |at )?(?:only )?@(?! ?%)",
    r"(?:p|P)\( ?(?:y|w_?2|w₂|b|B) ?\) ?= ?#",
)
RATIO = (
    r"(?:ratio|quotient)(?: is| of| =|:| ≈)* #",
    r"log_?₂?2? ?(?:of )?\(?(?P<value>\d[\d.]*)\)?(?=,? (?:i\.e\.|which|that)| ?=)",
)
VOCABULARY = (
    r"(?:vocabulary|vocab)(?: size)?(?: of| has| with| is|,| ?=|:| V| \|V\|)* @",
    r"@ (?:word )?types",
    r"\|?V\|? ?= ?@",
    r"@ (?:distinct |different |unique )?words(?: in the vocabulary)?,? (?:in|and)",
    r"vocabulary @ words",
)
OF_CLASS = (
    r"@ (?:\w+ )?tokens(?: in (?:the |this |all )?(?:\w+ )?class| in (?:spam|ham|total)|\b)",
    r"(?:class|spam|ham)[^.;\d]{0,20}? has @ (?:tokens|words)",
)
WORD_COUNT = (
    r"\b(?:word|term|\"[^\"]{1,20}\"|“[^”]{1,20}”|'\w+'|it)(?: \w+){0,3}? (?:occurs|appears"
    r"|seen)(?: only| exactly)? @ ?(?:times?)",
    r"(?:occurs|appears|seen) @ times",
)
PAIR_COUNT = (
    r"\bbigram(?: \w+)? (?:occurs|appears|is seen) @ times",
    r"(?:bigram|pair|\"\w+ \w+\"|“\w+ \w+”|'\w+ \w+')(?: \w+){0,3}? @ ?(?:times)?",
    r"(?:c|C|count)\( ?\w+[ ,]+\w+ ?\) ?= ?@",
)
HISTORY_COUNT = (
    r"\bfirst word(?: \w+)? @ times",
    r"(?:\"\w+\"|“\w+”|'\w+')(?: \w+){0,3}? @(?: times)?",
    r"(?:c|C|count)\( ?\w+ ?\) ?= ?@",
)


def pmis(both: float, x: float, y: float, n: float = 1) -> list[float] | None:
    """Pointwise mutual information of counts, or of probabilities, in bits and in nats."""
    if n == 1 and not max(both, x, y) <= 1:
        return None
    if both > min(x, y) or max(x, y) > n:
        return None
    ratio = both * n / (x * y)
    return [log2(ratio), log(ratio)]


def from_ratio(ratio: float) -> list[float] | None:
    return [log2(ratio), log(ratio), log10(ratio)] if ratio > 1 else None


def of_sentence(n: float, p: float) -> float | None:
    """Perplexity: the inverse probability of a sentence, a geometric mean over its tokens."""
    return p ** (-1 / n) if 0 < p < 1 and 1 < n < 200 else None


def penalty(c: float, r: float) -> float | None:
    """Brevity penalty of BLEU (Papineni and others, 2002)."""
    return exp(1 - r / c) if c < r else 1


RELATIONS = bare(
    Relation(
        name="pointwise mutual information in bits",
        needs=("pmi|pointwise mutual", "bits|log2|log₂|log_2|log_{2}"),
        result=(r"(?<!\w)P?PMI(?: ?\([^()]{1,20}\))?", r"pointwise mutual information"),
        givens={"both": JOINT, "x": FIRST, "y": SECOND, "n": ALL_WINDOWS},
        value=lambda both, x, y, n=1: (pmis(both, x, y, n) or [None])[0],
        formula="log₂(p(x, y)/(p(x)·p(y)))",
        examples=(
            "From 1,000,000 windows: x occurs in 1,000, y in 500, both in 50. The PMI is about "
            "«6.64» "
            "bits.",
        ),
    ),
    Relation(
        name="pointwise mutual information",
        needs=("pmi|pointwise mutual",),
        result=(r"(?<!\w)P?PMI(?: ?\([^()]{1,20}\))?", r"pointwise mutual information"),
        givens={"both": JOINT, "x": FIRST, "y": SECOND, "n": ALL_WINDOWS},
        value=lambda both, x, y, n=1: pmis(both, x, y, n),
        weak=True,
        formula="log₂(p(x, y)/(p(x)·p(y)))",
        examples=("Let p(x) = 0.01, p(y) = 0.02 and p(x, y) = 0.0016. The PMI is «3».",),
    ),
    Relation(
        name="pointwise mutual information from a ratio",
        needs=("pmi|pointwise mutual", "ratio|log"),
        result=(r"(?<!\w)P?PMI(?: ?\([^()]{1,20}\))?", r"PMI is [^.;]{1,25}?,? i\.e\.,? #"),
        givens={"ratio": RATIO},
        value=from_ratio,
        formula="log₂ ratio",
        examples=("The ratio is 100, so PMI ≈ «6.64» bits.",),
    ),
    Relation(
        name="estimate of a bigram's probability",
        needs=("bigram|p(|maximum|mle|probability", "times|count"),
        absent=("smooth", "laplace", "add-one", "add-k", "backoff", "kneser"),
        result=(
            r"[Pp] ?\( ?\w+ ?\| ?\w+ ?\)",
            r"(?:conditional |bigram |maximum[- ]likelihood )(?:probability|estimate)(?: of "
            r"[^.;\d]{1,30}?)?",
        ),
        givens={"pair": PAIR_COUNT, "word": HISTORY_COUNT},
        value=lambda pair, word: pair / word if pair < word else None,
        formula="count of the pair/count of the first word",
        examples=(
            'The bigram "the cat" occurs 20 times and "the" 1,000 times, so the maximum-likelihood '
            "estimate of P(cat | the) is «0.02».",
        ),
    ),
    Relation(
        name="smoothed probability of a bigram",
        needs=("p(|probability", "laplace|add-one|add one", "vocab|types|v ="),
        result=(
            r"[Pp] ?\( ?\w+ ?\| ?\w+ ?\)",
            r"(?:smoothed |bigram |conditional )(?:probability|estimate)(?: of [^.;\d]{1,30}?)?",
        ),
        givens={"pair": PAIR_COUNT, "word": HISTORY_COUNT, "v": VOCABULARY},
        value=lambda pair, word, v: (pair + 1) / (word + v) if pair < word else None,
        formula="(count of the pair + 1)/(count of the first word + V)",
        examples=(
            'A vocabulary of 9,000 and "the" seen 1,000 times, "the cat" 20 times: with Laplace '
            "smoothing P(cat | the) becomes «0.0021».",
        ),
    ),
    Relation(
        name="smoothed probability of a word in a class",
        needs=(
            "probability|estimate|p(",
            "laplace|add-one|add one|smooth",
            "vocab|types|words",
            "tokens|words",
        ),
        result=(
            r"(?:probability|(?:smoothed )?(?:estimate|likelihood))(?: of (?!spam|ham|the "
            r"class)[^.;\d]{1,30}?)?",
            r"[Pp] ?\( ?[\"“']?\w+[\"”']? ?\| ?\w+ ?\)",
            r"gets (?:a |the )?(?:smoothed )?(?:probability|estimate|likelihood) (?:of )?#",
        ),
        givens={"count": WORD_COUNT, "total": OF_CLASS, "v": VOCABULARY},
        value=lambda count, total, v: (count + 1) / (total + v) if count < total else None,
        formula="(count + 1)/(tokens + V)",
        unless=("without smoothing", "unsmoothed"),
        examples=(
            "With add-one smoothing, a vocabulary of 5,000 words and 2,000 tokens in the class, "
            "a word "
            "that occurs 30 times gets a probability of «0.0044».",
        ),
    ),
    Relation(
        name="perplexity of a sentence",
        needs=("perplexity", "probability", "token|word"),
        result=("perplexity(?: of (?:the|this) sentence)?",),
        givens={
            "n": (
                r"(?:sentence|sequence|text|test set|corpus) (?:of|with|has) @ (?:tokens"
                r"|words)",
                r"@ (?:tokens|words)",
            ),
            "p": (r"probability(?: of| is| =)* #", r"[Pp]\( ?(?:W|w|s|S|sentence) ?\) ?= ?#"),
        },
        value=of_sentence,
        formula="p^(−1/n)",
        examples=("A sentence of 4 tokens has the probability 0.0016. The perplexity is «5».",),
    ),
    Relation(
        name="brevity penalty of two lengths",
        needs=("brevity",),
        result=(r"brevity penalty(?: \(?BP\)?)?", r"(?<!\w)BP"),
        givens={
            "c": (
                r"(?:candidate|hypothesis|output|translation|system)(?: \w+)? (?:has|of|with|is"
                r"|contains)(?: length)? @",
                r"\bc ?= ?@",
            ),
            "r": (
                r"(?:reference)(?: \w+)? (?:(?:has|of|with|is|contains)(?: length)? )?@",
                r"\br ?= ?@",
            ),
        },
        value=penalty,
        formula="e^(1 − r/c)",
        examples=(
            "The candidate has 8 tokens and the reference 10, so the brevity penalty is «0.779».",
        ),
    ),
    Relation(
        name="word error rate of named errors",
        needs=("word error rate|wer", "substitution", "deletion"),
        result=(r"word error rate(?: \(WER\))?", r"(?<!\w)WER"),
        givens={
            "s": (r"@ substitutions?", r"substitutions?(?::| ?=) ?@"),
            "d": (r"@ deletions?", r"deletions?(?::| ?=) ?@"),
            "n": (
                r"(?:reference|transcript|sentence)(?: \w+)? (?:has|of|with|is|contains) @ "
                r"words",
                r"@ reference words",
                r"@ words in the reference",
                r"\bN ?= ?@",
            ),
            "i": (r"@ insertions?", r"insertions?(?::| ?=) ?@"),
        },
        value=lambda s, d, n, i=0: (s + d + i) / n,
        formula="(S + D + I)/N",
        examples=(
            "The reference has 10 words; the transcript has 1 substitution, 1 deletion and no "
            "insertion. The word error rate is «20%».",
        ),
    ),
    Relation(
        name="words for so many tokens",
        needs=("token", "words"),
        result=(
            r"words (?:are|is|make|give|correspond to|become|need|take)(?: thus| then| about| "
            r"roughly| some| around)* # tokens",
        ),
        givens={
            "words": (r"@ words (?:are|is|make|give|correspond|become|need|take)", r"@ words"),
            "each": (
                r"token (?:is|has|≈|=|corresponds to|equals)(?: about| roughly)? # (?:of a "
                r")?words?",
                r"# words per token",
            ),
        },
        value=lambda words, each: words / each if each < 1 < words else None,
        formula="words/(words per token)",
        examples=(
            "As a rule of thumb, a token is 0.75 words. 3,000 words are thus about «4,000» tokens.",
        ),
    ),
    Relation(
        name="tokens left in a context",
        needs=("remain|left|leaves|leaving|available|room", "context", "token"),
        result=(
            r"# tokens (?:remain|are left|left|are available|for)",
            r"(?:leaves?|leaving|room for)(?: about| only| us| you)? # tokens",
        ),
        givens={
            "window": (r"context(?: window| length| size)?(?: of| has| is| holds| with|:| ?=)* @",),
            "taken": (
                r"(?:prompt|instructions?|question|history|system prompt|input)(?: \w+)?"
                r"(?: of| has| is| takes| with|:| ?=)* @ tokens",
            ),
            "reserved": (
                r"@ tokens (?:reserved|for the (?:answer|output|response|completion)|kept)",
                r"(?:answer|output|response|completion|reserve[sd]?)(?: \w+)?(?: of| has| is| "
                r"takes|:| ?=)* @ tokens",
            ),
        },
        value=lambda window, taken, reserved=0: window - taken - reserved,
        formula="window − prompt − answer",
        exact=True,
        examples=(
            "The context window has 8,192 tokens. With a prompt of 1,500 tokens and 1,000 tokens "
            "reserved for the answer, «5,692» tokens remain for retrieved chunks.",
        ),
    ),
    Relation(
        name="clipped precision of n-grams",
        needs=("precision", "clip", "unigram|bigram|n-gram|1-gram|words"),
        result=(
            r"(?:modified|clipped)(?: \w+)?(?: unigram| bigram| n-gram| 1-gram| 2-gram)? precision",
        ),
        givens={
            "n": (r"(?:has|of|with|out of|contains) @ (?:unigrams|bigrams|words|tokens|n-grams)",),
            "k": (r"@ (?:of them )?(?:counts?|match\w*|remain)", r"clipped count(?: is| of)? @"),
        },
        value=lambda n, k: k / n if k <= n else None,
        formula="clipped matches/n-grams",
        examples=(
            'The candidate "the the the" has 3 unigrams of which, after clipping, 1 counts. The '
            "modified unigram precision is «1/3».",
        ),
    ),
    Relation(
        name="perplexity of the probabilities of tokens",
        needs=("perplexity", "probabilit"),
        result=("perplexity(?: of (?:the|this) (?:sentence|sequence|text))?",),
        givens={"chances": (r"probabilit(?:y|ies)[^.;\d]{0,40}? [#]", r"\bp ?= ?[#]")},
        value=lambda chances: (
            prod(map(float, chances)) ** (-1 / len(chances))
            if all(0 < p <= 1 for p in chances)
            else None
        ),
        near=True,
        unless=("nats", "loss", "bits", "entropy"),
        formula="(Π p)^(−1/n)",
        examples=(
            "Four tokens got the probabilities 0.5, 0.25, 0.5 and 0.25. The perplexity is «2.83».",
        ),
    ),
)
