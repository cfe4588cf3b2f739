from statistics import mean

import pytest

from tests.snippets.load import load

latencies = load("product/large-model-serving")["latencies"]


@pytest.mark.parametrize("rate", [50, 100, 150])
def test_without_batching_the_mean_is_that_of_queueing_theory(rate):
    # M/D/1: random arrivals, 5 ms for each, one server.
    busy = rate * 0.005
    expected = 5 + busy * 5 / (2 * (1 - busy))
    assert mean(latencies(rate, largest=1, wait=0)) == pytest.approx(expected, rel=0.05)


def test_a_lone_request_waits_in_vain_for_company():
    assert latencies(rate=0.1, largest=16, wait=10, n=100)[50] == pytest.approx(4 + 1 + 10)
