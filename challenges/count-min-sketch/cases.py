from challenges.grader import Case

ENTRY = "CountMinSketch"


# --8<-- [start:visible]
def ones(number):
    return number % 10


def tens(number):
    return number // 10


VISIBLE = (
    Case(
        "the example",
        """
        sketch = CountMinSketch(4, [ones, tens])
        for number in [21, 21, 21, 11, 32]:
            sketch.add(number)
        [sketch.estimate(number) for number in [21, 11, 32, 22, 0]]
        """,
        gives=[3, 1, 1, 1, 0],
        why="Each row counts every item in one column; the estimate is the smallest of the item's "
        "cells, since collisions only ever add.",
    ),
    Case(
        "counts greater than one",
        """
        sketch = CountMinSketch(4, [ones, tens])
        sketch.add(21, 5)
        sketch.add(31, 2)
        sketch.add(21)
        [sketch.estimate(number) for number in [21, 31, 71]]
        """,
        gives=[6, 2, 2],
        why="Add the count to each of the item's cells. 71 was never added, but it shares both "
        "cells with 31, since 3 and 7 leave the same remainder by 4.",
    ),
)
# --8<-- [end:visible]


def affine(a, b):
    """A hash function on small integers: distinct numbers below 10,007 stay distinct."""
    return lambda number: (a * number + b) % 10_007


HIDDEN = (
    Case(
        "every cell collides",
        """
        sketch = CountMinSketch(2, [ones, tens])
        sketch.add(11, 3)
        sketch.add(33, 4)
        [sketch.estimate(number) for number in [11, 33, 20]]
        """,
        gives=[7, 7, 0],
        why="Where two items share all their cells, both estimates are the sum; that is the price "
        "of the small table.",
    ),
    Case(
        "negative and large hashes",
        """
        def negative(word):
            return -len(word)
        def large(word):
            return 10**18 + len(word)
        sketch = CountMinSketch(5, [negative, large])
        sketch.add("mean")
        sketch.add("median", 2)
        words = ["mean", "median", "mode"]
        [sketch.estimate(word) for word in words]
        """,
        gives=[1, 2, 1],
        why="Take the hash modulo the width: Python's % is never negative for a positive width.",
    ),
    Case(
        "lists as items, with a negative sum as hash",
        """
        sketch = CountMinSketch(5, [sum])
        sketch.add([-1])
        [sketch.estimate(item) for item in [[-1], [4], [1]]]
        """,
        gives=[1, 1, 0],
        why="-1 modulo 5 is 4, so [-1] shares its cell with [4]; the absolute value would take it "
        "to [1]. Don't keep items in a dict or a set: a list can't be in one.",
    ),
    Case(
        "one row, one column",
        """
        sketch = CountMinSketch(1, [ones])
        sketch.add(3)
        sketch.add(4)
        [sketch.estimate(3), sketch.estimate(5)]
        """,
        gives=[2, 2],
        why="The smallest sketch counts everything in one cell.",
    ),
    Case(
        "two sketches",
        """
        one = CountMinSketch(3, [ones])
        other = CountMinSketch(3, [ones])
        one.add(1)
        [one.estimate(1), other.estimate(1)]
        """,
        gives=[1, 0],
        why="Make the table in __init__, so that each sketch has its own.",
    ),
    Case(
        "an estimate changes nothing",
        """
        sketch = CountMinSketch(3, [ones])
        sketch.add(1)
        [sketch.estimate(item) for item in [1, 2, 1, 2]]
        """,
        gives=[1, 0, 1, 0],
        why="To ask is not to count.",
    ),
    Case(
        "5,000 items in 300 cells",
        """
        hashes = [affine(31, 7), affine(57, 1), affine(991, 5)]
        sketch = CountMinSketch(100, hashes)
        for number in range(1, 5_001):
            sketch.add(number * number % 997 % 300)
        sum(sketch.estimate(item) for item in range(300))
        """,
        gives=12_717,  # by NumPy; the true counts have the sum 5,000
        why="In each row, an item has one column: its hash by that row's function, modulo the "
        "width; every row counts every item.",
    ),
)
