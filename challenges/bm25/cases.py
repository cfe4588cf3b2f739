from math import log

from challenges.grader import Case

ENTRY = "bm25"

# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        'bm25(["good", "cat"], [["good", "cat"], ["good", "dog"]])',
        gives=[log(2.4), log(1.2)],
        why="Both documents have the mean length and each term once, so every term adds exactly "
        "its idf: ln 1.2 for good and ln 2 for cat.",
    ),
    Case(
        "longer documents and repeated terms",
        'bm25(["a"], [["a"], ["a", "a", "b"]], k1=1, b=0.5)',
        gives=[log(1.2) * 8 / 7, log(1.2) * 16 / 13],
        why="The lengths are 1 and 3, their mean is 2. The length scales k1 in the denominator: "
        "by 0.75 for the first document, by 1.25 for the second.",
    ),
    Case(
        "a term of the query that no document has",
        'bm25(["zebra", "cat"], [["cat", "sat"], ["dog", "sat"]])',
        gives=[log(2), 0.0],
        why="Where a term does not occur it adds nothing, however rare it is.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a term that is in every document",
        """
        documents = [["the", "cat"], ["the", "dog"], ["the", "cow"]]
        bm25(["the"], documents)
        """,
        gives=[log(8 / 7)] * 3,
        why="With the 1 inside the logarithm, the idf of a common term is small but positive; "
        "without it, ln(0.5/3.5) is negative.",
    ),
    Case(
        "a term twice in the query",
        'bm25(["cat", "cat"], [["cat", "sat"], ["dog", "sat"]])',
        gives=[2 * log(2), 0.0],
        why="The sum goes over the terms of the query, so one that comes twice counts twice.",
    ),
    Case(
        "a term within longer words",
        'bm25(["cat"], [["cats", "concatenate"], ["cat", "sat"]])',
        gives=[0.0, log(2)],
        why="Compare whole terms, as items of a list: in a joined text, cat is part of cats.",
    ),
    Case(
        "an empty document",
        'bm25(["cat"], [[], ["cat", "cat"]])',
        gives=[0.0, log(2) * 2 * 2.5 / (2 + 1.5 * 1.75)],
        why="An empty document scores 0 and counts for the mean length, which is 1 here.",
    ),
    Case(
        "no length normalization",
        'bm25(["a"], [["a", "b", "b", "b"], ["a"], ["b"]], b=0)',
        gives=[log(1.6), log(1.6), 0.0],
        why="With b = 0 the length has no influence. The idf is ln(1 + 1.5/2.5).",
    ),
    Case(
        "presence only",
        'bm25(["a"], [["a", "a", "a"], ["a", "b"], ["b"]], k1=0)',
        gives=[log(1.6), log(1.6), 0.0],
        why="With k1 = 0 a term counts once, however often it comes; where it does not come, the "
        "fraction would be 0/0.",
    ),
    Case(
        "an empty query",
        'bm25([], [["cat"], ["dog"]])',
        gives=[0.0, 0.0],
        why="A sum over no terms is 0, for each document.",
    ),
    Case(
        "only empty documents",
        'bm25(["cat"], [[], []])',
        gives=[0.0, 0.0],
        why="The mean length is 0 here; don't divide by it where no term occurs.",
    ),
    Case(
        "no documents",
        'bm25(["cat"], [])',
        gives=[],
        why="No documents have no scores, and no mean length.",
    ),
)
