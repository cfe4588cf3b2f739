"""Whether a page asserts what its words say, or denies it, asks it, or quotes it as a mistake.

`is_asserted` is asked only of a claim that is known to be wrong, so it prefers to let one pass.
"""

import re
from functools import lru_cache

from hooks.language.reading import Reading
from hooks.language.sentences import ON_MISTAKES, Sentence
from hooks.page import COMMENT, RECENT, Block, Question, blank, code_spans
from hooks.pattern import Pattern

CALLED_FALSE = Pattern(
    r"\b(?:incorrect(?:ly)?"
    r"|(?<!nothing )wrong(?:ly)?(?! (?:classified|labell?ed|predicted|class|side)\b)"
    r"(?! with (?:it|them)$)"
    r"|mistak\w+|myths?|misconcept\w+|fallac\w+"
    r"|falsehoods?|falsely|untrue|misleading|misunderst\w+|misinterpret\w*|misread\w*|misuse\w*|misnomer"
    r"|confus(?:e|es|ed|ing|ions?(?! matri))|conflat\w+|mix(?:ing|ed)? up|erroneous\w*|overclaim\w*"
    r"|overstat\w+"
    r"|exaggerat\w+|debunk\w*|contrary to|refut\w+|disprov\w+|nonsense|swapped|backwards"
    r"|pitfalls?|traps?|tempt(?:ing|ed|ation)|naively|supposed(?:ly)?|alleged(?:ly)?|so called"
    r"|folklore|fairy tales?|superstition|illusion|too good|as if|as though|beware|outdated"
    r"|counterexample\w*|(?<!simpson )paradox\w*)\b"
    r"|(?<!null )(?<!hypothesis )(?<!hypothesis that )\b(?:is|are|was|were|as|be|that) false\b"
    r"(?! (?:positive|negative|alarm|discover))"
    r"|^false\b|\b(?:true or (?:false|not)|t f)\b"
    r"|(?<=[—:;,] )false\b(?! (?:positive|negative|alarm|discover|omission))"
    r"|¬not (?:\w+ )?(?:true|so|correct|right|the case|hold|necessarily|always|what)\b"
    r"|\b(?:that|this|which|it) (?:is|was) (?:the|an?|our|their|my|his|her|its) (?:bug|slip)\b"
)
# "people often say that", "it is widely believed", "the idea that", "it would"
SAID_BY_OTHERS = Pattern(
    r"\b(?:people|some|many|most|few|candidates?|students?|beginners?|newcomers?|practitioners?"
    r"|textbooks?|guides?|tutorials?|blogs?|posts?|authors?|one|others|someone|everyone|anyone"
    r"|they|you|who|critics|proponents|vendors?|stakeholders?|managers?)"
    r" (?:\w+ ){0,3}(?:says?|said|saying|thinks?|thought|thinking|believes?|believed|claims?"
    r"|claimed|assumes?|assumed|assuming|expects?|hopes?|hoped|argues?|argued|concludes?"
    r"|concluded|states?|asserts?|imagines?|supposes?|suggests?|hears?|heard|interprets?|wish"
    r"|wanted|pretends?)\b"
    r"|\b(?:we|i) (?:\w+ ){0,2}(?:assumed?|suppose|expect|hoped?|thought|wanted|believed|wish|read"
    r"|hear|heard)\b"
    r"|\b(?:often|commonly|sometimes|usually|widely|frequently|popularly|is|are|was|were|been"
    r"|be)"
    r" (?:\w+ )?(?:said|believed|thought|assumed|claimed|heard|told|repeated|quoted|asserted"
    r"|touted)\b"
    r"|\b(?:the|a|an|this|that|any|popular|common)(?: \w+)? (?:ideas?|beliefs?|claims?|notion"
    r"|intuition|hope|saying|slogan|impression|argument|statement|expectation|assumption"
    r"|conclusion|view|interpretation|reading) (?:that|is|of|was|are)\b"
    r"|\b(?:claims?|claimed|claiming) that\b"
    r"|\b(?:instead of|rather than|suppose|supposing|imagine|pretend|whether|hypothetical\w*"
    r"|(?<!\bi )(?<!\bwe )would|were it|as expected)\b"
    r"|\b(?:explain|discuss|describe|argue|prove|show|say|decide|state) (?:why|whether|how)\b"
)
SUPPOSED = Pattern(r"(?<![^ ])would(?! be )(?![^ ])")  # what is not so: "zeros there would leave …"
# "that does not mean that", "nothing guarantees", "never say that"
DENIED_FROM_AFAR = Pattern(
    r"¬\S+ (?:\S+ ){0,3}?(?:means?|impl(?:y|ies)|guarantees?|says?|follows?|shows?|proves?|tells?"
    r"|assumes?|believes?|concludes?|claims?|thinks?|expects?|because|evidence|reason)\b"
)
ANSWERED_NO = Pattern(
    r"(?:¬no|¬never|wrong|false|incorrect|untrue|myth|nonsense|swapped|reversed|backwards|actually"
    r"|¬not (?:quite|so|true|exactly|really|necessarily|always|at all|in general)"
    r"|(?:this|that|it|both|neither|these|they)(?: \w+)?"
    r" (?:¬\S+|(?:is|are|was) (?:\w+ ){0,2}?(?:¬not|¬no|wrong|false|incorrect|untrue|misleading"
    r"|myth|misconception|mistake|fallacy|reversed|swapped|backwards))"
    r"|in (?:reality|truth)|the (?:truth|reality|opposite|reverse|correct))\b"
)
CLAUSE_START = Pattern(
    r"[,;:—]|\b(?:but|while|whereas|because|since|although|though|yet|so|hence|therefore|which)\b"
)
ANSWERS = Pattern(  # "precision answers: of all …?", "Precision: of all …, how many …?"
    r"(?:\w+ ){1,4}?(?:(?:answers|asks)\b|(?:: )?of (?:all|everything|those) .+\b(?:many|share)\b)"
)
REJECTED = Pattern(r"[❌✗✘✖🚫⛔👎]")
QUIZ = Pattern(  # a heading above statements of which some are false
    r"\b(?:true or false|true/false|t/f|right or wrong|correct or (?:not|wrong|incorrect)"
    r"|fact or (?:fiction|myth))\b",
    re.I,
)
AGREED = Pattern(r"\W*(?:true|correct|right|yes)\b", re.I)
CONFIRMED = Pattern(r"(?:yes|exactly|indeed|correct|right|true)\b(?! or\b)")
CONFIRMED_BEHIND = Pattern(r"[\s*_]*[—–:→-]+\s*(?:yes|exactly|indeed|correct|right|true)\b", re.I)
QUOTED = Pattern(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]", re.S)
OPTION = Pattern(r"\s*(?:\[[ xX]\]|\(?[a-eA-E][).]\s|(?:true|false)\b|[TF]\b\s*[:/])")
CHECKLIST = Pattern(r"check ?list|to ?do\b|tasks", re.I)
CLAIMS_LISTED = Pattern(
    r"mistake|misconcept|pitfall|myth|fallac|misunderst|wrong|false|incorrect|claim|statement"
    r"|objection|trap|quiz|avoid|don.t|never",
    re.I,
)
TITLE = 8  # words of an underlined title, which reads as a paragraph
TITLE_OF_MISTAKES = Pattern(r"misconcept|myth|mistake|pitfall|fallac|misunderst", re.I)


