"""A miniature of EstimatorSpec: what each mode requires, and what evaluation does with the loss."""

# --8<-- [start:spec]
REQUIRED = {
    "train": ("train_op", "loss"),
    "eval": ("loss",),
    "infer": ("predictions",),
}


def make_spec(mode, **values):
    """What a model function returns; raises ValueError if the mode lacks a value."""
    for name in REQUIRED[mode]:
        if values.get(name) is None:
            raise ValueError(f"Missing {name}.")
    return values


# --8<-- [end:spec]
# --8<-- [start:evaluate]
def model_fn(targets, mode):
    """A model that always predicts 0, with the mean squared error as its loss."""
    return make_spec(mode, loss=sum(y**2 for y in targets) / len(targets))


def evaluate(batches, by_size):
    """The mean of the batch losses; every batch counts once, or by its size."""
    losses = [model_fn(batch, "eval")["loss"] for batch in batches]
    weights = [len(batch) if by_size else 1 for batch in batches]
    return sum(w * loss for w, loss in zip(weights, losses, strict=True)) / sum(weights)


# --8<-- [end:evaluate]
# --8<-- [start:use]
for mode, values in [
    ("train", {"loss": 0.3}),
    ("eval", {"predictions": [0.9]}),
    ("eval", {"loss": 0.3}),
    ("infer", {"loss": 0.3}),
]:
    try:
        make_spec(mode, **values)
        print(f"{mode} with {', '.join(values)}: accepted")
    except ValueError as error:
        print(f"{mode} with {', '.join(values)}: {error}")

batches = [[1, 1, 1, 1], [3]]
print(f"every batch once: {evaluate(batches, by_size=False):.1f}")
print(f"every batch by its size: {evaluate(batches, by_size=True):.1f}")
# --8<-- [end:use]
