"""What a misspelled word may have meant."""

from collections.abc import Iterable


def nearest(word: object, allowed: Iterable[str]) -> str:
    """The allowed word that is spelled most like a word; "" where none is near."""
    from difflib import get_close_matches  # here: few pages have a misspelled word

    return next(iter(get_close_matches(str(word), list(allowed), n=1)), "")


def instead(word: object, allowed: Iterable[str]) -> str:
    """The nearest allowed word as a hint, or all of them where none is near."""
    near = nearest(word, allowed)
    return f"; did you mean `{near}`?" if near else f"; use one of {', '.join(allowed)}"
