"""Button that names the current source, with a menu of sources."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.recent_sources import RecentSources
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.background.sources import source_name
from gesture_app.gui.settings.address_dialog import AddressDialog
from gesture_app.gui.settings.open_dialog import OpenDialog
from gesture_app.gui.settings.recent_menu import RecentMenu
from gesture_app.gui.translation import tr
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.settings import DEMO, SourceChoice, SourceKind

_LEAST_CHARACTERS, _CHARACTERS = 8, 18
"""Least width in characters, in a bar that is too narrow and in any other."""
_SHORTCUTS = {"file": "Ctrl+O", "address": "Ctrl+L"}


class SourcePicker(QPushButton):
    """Shows the current source; its menu lists cameras, demo clip, recent sources, file and address.

    Args:
        sources: The sources; gets the choice.
        preferences: Holds the last folder and address.
        recent: The sources opened last.
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(
        self,
        sources: SourceController,
        preferences: Preferences,
        recent: RecentSources,
        icons: IconSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sources = sources
        self._preferences = preferences
        self._icons = icons
        self._theme = theme
        self._is_short = False
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.recent_menu = RecentMenu(recent, icons, self)
        self._open_file = self._command(tr("Open &file or folder…"), "file", self.ask_file)
        self._open_address = self._command(tr("Open &address…"), "address", self.ask_address)
        self._refresh_cameras = self._command(tr("&Look for cameras again"), "", sources.refresh_cameras)
        self._choices: list[QAction] = []
        self.setMenu(self._menu)
        self._symbol, self._name, self._arrow = QLabel(), QLabel(), QLabel("▾")
        self._lay_out()
        sources.changed.connect(self._refresh)
        sources.choose_requested.connect(self.showMenu)
        sources.file_requested.connect(self.ask_file)
        sources.address_requested.connect(self.ask_address)
        theme.changed.connect(self._refresh)
        self._refresh()

    def _lay_out(self) -> None:
        """Name on the left, arrow on the right; clicks go to the button."""
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        self._name.setMinimumWidth(1)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        for label, stretch in ((self._symbol, 0), (self._name, 1), (self._arrow, 0)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label, stretch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * 52)

    @property
    def choices(self) -> list[str]:
        """Texts of the sources in the menu, in order."""
        return [action.text() for action in self._choices]

    def shorten(self, is_short: bool) -> None:
        """Ask for no more room than symbol and arrow need, or for some of the name."""
        self._is_short = is_short
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for small windows; the name is elided then."""
        characters = _LEAST_CHARACTERS if self._is_short else _CHARACTERS
        return QSize(self.fontMetrics().averageCharWidth() * characters, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        """As high as a button with text."""
        height = super().sizeHint().height()
        return QSize(self.maximumWidth(), max(height, round(self.fontMetrics().height() * 2.1)))

    def ask_file(self) -> None:
        """Open the dialog for a video, an image or a folder of images."""
        dialog = OpenDialog(self._preferences.settings.last_folder, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._sources.select_file)
        dialog.open()

    def ask_address(self) -> None:
        """Open the dialog for an address."""
        dialog = AddressDialog(self._preferences.settings.last_address, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._sources.select_address(dialog.address))
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the name to the width."""
        super().resizeEvent(event)
        self._show_name()

    def _command(self, text: str, name: str, run: object) -> QAction:
        action = QAction(text, self)
        if name:
            action.setShortcut(QKeySequence(_SHORTCUTS[name]))
        action.triggered.connect(lambda _checked=False: run())  # type: ignore[operator]
        self.addAction(action)
        return action

    def _refresh(self) -> None:
        color = self._theme.colors.text
        self._menu.clear()
        self._choices = []
        for camera in self._sources.cameras:
            self._add_choice(SourceChoice(SourceKind.CAMERA, camera.id, camera.name), "camera")
        if not self._sources.cameras:
            self._menu.addAction(tr("No camera found")).setEnabled(False)
        self._menu.addAction(self._refresh_cameras)
        self._menu.addSeparator()
        current = self._sources.current
        if current is not None and current.kind in {SourceKind.FILE, SourceKind.ADDRESS}:
            self._add_choice(current, current.kind.value)
        self._add_choice(DEMO, "demo")
        self._menu.addSeparator()
        for action, icon in ((self._open_file, "file"), (self._open_address, "address")):
            action.setIcon(self._icons.icon(icon, color))
            self._menu.addAction(action)
        self.recent_menu.refresh(color)
        self._menu.addMenu(self.recent_menu)
        kind = "camera" if current is None else current.kind.value
        side_px = round(self.fontMetrics().height() * 1.2)
        self._symbol.setPixmap(self._icons.pixmap(kind, side_px, color, self.devicePixelRatioF()))
        self._show_name()

    def _add_choice(self, choice: SourceChoice, icon: str) -> None:
        current = self._sources.current
        name = source_name(choice)
        action = self._menu.addAction(name.replace("&", "&&"))
        action.setToolTip(choice.value or name)
        is_current = current is not None and (current.kind, current.value) == (choice.kind, choice.value)
        action.setCheckable(True)
        action.setChecked(is_current)
        font = action.font()
        font.setBold(is_current)
        action.setFont(font)
        colors = self._theme.colors
        action.setIcon(self._icons.icon("check", colors.accent) if is_current else self._icons.icon(icon, colors.text))
        action.triggered.connect(lambda _checked=False: self._sources.select(choice))
        self._choices.append(action)

    def _show_name(self) -> None:
        current = self._sources.current
        name = tr("Looking for cameras…") if current is None else source_name(current)
        # The label's width lags behind the button's, so the available width is computed from the button.
        width_px = self.width() - self.fontMetrics().height() * 2 - 44
        self._name.setText(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, width_px))
        self.setToolTip(name)
        self.setAccessibleName(tr("Source: {name}").format(name=name))
