"""Linear models: least squares, logistic regression, losses, vectors, principal components."""

from collections.abc import Sequence
from math import comb, exp, hypot, log, sqrt

from hooks.quantities.relation import Relation, bare
from hooks.quantities.wordings import GAP, IS, LAMBDA, LEARNING_RATE, ROWS, SUBSCRIPT

FEATURES = (
    r"(?:features|predictors|variables|regressors|covariates|inputs|independent variables"
    r"|columns|dimensions)"
)
X = (
    r"\bx(?:_i)? ?(?:=|:|are|of|values?:?) ?[#]",
    r"\bx\b ?\n(?:\|? ?)?[#]",
    r"\bx[- ]values?(?: are)? [#]",
)
Y = (r"\by(?:_i)? ?(?:=|:|are|of|values?:?) ?[#]", r"\by[- ]values?(?: are)? [#]")
COUNT = (*ROWS, r"\bn ?= ?@", r"@ (?:houses|students|patients|people|customers|apartments|cars)")
PREDICTORS = (rf"@ (?:\w+ )?{FEATURES}", r"\b[pk] ?= ?@")
R_SQUARED = (
    r"(?:\bR ?\^? ?2|R²|r²|R-squared|coefficient of determination)(?: of|,|:| is| ?=| was)? ?#",
)
COEFFICIENT = (
    rf"coefficient(?: of| for| on)?{GAP}{IS}#",
    rf"(?:β|\\beta|\bbeta){SUBSCRIPT} ?= ?#",
    r"coefficient(?: of)? #",
    r"weight of #",
)
FIRST = (
    r"\b(?:a|u|p|x|x_1|A|P)\b(?: \\top)? ?= ?[#]",
    r"(?:between|of|from|vectors?|points?)(?: \w{1,3}(?: ?=)?)? [#] ?[\])]? ?(?:and|to)",
)
SECOND = (
    r"\b(?:b|v|q|y|x_2|B|Q)\b ?= ?[#]",
    r"(?:between|of|from|vectors?|points?) [^.;]{0,60}?[\])] ?(?:\^ ?(?:T"
    r"|\\top) ?)?(?:and|to)(?: \w{1,3}(?: ?=)?)? [#]",
)
VECTOR = (
    r"\b(?:vector|gradient|weights?|w|v|x|u|a|g|coefficients)(?: \w)?(?: ?=| of| is| are|:)? ?[#]",
)
EIGENVALUES = (
    r"(?:eigenvalues?|variances|λ|\\lambda)(?: of [\w ]{1,40}?)?(?: are| is| of|:| ?=)? ?[#]",
    r"eigenvalues[^;]{1,30}? so [#]",
)
TRUE_P = (
    r"(?:true|correct|right|actual) (?:class|label|token|word|one)(?: (?:gets|has"
    r"|receives|is given|is assigned|with|at))?(?: a)?(?: predicted)?(?: "
    r"probability)?(?: of| is| ?=)? ?#",
    r"(?:probability|p)(?: of)? # (?:to|for) the (?:true|correct|right|actual) (?:class"
    r"|label|token|word)",
    r"(?:\\hat ?)?\b(?:p|ŷ|y)(?:_t)? ?= ?#",
    r"predicts? (?:a probability of |probability )?#",
    r"predicted probability(?: of| is| ?=)? #",
)

TERM_SIZES = {
    "d": (r"degree(?: of| is| ?=|[- ])? ?@", r"degree`? ?= ?@", r"\bm ?= ?@"),
    "n": (
        rf"(?:from|with|of|has|the|have) @ (?:original |input |numeric )?{FEATURES}",
        r"\b[npd] ?= ?@",
        r"@ inputs\b",
    ),
}


def ordinary(x: Sequence, y: Sequence) -> tuple[float, float, float]:
    """Slope, intercept and correlation of a least-squares line."""
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    xx = sum((a - mean_x) ** 2 for a in x)
    yy = sum((b - mean_y) ** 2 for b in y)
    xy = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return xy / xx, mean_y - xy / xx * mean_x, float(xy) / sqrt(xx * yy)


def adjusted(r2: float, n: float, p: float) -> float:
    """R² adjusted for p predictors and n rows."""
    return 1 - (1 - r2) * (n - 1) / (n - p - 1)


def focal(p: float, γ: float) -> list[float]:
    """Lin et al. (2017), Focal Loss for Dense Object Detection, equation 4, without α."""
    return [-((1 - p) ** γ) * log(p), -(p**γ) * log(1 - p), (1 - p) ** γ]


