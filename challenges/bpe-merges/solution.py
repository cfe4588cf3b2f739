from collections import Counter
from itertools import pairwise


def learn_merges(word_counts, merges):
    """The merges of byte-pair encoding, in the order in which they are learned."""
    words = {tuple(word): count for word, count in word_counts.items()}
    learned = []
    while len(learned) < merges:
        frequency = Counter()
        for symbols, count in words.items():
            for pair in pairwise(symbols):
                frequency[pair] += count
        if not frequency:
            break  # every word is a single symbol
        best = min(frequency, key=lambda pair: (-frequency[pair], pair))
        learned.append(best)
        words = {merged(symbols, best): count for symbols, count in words.items()}
    return learned


def merged(symbols, pair):
    """The symbols with each occurrence of the pair joined, from left to right."""
    result = []
    for symbol in symbols:
        if result and (result[-1], symbol) == pair:
            result[-1] += symbol
        else:
            result.append(symbol)
    return tuple(result)
