def adam_step(params, grads, m, v, t, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
    """One step of Adam.

    params, grads: n floats each, the parameters and the derivatives of the loss by them
    m, v: n floats each, the running means of gradients and of squared gradients so far
    t: the number of this step, which counts from 1; m and v are zeros before step 1
    Returns (params, m, v) after the step, as new lists. Raises ValueError if t is less than 1.
    """
    ...
