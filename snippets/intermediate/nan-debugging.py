"""Where NaN comes from: a table of operations, and a training run that diverges in float32."""

import numpy as np

# --8<-- [start:sources]
inf = np.float32(np.inf)
zero, one = np.float32(0), np.float32(1)
with np.errstate(all="ignore"):
    print("1/0:", one / zero, "  log(0):", np.log(zero), "  exp(89):", np.exp(np.float32(89)))
    print("0/0:", zero / zero, "  inf - inf:", inf - inf, "  0 * inf:", zero * inf)
    print("log(-1):", np.log(-one), "  float16 of 70000:", np.float16(70_000.0))


def softmax(z, stable):
    e = np.exp(z - z.max() if stable else z)
    return e / e.sum()


z = np.array([100.0, 99.0], dtype=np.float32)
with np.errstate(all="ignore"):
    print("softmax:", softmax(z, False), "stable:", softmax(z, True).round(3))
# --8<-- [end:sources]


# --8<-- [start:train]
def train(rate, steps=200):
    """Minimize w**2; the first step at which the loss and the weight are not finite."""
    w, first = np.float32(1), {}
    for step in range(1, steps + 1):
        w = w - np.float32(rate) * (2 * w)
        for name, value in [("loss", w * w), ("weight", w)]:
            if not np.isfinite(value):
                first.setdefault(f"{name} {value}", step)
    return first


with np.errstate(all="ignore"):
    for event, step in train(1.5).items():
        print(f"step {step:3}: {event}")
    print("rate 0.9:", train(0.9) or "finite throughout")
try:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        train(1.5)
except FloatingPointError as error:
    print("raised at the first", str(error).split()[0])
# --8<-- [end:train]
