"""Claims of what rises and falls together: "a larger λ raises the variance".

An entry of misconceptions.yml names a cause, what it acts on, and how; these patterns tell whether
a sentence says the opposite, in whichever words and order. Before they are tried, each word of a
sentence that belongs to one of the classes below becomes a row of the class's letter, and the
cause, its effect and words that mean more or less of that effect become rows of signs. No length
changes, so an offset among the letters is one among the words.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from hooks.language.literals import Needs, holds, needs
from hooks.pattern import Pattern, compiled
from hooks.record import cached_property, record

CAUSE, EFFECT, MORE, LESS = "§¤⇧⇩"
CLASSES = {
    "U": """increase increases increased increasing raise raises raised raising rise rises rising
        grow grows growing boost boosts amplify amplifies inflate inflates inflated inflating
        enlarge enlarges maximize maximizes improve improves improving enhance enhances strengthen
        strengthens magnify magnifies climbs""",
    "D": """decrease decreases decreased decreasing reduce reduces reduced reducing lowers
        lowered lowering shrink shrinks shrinking cut cuts cutting diminish diminishes minimize
        minimizes minimizing drop drops dropping weaken weakens lessen lessens eliminate
        eliminates remove removes prevent prevents preventing avoid avoids avoiding mitigate
        mitigates mitigating fix fixes fixing solve solves cure cures address addresses fight
        fights counter counters handle handles tackle tackles resolve resolves overcome overcomes
        curb curbs limit limits discourages shorten shortens fall falls falling decline declines
        combat combats""",
    "H": """higher larger bigger greater stronger more longer deeper wider high large big great
        strong long deep wide many huge stricter richer excessive""",
    "L": """smaller less fewer weaker shorter shallower narrower low small little weak short
        shallow narrow few tiny insufficient""",
    "X": "lower",  # verb or adjective
    "A": "the a an its our your their model's such both each this that these any",
    "V": """value values number amount amounts level levels rate degree risk chance chances size
        likelihood probability quantity danger""",
    "O": "of for in on at to",
    "T": "too very extremely much significantly quite so even",
    "I": "is are become becomes gets was were being be been",
    "C": """leads lead leading results result resulting causes cause causing gives give giving
        yields yield produces produce means mean has have having implies imply creates create
        brings comes get exhibits shows suffers tends corresponds provides ensures offers require
        requires requiring needs allows indicates""",
    "M": "makes make making lets causes renders keeps turns",
    "N": """model models it trees tree network networks classifier classifiers algorithm they""",
    "F": """also always will can may could might usually typically generally often therefore thus
        thereby directly automatically then you we strongly helps help tend , :""",
    "W": "using choosing setting adding picking having use choose set add",
    "B": "as when if with by once whenever because due through",
}  # fmt: skip
PHRASES = {"goes up": "U", "go up": "U", "goes down": "D", "go down": "D"}
PHRASES |= {  # what never falls may rise: "¬never falls"
    f"¬{negator} {verb}{ending}": letter
    for negator in ("never", "cannot", "can't", "doesn't")
    for letter, verbs in (("U", "fall drop decrease shrink"), ("D", "rise grow increase"))
    for verb in verbs.split()
    for ending in ("s", "")
}
LETTERS = {word: letter for letter, words in CLASSES.items() for word in words.split()}
OTHER = f"[^ A-Z¬,;:—{CAUSE}{EFFECT}{MORE}{LESS}]+"  # a word of no class
ARTICLE = "(?:A+ ){0,3}"
VALUE = "(?:[VT]+ O+ )?"
OF_WHAT = f"(?:O+ {ARTICLE}(?:{OTHER} ){{0,3}}?(?:{OTHER}|N+) )?"


def change(moved: str, state: str) -> str:
    """How a cause's change is said: "increasing λ", "with a large λ", "when λ is too large"."""
    return (
        rf"(?:{moved}+ {ARTICLE}(?:{OTHER} )?{VALUE}{ARTICLE}§+(?!-)"
        rf"|(?:[WB]+ )?{ARTICLE}(?:T+ )?{state} (?:I+ )?{ARTICLE}{VALUE}{ARTICLE}§+(?: I+)?"
        rf"|(?:A+ )?§+ {OF_WHAT}(?:that |which |A+ )?(?:[IOW]+ )?(?:A+ )?(?:T+ )?{state}(?: V+)?"
        rf"|B+ (?:A+ )?§+ {OF_WHAT}(?:I+ )?{moved}+"
        rf"|(?:A+ )?§+ {OF_WHAT}(?:I+ )?{moved}+(?! (?:A+ )*[{EFFECT}{MORE}{LESS}]))(?! than)"
    )


