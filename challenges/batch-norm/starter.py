class BatchNorm:
    """Batch normalization of d features.

    Attributes, all lists of d floats: gamma (ones at first), beta (zeros), running_mean (zeros)
    and running_var (ones).
    """

    def __init__(self, d, eps=1e-5, momentum=0.1): ...

    def __call__(self, x, training):
        """Normalize a batch, n rows of d floats; return as many rows.

        training=True: by the mean and variance of the batch; updates the running statistics.
        Raises ValueError for fewer than two rows.
        training=False: by the running statistics, which stay as they are.
        """
        ...
