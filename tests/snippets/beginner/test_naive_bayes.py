import pytest
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB

from tests.snippets.load import load

program = load("beginner/naive-bayes")


@pytest.mark.parametrize("alpha", [1, 0.1])
@pytest.mark.parametrize("text", ["free meeting", "free free meeting", "offer notes"])
def test_posterior_equals_scikit_learn(text, alpha):
    texts = [mail for mails in program["mails"].values() for mail in mails]
    labels = [y for y, mails in program["mails"].items() for _ in mails]
    words = CountVectorizer().fit(texts)
    model = MultinomialNB(alpha=alpha).fit(words.transform(texts), labels)
    assert list(model.classes_) == ["ham", "spam"]
    spam = model.predict_proba(words.transform([text]))[0, 1]
    assert program["p_spam"](text, alpha) == pytest.approx(spam)
