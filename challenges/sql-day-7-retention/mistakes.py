from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "divides integers",
        instead_of="1.0 * count(distinct visits.user_id)",
        writes="count(distinct visits.user_id)",
        fails="the example",
    ),
    Mistake(
        "counts visits",
        instead_of="1.0 * count(distinct visits.user_id)",
        writes="1.0 * count(visits.user_id)",
        fails="the example",
    ),
    Mistake(
        "counts a user once for each visit",
        instead_of="count(distinct users.id) as users",
        writes="count(*) as users",
        fails="the example",
    ),
    Mistake(
        "counts any day up to day 7",
        instead_of="date(visited_at) = date",
        writes="date(visited_at) <= date",
        fails="the example",
    ),
    Mistake(
        "drops users who did not come back",
        instead_of="left join visits",
        writes="join visits",
        fails="the example",
    ),
    Mistake(
        "shows days that are not over",
        instead_of="where date(signed_up_on, '+7 days') <= (select complete_through from log)\n",
        writes="",
        fails="a day 7 that is not over",
    ),
    Mistake(
        "compares a time with a date",
        instead_of="and date(visited_at) = date",
        writes="and visited_at = date",
        fails="the example",
    ),
)
