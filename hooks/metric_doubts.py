"""When a text that states a metric speaks of another case than the classifier at hand.

"If recall were 80%", "flipping gives 80%", "a coin gets 50%": such numbers are not the matrix's.
The word lists are broad on purpose. A true number left alone costs a check, a right number called
wrong costs the reader's trust.
"""

import re

SENTENCE_END = re.compile(
    r"""(?<!\be\.g)(?<!\bi\.e)(?<!\bvs)(?<!\bca)(?<!approx)
    (?: [.!?]["”’)\]]*\s+(?=["“‘(]?[A-Z\d]) | ;\s | \n\s*\n )""",
    re.X,
)

# From here on another case is spoken of, in this text and in what follows it.
SCENARIO = re.compile(
    r"""\b(?:
      (?i: (?:flip|invert|swap|revers|resampl|rebalanc|oversampl|undersampl|downsampl|upsampl)\w*
        | transpos\w* | misread\w* | suppose | imagine | assum\w+ | what\s+if | hypothetical\w* | instead
        | (?:lower|rais|mov|chang|shift|tun|increas|decreas|adjust|vary)\w*\s+(?:the|this|its)\s+
          (?:decision\s+)?(?:threshold|cut-?off|prevalence|base\s+rate|classifier)
        | (?:another|different|new|old|former|other|second|third|better|competing|rival|alternative)\s+
          (?:[\w-]+\s+)?(?:model|classifier|threshold|cut-?off|data\s?set|population|prevalence
          |base\s+rate|test|setting|scenario|system|detector|matrix)s?
      )
      | (?i:model|classifier|system|detector|test|algorithm|method)\s+(?:[A-Z]|[12])(?!\s*=)
    )\b""",
    re.X,
)
THRESHOLD = re.compile(r"\b(?:thresholds?|cut-?offs?)\b", re.I)

# The sentence holds for a condition, another class, another set of data.
CONDITION = re.compile(
    r"""\b(?: if | unless | whenever | e\.g\. | for\s+instance | training | validation | fold
      | per[\s-]class | macro | micro | weighted | multi-?class
      | negative\s+class | other\s+class | class\s+0
      | (?:at|with|under|for)\s+(?:an?\s+|the\s+)?[\d.]+\s*%?\s+(?:prevalence|base\s+rate|positives)
      | (?:prevalence|base\s+rate)\s+of
      | at\s+(?:an?\s+|this\s+|that\s+)?(?:[\d.]+\s*%?\s+)?
        (?:recall|precision|sensitivity|specificity|FPR|TPR)
      | industry | state\s+of\s+the\s+art | competitor
    )\b""",
    re.I | re.X,
)

# The rest of the sentence is a supposition, or is about some other classifier.
FROM_HERE = re.compile(
    r"""\b(?: would | could | might | should | guess\w* | random\w* | coin | always | never
      | nothing | everything | everyone | nobody | dummy | trivial\w* | naive | perfect | ideal
      | baseline | human\w* | expert\w* | majority | typical\w* | usual\w* | often | sometimes
      | previous\w* | earlier | originally | formerly | used\s+to | improv\w+ | target\w* | goal\w*
      | required? | at\s+least | at\s+most | wrong\w* | mistak\w* | incorrect\w* | misread\w*
      | (?:an?|any|some|one|each|most|every|no)\s+(?:[\w-]+\s+){0,2}
        (?:model|classifier|detector|test|system|filter|screen|algorithm|method)s?
    )\b""",
    re.I | re.X,
)


def changes_scenario(plain: str) -> bool:
    """Whether a text speaks of another classifier, threshold or mix than the one at hand."""
    return bool(SCENARIO.search(plain))


def sentences(plain: str) -> list[tuple[int, int]]:
    """Where the sentences of a text start and end."""
    starts = [0, *(found.end() for found in SENTENCE_END.finditer(plain))]
    return list(zip(starts, [*starts[1:], len(plain)], strict=True))


def is_plain(plain: str, sentence: tuple[int, int], position: int, since: int) -> bool:
    """Whether what is said at `position`, in `sentence`, is said of the case at hand.

    since: where the text states the matrix itself, 0 if it does not; what stands before introduces
    it and raises no doubt.
    """
    start, end = max(sentence[0], since), sentence[1]
    return not (
        SCENARIO.search(plain, since, end)
        or THRESHOLD.search(plain, since, end)
        or CONDITION.search(plain, start, end)
        or FROM_HERE.search(plain, start, position)
    )
