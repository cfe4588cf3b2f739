"""What stands between a metric's name and its number: glosses, definitions, what it is said of.

"Precision – share of the alerts that are fraud: 43%", "the recall of the spam class comes out at
0.9", "Specificity tells how many healthy people are left in peace; here it is 0.95".
"""

import re

from hooks.classifiers.metric_doubts import FROM_HERE
from hooks.language.wording import listed
from hooks.pattern import Pattern

HEDGE = r"""(?:about|around|roughly|approximately|approx\.?|nearly|almost|some|circa|ca\.
    |close\s+to|[~∼])"""
FILLER = r"""(?:(?:an?\s+(?!further|additional|extra|factor|whole|full)[a-z]+(?=\s+[\d.~≈])
    |as\s+much\s+as|only|too|just|exactly|therefore|thus|hence|still|even|also|now|again|here|indeed
    |precisely|then|a\s+mere|as\s+low\s+as|as\s+high\s+as|equal\s+to|a\s+value\s+of)\s+)"""
WORD = r"[\"“'‘]?[^\W\d_][\w'’-]*[\"”'’]?"
LINKED = r"""(?:[:=≈→(] | ,\s+(?:is|was)\b | of\s+[\d~≈] | \d
    | \b(?:therefore|thus|hence|then|now|is|was|equals|stands|sits|lands|amounts|becomes|reaches
      |comes|works|turns|ends|would|will|evaluates|drops|falls|rises|goes|climbs|jumps)\b)"""
