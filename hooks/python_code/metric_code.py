"""Metrics of a confusion matrix as programs compute them: the name against the formula."""

import ast
import copy
import math
import re
from collections.abc import Iterator

from hooks.calculation.listing import Listing
from hooks.pattern import Pattern
from hooks.python_code.interpreter import Machine, Unknown

COUNTS = {"tp": 17, "fp": 5, "fn": 11, "tn": 29}
SPELLED = {
    "tp": "true_positive true_positives true_pos truepositive truepositives num_tp n_tp tps",
    "fp": "false_positive false_positives false_pos falsepositive falsepositives num_fp n_fp fps",
    "fn": "false_negative false_negatives false_neg falsenegative falsenegatives num_fn n_fn fns",
    "tn": "true_negative true_negatives true_neg truenegative truenegatives num_tn n_tn tns",
}
FORMULAS = {
    "precision": "tp / (tp + fp)",
    "recall": "tp / (tp + fn)",
    "specificity": "tn / (tn + fp)",
    "accuracy": "(tp + tn) / (tp + tn + fp + fn)",
    "f1": "2 * tp / (2 * tp + fp + fn)",
    "fpr": "fp / (fp + tn)",
    "fnr": "fn / (fn + tp)",
    "fdr": "fp / (fp + tp)",
    "npv": "tn / (tn + fn)",
    "balanced_accuracy": "(tp / (tp + fn) + tn / (tn + fp)) / 2",
}
METRICS = {
    "precision": "precision prec ppv positive_predictive_value",
    "recall": "recall rec sensitivity tpr true_positive_rate hit_rate",
    "specificity": "specificity tnr true_negative_rate",
    "accuracy": "accuracy acc",
    "f1": "f1 f1_score f1score f_1 f_score fscore f_measure dice",
    "fpr": "fpr false_positive_rate fall_out",
    "fnr": "fnr false_negative_rate miss_rate",
    "fdr": "fdr false_discovery_rate",
    "npv": "npv negative_predictive_value",
    "balanced_accuracy": "balanced_accuracy balanced_acc bal_acc",
}
COUNT_NAMED = {name: count for count, names in SPELLED.items() for name in (count, *names.split())}
METRIC_NAMED = {name: metric for metric, names in METRICS.items() for name in names.split()}
PREFIX = Pattern(r"^(?:calc(?:ulate)?|compute|get|my)_|_(?:manual|from_scratch|value)$")
ANY = Pattern(r"tp|true_?pos|fp|fn|tn|precision|recall", re.I)
CLOSE = 1e-3


def formula_problems(found: Listing) -> Iterator[tuple[int, int, str]]:
    """Assignments and functions that have a metric's name and another formula."""
    if not ANY.search(found.source):
        return
    for node in ast.walk(found.tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                yield from formula_problem(found, name, value)
            case ast.FunctionDef(name=name, body=body):
                returns = [part for part in ast.walk(node) if isinstance(part, ast.Return)]
                if len(returns) == 1 and returns[0] is body[-1] and returns[0].value:
                    yield from formula_problem(found, name, returns[0].value)


def formula_problem(found: Listing, name: str, value: ast.expr) -> Iterator[tuple[int, int, str]]:
    metric = METRIC_NAMED.get(PREFIX.sub("", name.lower()))
    value = (
        OwnCounts().visit(copy.deepcopy(value)) if metric and "." in ast.unparse(value) else value
    )
    if metric is None or not isinstance(value, (ast.BinOp, ast.IfExp, ast.Call)):
        return
    right = metric_value(metric)
    computed = value_of(value, metric)
    if computed is None or math.isclose(computed, right, rel_tol=CLOSE):
        return
    if math.isclose(computed, 100 * right, rel_tol=CLOSE):
        return  # in percent
    given = f"{name} = {ast.unparse(value)}"
    text = f"`{given[:80]}` is not {metric.replace('_', ' ')}, which is {FORMULAS[metric]}"
    yield *found.position_of(value), text


class OwnCounts(ast.NodeTransformer):
    """`self.tp` and `cm.tp` as the count `tp`."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if isinstance(node.value, ast.Name) and node.attr.lower() in COUNT_NAMED:
            return ast.copy_location(ast.Name(node.attr, ast.Load()), node)
        return node


def value_of(value: ast.expr, metric: str) -> float | None:
    """The formula's value for counts that tell all metrics apart; None if it uses other names."""
    names, counts = {}, set()
    for part in ast.walk(value):
        match part:
            case ast.Name(id="float" | "int" | "round" | "max" | "min" | "abs" | "sum"):
                pass
            case ast.Name(id=name):
                meaning = meaning_of(name, metric)
                if meaning is None:
                    return None
                names[name] = meaning
                counts.add(COUNT_NAMED.get(name.lower(), name))
    if len(counts) < 2 or (metric == "accuracy" and "tn" not in counts):
        return None  # a lone count, or a score of detections that has no true negatives
    try:
        found = Machine(names).value(value)
    except Unknown:
        return None
    return float(found) if isinstance(found, (int, float)) else None


def meaning_of(name: str, metric: str) -> float | None:
    lower = name.lower()
    if lower in COUNT_NAMED:
        return COUNTS[COUNT_NAMED[lower]]
    if metric == "f1" and lower in ("p", "r"):
        return metric_value("precision" if lower == "p" else "recall")
    if lower in METRIC_NAMED and METRIC_NAMED[lower] != metric:
        return metric_value(METRIC_NAMED[lower])
    return None


def metric_value(metric: str) -> float:
    return float(Machine(dict(COUNTS)).value(ast.parse(FORMULAS[metric], mode="eval").body))
