import pytest

from tests.snippets.load import load


@pytest.fixture
def db():
    return load("intermediate/primary-foreign-keys")["db"]


def test_sqlite_finds_no_broken_reference(db):
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []


def test_counting_before_the_join_undoes_the_fan_out(db):
    joined = """
        SELECT SUM(amount), SUM(lines) FROM orders
        JOIN (SELECT order_id, COUNT(*) AS lines FROM items GROUP BY order_id) USING (order_id)
    """
    assert db.execute(joined).fetchone() == (100, 5)


def test_cascade_deletes_the_lines_of_a_deleted_order(db):
    db.execute("DELETE FROM orders WHERE order_id = 11")
    assert db.execute("SELECT COUNT(*) FROM items").fetchone() == (3,)
