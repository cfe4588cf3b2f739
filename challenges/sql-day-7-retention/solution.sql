select
    signed_up_on,
    count(distinct users.id) as users,
    1.0 * count(distinct visits.user_id) / count(distinct users.id) as retention
from users
left join visits  -- users who did not come back stay in the denominator
    on visits.user_id = users.id
    and date(visited_at) = date(signed_up_on, '+7 days')
where date(signed_up_on, '+7 days') <= (select complete_through from log)
group by signed_up_on
order by signed_up_on
