"""Every piece in every state on one page, as the design's table shows them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import Role, Scale, Type, Weight
from ui.widgets.alert_row import AlertRow, AlertSign
from ui.widgets.card import Band, Card, CardLook, Rule
from ui.widgets.chip import Chip, ChipFace, ChipState
from ui.widgets.counter_card import CounterCard, CounterFace, CounterLook
from ui.widgets.day_chart import ChartBand, ChartFace, ChartLine, ChartTarget, DayChart
from ui.widgets.kiosk_button import KioskButton, KioskLook, SegmentBar
from ui.widgets.marks import BoxedNumber, Dot, KeyHint, Pill, PillLook, TierTag
from ui.widgets.matrix_cell import CellMark, MatrixCell
from ui.widgets.metric_card import MetricCard
from ui.widgets.pressable import Pressable
from ui.widgets.progress_ticks import ProgressTicks
from ui.widgets.push_key import PushKey
from ui.widgets.quiet_message import QuietMessage
from ui.widgets.section_header import SectionHeader
from ui.widgets.text_label import FigureLabel, TextLabel
from ui.widgets.tile import Tile, TileLook

_Rows = tuple[tuple[str, Callable[[str], QWidget | None]], ...]

STATES = ("normal", "focus", "pressed", "disabled", "busy", "error")

_SMALL = Type(Scale.OVERVIEW, Role.SMALL)


class Gallery(QWidget):
    """The page; call `show_rings` once it is shown, since a ring needs a placed piece."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._ringed: list[Pressable] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(14)
        title = Type(Scale.OVERVIEW, Role.HEAD)
        column.addWidget(TextLabel("部件与状态 · Components and states", title))
        column.addLayout(self._state_table())
        column.addWidget(Rule())
        column.addLayout(self._kiosk_row())
        column.addLayout(self._marks_row())
        column.addLayout(self._figures_row())
        column.addStretch(1)

    def show_rings(self) -> None:
        """Put a focus ring on every piece of the focus column."""
        for piece in self._ringed:
            piece.show_ring()

    def _state_table(self) -> QGridLayout:
        table = QGridLayout()
        table.setHorizontalSpacing(18)
        table.setVerticalSpacing(16)
        for column, state in enumerate(STATES):
            table.addWidget(TextLabel(state, _SMALL, "ink_2"), 0, column + 1)
            table.setColumnStretch(column + 1, 1)
        rows: _Rows = (
            ("tile", _tile),
            ("button, main", _main_key),
            ("button", _plain_key),
            ("kiosk button", _kiosk_button),
            ("card", _counter),
            ("chip", _chip),
            ("progress", _progress),
            ("alert row", _alert),
            ("advice", _advice),
            ("matrix cell", _cell),
        )
        for row, (name, make) in enumerate(rows, start=1):
            table.addWidget(TextLabel(name, Type(Scale.OVERVIEW, Role.TEXT, Weight.BOLD)), row, 0)
            for column, state in enumerate(STATES):
                if (piece := make(state)) is not None:
                    self._set(piece, state)
                    table.addWidget(piece, row, column + 1)
        return table

    def _set(self, piece: QWidget, state: str) -> None:
        if not isinstance(piece, Pressable):
            return
        if state == "focus":
            self._ringed.append(piece)
        elif state == "pressed":
            piece.setDown(True)
        elif state == "busy" and not isinstance(piece, Chip | CounterCard | AlertRow | MatrixCell):
            piece.show_busy_now()

    def _kiosk_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        quick = Tile()
        quick.set_look(TileLook.QUICK)
        quick.show_service("一键取号 · 现金取款", "Cash withdrawal, one tap", "cash")
        quick.show_wait("9–14 分", "前面 5 人")
        elder = Tile(Scale.ELDER)
        elder.show_service("取钱", "Cash")
        elder.show_wait("9–14 分钟", "前面 5 人")
        row.addWidget(quick, 3)
        row.addWidget(elder, 2)
        return row

    def _marks_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        bar = Band("brand_deep")
        inside = QHBoxLayout(bar)
        inside.setSpacing(14)
        segments = SegmentBar()
        segments.set_choices((("zh_CN", "中文"), ("en", "English"), ("elder", "大字版")))
        segments.select("zh_CN")
        serving, paused = Pill("办理中", icon="dot"), Pill("暂停", icon="pause")
        serving.set_look(PillLook.ON_BAR)
        paused.set_look(PillLook.PAUSED)
        for piece in (segments, BoxedNumber("3"), serving, paused, Dot("general_inv")):
            inside.addWidget(piece)
        row.addWidget(bar)
        marks = (
            Pill("绿色通道", "green", "heart-fill"),
            Pill("S 特殊", "special"),
            Pill("G 一般", "general"),
            Pill("潜力客户", "value_added"),
            Pill("对公", "corporate"),
            Pill("请慢些说", "brand"),
            Pill("张*"),
            TierTag("general"),
            TierTag("special"),
            TierTag("value_added"),
            TierTag("corporate", size_px=24),
            KeyHint("F9"),
        )
        for mark in marks:
            row.addWidget(mark)
        row.addStretch(1)
        return row

    def _figures_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        left = QVBoxLayout()
        header = SectionHeader(Scale.KIOSK)
        header.show_header("一般业务", "General", "7 人等候", "general")
        metric = MetricCard()
        metric.show_metric("最长等候", "27:10", "A043 · 目标 20 分 · 6 人超时", "late")
        left.addWidget(header)
        left.addWidget(metric)
        for tone, text in (
            ("info", "<b>3 秒内</b>可撤销本次呼叫"),
            ("ok", "纸已更换"),
            ("warn", "离线：仍可取号"),
            ("late", "A031 已被 1 号叫走"),
        ):
            message = QuietMessage()
            message.say(text, tone)
            if tone == "info":
                undo = PushKey("撤销", "Ctrl Z")
                undo.set_compact(True)
                message.add_action(undo)
            left.addWidget(message)
        number = FigureLabel("C027", Type(Scale.CONSOLE, Role.NUMBER), "green")
        sentence = TextLabel("", Type(Scale.CONSOLE, Role.TEXT), "ink_2")
        sentence.set_wrapping(True)
        sentence.set_strong_tone("special")
        sentence.set_marked(
            "领先 <b>C021</b> 0.17（等候 14 / 15 分 0.93）。优先已由 0102 确认：见到本人。"
        )
        left.addWidget(number)
        left.addWidget(sentence)
        left.addStretch(1)
        chart = DayChart()
        chart.setMinimumHeight(360)
        chart.show_chart(sample_chart())
        row.addLayout(left, 1)
        row.addWidget(chart, 1)
        return row


