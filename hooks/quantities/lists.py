"""Lists: means, medians, deviations and scalings of numbers that a text lists."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import sqrt
from statistics import mean, median, multimode, pvariance, variance

from hooks.quantities.phrases import ROUGHLY, SAID, named, sole
from hooks.quantities.relation import Relation, Value

Numbers = tuple[Fraction, ...]
NOUNS = (
    "values?|numbers?|list|data(?: set| points?)?|sample|scores|observations"
    "|measurements|salaries|prices|times|ages|errors"
    "|grades|heights|weights|incomes|latencies|durations|counts|points|losses"
    "|accuracies|results|ratings|sales|residuals|marks|x"
)
LISTED = (
    rf"\b(?:{NOUNS})\b(?:\s+(?!and\b|or\b)[a-z]+){{0,4}}?\s*(?:\([^()\d]{{1,30}}\))?\s*"
    r"(?:[:=]|\bare\b|\bof\b|\bis\b)?\s*[#]",
    rf"[#](?:\s*[\])}}])? (?:as |are )?(?:the )?(?:{NOUNS})\b",
)
OF_LIST = (
    "list|values|numbers|data(?: set)?|sample|scores|observations|measurements"
    "|salaries|prices|times|ages|errors|grades|residuals|accuracies|fold scores"
    "|results|ratings|latencies"
)
LOW = (
    r"(?:range|lie|run|vary|go|values?|are)s? (?:from|between) #",
    r"(?:minimum|min(?!.max)|smallest|lowest)[^.;\d]{0,25}#",
    r"x_?\{?min\}?\s*=\s*#",
)
HIGH = (
    r"(?:range|lie|run|vary|go|values?|are)s? (?:from|between) [-−]?[\d.,]+ "
    r"?[a-z€%]{0,8} ?(?:to|and) #",
    r"(?:maximum|(?<!min.)max|largest|highest)[^.;\d]{0,25}#",
    r"x_?\{?max\}?\s*=\s*#",
)


def several(numbers: Numbers) -> Numbers:
    """A list that is long enough to be one. Raises ValueError for others."""
    if len(numbers) < 3:
        raise ValueError
    return numbers


def of_either(function: Callable[[Numbers], Value | list[Value]]) -> Callable[..., list[Value]]:
    """A value of a list, or of another list nearby, which may be the one that is meant."""

    def value(numbers: Numbers, others: Numbers) -> list[Value]:
        made = [function(one) for one in dict.fromkeys((numbers, others)) if len(one) > 2]
        return [value for one in made for value in (one if isinstance(one, list) else [one])]

    return value


def quartile(ordered: Sequence[Fraction], share: Fraction) -> list[Fraction]:
    """By linear interpolation (NumPy), by n + 1 (Minitab), and as the median of a half."""
    n = len(ordered)
    half = ordered[: (n + 1) // 2], ordered[: n // 2]
    if share > Fraction(1, 2):
        half = ordered[n // 2 :], ordered[(n + 1) // 2 :]
    made = [median(half[0]), median(half[1])]
    for at in (share * (n - 1), share * (n + 1) - 1):
        low = min(max(int(at), 0), n - 2)
        made.append(ordered[low] + (at - low) * (ordered[low + 1] - ordered[low]))
    return made


def quartiles(numbers: Numbers, share: Fraction) -> list[Fraction]:
    return quartile(sorted(several(numbers)), share)


def interquartile_range(numbers: Numbers) -> list[Fraction]:
    upper, lower = quartiles(numbers, Fraction(3, 4)), quartiles(numbers, Fraction(1, 4))
    return [high - low for high, low in zip(upper, lower, strict=True)]


def variances(numbers: Numbers) -> list[Fraction]:
    return [pvariance(several(numbers)), variance(numbers)]


def deviations(numbers: Numbers) -> list[float]:
    return [sqrt(one) for one in variances(numbers)]


def absolute_deviations(numbers: Numbers) -> list[Fraction]:
    """Around the median: their median (MAD) and mean; around the mean: their mean."""
    middle, average = median(several(numbers)), mean(numbers)
    away = [abs(one - middle) for one in numbers]
    return [median(away), mean(away), mean(abs(one - average) for one in numbers)]


RELATIONS = (
    Relation(
        name="mean of the list",
        needs=("mean|average",),
        result=(
            rf"\b(?:mean|average) of (?:the |these )?(?:{OF_LIST}){SAID}#",
            rf"^\W*(?:mean|average){SAID}#",
        ),
        close=True,
        near=True,
        givens={"numbers": LISTED, "others": ("[#]",)},
        value=of_either(
            lambda numbers: [mean(several(numbers)), median(numbers), mean(numbers) * 1000]
        ),
        formula="Σ x/n",
        examples=(
            "The scores of the five folds are 0.81, 0.84, 0.79, 0.83 and 0.88. Their spread "
            "is small. The mean of the scores is «0.83».",
            "Take the data `3, 5, 7, 9`:\n\n- Mean: «6»",
        ),
    ),
    Relation(
        name="median of the list",
        needs=("median",),
        result=(sole("(?:sample )?median", OF_LIST), r"(?:has|have|with) (?:a |the )?median of #"),
        close=True,
        near=True,
        givens={"numbers": LISTED, "others": ("[#]",)},
        value=of_either(lambda numbers: [median(several(numbers)), median(numbers) * 1000]),
        formula="the middle value",
        examples=(
            "The list 3, 9, 4, 7, 12 has a median of «7».",
            "The salaries (in thousand €) are 30, 32, 35, 40 and 120. The median is «35» thousand.",
        ),
    ),
    Relation(
        name="mode of the list",
        needs=("mode",),
        result=(sole("mode", OF_LIST),),
        close=True,
        near=True,
        givens={"numbers": LISTED, "others": ("[#]",)},
        value=of_either(lambda numbers: multimode(several(numbers))),
        formula="the most frequent value",
        examples=("Data: 2, 3, 3, 5, 7. The mode is «3».",),
    ),
    Relation(
        name="standard deviation of the list",
        needs=("standard deviation|std|sd ",),
        result=(sole("(?:sample |population )?(?:standard deviation|std(?: dev)?|SD)", OF_LIST),),
        close=True,
        near=True,
        givens={"numbers": LISTED, "others": ("[#]",)},
        value=of_either(deviations),
        formula="√(Σ (x − x̄)²/n)",
        examples=(
            "For the values 2, 4, 6, 8, 10 the standard deviation is «2.83».",
            "The measurements are 10, 12, 14. The sample standard deviation is «2».",
        ),
    ),
    Relation(
        name="variance of the list",
        needs=("variance",),
        result=(sole("(?:sample |population )?variance", OF_LIST),),
        close=True,
        near=True,
        givens={"numbers": LISTED, "others": ("[#]",)},
        value=of_either(variances),
        formula="Σ (x − x̄)²/n",
        examples=("The numbers 1, 3, 5, 7 have a mean of 4. The variance is «5».",),
    ),
    Relation(
        name="range of the list",
        needs=("range",),
        result=(
            r"(?:^|[^\w\s]\s*|\b(?:the|its|and)\s+)range(?: of the (?:data|values|list))?"
            + SAID
            + "#(?! ?(?:to|–|-|and))",
        ),
        close=True,
        near=True,
        givens={"numbers": LISTED, "others": ("[#]",)},
        value=of_either(lambda numbers: max(several(numbers)) - min(numbers)),
        formula="max − min",
        examples=("Data: 4, 9, 15, 22. The range is «18».",),
    ),
    Relation(
        name="interquartile range of the list",
        needs=("iqr|interquartile",),
        result=(
            r"(?<![\d·×*]\s)(?<![\d·×*]\s\s)(?<![\d·×*])(?:IQR|interquartile range)(?: of "
            r"(?:the |this )?[a-z]+(?: [a-z]+)?)?" + SAID + "#",
        ),
        close=True,
        near=True,
        givens={"numbers": LISTED, "others": ("[#]",)},
        value=of_either(interquartile_range),
        formula="Q3 − Q1",
        examples=("The values are 1, 3, 5, 7, 9, 11, 13. The interquartile range is «6».",),
    ),
    Relation(
        name="interquartile range of two quartiles",
        needs=("iqr|interquartile", "q1|first quartile|lower quartile|25th"),
        result=(
            r"(?<![\d·×*]\s)(?<![\d·×*]\s\s)(?<![\d·×*])(?:IQR|interquartile range)(?: of "
            r"(?:the |this )?[a-z]+(?: [a-z]+)?)?" + SAID + "#",
        ),
        givens={
            "q1": (r"(?:Q1|Q_1|Q₁|(?:first|lower) quartile|25th percentile)" + SAID + "#",),
            "q3": (r"(?:Q3|Q_3|Q₃|(?:third|upper) quartile|75th percentile)" + SAID + "#",),
        },
        value=lambda q1, q3: q3 - q1,
        formula="Q3 − Q1",
        examples=(
            "The first quartile is 20 and the third quartile is 45. The IQR is «25».",
            "With Q1 = 12 and Q3 = 30, the interquartile range works out to «18».",
        ),
    ),
    Relation(
        name="upper fence for outliers",
        needs=("outlier|fence|whisker", "q1|first quartile|lower quartile", "1.5"),
        result=(
            r"(?:upper (?:fence|limit|bound|whisker))(?: for outliers)?" + SAID + "#",
            r"(?:above|beyond|over|larger than|greater than) #(?= (?:is|are|counts?|would "
            r"be) (?:an )?outliers?)",
        ),
        givens={
            "q1": (r"(?:Q1|Q_1|Q₁|(?:first|lower) quartile|25th percentile)" + SAID + "#",),
            "q3": (r"(?:Q3|Q_3|Q₃|(?:third|upper) quartile|75th percentile)" + SAID + "#",),
        },
        value=lambda q1, q3: q3 + Fraction(3, 2) * (q3 - q1),
        formula="Q3 + 1.5·IQR",
        bound=True,
        examples=(
            "With Q1 = 10 and Q3 = 18 and the rule of 1.5 times the IQR, the upper fence "
            "for outliers is «30».",
        ),
    ),
    Relation(
        name="lower fence for outliers",
        needs=("outlier|fence|whisker", "q1|first quartile|lower quartile", "1.5"),
        result=(r"(?:lower (?:fence|limit|bound|whisker))(?: for outliers)?" + SAID + "#",),
        givens={
            "q1": (r"(?:Q1|Q_1|Q₁|(?:first|lower) quartile|25th percentile)" + SAID + "#",),
            "q3": (r"(?:Q3|Q_3|Q₃|(?:third|upper) quartile|75th percentile)" + SAID + "#",),
        },
        value=lambda q1, q3: q1 - Fraction(3, 2) * (q3 - q1),
        formula="Q1 − 1.5·IQR",
        bound=True,
        examples=(
            "With Q1 = 20 and Q3 = 28 and the rule of 1.5 times the IQR, the lower fence is «8».",
        ),
    ),
    Relation(
        name="min-max scaled value",
        needs=(
            "min-max|min–max|minmax|normali",
            "becomes|scaled|is mapped|maps to|turns into|transformed|normali",
        ),
        result=(
            r"(?:value|age|price|income|salary|[a-z]+) (?:of )?<x>#(?: [a-z]+)? (?:becomes"
            r"|is scaled to|is mapped to|maps to|turns into|is transformed to|is "
            r"normali[sz]ed to) " + ROUGHLY + "#",
        ),
        givens={"x": (), "low": LOW, "high": HIGH},
        value=lambda x, low, high: (
            (x - low) / (high - low) if low <= x <= high and low < high else None
        ),
        formula="(x − min)/(max − min)",
        examples=(
            "Ages range from 20 to 70. After min-max scaling an age of 35 becomes «0.3».",
            "The minimum is 100 and the maximum is 300. Min-max normalization: a price of "
            "250 is mapped to «0.75».",
        ),
    ),
    Relation(
        name="coefficient of variation",
        needs=("coefficient of variation",),
        result=(r"coefficient of variation",),
        givens={"mean": (named("mean|average"),), "deviation": (named("standard deviation|SD"),)},
        value=lambda mean, deviation: deviation / mean if mean > 0 else None,
        formula="σ/μ",
        examples=(
            "The mean is 50 and the standard deviation is 10. The coefficient of variation "
            "is «20 %».",
        ),
    ),
    Relation(
        name="standard deviation from a variance",
        needs=("standard deviation", "variance"),
        result=(sole("standard deviation", "list|values|distribution|variable|X|it"),),
        close=True,
        givens={
            "variance": (
                r"\b(?:the|a|its|sample|population) variance(?: of [A-Za-z]+)?" + SAID + "#",
            )
        },
        value=lambda variance: sqrt(variance),
        formula="√variance",
        examples=("The variance is 36, so the standard deviation is «6».",),
    ),
    Relation(
        name="mean absolute deviation of the list",
        needs=("mad|absolute deviation",),
        result=(r"(?:MAD|(?:mean|median) absolute deviation)",),
        close=True,
        near=True,
        givens={"numbers": LISTED, "others": ("[#]",)},
        value=of_either(absolute_deviations),
        formula="the median of |x − median|",
        examples=("The data are 1, 2, 4, 6, 9. The median absolute deviation is «2».",),
    ),
)
