"""Each case of a challenge, put to the reader's own file."""

import pytest

from challenges import SECONDS
from challenges.grader import Unusable, attempt


@pytest.mark.timeout(SECONDS)
def test_solution(case, solution, known):
    try:
        outcome = attempt(case, solution, known)
    except Unusable as error:
        pytest.fail(str(error), pytrace=False)
    if outcome.message:
        pytest.fail("\n".join(filter(None, (case.call, outcome.message, case.why))), pytrace=False)
