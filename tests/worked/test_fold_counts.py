"""Rows of folds, and of what each model is trained on."""

from pathlib import PurePosixPath

import pytest

from hooks.language.sentences import sentences
from hooks.page import parse
from hooks.worked.fold_counts import fold_counts


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("With 1,000 rows and 5 folds each fold has 250 rows.", [200]),
        (
            "In 4-fold CV on 800 examples, every model trains on 700 and is tested on 200.",
            [600, 200],
        ),
        ("In leave-one-out with 50 samples each model is trained on 50.", [49]),
        ("With 5 folds on 1,000 rows, 200 of them held out, we train on 640.", []),
        ("5-fold cross-validation trains on a lot.", []),
    ],
)
def test_counts_of_folds(text, right):
    page = parse(PurePosixPath("notes.md"), f"## Notes\n\n{text}\n")
    found = [derived for sentence in sentences(page) for derived in fold_counts(sentence)]
    assert [derived.right for derived in found] == right
