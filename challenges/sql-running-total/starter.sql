-- account, id and the account's running total, by account, paid_at and id
select account, id, amount
from payments
order by account, paid_at, id
