"""What a page says its program prints once a reader has changed it.

Set `rate=1.0`: by round 10 the variance is 13.62.
<!-- change: `rate=0.2` to `rate=1.0` prints 13.62 -->
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from hooks.calculation.quantity import NUMBER, Quantity
from hooks.calculation.written import Written, size_of, with_subject, written_numbers
from hooks.page import CODE_SPAN, RECENT, Block, Question, blank
from hooks.pattern import Pattern
from hooks.python_code.embeds import embeds
from hooks.record import cached_property, record

COMMENT = Pattern(r"<!--\s*change\s*:\s*(?P<asked>[^\n]*?(?:\n[^\n]+?){0,5}?)\s*-->")
EDIT = Pattern(r"\s*`(?P<old>[^`\n]+)`\s+to\s+`(?P<new>[^`\n]*)`\s*")
PRINTS = Pattern(r"prints\s+(?P<claims>\S[^`]*)")
CLAIM = Pattern(r'\s*(?:"(?P<text>[^"]+)"|(?P<number>[^\s",](?:[^",]|,(?=\d))*))\s*')
FORM = 'write <!-- change: `OLD` to `NEW` prints NUMBER, NUMBER, "TEXT" -->'


class Malformed(Exception):
    """A comment that can't be read, or a change that the program does not allow: it says why."""


@record
class Change:
    """One comment: what it asks, at which line and column, and the block that it is about."""

    asked: str
    place: tuple[int, int]
    block: Block | None

    @cached_property
    def edits(self) -> tuple[tuple[str, str], ...]:
        """What is replaced in the program, and by what. Raises Malformed."""
        return tuple((edit["old"], edit["new"]) for edit in self._read[0])

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Texts that the changed program must print, spaces aside. Raises Malformed."""
        return tuple(claim["text"] for claim in self._read[1] if claim["text"])

    @cached_property
    def numbers(self) -> tuple[Quantity, ...]:
        """Numbers that the changed program must print. Raises Malformed."""
        written = [claim["number"].strip() for claim in self._read[1] if claim["number"]]
        return tuple(quantity(number) for number in written)

    @cached_property
    def _read(self):
        edits, rest = listed(EDIT, self.asked)
        prints = PRINTS.fullmatch(rest)
        if not edits or not prints:
            raise Malformed(f"`{self.asked[:70]}` can't be read as a change")
        claims, rest = listed(CLAIM, prints["claims"])
        if rest:
            raise Malformed(f"`{rest[:70]}` is neither a number nor a quoted text")
        return edits, claims

    def changed(self, source: str) -> str:
        """The program with all edits made. Raises Malformed."""
        for old, new in self.edits:
            if (count := source.count(old)) != 1:
                raise Malformed(f"`{old}` stands {count} times in the program, and must once")
            source = source.replace(old, new)
        return source

    def unprinted(self, output: str) -> Iterator[str]:
        """What the comment claims and an output does not hold."""
        plain = " ".join(output.split())
        yield from (text for text in self.texts if " ".join(text.split()) not in plain)
        printed = values(output)
        yield from (n.text for n in self.numbers if not any(claims(n, value) for value in printed))

    def stated(self) -> Iterator[tuple[Written, bool]]:
        """The numbers of its block, and whether the comment claims that each is printed."""
        quoted = [quantity(found[0].strip()) for t in self.texts for found in NUMBER.finditer(t)]
        sizes = {size_of(number) for number in (*self.numbers, *quoted)}
        for number in written_numbers(self.block):
            yield number, number.size in sizes


@lru_cache(maxsize=RECENT)
def changes(page: Question) -> tuple[Change, ...]:
    """The changes that a page's comments ask for, in order."""
    if "change" not in page.lower:
        return ()
    return tuple(found for about, block in with_subject(page) for found in in_block(block, about))


def in_block(block: Block, about: Block | None) -> Iterator[Change]:
    content = block.text.content
    if "<!--" not in content or block.kind in ("code", "math"):
        return
    outside_code = blank(content, CODE_SPAN)
    for comment in COMMENT.finditer(content):
        if not outside_code.startswith("<!--", comment.start()):
            continue
        place = block.text.position(comment.start())
        yield Change(" ".join(comment["asked"].split()), place, about)


def program(page: Question) -> str | None:
    """The program that a page embeds, below snippets/; None if it has none."""
    files = (embed.file for embed in embeds(page))
    return next((f for f in files if f.endswith(".py") and not f.endswith(".figure.py")), None)


def listed(pattern: Pattern, text: str) -> tuple[list, str]:
    """The matches that stand in a row, set apart by commas, and what stands behind them."""
    found = []
    at = 0
    while match := pattern.match(text, at):
        found.append(match)
        at = match.end()
        if text[at : at + 1] != ",":
            break
        at += 1
    return found, text[at:]


def quantity(text: str) -> Quantity:
    try:
        return Quantity.written(text)
    except ValueError:
        raise Malformed(f"`{text[:70]}` is not a number; a text stands in quotes") from None


def values(output: str) -> Sequence[tuple[Fraction, bool]]:
    """The numbers that a program printed, and whether each is a percentage."""
    return tuple(read(match.group().strip() for match in NUMBER.finditer(output)))


def read(written: Iterable[str]) -> Iterator[tuple[Fraction, bool]]:
    for text in written:
        try:
            yield Quantity.written(text).value, text.endswith("%")
        except ValueError:
            continue


def claims(number: Quantity, printed: tuple[Fraction, bool]) -> bool:
    """Whether a written number claims a printed value; 77% may be printed as 77.0."""
    value, is_percent = printed
    sizes = [value]
    if number.text.endswith("%") and not is_percent:
        sizes.append(value / 100)
    return any(number.low <= size <= number.high for size in sizes)
