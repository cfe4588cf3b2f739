from itertools import product

from tests.snippets.load import load

program = load("advanced/encoder-decoder")
NEXT, probability, beam_search = (program[n] for n in ("NEXT", "probability", "beam_search"))


def every_sentence():
    return [(a, b) for a, b in product(NEXT[()], ["house", "home", "place"]) if b in NEXT[(a,)]]


def test_probabilities_of_all_sentences_sum_to_one():
    assert abs(sum(map(probability, every_sentence())) - 1) < 1e-12


def test_a_wide_beam_finds_the_best_sentence_and_greedy_search_does_not():
    best = max(every_sentence(), key=probability)
    assert beam_search(width=9) == best == ("a", "house")
    assert beam_search(width=1) == ("the", "house")
