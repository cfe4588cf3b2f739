"""The answer lint: rules × pages → findings, and the command line.

    python -m hooks.lint [PATH…] [--select RULE,…] [--ignore RULE,…]
                         [--format text|github|json] [--anew] [--explain RULE] [--list]
                         [--coverage [all|unchecked|none]]

Any Markdown can be linted. Pages below the docs/ of a guide (a folder with a vocabulary.yml) also
meet the rules for pages of a guide; what was found in them is kept in the guide's .cache/ and used
again for those that have not changed.

Exit status: 0 clean, 1 findings, 2 wrong usage or unreadable input.
"""

import gc

if __name__ == "__main__":
    gc.disable()  # until all modules are there, which make many objects and no garbage

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from hooks import exemptions
from hooks.crowd import spread
from hooks.doubts import is_of_another_case
from hooks.finding import Finding
from hooks.guide import Guide, Unreadable, decode, guide_root, page_path, read_bytes, read_page
from hooks.kept import Kept, entry
from hooks.language.quotations import is_corrected
from hooks.own_calculations import begins_calculation, is_computed_otherwise
from hooks.page import Question, parse
from hooks.pattern import CODES
from hooks.rules import RULES, exemption

ROOT = Path(__file__).resolve().parent.parent
ALONE = [rule for rule in RULES if rule.SCOPE in ("any", "page")]  # look at nothing else
PRECEDENCE = {rule.NAME: place for place, rule in enumerate(ALONE, 1)}
TOGETHER = [rule for rule in RULES if rule not in ALONE]
CLAIMED = frozenset(  # rules of what a page claims, and not of what it quotes to correct it
    """arithmetic confusion-matrix whole metric-formula range normal misconception bayes impurity
    shapes""".split()
)


COMPUTED = frozenset(("bayes", "impurity"))  # rules that guess what a number is


def lint(page: Question, guide: Guide, rules: Sequence[ModuleType] = RULES) -> list[Finding]:
    """The findings of one page that it does not exempt, in the order of its lines."""
    return conclude(page, findings(page, guide, rules), rules)


def findings(page: Question, guide: Guide, rules: Iterable[ModuleType]) -> set[Finding]:
    """What the rules that are meant for a page find in it, exempted or not."""
    return {
        finding
        for rule in rules
        if applies(rule, page)
        for finding in found_by(rule, page, guide)
        if not is_mistaken(page, finding)
    }


def is_mistaken(page: Question, finding: Finding) -> bool:
    """Whether it is of a claim that is not the page's own, or not of what the rule thinks."""
    if finding.rule in COMPUTED and is_computed_otherwise(page, finding):
        return True
    if finding.rule == "range" and begins_calculation(page, finding):
        return True
    return finding.rule in CLAIMED and is_corrected(page, finding.line, finding.column)


def found_by(rule: ModuleType, page: Question, guide: Guide) -> list[Finding]:
    """What a rule finds in a page. Where the rule itself breaks off, that is said of the page: the
    other rules and pages are linted none the less. Raises Unreadable."""
    try:
        return list(rule.check(page, guide))
    except Unreadable:
        raise
    except Exception as error:
        why = f"{type(error).__name__}: {error}"
        message = f"the rule broke off ({why}), which is a mistake in the lint: please report it"
        return [Finding(page.path, 1, 1, message, rule.NAME)]


def conclude(
    page: Question, found: Iterable[Finding], rules: Sequence[ModuleType] = RULES
) -> list[Finding]:
    """The findings beyond doubt that the page does not exempt, and its idle exemptions."""
    names = [rule.NAME for rule in rules if applies(rule, page)]
    sure = [finding for finding in found if not is_of_another_case(page, finding)]
    return said_once(exemptions.apply(page, sure, names, exemption.NAME))


def said_once(found: Iterable[Finding]) -> list[Finding]:
    """Findings in order; of all that rules of truth say of one place, what the first says."""
    places: dict[tuple, Finding] = {}
    for finding in sorted(found, key=lambda one: (PRECEDENCE.get(one.rule, 0), one)):
        says = "" if finding.rule in PRECEDENCE else finding.message
        places.setdefault((finding.line, finding.column, says), finding)
    return sorted(places.values())


def applies(rule: ModuleType, page: Question) -> bool:
    """Whether a rule is meant for this page, by its SCOPE."""
    match rule.SCOPE:
        case "question":
            return page.is_question
        case "docs" | "page":
            return page.path.parts[0] == "docs"
        case _:
            return True


# -- the command line -----------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    gc.set_threshold(100_000, 50)  # pages make many objects and no garbage that matters
    options = parse_arguments(arguments)
    try:
        if options.list:
            print("\n".join(f"{rule.NAME:18} {summary(rule)}" for rule in RULES))
            return 0
        if options.explain:
            print(explanation(rule_named(options.explain)))
            return 0
        if options.coverage:
            print_coverage(options.paths, options.coverage)
            return 0
        found = lint_files(files(options.paths), chosen_rules(options), options.anew)
        CODES.save()
    except (Unreadable, UnknownRule, NoSuchPath) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    output = FORMATS[options.format](found)
    if output:
        print(output)
    if found and options.format == "text":
        print(f"{len(found)} to mend; `--explain RULE` says more of a rule", file=sys.stderr)
    return 1 if found else 0


class UnknownRule(Exception):
    """A rule's name that is not one; the message lists those there are."""


class NoSuchPath(Exception):
    """A path on the command line that does not exist or is not Markdown."""


