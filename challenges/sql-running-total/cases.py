from functools import partial

from challenges.grader import Case, rows

ENTRY = "SQL"
SCHEMA = """
-- --8<-- [start:schema]
create table payments (
    id integer primary key,
    account text not null,
    paid_at text not null,     -- '2026-11-01 09:30:00'
    amount integer not null    -- cents; negative for a refund
);
-- --8<-- [end:schema]
"""
run = partial(rows, SCHEMA)
run_with_index = partial(
    rows, SCHEMA + "create index newest on payments (account, paid_at, id desc, amount);"
)

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        run(SQL, payments=[
            (1, "a", "2026-11-01 09:00:00", 500),
            (2, "b", "2026-11-01 10:00:00", 900),
            (3, "a", "2026-11-02 09:00:00", 200),
        ])
        """,
        gives=[("a", 1, 500), ("a", 3, 700), ("b", 2, 900)],
        why="Each account has a total of its own: 500, then 500 + 200.",
    ),
    Case(
        "two payments in the same second",
        """
        run(SQL, payments=[
            (1, "a", "2026-11-01 09:00:00", 100),
            (2, "a", "2026-11-01 09:00:00", 200),
            (3, "a", "2026-11-01 09:00:01", 400),
        ])
        """,
        gives=[("a", 1, 100), ("a", 2, 300), ("a", 3, 700)],
        why="Ordered by time alone, the default frame ends with the last payment of the "
        "same time, so both rows show 300.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "ids against the order of time",
        """
        run(SQL, payments=[
            (1, "a", "2026-11-03 09:00:00", 100),
            (2, "a", "2026-11-01 09:00:00", 200),
        ])
        """,
        gives=[("a", 2, 200), ("a", 1, 300)],
        why="Time comes first, in the window as well as in the result; the id only breaks ties.",
    ),
    Case(
        "a refund",
        """
        run(SQL, payments=[
            (1, "a", "2026-11-01 09:00:00", 500),
            (2, "a", "2026-11-02 09:00:00", -500),
            (3, "a", "2026-11-03 09:00:00", 500),
        ])
        """,
        gives=[("a", 1, 500), ("a", 2, 0), ("a", 3, 500)],
        why="Totals may fall. Equal amounts are different payments.",
    ),
    Case(
        "ties in two accounts",
        """
        run(SQL, payments=[
            (4, "b", "2026-11-01 09:00:00", 10),
            (3, "a", "2026-11-01 09:00:00", 20),
            (2, "b", "2026-11-01 09:00:00", 30),
            (1, "a", "2026-11-01 09:00:00", 40),
        ])
        """,
        gives=[("a", 1, 40), ("a", 3, 60), ("b", 2, 30), ("b", 4, 40)],
        why="Within an account and a second the smaller id comes first.",
    ),
    Case(
        "an index that lists the newest first",
        """
        # with an index on (account, paid_at, id desc, amount)
        run_with_index(SQL, payments=[
            (1, "a", "2026-11-01 09:00:00", 100),
            (2, "a", "2026-11-01 09:00:00", 200),
        ])
        """,
        gives=[("a", 1, 100), ("a", 2, 300)],
        why="Rows that tie in paid_at come in whatever order the database reads them, and an index "
        "may change that. The order of the window has to name the id as well.",
    ),
    Case(
        "no payments",
        "run(SQL, payments=[])",
        gives=[],
        why="No rows in, no rows out: a query that aggregates without groups would give one.",
    ),
)
