"""What a result means, in further words: "of the rejected parts 70 % are bad", "after a negative".

Patterns read a passage's `numbered` text, in which numbers are rows of ¤. Witnesses of cabs are
tests too: the blue cabs are sick, what a witness calls blue is positive.
"""

import re

from hooks.pattern import Pattern
from hooks.worked.facts import HEDGE

VALUE = "(?P<value>¤+)"
HEDGED = rf"(?:(?:only|just|then|therefore|thus|still|also|even)\s+)*(?:{HEDGE}\s*|≈\s*)?"
ILL = (
    r"(?:diseased?|condition|sick|ill|infected|infection|cancers?|illness|virus|covid|hiv|allergic"
    r"|users?|fraud\w*|bad|faulty|defective|spam|fakes?|malicious|affected|carriers?|attacks?)"
)
RESULT = (
    r"(?:positives?|positive\s+(?:tests?|results?|people|patients|women|men|persons|cases|ones)"
    r"|(?:flagged|rejected|blocked|alarmed|reported|marked)(?:\s+[a-z]+)?|rejects|alarms|alerts"
    r"|(?:people|patients|women|men|those|children)\s+(?:who\s+test(?:ed)?|with\s+a|testing)\s+positive"
    r"(?:\s+(?:test|result))?)"
)
REALLY = r"(?:(?:really|actually|truly|in\s+fact|genuinely|indeed)\s+)*"
ARE_ILL = rf"(?:are|is|were|have|has|had)\s+{REALLY}(?:the\s+|an?\s+)?{ILL}\b"
CHANCE = r"(?:probability|chance|likelihood|risk)"
LINKS = r"(?:\s*(?:=|≈|:|\bis\b|\bequals\b|\bof\b|\bbecomes\b|\bat\b))+\s*"
AFTER = r"(?:after|given|following|with|upon|despite|on)\s+(?:an?\s+|the\s+|one\s+|such\s+an?\s+)?"

# Each begins where few texts match, and names the result it reads.
AMONG = Pattern(
    rf"\b(?:of|among)\s+(?:the\s+|all\s+|those\s+|these\s+)*{RESULT},?\s+{HEDGED}{VALUE}\s+{ARE_ILL}"
    rf"|(?P<value_2>¤+)\s+of\s+(?:the\s+|all\s+|those\s+|these\s+)*{RESULT}\s+{ARE_ILL}",
    re.I,
)
ARE_REAL = Pattern(
    rf"\b(?:alarms?|alerts?)\s+(?:is|are)\s+{REALLY}(?:real|genuine|true|justified)\s*[:,(–—]\s*{HEDGED}{VALUE}"
    r"|(?P<value_2>¤+)\s+of\s+(?:the\s+|all\s+|our\s+)*(?:alarms|alerts)\s+(?:are|were)\s+"
    rf"{REALLY}(?:real|genuine|true|justified)\b",
    re.I,
)
WHEN_FLAGGED = Pattern(
    r"\b(?:when|if|once)\s+(?:it|the\s+(?:detector|alarm|siren|filter|model|system|test))\s+"
    r"(?:flags|blocks|rejects|reports|marks|fires|sounds|rings|goes\s+off)[^.;%\d¤]{0,40}?,\s+(?:the\s+)?"
    rf"{CHANCE}\s+(?:of\s+|that\s+)[^.;%\d¤]{{0,50}}?\b{ILL}\b[^.;%\d¤]{{0,20}}?{LINKS}{HEDGED}{VALUE}",
    re.I,
)
AFTER_NEGATIVE = Pattern(
    rf"\b{AFTER}negative\b[^.;%\d¤]{{0,60}}?\b{ILL}\b[^.;%\d¤]{{0,40}}?(?:\bwith\s+(?:an?\s+)?)?{CHANCE}"
    rf"{LINKS}{HEDGED}{VALUE}"
    rf"|\b{AFTER}negative\b[^.;%\d¤]{{0,40}}?\b{CHANCE}\s+of\s+[^.;%\d¤]{{0,30}}?\b{ILL}\b{LINKS}{HEDGED}"
    r"(?P<value_2>¤+)"
    rf"|\b{CHANCE}\s+of\s+[^.;%\d¤]{{0,20}}?\b{ILL}\b\s+{AFTER}negative\b[^.;%\d¤]{{0,20}}?{LINKS}{HEDGED}"
    r"(?P<value_3>¤+)",
    re.I,
)
AFTER_POSITIVE = Pattern(
    rf"\bpositive\s+(?:test|result)\s+is\s+{ILL}\s+with\s+(?:an?\s+)?{CHANCE}\s+of\s+{HEDGED}{VALUE}"
    rf"|\bafter\s+(?:one|an?|the\s+first)\s+positive(?:\s+(?:test|result))?\s*[:,]\s*{HEDGED}(?P<value_2>¤+)",
    re.I,
)
# -- cabs and witnesses ---------------------------------------------------------------------------
BLUE = Pattern(
    r"(?<!not\s)(?P<value>¤+)\s+(?:(?:of\s+)?[^.,;\d¤]{0,30}?\b(?:cabs|taxis)\s+)?(?:are\s+)?blue\b",
    re.I,
)
GREEN = Pattern(
    r"(?P<value>¤+)\s+(?:(?:of\s+)?[^.,;\d¤]{0,30}?\b(?:cabs|taxis)\s+)?(?:are\s+)?green\b",
    re.I,
)
WAS_BLUE = Pattern(
    rf"\b(?:cab|taxi|it)\s+(?:was|is)\s+{REALLY}blue(?:\s+with\s+(?:an?\s+)?{CHANCE})?{LINKS}{HEDGED}{VALUE}"
    rf"|\b(?:cab|taxi|it)\s+(?:was|is)\s+{REALLY}blue\s+with\s+(?:an?\s+)?{CHANCE}\s+(?:of\s+)?{HEDGED}"
    r"(?P<value_2>¤+)",
    re.I,
)
