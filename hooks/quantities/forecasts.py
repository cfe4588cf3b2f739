"""Forecasts: errors of lists, smoothing, moving averages, autoregression, drift of shares."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import log, sqrt

from hooks.quantities.relation import IS, Relation, bare

Numbers = Sequence[Fraction]

# Not an operand ("y − ŷ: 1, −2") and not what is wrong with it ("forecast errors: 1, −2").
NO_ERRORS = (
    r"(?<![−-]\s\w)(?!\s*[−-]\s?[^\W\d])"
    r"(?![^.;\d]{0,30}\b(?:errors?|residuals?|deviations?|misses)\b)"
)
ACTUAL = (
    r"\b(?:actual\w*|observed|true|truth|sales|demand|y|targets?|realized|reality)\b(?! forecast)"
    rf"{NO_ERRORS}"
    r"[^.;\d]{0,30}?[#]",
    r"| (?:actual|y|observed|demand|sales|true|truth|target)(?: (?:value|demand|sales|y))?",
)
PREDICTED = (
    rf"\b(?:forecasts?|predict\w*|ŷ|estimates?)\b{NO_ERRORS}[^.;\d]{{0,30}}?[#]",
    r"| (?:forecast|predicted|prediction|ŷ|estimate|predicted value)s?",
)
SERIES = (
    r"\b(?:series|sales|demand|values?|observations?|visits?|history|data|units|orders|price"
    r"s?|days|"
    r"weeks|months)\b[^.;\d]{0,40}?[#]",
    r"| (?:sales|demand|value|visits|units|y|orders)",
)
ALPHA = (
    r"(?:α|\\alpha|\balpha\b|smoothing (?:factor|parameter|constant|weight))(?: of| is|"
    r" ?=|:)* ?#",
)
OLD_LEVEL = (
    r"\b(?:previous|last|old|current|yesterday['’]s|prior|initial|first)(?: \w+)? ?(?:forecast"
    r"|level|"
    r"smoothed value|estimate)(?: is| was| of|:| ?=)* ?#",
    r"\b(?:forecast|level)(?: \w+){0,3}? was #",
    r"\blevel(?: of| is|:)? #",
)
NEW_VALUE = (
    r"\b(?:observation|observed|actual\w*|new value|demand|sales|today|measured"
    r"|value)\b(?! forecast)"
    r"[^.;\d]{0,25}?#",
)
PHI = (r"(?:φ|ϕ|\\phi|\\varphi|\bphi\b|coefficient)(?:_?1)?(?: of| is| ?=|:)* ?#",)
MEAN = (r"(?:μ|\\mu|\bmu\b|\b(?:process |long-run |unconditional )?mean)(?: of| is| ?=|:)* ?#",)
CURRENT = (
    r"\b(?:current|today['’]s|last|latest|present)(?: \w+)? ?(?:value|observation|level)(?: of"
    r"| is|:| ?=)* ?#",
    r"\b(?:today|now|currently)[^.;\d]{0,25}?#",
    r"\bx_t ?= ?#",
)
NOISE = (
    r"(?:σ²|\\sigma\^2|σ\^2|\bsigma\^2|noise variance|variance of the (?:noise|shocks|innovations"
    r"|errors))"
    r"(?: of| is| ?=|:)* ?#",
)
EXPECTED_SHARES = (
    r"\b(?:expected|reference|baseline|training|train(?:ing)? time|old|P)\b[^.;\d]{0,40}?[#]",
    r"| (?:expected|reference|baseline|training|train|old|e)(?: .*)?",
)
ACTUAL_SHARES = (
    r"\b(?:actual|current|production|new|now|live|serving|Q)\b[^.;\d]{0,40}?[#]",
    r"| (?:actual|current|production|new|now|live|serving|a)(?: .*)?",
)


def mean_of(error: Callable[[Fraction, Fraction], Fraction]) -> Callable[..., Fraction | None]:
    """The mean of an error over pairs of actual and forecast; None if the lists don't match."""

    def mean(actual: Numbers, forecast: Numbers) -> Fraction | None:
        if len(actual) != len(forecast) or tuple(actual) == tuple(forecast):
            return None
        return sum(error(y, f) for y, f in zip(actual, forecast, strict=True)) / len(actual)

    return mean


