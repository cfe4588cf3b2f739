import pytest

from tests.snippets.load import load

run = load("advanced/slow-training-debugging")["run"]


@pytest.mark.parametrize("workers", [1, 2, 3, 4, 8])
def test_the_slower_of_loading_and_computing_sets_the_pace(workers):
    seconds, _ = run(0.40, 0.10, workers, batches=1000)
    assert seconds / 1000 == pytest.approx(max(0.40 / workers, 0.10), rel=0.01)


def test_by_hand_with_one_worker():
    # Batches are ready at 0.4, 0.8 and 1.2 s; the last is computed by 1.3 s.
    assert run(0.40, 0.10, 1, batches=3) == pytest.approx((1.3, 0.3 / 1.3))
