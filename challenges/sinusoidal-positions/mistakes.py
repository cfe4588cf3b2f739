from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "lets the exponent run to 1/2 only",
        instead_of="-i / d",
        writes="-i / (2 * d)",
        fails="the example",
    ),
    Mistake(
        "counts positions from 1",
        instead_of="range(n)",
        writes="range(1, n + 1)",
        fails="the example",
    ),
    Mistake(
        "puts all sines before all cosines",
        instead_of="for frequency in frequencies for wave in (sin, cos)",
        writes="for wave in (sin, cos) for frequency in frequencies",
        fails="the example",
    ),
    Mistake(
        "begins with the cosine",
        instead_of="(sin, cos)",
        writes="(cos, sin)",
        fails="the example",
    ),
    Mistake(
        "ends at exactly 1/10000",
        instead_of="-i / d",
        writes="-i / max(d - 2, 1)",
        fails="the example",
    ),
    Mistake(
        "gives each feature its own frequency",
        instead_of="wave(position * frequency) for frequency in frequencies for wave in (sin, cos)",
        writes="(sin, cos)[i % 2](position / 10000 ** (i / d)) for i in range(d)",
        fails="the example",
    ),
    Mistake(
        "cuts an odd number short",
        instead_of="d < 2 or d % 2",
        writes="d < 2",
        fails="an odd number of features",
    ),
)
