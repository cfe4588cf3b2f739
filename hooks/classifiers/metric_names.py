"""The names of a classifier's metrics as they stand in a text, and the metric each one means."""

import re
from fractions import Fraction

from hooks.classifiers.matrix import METRICS, Metric, f_beta
from hooks.pattern import Pattern

GREATEST_BETA = 10
RATE = re.compile(r"[FT][PN]R|[PN]PV|FDR|MCC")  # and in lower case


def _pattern(name: str) -> str:
    """A name as people vary it: hyphens, spaces, case; an abbreviation that may be a word, FOR,
    stands as it is."""
    if re.fullmatch(r"[A-Z]{2,}", name) and not RATE.fullmatch(name):
        return name
    if name in ("LR+", "LR-"):  # also LR⁺ and $\mathrm{LR}^{+}$
        return r"LR[\s^_]*" + ("[+⁺]" if name == "LR+" else "[-−–⁻]")
    pattern = re.sub(r"[ -]", r"[\\s-]+", name.replace("'", "['’]"))
    return f"(?i:{pattern})"


def _key(name: str) -> str:
    """A name without its variations, as BY_NAME lists it."""
    if found := re.match(r"LR[\s^_]*(\S)", name):
        return "lr+" if found[1] in "+⁺" else "lr-"
    return re.sub(r"[\s-]+", " ", name.replace("’", "'").lower())


BY_NAME = {
    _key(name): metric
    for metric in METRICS
    for name in (metric.name, *metric.names)
    if not re.match(r"F[\d.]", name)
}
_LONGEST_FIRST = sorted((n for m in METRICS for n in (m.name, *m.names)), key=len, reverse=True)


def _alternatives() -> str:
    """The names, grouped by their first letter, so that most words are passed by at once."""
    groups: dict[str, list[str]] = {}
    for name in _LONGEST_FIRST:
        if _key(name) in BY_NAME:
            groups.setdefault(name[0].lower(), []).append(_pattern(name))
    return "|".join(
        f"(?=[{first}{first.upper()}])(?:{'|'.join(names)})" for first, names in groups.items()
    )


_PLAIN = _alternatives()
# F1, F₂, $F_{0.5}$ (its braces are spaces by now), F_β, $F_{\beta=2}$
_BETA = r"(?:\d+(?:\.\d+)?|[₀-₉]+(?:\.[₀-₉]+)?|(?<=  )β\s*=\s*(?P<{}>\d+(?:\.\d+)?)|β)(?!\w)"
_SUFFIX = r"(?:[\s_-]+(?i:score|value|measure|rate|metric)\b|(?<=[cs])\.(?=\s*[:=]))?"  # Acc.:
ANY_NAME = (
    r"(?<![\w\\@-])(?:F(?:_?\s{0,2}|-)"
    + _BETA.replace("(?P<{}>", "(?:")
    + r"|[Ff]-?[12](?=[\s=:_-]|Score)(?:Score)?|f0\.5(?!\w)"
    + rf"|(?:{_PLAIN})(?![\w@])){_SUFFIX}"
)
NAME = Pattern(ANY_NAME)
# Every name has one of these in it, in lower case, or looks like F1.
STEMS = (
    *("precision", "recall", "acc", "rate", "sensitiv", "specific", "error", "score", "measure"),
    *("prec", "sens", "spec.", "spec ", "spec:", "ba "),
    *(
        "prevalence",
        "predict",
        "likelihood",
        "union",
        "iou",
        "jaccard",
        "dice",
        "kappa",
        "κ",
        "mcc",
    ),
    *("matthews", "phi", "ppv", "npv", "tpr", "fpr", "tnr", "fnr", "fdr", "dor", "odds", "lr"),
    *("g-mean", "gmean", "g mean", "geometric mean", "lift"),
    *("youden", "informedness", "markedness", "threat", "success", "fall"),
)
F_LIKE = Pattern(r"[Ff][\s_{\\-]{0,3}(?:[\d₀-₉β]|beta)")
F_SCORE = Pattern(r"[Ff](?:_?\s{0,2}|-)(?P<beta>[\d.₀-₉]+|β)(?:\s*=\s*(?P<stated>[\d.]+))?")
STATED_BETA = Pattern(r"(?<!F)(?<!F_)(?<!F  )β\s*=\s*(\d+(?:\.\d+)?)")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
PLURAL = Pattern(
    r"(?<=rate|call)s\b|(?<=precision)s\b|(?<=[NPTnpt][RVPrvp])s\b|(?<=accurac|itiviti|ificiti)ies\b"
)
F1 = next(metric for metric in METRICS if metric.name == "F1")


def singular(plain: str) -> str:
    """A text with the names of metrics in the singular, every character where it stood."""
    return PLURAL.sub(
        lambda found: found[0].replace("ies", "y").rstrip("s").ljust(len(found[0])), plain
    )


def names_metric(text: str) -> bool:
    """Whether a text may name a metric: a quick look before NAME is searched."""
    has_stem = any(map(text.lower().__contains__, STEMS))
    return has_stem or "FOR" in text or bool(F_LIKE.search(text))


def metric_named(name: str, context: str = "") -> Metric | None:
    """The metric of a match of NAME; F_β takes its β from the context, if that states one."""
    if found := F_SCORE.match(name):
        beta = found["stated"] or found["beta"].translate(SUBSCRIPTS)
        return _f_score(beta, context)
    key = _key(name)
    return BY_NAME.get(key) or BY_NAME.get(
        re.sub(r"[ _](?:score|value|measure|rate|metric)$|\.$", "", key)
    )


def _f_score(beta: str, context: str) -> Metric | None:
    if beta == "β":
        stated = set(STATED_BETA.findall(context))
        if len(stated) != 1:
            return None
        beta = stated.pop()
    value = Fraction(beta)
    if value == 1:
        return F1
    return f_beta(value) if 0 < value <= GREATEST_BETA else None
