"""Functions that pages define under a name of the field, tried on small inputs.

A function called `mse` must give the mean squared error. What it gives for a small input is worked
out by the bounded interpreter and compared with the definition; nothing is run.
"""

import ast
import math
import re
import statistics
from collections.abc import Callable, Iterator

from hooks.calculation.listing import Listing
from hooks.pattern import Pattern
from hooks.python_code.interpreter import Array, Function, Machine, Unknown
from hooks.record import record

TOLERANCE = 5e-3  # functions may round, or add a small number against a division by zero
Y, P = [1.0, 2.0, 4.0], [1.5, 2.0, 2.0]
SHARES = [0.5, 0.3, 0.2]
LABELS, PREDICTED = [1, 1, 1, 1, 0, 0], [1, 1, 0, 0, 1, 0]  # TP 2, FN 2, FP 1, TN 1
OF_SHARES = Pattern(r"p|ps|probs?|probabilities|proportions|shares")
OF_TRUTH = Pattern(r"y|t|y_?t(?:rue)?|y_?test|true|truth|targets?|labels?|actual")
OF_PRECISION = Pattern(r"p|prec|precision")
ANYHOW = Pattern(r"\w+")


@record
class Known:
    """What functions of some names must give.

    names: under which people define it; arguments: a small input.
    right: the definitions that are in use, the usual one first.
    first: how the first parameter must be called, so that the input is meant for it.
    """

    names: str
    arguments: tuple
    right: tuple[Callable, ...]
    first: re.Pattern[str] = ANYHOW


def squared(y: list, p: list) -> float:
    return sum((a - b) ** 2 for a, b in zip(y, p, strict=True))


def absolute(y: list, p: list) -> float:
    return sum(abs(a - b) for a, b in zip(y, p, strict=True))


def product(a: list, b: list) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def softmax(x: list) -> list:
    total = sum(map(math.exp, x))
    return [math.exp(value) / total for value in x]


def entropy(base: float) -> Callable:
    return lambda shares: -sum(p * math.log(p, base) for p in shares)


def cross_entropy(y: list, p: list) -> float:
    return -statistics.fmean(
        a * math.log(b) + (1 - a) * math.log(1 - b) for a, b in zip(y, p, strict=True)
    )


def share(value: float) -> tuple[Callable, ...]:
    """A share that is known in advance, and the same in percent."""
    return (lambda y, p: value, lambda y, p: 100 * value)


KNOWN = (
    Known("sigmoid logistic", (0.5,), (lambda x: 1 / (1 + math.exp(-x)),)),
    Known("relu", (-2.0,), (lambda x: max(0.0, x),)),
    Known("relu", (1.5,), (lambda x: max(0.0, x),)),
    Known("softmax", ([1.0, 2.0, 0.5],), (softmax,)),
    Known(
        "mse mean_squared_error mse_loss",
        (Y, P),
        (lambda y, p: squared(y, p) / 3, lambda y, p: squared(y, p) / 6),
    ),
    Known("rmse root_mean_squared_error", (Y, P), (lambda y, p: math.sqrt(squared(y, p) / 3),)),
    Known("mae mean_absolute_error", (Y, P), (lambda y, p: absolute(y, p) / 3,)),
    Known("euclidean_distance euclidean", (Y, P), (lambda a, b: math.sqrt(squared(a, b)),)),
    Known("manhattan_distance manhattan", (Y, P), (absolute,)),
    Known("dot dot_product", (Y, P), (product,)),
    Known(
        "cosine_similarity cosine_sim",
        (Y, P),
        (lambda a, b: product(a, b) / math.sqrt(product(a, a) * product(b, b)),),
    ),
    Known("mean average", (Y,), (statistics.fmean,)),
    Known("median", ([4.0, 1.0, 2.0],), (statistics.median,)),
    Known("median", ([4.0, 1.0, 2.0, 3.5],), (statistics.median,)),
    Known("sample_variance sample_var", (Y,), (statistics.variance,)),
    Known("population_variance", (Y,), (statistics.pvariance,)),
    Known("variance", (Y,), (statistics.pvariance, statistics.variance)),
    Known("sample_std sample_standard_deviation", (Y,), (statistics.stdev,)),
    Known("std standard_deviation", (Y,), (statistics.pstdev, statistics.stdev)),
    Known("entropy", (SHARES,), (entropy(2), entropy(math.e), entropy(10)), OF_SHARES),
    Known("gini gini_impurity", (SHARES,), (lambda ps: 1 - product(ps, ps),), OF_SHARES),
    Known("log_loss binary_cross_entropy bce", ([1, 0], [0.8, 0.3]), (cross_entropy,), OF_TRUTH),
    Known("f1 f1_score", (0.5, 0.8), (lambda p, r: 2 * p * r / (p + r),), OF_PRECISION),
    Known("accuracy accuracy_score", (LABELS, PREDICTED), share(1 / 2), OF_TRUTH),
    Known("precision precision_score", (LABELS, PREDICTED), share(2 / 3), OF_TRUTH),
    Known("recall recall_score", (LABELS, PREDICTED), share(1 / 2), OF_TRUTH),
    Known("factorial", (5,), (math.factorial,)),
)
BY_NAME: dict[str, list[Known]] = {}
for known in KNOWN:
    for name in known.names.split():
        BY_NAME.setdefault(name, []).append(known)