def parse_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m hooks.lint",
        description="Check pages: numbers, formulas, programs, references, shape.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="pages or folders; default docs/")
    parser.add_argument("--select", metavar="RULE,…", help="only these rules")
    parser.add_argument("--ignore", metavar="RULE,…", help="all rules but these")
    parser.add_argument("--anew", action="store_true", help="search unchanged pages again, too")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument("--explain", metavar="RULE", help="print a rule's page")
    parser.add_argument(
        "--coverage",
        nargs="?",
        const="all",
        choices=("all", "unchecked", "none"),
        help="what is known of each number, of those that nothing is known of, or of the pages",
    )
    parser.add_argument("--list", action="store_true", help="list the rules")
    return parser.parse_args(arguments)


def chosen_rules(options: argparse.Namespace) -> list[ModuleType]:
    selected = named_rules(options.select) if options.select else list(RULES)
    ignored = named_rules(options.ignore) if options.ignore else []
    return [rule for rule in selected if rule not in ignored]


def named_rules(names: str) -> list[ModuleType]:
    return [rule_named(name.strip()) for name in names.split(",") if name.strip()]


def rule_named(name: str) -> ModuleType:
    """The rule of that name. Raises UnknownRule."""
    for rule in RULES:
        if name == rule.NAME:
            return rule
    raise UnknownRule(f"there is no rule `{name}`; there are {', '.join(r.NAME for r in RULES)}")


def files(paths: Iterable[str]) -> Iterator[Path]:
    """The Markdown files that the paths name; docs/ if there are none. Raises NoSuchPath."""
    for path in [Path(p) for p in paths] or [ROOT / "docs"]:
        if path.is_dir():
            yield from sorted(path.rglob("*.md"))
        elif path.is_file():
            yield path
        else:
            raise NoSuchPath(f"{path}: there is no such file or folder")


def lint_files(
    paths: Iterable[Path], rules: Sequence[ModuleType], anew: bool = False
) -> list[Finding]:
    """The findings of files, each seen as part of the guide that it stands in.

    anew: search unchanged pages again. Raises Unreadable.
    """
    by_root = groupby(paths, key=guide_root)
    return [f for root, files in by_root for f in lint_guide(root, list(files), rules, anew)]


def lint_guide(
    root: Path | None, files: Sequence[Path], rules: Sequence[ModuleType], anew: bool = False
) -> list[Finding]:
    """The findings of files of one guide, or of none.

    anew: search unchanged pages again. Raises Unreadable.
    """
    guide = Guide(root or Path.cwd())
    if root and not anew and list(rules) == list(RULES):
        return lint_what_changed(guide, files)
    rules = rules if root else [rule for rule in rules if rule.SCOPE == "any"]

    def found_in(file: Path) -> list[Finding]:
        return lint(guide.add(read_page(file, page_path(file, root))), guide, rules)

    return [finding for found in spread(found_in, files) for finding in found]


def lint_what_changed(guide: Guide, files: Sequence[Path]) -> list[Finding]:
    """The findings of all rules in files of a guide; unchanged pages are not searched again.

    Raises Unreadable.
    """
    kept = Kept(guide.root)

    def found_in(file: Path) -> tuple[list[Finding], list | None]:
        """The findings of a page, and what is new to keep of it."""
        path, content = page_path(file, guide.root), read_bytes(file)
        page = guide.add(parse(path, decode(content)))
        known = kept.of(path, content)
        alone = findings(page, guide, ALONE) if known is None else known
        found = conclude(page, alone | findings(page, guide, TOGETHER))
        return found, entry(content, alone) if known is None else None

    found = spread(found_in, files)
    for file, (_, new) in zip(files, found, strict=True):
        if new is not None:
            kept.keep(page_path(file, guide.root), new)
    kept.save()
    return [finding for page, _ in found for finding in page]


def print_coverage(paths: Sequence[str], which: str) -> None:
    """Print what is known of the numbers in the question pages of `paths`. Raises Unreadable."""
    from hooks.coverage import report  # here: the lint does without

    for root, group in groupby(files(paths), key=guide_root):
        guide = Guide(root or Path.cwd())
        pages = [guide.add(read_page(file, page_path(file, root))) for file in group]
        answers = [page for page in pages if page.is_question or root is None]
        print("\n".join(report(answers, guide, "" if which == "all" else which)))


def summary(rule: ModuleType) -> str:
    return documentation(rule).splitlines()[0]


def explanation(rule: ModuleType) -> str:
    """A rule's page: its docstring under its name."""
    return f"# {rule.NAME}\n\n{documentation(rule)}"


def documentation(rule: ModuleType) -> str:
    return rule.__doc__.strip()


# -- formats --------------------------------------------------------------------------------------


def as_text(findings: Sequence[Finding]) -> str:
    return "\n".join(map(str, findings))


def as_github(findings: Sequence[Finding]) -> str:
    """Workflow commands, which GitHub shows as annotations on the changed lines."""
    return "\n".join(
        f"::error file={escape_property(str(f.path))},line={f.line},col={f.column},"
        f"title={escape_property(f.rule)}::{escape_data(f.message)}"
        for f in findings
    )


def escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(findings: Sequence[Finding]) -> str:
    rows = [
        {
            "path": str(f.path),
            "line": f.line,
            "column": f.column,
            "rule": f.rule,
            "message": f.message,
        }
        for f in findings
    ]
    import json  # here: the usual format does without

    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def leave(status: int) -> NoReturn:
    """End the process at once: to take all apart first takes longer than to read a page."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    gc.freeze()
    gc.enable()
    leave(main())
