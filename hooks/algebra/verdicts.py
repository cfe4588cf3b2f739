"""What a page's formulas for quantities are found to be."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice

from hooks.algebra.agreement import contradictions
from hooks.algebra.catalog import Quantity, catalog, has_words
from hooks.algebra.context import Claim
from hooks.algebra.equations import is_line_break
from hooks.algebra.families import Family, find_any
from hooks.algebra.identity import Judgment, is_quantity, judge, others, respelled
from hooks.algebra.lexer import Token
from hooks.algebra.named_quantities import mentioned
from hooks.algebra.names import key
from hooks.algebra.passing import claims_in_passing
from hooks.algebra.resemblance import is_renamed, names_in, one_slip_away
from hooks.algebra.slips import MOST, corrections
from hooks.algebra.statements import claims
from hooks.algebra.tree import Applied, Binary, Call, Cases, Node, Number
from hooks.page import RECENT, Question
from hooks.pattern import Pattern
from hooks.record import record

LONGEST = 70
LONGEST_TOPIC = 800  # characters before a formula in which what else it may be is named
LABEL = Pattern(r"\s*(?P<name>`[^`]+`|\*\*[^*]+?\*\*)[^:]{0,40}:(?=\W)")
RUN_IN = Pattern(r"\*\*(?P<name>[^*\n]{2,60})(?:[.:]\*\*|\*\*[.:])")
OF_FORMULAS = Pattern(
    r"formula|equation|definition|update|step|code|python|numpy|torch|pass|loss|objective", re.I
)
MOMENTS = frozenset(map(key, ["Var(X)", "E[X]"]))
ANY_FUNCTION = Pattern(r"[fgh]\([a-z]\)")
# Families of quantities that each business counts in its own way: by visitors, by sessions.
OF_BUSINESS = frozenset(["visits", "spending", "counted customers"])
USUAL_NUMBERS = frozenset(
    ["0", "0.25", "0.5", "1", "1.25", "2", "3", "4", "5", "6", "8", "12", "100"]
)
LARGEST_USUAL = 12
# What ties variables to each other, so that more holds of them than of any.
CONDITIONED = Pattern(
    r"Markov|conditional\w*\s(?:mutual|independ)|determin|function\sof|if\sand\sonly|[XYZ]\s*=\s*\w"
    r"|\\perp|⊥|bijecti|invertib|Bernoulli|binary|indicator|Poisson|exponential\b",
    re.I,
)
ONE_COEFFICIENT = Pattern(r"‖y-xβ‖.*?[\w})](?:\|β\||β\^2)")
NOISE = Pattern(r"ε|\\(?:var)?epsilon(?![a-z])")
MAXIMIZED = Pattern(r"maximi[sz]|ascent|likelihood|reward", re.I)
NUMBER = Pattern(r"\d+(?:\.\d+)?")
OF_STEPS = Pattern(r"gradient|derivative|step|update|Jacobian|momentum|moment|velocity", re.I)
OF_DERIVATIVES = Pattern(  # on a line of its own
    r"\*\*(?:The\s+)?(?:sub)?(?:gradients|derivatives|slopes)\b[^*]*\*\*(?!\s*[:(`$])", re.I
)
DERIVATIVES = Pattern(r"(?:The\s+)?(?:sub)?(?:gradients|derivatives|slopes)(?![\w-])", re.I)


@record
class Verdict:
    """A formula that was compared with its quantity. message: what is wrong; "" if it is right.

    start: where in the text it stands, or the row of its cases that is wrong.
    """

    claim: Claim
    quantity: Quantity | None
    message: str = ""
    start: int = -1

    @property
    def position(self) -> tuple[int, int]:
        return self.claim.text.position(self.claim.start if self.start < 0 else self.start)

    def place_of(self, token: Token) -> tuple[int, int]:
        """Where a token of the formula starts and ends in the text."""
        return self.claim.offset + token.start, self.claim.offset + token.end


@lru_cache(maxsize=RECENT)
def verdicts(page: Question) -> tuple[Verdict, ...]:
    """The formulas of a page that were understood and compared."""
    made: list[Verdict] = []
    for claim in claims(page):
        verdict = verdict_of(claim)
        if verdict and not (verdict.message and made and puts_in_noise(made[-1], claim)):
            made.append(verdict)
    made += in_passing(page, made)
    return (*made, *contradicting(page, made))


def contradicting(page: Question, known: Sequence[Verdict]) -> Iterator[Verdict]:
    """The formulas that what stands beside them contradicts, where nothing else is wrong."""
    wrong = {verdict.position[0] for verdict in known if verdict.message}
    for found in contradictions(page):
        piece, side = found.equation.piece, found.side
        start, end = piece.start + side[0].start, piece.start + side[-1].end
        claim = Claim(
            (), (), side, piece.latex, piece.text, start, end, piece.start, False, "", False
        )
        verdict = Verdict(claim, None, found.message)
        if verdict.position[0] not in wrong:
            wrong.add(verdict.position[0])
            yield verdict


def in_passing(page: Question, known: Sequence[Verdict]) -> Iterator[Verdict]:
    """The formulas that are one slip away from what their sentence names."""
    made = map(verdict_in_passing, claims_in_passing(page, [v.claim for v in known]))
    yield from filter(None, made)


def verdict_in_passing(claim: Claim) -> Verdict | None:
    """What is wrong with a formula that is one slip away from a quantity near it."""
    if claim.is_quoted:
        return None
    if (judgment := judge(claim.tokens, claim.latex, claim.quantities)).right:
        told = less_a_little(claim, judgment)
        return Verdict(claim, judgment.quantity, told) if told else None
    if has_one_coefficient(claim) or is_evaluated(claim) or is_derived(claim):
        return None
    for quantity in claim.quantities:
        found = not is_another(quantity, claim) and one_slip_away(
            claim.tokens, claim.latex, quantity, is_named=not claim.by_topic
        )
        if found:
            judgment = Judgment(False, True, quantity, (found,))
            is_other = is_example(claim, judgment) or is_another_quantity(claim, judgment)
            return None if is_other else Verdict(claim, quantity, message(claim, judgment))
    return None


def is_another_quantity(claim: Claim, judgment: Judgment) -> bool:
    """Whether a formula is what else the words around name, or any other one in usual letters."""
    topic = "" if claim.is_sure else claim.topic[-LONGEST_TOPIC:]
    told = f"{claim.about}\n{topic}"
    around = (*claim.quantities, *(q for q in mentioned(told) if is_called(q, told.lower())))
    rivals = [q for q in dict.fromkeys(around) if q is not judgment.quantity]
    known = [q for q in catalog().quantities if q is not judgment.quantity]
    own = frozenset(left for left in claim.symbols & judgment.quantity.lefts if "∂" not in left)
    if own:
        rivals, known = ([q for q in listed if q.lefts & own] for listed in (rivals, known))
    if any(is_renamed(claim.tokens, claim.latex, rival) for rival in rivals):
        return True
    return not claim.is_sure and judge(claim.tokens, claim.latex, known).right


def is_called(quantity: Quantity, told: str) -> bool:
    """Whether a text has what a quantity is called: parameters alone are not the LSTM's."""
    names = (*quantity.called, *quantity.names)
    return not quantity.called or any(name.lower() in told for name in names)


