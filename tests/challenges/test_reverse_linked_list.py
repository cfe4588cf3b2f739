import random
import runpy

import pytest

from challenges import CHALLENGES
from tests.challenges.load import load

reverse = load("reverse-linked-list")
names = runpy.run_path(str(CHALLENGES / "reverse-linked-list" / "cases.py"))


@pytest.mark.parametrize("length", [0, 1, 2, 9, 100])
def test_reverse_is_that_of_a_python_list(length):
    values = random.Random(length).choices(range(5), k=length)
    assert names["values"](reverse(names["linked"](*values))) == values[::-1]


@pytest.mark.parametrize(("way_in", "cycle"), [(0, 1), (0, 4), (3, 1), (3, 5)])
def test_a_list_with_a_cycle_comes_back_with_its_old_first_node(way_in, cycle):
    nodes = [names["Node"](value) for value in range(way_in + cycle)]
    for node, after in zip(nodes, [*nodes[1:], nodes[way_in]], strict=True):
        node.next = after
    around = [*range(way_in), way_in, *range(way_in + cycle - 1, way_in, -1), "again"]
    assert names["values"](reverse(nodes[0])) == around
