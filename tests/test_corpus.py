"""What the lint makes of answers as people write them: the part of the corpus it was tuned on.

The held-out part is measured by `make lint-report`, and nothing demands a figure of it: a test that
did would make it a second part to tune on.
"""

from collections import Counter

import pytest

from tests.corpus import FOLDER, PARTS, examples

pytestmark = pytest.mark.thorough

NUMBERS = ("arithmetic", "confusion-matrix", "metric-formula")
LEAST_OF_NUMBERS = 0.95
LEAST_OF_OTHERS = 0.80


def test_most_errors_are_caught_and_no_right_line_is_called_wrong():
    errors, missed, alarms = Counter(), Counter(), []
    for example in examples("tuning"):
        errors[example.rule] += len(example.wrong)
        missed[example.rule] += len(example.missed)
        alarms += [f"{example.name} {alarm}" for alarm in example.false_alarms]
    caught = {rule: 1 - missed[rule] / errors[rule] for rule in errors if errors[rule]}
    assert not alarms, "\n".join(alarms)
    for rule, share in caught.items():
        assert share >= (LEAST_OF_NUMBERS if rule in NUMBERS else LEAST_OF_OTHERS), caught


@pytest.mark.parametrize("part", PARTS)
def test_marks_point_at_lines(part):
    for example in examples(part):
        lines = example.source.splitlines()
        assert all(1 <= n <= len(lines) and lines[n - 1].strip() for n in example.wrong), (
            f"{example.name}: a mark points at no line"
        )


def test_the_corpus_is_large_on_both_sides_and_for_each_rule():
    sides = Counter(bool(e.wrong) for part in PARTS for e in examples(part))
    assert sides[True] >= 300
    assert sides[False] >= 300
    rules = {folder.name for folder in (FOLDER / "tuning").iterdir()}
    assert rules == {folder.name for folder in (FOLDER / "held-out").iterdir()}