def dot(a: Sequence, b: Sequence) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def cosine(a: Sequence, b: Sequence) -> list[float]:
    """The cosine of the angle of two vectors, and the distance that is made of it."""
    similarity = dot(a, b) / (hypot(*a) * hypot(*b))
    return [similarity, 1 - similarity]


def explained(eigenvalues: Sequence, k: float) -> float:
    """The share of the variance that the largest k principal components hold."""
    return sum(sorted(eigenvalues, reverse=True)[: int(k)]) / sum(eigenvalues)


def soft_threshold(b: float, λ: float) -> float:
    return max(abs(b) - λ, 0) * (1 if b > 0 else -1)


RELATIONS = bare(
    Relation(
        name="slope of a least-squares line",
        needs=(
            "slope|β_1|beta_1|coefficient|gradient of the line",
            "regression|least squares|line|ols",
            "x",
        ),
        result=(
            r"(?:OLS |estimated |fitted |least-squares |regression )*slope",
            r"(?:β|\\beta|\\hat\\beta) ?_?1",
        ),
        givens={"x": X, "y": Y},
        value=lambda x, y: ordinary(x, y)[0],
        formula="Σ(x − x̄)(y − ȳ)/Σ(x − x̄)²",
        examples=(
            "A least-squares line is fitted to x = 1, 2, 3, 4 and y = 2, 4, 5, 8. "
            "The slope is «1.9».",
            "Linear regression with x = [1, 2, 3] and y = [3, 5, 10].\n\n- Slope: «3.5»",
            "Take $x = (0, 1, 2)$ and $y = (1, 3, 4)$ and fit a line.\n\nThe "
            "estimated slope works out to «1.5».",
        ),
    ),
    Relation(
        name="intercept of a least-squares line",
        needs=("intercept|β_0|beta_0", "regression|least squares|line|ols", "x"),
        result=(r"(?:OLS |estimated |fitted )*intercept", r"(?:β|\\beta|\\hat\\beta) ?_?0"),
        givens={"x": X, "y": Y},
        value=lambda x, y: ordinary(x, y)[1],
        formula="ȳ − slope·x̄",
        examples=(
            "A least-squares line is fitted to x = 1, 2, 3, 4 and y = 2, 4, 5, 9. "
            "The intercept is «-0.5».",
        ),
    ),
    Relation(
        name="slope from sums of squares",
        needs=("slope|β_1|beta_1", "s_{x|s_x|covariance|cov"),
        result=(
            r"(?:OLS |estimated |fitted |least-squares |regression )*slope",
            r"(?:β|\\beta|\\hat\\beta) ?_?1",
        ),
        givens={
            "xy": (
                r"\bS_?xy ?= ?#",
                r"\bS ?_? ?xy ?= ?#",
                r"covariance(?: of [\w ]{1,20})?(?: is| of| ?=) ?#",
                r"Cov\(x, ?y\) ?= ?#",
            ),
            "xx": (
                r"\bS_?xx ?= ?#",
                r"\bS ?_? ?xx ?= ?#",
                r"variance of (?:x|the \w+)(?: is| ?=) ?#",
                r"Var\(x\) ?= ?#",
            ),
        },
        value=lambda xy, xx: xy / xx,
        formula="S_xy/S_xx",
        examples=("The sums are $S_{xy} = 57$ and $S_{xx} = 10$. The slope is thus «5.7».",),
    ),
    Relation(
        name="intercept from the means",
        needs=("intercept|β_0|beta_0", "slope", "mean|bar"),
        result=(r"(?:OLS |estimated |fitted )*intercept", r"(?:β|\\beta|\\hat\\beta) ?_?0"),
        givens={
            "slope": (rf"slope{GAP}{IS}#",),
            "x": (r"(?:\\bar ?x|x̄|mean of x|mean x) ?(?:=|is|of) ?#",),
            "y": (r"(?:\\bar ?y|ȳ|mean of y|mean y) ?(?:=|is|of) ?#",),
        },
        value=lambda slope, x, y: y - slope * x,
        formula="ȳ − slope·x̄",
        examples=("With a slope of 2, $\\bar{x} = 3$ and $\\bar{y} = 11$, the intercept is «5».",),
    ),
    Relation(
        name="prediction of a line",
        needs=("predict|estimate|fitted|expected", "regression|model|line|ŷ|hat"),
        result=(
            r"(?:for|at|with|if) (?:an? )?x ?(?:="
            r"|of) ?<x>#[^.;\d]{0,40}?(?:predict\w*|estimate\w*|fitted value"
            r"|expected \w+)(?: value)?(?: is| of| ?=| are)?(?: then| about)? ?#",
            r"predict\w* (?:value )?(?:for|at) x ?= ?<x># (?:is|of|=) ?(?:about )?#",
        ),
        givens={
            "a": (r"[yŷ] ?= ?# ?\+ ?<b># ?(?:[·*×]|\\cdot)? ?x",),
            "b": (r"[yŷ] ?= ?<a># ?\+ ?# ?(?:[·*×]|\\cdot)? ?x",),
            "x": (r"\bx ?= ?#",),
        },
        value=lambda a, b, x: a + b * x,
        formula="a + b·x",
        examples=(
            "The regression line is $\\hat{y} = 3 + 2x$. For x = 4 the model predicts «11».",
            "We fitted the line y = 10 + 0.5x. The prediction at x = 20 is «20».",
        ),
    ),
    Relation(
        name="R²",
        needs=(
            "r²|r^2|r-squared|r squared|determination",
            "residual|rss|sse|ss_|ss_{",
            "total|tss|sst|syy|s_{yy}",
        ),
        result=(r"R ?\^? ?2", r"R²", r"R[- ]squared", r"coefficient of determination"),
        givens={
            "rss": (
                r"(?:RSS|SSE|SS_? ?res(?:idual)?|SS_\{res\}|residual sum of "
                r"squares)(?: \(\w+\))?(?: ?[:=\n] ?| is | of | was )#",
            ),
            "tss": (
                r"(?:TSS|SST|SS_? ?tot(?:al)?|total sum of squares)(?: "
                r"\(\w+\))?(?: ?[:=\n] ?| is | of | was )#",
            ),
        },
        value=lambda rss, tss: 1 - rss / tss,
        formula="1 − RSS/TSS",
        unless=("inflation", "vif", "regressing", "auxiliary", "adjusted", "test set", "other"),
        examples=(
            "The residual sum of squares is 30 and the total sum of squares is 120. R² is «0.75».",
            "- RSS = 18\n- TSS = 90\n\nThe coefficient of determination comes out at «0.80».",
            "SSE = 12.5 and SST = 50, so $R^2$ is «75 %».",
        ),
    ),
    Relation(
        name="adjusted R²",
        needs=("adjusted",),
        result=(
            r"adjusted (?:R²|R ?\^ ?2|R2|R[- ]squared)",
            r"R²(?:_adj| adj)",
            r"R ?\^ ?2 ?_? ?adj",
        ),
        givens={"r2": R_SQUARED, "n": COUNT, "p": PREDICTORS},
        value=adjusted,
        formula="1 − (1 − R²)(n − 1)/(n − p − 1)",
        examples=(
            "A regression on 50 observations with 5 predictors has an R² of 0.80. "
            "The adjusted R² is «0.777».",
            "With $n = 100$, $p = 10$ and $R^2 = 0.60$ we get:\n\n- Adjusted R²: «0.555»",
        ),
    ),
    Relation(
        name="VIF of two features",
        needs=(
            "vif|inflation",
            "correlation|correlated",
            "two features|two predictors|two regressors",
        ),
        result=(r"VIFs?", r"variance inflation factors?(?: \(VIF\))?"),
        givens={
            "r": (r"\bcorrelat\w+(?: coefficient)?(?: of| is| =| at| by| with)* ?#", r"\br ?= ?#")
        },
        value=lambda r: 1 / (1 - r * r),
        formula="1/(1 − r²)",
        examples=(
            "A model has two features with a correlation of 0.8. Both have a VIF of «2.78».",
            "If there are only two predictors, and their correlation is 0.9, the variance "
            "inflation factor of each is «5.26».",
        ),
    ),
    Relation(
        name="factor of a standard error from the VIF",
        needs=("standard error", "vif|inflation"),
        result=(
            r"(?:VIF|inflation factor)(?: of| is| =| at)* ?<vif>#[^.;\d]{0,60}?standard errors?"
            r"[^.;\d]{0,50}?@ times(?: as| larger| wider| higher)",
            r"(?:VIF|inflation factor)(?: of| is| =| at)* ?<vif>#[^.;\d]{0,60}?standard errors?"
            r"[^.;\d]{0,50}?(?:by a )?factor(?: of)? @",
        ),
        givens={"vif": ()},
        value=lambda vif: sqrt(vif),
        formula="√VIF",
        examples=(
            "With a VIF of 9 the standard error of the coefficient is «three» times as large.",
            "A VIF of 5 inflates the standard error by a factor of «2.24».",
        ),
    ),
    Relation(
        name="variance inflation factor",
        needs=("vif|inflation",),
        result=(r"VIF", r"variance inflation factor(?: \(VIF\))?"),
        givens={"r2": (*R_SQUARED, r"# of its variance")},
        value=lambda r2: 1 / (1 - r2) if 0 <= r2 < 1 else None,
        formula="1/(1 − R²)",
        examples=(
            "Regressing a feature on the others gives an R² of 0.9. Its VIF is «10».",
            "If R² = 0.75 in the auxiliary regression, the variance inflation factor is «4».",
        ),
    ),
    Relation(
        name="RMSE",
        needs=("rmse|root mean squared", "mse|mean squared error"),
        result=(r"RMSE", r"root mean squared? error(?: \(RMSE\))?"),
        givens={
            "mse": (
                r"(?<!R)\bMSE(?: ?[:=\n] ?| is | of | was )#",
                r"(?<!root\s)mean squared? error(?: \(MSE\))?(?: ?[:=\n] ?| is | of | was )#",
            )
        },
        value=lambda mse: sqrt(mse),
        formula="√MSE",
        examples=("The model has an MSE of 16. The RMSE is «4».", "- MSE: 0.25\n- RMSE: «0.5»"),
    ),
    Relation(
        name="degrees of freedom of the residuals",
        needs=("degrees of freedom|df", "regress|residual|predictor"),
        result=(
            r"(?:residual |remaining |error )?degrees of freedom(?: of the residuals)?",
            r"# (?:residual |error )?degrees of freedom",
        ),
        givens={"n": COUNT, "p": PREDICTORS},
        value=lambda n, p: [n - p - 1, n - p, n - 1, p, p + 1, n - 2],
        formula="n − p − 1",
        exact=True,
        examples=(
            "A regression with an intercept, 50 observations and 4 predictors leaves "
            "«45» residual degrees of freedom.",
        ),
    ),
    Relation(
        name="odds ratio of a coefficient",
        needs=("odds", "logistic|logit", "coefficient|β|beta"),
        result=(
            r"odds ratio",
            r"(?:multiplies|increases|changes|scales) the odds(?: of [\w ]{1,30}?)? "
            r"by (?:a factor of )?(?:about |roughly )?#(?! ?%)",
            r"odds (?:are |is |get |rise |grow |increase )?(?:multiplied )?by (?:a "
            r"factor of )(?:about |roughly )?#(?! ?%)",
        ),
        givens={"β": COEFFICIENT},
        value=lambda β: [exp(β), exp(-β)],
        formula="e^β",
        examples=(
            "In a logistic regression a feature has a coefficient of 0.7. The odds "
            "ratio is about «2.01».",
            "Logistic regression with $\\beta_1 = -0.5$: one more unit multiplies "
            "the odds by «0.607».",
        ),
    ),
    Relation(
        name="hinge loss",
        needs=("hinge",),
        result=(r"hinge loss",),
        givens={
            "y": (r"(?:label|class|\by)(?: y)?(?: ?[=:\n] ?| of | is )\+?#",),
            "f": (
                r"(?:score|margin|decision value|decision function|f\(x\)|output)(?: "
                r"f)?(?: ?[=:\n] ?| of | is )#",
            ),
        },
        value=lambda y, f: max(0, 1 - y * f) if abs(y) == 1 else None,
        formula="max(0, 1 − y·f)",
        examples=(
            "A point with label y = 1 gets a score of 0.3. Its hinge loss is «0.7».",
            "With y = -1 and f(x) = 0.5 the hinge loss is «1.5».",
        ),
    ),
    Relation(
        name="focal loss",
        needs=("focal",),
        result=(
            r"focal loss",
            r"(?:modulating|focusing|down-?weighting) factor",
        ),
        givens={
            "p": TRUE_P,
            "γ": (
                r"(?:γ|\\gamma|\bgamma|focusing parameter)(?: γ)?(?: ?= ?| of | is "
                r")(?:γ ?= ?)?#",
            ),
        },
        value=focal,
        formula="−(1 − p)^γ·ln p",
        examples=(
            "With γ = 2 and a predicted probability of 0.9 the focal loss is «0.00105».",
            "Focal loss with γ = 2: for p = 0.6 the modulating factor is «0.16».",
        ),
    ),
    Relation(
        name="smoothed target of the true class",
        needs=("target|true class|correct class|label", "smoothing", "class"),
        result=(
            rf"(?:true|correct|right) class{GAP}(?:target|gets|receives|has|is)(?: "
            rf"a)?(?: target)?(?: value| probability)?{IS}#",
            r"(?:true|correct|right) class (?:then )?(?:gets|receives|has) (?:a "
            r"(?:target )?(?:probability |value )?(?:of )?)?(?:the )?(?:target )?#",
        ),
        givens={
            "ε": (
                r"(?:smoothing|ε|\\(?:var)?epsilon|label_smoothing)`?(?: ?= ?| of | "
                r"is | with )(?:ε ?= ?)?#",
            ),
            "k": (r"@ classes",),
        },
        value=lambda ε, k: [1 - ε + ε / k, 1 - ε],
        formula="1 − ε + ε/K",
        examples=(
            "Label smoothing of 0.1 with 10 classes: the true class gets a target of «0.91».",
        ),
    ),
    Relation(
        name="step of gradient descent",
        needs=(
            "new|updated|update|becomes|after|next",
            "gradient",
            "learning rate|step size|learning-rate|η|eta|lr",
        ),
        result=(
            r"(?:new|updated|next) (?:weight|parameter|value|estimate|w|x|θ"
            r"|coefficient|iterate)(?: \w)?",
            r"(?:after (?:one|a|the|this) (?:update|step)|the update)(?: of [\w "
            r"]{1,20})?,?(?: the)? (?:weight|parameter|value|w|x|θ|coefficient) (?:is"
            r"|becomes|=) ?(?:about )?#",
            r"\b(?:weight|w|x|θ|parameter) (?:then )?(?:becomes|moves to|is updated "
            r"to|changes to) #",
        ),
        givens={
            "w": (
                r"\b(?:w|x|θ|\\theta|β)(?:_0|₀| 0|_t)? ?= ?#",
                r"(?:current|initial|old) (?:weight|parameter|value)(?: of| is| ?=| w ?=)? ?#",
                r"(?:starts?|starting|begins?) (?:at|from|with)(?: [wxθ] ?=)? ?#",
                r"(?:weight|parameter) (?:w )?(?:of|is|=) #",
            ),
            "η": LEARNING_RATE,
            "g": (
                r"gradient(?: there| of the loss| at [\w ]{1,20}?| of [\w "
                r"]{1,20}?)?(?: ?[=:\n] ?| of | is )(?:g ?= ?)?#",
                r"\b(?:g|f['’′]\([wxθ]\)|dL/dw) ?= ?#",
            ),
        },
        value=lambda w, η, g: w - η * g,
        formula="w − η·gradient",
        examples=(
            "Gradient descent with a learning rate of 0.1: the current weight is 2 "
            "and the gradient is 4. The new "
            "weight is «1.6».",
            "Let $w = 5$, $\\eta = 0.01$, and the gradient of the loss is -30. After "
            "one update the weight is «5.3».",
        ),
    ),
    Relation(
        name="explained variance of the first component",
        needs=("explain|variance|captur|account|hold|retain", "eigenvalue", "component|pca"),
        result=(
            r"(?:first|largest|leading|top) (?:principal )?component(?: alone| thus| "
            r"then| therefore)? (?:explains?|captures?|accounts? for|holds?|retains?"
            r"|has) (?:about |roughly |only |just )?#",
            r"explained[- ]variance(?: ratio| share)?(?: of| for)? (?:the )?(?:first"
            r"|PC1|largest|leading)(?: principal)?(?: component)?" + IS + "#",
        ),
        givens={"eigenvalues": EIGENVALUES},
        unless=("standardi", "scal", "correlation"),
        value=lambda eigenvalues: explained(eigenvalues, 1),
        formula="λ₁/Σλ",
        examples=(
            "The covariance matrix has the eigenvalues 4, 2, 1 and 1. The first "
            "principal component explains «50 %» "
            "of the variance.",
            "PCA: eigenvalues [6, 3, 1].\n\nThe first component accounts for «60 %».",
        ),
    ),
    Relation(
        name="explained variance of several components",
        needs=(
            "explain|captur|account|retain|variance|together",
            "eigenvalue",
            "component|pca",
        ),
        result=(
            r"(?:first|top|leading|largest) <k>@ (?:principal )?(?:components|PCs"
            r"|eigenvectors|directions)(?: together| then| thus)? (?:explain|capture"
            r"|account for|hold|retain|have|keep) (?:about |roughly |together )?#",
        ),
        givens={"eigenvalues": EIGENVALUES, "k": (r"\bk ?= ?@",)},
        value=explained,
        formula="Σ of the k largest/Σλ",
        examples=(
            "The covariance matrix has the eigenvalues 4, 2, 1 and 1. The first two "
            "components together explain «75 %».",
        ),
    ),
    Relation(
        name="length of a vector",
        needs=("norm|length|magnitude", "vector|gradient|weight|w|v|x"),
        result=(
            r"(?:L2|L_2|Euclidean|ℓ2|ℓ_2|l2)[- ]norm",
            r"(?:length|magnitude) of (?:the|this) (?:vector|gradient)",
        ),
        givens={"v": VECTOR},
        value=lambda v: hypot(*v),
        formula="√Σv²",
        examples=(
            "The vector v = (3, 4) has a Euclidean norm of «5».",
            "Let $w = (1,2,2)$.\n\n- L2 norm: «3»",
        ),
    ),
    Relation(
        name="L1 norm of a vector",
        needs=("l1|l_1|ℓ1|ℓ_1|manhattan|taxicab", "norm", "vector|gradient|weight|w|v|x"),
        result=(r"(?:L1|L_1|Manhattan|ℓ1|ℓ_1|l1|taxicab)[- ]norm",),
        givens={"v": VECTOR},
        value=lambda v: sum(map(abs, v)),
        formula="Σ|v|",
        examples=("The weights w = (0.5, -2, 1) have an L1 norm of «3.5».",),
    ),
    Relation(
        name="dot product",
        needs=("dot product|inner product|scalar product",),
        result=(r"(?:dot|inner|scalar) product",),
        givens={"a": FIRST, "b": SECOND},
        value=dot,
        formula="Σ a·b",
        examples=(
            "Let a = (1, 2, 3) and b = (4, -5, 6). Their dot product is «12».",
            "With u = [1, 0, 2] and v = [3, 1, 1] the dot product comes to «5».",
        ),
    ),
    Relation(
        name="cosine similarity",
        needs=("cosine",),
        result=(
            r"cosine(?: similarity)?(?: of| between)(?: the (?:two )?vectors)?(?: \w{1,2} ?=)? "
            r"<a>[#] ?[)\]] ?(?:and|with)"
            r"(?: \w{1,2} ?=)? <b>[#] ?[)\]] (?:is|equals|=|comes to|≈)(?: then| thus| about)* #",
            r"cosine(?: similarity| distance)?",
        ),
        givens={"a": FIRST, "b": SECOND},
        value=cosine,
        formula="a·b/(‖a‖·‖b‖)",
        examples=("Let a = (1, 2, 2) and b = (2, 1, 2). The cosine similarity is «0.889».",),
    ),
    Relation(
        name="cosine similarity of a dot product and two norms",
        needs=("cosine", "norm|length", "dot product|inner product|a·b|\\cdot"),
        result=(r"cosine(?: similarity)?",),
        givens={
            "ab": (r"(?:dot|inner|scalar) product(?: of [\w ]{1,30}?)?(?: is| of| ?=|:) ?#",),
            "norms": (r"(?:norms?|lengths?)(?: are| of| is|:)? [#]",),
        },
        value=lambda ab, norms: ab / (norms[0] * norms[1]),
        formula="a·b/(‖a‖·‖b‖)",
        examples=(
            "The dot product is 12, and the vectors have norms of 4 and 5. The "
            "cosine similarity is «0.6».",
        ),
    ),
    Relation(
        name="margin of a support vector machine",
        needs=("margin", "svm|support vector|hyperplane", "norm|w"),
        result=(r"(?:width of the |total |geometric |full )?margin(?: width)?",),
        givens={"w": (r"\bw ?= ?[#]",)},
        value=lambda w: [2 / hypot(*w), 1 / hypot(*w)],
        formula="2/‖w‖",
        examples=(
            "A linear SVM has w = (3, 4) and b = -2. The margin is «0.4».",
            "The hyperplane of the support vector machine: $w = (1, 1)$.\n\nThe "
            "width of the margin is «1.414».",
        ),
    ),
    Relation(
        name="margin of a norm",
        needs=("margin", "svm|support vector|hyperplane", "norm|‖|\\|"),
        result=(r"(?:width of the |total |geometric |full )?margin(?: width)?",),
        givens={
            "norm": (
                r"(?:norm(?: of w)?|\|\|? ?w ?\|\|?|‖w‖|\\[lr]?Vert w "
                r"\\[lr]?Vert)(?: ?=| of| is) ?#",
            )
        },
        value=lambda norm: [2 / norm, 1 / norm],
        formula="2/‖w‖",
        examples=("The weight vector of the SVM has a norm of 5. The margin is «0.4».",),
    ),
    Relation(
        name="soft-thresholded coefficient",
        needs=("lasso|soft", "coefficient|estimate", "λ|lambda|threshold"),
        result=(
            r"lasso (?:coefficient|estimate|solution)",
            r"soft[- ]thresholded (?:coefficient|estimate|value)",
        ),
        givens={
            "b": (
                r"(?:OLS|least-squares|unpenali[sz]ed|ordinary) (?:coefficient"
                rf"|estimate|solution){GAP}{IS}#",
            ),
            "λ": (rf"(?:{LAMBDA}|threshold) ?(?:=|of|is) ?#",),
        },
        value=lambda b, λ: [soft_threshold(b, λ), soft_threshold(b, λ / 2)],
        formula="sign(b)·max(|b| − λ, 0)",
        examples=(
            "With orthonormal features the OLS coefficient is 3 and λ = 1. The lasso "
            "coefficient is «2».",
        ),
    ),
    Relation(
        name="shrunken coefficient of ridge regression",
        needs=("ridge", "coefficient|estimate", "λ|lambda", "orthonormal"),
        result=(r"ridge (?:coefficient|estimate|solution)",),
        givens={
            "b": (
                r"(?:OLS|least-squares|unpenali[sz]ed|ordinary) (?:coefficient"
                rf"|estimate|solution){GAP}{IS}#",
            ),
            "λ": (rf"{LAMBDA} ?(?:=|of|is) ?#",),
        },
        value=lambda b, λ: [b / (1 + λ), b / (1 + 2 * λ), b / (1 + λ / 2)],
        formula="b/(1 + λ)",
        examples=(
            "With orthonormal features the OLS coefficient is 3 and λ = 0.5. The "
            "ridge estimate is «2».",
        ),
    ),
    Relation(
        name="condition number",
        needs=("condition number", "eigenvalue|singular"),
        result=(r"condition number(?: \w)?",),
        givens={
            "values": (
                r"(?:eigenvalues?|singular values?)(?: of [\w ]{1,40}?)?(?: are| is| "
                r"of|:| ?=)? ?[#]",
            )
        },
        value=lambda values: [
            max(values) / min(values),
            sqrt(max(values) / min(values)),
            (max(values) / min(values)) ** 2,
        ],
        formula="λ_max/λ_min",
        examples=("The Hessian has the eigenvalues 100 and 4. Its condition number is «25».",),
    ),
    Relation(
        name="terms of a polynomial with its constant",
        needs=(
            "terms|features|monomials|columns|dimension",
            "polynomial",
            "constant|intercept|bias term|1, ",
            "degree|m =|d =",
        ),
        result=(r"feature (?:space|map)[^;]{0,140}? has #(?= dimensions| features| coordinates)",),
        givens=TERM_SIZES,
        value=lambda d, n: [comb(int(n + d), int(d))] if n < 1e6 and d < 50 else None,
        unless=("without", "homogeneous", "interaction", "except", "not counting", "besides"),
        formula="C(n + d, d)",
        examples=(
            "Polynomial kernel: the explicit feature space for 10 inputs and m = 2 (constant, "
            "linear "
            "terms, squares and products) has «66» dimensions.",
        ),
    ),
    Relation(
        name="terms of a polynomial",
        needs=("terms|features|monomials|columns|dimension", "polynomial", "degree|m =|d ="),
        result=(
            r"feature (?:space|map)[^;]{0,140}? has #(?= dimensions| features| coordinates)",
            r"# (?:polynomial |monomial )?(?:terms|features|monomials|columns"
            r"|coefficients)(?= (?:including|with the|in total|altogether|in all"
            r"|\(including)|,? counting)",
            r"(?:gives|yields|produces|creates|generates|makes|expands to|becomes"
            r"|results in|has) # (?:polynomial )?(?:terms|features|monomials|columns)",
        ),
        givens=TERM_SIZES,
        weak=True,
        value=lambda d, n: (
            [
                comb(int(n + d), int(d)),
                comb(int(n + d), int(d)) - 1,
                comb(int(n + d - 1), int(d)),
            ]
            if n < 1e6 and d < 50
            else None
        ),
        formula="C(n + d, d)",
        exact=True,
        examples=(
            "Polynomial features of degree 2 from 10 features: the expansion yields «66» columns.",
        ),
    ),
    Relation(
        name="pairwise interactions",
        needs=("interaction",),
        result=(
            r"# (?:pairwise |two-way |possible |distinct |second-order "
            r")*interactions?(?: terms| features)?",
        ),
        givens={"n": (rf"@ (?:\w+ )?{FEATURES}", r"\bp ?= ?@")},
        value=lambda n: [comb(int(n), 2), 2 ** int(n) if n < 30 else None, comb(int(n), 3)],
        formula="p(p − 1)/2",
        exact=True,
        examples=("With 20 features there are «190» pairwise interactions.",),
    ),
    Relation(
        name="free entries of a covariance matrix",
        needs=("entries|parameters|free", "covariance", "dimension|features|variables|×"),
        result=(
            r"(?:covariance(?: matrix)?|symmetric matrix)(?: of [\w ]{1,30}?)?(?: "
            r"then| thus)? (?:has|contains|needs|with|requires) (?:only )?# "
            r"(?:distinct |free |unique |independent |different )*(?:entries"
            r"|parameters|values|elements)",
        ),
        givens={"d": (rf"@ (?:\w+ )?{FEATURES}", r"\bd ?= ?@", r"@[- ]dimensional", r"\bp ?= ?@")},
        value=lambda d: d * (d + 1) / 2,
        formula="d(d + 1)/2",
        exact=True,
        examples=("In 10 dimensions a full covariance matrix has «55» free parameters.",),
    ),
    Relation(
        name="expected squared error",
        needs=("error", "bias", "variance", "noise|irreducible"),
        result=(
            r"(?:expected |total |mean )+(?:squared |prediction |test )*error",
            r"expected MSE",
        ),
        givens={
            "bias": (r"(?<!squared\s)\bbias(?: ?[:=] ?| of | is )#",),
            "variance": (r"(?<!noise\s)variance(?: ?[:=] ?| of | is )#",),
            "noise": (
                r"(?:noise|irreducible error|noise variance|irreducible "
                r"noise)(?: ?[:=] ?| of | is )#",
            ),
        },
        value=lambda bias, variance, noise: [
            bias**2 + variance + noise,
            bias**2 + variance + noise**2,
        ],
        formula="bias² + variance + noise",
        examples=(
            "A model has a bias of 2, a variance of 3 and a noise of 1. The expected "
            "squared error is «8».",
        ),
    ),
    Relation(
        name="mean absolute error",
        needs=("mae|mean absolute error|average absolute error", "errors|residuals"),
        result=(r"MAE", r"(?:mean|average) absolute error(?: \(MAE\))?"),
        givens={"errors": (r"(?<!squared\s)(?:errors|residuals)(?: are| of|:| ?=)? ?[#]",)},
        value=lambda errors: sum(map(abs, errors)) / len(errors),
        formula="Σ|error|/n",
        examples=("The errors are 2, -1, 3 and -6. The MAE is «3».",),
    ),
    Relation(
        name="mean squared error",
        needs=("mse|mean squared error", "errors|residuals"),
        result=(r"(?<!R)\bMSE", r"(?<!root\s)(?:mean|average) squared? error(?: \(MSE\))?"),
        givens={"errors": (r"(?<!squared\s)(?:errors|residuals)(?: are| of|:| ?=)? ?[#]",)},
        value=lambda errors: sum(e * e for e in errors) / len(errors),
        formula="Σ error²/n",
        unless=("always", "baseline"),
        examples=("The residuals are 1, -2, 2 and 1.\n\n- MSE: «2.5»",),
    ),
    Relation(
        name="weights of softmax regression",
        needs=(
            "softmax|multinomial",
            "parameters|weights",
            "classes",
            "features|inputs|dimension",
        ),
        result=(r"# (?:trainable |free |learnable )?(?:parameters|weights and biases)(?! per)",),
        givens={"d": (rf"@ (?:input )?{FEATURES}",), "k": (r"@ classes",)},
        value=lambda d, k: [(d + 1) * k, d * k, (d + 1) * (k - 1)],
        formula="(d + 1)·K",
        exact=True,
        examples=("Softmax regression with 784 inputs and 10 classes has «7,850» parameters.",),
    ),
)
