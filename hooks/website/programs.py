"""Programs that run in the page: where their buttons stand, and the files that a press asks for."""

import ast
import re
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from textwrap import dedent

from hooks.pattern import Pattern
from hooks.python_code.embeds import MARK

# A fence that embeds what a program printed, or what a reader begins a challenge with.
OUTPUT = Pattern(r'^``` .*\n--8<-- "(?P<program>[\w/.-]+)\.out"\n```$', re.M)
STARTER = Pattern(
    r'^``` .*\n--8<-- "challenges/(?P<slug>[\w-]+)/starter\.(?P<suffix>py|sql)"\n```$', re.M
)
VISIBLE = Pattern(r'^--8<-- "challenges/(?P<slug>[\w-]+)/cases\.py:visible"$', re.M)

# The buttons stand in the page before the scripts that they wait for, so that nothing moves.
BUTTONS = (
    '<div class="run" data-{kind}="{name}"{more}>'
    '<button type="button" class="run__begin" disabled>{begin}</button>'
    '<button type="button" class="run__stop" hidden>Stop</button>'
    '<button type="button" class="run__edit" disabled>{edit}</button>'
    '<button type="button" class="run__reset" hidden>Reset</button>'
    '<span class="run__status" role="status">{status}</span></div>'
)
FETCHES = "Uses {packages}: Run fetches it from cdn.jsdelivr.net."

IMPORT = Pattern(r"^\s*(?:import|from)\s+(\w+)", re.M)

# How the packages that programs import are called.
PACKAGES = {
    "numpy": "NumPy",
    "scipy": "SciPy",
    "sklearn": "scikit-learn",
    "matplotlib": "Matplotlib",
}

PYODIDE = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "pyodide-lock.json",
)


class NotSetUp(Exception):
    """Packages of npm that are missing; the message says how to get them."""


def mark(markdown: str, root: Path) -> str:
    """A page's Markdown with a place for buttons above each output and below each starter."""

    def above(found: re.Match[str]) -> str:
        return f"{program_buttons(found['program'], root)}\n\n{found[0]}"

    def below(found: re.Match[str]) -> str:
        return f"{found[0]}\n\n{challenge_buttons(found['slug'], found['suffix'])}"

    def listed(found: re.Match[str]) -> str:
        file = root / "challenges" / found["slug"] / "cases.py"
        return visible_cases(file.read_text(encoding="utf-8")) if file.is_file() else found[0]

    return VISIBLE.sub(listed, STARTER.sub(below, OUTPUT.sub(above, markdown)))


def program_buttons(name: str, root: Path) -> str:
    """The buttons of a program, and what it will fetch."""
    wanted = escape(", ".join(packages(root / "snippets" / f"{name}.py")))
    return BUTTONS.format(
        kind="program",
        name=name,
        more=f' data-packages="{wanted}"' if wanted else "",
        begin="Run",
        edit="Edit",
        status=FETCHES.format(packages=wanted) if wanted else "",
    )


def challenge_buttons(slug: str, suffix: str) -> str:
    """The buttons of a challenge. suffix: py or sql."""
    more = f' data-suffix="{suffix}"'
    return BUTTONS.format(
        kind="challenge", name=slug, more=more, begin="Test", edit="Write", status=""
    )


def packages(program: Path) -> list[str]:
    """The packages that a program imports besides the standard library, by their names.

    None where there is no such program: the rule snippet-embed says so.
    """
    source = program.read_text(encoding="utf-8") if program.is_file() else ""
    if sys.stdlib_module_names >= set(IMPORT.findall(source)):
        return []  # without parsing it: most programs are like this
    imported: dict[str, None] = {}
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                imported |= dict.fromkeys(alias.name for alias in node.names)
            case ast.ImportFrom():
                imported[node.module or ""] = None
    modules = dict.fromkeys(name.partition(".")[0] for name in imported)
    return [PACKAGES.get(name, name) for name in modules if name not in sys.stdlib_module_names]


def visible_cases(cases: str) -> str:
    """The cases of VISIBLE as calls with what they give; not what a failure would mean.

    cases: the text of a cases.py.
    """
    tree = ast.parse(cases)
    named = (node for node in tree.body if isinstance(node, ast.Assign))
    visible = next(node.value for node in named if node.targets[0].id == "VISIBLE")
    return "\n\n".join(shown_case(case, cases) for case in visible.elts)


def shown_case(case: ast.Call, source: str) -> str:
    """One case, for instance `f(1)  # gives 2` below a comment that names it."""
    name, call = (text(argument, source) for argument in case.args[:2])
    result = next(
        f"# {word.arg} {' '.join(ast.get_source_segment(source, word.value).split())}"
        for word in case.keywords
        if word.arg in ("gives", "raises")
    )
    call = dedent(call).strip()
    fits = "\n" not in call and len(call) + len(result) <= 46
    return f"# {name}\n{call}{'  ' if fits else chr(10)}{result}"


def text(node: ast.expr, source: str) -> str:
    """A text that stands in a program, or the expression that makes it."""
    return node.value if isinstance(node, ast.Constant) else ast.get_source_segment(source, node)


# -- files -----------------------------------------------------------------------------------------


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
    files["assets/pyodide/python_stdlib.zip"] = installed / "python_stdlib.zip"
    files["assets/javascripts/editor.js"] = installed / "editor.js"
    for address, file in files.items():
        if not file.is_file():
            raise NotSetUp(
                f"{file} is missing; `make build` or `make serve` install what the site needs"
            )
        yield address, file
