"""The file of terms."""

import pytest

from hooks.language.terms import Terms, terms
from tests.conftest import ROOT

TERMS = terms(ROOT)


def test_ids_and_abbreviations_are_unique_and_in_order():
    ids = [term.id for term in TERMS.terms]
    assert ids == sorted(ids)
    shorts = [term.short for term in TERMS.terms if term.short]
    assert len(shorts) == len(set(shorts))
    assert not set(shorts) & TERMS.well_known


@pytest.mark.parametrize("term", TERMS.terms, ids=lambda term: term.id)
def test_terms_are_defined_and_follow_the_spelling_of_the_guide(term):
    assert term.definition
    assert term.definition[-1] != "."
    text = f"{term.term}, {term.definition}"
    avoided = TERMS.avoided_in(text)
    assert not (avoided and avoided.search(text))


@pytest.mark.parametrize(
    ("found", "written"),
    [
        ("hyper-parameters", "hyperparameter"),
        ("Behavioural", "behavior"),
        ("AUROC", "AUC"),
        ("true positive rate", "true-positive rate"),
    ],
)
def test_what_to_write_instead(found, written):
    assert TERMS.avoided_in(found).fullmatch(found)
    assert TERMS.instead_of(found) == written


def test_a_spelling_is_a_whole_word_and_capitals_are_exact():
    data = {
        "terms": {"x": {"term": "X", "definition": "x", "avoid": ["Ex", "over fit"]}},
        "spellings": {},
        "well-known": [],
    }
    text = "ex Ex Exit Over fits handover fit"
    assert Terms(data).avoided_in(text).findall(text) == ["Ex", "Over fits"]
    assert not Terms(data).avoided_in("no such word")
