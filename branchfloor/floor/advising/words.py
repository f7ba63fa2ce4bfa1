"""Advice as people read it: what to do, what it changes, and why another option is not advised."""

from dataclasses import dataclass

from branchfloor.domain.advising import Advice, Effect, Group, Option, Paired, Weighed
from branchfloor.phrasing import Phrases

UNCHANGED_S = 60.0
"""A P90 that surely moves by less than a minute is said to be unchanged."""


@dataclass(frozen=True, slots=True)
class EffectRow:
    """A line of an advice's table; `better` is None where nothing changes for sure."""

    title: str
    before: str
    after: str
    change: str
    better: bool | None


def what_to_do(option: Option, phrases: Phrases) -> str:
    """What an option does, "Open counter 4"."""
    return phrases.say(
        f"advice.{option.act}",
        counter=option.counter,
        minutes=round(option.minutes),
        class_name=option.class_name,
        value=f"{option.value:g}",
    )


def key_text(option: Option, phrases: Phrases) -> str:
    """The label of the key that does it; "" for what no key does."""
    code = f"advice_key.{option.act}"
    return phrases.say(code, counter=option.counter) if code in phrases.codes() else ""


def sentence(weighed: Weighed, phrases: Phrases) -> str:
    """What it changes for whom it is for, and for the others."""
    effect = weighed.effect(weighed.group)
    if effect is None:
        return phrases.say("advice_says.nobody")
    gain = phrases.say(
        "advice_says.gain",
        group=effect.group,
        before=minutes(effect.p90_s.before),
        after=minutes(effect.p90_s.after),
        **_span(effect.p90_s),
    )
    return phrases.say("advice_says.whole", gain=gain, others=_others(weighed, phrases))


def changes(weighed: Weighed, phrases: Phrases) -> str:
    """The P90 of every group whose waits surely change, with the interval, those first whom it
    changes most; then the others.
    """
    moved = [one for one in weighed.effects if _moves(one)]
    moved.sort(key=lambda one: -abs(one.p90_s.change))
    told = [_told("moved", one, phrases) for one in moved]
    if len(moved) < len(weighed.effects):
        told.append(phrases.say("advice_says.others_same" if moved else "advice_says.all_same"))
    return phrases.word("name", tuple(told))


def why_not(weighed: Weighed, phrases: Phrases) -> str:
    """One line about an option that is not advised."""
    effect = weighed.effect(weighed.harmed or weighed.group)
    values = {"what": what_to_do(weighed.option, phrases), "group": effect.group if effect else ""}
    span = _span(effect.p90_s) if effect else {"low": "0", "high": "0"}
    change = signed(effect.p90_s.change) if effect else "0"
    return phrases.say(f"advice_not.{weighed.verdict}", change=change, **values, **span)


def effect_rows(weighed: Weighed, phrases: Phrases, most: int = 3) -> tuple[EffectRow, ...]:
    """The table of an advice: P90 and share within target of whom it is for, P90 of others."""
    own = weighed.effect(weighed.group)
    if own is None:
        return ()
    rows = [_p90_row(own, phrases), _within_row(own, phrases)]
    others = [one for one in weighed.effects if one.group is not weighed.group]
    others.sort(key=lambda one: -one.served)
    return tuple([*rows, *(_p90_row(one, phrases) for one in others)][:most])


def score_line(kept: int, of: int, phrases: Phrases) -> str:
    """How often advice kept what it promised; "" while none was scored."""
    return phrases.say("advice_says.score", kept=kept, n=of) if of else ""


def played_line(advice: Advice, phrases: Phrases) -> str:
    """How the figures were made."""
    return phrases.say("advice_says.played", lanes=advice.lanes)


def minutes(seconds: float) -> str:
    """Whole minutes."""
    return f"{seconds / 60:.0f}"


def signed(seconds: float) -> str:
    """A change in minutes, with a true minus sign."""
    text = f"{seconds / 60:+.0f}"
    return "0" if text in ("+0", "-0") else text.replace("-", "−")


def _span(change: Paired) -> dict[str, str]:
    """The interval of the figure afterwards, in minutes."""
    low, high = change.before + change.low, change.before + change.high
    return {"low": minutes(max(0.0, low)), "high": minutes(high)}


def _others(weighed: Weighed, phrases: Phrases) -> str:
    moved = [one for one in weighed.effects if one.group is not weighed.group and _moves(one)]
    if not moved:
        return phrases.say("advice_says.others_same")
    return phrases.word("name", tuple(_told("other", one, phrases) for one in moved))


def _told(form: str, effect: Effect, phrases: Phrases) -> str:
    """The P90 of a group before and after, in minutes; some forms tell the interval too."""
    p90_s = effect.p90_s
    before, after = minutes(p90_s.before), minutes(p90_s.after)
    values = {"before": before, "after": after, **_span(p90_s)}
    return phrases.say(f"advice_says.{form}", group=effect.group, **values)


def _moves(effect: Effect) -> bool:
    return effect.p90_s.sure and abs(effect.p90_s.change) > UNCHANGED_S


def _p90_row(effect: Effect, phrases: Phrases) -> EffectRow:
    p90 = effect.p90_s
    return EffectRow(
        phrases.say("advice_row.p90", group=effect.group),
        phrases.say("advice_row.minutes", n=minutes(p90.before)),
        phrases.say("advice_row.minutes", n=minutes(p90.after)),
        _change(signed(p90.change), signed(p90.low), signed(p90.high), phrases),
        None if signed(p90.change) == "0" or not p90.sure else p90.change < 0,
    )


def _within_row(effect: Effect, phrases: Phrases) -> EffectRow:
    share = effect.within
    return EffectRow(
        phrases.say("advice_row.within", group=effect.group),
        f"{share.before:.0%}",
        f"{share.after:.0%}",
        _change(_points(share.change), _points(share.low), _points(share.high), phrases),
        None if _points(share.change) == "0" or not share.sure else share.change > 0,
    )


def _change(middle: str, low: str, high: str, phrases: Phrases) -> str:
    return phrases.say("advice_row.change", change=middle, low=low, high=high)


def _points(share: float) -> str:
    text = f"{100 * share:+.0f}"
    return "0" if text in ("+0", "-0") else text.replace("-", "−")


def group_word(group: Group, phrases: Phrases) -> str:
    """The word of a group."""
    return phrases.word("group", group)
