from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "leaves gaps after ties",
        instead_of="dense_rank()",
        writes="rank()",
        fails="two share the highest salary",
    ),
    Mistake(
        "numbers the rows",
        instead_of="dense_rank()",
        writes="row_number()",
        fails="two share the highest salary",
    ),
    Mistake(
        "ranks unknown salaries",
        instead_of="    where salary is not null  -- or",
        writes="    -- or",
        fails="an unknown salary",
    ),
    Mistake(
        "ranks across departments",
        instead_of="partition by department ",
        writes="",
        fails="the example",
    ),
    Mistake(
        "takes the second-lowest salary",
        instead_of="salary desc",
        writes="salary",
        fails="the example",
    ),
    Mistake(
        "takes zero for unknown",
        instead_of="where salary is not null",
        writes="where salary > 0",
        fails="a salary of zero",
    ),
)
