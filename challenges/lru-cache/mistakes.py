from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "evicts by age: a get is no use",
        instead_of="        self._unlink(node)\n"
        "        self._append(node)\n"
        "        return node.value",
        writes="        return node.value",
        fails="the example",
    ),
    Mistake(
        "evicts the newest",
        instead_of="oldest = self.ring.after",
        writes="oldest = self.ring.before",
        fails="the example",
    ),
    Mistake(
        "evicts before it looks whether the key is there",
        instead_of="        if key in self.nodes:\n"
        "            self._unlink(self.nodes[key])\n"
        "        elif len(self.nodes)",
        writes="        if len(self.nodes)",
        fails="a new value for a key",
    ),
    Mistake(
        "leaves a key that gets a new value at its old place in the order",
        instead_of="            self._unlink(self.nodes[key])\n",
        writes="            self.nodes[key].value = value\n            return\n",
        fails="a new value is a use",
    ),
    Mistake(
        "takes a stored None for a missing key",
        instead_of="        return node.value",
        writes="        return default if node.value is None else node.value",
        fails="None, zero and the empty text are values and keys",
    ),
    Mistake(
        "leaves the evicted key in the dict",
        instead_of="            del self.nodes[oldest.key]\n",
        writes="",
        fails="the example",
    ),
    Mistake(
        "shares the items among all caches",
        instead_of="        self.nodes = {}  # key → its node\n",
        writes="        self.nodes = LRUCache.__dict__.get('all')\n"
        "        if self.nodes is None:\n"
        "            LRUCache.all = self.nodes = {}\n",
        fails="two caches",
    ),
    Mistake(
        "searches a list of keys",
        instead_of="        self._unlink(node)\n"
        "        self._append(node)\n"
        "        return node.value",
        writes="        self._unlink(node)\n"
        "        self._append(node)\n"
        "        list(self.nodes).index(key)\n"
        "        return node.value",
        fails="keys are not searched for",
    ),
)
