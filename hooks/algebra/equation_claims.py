"""What the equations of a formula claim: its left side, or what is near, names the quantity."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

from hooks.algebra.catalog import Quantity, catalog
from hooks.algebra.context import Claim, Context
from hooks.algebra.equations import Statement, closing, counted, statements
from hooks.algebra.lexer import FUNCTIONS, GREEK, WORDS, Token, Unreadable, lex, raw
from hooks.algebra.moments import may_be_identity, wrong
from hooks.algebra.named_quantities import OF_VARIABLES, WORD, called_in, mentioned, singular
from hooks.algebra.names import key
from hooks.algebra.quoting import around
from hooks.calculation.units import unit_named
from hooks.page import RECENT, Question, Text
from hooks.pattern import Pattern
from hooks.record import replace

DERIVATIVE = Pattern(r"^frac((?:∂|d(?=[A-Zℓ]))[^∂]*?)((?:∂|(?<=\w)d(?=[a-zα-ω]))[^∂]*)$")
CONDITIONAL = Pattern(r"(?:P|p|Pr)\s*\(\s*([^|(),;=]{1,20})\|\s*([^|(),;=]{1,20})\)")
OF_PAIRS = frozenset(["cov", "corr"])
CONSTRAINED = Pattern(r"subject to|s\.\s?t\.|such that|constrain", re.I)
AIMS = frozenset("arg min argmin minimize minimise minimizes minimises".split())
POWER = Pattern(r"[A-Za-z]\w*\^\{?\d\}?")
COMMAS = str.maketrans("‖;|", ",,,")
CONDITIONAL_FAMILIES = frozenset(["gaussian", "rated successes", "counted arrivals", "normal mean"])
GREEK_WORDS = {letter: word for word, letter in GREEK.items()}
GRADIENT = Pattern(
    r"(?:∂(?P<of>[^\W\d_]{1,4})(?:\([^()]*\))?/?∂(?P<by>[^\W\d_])(?:_?\w)?"
    r"|∇_?(?P<below>[wβθWbz])?(?P<whole>[LJECℓ]|NLL|LL|loss)?(?:\([^()]*\))?)"
)
MOMENT = Pattern(r"(?:(?P<variance>[Vv]ar|V|𝕍)|E|𝔼)\s?(?:\([A-Z]\)|\[[A-Z]\])")
CHANCE = Pattern(r"Pr?\s?\([A-Z]\s?=\s?[a-z]\)")
LIKELIHOODS = ("ℓ", "LL", "log", "logL", "l")
COMPUTED = Pattern(r"^\s*[-−\d]|[+*/·]|\w\s*[-−]")  # an argument that is no name: −z, 2z, x + 1
IDENTIFIER = Pattern(r"[^\W\d][\w']*(?:\s?[_^]?\(?[\w'+−-]+\)?)?(?:\([^()]*\))?|\w+(?:\s\w+){1,3}")
RUN_TOGETHER = Pattern(r"^([A-Z])([a-z])$")  # Lq
TILDE = Pattern(r"(?<![A-Za-z])([A-Za-z])~(?![~\d])")  # h~ in plain text
AT_A_RANK = Pattern(r"@(?:\d+|n)$")  # DCG@10
SHORTEST = 3  # characters of a formula
FEWEST_LETTERS = 3  # of a formula that stands alone and is named far away
LONGEST_TEXT = 20_000  # characters of a paragraph that is read


def of_formula(text: Text, start: int, end: int, context: Context, latex: bool) -> Iterator[Claim]:
    """The claims of one formula, between two offsets of a text."""
    formula = text.content[start:end]
    try:
        tokens = counted(lex(formula if latex else TILDE.sub("\\1\u0303", formula))[:-1])
    except Unreadable:
        return
    for statement in statements(tokens):
        yield from of_statement(statement, text, start, context, latex)


def of_statement(
    statement: Statement, text: Text, offset: int, context: Context, latex: bool
) -> Iterator[Claim]:
    if may_be_identity(statement.left) and not CONDITIONAL.fullmatch(raw(statement.left)):
        yield from of_identity(statement, text, offset, context, latex)
    quantities, arguments, sure = owner(statement.left, context)
    members = with_cutoff(statement)
    if aim := next(filter(None, map(without_aim, members)), ()):  # ŵ = argmin … names no loss
        quantities, arguments, sure = owner((), context)
        quantities, members = tuple(q for q in quantities if q.is_loss), (aim,)
        if CONSTRAINED.search(text.content, offset + aim[-1].end):
            return
    if context.named_behind and not quantities and is_identifier(statement.left):
        quantities, arguments, sure = owner((), context)  # `x01 = …` is min-max scaling
    if statement.bound:
        quantities = tuple(q for q in quantities if statement.relation in q.relations)
        members = (statement.bound,)
    if not quantities and len(statement.left) > 2 and context.near:
        if is_symbol(statement.left):
            return
        quantities, arguments, sure = owner((), context)
        members = (statement.left,)
    elsewhere: tuple[Quantity, ...] = ()
    if is_moment_of_any(statement.left, quantities) and (found := distant(statement, context)):
        quantities = tuple(dict.fromkeys((*quantities, *found)))
        elsewhere, sure = mentioned_on(context.page), False
    if not quantities and not statement.bound and (found := distant(statement, context)):
        quantities = found
        arguments = with_arguments(raw(statement.left, spaces=True))[1] or ()
        is_of_events = arguments and any(token.value == "|" for token in members[0])
        if not is_of_events:  # what P(A | B) add up to is a probability, whatever else is named
            told = (*mentioned_on(context.page), *called_on(context.page))
            elsewhere = told if statement.left else catalog().quantities
    for member in members if quantities else ():
        if not any(token.kind in ("name", "command") for token in member) or is_measured(member):
            continue
        if not latex and is_explained(member):
            continue
        start, end = offset + member[0].start, offset + member[-1].end
        yield Claim(
            quantities, arguments, member, latex, text, start, end, offset, sure,
            ("" if sure else context.topic) + around(text.content, start),
            context.quoted, topic=context.topic, symbols=symbols_of(statement.left, sure),
            elsewhere=elsewhere,
        )  # fmt: skip


def is_moment_of_any(left: tuple[Token, ...], quantities: Sequence[Quantity]) -> bool:
    """Whether a left side is a mean or a variance, and of no distribution that is named beside."""
    symbols = symbols_of(left, is_sure=False) if moment_of(raw(left, spaces=True)) else ()
    return bool(symbols) and all(q.symbols.isdisjoint(symbols) for q in quantities)


def of_identity(
    statement: Statement, text: Text, offset: int, context: Context, latex: bool
) -> Iterator[Claim]:
    """What an expression of random variables is said to be equal to."""
    for member in statement.members:
        if any(token.kind == "name" for token in member):
            start, end = offset + member[0].start, offset + member[-1].end
            about = f"{context.topic}{text.content[:LONGEST_TEXT]}"
            yield Claim(
                (), (), member, latex, text, start, end, offset, True, about, context.quoted,
                partial(wrong, statement.left, member),
            )  # fmt: skip


def with_cutoff(statement: Statement) -> tuple[tuple[Token, ...], ...]:
    """The sides of an equation with a k for its cutoff: of DCG@4 the 4 that it sums to."""
    left = statement.left[-2:]
    if [token.value for token in left[:1]] != ["@"] or left[-1].kind != "number":
        return statement.members
    if not any(token.kind == "name" for token in statement.members[0]):
        return statement.members
    return tuple(
        tuple(
            replace(t, kind="name", value="k") if t.value == left[-1].value else t for t in member
        )
        for member in statement.members
    )


def is_identifier(left: tuple[Token, ...]) -> bool:
    """Whether a left side is a name of any kind, and no letter: `level_t`, `max_tokens`."""
    name = raw(left, spaces=True) if left else ""
    is_name = len(left[0].value if left else "") >= SHORTEST and bool(IDENTIFIER.fullmatch(name))
    return is_name and not MOMENT.fullmatch(name)


def is_measured(member: Sequence[Token]) -> bool:
    """Whether a side is a number with its unit: 2.5 ms."""
    if [token.kind for token in member] != ["number", "name"]:
        return False
    return unit_named(member[1].value) is not None


def is_explained(member: Sequence[Token]) -> bool:
    """Whether a side is but a name and words in brackets: TPOT (inter-token latency)."""
    signs = [token for token in member if token.kind != "name"]
    brackets = [token for token in signs if token.value in "()"]
    is_apart = len(brackets) == 2 and brackets[0].spaced
    return is_apart and all(t.value in "()-" and (t.value != "-" or not t.spaced) for t in signs)


def without_aim(side: tuple[Token, ...]) -> tuple[Token, ...]:
    """What is minimized: `min_w …`, `\\operatorname{argmin}_w \\{…\\}`; empty if nothing is."""
    at, aimed = 0, False
    while at < len(side) and (side[at].value in AIMS or side[at].value in WORDS | {"{", "}"}):
        aimed = aimed or side[at].value in AIMS
        at += 1
    if not aimed or not side[at:] or side[at].value == "(":
        return ()
    if side[at].value == "_":
        at = closing(side, at + 1)
    return side[at:]


def is_symbol(left: tuple[Token, ...]) -> bool:
    """Whether a left side names something of its own, such as a slope or `NMSE^2`."""
    if any(token.value in ("∂", "∇") for token in left):
        return True
    return bool(POWER.fullmatch(raw(left)))


def owner(
    left: tuple[Token, ...], context: Context
) -> tuple[tuple[Quantity, ...], tuple[str, ...], bool]:
    """The quantities that a left side stands for, its arguments, and whether that is sure."""
    if not left:
        if context.near:
            return context.near, (), True
        return (context.titled, (), False) if context.stands_alone else ((), (), False)
    name = DERIVATIVE.sub(r"\1/\2", AT_A_RANK.sub("@k", raw(left, spaces=True)))
    names = catalog().by_name
    if events := CONDITIONAL.fullmatch(name):
        return conditional(name, events, context)
    head, arguments = with_arguments(name)
    own = names.get(key(name)) or names.get(key(spelled(name)), ())
    own = own or (names.get(key(head), ()) if arguments is not None else ())
    if own and arguments is not None and not fits(own, arguments, name):
        own = ()
    if own and (len(key(head)) > 2 or (arguments is not None and key(name) in names)):
        is_symbol_too = key(name) in catalog().all_symbols  # the Var(W) of He
        around = (*context.near, *context.far) if is_symbol_too or moment_of(name) else ()
        also = (q for q in around if not q.symbols.isdisjoint((key(name), key(moment_of(name)))))
        return tuple(dict.fromkeys((*own, *also))), arguments or (), True
    symbol = symbol_keys(name, head, arguments or ())
    if not own and symbol.isdisjoint(catalog().all_symbols):
        return (), (), False
    for quantities, sure in ((context.near, True), (context.far, False)):
        standing = tuple(q for q in quantities if q.symbols & symbol or q in own)
        if standing:
            return standing, arguments or (), sure
    return (own, arguments or (), True) if own and is_plain_symbol(own, name) else ((), (), False)


def distant(statement: Statement, context: Context) -> tuple[Quantity, ...]:
    """What a letter may stand for, or a formula that stands alone, that is named far from it."""
    left = statement.left
    if not context.page or not statement.members:
        return ()
    has_limits = any(token.value == "±" for token in statement.members[0])
    if not (left or context.stands_alone or has_limits):
        return ()
    if not left:
        letters = {token.value for token in statement.members[0] if token.kind == "name"}
        far = (*mentioned_on(context.page), *intervals()) if has_limits else context.far
        return far if len(letters) >= FEWEST_LETTERS else ()
    name = DERIVATIVE.sub(r"\1/\2", raw(left, spaces=True))
    head, arguments = with_arguments(name)
    symbol = symbol_keys(name, head, arguments or ())
    if symbol.isdisjoint(catalog().all_symbols):
        return ()
    hinted = hinted_on(context.page) if usual_left(name) else ()
    called = called_on(context.page) if has_long_names(statement.members[0]) else ()
    told = (*mentioned_on(context.page), *hinted, *called)
    return tuple(q for q in dict.fromkeys(told) if q.symbols & symbol)


def has_long_names(member: Sequence[Token]) -> bool:
    """Whether a formula has two names that are no mere letters: c_FP and c_FN."""
    names = {
        t.value for t in member if t.kind == "name" and len(t.value) > 1 and " " not in t.value
    }
    return len(names - FUNCTIONS) > 1


def intervals() -> tuple[Quantity, ...]:
    """What ± may stand in, whatever the page calls it."""
    names = catalog().by_name
    return (
        names[key("confidence interval of the mean")]
        + names[key("confidence interval of the difference")]
    )


@lru_cache(maxsize=RECENT)
def hinted_on(page: Question) -> tuple[Quantity, ...]:
    """The quantities that a word of a page hints at: of what is geometric, or uniformly drawn."""
    hints = catalog().by_hint
    said = {w.lower() for b in page.blocks if b.is_prose for w in WORD.findall(b.text.content)}
    return tuple(dict.fromkeys(q for word in hints.keys() & said for q in hints[word]))


@lru_cache(maxsize=RECENT)
def mentioned_on(page: Question) -> tuple[Quantity, ...]:
    """The quantities that a page mentions anywhere in its headings and paragraphs."""
    text = told_on(page)
    return tuple(dict.fromkeys((*mentioned(text), *mentioned(singular(text)))))


@lru_cache(maxsize=RECENT)
def called_on(page: Question) -> tuple[Quantity, ...]:
    """The quantities that a page calls anything that they are called where they are the topic."""
    return tuple(dict.fromkeys(called_in(singular(told_on(page)))))


def told_on(page: Question) -> str:
    """The headings and paragraphs of a page."""
    read = (b.text.content for b in page.blocks if b.kind == "heading" or b.is_prose)
    return "\n".join(read)[:LONGEST_TEXT]


def spelled(name: str) -> str:
    """A name of several words, with the Greek letters in it as the words that they are."""
    return "".join(GREEK_WORDS.get(letter, letter) for letter in name) if " " in name else name


def conditional(
    name: str, events: re.Match, context: Context
) -> tuple[tuple[Quantity, ...], tuple[str, ...], bool]:
    """What P(A | B) stands for: what Bayes' theorem gives, or a density that is spoken of."""
    names = catalog().by_name
    bayes = (*names[key("Bayes' theorem")], *names[key("conditional probability")])
    bayes = bayes if key(name) in bayes[-1].symbols else bayes[:-1]
    arguments = (events[1].strip(), events[2].strip())
    for quantities, sure in ((context.near, True), (context.far, False)):
        if told := tuple(filter(partial(is_conditional, key(name)), quantities)):
            return (*told, *bayes), arguments, sure
    return bayes, arguments, True


