"""The search index: Pagefind reads the built pages and writes an index in small pieces.

A reader loads none of it before turning to the search, and then only the pieces with the words.
"""

import subprocess
import sys
from pathlib import Path

# What the guide says is searched. Programs, figures and sources would add a third to the index, and
# to the memory it takes to build, for words that hardly anyone looks up; the signs of a formula run
# together into words that no one writes.
LEFT_OUT = ("pre", "svg", "math", ".run", ".citation", ".reference", ".headerlink")

# Interfaces that Pagefind writes beside the index and this site does not use.
UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*")


class SearchIndexError(Exception):
    """Pagefind could not write its index; the message is what it said."""


def build_index(site: Path) -> None:
    """Write the index of a built site into its folder pagefind/. Raises SearchIndexError."""
    options = [word for selector in LEFT_OUT for word in ("--exclude-selectors", selector)]
    done = subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet", *options],
        capture_output=True,
        encoding="utf-8",
    )
    if done.returncode:
        raise SearchIndexError(f"the search index was not built: {done.stderr.strip()}")
    for pattern in UNUSED:
        for file in (site / "pagefind").glob(pattern):
            file.unlink()
