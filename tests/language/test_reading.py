"""Sentences as rows of plain words."""

from hooks.language.reading import read


def test_words_are_lower_case_and_without_marks():
    text = "The  K-means/“C-means” model's R², L₁ and H_0 (all)."
    assert read(text).words == "the k means c means model r2 , l1 and h0 all"


def test_numbers_keep_their_digits_and_signs():
    assert read("From -1 to 0.5, 95% or 1,000.").words == "from -1 to 0.5 , 95% or 1,000"


def test_what_negates_is_marked_but_not_in_not_only():
    words = read("It doesn't help, never did; not only that, not now.").words
    assert words == "it ¬doesn't help , ¬never did ; not only that , ¬not now"


def test_a_label_is_a_subject():
    assert read("Dropout: drops units: often.").words == "dropout drops units : often"


def test_a_place_in_the_row_leads_back_to_the_text():
    text = "Use   K-means, (not PCA)."
    reading = read(text)
    assert text[reading.offset(reading.words.index("means")) :].startswith("means")
    assert text[reading.offset(reading.words.index("pca")) :].startswith("PCA")


def test_a_subject_replaces_a_pronoun():
    reading = read("It prevents overfitting.").led_by("cross validation", 1)
    assert reading.words == "cross validation prevents overfitting"
    assert reading.offset(0) == 3
    assert reading.offset(reading.words.index("overfitting")) == 12
