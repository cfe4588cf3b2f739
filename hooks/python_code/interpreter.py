"""A bounded interpreter of simple programs: what they print, worked out without running them.

It knows numbers, texts, lists, a few functions of `math`, `statistics` and NumPy, the shapes of
larger arrays and tensors, and functions, loops and conditions made of these. All else is unknown,
and so is what depends on it. Every size and the number of steps are bounded: no text that stands on
a page can hang or crash it, read a file or call anything that is not listed here.
"""

import ast
import math
import operator
import statistics
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from hooks.language.wording import listed
from hooks.pattern import Pattern
from hooks.python_code import tensors, torch_layers
from hooks.python_code.tensors import Tensor
from hooks.python_code.torch_layers import Layer
from hooks.record import record

MOST_STEPS = 20_000
MOST_ITEMS = 1_000
MOST_BITS = 2_048
DEEPEST = 24
DEEPEST_LIST = 4
FORMAT = Pattern(r"[<>^=+\- ,_0]{0,3}\d{0,2}(?:\.\d{1,2})?[dfeEgGsn%]?")
FIELD = Pattern(r"\{(?::([^{}]*))?\}")
OLD_FIELD = Pattern(r"%(\d{0,2}(?:\.\d{1,2})?[dfeEgGs])|%%")


class Unknown(Exception):
    """The interpreter can't tell."""


class Returned(Exception):
    """A function's `return`, with its value."""

    def __init__(self, value: object):
        self.value = value


class Array(tuple):
    """A one-dimensional NumPy array of numbers: arithmetic goes element by element."""

    def __str__(self) -> str:
        return f"[{' '.join(map(str, self))}]"

    __repr__ = __str__


@record
class Library:
    """An imported module, or a function of one, by its full name: `math`, `numpy.sqrt`."""

    name: str


@record
class Function:
    """A function that the program defines."""

    node: ast.FunctionDef

    @property
    def globals(self) -> set[str]:
        """The names outside of it that it may bind."""
        found = (part for part in ast.walk(self.node) if isinstance(part, ast.Global))
        return {name for part in found for name in part.names}


@record
class Event:
    """What a statement at the top of a program did.

    kind: print, value (an expression alone), assign, assert, or opaque (nobody knows).
    value: the value, for print the text, for assert of a comparison whether it holds and its two
        sides; None for opaque.
    node: the statement; by its rows people find the comment beside it.
    repeated: it stands in a loop or a branch, so a comment beside it says little.
    """

    kind: str
    node: ast.stmt
    value: object = None
    repeated: bool = False


def run(tree: ast.Module, machine: "Machine | None" = None) -> Iterator[Event]:
    """What the statements of a program do, in order; `machine` knows what ran before."""
    yield from (machine or Machine()).execute(tree.body)


