"""What a sentence speaks of where it does not say so itself.

"It prevents overfitting" points to the sentence before; "Failing to reject …" answers "What is a
type I error?"; "reduces bias" stands below the heading "Bagging", or in the row of that name.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from hooks.language.assertion import QUIZ
from hooks.language.reading import LABEL, Reading, read, read_marks
from hooks.language.sentences import Sentence, sentences
from hooks.language.wording import listed, words
from hooks.page import Block, Question
from hooks.pattern import Pattern
from hooks.record import cached_property, record

PRONOUN = Pattern(
    r"(?:this|these|the|such an?) (?:methods?|techniques?|approach(?:es)?|algorithms?|models?"
    r"|metrics?|curve|strategy|score)(?= \w)|(?:it|this|they|these)(?= \w)"
)
STARTS_AS_PRONOUN = (
    *("it ", "its ", "this ", "they ", "these", "the me", "the te", "the al", "the ap", "the mo"),
    *("hence", "so ", "thus", "theref", "that is", "that me"),
)
SUBJECT = Pattern(
    r"(?:(?:the|a|an) )?((?:\w+ ){0,4}?\w+) (?:,|is|are|was|has|have|can|refers?|(?<!\b[kc] )means)"
    r"\b"
)
ASKED = Pattern(
    r"(?:^|.* )(?:what(?: is| are| does| do)?|define|explain|describe|what do (?:you|we) (?:mean|"
    r"understand) by|what is meant by)(?: the)?(?: terms?)? (?P<subject>(?:a |an )?(?:\w+ ){0,4}?"
    r"\w+?)(?:(?<!\b[kc]) means?| do| does| measures?| tell \w+| stand for| represent| indicate)?$"
)
BARE = Pattern(  # "BM25?"
    r"(?:and )?(?P<subject>(?!(?:what|why|how|when|where|which|who|so|really|yes|no|true|right)"
    r"(?: |$))\S+(?: \S+)?) ?\??"
)
YES_NO = Pattern(
    r"(?:.* )?(?P<verb>does|do|can|may|must|could|will|should|is|are)"
    r" (?P<rest>(?:[^ ]+ ){1,20}[^ ]+)$"
)
ASKS = Pattern(  # a question that yes or no answers
    r"(?:(?:and|so|but|then|well) (?:, )?)*"
    r"(?:does|do|did|can|could|may|will|should|must|is|are|was|were|has|have) "
)
SEVERAL = Pattern(r"\b(?:and|or|vs|versus|between|difference|compare\w*|when|why|how|¬\w+)\b")
HOW = Pattern(r"(?:.* )?how (?:do|can|would|could|should|to) (?:(?:you|we|i|one) )?(?P<task>.+)")
HAPPENS = Pattern(  # "what happens to the bias if λ grows?"
    r"(?:.* )?(?:what happens to|how (?:does|do|will)) (?P<effect>(?:[^ ]+ ){1,4}?)"
    r"(?:(?:change|react|behave|develop|respond) )?(?P<cause>(?:if|when|as|with) .+)"
)
AGREEING = ("yes", "true", "correct")
DENYING = Pattern(r"¬no(?: ,|$)")
SPEAKER = Pattern(r"(?:\w+ ){1,3}: (?=(?:yes|true|correct|¬no)\b)")
WORD = Pattern(r"[^\W_]+")
LEANING = listed(  # how a sentence begins that goes on with the one before it
    "it its this that these they there he she both so hence thus therefore then consequently"
    " accordingly meaning means which yes right true because since as conclusion interpretation"
    " here in put i we you one for"
)
LEANING_IF = {  # of those, the ones that tell it by the next word only
    "in": listed("other plain simple short words our"),
    "put": listed("differently simply"),
    "i": listed("e"),
    "we": listed("can should need must may now therefore thus conclude know"),
    "you": listed("can"),
    "one": listed("can"),
    "for": listed("us"),
    "there": listed("s is remains exists"),
}
POINTING = listed("area interval value number score result model method price")  # "the area is …"
OPENING = 40  # characters of a sentence that tell how it begins
LIKENESS = Pattern(  # "just as in a random forest, …", "…, just like those of a forest"
    r"(?:^|(?<= ), )"
    r"(?:(?:just|exactly|much|similarly|quite|again) (?:as|like)|like|as (?:in|with|for))"
    r"(?! (?:this|that|so|it|is|are|if|though|long|soon|far|many|much|well|example|instance) )"
    r"(?: [^ ,;:—¬]+){1,9}(?: , ?|$)"
)
FROM_TO = Pattern(r"from [−-]?\d\S* to [−-]?\d\S*(?: |$)")  # "raising k from 3 to 15 …"
ONE_BY_ONE = Pattern(
    r"(?:with|for|by) (?:every|each)(?: (?:additional|further|extra|new|more|added))?"
    r" (?P<one>[a-z]+)(?: (?:(?:that|which) )?(?:(?:we|you|one|i) adds?|is added)| more| added)"
    r"(?![^ ])|(?:with|for|by) (?:every|each) (?:additional|further|extra|new|added)"
    r" (?P<new>[a-z]+)(?![^ ])"
)
MORE_OF = Pattern(  # "the more users we ask"
    r"(?<![^ ])the more (?P<one>[a-z]+s)(?: (?:(?:we|you|one|i|they) [a-z]+|(?:are|is) [a-z]+))?"
    r"(?= ,|$)"
)
INTRODUCTION = Pattern(r"despite (?:its|the) name (?:, )?")
ASSUMPTIONS = Pattern(
    r"(?:\W*(?:the|key|main|basic|model|what are)\b)*\W*assumptions? (?:of|behind|in) "
    r"(?P<subject>.+)",
    re.I,
)
NUMBERING = Pattern(
    r"^(?:\d+ |q ?\d* |question )?(?:: )?(?:(?:the |key |main |some )*(?:advantages?|benefits?|pros"
    r"|strengths?|properties|characteristics|features|facts|uses|notes?|summary|overview|definition"
    r"|meaning|purpose|goal|role|effects?|idea|basics) (?:of|about|on|for) )?(?:the |an? )?"
)
ARTICLE = Pattern(r"^an? ")
NEGATING = Pattern(
    r"\b(?:not|no|never|avoid|weak\w*|limit\w*|disadvantages?|drawbacks?|cons|problems?|risks?"
    r"|issues?|fail\w*|lacks?|unlike|instead|wrong|worst|bad|without|hurt\w*|challenges?)\b",
    re.I,
)
VERBAL = Pattern(r"(?:[a-z]+(?:s|ing|ed)|can|have|do|will|need|require|use|low|high|very) \w")
VERB = (  # finite verbs that are no nouns in that form
    r"(?:is|are|was|were|can|cannot|may|might|will|should|must|has|have|does|do|tries|adds?"
    r"|assumes?|averages|avoids?|builds?|calculates?|causes|chooses?|combines?|computes?|creates?"
    r"|decreases|depends?|estimates|explains?|finds?|fits|gives?|grows?|handles?|helps?|ignores?"
    r"|improves?|increases|keeps?|leads?|learns?|lowers|makes?|means|measures|minimizes?|models"
    r"|needs|performs?|predicts?|prevents?|produces?|provides?|raises?|reduces?|removes?|requires?"
    r"|results|samples|selects?|shows|shrinks?|solves?|suffers?|takes?|tells?|trains|uses|works)"
)
WHOLE = Pattern(  # a sentence with a subject and a verb of its own
    rf"(?!{VERB} |yes|true|correct|a : |answer : )"
    r"(?:\w+ing (?:[^ ]+ ){1,10}?(?:is|are|can|helps?|leads?) "
    rf"|(?:(?!(?:that|which|when|where|who|if|because|by|how|to|of) )[^ ]+ ){{1,5}}?(?:{VERB} |: ))"
)
NO_CELL = Pattern(r"[^\w¬]*|x|n / ?a|n/a|na|0|none|neither|hardly|barely|rarely|unchanged|same")
LONGEST = 6  # words of a heading or label that is taken as a subject
FRAGMENT = 8  # words of an item that says something of its heading without a verb
ENDS = "*_\"”’') "  # what may stand behind the last mark of a sentence
HEADING = 160  # characters of a heading or question that is looked at


@record
class Topic:
    """What gives a sentence its subject: `kind` is pronoun, asked, heading or cell."""

    kind: str
    texts: tuple[str, ...]


@record
class Context:
    """A sentence, what it speaks of, and the one behind it, which may take it back.

    before_it: the texts of what stands right before it.
    """

    sentence: Sentence
    topic: Topic | None
    following: Sentence | None
    before_it: tuple[str, ...] = ()

    @property
    def content(self) -> str:
        """All words that its readings may hold."""
        own = self.sentence.text.content
        return " ".join((own, *self.topic.texts)) if self.topic else own

    @cached_property
    def marked(self) -> Reading:
        """Its own reading, with the mark behind the label that it begins with."""
        own = read_marks(self.sentence.plain)
        introduction = INTRODUCTION.match(own.words)
        return own.without(introduction[0].count(" ")) if introduction else own

    @cached_property
    def base(self) -> Reading:
        """Its own reading, with the subject that its pronoun points to."""
        own = self.marked.labeled(longest=LABEL)
        if self.points_back:
            pronoun = PRONOUN.match(own.words)
            subject = subject_of(self.topic.texts[0]) if pronoun else ""
            if subject:
                return own.led_by(subject, pronoun[0].count(" ") + 1)
        return own

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Its reading, and those with the subject that it does not name."""
        return tuple(self.in_turn())

    def in_turn(self) -> Iterator[Reading]:
        yield self.base
        if any(word in self.base.words for word in ("like ", "as ", "from ")):
            yield from self.without_asides()
        if any(word in self.base.words for word in (" every ", " each ", "the more ")):
            yield from self.with_numbers()
        defined = self.marked.labeled("is")
        if defined is not self.marked:
            yield defined
        if self.before:
            yield self.marked.led_by(self.before)
        if self.topic and self.topic.kind in LEADS and not self.is_whole:
            own = self.answer
            start = own.starts[0] if own.words.startswith(AGREEING) else -1
            for lead in LEADS[self.topic.kind](self.topic.texts, own.words):
                yield own.led_by(*lead, start)

    def without_asides(self) -> Iterator[Reading]:
        """Its reading without what it likens its subject to, for which the claim holds as well.

        Or without the two values between which something changes.
        """
        base = self.base
        found = LIKENESS.search(base.words) or FROM_TO.search(base.words)
        if found:
            rest = [*base.between(0, found.start()), *base.between(found.end(), len(base.words))]
            yield Reading.of(rest)

    def with_numbers(self) -> Iterator[Reading]:
        """Its reading where "with every cluster we add" is "as the number of clusters grows"."""
        base = self.base
        added = ONE_BY_ONE.search(base.words)
        found = added or MORE_OF.search(base.words)
        if not found:
            return
        kind = next(filter(None, found.groups())).removesuffix("s") + "s"
        words = f"as the number of {kind} grows" if added else f"the larger the number of {kind}"
        start = base.offset(found.start())
        brought = [(word, start) for word in words.split()]
        rest = base.between(found.end(), len(base.words))
        yield Reading.of([*base.between(0, found.start()), *brought, *rest])

    @cached_property
    def is_quizzed(self) -> bool:
        """Whether it stands behind "True or false?", and so is asked about."""
        return bool(
            self.topic and self.topic.kind == "asked" and QUIZ.search(self.topic.texts[0])
        ) and not self.answer.words.startswith(AGREEING)

    @property
    def before(self) -> str:
        """The sentence that its pronoun points to, and a semicolon; "" for a question."""
        return led_by_sentence(self.topic.texts[0]) if self.points_back else ""

    @property
    def points_back(self) -> bool:
        return bool(self.topic and self.topic.kind == "pronoun")

    @property
    def answer(self) -> Reading:
        """Its reading without the "A:" of a question's answer, or the name of who says yes."""
        said = self.marked.words
        speaker = SPEAKER.match(said)
        if speaker:
            return self.marked.without(speaker[0].count(" "))
        if not said.startswith(("a : ", "answer : ")):
            return self.base
        return Reading.of(self.base.between(1, len(self.base.words)))

    @cached_property
    def denied(self) -> tuple[Reading, int] | None:
        """The question that it answers with no, with its own words behind, and where they begin."""
        no = DENYING.match(self.answer.words)
        if not (self.topic and self.topic.kind == "asked" and no):
            return None
        question = read(words(self.topic.texts[0])).words
        if not ASKS.match(question):
            return None
        own = self.answer
        return own.led_by(f"{question} :", no[0].count(" ") + 1, own.starts[0]), len(question)

    @cached_property
    def near(self) -> str:
        """The words that it leans on; "" for a sentence that stands for itself."""
        return " ; ".join(map(near_words, self.before_it)) if self.is_leaning else ""

    @cached_property
    def is_leaning(self) -> bool:
        """Whether it goes on with what stands before it: answers it, or points to it."""
        if not self.before_it:
            return False
        return bool(
            (self.topic and self.topic.kind == "asked")
            or (self.sentence.number == 0 and self.is_below_a_name)
            or leans(self.sentence.lower)
        )

    @property
    def is_below_a_name(self) -> bool:
        """Whether a heading, a bold name or the lead of a list stands right before it."""
        name = self.before_it[-1] if self.before_it else ""
        return bool(name) and (is_name(name) or not name.rstrip(ENDS).endswith((".", "!")))

    @property
    def is_whole(self) -> bool:
        """Whether it has a subject of its own: no pronoun, no fragment, no label."""
        said = self.marked.words
        if SPEAKER.match(said):
            return False
        return bool(WHOLE.match(said) and not PRONOUN.match(said) and not said.startswith("its "))


