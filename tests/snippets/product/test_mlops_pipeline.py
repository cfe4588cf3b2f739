from sklearn.metrics import accuracy_score

from tests.snippets.load import load

program = load("product/mlops-pipeline")


def test_the_gates_report_the_accuracy_of_scikit_learn_and_allow_a_small_loss():
    rows = [{"slice": "web", "x": x, "label": x > 5} for x in range(50)]
    slightly_worse = lambda row: row["x"] > 6  # noqa: E731
    names = dict(program["gates"](rows, program["challenger"], slightly_worse))
    accuracy = accuracy_score([row["label"] for row in rows], [slightly_worse(r) for r in rows])
    assert names == {
        "data: no missing label": True,
        f"overall: 1.00 -> {accuracy:.2f}": True,
        f"web: 1.00 -> {accuracy:.2f}": True,
    }


def test_a_fingerprint_changes_with_the_code_and_with_the_data():
    one, *others = (program["fingerprint"](*parts) for parts in ("ab", "ac", "bb"))
    assert one == program["fingerprint"]("a", "b")
    assert one not in others
