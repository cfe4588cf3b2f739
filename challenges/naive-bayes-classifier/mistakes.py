from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "exponentiates the scores as they are",
        instead_of="exp(score - largest)",
        writes="exp(score)",
        fails="a long document",
    ),
    Mistake(
        "subtracts the score of the first class",
        instead_of="max(scores.values())",
        writes="next(iter(scores.values()))",
        fails="a long document of one class",
    ),
    Mistake(
        "smooths the numerator alone",
        instead_of="count.total() + alpha * len(vocabulary)",
        writes="count.total() + alpha",
        fails="classes with different numbers of words",
    ),
    Mistake(
        "smooths unknown words, too",
        instead_of="for word in known",
        writes="for word in document",
        fails="an unknown word where the totals differ",
    ),
    Mistake(
        "counts each word of the document once",
        instead_of="for word in known",
        writes="for word in set(known)",
        fails="the example",
    ),
    Mistake(
        "forgets the prior",
        instead_of="log(classes[label] / len(labels)) + likelihood",
        writes="likelihood",
        fails="the example",
    ),
    Mistake(
        "takes the vocabulary of each class alone",
        instead_of="alpha * len(vocabulary)",
        writes="alpha * len(count)",
        fails="classes with different numbers of words",
    ),
    Mistake(
        "divides by the number of documents",
        instead_of="count.total()",
        writes="classes[label]",
        fails="the example",
    ),
)