def puts_in_noise(before: Verdict, claim: Claim) -> bool:
    """Whether a right formula goes on with a model's noise put in: = β + (XᵀX)⁻¹Xᵀε."""
    if before.message or before.claim.text is not claim.text or not claim.start > before.claim.end:
        return False
    between = claim.text.content[before.claim.end : claim.start].strip(" &\\\n")
    return between == "=" and bool(NOISE.search(claim.formula))


LITTLE = (("0",), ("ε",))  # what may stand for no more than a number that is almost zero


def less_a_little(claim: Claim, judgment: Judgment) -> str:
    """What is wrong with a formula in which the ε that is to keep a sum above zero lessens it."""
    family = judgment.readings[0][1]
    tokens = (claim.tokens[0], *claim.tokens)
    steps = zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
    if family.roles.get("ε", "size 0") != "size 0":
        return ""
    for power, before, sign, after in steps:
        is_little = family.written.get(key(after.value)) in LITTLE
        is_sum = before.kind != "number" or power.value == "^"  # 1 − ε is another thing
        if sign.value == "-" and is_little and is_sum and not claim.is_quoted:
            quantity = judgment.quantity
            return f"{quantity.name} = {quantity.shown}; {after.value} is added to what may be 0"
    return ""


IN_PROSE = Pattern(r"\W*(?:[A-Za-z]{3,}\s+){2,}\d[\d,.]*\W*")  # mean rent 1000


