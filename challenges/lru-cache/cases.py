from challenges.grader import Case

ENTRY = "LRUCache"


class Key:
    """A key that counts how often keys are compared with ==."""

    compared = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number

    def __eq__(self, other):
        Key.compared += 1
        return self is other


def comparisons(cache, capacity):
    """How often keys are compared while a full cache is used and takes in new items."""
    keys = [Key(number) for number in range(2 * capacity)]
    for key in keys[:capacity]:
        cache.put(key, 0)
    Key.compared = 0
    for key in keys[:capacity]:
        cache.get(key)
    for key in keys[capacity:]:
        cache.put(key, 0)
    return Key.compared


# --8<-- [start:visible]
VISIBLE = (
    Case(
        "the example",
        """
        cache = LRUCache(2)
        cache.put("a", 1)
        cache.put("b", 2)
        first = cache.get("a")
        cache.put("c", 3)
        [first, cache.get("a"), cache.get("b"), cache.get("c")]
        """,
        gives=[1, 1, None, 3],
        why='get("a") was a use, so "b" was the item unused for longest when "c" needed room.',
    ),
    Case(
        "a new value for a key",
        """
        cache = LRUCache(2)
        cache.put("a", 1)
        cache.put("b", 2)
        cache.put("b", 3)
        [cache.get("a"), cache.get("b")]
        """,
        gives=[1, 3],
        why="A key that is there gets a new value and needs no more room: nothing is evicted.",
    ),
)
# --8<-- [end:visible]

HIDDEN = (
    Case(
        "a new value is a use",
        """
        cache = LRUCache(2)
        cache.put("a", 1)
        cache.put("b", 2)
        cache.put("a", 3)
        cache.put("c", 4)
        [cache.get("a"), cache.get("b"), cache.get("c")]
        """,
        gives=[3, None, 4],
        why="To put a key again makes it the most recent one, as a get does.",
    ),
    Case(
        "a key that is not there",
        "LRUCache(1).get('a')",
        gives=None,
        why="Without a default of the caller's, a missing key gives None.",
    ),
    Case(
        "the caller's default is not stored",
        """
        cache = LRUCache(1)
        cache.put("a", 1)
        [cache.get("b", 0), cache.get("a"), cache.get("b", 7)]
        """,
        gives=[0, 1, 7],
        why="A get that finds nothing changes nothing.",
    ),
    Case(
        "None, zero and the empty text are values and keys",
        """
        cache = LRUCache(3)
        cache.put(0, None)
        cache.put(None, 0)
        cache.put("", False)
        [cache.get(key, "none") for key in [0, None, ""]]
        """,
        gives=[None, 0, False],
        why="Ask whether a key is there, not whether its value is true or not None.",
    ),
    Case(
        "room for one",
        """
        cache = LRUCache(1)
        cache.put("a", 1)
        cache.put("b", 2)
        cache.put("b", 3)
        [cache.get("a"), cache.get("b")]
        """,
        gives=[None, 3],
        why="With one place, each new key evicts the one before, and a key put again evicts none.",
    ),
    Case(
        "a key that was evicted comes back",
        """
        cache = LRUCache(2)
        for key in "abcab":
            cache.put(key, key.upper())
        cache.get("a")
        cache.put("d", "D")
        [cache.get(key) for key in "abcd"]
        """,
        gives=["A", None, None, "D"],
        why="An eviction has to take the item out of everything you keep, the order included.",
    ),
    Case(
        "found and not found, in a longer run",
        """
        cache = LRUCache(3)
        found = ""
        for key in "eabacdacedecdaed":
            if cache.get(key):
                found += "+"
            else:
                found += "-"
                cache.put(key, key.upper())
        found
        """,
        gives="---+--++--+++--+",  # by a list of the keys in the order of use
        why="A get makes an item the most recent one wherever it stood in the order: at the oldest "
        "end, at the newest, or in between.",
    ),
    Case(
        "two caches",
        """
        one, other = LRUCache(1), LRUCache(1)
        one.put("a", 1)
        other.put("b", 2)
        [one.get("a"), one.get("b"), other.get("a")]
        """,
        gives=[1, None, None],
        why="Make the containers in __init__; those of the class belong to all caches together.",
    ),
    Case(
        "keys are not searched for",
        "comparisons(LRUCache(300), 300) < 3000",
        gives=True,
        why="600 uses of a cache of 300 items compared keys 3,000 times or more: something walks "
        "along the items (list.remove does). From a key, get to its place in the order directly.",
    ),
    Case(
        "100,000 uses of a large cache",
        """
        cache = LRUCache(5_000)
        for key in range(50_000):
            cache.put(key, -key)
        sum(cache.get(key, 0) for key in range(50_000))
        """,
        gives=-237_497_500,  # the 5,000 keys from 45,000 to 49,999, on average 47,499.5
        why="If this takes long, look for the line that goes through all items to find the oldest.",
    ),
)
