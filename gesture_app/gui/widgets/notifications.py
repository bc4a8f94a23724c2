"""Shows notifications as banners above the page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme

_KIND_NAMES = {
    NoticeKind.INFO: "Notice",
    NoticeKind.SUCCESS: "Done",
    NoticeKind.WARNING: "Warning",
    NoticeKind.ERROR: "Error",
}


class NotificationArea(QWidget):
    """Shows a banner for each notification; hidden without any.

    Args:
        notices: The notifications.
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(self, notices: Notices, icons: IconSet, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices = notices
        self._icons = icons
        self._theme = theme
        self._banners: dict[int, tuple[Notification, Banner]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        # A removed banner's area may be painted once before the widget shrinks; the other banners must not fill it.
        self._layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        notices.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def banners(self) -> list[Banner]:
        """The shown banners, newest first."""
        return [self._banners[id(n)][1] for n in self._notices.shown]

    def _on_changed(self) -> None:
        shown = self._notices.shown
        for identity in set(self._banners) - {id(n) for n in shown}:
            _notification, banner = self._banners.pop(identity)
            self._layout.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        for row, notification in enumerate(shown):
            if id(notification) not in self._banners:
                banner = Banner(notification, self._notices, self._icons, self._theme)
                self._banners[id(notification)] = (notification, banner)
                self._layout.insertWidget(row, banner)
                QAccessible.updateAccessibility(QAccessibleEvent(banner, QAccessible.Event.Alert))
        self.setVisible(bool(shown))


class Banner(QFrame):
    """One notification: icon, title, hint, buttons.

    Args:
        notification: The notification.
        notices: Removes it when it is dismissed.
        icons: The program's icons.
        theme: The current colours.
    """

    def __init__(self, notification: Notification, notices: Notices, icons: IconSet, theme: Theme) -> None:
        super().__init__()
        self.notification = notification
        self._notices = notices
        self._icons = icons
        self._theme = theme
        self.setObjectName("banner")
        self.setAccessibleName(f"{_KIND_NAMES[notification.kind]}: {notification.title}")
        self.setAccessibleDescription(notification.hint)
        self._symbol = QLabel()
        self._symbol.setAccessibleName(_KIND_NAMES[notification.kind])
        self.close_button = QToolButton()
        self.close_button.setToolTip("Dismiss")
        self.close_button.setAccessibleName("Dismiss this message")
        self.close_button.clicked.connect(lambda: notices.dismiss(notification))
        self._lay_out()
        theme.changed.connect(self._recolor)
        self._recolor()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        for name, text in (("title", self.notification.title), ("hint", self.notification.hint)):
            if text:
                label = QLabel(text)
                label.setObjectName(name)
                label.setWordWrap(True)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                texts.addWidget(label)
        layout.addLayout(texts, 1)
        for action in self.notification.actions:
            button = QPushButton(action.text)
            # A click must not take the focus from the page: the banner is removed with it.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, chosen=action: self._run(chosen))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _run(self, action: Action) -> None:
        self._notices.dismiss(self.notification)
        action.run()

    def _recolor(self) -> None:
        colors = self._theme.colors
        kind = self.notification.kind.value
        color = str(getattr(colors, kind))
        side_px = round(self.fontMetrics().height() * 1.5)
        self._symbol.setPixmap(self._icons.pixmap(kind, side_px, color, self.devicePixelRatioF()))
        self.close_button.setIcon(self._icons.icon("close", colors.muted))
        self.close_button.setIconSize(QSize(side_px, side_px) * 0.7)
        self.setStyleSheet(f"""
            QFrame#banner {{ background: {colors.surface}; border: 1px solid {color}; border-radius: 8px; }}
            QLabel {{ background: transparent; border: none; color: {colors.text}; }}
            QLabel#title {{ font-weight: bold; }}
            QLabel#hint {{ color: {colors.muted}; }}
            QToolButton {{ border: 1px solid transparent; background: transparent; padding: 5px; }}
            QToolButton:hover {{ background: {colors.raised}; }}
            QToolButton:focus {{ border: 2px solid {colors.accent}; padding: 4px; }}
        """)
