from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "fits the targets instead of the residuals",
        instead_of="target - prediction for",
        writes="target for",
        fails="the example",
    ),
    Mistake(
        "takes the residuals with the wrong sign",
        instead_of="target - prediction for",
        writes="prediction - target for",
        fails="the example",
    ),
    Mistake(
        "forgets the learning rate",
        instead_of="prediction + rate * value_at",
        writes="prediction + value_at",
        fails="the example",
    ),
    Mistake(
        "returns the value of the leaf as the prediction",
        instead_of="prediction + rate * value_at",
        writes="rate * value_at",
        fails="the example",
    ),
    Mistake(
        "takes absolute errors",
        instead_of="(r - value_at(stump, x)) ** 2",
        writes="abs(r - value_at(stump, x))",
        fails="the sum of squared errors decides",
    ),
    Mistake(
        "breaks ties by the threshold before the feature",
        instead_of="squared_error(stump, X, residuals))",
        writes="(squared_error(stump, X, residuals), stump[1]))",
        fails="a tie of features",
    ),
    Mistake(
        "splits at a value",
        instead_of="(lower + upper) / 2",
        writes="lower",
        fails="the example",
    ),
    Mistake(
        "moves the predictions in place",
        instead_of="    return stump, moved\n",
        writes="    predictions[:] = moved\n    return stump, predictions\n",
        fails="the input stays as it was",
    ),
)
