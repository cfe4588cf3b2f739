"""Functions under a name of the field, tried on small inputs."""

import ast

import pytest

from hooks.python_code.interpreter import USUAL, Machine, run
from hooks.python_code.known_functions import BY_NAME, KNOWN, result

PROGRAMS = {
    "sigmoid": "def f(z):\n    return 1 / (1 + np.exp(-z))",
    "relu": "def f(x):\n    return x if x > 0 else 0",
    "softmax": "def f(x):\n    e = np.exp(x - np.max(x))\n    return e / e.sum()",
    "mse": "def f(y, p):\n    return np.mean((y - p) ** 2)",
    "rmse": "def f(y, p):\n    return np.sqrt(((y - p) ** 2).mean())",
    "mae": "def f(y, p):\n    return round(np.abs(y - p).mean(), 3)",
    "cosine_similarity": "def f(a, b):\n"
    "    return np.dot(a, b) / (np.linalg.norm(a) * np.linalg.norm(b))",
    "gini": "def f(p):\n    return 1 - np.sum(p ** 2)",
    "entropy": "def f(ps):\n    return -sum(p * math.log2(p) for p in ps if p > 0)",
    "accuracy": "def f(y, p):\n    return sum(a == b for a, b in zip(y, p)) / len(y)",
    "factorial": "def f(n):\n    return 1 if n == 0 else n * f(n - 1)",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_right_programs_are_worked_out(name):
    tree, machine = ast.parse(PROGRAMS[name]), Machine(dict(USUAL))
    list(run(tree, machine))
    for known in BY_NAME[name]:
        given = result(tree.body[0], known.arguments, machine)
        assert given == pytest.approx(known.right[0](*known.arguments), rel=5e-3)


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.names)
def test_every_definition_gives_a_number_or_a_list(known):
    for right in known.right:
        assert isinstance(right(*known.arguments), (int, float, list))


@pytest.mark.parametrize(
    "source",
    [
        "def f(x):\n    return model(x)",
        "def f(x):\n    return f(x)",
        "def f(x):\n    while True:\n        pass",
        "def f(x):\n    return 'text'",
        "def f(x):\n    print(x)\n    return x",
    ],
)
def test_what_nobody_can_tell(source):
    tree, machine = ast.parse(source), Machine()
    list(run(tree, machine))
    assert result(tree.body[0], (0.5,), machine) is None
