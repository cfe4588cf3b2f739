import numpy as np
import pytest

from tests.snippets.load import load

program = load("advanced/tf-estimatorspec")


@pytest.mark.parametrize(
    ("mode", "values", "message"),
    [
        ("train", {"loss": 1}, "Missing train_op"),
        ("train", {"train_op": 1}, "Missing loss"),
        ("eval", {"train_op": 1, "predictions": 1}, "Missing loss"),
        ("infer", {"loss": 1}, "Missing predictions"),
    ],
)
def test_each_mode_names_what_it_lacks(mode, values, message):
    with pytest.raises(ValueError, match=message):
        program["make_spec"](mode, **values)


def test_weighing_batches_by_size_gives_the_mean_over_all_examples():
    batches = [[1, 2, 3], [4], [5, 6]]
    expected = np.mean(np.concatenate(batches) ** 2)
    assert program["evaluate"](batches, by_size=True) == pytest.approx(expected)
    assert program["evaluate"](batches, by_size=False) == pytest.approx(
        np.mean([np.mean(np.square(batch)) for batch in batches])
    )
