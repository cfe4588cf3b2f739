import pytest
from sklearn.linear_model import LogisticRegression

from tests.snippets.load import load

program = load("intermediate/train-validation-gap")


def test_each_cause_shows_in_its_own_column():
    normal = {"by_val": "high", "held": "high", "auc": "chance"}
    changed = {
        "overfitting": {"held": "low"},
        "other site": {"auc": "tells"},
        "evaluation bug": {"by_val": "low"},
        "wrong labels": {},
    }
    for cause, change in changed.items():
        train, valid, by_val, held, auc = program["measure"](cause)
        assert train > 0.88
        assert train - valid > 0.15
        found = {
            "by_val": "high" if by_val > 0.85 else "low",
            "held": "high" if held > 0.85 else "low",
            "auc": "tells" if auc > 0.7 else "chance",
        }
        assert found == normal | change


def test_a_share_of_the_labels_is_wrong():
    X, y = program["draw"](0.25)
    right = LogisticRegression(C=1e6, max_iter=1_000).fit(*program["draw"]())
    assert right.score(X, y) == pytest.approx(0.25 * 0.1 + 0.75 * 0.9, abs=0.05)
