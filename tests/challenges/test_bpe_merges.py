import random
import re
from collections import Counter

import pytest

from tests.challenges.load import load

learn_merges = load("bpe-merges")


def by_regular_expression(word_counts, merges):
    """The same on texts with spaces between symbols, as the paper's own program keeps them."""
    texts = {" ".join(word): count for word, count in word_counts.items()}
    for _ in range(merges):
        frequency = Counter()
        for text, count in texts.items():
            symbols = text.split()
            for i in range(len(symbols) - 1):
                frequency[symbols[i], symbols[i + 1]] += count
        if not frequency:
            return
        most = max(frequency.values())
        pair = sorted(pair for pair in frequency if frequency[pair] == most)[0]
        yield pair
        whole = re.compile(rf"(?<!\S){re.escape(' '.join(pair))}(?!\S)")
        texts = {whole.sub("".join(pair), text): count for text, count in texts.items()}


@pytest.mark.parametrize("letters", ["a", "ab", "abcd"])
@pytest.mark.parametrize("seed", range(5))
def test_merges_are_those_found_by_regular_expressions(letters, seed):
    rng = random.Random(seed)
    words = ("".join(rng.choices(letters, k=rng.randint(1, 9))) for _ in range(40))
    word_counts = {word: rng.randint(1, 20) for word in words}
    assert learn_merges(word_counts, 30) == list(by_regular_expression(word_counts, 30))
