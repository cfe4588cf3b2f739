"""Records: what frozen dataclasses do, as far as the lint uses it."""

import pickle

import pytest

from hooks.record import cached_property, record, replace


@record
class Point:
    """A point."""

    x: int
    y: int = 0

    @property
    def total(self) -> int:
        return self.x + self.y


@record
class Named(Point):
    name: str = "origin"


@record
class Nothing:
    pass


@record
class Loud:
    text: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loud) and self.text.upper() == other.text.upper()

    def __hash__(self) -> int:
        return hash(self.text.upper())


def test_fields_are_given_by_place_by_name_or_by_default():
    assert [(p.x, p.y, p.total) for p in (Point(1), Point(1, 2), Point(y=2, x=1))] == [
        (1, 0, 1),
        (1, 2, 3),
        (1, 2, 3),
    ]


@pytest.mark.parametrize("make", [Point, lambda: Point(1, 2, 3), lambda: Point(1, z=2)])
def test_missing_and_unknown_fields_are_errors(make):
    with pytest.raises(TypeError, match="__init__"):
        make()


def test_equality_and_hash_follow_class_and_fields():
    assert Point(1, 2) == Point(1, 2) != Point(1, 3)
    assert len({Point(1, 2), Point(1, 2), Nothing(), Nothing()}) == 2
    assert Named(1, 2) != Point(1, 2)
    assert Point(1) != 1


def test_a_class_keeps_the_methods_that_it_defines():
    assert Loud("a") == Loud("A")
    assert len({Loud("a"), Loud("A")}) == 1


def test_a_class_inherits_fields_which_come_first():
    assert repr(Named(1, name="a")) == "Named(x=1, y=0, name='a')"
    match Named(1, 2, "a"):
        case Named(x, y, name=name):
            assert (x, y, name) == (1, 2, "a")


def test_replace_makes_another_one():
    before = Point(1, 2)
    assert replace(before, y=5) == Point(1, 5)
    assert before == Point(1, 2)


def test_records_can_be_pickled():
    assert pickle.loads(pickle.dumps(Point(1, 2))) == Point(1, 2)


def test_a_cached_property_is_computed_once():
    assert isinstance(Counting.__dict__["number"], cached_property)
    counting = Counting([])
    assert (counting.number, counting.number) == (1, 1)
    assert counting.calls == [None]


@record
class Counting:
    calls: list

    @cached_property
    def number(self) -> int:
        self.calls.append(None)
        return len(self.calls)
