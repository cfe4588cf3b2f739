from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "ignores the gap",
        instead_of="list(range(start - gap))",
        writes="list(range(start))",
        fails="the example",
    ),
    Mistake(
        "leaves out one position too many",
        instead_of="list(range(start - gap))",
        writes="list(range(start - gap - 1))",
        fails="the example",
    ),
    Mistake(
        "trains on the future as well",
        instead_of="list(range(start - gap))",
        writes="[i for i in range(n) if i < start - gap or i >= start + test_size]",
        fails="the example",
    ),
    Mistake(
        "puts the test parts at the start of what is left",
        instead_of="range(first, n, test_size)",
        writes="range(n % test_size or test_size, n, test_size)",
        fails="the example",
    ),
    Mistake(
        "keeps the training part as long as in the first fold",
        instead_of="list(range(start - gap))",
        writes="list(range(start - first, start - gap))",
        fails="the example",
    ),
    Mistake(
        "forgets the gap when it asks whether anything is left",
        instead_of="first - gap < 1",
        writes="first < 1",
        fails="a gap that leaves nothing to train on",
    ),
    Mistake(
        "allows an empty training part",
        instead_of="first - gap < 1",
        writes="first - gap < 0",
        fails="too few positions",
    ),
)
