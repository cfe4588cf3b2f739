"""Decisions: costs of errors, expected values, money from customers, funnels, fairness."""

from fractions import Fraction
from math import ceil, prod

from hooks.quantities.phrases import ROUGHLY, SAID, indexed, leading, named, symbol
from hooks.quantities.relation import Relation

COST_FP = (
    named(
        "(?:cost|costs|price|loss) (?:of|for|per) (?:an? |each |one )?(?:false positive"
        "|false alarm|FP|unnecessary [a-z]+|wrong alarm)"
    ),
    r"(?:false positives?|false alarms?|FP|unnecessary [a-z]+)(?: [a-z]+){0,3}? "
    r"(?:costs?|cost us|is priced at|costs us)(?: us| about| [a-z]+)? ?#",
    r"# (?:[a-z€$]+ )?(?:per|for each|for an?|for every) (?:false positive|false alarm|FP)",
    indexed("c|C", r"FP|\{?\\?(?:text|mathrm)?\{?FP\}?"),
)
COST_FN = (
    named(
        "(?:cost|costs|price|loss) (?:of|for|per) (?:an? |each |one )?(?:false negative"
        "|miss|FN|missed [a-z]+|undetected [a-z]+)"
    ),
    r"(?:false negatives?|miss(?:es)?|missed [a-z]+|FN|undetected [a-z]+)(?: "
    r"[a-z]+){0,3}? (?:costs?|cost us|is priced at|costs us)(?: us| about| [a-z]+)? ?#",
    r"(?:missing|overlooking|not (?:catching|detecting|stopping)) (?:a|an|one) "
    r"[a-z]+(?: [a-z]+)? costs?(?: us| about)? ?#",
    r"# (?:[a-z€$]+ )?(?:per|for each|for an?|for every) (?:false negative|miss|missed [a-z]+|FN)",
    r"false positive(?: [a-z]+)? costs? (?:us )?[€£]?\s?[\d.,]+(?: [a-z]+)?,? (?:and"
    r"|while|but) a (?:false negative|miss|missed [a-z]+)(?: [a-z]+)?(?: costs?)? ?#",
    indexed("c|C", "FN"),
)
FPS = (
    r"# (?:false positives|false alarms|FPs?)",
    symbol("FP"),
    named("false positives|false alarms"),
)
FNS = (
    r"# (?:false negatives|misses|missed [a-z]+|FNs?)",
    symbol("FN"),
    named("false negatives|misses"),
)
CHURN = (
    named("(?:monthly |yearly |annual |weekly )?churn(?: rate)?"),
    leading("(?:monthly |yearly |annual )?churn(?: rate)?"),
    r"# (?:of (?:the |its |our |all )?(?:customers|users|subscribers) )?(?:churn"
    r"|leave|cancel|are lost)",
    r"(?:lose|loses|churn) #",
)
MONTHLY_CHURN = (
    r"monthly churn(?: rate)?(?: of| is| =|:|\n| at)* ?#",
    r"# monthly churn",
    r"churn(?: rate)?(?: of| is| =|:)? ?#(?: per| a|/) ?month",
    r"# (?:of (?:the |its |our |all )?[a-z]+ )?(?:churn|leave|cancel)(?: "
    r"[a-z]+){0,2}? (?:every|each|per|a) month",
    r"(?:every|each|per|a) month,? # (?:of [a-z ]{1,20}?)?(?:churn|leave|cancel)",
    r"loses # of (?:its |the )?[a-z]+ (?:every|each|per|a) month",
)
REVENUE = (
    named(
        "(?:monthly |average |mean |annual |yearly )?(?:revenue|ARPU|spend|margin|profit"
        "|fee|contribution)(?: per (?:user|customer|subscriber|account))?(?: per month)?"
    ),
    r"(?:pays?|spends?|brings?(?: in)?|earns?|generates?|yields?|is worth"
    r"|contributes?|subscription(?: of| costs| at)?)(?: us| on average| about)* ?#",
    r"# (?:[a-z€]+ )?(?:a|per|each|every) (?:month|year)\b",
)
MARGIN = (
    named("(?:gross |contribution |profit )?margin"),
    leading("(?:gross |contribution |profit )?margin"),
)
CAC = (
    named(
        "(?:customer )?acquisition costs?|CAC|cost (?:of|to) acquir\\w+ (?:an? |one "
        "|each )?customer"
    ),
    r"(?:acquiring|acquire|win|winning) (?:a|one|each|a new) (?:new )?(?:customer"
    r"|user|subscriber) costs? ?(?:about )?#",
    leading("CAC|acquisition costs?"),
    r"costs? # to (?:acquire|win|get)",
)
LTV = (named("(?:customer )?(?:lifetime value|LTV|CLV)"), leading("LTV|CLV|lifetime value"))
PEOPLE = (
    "users|visitors|customers|people|persons|sessions|subscribers|leads|accounts"
    "|members|players|recipients|applicants|sign-?ups|prospects|clicks|impressions"
    "|orders|buyers"
)
A = (
    r"(?:control(?: group| arm)?|(?:group|arm|variant|version|page|model|design"
    r"|cell) A|A|old (?:page|version|model|design|flow)|baseline|before)"
)
B = (
    r"(?:treatment(?: group| arm)?|test group|(?:group|arm|variant|version|page|model"
    r"|design|cell) B|B|new (?:page|version|model|design|flow)|variant|challenger"
    r"|after)"
)
NOT = r"[^.;%\d\n]"
RATE_A = (
    rf"\b{A}\b{NOT}{{0,40}}?(?:\(?[\d,]+ (?:{PEOPLE})\)?,?{NOT}{{0,30}}?)?# ?(?=[,;.)]"
    r"|$|\n| in| and| (?:of|against|versus|vs|with|conver))",
    rf"#(?: (?:conversion|CTR|of the [a-z]+))? (?:in|for|with|under|on) (?:the )?{A}\b",
    r"(?:from|rises from|went from|up from) # ?to ?[\d.]",
)
RATE_B = (
    rf"\b{B}\b{NOT}{{0,40}}?(?:\(?[\d,]+ (?:{PEOPLE})\)?,?{NOT}{{0,30}}?)?# ?(?=[,;.)]"
    r"|$|\n| in| and| (?:of|against|versus|vs|with|conver))",
    rf"#(?: (?:conversion|CTR|of the [a-z]+))? (?:in|for|with|under|on) (?:the )?{B}\b",
    r"(?:from|rises from|went from|up from) [\d.,]+ ?%? ?to #",
)
WITHOUT_AND = r"(?:(?!\band\b|,)[^.;\d%\n]){1,40}?"


