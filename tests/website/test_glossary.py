"""Terms in a page's HTML, and the glossary that they lead to."""

import pytest

from hooks.guide import Guide
from hooks.language.terms import Term, terms
from hooks.website.glossary import glossary, link_terms
from tests.conftest import ROOT

BAGGING = Term("bagging", "bagging", "averaging <learners>", question="bagging-vs-boosting")
TEST = Term("a-b-test", "A/B test", "a randomized experiment")
KNOWN = (BAGGING, TEST)
LINK = (
    '<a class="term" href="../../reference/glossary/#bagging"'
    ' title="Averaging &lt;learners&gt;.">{}</a>'
)


def linked(html, page="beginner/x/", slug=""):
    return link_terms(html, KNOWN, page, slug)


def test_the_first_use_is_linked_with_its_meaning():
    assert (
        linked("<p>Bagging, and bagging.</p>") == f"<p>{LINK.format('Bagging')}, and bagging.</p>"
    )


def test_a_plural_is_a_use_and_so_is_a_term_over_the_end_of_a_line():
    assert ">A/B\ntests</a>" in linked("<p>Two A/B\ntests.</p>")


def test_the_question_that_treats_a_term_does_not_link_it():
    assert linked("<p>bagging</p>", slug="bagging-vs-boosting") == "<p>bagging</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Bagging</h2>",
        '<p><a href="x">bagging</a></p>',
        "<p><code>bagging</code></p>",
        "<dl><dt>bagging</dt></dl>",
        "<p>sandbagging, bagging-like, rebagging</p>",
        '<h2 id="references">References</h2><p>bagging</p>',
    ],
)
def test_what_is_no_prose_and_no_word_of_its_own_is_left_alone(html):
    assert linked(html) == html


def test_a_shorter_term_is_not_linked_within_a_longer_one_that_is_linked_already():
    known = (Term("test", "test", "a trial"), Term("test-set", "test set", "rows kept apart"))
    html = link_terms("<p>A test set.</p><p>A test set. A test.</p>", known, "beginner/x/")
    assert html.count(">test set</a>") == html.count(">test</a>") == 1
    assert html.endswith(">test</a>.</p>")


def test_letters_whose_lower_case_is_longer_keep_every_word_in_its_place():
    assert linked("<p>İ bagging</p>") == f"<p>İ {LINK.format('bagging')}</p>"


def test_words_behind_elements_within_others_are_linked():
    html = "<dl><dt><code>a</code> bagging</dt></dl><figure><img> bagging</figure><p>bagging</p>"
    assert linked(html) == html.removesuffix("bagging</p>") + f"{LINK.format('bagging')}</p>"


def test_pages_that_are_not_read_for_study_are_left_alone():
    assert linked("<p>bagging</p>", page="contribute/rules/term/") == "<p>bagging</p>"


def test_the_glossary_has_every_term_once_under_its_letter():
    guide = Guide(ROOT)
    page = glossary(guide)
    for term in terms(ROOT).terms:
        assert page.count(f'<dt id="{term.id}">') == 1
        under = page[: page.index(f'<dt id="{term.id}">')].rpartition("## ")[2]
        assert under.startswith(term.term[0].upper())


def test_every_question_of_a_term_exists():
    questions = Guide(ROOT).question_paths
    assert not [t.id for t in terms(ROOT).terms if t.question and t.question not in questions]
