"""When two ways to ask are the same question."""

import pytest

from hooks.guide import Guide
from hooks.language.asked import normal_form
from hooks.page import parse
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is the F1 score?", "Explain F1 score"),
        ("What are random forests?", "Define a random forest."),
        ("Lasso vs ridge", "Ridge versus Lasso?"),
        ("What is the difference between bagging and boosting?", "Boosting vs. bagging"),
        ("How does KNN differ from k-means?", "k-means vs KNN"),
        ("How do bagging and boosting differ?", "Bagging vs boosting"),
        ("Can you explain Bayes' rule?", "What is Bayes' rule?"),
        ("How do you handle missing data?", "How to handle missing data"),
        ("What does AUC mean?", "What is AUC?"),
    ],
)
def test_the_same_question(one, other):
    assert normal_form(one) == normal_form(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is bias?", "What is variance?"),
        ("What is precision?", "Why precision?"),
        ("What is L1?", "What is L2?"),
        ("Why does A cause B?", "Why does B cause A?"),
        ("How does boosting work?", "What is boosting?"),
        ("What is R²?", "What is R?"),
        ("What is C++?", "What is C#?"),
    ],
)
def test_other_questions(one, other):
    assert normal_form(one) != normal_form(other)


def test_heads_of_pages_say_what_parsed_pages_say():
    light, parsed = Guide(ROOT), Guide(ROOT)
    for path in parsed.question_paths.values():
        parsed.page(path)
    assert light.askers == parsed.askers
    assert len(light.askers) > len(light.question_paths)


def test_a_page_that_is_not_saved_counts():
    guide = Guide(ROOT)
    path = guide.question_paths["f1-score"]
    guide.add(parse(path, "# What is a zebra?\n"))
    assert guide.askers[normal_form("Define a zebra")] == (path,)
