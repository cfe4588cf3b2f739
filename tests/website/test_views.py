"""What the templates show around a question, and the counts of what was checked."""

from urllib.parse import parse_qs, urlparse

import pytest

from hooks.guide import Guide
from hooks.website.trust import Checked, checked
from hooks.website.views import question_view
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def guide():
    return Guide(ROOT)


@pytest.fixture(scope="module")
def view(guide):
    page = guide.question("precision-recall")
    return question_view(page, guide, Checked(), "https://github.com/someone/some-repo")


def test_a_view_names_its_labels_and_where_they_lead(view):
    assert (view.section.term.title, view.section.url) == ("Beginner", "beginner/")
    first = view.topics[0]
    assert (first.term.id, first.url) == ("evaluation", "topics/evaluation/")


def test_related_questions_have_titles_and_addresses(view):
    related = {link.url: link.title for link in view.related}
    assert "F1 score" in related["beginner/f1-score/"]


def test_a_report_carries_the_page(view):
    asked = parse_qs(urlparse(view.report_url).query)
    assert asked["page"] == ["docs/beginner/precision-recall.md"]
    assert asked["title"][0].startswith("Wrong answer: What are precision and recall")
    assert view.edit_url.endswith("/edit/main/docs/beginner/precision-recall.md")


def test_without_a_repository_there_is_no_link_to_one(guide):
    view = question_view(guide.question("precision-recall"), guide, Checked(), "")
    assert (view.report_url, view.edit_url) == ("", "")


def test_counts_add_up():
    assert Checked(1, 2, 3, 4, 5, 6, 7, 8) + Checked(proved=1, references=2) == Checked(
        1, 2, 3, 4, 5, 7, 7, 10
    )


def test_every_question_has_numbers_or_programs_checked_and_references_listed(guide):
    for page in guide.questions:
        counts = checked(page, guide)
        assert counts.checked + counts.programs > 0, page.slug
        assert counts.references > 0, page.slug


def test_a_page_counts_each_program_once(guide):
    counts = checked(guide.question("precision-recall"), guide)
    assert counts.programs == 2  # the program, in two regions, and its figure


def test_formulas_that_were_proved_are_counted(guide):
    counts = checked(guide.question("precision-recall"), guide)
    assert 0 < counts.proved <= counts.formulas
