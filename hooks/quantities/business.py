"""Products and services: experiments, customers, prices, load, latency, availability in words."""

from hooks.quantities.capacity import sizes
from hooks.quantities.relation import Relation, bare

GROUP_A = (
    r"(?:control(?: group| arm)?|(?:group|variant|arm|version) A|A|baseline|the old "
    r"(?:page|version|model))"
)
GROUP_B = (
    r"(?:treatment(?: group| arm)?|(?:group|variant|arm|version) B|B|variant|test group"
    r"|the new (?:page|version|model))"
)
CONVERTS = r"(?:converts?|converted|has|had|shows?|gets?|reach\w*|clicks?|buys?)"
RATE_A = (
    rf"\b{GROUP_A},? (?:(?:{CONVERTS}|is|was|at|with|a|conversion|rate|CTR|one|of|:|=)[\s,]?)* "
    r"?#(?! "
    r"?(?:users|visitors|of \d))",
    rf"# (?:in|for|with|under) (?:the )?{GROUP_A}\b",
)
RATE_B = (
    rf"\b{GROUP_B},? (?:(?:{CONVERTS}|is|was|at|with|a|conversion|rate|CTR|one|of|:|=)[\s,]?)* "
    r"?#(?! "
    r"?(?:users|visitors|of \d))",
    rf"# (?:in|for|with|under) (?:the )?{GROUP_B}\b",
)
LIFT = (
    r"relative (?:lift|uplift|increase|improvement|gain|change|effect|difference)",
    r"(?:increase|improvement|gain|uplift|lift) (?:of|is|by|=) #(?= ?%? ?relative)",
)
CHURN = (
    r"(?:monthly )?churn(?: rate)?(?: of| is| =|:|,)* #",
    r"# (?:monthly )?churn",
)
AVAILABLE = (
    r"(?:availabilit\w+|uptime|available|SLA)[^.;\d]{0,20}? #",
    r"# (?:availability|available|uptime|of the time)",
)
SEVERAL = (
    r"@ (?:[a-z-]+ ){0,2}?(?:replicas|copies|instances|servers|nodes|machines|zones|regions"
    r"|services"
    r"|components|dependencies|hops|calls)\b"
)
AVERAGE_LOAD = (
    r"(?:on|average|mean|of|at)(?: of)? # (?:\w+ )?(?:requests|queries|predictions|QPS|RPS)(?: "
    r"per second|/s| a second)?",
    r"# (?:requests|queries|predictions) (?:per|a) second",
    r"# (?:QPS|RPS)",
)
DAILY_THINGS = (
    r"(?:requests|queries|searches|messages|events|clicks|views|predictions|orders|posts)"
)
RATES = (
    r"(?:\w+-?\w* )?(?:conversion(?: rate)?|click(?:[- ]through)? rate|CTR|open rate|response "
    r"rate|reply rate"
    r"|retention(?: rate)?|churn(?: rate)?|hit rate|defect rate|failure rate|acceptance rate"
    r"|selection rate"
    r"|approval rate|completion rate|bounce rate|adoption(?: rate)?|fraud rate"
    r"|opt-in rate"
    r"|return rate|renewal rate)"
)
K_OF_N = (
    r"@ (?:of|out of) (?:the |its |all |our |these )?\d[\d,]* (?!%)[a-z]",
    r"\bof (?:the |our |its |these )?\d[\d,]* (?!%)(?:[a-z-]+ ){1,2}(?:(?:in|on) \w+ )?(?:\w+ "
    r")?@(?! ?(?:%|of))",
)
N_OF_K = (
    r"\d[\d,]* (?:of|out of) (?:the |its |all |our |these )?@ (?!%)[a-z]",
    r"\bof (?:the |our |its |these )?@ (?!%)(?:[a-z-]+ ){1,2}(?:(?:in|on) \w+ )?(?:\w+ "
    r")?\d[\d,]*(?! ?(?:%|of|,\d))",
)


def is_share(*values: float) -> bool:
    return all(0 < value < 1 for value in values)


