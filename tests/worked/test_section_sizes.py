"""Sizes that follow from what a section states sentences before."""

from pathlib import PurePosixPath

import pytest

from hooks.page import parse
from hooks.worked import section_sizes
from hooks.worked.facts import passages


def messages(reader, text):
    page = parse(PurePosixPath("notes.md"), f"## Notes\n\n{text}\n")
    return [verdict.message for verdict in reader(passages(page))]


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("15,000,000 weights. In float32 60 MB, in float16 30 MB.", True),
        ("15,000,000 weights. In float32 60 MB. In float16 15 MB.", False),
        ("82,000,000 parameters. With int8 it needs 41 MB.", False),
        ("82,000,000 parameters. With int8 it needs 82 MB.", True),
    ],
)
def test_weights_in_other_formats(text, is_right):
    found = messages(section_sizes.weights, text)
    assert found
    assert (not any(found)) == is_right


def test_other_sizes_are_left_alone():
    assert not messages(
        section_sizes.weights, "82,000,000 parameters. Training in fp32 takes 984 MB."
    )
    assert not messages(section_sizes.weights, "82,000,000 parameters. The fp16 file has 150 MB.")


def test_recurrent_layers():
    text = "An LSTM with input size 50 and hidden size 100. The total is 4 · 15,100 = "
    assert messages(section_sizes.recurrent, text + "60,400.") == [""]
    assert messages(section_sizes.recurrent, text + "60,300.") != [""]
