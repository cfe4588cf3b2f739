"""One question in the two languages that interviews ask for: Python and SQL."""

import sqlite3
from collections import defaultdict

views = [  # user, ad, clicked
    ("ann", "a1", 1), ("ann", "a2", 0), ("ann", "a3", 0), ("ann", "a1", 1),
    ("bob", "a1", 0), ("bob", "a2", 0), ("cem", "a3", 1),
]  # fmt: skip


# --8<-- [start:python]
def click_rates(views, at_least=2):
    """The click rate of each user with enough views, best first."""
    clicks = defaultdict(list)
    for user, _, clicked in views:
        clicks[user].append(clicked)
    rates = [(user, sum(c) / len(c)) for user, c in clicks.items() if len(c) >= at_least]
    return sorted(rates, key=lambda pair: (-pair[1], pair[0]))


# --8<-- [end:python]
query = """
-- --8<-- [start:sql]
SELECT user_id, AVG(clicked) AS rate
FROM views
GROUP BY user_id
HAVING COUNT(*) >= 2
ORDER BY rate DESC, user_id
-- --8<-- [end:sql]
"""

# --8<-- [start:use]
database = sqlite3.connect(":memory:")
database.execute("CREATE TABLE views (user_id TEXT, ad TEXT, clicked INTEGER)")
database.executemany("INSERT INTO views VALUES (?, ?, ?)", views)
print("Python:", click_rates(views))
print("SQL:   ", database.execute(query).fetchall())
# --8<-- [end:use]
