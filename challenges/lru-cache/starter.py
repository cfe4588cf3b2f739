class LRUCache:
    """The `capacity` most recently used items; get and put take constant time."""

    def __init__(self, capacity): ...

    def get(self, key, default=None):
        """The value of this key, which counts as a use; the default if there is none."""
        ...

    def put(self, key, value):
        """Store a value, which counts as a use; without room, the item unused for longest goes."""
        ...
