"""The sheet of algorithms: what scaling changes, and what a prediction has to touch."""

import numpy as np
import pytest
from sklearn.cluster import DBSCAN, KMeans
from sklearn.datasets import make_classification
from sklearn.decomposition import PCA
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import Lasso, LinearRegression, LogisticRegression, Ridge
from sklearn.mixture import GaussianMixture
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

from tests.reference.sheet import compute, formulas, rows

ROWS = rows("algorithms")
COST = "Cost: training; one prediction"
N, D, K = 200, 4, 2

X, Y = make_classification(N, D, n_redundant=0, flip_y=0.1, random_state=0)
FACTORS = np.array([1000, 1, 1, 1])


def predicted(model):
    return lambda x: model.fit(x, Y).predict(x)


def projected(x):
    """The first component, which has no sign of its own, in units of its spread."""
    component = PCA(1).fit_transform(x)[:, 0]
    return np.abs(component / component.std())


def mixture(x):
    """From a start that is scaled with the features: scikit-learn's own is by k-means."""
    means = np.array([x[k == Y].mean(axis=0) for k in (0, 1)])
    precisions = np.array([np.linalg.inv(np.cov(x[k == Y].T)) for k in (0, 1)])
    start = {"means_init": means, "precisions_init": precisions, "weights_init": [0.5, 0.5]}
    return GaussianMixture(2, **start, reg_covar=0).fit(x).predict(x)


def network(x):
    return MLPClassifier((8,), max_iter=20, random_state=0).fit(x, Y).predict_proba(x)[:, 1]


PREDICTIONS = {
    "Linear regression": predicted(LinearRegression()),
    "Ridge": predicted(Ridge(alpha=10)),
    "Lasso": predicted(Lasso(alpha=0.1)),
    "Logistic regression": lambda x: (
        LogisticRegression(C=0.01, max_iter=5000).fit(x, Y).predict_proba(x)[:, 1]
    ),
    "k-NN": predicted(KNeighborsClassifier()),
    "Naive Bayes": predicted(GaussianNB()),
    "Kernel SVM": predicted(SVC()),
    "Decision tree": predicted(DecisionTreeClassifier(random_state=0)),
    "Random forest": predicted(RandomForestClassifier(20, random_state=0)),
    "Gradient boosting": predicted(HistGradientBoostingClassifier(max_iter=20)),
    "k-means": lambda x: KMeans(2, n_init=5, random_state=0).fit_predict(x),
    "Gaussian mixture": mixture,
    "DBSCAN": lambda x: DBSCAN(eps=0.9).fit_predict(x),
    "PCA": projected,
    "MLP": network,
}
NO_TABLE = {"CNN", "Transformer"}  # their inputs are no columns of a table


def sizes():
    """By the name of the row: the sizes in its cost, and the numbers that a prediction touches."""
    known = {"n": N, "d": D, "K": K}
    svm = SVC().fit(X, Y)
    forest = RandomForestClassifier(20, max_depth=3, random_state=0).fit(X, Y)
    deepest = max(tree.get_depth() for tree in forest.estimators_)
    boosted = HistGradientBoostingClassifier(max_iter=20, max_depth=3).fit(X, Y)
    layers = MLPClassifier((8,), max_iter=1, random_state=0)
    with pytest.warns(UserWarning, match="converge"):
        weights = sum(c.size for c in layers.fit(X, Y).coefs_)
    linear = {"Linear regression": LinearRegression(), "Ridge": Ridge(), "Lasso": Lasso()}
    return {
        **{name: (known, model.fit(X, Y).coef_.size) for name, model in linear.items()},
        "Logistic regression": (known, LogisticRegression().fit(X, Y).coef_.size),
        "k-NN": (known, KNeighborsClassifier().fit(X, Y)._fit_X.size),
        "Naive Bayes": (known, GaussianNB().fit(X, Y).theta_.size),
        "Kernel SVM": (known | {"S": svm.n_support_.sum()}, svm.support_vectors_.size),
        "Decision tree": ({"D": 3}, DecisionTreeClassifier(max_depth=3).fit(X, Y).get_depth()),
        "Random forest": ({"T": 20, "D": 3}, len(forest.estimators_) * deepest),
        "Gradient boosting": ({"T": 20, "D": 3}, boosted.n_iter_ * 3),
        "k-means": (known, KMeans(K, n_init=1).fit(X).cluster_centers_.size),
        "Gaussian mixture": (known, GaussianMixture(K).fit(X).precisions_cholesky_.size),
        "PCA": (known, PCA(K).fit(X).components_.size),
        "MLP": ({"W": weights}, D * 8 + 8),
    }


