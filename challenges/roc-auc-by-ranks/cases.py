from challenges.grader import Case

ENTRY = "roc_auc"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "roc_auc([0, 1, 0, 1], [0.1, 0.4, 0.4, 0.9])",
        gives=0.875,
        why="Of four pairs three are in the right order and one is a tie: (3 + 1/2)/4.",
    ),
    Case(
        "every positive above every negative",
        "roc_auc([1, 0, 0, 1], [7.0, -2.0, 3.0, 5.0])",
        gives=1.0,
        why="All four pairs are in the right order. Scores need not be probabilities.",
    ),
    Case(
        "all scores equal",
        "roc_auc([1, 1, 1, 0, 0], [0.5, 0.5, 0.5, 0.5, 0.5])",
        gives=0.5,
        why="Every pair is a tie, so the order in which a sort leaves equal scores must not "
        "matter: give them all the mean of their ranks.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "every positive below every negative",
        "roc_auc([0, 1, 0, 1, 0], [3, -4, 2, -1, 8])",
        gives=0.0,
        why="No pair is in the right order. The lowest score has rank 1.",
    ),
    Case(
        "one positive among four negatives",
        "roc_auc([0, 0, 1, 0, 0], [0.9, 0.2, 0.5, 0.5, 0.1])",
        gives=0.625,  # above two, tied with one, below one: 2.5/4
        why="There are 1 × 4 pairs: divide by the positives times the negatives.",
    ),
    Case(
        "groups of ties with both classes",
        "roc_auc([1, 1, 0, 0, 0, 1], [2, 2, 2, 1, 2, 3])",
        gives=7 / 9,  # each 2 of a positive: 1 + 1/2 + 1/2; the 3: all three
        why="Four examples share the score 2, on the ranks 2 to 5: each gets the rank 3.5.",
    ),
    Case(
        "scores that are close but differ",
        "roc_auc([0, 1, 0, 1], [1e-12, 2e-12, 0.3, 0.1 + 0.2])",
        gives=0.75,  # 0.1 + 0.2 is above both negatives, 2e-12 above one
        why="Only equal scores tie: 2e-12 is above 1e-12, and 0.1 + 0.2 is 0.30000000000000004. "
        "Do not round scores or compare them with a tolerance or a grid of thresholds.",
    ),
    Case(
        "no negatives",
        "roc_auc([1, 1, 1], [0.2, 0.5, 0.9])",
        raises=ValueError,
        why="Without a negative there is no pair: the area is undefined, neither 0 nor 1.",
    ),
    Case(
        "no positives",
        "roc_auc([0, 0], [0.2, 0.5])",
        raises=ValueError,
        why="Without a positive there is no pair: the area is undefined.",
    ),
    Case(
        "no examples",
        "roc_auc([], [])",
        raises=ValueError,
        why="Without examples there is no pair: the area is undefined.",
    ),
    Case(
        "the lists stay as they were",
        "labels, scores = [1, 0, 1], [0.3, 0.2, 0.1]; roc_auc(labels, scores); (labels, scores)",
        gives=([1, 0, 1], [0.3, 0.2, 0.1]),
        why="Sort a copy: sort() on the caller's list separates scores from labels.",
    ),
    Case(
        "40,000 examples",
        "roc_auc([0, 1] * 20_000, list(range(40_000)))",
        # The positive number k stands above k negatives: (1 + … + 20,000)/20,000²
        gives=0.500025,
        tolerance=1e-9,
        why="Comparing all 400 million pairs takes too long; one sort puts every example in its "
        "place.",
    ),
)
