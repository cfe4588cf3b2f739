"""Every challenge: its files, its reference, and the typical mistakes that its cases find."""

import runpy

import pytest

from challenges import CHALLENGES, SECONDS, cases, program, slugs
from challenges.grader import SQL, Mistake, Unusable, grade
from tests.conftest import ROOT

SLUGS = slugs()
MISTAKES = [
    pytest.param(slug, mistake, id=f"{slug}-{mistake.what.replace(' ', '-')}")
    for slug in SLUGS
    for mistake in runpy.run_path(str(CHALLENGES / slug / "mistakes.py"))["MISTAKES"]
]


def source(slug: str, name: str) -> str:
    return program(slug, name).read_text(encoding="utf-8")


def test_every_challenge_has_a_page_and_every_page_a_challenge():
    pages = {page.stem for page in (ROOT / "docs" / "practice").glob("*.md")} - {"index"}
    assert pages == set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_challenge_has_its_files_and_no_others(slug):
    suffix = ".sql" if cases(slug)["ENTRY"] == SQL else ".py"
    files = {file.name for file in (CHALLENGES / slug).iterdir()} - {"__pycache__"}
    assert files == {f"starter{suffix}", f"solution{suffix}", "cases.py", "mistakes.py"}


@pytest.mark.parametrize("slug", SLUGS)
def test_cases_are_enough_and_told_apart(slug):
    known = cases(slug)
    tried = [*known["VISIBLE"], *known["HIDDEN"]]
    assert len(known["VISIBLE"]) >= 2
    assert len(known["HIDDEN"]) >= 3
    assert len({case.name for case in tried}) == len(tried)
    assert all(case.why.endswith(".") for case in tried), "each case says what a failure means"


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize("slug", SLUGS)
def test_the_reference_passes(slug):
    assert not [
        outcome for outcome in grade(source(slug, "solution"), cases(slug)) if outcome.message
    ]


@pytest.mark.parametrize("slug", SLUGS)
def test_the_starter_starts_and_does_not_pass(slug):
    assert all(outcome.message for outcome in list(grade(source(slug, "starter"), cases(slug)))[:1])


@pytest.mark.parametrize("slug", SLUGS)
def test_a_challenge_knows_three_mistakes(slug):
    assert len([param for param in MISTAKES if param.values[0] == slug]) >= 3


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize(("slug", "mistake"), MISTAKES)
def test_a_mistake_is_found_by_the_case_that_explains_it(slug, mistake: Mistake):
    reference = source(slug, "solution")
    assert reference.count(mistake.instead_of) == 1
    wrong = reference.replace(mistake.instead_of, mistake.writes)
    failed = [outcome for outcome in grade(wrong, cases(slug)) if outcome.message]
    assert [outcome.case.name for outcome in failed][:1] == [mistake.fails]


def test_a_program_that_does_not_start_is_told_so():
    with pytest.raises(Unusable, match="SyntaxError: invalid syntax"):
        list(grade("def softmax(:", cases("softmax")))
