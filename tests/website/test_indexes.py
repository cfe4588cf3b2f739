"""Lists of questions and the pages made of them."""

import re
from itertools import pairwise

import pytest

from hooks.guide import Guide
from hooks.rules import RULES
from hooks.website import indexes
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def guide():
    return Guide(ROOT)


def test_counts_are_counted(guide):
    assert indexes.fill("<!-- guide: count -->", "index.md", guide) == str(len(guide.questions))
    beginners = indexes.fill("<!-- guide: count beginner -->", "index.md", guide)
    assert beginners == str(len(guide.in_section("beginner")))


def test_a_section_lists_each_of_its_questions_once(guide):
    listed = indexes.fill("<!-- guide: questions advanced -->", "advanced/index.md", guide)
    for question in guide.in_section("advanced"):
        assert listed.count(f"({question.slug}.md)") == 1


def test_a_long_list_begins_with_links_to_its_topics(guide):
    listed = indexes.fill("<!-- guide: questions advanced -->", "advanced/index.md", guide)
    jumps = re.findall(r"^- \[(.+)\]\(#([\w-]+)\) (\d+)$", listed, re.M)
    headings = re.findall(r"^## (.+) \{ #([\w-]+) \}$", listed, re.M)
    assert [jump[:2] for jump in jumps] == headings
    assert sum(int(number) for *_, number in jumps) == len(guide.in_section("advanced"))


def test_a_short_list_does_without_links_to_its_topics(guide):
    few = [question for question in guide.questions if guide.first_topic(question) == "sql"]
    assert indexes.grouped(few, guide, "index.md", with_level=False).startswith("## SQL")


def test_an_unknown_marker_names_the_page_and_those_there_are(guide):
    with pytest.raises(indexes.UnknownMarker, match=r"docs/index\.md: .*there are challenges, "):
        indexes.fill("<!-- guide: cuont -->", "index.md", guide)


def test_topic_pages_list_all_questions_of_the_topic(guide):
    pages = dict(indexes.generated(guide))
    for question in guide.questions:
        for topic in question.meta["topics"]:
            assert f"(../{question.section}/{question.slug}.md)" in pages[f"topics/{topic}.md"]


def test_every_rule_has_its_page(guide):
    pages = dict(indexes.generated(guide))
    assert {f"contribute/rules/{rule.NAME}.md" for rule in RULES} <= set(pages)


def test_rule_pages_show_embeds_and_do_not_run_them(guide):
    page = dict(indexes.generated(guide))["contribute/rules/snippet-embed.md"]
    assert ";--8<--" in page
    assert page.replace(";--8<--", "").count("--8<--") == 0


@pytest.mark.parametrize("kind", ["topics", "roles", "levels"])
def test_the_vocabulary_is_used_and_what_is_used_is_in_it(guide, kind):
    key = "level" if kind == "levels" else kind
    used = set()
    for question in guide.questions:
        value = question.meta[key]
        used |= {value} if isinstance(value, str) else set(value)
    assert used == set(guide.terms(kind))


def test_reading_order_links_every_question_to_the_next(guide):
    order = guide.questions
    for before, after in pairwise(order):
        assert guide.neighbors(before)[1] is after
        assert guide.neighbors(after)[0] is before
    assert guide.neighbors(order[0])[0] is None
    assert guide.neighbors(order[-1])[1] is None