Lead = tuple[str, int]  # words to set before a reading, and how many of its own they replace


def of_answer(texts: tuple[str, ...], said: str) -> Iterator[Lead]:
    """ "What is X? …": X is …; "Does X reduce Y? Yes", "X reduces Y. True": X reduces Y."""
    question = read(words(texts[0])).words
    if said.startswith(AGREEING):
        yield f"{question} ,", 1
        if not texts[0].rstrip(ENDS).endswith("?"):
            yield question.rstrip(" ."), 1
        asked = YES_NO.match(question)
        if asked and asked["verb"] in ("is", "are", "may", "must"):
            row = asked["rest"].split()
            for i in range(1, min(6, len(row))):
                yield " ".join((*row[:i], asked["verb"], *row[i:])), 1
        elif asked:
            yield asked["rest"], 1
        return
    task = HOW.match(question)
    if task:
        yield f"{task['task']} :", 0
    pronoun = PRONOUN.match(said)
    happens = HAPPENS.fullmatch(question) if pronoun else None
    if happens:
        yield f"{happens['cause']} {happens['effect'].strip()}", pronoun[0].count(" ") + 1
    subject = subject_of(texts[0])
    dropped = pronoun[0].count(" ") + 1 if pronoun else 0
    if subject:
        yield f"{subject} is", dropped
        yield subject, dropped


