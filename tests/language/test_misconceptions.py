"""Every misconception against its own sentences: those it must find and those it must leave."""

import re
from functools import reduce
from operator import or_
from pathlib import PurePosixPath

import pytest
import yaml

from hooks.guide import Guide
from hooks.language.misconception_book import (
    FILES,
    KINDS,
    STANCES,
    Misconception,
    book,
    expanded,
    source_keys,
    wrong_claims,
)
from hooks.language.misconceptions import Occurrence, occurrences
from hooks.language.stances import OPPOSITES
from hooks.page import parse
from hooks.rules.misconception import explain
from hooks.website.citations import sources
from hooks.website.wrong_answers import LABELS
from tests.conftest import ROOT

ENTRIES = wrong_claims() | {
    "groups": yaml.load(FILES[0].read_text("utf-8"), yaml.CSafeLoader)["groups"]
}
SIDES = [yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader) for file in STANCES]
GROUPS = reduce(or_, (taken.pop("groups") for taken in SIDES), ENTRIES.pop("groups"))
TAKEN = [(id, taken) for file in SIDES for id, taken in file.items()]
TAKEN_IDS = {id for id, _ in TAKEN}
EXAMPLES = {"flags", "leaves"}
PATTERNS = {"words", *EXAMPLES}
FOUND = [id for id, entry in ENTRIES.items() if PATTERNS & set(entry)]  # by the lint
STANCE = {
    *("of", "says", "also", "opposite", "denies", "within", "near", "unless", "told", "restates"),
    "repeats",
}
PROSE = ("claim", "why", "right")
TOLD = {*PROSE, "source", "question"}


def examples(kind: str):
    return [
        pytest.param(id, sentence, id=f"{id}-{number}")
        for id in FOUND
        for number, sentence in enumerate(ENTRIES[id][kind])
    ]


def found(text: str) -> set[str]:
    page = parse(PurePosixPath("notes.md"), f"# Notes\n\n{text}\n")
    return {occurrence.misconception.id for occurrence in occurrences(page)}


@pytest.mark.parametrize(("id", "sentence"), examples("flags"))
def test_what_is_wrong_is_found(id, sentence):
    assert id in found(sentence)


@pytest.mark.parametrize(("id", "sentence"), examples("leaves"))
def test_what_is_right_is_left_alone(id, sentence):
    assert not found(sentence)


@pytest.mark.parametrize("id", ENTRIES)
def test_entries_are_complete(id):
    entry = ENTRIES[id]
    asked = set(entry) & {"unless", *KINDS}
    has_patterns = bool(asked - {"unless"})
    assert has_patterns == ("words" in entry)
    assert "unless" not in entry or has_patterns
    assert (has_patterns or id in TAKEN_IDS) == (id in FOUND)
    assert set(entry) - asked - {"kind", "words", "repeats"} == (
        TOLD | EXAMPLES if id in FOUND else TOLD
    )
    assert entry.get("kind", "misleading") in set(LABELS) - {"wrong"}
    assert all(entry[part][-1] in ".?”" and not entry[part][0].islower() for part in PROSE)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry["question"])


@pytest.mark.parametrize("id", FOUND)
def test_entries_that_are_found_have_examples(id):
    assert min(len(ENTRIES[id]["flags"]), len(ENTRIES[id]["leaves"])) >= 3


def test_no_two_entries_make_the_same_claim():
    claims = [" ".join(re.findall(r"\w+", entry["claim"].lower())) for entry in ENTRIES.values()]
    assert sorted(set(claims)) == sorted(claims)


def test_all_entries_are_read_from_the_text():
    patterned = [id for id in FOUND if "words" in ENTRIES[id]]
    assert [misconception.id for misconception in book().misconceptions] == [
        *patterned,
        *(id for id, _ in TAKEN),
    ]
    assert list(wrong_claims()) == list(ENTRIES)


def test_no_entry_stands_twice():
    ids = [
        id for file in FILES for id in re.findall(r"^([a-z0-9-]+):", file.read_text("utf-8"), re.M)
    ]
    assert sorted(set(ids)) == sorted(ids)


def test_sources_are_known():
    references = Guide(ROOT).references
    assert all(sources(entry, references) for entry in ENTRIES.values())


@pytest.mark.parametrize("id", ENTRIES)
def test_no_source_is_named_twice_and_a_single_one_is_no_list(id):
    keys = source_keys(ENTRIES[id])
    assert len(set(keys)) == len(keys)
    assert isinstance(ENTRIES[id]["source"], list) == (len(keys) > 1)


TOLD_OF_EPSILON = """epsilon:
  why: The direction is reversed.
  right: A smaller ε means more noise.
  source: {}
"""


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("powers2011", "(Powers, 2011, https://arxiv.org/abs/2010.16061)"),
        (
            "[powers2011, breiman2001]",
            "(Powers, 2011, https://arxiv.org/abs/2010.16061; "
            "Breiman, 2001, https://doi.org/10.1023/A:1010933404324)",
        ),
    ],
)
def test_a_message_names_all_sources(source, named):
    found = Misconception("epsilon", (), "", TOLD_OF_EPSILON.format(source))
    message = explain(Occurrence(found, 1, 1, "a larger ε"))
    assert message == (
        f"“a larger ε”: The direction is reversed. A smaller ε means more noise. {named}"
    )


def test_stances_are_of_misconceptions_and_complete():
    assert set(ENTRIES) >= TAKEN_IDS
    for _, taken in TAKEN:
        assert {"words"} < set(taken) <= {"words", "stances", "apart", "compared", "unless"}
        for stance in taken.get("stances", ()):
            assert {"of", "says"} <= set(stance) <= STANCE


def test_word_groups_are_used():
    text = "".join(file.read_text("utf-8") for file in (*FILES, *STANCES))
    sides = {*OPPOSITES}
    assert {name for name in GROUPS if f"{{{name}}}" not in text} - sides == set()
    assert all("{" not in re.sub(r"\{\d+,?\d*\}", "", expanded(f"{{{name}}}")) for name in GROUPS)
