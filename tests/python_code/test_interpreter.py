"""What simple programs print, worked out without running them."""

import ast

import pytest

from hooks.python_code.interpreter import Unknown, evaluate, run


def printed(source):
    return [event.value for event in run(ast.parse(source)) if event.kind == "print"]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("10 / (10 + 40)", 0.2),
        ("7 // 2 + 7 % 2", 4),
        ("2**10", 1024),
        ("-abs(-3)", -3),
        ("round(2 / 3, 2)", 0.67),
        ("sum([1, 2, 3]) / len([1, 2, 3])", 2.0),
        ("[k * k for k in range(3) if k != 1]", [0, 4]),
        ("1 < 2 < 3", True),
        ("'yes' if 1 else 'no'", "yes"),
        ("{'a': 1}['a']", 1),
        ("[1, 2, 3][1:]", [2, 3]),
        ("'%.2f' % 0.256", "0.26"),
        ("'{} of {:.1%}'.format(3, 0.25)", "3 of 25.0%"),
        ("sum(a * b for a, b in zip([1, 2], [3, 4]))", 11),
    ],
)
def test_values(source, value):
    assert evaluate(source) == value


@pytest.mark.parametrize(
    "source",
    [
        "x",
        "__import__('os')",
        "open('file')",
        "9**9**9",
        "2**-9999",
        "[0] * 10**9",
        "'a' * 10**9",
        "list(range(10**9))",
        "range(10**30)",
        "1 / 0",
        "'%999d' % 1",
        "f'{1:999999999}'",
        "().__class__",
        "(lambda: 1)()",
        "[" * 150 + "]" * 150,
        "-" * 5000 + "1",
        "1e308 * 10",
        "(-8) ** 0.5",
        "[1, 2][5]",
        "int('9' * 5000)",
    ],
)
def test_what_is_unknown_or_too_large(source):
    with pytest.raises(Unknown):
        evaluate(source)


def test_functions_loops_and_conditions():
    source = (
        "import numpy as np\n"
        "def mse(y, p, scale=1):\n"
        "    '''Mean.'''\n"
        "    if len(y) == 0:\n"
        "        return 0\n"
        "    return scale * np.mean((np.array(y) - np.array(p)) ** 2)\n"
        "total = 0\n"
        "for k in range(3):\n"
        "    total += k\n"
        "print(total, mse([1, 2], [1, 4]), mse([1], [2], scale=3))\n"
    )
    assert printed(source) == ["3 2.0 3.0"]


@pytest.mark.parametrize(
    "source",
    [
        "x = 1\nif unknown:\n    x = 2\nprint(x)",
        "x = [1]\nf(x)\nprint(x)",
        "x = [1]\ny = x\ny += [2]\nprint(len(x))",
        "x = 1\ndef f():\n    global x\n    x = 2\nf()\nprint(x)",
        "x = 1\nfrom m import x\nprint(x)",
        "x = 1\nwith open('f') as x:\n    pass\nprint(x)",
        "import math\nmath = 3\nprint(math.pi)",
        "def print(x): pass\nprint(1)",
        "print(1, end='')",
        "a = [1]\n" + "a = [a, a]\n" * 60 + "print(a)",
    ],
)
def test_what_may_have_changed_is_forgotten(source):
    assert printed(source) == []


def test_the_number_of_steps_is_bounded():
    assert printed("while True:\n    x = 1\nprint(2)") == []
    assert printed("def f(n):\n    return f(n)\nprint(f(1))") == []


@pytest.mark.parametrize(
    ("source", "output"),
    [
        ("a = [1]\nb = a\nb.append(2)\nprint(a)", "[1, 2]"),
        ("a = [1]\nb = a[:]\nb.append(2)\nprint(a)", "[1]"),
        ("a = [[0] * 2] * 2\na[0][0] = 1\nprint(a)", "[[1, 0], [1, 0]]"),
        ("d = {}\nd['x'] = 3\nprint(d['x'], list(d.keys()))", "3 ['x']"),
        ("print('a,b'.split(','))", "['a', 'b']"),
    ],
)
def test_lists_are_shared_as_in_python(source, output):
    assert printed(source) == [output]


@pytest.mark.parametrize(
    "source",
    [
        "def f(x, seen=[]):\n    seen.append(x)\n    return seen\nprint(f(1))",
        "a = [1]\na.append(a)\nprint(a)",
        "a = [1]\nfor _ in range(99):\n    a.extend(a)\nprint(a)",
        "a = 'ab' * 400\nprint(a.replace('a', a))",
        "a = [1]\nb = (a, 2)\nf(b)\nprint(b)",
    ],
)
def test_lists_that_are_unknown_or_too_large(source):
    assert printed(source) == []
