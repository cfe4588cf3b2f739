select
    account,
    id,
    sum(amount) over (
        partition by account
        order by paid_at, id  -- id decides within a second
        rows between unbounded preceding and current row
    ) as total
from payments
order by account, paid_at, id
