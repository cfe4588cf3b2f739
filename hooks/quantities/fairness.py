"""Fairness: rates of groups, their ratios and differences, calibration within groups."""

from fractions import Fraction

from hooks.quantities.relation import Relation, bare

GROUP_A = (
    r"\b(?:group A|men|male|group 1|majority group|privileged group|white|group X"
    r"|reference group)\b"
)
GROUP_B = (
    r"\b(?:group B|women|female|group 2|minority group|unprivileged group|black|group Y"
    r"|protected group)\b"
)
PEOPLE = r"(?: (?:applicants|candidates|people|persons|members|customers|applications))?"
VERBS = (
    r"(?:selected|approved|hired|accepted|admitted|invited|granted|chosen|promoted"
    r"|predicted positive|"
    r"positive predictions|get a loan|offers?|loans)"
)


def rate_of(group: str, names: str) -> tuple[str, ...]:
    """How texts say that a group has a rate of those names."""
    return (
        rf"{group}(?:(?!\band\b|group|men\b)[^.;,\d]){{0,40}}?(?=[\d.]+ ?\\?%|0?\.\d)#",
        rf"(?=[\d.]+ ?\\?%|0?\.\d)# (?:of |for |in |among )(?:the )?(?:\w+ )?{group}",
        rf"\b(?:{names})\b[^.;\d]{{0,30}}?{group}[^.;\d]{{0,20}}?(?=[\d.]+ ?\\?%|0?\.\d)#",
    )


SELECTION = "selection rate|approval rate|acceptance rate|hiring rate|positive rate"
RATE_A, RATE_B = rate_of(GROUP_A, SELECTION), rate_of(GROUP_B, SELECTION)
RATES = {"a": RATE_A, "b": RATE_B}
COUNTED = {
    "chosen_a": (
        rf"# (?:of (?:the )?\d[\d,]* )?(?:\w+ )?{GROUP_A}{PEOPLE} (?:are |were |is )?{VERBS}",
        rf"\bof (?:the )?\d[\d,]* (?:\w+ )?{GROUP_A},? (?:only )?#",
        rf"# (?:of|out of) (?:the )?\d[\d,]* (?:\w+ )?{GROUP_A}",
        rf"{GROUP_A}(?:(?!\band\b)[^.;\d]){{0,30}}?# (?:\w+ )?(?:of|out of) (?:\d[\d,]*)",
    ),
    "all_a": (
        rf"{GROUP_A}(?:(?!\band\b)[^.;\d]){{0,30}}?\d[\d,]* (?:\w+ )?(?:of|out of) #",
        rf"\bof (?:the )?# (?:\w+ )?{GROUP_A}",
    ),
    "chosen_b": (
        rf"# (?:of (?:the )?\d[\d,]* )?(?:\w+ )?{GROUP_B}{PEOPLE} (?:are |were |is )?{VERBS}",
        rf"\bof (?:the )?\d[\d,]* (?:\w+ )?{GROUP_B},? (?:only )?#",
        rf"# (?:of|out of) (?:the )?\d[\d,]* (?:\w+ )?{GROUP_B}",
        rf"{GROUP_B}(?:(?!\band\b)[^.;\d]){{0,30}}?# (?:\w+ )?(?:of|out of) (?:\d[\d,]*)",
    ),
    "all_b": (
        rf"{GROUP_B}(?:(?!\band\b)[^.;\d]){{0,30}}?\d[\d,]* (?:\w+ )?(?:of|out of) #",
        rf"\bof (?:the )?# (?:\w+ )?{GROUP_B}",
    ),
}
IMPACT = (
    r"(?:(?:adverse|disparate)[- ]impact(?: ratio)?|impact ratio|selection[- ]rate ratio"
    r"|four-fifths ratio)"
)


def ratios(a: Fraction, b: Fraction) -> list[Fraction] | None:
    """Of the lower rate to the higher (Equal Employment Opportunity Commission, 1978)."""
    if not (0 < a <= 1 and 0 < b <= 1):
        return None
    return [min(a, b) / max(a, b), max(a, b) / min(a, b)]


def gap(a: Fraction, b: Fraction) -> list[Fraction] | None:
    """Also in percentage points."""
    return [abs(a - b), 100 * abs(a - b)] if a <= 1 and b <= 1 else None


def rates_of(names: str) -> dict[str, tuple[str, ...]]:
    """The rates of that name of two groups."""
    return {
        key: (
            rf"\b(?:{names})\b[^.;\d]{{0,30}}?{group}[^.;\d]{{0,20}}?#",
            rf"{group}[^.;\d]{{0,20}}?\b(?:{names})\b[^.;\d]{{0,15}}?#",
            rf"\b(?:{names})\b[^.;]{{0,40}}?# (?:for|in|of|among) (?:the )?(?:\w+ )?{group}",
            rf"\b(?:{names})\b[^.;]{{0,60}}?\band # (?:for|in|of|among) (?:the )?(?:\w+ )?{group}",
        )
        for key, group in (("a", GROUP_A), ("b", GROUP_B))
    }


TPR = r"TPR|true[- ]positive rate|recall|sensitivity"
FPR = r"FPR|false[- ]positive rate"

