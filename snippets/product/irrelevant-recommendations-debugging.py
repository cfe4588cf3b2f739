"""Where in the funnel did the good items of one logged request get lost?"""

from collections import Counter

# --8<-- [start:bisect]
STAGES = ["in catalog", "retrieved", "in top 50", "passed filters", "displayed"]


def lost_at(item, trace):
    """The first stage of the trace that does not contain the item."""
    for stage in STAGES:
        if item not in trace[stage]:
            return stage
    return "shown"


# --8<-- [end:bisect]
# --8<-- [start:use]
# Wanted: what the user searched for or saved in the following week.
wanted = ["jazz-1", "jazz-2", "jazz-3", "jazz-4", "jazz-5", "bossa-1", "live-9", "kids-3"]
logged = {
    "in catalog": set(wanted) - {"live-9"},
    "retrieved": {"jazz-1", "bossa-1", "kids-1", "kids-2", "kids-3"},
    "in top 50": {"jazz-1", "kids-1", "kids-2", "kids-3"},
    "passed filters": {"jazz-1", "kids-1", "kids-2", "kids-3"},
    "displayed": {"kids-1", "kids-2", "kids-3"},
}

lost = Counter(lost_at(item, logged) for item in wanted)
for stage in [*STAGES, "shown"]:
    print(f"{stage:15} {'' if stage == 'shown' else 'lost '}{lost[stage]}")
print(f"look first at: {max(STAGES, key=lambda stage: lost[stage])}")
# --8<-- [end:use]
