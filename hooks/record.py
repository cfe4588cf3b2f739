"""Classes of named values, made quickly.

`dataclasses.dataclass(frozen=True)` compiles six methods for each class, half a millisecond; the
lint has more than a hundred such classes and starts anew for every page that an editor saves. Here
a class gets one compiled method, `__init__`, and shares the others.
"""

from collections.abc import Callable
from inspect import get_annotations
from operator import attrgetter
from typing import Any, Generic, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(cls: type[T]) -> type[T]:
    """A class whose objects are the values of its annotated fields, as frozen dataclasses are.

    Two are equal if they are of one class and their fields are. What the class defines itself
    stays. A field is never assigned again, by agreement: to check it would slow down every object.
    """
    fields = (*getattr(cls, "__match_args__", ()), *get_annotations(cls))
    cls.__match_args__ = fields
    cls.__init__ = initializer(cls, fields)
    cls.fields_of = attrgetter(*fields or ["__class__"])
    for name, method in SHARED.items():
        if name not in cls.__dict__:
            setattr(cls, name, method)
    return cls


def initializer(cls: type, fields: tuple[str, ...]) -> Any:
    """`__init__` of a class, with the class's attributes as defaults."""
    assignments = "; ".join(f"self.{field} = {field}" for field in fields) or "pass"
    made: dict[str, Any] = {}
    exec(f"def __init__({', '.join(('self', *fields))}): {assignments}", made)
    method = made["__init__"]
    method.__qualname__ = f"{cls.__qualname__}.__init__"
    method.__defaults__ = tuple(getattr(cls, field) for field in fields if hasattr(cls, field))
    return method


def replace(old: T, **changes: Any) -> T:
    """A record with some of its fields changed."""
    return type(old)(**{name: getattr(old, name) for name in old.__match_args__} | changes)


def is_equal(self: Any, other: object) -> bool:
    if self.__class__ is not other.__class__:
        return NotImplemented
    return self.fields_of(self) == self.fields_of(other)


def hashed(self: Any) -> int:
    return hash(self.fields_of(self))


def shown(self: Any) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({values})"


SHARED = {"__eq__": is_equal, "__hash__": hashed, "__repr__": shown}


class cached_property(Generic[T]):
    """An attribute that is computed when it is first asked for, and kept by the object.

    As that of functools, but without the lock that Python 3.11 takes at each first access.
    """

    def __init__(self, compute: Callable[[Any], T]):
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, instance: Any, owner: type | None = None) -> T:
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.compute(instance)
        return value
