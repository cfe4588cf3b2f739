import random

from tests.snippets.load import load

program = load("beginner/programming-languages-for-ml")


def test_python_and_sql_agree_on_random_views():
    random.seed(0)
    views = [(random.choice("abcdef"), "ad", random.randint(0, 1)) for _ in range(60)]
    database = program["database"]
    database.execute("DELETE FROM views")
    database.executemany("INSERT INTO views VALUES (?, ?, ?)", views)
    assert program["click_rates"](views) == database.execute(program["query"]).fetchall()
