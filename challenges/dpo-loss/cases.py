from math import log

from challenges.grader import Case

ENTRY = "dpo_loss"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        dpo_loss(
            policy_chosen=[-10.0 + log(3), -7.0],
            policy_rejected=[-12.0 - log(3), -5.0],
            reference_chosen=[-10.0, -7.0],
            reference_rejected=[-12.0, -5.0],
            beta=0.5,
        )
        """,
        gives=(log(4 / 3) + log(2)) / 2,
        why="In the first pair the policy moved both answers by ln 3 in the right direction: the "
        "margin is 0.5 · 2 ln 3 = ln 3, its sigmoid 3/4. In the second it is the reference: 1/2.",
    ),
    Case(
        "a margin of -1000",
        "dpo_loss([-1000.0], [0.0], [0.0], [0.0], beta=1.0)",
        gives=1000.0,
        why="The sigmoid is 0.0 in floating point, and exp(1000) overflows. Simplify the "
        "logarithm of the sigmoid before you compute.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a margin of 1000",
        "dpo_loss([0.0], [-1000.0], [0.0], [0.0], beta=1.0)",
        gives=0.0,
        why="A pair that is clear costs nothing, and must not overflow either.",
    ),
    Case(
        "a margin of 40",
        "dpo_loss([0.0], [-40.0], [0.0], [0.0], beta=1.0)",
        gives=4.248354255291589e-18,  # numpy.logaddexp(0, -40)
        tolerance=1e-23,
        why="1 + exp(-40) is exactly 1.0 in floating point, so its logarithm is 0. There is a "
        "function for the logarithm of 1 plus something small.",
    ),
    Case(
        "a margin of -6",
        "dpo_loss([-6.0], [0.0], [0.0], [0.0], beta=1.0)",
        gives=6.00247568513773,  # numpy.logaddexp(0, 6)
        why="For a negative margin the loss is -z plus something small that must not be left out.",
    ),
    Case(
        "the policy is the reference",
        """
        chosen, rejected = [-3.0, -50.0], [-40.0, -2.0]
        dpo_loss(chosen, rejected, chosen, rejected, beta=0.1)
        """,
        gives=log(2),
        why="At the start of training every margin is 0, however likely the answers are.",
    ),
    Case(
        "the reference counts",
        "dpo_loss([-4.0], [-4.0], [-4.0 - log(7)], [-4.0], beta=1.0)",
        gives=log(8 / 7),
        why="What counts is how much the policy differs from the reference, for both answers.",
    ),
    Case(
        "the rejected answer became more likely",
        "dpo_loss([-4.0], [-4.0 + log(3)], [-4.0], [-4.0], beta=1.0)",
        gives=log(4),
        why="A move in the wrong direction makes the margin negative and the loss larger than "
        "ln 2: mind the signs.",
    ),
    Case(
        "a large beta",
        """
        dpo_loss(
            policy_chosen=[-5.0, -5.0],
            policy_rejected=[-6.0, -5.5],
            reference_chosen=[-5.0, -5.0],
            reference_rejected=[-5.0, -6.5],
            beta=100.0,
        )
        """,
        gives=50.0,
        why="Here the margins are 100 and -100: take the mean of the losses, not the loss of the "
        "mean margin.",
    ),
    Case(
        "no pairs",
        "dpo_loss([], [], [], [], beta=0.1)",
        raises=ValueError,
        why="There is no mean of nothing. statistics.mean raises a ValueError by itself; a "
        "division by 0 is another error.",
    ),
)
