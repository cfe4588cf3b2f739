"""Words that relations share: what links a name with its number, and names of common givens.

They are parts of patterns as hooks/quantities/relation.py reads them.
"""

# Words without a number between a name and what links it with its number.
GAP = r"(?:,? ?[^.,;:=≈\d]{0,50}?)"
IS = (
    r" ?,? ?(?:is|are|was|were|of|equals?|becomes?|gives?|yields?|has|have|(?:would|will"
    r"|should) be|makes?"
    r"|comes? (?:out )?(?:at|to|as)|works? out (?:at|to|as)|amounts? to|turns? out to be"
    r"|at|[=≈:→\n])"
    r" ?(?:[=≈] ?)?(?:(?:then|thus|therefore|hence|only|just|exactly|now|already|simply"
    r"|the|an?|about|around"
    r"|roughly|approximately|nearly|almost|equal to|some) |[≈~] ?){0,3}"
)
SUBSCRIPT = r"(?:_\w{1,4}| ?[₀-₉ₜₖᵢ]| \w{1,2}\b(?= ?[=≈]))?"
LAMBDA = r"(?:λ|\\lambda|\blambda)"
ROW_WORDS = (
    r"(?:rows|examples|samples|observations|instances|points|records|cases|data ?points"
    r"|images|documents"
    r"|sequences|sentences|training (?:rows|examples|samples|points|instances|images))"
)
ROWS = (rf"@ (?:\w+ )?{ROW_WORDS}", rf"{ROW_WORDS} ?[:=] ?@")
LEARNING_RATE = (
    r"(?:learning[- ]rate|step[- ]size|shrinkage|\blr|\beta|learning_rate)`?(?: η| α| "
    r"\\eta| \\alpha| ν)?(?: ?[=:\n] ?| of | is | at | )(?:η ?= ?)?#",
    r"(?:η|\\eta|ν|\\nu) ?= ?#",
)