def sample_chart() -> ChartFace:
    """A morning that gets crowded, with two ways on from 10:58."""
    past = ((540, 1), (570, 4), (600, 8), (630, 12), (658, 21))
    stay = ((658, 21), (675, 24), (690, 26), (720, 21), (750, 15), (780, 12))
    opened = ((658, 21), (675, 19), (690, 15), (720, 10), (750, 8), (780, 6.5))
    band = ((658, 21, 21), (675, 19, 29), (690, 18, 33), (720, 14, 30), (750, 10, 23), (780, 7, 18))
    return ChartFace(
        540,
        780,
        40,
        tuple((hour * 60, f"{hour}:00") for hour in range(9, 14)),
        tuple((value, str(value)) for value in (0, 10, 20, 30, 40)),
        (
            ChartLine(past, "brand", width_px=3),
            ChartLine(stay, "late", "维持现状", (738, 27), dotted=True),
            ChartLine(opened, "green", "开放 10 号", (680, 10)),
        ),
        (ChartBand(band),),
        ChartTarget(20, "目标 20 分"),
        (658, 21),
    )


def _tile(state: str) -> QWidget:
    tile = Tile(Scale.OVERVIEW)
    tile.show_service("缴费", "Bills")
    tile.show_wait("6–10 分", "前面 3 人")
    if state == "disabled":
        tile.show_service("对公", "Corporate")
        tile.show_closed("13:30 起", "8 号窗口")
    elif state == "busy":
        tile.set_busy(True, "正在取号")
    elif state == "error":
        tile.show_trouble("找大堂经理")
    return tile


def _main_key(state: str) -> QWidget:
    key = PushKey("呼叫下一位", "F9", main=True)
    key.setEnabled(state != "disabled")
    return key


