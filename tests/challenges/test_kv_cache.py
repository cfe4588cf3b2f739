import numpy as np
import pytest
from scipy.special import softmax

from tests.challenges.load import load

KVCache = load("kv-cache")


@pytest.mark.parametrize(("tokens", "d", "d_value"), [(1, 4, 4), (7, 3, 5), (30, 8, 2)])
@pytest.mark.parametrize("scale", [1, 50])
def test_steps_are_the_rows_of_masked_attention(tokens, d, d_value, scale):
    rng = np.random.default_rng(tokens)
    queries, keys = scale * rng.normal(size=(2, tokens, d))
    values = rng.normal(size=(tokens, d_value))
    future = np.triu(np.ones((tokens, tokens), dtype=bool), k=1)
    scores = np.where(future, -np.inf, queries @ keys.T / np.sqrt(d))
    cache, steps = KVCache(), []
    for query, key, value in zip(*(a.tolist() for a in (queries, keys, values)), strict=True):
        cache.append(key, value)
        steps.append(cache.attend(query))
    np.testing.assert_allclose(steps, softmax(scores, axis=1) @ values, atol=1e-9)
