from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "writes the sigmoid in one form",
        instead_of=" if z >= 0 else exp(z) / (1 + exp(z))",
        writes="",
        fails="large scores",
    ),
    Mistake(
        "writes the sigmoid in the other form",
        instead_of="1 / (1 + exp(-z)) if z >= 0 else exp(z)",
        writes="exp(z)",
        fails="large scores",
    ),
    Mistake(
        "stops at small errors",
        instead_of="        intercept -= rate",
        writes="        if max(map(abs, errors)) < 1e-4:\n"
        "            break\n"
        "        intercept -= rate",
        fails="separable classes without a penalty",
    ),
    Mistake(
        "penalizes the intercept",
        instead_of="rate * sum(errors) / n",
        writes="rate * (sum(errors) / n + l2 * intercept)",
        fails="the penalty spares the intercept",
    ),
    Mistake(
        "doubles the penalty",
        instead_of="+ l2 * weight",
        writes="+ 2 * l2 * weight",
        fails="a penalty",
    ),
    Mistake(
        "divides the penalty by n",
        instead_of="dot(errors, column) / n + l2 * weight",
        writes="(dot(errors, column) + l2 * weight) / n",
        fails="a penalty",
    ),
    Mistake(
        "uses the gradient of the squared error",
        instead_of="sigmoid(score) - label for",
        writes="2 * (sigmoid(score) - label) * sigmoid(score) * (1 - sigmoid(score)) for",
        fails="the example",
    ),
)