def is_asserted(
    page: Question, sentence: Sentence, reading: Reading, span: tuple[int, int], following: str
) -> bool:
    """Whether the page itself says what stands in a span of a sentence's reading.

    following: the reading of the next sentence of the same block, "" if there is none.
    """
    said = reading.words
    return not (
        (sentence.text.content.rstrip("\"”’')*_ ").endswith("?") and not ANSWERS.match(said))
        or REJECTED.search(sentence.text.content)
        or sentence.is_of_mistakes
        or CALLED_FALSE.search(said)
        or SAID_BY_OTHERS.search(said, 0, span[0])
        or DENIED_FROM_AFAR.search(said, 0, span[0])
        or SUPPOSED.search(said, *span)
        or "¬" in clause_before(said[: span[0]])
        or ANSWERED_NO.match(following)
        or is_code(sentence, reading.offset(span[0]), reading.offset(span[1] - 1))
        or (is_quoted(sentence, reading.offset(span[0])) and not CONFIRMED.match(following))
        or sentence.block in blocks_of_mistakes(page)
    )


def clause_before(said: str) -> str:
    """What the clause in which a text ends has said so far."""
    starts = [found.end() for found in CLAUSE_START.finditer(said)]
    return said[starts[-1] if starts else 0 :]


def is_code(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a claim stands in code, from its first to its last word."""
    spans = code_spans(sentence.text.content)
    return any(span.start() <= first <= last < span.end() for span in spans)


def is_quoted(sentence: Sentence, offset: int) -> bool:
    """Whether a place stands in quotation marks, with words of the author beside them.

    A block that is one quotation is somebody's whole answer, and asserts what it says.
    """
    text = blank(quoted_in(sentence), COMMENT)
    place = sentence.start + offset
    return any(
        span.start() <= place < span.end()
        and not CONFIRMED_BEHIND.match(text, span.end())
        and re.search(r"\w", text[: span.start()] + text[span.end() :])
        for span in QUOTED.finditer(text)
    )


def quoted_in(sentence: Sentence) -> str:
    """The text that a sentence's `start` counts in: its block's, or its cell's."""
    block = sentence.block
    if block.kind != "table":
        return block.text.content
    place = sentence.text.position(0)
    for row in block.rows:
        for cell in row:
            line, column = cell.starts[0] if cell.starts else (0, 0)
            if line == place[0] and column <= place[1] <= column + len(cell.content):
                return cell.content
    return sentence.text.content


@lru_cache(maxsize=RECENT)
def blocks_of_mistakes(page: Question) -> frozenset[Block]:
    """The blocks that quote mistakes: below such a heading or lead, in such a box or table."""
    headings: dict[str, str] = {}
    lead, found = "", set()
    for block in page.blocks:
        text = block.text.content
        if block.kind == "heading":
            headings = {level: t for level, t in headings.items() if level < block.info}
            headings[block.info] = text
        if block.kind != "item":
            lead = text if is_lead(text) else ""
        if block.kind == "heading" or holds_mistakes(block, headings, lead):
            found.add(block)
    return frozenset(found)


def is_to_do(block: Block, headings: dict[str, str]) -> bool:
    """Whether a box to tick stands before a task and not before an answer of a quiz."""
    return block.text.content.lstrip().startswith("[") and any(
        map(CHECKLIST.search, headings.values())
    )


def is_lead(text: str) -> bool:
    """Whether a paragraph opens a list: it ends in a colon, or is a title that is underlined."""
    bare = text.rstrip("*_ ")
    return bare.endswith(":") or (not bare.endswith((".", "!", "?")) and len(bare.split()) <= TITLE)


def holds_mistakes(block: Block, headings: dict[str, str], lead: str) -> bool:
    header = " ".join(cell.content for cell in block.rows[0]) if block.rows else ""
    above = [text for level, text in headings.items() if level != "1"]
    return bool(
        any(ON_MISTAKES.search(text) for text in (*above, block.topic, *block.within))
        or TITLE_OF_MISTAKES.search(headings.get("1", ""))
        or CLAIMS_LISTED.search(lead)
        or CLAIMS_LISTED.search(header)
        or (OPTION.match(block.text.content) and not is_to_do(block, headings))
        or (any(map(QUIZ.search, above)) and not AGREED.match(block.text.content))
    )
