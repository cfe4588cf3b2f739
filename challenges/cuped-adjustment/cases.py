from challenges.grader import Case

ENTRY = "cuped"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        "cuped(control=[(1, 1), (3, 5)], treated=[(2, 4), (4, 8)])",
        gives=(0.8, 0.08**0.5),
        why="θ is 11/5 = 2.2, from all four users. The groups differ by 3 during the experiment "
        "and by 1 before it: 3 − 2.2 × 1.",
    ),
    Case(
        "the same past for everybody",
        "cuped(control=[(5, 1), (5, 3)], treated=[(5, 4), (5, 8)])",
        gives=(4.0, 5**0.5),
        why="If the past does not vary it explains nothing: θ is 0, and the plain difference is "
        "left, with its standard error.",
    ),
)
# --8<-- [end:visible]

# The literals come from NumPy: np.cov and np.var with ddof=1 over all users for θ, then the
# variance of the residuals in each group.
HIDDEN = (
    Case(
        "groups of different sizes",
        "cuped([(1, 2), (2, 4), (3, 3), (6, 7)], [(1, 1), (5, 9)])",
        gives=(1.0, 1.4823339871927568),
        why="θ comes from all users around their common means. In the standard error each group "
        "has its own variance, over its own number of users.",
    ),
    Case(
        "a negative correlation",
        """
        cuped(
            [(1, 8), (2, 7), (4, 3)],
            [(0, 9), (3, 6), (5, 2), (6, 0)],
        )
        """,
        gives=(0.04166666666666785, 0.44682522061515056),
        why="θ may be negative; keep its sign.",
    ),
    Case(
        "a past with a large offset",
        """
        offset = 1e9
        cuped(
            [(offset + 1, 1), (offset + 3, 5)],
            [(offset + 2, 4), (offset + 4, 8)],
        )
        """,
        gives=(0.8, 0.08**0.5),
        why="Adding a constant to the past changes nothing. E[x²] − E[x]² cancels almost "
        "all digits here: subtract the means first.",
    ),
    Case(
        "a metric with a large offset",
        """
        offset = 1e8
        cuped(
            [(1, offset + 1), (3, offset + 5)],
            [(2, offset + 4), (4, offset + 8)],
        )
        """,
        gives=(0.8, 0.08**0.5),
        why="Adding a constant to everybody's metric changes nothing. The sample variance needs "
        "the means subtracted first, too.",
    ),
    Case(
        "the groups exchanged",
        "cuped(control=[(2, 4), (4, 8)], treated=[(1, 1), (3, 5)])",
        gives=(-0.8, 0.08**0.5),
        why="The difference is treated minus control.",
    ),
    Case(
        "a past that has nothing to do with it",
        """
        cuped(
            [(0, 1), (1, 1), (0, 3), (1, 3)],
            [(0, 2), (1, 2), (0, 4), (1, 4)],
        )
        """,
        gives=(1.0, (2 / 3) ** 0.5),
        why="The covariance is 0, so nothing is adjusted. Subtracting the past itself, with "
        "θ = 1, would add noise here.",
    ),
    Case(
        "one user in a group",
        "cuped([(1, 2)], [(1, 1), (5, 9)])",
        raises=ValueError,
        why="One user has no sample variance, and the standard error needs it.",
    ),
)
