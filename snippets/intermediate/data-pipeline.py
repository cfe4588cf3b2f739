"""A daily load that can be repeated: duplicates and late events, and a point-in-time feature."""

import sqlite3

# --8<-- [start:load]
# (event id, day it happened, day it arrived, user, amount)
batches = {
    1: [("a", 1, 1, "ann", 10), ("b", 1, 1, "bob", 20)],
    2: [("c", 2, 2, "ann", 30), ("b", 1, 1, "bob", 20)],  # b is delivered again
    3: [("d", 3, 3, "bob", 40), ("e", 1, 3, "ann", 50)],  # e is two days late
}
db = sqlite3.connect(":memory:")
columns = "(id TEXT{}, happened INT, arrived INT, user TEXT, amount INT)"
db.execute("CREATE TABLE appended " + columns.format(""))
db.execute("CREATE TABLE merged " + columns.format(" PRIMARY KEY"))

for day in (1, 2, 2, 3):  # the run of day 2 fails at its end and is repeated
    db.executemany("INSERT INTO appended VALUES (?, ?, ?, ?, ?)", batches[day])
    db.executemany("INSERT OR IGNORE INTO merged VALUES (?, ?, ?, ?, ?)", batches[day])

# --8<-- [end:load]
REVENUE = """
SELECT happened, SUM(amount) FROM merged GROUP BY happened ORDER BY happened
"""
FEATURE = """
-- --8<-- [start:feature]
SELECT label.user, label.day,
       SUM(spend.amount) FILTER (WHERE spend.arrived < label.day) AS known,
       SUM(spend.amount) FILTER (WHERE spend.happened < label.day) AS by_event_time,
       SUM(spend.amount) AS all_spend
FROM label LEFT JOIN merged AS spend USING (user)  -- keep users who never spent
GROUP BY label.user, label.day
-- --8<-- [end:feature]
"""
# --8<-- [start:use]
for table in ("appended", "merged"):
    rows, total = db.execute(f"SELECT COUNT(*), SUM(amount) FROM {table}").fetchone()
    print(f"{table:8}  {rows} rows, total {total}")
print("revenue by day of the event:", dict(db.execute(REVENUE)))

db.execute("CREATE TABLE label (user TEXT, day INT)")
db.executemany("INSERT INTO label VALUES (?, ?)", [("ann", 3), ("bob", 3)])
print("label      known  by event time  all")
for user, day, *sums in db.execute(FEATURE):
    print("{} day {} {!s:>6} {!s:>14} {!s:>4}".format(user, day, *sums))
# --8<-- [end:use]
