"""Work on several cores gives what work on one gives."""

import os

import pytest

from hooks.crowd import FEW, LAST, MOST_PIECES, forked, spread


@pytest.mark.parametrize("count", [0, 1, FEW, 1000, 2 * MOST_PIECES + 1])
@pytest.mark.parametrize("cores", [1, 2, 5])
def test_results_keep_their_order(count, cores):
    assert forked(lambda n: n * n, range(count), cores) == [n * n for n in range(count)]


def test_few_items_stay_in_this_process():
    assert set(spread(lambda _: os.getpid(), range(FEW - 1))) == {os.getpid()}


def test_patient_processes_give_way_to_this_one():
    def work(_: int) -> tuple[bool, int]:
        return os.getpid() == here, os.nice(0)

    here = os.getpid()
    done = set()
    while len(done) < 2:  # until the child, which comes last, has got a piece
        done |= set(forked(work, range(100), 2, patient=True))
    assert done == {(True, os.nice(0)), (False, LAST)}


def test_an_exception_of_any_process_is_raised():
    def work(number: int) -> None:
        raise ValueError(f"{number} in {os.getpid() == here}")

    here = os.getpid()
    with pytest.raises(ValueError, match=r"\d+ in"):
        forked(work, range(100), 2)


def test_a_process_that_is_killed_is_told():
    def work(number: int) -> int:
        if os.getpid() != here:
            os._exit(1)
        return number

    def work_until_the_child_gets_a_piece() -> None:
        while True:
            forked(work, range(100), 2)

    here = os.getpid()
    with pytest.raises(RuntimeError, match="killed"):
        work_until_the_child_gets_a_piece()
