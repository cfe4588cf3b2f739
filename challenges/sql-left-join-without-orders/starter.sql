-- id and name of each customer without a paid order, by id
select id, name
from customers
order by id
