from random import Random

import pytest
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB

from tests.challenges.load import load

predict_proba = load("naive-bayes-classifier")


@pytest.mark.parametrize("alpha", [0.1, 1.0, 3.0])
def test_probabilities_are_those_of_scikit_learn(alpha):
    random = Random(0)
    *documents, document = (random.choices("abcdefgh", k=random.randint(0, 9)) for _ in range(40))
    document.append("?")  # which training never saw
    labels = random.choices("xyz", weights=[1, 2, 4], k=len(documents))

    vectorizer = CountVectorizer(analyzer=list).fit(documents)
    model = MultinomialNB(alpha=alpha).fit(vectorizer.transform(documents), labels)
    (reference,) = model.predict_proba(vectorizer.transform([document]))

    came = predict_proba(documents, labels, document, alpha)
    assert [came[label] for label in model.classes_] == pytest.approx(reference, abs=1e-12)