def verdict_of(claim: Claim) -> Verdict | None:
    if claim.refuted:
        return verdict_of_identity(claim)
    judgment = judge(claim.tokens, claim.latex, claim.quantities, claim.arguments)
    if judgment.right:
        return Verdict(claim, judgment.quantity, less_a_little(claim, judgment))
    if not judgment.understood or claim.is_quoted or IN_PROSE.fullmatch(claim.formula):
        return None
    if is_example(claim, judgment) or has_one_coefficient(claim) or is_evaluated(claim):
        return None
    meant = [q for q in claim.quantities if not is_another(q, claim)]
    if len(meant) < len(claim.quantities):
        judgment = judge(claim.tokens, claim.latex, meant, claim.arguments)
        if not judgment.understood:
            return None
    if is_another_named_before(claim) or is_namesake(claim) or is_derived(claim):
        return None
    if not claim.is_sure and (is_labeled(claim) or is_other_symbol(claim, judgment)):
        return None
    if (claim.elsewhere or is_any_function(claim)) and not is_slip(claim, judgment):
        return None
    if judgment.readings[0][1].name in OF_BUSINESS and not is_one_slip(judgment):
        return None
    if is_labeled_as_other(claim, judgment):
        return None
    return Verdict(claim, judgment.quantity, message(claim, judgment), wrong_row(claim, judgment))


def verdict_of_identity(claim: Claim) -> Verdict | None:
    """What is wrong with an identity of random variables, if that is certain."""
    right = "" if CONDITIONED.search(claim.about) else claim.refuted()
    if not right or claim.is_quoted:
        return None
    return Verdict(claim, None, f"{right}; the page says {short(claim.formula)}")


def wrong_row(claim: Claim, judgment: Judgment) -> int:
    """Where the one row of a formula's cases starts that is wrong; -1 if it has no such row."""
    if "\n" not in claim.formula or not any(isinstance(t, Cases) for t, _ in judgment.readings[:1]):
        return -1
    tree, family = judgment.readings[0]
    wrong = [
        at
        for at in range(len(tree.values))
        if is_quantity(with_one_row(tree, at), judgment.quantity, family, {}) is False
    ]
    ends = [token.end for token in claim.tokens if is_line_break(token)]
    if len(wrong) != 1 or not 0 < wrong[0] <= len(ends):
        return -1
    behind = ends[wrong[0] - 1]
    first = next(token for token in claim.tokens if token.start >= behind)
    return claim.offset + first.start


def with_one_row(tree: Cases, at: int) -> Cases:
    """The cases with a value in one row, and none in the others."""
    none = Binary("^", Number(-1.0), Number(0.5))
    values = (value if number == at else none for number, value in enumerate(tree.values))
    return Cases(tuple(values), tree.conditions)


def is_example(claim: Claim, judgment: Judgment) -> bool:
    """Whether numbers are filled in: 2 × 48 layers × 8 heads, 90 hits / (90 hits + 10 misses)."""
    forms = " ".join(form.formula for q in claim.quantities for form in q.forms)
    usual = USUAL_NUMBERS.union(NUMBER.findall(forms))
    tokens = respelled(claim.tokens, judgment.quantity)  # (t − 500)/9500 is the table's t/T
    given = [t.value for t in tokens if t.kind == "number" and t.value not in usual]
    if len(given) > 1 or any("." in n or float(n) > LARGEST_USUAL for n in given):
        return True
    if has_gradient_filled_in(*judgment.readings[0]):
        return True
    if not has_few_names(claim, *judgment.readings[0]):
        return False
    own = {"1", *NUMBER.findall(forms)}
    foreign = [t.value for t in tokens if t.kind == "number" and t.value not in own]
    is_repeated = len(set(foreign)) < len(foreign)  # 2^k e^(−2)/k!
    return bool(given) or is_repeated or any(number != "2" for number in foreign)


def has_gradient_filled_in(tree: Node, family: Family) -> bool:
    """Whether a step of an optimizer has numbers in the place of the gradient: w − η · 6w."""
    if family.name not in STEPS:
        return False
    start, gradients = STEPS[family.name]
    roles = {
        r
        for name in names_in(tree, partial(find_any, family.written))
        for r in family.written.get(name, ())
    }
    is_plain = not any(isinstance(node, (Applied, Call)) for node in tree.walk())
    has_number = any(isinstance(node, Number) for node in tree.walk())
    return is_plain and has_number and start in roles and roles.isdisjoint(gradients)


# Families of steps, with what is stepped from and what the step goes along.
STEPS = {
    "optimizer": ("θ", frozenset(["g", "m", "v", "mhat", "vhat"])),
    "curvature": ("w", frozenset(["s", "u"])),
}


