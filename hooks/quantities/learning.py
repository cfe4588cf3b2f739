"""Reinforcement learning: returns, values and their updates, exploration, horizons."""

from math import exp, log, sqrt

from hooks.quantities.relation import Relation, bare
from hooks.quantities.wordings import GAP, IS, SUBSCRIPT

DISCOUNT = (
    r"(?:discount(?:ing)?(?: factor| rate)?|γ|\\gamma|\bgamma)`?(?: γ| "
    r"\\gamma)?(?: ?[=:\n] ?| of | is | at | )(?:γ ?= ?)?#",
)
STEP = (
    r"(?:learning[- ]rate|step[- ]size|\balpha|α|\\alpha)`?(?: α| \\alpha)?(?: ?[=:\n] ?"
    r"| of | is | at | )(?:α ?= ?|\\alpha ?= ?)?#",
)
REWARD = (
    r"(?:(?:immediate |observed |received )?reward(?: r)?|\br(?:_\w{1,3}| t \+ "
    r"1)?)(?: ?[=:\n] ?| of | is | was | )\+?#",
    r"(?:receives?|gets?|observes?|earns?|collects?) (?:a |the )?(?:reward (?:of )?)?#",
)
NEXT = (
    r"(?:V|Q) ?\( ?s ?['’′][^()=]{0,12}\) ?(?:=|is) ?#",
    r"(?:V|Q) ?\( ?s ?\^ ?\\prime[^()=]{0,12}\) ?(?:=|is) ?#",
    r"max(?:_\{?a['’′]?\}?| _? ?a ?['’′]?)? ?Q ?\([^()=]{1,16}\) ?(?:=|is) ?#",
    rf"(?:next|following|successor) state{GAP}(?:value(?: of| is| ?=)? ?|is worth |worth "
    r"|of |is |has (?:a )?value (?:of )?)#",
    rf"(?:best|largest|maximal|maximum|highest|greatest|max)(?: \w+){{0,3}}? (?:in|of|at"
    rf"|from) the (?:next|following|successor|new) state{IS}#",
    rf"value of the (?:next|following|successor|new) state{IS}#",
    r"(?:largest|best|maximal|maximum|highest) (?:next )?(?:Q|action|state-action)[- "
    rf"]?values? (?:there )?{IS}#",
)
CURRENT = (
    r"(?:V|Q) ?\( ?(?:s|s_t|S_t) ?(?:, ?(?:a|a_t|A_t) ?)?\) ?(?:=|is) ?#",
    r"(?:current|old|previous|present) (?:\w+ )?(?:estimate|value|Q-value|Q value)(?: "
    rf"of [\w ]{{1,20}}?)?{IS}#",
)
EPSILON = (
    r"(?:ε|\\(?:var)?epsilon|epsilon)(?: ?[=:\n] ?| of | is | at )#",
    r"(?:explores?|random(?:ly)?(?: action)?) (?:with|in) (?:a )?(?:probability )?(?:of "
    r")?(?:ε ?= ?)?#",
)
ACTIONS = (
    r"@ (?:possible |available |different |discrete )?(?:actions|arms|moves|bandits"
    r"|machines|variants)",
)
STATES = (r"@ (?:possible |discrete |different )?(?:states|cells|grid cells|positions)",)
PULLS = (
    r"(?:pulled|tried|played|chosen|selected|shown) (?:exactly |only )?@ times",
    r"\bn(?:_\w{1,3}|\(a\)|_t\(a\))? ?= ?@",
    r"N(?:_t)?\(\w\) ?= ?@",
    r"@ (?:pulls|plays|tries)(?= of| for|\)|,|\.)",
)


def discounted(rewards: tuple, γ: float) -> list[float]:
    """The return of a list of rewards, of which the first is not discounted, or is."""
    total = sum(reward * γ**step for step, reward in enumerate(rewards))
    return [total, γ * total]


