"""What a page quotes in order to correct it: `"The entropy is 1." It's 1.585 bits.`

Such a claim is none of the page's own. Asked only of places where something was found to be wrong,
so these patterns prefer to let one pass.
"""

import re

from hooks.language.retraction import ATTRIBUTED, is_attributed, is_retracted
from hooks.page import Block, Question
from hooks.pattern import Pattern

CROSS = "[✗✘❌✖]"
QUOTED = Pattern(r"(?<!\w)[\"“„](?=\S)[^\"“”„]{6,600}?(?<=\S)[\"“”](?!\w)")
BETWEEN = r"[\s*_.,;:!?)\"”’|→⇒—–-]*"  # a quotation and what is said of it
SAME = r"(?:also\s+|quite\s+|indeed\s+|exactly\s+|all\s+)?(?:right|correct|true|fine|ok(?:ay)?)\b"
CORRECTION = Pattern(
    rf"""{BETWEEN}
    (?:{CROSS}
    | (?:no|nope|wrong|false|incorrect|mistake|almost|not\s+(?:quite|so|really|true))\b
    | (?:(?:it|that|this|they|those|these|there)
        (?:['’](?:s|re)\b|\s+(?:is|are|was|were|has|have|must|should|see)\b)(?!\s*{SAME})
      | (?:actually|really|in\s+fact|rather|correctly|only)\b)
      (?=[^.!?]{{0,70}}(?:\d|[=≈]|\bnot\b|n['’]t\b)))""",
    re.I | re.X,
)
CROSSED = Pattern(rf"[\s>*_\d.)-]*{CROSS}")
LEAD = 20  # characters of "They think that", at either side of where a claim is said to start
LONGEST = 200  # characters behind a quotation that are read
# How authors speak of what others do wrong. What stands beside such words is hardly ever an error
# of the page itself: of 1,804 errors in pages by strangers nine do. ("12 wrong, 3 right": counts.)
SPEAKS_OF_MISTAKES = Pattern(
    r"""(?<!\d\s)(?<!are\s)\b(?:(?:wrong(?:ly)?|incorrect(?:ly)?)(?=\s*[,:;!)—–])|mistake[ns]?|mistakenly|fallac\w+|myths?
    |slips?(?!\s+through)|pitfalls?|forgets?(?!\s+gate)|forgot(?:ten)?|forgetting|misread\w*|misus\w+
    |confus(?:es?|ed|ing)|mix(?:es|ed|ing)?\s+(?:them\s+)?up(?!\s+to)|mislead\w*|misled|tempt\w+|overstat\w+
    |(?:common|frequent|typical|classic|usual)\s+error)\b""",
    re.I | re.X,
)
LONGEST_TITLE = 80  # characters of a paragraph that is the title of the list below it


def is_corrected(page: Question, line: int, column: int) -> bool:
    """Whether what stands at a place is quoted as a mistake, or somebody else's claim."""
    for index, block in enumerate(page.blocks):
        if line not in lines_of(block):
            continue
        if block.kind in ("table", "code"):
            return bool(SPEAKS_OF_MISTAKES.search(page.lines[line - 1]))
        place = offset_of(block, line, column)
        return speaks_of_mistakes(page, index) or is_quoted(page, index, place)
    return False


def speaks_of_mistakes(page: Question, index: int) -> bool:
    """Whether a paragraph or item speaks of mistakes, or stands in a list of them."""
    block = page.blocks[index]
    return bool(
        SPEAKS_OF_MISTAKES.search(block.text.content)
        or (block.kind == "item" and SPEAKS_OF_MISTAKES.search(title_of_list(page, index)))
    )


def title_of_list(page: Question, index: int) -> str:
    """The short paragraph right above the list of an item; "" if there is none."""
    above = next((b for b in reversed(page.blocks[:index]) if b.kind != "item"), None)
    is_title = above and above.kind == "paragraph" and len(above.text.content) <= LONGEST_TITLE
    return above.text.content if is_title else ""


def lines_of(block: Block) -> range:
    return range(block.text.line, block.text.starts[-1][0] + 1)


def offset_of(block: Block, line: int, column: int) -> int:
    """Where a place of the file is in the text of its block."""
    content = block.text.content
    before = content.split("\n")[: line - block.text.line]
    start = block.text.starts[line - block.text.line][1]
    return sum(len(row) + 1 for row in before) + column - start


def is_quoted(page: Question, index: int, offset: int) -> bool:
    content = page.blocks[index].text.content
    behind = page.blocks[index + 1].text.content if index + 1 < len(page.blocks) else ""
    if CROSSED.match(content) or is_attributed(content[:offset]):
        return True
    begun = ATTRIBUTED.search(content, max(0, offset - LEAD), offset + LEAD)
    if (begun and begun.start() <= offset) or ASKS_FOR_MISTAKE.search(content[:offset]):
        return True
    if is_in_blockquote(page, index) and CROSSED.match(behind):
        return True
    return any(
        found.start() <= offset < found.end()
        and (takes_back(content[found.end() :] or behind) or is_commented(content, found))
        for found in QUOTED.finditer(content)
    )


# "What is the commonest blunder? Scaling before the split."
ASKS_FOR_MISTAKE = Pattern(
    r"\b(?:blunder|mistake|pitfall|trap|misconception|myth|goes\s+wrong|go\s+wrong|misunderst\w+"
    r"|confus\w+)s?\b[^.?!]{0,60}\?[\s*_\"”)]*(?:A(?:nswer)?\s*[:.]\s*)?[^.?!]*$",
    re.I,
)


def is_commented(content: str, quoted: re.Match[str]) -> bool:
    """Whether a quotation opens a text that goes on with other numbers: `"ln 8 = 3". It's 2.08`."""
    is_first = not content[: quoted.start()].strip(" *_")
    return is_first and bool(COMMENTED.match(content, quoted.end()))


COMMENTED = Pattern(r"[.,;:*_)]*\s+(?!\s*(?:said|says|and|so|is|was)\b)[^\n]{0,80}?\d")


def is_in_blockquote(page: Question, index: int) -> bool:
    return page.lines[page.blocks[index].line - 1].lstrip().startswith(">")


def takes_back(following: str) -> bool:
    """Whether a text says first of all that what was quoted before it is wrong."""
    following = following[:LONGEST]
    return bool(CORRECTION.match(following)) or is_retracted(following)
