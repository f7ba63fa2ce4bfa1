"""Scenario documents: what they may say, and the sentence for whatever is wrong."""

from math import inf

import pytest

from branchfloor.cli.scenario_document import read_scenario
from branchfloor.domain.errors import FloorError
from branchfloor.domain.kinds import Discipline
from branchfloor.phrasing import Phrases
from branchfloor.twin.desks import ALWAYS
from branchfloor.twin.scenario import Law, Rate

SERVICE = '[[service]]\nname = "cash"\nmean_min = 4\narrivals_per_hour = 30\n'
COUNTER = '[[counter]]\nnumber = "1"\n'
RUN = "[run]\nhours = 8\n"
WHOLE = """
[[service]]
name = "cash"
needs_cash = true
mean_min = 3.5
cv = 0.8
arrivals_per_hour = [["09:00", "11:00", 20], [11, 17, 40.5]]

[[service]]
name = "wealth"
tier = "special"
target_min = 10
mean_min = 12
law = "exponential"
arrivals_per_hour = 3
class = "private"

[[service]]
name = "card"
mean_min = 6
law = "fixed"
arrivals_per_hour = 5
head_start = 0.4

[[counter]]
number = 1

[[counter]]
number = "2"
serves = ["wealth", "card"]
takes_cash = false
open = [["09:30", "12:00"], [13, 16]]

[[counter]]
number = "3"
open = false

[policy]
discipline = "strict"
order = ["private", "cash"]
head_start = { private = 0.2 }
target_min = { cash = 15 }

[run]
hours = 8
warmup_hours = 0
replications = 40
seed = 7
starts_at = "09:00"
patience_min = 30
reaction_s = 5
walk_s = 20
"""


def told(text: str, language: str = "en") -> str:
    with pytest.raises(FloorError) as refused:
        read_scenario(text)
    assert refused.value.code == "scenario_invalid"
    return Phrases.load(language).tell(refused.value)


def test_the_least_a_scenario_says():
    scenario = read_scenario(SERVICE + COUNTER + RUN)
    (stream,), (post,) = scenario.streams, scenario.posts
    assert stream.standing.name == "cash"
    assert (stream.standing.target_s, stream.standing.slope) == (1200, 1 / 1200)
    assert (stream.work.cv, stream.work.law) == (1.0, Law.LOGNORMAL)
    assert (post.serves, post.spells) == ((0,), ALWAYS)
    assert (scenario.discipline, scenario.run.warmup_s) == (Discipline.AFFINE, None)
    assert scenario.constant
    assert scenario.patience_s == inf


def test_all_that_a_scenario_can_say():
    scenario = read_scenario(WHOLE)
    cash, wealth, card = scenario.streams
    assert cash.rates == (Rate(0, 7200, 20), Rate(7200, 28800, 40.5))
    assert (wealth.standing.name, wealth.standing.target_s) == ("private", 600)
    assert (cash.standing.target_s, card.standing.target_s) == (900, 1200)
    assert [s.standing.head_start for s in scenario.streams] == [0, 0.2, 0.4]
    assert [s.standing.rank for s in scenario.streams] == [1, 0, 2]
    assert card.work.spread == 0
    assert [post.number for post in scenario.posts] == ["1", "2", "3"]
    assert scenario.posts[1].serves == (1, 2)
    assert scenario.posts[1].spells == ((1800, 10800), (14400, 25200))
    assert scenario.posts[2].spells == ()
    assert not scenario.constant
    run = scenario.run
    assert (run.length_s, run.warmup_s, run.replications, run.seed) == (28800, 0, 40, 7)
    assert (scenario.patience_s, scenario.reaction_s, scenario.walk_s) == (1800, 5, 20)


def test_counters_that_help_a_reserve_and_a_jump():
    text = SERVICE + SERVICE.replace("cash", "card")
    counter = COUNTER + 'serves = ["cash"]\nhelps = ["card", "cash"]\n'
    policy = "[policy]\nreserve = 2\njump_min = { card = 30 }\n"
    scenario = read_scenario(text + counter + RUN + policy)
    (post,) = scenario.posts
    assert (post.serves, post.helps) == ((0,), (1,))  # its own work is no help
    assert scenario.reserve == 2
    assert [s.standing.jump_s for s in scenario.streams] == [inf, 1800]
    plain = read_scenario(text + COUNTER + RUN)
    assert (plain.posts[0].helps, plain.reserve) == ((), 0)
    assert told(text + COUNTER + 'helps = ["gold"]\n' + RUN, "en").count("helps") == 1


