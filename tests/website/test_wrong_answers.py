"""The page of wrong answers."""

import re

import pytest

from hooks.guide import Guide, Unreadable
from hooks.language.misconception_book import wrong_claims
from hooks.website.wrong_answers import UNWRITTEN, claims_of_page, footer, topic, wrong_answers
from tests.conftest import ROOT

TITLE = re.compile(r"^## .+ \{ #([\w-]+) \}$", re.M)
QUESTION = re.compile(r"\]\(\.\./([\w-]+/[\w-]+\.md)\)")


@pytest.fixture(scope="module")
def guide():
    return Guide(ROOT)


@pytest.fixture(scope="module")
def page(guide):
    return wrong_answers(guide)


@pytest.mark.parametrize("id", claims_of_page())
def test_every_claim_stands_once_under_its_topic(id, guide, page):
    assert page.count(f'<dt id="{id}"') == 1
    before = page[: page.index(f'<dt id="{id}"')]
    assert TITLE.findall(before)[-1] == topic(claims_of_page()[id], guide)


def test_what_repeats_a_claim_of_the_page_is_not_on_it(page):
    repeated = {id: claim["repeats"] for id, claim in wrong_claims().items() if "repeats" in claim}
    assert all(set(ids) <= set(claims_of_page()) for ids in repeated.values())
    assert not [id for id in repeated if f'<dt id="{id}"' in page]


def test_every_question_has_its_page(guide):
    assert {claim["question"] for claim in wrong_claims().values()} <= set(guide.question_paths)


def test_topics_stand_in_the_order_of_the_vocabulary_and_are_listed_at_the_top(guide, page):
    order = [*guide.terms("topics"), UNWRITTEN]
    headings = TITLE.findall(page)
    assert headings == sorted(set(headings), key=order.index)
    assert re.findall(r"\]\(#([\w-]+)\) <small>", page) == headings


def test_the_numbers_at_the_top_add_up(page):
    numbers = re.findall(r"<small>(\d+)</small>", page)
    assert sum(map(int, numbers)) == len(claims_of_page())


def test_ids_are_unique(page):
    ids = [*TITLE.findall(page), *re.findall(r'<dt id="([\w-]+)"', page)]
    assert len(set(ids)) == len(ids)


def test_links_lead_to_questions_that_exist(page):
    assert not {found for found in QUESTION.findall(page) if not (ROOT / "docs" / found).is_file()}


def test_every_claim_with_a_written_question_links_it(guide, page):
    written = [c for c in claims_of_page().values() if c["question"] in guide.question_paths]
    assert len(QUESTION.findall(page)) == len(written)


def test_a_question_without_a_page_has_no_link(guide):
    claim = {"source": "hastie2009", "question": "not-written-yet"}
    line = footer(claim, guide)
    assert line == (
        "<small>Source: [Hastie et al., 2009](https://doi.org/10.1007/978-0-387-84858-7).</small>"
    )
    assert topic(claim, guide) == UNWRITTEN


def test_all_sources_of_a_claim_are_named(guide):
    claim = {"source": ["hastie2009", "breiman2001"], "question": "not-written-yet"}
    assert footer(claim, guide) == (
        "<small>Sources: [Hastie et al., 2009](https://doi.org/10.1007/978-0-387-84858-7); "
        "[Breiman, 2001](https://doi.org/10.1023/A:1010933404324).</small>"
    )


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ([], "“More is better.” has no source; name at least one"),
        (None, "“More is better.” has no source; name at least one"),
        ("hasty2009", "“More is better.”: references.yml has no `hasty2009`; did you mean"),
        (["hastie2009", "breimann2001"], "has no `breimann2001`; did you mean `breiman2001`?"),
    ],
)
def test_a_claim_without_a_known_source_is_refused(source, problem, guide):
    with pytest.raises(Unreadable, match=re.escape(problem)):
        footer({"claim": "More is better.", "source": source, "question": "x"}, guide)
