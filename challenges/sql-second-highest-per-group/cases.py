from functools import partial

from challenges.grader import Case, rows

ENTRY = "SQL"
SCHEMA = """
-- --8<-- [start:schema]
create table employees (
    name text primary key,
    department text not null,
    salary integer             -- null: unknown
);
-- --8<-- [end:schema]
"""
run = partial(rows, SCHEMA)

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        run(SQL, employees=[
            ("Ann", "data", 90), ("Bob", "data", 80),
            ("Cy", "data", 70), ("Dee", "web", 60),
            ("Eli", "web", 50),
        ])
        """,
        gives=[("data", "Bob", 80), ("web", "Eli", 50)],
        why="Each department has a ranking of its own.",
    ),
    Case(
        "two share the highest salary",
        """
        run(SQL, employees=[
            ("Ann", "data", 90), ("Bob", "data", 90),
            ("Cy", "data", 70),
        ])
        """,
        gives=[("data", "Cy", 70)],
        why="The second-highest salary is the second distinct amount. After a tie at the top, "
        "rank goes on with 3 and row_number gives 2 to a top earner.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "two share the second-highest salary",
        """
        run(SQL, employees=[
            ("Cy", "data", 70), ("Ann", "data", 90),
            ("Bob", "data", 70),
        ])
        """,
        gives=[("data", "Bob", 70), ("data", "Cy", 70)],
        why="All who earn it are listed, by name.",
    ),
    Case(
        "a department with one salary",
        """
        run(SQL, employees=[
            ("Ann", "data", 90), ("Bob", "data", 90),
            ("Cy", "web", 50),
        ])
        """,
        gives=[],
        why="Where all earn the same there is no second-highest salary, and no row.",
    ),
    Case(
        "an unknown salary",
        """
        run(SQL, employees=[
            ("Ann", "data", 90), ("Bob", "data", None),
        ])
        """,
        gives=[],
        why="Null is no salary. In a ranking it gets a place, here the second: leave it out first.",
    ),
    Case(
        "another department's second-highest salary",
        """
        run(SQL, employees=[
            ("Ann", "data", 90), ("Dee", "data", 80),
            ("Cy", "web", 80), ("Bob", "web", 70),
            ("Eli", "data", 70),
        ])
        """,
        gives=[("data", "Dee", 80), ("web", "Bob", 70)],
        why="80 is second in data and first in web: compare within a department. The rows are "
        "ordered by department first, then by name.",
    ),
    Case(
        "a salary of zero",
        """
        run(SQL, employees=[
            ("Ann", "data", 90), ("Bob", "data", 0),
            ("Cy", "data", None),
        ])
        """,
        gives=[("data", "Bob", 0)],
        why="Zero is a known salary; do not use it for null.",
    ),
    Case(
        "no employees",
        "run(SQL, employees=[])",
        gives=[],
        why="No rows in, no rows out.",
    ),
)
