"""Correcting of misread hands after a round."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from gesture_app.domain.game.match import MatchState
from gesture_app.domain.message import Message
from gesture_app.domain.samples.correction import SeenHand
from gesture_app.gui.background.corrections import Corrections
from gesture_app.gui.background.source_controller import SourceController
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.round_hands import RoundHand, RoundHands
from gesture_app.gui.play.scenes import QUESTION
from gesture_app.gui.texts import label_name
from gesture_app.gui.translation import tr, translated
from gesture_app.gui.widgets.correction_panel import CorrectionPanel, OfferedHand
from gesture_app.gui.widgets.hand_image import hand_image
from gesture_app.gui.widgets.live_reading import answer

NOTE = Message(
    "This picture of your hand is added to your samples, so that the next throw "
    "like it is read right. The round stays as it was played. Ctrl+Z takes the "
    "sample back."
)


class CorrectionController(QObject):
    """Asks what a hand of the round showed, and adds it to the samples. The match pauses; its rounds stay as they are.

    Args:
        hands: The hands of the round.
        match: Plays the match.
        corrections: Records a hand.
        sources: Says whether the view is mirrored.
        panel: Shows the question.
    """

    changed = Signal()
    """The question was opened or closed, or there is another hand to correct."""

    closed = Signal()

    def __init__(
        self,
        hands: RoundHands,
        match: MatchController,
        corrections: Corrections,
        sources: SourceController,
        panel: CorrectionPanel,
    ) -> None:
        super().__init__(panel)
        self._hands = hands
        self._match = match
        self._corrections = corrections
        self._sources = sources
        self._panel = panel
        self.is_asking = False
        hands.changed.connect(self._on_hands_changed)
        panel.chosen.connect(self._on_chosen)
        panel.cancelled.connect(self.close)

    @property
    def can_ask(self) -> bool:
        """Whether there is a hand to correct, and no throw is being read."""
        return bool(self._hands.hands) and not self.is_asking and not self._is_reading

    def ask(self) -> None:
        """Pause the match and ask what a hand showed; does nothing if there is none."""
        if not self.can_ask:
            return
        state = self._match.state
        offered = [self._offered(hand, state) for hand in self._hands.hands]
        self._match.pause(QUESTION)
        self.is_asking = True
        self.changed.emit()
        self._panel.ask(offered, self._corrections.labels, translated(NOTE))

    def close(self) -> None:
        """Show the match again."""
        if self.is_asking:
            self.is_asking = False
            if self._match.pause_reason == QUESTION:
                self._match.pause_reason = ""
            self.changed.emit()
            self.closed.emit()

    @property
    def _is_reading(self) -> bool:
        state = self._match.state
        return state is None or state.seconds_to_shoot is not None

    def _offered(self, round_hand: RoundHand, state: MatchState | None) -> OfferedHand:
        hand, player = round_hand.hand, round_hand.player
        read_as = answer(hand.reading)
        if player is not None and state is not None and state.last_round is not None:
            read_as = state.last_round.throws[player]
        image = hand_image(hand.frame, hand.reading.hand, is_mirrored=self._sources.mirror)
        return OfferedHand(
            hand, tr("Read as\n{label}").format(label=label_name(self._corrections.labels, read_as)), image
        )

    def _on_hands_changed(self) -> None:
        """The hands of another round end the question about the last one."""
        self.close()
        self.changed.emit()

    def _on_chosen(self, hand: SeenHand, label: str) -> None:
        self.close()
        self._corrections.correct(hand, label)
