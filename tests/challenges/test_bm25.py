import sqlite3
from contextlib import closing
from math import log

import numpy as np
import pytest

from tests.challenges.load import load

bm25 = load("bm25")
TERMS = list("abcdefgh")


def corpus(seed):
    rng = np.random.default_rng(seed)
    return [rng.choice(TERMS, size=rng.integers(0, 12)).tolist() for _ in range(15)]


@pytest.mark.parametrize(("k1", "b"), [(1.5, 0.75), (1.2, 0.0), (0.0, 1.0), (2.0, 1.0)])
def test_scores_are_those_of_a_table_in_numpy(k1, b):
    documents, query = corpus(0), ["a", "c", "c", "z"]
    tf = np.array([[document.count(term) for term in query] for document in documents])
    length = np.array([[len(document)] for document in documents])
    df = (tf > 0).sum(axis=0)
    idf = np.log((len(documents) + 1) / (df + 0.5))
    norm = k1 * (1 - b + b * length / length.mean())
    parts = np.divide(tf * (k1 + 1), tf + norm, out=np.zeros(tf.shape), where=tf > 0)
    assert bm25(query, documents, k1, b) == pytest.approx((parts @ idf).tolist())


@pytest.mark.parametrize("term", TERMS)
def test_one_term_weighs_what_it_weighs_in_sqlite(term):
    """Full-text search in sqlite has k1 = 1.2, b = 0.75, another idf, and the other sign."""
    documents = corpus(1)
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("create virtual table texts using fts5(text)")
        texts = [(i, " ".join(document)) for i, document in enumerate(documents)]
        database.executemany("insert into texts (rowid, text) values (?, ?)", texts)
        query = "select rowid, bm25(texts) from texts where texts match ?"
        theirs = dict(database.execute(query, [term]).fetchall())
    n, df = len(documents), len(theirs)
    their_idf = max(log((n - df + 0.5) / (df + 0.5)), 1e-6)
    our_idf = log(1 + (n - df + 0.5) / (df + 0.5))
    expected = [-theirs.get(i, 0) / their_idf * our_idf for i in range(n)]
    assert bm25([term], documents, k1=1.2) == pytest.approx(expected)
