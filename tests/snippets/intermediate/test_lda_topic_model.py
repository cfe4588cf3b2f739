from tests.snippets.load import load

program = load("intermediate/lda-topic-model")
docs, fit = program["docs"], program["fit"]


def test_every_token_has_one_topic():
    in_doc, of_word = fit(docs, topics=3, sweeps=5)
    assert [counts.total() for counts in in_doc] == [len(doc) for doc in docs]
    assert sum(counts.total() for counts in of_word) == sum(map(len, docs))


def test_documents_without_common_words_get_topics_of_their_own():
    """Any seed finds them, up to the numbering of the topics."""
    for seed in range(5):
        in_doc, _ = fit([["a", "b"] * 5, ["c", "d"] * 5], topics=2, seed=seed)
        first, second = (counts.most_common(1)[0] for counts in in_doc)
        assert first[0] != second[0]
        assert first[1] == second[1] == 10