def of_item(texts: tuple[str, ...], said: str) -> Iterator[Lead]:
    """Below the heading X: "reduces bias" is X reduces bias, "its bias falls" X bias falls."""
    assumed = ASSUMPTIONS.match(texts[0])
    if assumed:
        yield f"{subject_of(assumed['subject'])} assumes".strip(), 0
    if said.startswith("its ") and subject_of(texts[0]):
        yield subject_of(texts[0]), 1
    pronoun = PRONOUN.match(said)
    subject = subject_of(texts[0]) if pronoun or VERBAL.match(said) else ""
    if subject and pronoun:
        yield subject, pronoun[0].count(" ") + 1
    elif subject:
        yield subject, 0
        yield f"{subject} is", 0
    elif said.count(" ") < FRAGMENT and subject_of(texts[0]):
        yield f"{subject_of(texts[0])} :", 0


def of_cell(texts: tuple[str, ...], said: str) -> Iterator[Lead]:
    """In the row X of the column Y, and the other way round: X …, X is …, X Y …."""
    names = [read(words(text)).words for text in texts]
    if said.startswith(("¬no", "¬never")) or NO_CELL.fullmatch(said):
        return
    if any(NEGATING.search(text) for text in texts):
        return
    for subject, aspect in (names, names[::-1]):
        if subject and subject.count(" ") < LONGEST:
            yield from ((subject, 0), (f"{subject} is", 0), (f"{subject} {aspect}".strip(), 0))
            if said.startswith("yes , "):
                yield subject, 2