def is_conditional(symbol: str, quantity: Quantity) -> bool:
    """Whether P(x | c) may stand for it: a density, a posterior, or a smoothed share of counts."""
    may_be = quantity.summed or not CONDITIONAL_FAMILIES.isdisjoint(quantity.family_names)
    return may_be and symbol in quantity.symbols


def is_plain_symbol(own: tuple[Quantity, ...], name: str) -> bool:
    """Whether a short name is as good as a word: R², F_1, κ with its own letters."""
    return key(name) == "κ" or len(key(name)) > 1


def symbol_keys(name: str, head: str, arguments: Sequence[str]) -> frozenset[str]:
    """The symbols that a left side may be: f for f(x), but f(−x) is no f."""
    whole = key(name)
    heads = () if any(map(COMPUTED.search, arguments)) else (key(head),)
    usual = filter(None, [key(usual_left(name)), key(RUN_TOGETHER.sub(r"\1_\2", name))])
    return frozenset([whole, whole.replace(" ", ""), *heads, *gradient(name), *usual])


def symbols_of(left: tuple[Token, ...], is_sure: bool) -> frozenset[str]:
    """The symbols that a left side may be, if nothing else names its formula."""
    if is_sure or not left:
        return frozenset()
    name = raw(left, spaces=True)
    head, arguments = with_arguments(name)
    return symbol_keys(name, head, arguments or ())


