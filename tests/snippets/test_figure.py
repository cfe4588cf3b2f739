"""The house style of figures."""

import pytest

from tests.snippets.load import load


@pytest.fixture(scope="module")
def figure():
    return load("figure")


def drawn(figure, capsys, slip):
    fig, ax = figure["axes"]()
    ax.plot([0, 1 / 3 + slip], [0, 1], marker="o", linestyle="--")
    figure["show"](fig)
    return capsys.readouterr().out


def test_names_do_not_depend_on_the_last_bits_of_a_coordinate(figure, capsys):
    assert drawn(figure, capsys, 0) == drawn(figure, capsys, 1e-15)


def test_each_name_is_that_of_one_thing_and_what_is_used_is_named(figure):
    svg = '<path id="m1"/><path id="p2"/><use xlink:href="#m1" clip-path="url(#p2)"/>'
    named = figure["with_names_in_order"](svg)
    first, second = (f"{figure['PROGRAM']}-{number}" for number in (1, 2))
    assert named == (
        f'<path id="{first}"/><path id="{second}"/>'
        f'<use xlink:href="#{first}" clip-path="url(#{second})"/>'
    )
