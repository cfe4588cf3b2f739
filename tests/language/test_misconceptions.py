"""Every misconception against its own sentences: those it must find and those it must leave."""

import re
from pathlib import PurePosixPath

import pytest
import yaml

from hooks.guide import Guide
from hooks.language.misconception_book import DATA, book, expanded
from hooks.language.misconceptions import occurrences
from hooks.page import parse
from hooks.website.citations import entry_problems
from tests.conftest import ROOT

ENTRIES = yaml.load(DATA.read_text("utf-8"), Loader=yaml.CSafeLoader)
GROUPS, SOURCES = ENTRIES.pop("groups"), ENTRIES.pop("sources")
PROSE = ("claim", "why", "right")
KEYS = {"words", "claims", "unless", *PROSE, "source", "flags", "leaves"}


def examples(kind: str):
    return [
        pytest.param(id, sentence, id=f"{id}-{number}")
        for id, entry in ENTRIES.items()
        for number, sentence in enumerate(entry[kind])
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
    assert set(entry) | {"unless"} == KEYS
    assert min(len(entry["flags"]), len(entry["leaves"])) >= 3
    assert entry["source"] in SOURCES or entry["source"] in Guide(ROOT).references
    assert all(entry[part].endswith(".") and not entry[part][0].islower() for part in PROSE)


def test_all_entries_are_read_from_the_text():
    assert [misconception.id for misconception in book().misconceptions] == list(ENTRIES)


def test_sources_are_complete_and_used():
    problems = {key: list(entry_problems(key, entry)) for key, entry in SOURCES.items()}
    assert not {key: found for key, found in problems.items() if found}
    assert set(SOURCES) <= {entry["source"] for entry in ENTRIES.values()}
    assert not set(SOURCES) & set(Guide(ROOT).references), "references.yml has it already"


def test_word_groups_are_used():
    text = DATA.read_text("utf-8")
    assert {name for name in GROUPS if f"{{{name}}}" not in text} == set()
    assert all("{" not in re.sub(r"\{\d+,?\d*\}", "", expanded(f"{{{name}}}")) for name in GROUPS)
