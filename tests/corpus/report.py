"""How many errors of the corpus the lint catches, rule by rule: `make lint-report`.

    python -m tests.corpus.report [--part tuning|not-yet|held-out] [--rule RULE] [--details]

`--details` lists what was missed and what was a false alarm. Errors are counted by line, false
alarms by finding.
"""

import argparse
from collections.abc import Iterable, Sequence
from itertools import groupby

from tests.corpus import PARTS, Example, examples

COLUMNS = "{:20} {:>6} {:>6} {:>6} {:>7} {:>7} {:>7} {:>13}"
HEADER = ("rule", "right", "wrong", "errors", "caught", "missed", "rate", "false alarms")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.report", description=__doc__)
    parser.add_argument("--part", choices=PARTS, help="one part alone")
    parser.add_argument("--rule", help="the examples of one rule alone")
    parser.add_argument("--details", action="store_true", help="list each miss and false alarm")
    options = parser.parse_args(arguments)
    for part in [options.part] if options.part else PARTS:
        chosen = [e for e in examples(part) if options.rule in (None, e.rule)]
        print(f"{part}\n\n{table(chosen)}\n")
        if options.details:
            print("\n".join(details(chosen)), end="\n\n")


def table(chosen: Sequence[Example]) -> str:
    """A row for each rule and one for all."""
    rows = [COLUMNS.format(*HEADER)]
    for rule, group in groupby(chosen, key=lambda example: example.rule):
        rows.append(row(rule, list(group)))
    return "\n".join([*rows, row("all", chosen)])


def row(name: str, group: Sequence[Example]) -> str:
    errors = sum(len(example.wrong) for example in group)
    missed = sum(len(example.missed) for example in group)
    wrong = sum(bool(example.wrong) for example in group)
    alarms = sum(len(example.false_alarms) for example in group)
    rate = f"{(errors - missed) / errors:.1%}" if errors else "–"
    return COLUMNS.format(
        name, len(group) - wrong, wrong, errors, errors - missed, missed, rate, alarms
    )


def details(chosen: Iterable[Example]) -> Iterable[str]:
    for example in chosen:
        for line in sorted(example.missed):
            text = example.source.splitlines()[line - 1].strip()
            yield f"missed       {example.name} line {line}: {text}"
        for alarm in example.false_alarms:
            text = example.source.splitlines()[alarm.line - 1].strip()
            yield f"false alarm  {example.name} [{alarm.rule}] {alarm.message} — {text}"


if __name__ == "__main__":
    main()
