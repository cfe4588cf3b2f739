from random import Random

from tests.snippets.load import load

program = load("intermediate/trapping-rain-water")


def by_levels(height):
    """Cell by cell: a cell holds water if a bar reaches its level on both sides."""
    return sum(
        bar <= level and max(height[:i], default=0) > level and max(height[i:]) > level
        for i, bar in enumerate(height)
        for level in range(max(height))
    )


def test_all_three_agree_with_a_count_of_cells():
    rng = Random(0)
    for _ in range(300):
        height = [rng.randrange(6) for _ in range(rng.randrange(9))]
        expected = by_levels(height)
        for name in ("scan", "arrays", "pointers"):
            assert program[name](height) == expected, (name, height)