LEADS = {"asked": of_answer, "heading": of_item, "cell": of_cell}


def leans(lower: str) -> bool:
    """Whether a sentence points to what stands before it, by how it begins or ends."""
    first, second, *_ = (*WORD.findall(lower[:OPENING]), "", "")
    if first in ("and", "but", "now"):
        first, second, *_ = (*WORD.findall(lower[:OPENING])[1:], "", "")
    if first == "the":
        return second in POINTING
    if first in LEANING:
        return first not in LEANING_IF or second in LEANING_IF[first]
    return lower.endswith(" here.")


def is_name(text: str) -> bool:
    """Whether a paragraph is a name in bold letters, which heads what follows."""
    return text.startswith("**") and text.endswith("**") and len(text) < HEADING


@lru_cache(maxsize=512)
def near_words(text: str) -> str:
    return read_marks(words(text)).words


@lru_cache(maxsize=512)
def led_by_sentence(text: str) -> str:
    if text.rstrip(ENDS).endswith("?"):
        return ""
    return read(words(text)).words.rstrip(" :") + " ;"


@lru_cache(maxsize=512)
def subject_of(text: str) -> str:
    """What a sentence, a question, a heading or a label speaks of, if it is one thing."""
    said = read(words(text[:HEADING])).words.rstrip(" :—")
    if text.rstrip(f"{ENDS}\n").endswith("?"):
        asked = ASKED.match(said) or BARE.fullmatch(said)
        clear = asked and not SEVERAL.search(asked["subject"])
        return ARTICLE.sub("", asked["subject"]) if clear else ""
    subject = SUBJECT.match(said)
    if subject:
        return subject[1]
    is_one = not SEVERAL.search(said) and said.count(" ") < LONGEST
    return NUMBERING.sub("", said) if is_one else ""


