"""The labels of a confusion table: which of its sides is actual, which predicted, which class."""

import re

from hooks.language.wording import JOINER, words
from hooks.pattern import Pattern

LONGEST_TEXT = 8000  # characters of a paragraph or block that is read: nobody writes more

WHOLE = rf"(?:\d{{1,3}}(?:[,{JOINER}]{JOINER}*\d{{3}})+|\d{{1,12}}(?!,\d{{3}}(?!\d)))"
PREDICTED = Pattern(
    r"\b(?:predict(?:ed|ion|ions|s|or)?|pred|classified|flagged|(?:test|screen)(?:ed)?(?:\s+result)?"
    r"|model|called|output|guess(?:ed)?|said|says|marked|labell?ed)\b\.?|ŷ|\\hat\s*y",
    re.I,
)
ACTUAL = Pattern(
    r"\b(?:actual(?:ly)?|truly|(?<![\w ])is|true(?:\s+(?:class|label|condition))?|truth"
    r"|ground[\s-]truth|real(?:ly|ity)?"
    r"|gold|observed|condition|reference)\b",
    re.I,
)
VERBS = Pattern(r"\b(?:flagged|called|classified|tested)\b", re.I)  # they name the class as well
CORNER = Pattern(r"(?P<rows>.+?)(?:\s*(?:\\|/|↓|\bvs\.?\b|\|)\s*|\s{3})(?P<columns>.+)")
RESULT = Pattern(r"positive|negative|pos\.?|neg\.?|[+−–-]", re.I)
# What a system did with a case, and what it left undone: flagged and passed, alert and no alert.
DONE = (
    r"flag(?:s|ged)?|alarm(?:s|ed)?|alert(?:s|ed)?|block(?:s|ed)?|reject(?:s|ed)?|invited?|approved?"
    r"|accepted|selected|retrieved|returned|recommended|shown|detected|found|caught|marked|warned"
    r"|quarantined|removed|held|stopped|reviewed|escalated|contacted|hired|declined|denied|granted"
    r"|warning|hit|match(?:ed)?|positive\s+(?:test|result)|test(?:ed)?\s+positive"
)
LEFT = (
    r"pass(?:es|ed)?|allowed|kept|ignored|missed|delivered|left(?:\s+out)?|let\s+through|released|quiet"
    r"|silent|skipped|negative\s+(?:test|result)|test(?:ed)?\s+negative"
)
DECISION = Pattern(rf"(?:(?:not|no|un)[\s-]*)?(?:{DONE})|{LEFT}", re.I)
DECIDED = Pattern(rf"\b(?:{DONE})\b", re.I)
OPPOSITE = (r"(?:not|no|non|without)[\s-]*", "un", "ir", "in", "im", "dis", "non")
CONDITION = Pattern(
    r"\b(?:infected|diseased?|sick|ill|healthy|cancer|condition|fraud|spam|virus|covid|malignant)\b",
    re.I,
)
ARROW = Pattern(r"\s*[→⇒➔]\s*\w")  # → spam: where the cases of a row went
TOTAL = Pattern(r"\b(?:total|sum|all|row|column)s?\b|Σ|∑", re.I)


def cell_words(cell: object) -> str:
    """The words of a table's cell, with the stroke of a corner "actual \\ predicted", which is no
    LaTeX there."""
    return words(str(cell).replace(" \\ ", " / ")).strip()


def is_total(label: str) -> bool:
    return bool(TOTAL.search(label))


def sides(
    row_labels: tuple[str, ...], column_labels: tuple[str, ...], corner: str, spanning: str
) -> tuple[str | None, str | None]:
    """Which side, "actual" or "predicted", the rows and the columns are; (None, None) if unsaid."""
    rows = _side(" ".join(row_labels))
    columns = _side(" ".join(column_labels)) or _side(spanning)
    columns = columns or ("predicted" if all(map(ARROW.match, column_labels)) else None)
    if split := CORNER.fullmatch(corner):
        rows = rows or _side(split["rows"])
        columns = columns or _side(split["columns"])
    elif "→" not in corner:
        rows = rows or _side(corner)
    if not rows and not columns and not corner.strip():
        rows = _side_of_result(row_labels, column_labels)
        rows = rows or _side_of_decision(row_labels, column_labels)
    other = {"actual": "predicted", "predicted": "actual"}
    rows, columns = rows or other.get(columns), columns or other.get(rows)
    return (rows, columns) if rows != columns else (None, None)


def _side_of_result(row_labels: tuple[str, ...], column_labels: tuple[str, ...]) -> str | None:
    """Which side the rows are if one side is a test's result and the other a condition."""
    for labels, others, side in (
        (row_labels, column_labels, "predicted"),
        (column_labels, row_labels, "actual"),
    ):
        are_results = all(RESULT.fullmatch(label.strip()) for label in labels)
        if are_results and CONDITION.search(" ".join(others)):
            return side
    return None


def _side_of_decision(row_labels: tuple[str, ...], column_labels: tuple[str, ...]) -> str | None:
    """Which side the rows are if one side says what was done and the other does not."""
    rows, columns = (
        all(DECISION.fullmatch(label.strip()) for label in labels)
        for labels in (row_labels, column_labels)
    )
    return None if rows == columns else "predicted" if rows else "actual"


def positive_of(labels: tuple[str, ...]) -> int | None:
    """Which of two labels is the positive one: done and left, relevant and irrelevant."""
    lowered = [label.lower() for label in labels]
    for i, other in enumerate(reversed(lowered)):
        if any(re.fullmatch(f"{prefix}{re.escape(lowered[i])}", other) for prefix in OPPOSITE):
            return i
    is_done = [bool(re.fullmatch(DONE, label)) for label in lowered]
    is_left = [bool(re.fullmatch(LEFT, label)) for label in lowered]
    for i in (0, 1):
        if is_done[i] and is_left[1 - i]:
            return i
    return None


GROUP = Pattern(
    r"[A-Za-z]|.*\b(?:group|arm|variant|version|model|region|men|women|male|female|old|new|young"
    r"|control|treatment|test|train|day|week|month|before|after|right|wrong|correct|incorrect|errors?)\b.*",
    re.I,
)


def are_groups(labels: tuple[str, ...]) -> bool:
    """Whether labels name groups or variants, and no classes."""
    return any(GROUP.fullmatch(label) for label in labels)


def _side(label: str) -> str | None:
    """The side that a label names: by the word that stands first."""
    predicted, actual = PREDICTED.search(label), ACTUAL.search(label)
    if predicted and actual:
        return "predicted" if predicted.start() < actual.start() else "actual"
    return "predicted" if predicted else "actual" if actual else None


def label_of(label: str) -> str:
    """A label without the word for its side: `Predicted: spam` is `spam`, `not flagged` itself."""
    label = re.sub(r"\s+", " ", label)
    side = PREDICTED.search(label) or ACTUAL.search(label)
    if side and not VERBS.fullmatch(side[0]):
        label = label[: side.start()] + label[side.end() :]
    return label.strip(" :=()/\\,→⇒\"“”'‘’").strip()