def evaluate(source: str) -> object:
    """The value of one expression. Raises Unknown."""
    try:
        tree = ast.parse(source.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Unknown from error
    return Machine().value(tree.body)


@dataclass
class Machine:
    """The names a program has bound so far, and how much work is left."""

    names: dict[str, object] = field(default_factory=dict)
    steps: list[int] = field(default_factory=lambda: [MOST_STEPS])
    depth: int = 0

    def go_on(self, same_place: bool) -> "Machine":
        """A machine for the next program of a page, with fresh steps.

        It keeps functions and imports, and variables too where the page is still at the same place.
        """
        kept = {
            name: value
            for name, value in self.names.items()
            if same_place or isinstance(value, (Function, Library))
        }
        return Machine(kept)

    # -- statements ---------------------------------------------------------------------------

    def execute(self, statements: Sequence[ast.stmt]) -> Iterator[Event]:
        """Execute what is known; forget whatever an unknown statement may have changed."""
        for statement in statements:
            try:
                yield from self.attempt(statement)
            except (Unknown, Returned):
                self.forget(statement)
                yield Event("opaque", statement)

    def attempt(self, node: ast.stmt) -> list[Event]:
        """Execute one statement. Raises Unknown, with some of it done, or Returned."""
        self.step()
        match node:
            case ast.Import() | ast.ImportFrom():
                self.bind_imports(node)
            case ast.AnnAssign(target=ast.Name() as target, value=ast.expr() as value):
                found = self.value(value)
                self.bind(target, found)
                return [Event("assign", node, found)]
            case ast.Assign(targets=[ast.Subscript(value=base, slice=ast.expr() as index)]):
                self.store(self.value(base), self.value(index), self.value(node.value))
            case ast.Assign(targets=targets, value=value):
                found = self.value(value)
                for target in targets:
                    self.bind(target, found)
                return [Event("assign", node, found)]
            case ast.AugAssign(target=ast.Name(id=name) as target, op=op, value=value):
                if isinstance(self.names.get(name), list):
                    raise Unknown  # it changes the list under all its names
                found = self.binary(ast.Name(name, ast.Load()), op, value)
                self.bind(target, found)
                return [Event("assign", node, found)]
            case ast.Expr(value=ast.Call(func=ast.Name(id="print")) as call):
                return [Event("print", node, self.printed(call))]
            case ast.Expr(value=value):
                return [
                    Event("value", node, deepcopy(self.value(value)))
                ]  # of lists as they are now
            case ast.Assert(test=ast.Compare(left=left, comparators=[right]) as test):
                sides = (self.value(left), self.value(right))
                return [Event("assert", node, (bool(self.value(test)), *sides))]
            case ast.FunctionDef(name=name):
                self.names[name] = Function(node)
            case ast.If(test=test, body=body, orelse=other):
                return self.repeat(body if self.value(test) else other)
            case ast.For(target=target, iter=items, body=body, orelse=[]):
                return [
                    event
                    for item in self.items(self.value(items))
                    for event in (self.bind(target, item), *self.repeat(body))
                    if event
                ]
            case ast.While(test=test, body=body, orelse=[]):
                events = []
                while self.value(test):
                    events += self.repeat(body)
                return events
            case ast.Return(value=value):
                raise Returned(self.value(value) if value else None)
            case ast.Pass():
                pass
            case _:
                raise Unknown
        return []

    def repeat(self, body: Sequence[ast.stmt]) -> list[Event]:
        """Execute all of a loop's or branch's body. Raises Unknown."""
        self.nest()
        try:
            events = [event for statement in body for event in self.attempt(statement)]
        finally:
            self.depth -= 1
        return [
            Event(e.kind, e.node, e.value, repeated=True)
            for e in events
            if e.kind in ("print", "assert")
        ]

    def forget(self, statement: ast.stmt) -> None:
        """Drop every name that the statement may bind, and every list, which it may change."""
        functions = [value for value in self.names.values() if isinstance(value, Function)]
        bound = {name for function in functions for name in function.globals}
        for node in ast.walk(statement):
            match node:
                case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                    bound.add(name)
                case ast.alias(name=name, asname=alias):
                    bound.add(alias or name.split(".")[0])
                case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                    bound.add(name)
                case ast.AsyncFunctionDef(name=name):
                    bound.add(name)
                case ast.ExceptHandler(name=str(name)):
                    bound.add(name)
        self.names = {
            name: value
            for name, value in self.names.items()
            if name not in bound and not isinstance(value, (list, dict, tuple))
        }

    def store(self, target: object, index: object, value: object) -> None:
        """`target[index] = value` of a list or dictionary."""
        is_slot = isinstance(target, list) and isinstance(index, int)
        if not is_slot and not isinstance(target, dict):
            raise Unknown
        try:
            target[index] = value
        except (LookupError, TypeError) as error:
            raise Unknown from error
        bounded(target)

    def bind(self, target: ast.expr, value: object) -> None:
        match target:
            case ast.Name(id=name):
                self.names[name] = value
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                items = self.items(value)
                if len(items) != len(parts):
                    raise Unknown
                for part, item in zip(parts, items, strict=True):
                    self.bind(part, item)
            case _:
                raise Unknown

    def bind_imports(self, node: ast.Import | ast.ImportFrom) -> None:
        for alias in node.names:
            if isinstance(node, ast.Import):
                full = alias.name if alias.asname else alias.name.split(".")[0]
            else:
                full = f"{node.module}.{alias.name}"
            self.names[alias.asname or alias.name.split(".")[0]] = Library(full)

    def printed(self, call: ast.Call) -> str:
        """What `print(…)` writes, without its line break."""
        options = {key.arg: self.value(key.value) for key in call.keywords}
        if "print" in self.names or set(options) - {"sep"}:
            raise Unknown
        sep = options.get("sep", " ")
        return str(sep).join(written(self.value(part)) for part in call.args)

    # -- expressions --------------------------------------------------------------------------

    def value(self, node: ast.expr) -> object:
        """The value of an expression. Raises Unknown."""
        self.step()
        self.nest()
        try:
            return bounded(self.expression(node))
        except (ArithmeticError, ValueError, TypeError, LookupError, AttributeError) as error:
            raise Unknown from error
        finally:
            self.depth -= 1

    def expression(self, node: ast.expr) -> object:
        match node:
            case ast.Constant(value=bool() | int() | float() | str() | None as value):
                return value
            case ast.Constant(value=value) if value is ...:
                return value
            case ast.Name(id=name) if name in self.names:
                return self.names[name]
            case ast.UnaryOp(op=op, operand=part):
                return elementwise(UNARY[type(op)], self.value(part))
            case ast.BinOp(left=left, op=op, right=right):
                return self.binary(left, op, right)
            case ast.Compare(left=left, ops=ops, comparators=others):
                return self.compared(self.value(left), ops, others)
            case ast.BoolOp(op=op, values=parts):
                return self.junction(isinstance(op, ast.And), parts)
            case ast.IfExp(test=test, body=body, orelse=other):
                return self.value(body if self.value(test) else other)
            case ast.List(elts=parts):
                return [self.value(part) for part in parts]
            case ast.Tuple(elts=parts):
                return tuple(self.value(part) for part in parts)
            case ast.Dict(keys=keys, values=values) if None not in keys:
                return {self.value(k): self.value(v) for k, v in zip(keys, values, strict=True)}
            case ast.Subscript(value=base, slice=index):
                whole, part = self.value(base), self.index(index)
                is_tensor = isinstance(whole, Tensor)
                return tensors.indexed(whole, part) if is_tensor else whole[part]
            case (
                ast.ListComp(elt=part, generators=[one])
                | ast.GeneratorExp(elt=part, generators=[one])
            ):
                return self.comprehension(part, one)
            case ast.JoinedStr(values=parts):
                return "".join(self.formatted(part) for part in parts)
            case ast.Attribute(value=base, attr=name):
                return self.attribute(self.value(base), name)
            case ast.Call():
                return self.call(node)
        raise Unknown

    def binary(self, left: ast.expr, op: ast.operator, right: ast.expr) -> object:
        a, b = self.value(left), self.value(right)
        if isinstance(op, ast.Mod) and isinstance(a, str):
            return old_format(a, b if isinstance(b, tuple) else (b,))
        if isinstance(op, ast.MatMult):
            return dot(a, b) if type(a) is type(b) is Array else tensors.matmul(a, b)
        if type(op) not in BINARY:
            raise Unknown
        if isinstance(a, Tensor) or isinstance(b, Tensor):
            return tensors.broadcast(a, b)
        return elementwise(BINARY[type(op)], a, b)

    def compared(self, left: object, ops: list[ast.cmpop], others: list[ast.expr]) -> object:
        result: object = True
        for op, other in zip(ops, others, strict=True):
            right = self.value(other)
            opaque = isinstance(left, (Library, Tensor)) or isinstance(right, (Library, Tensor))
            if type(op) not in COMPARISON or opaque:
                raise Unknown
            result = elementwise(COMPARISON[type(op)], left, right)
            if not result or isinstance(result, Array):
                return result
            left = right
        return result

    def junction(self, both: bool, parts: list[ast.expr]) -> object:
        found: object = both
        for part in parts:
            found = self.value(part)
            if bool(found) != both:
                break
        return found

    def index(self, node: ast.expr) -> object:
        if isinstance(node, ast.Slice):
            parts = (node.lower, node.upper, node.step)
            return slice(*(self.value(part) if part else None for part in parts))
        if isinstance(node, ast.Tuple):
            return tuple(map(self.index, node.elts))
        return self.value(node)

    def comprehension(self, part: ast.expr, one: ast.comprehension) -> list:
        outer, found = dict(self.names), []
        for item in self.items(self.value(one.iter)):
            self.bind(one.target, item)
            if all(self.value(test) for test in one.ifs):
                found.append(self.value(part))
        self.names = outer
        return found

    def formatted(self, node: ast.expr) -> str:
        """One piece of an f-string."""
        if isinstance(node, ast.Constant):
            return str(node.value)
        if not isinstance(node, ast.FormattedValue) or node.conversion != -1:
            raise Unknown
        spec = self.value(node.format_spec) if node.format_spec else ""
        return in_format(self.value(node.value), str(spec))

    def attribute(self, base: object, name: str) -> object:
        match base:
            case Library(full):
                known = f"{full}.{name}"
                return CONSTANTS[known] if known in CONSTANTS else Library(known)
            case Array() if name == "size":
                return len(base)
            case Array() if name == "shape":
                return (len(base),)
            case Tensor():
                return tensors.attribute(base, name)
        raise Unknown

    def call(self, node: ast.Call) -> object:
        arguments = [self.value(part) for part in node.args]
        options = {key.arg: self.value(key.value) for key in node.keywords if key.arg}
        if len(options) != len(node.keywords):
            raise Unknown
        match node.func:
            case ast.Name(id=name) if name not in self.names:
                return known_function(name)(*arguments, **options)
            case ast.Attribute(value=base, attr="format"):
                return new_format(self.value(base), arguments)
            case ast.Attribute(value=base, attr=name) if isinstance(self.value(base), Array):
                return known_function(f"numpy.{name}")(self.value(base), *arguments, **options)
            case ast.Attribute(value=base, attr=name) if isinstance(
                found := self.value(base), (list, str, dict)
            ):
                return called_method(found, name, arguments, options)
            case ast.Attribute(value=base, attr=name) if isinstance(
                found := self.value(base), Tensor
            ):
                return tensors.METHODS[name](found, *arguments, **options)
            case ast.Attribute(value=base, attr="parameters") if isinstance(
                found := self.value(base), Layer
            ):
                return [Tensor(shape, True) for shape in found.parameters]
        function = self.value(node.func)
        if isinstance(function, Layer):
            return function(*arguments, **options)
        if isinstance(function, Function):
            return self.defined(function.node, arguments, options)
        if isinstance(function, Library):
            return known_function(function.name)(*arguments, **options)
        raise Unknown

    def defined(self, node: ast.FunctionDef, arguments: list, options: dict) -> object:
        """What a function of the program returns."""
        spec = node.args
        if spec.vararg or spec.kwarg or spec.kwonlyargs or node.decorator_list:
            raise Unknown
        if not all(isinstance(default, ast.Constant) for default in spec.defaults):
            raise Unknown  # a list would live from call to call
        names = [argument.arg for argument in (*spec.posonlyargs, *spec.args)]
        defaults = dict(zip(names[::-1], spec.defaults[::-1], strict=False))
        inner = Machine(dict(self.names), self.steps, self.depth)
        bound = {name: self.value(default) for name, default in defaults.items()}
        bound |= dict(zip(names, arguments, strict=False)) | options
        if set(bound) != set(names) or len(arguments) > len(names):
            raise Unknown
        inner.names |= bound
        try:
            for statement in node.body:
                if any(event.kind == "print" for event in inner.attempt(statement)):
                    raise Unknown  # what it prints would be lost
        except Returned as returned:
            return returned.value
        return None

    # -- bounds -------------------------------------------------------------------------------

    def items(self, value: object) -> Sequence:
        if not isinstance(value, (list, tuple, range, str)) or len(value) > MOST_ITEMS:
            raise Unknown
        return value

    def step(self) -> None:
        self.steps[0] -= 1
        if self.steps[0] < 0:
            raise Unknown

    def nest(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unknown


def bounded(value: object) -> object:
    """A value that is small enough to go on with. Raises Unknown."""
    match value:
        case int() if value.bit_length() > MOST_BITS:
            raise Unknown
        case float() if not math.isfinite(value):
            raise Unknown
        case list() | tuple() | str() | range() | dict() if size(value) > MOST_ITEMS:
            raise Unknown
    return value


def size(value: object, depth: int = 0) -> int:
    """How many items a value has with those inside them. Raises Unknown for a very deep one."""
    if depth > DEEPEST_LIST:
        raise Unknown
    if not isinstance(value, (list, tuple, dict)):
        return len(value) if isinstance(value, (str, range)) else 1
    count = 0
    for item in value.values() if isinstance(value, dict) else value:
        count += size(item, depth + 1)
        if count > MOST_ITEMS:
            break
    return count


def called_method(target: object, name: str, arguments: list, options: dict) -> object:
    """What a method of a list, text or dictionary returns; it may change the list."""
    if name not in METHODS.get(type(target), ()):
        raise Unknown
    result = getattr(target, name)(*arguments, **options)
    bounded(target)
    return list(result) if name in ("keys", "values", "items") else result


def written(value: object) -> str:
    """A value as `print` writes it. Raises Unknown for what is no number, text or list."""
    if isinstance(value, (Library, Function, Tensor, Layer, range, dict)):
        raise Unknown
    return str(value)


def power(base: object, exponent: object) -> object:
    if isinstance(base, int) and isinstance(exponent, int):
        if base.bit_length() * abs(exponent) > MOST_BITS:
            raise Unknown
    elif not isinstance(base, (int, float)) or not isinstance(exponent, (int, float)):
        raise Unknown
    result = base**exponent
    if isinstance(result, complex):
        raise Unknown
    return result


def product(a: object, b: object) -> object:
    for sequence, times in ((a, b), (b, a)):
        repeats = isinstance(sequence, (list, tuple, str)) and isinstance(times, int)
        if repeats and len(sequence) * max(times, 0) > MOST_ITEMS:
            raise Unknown
    return a * b


def elementwise(operation: Callable, *operands: object) -> object:
    """Apply an operation; to an array's elements one by one."""
    lengths = {len(operand) for operand in operands if isinstance(operand, Array)}
    if not lengths:
        return operation(*operands)
    if len(lengths) > 1:
        raise Unknown
    (length,) = lengths
    columns = [o if isinstance(o, Array) else (o,) * length for o in operands]
    return Array(operation(*row) for row in zip(*columns, strict=True))


def in_format(value: object, spec: str) -> str:
    if not FORMAT.fullmatch(spec) or not isinstance(value, (int, float, str)):
        raise Unknown
    return format(value, spec)


def new_format(template: object, arguments: list) -> str:
    """`"{:.2f}".format(x)` for fields without names."""
    if not isinstance(template, str) or len(FIELD.findall(template)) != len(arguments):
        raise Unknown
    rest = iter(arguments)
    text = FIELD.sub(lambda found: in_format(next(rest), found[1] or ""), template)
    if "{" in FIELD.sub("", template):
        raise Unknown
    return text


def old_format(template: str, arguments: tuple) -> str:
    """`"%.2f" % x` for simple fields."""
    if "%" in OLD_FIELD.sub("", template):
        raise Unknown
    return template % arguments


def array_or_shape(items: object, dtype: object = None) -> object:
    """An array with its numbers, or the shape of one with more axes."""
    is_flat = isinstance(items, (list, tuple)) and not any(map(is_nested, items))
    return array(items) if is_flat else tensors.tensor(tensors.nested(items))


def is_nested(item: object) -> bool:
    return isinstance(item, (list, tuple))


def array(items: object) -> Array:
    numbers = all(isinstance(i, (int, float)) for i in items)
    if not isinstance(items, (list, tuple)) or not numbers:
        raise Unknown
    is_float = any(isinstance(i, float) for i in items)
    return Array(float(i) if is_float else i for i in items)


def on_numbers(function: Callable) -> Callable:
    """A function of a number that goes element by element over an array."""
    return lambda value: elementwise(function, array(value) if is_list(value) else value)


def on_array(function: Callable) -> Callable:
    """A function of all elements of a list or array."""
    return lambda values: function(array(values))


def is_list(value: object) -> bool:
    return isinstance(value, list)


def spread(function: Callable, sample: Callable) -> Callable:
    """NumPy's `var` or `std`: of the population, unless ddof is 1."""

    def of(values: object, ddof: int = 0) -> float:
        if ddof not in (0, 1):
            raise Unknown
        return (sample if ddof else function)(array(values))

    return of


def dot(a: object, b: object) -> float:
    left, right = array(a), array(b)
    return sum(x * y for x, y in zip(left, right, strict=True))


def total(items: object, start: object = 0) -> object:
    if not all(isinstance(i, (int, float)) for i in items):
        raise Unknown
    return sum(items, start)


def rounded(value: object, digits: object = None) -> object:
    if isinstance(value, Array):
        return Array(round(item, digits or 0) for item in value)
    return round(value, digits) if isinstance(value, (int, float)) else no(value)


def no(*_: object) -> object:
    raise Unknown


def known_function(name: str) -> Callable:
    if name in FUNCTIONS:
        return on_shapes(FUNCTIONS[name], tensors.FUNCTIONS.get(name))
    if name in tensors.FUNCTIONS:
        return tensors.FUNCTIONS[name]
    if name.startswith("torch.nn.") and name.rpartition(".")[2] in torch_layers.MAKERS:
        return torch_layers.MAKERS[name.rpartition(".")[2]]
    raise Unknown


def of_normal(name: str) -> Callable:
    """A method of SciPy's `norm` by the name that `statistics.NormalDist` has for it."""

    def function(x: float, loc: float = 0.0, scale: float = 1.0) -> float:
        return getattr(statistics.NormalDist(loc, scale), name)(x)

    return function


def upper_tail(x: float, loc: float = 0.0, scale: float = 1.0) -> float:
    return statistics.NormalDist(0.0, scale).cdf(loc - x)


def on_shapes(function: Callable, shaped: Callable | None) -> Callable:
    """A function of numbers that also takes arrays of which the shape alone is known."""

    def apply(*arguments: object, **options: object) -> object:
        if any(isinstance(part, Tensor) for part in arguments):
            return shaped(*arguments, **options) if shaped else no()
        return function(*arguments, **options)

    return apply


USUAL: dict[str, object] = {
    "np": Library("numpy"),
    "math": Library("math"),
    "torch": Library("torch"),
    "nn": Library("torch.nn"),
    "F": Library("torch.nn.functional"),
}
METHODS: dict[type, frozenset[str]] = {
    list: listed("append extend insert pop remove sort reverse count index copy clear"),
    str: listed("upper lower title strip split join replace count startswith endswith isdigit"),
    dict: listed("get keys values items copy"),
}
UNARY = {ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Not: operator.not_}
BINARY = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: product,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: power,
}
COMPARISON = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda a, b: operator.contains(b, a),
    ast.NotIn: lambda a, b: not operator.contains(b, a),
}
CONSTANTS = {
    "math.pi": math.pi,
    "math.e": math.e,
    "numpy.pi": math.pi,
    "numpy.e": math.e,
}
FUNCTIONS: dict[str, Callable] = {
    "abs": on_numbers(abs),
    "round": rounded,
    "min": min,
    "max": max,
    "sum": total,
    "len": len,
    "int": int,
    "float": float,
    "str": written,
    "bool": bool,
    "list": list,
    "tuple": tuple,
    "sorted": sorted,
    "range": range,
    "zip": lambda *parts: list(zip(*parts, strict=False)),
    "enumerate": lambda items, start=0: list(enumerate(items, start)),
    "pow": power,
    "math.sqrt": math.sqrt,
    "math.log": math.log,
    "math.log2": math.log2,
    "math.log10": math.log10,
    "math.exp": math.exp,
    "math.pow": lambda a, b: float(power(a, b)),
    "math.ceil": math.ceil,
    "math.floor": math.floor,
    "math.comb": lambda n, k: math.comb(n, k) if 0 <= k <= n <= 200 else no(),
    "math.factorial": lambda n: math.factorial(n) if 0 <= n <= 170 else no(),
    "math.tanh": math.tanh,
    "math.fabs": math.fabs,
    "statistics.mean": on_array(statistics.fmean),
    "statistics.fmean": on_array(statistics.fmean),
    "statistics.median": on_array(statistics.median),
    "statistics.stdev": on_array(statistics.stdev),
    "statistics.pstdev": on_array(statistics.pstdev),
    "statistics.variance": on_array(statistics.variance),
    "statistics.pvariance": on_array(statistics.pvariance),
    "scipy.stats.norm.cdf": of_normal("cdf"),
    "scipy.stats.norm.ppf": of_normal("inv_cdf"),
    "scipy.stats.norm.pdf": of_normal("pdf"),
    "scipy.stats.norm.sf": upper_tail,
    "numpy.array": array_or_shape,
    "numpy.asarray": array_or_shape,
    "numpy.sqrt": on_numbers(math.sqrt),
    "numpy.log": on_numbers(math.log),
    "numpy.log2": on_numbers(math.log2),
    "numpy.log10": on_numbers(math.log10),
    "numpy.log1p": on_numbers(math.log1p),
    "numpy.exp": on_numbers(math.exp),
    "numpy.tanh": on_numbers(math.tanh),
    "numpy.abs": on_numbers(abs),
    "numpy.square": on_numbers(lambda x: x * x),
    "numpy.sum": on_array(sum),
    "numpy.mean": on_array(statistics.fmean),
    "numpy.median": on_array(statistics.median),
    "numpy.min": on_array(min),
    "numpy.max": on_array(max),
    "numpy.var": spread(statistics.pvariance, statistics.variance),
    "numpy.std": spread(statistics.pstdev, statistics.stdev),
    "numpy.dot": dot,
    "numpy.linalg.norm": on_array(lambda values: math.hypot(*values)),
    "numpy.maximum": lambda a, b: elementwise(max, a, b),
    "numpy.minimum": lambda a, b: elementwise(min, a, b),
    "numpy.power": lambda a, b: elementwise(power, a, b),
    "numpy.round": rounded,
}
