"""The pieces that screens are built from; names follow the design's table of components."""

from ui.widgets.alert_row import AlertRow, AlertSign
from ui.widgets.card import Band, Card, CardLook, Rule
from ui.widgets.chip import Chip, ChipFace, ChipState
from ui.widgets.counter_card import CounterCard, CounterFace, CounterLook
from ui.widgets.day_chart import ChartBand, ChartFace, ChartLine, ChartTarget, DayChart
from ui.widgets.flow_row import FlowRow
from ui.widgets.focus_ring import FocusRing
from ui.widgets.kiosk_button import KioskButton, KioskLook, SegmentBar
from ui.widgets.marks import TIER_LETTER, BoxedNumber, Dot, KeyHint, Pill, PillLook, TierTag
from ui.widgets.matrix_cell import CellMark, MatrixCell
from ui.widgets.metric_card import MetricCard
from ui.widgets.pressable import Pressable
from ui.widgets.progress_ticks import ProgressTicks
from ui.widgets.push_key import PushKey
from ui.widgets.quiet_message import MessageTone, QuietMessage
from ui.widgets.section_header import SectionHeader
from ui.widgets.text_label import ElidedLabel, FigureLabel, TextLabel
from ui.widgets.tile import Tile, TileLook

__all__ = [
    "TIER_LETTER",
    "AlertRow",
    "AlertSign",
    "Band",
    "BoxedNumber",
    "Card",
    "CardLook",
    "CellMark",
    "ChartBand",
    "ChartFace",
    "ChartLine",
    "ChartTarget",
    "Chip",
    "ChipFace",
    "ChipState",
    "CounterCard",
    "CounterFace",
    "CounterLook",
    "DayChart",
    "Dot",
    "ElidedLabel",
    "FigureLabel",
    "FlowRow",
    "FocusRing",
    "KeyHint",
    "KioskButton",
    "KioskLook",
    "MatrixCell",
    "MessageTone",
    "MetricCard",
    "Pill",
    "PillLook",
    "Pressable",
    "ProgressTicks",
    "PushKey",
    "QuietMessage",
    "Rule",
    "SectionHeader",
    "SegmentBar",
    "TextLabel",
    "TierTag",
    "Tile",
    "TileLook",
]
