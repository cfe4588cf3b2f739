select customers.id, customers.name
from customers
left join orders
    on orders.customer_id = customers.id
    and orders.status = 'paid'  -- a part of what has to match
where orders.id is null  -- nothing matched: the key of a real order is never null
order by customers.id
