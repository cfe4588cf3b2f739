from challenges.grader import Case

ENTRY = "bayes_update"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example: one positive test",
        "bayes_update(0.01, [(0.9, 0.95, True)])",
        gives=90 / 585,
        why="Of 10,000 people, 90 sick ones and 495 healthy ones test positive.",
    ),
    Case(
        "a second positive test",
        "bayes_update(0.01, [(0.9, 0.95, True), (0.9, 0.95, True)])",
        gives=81 / 105.75,
        why="Of the 90 and 495 people who were positive once, 81 and 24.75 are positive again.",
    ),
    Case(
        "one positive and one negative test",
        "bayes_update(0.01, [(0.9, 0.95, True), (0.8, 0.7, False)])",
        gives=18 / 364.5,
        why="A negative result is evidence too: 20% of the sick and 70% of the healthy have it.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "no test",
        "bayes_update(0.3, [])",
        gives=0.3,
        why="Without evidence the posterior is the prior.",
    ),
    Case(
        "a negative result of a perfectly sensitive test",
        "bayes_update(0.5, [(1.0, 0.6, False), (0.9, 0.9, True)])",
        gives=0.0,
        why="No sick person is negative there, so the disease is ruled out; that needs no "
        "logarithm of 0.",
    ),
    Case(
        "a test that tells nothing",
        "bayes_update(0.2, [(0.7, 0.3, True), (0.7, 0.3, False)])",
        gives=0.2,
        why="If sensitivity and false positive rate are equal, the result says nothing.",
    ),
    Case(
        "forty positive tests, then forty negative ones",
        """
        bayes_update(
            0.01,
            [(0.9, 0.9, True)] * 40 + [(0.9, 0.9, False)] * 40,
        )
        """,
        gives=0.01,
        why="Their evidence cancels. A posterior that you round to 1.0 on the way never comes "
        "back: keep the weights of sick and healthy apart to the end.",
    ),
    Case(
        "fifty strong negative tests, then fifty positive ones",
        """
        no, yes = (0.999, 0.999, False), (0.999, 0.999, True)
        bayes_update(0.01, [no] * 50 + [yes] * 50)
        """,
        gives=0.01,
        why="On the way one weight is as small as 1e-150, which a float holds. Do not round, clip "
        "or add a small constant, or the later evidence is lost.",
    ),
    Case(
        "a rare disease and a very specific test",
        "bayes_update(0.0001, [(0.99, 0.999, True)])",
        gives=0.99 / (0.99 + 9.999),  # per 10,000 people
        why="The false positive rate is 1 - specificity, here 0.001.",
    ),
    Case(
        "everybody is sick",
        "bayes_update(1.0, [(0.9, 0.95, False)])",
        gives=1.0,
        why="A prior of 1 can't be moved by evidence that is possible.",
    ),
    Case(
        "impossible results",
        "bayes_update(0.0, [(0.9, 1.0, True)])",
        raises=ValueError,
        why="Nobody is sick and no healthy person tests positive: 0/0 has no value.",
    ),
)
