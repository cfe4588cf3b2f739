from challenges.grader import Mistake

MISTAKES = (
    Mistake(
        "scales by alpha alone",
        instead_of="alpha / len(A)",
        writes="alpha",
        fails="the example",
    ),
    Mistake(
        "takes the number of outputs for the rank",
        instead_of="alpha / len(A)",
        writes="alpha / len(B)",
        fails="more inputs than outputs, rank 1",
    ),
    Mistake(
        "multiplies in the wrong order",
        instead_of="times(self.B, times(self.A, x))",
        writes="times(self.A, times(self.B, x))",
        fails="the example",
    ),
    Mistake(
        "adds the adapter to a merged weight, too",
        instead_of="        if self.merged:\n            return output\n",
        writes="",
        fails="the merged layer",
    ),
    Mistake(
        "adds the adapter again when it is in",
        instead_of="        if not self.merged:\n            self._add(self.scale)\n"
        "            self.merged = True",
        writes="        self._add(self.scale)\n        self.merged = True",
        fails="merge twice",
    ),
    Mistake(
        "takes out what was never added",
        instead_of="        if self.merged:\n            self._add(-self.scale)\n"
        "            self.merged = False",
        writes="        self._add(-self.scale)\n        self.merged = False",
        fails="unmerge what is not merged",
    ),
    Mistake(
        "writes into the matrix that was passed",
        instead_of="        self.weight = [\n",
        writes="        self.weight[:] = [\n",
        fails="the merged weight",
    ),
    Mistake(
        "forgets the scale when it takes the adapter out",
        instead_of="self._add(-self.scale)",
        writes="self._add(-1)",
        fails="merge and unmerge",
    ),
)
