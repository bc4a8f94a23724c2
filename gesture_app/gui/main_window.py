"""The main window: layout of source, notifications and pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gesture_app.gui.background.notices import Notices
from gesture_app.gui.background.preferences import Preferences
from gesture_app.gui.background.recent_sources import RecentSources
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.background.sources import shown_name
from gesture_app.gui.help.dialog import HelpDialog
from gesture_app.gui.pages import OpenPage, Page, PageActivity
from gesture_app.gui.settings.settings_menu import SettingsMenu
from gesture_app.gui.settings.source_picker import SourcePicker
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.fitting_bar import FittingBar
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.notifications import NotificationArea
from gesture_app.gui.widgets.page_area import PageArea
from gesture_app.gui.widgets.screen_fit import fitted_size
from gesture_app.gui.widgets.theme import Theme

TITLE = "Gesture App"
_MINIMUM_SIZE = QSize(560, 360)
_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Shows tabs, source, mirror button and settings on top, then notifications, then the page.

    It fits on its screen, and pages that are larger than the window scroll.

    Attributes:
        may_close: Returns whether the window may be closed now.

    Args:
        sources: Used by picker and mirror button.
        preferences: The settings.
        recent: The sources opened last.
        notices: The notifications.
        icons: The program's icons.
        theme: The current colours.
    """

    settings_requested = Signal()
    first_steps_requested = Signal()

    def __init__(
        self,
        sources: SourceController,
        preferences: Preferences,
        recent: RecentSources,
        notices: Notices,
        icons: IconSet,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self._sources = sources
        self._icons = icons
        self._theme = theme
        self.picker = SourcePicker(sources, preferences, recent, icons, theme)
        self.mirror_button = self._mirror_button()
        self.settings_menu = SettingsMenu(preferences, theme, self)
        self.settings_button = QPushButton()
        self.settings_button.setMenu(self.settings_menu)
        self.settings_button.setToolTip(tr("Settings"))
        for button in (self.mirror_button, self.settings_button, self.picker):
            # A mouse click must not take the focus, and so the space bar, from the page.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs = _Tabs()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        # The picker elides its text instead, so that all tabs stay visible.
        self._tabs.setUsesScrollButtons(False)
        self._registered: list[tuple[Page, PageActivity]] = []
        self._areas: dict[QWidget, PageArea] = {}
        self._pages = QStackedWidget()
        self._content = QStackedWidget()
        self._cover: PageArea | None = None
        self._tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.notification_area = NotificationArea(notices, icons, theme)
        self._lay_out()
        self.addAction(self.settings_menu.switch_theme)
        self.help: HelpDialog | None = None
        self._add_commands()
        self.setWindowTitle(TITLE)
        self.setWindowIcon(icons.icon("app"))
        self.setMinimumSize(_MINIMUM_SIZE)
        self.resize(fitted_size(_SIZE, self.screen().availableSize(), _MINIMUM_SIZE))
        self.setAcceptDrops(True)
        sources.changed.connect(self._refresh)
        theme.changed.connect(self._recolor)
        self._refresh()
        self._recolor()
        # Otherwise the picker would have the focus.
        self._pages.setFocus()

    def add_page(self, page: Page, opened: OpenPage) -> None:
        """Add a page after the others, with its tab and shortcut."""
        widget, activity = opened.widget, opened.activity
        area = self._areas[widget] = PageArea(widget)
        self._pages.addWidget(area)
        self._registered.append((page, activity or PageActivity(self)))
        self._registered[-1][1].changed.connect(self._bar.fit)
        index = self._tabs.addTab(translated(page.title))
        self._tabs.setTabToolTip(index, f"{translated(page.title)} ({page.shortcut})")
        self._tabs.setVisible(self._tabs.count() > 1)
        for action in self.actions():
            if action.shortcut() == QKeySequence(page.shortcut):
                action.setShortcut(QKeySequence())
        shortcut = QShortcut(QKeySequence(page.shortcut), self)
        shortcut.activated.connect(lambda: self.show_page(widget))
        self._recolor_tabs()
        self._bar.fit()

    def cover_pages(self, widget: QWidget) -> None:
        """Show a widget in place of the pages and their tabs, until a page is shown."""
        self.uncover_pages()
        self._tabs.hide()
        self._cover = PageArea(widget)
        self._content.setCurrentIndex(self._content.addWidget(self._cover))

    def uncover_pages(self) -> None:
        """Show the pages again; the widget that covered them is deleted."""
        self._tabs.setVisible(self._tabs.count() > 1)
        cover, self._cover = self._cover, None
        if cover is not None:
            self._content.removeWidget(cover)
            cover.deleteLater()
        self._bar.fit()

    def show_help(self) -> None:
        """Show keys, rules and about."""
        if self.help is None:
            self.help = HelpDialog(self)
            self.help.finished.connect(self._on_help_closed)
            self.help.first_steps_requested.connect(self.first_steps_requested)
            self.help.open()

    def toggle_full_screen(self) -> None:
        """Fill the whole screen, or go back to the window as it was."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def turn_pages(self, step: int) -> None:
        """Show the page that is so many tabs further, round and round."""
        self.uncover_pages()
        self._tabs.setCurrentIndex((self._tabs.currentIndex() + step) % max(1, self._tabs.count()))

    def show_page(self, page: QWidget) -> None:
        """Show a page."""
        self.uncover_pages()
        self._tabs.setCurrentIndex(self._pages.indexOf(self._areas[page]))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the window if :attr:`may_close` agrees."""
        event.setAccepted(self.may_close())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept one file or folder."""
        if _dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show the dropped file or folder as the source."""
        path = _dropped_path(event)
        if path is not None:
            event.acceptProposedAction()
            self._sources.select_file(path)

    def _add_commands(self) -> None:
        """Add the keys of the window, those with a text also to the menu."""
        self.settings_menu.addSeparator()
        for text, keys, run in (
            (tr("&All settings…"), "Ctrl+,", self.settings_requested.emit),
            (tr("&Keys, rules, about…"), "F1", self.show_help),
            (tr("F&irst steps"), "", self.first_steps_requested.emit),
            (tr("&Full screen"), "F11", self.toggle_full_screen),
            (tr("&Quit"), "Ctrl+Q", self.close),
            ("", "Ctrl+5", self.settings_requested.emit),
            ("", "Ctrl+Tab", lambda: self.turn_pages(1)),
            ("", "Ctrl+Shift+Tab", lambda: self.turn_pages(-1)),
        ):
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _checked=False, do=run: do())
            self.addAction(action)
            if text:
                self.settings_menu.addAction(action)

    def _on_help_closed(self) -> None:
        self.help = None

    def _mirror_button(self) -> QPushButton:
        button = QPushButton()
        button.setCheckable(True)
        button.setToolTip(tr("Show the picture as in a mirror (M)"))
        button.clicked.connect(self._sources.set_mirror)
        shortcut = QShortcut(QKeySequence("M"), self)
        shortcut.activated.connect(button.click)
        return button

    def _lay_out(self) -> None:
        self._bar = FittingBar()
        top = self._bar.row
        top.addWidget(self._tabs)
        top.addWidget(self.picker, 100)
        top.addStretch(1)
        top.addWidget(self.mirror_button)
        top.addWidget(self.settings_button)
        self._bar.shorten_with(self._shorten_buttons, self._shorten_tabs, self.picker.shorten)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(self._bar)
        layout.addWidget(self._content, 1)
        # Notifications float over the pages, and are hidden with them.
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._pages)
        self._content.addWidget(below)
        self.setCentralWidget(body)
        self.notification_area.float_over(self._pages)
        self._tabs.hide()

    def _shorten_buttons(self, is_short: bool) -> None:
        for button, name in ((self.mirror_button, tr("Mirror")), (self.settings_button, tr("Settings"))):
            arrow = "" if button.menu() is None else "  ▾"
            button.setText(arrow.strip() if is_short else f" &{name}{arrow}")
            button.setAccessibleName(name)

    def _shorten_tabs(self, is_short: bool) -> None:
        for index, (page, activity) in enumerate(self._registered):
            title = "" if is_short else translated(page.title)
            self._tabs.setTabText(index, f"{title}  {activity.text}".strip() if activity.text else title)
            told = f": {activity.description}" if activity.description else ""
            self._tabs.setAccessibleTabName(index, f"{translated(page.title)}{told}")

    def _refresh(self) -> None:
        self.mirror_button.setChecked(self._sources.mirror)
        name = "" if self._sources.current is None else shown_name(self._sources.current.name)
        self.setWindowTitle(f"{name} - {TITLE}" if name else TITLE)
        self._recolor_mirror()

    def _recolor(self) -> None:
        side_px = round(self.fontMetrics().height() * 1.15)
        for widget in (self.mirror_button, self.settings_button, self._tabs):
            widget.setIconSize(QSize(side_px, side_px))
        self.settings_button.setIcon(self._icons.icon("settings", self._theme.colors.text))
        self._recolor_mirror()
        self._recolor_tabs()

    def _recolor_tabs(self) -> None:
        for index, (page, _activity) in enumerate(self._registered):
            self._tabs.setTabIcon(index, self._icons.icon(page.icon, self._theme.colors.text))

    def _recolor_mirror(self) -> None:
        colors = self._theme.colors
        color = colors.on_accent if self.mirror_button.isChecked() else colors.text
        self.mirror_button.setIcon(self._icons.icon("mirror", color))


class _Tabs(QTabBar):
    """Tabs of which none is ever hidden."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def _dropped_path(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
