"""Light and dark colours, and the palette and style sheet made from them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from gesture_app.domain.frames.hand_topology import FINGER_RGB, PALM_RGB
from gesture_app.gui.widgets.system_motion import system_reduces_motion
from gesture_app.gui.widgets.text_size import TextSize
from gesture_app.resources import ASSETS
from gesture_app.settings import MotionChoice, Settings, ThemeChoice


@dataclass(frozen=True)
class Colors:
    """Colours by role, as ``#rrggbb``. Text has a contrast of at least 4.5:1.

    Attributes:
        window: Background of the window.
        surface: Cards and controls.
        raised: Controls under the pointer, and the empty part of a bar.
        border: Lines around controls and cards.
        text: Main text.
        muted: Secondary text.
        disabled: Disabled controls.
        accent: Highlighted items, and the focus ring.
        on_accent: Text on the accent colour.
        info: Line and symbol of a notice.
        success: Line and symbol of a success.
        warning: Line and symbol of a warning.
        error: Line and symbol of an error.
    """

    window: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    disabled: str
    accent: str
    on_accent: str
    info: str
    success: str
    warning: str
    error: str


LIGHT = Colors(
    window="#f3f5f8",
    surface="#ffffff",
    raised="#e6eaf0",
    border="#c3cad5",
    text="#171b22",
    muted="#525b69",
    disabled="#8a93a1",
    accent="#0a5fc2",
    on_accent="#ffffff",
    info="#0a5fc2",
    success="#00695c",
    warning="#8a5300",
    error="#a1164e",
)

DARK = Colors(
    window="#13161b",
    surface="#1c2129",
    raised="#2a313c",
    border="#3d4755",
    text="#eef1f6",
    muted="#a9b3c1",
    disabled="#6d7785",
    accent="#6cb2ff",
    on_accent="#08121f",
    info="#6cb2ff",
    success="#5fd0bd",
    warning="#f3b54a",
    error="#ff8fb5",
)

VIDEO_BACKGROUND = "#0b0d10"
"""Background of videos in both themes; a bright one would dazzle."""

VIDEO_TEXT = "#f4f6fa"
VIDEO_PLATE = "#10141a"
"""Background of text over a video."""

VIDEO_ACCENT = "#f0e442"
"""Highlighted items over a video."""


def _hex(rgb: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*rgb)


FINGER_COLORS = {name: _hex(rgb) for name, rgb in FINGER_RGB.items()}
PALM_COLOR = _hex(PALM_RGB)


@cache
def _system_reduces_motion() -> bool:
    return system_reduces_motion(os.environ)


class Theme(QObject):
    """Applies the chosen colours, or those of the desktop, and the text size to the application.

    Attributes:
        colors: The current colours.
        reduces_motion: Whether nothing is to move that does not have to.

    Args:
        app: Qt's application. Its font is that of 100 percent.
        choice: The colours.
        parent: Qt's owner.
    """

    changed = Signal()
    """Colours or text size have changed."""

    def __init__(
        self,
        app: QApplication,
        choice: ThemeChoice = ThemeChoice.SYSTEM,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._choice = choice
        self._text_size = TextSize(app)
        self.reduces_motion = False
        self.colors = LIGHT
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)
        app.setStyle("Fusion")
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """The chosen theme."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are applied."""
        return self.colors is DARK

    def choose(self, choice: ThemeChoice) -> None:
        """Apply a theme."""
        self._choice = choice
        self._apply()

    def follow(self, settings: Settings) -> None:
        """Apply colours, text size and motion of the settings."""
        is_system = settings.motion is MotionChoice.SYSTEM
        self.reduces_motion = _system_reduces_motion() if is_system else settings.motion is MotionChoice.REDUCED
        # Lengths in "em" are computed when the style sheet is applied.
        if self._text_size.set_percent(settings.text_percent) or settings.theme is not self._choice:
            self.choose(settings.theme)

    def _on_scheme_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        dark = self._choice is ThemeChoice.DARK or (
            self._choice is ThemeChoice.SYSTEM and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        self.colors = DARK if dark else LIGHT
        self._app.setPalette(_palette(self.colors))
        self._app.setStyleSheet(style_sheet(self.colors))
        self._text_size.restore_enlarged()
        self.changed.emit()


def _palette(colors: Colors) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, color in {
        roles.Window: colors.window,
        roles.WindowText: colors.text,
        roles.Base: colors.surface,
        roles.AlternateBase: colors.raised,
        roles.Text: colors.text,
        roles.PlaceholderText: colors.muted,
        roles.Button: colors.surface,
        roles.ButtonText: colors.text,
        roles.BrightText: colors.on_accent,
        roles.Highlight: colors.accent,
        roles.HighlightedText: colors.on_accent,
        roles.ToolTipBase: colors.surface,
        roles.ToolTipText: colors.text,
        roles.Link: colors.accent,
        roles.Light: colors.raised,
        roles.Mid: colors.border,
        roles.Dark: colors.border,
    }.items():
        palette.setColor(role, QColor(color))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colors.disabled))
    return palette


