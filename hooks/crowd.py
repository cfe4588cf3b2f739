"""Work on many pages, spread over the machine's cores."""

import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from traceback import format_exc
from typing import Any, TypeVar

T = TypeVar("T")

FEW = 24  # pages: fewer are done before another process has started
MOST_PROCESSES = 8
LAST = 19  # the lowest priority of POSIX systems
MARK = 4  # bytes that name a piece of work
MOST_PIECES = 4096  # whose marks a pipe surely holds: POSIX systems give it 16 KiB or more


def spread(work: Callable[[Any], T], items: Sequence[Any], patient: bool = False) -> list[T]:
    """`work` of each item, in their order; many items on several cores where processes can fork.

    What `work` returns is pickled; what it sees, it sees as it is now. Raises what `work` raises.

    patient: other processes than this one work only while a core has nothing else to do.
    """
    cores = min(available_cores(), MOST_PROCESSES)
    if len(items) < FEW or cores < 2 or not hasattr(os, "fork"):
        return [work(item) for item in items]
    return forked(work, items, cores, patient)


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def forked(
    work: Callable[[Any], T], items: Sequence[Any], cores: int, patient: bool = False
) -> list[T]:
    """The same, in this process and its children: each takes the next piece that is left."""
    queue = queue_of(items)
    children = [child(work, items, queue, patient) for _ in range(cores - 1)]
    try:
        done = dict(taken(work, items, queue))
    finally:
        answers = [answer_of(*made) for made in children]
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
        done |= answer
    return [done[index] for index in range(len(items))]


def queue_of(items: Sequence[Any]) -> int:
    """A pipe to read from: the first index of each piece of work, until there is none left."""
    queue, entrance = os.pipe()
    with open(entrance, "wb") as file:
        for first in range(0, len(items), piece_of(items)):
            file.write(first.to_bytes(MARK))
    return queue


def piece_of(items: Sequence[Any]) -> int:
    """How many items a process takes at once."""
    return len(items) // MOST_PIECES + 1


def taken(work: Callable[[Any], T], items: Sequence[Any], queue: int) -> Iterator[tuple[int, T]]:
    """The work that one process does, with the index of each item."""
    while mark := os.read(queue, MARK):
        first = int.from_bytes(mark)
        for index in range(first, min(first + piece_of(items), len(items))):
            yield index, work(items[index])


def child(
    work: Callable[[Any], Any], items: Sequence[Any], queue: int, patient: bool
) -> tuple[int, int]:
    """A new process that works as long as there is work: its number, and where it answers."""
    reading, writing = os.pipe()
    if number := os.fork():
        os.close(writing)
        return number, reading
    if patient:
        os.nice(LAST)
    try:
        answer: Any = dict(taken(work, items, queue))
    except BaseException as error:
        error.add_note(format_exc())  # where it happened does not survive the way to the parent
        answer = error
    with open(writing, "wb") as file:
        pickle.dump(answer, file)
    os._exit(0)


def answer_of(number: int, reading: int) -> Any:
    """What a process has done, or the exception that ended it."""
    with open(reading, "rb") as file:
        answer = file.read()
    os.waitpid(number, 0)
    return pickle.loads(answer) if answer else RuntimeError("a process of the lint was killed")
