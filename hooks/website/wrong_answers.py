"""The page of wrong answers: each claim, why it is wrong, what is right, its sources, the question.

What repeats another claim, for the lint, is left out. Claims are grouped by the first topic of the
question that treats them. A question whose page is not written yet has no link, and its claims
stand at the end.
"""

from html import escape
from itertools import groupby

from hooks.guide import Guide
from hooks.language.misconception_book import wrong_claims
from hooks.website.citations import link, short, sources

UNWRITTEN = "further-questions"  # where claims stand whose question has no page yet
LABELS = {
    "wrong": "Wrong",
    "misleading": "Misleading",
    "outdated": "Outdated",
    "premise": "False premise",
}


def wrong_answers(guide: Guide) -> str:
    """All wrong claims under their topics, after a list of the topics."""
    titles = {id: term.title for id, term in guide.terms("topics").items()}
    titles[UNWRITTEN] = "Further questions"
    order = list(titles)
    claims = sorted(claims_of_page().items(), key=lambda claim: order.index(topic(claim[1], guide)))
    parts, contents = [], []
    for id, members in groupby(claims, key=lambda claim: topic(claim[1], guide)):
        rows = [entry(key, claim, guide) for key, claim in members]
        contents.append(f"- [{titles[id]}](#{id}) <small>{len(rows)}</small>")
        listed = "\n".join(rows)
        heading = f"## {titles[id]} {{ #{id} }}"
        parts.append(f'{heading}\n\n<dl class="wrong-answers" markdown="block">\n{listed}\n</dl>')
    chips = f'<div class="chips" markdown="block">\n\n{chr(10).join(contents)}\n\n</div>'
    return "\n\n".join([chips, *parts])


def claims_of_page() -> dict[str, dict]:
    """The claims of the page, by their ids."""
    return {id: claim for id, claim in wrong_claims().items() if "repeats" not in claim}


def topic(claim: dict, guide: Guide) -> str:
    """The topic under which a claim stands: the first one of the question that treats it."""
    question = guide.question(claim["question"])
    first = guide.first_topic(question) if question else ""
    return first if first in guide.terms("topics") else UNWRITTEN


def entry(id: str, claim: dict, guide: Guide) -> str:
    """One claim as a term and its description.

    It begins with a verdict, since search results show it without the page around it.
    """
    here = f'<a class="headerlink" href="#{id}" title="Link to this claim">¶</a>'
    verdict = LABELS[claim.get("kind", "wrong")]
    name = f'<dt id="{id}" markdown="span"><span class="label">{verdict}:</span> '
    name += f"{escape(claim['claim'], quote=False)} {here}</dt>"
    told = f"{escape(claim['why'], quote=False)}"
    right = f'<span class="label">Right:</span> {escape(claim["right"], quote=False)}'
    lines = (told, right, footer(claim, guide))
    return "\n".join([name, *(f'<dd markdown="span">{line}</dd>' for line in lines)])


def footer(claim: dict, guide: Guide) -> str:
    """The sources of a claim's correction, and the question that treats it if it has a page."""
    named = [f"[{short(one)}]({link(one)})" for one in sources(claim, guide.references)]
    line = f"{'Sources' if named[1:] else 'Source'}: {'; '.join(named)}."
    question = guide.question(claim["question"])
    if question:
        line += f" Question: [{question.title_text}](../{question.section}/{question.slug}.md)"
    return f"<small>{line}</small>"
