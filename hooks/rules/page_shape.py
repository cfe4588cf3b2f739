"""A question page has one title and the seven sections, in their order.

## What it checks

- One `#` title, before everything else.
- A `!!! abstract "Short answer"` between the title and the first section.
- The sections In depth, Try it, How to answer it, Example answer, Common mistakes, Follow-up
  questions and References, in this order and no others. Try it may be missing where the page has no
  program.
- Follow-up questions holds `??? question "…"` blocks, and each has an answer.
- No section is empty, and the page has between 400 and 1,200 words of prose. Code, tables, figures,
  formulas, comments and the references are not counted.

## Why

Readers know where to look the night before an interview, and every tool that reads pages can rely
on the sections.

## Example

    ## Common errors
    ## Follow-up questions

## Use instead

    ## Common mistakes
    ## Follow-up questions
"""

from collections.abc import Iterator
from itertools import pairwise

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.language.nearest import nearest
from hooks.page import COMMENT, Block, Question, Section

NAME = "page-shape"
SCOPE = "question"

SECTIONS = (
    "In depth",
    "Try it",
    "How to answer it",
    "Example answer",
    "Common mistakes",
    "Follow-up questions",
    "References",
)
OPTIONAL = "Try it"
WORDS = range(400, 1201)


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for part in (title_problems, short_answer_problems, section_problems, content_problems):
        for line, message in part(page):
            yield Finding(page.path, line, 1, message, NAME)
    if has_program(page, guide) and not page.section_named(OPTIONAL):
        message = f"snippets/ has a program for this page; show it under `## {OPTIONAL}`"
        yield Finding(page.path, 1, 1, message, NAME)


def title_problems(page: Question) -> Iterator[tuple[int, str]]:
    titles = [head for head in page.headings if head.info == "1"]
    if not titles:
        yield 1, "the page has no title; begin it with `# The question?`"
    for extra in titles[1:]:
        yield extra.line, "a page has one `#` title; make this a `##` or `###` heading"
    if titles and page.blocks[0] is not titles[0]:
        yield page.blocks[0].line, "the title comes first; move this below it"


def short_answer_problems(page: Question) -> Iterator[tuple[int, str]]:
    line = page.title.line if page.title else 1
    if not page.short_answer:
        yield (
            line,
            'the page has no short answer; add `!!! abstract "Short answer"` below the title',
        )
    elif page.sections and page.short_answer[0].line > page.sections[0].line:
        yield page.short_answer[0].line, "the short answer stands before the first section"


def section_problems(page: Question) -> Iterator[tuple[int, str]]:
    titles = [section.title for section in page.sections]
    for section in page.sections:
        if section.title not in SECTIONS:
            near = nearest(section.title, SECTIONS)
            hint = f"did you mean `## {near}`?" if near else "use `###` inside a section"
            yield section.line, f"`{section.title}` is not a section of a question page; {hint}"
        elif titles.index(section.title) != page.sections.index(section):
            yield section.line, f"`{section.title}` stands twice; join the two"
    for title in SECTIONS:
        if title not in titles and title != OPTIONAL:
            yield last_line(page), f"the section `## {title}` is missing; add it"
    known = [section for section in page.sections if section.title in SECTIONS]
    for before, after in pairwise(known):
        if SECTIONS.index(after.title) < SECTIONS.index(before.title):
            yield after.line, f"`{after.title}` comes before `{before.title}`; move it up"


def content_problems(page: Question) -> Iterator[tuple[int, str]]:
    for section in page.sections:
        if not any(map(is_visible, section.blocks)):
            yield section.line, f"`{section.title}` is empty; fill it or remove it"
    follow_ups = page.section_named("Follow-up questions")
    if follow_ups and any(map(is_visible, follow_ups.blocks)):
        yield from follow_up_problems(follow_ups)
    words = word_count(page)
    if words not in WORDS:
        verb = "say more" if words < WORDS.start else "cut, or split the page"
        least, most = WORDS.start, WORDS.stop - 1
        yield 1, f"the page has {words} words; a page has {least} to {most:,}: {verb}"


def follow_up_problems(section: Section) -> Iterator[tuple[int, str]]:
    questions = [b for b in section.blocks if b.kind == "admonition" and b.info == "question"]
    if not questions:
        yield section.line, 'write follow-up questions as `??? question "…"` blocks'
    for question in questions:
        answer = [b for b in section.blocks if b.within == question.within and b is not question]
        if not answer:
            yield question.line, "this question has no answer; indent one by four spaces below it"


def word_count(page: Question) -> int:
    """Words of prose: what a reader reads line by line."""
    prose = (
        block.text.content
        for block in page.blocks
        if block.kind in ("paragraph", "item") and block.section != "References"
    )
    words = COMMENT.sub("", "\n".join(prose)).split()
    return sum(1 for word in words if word[0].isalpha() or is_word(word))


def is_word(word: str) -> bool:
    """Whether it has a letter or digit and is no citation: signs of a formula are no words."""
    return not word.startswith("[@") and any(map(str.isalnum, word))


def is_visible(block: Block) -> bool:
    """Whether readers see the block: not a comment alone."""
    return block.kind != "html" or bool(COMMENT.sub("", str(block.text)).strip())


def last_line(page: Question) -> int:
    return max(len(page.lines), 1)


def has_program(page: Question, guide: Guide) -> bool:
    return f"{page.section}/{page.slug}.py" in guide.snippets
