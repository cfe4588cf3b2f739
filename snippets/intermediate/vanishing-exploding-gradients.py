"""How large a gradient is after 50 layers, and what clipping does to a large one."""

# --8<-- [start:backward]
import numpy as np


def relu(z):
    return np.maximum(z, 0), (z > 0).astype(float)


def sigmoid(z):
    s = 1 / (1 + np.exp(-z))
    return s, s * (1 - s)


def gradient_norms(activation, scale, skip=0.0, depth=50, width=256, seed=0):
    """Gradient norm before each layer, 1 at the output; the weights have variance scale/width."""
    rng = np.random.default_rng(seed)
    h, layers = rng.normal(size=width), []
    for _ in range(depth):
        W = rng.normal(0, np.sqrt(scale / width), (width, width))
        out, slope = activation(W @ h)
        h = skip * h + out
        layers.append((W, slope))
    g = rng.normal(size=width)
    norms = [np.linalg.norm(g)]
    for W, slope in reversed(layers):
        g = skip * g + W.T @ (slope * g)  # the chain rule through one layer
        norms.append(np.linalg.norm(g))
    return np.array(norms[::-1]) / norms[0]


# --8<-- [end:backward]
# --8<-- [start:use]
cases = {
    "sigmoid, variance 1/n": (sigmoid, 1),
    "ReLU, variance 1/n": (relu, 1),
    "ReLU, variance 2/n": (relu, 2),
    "ReLU, variance 4/n": (relu, 4),
    "ReLU, 2/n, skip connections": (relu, 2, 1),
    "ReLU, 2/(50n), skip connections": (relu, 2 / 50, 1),
}
for name, case in cases.items():
    first = np.median([gradient_norms(*case, seed=s)[0] for s in range(5)])
    print(f"{name:33} {first:7.0e}")


def clip(g, limit):
    return g * min(1, limit / np.linalg.norm(g))


print("clipped:", clip(np.array([30.0, 40.0]), 5))
print("small ones stay:", clip(np.array([3e-9, 4e-9]), 5))
# --8<-- [end:use]
