import pytest

from tests.snippets.load import load

program = load("product/production-performance-drop")
before, after = program["before"], program["after"]


def overall(segments):
    return sum(share * accuracy for share, accuracy in segments.values())


def test_mix_and_segments_add_up_to_the_whole_drop():
    mix, within = program["split_drop"](before, after)
    assert mix + sum(within.values()) == pytest.approx(overall(after) - overall(before))


def test_without_a_worse_segment_only_the_mix_is_left():
    mix, within = program["split_drop"](before, {**after, "app": (0.50, 0.80)})
    assert mix == pytest.approx(-0.02)
    assert all(change == pytest.approx(0) for change in within.values())
