"""The lint can be installed and used by other projects."""

import json
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions

import yaml

from tests.conftest import ROOT

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT, TOOLS = SETTINGS["project"], SETTINGS["tool"]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
MODULES = "import hooks.lint, json, sys; print(json.dumps(sorted(sys.modules)))"
INDIRECT = {"mdurl"}  # needed by markdown-it-py


def run(*command: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *command], capture_output=True, encoding="utf-8", check=False, **options
    )


def test_the_lint_needs_no_more_than_the_project_declares():
    declared = {line.split("==")[0] for line in PROJECT["dependencies"]}
    distributions = packages_distributions()
    loaded = {m.split(".")[0] for m in json.loads(run("-c", MODULES, cwd=ROOT).stdout)}
    needed = {d.lower() for module in loaded for d in distributions.get(module, [])}
    started = {d.lower() for module in ("_distutils_hack",) for d in distributions.get(module, [])}
    assert needed - started - INDIRECT == declared


def test_the_pre_commit_hook_runs_a_command_of_the_project():
    (hook,) = HOOKS
    assert PROJECT["scripts"][hook["entry"]] == "hooks.lint:main"


def test_it_lints_a_folder_of_any_project(tmp_path):
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "sums.md").write_text("So 1 + 1 = 3.\n")
    done = run("-m", "hooks.lint", "notes", cwd=tmp_path, env={"PYTHONPATH": str(ROOT)})
    assert done.returncode == 1
    assert done.stdout.startswith("notes/sums.md:1:")
    assert done.stdout.count("\n") == 1


def test_it_names_the_source_of_what_is_right_in_any_project(tmp_path):
    (tmp_path / "notes.md").write_text("Cross-validation helps to prevent overfitting.\n")
    (tmp_path / "references.yml").write_text("of: another project\n")
    done = run("-m", "hooks.lint", "notes.md", cwd=tmp_path, env={"PYTHONPATH": str(ROOT)})
    assert done.returncode == 1, done.stderr
    assert "https://" in done.stdout


def test_the_sources_come_with_the_package():
    packaged = ROOT / "hooks/data/references.yml"
    assert packaged.resolve() == ROOT / "references.yml"
    assert "*.yml" in TOOLS["setuptools"]["package-data"]["*"]
