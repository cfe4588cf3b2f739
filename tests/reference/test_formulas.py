"""Each formula of the sheet has the value that a library, a simulation or a count gives."""

import math

import numpy as np
import pytest
from scipy import special, stats
from scipy.spatial import distance
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import TfidfTransformer
from sklearn.linear_model import Lasso, LinearRegression, Ridge
from sklearn.naive_bayes import MultinomialNB
from sklearn.preprocessing import MinMaxScaler, StandardScaler
from sklearn.svm import SVC

from tests.reference.sheet import compute, formulas, rows

ROWS = rows("formulas")
DRAW = np.random.default_rng(0)

P, Q = np.array([0.5, 0.3, 0.2]), np.array([0.2, 0.2, 0.6])
X = DRAW.normal(size=(20, 3))
Y = X @ [1.0, -2.0, 0.5] + DRAW.normal(size=20)
ORTHONORMAL = PCA(whiten=True).fit_transform(X) / math.sqrt(19)
U, V = np.array([1.0, 2.0, 4.0]), np.array([3.0, 2.5, 0.0])
COVARIANCE = np.cov(X.T)
QUERIES, KEYS, VALUES = DRAW.normal(size=(3, 4, 2))
PARENT, CHILDREN = [9, 5], ([6, 2], [3, 3])  # play tennis, split by wind


def entropy(counts):
    return stats.entropy(counts, base=2)


def ridge():
    return Ridge(alpha=2, fit_intercept=False).fit(X, Y).coef_


def lasso_coefficient():
    """scikit-learn divides the squared error by 2n, so its alpha is λ/n."""
    b = ORTHONORMAL.T @ Y
    coefficients = Lasso(alpha=0.5 / 20, fit_intercept=False).fit(ORTHONORMAL, Y).coef_
    return {"b": b[1], "λ": 0.5}, coefficients[1]


def margin():
    """Of four points whose classes lie 3 apart."""
    svm = SVC(kernel="linear", C=1e6).fit([[0, 0], [0, 1], [3, 0], [3, 1]], [0, 0, 1, 1])
    return {"w": svm.coef_[0]}, 3


def smoothed():
    counts = np.array([[3, 0, 1], [1, 1, 1]])
    fitted = MultinomialNB(alpha=1).fit(counts, [0, 1])
    return {"c": 0, "α": 1, "N": 4, "V": 3}, np.exp(fitted.feature_log_prob_[0, 1])


def averaged_variance():
    """Of five variables with variance 2 and correlation 0.3."""
    covariance = 2 * (0.3 * np.ones((5, 5)) + 0.7 * np.eye(5))
    return {"ρ": 0.3, "s": 2, "B": 5}, np.ones(5) @ covariance @ np.ones(5) / 25


def inflation():
    """VIFs are the diagonal of the inverse correlation matrix."""
    others = LinearRegression().fit(X[:, 1:], X[:, 0])
    r2 = others.score(X[:, 1:], X[:, 0])
    return {"R_j^2": r2}, np.linalg.inv(np.corrcoef(X.T))[0, 0]


def attention():
    weights = special.softmax(QUERIES @ KEYS.T / math.sqrt(2), axis=1)
    return {"Q": QUERIES, "K": KEYS, "V": VALUES, "d_k": 2}, weights @ VALUES


def tf_idf():
    plain = TfidfTransformer(smooth_idf=False, norm=None)  # adds 1 to the logarithm
    weight = plain.fit_transform([[3, 0], [1, 1], [2, 0], [0, 4]]).toarray()[0, 0]
    return {"f": 3, "N": 4, "n_t": 3}, weight - 3


def squared_error():
    """A mean shrunk by a half, of two draws around 3: bias, variance and noise are known."""
    draws = DRAW.normal(3, 2, size=(400_000, 3))
    return {"b": -1.5, "v": 1 / 2, "σ": 2}, np.mean((draws[:, :2].mean(1) / 2 - draws[:, 2]) ** 2)


def covered_by(n):
    """The expected share, by the chance that one row is drawn at least once."""
    return stats.binom(n, 1 / n).sf(0)


