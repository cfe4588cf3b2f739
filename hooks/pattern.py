"""Regular expressions that are compiled when they are first used, and once for all runs.

The lint knows many hundreds of patterns and needs few of them for one page; compiling them all
took longer than reading the page, and compiling those few still longer than all else. `re`
compiles, so a wrong pattern shows at its first use: tests/test_pattern.py uses every one.

What `re` made of a pattern is kept beside Python's own byte code, as Python keeps what it made of
a module. `re` has no public way to do so: where its inner parts are not as known here, patterns
are compiled anew each time.
"""

import marshal
import os
import re
import sys
from array import array
from contextlib import suppress
from functools import cached_property
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

SAMPLE = r"(?P<name>[a-f\d]+)(?:\s*,|(?<=x)y)*\1"  # a bit of everything, to compare with `re`
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
        pattern = compiled(self.pattern, self.given_flags)
        self.__dict__.update((method, getattr(pattern, method)) for method in METHODS)
        return self.__dict__[name]


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns for the same arguments, perhaps from an earlier run."""
    return CODES.compiled(pattern, int(flags))  # plain, as the file has it


class Codes:
    """The code of patterns, kept in a file. Without one that can be read they are compiled.

    file: where; None if this Python keeps no byte code.
    """

    def __init__(self, file: Path | None):
        self.file = file
        self.has_changed = False

    @cached_property
    def of(self) -> dict[tuple[str, int], tuple]:
        """What `_sre.compile` takes, by pattern and flags; the code as bytes."""
        if self.file:
            with suppress(OSError, ValueError, EOFError, TypeError):
                made_by, codes = marshal.loads(self.file.read_bytes())
                if made_by == sys.version:
                    return codes
        return {}

    def compiled(self, pattern: str, flags: int) -> re.Pattern[str]:
        if known := self.of.get((pattern, flags)):
            return made(pattern, known)
        if not self.is_usable:
            return re.compile(pattern, flags)
        known = self.of[pattern, flags] = parts(pattern, flags)
        self.has_changed = True
        return made(pattern, known)

    @cached_property
    def is_usable(self) -> bool:
        """Whether patterns can be kept, and `re` works inside as it is known here."""
        try:
            return bool(self.file) and made(SAMPLE, parts(SAMPLE, int(re.I))) == re.compile(
                SAMPLE, re.I
            )
        except (ImportError, AttributeError, TypeError, ValueError, OverflowError, RuntimeError):
            return False

    def save(self) -> None:
        """Write the file if anything is new in it; where that can't be done it is done without."""
        if not self.has_changed or not self.file or sys.dont_write_bytecode:
            return
        unfinished = self.file.with_suffix(f".{os.getpid()}")  # another run may write too
        with suppress(OSError):
            self.file.parent.mkdir(exist_ok=True)
            unfinished.write_bytes(marshal.dumps((sys.version, self.of)))
            unfinished.replace(self.file)
        self.has_changed = False


def parts(pattern: str, flags: int) -> tuple:
    """What `_sre.compile` takes behind the pattern, its code as bytes.

    Raises re.error, as `re.compile` does. Source: `compile` of re/_compiler.py, CPython 3.11.
    """
    from re import _compiler, _parser

    tree = _parser.parse(pattern, flags)
    code, state = _compiler._code(tree, flags), tree.state
    names = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    packed = array("I", code).tobytes()
    return flags | state.flags, packed, state.groups - 1, dict(state.groupdict), tuple(names)


def made(pattern: str, found: tuple) -> re.Pattern[str]:
    """A pattern from its code, as `re` makes it at the end."""
    import _sre

    flags, packed, groups, numbers, names = found
    code = memoryview(packed).cast("I").tolist()
    return _sre.compile(pattern, flags, code, groups, numbers, names)


def place() -> Path | None:
    """Beside the byte code of this module, None if this Python keeps none."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(".codes")
    except NotImplementedError:
        return None


CODES = Codes(place())
