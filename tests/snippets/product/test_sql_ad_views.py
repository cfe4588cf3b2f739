from tests.snippets.load import load

program = load("product/sql-ad-views")


def test_views_agree_with_sum_of_case():
    query = """
        SELECT date(viewed_at),
               SUM(CASE WHEN surface = 'moments' THEN 1 ELSE 0 END),
               SUM(CASE WHEN surface = 'feed' THEN 1 ELSE 0 END),
               COUNT(DISTINCT CASE WHEN surface = 'feed' THEN user_id END),
               SUM(CASE WHEN surface IS NULL THEN 1 ELSE 0 END)
        FROM impressions WHERE is_viewable = 1 AND is_bot = 0
        GROUP BY date(viewed_at) ORDER BY 1
    """
    rows = program["db"].execute(query).fetchall()
    assert program["db"].execute(program["VIEWS"]).fetchall() == rows


def test_click_through_rates_count_an_impression_once():
    rows = program["db"].execute(program["CTR"]).fetchall()
    assert rows == [("2026-11-09", 1 / 2, 1 / 3), ("2026-11-10", None, 1 / 2)]