# By the name of the row: the values for its formula and what it must be.
COMPUTED = {
    "Bayes' theorem": ({"P(B|A)": 0.9, "P(A)": 0.01, "P(B)": 0.0585}, 9 / 58.5),
    "Total probability": ({"P(B|A_i)": [0.9, 0.05], "P(A_i)": [0.01, 0.99]}, 0.0585),
    "Posterior odds": ({"o": 1 / 99, "Λ": 18}, (9 / 58.5) / (49.5 / 58.5)),
    "Precision from rates": ({"r": 0.9, "f": 0.05, "π": 0.01}, 9 / 58.5),
    "Laplace smoothing": smoothed(),
    "Entropy": ({"p": P}, entropy(P)),
    "Gini impurity": ({"p": P}, 1 - 0.25 - 0.09 - 0.04),
    "Information gain": (
        {"H": entropy(PARENT), "w": [8 / 14, 6 / 14], "h": [entropy(c) for c in CHILDREN]},
        0.0481270,
    ),
    "Cross-entropy": ({"p": P, "q": Q}, stats.entropy(P) + stats.entropy(P, Q)),
    "KL divergence": ({"p": P, "q": Q}, stats.entropy(P, Q)),
    "Population stability index": (
        {"a": P, "e": Q},
        stats.entropy(P, Q) + stats.entropy(Q, P),
    ),
    "Expected squared error": squared_error(),
    "Variance of an average": averaged_variance(),
    "Share of rows in a bootstrap": ({"n": 7}, covered_by(7)),
    "Least squares": ({"X": X, "y": Y}, LinearRegression(fit_intercept=False).fit(X, Y).coef_),
    "Lasso, orthonormal columns": lasso_coefficient(),
    "Sigmoid": ({"z": 0.7}, special.expit(0.7)),
    "Log-odds": ({"p": 0.7}, special.logit(0.7)),
    "VIF": inflation(),
    "SVM margin": margin(),
    "Gradient step": ({"θ": 2, "η": 0.1, "g": 3}, 1.7),
    "Velocity of momentum": ({"β": 0.9, "v": 2, "g": 3}, 4.8),
    "Adam": ({"θ": 2, "η": 0.1, "hat_m": 4, "hat_v": 9, "ε": 1}, 1.9),
    "AdamW": ({"θ": 2, "η": 0.1, "hat_m": 4, "hat_v": 9, "ε": 1, "λ": 0.5}, 1.9 - 0.1),
    "Clipped gradient": ({"g": [3, 4], "c": 1}, [0.6, 0.8]),
    "Softmax": ({"z": [0.1, 0.7]}, special.softmax([0.1, 0.7])[1]),
    "Xavier variance": ({"n_i": 300, "n_o": 100}, 1 / 200),
    "He variance": ({"n_i": 300}, 1 / 150),
    "Batch normalization": (
        {"γ": 2, "β": 5, "x": U[2], "μ": U.mean(), "s": U.std() / 2, "ε": 3 * U.var() / 4},
        2 * stats.zscore(U)[2] + 5,
    ),
    "Dropout in training": ({"x": 3, "p": 0.25}, 4),
    "Convolution, parameters": ({"k": 3, "c_i": 64, "c_o": 128}, 128 * (64 * 9) + 128),
    "Dense layer, parameters": ({"n_i": 784, "n_o": 128}, 784 * 128 + 128),
    "LSTM, parameters": ({"m": 128, "n_i": 100}, 117_248),
    "Attention": attention(),
    "LoRA, trained parameters": ({"r": 8, "n_i": 4096, "n_o": 4096}, 65_536),
    "KV cache, bytes": ({"L": 32, "h": 8, "d_h": 128, "T": 8192, "b": 2}, 2**30),
    "Standard error of a mean": ({"s": np.std(Y, ddof=1), "n": 20}, stats.sem(Y)),
    "Standard error of a share": ({"hat_p": 0.3, "n": 50}, stats.binom(50, 0.3).std() / 50),
    "Design effect": ({"m": 20, "ρ": 0.05}, 1.95),
    "Euclidean distance": ({"x": U, "y": V}, distance.euclidean(U, V)),
    "Manhattan distance": ({"x": U, "y": V}, distance.cityblock(U, V)),
    "Minkowski distance": ({"x": U, "y": V, "p": 3}, distance.minkowski(U, V, 3)),
    "Mahalanobis distance": (
        {"u": U - V, "S": COVARIANCE},
        distance.mahalanobis(U, V, np.linalg.inv(COVARIANCE)),
    ),
    "Cosine similarity": ({"x": U, "y": V}, 1 - distance.cosine(U, V)),
    "z-score": (
        {"x": 4, "μ": U.mean(), "σ": U.std()},
        StandardScaler().fit_transform(U[:, None])[2, 0],
    ),
    "Min-max scaling": (
        {"x": 2, "a": 1, "b": 4},
        MinMaxScaler().fit_transform(U[:, None])[1, 0],
    ),
    "Box-Cox": ({"x": 4, "λ": 0.5}, special.boxcox(4, 0.5)),
    "TF-IDF": tf_idf(),
    "Transformer block, weights": ({"d": 8}, 4 * 8 * 8 + 8 * 32 + 32 * 8),
    "Convolution, output side": ({"n": 33, "p": 1, "k": 3, "s": 2}, len(range(0, 33, 2))),
    "z of two shares": (
        {"hat_p_1": 0.12, "hat_p_2": 0.10, "hat_p": 0.11, "n_1": 1000, "n_2": 1000},
        math.sqrt(stats.chi2_contingency([[120, 880], [100, 900]], correction=False)[0]),
    ),
    "AIC": ({"k": 3, "ℓ": -10}, 26),
    "BIC": ({"k": 3, "ℓ": -10, "n": 20}, 20 + 3 * math.log(20)),
}
WRITTEN = {
    "Ridge": r"(X^\top X + \lambda I)^{-1} X^\top y",
    "Users per arm": r"\dfrac{2(z_\alpha + z_\beta)^2 \sigma^2}{\Delta^2}",
}


