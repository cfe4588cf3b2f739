"""Greedy and beam search over the next-word probabilities of a toy translator."""

from math import prod

# --8<-- [start:model]
# P(next word | source, words so far), as a decoder would give it for one source sentence.
NEXT = {
    (): {"the": 0.6, "a": 0.4},
    ("the",): {"house": 0.40, "home": 0.35, "place": 0.25},
    ("a",): {"house": 0.90, "home": 0.10},
}


def probability(words):
    return prod(NEXT[words[:i]][words[i]] for i in range(len(words)))


# --8<-- [end:model]
# --8<-- [start:search]
def beam_search(width, length=2):
    """Keep the `width` most probable prefixes at each step; a width of 1 is greedy search."""
    beam = [()]
    for _ in range(length):
        longer = [(*prefix, word) for prefix in beam for word in NEXT[prefix]]
        beam = sorted(longer, key=probability, reverse=True)[:width]
        print(f"width {width}:", ", ".join(f"{' '.join(w)} {probability(w):.2f}" for w in beam))
    return beam[0]


beam_search(width=1)
beam_search(width=2)
# --8<-- [end:search]
