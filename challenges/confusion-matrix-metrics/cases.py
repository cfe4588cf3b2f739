from challenges.grader import Case

ENTRY = "confusion_metrics"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        actual    = [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]
        predicted = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
        confusion_metrics(actual, predicted, positive=1)
        """,
        gives={"tp": 3, "fp": 1, "fn": 2, "tn": 4}
        | {"accuracy": 0.7, "precision": 0.75, "recall": 0.6, "specificity": 0.8, "f1": 6 / 9},
        why="Precision divides by what was predicted positive (3 + 1), recall by what is "
        "positive (3 + 2), specificity by what is negative (4 + 1).",
    ),
    Case(
        "nothing is predicted as positive",
        "confusion_metrics([1, 0], [0, 0], positive=1)",
        gives={"tp": 0, "fp": 0, "fn": 1, "tn": 1}
        | {"accuracy": 0.5, "precision": None, "recall": 0.0, "specificity": 1.0, "f1": 0.0},
        why="Precision would be 0/0, so it is None; F1 is 0/1 by its formula in counts, which "
        "does not need the precision.",
    ),
    Case(
        "three classes",
        """
        actual    = ["cat", "dog", "fox", "dog"]
        predicted = ["fox", "dog", "dog", "dog"]
        confusion_metrics(actual, predicted, positive="dog")
        """,
        gives={"tp": 2, "fp": 1, "fn": 0, "tn": 1}
        | {"accuracy": 0.75, "precision": 2 / 3, "recall": 1.0, "specificity": 0.5, "f1": 0.8},
        why="Only dog or not dog counts here: a cat taken for a fox is a true negative.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "nothing is positive",
        "confusion_metrics([0, 0], [0, 1], positive=1)",
        gives={"tp": 0, "fp": 1, "fn": 0, "tn": 1}
        | {"accuracy": 0.5, "precision": 0.0, "recall": None, "specificity": 0.5, "f1": 0.0},
        why="Recall is a share of the positive examples, and there are none; precision is 0/1 "
        "and F1 is 0/1.",
    ),
    Case(
        "nothing is positive or predicted as positive",
        "confusion_metrics([0, 0, 0], [0, 0, 0], positive=1)",
        gives={"tp": 0, "fp": 0, "fn": 0, "tn": 3}
        | {"accuracy": 1.0, "precision": None, "recall": None, "specificity": 1.0, "f1": None},
        why="Precision, recall and F1 all have a denominator of 0 here.",
    ),
    Case(
        "nothing is negative",
        "confusion_metrics([1, 1], [1, 0], positive=1)",
        gives={"tp": 1, "fp": 0, "fn": 1, "tn": 0}
        | {"accuracy": 0.5, "precision": 1.0, "recall": 0.5, "specificity": None, "f1": 2 / 3},
        why="Specificity is a share of the negative examples, and there are none.",
    ),
    Case(
        "every answer is wrong",
        "confusion_metrics([1, 0], [0, 1], positive=1)",
        gives={"tp": 0, "fp": 1, "fn": 1, "tn": 0}
        | {"accuracy": 0.0, "precision": 0.0, "recall": 0.0, "specificity": 0.0, "f1": 0.0},
        why="Every denominator is positive, so nothing is undefined; F1 is 0/2. The harmonic mean "
        "of a precision of 0 and a recall of 0 would be 0/0.",
    ),
    Case(
        "0 is the positive label",
        "confusion_metrics([0, 0, 1], [0, 1, 1], positive=0)",
        gives={"tp": 1, "fp": 0, "fn": 1, "tn": 1}
        | {"accuracy": 2 / 3, "precision": 1.0, "recall": 0.5, "specificity": 1.0, "f1": 2 / 3},
        why="Compare each label with `positive`; do not ask whether the label is true or 1.",
    ),
    Case(
        "labels that are read from text",
        'confusion_metrics("dog cat fox".split(), "dog dog cat".split(), positive="dog")',
        gives={"tp": 1, "fp": 1, "fn": 0, "tn": 1}
        | {"accuracy": 2 / 3, "precision": 0.5, "recall": 1.0, "specificity": 0.5, "f1": 2 / 3},
        why="Equal strings need not be the same object: compare with `==`, not with `is`.",
    ),
    Case(
        "no examples",
        "confusion_metrics([], [], positive=1)",
        gives={"tp": 0, "fp": 0, "fn": 0, "tn": 0}
        | {"accuracy": None, "precision": None, "recall": None, "specificity": None, "f1": None},
        why="All counts are 0, and no measure is defined, accuracy included.",
    ),
    Case(
        "lists of different lengths",
        "confusion_metrics([1, 0, 1], [1, 0], positive=1)",
        raises=ValueError,
        why="zip() stops silently at the end of the shorter list, which hides a bug of the "
        "caller; it can be told not to.",
    ),
)
