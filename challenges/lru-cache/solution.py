class Node:
    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = self


class LRUCache:
    """The `capacity` most recently used items; get and put take constant time."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}  # key → its node
        self.ring = Node()  # holds no item: after it comes the oldest, before it the newest

    def get(self, key, default=None):
        if key not in self.nodes:
            return default
        node = self.nodes[key]
        self._unlink(node)
        self._append(node)
        return node.value

    def put(self, key, value):
        if key in self.nodes:
            self._unlink(self.nodes[key])
        elif len(self.nodes) == self.capacity:
            oldest = self.ring.after
            self._unlink(oldest)
            del self.nodes[oldest.key]
        self.nodes[key] = node = Node(key, value)
        self._append(node)

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _append(self, node):
        node.before, node.after = self.ring.before, self.ring
        node.before.after = node.after.before = node
