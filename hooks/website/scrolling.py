"""Tables and programs that are wider than a phone scroll by themselves, also by keyboard.

The theme would see to it by script, which shifts the page while it loads.
"""

import re

from hooks.pattern import Pattern

TABLE = Pattern(r"<table>(?P<rows>.*?)</table>", re.S)
BOX = '<div class="table" tabindex="0"><table class="plain">{}</table></div>'
PROGRAM = "<pre><span></span><code>"


def scrollable(page: str) -> str:
    """A page's HTML with its plain tables in boxes and its programs open to the keyboard."""
    page = TABLE.sub(lambda found: BOX.format(found["rows"]), page)
    return page.replace(PROGRAM, PROGRAM.replace("<code>", '<code tabindex="0">'))
