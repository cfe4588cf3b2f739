"""What the pages say a program prints once the reader has changed it."""

import io
import runpy
from contextlib import redirect_stdout

import pytest

from hooks.python_code.programs import SNIPPETS

# program, what the reader changes, into what, and what the changed program must print
CHANGES = [
    ("beginner/bias-variance-tradeoff", "sigma = 20,", "sigma = 80,", "0.429   0.417   0.429"),
    ("beginner/bias-variance-tradeoff", "sigma = 20,", "sigma = 80,", "0.278   0.222   0.278"),
    ("beginner/f1-score", "[4, 0, 1]]", "[0, 0, 5]]", "macro 0.932  weighted 0.949  micro 0.950"),
    ("ethics/interpretability-vs-explainability", "(0, 0.1, n)", "(0, 1.0, n)", "1.12  0.159"),
    ("product/ab-testing-framework", "(0.20, 0.01)", "(0.20, 0.005)", "101400"),
    ("product/recommender-system-design", "genres, 0.3)", "genres, 1000)", "recall@10 0.38"),
    ("product/recommender-system-design", "genres, 0.3)", "genres, 1000)", "recall@10 0.37"),
]


@pytest.mark.program
@pytest.mark.parametrize(("program", "old", "new", "printed"), CHANGES)
def test_the_changed_program_prints_what_the_page_says(program, old, new, printed, tmp_path):
    source = (SNIPPETS / f"{program}.py").read_text(encoding="utf-8")
    assert source.count(old) == 1
    changed = tmp_path / "changed.py"
    changed.write_text(source.replace(old, new), encoding="utf-8")
    with redirect_stdout(io.StringIO()) as output:
        runpy.run_path(str(changed))
    assert " ".join(printed.split()) in " ".join(output.getvalue().split())
