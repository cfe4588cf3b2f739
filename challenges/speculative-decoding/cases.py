from collections import Counter  # noqa: F401 (the calls use it)
from random import Random

from challenges.grader import Case

ENTRY = "verify_draft"


# --8<-- [start:visible]
def rounds(verify, q, p, times):
    """The results of rounds that each draft one token from q; the next place is sure to be 0."""
    rng = Random(0)
    following = [1.0] + [0.0] * (len(p) - 1)
    for _ in range(times):
        drafted = rng.choices(range(len(q)), q)
        yield verify(drafted, [q], [p, following], rng)


def unusual(counts, expected, limit):
    """The outcomes that come more than `limit` times too often or too seldom, with their counts."""
    outcomes = counts.keys() | expected.keys()
    return {o: counts[o] for o in outcomes if abs(counts[o] - expected.get(o, 0)) > limit}


VISIBLE = (
    Case(
        "the example",
        """
        q, p = [0.5, 0.5], [0.75, 0.25]
        results = rounds(verify_draft, q, p, times=8_000)
        counts = Counter(tokens[0] for tokens in results)
        # 6.4 standard deviations:
        unusual(counts, {0: 6_000, 1: 2_000}, limit=250)
        """,
        gives={},
        why="Token 0 is always accepted, token 1 with probability 0.25/0.5. After a rejection, "
        "draw from what p has more than q, not from p.",
    ),
    Case(
        "a token that the large model never says",
        """
        q, p, following = [0.5, 0.5], [0.0, 1.0], [1.0, 0.0]
        verify_draft([0], [q], [p, following], Random(1))
        """,
        gives=[1],
        why="With p = 0 the token is rejected for sure. The residual is 0 for token 0 and 0.5 for "
        "token 1.",
    ),
    Case(
        "equal models",
        """
        half, last = [0.5, 0.5, 0.0], [0.0, 0.0, 1.0]
        draft_probs = [half] * 3
        target_probs = [half, half, half, last]
        verify_draft([1, 0, 1], draft_probs, target_probs, Random(2))
        """,
        gives=[1, 0, 1, 2],
        why="Where p = q the token is always accepted. When all are, one more comes from the large "
        "model's last distribution.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "the first rejection ends the round",
        """
        last = [1, 0, 0]
        draft_probs = [[0.5, 0.5, 0], [0.5, 0, 0.5], last]
        target_probs = [[1, 0, 0], [0, 0.5, 0.5], last, last]
        verify_draft([0, 0, 0], draft_probs, target_probs, Random(3))
        """,
        gives=[0, 1],
        why="The second token has p = 0. Only token 1 has more p than q at that place. What comes "
        "after a rejected token was drafted for a text that is no more.",
    ),
    Case(
        "each place has its own distributions",
        """
        sure = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        verify_draft([0, 1, 2], sure, [*sure, [1, 0, 0]], Random(4))
        """,
        gives=[0, 1, 2, 0],
        why="Compare a token with the two distributions at its own place.",
    ),
    Case(
        "nothing drafted",
        "verify_draft([], [], [[0.0, 1.0]], Random(5))",
        gives=[1],
        why="Without a draft the round is one ordinary step of the large model.",
    ),
    Case(
        "what the large model likes better is always kept",
        """
        p, q = [0.9, 0.1], [0.3, 0.7]
        rng = Random(6)
        results = [verify_draft([0], [q], [p, p], rng) for _ in range(500)]
        {len(tokens) for tokens in results}
        """,
        gives={2},
        why="The probability of acceptance is the smaller of 1 and p/q, not q/p.",
    ),
    Case(
        "a rejected token does not come back",
        """
        q, p = [0.9, 0.1, 0.0], [0.3, 0.3, 0.4]
        results = rounds(verify_draft, q, p, times=2_000)
        rejected = [tokens for tokens in results if len(tokens) == 1]
        sorted({tokens[0] for tokens in rejected})
        """,
        gives=[1, 2],
        why="A token is rejected only where q is greater than p, and there the residual is 0.",
    ),
    Case(
        "the first token is distributed as in the large model",
        """
        q, p = [0.7, 0.1, 0.1, 0.1], [0.1, 0.2, 0.3, 0.4]
        results = rounds(verify_draft, q, p, times=10_000)
        counts = Counter(tokens[0] for tokens in results)
        expected = {0: 1_000, 1: 2_000, 2: 3_000, 3: 4_000}
        unusual(counts, expected, limit=300)  # 6.1 and more
        """,
        gives={},
        why="The accepted tokens have min(p, q); the residual must add exactly what is missing "
        "to p, in proportion to the positive part of p - q.",
    ),
    Case(
        "how often a token is accepted",
        """
        q, p = [0.6, 0.3, 0.1], [0.2, 0.3, 0.5]
        results = rounds(verify_draft, q, p, times=10_000)
        counts = Counter(len(tokens) for tokens in results)
        # 6.1 standard deviations:
        unusual(counts, {2: 6_000, 1: 4_000}, limit=300)
        """,
        gives={},
        why="On average the probability is the sum of min(p, q): 0.2 + 0.3 + 0.1. Rejecting more "
        "often keeps the distribution only at the price of speed.",
    ),
    Case(
        "the token after the draft is drawn",
        """
        sure, last = [1.0, 0.0], [0.25, 0.75]
        rng = Random(8)
        counts = Counter()
        for _ in range(8_000):
            tokens = verify_draft([0], [sure], [sure, last], rng)
            counts[tokens[-1]] += 1
        # 6.4 standard deviations:
        unusual(counts, {0: 2_000, 1: 6_000}, limit=250)
        """,
        gives={},
        why="When all are accepted, draw from the last distribution as it is. The most likely "
        "token of it is not a draw, and there is nothing to subtract.",
    ),
    Case(
        "each token is decided on its own",
        """
        q, p = [0.5, 0.5], [0.75, 0.25]
        rng = Random(9)
        counts = Counter()
        for _ in range(8_000):
            tokens = verify_draft([1, 1], [q, q], [p, p, p], rng)
            counts[len(tokens)] += 1
        # 6.4 standard deviations and more:
        unusual(counts, {1: 4_000, 2: 2_000, 3: 2_000}, limit=290)
        """,
        gives={},
        why="Each of the two tokens is accepted half of the time, both a quarter of the time. That "
        "needs a new random number for each token.",
    ),
    Case(
        "the same seed, the same tokens",
        """
        def tokens():
            rng = Random(7)
            draft_probs = [[0.5, 0.5]] * 2
            target_probs = [[0.3, 0.7]] * 3
            return [
                verify_draft([0, 0], draft_probs, target_probs, rng)
                for _ in range(50)
            ]
        tokens() == tokens()
        """,
        gives=True,
        why="Draw from the generator that is passed, not from the one of the module random.",
    ),
)
