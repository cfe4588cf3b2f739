from tests.snippets.load import load

program = load("product/feed-system-architecture")


def test_the_hybrid_is_the_cheaper_of_the_two_for_each_class():
    for group in program["authors"].values():
        costs = program["on_write"](*group), program["on_read"](*group)
        assert program["hybrid"](*group) == min(costs)


def test_on_write_counts_one_copy_for_each_follower_of_each_post():
    assert program["on_write"](2, 3, 5) == sum(
        1 for _ in range(2) for _ in range(5) for _ in range(3)
    )
