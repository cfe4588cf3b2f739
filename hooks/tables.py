"""Tables: each in a box of its own that scrolls where a phone is too narrow for it.

The theme would add such boxes by script, which shifts the page while it loads.
"""

import re

TABLE = re.compile(r"<table>(?P<rows>.*?)</table>", re.S)
BOX = '<div class="table" tabindex="0"><table class="plain">{}</table></div>'


def boxed(page: str) -> str:
    """A page's HTML with its plain tables in boxes; tables with a class are left as they are."""
    return TABLE.sub(lambda found: BOX.format(found["rows"]), page)
