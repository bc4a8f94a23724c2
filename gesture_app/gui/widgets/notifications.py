"""Shows notifications: one banner over the page, and questions beside their buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gesture_app.domain.message import Message
from gesture_app.gui.background.notices import Action, NoticeKind, Notices, Notification
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.icons import IconSet
from gesture_app.gui.widgets.theme import Theme
from gesture_app.gui.widgets.wrapping_row import WrappingRow

NEWS_MS = 6000
"""Display time of news."""
NEWS_WITH_BUTTONS_MS = 12000

KEEP_CLEAR = "keepClear"
"""Property of widgets at the bottom of a page that banners do not cover, such as the buttons of a clip."""

_MARGIN_PX = 12
_WIDTH_CHARS = 110
_TEXT_CHARS = 40
"""Room for the texts beside the buttons, in characters."""
_MOVES = (
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)
_KIND_NAMES = {
    NoticeKind.INFO: Message("Notice"),
    NoticeKind.SUCCESS: Message("Done"),
    NoticeKind.WARNING: Message("Warning"),
    NoticeKind.ERROR: Message("Error"),
}


class NotificationArea(QWidget):
    """Shows one notification at a time over the page, and questions beside their buttons; nothing moves for them.

    News goes away by itself, unless the pointer is on it. When it goes, the most severe lasting state is shown again.

    Attributes:
        news_timer: Ends the display of news.

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
        self._banner: Banner | None = None
        self._question: Banner | None = None
        self._page: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.news_timer = QTimer(self)
        self.news_timer.setSingleShot(True)
        self.news_timer.timeout.connect(self._end_news)
        notices.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def banner(self) -> Banner | None:
        """The shown banner."""
        return self._banner

    @property
    def question(self) -> Banner | None:
        """The shown question."""
        return self._question

    def float_over(self, page: QWidget) -> None:
        """Show banners over the bottom of a widget, whose parent becomes that of the area."""
        self._page = page
        self.setParent(page.parentWidget())
        page.installEventFilter(self)
        self._on_changed()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page and what is kept clear on it, and close a question whose button is hidden."""
        if (watched is self._page or watched.property(KEEP_CLEAR)) and event.type() in _MOVES:
            self._place()
        question = self._question
        if question is not None and watched is question.notification.anchor and event.type() is QEvent.Type.Hide:
            self._notices.dismiss(question.notification)
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Keep news while it is read."""
        super().enterEvent(event)
        self.news_timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Let news go after a while."""
        super().leaveEvent(event)
        self._start_timer()

    def _on_changed(self) -> None:
        current, question = self._notices.current, self._notices.question
        if self._banner is None or self._banner.notification is not current:
            _discard(self._banner)
            self._banner = None
            if current is not None:
                self._banner = Banner(current, self._notices, self._icons, self._theme)
                self._layout.addWidget(self._banner)
                QAccessible.updateAccessibility(QAccessibleEvent(self._banner, QAccessible.Event.Alert))
            self._start_timer()
        self.setVisible(current is not None)
        self._place()
        if self._question is None or self._question.notification is not question:
            self._close_question()
            if question is not None:
                self._ask(question)

    def _start_timer(self) -> None:
        current = self._notices.current
        if current is None or not current.is_passing:
            self.news_timer.stop()
        else:
            self.news_timer.start(NEWS_WITH_BUTTONS_MS if current.actions else NEWS_MS)

    def _end_news(self) -> None:
        current = self._notices.current
        if current is not None and current.is_passing:
            self._notices.dismiss(current)

    def _place(self) -> None:
        """Put the banner over the bottom left of the page, as high as its text needs, above what is kept clear."""
        page = self._page
        if page is None or self._banner is None:
            return
        most = self.fontMetrics().averageCharWidth() * _WIDTH_CHARS
        width = max(1, min(most, page.width() - 2 * _MARGIN_PX))
        height = self._banner.height_for(width)
        self.setGeometry(page.x() + _MARGIN_PX, self._bottom(page) - _MARGIN_PX - height, width, height)
        self.raise_()

    def _bottom(self, page: QWidget) -> int:
        """Where the room for banners ends."""
        kept = [widget for widget in page.findChildren(QWidget) if widget.property(KEEP_CLEAR)]
        for widget in kept:
            widget.installEventFilter(self)
        tops = [widget.mapTo(page, QPoint(0, 0)).y() for widget in kept if widget.isVisible()]
        return page.y() + min(tops, default=page.height() - 1)

    def _ask(self, question: Notification) -> None:
        """Show a question below its button, or above it where there is no room."""
        anchor = question.anchor
        if not isinstance(anchor, QWidget):
            return
        window = anchor.window()
        banner = self._question = Banner(question, self._notices, self._icons, self._theme, window)
        anchor.installEventFilter(self)
        most = self.fontMetrics().averageCharWidth() * _WIDTH_CHARS * 2 // 3
        width = max(1, min(most, window.width() - 2 * _MARGIN_PX))
        height = banner.height_for(width)
        corner = anchor.mapTo(window, QPoint(anchor.width() - width, anchor.height() + _MARGIN_PX // 2))
        if corner.y() + height > window.height():
            corner.setY(anchor.mapTo(window, QPoint(0, 0)).y() - height - _MARGIN_PX // 2)
        x = max(_MARGIN_PX, min(corner.x(), window.width() - width - _MARGIN_PX))
        banner.setGeometry(x, max(_MARGIN_PX, corner.y()), width, height)
        banner.show()
        banner.raise_()
        banner.close_button.setFocus()
        QAccessible.updateAccessibility(QAccessibleEvent(banner, QAccessible.Event.Alert))

    def _close_question(self) -> None:
        question, self._question = self._question, None
        if question is None:
            return
        anchor = question.notification.anchor
        if isinstance(anchor, QWidget) and isValid(anchor):
            anchor.removeEventFilter(self)
            if question.isAncestorOf(self.focusWidget() or QApplication.focusWidget() or self):
                anchor.setFocus()
        _discard(question)


def _discard(banner: Banner | None) -> None:
    if banner is not None:
        banner.hide()
        banner.deleteLater()


class Banner(QFrame):
    """One notification: icon, title, hint, buttons.

    Args:
        notification: The notification.
        notices: Removes it when it is dismissed.
        icons: The program's icons.
        theme: The current colours.
        parent: Parent widget.
    """

    def __init__(
        self,
        notification: Notification,
        notices: Notices,
        icons: IconSet,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.notification = notification
        self._notices = notices
        self._icons = icons
        self._theme = theme
        self.setObjectName("banner")
        kind = translated(_KIND_NAMES[notification.kind])
        self.setAccessibleName(f"{kind}: {translated(notification.title)}")
        self.setAccessibleDescription(translated(notification.hint))
        self._symbol = QLabel()
        self._symbol.setAccessibleName(kind)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons = WrappingRow(spacing_px=12, parent=self)
        self.close_button = QToolButton()
        dismiss = tr("Cancel") if notification.is_question else tr("Dismiss")
        self.close_button.setToolTip(f"{dismiss} (Esc)" if notification.is_question else dismiss)
        self.close_button.setAccessibleName(dismiss if notification.is_question else tr("Dismiss this message"))
        self.close_button.clicked.connect(lambda: notices.dismiss(notification))
        self._lay_out()
        theme.changed.connect(self._recolor)
        self._recolor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel a question on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._notices.dismiss(self.notification)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignVCenter)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        for name, text in (("title", self.notification.title), ("hint", self.notification.hint)):
            if text:
                label = QLabel(translated(text))
                label.setObjectName(name)
                label.setWordWrap(True)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                texts.addWidget(label)
        self._body.addLayout(texts, 1)
        layout.addLayout(self._body, 1)
        for action in self.notification.actions:
            button = QPushButton(translated(action.text))
            # A click must not take the focus from the page: the banner is removed with it.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, chosen=action: self._run(chosen))
            self._buttons.add(button)
        if self.notification.actions:
            self._body.addWidget(self._buttons)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def height_for(self, width: int) -> int:
        """The height that the texts need in this width; the buttons go below them where it is narrow."""
        self.ensurePolished()
        texts_px = self.fontMetrics().averageCharWidth() * _TEXT_CHARS
        fits = self._buttons.sizeHint().width() + texts_px < width
        self._body.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        return self.heightForWidth(width)

    def _run(self, action: Action) -> None:
        self._notices.dismiss(self.notification)
        action.run()

    def _recolor(self) -> None:
        colors = self._theme.colors
        kind = self.notification.kind.value
        color = str(getattr(colors, kind))
        side_px = round(self.fontMetrics().height() * 1.5)
        self._symbol.setPixmap(self._icons.pixmap(kind, side_px, color, self.devicePixelRatioF()))
        if self.notification.is_question:
            self.close_button.setText(tr("Cancel"))
        else:
            self.close_button.setIcon(self._icons.icon("close", colors.muted))
        self.close_button.setIconSize(QSize(side_px, side_px) * 0.7)
        self.setStyleSheet(f"""
            QFrame#banner {{ background: {colors.surface}; border: 1px solid {color}; border-radius: 8px; }}
            QLabel {{ background: transparent; border: none; color: {colors.text}; }}
            QLabel#title {{ font-weight: bold; }}
            QLabel#hint {{ color: {colors.muted}; }}
            QToolButton {{ border: 1px solid transparent; background: transparent; padding: 5px; }}
            QToolButton {{ color: {colors.text}; }}
            QToolButton:hover {{ background: {colors.raised}; }}
            QToolButton:focus {{ border: 2px solid {colors.accent}; padding: 4px; }}
        """)
