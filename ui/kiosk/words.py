"""What the kiosk's pages say alike: ranges, people ahead, clock times, dates, weekdays."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from branchfloor.domain.catalogue import Name, Service
from branchfloor.domain.kinds import Tier
from branchfloor.waits.round import MinuteRange
from ui.app.language import current_language
from ui.kiosk.hours import Span
from ui.kiosk.offers import Offer, Offering


def in_chinese() -> bool:
    """Whether the screen speaks Chinese now."""
    return current_language().startswith("zh")


def own(name: Name) -> str:
    """A name in the language of the screen."""
    return name.text(current_language())


def other(name: Name) -> str:
    """A name in the language the screen does not speak."""
    return name.en if in_chinese() else name.zh


def tier_word(tier: Tier) -> str:
    """The tier as customers read it."""
    return {
        Tier.GENERAL: QCoreApplication.translate("KioskWords", "General"),
        Tier.SPECIAL: QCoreApplication.translate("KioskWords", "Special"),
        Tier.VALUE_ADDED: QCoreApplication.translate("KioskWords", "Value-added"),
    }[tier]


def tier_other(tier: Tier) -> str:
    """The tier in the other language."""
    return {
        Tier.GENERAL: QCoreApplication.translate("KioskWords", "General", "other language"),
        Tier.SPECIAL: QCoreApplication.translate("KioskWords", "Special", "other language"),
        Tier.VALUE_ADDED: QCoreApplication.translate("KioskWords", "Value-added", "other language"),
    }[tier]


def tier_title(tier: Tier) -> str:
    """The tier as a heading, "Special services"."""
    return {
        Tier.GENERAL: QCoreApplication.translate("KioskWords", "General services"),
        Tier.SPECIAL: QCoreApplication.translate("KioskWords", "Special services"),
        Tier.VALUE_ADDED: QCoreApplication.translate("KioskWords", "Value-added services"),
    }[tier]


def tier_title_other(tier: Tier) -> str:
    """The heading in the other language."""
    return {
        Tier.GENERAL: QCoreApplication.translate(
            "KioskWords", "General services", "other language"
        ),
        Tier.SPECIAL: QCoreApplication.translate(
            "KioskWords", "Special services", "other language"
        ),
        Tier.VALUE_ADDED: QCoreApplication.translate(
            "KioskWords", "Value-added services", "other language"
        ),
    }[tier]


def clock(moment: datetime | time) -> str:
    """A clock time such as 9:00 or 13:30."""
    return f"{moment.hour}:{moment.minute:02d}"


def span(hours: Span) -> str:
    """Opening and closing, "9:00–17:00"."""
    return f"{clock(hours[0])}–{clock(hours[1])}"


def minutes(found: MinuteRange) -> str:
    """A range in whole minutes, "9–14 min"."""
    if found.immediate:
        return QCoreApplication.translate("KioskWords", "Right away")
    text = QCoreApplication.translate("KioskWords", "{0} min")
    return text.format(_low_high(found))


def minutes_long(found: MinuteRange) -> str:
    """The same where there is room for the whole word in Chinese."""
    if found.immediate:
        return minutes(found)
    return QCoreApplication.translate("KioskWords", "{0} min", "large").format(_low_high(found))


def _low_high(found: MinuteRange) -> str:
    return str(found.high) if found.low == found.high else f"{found.low}–{found.high}"


def minutes_parts(found: MinuteRange) -> tuple[str, str]:
    """The range's figures and its unit, set in two sizes."""
    if found.immediate:
        return QCoreApplication.translate("KioskWords", "Right away"), ""
    return _low_high(found), QCoreApplication.translate("KioskWords", "min")


def ahead(people: int) -> str:
    """People ahead, "5 ahead"."""
    if people == 0:
        return QCoreApplication.translate("KioskWords", "nobody ahead")
    return QCoreApplication.translate("KioskWords", "{0} ahead").format(people)


def waiting(people: int) -> str:
    """People waiting in a tier."""
    return QCoreApplication.translate("KioskWords", "%n waiting", "", people)


def counters(numbers: tuple[str, ...]) -> str:
    """Counters by number, "Counters 3 · 4 · 6"."""
    listed = " · ".join(numbers)
    if len(numbers) == 1:
        return QCoreApplication.translate("KioskWords", "Counter {0}").format(listed)
    return QCoreApplication.translate("KioskWords", "Counters {0}").format(listed)


def counter_kind(service: Service, numbers: tuple[str, ...]) -> str:
    """The kind of counter a service is done at, with its numbers, "Cash counters 1 · 2"."""
    listed = " · ".join(numbers)
    if len(numbers) == 1:
        return _one_counter(service).format(listed)
    return _several_counters(service).format(listed).rstrip()


def _one_counter(service: Service) -> str:
    if service.corporate:
        return QCoreApplication.translate("KioskWords", "Corporate counter {0}")
    if service.sales_zone:
        return QCoreApplication.translate("KioskWords", "Wealth desk {0}")
    if service.needs_cash:
        return QCoreApplication.translate("KioskWords", "Cash counter {0}")
    return QCoreApplication.translate("KioskWords", "Non-cash counter {0}")


def _several_counters(service: Service) -> str:
    if service.corporate:
        return QCoreApplication.translate("KioskWords", "Corporate counters {0}")
    if service.sales_zone:
        return QCoreApplication.translate("KioskWords", "Wealth desks {0}")
    if service.needs_cash:
        return QCoreApplication.translate("KioskWords", "Cash counters {0}")
    return QCoreApplication.translate("KioskWords", "Non-cash counters {0}")


