from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "does not count the item itself",
        instead_of="rng.randrange(before + 1)",
        writes="rng.randrange(before)",
        fails="the example: every item is equally likely",
    ),
    Mistake(
        "lets every item enter with the same probability",
        instead_of="rng.randrange(before + 1)",
        writes="rng.randrange(2 * k)",
        fails="the example: every item is equally likely",
    ),
    Mistake(
        "replaces the oldest place in turn",
        instead_of="sample[place] = item",
        writes="sample[before % k] = item",
        fails="the example: every item is equally likely",
    ),
    Mistake(
        "uses the generator of the module",
        instead_of="            place = rng.randrange(before + 1)",
        writes="            import random\n\n            place = random.randrange(before + 1)",
        fails="the same seed, the same sample",
    ),
    Mistake(
        "makes a list of the stream",
        instead_of="enumerate(stream)",
        writes="enumerate(list(stream))",
        fails="the stream is not kept",
    ),
    Mistake(
        "takes the first item before it asks how many are wanted",
        instead_of="    for before, item in enumerate(stream):",
        writes="    k = max(k, 1)\n    for before, item in enumerate(stream):",
        fails="a sample of none",
    ),
)
