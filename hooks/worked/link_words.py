"""What stands between the name of a quantity and its number, as parts of patterns."""

COMES_TO = (
    r"(?:(?:comes|came|works|worked)\s+(?:out\s+)?(?:at|to|as)|amounts\s+to|evaluates\s+to"
    r"|turns\s+out\s+(?:to\s+be|as))"
)
IS = (
    r"(?:=|≈|:|→|\\approx|\b(?:is|are|was|of|equals?|gives|yields|becomes|(?:would|will)\s+be"
    rf"|{COMES_TO})(?!\w))"
)
ABOUT = r"(?:(?:about|roughly|around|approximately|only|just|then|thus|therefore|now|≈|~)\s*)"
LINK = rf"\s*{IS}\s*{ABOUT}{{0,2}}"
# A calculation in front of its result: "12/√64 = "
CALCULATED = r"(?:[^=≈.,;:a-zA-Z\\]|\.(?=\d)|\\[a-z]+){0,60}?[=≈]\s*"
# A name again in symbols in front of a number: "the standard error, s/√n, is", "SE = s/√n ="