def moment_of(name: str) -> str:
    """The usual left side of a variable's mean or variance, Var(X) for Var[N]; "" of others."""
    found = MOMENT.fullmatch(name)
    if not found:
        return ""
    return "Var(X)" if found["variance"] else "E[X]"


def usual_left(name: str) -> str:
    """The same, and P(X=k) for P(N = n)."""
    return moment_of(name) or ("P(X=k)" if CHANCE.fullmatch(name) else "")


def gradient(name: str) -> Iterator[str]:
    """The key of a gradient by the weights, the bias or the logits: ∂L/∂w for ∂J/∂θ_j, ∇_w L(w)."""
    found = "∂" in name or "∇" in name
    found = found and GRADIENT.fullmatch(name.replace(" ", "").replace("frac", ""))
    if found:
        of = "ℓ" if (found["of"] or found["whole"]) in LIKELIHOODS else "L"
        by = found["by"] or found["below"] or "w"
        yield key(f"∂{of}/∂{'w' if by in 'wβθW' else by}")


def with_arguments(name: str) -> tuple[str, tuple[str, ...] | None]:
    """`KL(P‖Q)` as its head and its arguments; None if it has none."""
    found = re.fullmatch(r"([^()]+?)\s*\(([^()]*)\)", name)
    if not found:
        return name, None
    parts = found[2].translate(COMMAS).split(",")
    return found[1], tuple(part.strip() for part in parts if part.strip())


def fits(quantities: tuple[Quantity, ...], arguments: tuple[str, ...], name: str) -> bool:
    """Whether what stands in brackets leaves the quantity what it is."""
    if any(key(name) in map(key, q.names) for q in quantities):
        return True
    if any(map(COMPUTED.search, arguments)):
        return False
    if any(q.arguments and len(q.arguments) == len(arguments) for q in quantities):
        return all(re.fullmatch(r"[\w\s']{1,12}", a) for a in arguments)
    if (head := key(name.partition("(")[0])) in OF_VARIABLES:
        return (len(arguments) == 1 or head in OF_PAIRS) and all(
            re.fullmatch(r"[A-Za-z]", a) for a in arguments
        )
    return "|" not in name and all(re.fullmatch(r"[\w\s'^,]{1,14}", a) for a in arguments)
