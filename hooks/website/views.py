"""What the templates show around a question or a lab: labels, counts, and where to go next."""

from urllib.parse import quote

from hooks.guide import Guide, Term
from hooks.page import Question
from hooks.record import record
from hooks.website.practice import by_question
from hooks.website.trust import Checked


@record
class Link:
    """A page of the site: its title, and its address below the site's root."""

    title: str
    url: str


@record
class Label:
    """A level, topic or role, with the page that lists its questions ("" where there is none)."""

    term: Term
    url: str


@record
class QuestionView:
    """All that the question template needs besides the page's own HTML."""

    section: Label
    level: Term | None
    topics: tuple[Label, ...]
    roles: tuple[Label, ...]
    aliases: tuple[str, ...]
    practice: tuple[Link, ...]
    related: tuple[Link, ...]
    previous: Link | None
    next: Link | None
    checked: Checked
    report_url: str
    edit_url: str


def question_view(page: Question, guide: Guide, counts: Checked, repository: str) -> QuestionView:
    """The view of a question page.

    counts: what was checked on the page.
    repository: the project's address on GitHub, "" if it has none.
    """
    before, after = guide.neighbors(page)
    related = (guide.question(str(slug)) for slug in entries(page, "related"))
    return QuestionView(
        section=Label(guide.terms("sections")[page.section], f"{page.section}/"),
        level=guide.terms("levels").get(page.meta.get("level")),
        topics=labels(page, "topics", guide),
        roles=labels(page, "roles", guide),
        aliases=tuple(map(str, entries(page, "aliases"))),
        practice=tuple(Link(*found) for found in by_question(guide).get(page.slug, ())),
        related=tuple(link(question) for question in related if question),
        previous=link(before) if before else None,
        next=link(after) if after else None,
        checked=counts,
        report_url=report_url(page, repository) if repository else "",
        edit_url=f"{repository}/edit/main/{page.path}" if repository else "",
    )


@record
class ChallengeView:
    """What the template of a challenge needs besides the page's own HTML."""

    level: Term | None
    topics: tuple[Label, ...]
    questions: tuple[Link, ...]


def challenge_view(page: Question, guide: Guide) -> ChallengeView:
    """The view of a challenge's page."""
    asked = (guide.question(str(slug)) for slug in entries(page, "questions"))
    return ChallengeView(
        level=guide.terms("levels").get(page.meta.get("level")),
        topics=labels(page, "topics", guide),
        questions=tuple(link(question) for question in asked if question),
    )


def link(page: Question) -> Link:
    return Link(page.title_text, f"{page.section}/{page.slug}/")


def labels(page: Question, kind: str, guide: Guide) -> tuple[Label, ...]:
    terms = guide.terms(kind)
    return tuple(Label(terms[id], f"{kind}/{id}/") for id in entries(page, kind) if id in terms)


def entries(page: Question, key: str) -> list:
    """A list of the front matter; empty where the author wrote something else (a finding)."""
    value = page.meta.get(key)
    return value if isinstance(value, list) else []


def report_url(page: Question, repository: str) -> str:
    """The form "this answer is wrong", with the page's name filled in."""
    title = quote(f"Wrong answer: {page.title_text}")
    return f"{repository}/issues/new?template=wrong-answer.yml&title={title}&page={page.path}"