RELATIONS = bare(
    Relation(
        name="disparate impact ratio of counts",
        needs=("impact|ratio", "impact|four-fifths|80 %|80%", "group|men|women|male|female"),
        result=(IMPACT, rf"{IMPACT} #"),
        givens=COUNTED,
        value=lambda chosen_a, all_a, chosen_b, all_b: ratios(chosen_a / all_a, chosen_b / all_b),
        formula="lower rate / higher rate",
        examples=(
            "In group A 90 of 150 are approved, in group B 40 of 100. The disparate impact ratio "
            "is "
            "«0.667».",
        ),
    ),
    Relation(
        name="demographic parity difference",
        needs=("parity",),
        result=(
            r"(?:demographic|statistical)[- ]parity (?:difference|gap)",
            r"parity (?:differen"
            r"ce|gap)",
        ),
        givens=RATES,
        value=gap,
        formula="|rate A − rate B|",
        examples=(
            "The selection rate is 55 % for men and 40 % for women. The demographic parity "
            "difference is «0.15».",
            "Group A has a positive rate of 0.30, group B of 0.18.\n\n- Statistical parity "
            "difference: «0.12»",
        ),
    ),
    Relation(
        name="demographic parity difference of counts",
        needs=("parity", "group|men|women|male|female"),
        result=(
            r"(?:demographic|statistical)[- ]parity (?:difference|gap)",
            r"parity (?:differen"
            r"ce|gap)",
        ),
        givens=COUNTED,
        value=lambda chosen_a, all_a, chosen_b, all_b: gap(chosen_a / all_a, chosen_b / all_b),
        formula="|rate A − rate B|",
        examples=(
            "In group A 90 of 150 are approved, in group B 40 of 100. The demographic parity gap "
            "is «0.2».",
        ),
    ),
    Relation(
        name="difference of equal opportunity",
        needs=("opportunity",),
        result=(r"equal[- ]opportunity (?:difference|gap)",),
        givens=rates_of(TPR),
        value=gap,
        formula="|TPR A − TPR B|",
        examples=(
            "The TPR of group A is 0.85, the TPR of group B is 0.70. The equal opportunity "
            "difference is «0.15».",
            "The true positive rate is 80 % for men and 65 % for women.\n\nEqual opportunity gap: "
            "«0.15».",
        ),
    ),
    Relation(
        name="difference of equalized odds",
        needs=("odds",),
        result=(r"equali[sz]ed[- ]odds (?:difference|gap)",),
        givens={
            **{f"t{key}": said for key, said in rates_of(TPR).items()},
            **{f"f{key}": said for key, said in rates_of(FPR).items()},
        },
        value=lambda ta, tb, fa, fb: (
            [
                max(abs(ta - tb), abs(fa - fb)),
                (abs(ta - tb) + abs(fa - fb)) / 2,
            ]
            if max(ta, tb, fa, fb) <= 1
            else None
        ),
        formula="max(|TPR A − TPR B|, |FPR A − FPR B|)",
        examples=(
            "- TPR of group A: 0.80\n- TPR of group B: 0.72\n- FPR of group A: 0.10\n- FPR of "
            "group "
            "B: 0.25\n\nThe equalized odds difference is «0.15».",
        ),
    ),
    Relation(
        name="lowest rate by the four-fifths rule",
        needs=("four-fifths|80% rule|80 % rule|four fifths|4/5", "rate"),
        result=(
            r"\b(?:at least|minimum|needs?|threshold|required|must (?:be|reach))\b[^.;\d]{0,40}?"
            r"(?=[\d.]+ ?\\?%|0?\.\d)(?!80 ?%|0?\.80?\b)#",
        ),
        givens={
            "highest": (
                r"\b(?:highest|best|largest|reference) (?:\w+ )?rate[^.;\d]{0,30}?#",
                r"\b(?:highest|best|most favou?red|advantaged|reference) group[^.;\d]{0,40}?#",
                *RATE_A,
            )
        },
        value=lambda highest: Fraction(4, 5) * highest if highest <= 1 else None,
        formula="0.8 × highest rate",
        bound=True,
        examples=(
            "The highest selection rate is 60 %. By the four-fifths rule each group needs at "
            "least «48%».",
        ),
    ),
    Relation(
        name="gap of calibration",
        needs=("calibrat|predicted", "observed|actual", "group"),
        result=(r"calibration (?:gap|error|difference)",),
        givens={
            "predicted": (
                r"\b(?:mean |average )?(?:predict\w+|score"
                r"|forecast)\b[^.;\d]{0,40}?(?=[\d.]+ ?"
                r"\\?%|0?\.\d)#",
            ),
            "observed": (
                r"\b(?:observed|actual|real|true)\b[^.;\d]{0,40}?(?=[\d.]+ ?\\?%"
                r"|0?\.\d)#",
            ),
        },
        value=lambda predicted, observed: gap(predicted, observed),
        formula="|predicted − observed|",
        examples=(
            "In group B the mean predicted risk is 0.30 and the observed rate is 0.42. The "
            "calibration gap of this group is «0.12».",
        ),
    ),
)
