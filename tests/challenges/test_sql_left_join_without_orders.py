import random
from contextlib import closing
from sqlite3 import connect

import pytest

from challenges import cases
from tests.challenges.load import load

SQL = load("sql-left-join-without-orders")
run = cases("sql-left-join-without-orders")["run"]
NOT_EXISTS = """
    select id, name from customers
    where not exists (select 1 from orders where customer_id = customers.id and status = 'paid')
    order by id
"""


@pytest.mark.parametrize("seed", range(5))
def test_the_customers_are_those_that_no_paid_order_names(seed):
    generator = random.Random(seed)
    customers = [(i, generator.choice(["Ann", "Bob"])) for i in range(10)]
    orders = [
        (i, generator.choice([None, *range(10)]), generator.choice(["paid", "canceled"]))
        for i in range(15)
    ]
    paid = {customer for _, customer, status in orders if status == "paid"}
    expected = [row for row in customers if row[0] not in paid]
    assert run(SQL, customers=customers, orders=orders) == expected
    assert run(NOT_EXISTS, customers=customers, orders=orders) == expected


def test_not_in_a_list_with_null_is_unknown():
    with closing(connect(":memory:")) as database:
        assert database.execute("select 2 not in (1, null)").fetchone() == (None,)
