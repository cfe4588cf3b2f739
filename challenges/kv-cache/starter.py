class KVCache:
    """The keys and values of the tokens so far, for attention one token at a time."""

    def __init__(self): ...

    def append(self, key, value):
        """Add a token: its key and its value, each a list of floats."""
        ...

    def attend(self, query):
        """What a query, a list of floats, reads from all tokens so far: a list of floats."""
        ...
