"""All ways to say "is" before a number are read as few."""

import pytest

from hooks.pattern import Pattern
from hooks.quantities.links import plainly, widened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The AUC comes in at 0.8.", "The AUC is 0.8."),
        ("the error was found to be about 5 %", "the error is about 5 %"),
        ("it is accordingly 12", "it is 12"),
        ("a loss, which is close to 0.3", "a loss is about 0.3"),
        ("with p of 0.1 and λ is 3", "with p = 0.1 and λ = 3"),
        ("a batch size (64) and a rate (0.5 %)", "a batch size =64 and a rate =0.5 %"),
        ("n := 40", "n = 40"),
    ],
)
def test_links_are_read_plainly(text, expected):
    plain = plainly(text)
    assert " ".join(plain.split()) == expected
    assert len(plain) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "We reset to 5 after the asset to 5.",
        "the p-value of this z is 0.02",
        "as they wrote (2020), see figure (3)",
        "the points (1,2) and (3,4)",
        "It comes out at the same value.",
    ],
)
def test_other_words_stay(text):
    assert plainly(text) == text


@pytest.mark.parametrize(
    ("said", "text", "is_read"),
    [
        ("accuracy of #", "accuracy: #", True),
        ("accuracy of #", "accuracy is about #", True),
        ("n_jobs ?= ?@", "n_jobs: @", True),
        ("n_jobs ?= ?@", "n_jobs of @", False),
        ("batch(?: of)? #", "batch #", True),
        ("# out of #", "# out is #", False),
    ],
)
def test_links_of_givens_stand_for_each_other(said, text, is_read):
    pattern = Pattern(widened(said).replace(" ?", r"\s*").replace("(?!\\d+", "(?!@@"))
    assert bool(pattern.fullmatch(text)) == is_read
