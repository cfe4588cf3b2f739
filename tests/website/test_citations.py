"""Citations and the central list of sources."""

from pathlib import PurePosixPath

import pytest

from hooks.guide import Guide
from hooks.language.misconception_book import source_keys, wrong_claims
from hooks.page import parse
from hooks.website.citations import (
    citations,
    entry_problems,
    full,
    is_primary,
    mark,
    resolve,
    short,
)
from tests.conftest import ROOT

BOOK = {
    "authors": ["Trevor Hastie", "Robert Tibshirani", "Jerome Friedman"],
    "title": "The Elements of <Statistical> Learning",
    "year": 2009,
    "in": "Springer",
    "doi": "10.1007/978-0-387-84858-7",
}
DOCS = {
    "organization": "scikit-learn developers",
    "title": "Metrics",
    "year": 2026,
    "in": "scikit-learn user guide",
    "url": "https://scikit-learn.org/stable/modules/model_evaluation.html",
    "checked": "2026-11-21",
}
SOURCES = {"hastie2009": BOOK, "sklearn-metrics": DOCS}


@pytest.mark.parametrize(
    ("authors", "cited"),
    [
        (["Leo Breiman"], "Breiman, 2001"),
        (["Jesse Davis", "Mark Goadrich"], "Davis and Goadrich, 2001"),
        (["A B", "C D", "E F"], "B et al., 2001"),
        (["Laurens van der Maaten"], "van der Maaten, 2001"),
    ],
)
def test_short(authors, cited):
    assert short({"authors": authors, "year": 2001}) == cited


def test_an_organization_is_cited_by_its_whole_name():
    assert short(DOCS) == "scikit-learn developers, 2026"


def test_full_escapes_and_links():
    html = full(BOOK)
    assert 'href="https://doi.org/10.1007/978-0-387-84858-7"' in html
    assert "The Elements of &lt;Statistical&gt; Learning" in html


def test_full_dates_what_can_change():
    assert full(DOCS).endswith("scikit-learn user guide (read on 2026-11-21)")


def test_citations_in_the_text_lead_to_the_sources_listed():
    page = '<p>True ⟦hastie2009⟧.</p><h2 id="references">References</h2><li>⟦hastie2009⟧: why.</li>'
    page = resolve(page, SOURCES)
    assert '<a class="citation" href="#ref-hastie2009">(Hastie et al., 2009)</a>.' in page
    assert '<li><span class="reference" id="ref-hastie2009">Trevor Hastie, ' in page


def test_an_unknown_key_stays_as_it_was_written():
    assert resolve(mark("[@unknown]"), SOURCES) == "[@unknown]"


def test_code_cites_nothing():
    text = "`[@hastie2009]`\n\n```\n[@hastie2009]\n```\n\n<!-- [@hastie2009] -->\n"
    assert mark(text) == text


def test_citations_know_their_place():
    page = parse(PurePosixPath("x.md"), "# T\n\n| A |\n|---|\n| b [@k1] |\n\nA [@k2].\n")
    assert [(c.key, c.line, c.column) for c in citations(page)] == [("k1", 5, 5), ("k2", 7, 3)]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"title": ""}, "`title` is missing"),
        ({"year": "2009"}, "`year` is a number"),
        ({"authors": "Hastie"}, "`authors` is a list"),
        ({"organization": "Springer"}, "either `authors"),
        ({"doi": "978-0-387"}, "is not a DOI"),
        ({"arxiv": "170603762"}, "is not an arXiv number"),
        ({"arxiv": "1713.03762"}, "there is no month 13"),
        ({"arxiv": "1706.03762", "in": "arXiv preprint"}, "is of 2017, so `year` can't be 2009"),
        ({"year": 20009}, "is not the year of a source"),
        ({"url": "http://x.org"}, "begins with https://"),
        ({"pages": "1"}, "`pages` is not a field"),
    ],
)
def test_entry_problems(change, problem):
    assert any(problem in message for message in entry_problems("hastie2009", BOOK | change))


@pytest.mark.parametrize("number", ["0901.0001", "2010.16061"])
def test_a_paper_may_be_posted_before_it_appears_or_after(number):
    assert not list(entry_problems("hastie2009", BOOK | {"arxiv": number, "year": 2011}))


@pytest.mark.parametrize(
    ("entry", "primary"),
    [
        (BOOK, True),
        (DOCS, True),
        ({"url": "https://en.wikipedia.org/wiki/F-score"}, False),
        ({"url": "https://someone.medium.com/f1"}, False),
        ({"url": "https://intermedium.com/"}, True),
    ],
)
def test_primary_sources(entry, primary):
    assert is_primary(entry) == primary


def test_a_source_needs_a_link():
    entry = {key: value for key, value in BOOK.items() if key != "doi"}
    assert list(entry_problems("hastie2009", entry)) == [
        "a source has a stable link: `doi`, `arxiv` or `url`"
    ]


def test_every_source_of_the_guide_is_complete_and_cited_and_in_order():
    guide = Guide(ROOT)
    problems = {key: list(entry_problems(key, entry)) for key, entry in guide.references.items()}
    assert not {key: found for key, found in problems.items() if found}
    files = (ROOT / "docs").rglob("*.md")
    pages = [guide.page(PurePosixPath(file.relative_to(ROOT).as_posix())) for file in files]
    cited = {citation.key for page in pages for citation in citations(page)}
    cited |= {key for claim in wrong_claims().values() for key in source_keys(claim)}
    assert set(guide.references) == cited
    assert list(guide.references) == sorted(guide.references)
