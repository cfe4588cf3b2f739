class CountMinSketch:
    """Counts items in a table of fixed size; its estimates are never too low.

    width: the number of columns. hashes: one function from items to integers for each row.
    """

    def __init__(self, width, hashes): ...

    def add(self, item, count=1):
        """Count this item `count` more times."""
        ...

    def estimate(self, item):
        """At least how often the item was added."""
        ...