def has_few_names(claim: Claim, tree: Node, family: Family) -> bool:
    """Whether a formula has fewer names than all of its quantities' formulas in a family.

    In w − 0.1 · 2(w − 3) the gradient of an example is written out.
    """
    letters = {token.value for token in claim.tokens if token.kind == "name"} - {"e"}
    names = max(letters, names_in(tree, partial(find_any, family.written)), key=len)
    forms = [f.formula for q in claim.quantities for f in q.forms if f.family is family]
    return all(len(names) < len(family.all_roles_of(form)) for form in forms)


def has_one_coefficient(claim: Claim) -> bool:
    """Whether a fit with one coefficient is penalized: ½‖y − xβ‖² + λ|β| has nothing to sum."""
    written = "".join(token.value for token in claim.tokens)
    return bool(ONE_COEFFICIENT.search(written))


def is_evaluated(claim: Claim) -> bool:
    """Whether a function is named with numbers in it: "the split's entropy is H(1/3) = 0.918"."""
    return bool(EVALUATED.fullmatch(claim.formula))


EVALUATED = Pattern(r"\W*[^\W\d]\w{0,7}\s*\(\s*[\d.,;/%\s−-]+\)\W*")


def is_another(quantity: Quantity, claim: Claim) -> bool:
    """Whether the words around, or the topic, say that something else is meant."""
    return says(quantity.unless, claim.about) or says(quantity.elsewhere, claim.topic)


def says(phrases: Iterable[str], text: str) -> bool:
    """Whether a word of a text starts with one of the phrases; not "no padding", "dilation 1"."""
    words = "|".join(map(re.escape, phrases))
    if not words:
        return False
    told = rf"(?<![\w\\])(?<!\bno )(?<!\bwithout )(?:{words})(?!\w*(?: of)?\s?=?\s?[01]\b)"
    return bool(re.search(told, text, re.I))


def is_any_function(claim: Claim) -> bool:
    """Whether what any function is called is computed of its argument alone: f(x) = x² − 4x."""
    if claim.is_sure or not any(map(ANY_FUNCTION.fullmatch, claim.symbols)):
        return False
    return len({token.value for token in claim.tokens if token.kind == "name"}) == 1


def is_labeled_as_other(claim: Claim, judgment: Judgment) -> bool:
    """Whether it is what its line calls it, by a person's name: "He (ReLU): 2/fan_in"."""
    known = [q for q in catalog().quantities if q is not judgment.quantity]
    other = next(others(judgment, known), None)
    before = claim.text.content[: claim.start].rpartition("\n")[2]
    persons = [name.split()[0] for name in (other.name, *other.names) if name] if other else []
    return any(p.istitle() and re.search(rf"\b{re.escape(p)}\b", before) for p in persons)


def is_labeled(claim: Claim) -> bool:
    """Whether its item opens with the name of something else: "`Normalizer`: `x' = …`"."""
    content = claim.text.content
    if label := LABEL.match(content, 0, claim.start):
        return not OF_FORMULAS.search(label[0]) and not names_itself(claim, label["name"])
    run_ins = [*RUN_IN.finditer(content, 0, claim.start)] if "**" in content else ()
    run_in = run_ins[-1] if run_ins else None
    if not run_in or OF_FORMULAS.search(run_in["name"]):
        return False
    return not names_itself(claim, run_in["name"])


def names_itself(claim: Claim, label: str) -> bool:
    """Whether a label names what the formula is given for."""
    return any(q.is_told_in(label.lower()) for q in claim.quantities)


def is_other_symbol(claim: Claim, judgment: Judgment) -> bool:
    """Whether a left side such as L stands for another quantity that the formula is."""
    left = claim.symbols or {symbol for q in claim.quantities for symbol in q.symbols}
    known = [q for q in catalog().quantities if q.symbols & left and q not in claim.quantities]
    if is_one_slip(judgment):
        told = f"{claim.topic} {claim.about} {claim.text.content}".lower()
        known = [q for q in known if q.is_told_in(told)]
    return is_one_of(known, claim, judgment) or is_another_told(claim)


def is_one_of(quantities: Sequence[Quantity], claim: Claim, judgment: Judgment) -> bool:
    """Whether a formula is another quantity that may be meant; "the loss" is no log-likelihood."""
    return any(not is_another(quantity, claim) for quantity in others(judgment, quantities))


def is_another_named_before(claim: Claim) -> bool:
    """Whether the words before a formula name what it is, and not what only the heading names:
    "the lasso has the penalty" below "Ridge, lasso and elastic net"."""
    before = claim.text.content[: claim.start]
    if any(quantity.is_told_in(before.lower()) for quantity in claim.quantities):
        return False
    told = [q for q in mentioned(before) if q not in claim.quantities]
    return judge(claim.tokens, claim.latex, told, claim.arguments).right


