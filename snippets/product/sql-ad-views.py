"""Ad views and click-through rates per day and surface, from a log small enough to count."""

import sqlite3

SCHEMA = """
-- --8<-- [start:schema]
CREATE TABLE impressions (
    impression_id INTEGER PRIMARY KEY,
    ad_id INTEGER, user_id TEXT, surface TEXT,
    viewed_at TEXT,                        -- UTC
    is_viewable INTEGER, is_bot INTEGER    -- 0 or 1
);
CREATE TABLE clicks (click_id INTEGER PRIMARY KEY, impression_id INTEGER);
-- --8<-- [end:schema]
"""
LOG = """
-- --8<-- [start:log]
INSERT INTO impressions VALUES
(1, 7, 'ann', 'feed', '2026-11-09 09:00', 1, 0), (2, 7, 'ann', 'feed', '2026-11-09 21:00', 1, 0),
(3, 8, 'bob', 'feed', '2026-11-09 22:00', 1, 0), (4, 8, 'bot', 'feed', '2026-11-09 22:01', 1, 1),
(5, 7, 'bob', 'moments', '2026-11-09 12:00', 1, 0), (6, 8, 'di', NULL, '2026-11-09 14:00', 1, 0),
(7, 7, 'cat', 'moments', '2026-11-09 13:00', 1, 0), (8, 8, 'ann', 'feed', '2026-11-10 03:00', 1, 0),
(9, 8, 'cat', 'moments', '2026-11-09 13:05', 0, 0), (10, 7, 'di', 'feed', '2026-11-10 15:00', 1, 0),
(11, 7, 'di', 'moments', '2026-11-10 16:00', 0, 0);
INSERT INTO clicks VALUES (1, 1), (2, 1), (3, 5), (4, 8);  -- ann clicked twice on impression 1
-- --8<-- [end:log]
"""
VIEWS = """
-- --8<-- [start:views]
SELECT date(viewed_at) AS day,
       COUNT(*) FILTER (WHERE surface = 'moments') AS moments,
       COUNT(*) FILTER (WHERE surface = 'feed') AS feed,
       COUNT(DISTINCT user_id) FILTER (WHERE surface = 'feed') AS feed_users,
       COUNT(*) FILTER (WHERE surface IS NULL) AS unknown
FROM impressions WHERE is_viewable = 1 AND is_bot = 0
GROUP BY date(viewed_at) ORDER BY day;
-- --8<-- [end:views]
"""
CTR = """
-- --8<-- [start:ctr]
SELECT date(viewed_at) AS day,
       1.0 * COUNT(c.impression_id) FILTER (WHERE surface = 'moments')
       / NULLIF(COUNT(*) FILTER (WHERE surface = 'moments'), 0) AS moments,
       1.0 * COUNT(c.impression_id) FILTER (WHERE surface = 'feed')
       / NULLIF(COUNT(*) FILTER (WHERE surface = 'feed'), 0) AS feed
FROM impressions
LEFT JOIN (SELECT DISTINCT impression_id FROM clicks) AS c USING (impression_id)
WHERE is_viewable = 1 AND is_bot = 0
GROUP BY date(viewed_at) ORDER BY day;
-- --8<-- [end:ctr]
"""
db = sqlite3.connect(":memory:")
db.executescript(SCHEMA + LOG)
# --8<-- [start:run]
for query in VIEWS, CTR, CTR.replace("DISTINCT", ""):  # the last: one row per click
    rows = db.execute(query)
    print(*(f"{name:>10}" for name, *_ in rows.description))
    for row in rows:
        print(*(f"{v:>10.2f}" if isinstance(v, float) else f"{v!s:>10}" for v in row))
# --8<-- [end:run]
