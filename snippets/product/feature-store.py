"""A feature store in miniature: a history, an as-of join for training, and an online view."""

import sqlite3

store = sqlite3.connect(":memory:")
# --8<-- [start:tables]
store.executescript("""
    CREATE TABLE feature (card, day REAL, available REAL, spend);  -- the offline store
    INSERT INTO feature VALUES ('A', 1.0, 1.1, 10), ('A', 2.0, 2.1, 25),
                               ('A', 3.0, 3.1, 900), ('B', 1.0, 1.1, 70);
    CREATE TABLE label (card, day REAL, fraud);
    INSERT INTO label VALUES ('A', 2.5, 1), ('A', 3.05, 0), ('B', 9.5, 0), ('C', 2.5, 0);
""")
# --8<-- [end:tables]
AS_OF = """
-- --8<-- [start:as-of]
SELECT card, day, (
    SELECT spend FROM feature
    WHERE feature.card = label.card
      AND available <= label.day         -- known by then
      AND feature.day >= label.day - 7   -- time to live: a week
    ORDER BY feature.day DESC LIMIT 1    -- the latest of those
)
FROM label ORDER BY card, day
-- --8<-- [end:as-of]
"""
# --8<-- [start:use]
LATEST = "SELECT spend FROM feature WHERE card = ? ORDER BY day DESC LIMIT 1"
print("card   day   as of   latest (leaks)")
for card, day, spend in store.execute(AS_OF):
    latest = store.execute(LATEST, [card]).fetchone() or (None,)
    print(f"{card:4}{day:6.2f}{spend!s:>8}{latest[0]!s:>8}")


def online(card, now, ttl=7):
    """What the online store serves: the last value of one card, unless it is too old."""
    day, spend = store.execute(  # SQLite takes spend from the row of the latest day
        "SELECT max(day), spend FROM feature WHERE card = ? AND available <= ?", [card, now]
    ).fetchone()
    return spend if day is not None and day >= now - ttl else None


print("online on day 9.5:", {card: online(card, 9.5) for card in "ABC"})
served = [online(card, day) for card, day, _ in store.execute("SELECT * FROM label ORDER BY 1, 2")]
print("same as served then:", served == [row[2] for row in store.execute(AS_OF)])
# --8<-- [end:use]
