"""Controls below a clip or a folder of images."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QSlider, QStyle, QWidget

from gesture_app.domain.ports import PlaybackState
from gesture_app.domain.ports.playback import SPEEDS
from gesture_app.gui.background.playback_controller import PlaybackController
from gesture_app.gui.live.playback_texts import playback_texts, speed_text
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.notifications import KEEP_CLEAR
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow


class PlaybackBar(QWidget):
    """Play, steps, position, loop and speed; hidden for cameras and single images.

    Args:
        controller: Controls the source.
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(
        self, controller: PlaybackController, icons: IconSet, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._controller = controller
        self._icons = icons
        self._theme = theme
        self._shown: PlaybackState | None = None
        self.setProperty(KEEP_CLEAR, True)
        self.back_button = self._button(lambda: controller.step(-1))
        self.play_button = self._button(controller.toggle)
        self.forward_button = self._button(lambda: controller.step(1))
        self.slider = SeekSlider()
        self.slider.setAccessibleName(tr("Position"))
        self.slider.valueChanged.connect(controller.seek)
        self.position = QLabel()
        self.position.setObjectName("muted")
        self.loop_button = self._button(controller.toggle_loop)
        self.loop_button.setCheckable(True)
        self.loop_button.setToolTip(tr("Start again at the end (O)"))
        self.loop_button.setAccessibleName(tr("Start again at the end"))
        self.speed_button = QPushButton()
        self.speed_button.setToolTip(tr("Speed (+ and -)"))
        self.speed_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._speeds = self._speed_actions()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._left, self._right = WrappingRow(), WrappingRow()
        self._lay_out()
        controller.changed.connect(self._refresh)
        theme.changed.connect(self._recolor)
        self.hide()
        self._refresh()

    def _button(self, run: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        # A mouse click must not take the focus, and so the space bar, from the page.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked: run())
        return button

    def _speed_actions(self) -> dict[float, QAction]:
        menu = QMenu(self)
        group = QActionGroup(menu)
        actions = {}
        for speed in SPEEDS:
            action = actions[speed] = menu.addAction(speed_text(speed))
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, chosen=speed: self._controller.set_speed(chosen))
            group.addAction(action)
        self.speed_button.setMenu(menu)
        return actions

    def _lay_out(self) -> None:
        self._left.add(self.back_button, self.play_button, self.forward_button)
        self._right.add(self.loop_button, self.speed_button)
        middle = QHBoxLayout()
        middle.addWidget(self.slider, 1)
        middle.addWidget(self.position)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._left)
        self._row.addLayout(middle, 1)
        self._row.addWidget(self._right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the slider between the buttons, or on a line of its own where it is narrow."""
        super().resizeEvent(event)
        needed_px = sum(part.sizeHint().width() for part in (self._left, self.position, self._right))
        fits = needed_px + self.slider.minimumWidth() + self._row.spacing() * 4 < self.width()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)

    def _refresh(self) -> None:
        state = self._controller.state
        self.setVisible(state is not None)
        if state is None or state == self._shown:
            return
        before, self._shown = self._shown, state
        texts = playback_texts(state)
        self.position.setText(texts.position)
        self.slider.show_position(state.position, state.count)
        self.loop_button.setChecked(state.is_looping)
        self._speeds.get(state.speed, self._speeds[1.0]).setChecked(True)
        self.speed_button.setText(f"{texts.speed}  ▾")
        self.speed_button.setAccessibleName(tr("Speed: {speed}").format(speed=texts.speed))
        for button, text, key in (
            (self.back_button, texts.back, ","),
            (self.play_button, texts.toggle, "K"),
            (self.forward_button, texts.forward, "."),
        ):
            button.setToolTip(f"{text} ({key})")
            button.setAccessibleName(text)
        if before is None or (before.is_paused, before.is_looping) != (state.is_paused, state.is_looping):
            self._recolor()

    def _recolor(self) -> None:
        colors, state = self._theme.colors, self._shown
        is_paused = state is not None and state.is_paused
        self._icons.put_on(self.back_button, "step_back", colors.text)
        self._icons.put_on(self.play_button, "play" if is_paused else "pause", colors.text)
        self._icons.put_on(self.forward_button, "step_forward", colors.text)
        self._icons.put_on(self.loop_button, "loop", colors.on_accent if self.loop_button.isChecked() else colors.text)


class SeekSlider(QSlider):
    """A slider that goes to where it is clicked. It emits ``valueChanged`` only for changes by the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 10)

    def show_position(self, position: int, count: int | None) -> None:
        """Show where the clip is, unless the user drags the handle; without a number of frames it cannot be moved."""
        if self.isSliderDown():
            return
        before = self.blockSignals(True)
        self.setEnabled(count is not None)
        self.setMaximum(max(1, position if count is None else count - 1))
        self.setPageStep(max(1, self.maximum() // 10))
        self.setValue(position)
        self.blockSignals(before)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the handle below the pointer, from where it can be dragged."""
        if event.button() is Qt.MouseButton.LeftButton:
            handle = self.style().pixelMetric(QStyle.PixelMetric.PM_SliderLength, None, self)
            across = round(event.position().x() - handle / 2)
            span = max(1, self.width() - handle)
            self.setValue(QStyle.sliderValueFromPosition(self.minimum(), self.maximum(), across, span))
        super().mousePressEvent(event)