def contexts(page: Question) -> Iterator[Context]:
    """Each sentence with what it speaks of and what is said next."""
    row = sentences(page)
    heading = lead = question = pointed = ""
    recent: tuple[str, ...] = ()
    is_quiz = False  # whether the heading asks of each statement below it whether it is true
    cells: dict[tuple[int, int], Topic] = {}
    for index, sentence in enumerate(row):
        block, content = sentence.block, sentence.text.content
        if not content.strip(ENDS):
            continue
        after = row[index + 1] if index + 1 < len(row) else None
        following = after if after and after.block is block and after.number else None
        reply = after if after and after.block.kind == block.kind == "paragraph" else following
        topic = None
        if block.kind == "table":
            if not cells or block is not row[index - 1].block:
                cells = dict(cells_of(block))
            topic = cells.get(sentence.text.starts[0])
        elif sentence.number == 0 and block.kind != "heading":
            if question:
                topic = Topic("asked", (question,))
            elif lead or heading:
                topic = Topic("heading", (lead or heading,))
        elif sentence.number:
            if question:
                topic = Topic("asked", (question,))
            elif content[:6].lower().startswith(STARTS_AS_PRONOUN):
                topic = Topic("pronoun", (pointed,))
        yield Context(sentence, topic, reply, recent if block.kind != "table" else ())
        is_question = is_quiz or content.rstrip(ENDS).endswith("?")
        question = content[-HEADING:] if is_question and block.kind != "table" else ""
        if block.kind == "heading":
            heading, lead = content[:HEADING], ""
            is_quiz = bool(QUIZ.search(heading))
        elif block.kind == "paragraph" and not following:
            is_lead = content.rstrip("*_ ").endswith(":") or is_name(block.text.content)
            lead = content[-HEADING:] if is_lead else ""
        if not (topic and topic.kind == "pronoun"):
            pointed = content
        if block.kind == "heading":
            recent = (block.text.content[:HEADING],)
        elif block.kind != "table":
            name = block.text.content if is_name(block.text.content) else content
            recent = (*recent[-1:], name[-HEADING:])


def cells_of(block: Block) -> Iterator[tuple[tuple[int, int], Topic]]:
    """Where each cell of a table's body starts, with the names of its row and its column."""
    header = [cell.content for cell in block.rows[0]]
    for cells in block.rows[1:]:
        for name, cell in zip(header[1:], cells[1:], strict=False):
            yield cell.starts[0], Topic("cell", (cells[0].content, name))