def function_problems(found: Listing, machine: Machine) -> Iterator[tuple[int, int, str]]:
    """The functions of a program that do not give what their name says."""
    for node in found.tree.body:
        if not isinstance(node, ast.FunctionDef) or node.name not in BY_NAME:
            continue
        if machine.names.get(node.name) != Function(node):
            continue  # defined again below
        for known in BY_NAME[node.name]:
            if message := problem(node, known, machine):
                yield *found.position_of(place(node)), message
                break


def problem(node: ast.FunctionDef, known: Known, machine: Machine) -> str | None:
    """What a function gives for one input, if that is not right."""
    first = node.args.args[0].arg if node.args.args else ""
    required = len(node.args.args) - len(node.args.defaults)
    if required != len(known.arguments) or not known.first.fullmatch(first.lower()):
        return None
    given = result(node, known.arguments, machine)
    rights = [right(*known.arguments) for right in known.right]
    if given is None or is_list(given) != is_list(rights[0]):
        return None
    if any(close(given, right) for right in rights):
        return None
    inputs = ", ".join(map(str, known.arguments))
    return f"`{node.name}({inputs})` gives {shown(given)}; right is {shown(rights[0])}"


def result(node: ast.FunctionDef, arguments: tuple, machine: Machine) -> object | None:
    """What the function returns, for lists or else for arrays; None if nobody can tell."""
    arrays = tuple(Array(part) if isinstance(part, list) else part for part in arguments)
    for inputs in dict.fromkeys((repr(arguments), repr(arrays))):
        values = arguments if inputs == repr(arguments) else arrays
        try:
            copies = [list(v) if isinstance(v, list) else v for v in values]
            given = Machine(dict(machine.names)).defined(node, copies, {})
        except Unknown:
            continue
        if isinstance(given, (int, float, list, tuple)) and not isinstance(given, bool):
            return given
    return None


def is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


def close(given: object, right: object) -> bool:
    """Whether two numbers or lists of numbers agree, up to what rounding may do."""
    if is_list(given) and is_list(right):
        return len(given) == len(right) and all(map(close, given, right))
    numbers = isinstance(given, (int, float)) and isinstance(right, (int, float))
    return numbers and math.isclose(given, right, rel_tol=TOLERANCE, abs_tol=1e-6)


def shown(value: object) -> str:
    if is_list(value):
        return f"[{', '.join(map(shown, value))}]"
    return f"{value:.4g}" if isinstance(value, (int, float)) else str(value)


def place(node: ast.FunctionDef) -> ast.expr | ast.stmt:
    """Where to look: what the function returns last."""
    returns = [part for part in ast.walk(node) if isinstance(part, ast.Return) and part.value]
    return max(returns, key=lambda part: part.lineno).value if returns else node
