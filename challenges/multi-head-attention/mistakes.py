from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "scales by all columns instead of a head's",
        instead_of="sqrt(len(q))",
        writes="sqrt(len(q) * 2)",
        fails="the example",
    ),
    Mistake(
        "deals the columns out in turns",
        instead_of="""    for start in range(0, d, size):
        q, k, v = ([row[start : start + size] for row in M] for M in (Q, K, V))""",
        writes="""    for start in range(heads):
        q, k, v = ([row[start::heads] for row in M] for M in (Q, K, V))""",
        fails="two heads of two columns",
    ),
    Mistake(
        "forgets the output projection",
        instead_of="return product(joined, W_o)",
        writes="return joined",
        fails="the example",
    ),
    Mistake(
        "transposes the weights",
        instead_of="for column in zip(*B, strict=True)] for row in A]",
        writes="for column in B] for row in A]",
        fails="the example",
    ),
    Mistake(
        "hides the row itself",
        instead_of="seen = i + 1 if causal",
        writes="seen = max(i, 1) if causal",
        fails="causal",
    ),
    Mistake(
        "takes heads for the size of one",
        instead_of="size = d // heads",
        writes="size = heads",
        fails="the example",
    ),
    Mistake(
        "exponentiates the scores as they are",
        instead_of="exp(score - largest)",
        writes="exp(score)",
        fails="large scores",
    ),
    Mistake(
        "leaves columns out",
        instead_of="if d % heads:",
        writes="if heads > d:",
        fails="heads that do not divide the columns",
    ),
    Mistake(
        "subtracts a largest score that is hidden",
        instead_of="largest = max(scores)",
        writes="largest = max(dot(q, k) / sqrt(len(q)) for k in K)",
        fails="a large score in the future",
    ),
)
