from challenges.grader import Mistake

JOIN = """left join orders
    on orders.customer_id = customers.id
    and orders.status = 'paid'  -- a part of what has to match
where orders.id is null  -- nothing matched: the key of a real order is never null
"""

MISTAKES = (
    Mistake(
        "asks for ids that are not in a list with a null",
        instead_of=JOIN,
        writes="where id not in (select customer_id from orders where status = 'paid')\n",
        fails="a guest's order",
    ),
    Mistake(
        "counts every order",
        instead_of="    and orders.status = 'paid'  -- a part",
        writes="    -- a part",
        fails="the example",
    ),
    Mistake(
        "puts the status into WHERE",
        instead_of=JOIN,
        writes="left join orders on orders.customer_id = customers.id\n"
        "where orders.id is null and orders.status = 'paid'\n",
        fails="the example",
    ),
    Mistake(
        "looks for an order that is not paid",
        instead_of=JOIN,
        writes="left join orders on orders.customer_id = customers.id\n"
        "where orders.id is null or orders.status <> 'paid'\n",
        fails="a paid order and a canceled one",
    ),
    Mistake(
        "joins inside",
        instead_of="left join",
        writes="join",
        fails="the example",
    ),
    Mistake(
        "compares with null",
        instead_of="orders.id is null",
        writes="orders.id = null",
        fails="the example",
    ),
)
