from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "keeps the least likely",
        instead_of="(-pair[1], pair[0])",
        writes="(pair[1], pair[0])",
        fails="the example",
    ),
    Mistake(
        "keeps the best extension of each sequence",
        instead_of="for token, log_prob in next_log_probs(tokens).items():",
        writes="best = sorted(next_log_probs(tokens).items(), key=lambda pair: -pair[1])\n"
        "                for token, log_prob in best[: width if not tokens else 1]:",
        fails="an ended sequence can lose its place",
    ),
    Mistake(
        "forgets the log-probability of the sequence so far",
        instead_of="score + log_prob",
        writes="log_prob",
        fails="the example",
    ),
    Mistake(
        "extends ended sequences",
        instead_of="if tokens[-1:] == (end,):",
        writes="if False:",
        fails="an ended sequence keeps its place",
    ),
    Mistake(
        "loses ended sequences",
        instead_of="candidates.append((tokens, score))  # ended",
        writes="continue  # ended",
        fails="an ended sequence keeps its place",
    ),
    Mistake(
        "stops at the first sequence that ends",
        instead_of="if all(",
        writes="if any(",
        fails="an ended sequence keeps its place",
    ),
    Mistake(
        "leaves ties in the order of the dict",
        instead_of="(-pair[1], pair[0])",
        writes="-pair[1]",
        fails="ties",
    ),
    Mistake(
        "makes a step too many",
        instead_of="range(max_length)",
        writes="range(max_length + 1)",
        fails="the length runs out",
    ),
    Mistake(
        "multiplies probabilities",
        instead_of="score + log_prob",
        writes="__import__('math').log(\n"
        "                        __import__('math').exp(score) * __import__('math').exp(log_prob)\n"
        "                    )",
        fails="a long and unlikely sequence",
    ),
)