NAMED = rf"(?P<about>{WORD}(?:\s+{WORD}){{0,5}}?)"
# of the spam class, for our filter, on the test set
QUALIFIER = Pattern(
    rf"\s+(?:of|for|on|in|at|over|with|from|across)\s+{NAMED}(?=\s*{LINKED})", re.I | re.X
)
LEADING = Pattern(
    r"(?:^|(?<=[.;:,!?\n]\s)|\b(?:so|and|but|hence|thus|then)\s+)\s*(?:for|on|in|at|with|from)\s+"
    rf"{NAMED},?\s+(?=(?:(?:the|its|our|this|an?|we\s+get|that\s+gives)\s+(?:an?\s+)?)?$)",
    re.I,
)
BEHIND = Pattern(
    rf"\s*,?\s+(?:of|for|on|in|at|over|among|with|from|across)\s+{NAMED}\s*(?=[.,;)]|$)", re.I
)
OF_CLAUSES = listed(
    """which that who whose whom when where while if and or but as than is are was were not no more
    less all each every both any some another other"""
)
NOTHING_SAID = listed(
    """the this that these our my its a an above below given whole same model classifier detector
    filter test system matrix screen class positive data dataset set sample example table case
    cases numbers counts hand operating point threshold cut-off cutoff setting question practice
    numerically exercise confusion binary rule scanner holdout hold-out held-out evaluation split
    view one-versus-rest one-vs-rest one-against-all ovr hand time contrast turn end usual harmonic
    mean formula definition"""
)
# – share of the alerts that are fraud:  , the share of the alerts that are fraud, is
GLOSS = Pattern(
    r"""(?:\s+[–—-]\s+[^\d.!?;:=→≈–—\n]{3,110}?(?=\s*(?:[:=→≈]|\s[–—-]\s*[\d~≈]))
    | ,\s+(?:i\.e\.,?\s+|that\s+is,?\s+|or\s+)?
      (?:the|a|an|our|which|how|share|fraction|proportion|percentage|mean|what)\s
      [^\d.!?;:=→≈\n]{3,110}?(?:(?=\s*:)
        |,?(?=\s(?:is|was|equals|comes|lands|stands|amounts|works|turns)\s+[\d~≈(a-z]+\s*[\d.]))
    | \s*:\s+[a-z][^\d.!:=→≈?\n]{3,120}\?(?=\s+(?:[\d~≈]|→|about|only|here)))""",
    re.I | re.X,
)
# F1, the harmonic mean of both, is 0.73; recall, TP/(TP + FN), which equals 0.73
APPOSITION = Pattern(
    r",\s+(?!(?:for|on|in(?!\s+turn)|at|with|when|if|under|before|after|among|over|across|per|unlike|not)\b)"
    r"(?:[^,.;:\d=]|(?<=[\s(])1(?=\s*[-−–]\s)){3,80}"
    r",\s*(?:which\s+)?(?=(?:is|was|equals|comes)\b)"
)
SUBCLAUSE = Pattern(r"\b(?:and|but|so|while|whereas|if|when)\s+(?:the|its|it|we|they)\b", re.I)
LONGEST_TOPIC = 260  # characters from a name to "here it is 0.8"
TOPIC = Pattern(
    r"\s*(?:\([^()]*\)\s*)?(?:[:.–—=-]|\b(?:is|asks|says|tells|divides|looks|counts|means|measures|answers|shows)\b|,)",
    re.I,
)
HERE_AT_ONCE = Pattern(r"\s*[.–—]\s+(?:≈|~|about)?\s*(?=\d)")  # **Precision.** 0.7.
HERE = Pattern(
    rf"""(?:\?\s+|[.;,:–—]\s+(?:(?:and|so|but)\s+)?)(?:(?:(?:that|which|this)(?:\s+is|['’]s)?\s+)?
    (?:here|in\s+(?:our|this|the)\s+[\w-]+|for\s+(?:us|our|this|the)\s*(?:{WORD}\s+){{0,2}}?{WORD}|with\s+(?:these|our|the)\s+[\w-]+)
    \s*[,:]?\s+(?:(?:it|that|this)\s*)?(?:is|was|equals|gives|makes|means|comes\s+(?:out\s+)?(?:at|to)|works\s+out\s+(?:at|to|as)|=|:)?
    |(?:here|so|that|this|it)\s*(?:is|was|equals|gives|makes|comes\s+(?:out\s+)?(?:at|to)|works\s+out\s+(?:at|to|as)|[:=])
    \s+(?:here\s+)?)\s*(?:only|about|just|therefore|≈|~)?\s*(?=\d|[(]|\$)""",
    re.I | re.X,
)
# Recall is TP divided by all positives, so 0.73. Recall is the share that is found, about 0.73.
DEFINED = Pattern(
    rf"""(?:[^.;:!?,\d=≈→]|(?<=[\s(])1(?=\s*[-−–]\s)){{6,110}}
    (?<!\s[-−–+×·*/])(?:,\s*|\s+[–—]\s+)
    (?P<link>(?:and\s+)?(?:so|hence|thus|therefore|or|i\.e\.|(?:that|which|this)\s+
      (?:is|makes|gives|equals|comes\s+(?:out\s+)?(?:to|at))|giving|making|here)\s*,?\s+)?
    (?P<hedge>{HEDGE}\s*+|≈\s*+)?{FILLER}*(?=[\d.(])""",
    re.I | re.X,
)
DEFINES = Pattern(
    r"\b(?:share|fraction|proportion|percentage|ratio|divided|over|minus|mean|product|sum|trace"
    r"|times|difference|how\s+many|number\s+of|part)\b|[/÷×·]",
    re.I,
)
# What is the recall? It is 0.73.
ANSWER = Pattern(
    rf"""\s*(?:(?:here|then|now)\s*)?\?\s*(?:A(?:nswer)?\s*[.:]\s*)?
    (?:(?:it|that|this)(?:['’]s|\s+(?:is|equals|comes\s+(?:out\s+)?(?:to|at)))\s+)?
    (?P<hedge>{HEDGE}\s*+|≈\s*+)?{FILLER}*(?=[\d.(])""",
    re.I | re.X,
)
# We compute the specificity as 0.9. That puts recall at 75%. Calculating F1 gives 0.73.
COMPUTED = Pattern(
    r"\b(?:(?P<verb>puts?|comput\w+|calculat\w+|obtain\w*|determin\w+|pegs?|works?\s+out)"
    r"|(?P<gerund>computing|calculating|working\s+out|evaluating))\s+(?:(?:the|its|our)\s+)?$",
    re.I,
)
COMPUTED_AS = Pattern(
    rf"\s+(?:as|at|to\s+be|gives|yields)\s+(?P<hedge>{HEDGE}\s*+)?{FILLER}*(?=[\d.(])", re.I | re.X
)
COMBINED = Pattern(
    r"F[\s_-]*[\d₀-₉β.]|F[\s-]|Dice|balanced|MCC|Matthews|Youden|informed|likelihood", re.I
)


def said_of(phrase: str) -> frozenset[str] | None:
    """The words of "for our spam class" that say something, here "spam"; None where it is a clause
    or speaks of another case."""
    named = [word.strip("\"“”'‘’").lower() for word in phrase.split()]
    if not OF_CLAUSES.isdisjoint(named) or FROM_HERE.search(phrase):
        return None
    return frozenset(named) - NOTHING_SAID


def is_gloss(phrase: str) -> bool:
    """Whether a phrase only explains a name: it has no clause about the classifier at hand."""
    return not SUBCLAUSE.search(phrase)


def combines(name: str) -> bool:
    """Whether a metric is made of others, so that what explains it names those."""
    return bool(COMBINED.match(name))
