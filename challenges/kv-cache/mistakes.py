from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "leaves out the scale",
        instead_of="scale = 1 / sqrt(len(query))",
        writes="scale = 1",
        fails="the example",
    ),
    Mistake(
        "divides by the length of the query, not by its root",
        instead_of="scale = 1 / sqrt(len(query))",
        writes="scale = 1 / len(query)",
        fails="the example",
    ),
    Mistake(
        "takes the root of the length of the values",
        instead_of="sqrt(len(query))",
        writes="sqrt(len(self.values[0]))",
        fails="the example",
    ),
    Mistake(
        "attends to the earlier tokens only",
        instead_of="for key in self.keys]",
        writes="for key in self.keys[:-1] or self.keys]\n"
        "        scores += [float('-inf')] * (len(self.keys) - len(scores))",
        fails="the example",
    ),
    Mistake(
        "does not divide by the sum of the weights",
        instead_of="dot(weights, column) / total",
        writes="dot(weights, column)",
        fails="the example",
    ),
    Mistake(
        "exponentiates the scores as they are",
        instead_of="exp(score - largest)",
        writes="exp(score)",
        fails="large scores",
    ),
    Mistake(
        "never subtracts a negative score",
        instead_of="largest = max(scores)",
        writes="largest = max(0.0, max(scores))",
        fails="very negative scores",
    ),
    Mistake(
        "keeps the caller's lists",
        instead_of="self.values.append(tuple(value))",
        writes="self.values.append(value)",
        fails="the caller uses its lists again",
    ),
)
