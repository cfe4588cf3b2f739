from challenges.grader import Case

ENTRY = "predict_proba"

# --8<-- [start:visible]
MAILS = [["cash", "win", "cash"], ["hi", "win"], ["hi"]]
KINDS = ["spam", "ham", "ham"]

VISIBLE = (
    Case(
        "the example",
        'predict_proba(MAILS, KINDS, ["cash", "cash"])',
        gives={"spam": 9 / 11, "ham": 2 / 11},
        why="Multiply the prior of each class by the smoothed probability of each word, once per "
        "occurrence, and divide by the sum over the classes.",
    ),
    Case(
        "no words",
        "predict_proba(MAILS, KINDS, [])",
        gives={"spam": 1 / 3, "ham": 2 / 3},
        why="Without words only the prior is left: the share of training documents in the class.",
    ),
    Case(
        "a word that training never saw",
        'predict_proba(MAILS, KINDS, ["zebra", "cash", "cash"])',
        gives={"spam": 9 / 11, "ham": 2 / 11},
        why="Skip words outside the vocabulary; it consists of the words of all training "
        "documents.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a long document",
        # Each pair has the factor 3/6 · 1/6 in both classes, so the prior remains.
        'predict_proba(MAILS, KINDS, ["cash", "hi"] * 2000)',
        gives={"spam": 1 / 3, "ham": 2 / 3},
        why="The product of thousands of probabilities is 0.0 in floating point, for every class: "
        "add logarithms, and subtract the largest before you exponentiate.",
    ),
    Case(
        "a long document of one class",
        # By hand: the classes differ by a factor of 3 per word, and exp(3000 ln 3) overflows.
        """
        for_spam = predict_proba(MAILS, KINDS, ["cash"] * 3000)
        for_ham = predict_proba(MAILS, KINDS, ["hi"] * 3000)
        for_spam, for_ham
        """,
        gives=({"spam": 1.0, "ham": 0.0}, {"spam": 0.0, "ham": 1.0}),
        why="The log scores differ by more than 3000, and the exponential of that overflows: "
        "subtract the largest score, not another one.",
    ),
    Case(
        "less smoothing",
        # alpha 1/2: spam 1/3 · 2.5/4.5 = 5/27, ham 2/3 · 0.5/4.5 = 2/27.
        'predict_proba(MAILS, KINDS, ["cash"], alpha=0.5)',
        gives={"spam": 5 / 7, "ham": 2 / 7},
        why="Add alpha to each count, and alpha times the size of the vocabulary to the total.",
    ),
    Case(
        "classes with different numbers of words",
        # By hand: a 3/4 · (1 + 1)/(4 + 2) = 1/4, b 1/4 · (2 + 1)/(2 + 2) = 3/16.
        """
        documents = [["x", "y"], ["x"], ["x"], ["y", "y"]]
        predict_proba(documents, ["a", "a", "a", "b"], ["y"])
        """,
        gives={"a": 4 / 7, "b": 3 / 7},
        why="The total of a class is its number of words, not of documents or different words.",
    ),
    Case(
        "an unknown word where the totals differ",
        """
        documents = [["x", "y"], ["x"], ["x"], ["y", "y"]]
        predict_proba(documents, list("aaab"), ["y", "zebra"])
        """,
        gives={"a": 4 / 7, "b": 3 / 7},
        why="A factor alpha/(total + alpha |V|) for the unknown word favors the class with fewer "
        "words; skip it.",
    ),
    Case(
        "empty documents",
        # By hand: a 1/2 · (2 + 1)/(3 + 2) = 3/10, b 1/2 · (0 + 1)/(0 + 2) = 1/4.
        """
        one = predict_proba([["x", "x", "y"], []], ["a", "b"], ["x"])
        both = predict_proba([[], []], ["a", "b"], ["x"])
        one, both
        """,
        gives=({"a": 6 / 11, "b": 5 / 11}, {"a": 0.5, "b": 0.5}),
        why="A class without words still has a prior, and by smoothing equal word probabilities. "
        "If training has no words at all, x is unknown and the prior is left; the totals are 0.",
    ),
    Case(
        "three classes",
        # By hand, each with prior 1/3: 2/4, 1/4 and 1/4 before dividing.
        'predict_proba([["x"], ["y"], ["z"]], [0, 1, 2], ["x"])',
        gives={0: 0.5, 1: 0.25, 2: 0.25},
        why="The vocabulary has three words, so each total is 1 + 3; nothing is special about two "
        "classes.",
    ),
    Case(
        "one class",
        'predict_proba([["x"], ["y"]], ["a", "a"], ["x", "x", "y"])',
        gives={"a": 1.0},
        why="The probabilities of the classes add up to 1, so a single class has it all.",
    ),
)
