"""What a misspelled word may have meant."""

from collections.abc import Collection
from difflib import get_close_matches


def instead(word: object, allowed: Collection[str]) -> str:
    """The nearest allowed word, or all of them where none is near."""
    close = get_close_matches(str(word), list(allowed), n=1)
    return f"; did you mean `{close[0]}`?" if close else f"; use one of {', '.join(allowed)}"
