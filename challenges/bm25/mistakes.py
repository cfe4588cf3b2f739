from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "leaves out the 1 in the idf",
        instead_of="log(1 + (n - containing + 0.5) / (containing + 0.5))",
        writes="log((n - containing + 0.5) / (containing + 0.5))",
        fails="the example",
    ),
    Mistake(
        "counts occurrences where documents are meant",
        instead_of="sum(term in tf for tf in frequencies)",
        writes="sum(tf[term] for tf in frequencies)",
        fails="longer documents and repeated terms",
    ),
    Mistake(
        "turns the length around",
        instead_of="b * len(document) / mean_length",
        writes="b * mean_length / len(document)",
        fails="longer documents and repeated terms",
    ),
    Mistake(
        "measures length in different terms",
        instead_of="b * len(document) / mean_length",
        writes="b * len(tf) / mean_length",
        fails="longer documents and repeated terms",
    ),
    Mistake(
        "takes the query for a set",
        instead_of="[term for term in query if term in tf]",
        writes="[term for term in set(query) if term in tf]",
        fails="a term twice in the query",
    ),
    Mistake(
        "leaves empty documents out of the mean",
        instead_of="sum(map(len, documents)) / n if n else 0",
        writes="sum(map(len, documents)) / max(sum(map(bool, documents)), 1)",
        fails="an empty document",
    ),
    Mistake(
        "computes the fraction for absent terms, too",
        instead_of="[term for term in query if term in tf]",
        writes="query",
        fails="presence only",
    ),
    Mistake(
        "divides by a mean length of zero",
        instead_of="mean_length) if present else 0",
        writes="mean_length)",
        fails="only empty documents",
    ),
)
