from math import sqrt


class BatchNorm:
    """Batch normalization of d features."""

    def __init__(self, d, eps=1e-5, momentum=0.1):
        self.eps, self.momentum = eps, momentum
        self.gamma, self.beta = [1.0] * d, [0.0] * d
        self.running_mean, self.running_var = [0.0] * d, [1.0] * d

    def __call__(self, x, training):
        """Normalize a batch by its own statistics in training, else by the running ones."""
        mean, var = self.learn(x) if training else (self.running_mean, self.running_var)
        scale = [g / sqrt(v + self.eps) for g, v in zip(self.gamma, var, strict=True)]
        return [
            [(a - m) * s + b for a, m, s, b in zip(row, mean, scale, self.beta, strict=True)]
            for row in x
        ]

    def learn(self, x):
        """Update the running statistics; return the mean and the biased variance of the batch."""
        n = len(x)
        if n < 2:
            raise ValueError("fewer than two rows have no variance to learn from")
        mean = [sum(column) / n for column in zip(*x, strict=True)]
        deviations = [[a - m for a, m in zip(row, mean, strict=True)] for row in x]
        var = [sum(a * a for a in column) / n for column in zip(*deviations, strict=True)]
        unbiased = [v * n / (n - 1) for v in var]  # the population's: new data are normalized by it
        self.running_mean = self.moved(self.running_mean, mean)
        self.running_var = self.moved(self.running_var, unbiased)
        return mean, var

    def moved(self, old, new):
        """The running values, moved by the share `momentum` of the way to the new ones."""
        return [a + self.momentum * (b - a) for a, b in zip(old, new, strict=True)]
