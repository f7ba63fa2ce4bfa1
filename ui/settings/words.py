"""The words of the settings: labels, headings, choices, units."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_FIELDS = {
    "code": QT_TRANSLATE_NOOP("SettingsWords", "Code"),
    "name": QT_TRANSLATE_NOOP("SettingsWords", "Name"),
    "everyday": QT_TRANSLATE_NOOP("SettingsWords", "Everyday word (elder mode)"),
    "tier": QT_TRANSLATE_NOOP("SettingsWords", "Tier"),
    "prefix": QT_TRANSLATE_NOOP("SettingsWords", "Number begins with"),
    "needs_cash": QT_TRANSLATE_NOOP("SettingsWords", "Needs cash"),
    "corporate": QT_TRANSLATE_NOOP("SettingsWords", "Corporate"),
    "sales_zone": QT_TRANSLATE_NOOP("SettingsWords", "Sales zone only"),
    "in_sales_zone": QT_TRANSLATE_NOOP("SettingsWords", "In the sales zone"),
    "mean_min": QT_TRANSLATE_NOOP("SettingsWords", "Usual length"),
    "cv": QT_TRANSLATE_NOOP("SettingsWords", "Spread (CV)"),
    "target_min": QT_TRANSLATE_NOOP("SettingsWords", "Target wait"),
    "head_start": QT_TRANSLATE_NOOP("SettingsWords", "Head start"),
    "requires": QT_TRANSLATE_NOOP("SettingsWords", "Skills it needs"),
    "bring": QT_TRANSLATE_NOOP("SettingsWords", "What to bring"),
    "talk_first": QT_TRANSLATE_NOOP("SettingsWords", "Talk to the lobby first"),
    "opens": QT_TRANSLATE_NOOP("SettingsWords", "Opens at"),
    "closes": QT_TRANSLATE_NOOP("SettingsWords", "Closes at"),
    "stages": QT_TRANSLATE_NOOP("SettingsWords", "Stages"),
    "approval": QT_TRANSLATE_NOOP("SettingsWords", "Second person approves"),
    "quick": QT_TRANSLATE_NOOP("SettingsWords", "One tap on the kiosk"),
    "home": QT_TRANSLATE_NOOP("SettingsWords", "On the first page"),
    "group": QT_TRANSLATE_NOOP("SettingsWords", "Tile group"),
    "order": QT_TRANSLATE_NOOP("SettingsWords", "Place in order"),
    "icon": QT_TRANSLATE_NOOP("SettingsWords", "Icon"),
    "tile": QT_TRANSLATE_NOOP("SettingsWords", "Tile"),
    "number": QT_TRANSLATE_NOOP("SettingsWords", "Number"),
    "height": QT_TRANSLATE_NOOP("SettingsWords", "Counter height"),
    "takes_cash": QT_TRANSLATE_NOOP("SettingsWords", "Takes cash"),
    "elastic": QT_TRANSLATE_NOOP("SettingsWords", "Elastic"),
    "care": QT_TRANSLATE_NOOP("SettingsWords", "Care counter"),
    "word": QT_TRANSLATE_NOOP("SettingsWords", "Called as"),
    "zone": QT_TRANSLATE_NOOP("SettingsWords", "Part of the hall"),
    "skills": QT_TRANSLATE_NOOP("SettingsWords", "Skills"),
    "serves": QT_TRANSLATE_NOOP("SettingsWords", "Serves"),
    "backs_up": QT_TRANSLATE_NOOP("SettingsWords", "Backs up"),
    "lendable": QT_TRANSLATE_NOOP("SettingsWords", "May be lent to"),
    "counts": QT_TRANSLATE_NOOP("SettingsWords", "Counts from"),
    "class": QT_TRANSLATE_NOOP("SettingsWords", "Class"),
    "proof": QT_TRANSLATE_NOOP("SettingsWords", "What may be seen"),
    "skill": QT_TRANSLATE_NOOP("SettingsWords", "Skill it asks for"),
    "staff_number": QT_TRANSLATE_NOOP("SettingsWords", "Staff number"),
    "roles": QT_TRANSLATE_NOOP("SettingsWords", "Roles"),
    "zh": QT_TRANSLATE_NOOP("SettingsWords", "Chinese"),
    "en": QT_TRANSLATE_NOOP("SettingsWords", "English"),
    "when": QT_TRANSLATE_NOOP("SettingsWords", "When"),
    "rule": QT_TRANSLATE_NOOP("SettingsWords", "Rule"),
    "off": QT_TRANSLATE_NOOP("SettingsWords", "Never tell"),
    "least": QT_TRANSLATE_NOOP("SettingsWords", "From how many on"),
    "after_min": QT_TRANSLATE_NOOP("SettingsWords", "After"),
    "cool_down_min": QT_TRANSLATE_NOOP("SettingsWords", "Quiet once seen"),
    "monday": QT_TRANSLATE_NOOP("SettingsWords", "Monday"),
    "tuesday": QT_TRANSLATE_NOOP("SettingsWords", "Tuesday"),
    "wednesday": QT_TRANSLATE_NOOP("SettingsWords", "Wednesday"),
    "thursday": QT_TRANSLATE_NOOP("SettingsWords", "Thursday"),
    "friday": QT_TRANSLATE_NOOP("SettingsWords", "Friday"),
    "saturday": QT_TRANSLATE_NOOP("SettingsWords", "Saturday"),
    "sunday": QT_TRANSLATE_NOOP("SettingsWords", "Sunday"),
    "holidays": QT_TRANSLATE_NOOP("SettingsWords", "Holidays (closed)"),
    "last_ticket_before_min": QT_TRANSLATE_NOOP("SettingsWords", "Last ticket before closing"),
    "time_zone": QT_TRANSLATE_NOOP("SettingsWords", "Time zone"),
    "notices": QT_TRANSLATE_NOOP("SettingsWords", "Notices on the board"),
    "preset": QT_TRANSLATE_NOOP("SettingsWords", "Preset"),
    "discipline": QT_TRANSLATE_NOOP("SettingsWords", "Discipline"),
    "provisional_green": QT_TRANSLATE_NOOP("SettingsWords", "Stated priority counts at once"),
    "kind": QT_TRANSLATE_NOOP("SettingsWords", "Kind"),
    "announce_times": QT_TRANSLATE_NOOP("SettingsWords", "Say each call"),
    "languages": QT_TRANSLATE_NOOP("SettingsWords", "Spoken languages, in order"),
    "say_one_as_yao": QT_TRANSLATE_NOOP("SettingsWords", "Say 1 as yāo (Chinese)"),
    "voice_late_s": QT_TRANSLATE_NOOP("SettingsWords", "Calls older than this stay silent"),
    "quiet_hours": QT_TRANSLATE_NOOP("SettingsWords", "Quiet hours"),
    "quiet_volume_percent": QT_TRANSLATE_NOOP("SettingsWords", "Volume in quiet hours"),
    "board_big_s": QT_TRANSLATE_NOOP("SettingsWords", "A call stays big"),
    "board_now_s": QT_TRANSLATE_NOOP("SettingsWords", 'A call counts as "now"'),
    "board_history_rows": QT_TRANSLATE_NOOP("SettingsWords", "Rows of earlier calls"),
    "nearly_ahead": QT_TRANSLATE_NOOP("SettingsWords", '"Nearly your turn" at'),
    "recall_gap_s": QT_TRANSLATE_NOOP("SettingsWords", "Gap between two calls"),
    "calls_before_no_show": QT_TRANSLATE_NOOP("SettingsWords", "Calls before a no-show"),
    "no_show_after_s": QT_TRANSLATE_NOOP("SettingsWords", "No-show after"),
    "late_returns_after_calls": QT_TRANSLATE_NOOP("SettingsWords", "A late ticket returns after"),
    "late_returns_after_min": QT_TRANSLATE_NOOP("SettingsWords", "or after"),
    "call_lock_s": QT_TRANSLATE_NOOP("SettingsWords", "Key lock after finishing"),
    "undo_s": QT_TRANSLATE_NOOP("SettingsWords", "Undo within"),
    "pin_min": QT_TRANSLATE_NOOP("SettingsWords", "A pin to a counter lasts"),
    "auto_call": QT_TRANSLATE_NOOP("SettingsWords", "Call the next by itself"),
    "amber_min": QT_TRANSLATE_NOOP("SettingsWords", "Amber from"),
    "red_min": QT_TRANSLATE_NOOP("SettingsWords", "Red from"),
    "ask_long_wait_min": QT_TRANSLATE_NOOP("SettingsWords", "Ask before a wait of"),
    "green_expires_min": QT_TRANSLATE_NOOP("SettingsWords", "Green channel lapses after"),
    "elastic_open_waiting": QT_TRANSLATE_NOOP("SettingsWords", "Advise opening: waiting"),
    "elastic_open_wait_min": QT_TRANSLATE_NOOP("SettingsWords", "or a wait of"),
    "elastic_open_for_min": QT_TRANSLATE_NOOP("SettingsWords", "for"),
    "elastic_close_waiting": QT_TRANSLATE_NOOP("SettingsWords", "Advise closing: waiting"),
    "elastic_close_wait_min": QT_TRANSLATE_NOOP("SettingsWords", "and a wait of"),
    "elastic_close_for_min": QT_TRANSLATE_NOOP("SettingsWords", "for"),
    "kiosk_back_s": QT_TRANSLATE_NOOP("SettingsWords", "Back to the start after"),
    "kiosk_warn_s": QT_TRANSLATE_NOOP("SettingsWords", "Warned at"),
    "ticket_page_s": QT_TRANSLATE_NOOP("SettingsWords", "Ticket page stays"),
    "rating_ends_s": QT_TRANSLATE_NOOP("SettingsWords", "Rating page stays"),
    "sign_in": QT_TRANSLATE_NOOP("SettingsWords", "Everybody signs in"),
    "pin_failures": QT_TRANSLATE_NOOP("SettingsWords", "Wrong PINs before a lock"),
    "pin_lock_min": QT_TRANSLATE_NOOP("SettingsWords", "Locked for"),
    "idle_lock_min": QT_TRANSLATE_NOOP("SettingsWords", "Idle screen locks after"),
    "forecast_every_s": QT_TRANSLATE_NOOP("SettingsWords", "New forecast every"),
    "promise_every_s": QT_TRANSLATE_NOOP("SettingsWords", "Promise checked every"),
    "outcome_tiers": QT_TRANSLATE_NOOP("SettingsWords", "Outcome recorded for"),
    "paper_mm": QT_TRANSLATE_NOOP("SettingsWords", "Width of the paper"),
    "head": QT_TRANSLATE_NOOP("SettingsWords", "Own words above"),
    "foot": QT_TRANSLATE_NOOP("SettingsWords", "Own words below"),
    "line": QT_TRANSLATE_NOOP("SettingsWords", "Lines of the slip"),
    "until": QT_TRANSLATE_NOOP("SettingsWords", "Valid until"),
}
_HEADINGS = {
    "service": QT_TRANSLATE_NOOP("SettingsWords", "Service"),
    "limits": QT_TRANSLATE_NOOP("SettingsWords", "Limits"),
    "tile": QT_TRANSLATE_NOOP("SettingsWords", "Tile on the kiosk"),
    "bring": QT_TRANSLATE_NOOP("SettingsWords", "What it asks for"),
    "counter": QT_TRANSLATE_NOOP("SettingsWords", "Counter"),
    "marks": QT_TRANSLATE_NOOP("SettingsWords", "What it does"),
    "green": QT_TRANSLATE_NOOP("SettingsWords", "Reason"),
    "class": QT_TRANSLATE_NOOP("SettingsWords", "Class"),
    "staff": QT_TRANSLATE_NOOP("SettingsWords", "Person"),
    "checklist": QT_TRANSLATE_NOOP("SettingsWords", "Line"),
    "alert": QT_TRANSLATE_NOOP("SettingsWords", "Alert"),
    "hours": QT_TRANSLATE_NOOP("SettingsWords", "Week"),
    "holidays": QT_TRANSLATE_NOOP("SettingsWords", "Days off and last ticket"),
    "branch": QT_TRANSLATE_NOOP("SettingsWords", "Branch"),
    "notices": QT_TRANSLATE_NOOP("SettingsWords", "Notices"),
    "paper": QT_TRANSLATE_NOOP("SettingsWords", "Paper"),
    "own_words": QT_TRANSLATE_NOOP("SettingsWords", "The branch's own words"),
    "voice": QT_TRANSLATE_NOOP("SettingsWords", "Announcements"),
    "quiet": QT_TRANSLATE_NOOP("SettingsWords", "Quiet hours"),
    "board": QT_TRANSLATE_NOOP("SettingsWords", "Board"),
    "calling": QT_TRANSLATE_NOOP("SettingsWords", "Calling and late customers"),
    "waits": QT_TRANSLATE_NOOP("SettingsWords", "Waits"),
    "elastic": QT_TRANSLATE_NOOP("SettingsWords", "Elastic counter"),
    "kiosk": QT_TRANSLATE_NOOP("SettingsWords", "Kiosk"),
    "signing": QT_TRANSLATE_NOOP("SettingsWords", "Signing in"),
    "forecast": QT_TRANSLATE_NOOP("SettingsWords", "Forecasts and outcomes"),
}
_CHOICES = {
    "general": QT_TRANSLATE_NOOP("SettingsWords", "General"),
    "special": QT_TRANSLATE_NOOP("SettingsWords", "Special"),
    "value_added": QT_TRANSLATE_NOOP("SettingsWords", "Value-added"),
    "high": QT_TRANSLATE_NOOP("SettingsWords", "High, behind glass"),
    "low": QT_TRANSLATE_NOOP("SettingsWords", "Low, open (no cash)"),
    "counter": QT_TRANSLATE_NOOP("SettingsWords", "Counter"),
    "window": QT_TRANSLATE_NOOP("SettingsWords", "Window"),
    "desk": QT_TRANSLATE_NOOP("SettingsWords", "Desk"),
    "room": QT_TRANSLATE_NOOP("SettingsWords", "Room"),
    "stated": QT_TRANSLATE_NOOP("SettingsWords", "When stated or seen"),
    "card": QT_TRANSLATE_NOOP("SettingsWords", "Once a card was seen"),
    "emergency": QT_TRANSLATE_NOOP("SettingsWords", "On the lobby manager's word"),
    "teller": QT_TRANSLATE_NOOP("SettingsWords", "Teller"),
    "lobby_manager": QT_TRANSLATE_NOOP("SettingsWords", "Lobby manager"),
    "branch_manager": QT_TRANSLATE_NOOP("SettingsWords", "Branch manager"),
    "administrator": QT_TRANSLATE_NOOP("SettingsWords", "Administrator"),
    "auditor": QT_TRANSLATE_NOOP("SettingsWords", "Auditor"),
    "opening": QT_TRANSLATE_NOOP("SettingsWords", "Opening"),
    "closing": QT_TRANSLATE_NOOP("SettingsWords", "Closing"),
    "zh_CN": QT_TRANSLATE_NOOP("SettingsWords", "Chinese"),
    "en": QT_TRANSLATE_NOOP("SettingsWords", "English"),
    "affine": QT_TRANSLATE_NOOP("SettingsWords", "Wait and head start"),
    "fifo": QT_TRANSLATE_NOOP("SettingsWords", "First come, first served"),
    "strict": QT_TRANSLATE_NOOP("SettingsWords", "Strictly by class"),
    "serves": QT_TRANSLATE_NOOP("SettingsWords", "serves"),
    "backs_up": QT_TRANSLATE_NOOP("SettingsWords", "backs up"),
    "lendable": QT_TRANSLATE_NOOP("SettingsWords", "may be lent"),
    "large": QT_TRANSLATE_NOOP("SettingsWords", "Large"),
    "true": QT_TRANSLATE_NOOP("SettingsWords", "yes"),
    "false": QT_TRANSLATE_NOOP("SettingsWords", "no"),
}
_RULES = {
    "overdue": QT_TRANSLATE_NOOP("SettingsWords", "Past the target"),
    "long_wait": QT_TRANSLATE_NOOP("SettingsWords", "A very long wait"),
    "stranded": QT_TRANSLATE_NOOP("SettingsWords", "No counter serves it"),
    "green_pending": QT_TRANSLATE_NOOP("SettingsWords", "Green request open"),
    "help_waiting": QT_TRANSLATE_NOOP("SettingsWords", "A counter asks for help"),
    "device_fault": QT_TRANSLATE_NOOP("SettingsWords", "Device fault"),
    "elastic_open": QT_TRANSLATE_NOOP("SettingsWords", "Open the elastic counter"),
    "elastic_close": QT_TRANSLATE_NOOP("SettingsWords", "Close the elastic counter"),
    "counter_silent": QT_TRANSLATE_NOOP("SettingsWords", "Free counter does not call"),
    "call_unanswered": QT_TRANSLATE_NOOP("SettingsWords", "Called, nothing since"),
    "service_long": QT_TRANSLATE_NOOP("SettingsWords", "Service longer than usual"),
    "no_shows_rising": QT_TRANSLATE_NOOP("SettingsWords", "Missed calls rise"),
    "low_grade": QT_TRANSLATE_NOOP("SettingsWords", "A low grade"),
    "forecast_stale": QT_TRANSLATE_NOOP("SettingsWords", "Forecast is old"),
}
_PAGES = {
    "catalogue": QT_TRANSLATE_NOOP("SettingsWords", "Services"),
    "counters": QT_TRANSLATE_NOOP("SettingsWords", "Counters"),
    "policy": QT_TRANSLATE_NOOP("SettingsWords", "Calling rules"),
    "green": QT_TRANSLATE_NOOP("SettingsWords", "Green channel"),
    "people": QT_TRANSLATE_NOOP("SettingsWords", "People and roles"),
    "hours": QT_TRANSLATE_NOOP("SettingsWords", "Opening hours"),
    "texts": QT_TRANSLATE_NOOP("SettingsWords", "Texts and notices"),
    "slip": QT_TRANSLATE_NOOP("SettingsWords", "Ticket slip"),
    "voice": QT_TRANSLATE_NOOP("SettingsWords", "Voice and board"),
    "thresholds": QT_TRANSLATE_NOOP("SettingsWords", "Thresholds"),
    "alerts": QT_TRANSLATE_NOOP("SettingsWords", "Alerts"),
    "checklist": QT_TRANSLATE_NOOP("SettingsWords", "Checklist"),
    "exchange": QT_TRANSLATE_NOOP("SettingsWords", "Import and export"),
    "versions": QT_TRANSLATE_NOOP("SettingsWords", "Versions"),
}
_UNITS = {
    "min": QT_TRANSLATE_NOOP("SettingsWords", "min"),
    "s": QT_TRANSLATE_NOOP("SettingsWords", "s"),
    "percent": QT_TRANSLATE_NOOP("SettingsWords", "%"),
    "mm": QT_TRANSLATE_NOOP("SettingsWords", "mm"),
    "times": QT_TRANSLATE_NOOP("SettingsWords", "times"),
    "people": QT_TRANSLATE_NOOP("SettingsWords", "people"),
    "calls": QT_TRANSLATE_NOOP("SettingsWords", "calls"),
}


def field(key: str) -> str:
    """The label of a document's key."""
    return _said(_FIELDS, key)


def heading(key: str) -> str:
    """The heading of a section."""
    return _said(_HEADINGS, key)


def choice(key: str) -> str:
    """A word of a closed list."""
    return _said(_CHOICES, key)


def rule(key: str) -> str:
    """What an alert rule is about."""
    return _said(_RULES, key)


def page(key: str) -> str:
    """The name of a page."""
    return _said(_PAGES, key)


def unit(key: str) -> str:
    """A unit of a number."""
    return _said(_UNITS, key)


def _said(words: dict[str, object], key: str) -> str:
    source = words.get(key)
    return QCoreApplication.translate("SettingsWords", str(source)) if source else key