absolute = mean_of(lambda y, f: abs(y - f))
squared = mean_of(lambda y, f: (y - f) ** 2)
signed = mean_of(lambda y, f: f - y)
relative = mean_of(lambda y, f: abs(y - f) / abs(y))
symmetric = mean_of(lambda y, f: 2 * abs(y - f) / (abs(y) + abs(f)))


def root(value: Fraction | None) -> float | None:
    return None if value is None else sqrt(value)


def weighted(actual: Numbers, forecast: Numbers) -> Fraction | None:
    """WAPE: the sum of the absolute errors over the sum of the actual values."""
    mean = absolute(actual, forecast)
    return mean and mean * len(actual) / sum(map(abs, actual))


def mean(numbers: Numbers) -> Fraction:
    return sum(numbers) / Fraction(len(numbers))


def autoregressive(
    mean: Fraction, phi: Fraction, current: Fraction, steps: Fraction
) -> float | None:
    """Of an AR(1) process: μ + φ^h·(x − μ) (Box and Jenkins, 1970)."""
    if not -1 < phi < 1 or steps > 1000:
        return None
    return mean + phi ** int(steps) * (current - mean)


def stability_index(expected: Numbers, actual: Numbers) -> float | None:
    """PSI, Σ (a − e)·ln(a/e) over shares that add up to one."""
    if len(expected) != len(actual) or not (is_whole(expected) and is_whole(actual)):
        return None
    return sum(float(a - e) * log(a / e) for e, a in zip(expected, actual, strict=True))


def is_whole(shares: Numbers) -> bool:
    return abs(sum(shares) - 1) < Fraction(1, 50) and min(shares) > 0


