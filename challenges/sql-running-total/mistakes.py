from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "orders by time alone, with the default frame",
        instead_of="""        order by paid_at, id  -- id decides within a second
        rows between unbounded preceding and current row
""",
        writes="        order by paid_at\n",
        fails="two payments in the same second",
    ),
    Mistake(
        "does not start anew for each account",
        instead_of="        partition by account\n",
        writes="",
        fails="the example",
    ),
    Mistake(
        "leaves out the order of the window",
        instead_of="""        order by paid_at, id  -- id decides within a second
        rows between unbounded preceding and current row
""",
        writes="",
        fails="the example",
    ),
    Mistake(
        "orders the window by id",
        instead_of="order by paid_at, id  --",
        writes="order by id  --",
        fails="ids against the order of time",
    ),
    Mistake(
        "leaves ties to chance",
        instead_of="order by paid_at, id  --",
        writes="order by paid_at  --",
        fails="an index that lists the newest first",
    ),
    Mistake(
        "leaves out the current row",
        instead_of="and current row",
        writes="and 1 preceding",
        fails="the example",
    ),
)
