"""Scenario documents: from a TOML text to the hall on paper that the twin plays (DESIGN §9)."""

import tomllib
from collections.abc import Iterable
from typing import Any

from branchfloor.config.reading import Table, a
from branchfloor.domain.errors import ConfigInvalid, FloorError
from branchfloor.twin.desks import ALWAYS, Spell
from branchfloor.twin.scenario import Post, Scenario, Stream

from .scenario_policy import Rulebook, section
from .scenario_services import Hours, Paper, read_service

MOST_CUSTOMERS = 50_000_000.0
"""More would take minutes and hours; a document that asks for them has a slip in its units."""


def read_scenario(text: str) -> Scenario:
    """The scenario of a document; FloorError `scenario_invalid` says which key is wrong and what
    to do about it.
    """
    try:
        return _read(Table(_toml(text)))
    except ConfigInvalid as error:
        raise FloorError("scenario_invalid", why=error.values["why"]) from error


def _toml(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigInvalid("no_toml", said=str(error)) from error


def _read(document: Table) -> Scenario:
    hours = Hours.read(section(document, "run", needed=True))
    policy = section(document, "policy")
    book = Rulebook.read(policy)
    papers = tuple(read_service(one, hours) for one in document.tables("service"))
    posts = tuple(read_post(one, papers, hours) for one in document.tables("counter"))
    document.done()
    _once("service", (paper.name for paper in papers))
    _once("counter", (post.number for post in posts))
    book.check(policy, [paper.asked for paper in papers])
    _check_served(papers, posts)
    return _sized(_scenario(hours, book, papers, posts))


def _scenario(
    hours: Hours, book: Rulebook, papers: tuple[Paper, ...], posts: tuple[Post, ...]
) -> Scenario:
    ranks = book.ranks(paper.asked.class_name for paper in papers)
    return Scenario(
        streams=tuple(
            Stream(p.name, book.standing(p.asked, ranks[p.asked.class_name]), p.work, p.rates)
            for p in papers
        ),
        posts=posts,
        run=hours.run,
        discipline=book.discipline,
        patience_s=hours.patience_s,
        reaction_s=hours.reaction_s,
        walk_s=hours.walk_s,
        reserve=book.reserve,
    )


def read_post(table: Table, papers: tuple[Paper, ...], hours: Hours) -> Post:
    """One `[[counter]]`; it serves everything and always works unless it says otherwise."""
    number = _number(table)
    table.is_entry("counter", number)
    cash = table.flag("takes_cash", True)
    places = {paper.name: k for k, paper in enumerate(papers)}
    able = tuple(paper.name for paper in papers if cash or not paper.needs_cash)
    serves, helps = table.texts("serves", able), table.texts("helps")
    for name in (*serves, *helps):
        if name not in places:
            key = "serves" if name in serves else "helps"
            table.refuse("no_service", key=key, service=name)
        if name not in able:
            table.refuse("cash_at_non_cash", service=name)
    own, helped = ({places[name] for name in names} for names in (serves, helps))
    post = Post(
        number, tuple(sorted(own)), _spells(table, hours), helps=tuple(sorted(helped - own))
    )
    table.done()
    return post


def _number(table: Table) -> str:
    value = table.either("number", a("text"))
    if type(value) is int:
        return str(value)
    if not isinstance(value, str) or not value.strip():
        table.wrong("number", a("text"), value)
    return value


def _spells(table: Table, hours: Hours) -> tuple[Spell, ...]:
    if not table.has("open"):
        return ALWAYS
    value = table.either("open", a("open_spans"))
    if isinstance(value, bool):
        return ALWAYS if value else ()
    return tuple((span.from_s, span.until_s) for span in hours.spans(table, "open", value, 2))


def _once(kind: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise ConfigInvalid("twice", kind=kind, code=name)
        seen.add(name)
    if not seen:
        raise ConfigInvalid("none", kind=kind)


def _check_served(papers: tuple[Paper, ...], posts: tuple[Post, ...]) -> None:
    served = {k for post in posts if post.spells for k in post.able}
    for k, paper in enumerate(papers):
        if k not in served:
            raise ConfigInvalid("served_nowhere", service=paper.name)


def _sized(scenario: Scenario) -> Scenario:
    """The scenario, unless it is too large to be meant."""
    run = scenario.run
    rates = (rate for stream in scenario.streams for rate in stream.rates)
    an_hour = sum(
        rate.per_hour * (min(rate.until_s, run.length_s) - rate.from_s) / run.length_s
        for rate in rates
    )
    customers = an_hour * run.length_s / 3600 * run.replications
    if customers > MOST_CUSTOMERS:
        raise ConfigInvalid("too_many_customers", n=customers, most=MOST_CUSTOMERS)
    if not customers:
        raise ConfigInvalid("nobody_comes")
    return scenario
