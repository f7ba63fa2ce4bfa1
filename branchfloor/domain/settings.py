"""The numbers people meet (DESIGN §8), all of them settings of the branch document."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Defaults of the floor and its screens; seconds unless the name says otherwise."""

    announce_times: int = 2
    languages: tuple[str, ...] = ("zh_CN", "en")
    board_big_s: int = 8
    board_now_s: int = 60
    board_history_rows: int = 6
    recall_gap_s: int = 10
    calls_before_no_show: int = 3
    no_show_after_s: int = 90
    call_lock_s: int = 1
    undo_s: int = 10
    late_returns_after_calls: int = 3
    late_returns_after_min: int = 20
    pin_min: int = 10
    kiosk_back_s: int = 60
    kiosk_warn_s: int = 40
    ticket_page_s: int = 15
    ask_long_wait_min: int = 30
    nearly_ahead: int = 3
    amber_min: int = 15
    red_min: int = 25
    elastic_open_waiting: int = 10
    elastic_open_wait_min: int = 15
    elastic_open_for_min: int = 3
    elastic_close_waiting: int = 4
    elastic_close_wait_min: int = 8
    elastic_close_for_min: int = 10
    pin_failures: int = 5
    pin_lock_min: int = 15
    idle_lock_min: int = 5
    voice_late_s: int = 30
    quiet_hours: tuple[str, ...] = ()
    quiet_volume_percent: int = 40
    forecast_every_s: int = 15
    promise_every_s: int = 300
    green_expires_min: int = 0
    sign_in: bool = False
    outcome_tiers: tuple[str, ...] = ("value_added",)
    rating_ends_s: int = 20
    auto_call: bool = False
    say_one_as_yao: bool = False
