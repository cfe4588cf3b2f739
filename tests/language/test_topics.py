"""What a sentence speaks of where it does not say so itself."""

from pathlib import PurePosixPath

import pytest

from hooks.language.topics import contexts, subject_of
from hooks.page import parse


def readings(text: str) -> list[str]:
    """The readings of the last sentence of a page."""
    context = list(contexts(parse(PurePosixPath("notes.md"), text)))[-1]
    return [reading.words for reading in context.readings]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("What is a type I error?", "type i error"),
        ("**3. What does k-means do?**", "k means"),
        ("Advantages of bagging", "bagging"),
        ("2. Bagging", "bagging"),
        ("What is the difference between bagging and boosting?", ""),
        ("Bagging is an ensemble method.", "bagging"),
    ],
)
def test_subjects(text, subject):
    assert subject_of(text) == subject


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("## Bagging\n\n- reduces bias", "bagging reduces bias"),
        ("Bagging averages. It reduces bias.", "averages reduces bias"),
        ("Bagging is old. It reduces bias.", "bagging reduces bias"),
        ("What is F1? The mean of both.", "f1 is the mean of both"),
        ("Does bagging reduce bias? Yes.", "bagging reduce bias"),
        ("Does R² of 0.9 help? Yes, it does.", "r2 of 0.9 help , it does"),
        ("You: so more data? Me: Yes, much.", "you so more data , , much"),
        ("**Bagging**\n\nReduces bias.", "bagging reduces bias"),
        ("- Bagging: lower bias", "bagging is lower bias"),
        ("| Method | Reduces |\n| --- | --- |\n| Bagging | bias |", "bagging reduces bias"),
        ("| | Bagging |\n| --- | --- |\n| Reduces | bias |", "bagging reduces bias"),
    ],
)
def test_readings(text, reading):
    found = readings(text)
    assert (reading in found) == (reading != "averages reduces bias")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Just as in a forest, rounds help.", "rounds help"),
        ("Like a forest, boosting helps.", "boosting helps"),
        ("The trees are deep, just like those of a forest, and averaged.",
         "the trees are deep and averaged"),
        ("Raising k from 3 to 15 lowers it.", "raising k lowers it"),
        ("It falls with every cluster we add.", "it falls as the number of clusters grows"),
        ("It is wider the more users we ask.", "it is wider the larger the number of users"),
    ],
)  # fmt: skip
def test_plainer_readings(text, reading):
    assert reading in readings(text)


def test_a_sentence_with_a_subject_takes_no_other():
    (own,) = readings("## Bagging\n\nBoosting reduces bias.")
    assert own == "boosting reduces bias"


def last(text: str):
    return list(contexts(parse(PurePosixPath("notes.md"), text)))[-1]


def test_an_answer_with_no_denies_the_question():
    reading, length = last("Do trees need scaling? No, never.").denied
    assert reading.words == "do trees need scaling : ¬never"
    assert reading.words[:length] == "do trees need scaling"
    assert not last("What do trees need? No scaling.").denied
    assert not last("Do trees need scaling? Yes.").denied


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("p is 0.3.\n\nSo it has no effect.", "p is 0.3"),
        ("p is 0.3.\n\nIn other words, no effect.", "p is 0.3"),
        ("## p = 0.3\n\nNo effect.", "p = 0.3"),
        ("**p = 0.3.**\n\nNo effect.", "p = 0.3"),
        ("What follows from 0.3? No effect.", "what follows from 0.3"),
        ("p is 0.3. Trees are models.", ""),
        ("p is 0.3. In trees it is so.", ""),
    ],
)
def test_what_a_sentence_leans_on(text, near):
    assert last(text).near == near
