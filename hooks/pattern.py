"""Regular expressions that are compiled when they are first used.

The lint knows many hundreds of patterns and needs few of them for one page; compiling them all
took longer than reading the page. `re` compiles, so a wrong pattern shows at its first use:
tests/test_pattern.py uses every one.
"""

import re
from typing import Any

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class Pattern:
    """What `re.compile` returns for the same arguments, later."""

    def __init__(self, pattern: str, flags: int = 0):
        self.pattern = pattern
        self.given_flags = flags

    def __repr__(self) -> str:
        return f"Pattern({self.pattern!r})"

    def __getattr__(self, name: str) -> Any:
        """Asked for once: from then on the compiled pattern's methods are attributes."""
        if name not in METHODS:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self.given_flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in METHODS)
        return self.__dict__[name]
