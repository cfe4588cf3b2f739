from functools import partial

from challenges.grader import Case, rows

ENTRY = "SQL"
SCHEMA = """
-- --8<-- [start:schema]
create table events (
    session_id integer not null,
    happened_at text not null,   -- '09:30:00', all on one day
    name text not null           -- 'view', 'cart', 'buy', …
);
-- --8<-- [end:schema]
"""
run = partial(rows, SCHEMA)

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        run(SQL, events=[
            (1, "09:00:00", "view"), (1, "09:01:00", "cart"),
            (1, "09:05:00", "buy"),
            (2, "09:00:00", "view"), (2, "09:02:00", "cart"),
            (3, "09:00:00", "view"), (3, "09:03:00", "view"),
            (4, "09:00:00", "cart"), (4, "09:04:00", "buy"),
        ])
        """,
        gives=[(3, 2, 1)],
        why="Session 3 viewed twice and counts once; session 4 never viewed, so none of its "
        "steps count.",
    ),
    Case(
        "a cart before the view and one after it",
        """
        run(SQL, events=[
            (1, "09:00:00", "cart"), (1, "09:01:00", "view"),
            (1, "09:02:00", "cart"),
            (2, "09:00:00", "cart"), (2, "09:01:00", "view"),
        ])
        """,
        gives=[(2, 1, 0)],
        why="A step counts if it happens at any time after the step before. The first cart of "
        "all is not the one to compare with.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a purchase without a cart",
        """
        run(SQL, events=[
            (1, "09:00:00", "view"), (1, "09:01:00", "buy"),
        ])
        """,
        gives=[(1, 0, 0)],
        why="Who skips a step does not reach the next one.",
    ),
    Case(
        "a purchase before the cart",
        """
        run(SQL, events=[
            (1, "09:00:00", "view"), (1, "09:01:00", "buy"),
            (1, "09:02:00", "cart"),
        ])
        """,
        gives=[(1, 1, 0)],
        why="The purchase has to come after the cart, not only after the view.",
    ),
    Case(
        "a purchase between two carts, the first of them too early",
        """
        run(SQL, events=[
            (1, "09:00:00", "cart"), (1, "09:01:00", "view"),
            (1, "09:02:00", "buy"), (1, "09:03:00", "cart"),
        ])
        """,
        gives=[(1, 1, 0)],
        why="The purchase must come after a cart that itself comes after a view; the cart at "
        "09:00 does not count.",
    ),
    Case(
        "a cart again after the purchase",
        """
        run(SQL, events=[
            (1, "09:00:00", "view"), (1, "09:01:00", "cart"),
            (1, "09:02:00", "buy"), (1, "09:03:00", "cart"),
        ])
        """,
        gives=[(1, 1, 1)],
        why="What happens after the last step does no harm. Compare the purchase with the first "
        "cart that counts, not with the last one.",
    ),
    Case(
        "steps spread over several sessions",
        """
        run(SQL, events=[
            (1, "09:00:00", "view"),
            (2, "09:01:00", "cart"), (2, "09:02:00", "buy"),
            (3, "09:03:00", "view"), (3, "09:04:00", "cart"),
            (4, "09:05:00", "buy"),
        ])
        """,
        gives=[(2, 1, 0)],
        why="The steps of one funnel belong to one session: join on session_id.",
    ),
    Case(
        "two steps in the same second",
        """
        run(SQL, events=[
            (1, "09:00:00", "view"), (1, "09:00:00", "cart"),
            (2, "09:00:00", "view"), (2, "09:01:00", "cart"),
            (2, "09:01:00", "buy"),
        ])
        """,
        gives=[(2, 1, 0)],
        why="Later means strictly later, for the cart as for the purchase.",
    ),
    Case(
        "steps repeated, and others between them",
        """
        run(SQL, events=[
            (1, "09:00:00", "view"), (1, "09:01:00", "search"),
            (1, "09:02:00", "cart"), (1, "09:03:00", "view"),
            (1, "09:04:00", "cart"), (1, "09:05:00", "buy"),
            (1, "09:06:00", "buy"),
        ])
        """,
        gives=[(1, 1, 1)],
        why="Count sessions, not events; a second view does not start anew.",
    ),
    Case(
        "no events",
        "run(SQL, events=[])",
        gives=[(0, 0, 0)],
        why="An empty funnel is still a row, of zeros: count gives 0 for no rows, sum gives null.",
    ),
)
