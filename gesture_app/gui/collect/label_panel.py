"""Panel with the list of labels and the recording buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from gesture_app.domain.message import Message
from gesture_app.domain.samples.collecting import BurstLength
from gesture_app.gui.background.memory_state import MemoryState
from gesture_app.gui.collect.label_list import LabelList
from gesture_app.gui.collect.people_choice import PeopleMenu, PersonBox
from gesture_app.gui.collect.people_controller import PeopleController
from gesture_app.gui.collect.texts import memory_help, memory_text
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.text_size import enlarge
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow

BURSTS = (
    (Message("5 seconds"), BurstLength(seconds=5)),
    (Message("10 seconds"), BurstLength(seconds=10)),
    (Message("10 samples"), BurstLength(samples=10)),
    (Message("30 samples"), BurstLength(samples=30)),
)
"""Choices for the length of a burst."""


class LabelPanel(QWidget):
    """The labels on top; below them the buttons, and the choice whether samples count at once.

    Args:
        people: The controller of people.
        icons: The icons of the program.
        theme: The current colours.
        parent: Parent widget.
    """

    folder_requested = Signal()
    video_requested = Signal()
    archive_requested = Signal()
    export_requested = Signal()

    def __init__(self, people: PeopleController, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = people
        self._icons = icons
        self._theme = theme
        self.burst_length = BURSTS[0][1]
        self.list = LabelList(icons, theme)
        self._title = QLabel(tr("Gestures"))
        enlarge(self._title, 1.1)
        self.person_box = PersonBox(people)
        self.add_button = self._button(tr("&New"), tr("A gesture of your own (Ctrl+N)"))
        self.edit_button = self._button("", tr("Change name, key and icon of this gesture (F2)"))
        self.remove_button = self._button("", tr("Take this gesture off the list"))
        self.record_button = self._button(tr("Hold to record"), tr("Hold it, or the space bar, or the gesture's key"))
        self.record_button.setObjectName("primary")
        self.burst_button = self._button(tr("Burst"), tr("Record by itself after a countdown (Enter); Esc stops"))
        self.length_button = self._button("", tr("How long a burst is"))
        self.gallery_button = self._button(tr("&Gallery"), tr("Look through what was recorded (Ctrl+G)"))
        self.exchange_button = self._button(tr("&Import, export") + "  ▾", tr("Pictures, videos and archives (Ctrl+I)"))
        self.exchange_button.setAccessibleName(tr("Import, export"))
        self.length_button.setMenu(self._length_menu())
        self.export_action = QAction(tr("&Export all samples…"), self)
        self.export_action.triggered.connect(self.export_requested)
        self.exchange_button.setMenu(self._exchange_menu())
        self.memory_box = QCheckBox()
        self.memory_box.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.people_button = self._button("", tr("Whose samples count at once; forget, rename, delete"))
        self.people_button.setObjectName("quiet")
        self.people_menu = PeopleMenu(people, self)
        self.people_button.setMenu(self.people_menu)
        people.changed.connect(self._show_people)
        self._lay_out()
        self._show_people()
        self._show_length()
        theme.changed.connect(self._recolor)
        self._recolor()

    def show_burst(self, *, is_on: bool) -> None:
        """Show whether a burst runs, which the button then stops."""
        self.burst_button.setText(" " + tr("Stop") if is_on else " " + tr("Burst"))
        self.burst_button.setIcon(self._icons.icon("stop" if is_on else "timer", self._theme.colors.text))

    def show_memory(self, state: MemoryState) -> None:
        """Show whether samples count at once, and how many do."""
        self.memory_box.setChecked(state.is_on)
        self.memory_box.setEnabled(state.is_supported)
        self.memory_box.setText(memory_text(state))
        self.memory_box.setToolTip(memory_help(state))

    def _show_people(self) -> None:
        state = self._people.state
        self.people_button.setText(f"{state.acting_text}  ▾")
        self.people_button.setAccessibleName(tr("Count at once: {whose}").format(whose=state.acting_text))
        self.people_button.setVisible(bool(state.names))

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(f" {text}" if text else "")
        button.setToolTip(tip)
        button.setAccessibleName(tip if not text else "")
        # A mouse click must not take the keyboard focus from recording.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _lay_out(self) -> None:
        head = WrappingRow(spacing_px=4, is_filled=True)
        for button in (self.add_button, self.edit_button, self.remove_button):
            button.setObjectName("quiet")
        # They stay together where the row goes on in a further line.
        change = QWidget()
        change_row = QHBoxLayout(change)
        change_row.setContentsMargins(0, 0, 0, 0)
        change_row.setSpacing(4)
        for button in (self.add_button, self.edit_button, self.remove_button):
            change_row.addWidget(button)
        change_row.addStretch(1)
        head.add(self._title, self.person_box, change)
        burst, rest = WrappingRow(is_filled=True), WrappingRow(is_filled=True)
        for button in (self.burst_button, self.length_button, self.gallery_button, self.exchange_button):
            button.setObjectName("choice")
        burst.add(self.burst_button, self.length_button)
        rest.add(self.gallery_button, self.exchange_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.record_button)
        layout.addWidget(burst)
        layout.addWidget(rest)
        layout.addWidget(self.memory_box)
        layout.addWidget(self.people_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _length_menu(self) -> QMenu:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for text, length in BURSTS:
            action = menu.addAction(translated(text))
            action.setCheckable(True)
            action.setChecked(length == self.burst_length)
            action.triggered.connect(lambda _checked=False, chosen=length: self._choose_length(chosen))
            group.addAction(action)
        return menu

    def _exchange_menu(self) -> QMenu:
        menu = QMenu(self)
        self.import_actions = [
            menu.addAction(text)
            for text in (
                tr("Import a folder of &pictures…"),
                tr("Import a &video…"),
                tr("Import an &archive made by Export…"),
            )
        ]
        requests = (self.folder_requested, self.video_requested, self.archive_requested)
        for action, request in zip(self.import_actions, requests, strict=True):
            action.triggered.connect(request)
        menu.addSeparator()
        menu.addAction(self.export_action)
        return menu

    def _choose_length(self, length: BurstLength) -> None:
        self.burst_length = length
        self._show_length()

    def _show_length(self) -> None:
        text = translated(next(text for text, length in BURSTS if length == self.burst_length))
        self.length_button.setText(f"{text}  ▾")
        self.length_button.setAccessibleName(tr("Burst: {text}").format(text=text))

    def _recolor(self) -> None:
        colors = self._theme.colors
        for button, name, color in (
            (self.add_button, "add", colors.text),
            (self.edit_button, "edit", colors.text),
            (self.remove_button, "erase", colors.text),
            (self.record_button, "record", colors.on_accent),
            (self.burst_button, "timer", colors.text),
            (self.gallery_button, "gallery", colors.text),
        ):
            self._icons.put_on(button, name, color)