def outcome(moved: str, opposite: str, state: str, other: str) -> str:
    """How an effect's change is said: "raises the variance", "has a high variance"."""
    return (
        rf"{moved}+ {ARTICLE}(?:{OTHER} )?{VALUE}{ARTICLE}[¤⇧]+"
        rf"|{opposite}+ {ARTICLE}(?:{OTHER} )?{VALUE}{ARTICLE}⇩+"
        rf"|(?:[BCM]+ (?:O+ )?)?(?:A+ (?:{OTHER} )?N+ (?:[BC]+ )?)?"
        rf"{ARTICLE}(?:[HLX]+ {OTHER}(?: F)? (?:and|but|F) )?"
        rf"{ARTICLE}(?:T+ )?{state} (?:I+ )?{ARTICLE}{VALUE}[¤⇧]+"
        rf"|(?:[CMI]+ (?:O+ )?)?{other} ⇩+"
        rf"|(?:[CM]+ (?:O+ )?)?{ARTICLE}{moved}+ (?:O+ )?{ARTICLE}¤+"
        rf"|{ARTICLE}(?:{OTHER} )?¤+ {OF_WHAT}(?:F+ )?(?:I+ )?(?:{moved}+|(?:I+ )?(?:T+ )?{state})"
        rf"|M+ {ARTICLE}(?:{OTHER} )?¤+ (?:T+ )?{state}"
    )


def bare(signed: str) -> str:
    """An effect that a word says by itself: "the model overfits"."""
    model = rf"{ARTICLE}(?:{OTHER} ){{0,2}}N+ "
    return (
        rf"(?:[CM]+ (?:O+ )?(?:{ARTICLE}{OTHER} {OF_WHAT})?|(?<=F )|(?={model}))(?:{model})?"
        rf"(?:(?:[CM]+ )?(?:[OIFH]+|prone|likely) ){{0,4}}"
        rf"(?:A+ (?:{OTHER} )?)?{signed}+"
    )


LINK = (  # "raising § , fewer cases are flagged , and so ¤ falls"
    rf" {OF_WHAT}(?:F [HL]+ (?:{OTHER} |[INOA]+ ){{1,5}}?F (?:and )?(?:TT )?)?"
    rf"(?:(?:[FTI]+|this|it|the) ){{0,4}}"
    rf"(?:A+ (?:{OTHER} ){{0,2}}(?:{OTHER}|N+) (?:F+ )?)?"
    rf"(?:[UDXCM]+ (?:{OTHER} |[OAVHLXTN]+ ){{1,4}}?(?:F )?(?:and|but) (?:also )?)?"
)
SUBJECT = rf"(?:(?:^|F )(?:{OTHER} ){{0,2}}|(?<![^ ])(?:A+ (?:{OTHER} ){{0,2}}|^)N+ (?:[FI]+ )*)"
BACK = r" (?:occurs |happens |arises |appears |[FI]+ )?(?:B+|caused by) (?:you |we )?(?:[WCI]+ )?"
NOT_LESS = r"(?! (?:I+ )?(?:[LX]+|¬|rare|unlikely|impossible))(?![^ ])"
STARTS = r"(?<![^ ])"


class Direction:
    """One way to change: the patterns of a cause and of an effect that go that way."""

    def __init__(self, moved: str, opposite: str, state: str, other: str, signed: str):
        is_so = outcome(moved, opposite, state, other)
        self.cause = Pattern(f"{STARTS}{change(moved, state)}(?![^ ])")
        self.then = Pattern(f"{LINK}(?:{is_so}|{bare(signed)}){NOT_LESS}")
        self.effect = Pattern(f"{STARTS}(?:{is_so}|{SUBJECT}{signed}+)(?![^ ])")
        self.because = Pattern(
            f"(?:{BACK}{change(moved, state)}| (?:F )?AAA {state} {ARTICLE}{VALUE}§+)(?![^ ])"
        )


class Act:
    """Something that is done or not, where a change of a cause would be: "pruning lowers …"."""

    def __init__(self):
        self.cause = Pattern(f"{STARTS}(?:[WB]+ )?{ARTICLE}§+(?![^ ])")
        self.because = Pattern(f"{BACK}{ARTICLE}§+(?![^ ])")


