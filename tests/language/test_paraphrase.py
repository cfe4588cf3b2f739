"""A claim in other words comes to subject, verb and object, each word where the author wrote it."""

import pytest

from hooks.language.paraphrase import paraphrases
from hooks.language.reading import read


@pytest.mark.parametrize(
    ("written", "plainer"),
    [
        ("Bias is reduced by bagging.", "bagging reduces bias"),
        ("Bias can be reduced through bagging.", "bagging reduces bias"),
        ("Prevention of overfitting by dropout", "dropout prevents overfitting"),
        ("Bagging helps to reduce bias.", "bagging reduce bias"),
        ("Bagging is a technique that is used to reduce bias.", "bagging reduce bias"),
        ("Bagging leads to a reduction in bias.", "bagging reduces bias"),
        ("Bagging results in lower bias.", "bagging reduces bias"),
        ("Noise leads to higher variance.", "noise increases variance"),
    ],
)
def test_paraphrases(written, plainer):
    assert plainer in [reading.words for reading in paraphrases(read(written))]


def test_what_negates_is_kept():
    said = [reading.words for reading in paraphrases(read("Bias is not reduced by bagging."))]
    assert said == ["bias is ¬not reduced by bagging"]


def test_words_keep_their_place():
    written = "Bias is reduced by bagging."
    active = list(paraphrases(read(written)))[-1]
    assert [written[start:][:4] for start in active.starts] == ["bagg", "redu", "Bias"]
