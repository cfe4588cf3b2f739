import random
import warnings

import pytest
from sklearn import metrics

from tests.challenges.load import load

confusion_metrics = load("confusion-matrix-metrics")


@pytest.mark.parametrize("seed", range(20))
def test_counts_and_measures_are_those_of_scikit_learn(seed):
    rng = random.Random(seed)
    actual, predicted = (rng.choices([0, 1], k=rng.choice([2, 4, 30])) for _ in "ab")
    size = min(len(actual), len(predicted))  # small ones leave classes out
    actual, predicted = actual[:size], predicted[:size]
    found = confusion_metrics(actual, predicted, positive=1)
    (tn, fp), (fn, tp) = metrics.confusion_matrix(actual, predicted, labels=[0, 1])
    assert [found[name] for name in ("tp", "fp", "fn", "tn")] == [tp, fp, fn, tn]
    assert found["accuracy"] == pytest.approx(metrics.accuracy_score(actual, predicted))
    nan = {"zero_division": float("nan")}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = {
            "precision": metrics.precision_score(actual, predicted, **nan),
            "recall": metrics.recall_score(actual, predicted, **nan),
            "specificity": metrics.recall_score(actual, predicted, pos_label=0, **nan),
            "f1": metrics.f1_score(actual, predicted, **nan),
        }
    for name, value in theirs.items():
        assert (found[name] is None) == (value != value), name
        assert found[name] is None or found[name] == pytest.approx(value), name