def test_classes_as_a_branch_document_lists_them():
    text = SERVICE + 'class = "legal"\n' + SERVICE.replace("cash", "card") + COUNTER + RUN
    classes = (
        '[[policy.class]]\nname = "legal"\nkind = "legal"\ntarget_min = 5\nhead_start = 0.5\n'
        '[[policy.class]]\nname = "card"\n'
    )
    scenario = read_scenario(text + classes)
    assert scenario.classes == ("legal", "card")
    assert scenario.streams[0].standing.target_s == 300
    assert scenario.streams[0].standing.head_start == 0.5
    assert scenario.streams[1].standing.rank == 1


def test_a_tier_may_have_its_target():
    policy = "[policy]\ntarget_min = { general = 12 }\n[policy.head_starts]\ncash = -1.5\n"
    scenario = read_scenario(SERVICE + COUNTER + RUN + policy)
    assert scenario.streams[0].standing.target_s == 720
    assert scenario.streams[0].standing.head_start == -1.5


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("hours = 8", "", "run: hours is missing; give a number above 0"),
        ("hours = 8", "hours = 8\nwarmup_hours = 8", "warmup_hours must be less than hours"),
        ("hours = 8", "hours = 8\nreplications = 0", "replications must be a whole number of 1"),
        ("hours = 8", 'hours = 8\nstarts_at = "noon"', 'starts_at must be a time of day such as "'),
        ("hours = 8", "hours = 1e9", "would have 3e+10 customers, 5e+07 is the most; check hours"),
        ("hours = 8", "hours = 8\nsead = 3", 'run: unknown key "sead"; write "seed"'),
        ("mean_min = 4", "mean_min = 0", "service cash: mean_min must be a number above 0, not 0"),
        ("mean_min = 4", "", "service cash: mean_min is missing; give a number above 0"),
        ("mean_min = 4", 'mean_min = 4\ntier = "best"', "tier must be one of"),
        (
            "mean_min = 4",
            'mean_min = 4\nlaw = "exponential"\ncv = 0.5',
            "service cash: the law exponential has a cv of 1; remove cv or choose the law",
        ),
        ("= 30", "= -1", "arrivals_per_hour must be a number of 0 or more, or a list of spans"),
        ("= 30", "= [[0, 4]]", "arrivals_per_hour must be a number of 0 or more, or a list"),
        ("= 30", '= [[0, 4, "x"]]', "arrivals_per_hour must be a number of 0 or more, or a list"),
        ("= 30", "= [[0, 4, 1], [3, 8, 2]]", "arrivals_per_hour has spans that overlap; put them"),
        ("= 30", "= [[9, 17, 30]]", "outside the run, whose hours are 0 to 8; correct it or set"),
        ("= 30", "= 0", "nobody comes; give one service an arrivals_per_hour above 0"),
        ('"1"', '" "', "counter no. 1: number must be a text"),
        ('"1"', '"1"\nserves = ["gold"]', "counter 1: serves lists gold, which is no service"),
        ('"1"', '"1"\nopen = "always"', "counter 1: open must be true, false or a list of spans"),
        ('"1"', '"1"\nopen = false', "service cash is served at no counter"),
        (COUNTER, "", "counter is missing; give at least one [[counter]]"),
        (SERVICE, "", "service is missing; give at least one [[service]]"),
        (COUNTER, COUNTER * 2, "counter 1 stands there twice"),
        ("[run]", '[policy]\nhead_start = { gold = 1 }\n[run]', "policy: head_start names gold"),
        ("[run]", '[policy]\nhead_start = { cash = "x" }\n[run]', "head_start.cash must be a num"),
        ("[run]", '[policy]\ndiscipline = "luck"\n[run]', "discipline must be one of"),
        ("[run]", "[run", "this is no TOML"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_and_what_to_do(old, new, said):
    text = SERVICE + COUNTER + RUN
    assert old in text
    sentence = told(text.replace(old, new, 1))
    assert sentence.startswith("The scenario cannot be played: ")
    assert said in sentence
    assert told(text.replace(old, new, 1), "zh_CN").startswith("情景无法推演")


def test_cash_is_never_served_where_none_is_taken():
    text = SERVICE + "needs_cash = true\n" + COUNTER + RUN
    assert "served at no counter" in told(text.replace('"1"', '"1"\ntakes_cash = false'))
    said = told(text.replace('"1"', '"1"\ntakes_cash = false\nserves = ["cash"]'))
    assert "serves lists cash, which needs cash; remove it or set takes_cash" in said
