from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "does not look at the order",
        instead_of=" and happened_at > viewed.at",
        writes="",
        fails="a cart before the view and one after it",
    ),
    Mistake(
        "compares with the first cart of all",
        instead_of="""    where name = 'cart' and happened_at > viewed.at
    group by session_id
""",
        writes="""    where name = 'cart'
    group by session_id
    having min(happened_at) > viewed.at
""",
        fails="a cart before the view and one after it",
    ),
    Mistake(
        "compares the purchase with the view",
        instead_of="""from events join added using (session_id)
    where name = 'buy' and happened_at > added.at""",
        writes="""from events join viewed using (session_id)
    where name = 'buy' and happened_at > viewed.at""",
        fails="a purchase without a cart",
    ),
    Mistake(
        "counts events",
        instead_of="(select count(*) from viewed)",
        writes="(select count(*) from events where name = 'view')",
        fails="the example",
    ),
    Mistake(
        "takes the same second for later",
        instead_of="happened_at > viewed.at",
        writes="happened_at >= viewed.at",
        fails="two steps in the same second",
    ),
    Mistake(
        "joins whatever session",
        instead_of="from events join viewed using (session_id)",
        writes="from (select happened_at, name from events) join viewed",
        fails="the example",
    ),
)
