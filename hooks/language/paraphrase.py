"""The same claim in other words: a sentence's reading, rewritten to "subject verb object".

"Overfitting is reduced by cross-validation", "cross-validation is a technique that helps to reduce
overfitting" and "reduction of overfitting by cross-validation" all come to "cross validation
reduces overfitting", so that a claim needs few patterns. What negates is never dropped.
"""

import re
from collections.abc import Iterator

from hooks.language.reading import Reading
from hooks.pattern import Pattern

WORD = r"[^ ¬,;:—]+"
OBJECT = rf"(?P<object>(?:the |a |an )?(?:{WORD} ){{0,2}}?{WORD})"
AGENT = rf"(?P<agent>(?:the |a |an )?(?:{WORD} ){{0,3}}{WORD})"
MEANS = r"(?:by means of|with the help of|by using|by applying|by|through|via|using|with)"
BE = r"(?:(?:can|may|could|will|should) be|is|are|was|were|gets?|being)"
KIND = (
    r"(?:techniques?|methods?|ways?|tools?|approach(?:es)?|strateg(?:y|ies)|procedures?|means"
    r"|processe?s?|algorithms?|remed(?:y|ies)|mechanisms?|device|metrics?|measures?)"
)
ACTIVE = {
    "reduced": "reduces", "decreased": "decreases", "lowered": "lowers", "prevented": "prevents",
    "avoided": "avoids", "increased": "increases", "raised": "raises", "eliminated": "eliminates",
    "removed": "removes", "solved": "solves", "fixed": "fixes", "caused": "causes",
    "measured": "measures", "ensured": "ensures", "guaranteed": "guarantees",
    "improved": "improves", "mitigated": "mitigates", "addressed": "addresses",
    "resolved": "resolves", "cured": "cures", "minimized": "minimizes", "combated": "combats",
    "implied": "implies", "indicated": "indicates", "shown": "shows", "given": "gives",
    "determined": "determines", "affected": "affects", "assumed": "assumes",
    "required": "requires", "produced": "produces", "learned": "learns", "handled": "handles",
    "tackled": "tackles", "overcome": "overcomes", "limited": "limits", "signaled": "signals",
}  # fmt: skip
NOUNS = {
    "prevention": "prevents", "reduction": "reduces", "avoidance": "avoids",
    "elimination": "eliminates", "removal": "removes", "mitigation": "mitigates",
    "decrease": "decreases", "increase": "increases", "improvement": "improves",
}  # fmt: skip
PADDING = Pattern(  # words between a subject and what it does
    r"(?<![^ ])(?:"
    r"(?:(?:can|may|could|will) (?:also )?be|is|are|was|were) (?:\w+ly )?"
    r"(?:used|applied|designed|intended|meant|employed|known|useful|helpful|there|supposed|needed"
    rf"|effective) (?:as {WORD} (?:{WORD} )?{KIND} )?(?:to|for|in|at)"
    rf"|(?:is|are|as) (?:an? |one |the |also )*(?:{WORD} ){{0,3}}?{KIND}"
    r"(?: ,)?(?: (?:that|which|used|to|for|of|is|are|can|helps?|designed|be))+(?= \w)"
    r"|(?:and |thereby |which |that |it |also |will |can )*(?:helps?|helping|aims?|serves?|tries"
    r"|allows? (?:us|you|one)|enables? (?:us|you|one)|lets? (?:us|you|one))"
    r"(?: (?:us|you|to|in|at|with|models?|the model|when it comes to|you to|us to))*(?= \w)"
    r"|basically|essentially|simply|just|really|in essence|in other words|in short"
    r"|by definition|by design|for instance|therefore|thus|of course|also|does|do|will"
    r")(?![^ ])"
)
LEADS = (
    r"(?:leads? to|leading to|results? in|resulting in|gives?|yields?|achieves?|brings?(?: about)?"
    r"|causes?|provides?|offers?)"
)
OBLIGING = Pattern(  # "should be used" says that it is
    r"(?<![^ ])(?:should|must|ha(?:s|ve) to|needs? to|ought to) (?:also |always )?be(?![^ ])"
)
REWRITES = tuple(
    (Pattern(rf"(?<![^ ]){before}(?![^ ])"), after)
    for before, after in (
        (rf"{OBJECT} {BE} (?:\w+ly )?(?P<verb>{'|'.join(ACTIVE)}) {MEANS} {AGENT}",
         "agent verb object"),
        (rf"(?:the )?(?P<verb>{'|'.join(NOUNS)}) (?:of|in) {OBJECT} {MEANS} {AGENT}",
         "agent verb object"),
        (rf"{LEADS} (?:an? |the )?(?:\w+ )?(?P<verb>{'|'.join(NOUNS)}) (?:of|in)", "verb"),
        (rf"{LEADS} (?:an? |the )?(?P<verb>lower|smaller|reduced|less|decreased)", "verb"),
        (rf"{LEADS} (?:an? |the )?(?P<verb>higher|greater|more|increased|larger)", "verb"),
    )
)  # fmt: skip
COMPARED = dict.fromkeys(("lower", "smaller", "reduced", "less", "decreased"), "reduces") | (
    dict.fromkeys(("higher", "greater", "more", "increased", "larger"), "increases")
)


# what tells that one of the patterns can match
PADS = frozenset(
    "used applied designed intended meant employed known useful helpful there supposed needed "
    "effective technique techniques method methods way ways tool tools approach approaches "
    "strategy strategies procedure procedures means process processes algorithm algorithms remedy "
    "remedies mechanism mechanisms device metric metrics measure measures helps help helping aim "
    "aims serve serves tries allow allows enable enables let lets basically essentially simply "
    "just really essence words short definition design instance therefore thus course also does "
    "do will".split()
)
REWRITTEN = frozenset((*ACTIVE, *NOUNS, *COMPARED))
INSERTED = (*ACTIVE.values(), *NOUNS.values(), *COMPARED.values())


def paraphrases(reading: Reading) -> Iterator[Reading]:
    """The reading itself, then what its rewriting comes to, if that is anything else."""
    yield reading
    words = reading.words.split(" ")
    plainer = reading if PADS.isdisjoint(words) else without_padding(reading)
    if plainer is not reading:
        yield plainer
    if "be" in words and (found := OBLIGING.search(plainer.words)):
        yield rewritten(plainer, found, "is")
    if not REWRITTEN.isdisjoint(words):
        for pattern, template in REWRITES:
            found = pattern.search(plainer.words)
            if found:
                yield rewritten(plainer, found, template)


def without_padding(reading: Reading) -> Reading:
    while found := PADDING.search(reading.words):
        reading = rewritten(reading, found, "")
    return reading


def rewritten(reading: Reading, found: re.Match[str], template: str) -> Reading:
    """The reading with a match replaced by what the template names: its groups, or other words."""
    tokens = reading.between(0, found.start())
    for name in template.split():
        if name not in found.re.groupindex:
            tokens.append((name, -1))
            continue
        group = reading.between(*found.span(name))
        tokens += [(base_form(group[0][0]), group[0][1])] if name == "verb" else group
    return Reading.of([*tokens, *reading.between(found.end(), len(reading.words))])


def base_form(verb: str) -> str:
    """The present of a participle or noun: "prevented" and "prevention" are `prevents`."""
    return ACTIVE.get(verb) or NOUNS.get(verb) or COMPARED[verb]