def in_series(one: float, parts: float) -> float | None:
    return one**parts if 0.5 < one < 1 and 1 < parts < 100 else None


def in_parallel(one: float, parts: float) -> float | None:
    return 1 - (1 - one) ** parts if 0.5 < one < 1 and 1 < parts < 20 else None


RELATIONS = bare(
    Relation(
        name="relative lift of two rates",
        needs=("lift|uplift|relative", "control|treatment|baseline|variant|group|converts|a/b"),
        result=LIFT,
        givens={"a": RATE_A, "b": RATE_B},
        value=lambda a, b: [(b - a) / a, a / b - 1] if is_share(a, b) else None,
        formula="(B − A)/A",
        examples=(
            "The control group has a conversion rate of 5%, the treatment group one of 6%. The "
            "relative "
            "lift is «20%».",
        ),
    ),
    Relation(
        name="retention after so many months of churn",
        needs=("retention|retained|remain|still|left", "churn", "month"),
        result=(
            r"retention after <t>@ months(?: is| of| =|:)*(?: about| only)* #",
            r"after <t>@ months[^.;\d]{0,40}?(?: about| only| roughly)* #(?= ?%? (?:of (?:the "
            r"|its |all )?(?:\w+ )?(?:customers|users|subscribers|cohort)|remain|are|still))",
            r"<t>@[- ]month retention(?: rate)?(?: is| of| =|:)*(?: about)* #",
        ),
        givens={"churn": CHURN, "t": ()},
        value=lambda churn, t: (1 - churn) ** t if is_share(churn) and t < 100 else None,
        formula="(1 − churn)^months",
        examples=("A monthly churn of 5% means a retention after 12 months of «54%».",),
    ),
    Relation(
        name="revenue per user",
        needs=("arpu|arppu|revenue per|per user|per customer", "revenue|sales"),
        result=(
            r"ARPP?U(?: \([^()\d]{1,40}\))?",
            r"(?:average )?revenue per (?:active |paying )?(?:user|customer|subscriber)(?: "
            r"\(ARPU\))?",
        ),
        givens={
            "revenue": (
                r"(?:revenue|sales)(?: of| is| are| were| was|:| =)* "
                r"#",
                r"# (?:in|of) (?:revenue|sales)",
            ),
            "users": (r"@ (?:\w+ )?(?:users|customers|subscribers|members)",),
        },
        value=lambda revenue, users: revenue / users if revenue > 1 else None,
        formula="revenue/users",
        examples=("Revenue of $50,000 from 2,500 active users: the ARPU is $«20».",),
    ),
    Relation(
        name="peak load from a factor",
        needs=("peak", "qps|rps|per second|/s"),
        result=(
            r"peak(?: load| rate| traffic)?(?: is| of| =|:| then| thus| about| around)+ #(?= ?"
            r"(?:QPS|RPS|\w+ (?:per|a) second|/s))",
        ),
        givens={
            "factor": (
                r"peak[- ](?:to[- ](?:average|mean) )?(?:factor|ratio|multiplier)(?: of| is| =)* @",
                r"peak (?:is|of) (?:about )?@ (?:times|×|x)",
            ),
            "average": AVERAGE_LOAD,
        },
        value=lambda factor, average: factor * average if factor < 30 else None,
        formula="factor·average",
        examples=(
            "A peak factor of 3 on 2,300 requests per second gives a peak load of about «6,900» "
            "QPS.",
        ),
    ),
    Relation(
        name="load that misses the cache",
        needs=("cache", "hit", "per second|qps|/s"),
        result=(
            r"(?:only|about|then|thus|means|leaves?) #(?: of the \d[\d,]*)?(?: requests| queries"
            r"| QPS| lookups)?(?: per second)?(?= (?:\w+ )?(?:reach|hit|go to|get to|arrive|for "
            r"the))",
        ),
        givens={
            "rate": (r"hit[- ](?:rate|ratio)(?: of| is| =|:)* #", r"# hit[- ](?:rate|ratio)"),
            "load": (
                r"of (?:the )?# (?:requests|queries|lookups|QPS)(?: per "
                r"second)?",
                *AVERAGE_LOAD,
            ),
        },
        value=lambda rate, load: (1 - rate) * load if is_share(rate) else None,
        formula="(1 − hit rate)·load",
        examples=(
            "With a cache hit rate of 90%, only «1,000» of the 10,000 requests per second reach "
            "the "
            "database.",
        ),
    ),
    Relation(
        name="availability of parts in a row",
        needs=(
            "availab|uptime",
            "each|all|series|chain|three|depend",
            "services|components|dependencies|hops|calls|series",
        ),
        result=(
            r"(?:overall|total|combined|joint|resulting|end-to-end|whole)(?: system)? "
            r"(?:availability|uptime)",
            r"(?:system|chain|request|path)(?: \w+)? (?:is available|has an availability of"
            r"|availability(?: of| is)?)(?: about| only)* #",
        ),
        givens={"one": AVAILABLE, "parts": (SEVERAL,)},
        value=in_series,
        formula="availability^parts",
        unless=("redundan", "parallel", "suffices", "one of"),
        absent=("redundan", "replicas", "parallel"),
        nominal=True,
        examples=(
            "A request passes three services with 99.9% availability each. The overall "
            "availability is "
            "about «99.7%».",
        ),
    ),
    Relation(
        name="availability of redundant parts",
        needs=(
            "availab|uptime",
            "replica|redundan|suffices|copies|at least one|either|parallel",
            "independent|redundan|suffices",
        ),
        result=(
            r"(?:give|have|yield|make|reach|offer)\w*(?: together| an?| overall| combined| "
            r"joint)*(?: availability| uptime)(?: of| =)*(?: about)* #",
            r"(?:overall|total|combined|joint|resulting)(?: system)? (?:availability|uptime)",
        ),
        givens={"one": AVAILABLE, "parts": (SEVERAL,)},
        value=in_parallel,
        formula="1 − (1 − availability)^parts",
        nominal=True,
        examples=(
            "Two independent replicas with an availability of 99% each give an availability of "
            "«99.99%» "
            "(one suffices).",
        ),
    ),
    Relation(
        name="latency of calls in sequence",
        needs=("latency|time|takes", "sequen|one after|in a row|serial", "ms"),
        result=(
            r"(?:total|overall|end-to-end|whole)? ?(?:latency|time|response time)(?: is| of| ="
            r"|:)+(?: about| then| thus)* [time]",
        ),
        givens={
            "times": (
                r"(?:takes?|need|of|last|are)[^.;\d]{0,15}? (?P<list>\d[\d.]*(?:, \d[\d.]*)*,? "
                r"and \d[\d.]*) ms",
            )
        },
        value=lambda times: sum(times) / 1000,
        formula="sum of the times",
        unless=("parallel,", "each"),
        examples=("Three calls in sequence take 20, 30 and 50 ms. The total latency is «100 ms».",),
    ),
    Relation(
        name="data over the days of a retention",
        needs=("gb|tb|pb|mb", "per day|a day|daily|/day", "retention|days|keep|store"),
        result=(
            r"(?:means?|is|are|needs?|requires?|takes?|gives?|makes?|≈|=|have)(?: about| roughly"
            r"| some| then)* [data](?! (?:per|a|each|every|of new)\b)",
        ),
        givens={
            "daily": (r"[data] (?:of \w+ )?(?:per|a|each|every|/) ?day", r"[data] daily"),
            "days": (
                r"(?:retention|for|over|keep|of|kept)(?: \w+){0,2}? @ "
                r"days",
                r"@[- ]days? (?:of )?retention",
            ),
        },
        value=lambda daily, days: sizes(daily * days),
        formula="data a day·days",
        examples=("At 100 GB per day, a retention of 90 days means «9 TB».",),
    ),
    Relation(
        name="price of tokens",
        needs=("token", "million|1m|thousand|1k", "cost|price|$|€"),
        result=(
            r"(?:costs?|price of|amounts? to|bill of|pay)(?: you| us| about| is| then| thus)* ?"
            r"(?:[€£]\s?|\\\s)?#(?! ?(?:per|/|a million))",
        ),
        givens={
            "price": (r"# (?:per|a|for a|/|for each) ?(?:million|1 ?M)(?: input| output)? tokens",),
            "requests": (r"@ requests",),
            "tokens": (
                r"@ (?:input |output )?tokens (?:each|per request|a "
                r"request)",
                r"requests (?:with|of) @ tokens",
            ),
        },
        value=lambda price, requests, tokens: price * requests * tokens / 1e6,
        formula="price·requests·tokens/10⁶",
        unless=("output",),
        examples=(
            "The API charges $0.50 per million input tokens. 2 million requests with 1,000 "
            "tokens each "
            "cost $«1,000».",
        ),
    ),
    Relation(
        name="price of a request's input and output",
        needs=("token", "million|1m", "input", "output"),
        result=(
            r"(?:costs?|price of|amounts? to|is)(?: about| then| thus)* ?(?:[€£]\s?|\\\s)?#(?! ?"
            r"(?:per|/|a million|for))(?=$|[ .,;)])",
        ),
        givens={
            "input_price": (r"# (?:per|a|for a|/) ?(?:million|1 ?M) input tokens",),
            "output_price": (r"# (?:per|a|for a|/) ?(?:million|1 ?M) output tokens",),
            "read": (
                r"@ input(?: tokens)?(?: and| "
                r"tokens)",
                r"(?<!million\s)(?<!M\s)@ input tokens",
            ),
            "written": (r"and @ output tokens", r"(?<!million\s)(?<!M\s)@ output tokens"),
        },
        value=lambda input_price, output_price, read, written: (
            (input_price * read + output_price * written) / 1e6
            if read > 1 and written > 1
            else None
        ),
        formula="(input·price + output·price)/10⁶",
        unless=("requests",),
        examples=(
            "At $3 per million input tokens and $15 per million output tokens, a request with "
            "2,000 "
            "input and 500 output tokens costs $«0.0135».",
        ),
    ),
    Relation(
        name="time of decoding",
        needs=("token", "ms per|ms a |ms/|s per|per token|decod"),
        absent=("first token", "prefill", "ttft", "prompt"),
        result=(
            r"(?:answer|response|output|completion|text|tokens?)(?: of \d[\d,]* tokens)?(?: then"
            r"| thus)? (?:takes?|needs?|lasts?)(?: about| roughly| thus| then)* [time]",
        ),
        givens={
            "each": (r"[time] (?:per|a|for each|for every|/) ?(?:\w+ )?token",),
            "tokens": (r"@ tokens",),
        },
        value=lambda each, tokens: each * tokens,
        formula="tokens·time per token",
        examples=("Decoding takes 20 ms per token, so an answer of 300 tokens takes «6 seconds».",),
    ),
    Relation(
        name="time of an answer from the first token on",
        needs=("token", "first token|ttft|prefill"),
        result=(
            r"(?:answer|response|output|completion|text|whole)(?: of \d[\d,]* tokens)?(?: then| "
            r"thus)? (?:takes?|needs?|lasts?)(?: about| roughly| thus| then)* [time]",
        ),
        givens={
            "first": (
                r"[time] (?:to|until|for) (?:the )?(?:first token"
                r"|prefill)",
                r"(?:first token|TTFT|prefill)(?: \w+)?(?: takes?| is| of| after| at|:| =)+ [time]",
            ),
            "each": (r"[time] (?:per|a|for each|for every|/) ?(?:\w+ )?token(?! to)",),
            "tokens": (r"@ tokens",),
        },
        value=lambda first, each, tokens: [first + each * tokens, first + each * (tokens - 1)],
        formula="first + tokens·time per token",
        examples=(
            "With 500 ms to the first token and 25 ms per further token, an answer of 200 "
            "tokens needs "
            "about «5.5 s».",
        ),
    ),
    Relation(
        name="speedup of a part by Amdahl's law",
        needs=("amdahl|overall speed|total speed", "times|faster|fast|speed"),
        result=(r"(?:overall|total)(?: \w+)? ?speed-?up", r"speed-?up(?: overall| in total)"),
        givens={
            "times": (
                r"@ (?:times|×|x) (?:as fast"
                r"|faster)",
                r"(?:factor|speed-?up) of @(?= on| for)",
            ),
            "part": (
                r"# of (?:the |its )?(?:work|time|runtime|run time|program|computation"
                r"|code)",
            ),
        },
        value=lambda times, part: 1 / (1 - part + part / times) if part < 1 else None,
        formula="1/(1 − p + p/s)",
        examples=(
            "The model is 3 times as fast on 80% of the work. By Amdahl's law the overall "
            "speedup is "
            "«2.14».",
        ),
    ),
    Relation(
        name="requests a day of so many users",
        needs=("per day|a day|daily", "user|customer|people", "each|per user"),
        result=(
            rf"# {DAILY_THINGS} (?:per|a|each|every) day",
            rf"# (?:daily )?{DAILY_THINGS} in total",
        ),
        givens={
            "users": (r"# (?:\w+ )?(?:users|customers|people|visitors|DAU)\b",),
            "each": (rf"@ (?:\w+ )?{DAILY_THINGS} (?:each|per (?:user|customer|person|visitor))",),
        },
        value=lambda users, each: users * each,
        formula="users·requests",
        examples=("20 million users, 5 requests each per day: «100» million requests per day.",),
    ),
    Relation(
        name="rate of so many of all",
        needs=(
            "conversion|click|ctr|open rate|response rate|reply rate|retention|churn|hit rate"
            "|defect"
            "|failure rate|acceptance|selection rate|approval|completion|bounce|adoption|fraud rate"
            "|opt-in|return rate|renewal",
            "of",
        ),
        result=(RATES,),
        givens={"k": K_OF_N, "n": N_OF_K},
        value=lambda k, n: k / n if 0 < k <= n and n > 1 else None,
        formula="k/n",
        alone=True,
        unless=("relative", "lift", "not ", "differen", "non-", "except"),
        examples=(
            "Variant A converts 200 of 4,000 visitors, so its conversion rate is «5%».",
            "Of 1,000 new users in January 400 were still active in February: the one-month "
            "retention is "
            "«40%».",
            "In one month 30 out of 1,500 subscribers cancelled, a churn rate of «2%».",
        ),
    ),
    Relation(
        name="churn of lost customers",
        needs=("churn", "lost|left|cancel|churned|lose", "customers|subscribers|users"),
        result=(r"(?:monthly |quarterly |annual )?churn(?: rate)?",),
        givens={
            "start": (
                r"(?:had|has|have|with|start\w*(?: \w+)?(?: with)?) @ (?:\w+ )?"
                r"(?:customers|subscribers|users|accounts)",
            ),
            "lost": (
                r"(?:lost|loses?|lose)(?: of them)? "
                r"@",
                r"@ (?:of them |customers |subscribers |users )?(?:left|cancel\w*|churned|quit)",
            ),
        },
        value=lambda start, lost: lost / start if lost < start else None,
        formula="lost/start",
        unless=("revenue", "net"),
        examples=(
            "We had 5,000 subscribers on June 1 and lost 150 during June, which is a churn rate "
            "of «3%».",
        ),
    ),
    Relation(
        name="lifetime value of orders",
        needs=("lifetime value|clv|ltv", "order", "year"),
        result=(r"(?:customer )?(?:lifetime value|C?LTV|CLV)(?: \([^()\d]{1,12}\))?",),
        givens={
            "value": (
                r"(?:average order value|AOV|order value|per order|basket)(?: \(AOV\))?"
                r"(?: of| is| =|:)* #",
            ),
            "orders": (r"@ (?:orders|purchases) (?:per|a|each) year",),
            "years": (r"@ years", r"(?:lifetime|for|over) (?:of )?@ years"),
        },
        value=lambda value, orders, years: value * orders * years,
        formula="order value·orders·years",
        unless=("margin", "discount"),
        absent=("margin", "discount"),
        examples=(
            "Average order value $40, 3 orders per year, 5 years: the customer lifetime value "
            "is $«600».",
        ),
    ),
)
