from functools import partial

from challenges.grader import Case, rows

ENTRY = "SQL"
SCHEMA = """
-- --8<-- [start:schema]
create table customers (
    id integer primary key,
    name text not null
);
create table orders (
    id integer primary key,
    customer_id integer,   -- null: a guest bought without an account
    status text not null   -- 'paid', 'canceled', …
);
-- --8<-- [end:schema]
"""
run = partial(rows, SCHEMA)

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        customers = [(1, "Ann"), (2, "Bob"), (3, "Cy")]
        orders = [(11, 1, "paid"), (12, 2, "canceled")]
        run(SQL, customers=customers, orders=orders)
        """,
        gives=[(2, "Bob"), (3, "Cy")],
        why="Bob's only order was canceled and Cy has none: neither has a paid order.",
    ),
    Case(
        "a guest's order",
        """
        customers = [(1, "Ann"), (2, "Bob")]
        orders = [(11, 1, "paid"), (12, None, "paid")]
        run(SQL, customers=customers, orders=orders)
        """,
        gives=[(2, "Bob")],
        why="With a null in its list, 'not in' is never true: 2 <> null is unknown.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a paid order and a canceled one",
        """
        customers = [(1, "Ann")]
        orders = [(11, 1, "canceled"), (12, 1, "paid")]
        run(SQL, customers=customers, orders=orders)
        """,
        gives=[],
        why="One paid order is enough. The question is whether there is any paid order, not "
        "whether some order is not paid.",
    ),
    Case(
        "a canceled order after a paid one",
        """
        customers = [(1, "Ann")]
        orders = [(11, 1, "paid"), (12, 1, "canceled")]
        run(SQL, customers=customers, orders=orders)
        """,
        gives=[],
        why="Any paid order counts, not only the latest one.",
    ),
    Case(
        "two canceled orders",
        """
        customers = [(1, "Ann")]
        orders = [(11, 1, "canceled"), (12, 1, "canceled")]
        run(SQL, customers=customers, orders=orders)
        """,
        gives=[(1, "Ann")],
        why="One row for a customer, however many orders do not count.",
    ),
    Case(
        "no orders at all",
        'run(SQL, customers=[(2, "Ann"), (1, "Bob")], orders=[])',
        gives=[(1, "Bob"), (2, "Ann")],
        why="Without orders every customer is without one. They are ordered by id, not by name.",
    ),
    Case(
        "two customers of the same name",
        """
        customers = [(1, "Ann"), (2, "Ann")]
        orders = [(11, 1, "paid")]
        run(SQL, customers=customers, orders=orders)
        """,
        gives=[(2, "Ann")],
        why="Customers are told apart by id.",
    ),
    Case(
        "no customers",
        'run(SQL, customers=[], orders=[(11, None, "paid")])',
        gives=[],
        why="Guests are no customers.",
    ),
)