SIZES = sizes()
NOT_COUNTED = {"DBSCAN", "CNN", "Transformer"}  # no prediction, or by layer


# Costs of training are cited, not measured: as they stand, so that none changes unseen.
TRAINING = {
    "Linear regression": [r"O(nd^2)", r"n \ge d"],
    "Ridge": [r"O(nd^2)", r"n \ge d"],
    "Lasso": ["O(nd)"],
    "Logistic regression": ["O(nd)"],
    "k-NN": [],
    "Naive Bayes": ["O(nd)"],
    "Kernel SVM": ["O(n^2 d)", "O(n^3 d)"],
    "Decision tree": [r"O(dn \log^2 n)"],
    "Random forest": [r"O(Tmn \log^2 n)"],
    "Gradient boosting": ["O(TDnd)"],
    "k-means": ["O(nKd)"],
    "Gaussian mixture": ["O(nKd^2 + Kd^3)"],
    "DBSCAN": ["O(n^2 d)"],
    "PCA": ["O(nd^2)", r"n \ge d"],
    "MLP": ["O(W)"],
    "CNN": ["O(P k^2 c_i c_o)"],
    "Transformer": ["O(L(t^2 d + t d^2))"],
}


@pytest.mark.parametrize("name", TRAINING)
def test_training_costs_what_is_cited(name):
    stated = formulas(ROWS[name][COST])
    assert stated[: len(TRAINING[name])] == TRAINING[name]


def test_every_row_is_checked_and_stands_in_all_tables():
    checked = PREDICTIONS.keys() | NO_TABLE, SIZES.keys() | NOT_COUNTED, TRAINING.keys()
    assert all(ROWS.keys() == names for names in checked)
    columns = {"Assumes", COST, "Choose it when", "Not when", "Needed?", "Why"}
    assert all(row.keys() == columns for row in ROWS.values())


@pytest.mark.parametrize("name", PREDICTIONS)
@pytest.mark.filterwarnings("ignore::sklearn.exceptions.ConvergenceWarning")
def test_scaling_matters_where_the_sheet_says_so(name):
    predict = PREDICTIONS[name]
    changed = not np.allclose(predict(X), predict(X * FACTORS), atol=1e-6)
    assert ROWS[name]["Needed?"].split(",")[0] == ("yes" if changed else "no")


@pytest.mark.parametrize("name", SIZES)
def test_a_prediction_touches_so_many_numbers(name):
    values, count = SIZES[name]
    growth = formulas(ROWS[name][COST])[-1]
    assert growth.startswith("O(")
    assert compute(growth[2:-1], **values) == count


def test_a_layer_computes_so_much():
    positions, kernel, inputs, outputs = 6 * 6, 3, 2, 5  # of a side of 8 without padding
    weights = np.ones((outputs, inputs, kernel, kernel))
    done = sum(weights.size for _ in range(positions))
    (growth,) = formulas(ROWS["CNN"][COST])
    values = {"P": positions, "k": kernel, "c_i": inputs, "c_o": outputs}
    assert compute(growth[2:-1], **values) == done


def test_attention_and_the_weights_of_a_layer_grow_so():
    """Scores and sums are t × t × d each, each d × d matrix works on t tokens; one token: t = 1."""
    whole, cached = formulas(ROWS["Transformer"][COST])
    t, d, layers = 7, 3, 2
    assert compute(whole[2:-1], L=layers, t=t, d=d) == layers * (t * t * d + t * d * d)
    assert compute(cached[2:-1], L=layers, t=t, d=d) == layers * (1 * t * d + 1 * d * d)


def test_smoothing_makes_naive_bayes_depend_on_the_unit():
    """In exact arithmetic it would not: with no smoothing, no prediction changes."""
    small = X * np.array([1, 0.01, 0.01, 0.01])
    for share, changes in ((1e-9, True), (0, False)):
        model = GaussianNB(var_smoothing=share)
        before, after = (model.fit(x, Y).predict_proba(x) for x in (small, small * FACTORS))
        assert np.allclose(before, after, atol=1e-3) is not changes
