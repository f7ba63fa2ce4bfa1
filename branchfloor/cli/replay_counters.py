"""Counters to replay a day with: `[[counter]]` as a scenario has it, in hours of the day."""

import tomllib
from math import inf

from branchfloor.config.reading import Table
from branchfloor.domain.errors import ConfigInvalid
from branchfloor.domain.kinds import Tier
from branchfloor.twin.scenario import Post, Run, Work

from .scenario_document import read_post
from .scenario_policy import Asked
from .scenario_services import Hours, Paper


def read_counters(text: str, services: list[str], horizon_s: float) -> tuple[Post, ...]:
    """The counters of a plan; ConfigInvalid says what is wrong with it."""
    try:
        document = Table(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise ConfigInvalid("no_toml", said=str(error)) from error
    hours = Hours(Run(horizon_s), 0.0, inf, 0.0, 0.0)
    papers = tuple(
        Paper(name, Asked(name, name, Tier.GENERAL, None, None), Work(60.0), (), False)
        for name in services
    )
    posts = tuple(read_post(one, papers, hours) for one in document.tables("counter"))
    document.done()
    if not posts:
        raise ConfigInvalid("none", kind="counter")
    return posts
