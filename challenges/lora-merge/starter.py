class LoRALinear:
    """A linear layer whose weight is W + alpha/r · B A, with the adapter apart or merged in.

    W: m rows of n floats. A: r rows of n. B: m rows of r. The attribute weight is W, or the sum
    while the adapter is merged.
    """

    def __init__(self, W, A, B, alpha): ...

    def forward(self, x):
        """The output for x, a list of n floats: a list of m floats."""
        ...

    def merge(self):
        """Add the adapter to the weight."""
        ...

    def unmerge(self):
        """Take the adapter out of the weight again."""
        ...
