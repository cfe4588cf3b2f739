"""Keys in SQLite: what a constraint refuses, what each join loses, how a join fans out."""

import sqlite3

SCHEMA = """
-- --8<-- [start:schema]
CREATE TABLE customers (
    customer_id INTEGER PRIMARY KEY,
    email       TEXT NOT NULL UNIQUE
);
CREATE TABLE orders (
    order_id    INTEGER PRIMARY KEY,
    customer_id INTEGER               -- NULL: a guest's order
        REFERENCES customers (customer_id) ON DELETE RESTRICT,
    amount      INTEGER NOT NULL
);
CREATE TABLE items (
    order_id    INTEGER NOT NULL
        REFERENCES orders (order_id) ON DELETE CASCADE,
    line        INTEGER NOT NULL,
    PRIMARY KEY (order_id, line)      -- a composite key
);
-- --8<-- [end:schema]
"""

# --8<-- [start:data]
ROWS = """
INSERT INTO customers VALUES (1, 'ada@x.test'), (2, 'bo@x.test'), (3, 'cy@x.test');
INSERT INTO orders VALUES (11, 1, 30), (12, 1, 20), (13, 2, 10), (14, NULL, 40);
INSERT INTO items VALUES (11, 1), (11, 2), (12, 1), (13, 1), (14, 1);
"""
db = sqlite3.connect(":memory:")
db.executescript("PRAGMA foreign_keys = ON;" + SCHEMA + ROWS)
# --8<-- [end:data]

# --8<-- [start:refused]
for statement in (
    "INSERT INTO orders VALUES (15, 99, 50)",  # customer 99 does not exist
    "INSERT INTO orders VALUES (11, 2, 50)",  # order 11 exists already
    "DELETE FROM customers WHERE customer_id = 1",  # has orders: RESTRICT
):
    try:
        db.execute(statement)
    except sqlite3.IntegrityError as error:
        print(error)
# --8<-- [end:refused]

# --8<-- [start:joins]
for tables in (
    "orders",
    "orders JOIN customers USING (customer_id)",
    "orders LEFT JOIN customers USING (customer_id)",
    "customers LEFT JOIN orders USING (customer_id)",
    "orders JOIN items USING (order_id)",
):
    query = f"SELECT COUNT(*), COUNT(DISTINCT order_id), SUM(amount) FROM {tables}"
    rows, orders, revenue = db.execute(query).fetchone()
    print(f"{tables}\n    rows {rows}, orders {orders}, revenue {revenue}")
# --8<-- [end:joins]