HIGH, LOW = "(?:H+|TTT TTTT)", "[LX]+"  # TTT TTTT: too much
UP = Direction("U", "[DX]", HIGH, LOW, MORE)
DOWN = Direction("[DX]", "U", LOW, HIGH, LESS)
SAME, OPPOSITE = ((UP, UP), (DOWN, DOWN)), ((UP, DOWN), (DOWN, UP))
DONE = Act()
WRONG_ACT = {
    "raises": ((DONE, DOWN),),
    "lowers": ((DONE, UP),),
    "leaves": ((DONE, UP), (DONE, DOWN)),
}
WRONG = {"raises": OPPOSITE, "lowers": SAME, "leaves": (*SAME, *OPPOSITE)}  # by the truth
SPAN = Pattern(r".+", re.S)
# "more local" is no more of it: a state that ends a claim qualifies no word behind it.
QUALIFIES = Pattern(
    r" (?!(?:and|or|but|so|than|while|whereas|which|that|because|since|until|unless|after|before"
    r"|at|in|on|of|to|for|from|with|without|under|over|per|too|here|there|now|again)(?![^ ]))"
    r"(?:[a-zα-ω]|[HLX]+(?![^ ]))"
)
# "a larger effect, a larger sample, less noise": things side by side, of which none follows.
ENUMERATES = Pattern(r" F A{1,2} [HLX]+ ")
# "the group with the lower rate" says which group, not what becomes of the rate.
WHICH_ONE = Pattern(r"[a-z] BBBB AAA [HLX]+ ")


@record
class Effect:
    """What a cause does in truth to something else, each a pattern of words.

    truth: raises, lowers or leaves, said of the effect where the cause grows.
    is_act: whether the cause is something that is done, and no quantity that grows.
    more, less: words that say by themselves that there is more of the effect, or less: "overfits".
    """

    cause: str
    truth: str
    effect: str = ""
    more: str = ""
    less: str = ""
    is_act: bool = False

    @classmethod
    def of_data(cls, written: dict[str, str], expanded: Callable[[str], str]) -> "Effect":
        """What the data file says: {cause or act: …, raises: the effect, more: …, less: …}."""
        patterns = {key: expanded(text) for key, text in written.items()}
        truth = next(key for key in WRONG if key in patterns)
        is_act = "act" in patterns
        cause = patterns.pop("act" if is_act else "cause")
        effect = patterns.pop(truth)
        return cls(cause=cause, truth=truth, effect=effect, is_act=is_act, **patterns)

    def may_be_in(self, text: str, _near: str = "") -> bool:
        """Whether a simplified text holds what its claim needs."""
        return holds(text, self.needs)

    @cached_property
    def needs(self) -> Needs:
        """The letters that a text holds which makes the claim."""
        outcomes = "|".join(filter(None, (self.effect, self.more, self.less)))
        return needs(self.cause, lambda _: ()) + needs(outcomes, lambda _: ())

    @cached_property
    def parts(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """What is replaced by which sign, in turn."""
        texts = ((self.cause, CAUSE), (self.more, MORE), (self.less, LESS), (self.effect, EFFECT))
        return tuple((whole_words(text), sign) for text, sign in texts if text)

    def search(self, said: str, _beside: object = None) -> re.Match[str] | None:
        """Where a reading says that the effect goes the other way."""
        signed = said
        for pattern, sign in self.parts:
            replaced = pattern.sub(lambda found, sign=sign: sign * len(found[0]), signed)
            if sign == CAUSE and replaced == signed:
                return None
            signed = replaced
        if not any(sign in signed for sign in (EFFECT, MORE, LESS)):
            return None
        wrong = (WRONG_ACT if self.is_act else WRONG)[self.truth]
        spans = [span for pair in wrong for span in spans_of(coded(signed), *pair)]
        return SPAN.match(said, *min(spans)) if spans else None


def coded(words: str) -> str:
    """A row of words in which each of a class is a row of the class's letter."""
    for phrase, letter in PHRASES.items() if "go" in words or "¬" in words else ():
        words = words.replace(phrase, letter * len(phrase))
    return " ".join(LETTERS[w] * len(w) if w in LETTERS else w for w in words.split(" "))


def spans_of(text: str, cause: Direction | Act, effect: Direction) -> Iterator[tuple[int, int]]:
    """Where a text says that a change of the cause brings this one of the effect."""
    for first, second in ((cause.cause, effect.then), (effect.effect, cause.because)):
        for found in first.finditer(text):
            behind = second.match(text, found.end())
            if ENUMERATES.match(text, found.end()):
                continue
            if behind and not is_attribute(text, found.end(), behind.end()):
                yield found.start(), behind.end()


def is_attribute(text: str, start: int, end: int) -> bool:
    """Whether the words that seem to say how something changes say which one is meant."""
    is_state = text[end - 1] in "HLX"
    if is_state and QUALIFIES.match(text, end):
        return True
    return bool(WHICH_ONE.search(text, start, end))


@lru_cache(maxsize=2048)
def whole_words(pattern: str) -> re.Pattern[str]:
    """A pattern of words in a text whose words stand between single spaces."""
    return compiled(rf"(?<![^ ])(?:{pattern})(?![^ ])")
