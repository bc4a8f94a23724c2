"""What keyboards and screen readers find of a window."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QStackedWidget,
    QTabBar,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
_MOST_STOPS = 150


def role(widget: QWidget) -> QAccessible.Role:
    """What screen readers call a widget."""
    return QAccessible.queryAccessibleInterface(widget).role()


def name(widget: QWidget) -> str:
    """The name that screen readers say."""
    if isinstance(widget, QComboBox):
        # Qt reports the chosen text as the name, and the name as a relation.
        labels = [label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
        return widget.accessibleName() or "".join(labels).replace("&", "")
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def controls(window: QWidget) -> list[QWidget]:
    """The visible controls, without those that controls are made of."""
    return [w for w in window.findChildren(QWidget) if w.isVisible() and isinstance(w, CONTROLS) and not _is_part(w)]


def stops(window: QWidget) -> list[QWidget]:
    """The widgets that get the focus when Tab is pressed again and again."""
    found: list[QWidget] = []
    window.activateWindow()
    deadline = QDeadlineTimer(5000)
    while not window.isActiveWindow() and not deadline.hasExpired():
        QApplication.processEvents()
    for _press in range(_MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget is None or widget in found:
            return found
        found.append(widget)
    raise AssertionError("Tab never comes back to where it was.")


def screens(widget: QWidget) -> Iterator[None]:
    """Show each screen of the stacked widgets inside a widget in turn; the first ones again at the end."""
    stacks = [stack for stack in widget.findChildren(QStackedWidget) if stack.isVisible()]
    yield
    for stack in stacks:
        first = stack.currentIndex()
        for index in range(stack.count()):
            if index != first:
                stack.setCurrentIndex(index)
                QApplication.processEvents()
                yield from screens(stack.widget(index))
        stack.setCurrentIndex(first)


def faults(window: QWidget) -> list[str]:
    """What a keyboard or a screen reader lacks in a window as it is shown now."""
    found = controls(window)
    focusable = [w for w in window.findChildren(QWidget) if w.isVisible() and _takes_tab(w) and not _is_part(w)]
    faults = []
    for widget in dict.fromkeys([*found, *focusable]):
        said = name(widget)
        if not said.strip() or any(character in said for character in "&▾▸"):
            faults.append(f"{_describe(widget)} is called {said!r}")
    reached = stops(window)
    for widget in found:
        exclusive = _exclusive(widget)
        if exclusive and role(widget) is not QAccessible.Role.RadioButton:
            faults.append(f"{_describe(widget)} is one of several, and a {role(widget).name}")
        if widget.isEnabled() and not any(w in reached or w.focusProxy() in reached for w in exclusive or [widget]):
            faults.append(f"{_describe(widget)} is not reached with Tab")
    return faults


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _is_part(widget: QWidget) -> bool:
    """Whether a widget belongs to a control, such as the arrows of a tab bar, or only scrolls."""
    parent = widget.parentWidget()
    return isinstance(widget, QScrollBar) or (parent is not None and isinstance(parent, CONTROLS))


def _exclusive(widget: QWidget) -> list[QWidget]:
    """The buttons of which only one is checked; empty if the widget is none of them."""
    if not isinstance(widget, QAbstractButton) or not widget.isCheckable():
        return []
    group = widget.group()
    if group is not None:
        return list(group.buttons()) if group.exclusive() else []
    if not widget.autoExclusive():
        return []
    siblings = widget.parentWidget().findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [button for button in siblings if button.autoExclusive()]


def _describe(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else widget.objectName()
    return f"{type(widget).__name__} {text or name(widget)!r}"