RELATIONS = bare(
    Relation(
        name="MAE",
        needs=(
            "mae|mean absolute error",
            "actual|observed|true|sales|demand|y",
            "forecast|predict|ŷ",
        ),
        result=("MAE", r"mean absolute error(?: \(MAE\))?"),
        givens={"actual": ACTUAL, "forecast": PREDICTED},
        value=lambda actual, forecast: absolute(actual, forecast),
        formula="mean of |actual − forecast|",
        examples=(
            "Actual sales were 10, 12 and 8, the forecasts 11, 10 and 9. The MAE is «1.33».",
            "| Day | Actual | Forecast |\n|---|---|---|\n| 1 | 100 | 90 |\n| 2 | 120 | 125 |\n|"
            " 3 | 80 "
            "| 92 |\n\nMean absolute error: «9»",
        ),
    ),
    Relation(
        name="RMSE of forecasts",
        needs=("rmse|root mean", "actual|observed|true|sales|demand|y", "forecast|predict|ŷ"),
        result=("RMSE", r"root[- ]mean[- ]squared?[- ]error(?: \(RMSE\))?"),
        givens={"actual": ACTUAL, "forecast": PREDICTED},
        value=lambda actual, forecast: root(squared(actual, forecast)),
        formula="√ mean of (actual − forecast)²",
        examples=("Actual values: 3, 5, 7. Predictions: 2, 5, 9. The RMSE works out to «1.29».",),
    ),
    Relation(
        name="MSE",
        needs=(
            "mse|mean squared error",
            "actual|observed|true|sales|demand|y",
            "forecast|predict|ŷ",
        ),
        result=(r"(?<!R)MSE", r"(?<!root\s)(?<!root-)mean squared error(?: \(MSE\))?"),
        givens={"actual": ACTUAL, "forecast": PREDICTED},
        value=lambda actual, forecast: squared(actual, forecast),
        formula="mean of (actual − forecast)²",
        examples=("The actual values are 3, 5, 7 and the predictions 2, 5, 9. The MSE is «1.67».",),
    ),
    Relation(
        name="MAPE",
        needs=(
            "mape|mean absolute percentage",
            "actual|observed|true|sales|demand|y",
            "forecast|predict|ŷ",
        ),
        result=(r"(?<!s)MAPE", r"(?<!symmetric\s)mean absolute percentage error(?: \(MAPE\))?"),
        givens={"actual": ACTUAL, "forecast": PREDICTED},
        value=lambda actual, forecast: relative(actual, forecast),
        formula="mean of |actual − forecast|/|actual|",
        examples=(
            "Actual demand was 100, 200 and 50, the forecasts were 110, 180 and 60. The MAPE is "
            "«13.3%».",
            "| Week | Actual | Predicted |\n|---|---|---|\n| 1 | 40 | 50 |\n| 2 | 80 | 60 "
            "|\n\nMAPE = «25%»",
        ),
    ),
    Relation(
        name="sMAPE",
        needs=(
            "smape|symmetric mean absolute",
            "actual|observed|true|sales|demand|y",
            "forecast|predict|ŷ",
        ),
        result=("sMAPE", r"symmetric mean absolute percentage error(?: \(sMAPE\))?"),
        givens={"actual": ACTUAL, "forecast": PREDICTED},
        value=lambda actual, forecast: (
            [
                factor * one
                for one in [symmetric(actual, forecast)]
                if one
                for factor in (1, Fraction(1, 2))
            ]
            or None
        ),
        formula="mean of 2·|actual − forecast|/(|actual| + |forecast|)",
        examples=("Actual: 100, 200. Forecast: 120, 150. The sMAPE is «23.4%».",),
    ),
    Relation(
        name="WAPE",
        needs=(
            "wape|wmape|weighted absolute",
            "actual|observed|true|sales|demand|y",
            "forecast|predict",
        ),
        result=("WM?APE", r"weighted absolute percentage error(?: \(WM?APE\))?"),
        givens={"actual": ACTUAL, "forecast": PREDICTED},
        value=lambda actual, forecast: weighted(actual, forecast),
        formula="Σ|actual − forecast| / Σ actual",
        examples=("Actual sales: 100, 20, 80. Forecasts: 90, 30, 75. WAPE: «12.5%»",),
    ),
    Relation(
        name="bias of forecasts",
        needs=("bias|mean error", "actual|observed|true|sales|demand", "forecast|predict"),
        result=(r"(?:forecast |mean )?bias", r"mean error"),
        givens={"actual": ACTUAL, "forecast": PREDICTED},
        value=lambda actual, forecast: (
            [one, -one] if (one := signed(actual, forecast)) is not None else None
        ),
        formula="mean of forecast − actual",
        examples=(
            "Actual sales were 10, 12 and 8, the forecasts 11, 14 and 9. The mean error is «1.33».",
        ),
    ),
    Relation(
        name="MASE",
        needs=("mase|mean absolute scaled", "naive|naïve", "mae|mean absolute"),
        result=("MASE", r"mean absolute scaled error(?: \(MASE\))?"),
        givens={
            "model": (
                r"\b(?:model|our|forecast)\b(?:(?!naive"
                r"|naïve)[^.;\d]){0,40}?\bMAE[^.;\d]{0,12}?#",
                r"\bMAE of (?:the |our )?(?:model|forecast)\w*(?: is| was| =|:) #",
            ),
            "naive": (
                r"\b(?:naive|naïve)\b[^.;\d]{0,40}?#(?! ?,| and \d)",
                r"\b(?:naive|naïve)\b[^;]{0,80}?\bmean(?: of| is| =)* #",
            ),
        },
        value=lambda model, naive: model / naive,
        formula="MAE / MAE of the naive forecast",
        examples=("The model has an MAE of 12, the naive forecast 16. The MASE is «0.75».",),
    ),
    Relation(
        name="moving average",
        needs=("moving average",),
        result=(
            r"(?P<k>\d+|two|three|four|five|seven)[- ](?:day|week|month|point|period|term|quarter"
            r"|year)\w*"
            r" (?:simple )?moving average(?: forecast)?",
            r"moving average (?:of|over) the last (?P<k>\d+|two|three|four|five|seven) \w+",
        ),
        givens={"series": SERIES, "k": ()},
        value=lambda series, k: mean(series[-int(k) :]) if len(series) >= k > 0 else None,
        formula="mean of the last k values",
        examples=(
            "The last sales were 10, 14, 12 and 19. The 3-day moving average is «15».",
            "Monthly demand: 100, 120, 110. The three-month moving average forecast is «110».",
        ),
    ),
    Relation(
        name="exponential smoothing",
        needs=("forecast|level|smoothed|estimate", "smoothing|α|alpha"),
        result=(
            r"(?:new|next|updated|tomorrow['’]s)(?: smoothed)? ?(?:forecast|level|value|estimate)?",
            r"forecast (?:for|of) (?:tomorrow|the next \w+|next \w+)",
            r"(?:level|forecast|estimate) becomes(?: then| thus)? #",
            r"smoothed value",
        ),
        givens={"alpha": ALPHA, "old": OLD_LEVEL, "new": NEW_VALUE},
        value=lambda alpha, old, new: alpha * new + (1 - alpha) * old if 0 < alpha < 1 else None,
        formula="α·y + (1 − α)·level",
        examples=(
            "Simple exponential smoothing with α = 0.3: the previous forecast was 100 and the "
            "actual demand is 120. The next forecast is «106».",
            "With a smoothing factor of 0.2, an old level of 50 and an observation of 60, the new "
            "level is «52».",
        ),
    ),
    Relation(
        name="weight of an old observation",
        needs=("weight", "smoothing|α|alpha"),
        result=(
            r"weight of (?:the|an) (?:observation|value) (?:from )?<k>@ (?:\w+ )(?:ago|back"
            r"|before|old)",
            r"(?:observation|value) <k>@ (?:\w+ )(?:ago|back|before|old) (?:has|gets) a weight",
        ),
        givens={"alpha": ALPHA, "k": ()},
        value=lambda alpha, k: (
            [alpha * (1 - alpha) ** int(k), alpha * (1 - alpha) ** int(k - 1)]
            if 0 < alpha < 1 and 0 < k < 1000
            else None
        ),
        formula="α·(1 − α)^k",
        examples=(
            "Exponential smoothing with alpha = 0.3. The weight of the observation 3 days ago is "
            "«0.103».",
        ),
    ),
    Relation(
        name="Holt's forecast",
        needs=("forecast", "trend|slope", "level"),
        result=(
            r"forecast (?:for )?<h>@ (?:steps?|periods?|months?|days?|weeks?|years?|quarters?) "
            r"(?:ahead|later)",
            r"<h>@[- ](?:steps?|periods?|months?|days?|weeks?)[- ]ahead forecast",
            r"forecast <h>@ (?:steps?|periods?|months?|days?|weeks?)(?: \w+)? ahead",
        ),
        givens={
            "level": (rf"\blevel{IS}#",),
            "trend": (rf"\b(?:trend|slope){IS}#",),
            "h": (),
        },
        value=lambda level, trend, h: level + h * trend,
        formula="level + h·trend",
        examples=(
            "Holt's method ends with a level of 200 and a trend of 5. The forecast 4 steps ahead "
            "is "
            "«220».",
            "Level: 120, trend: 3.\n\nThe three-months-ahead forecast is «129».",
        ),
    ),
    Relation(
        name="forecast of an AR(1) process",
        needs=("forecast|expect|prediction", "ar(1)|autoregress|y_{t-1}|x_{t-1}", "mean|μ|mu"),
        result=(
            r"\(?<h>@[- ](?:steps?|periods?|months?|days?)[- ]ahead\)?(?:,? the)? ?(?:forecast"
            r"|prediction)?",
            r"(?:forecast|prediction) (?:for )?<h>@ (?:steps?|periods?|months?|days?)(?: ahead)?",
        ),
        givens={"mean": MEAN, "phi": PHI, "current": CURRENT, "h": ()},
        value=lambda mean, phi, current, h: autoregressive(mean, phi, current, h),
        formula="μ + φ^h·(x − μ)",
        examples=(
            "An AR(1) process has the mean μ = 50, φ = 0.8 and a current value of 60. The forecast "
            "two steps ahead is «56.4».",
            "AR(1) with μ = 20 and φ = 0.5; the last value is 28.\n\nFor the day after tomorrow "
            "(2 steps ahead) the forecast is «22».",
        ),
    ),
    Relation(
        name="next value of an AR(1) process",
        needs=(
            "forecast|expect|prediction|next",
            "ar(1)|autoregress|y_{t-1}|x_{t-1}",
            "intercept|constant|c =",
        ),
        result=(r"(?:next|one-step)(?:[- ]ahead)? (?:forecast|value|prediction)",),
        givens={
            "c": (r"\b(?:c|intercept|constant)(?: of| is| ?=|:)* ?#",),
            "phi": PHI,
            "current": CURRENT,
        },
        value=lambda c, phi, current: c + phi * current if -1 < phi < 1 else None,
        formula="c + φ·x",
        examples=(
            "An AR(1) model has an intercept of 4 and φ = 0.6; the current value is 15. "
            "The next value is «13».",
        ),
    ),
    Relation(
        name="variance of an AR(1) process",
        needs=("variance", "ar(1)|autoregress|y_{t-1}|x_{t-1}"),
        result=(
            r"(?:stationary|unconditional|long-run|marginal) variance",
            r"variance of the (?:stationary )?(?:process|series)",
            r"(?:has|have|having|with)(?: then| thus)?(?: a| the)? variance(?: of)? #(?! ?[,;]? "
            r"(?:noise|and φ))",
            r"Var ?\( ?[yx]_?\w? ?\)(?= ?=)",
        ),
        givens={"phi": PHI, "noise": NOISE},
        value=lambda phi, noise: noise / (1 - phi**2) if -1 < phi < 1 else None,
        formula="σ²/(1 − φ²)",
        examples=(
            "For an AR(1) process with φ = 0.6 and σ² = 4 the stationary variance is «6.25».",
            "AR(1), φ = 0.9, and a noise variance of 1. So the variance of the process is «5.26».",
        ),
    ),
    Relation(
        name="mean of an AR(1) process",
        needs=("mean", "ar(1)|autoregress|y_{t-1}|x_{t-1}", "intercept|constant|c ="),
        result=(r"(?:stationary|unconditional|long-run|process) mean", r"mean of the process"),
        givens={"c": (r"\b(?:c|intercept|constant)(?: of| is| ?=|:)* ?#",), "phi": PHI},
        value=lambda c, phi: c / (1 - phi) if -1 < phi < 1 else None,
        formula="c/(1 − φ)",
        examples=(
            "An AR(1) model with a constant of 3 and φ = 0.7 has a long-run mean; the long-run "
            "mean "
            "is «10».",
        ),
    ),
    Relation(
        name="autocorrelation of an AR(1) process",
        needs=("autocorrelation", "ar(1)|autoregress|y_{t-1}|x_{t-1}"),
        result=(r"autocorrelation (?:at|of|for) lag <k>@",),
        givens={"phi": PHI, "k": ()},
        value=lambda phi, k: phi ** int(k) if -1 < phi < 1 and k < 1000 else None,
        formula="φ^k",
        examples=("In an AR(1) process with φ = 0.7 the autocorrelation at lag 3 is «0.343».",),
    ),
    Relation(
        name="half-life of a shock",
        needs=("half-life|half life", "ar(1)|autoregress|φ|phi|decay"),
        result=(r"half[- ]life(?: of a shock)?",),
        givens={"phi": (*PHI, r"\bdecay(?: factor)?(?: of| is| ?=|:)* ?#")},
        value=lambda phi: log(0.5) / log(phi) if 0 < phi < 1 else None,
        formula="ln 0.5/ln φ",
        examples=("The AR(1) coefficient is 0.9. The half-life of a shock is «6.58» days.",),
    ),
    Relation(
        name="population stability index",
        needs=("psi|stability index",),
        result=(r"(?:total )?PSI", r"population stability index(?: \(PSI\))?"),
        givens={"expected": EXPECTED_SHARES, "actual": ACTUAL_SHARES},
        value=stability_index,
        formula="Σ (actual − expected)·ln(actual/expected)",
        examples=(
            "The reference shares are 0.5, 0.3 and 0.2, the current shares 0.4, 0.4 and 0.2. The "
            "PSI is «0.0511».",
            "| Bin | Expected | Actual |\n|---|---|---|\n| low | 60 % | 45 % |\n| high | 40 % |"
            " 55 % "
            "|\n\nPSI: «0.0909»",
        ),
    ),
)