def counters_short(numbers: tuple[str, ...]) -> str:
    """Counters by number in little room, "Counters 3 4 6"."""
    return QCoreApplication.translate("KioskWords", "Counters {0}").format(" ".join(numbers))


def offer_wait(offer: Offer) -> str:
    """What stands in place of the range: minutes, an hour, or that there is no counter."""
    found = offer.minutes
    if offer.status is Offering.LATER and offer.at:
        return QCoreApplication.translate("KioskWords", "from {0}").format(clock(offer.at))
    if offer.status is Offering.OVER:
        return QCoreApplication.translate("KioskWords", "Closed")
    if offer.service.talk_first:
        return QCoreApplication.translate("KioskWords", "Please ask first")
    if offer.status is Offering.UNSTAFFED:
        return QCoreApplication.translate("KioskWords", "No counter")
    if found is None:
        return QCoreApplication.translate("KioskWords", "Wait unknown")
    return minutes(found)


def offer_wait_long(offer: Offer) -> str:
    """The same in large type."""
    short, found = offer_wait(offer), offer.minutes
    return minutes_long(found) if found is not None and short == minutes(found) else short


def offer_note(offer: Offer) -> str:
    """The small line below it."""
    if offer.status is Offering.LATER:
        return counters(offer.counters)
    if offer.status is Offering.OVER and offer.at:
        return QCoreApplication.translate("KioskWords", "until {0}").format(clock(offer.at))
    if offer.service.talk_first:
        text = QCoreApplication.translate("KioskWords", "takes about {0} min")
        return text.format(round(offer.service.mean_min))
    found = offer.minutes
    if found is not None and found.immediate and offer.ahead == 0:
        return QCoreApplication.translate("KioskWords", "no waiting")
    return ahead(offer.ahead)


def bring(items: tuple[Name, ...]) -> str:
    """What to bring, in one line."""
    return " · ".join(own(item) for item in items)


def parts_one_number(parts: int) -> str:
    """How a visit with several things to do is called."""
    return QCoreApplication.translate("KioskWords", "%n things, one number", "", parts)


def your_number(ticket: str) -> str:
    """A number as it is read aloud."""
    return QCoreApplication.translate("KioskWords", "Your number is {0}.").format(ticket)


def wait_words(found: MinuteRange) -> str:
    """The wait as it is read aloud."""
    return QCoreApplication.translate("KioskWords", "Wait: {0}.").format(minutes(found))


def seat_words(counters_: str) -> str:
    """Where to wait and what will call, as it is read aloud."""
    text = QCoreApplication.translate(
        "KioskWords", "Please take a seat. {0} will call your number by voice and on the screen."
    )
    return text.format(counters_)


def go_to(counter: str) -> str:
    """A call as it is read aloud at the kiosk."""
    text = QCoreApplication.translate("KioskWords", "You are called. Please go to counter {0}.")
    return text.format(counter)


def how_to_choose(count: int) -> str:
    """What a page full of choices says to somebody who does not see it."""
    choices = QCoreApplication.translate("KioskWords", "%n choices.", "", count)
    keys = QCoreApplication.translate(
        "KioskWords", "Down for the next, Enter to choose, F1 to hear this again."
    )
    return f"{choices} {keys}"


def printer_words(fault: str) -> str:
    """What the foot says of a printer that gave no slip; "" while it is well."""
    if not fault:
        return ""
    if fault == "check.printer_no_paper":
        return QCoreApplication.translate("KioskWords", "Printer: no paper · numbers as usual")
    if fault == "check.printer_offline":
        return QCoreApplication.translate("KioskWords", "Printer: not connected · numbers as usual")
    return QCoreApplication.translate("KioskWords", "Printer: no slips now · numbers as usual")


def weekday(number: int) -> str:
    """A weekday (0 = Monday), short."""
    return (
        QCoreApplication.translate("KioskWords", "Mon"),
        QCoreApplication.translate("KioskWords", "Tue"),
        QCoreApplication.translate("KioskWords", "Wed"),
        QCoreApplication.translate("KioskWords", "Thu"),
        QCoreApplication.translate("KioskWords", "Fri"),
        QCoreApplication.translate("KioskWords", "Sat"),
        QCoreApplication.translate("KioskWords", "Sun"),
    )[number]


def weekdays(first: int, last: int) -> str:
    """A run of weekdays, "Mon–Fri"."""
    if first == last:
        return weekday(first)
    text = QCoreApplication.translate("KioskWords", "{0}–{1}", "weekdays")
    return text.format(weekday(first), weekday(last))


def day(date_: date) -> str:
    """A date without its year, "24 Nov"."""
    if in_chinese():
        return f"{date_.month}月{date_.day}日"
    return f"{date_.day} {_MONTHS[date_.month - 1]}"


def day_and_weekday(date_: date) -> str:
    """A date with its weekday, "Tue 24 Nov"."""
    if in_chinese():
        return f"{day(date_)} {weekday(date_.weekday())}"
    return f"{weekday(date_.weekday())} {day(date_)}"


def which_day(date_: date, today: date) -> str:
    """A date as people say it, "tomorrow, Wed 25 Nov"."""
    named = day_and_weekday(date_)
    if date_ == today:
        return QCoreApplication.translate("KioskWords", "today, {0}").format(named)
    if date_ == today + timedelta(days=1):
        return QCoreApplication.translate("KioskWords", "tomorrow, {0}").format(named)
    return named


def date_and_time(moment: datetime) -> str:
    """The foot's clock, "Tue 24 Nov 10:42"; `moment` is branch-local."""
    return f"{day_and_weekday(moment.date())} {clock(moment)}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def tone(tier: Tier) -> str:
    """The token a tier's words are set in."""
    return "value" if tier is Tier.VALUE_ADDED else tier.value
