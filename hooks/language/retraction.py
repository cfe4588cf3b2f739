"""How a text quotes a claim that is none of its own, and takes it back: "That is a slip".

A wrong number that its author corrects at once is no error of the page. Asked only of claims that
are known to be wrong, so these patterns prefer to let one pass.
"""

import re

from hooks.pattern import Pattern

THAT = r"(?:that|this|it|which|they|both|these|here)"
IS = r"(?:['’]s|\s+(?:is|was|are|were))"
CALLED = r"""(?:wrong|incorrect|mistaken|mistakes?|slips?(?!\s+through)|typos?|bugs?|misprints?
    |blunders?
    |false(?!\s+(?:pos|neg|al|disc|omis))
    |errors?(?=\s*(?:[.,;:!—–)*_]|$)|\s+(?:in|since|because|as|which|that)\b)
    |not\s+(?:quite\s+)?(?:right|correct|true|so)|too\s+(?:high|low|large|small|big))\b"""
ADVERB = r"(?:in\s+(?:fact|truth|reality)|actually|really|correctly|properly)"
VALUE = r"(?:(?:the|its|their)\s+(?:[\w-]+\s+){1,3}?)"  # the sum, its true mean
COMES = r"(?:is|are|was|were|equals?|gives?|makes?|comes?\s+(?:out\s+)?(?:to|at|as))"

RETRACTION = Pattern(
    rf"""[\s"”’'`$)*_.;:,—–-]*+
    (?:(?:but|yet|however|no|nope|well|alas|of\s+course)\b[,:;.!\s—–-]*+)*+
    (?:{THAT}{IS}\s*,?\s+(?:(?:also|both|just|simply|clearly|plainly|of\s+course|actually|in\s+fact
        |obviously|surely|only)\s+)*(?:an?\s+|the\s+)?(?:[\w-]+\s+)?{CALLED}
    | (?:{THAT}|{VALUE})\s*(?:should|ought\s+to)\s+(?:read|be|say|have\s+(?:been|read|said))\b
    | {ADVERB}\s*,?\s*(?:(?:it|that|this|they)(?:['’]s|\s+{COMES})|{VALUE}{COMES})\b
      (?=[^.;]{{0,60}}\d)
    | (?:it|that|this|they)(?:['’]s|\s+is|\s+are)\s+{ADVERB}\b
    | {VALUE}(?:is|are|comes\s+to)\s*,?\s+{ADVERB}\b
    | (?:the\s+)?(?:correct|right|true|actual|proper)\s+(?:[\w-]+\s+){{1,2}}?(?:is|was|are)\b
    | (?:should\s+(?:read|be)|make\s+that|read|correct\s+is)\b[:\s`$*]+[-−]?[\d.]
    | (?:wrong|incorrect|false|correction)\b(?=\s*(?:[!.,;:*_]|[—–-]\s|$))
    )""",
    re.I | re.X,
)
# Who makes a claim that the page reports and need not share.
ATTRIBUTED = Pattern(
    r"""(?<!\d\s)\b(?:(?:candidate|student|beginner|novice|colleague|applicant|interviewee|classmate
      |friend|someone|somebody|people|some|many|most|others|another)s?\s+(?:\w+\s+){0,2}?
      (?:said|says?|wrote|writes?|claim(?:s|ed)?|answer(?:s|ed)?|thought|thinks?|believe[sd]?
      |conclude[sd]?|compute[sd]?|calculate[sd]?|insist(?:s|ed)?|swears?|swore|argue[sd]?)
      | (?:candidate|student|beginner|novice|colleague|applicant|interviewee|classmate|someone
        |somebody)\s+(?:once\s+)?(?:got|gets|gave|put|puts|has|had)
      | (?:earlier|previous|former|original|first|old(?:er)?)\s+(?:version|draft|edition|print)
      (?:ing|s)?\b[^.;!?]{0,40}?\b(?:print(?:ed|s)|sa(?:id|ys)|had|has|gave|read|stated|showed|claimed|wrote)
      | (?:they|he|she)\s+(?:think|thought|believe|assume)[sd]?
      | used\s+to\s+(?:say|read|print|claim|state))\b(?!\s+(?:yes|no)\b)""",
    re.I | re.X,
)


def is_retracted(following: str) -> bool:
    """Whether a text begins with taking back what stands before it."""
    return bool(RETRACTION.match(following))


def is_attributed(before: str) -> bool:
    """Whether the last sentence of a text says that somebody else claims what comes behind."""
    last = max(before.rfind(mark) for mark in (". ", "! ", "? ", "; ", ".\n"))
    return bool(ATTRIBUTED.search(before, last + 1))
