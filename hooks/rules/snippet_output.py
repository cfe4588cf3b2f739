"""What a program prints stands below it, embedded from the file that the tests compare.

## What it checks

Where a page embeds a program, it also embeds the program's output, which stands in
`snippets/<section>/<slug>.out`, after the program. A fence that is titled Output
embeds such a file and is never typed.

The lint does not run programs; a test runs each one twice and compares what it prints with this
file. `make snippets` rewrites the file.

## Why

Output that was typed, or pasted from an older version, is the most common wrong number in a guide.

## Example

    ``` text title="Output"
    recall 0.22
    ```

## Use instead

    ``` text title="Output"
    --8<-- "beginner/mse-python.out"
    ```
"""

from collections.abc import Iterator

from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.python_code.embeds import embeds

NAME = "snippet-output"
SCOPE = "question"


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    for line, column, message in problems(page, guide):
        yield Finding(page.path, line, column, message, NAME)


def problems(page: Question, guide: Guide) -> Iterator[tuple[int, int, str]]:
    found = tuple(embeds(page))
    programs = {e.file: e for e in reversed(found) if e.file.endswith(".py")}
    outputs = {e.file: e for e in found if e.file.endswith(".out")}
    for file, program in programs.items():
        output = file.removesuffix(".py") + ".out"
        if output not in guide.snippets:
            yield program.line, program.column, f"snippets/{output} is missing; run `make snippets`"
        elif output not in outputs:
            how = f'``` text title="Output"` with `--8<-- "{output}"`'
            yield program.line, program.column, f"show what the program prints: `{how} below it"
        elif outputs[output].line < program.line:
            yield outputs[output].line, 1, "the output comes after the program; move it below"
    for block in page.blocks:
        typed = all(embed.block is not block for embed in found)
        if block.kind == "code" and 'title="Output"' in block.info and typed:
            yield block.line, 1, "output is embedded, not typed: put the program into snippets/"