def target(r: float, γ: float, following: float) -> float:
    """What temporal differences move to: r + γ·V(s′) (Sutton and Barto, 2018, section 6.1)."""
    return r + γ * following


def updated(r: float, γ: float, following: float, current: float, α: float) -> float:
    return current + α * (target(r, γ, following) - current)


def greedy(ε: float, k: float) -> list[float]:
    """The probability of the best of k actions under ε-greedy; also if others only are explored."""
    return [1 - ε + ε / k, 1 - ε] if 0 <= ε <= 1 else []


def explored(ε: float, k: float) -> list[float]:
    """The probability of each other action, likewise."""
    return [ε / k, ε / (k - 1)] if 0 <= ε <= 1 and k > 1 else []


def confidence_bound(mean: float, n: float, t: float, c: float = 0) -> list[float]:
    """UCB1 (Auer et al., 2002), or with a constant c (Sutton and Barto, equation 2.10)."""
    width = sqrt(log(t) / n)
    return [mean + scale * width for scale in ((c,) if c else (sqrt(2), 1, 2))]


RELATIONS = bare(
    Relation(
        name="discounted return",
        needs=("return|g_0|g_t|g_{|sum of rewards|discounted", "reward", "γ|gamma|discount"),
        result=(
            r"(?:discounted )?return(?: G_?\w{0,2})?",
            r"discounted (?:sum|reward|total)",
            r"\bG(?:_0|_t| 0| t)?",
        ),
        givens={
            "rewards": (
                r"rewards?(?: (?:are|of|is|were|\w+))?(?: ?[:=])? ?[#]",
                r"\br(?:_1|_t|_\{?1\}?)?(?:, ?r_2, ?r_3)? ?= ?[#]",
                r"(?:collects?|receives?|gets?|yields?|earns?|observes?) (?:the "
                r")?(?:rewards? )?[#]",
            ),
            "γ": DISCOUNT,
        },
        value=discounted,
        formula="Σ γᵗ·rₜ",
        examples=(
            "An agent receives the rewards 1, 2 and 3, and $\\gamma = 0.9$. The "
            "discounted return is «5.23».",
            "With a discount factor of 0.5 an episode has the rewards [4, 2, 8].\n\n- Return: «7»",
            "Rewards: 10, 0, 0, 20. Let γ = 0.8.\n\nThe return $G_0$ works out to «20.24».",
        ),
    ),
    Relation(
        name="sum of a constant reward",
        needs=(
            "return|value|sum|total|worth",
            "reward",
            "γ|gamma|discount",
            "every step|each step|per step|forever|each time step|every time step|constant reward",
        ),
        result=(
            r"(?:infinite |infinite-horizon |discounted )*(?:return|sum|total)",
            r"value of (?:the|this|that|any|each|every) state",
            r"(?:state|it) is worth #",
        ),
        givens={
            "r": (
                r"(?:constant )?reward (?:of |is )?(?:always )?\+?#(?: \w+)? (?:at "
                r"|in |for )?(?:every|each|per|forever)",
                r"reward of \+?#",
                r"\+?# (?:per|at every|at each|in each|in every) (?:time )?step",
            ),
            "γ": DISCOUNT,
        },
        value=lambda r, γ: [r / (1 - γ), r * γ / (1 - γ)] if 0 < γ < 1 else None,
        formula="r/(1 − γ)",
        examples=(
            "The agent gets a reward of 2 at every step, forever, and γ = 0.9. The "
            "discounted return is «20».",
            "A constant reward of 1 per step and a discount factor of 0.99: the "
            "infinite-horizon sum is «100».",
        ),
    ),
    Relation(
        name="horizon of a discount factor",
        needs=("horizon|steps ahead|future", "γ|gamma|discount"),
        result=(
            r"(?:effective |planning )?horizon",
            rf"(?:effective |planning )?horizon{GAP}{IS}# (?:time )?steps",
            r"(?:looks?|plans?|sees?) (?:about |roughly |some )?# (?:time )?steps "
            r"(?:ahead|into the future)",
        ),
        givens={"γ": DISCOUNT},
        value=lambda γ: 1 / (1 - γ) if 0 < γ < 1 else None,
        formula="1/(1 − γ)",
        examples=(
            "A discount factor of 0.99 gives an effective horizon of about «100» steps.",
            "We set γ = 0.95. So the agent looks about «20» steps ahead in its planning horizon.",
            "Let $\\gamma=0.9$.\n\nThe effective horizon is thus «10» steps.",
        ),
    ),
    Relation(
        name="weight of a later reward",
        needs=("reward", "γ|gamma|discount", "step|ahead|later"),
        result=(
            r"reward (?:that is |which is |that lies |received |obtained )?<k>@ "
            r"(?:time )?steps (?:ahead|later|away|in the future|from now|into the "
            r"future)(?: \w+){0,3}? (?:by |with |a weight of |weight |at |only "
            r"|about )+#",
            r"reward (?:that is |which is |that lies |received |obtained )?<k>@ "
            r"(?:time )?steps (?:ahead|later|away|in the future|from now|into the "
            r"future) (?:is (?:weighted|multiplied|discounted|scaled) (?:by|with|to)"
            r"|has (?:a|the) (?:weight|factor) of|counts) (?:only |about |a factor "
            r"of |roughly )*#",
        ),
        givens={"γ": DISCOUNT, "k": (r"\bk ?= ?@",)},
        value=lambda γ, k: γ**k,
        formula="γᵏ",
        examples=(
            "With γ = 0.9 a reward 10 steps ahead is weighted by only «0.349».",
            "The discount factor is 0.99. A reward 100 steps away has a weight of about «0.366».",
        ),
    ),
    Relation(
        name="TD target",
        needs=("target", "γ|gamma|discount", "reward"),
        result=(
            r"(?:TD|Q-learning|Q|bootstrap(?:ped)?|update|SARSA|Bellman)[- ]target",
            r"target(?: value)?(?: y)?",
        ),
        givens={"r": REWARD, "γ": DISCOUNT, "following": NEXT},
        value=target,
        formula="r + γ·V(s′)",
        examples=(
            "The agent receives a reward of 2 and $\\gamma = 0.9$, and the next "
            "state has a value of 10. The TD "
            "target is «11».",
        ),
    ),
    Relation(
        name="TD error",
        needs=(
            "td error|td-error|temporal difference|temporal-difference|δ|delta",
            "γ|gamma|discount",
            "reward|r =",
        ),
        result=(
            r"(?:TD|temporal[- ]difference)[- ]error(?: (?:δ|\\delta))?",
            rf"(?:δ|\\delta){SUBSCRIPT}",
        ),
        givens={"r": REWARD, "γ": DISCOUNT, "following": NEXT, "v": CURRENT},
        value=lambda r, γ, following, v: target(r, γ, following) - v,
        formula="r + γ·V(s′) − V(s)",
        examples=(
            "Let V(s) = 5, V(s') = 8, γ = 0.9 and the reward r = 1. The TD error is «3.2».",
            "- Reward: 3\n- Discount factor: 0.5\n- The current estimate is 4\n- The "
            "value of the next state is 6\n\n"
            "The TD error comes out at «2».",
        ),
    ),
    Relation(
        name="value after a TD or Q update",
        needs=(
            "new|updated|update|becomes",
            "γ|gamma|discount",
            "α|alpha|learning rate|step size|step-size",
        ),
        result=(
            r"(?:new|updated) (?:Q[- ]?|action[- ]?|state[- ]?)?(?:value"
            r"|estimate)(?: of [\w(), ]{1,12}?)?",
            r"(?:Q|V) ?\( ?s ?(?:, ?a ?)?\) (?:then )?(?:becomes|is updated to|moves "
            r"to|changes to|rises to|falls to) (?:about )?#",
            r"after (?:the|this|one|that) update,? (?:the )?(?:new )?(?:(?:Q|V) ?\( ?s ?(?:, ?a "
            r"?)?\)|value|estimate|Q-value) (?:=|is|equals) #",
            r"(?:estimate|Q-value|value)(?: of [\w(), ]{1,12}?)? (?:then )?(?:becomes"
            r"|is updated to|moves to|rises to|falls to|goes (?:up |down )?to) "
            r"(?:about )?#",
        ),
        givens={"r": REWARD, "γ": DISCOUNT, "following": NEXT, "current": CURRENT, "α": STEP},
        value=updated,
        formula="V + α·(r + γ·V(s′) − V)",
        examples=(
            "Let Q(s, a) = 2, the learning rate be α = 0.1 and γ = 0.9. The agent "
            "receives a reward of 5, and "
            "max Q(s', a') = 10. The new Q-value is «3.2».",
            "| | |\n|---|---|\n| Current estimate | 4 |\n| Reward | 1 |\n| Discount "
            "factor | 0.5 |\n| Learning rate | 0.2 |\n| "
            "Value of the next state | 6 |\n\nQ(s, a) becomes «4».",
        ),
    ),
    Relation(
        name="running mean of rewards",
        needs=(
            "new|updated|becomes",
            "arm|bandit|action",
            "1/n|incremental|sample average|sample-average|running",
        ),
        result=(r"(?:new|updated) (?:estimate|mean|average|value)",),
        givens={
            "q": (
                rf"(?:old|current|previous)(?: \w+)? (?:estimate|mean|average|value){IS}#",
                r"\bQ(?:_n|_\w)? ?= ?#",
            ),
            "r": (r"(?:new |next )?reward(?: of | is | was | ?= ?)#",),
            "n": (r"(?:pulled|tried|played|chosen) @ times", r"\bn ?= ?@", r"after @ pulls"),
        },
        value=lambda q, r, n: [q + (r - q) / n, q + (r - q) / (n + 1)],
        formula="Q + (R − Q)/n",
        examples=(
            "An arm's estimate is updated incrementally with step 1/n. The old "
            "estimate is 4, the reward is 10, and "
            "n = 3. The new estimate is «6».",
        ),
    ),
    Relation(
        name="upper confidence bound",
        needs=("ucb|bound|score|index", "ucb|upper confidence"),
        result=(
            rf"(?:UCB1?|upper confidence bound)(?: score| value| index)?{IS}#",
            r"(?:score|index) of (?:the|this) (?:arm|action)",
        ),
        givens={
            "mean": (
                rf"(?:mean|average|estimated?)(?: reward| value)?(?: of)?{GAP}{IS}#",
                r"\bQ(?:_t)?\(\w\) ?= ?#",
            ),
            "n": PULLS,
            "t": (
                r"(?:after|of|total of|in all|altogether) @ (?:rounds|pulls|plays"
                r"|steps|trials)",
                r"\bt ?= ?@",
                r"@ (?:rounds|pulls|plays|steps|trials) (?:in total|altogether|overall|so far)",
            ),
            "c": (r"\bc ?(?:=|of|is) ?#",),
        },
        value=confidence_bound,
        formula="mean + c·√(ln t/n)",
        examples=(
            "UCB with c = 2: an arm has a mean reward of 0.5 and was pulled 10 "
            "times, after 100 rounds. Its UCB "
            "score is «1.857».",
            "UCB1: the arm's average reward is 0.6, it was played 25 times, and t = "
            "200.\n\nIts upper confidence bound is «1.251».",
        ),
    ),
    Relation(
        name="probability of the greedy action",
        needs=("greedy|best|optimal", "ε|epsilon|varepsilon", "action|arm|variant"),
        result=(
            r"(?<!non-)(?:greedy|best|optimal|currently best)(?: looking| known)? "
            r"(?:action|arm|variant|one)(?: is)?(?: then)? (?:chosen|taken|selected"
            r"|picked|pulled|played|shown)?(?: \w+){0,2}? ?(?:with (?:a "
            r")?probability(?: of)?|in|has (?:a )?(?:total )?probability of) "
            r"(?:about |exactly |only )?#",
            r"(?:total )?probability (?:of|that it (?:takes|chooses|picks)|for|of "
            r"(?:choosing|taking|selecting|picking)) the (?:greedy|best|optimal)(?: "
            rf"\w+)? (?:action|arm|variant){IS}#",
        ),
        givens={"ε": EPSILON, "k": ACTIONS},
        value=greedy,
        formula="1 − ε + ε/k",
        examples=(
            "An ε-greedy agent with ε = 0.1 and 4 actions. The greedy action is "
            "chosen with a probability of «0.925».",
            "Ten arms, $\\varepsilon = 0.2$. The total probability of choosing the "
            "best arm is «82 %».",
        ),
    ),
    Relation(
        name="probability of another action",
        needs=("each|every|other|non-greedy|any", "ε|epsilon|varepsilon", "action|arm|variant"),
        result=(
            r"(?:each|every|any)(?: (?:of the|one of the|single))? (?:other"
            r"|non-?greedy|remaining|suboptimal|worse) (?:\w+ )?(?:actions?|arms?"
            r"|ones?|variants?)?(?: is)?(?: \w+)? ?(?:chosen|taken|selected|picked"
            r"|pulled|played|shown)?(?: then)? ?(?:with (?:a )?probability(?: of)?|in"
            r"|has (?:a )?probability of|gets?) (?:about |exactly |only )?#",
        ),
        givens={"ε": EPSILON, "k": ACTIONS},
        value=explored,
        formula="ε/k",
        examples=(
            "An ε-greedy agent with ε = 0.1 and 4 actions. Each other action is "
            "chosen with probability «0.025».",
            "There are 5 arms and epsilon is 0.2. Every non-greedy arm is pulled "
            "with a probability of «4 %».",
        ),
    ),
    Relation(
        name="decayed exploration rate",
        needs=("ε|epsilon|varepsilon|exploration", "decay|multiplied"),
        result=(
            r"after <n>@ (?:episodes|steps|epochs|iterations|updates)(?: the)? (?:ε"
            r"|\\(?:var)?epsilon|epsilon|exploration rate|it)(?: has (?:fallen"
            r"|dropped|decayed) to| is(?: down to)?| ?=| becomes| falls to| drops to"
            r"| decays to| will be) (?:about |only |roughly |still |just )*#",
            r"(?:ε|\\(?:var)?epsilon|epsilon|exploration rate)(?: has (?:fallen"
            r"|dropped|decayed) to| is(?: down to)?| ?=| becomes| falls to| drops to"
            r"| decays to) (?:about |only |roughly |still |just )*# after <n>@ "
            r"(?:episodes|steps|epochs|iterations|updates)",
        ),
        givens={
            "start": (
                r"(?:ε|\\(?:var)?epsilon|epsilon|exploration rate)(?:_0| 0)?(?: ?= ?"
                r"| of | is | starts? at | begins at | starts? (?:from|with) )#",
                r"(?:starts?|begins?|starting) (?:at|from|with) #",
            ),
            "factor": (
                r"(?:multiplied|decayed|decays|shrinks|reduced) (?:by|with) (?:a factor of )?#",
                r"(?:decay(?: rate| factor)?)(?: ?= ?| of | is )#",
                r"factor (?:of )?#",
            ),
            "n": (r"after @ episodes",),
        },
        value=lambda start, factor, n: [start * factor**n, start * (1 - factor) ** n],
        formula="start·factorⁿ",
        examples=(
            "The exploration rate starts at 1 and is multiplied by 0.99 after each "
            "episode. After 100 episodes ε is "
            "about «0.366».",
        ),
    ),
    Relation(
        name="entries of a Q-table",
        needs=(
            "entries|cells|values|table|pairs",
            "states|cells|positions",
            "action|moves",
            "q-table|q table|q-learning|state-action",
        ),
        result=(
            r"(?:Q-?table|table)(?: then)? (?:has|contains|needs|holds|stores|of) # "
            r"(?:entries|cells|values|numbers)",
            r"# (?:Q-?values|state[-–]action pairs|entries)",
            r"size of the (?:Q-?)?table",
        ),
        givens={"states": STATES, "actions": ACTIONS},
        value=lambda states, actions: states * actions,
        formula="states·actions",
        exact=True,
        examples=(
            "With 16 states and 4 actions the Q-table has «64» entries.",
            "A taxi problem has 500 states and six actions. In tabular Q-learning we "
            "store «3,000» Q-values.",
        ),
    ),
    Relation(
        name="deterministic policies",
        needs=("policies", "states", "action"),
        result=(
            r"# (?:different |possible |distinct )?deterministic (?:\w+ )?policies",
            r"number of deterministic (?:\w+ )?policies",
        ),
        givens={"states": STATES, "actions": ACTIONS},
        value=lambda states, actions: actions**states if states < 200 and actions < 100 else None,
        formula="actions^states",
        exact=True,
        examples=("A finite MDP with 5 states and 3 actions has «243» deterministic policies.",),
    ),
    Relation(
        name="advantage",
        needs=("advantage",),
        result=(r"advantage(?: A)?(?: ?\( ?s ?, ?a ?\))?", r"\bA ?\( ?s ?, ?a ?\)"),
        givens={
            "q": (
                r"\bQ ?\( ?s ?, ?a ?\) ?(?:=|is) ?#",
                rf"(?:Q-value|action value|action-value){IS}#",
            ),
            "v": (r"\bV ?\( ?s ?\) ?(?:=|is) ?#", rf"state[- ]value{IS}#"),
        },
        value=lambda q, v: q - v,
        formula="Q(s, a) − V(s)",
        examples=("Let Q(s, a) = 7.5 and V(s) = 6. The advantage is «1.5».",),
    ),
    Relation(
        name="clipped objective of PPO",
        needs=("objective|surrogate|term|clipped", "ppo|clip", "ratio", "advantage"),
        result=(r"(?:clipped )?(?:surrogate )?(?:objective|term|surrogate)",),
        givens={
            "ratio": (rf"ratio{GAP}{IS}#",),
            "a": (rf"advantage{GAP}{IS}#", r"advantage #", r"(?:\\hat )?A(?:_t)? ?= ?#"),
            "ε": EPSILON,
        },
        value=lambda ratio, a, ε: min(ratio * a, min(max(ratio, 1 - ε), 1 + ε) * a),
        formula="min(r·A, clip(r, 1 − ε, 1 + ε)·A)",
        examples=(
            "PPO clips with ε = 0.2. The probability ratio is 1.5 and the advantage "
            "is 2. The clipped objective is «2.4».",
        ),
    ),
    Relation(
        name="probability of an action under a softmax policy",
        needs=("probability", "softmax|boltzmann", "temperature|τ|tau", "action|arm|q"),
        result=(rf"probability of (?:the )?(?:first|best|better) (?:action|arm){GAP}{IS}#",),
        givens={
            "values": (r"(?:values?|preferences|Q-values)(?: are| of| ?[:=])? ?[#]",),
            "τ": (r"(?:temperature|τ|\\tau|\btau)(?: ?= ?| of | is | )(?:τ ?= ?)?#",),
        },
        value=lambda values, τ: exp(max(values) / τ) / sum(exp(q / τ) for q in values),
        formula="exp(q/τ)/Σ exp(q/τ)",
        examples=(
            "Boltzmann exploration with a temperature of 1: the Q-values are 2, 1 "
            "and 0. The probability of the best "
            "action is «0.665».",
        ),
    ),
)
