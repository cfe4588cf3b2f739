from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "splits without regard to the class",
        instead_of="positions.setdefault(label, [])",
        writes="positions.setdefault(None, [])",
        fails="the same shares with any seed",
    ),
    Mistake(
        "does not shuffle",
        instead_of="rng.shuffle(members)",
        writes="pass",
        fails="any example of a class may be drawn",
    ),
    Mistake(
        "draws from the module random",
        instead_of="rng.shuffle(members)",
        writes='__import__("random").shuffle(members)',
        fails="the same seed, the same split",
    ),
    Mistake(
        "leaves one example out of both parts",
        instead_of="members[size:]",
        writes="members[size + 1 :]",
        fails="the example",
    ),
    Mistake(
        "lets a rare class vanish from the test part",
        instead_of="max(size, 1)",
        writes="size",
        fails="a rare class",
    ),
    Mistake(
        "lets a rare class vanish from the training part",
        instead_of="min(max(size, 1), len(members) - 1)",
        writes="max(size, 1)",
        fails="a small class and a large test share",
    ),
    Mistake(
        "rounds down",
        instead_of="round(test_share * len(members))",
        writes="int(test_share * len(members))",
        fails="the nearest whole number",
    ),
    Mistake(
        "takes neighbors from a random start",
        instead_of="        rng.shuffle(members)\n",
        writes="        start = rng.randrange(len(members))\n"
        "        members = members[start:] + members[:start]\n",
        fails="any two examples of a class may be drawn together",
    ),
)