def is_rate(value: Fraction) -> bool:
    return 0 < value < 1


def lifetime_values(revenue: Fraction, churn: Fraction) -> list[Fraction] | None:
    """Revenue over a constant churn, with and without the first period."""
    return (
        [revenue / churn, revenue * (1 - churn) / churn] if is_rate(churn) and revenue > 0 else None
    )


def kelly(p: Fraction, odds: Fraction) -> Fraction | None:
    """Share of the money to bet (Kelly 1956); odds: what one unit wins net."""
    return p - (1 - p) / odds if is_rate(p) and odds > 0 else None


def overall(rates: tuple[Fraction, ...]) -> float | None:
    return float(prod(rates)) if all(map(is_rate, rates)) else None


RELATIONS = (
    Relation(
        name="threshold from costs",
        needs=(
            "threshold|cut-off|cutoff|probability|when p",
            "false negative|miss|c_fn|fn|overlooking|catching",
            "cost",
        ),
        result=(
            r"(?:optimal|best|right|cost-minimi[sz]ing|cost-optimal|ideal|break-even"
            r"|Bayes(?:-optimal)?|decision|resulting|sensible)(?: [a-z]+)? (?:threshold"
            r"|cut-?off|probability)(?: for the (?:predicted )?[a-z]+)?"
            rf"(?: (?:above|from|at) which [a-z ]{{1,30}}?)?{SAID}#",
            rf"threshold{SAID}#",
            r"(?:threshold|cut-?off) (?:should|must|ought to) (?:be|lie|sit)(?: at| "
            rf"near)? {ROUGHLY}#",
            r"(?:flag|act|alert|intervene|block|treat|reject|predict (?:the "
            r")?positive)[^.;\d]{0,40}?(?:when|if|as soon as|once|whenever) "
            r"[^.;\d]{0,40}?(?:exceeds?|is above|is at least|>|≥|above|over|more than"
            r"|reaches) #",
        ),
        givens={"fp": COST_FP, "fn": COST_FN},
        value=lambda fp, fn: fp / (fp + fn) if fp > 0 and fn > 0 else None,
        formula="c_FP/(c_FP + c_FN)",
        bound=True,
        unless=("cheapest", "of these", "of the three", "in the table", "among", "candidate"),
        examples=(
            "Missing a fraud costs 500 €, a false alarm costs 25 €.\n\nThe break-even "
            "probability above which we block is «0.048».",
            "A false positive costs €10 and a false negative costs €90. The optimal "
            "threshold is «0.1».",
            "Cost of a false alarm: $5. Cost of a missed fraud: $200.\n\nSo we flag a "
            "payment as soon as its probability exceeds «2.4 %».",
            "With $c_{FP} = 1$ and $c_{FN} = 4$ the cost-optimal threshold works out at «0.2».",
        ),
    ),
    Relation(
        name="total cost of the errors",
        needs=("cost", "false positive|false alarm|fp", "false negative|miss|fn"),
        result=(
            r"(?:total|overall|expected|combined)(?: misclassification| error)? costs?(?: of "
            rf"(?:the|this|all) [a-z]+(?: [a-z]+)?)?{SAID}#",
            r"(?:errors|mistakes|model|that|it|this|they) (?:costs?|together cost|cost "
            rf"us)(?: in total| together| us| altogether)? {ROUGHLY}#(?= (?:in total"
            r"|altogether|together|overall))",
        ),
        givens={"fps": FPS, "fp": COST_FP, "fns": FNS, "fn": COST_FN},
        value=lambda fps, fp, fns, fn: fps * fp + fns * fn,
        formula="FP·c_FP + FN·c_FN",
        examples=(
            "The model makes 120 false positives and 15 false negatives. A false positive "
            "costs $10, a missed fraud costs $300. The total cost is $«5,700».",
        ),
    ),
    Relation(
        name="expected value of two outcomes",
        needs=(
            "expected value|expected profit|expected gain|expected payoff|expected return"
            "|on average|expectation",
            "win|gain|profit|lose|loss|earn",
        ),
        result=(
            r"expected (?:value|profit|gain|payoff|pay-off|return|win|winnings)(?: of (?:the"
            rf"|this|a|one|each) [a-z]+| per [a-z]+)?{SAID}#",
        ),
        givens={
            "p": (
                r"with (?:a )?probability (?:of )?# (?:you |we |it |one |the [a-z]+ )?(?:win|gain"
                r"|earn|succe|bring|yield|mak)",
                r"(?:probability|chance)(?: of (?:winning|success|a win|a gain))?(?: is| of|:| "
                r"=)? ?#",
                symbol("p"),
            ),
            "gain": (
                r"(?:win|wins|gain|gains|earn|earns|brings?(?: in)?|yields?|makes?|profit of"
                r"|payoff of|gain of)(?: us| you| about)? ?#",
            ),
            "loss": (
                r"(?:lose|loses|loss of|lost|costs?|cost of|stake of|stake is)(?: us| you| "
                r"about)? ?#",
            ),
        },
        value=lambda p, gain, loss: (
            [p * gain - (1 - p) * loss, p * gain - loss]
            if is_rate(p) and gain > 1 and loss > 0
            else None
        ),
        formula="p·gain − (1 − p)·loss",
        close=True,
        examples=(
            "With probability 0.4 you win €100, otherwise you lose €50. The expected value "
            "of the bet is €«10».",
            "The chance of success is 30 %. A success brings $1,000 and a failure costs "
            "$200. Expected profit per try: $«160»",
        ),
    ),
    Relation(
        name="expected profit of a bet",
        needs=("expected|on average", "pay|cost|price", "win|pays|prize|probability|chance"),
        result=(
            r"expected (?:profit|value|gain|net gain|winnings|return|payoff|loss)(?: of (?:a|the"
            r"|one|this)"
            rf" [a-z]+)?(?: per [a-z]+)?{SAID}#",
        ),
        givens={
            "gain": (
                r"(?:wins?|prize (?:of|is)|payout (?:of|is)|pays out|jackpot of) #",
                r"pays? #(?= with (?:a )?(?:probability|chance))",
            ),
            "p": (
                r"(?:with|has|at) (?:a )?(?:probability|chance)(?: of)? #",
                r"(?:wins?|win) [^.;\d]{0,20}?(?:probability|chance)(?: of| is)? #",
            ),
            "cost": (
                r"(?:you|we|they|one|player) pays? #",
                r"(?:costs?|price (?:of|is)|ticket (?:for|at)|stake of) #",
            ),
        },
        value=lambda gain, p, cost: (
            [p * gain - cost, p * (gain - cost) - (1 - p) * cost] if 0 < p < 1 else None
        ),
        formula="p·prize − price",
        near=True,
        examples=(
            "You pay $1 for a ticket that wins $100 with probability 0.5%. The expected profit is "
            "$«-0.50».",
            "A game pays $10 with probability 0.3 and costs $2. Its expected value is $«1».",
        ),
    ),
    Relation(
        name="break-even probability",
        needs=(
            "break-even|break even|breaks even|pays off|worthwhile|worth",
            "cost",
            "probability|precision|rate|chance|%",
        ),
        result=(
            r"break-?even (?:probability|precision|rate|conversion(?: rate)?|response rate"
            rf"|chance|success rate){SAID}#",
            r"(?:pays off|pays|breaks even|is worthwhile|is worth it|is worth "
            rf"sending)[^.;\d]{{0,40}}?(?:if|when|as soon as|once|from|above"
            rf"|at)[^.;\d]{{0,60}}?(?:exceeds?|above|at least|of|more than|over|reaches"
            rf"|is) {ROUGHLY}#",
        ),
        givens={
            "cost": (
                r"(?:costs?|cost of (?:a|an|each|one) [a-z]+(?: is| of|:)?|price of [a-z "
                r"]{1,20}(?: is)?)(?: us| about)? ?#",
            ),
            "worth": (
                r"(?:brings?(?: in)?|is worth|saves?|earns?|yields?|gains?|profit of|value of"
                r"|benefit of|worth|margin of|prevents a loss of|avoids a loss of)(?: us| "
                r"about)? ?#",
            ),
        },
        value=lambda cost, worth: (
            [cost / worth, cost / (cost + worth)] if 0 < cost < worth else None
        ),
        formula="cost/worth",
        bound=True,
        close=True,
        examples=(
            "A call costs €4 and a saved customer is worth €80. The break-even probability "
            "is «5 %».",
            "A coupon costs $2, and a conversion brings $25. The mailing pays off as soon "
            "as the conversion rate exceeds «8 %».",
        ),
    ),
    Relation(
        name="Kelly's share",
        needs=("kelly",),
        result=(
            r"(?:Kelly (?:criterion|fraction|share|bet|stake|formula)|optimal (?:fraction"
            rf"|share|stake|bet))[^.;:=\d]{{0,60}}?(?:{SAID}|\s(?:says to (?:bet|stake)|bets"
            r"|suggests|recommends|gives|stakes|tells you to bet)\s)(?:betting |staking "
            rf")?{ROUGHLY}#",
            rf"f\*?{SAID}#",
        ),
        givens={
            "p": (
                symbol("p"),
                r"(?:probability|chance)(?: of (?:winning|a win|success))?(?: is| of|:| =)? ?#",
                r"wins? (?:with (?:a )?probability (?:of )?)?#",
            ),
            "odds": (
                symbol("b"),
                r"(?:odds of |pays |at )@ ?(?::|to|-to-) ?(?:1|one)",
                r"(?:net )?odds(?: are| of| b)*(?: =)? ?#",
                r"(?P<value>1) ?(?::|to|-to-) ?1",
            ),
        },
        value=kelly,
        formula="p − (1 − p)/b",
        close=True,
        examples=(
            "A bet wins with probability 0.6 and pays 2 to 1. The Kelly fraction is «0.4».",
            "With p = 0.55 and b = 1 the Kelly criterion says to bet «10 %» of the money.",
        ),
    ),
    Relation(
        name="lifetime of a customer",
        needs=("lifetime|stays|tenure|stay ", "churn|leave|cancel"),
        result=(
            r"(?:(?:expected|average|mean) (?:customer )?|customer )(?:lifetime|tenure"
            rf"|life)(?: of (?:a|the|each) (?:customer|user|subscriber))?{SAID}#(?= (?:months"
            r"|years|weeks|days))",
            r"(?:customer|user|subscriber|he|she|they) (?:stays?|remains?)(?: for| on average"
            rf"| with us)* {ROUGHLY}#(?= (?:months|years))",
        ),
        givens={"churn": CHURN},
        value=lambda churn: [1 / churn, 12 / churn, 1 / (12 * churn)] if is_rate(churn) else None,
        formula="1/churn",
        examples=(
            "The monthly churn is 4 %. So the expected lifetime of a customer is «25» months.",
            "With a churn rate of 2.5 % a month, a customer stays on average «40» months.",
        ),
    ),
    Relation(
        name="lifetime value with a margin",
        needs=("lifetime value|ltv|clv", "churn", "margin"),
        result=(
            r"(?:customer )?(?:lifetime value|LTV|CLV|CLTV)(?: of (?:a|the|each|such a) "
            rf"(?:customer|user|subscriber))?(?: \([^()\d]{{1,12}}\))?{SAID}#",
        ),
        givens={"revenue": REVENUE, "margin": MARGIN, "churn": CHURN},
        value=lambda revenue, margin, churn: (
            lifetime_values(revenue * margin, churn) if is_rate(margin) and revenue > 1 else None
        ),
        formula="revenue·margin/churn",
        examples=(
            "A customer pays €30 a month, the gross margin is 60 % and the monthly churn is "
            "4 %. The lifetime value works out to €«450».",
        ),
    ),
    Relation(
        name="lifetime value",
        needs=("lifetime value|ltv|clv", "churn"),
        result=(
            r"(?:customer )?(?:lifetime value|LTV|CLV|CLTV)(?: of (?:a|the|each|such a) "
            rf"(?:customer|user|subscriber))?(?: \([^()\d]{{1,12}}\))?{SAID}#",
        ),
        givens={"revenue": REVENUE, "churn": CHURN},
        value=lambda revenue, churn: lifetime_values(revenue, churn) if revenue > 1 else None,
        absent=("margin", "discount"),
        formula="revenue/churn",
        examples=(
            "A subscriber pays $20 a month and the monthly churn is 5 %. The lifetime value "
            "is $«400».",
            "ARPU: €12 per month. Churn: 3 % per month.\n\n- LTV ≈ €«400»",
        ),
    ),
    Relation(
        name="ratio of lifetime value to acquisition cost",
        needs=("ltv|clv|lifetime value", "cac|acqui", "ratio|/cac|: cac|to cac|to-cac"),
        result=(
            rf"(?:LTV ?(?:/|:|to|-to-) ?CAC(?: ratio)?|ratio(?: of (?:the )?LTV to CAC)?){SAID}#",
        ),
        givens={"ltv": LTV, "cac": CAC},
        value=lambda ltv, cac: ltv / cac if ltv > 1 < cac else None,
        formula="LTV/CAC",
        examples=(
            "The lifetime value is $600 and the customer acquisition cost is $150. The "
            "LTV/CAC ratio is «4».",
        ),
    ),
    Relation(
        name="payback time",
        needs=("payback|pays back|paid back|earned back|recover|amorti",),
        result=(
            rf"pay-?back (?:period|time)?{SAID}#(?= months)",
            r"(?:paid back|pays back|pays for itself|earned back|recovered|recoup\w*"
            rf"|amorti[sz]ed?)[^.;:=\d]{{0,30}}?(?:after|in|within) {ROUGHLY}#(?= months)",
        ),
        givens={"cac": CAC, "revenue": REVENUE},
        value=lambda cac, revenue: (
            [cac / revenue, ceil(cac / revenue)] if revenue > 1 and cac > 0 else None
        ),
        formula="CAC/monthly margin",
        examples=(
            "The CAC is $120 and a customer brings in $15 a month. The payback period is "
            "«8» months.",
        ),
    ),
    Relation(
        name="retention after months",
        needs=(
            "remain|left|still|retain|retention|stay|annual|after",
            "churn|leave|cancel|retention",
        ),
        result=(
            r"(?:after|over) (?:<months>@ months|a year|one year|12 months|twelve months),? "
            r"[^.;\d]{0,40}?#(?= (?:of (?:the |its |our |all )?(?:customers|users|subscribers"
            r"|cohort|them|original)|are (?:left|still|there)|remain|is left|still))",
            rf"(?:annual|yearly|12-month|one-year|twelve-month) retention(?: rate)?{SAID}#",
            r"#(?= (?:of (?:the |its |our |all )?(?:customers|users|subscribers|cohort|them) "
            r")?(?:are (?:left|still there|still with us|still customers)|remain|stay|is "
            r"left) after (?:a year|one year|12 months|twelve months))",
        ),
        givens={"churn": MONTHLY_CHURN},
        value=lambda churn: (
            [(1 - float(churn)) ** n for n in (12, 6, 3, 24, 2, 4, 18, 36)]
            if is_rate(churn)
            else None
        ),
        formula="(1 − churn)^months",
        examples=(
            "The monthly churn is 5 %. After a year «54 %» of the customers are left.",
            "With a monthly churn of 3 %, annual retention is «69.4 %».",
        ),
    ),
    Relation(
        name="yearly churn from monthly churn",
        needs=("annual|yearly|per year|a year", "churn", "month"),
        result=(
            rf"(?:annual|yearly|12-month) churn(?: rate)?{SAID}#",
            rf"(?:churn of|amounts to|corresponds to|means|that is|is) {ROUGHLY}#(?= (?:churn "
            r")?(?:a|per) year)",
        ),
        givens={"churn": MONTHLY_CHURN},
        value=lambda churn: 1 - (1 - float(churn)) ** 12 if is_rate(churn) else None,
        formula="1 − (1 − churn)¹²",
        examples=("A monthly churn of 2 % is no small thing: the annual churn is «21.5 %».",),
    ),
    Relation(
        name="churn rate from counts",
        needs=("churn", "customers|users|subscribers"),
        result=(rf"(?:monthly |quarterly |annual )?churn(?: rate)?{SAID}#",),
        givens={
            "lost": (
                r"(?:lost|lose|loses) # (?:of (?:them|its [a-z]+)|customers|users|subscribers)?",
                r"# (?:of (?:them|these|those|its [a-z]+) )?(?:customers |users |subscribers "
                r")?(?:churned|cancel(?:l?ed)?|left|leave)",
            ),
            "start": (
                r"(?:start(?:s|ed)?|began|begins?)(?: [a-z]+){0,3}? with # (?:[a-z]+ "
                r")?(?:customers|users|subscribers)",
                r"(?:had|has|with|of) # (?:paying |active )?(?:customers|users|subscribers)(?: "
                r"at the (?:start|beginning))",
            ),
        },
        value=lambda lost, start: lost / start if 0 < lost < start else None,
        formula="lost/start",
        close=True,
        examples=(
            "We started the month with 2,000 customers and lost 90 of them. The churn rate "
            "is «4.5 %».",
        ),
    ),
    Relation(
        name="overall conversion of a funnel",
        needs=("overall|end-to-end|end to end|total|whole", "funnel|step|stage"),
        result=(
            r"(?:overall|end-to-end|total|whole)(?: funnel)? (?:conversion(?: rate)?|rate"
            rf"|funnel)(?: of the funnel| from [a-z ]{{1,40}}?)?{SAID}#",
        ),
        givens={
            "rates": (r"(?:funnel|steps?|stages?|convert|conversion|rates?)[^.;\d]{0,80}?[#]",)
        },
        value=overall,
        formula="the product of the rates",
        examples=(
            "The stages of the funnel convert at 40 %, 25 % and 10 %. The overall "
            "conversion is «1 %».",
        ),
    ),
    Relation(
        name="conversion rate",
        needs=("conversion rate|conversion", "visitors|users|sessions|visits|people|clicks"),
        result=(rf"(?:overall |total )?(?:conversion rate|conversion){SAID}#",),
        givens={
            "n": (r"# (?:[a-z]+ )?(?:visitors|users|sessions|visits)\b",),
            "k": (
                r"# (?:of (?:them|these|those) )?(?:buy|bought|purchase|convert|ordered|order"
                r"|signed up|subscribe|buyers|purchases|orders|conversions|sign-?ups|sales)",
            ),
        },
        value=lambda n, k: k / n if 0 < k < n else None,
        formula="conversions/visitors",
        close=True,
        unless=("believe", "prior", "expect", "assum"),
        examples=("Of 8,000 visitors 240 bought. The conversion rate is «3 %».",),
    ),
    Relation(
        name="overall conversion from counts",
        needs=(
            "overall conversion|end-to-end conversion|total conversion|overall funnel",
            "visitors|users|sessions|visits",
        ),
        result=(
            rf"(?:overall|end-to-end|total) (?:funnel )?(?:conversion rate|conversion){SAID}#",
        ),
        givens={
            "n": (r"# (?:[a-z]+ )?(?:visitors|users|sessions|visits)\b",),
            "k": (
                r"# (?:of (?:them|these|those) )?(?:buy|bought|purchase|convert|ordered|order"
                r"|signed up|subscribe|buyers|purchases|orders|conversions|sign-?ups|sales)",
            ),
        },
        value=lambda n, k: k / n if 0 < k < n else None,
        formula="conversions/visitors",
        examples=(
            "1,000 visitors come to the shop, 200 put something into the basket and 50 of "
            "them buy.\n\nThe overall conversion rate is «5 %».",
        ),
    ),
    Relation(
        name="drop-off",
        needs=("drop-off|drop off|dropoff|abandon",),
        result=(rf"(?:drop-?\s?off|abandonment)(?: rate)?{SAID}#",),
        givens={
            "n": (r"# (?:[a-z]+ )?(?:start|open|reach|add|put|visit|view|begin|enter)", r"from #"),
            "k": (
                r"# (?:of (?:them|these|those) )?(?:[a-z]+ )?(?:finish|complete|pay|paid|check "
                r"out|checked out|purchase|buy|bought)",
                r"from [\d,]+ (?:[a-z]+ )?to #",
            ),
        },
        value=lambda n, k: 1 - k / n if 0 < k < n else None,
        formula="1 − k/n",
        close=True,
        examples=(
            "1,500 users start the checkout and 900 of them finish it. The drop-off rate is "
            "«40 %».",
        ),
    ),
    Relation(
        name="return on an investment",
        needs=("roi|return on investment",),
        result=(r"ROI|return on investment",),
        givens={
            "gain": (
                named("revenue|benefit|return|gain|savings?"),
                r"(?:saves?|brings?(?: in)?|earns?|yields?|returns?) ?(?:us )?#",
            ),
            "cost": (
                named("costs?|investment|spend"),
                r"(?:costs?|invest(?:ed|s)?|spen[dt]s?) ?(?:us )?#",
            ),
        },
        value=lambda gain, cost: (
            [(gain - cost) / cost, gain / cost] if cost > 0 and gain > 0 else None
        ),
        formula="(gain − cost)/cost",
        close=True,
        examples=("The project costs $50,000 and saves $80,000. The ROI is «60 %».",),
    ),
    Relation(
        name="return on advertising spend",
        needs=("roas|return on ad",),
        result=(r"ROAS|return on ad(?:vertising)? spend",),
        givens={
            "revenue": (named("revenue|sales"), r"# (?:of |in )?revenue"),
            "spend": (
                named("(?:ad )?spend|budget|costs?"),
                r"spen[dt]s? #",
                r"# (?:on|in|of) ads?",
            ),
        },
        value=lambda revenue, spend: revenue / spend if spend > 0 else None,
        formula="revenue/spend",
        close=True,
        examples=("We spend $2,000 on ads; the revenue is $9,000. ROAS: «4.5»",),
    ),
    Relation(
        name="cost per acquisition",
        needs=(
            "cost per acquisition|cpa|acquisition cost|cac|cost per",
            "spend|spent|budget|campaign",
        ),
        result=(
            r"(?:cost per (?:acquisition|customer|conversion|lead|sale|order)|CPA|CAC"
            rf"|(?:customer )?acquisition cost){SAID}#",
        ),
        givens={
            "spend": (
                named("(?:ad |marketing )?spend|budget"),
                r"spen[dt]s? (?:about )?#",
                r"campaign (?:costs?|of|for) ?#",
            ),
            "n": (
                r"# (?:new )?(?:customers|conversions|leads|sales|orders|sign-?ups|buyers"
                r"|purchases)",
            ),
        },
        value=lambda spend, n: spend / n if n > 1 else None,
        formula="spend/customers",
        close=True,
        examples=(
            "We spent $12,000 and won 300 new customers. The customer acquisition cost is $«40».",
        ),
    ),
    Relation(
        name="stickiness",
        needs=("stickiness|dau/mau|dau / mau", "dau|daily"),
        result=(r"stickiness|DAU ?/ ?MAU(?: ratio)?",),
        givens={
            "dau": (named("DAU|daily active users"), r"# (?:DAU|daily active users)"),
            "mau": (named("MAU|monthly active users"), r"# (?:MAU|monthly active users)"),
        },
        value=lambda dau, mau: dau / mau if 0 < dau < mau else None,
        formula="DAU/MAU",
        examples=(
            "An app has 200,000 daily active users and 800,000 monthly active users. Its "
            "stickiness is «25 %».",
        ),
    ),
    Relation(
        name="viral coefficient",
        needs=("viral|k-factor|k factor", "invit"),
        result=(r"viral coefficient|viral factor|k[- ]factor",),
        givens={
            "invites": (r"@ (?:[a-z]+ )?(?:invites|invitations|friends|people)", r"invites? @"),
            "rate": (
                r"# (?:of (?:the(?:m| invited| invites| invitations)|those|these|whom|which) "
                r")?(?:[a-z]+ )?(?:accept|join|sign|convert|register)",
                named("conversion(?: rate)?|acceptance rate"),
            ),
        },
        value=lambda invites, rate: invites * rate if is_rate(rate) else None,
        formula="invitations·conversion",
        examples=(
            "Each user sends 5 invitations, and 12 % of them accept. The viral coefficient "
            "is «0.6».",
        ),
    ),
    Relation(
        name="net promoter score",
        needs=("nps|net promoter", "promoters"),
        result=(r"NPS|net promoter score",),
        givens={
            "promoters": (
                r"# (?:are |of (?:them|the respondents) are )?promoters",
                named("promoters"),
            ),
            "detractors": (r"# (?:are )?detractors", named("detractors")),
        },
        value=lambda promoters, detractors: (
            [100 * (promoters - detractors), promoters - detractors]
            if is_rate(promoters) and is_rate(detractors)
            else None
        ),
        formula="promoters − detractors",
        examples=("Of the respondents 55 % are promoters and 20 % detractors. The NPS is «35».",),
    ),
    Relation(
        name="compound yearly growth",
        needs=("cagr|compound annual|annual growth|per year|a year", "grew|grow|growth|rose"),
        result=(
            r"(?:CAGR|compound annual growth(?: rate)?|(?:average )?annual growth(?: "
            rf"rate)?){SAID}#",
        ),
        givens={
            "a": (r"(?:grew|grow|rose|increased|went|grows) from #",),
            "b": (
                r"(?:grew|grow|rose|increased|went|grows) from [€£]?\s?[\d.,]+(?: ?(?:k|m|million"
                r"|users|customers))? to #",
            ),
            "years": (r"(?:in|within|over|after) @ years", r"@ years"),
        },
        value=lambda a, b, years: (
            float(b / a) ** (1 / float(years)) - 1 if 0 < a < b and years > 1 else None
        ),
        formula="(b/a)^(1/years) − 1",
        examples=(
            "Revenue grew from 100 to 133.1 in 3 years. The compound annual growth rate is «10 %».",
        ),
    ),
    Relation(
        name="disparate impact ratio",
        needs=(
            "disparate impact|impact ratio|selection ratio|four-fifths|80 % rule|80% rule"
            "|adverse impact|selection rate",
        ),
        result=(
            r"(?:(?:disparate|adverse) impact(?: ratio)?|impact ratio|selection(?: rate)? "
            r"ratio|ratio(?: of the (?:two )?(?:selection|approval|acceptance)? "
            rf"?rates)?){SAID}#",
        ),
        givens={
            "a": (
                rf"\b(?:men|males|majority|group A|group X|privileged group){WITHOUT_AND}#",
                rf"#{WITHOUT_AND}(?:in|of|for|from) (?:the )?(?:group A|group X|men|males"
                r"|majority)\b",
            ),
            "b": (
                rf"\b(?:women|females|minority|group B|group Y|unprivileged group){WITHOUT_AND}#",
                rf"#{WITHOUT_AND}(?:in|of|for|from) (?:the )?(?:group B|group Y|women|females"
                r"|minority)\b",
            ),
        },
        value=lambda a, b: (
            [min(a, b) / max(a, b), b / a, a / b] if is_rate(a) and is_rate(b) and a != b else None
        ),
        formula="lower rate/higher rate",
        examples=(
            "The model approves 60 % of group A and 42 % of group B. The disparate impact "
            "ratio is «0.7».",
            "Of the women 30 % are hired, of the men 50 %. The impact ratio is «0.6».",
            "The selection rate is 50 % for men and 35 % for women.\n\n- adverse impact "
            "ratio: «0.70»",
        ),
    ),
    Relation(
        name="critical ratio of the newsvendor",
        needs=(
            "newsvendor|critical ratio|critical fractile|service level",
            "under|over|cost|price|salvage",
        ),
        result=(r"critical (?:ratio|fractile)|optimal service level|optimal quantile",),
        givens={
            "under": (
                named(
                    "(?:underage|understock\\w*|shortage|stock-?out) costs?(?: per unit)?|cost of "
                    "(?:a )?(?:lost sale|shortage|understocking|being short)"
                ),
                indexed("c|C", "u"),
            ),
            "over": (
                named(
                    "(?:overage|overstock\\w*|excess|leftover) costs?(?: per unit)?|cost of (?:an? "
                    ")?(?:leftover|excess|overstocking)(?: unit)?"
                ),
                indexed("c|C", "o"),
            ),
        },
        value=lambda under, over: under / (under + over) if under > 0 and over > 0 else None,
        formula="c_u/(c_u + c_o)",
        examples=(
            "The underage cost is 6 and the overage cost is 2. The critical ratio of the "
            "newsvendor is «0.75».",
        ),
    ),
    Relation(
        name="expected loss of a loan",
        needs=("expected loss|expected credit loss", "lgd|loss given default|exposure|ead|pd"),
        result=(r"expected (?:credit )?loss",),
        givens={
            "pd": (
                named("PD|probability of default|default probability"),
                leading("PD|probability of default"),
            ),
            "lgd": (named("LGD|loss given default"), leading("LGD|loss given default")),
            "ead": (named("EAD|exposure(?: at default)?"),),
        },
        value=lambda pd, lgd, ead: (
            pd * lgd * ead if is_rate(pd) and 0 < lgd <= 1 and ead > 1 else None
        ),
        formula="PD·LGD·EAD",
        examples=(
            "A loan has a probability of default of 2 %, an LGD of 45 % and an exposure of "
            "$10,000. The expected loss is $«90».",
        ),
    ),
    Relation(
        name="price elasticity",
        needs=("elasticity",),
        result=(r"(?:price )?elasticity(?: of demand)?",),
        givens={
            "demand": (r"(?:demand|sales|quantity|volume|units)[^.;\d]{0,30}?(?:by |of )?#",),
            "price": (r"price[^.;\d]{0,30}?(?:by |of )#",),
        },
        value=lambda demand, price: (
            [-demand / price, demand / price]
            if is_rate(abs(demand)) and is_rate(abs(price))
            else None
        ),
        formula="change of demand/change of price",
        close=True,
        examples=(
            "The price rises by 5 % and demand falls by 8 %. The price elasticity is «−1.6».",
        ),
    ),
    Relation(
        name="difference in differences",
        needs=(
            "difference-in-differences|differences in differences|difference in differences"
            "|diff-in-diff|did estimate|did ",
        ),
        result=(
            r"(?:difference|differences)[- ]in[- ]differences(?: estimate| estimator| "
            r"effect)?|diff-in-diff(?: estimate)?|DiD(?: estimate)?",
        ),
        givens={
            "t0": (r"(?:treat(?:ed|ment)|test)[^.;\d]{0,60}?from #",),
            "t1": (r"(?:treat(?:ed|ment)|test)[^.;\d]{0,60}?from [\d.,]+ ?%? to #",),
            "c0": (r"(?:control|untreated|comparison)[^.;\d]{0,60}?from #",),
            "c1": (r"(?:control|untreated|comparison)[^.;\d]{0,60}?from [\d.,]+ ?%? to #",),
        },
        value=lambda t0, t1, c0, c1: [((t1 - t0) - (c1 - c0)) * scale for scale in (1, 100)],
        formula="(t₁ − t₀) − (c₁ − c₀)",
        examples=(
            "Sales of the treated stores rose from 100 to 130, those of the control stores "
            "from 90 to 105. The difference-in-differences estimate is «15».",
        ),
    ),
    Relation(
        name="number needed to treat",
        needs=("number needed to treat|nnt",),
        result=(r"number needed to treat|NNT",),
        givens={
            "a": (
                r"(?:control|placebo)[^.;\d]{0,50}?#",
                r"# (?:in|with|under|of) (?:the )?(?:control|placebo)",
            ),
            "b": (
                r"(?:treatment|treated|drug|therapy)[^.;\d]{0,50}?#",
                r"# (?:in|with|under|of) (?:the )?(?:treatment|treated|drug)",
            ),
        },
        value=lambda a, b: (
            [1 / abs(a - b), ceil(1 / abs(a - b))] if is_rate(a) and is_rate(b) and a != b else None
        ),
        formula="1/(risk difference)",
        examples=(
            "The risk is 20 % in the control group and 15 % in the treatment group. The "
            "number needed to treat is «20».",
        ),
    ),
    Relation(
        name="relative risk",
        needs=("relative risk|risk ratio",),
        result=(r"relative risk|risk ratio",),
        givens={
            "a": (
                r"(?:control|placebo|unexposed|non-?smokers)[^.;\d]{0,50}?#",
                r"# (?:in|with|under|of|for) (?:the )?(?:control|placebo|unexposed|non-?smokers)",
            ),
            "b": (
                r"(?:treatment|treated|drug|(?<!un)exposed|(?<!non-)smokers)[^.;\d]{0,50}?#",
                r"# (?:in|with|under|of|for) (?:the )?(?:treatment|treated|drug|exposed|smokers)",
            ),
        },
        value=lambda a, b: [b / a, a / b] if is_rate(a) and is_rate(b) and a != b else None,
        formula="p₁/p₀",
        examples=(
            "The risk is 4 % in the control group and 3 % in the treatment group. The "
            "relative risk is «0.75».",
        ),
    ),
)
