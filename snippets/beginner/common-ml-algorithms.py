"""Seven classifiers on the same wines, with features in their own units and standardized."""

# --8<-- [start:models]
from sklearn.datasets import load_wine
from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

MODELS = {
    "logistic regression": LogisticRegression(solver="newton-cholesky"),
    "k-NN": KNeighborsClassifier(),
    "SVM, RBF kernel": SVC(),
    "naive Bayes": GaussianNB(),
    "decision tree": DecisionTreeClassifier(random_state=0),
    "random forest": RandomForestClassifier(30, random_state=0),
    "gradient boosting": GradientBoostingClassifier(n_estimators=20, random_state=0),
}

# --8<-- [end:models]
# --8<-- [start:data]
X, y = load_wine(return_X_y=True)  # (178, 13): chemical analyses of three kinds of wine
share = X.var(axis=0).max() / X.var(axis=0).sum()
folds = StratifiedKFold(5, shuffle=True, random_state=0)


def accuracy(model):
    """The mean accuracy on held-out folds: features as they are, and standardized."""
    models = model, make_pipeline(StandardScaler(), model)
    return [cross_val_score(m, X, y, cv=folds).mean() for m in models]


# --8<-- [end:data]
# --8<-- [start:use]
print("accuracy               raw  scaled")
for name, model in MODELS.items():
    raw, scaled = accuracy(model)
    print(f"{name:20}  {raw:.2f}    {scaled:.2f}")
print(f"share of the widest feature in the variance: {share:.1%}")
# --8<-- [end:use]