_LIGHT_TICK = (ASSETS / "icons" / "tick_light.svg").as_posix()
_DARK_TICK = (ASSETS / "icons" / "tick_dark.svg").as_posix()
"""Ticks of checked boxes, in the colour of text on the accent."""

_DOWN_ARROW = (ASSETS / "icons" / "down.svg").as_posix()
"""Arrow of boxes to choose from, as a style sheet can only name a file. Its grey shows in both themes."""


def style_sheet(colors: Colors) -> str:
    """Style sheet of the program. Lengths next to text are in ``em`` and scale with the font."""
    tick = _DARK_TICK if colors is DARK else _LIGHT_TICK
    return f"""
QToolTip {{ background: {colors.surface}; color: {colors.text}; border: 1px solid {colors.border}; padding: 4px; }}
QPushButton, QToolButton {{
    background: {colors.surface}; color: {colors.text}; border: 1px solid {colors.border}; border-radius: 7px;
    padding: 0.45em 0.9em;
}}
QPushButton:hover, QToolButton:hover {{ background: {colors.raised}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {colors.border}; }}
QPushButton:checked, QToolButton:checked {{
    background: {colors.accent}; color: {colors.on_accent}; border-color: {colors.accent};
}}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {colors.accent}; padding: 0.4em 0.85em; }}
QPushButton:checked:focus {{ border-color: {colors.text}; }}
QPushButton#primary {{
    background: {colors.accent}; color: {colors.on_accent}; border-color: {colors.accent}; font-weight: bold;
    padding: 0.7em 1.2em;
}}
QPushButton#primary:focus {{ border: 2px solid {colors.text}; padding: 0.65em 1.15em; }}
QPushButton#primary:disabled {{ background: {colors.raised}; color: {colors.disabled}; border-color: {colors.border}; }}
QPushButton#choice {{ padding: 0.45em 0.2em; }}
QPushButton#choice:focus {{ padding: 0.4em 0.15em; }}
QPushButton#quiet, QToolButton#quiet {{ background: transparent; border: 1px solid transparent; padding: 4px; }}
QPushButton#quiet:hover, QToolButton#quiet:hover {{ background: {colors.raised}; }}
QPushButton#quiet:focus, QToolButton#quiet:focus {{ border: 2px solid {colors.accent}; padding: 3px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {colors.disabled}; }}
QPushButton::menu-indicator, QToolButton::menu-indicator {{ image: none; width: 0; }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{
    background: transparent; color: {colors.muted}; border: none; border-bottom: 3px solid transparent;
    padding: 0.4em 0.9em; margin-right: 2px;
}}
QTabBar::tab:hover {{ color: {colors.text}; border-bottom-color: {colors.border}; }}
QTabBar::tab:selected {{ color: {colors.text}; border-bottom-color: {colors.accent}; font-weight: bold; }}
QTabBar::tab:focus {{ background: {colors.raised}; }}
QTabWidget::pane {{ background: {colors.surface}; border: 1px solid {colors.border}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 0.95em; height: 0.95em; }}
QRadioButton::indicator {{ border: 1px solid {colors.muted}; border-radius: 0.5em; background: {colors.surface}; }}
QRadioButton::indicator:checked {{
    width: 0.45em; height: 0.45em; border: 0.26em solid {colors.accent}; border-radius: 0.45em;
    background: {colors.on_accent};
}}
QCheckBox::indicator {{ border: 1px solid {colors.muted}; border-radius: 0.2em; background: {colors.surface}; }}
QCheckBox::indicator:checked {{ border-color: {colors.accent}; background: {colors.accent}; image: url("{tick}"); }}
QCheckBox::indicator:disabled {{ border-color: {colors.disabled}; background: {colors.raised}; }}
QCheckBox::indicator:checked:disabled {{ background: {colors.disabled}; }}
QCheckBox:focus {{ color: {colors.accent}; }}
QCheckBox::indicator:focus {{ border: 2px solid {colors.text}; }}
QMenu {{ background: {colors.surface}; color: {colors.text}; border: 1px solid {colors.border}; padding: 4px; }}
QMenu::item {{ padding: 0.4em 1.6em 0.4em 0.6em; border-radius: 5px; }}
QMenu::icon {{ padding-left: 0.6em; }}
QMenu::item:selected {{ background: {colors.accent}; color: {colors.on_accent}; }}
QMenu::item:disabled {{ color: {colors.disabled}; }}
QMenu::separator {{ height: 1px; background: {colors.border}; margin: 4px 8px; }}
QComboBox {{
    background: {colors.surface}; color: {colors.text}; border: 1px solid {colors.border}; border-radius: 7px;
    padding: 0.3em 0.7em;
}}
QComboBox:hover {{ background: {colors.raised}; }}
QComboBox:focus {{ border: 2px solid {colors.accent}; padding: 0.25em 0.65em; }}
QComboBox:disabled {{ color: {colors.disabled}; }}
QComboBox::drop-down {{ border: none; width: 1.8em; }}
QComboBox::down-arrow {{ image: url("{_DOWN_ARROW}"); width: 0.9em; height: 0.9em; }}
QLineEdit {{
    background: {colors.surface}; color: {colors.text}; border: 1px solid {colors.border}; border-radius: 7px;
    padding: 0.4em; selection-background-color: {colors.accent}; selection-color: {colors.on_accent};
}}
QLineEdit:focus {{ border: 2px solid {colors.accent}; }}
QListView#plain {{ background: transparent; border: none; outline: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {colors.border}; border-radius: 5px; min-height: 28px; }}
QScrollBar::handle:vertical:hover {{ background: {colors.disabled}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {colors.border}; border-radius: 5px; min-width: 28px; }}
QScrollBar::handle:horizontal:hover {{ background: {colors.disabled}; }}
QScrollBar::add-line:horizontal, QScrollBar::sub-line:horizontal {{ width: 0; }}
QScrollBar::add-page:horizontal, QScrollBar::sub-page:horizontal {{ background: transparent; }}
QProgressBar {{
    background: {colors.raised}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px;
}}
QProgressBar#probability {{ min-height: 0; max-height: 1000px; }}
QProgressBar::chunk {{ background: {colors.accent}; border-radius: 4px; }}
QSlider::groove:horizontal {{ height: 4px; background: {colors.raised}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {colors.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    width: 0.9em; height: 0.9em; margin: -0.42em 0; border: 1px solid {colors.surface}; border-radius: 0.4em;
    background: {colors.accent};
}}
QSlider::handle:horizontal:focus {{ border: 2px solid {colors.text}; }}
QSlider::sub-page:horizontal:disabled, QSlider::handle:horizontal:disabled {{ background: {colors.disabled}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QFrame#card {{ background: {colors.surface}; border: 1px solid {colors.border}; border-radius: 12px; }}
QFrame#card QLabel {{ background: transparent; }}
QPushButton QLabel {{ background: transparent; }}
QLabel#onAccent {{ color: {colors.on_accent}; }}
QLabel#muted, QLabel#status {{ color: {colors.muted}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; }}
QLabel#problem {{ color: {colors.error}; }}
"""
