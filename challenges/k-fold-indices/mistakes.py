from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "gives the rest to no fold",
        instead_of="smaller + (fold < larger_folds)",
        writes="smaller",
        fails="the example",
    ),
    Mistake(
        "gives the whole rest to the last fold",
        instead_of="smaller + (fold < larger_folds)",
        writes="smaller + larger_folds * (fold == k - 1)",
        fails="the example",
    ),
    Mistake(
        "rounds the size of every fold up",
        instead_of="smaller + (fold < larger_folds)",
        writes="-(-n // k)",
        fails="one position left over",
    ),
    Mistake(
        "trains on the fold that it tests",
        instead_of="order[:start] + order[end:]",
        writes="order[:]",
        fails="the example",
    ),
    Mistake(
        "trains on what comes before the fold only",
        instead_of="order[:start] + order[end:]",
        writes="order[:start]",
        fails="the example",
    ),
    Mistake(
        "shuffles with the module random",
        instead_of="rng.shuffle(order)",
        writes='__import__("random").shuffle(order)',
        fails="the same seed, the same folds",
    ),
    Mistake(
        "does not shuffle",
        instead_of="rng.shuffle(order)",
        writes="pass",
        fails="any position may come to the first fold",
    ),
    Mistake(
        "allows empty folds",
        instead_of="2 <= k <= n",
        writes="2 <= k",
        fails="more folds than examples",
    ),
    Mistake(
        "rotates the positions",
        instead_of="rng.shuffle(order)",
        writes="start = rng.randrange(n)\n        order = order[start:] + order[:start]",
        fails="any two positions may share a fold",
    ),
    Mistake(
        "takes only 1 for too few folds",
        instead_of="2 <= k <= n",
        writes="k != 1 and k <= n",
        fails="no fold",
    ),
)
