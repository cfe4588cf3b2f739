from functools import partial

from challenges.grader import Case, rows

ENTRY = "SQL"
SCHEMA = """
-- --8<-- [start:schema]
create table users (
    id integer primary key,
    signed_up_on text not null    -- '2026-11-01', a day in UTC
);
create table visits (
    user_id integer not null,
    visited_at text not null      -- '2026-11-08 21:15:00', in UTC
);
create table log (
    complete_through text not null   -- one row: the last day of which all visits are known
);
-- --8<-- [end:schema]
"""
run = partial(rows, SCHEMA)

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        users = [
            (1, "2026-11-01"), (2, "2026-11-01"), (3, "2026-11-02"),
        ]
        visits = [
            (1, "2026-11-03 10:00:00"), (1, "2026-11-08 09:00:00"),
            (1, "2026-11-08 20:00:00"), (3, "2026-11-08 12:00:00"),
        ]
        run(SQL, users=users, visits=visits, log=[("2026-11-20",)])
        """,
        gives=[("2026-11-01", 2, 0.5), ("2026-11-02", 1, 0.0)],
        why="Day 7 of November 1 is November 8: user 1 came, twice, and counts once. User 3 "
        "came on day 6, which does not count.",
    ),
    Case(
        "a day 7 that is not over",
        """
        users = [(1, "2026-11-01"), (2, "2026-11-02")]
        visits = [
            (1, "2026-11-08 09:00:00"), (2, "2026-11-09 00:30:00"),
        ]
        run(SQL, users=users, visits=visits, log=[("2026-11-08",)])
        """,
        gives=[("2026-11-01", 1, 1.0)],
        why="The visits of November 9 are not all known, so those who signed up on "
        "November 2 have no row yet.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "nobody came back at all",
        """
        users = [(1, "2026-11-01"), (2, "2026-11-01")]
        run(SQL, users=users, visits=[], log=[("2026-11-20",)])
        """,
        gives=[("2026-11-01", 2, 0.0)],
        why="A retention of 0 is a result. An inner join, or a condition on visits in 'where', "
        "would drop the row.",
    ),
    Case(
        "the first and the last second of the day",
        """
        users = [
            (1, "2026-11-01"), (2, "2026-11-01"), (3, "2026-11-01"),
            (4, "2026-11-01"),
        ]
        visits = [
            (1, "2026-11-07 23:59:59"), (2, "2026-11-08 00:00:00"),
            (3, "2026-11-08 23:59:59"), (4, "2026-11-09 00:00:00"),
        ]
        run(SQL, users=users, visits=visits, log=[("2026-11-20",)])
        """,
        gives=[("2026-11-01", 4, 0.5)],
        why="A visit has a time of day: cut it off with date(), or take all from the start of the "
        "day to before the start of the next.",
    ),
    Case(
        "across the end of a month",
        """
        users = [(1, "2026-02-25"), (2, "2026-12-28")]
        visits = [
            (1, "2026-03-04 08:00:00"), (2, "2027-01-04 08:00:00"),
        ]
        run(SQL, users=users, visits=visits, log=[("2027-02-01",)])
        """,
        gives=[("2026-02-25", 1, 1.0), ("2026-12-28", 1, 1.0)],
        why="Let date(…, '+7 days') count the days.",
    ),
    Case(
        "one of three",
        """
        users = [
            (1, "2026-11-01"), (2, "2026-11-01"), (3, "2026-11-01"),
        ]
        visits = [
            (2, "2026-11-08 08:00:00"), (2, "2026-11-08 09:00:00"),
            (9, "2026-11-08 10:00:00"),
        ]
        run(SQL, users=users, visits=visits, log=[("2026-11-08",)])
        """,
        gives=[("2026-11-01", 3, 1 / 3)],
        why="1/3 is 0 between integers: multiply by 1.0 first. The visits of one user are one "
        "user, in the denominator too.",
    ),
    Case(
        "no users",
        'run(SQL, users=[], visits=[], log=[("2026-11-20",)])',
        gives=[],
        why="Without users there is no day of sign-up.",
    ),
)
