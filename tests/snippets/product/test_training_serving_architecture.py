from functools import lru_cache
from random import Random

from tests.snippets.load import load

program = load("product/training-serving-architecture")


def test_hit_rate_agrees_with_the_cache_of_the_standard_library():
    requests = Random(1).choices(range(30), weights=range(1, 31), k=2_000)
    cached = lru_cache(maxsize=8)(abs)
    for model in requests:
        cached(model)
    assert program["hit_rate"](requests, 8) == cached.cache_info().hits / 2_000


def test_pinning_everything_serves_all_traffic():
    assert program["share_of_top"](1, 2) == 1 / 1.5
    assert program["share_of_top"](7, 7) == 1
