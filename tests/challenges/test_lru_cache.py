import random
from collections import OrderedDict

import pytest

from tests.challenges.load import load

LRUCache = load("lru-cache")


@pytest.mark.parametrize("capacity", [1, 2, 5, 20])
def test_the_cache_holds_what_an_ordered_dict_holds(capacity):
    rng = random.Random(capacity)
    cache, order = LRUCache(capacity), OrderedDict()
    for step in range(2000):
        key = rng.randrange(2 * capacity)
        if rng.random() < 0.5:
            cache.put(key, step)
            order[key] = step
            order.move_to_end(key)
            if len(order) > capacity:
                order.popitem(last=False)
        else:
            if key in order:
                order.move_to_end(key)
            assert cache.get(key) == order.get(key)


def test_a_loop_over_one_item_too_many_always_misses():
    cache = LRUCache(4)
    for key in [0, 1, 2, 3, 4] * 3:
        assert cache.get(key) is None
        cache.put(key, key)
