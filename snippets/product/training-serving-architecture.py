"""A pool that keeps the most recently used of many models in memory, under skewed traffic."""

import random
from collections import OrderedDict


# --8<-- [start:pool]
def hit_rate(requests, capacity):
    """The share of requests whose model is in memory; the least recently used one leaves."""
    memory, hits = OrderedDict(), 0
    for model in requests:
        if model in memory:
            hits += 1
            memory.move_to_end(model)
        else:  # a cold start: load the model, evict another
            memory[model] = True
            if len(memory) > capacity:
                memory.popitem(last=False)
    return hits / len(requests)


def share_of_top(k, models):
    """The share of the traffic of the k busiest models, if the r-th gets 1/r of the first's."""
    return sum(1 / r for r in range(1, k + 1)) / sum(1 / r for r in range(1, models + 1))


# --8<-- [end:pool]
# --8<-- [start:use]
print(f"by hand: {hit_rate('ABACB', capacity=2):.2f}")
models = range(1, 1001)
traffic = random.Random(0).choices(models, weights=[1 / r for r in models], k=200_000)
print("in memory   pinned: top k   LRU cache")
for k in (50, 200, 500, 800):
    print(f"{k:9}{share_of_top(k, 1000):16.0%}{hit_rate(traffic, k):12.0%}")

tail = [model for model in traffic if model > 50]  # the 50 busiest have servers of their own
print(f"tail: {len(tail) / len(traffic):.0%} of the traffic")
for k in (200, 860):
    print(f"tail, {k} in memory: {hit_rate(tail, k):.0%} hits")
# --8<-- [end:use]
