"""Sentences: where they end, where they stand, in what spirit they are said."""

from pathlib import PurePosixPath

import pytest

from hooks.language.sentences import sentences
from hooks.page import parse


def read(source: str):
    return sentences(parse(PurePosixPath("docs/advanced/x.md"), source))


def test_sentences_end_at_full_stops_and_not_at_decimals_or_abbreviations():
    texts = [s.text.content for s in read("Recall is 0.2, i.e. 20%. See Fig. 3! Is $1.5$ so?")]
    assert texts == ["Recall is 0.2, i.e. 20%.", "See Fig. 3!", "Is $1.5$ so?"]


def test_a_sentence_knows_its_line_and_column():
    second = read("One.\n\n- Two is\n  here. **Three** stands\n  there.\n")[2]
    assert second.text.content == "**Three** stands\nthere."
    assert second.text.position(0) == (4, 9)
    assert second.text.position(second.text.content.index("there")) == (5, 3)


def test_plain_words_keep_their_place():
    (only,) = read("The **recall** is $\\frac{1}{2}$.")
    assert len(only.plain) == len(only.text.content)
    assert only.plain.index("recall") == only.text.content.index("recall")


def test_a_sentence_knows_its_words_in_lower_case_and_whether_it_has_a_digit():
    first, second = read("The **F1**-Score is α\u00a0= 0.5. Précision_Recall is high.")
    assert first.lower == first.plain.lower()
    assert first.words == {"the", "f1", "score", "is", "α", "0", "5"}
    assert second.words == {"précision", "recall", "is", "high"}
    assert (first.has_digit, second.has_digit) == (True, False)


def test_cells_are_sentences_and_references_are_not():
    source = "| a | b |\n| - | - |\n| One. Two. | 3 |\n\n## References\n\n- [@key]: why.\n"
    texts = [s.text.content for s in read(source)]
    assert texts == ["a", "b", "One.", "Two.", "3"]


def test_what_is_quoted_as_a_mistake_is_told_apart():
    source = "Fine.\n\nIt is wrong that 1 = 2.\n\n## Common mistakes\n\n- 1 = 2.\n"
    assert [s.is_of_mistakes for s in read(source)] == [False, True, True, True]


@pytest.mark.parametrize(
    ("heading", "on_mistakes"),
    [
        ("Common mistakes", True),
        ("Myths about p-values", True),
        ("What people get wrong", True),
        ("Wrong answers to avoid", True),
        ("The wrong denominator", False),
        ("What went wrong in production", True),
        ("In depth", False),
    ],
)
def test_sections_on_mistakes_are_known_by_their_heading(heading, on_mistakes):
    (*_, last) = read(f"## {heading}\n\nAll is 1.\n")
    assert last.is_of_mistakes == on_mistakes
