class CountMinSketch:
    """Counts items in a table of fixed size; its estimates are never too low."""

    def __init__(self, width, hashes):
        self.width = width
        self.hashes = hashes
        self.rows = [[0] * width for _ in hashes]  # [[0] * width] * depth is one row many times

    def add(self, item, count=1):
        for row, column in self._cells(item):
            row[column] += count

    def estimate(self, item):
        # Each cell holds the item's count plus that of whatever collides with it there.
        return min(row[column] for row, column in self._cells(item))

    def _cells(self, item):
        for row, hash_of in zip(self.rows, self.hashes, strict=True):
            yield row, hash_of(item) % self.width
