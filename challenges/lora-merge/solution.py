class LoRALinear:
    """A linear layer whose weight is W + alpha/r · B A, with the adapter apart or merged in."""

    def __init__(self, W, A, B, alpha):
        self.weight = W
        self.A, self.B = A, B
        self.scale = alpha / len(A)
        self.merged = False

    def forward(self, x):
        output = times(self.weight, x)
        if self.merged:
            return output
        update = times(self.B, times(self.A, x))  # never builds the m × n matrix B A
        return [y + self.scale * change for y, change in zip(output, update, strict=True)]

    def merge(self):
        if not self.merged:
            self._add(self.scale)
            self.merged = True

    def unmerge(self):
        if self.merged:
            self._add(-self.scale)
            self.merged = False

    def _add(self, factor):
        """Set the weight to a new matrix: the old one plus factor · B A."""
        columns = list(zip(*self.A, strict=True))
        self.weight = [
            [w + factor * dot(b, a) for w, a in zip(row, columns, strict=True)]
            for row, b in zip(self.weight, self.B, strict=True)
        ]


def times(matrix, vector):
    return [dot(row, vector) for row in matrix]


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))