def _plain_key(state: str) -> QWidget:
    key = PushKey("重呼", "F6")
    if state == "disabled":
        key.setText("过号 1:12")
        key.setEnabled(False)
    if state == "error":
        key.setText("语音未响")
        key.set_trouble(True)
    return key


def _kiosk_button(state: str) -> QWidget:
    button = KioskButton("需要协助", KioskLook.HELP, "heart")
    button.setEnabled(state != "disabled")
    if state == "busy":
        button.set_look(KioskLook.MAIN)
    button.set_trouble(state == "error")
    return button


def _counter(state: str) -> QWidget:
    card = CounterCard()
    card.show_face(
        {
            "disabled": CounterFace(
                "4 号", "非现金", "暂停", look=CounterLook.IDLE, left="休息", right="11:00 返回"
            ),
            "busy": CounterFace(
                "11 号",
                "现金",
                "A053",
                "general",
                CounterLook.CALLED,
                "已叫号",
                "00:21",
                0.23,
                True,
            ),
            "error": CounterFace(
                "6 号",
                "非现金",
                "C042",
                "special",
                CounterLook.OVER,
                "变更",
                "19:40 / 4–17 分",
                1.0,
            ),
            "pressed": CounterFace(
                "10 号", "现金 弹性", "关闭", look=CounterLook.OFFERED, left="可立即开放"
            ),
        }.get(
            state,
            CounterFace("1 号", "现金", "A041", left="取款", right="02:10 / 1–6 分", progress=0.3),
        )
    )
    return card


def _chip(state: str) -> QWidget:
    chip = Chip()
    chip.show_ticket(
        {
            "disabled": ChipFace("挂起 A045", "plain", ChipState.HELD),
            "busy": ChipFace("C061 0:40", "green", ChipState.PENDING, True),
            "error": ChipFace("A043 27:10", "general", ChipState.OVERDUE),
            "normal": ChipFace("A046 19:12", "general", ChipState.AMBER),
        }.get(state, ChipFace("A048 14:50"))
    )
    return chip


def _progress(state: str) -> QWidget | None:
    bar = ProgressTicks()
    if state in {"focus", "pressed"}:
        return None
    done = {"disabled": None, "busy": 0.1, "error": 1.0}.get(state, 0.4)
    bar.show_progress(done, () if done is None else (0.22, 0.83), over=state == "error")
    return bar


def _alert(state: str) -> QWidget:
    row = AlertRow()
    row.show_alert(
        *{
            "disabled": (AlertSign.DONE, "纸已更换", "0102 · 10:52"),
            "busy": (AlertSign.WARN, "取号机纸剩 8%", "处理中 · 0102"),
            "error": (
                AlertSign.ASK,
                "大屏无回应",
                "最后 10:51，语音照常；请到大屏处看一看电源和网线",
            ),
        }.get(state, (AlertSign.URGENT, "4 人超过 20 分", "A043 1–3 分叫号"))
    )
    return row


def _advice(state: str) -> QWidget:
    looks = {"disabled": CardLook.STALE, "error": CardLook.WARN}
    card = Card(looks.get(state, CardLook.DECIDE))
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 9, 12, 9)
    title = "暂不建议" if state == "error" else "开放 10 号"
    tone = {"disabled": "ink_2", "error": "warn_ink"}.get(state, "brand_ink")
    column.addWidget(TextLabel(title, Type(Scale.OVERVIEW, Role.TEXT, Weight.BOLD), tone))
    column.addWidget(TextLabel("−14 分（−17 至 −11）", _SMALL, "ink_2"))
    key = PushKey("开放", main=state not in looks)
    key.set_compact(True)
    key.setEnabled(state != "busy")
    column.addWidget(key)
    return card


def _cell(state: str) -> QWidget:
    cell = MatrixCell()
    cell.show_cell(
        {
            "normal": CellMark.BACKS_UP,
            "pressed": CellMark.LENDABLE,
            "disabled": CellMark.FORBIDDEN,
            "busy": CellMark.EMPTY,
            "error": CellMark.EXPIRED,
        }.get(state, CellMark.SERVES)
    )
    return cell
