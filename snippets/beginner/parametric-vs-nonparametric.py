"""How many numbers a fitted model keeps as the training set grows."""

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

# --8<-- [start:sizes]
d, SIZES = 2, (100, 400, 1_600)


def sample(n, rng):
    """Two overlapping classes: the sign of a noisy sum of two features."""
    X = rng.normal(size=(n, d))
    return X, X.sum(axis=1) + rng.normal(size=n) > 0


def kept(X, y):
    """The numbers that each model needs in order to predict."""
    logistic = LogisticRegression().fit(X, y)
    bayes = GaussianNB().fit(X, y)
    tree = DecisionTreeClassifier(random_state=0).fit(X, y).tree_
    svm = SVC().fit(X, y)
    leaves = tree.n_leaves
    return {
        "logistic regression": logistic.coef_.size + logistic.intercept_.size,
        "naive Bayes": bayes.theta_.size + bayes.var_.size + bayes.class_prior_.size,
        "decision tree": 2 * (leaves - 1) + leaves,  # feature and threshold, or class
        "SVM, RBF kernel": svm.support_vectors_.size + svm.dual_coef_.size + 1,
        "k-NN": X.size + y.size,
    }


# --8<-- [end:sizes]
# --8<-- [start:use]
rng = np.random.default_rng(0)
table = [kept(*sample(n, rng)) for n in SIZES]
print("training rows      ", *(f"{n:6,}" for n in SIZES))
for name in table[0]:
    print(f"{name:19}", *(f"{row[name]:6,}" for row in table))
# --8<-- [end:use]
