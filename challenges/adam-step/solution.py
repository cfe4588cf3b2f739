from math import sqrt


def adam_step(params, grads, m, v, t, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam, with bias correction."""
    if t < 1:
        raise ValueError("steps count from 1")
    m = [beta1 * mean + (1 - beta1) * g for mean, g in zip(m, grads, strict=True)]
    v = [beta2 * square + (1 - beta2) * g * g for square, g in zip(v, grads, strict=True)]
    share1, share2 = 1 - beta1**t, 1 - beta2**t  # how much weight real gradients have in m and v
    params = [
        p - lr * (mean / share1) / (sqrt(square / share2) + eps)
        for p, mean, square in zip(params, m, v, strict=True)
    ]
    return params, m, v
