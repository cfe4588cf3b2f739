-- one row: sessions that viewed, that then added to the cart, that then bought
select
    count(*) as viewed,
    0 as added,
    0 as bought
from events
