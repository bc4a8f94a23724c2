"""Correcting of readings on the Live page."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeyEvent

from gesture_app.domain.message import Message
from gesture_app.domain.samples.correction import SeenHand
from gesture_app.gui.background.corrections import Corrections
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.live.reading_panel import ReadingPanel
from gesture_app.gui.texts import label_name
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.correction_panel import OfferedHand
from gesture_app.gui.widgets.hand_image import hand_image
from gesture_app.gui.widgets.keys import is_command
from gesture_app.gui.widgets.live_reading import answer

_OPEN_KEY = "c"
_NOTE = Message("This picture of your hand is added to your samples. Ctrl+Z takes it back.")


class CorrectionController(QObject):
    """Asks what the hand showed that was just seen, and passes the answer on.

    The hands are those of the moment in which the question is opened, whatever happens before the camera meanwhile.

    Args:
        corrections: Knows the hands, and records one.
        sources: Says whether the view is mirrored.
        panel: Shows the question.
    """

    def __init__(self, corrections: Corrections, sources: SourceController, panel: ReadingPanel) -> None:
        super().__init__(panel)
        self._corrections = corrections
        self._sources = sources
        self._panel = panel
        panel.correct_button.clicked.connect(self.ask)
        panel.question.chosen.connect(self._on_chosen)
        panel.question.cancelled.connect(self.close)
        sources.changed.connect(self.close)

    def ask(self) -> None:
        """Ask what a hand showed; does nothing if none was seen in the last seconds."""
        hands = self._corrections.hands()
        if hands:
            self._panel.show_question(True)
            self._panel.question.ask(
                [self._offered(hand) for hand in hands], self._corrections.labels, translated(_NOTE)
            )

    def close(self) -> None:
        """Show the reading again."""
        if self._panel.is_asking:
            self._panel.show_question(False)
            self._panel.setFocus()

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key: a gesture's key corrects at once, unless it is unclear which of two hands is meant; C asks.

        Returns:
            Whether the key was one of these.
        """
        if self._panel.is_asking:
            return self._panel.question.press(event)
        label = self._corrections.labels.of_key(event.text())
        is_known = label is not None or event.text().casefold() == _OPEN_KEY
        if is_command(event) or event.isAutoRepeat() or not is_known:
            return False
        if label is None or self._corrections.is_ambiguous:
            self.ask()
        elif hands := self._corrections.hands():
            self._corrections.correct(hands[0], label.slug)
        return True

    def refresh(self) -> None:
        """Offer a correction only while a hand is, or was just, in view."""
        self._panel.correct_button.setEnabled(self._corrections.has_hands)

    def _offered(self, hand: SeenHand) -> OfferedHand:
        name = label_name(self._corrections.labels, answer(hand.reading))
        image = hand_image(hand.frame, hand.reading.hand, is_mirrored=self._sources.mirror)
        return OfferedHand(hand, tr("Read as\n{label}").format(label=name), image)

    def _on_chosen(self, hand: SeenHand, label: str) -> None:
        self.close()
        self._corrections.correct(hand, label)
