"""Work on many pages, spread over the machine's cores."""

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

T = TypeVar("T")

FEW = 24  # pages: fewer are done before another process has started
MOST_PROCESSES = 8

_work: Callable[[Any], Any] | None = None  # what the processes are forked with


def spread(work: Callable[[Any], T], items: Sequence[Any]) -> list[T]:
    """`work` of each item, in their order; many items on several cores where processes can fork.

    What `work` returns is pickled; what it sees, it sees as it is now.
    """
    cores = min(available_cores(), MOST_PROCESSES)
    if len(items) < FEW or cores < 2 or not hasattr(os, "fork"):
        return [work(item) for item in items]
    return forked(work, items, cores)


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def forked(work: Callable[[Any], T], items: Sequence[Any], cores: int) -> list[T]:
    import multiprocessing  # here, because they take longer to import than a page to lint
    from concurrent.futures import ProcessPoolExecutor

    global _work
    _work = work
    context = multiprocessing.get_context("fork")
    piece = -(-len(items) // (cores * 4))  # small enough that no core waits long for another
    with ProcessPoolExecutor(cores, mp_context=context) as pool:
        try:
            return list(pool.map(call, items, chunksize=piece))
        finally:
            _work = None


def call(item: Any) -> Any:
    return _work(item)
