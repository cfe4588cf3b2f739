"""Python on a page is embedded or a marked sketch; it compiles and gives what the page says.

## What it checks

- On the guide's own pages a Python fence embeds a program of `snippets/`, or its title begins with
  `Sketch`.
- Python that stands on any page compiles. `print x` is Python 2 and does not.
- What a program says of its results is so: the number in a comment behind or below a line, the
  answer in a session of the interpreter, an output right below the program, an `assert`, the shape
  of an array, of a tensor or of what a PyTorch layer gives. The
  program is not run. Its arithmetic, simple functions and loops are worked out by a bounded
  interpreter.
- A variable or function with a metric's name computes that metric from `tp`, `fp`, `fn` and `tn`.
- A function with a name of the field (`mse`, `sigmoid`, `softmax`, `sample_variance`, `entropy`)
  gives the right value for a small input.

## Why

Code typed into a page is code that nobody ran. Readers copy it, and learn its comments by heart.

## Example

    ``` python
    tp, fp, fn = 10, 5, 40
    precision = tp / (tp + fn)  # 0.25
    ```

## Use instead

    ``` python
    tp, fp, fn = 10, 5, 40
    precision = tp / (tp + fp)  # 0.67
    ```

or, on a page of the guide:

    ``` python
    --8<-- "beginner/mse-python.py:function"
    ```

## What it leaves alone

Parts that are left out (`...`), magics of notebooks, output between the lines, programs that the
page calls wrong, results that depend on data or on libraries, and numbers rounded as people round.
"""

from collections.abc import Iterator

from hooks.calculation.listing import Listing, is_excerpt, listings
from hooks.calculation.listing_claims import claim_problems
from hooks.calculation.listing_syntax import syntax_problem
from hooks.finding import Finding
from hooks.guide import Guide
from hooks.page import Question
from hooks.python_code.interpreter import USUAL, Machine
from hooks.python_code.known_functions import function_problems
from hooks.python_code.metric_code import formula_problems

NAME = "code-block"
SCOPE = "any"

SKETCH = 'give its fence a `title="Sketch: …"`'

Problem = tuple[int, int, str]


def check(page: Question, guide: Guide) -> Iterator[Finding]:
    own = page.path.parts[0] == "docs"
    machine, section = Machine(dict(USUAL)), ""
    for found in listings(page):
        machine = machine.go_on(same_place=found.block.section == section)
        section = found.block.section
        for line, column, message in problems(found, machine, own):
            yield Finding(page.path, line, column, message, NAME)


def problems(found: Listing, machine: Machine, own: bool) -> Iterator[Problem]:
    """What is wrong with one listing; `own`: it stands on a page of the guide."""
    if "--8<--" in found.block.text.content:
        return
    if own and 'title="Sketch' not in found.block.info:
        yield found.block.line, 1, f"move this code to snippets/ and embed it, or {SKETCH}"
        return
    if isinstance(found.tree, SyntaxError):
        machine.names = dict(USUAL)
        if own or not is_excerpt(found):
            yield from syntax_problem(found, found.tree, strict=own)
    elif found.tree:
        yield from formula_problems(found)
        yield from claim_problems(found, machine)
        yield from function_problems(found, machine)
