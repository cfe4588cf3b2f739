from collections import Counter
from random import Random

from challenges.grader import Case

ENTRY = "sample_top_p"


# --8<-- [start:visible]
def draws(sample, probabilities, p, times):
    """How often each token is drawn."""
    rng = Random(0)
    return Counter(sample(probabilities, p, rng) for _ in range(times))


def unusual(counts, expected, limit):
    """The tokens that come more than `limit` times too often or too seldom, with their counts."""
    tokens = counts.keys() | expected.keys()
    return {t: counts[t] for t in tokens if abs(counts[t] - expected.get(t, 0)) > limit}


VISIBLE = (
    Case(
        "the example",
        """
        probabilities = [0.25, 0.5, 0.0625, 0.1875]
        counts = draws(sample_top_p, probabilities, 0.7, times=9_000)
        # 6.3 standard deviations:
        unusual(counts, {0: 3_000, 1: 6_000}, limit=280)
        """,
        gives={},
        why="The nucleus is the tokens 1 and 0: 0.5 is less than 0.7, and 0.5 + 0.25 is not. "
        "Divided by 0.75, their shares are 2/3 and 1/3.",
    ),
    Case(
        "the nucleus holds no other token",
        """
        probabilities = [0.25, 0.5, 0.0625, 0.1875]
        sorted(draws(sample_top_p, probabilities, 0.7, times=2_000))
        """,
        gives=[0, 1],
        why="Return indices of the list as it came, and never one from outside the nucleus.",
    ),
    Case(
        "p is reached exactly",
        """
        probabilities = [0.25, 0.5, 0.25]
        sorted(draws(sample_top_p, probabilities, 0.75, times=2_000))
        """,
        gives=[0, 1],
        why="0.5 + 0.25 = 0.75 is enough. Of the equal tokens 0 and 2, the smaller index comes "
        "first.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a tiny p",
        """
        probabilities = [0.3, 0.2, 0.4, 0.1]
        sorted(draws(sample_top_p, probabilities, 1e-9, times=500))
        """,
        gives=[2],
        why="The most likely token is always in the nucleus, and for a tiny p it is alone.",
    ),
    Case(
        "only equal probabilities",
        "sorted(draws(sample_top_p, [0.125] * 8, p=0.5, times=2_000))",
        gives=[0, 1, 2, 3],
        why="Ties are broken by index, so half of the tokens are the first half.",
    ),
    Case(
        "p = 1 keeps every token, in spite of rounding",
        "sorted(draws(sample_top_p, [0.1] * 10, p=1.0, times=3_000))",
        gives=[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        why="Ten times 0.1 adds up to 0.9999999999999999, which never reaches 1: when the tokens "
        "run out, take them all.",
    ),
    Case(
        "impossible tokens are never drawn",
        """
        probabilities = [0.0] * 5 + [0.1] * 10
        sorted(draws(sample_top_p, probabilities, 1.0, times=3_000))
        """,
        gives=[5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
        why="Here the sum stays below p, so that the nucleus holds the tokens of probability 0, "
        "too. Even there, they are impossible.",
    ),
    Case(
        "shares within the nucleus",
        """
        probabilities = [0.1, 0.4, 0.2, 0.3]
        counts = draws(sample_top_p, probabilities, 0.65, times=7_000)
        # 6.3 standard deviations:
        unusual(counts, {1: 4_000, 3: 3_000}, limit=260)
        """,
        gives={},
        why="Within the nucleus the tokens keep their proportions: 0.4 to 0.3. What was left "
        "outside must not go to one of them.",
    ),
    Case(
        "one token",
        "sample_top_p([1.0], 0.9, Random(3))",
        gives=0,
        why="A sure token is the whole nucleus.",
    ),
    Case(
        "the same seed, the same tokens",
        """
        def tokens():
            rng, even = Random(5), [0.05] * 20
            return [sample_top_p(even, 0.9, rng) for _ in range(50)]
        tokens() == tokens()
        """,
        gives=True,
        why="Draw from the generator that is passed, not from the one of the module random.",
    ),
    Case(
        "the input stays as it was",
        """
        probabilities = [0.2, 0.5, 0.3]
        sample_top_p(probabilities, 0.6, Random(0))
        probabilities
        """,
        gives=[0.2, 0.5, 0.3],
        why="Sort a copy: the order of the list says which token is which.",
    ),
)
