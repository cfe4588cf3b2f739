"""Challenges and labs: their lists, and the questions they belong to."""

import pytest

from hooks.guide import Guide, Unreadable
from hooks.website.practice import by_question, challenges, colab_url, lab, labs
from tests.conftest import ROOT

GUIDE = Guide(ROOT)


def test_challenges_stand_by_topic_then_by_level():
    topics, levels = list(GUIDE.terms("topics")), list(GUIDE.terms("levels"))
    ranks = [
        (topics.index(page.meta["topics"][0]), levels.index(page.meta["level"]))
        for page in challenges(GUIDE)
    ]
    assert ranks == sorted(ranks)


def test_every_challenge_and_lab_is_linked_from_its_questions():
    linked = {address for found in by_question(GUIDE).values() for _, address in found}
    assert {f"practice/{page.slug}/" for page in challenges(GUIDE)} <= linked
    assert {found.path.removesuffix(".ipynb") + "/" for found in labs(GUIDE)} <= linked


def test_a_notebook_that_is_no_lab_is_named(tmp_path):
    file = tmp_path / "empty.ipynb"
    file.write_text("{}")
    with pytest.raises(Unreadable, match=r"empty\.ipynb: not a lab: KeyError\('metadata'\)"):
        lab(file)


@pytest.mark.parametrize(
    ("path", "repository", "url"),
    [
        (
            "labs/drift.ipynb",
            "https://github.com/someone/some-repo",
            "https://colab.research.google.com/github/someone/some-repo/blob/main/docs/labs/drift.ipynb",
        ),
        ("labs/drift.ipynb", "https://gitlab.com/someone/some-repo", ""),
        ("labs/drift.ipynb", "", ""),
        ("labs/index.md", "https://github.com/someone/some-repo", ""),
    ],
    ids=["GitHub", "another host", "no repository", "no notebook"],
)
def test_the_address_in_colab(path, repository, url):
    assert colab_url(path, repository) == url
