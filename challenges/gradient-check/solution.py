from math import isnan, nan


def gradient_check(f, gradient, x, h=1e-5):
    """The central differences of f at x, and the largest error of the gradient."""
    numeric = [(f(moved(x, i, h)) - f(moved(x, i, -h))) / (2 * h) for i in range(len(x))]
    errors = [
        abs(claimed - found) / max(1, abs(claimed), abs(found))
        for claimed, found in zip(gradient(list(x)), numeric, strict=True)
    ]
    if any(map(isnan, errors)):  # max() may pass over a NaN
        return numeric, nan
    return numeric, max(errors, default=0.0)


def moved(x, i, step):
    """A copy of x with its i-th number moved."""
    return [*x[:i], x[i] + step, *x[i + 1 :]]
