"""What of the theme's files the site serves, and as what.

One stylesheet for all pages: a second and third would delay the first view. None of its scripts.
"""

from collections.abc import Mapping

STYLESHEET = "assets/stylesheets/site.css"
# The theme's own, whose names carry a fingerprint; the guide's comes last and has the last word.
SHEETS = (
    "assets/stylesheets/main.",
    "assets/stylesheets/palette.",
    "assets/stylesheets/guide.css",
)
UNUSED = (
    "assets/javascripts/bundle.",
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/images/favicon.png",
)


def is_sheet(address: str) -> bool:
    """Whether a file goes into the one stylesheet."""
    return address.startswith(SHEETS) and address.endswith(".css")


def is_left_out(address: str) -> bool:
    """Whether a file of the theme is not served: it is unused, or part of the one stylesheet."""
    return address.startswith((*SHEETS, *UNUSED))


def stylesheet(sheets: Mapping[str, str]) -> str:
    """The stylesheets as one, in the order of SHEETS.

    sheets: their texts by address. All stand in one folder, so that relative addresses stay right.
    """
    order = sorted(
        sheets, key=lambda address: [address.startswith(s) for s in SHEETS], reverse=True
    )
    # A map of the theme's sources, which the site does not serve, would be asked for in vain.
    texts = (sheets[address].partition("/*# sourceMappingURL")[0].strip() for address in order)
    return "\n".join(texts) + "\n"
