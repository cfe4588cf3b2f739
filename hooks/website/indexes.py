"""The pages that lead to questions, as Markdown: section indexes, topics, roles.

A page that people write asks for a list by a comment, `<!-- guide: questions beginner -->`; topic,
role and rule pages are made whole.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from posixpath import relpath

from hooks.guide import Guide, Term
from hooks.lint import explanation, summary
from hooks.page import SECTIONS, Question
from hooks.pattern import Pattern
from hooks.rules import RULES
from hooks.website import practice
from hooks.website.glossary import glossary
from hooks.website.wrong_answers import wrong_answers

MARKER = Pattern(r"<!-- guide: (?P<name>[a-z-]+)(?P<words>( [\w-]+)*) -->")
MANY_TOPICS = 4  # on one page: more than a phone shows at a glance
OTHER_TOPIC = Term("other", "Other", "")  # of a page that names no topic of the vocabulary


class UnknownMarker(Exception):
    """A `<!-- guide: … -->` comment that asks for nothing known."""


def fill(markdown: str, page: str, guide: Guide) -> str:
    """A page's Markdown with its markers replaced.

    page: the page's address below docs/, which links start from.
    Raises UnknownMarker.
    """

    def replace(found: re.Match[str]) -> str:
        if found["name"] not in MARKERS:
            known = ", ".join(MARKERS)
            raise UnknownMarker(f"docs/{page}: `{found.group()}`: there are {known}")
        return MARKERS[found["name"]](guide, page, *found["words"].split())

    return MARKER.sub(replace, markdown)


def count(guide: Guide, page: str, section: str = "") -> str:
    """How many questions the guide, or one of its sections, has."""
    return str(len(guide.in_section(section) if section else guide.questions))


def questions(guide: Guide, page: str, section: str) -> str:
    """The questions of a section by topic, each under its first topic."""
    return grouped(guide.in_section(section), guide, page, with_level=section in SECTIONS[3:])


def sections(guide: Guide, page: str) -> str:
    """The five sections with their summaries and counts, as cards."""
    cards = "\n".join(
        f"-   [**{term.title}**]({link(f'{id}/index.md', page)})\n\n"
        f"    {term.summary}\n\n    {plural(len(guide.in_section(id)), 'question')}\n"
        for id, term in guide.terms("sections").items()
    )
    return f'<div class="cards" markdown>\n\n{cards}\n</div>'


def topics(guide: Guide, page: str) -> str:
    """Every topic with its summary and the number of its questions."""
    return term_list("topics", guide, page)


def roles(guide: Guide, page: str) -> str:
    """Every role with its summary and the number of its questions."""
    return term_list("roles", guide, page)


def rules(guide: Guide, page: str) -> str:
    """Every rule of the lint with its first sentence."""
    return "\n".join(
        f"- [`{rule.NAME}`]({link(f'contribute/rules/{rule.NAME}.md', page)}): {summary(rule)}"
        for rule in RULES
    )


def all_terms(guide: Guide, page: str) -> str:
    """The glossary."""
    return glossary(guide)


def misconceptions(guide: Guide, page: str) -> str:
    """The wrong claims that circulate, each with what is right."""
    return wrong_answers(guide)


def challenges(guide: Guide, page: str) -> str:
    """The coding challenges by topic, each under its first; a script adds what the reader did."""
    found = practice.challenges(guide)
    listed = grouped(found, guide, page, with_level=True)
    lead = f'<p class="done" role="status">{plural(len(found), "challenge")}</p>'
    return f'{lead}\n\n<div class="challenges" markdown>\n\n{listed}\n\n</div>'


def labs(guide: Guide, page: str) -> str:
    """The labs with what each is for."""
    return "\n".join(
        f"- [{lab.title}]({link(lab.path, page)}): {lower_first(lab.summary)}"
        for lab in practice.labs(guide)
    )


MARKERS: dict[str, Callable[..., str]] = {
    "challenges": challenges,
    "count": count,
    "glossary": all_terms,
    "labs": labs,
    "misconceptions": misconceptions,
    "questions": questions,
    "roles": roles,
    "rules": rules,
    "sections": sections,
    "topics": topics,
}


# -- pages made whole -----------------------------------------------------------------------------


def generated(guide: Guide) -> Iterator[tuple[str, str]]:
    """The topic, role and rule pages: (address below docs/, Markdown)."""
    for kind in ("topics", "roles"):
        for id, term in guide.terms(kind).items():
            page = f"{kind}/{id}.md"
            yield page, term_page(term, kind, tagged(guide, kind, id), guide, page)
    yield from rule_pages()


def rule_pages() -> Iterator[tuple[str, str]]:
    """One page per rule of the lint, from its docstring."""
    for rule in RULES:
        front = f"---\ndescription: {json.dumps(summary(rule))}\nsearch_exclude: true\n---\n\n"
        text = explanation(rule).replace("--8<--", ";--8<--")  # shown, not embedded
        yield f"contribute/rules/{rule.NAME}.md", front + text


def term_page(term: Term, kind: str, found: tuple[Question, ...], guide: Guide, page: str) -> str:
    """The page of one topic or role: its questions by section."""
    lead = f"{term.summary} {plural(len(found), 'question')}, "
    lead += "the basics first." if kind == "topics" else "by section, then by topic."
    front = f"---\ndescription: {json.dumps(term.summary)}\nsearch_exclude: true\n---\n\n"
    parts = [f"{front}# {term.title}\n\n{lead}"]
    titles = guide.terms("sections")
    for section, members in groupby(found, key=lambda q: q.section):
        parts.append(f"## {titles[section].title}\n\n{bullets(members, page)}")
    return "\n\n".join(parts) + "\n"


def tagged(guide: Guide, kind: str, id: str) -> tuple[Question, ...]:
    return tuple(q for q in guide.questions if id in (q.meta.get(kind) or ()))


def term_list(kind: str, guide: Guide, page: str) -> str:
    rows = []
    for id, term in guide.terms(kind).items():
        number = plural(len(tagged(guide, kind, id)), "question")
        target = link(f"{kind}/{id}.md", page)
        rows.append(f"- [{term.title}]({target}): {lower_first(term.summary)} *{number}*")
    return "\n".join(rows)


def grouped(found: Iterable[Question], guide: Guide, page: str, with_level: bool) -> str:
    """Bullets under a heading for each first topic; a list to jump to them where there are many."""
    topics = guide.terms("topics")
    groups = [
        (topics.get(topic, OTHER_TOPIC), list(members))
        for topic, members in groupby(found, key=guide.first_topic)
    ]
    lists = [
        f"## {topic.title} {{ #{topic.id} }}\n\n{bullets(members, page, with_level)}"
        for topic, members in groups
    ]
    return "\n\n".join([*jump_list(groups), *lists])


def jump_list(groups: Sequence[tuple[Term, list[Question]]]) -> Iterator[str]:
    """Links to the headings of many topics, with the number of questions under each."""
    if len(groups) < MANY_TOPICS:
        return
    links = "\n".join(f"- [{topic.title}](#{topic.id}) {len(own)}" for topic, own in groups)
    opening = '<nav class="jump" aria-label="Topics on this page" markdown>'
    yield f"{opening}\n\n{links}\n\n</nav>"


def bullets(found: Iterable[Question], page: str, with_level: bool = False) -> str:
    def level(question: Question) -> str:
        return f" *{question.meta.get('level')}*" if with_level else ""

    return "\n".join(
        f"- [{q.title_text}]({link(f'{q.section}/{q.slug}.md', page)}){level(q)}" for q in found
    )


def link(target: str, page: str) -> str:
    """The relative address of one page below docs/ from another."""
    return relpath(target, page.rpartition("/")[0] or ".")


def plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def lower_first(sentence: str) -> str:
    """A summary as the second half of a sentence, unless it begins with a name."""
    second = sentence[1:2]
    return (
        sentence
        if second.isupper() or sentence.startswith("Bayes")
        else (sentence[0].lower() + sentence[1:])
    )
