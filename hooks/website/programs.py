"""Programs that run in the page: where their buttons stand, and the files that a press asks for."""

import ast
import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from hooks.pattern import Pattern
from hooks.python_code.embeds import MARK

# A fence that embeds what a program printed, or what a reader begins a challenge with.
OUTPUT = Pattern(r'^``` .*\n--8<-- "(?P<program>[\w/.-]+)\.out"\n```$', re.M)
STARTER = Pattern(
    r'^``` .*\n--8<-- "challenges/(?P<slug>[\w-]+)/starter\.(?P<suffix>py|sql)"\n```$', re.M
)
BUTTONS = '<div class="run" data-{kind}="{name}"{more}></div>'

# How the packages that programs import are called.
PACKAGES = {"numpy": "NumPy", "scipy": "SciPy", "sklearn": "scikit-learn", "matplotlib": "Matplotlib"}

PYODIDE = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)


class NotSetUp(Exception):
    """Packages of npm that are missing; the message says how to get them."""


def mark(markdown: str, root: Path) -> str:
    """A page's Markdown with a place for buttons above each output and below each starter."""

    def above(found: re.Match[str]) -> str:
        wanted = ", ".join(packages(root / "snippets" / f"{found['program']}.py"))
        more = f' data-packages="{escape(wanted)}"' if wanted else ""
        return f"{BUTTONS.format(kind='program', name=found['program'], more=more)}\n\n{found[0]}"

    def below(found: re.Match[str]) -> str:
        more = f' data-suffix="{found["suffix"]}"'
        return f"{found[0]}\n\n{BUTTONS.format(kind='challenge', name=found['slug'], more=more)}"

    return STARTER.sub(below, OUTPUT.sub(above, markdown))


def packages(program: Path) -> list[str]:
    """The packages that a program imports besides the standard library, by their names."""
    if not program.is_file():
        return []  # the rule snippet-embed says so
    imported: dict[str, None] = {}
    for node in ast.walk(ast.parse(program.read_text(encoding="utf-8"))):
        match node:
            case ast.Import():
                imported |= dict.fromkeys(alias.name for alias in node.names)
            case ast.ImportFrom():
                imported[node.module or ""] = None
    modules = dict.fromkeys(name.partition(".")[0] for name in imported)
    return [PACKAGES.get(name, name) for name in modules if name not in sys.stdlib_module_names]


# -- files ------------------------------------------------------------------------------------------


def sources(root: Path) -> Iterator[tuple[str, str]]:
    """The programs that a page runs: (address below the site, text)."""
    for program in sorted((root / "snippets").glob("*/*.py")):
        if not program.name.endswith(".figure.py"):
            address = f"programs/{program.parent.name}/{program.name}"
            yield address, without_marks(program.read_text(encoding="utf-8"))
    challenges = root / "challenges"
    for file in sorted([*challenges.glob("*/starter.*"), *challenges.glob("*/cases.py")]):
        yield f"challenges/{file.parent.name}/{file.name}", without_marks(file.read_text("utf-8"))
    for grader in challenges.glob("grader.py"):
        yield "challenges/grader.py", grader.read_text(encoding="utf-8")


def without_marks(program: str) -> str:
    """A program without the comments that begin and end its regions."""
    return "".join(line for line in program.splitlines(True) if not MARK.search(line))


def packages_of_npm(project: Path) -> Iterator[tuple[str, Path]]:
    """Python for the browser and the editor: (address below the site, file).

    project: the folder where `make` has set up `.venv`. Raises NotSetUp.
    """
    installed = project / ".venv" / "web"
    pyodide = installed / "node_modules" / "pyodide"
    files = {f"assets/pyodide/{name}": pyodide / name for name in PYODIDE}
    files["assets/javascripts/editor.js"] = installed / "editor.js"
    for address, file in files.items():
        if not file.is_file():
            raise NotSetUp(f"{file} is missing; `make build` or `make serve` install what the site needs")
        yield address, file
