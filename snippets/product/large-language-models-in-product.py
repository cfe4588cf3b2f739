"""Is an LLM judge good enough? Agreement with people, agreement beyond chance, failures caught."""


# --8<-- [start:judge]
def compare(both_pass, judge_pass, human_pass, both_fail):
    """Counts of answers: passed by both, by the judge alone, by people alone, by neither."""
    n = both_pass + judge_pass + human_pass + both_fail
    agreement = (both_pass + both_fail) / n
    judge, human = (both_pass + judge_pass) / n, (both_pass + human_pass) / n
    chance = judge * human + (1 - judge) * (1 - human)
    kappa = (agreement - chance) / (1 - chance)
    return agreement, kappa, both_fail / (judge_pass + both_fail)


# --8<-- [end:judge]
# --8<-- [start:use]
# 100 answers of which people passed 86 and failed 14.
for name, counts in [
    ("lenient judge", (84, 10, 2, 4)),
    ("strict judge", (76, 3, 10, 11)),
]:
    agreement, kappa, caught = compare(*counts)
    print(f"{name}: agreement {agreement:.0%}, kappa {kappa:.2f}, failures caught {caught:.0%}")
# --8<-- [end:use]
