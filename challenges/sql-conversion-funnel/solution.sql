with viewed as (
    select session_id, min(happened_at) as at
    from events
    where name = 'view'
    group by session_id
),
added as (  -- the first 'cart' after the first 'view', even if there was one before
    select session_id, min(happened_at) as at
    from events join viewed using (session_id)
    where name = 'cart' and happened_at > viewed.at
    group by session_id
),
bought as (
    select session_id, min(happened_at) as at
    from events join added using (session_id)
    where name = 'buy' and happened_at > added.at
    group by session_id
)
select
    (select count(*) from viewed) as viewed,
    (select count(*) from added) as added,
    (select count(*) from bought) as bought