def test_every_row_is_checked():
    assert ROWS.keys() == COMPUTED.keys() | WRITTEN.keys()


@pytest.mark.parametrize("name", COMPUTED)
def test_a_formula_has_the_value_that_it_must_have(name):
    values, right = COMPUTED[name]
    (formula,) = formulas(ROWS[name]["Formula"])
    tolerance = 0.01 if name == "Expected squared error" else 1e-6
    assert np.allclose(compute(formula, **values), right, rtol=tolerance)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_formula_stands_as_it_was_compared(name):
    assert formulas(ROWS[name]["Formula"]) == [WRITTEN[name]]


def test_ridge_is_that_of_scikit_learn():
    assert np.allclose(np.linalg.inv(X.T @ X + 2 * np.eye(3)) @ X.T @ Y, ridge())


def test_so_many_users_give_the_power_that_was_asked_for():
    z_alpha, z_beta = stats.norm.ppf([0.975, 0.8])
    n = 2 * (z_alpha + z_beta) ** 2 * 1.5**2 / 0.1**2
    error = 1.5 * math.sqrt(2 / n)
    assert stats.norm.sf(z_alpha - 0.1 / error) == pytest.approx(0.8)


def test_the_side_of_an_output_is_rounded_down():
    places = range(0, 8 + 2 - 3 + 1, 2)  # of a kernel of 3 on a side of 8 with padding 1, stride 2
    assert len(places) == math.floor((8 + 2 * 1 - 3) / 2) + 1
    assert r"\lfloor" in ROWS["Convolution, output side"]["Formula"]


def test_the_bounds_in_the_notes():
    assert math.log(8) > 2 > math.log(7)  # where BIC begins to weigh more than AIC
    assert covered_by(100) > covered_by(10**6) == pytest.approx(1 - 1 / math.e)
    assert max(special.expit(z) * special.expit(-z) for z in np.linspace(-3, 3, 61)) == 1 / 4
    assert special.boxcox(3, 1e-9) == pytest.approx(math.log(3))
