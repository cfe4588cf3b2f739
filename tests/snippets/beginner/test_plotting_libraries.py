import pytest
from scipy.stats import norm

from tests.snippets.load import load

program = load("beginner/plotting-libraries")


def test_the_intervals_are_those_of_the_normal_approximation():
    for row in program["rows"]:
        p = row["accuracy"]
        expected = norm.interval(0.95, loc=p, scale=(p * (1 - p) / 1_000) ** 0.5)
        assert (row["low"], row["high"]) == pytest.approx(expected, abs=1e-5)


def test_both_charts_show_the_same_numbers():
    drawn = [list(line.get_xdata()) for line in program["ax"].lines]
    for row, interval, point in zip(program["rows"], drawn[::2], drawn[1::2], strict=True):
        assert interval == [row["low"], row["high"]]
        assert point == [row["accuracy"]]
    for layer in program["chart"]["layer"]:
        for channel in layer["encoding"].values():
            assert all(channel["field"] in row for row in program["chart"]["data"]["values"])