def is_namesake(claim: Claim) -> bool:
    """Whether a formula is what else is called so where the topic is told: Amdahl's speedup."""
    told = f"{claim.topic}\n{claim.text.content[: claim.start]}".lower()[-LONGEST_TOPIC:]
    names = (name for q in claim.quantities for name in (*q.names, *q.called))
    said = max((name for name in names if has_words(told, name.lower())), key=len, default="")
    called = [q for q in catalog().by_call.get(key(said), ()) if q not in claim.quantities]
    meant = [q for q in called if q.is_told_in(told)]
    return judge(claim.tokens, claim.latex, meant, claim.arguments).right


def is_derived(claim: Claim) -> bool:
    """Whether a heading or a label says that derivatives follow: "**Gradients.** Ridge: 2λw"."""
    if any(OF_STEPS.search(quantity.name) for quantity in claim.quantities):
        return False
    labels = [claim.topic, *claim.topic.split(": ")[1:2]]
    content = claim.text.content[: claim.start]
    labels += [found["name"] for found in RUN_IN.finditer(content)] if "**" in content else []
    return any(map(DERIVATIVES.match, labels)) or bool(OF_DERIVATIVES.search(claim.topic))


def is_another_told(claim: Claim) -> bool:
    """Whether a formula is what the words around name elsewhere, in letters of its own."""
    told = [q for q in mentioned(claim.about) if q not in claim.quantities and is_rival(q, claim)]
    return judge(claim.tokens, claim.latex, told, claim.arguments).right


def is_rival(quantity: Quantity, claim: Claim) -> bool:
    """Whether a left side may be another quantity's: that of ∂L/∂b is no loss, Var(X) no mean."""
    if claim.symbols & MOMENTS:
        return bool(claim.symbols & quantity.symbols)
    is_gradient = any("∂" in symbol for symbol in claim.symbols)
    return not is_gradient or any("∂" in symbol for symbol in quantity.symbols)


def is_slip(claim: Claim, judgment: Judgment) -> bool:
    """Whether a formula is its quantity but for one slip, and nothing else that its page names."""
    rivals = [q for q in claim.elsewhere if is_rival(q, claim)]
    if MAXIMIZED.search(claim.about) or is_one_of(rivals, claim, judgment):
        return False
    return is_one_slip(judgment)


def is_one_slip(judgment: Judgment) -> bool:
    """Whether a formula is its quantity but for one slip."""
    tree, family = judgment.readings[0]
    tried = islice(corrections(tree), MOST)
    return any(is_quantity(one, judgment.quantity, family, {}) for one in tried)


def message(claim: Claim, judgment: Judgment) -> str:
    quantity = judgment.quantity
    written = short(claim.formula)
    if with_brackets := bracketed(claim, quantity):
        return f"{quantity.name} = {quantity.shown}; {written} lacks brackets: {with_brackets}"
    return f"{quantity.name} = {quantity.shown}; {written} is {instead(judgment)}"


def short(formula: str) -> str:
    written = " ".join(formula.split())
    return f"{written[:LONGEST]}…" if len(written) > LONGEST else written


def bracketed(claim: Claim, quantity: Quantity) -> str:
    """The formula with brackets on the sides of its slash, if that makes it right; "" if not."""
    slashes = [i for i, token in enumerate(claim.tokens) if token.value == "/"]
    if len(slashes) != 1 or claim.latex:
        return ""
    (at,) = slashes
    above, below = claim.tokens[:at], claim.tokens[at + 1 :]
    closed = enclosed(above), enclosed(below)
    for sides in ((above, closed[1]), (closed[0], below), closed):
        tokens = (*sides[0], claim.tokens[at], *sides[1])
        if judge(tokens, claim.latex, [quantity], claim.arguments).right:
            return " / ".join(map(partial(written_side, claim), sides))
    return ""


def enclosed(side: Sequence[Token]) -> tuple[Token, ...]:
    """A side in brackets."""
    start, end = (side[0].start, side[-1].end) if side else (0, 0)
    return Token("sign", "(", start, start), *side, Token("sign", ")", end, end)


def written_side(claim: Claim, side: Sequence[Token]) -> str:
    """A side as the page has it, with its brackets if it got some."""
    start, end = claim.offset + side[0].start, claim.offset + side[-1].end
    text = " ".join(claim.text.content[start:end].split())
    return f"({text})" if side[0].start == side[0].end else text


def instead(judgment: Judgment) -> str:
    known = [q for q in catalog().quantities if q is not judgment.quantity]
    other = next(others(judgment, known), None)
    return (other and other.name) or "something else"
