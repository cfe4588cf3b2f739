import pytest
from scipy.stats import binom

from tests.snippets.load import load

program = load("product/batch-vs-real-time-inference")


def test_a_fan_out_agrees_with_the_binomial_distribution():
    for calls in (1, 10, 50):
        assert program["any_slow"](calls) == pytest.approx(binom.sf(0, calls, 0.01))


def test_without_a_spare_server_batch_and_online_cost_the_same_at_one_use_in_sixteen():
    keys = 86_400 * 100 * 16
    online = program["online_cost"](keys / 16, spare=0)
    assert program["batch_cost"](keys, keys / 16) == pytest.approx(online)
