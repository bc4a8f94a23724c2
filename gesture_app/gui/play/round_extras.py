"""Shows the proof of fair play and the replay of a round, and saves its picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from gesture_app.gui.pages import PageContext
from gesture_app.gui.play.fair_play import ProofDialog
from gesture_app.gui.play.game_view import GameView
from gesture_app.gui.play.match_controller import MatchController
from gesture_app.gui.play.match_presenter import MatchPresenter
from gesture_app.gui.play.picture_service import PictureService
from gesture_app.gui.play.replay_controller import ReplayController
from gesture_app.gui.play.replay_scene import replay_scene
from gesture_app.gui.play.result_picture import result_picture
from gesture_app.gui.play.round_bar import RoundBar
from gesture_app.gui.play.texts import reason_sentence, round_title
from gesture_app.gui.translation import tr


class RoundExtras(QObject):
    """Joins the replay, its view and the buttons of a round.

    Attributes:
        replay: Plays the last round again.

    Args:
        context: The parts of the window.
        match: Plays the match.
        presenter: Knows the names of the players.
        bar: The buttons.
        game_view: Shows the replay.
        pictures: Writes the picture.
    """

    changed = Signal()
    """A replay has begun or ended."""

    def __init__(
        self,
        context: PageContext,
        match: MatchController,
        presenter: MatchPresenter,
        bar: RoundBar,
        game_view: GameView,
        pictures: PictureService,
    ) -> None:
        super().__init__(match)
        self._match = match
        self._presenter = presenter
        self._sources = context.sources
        self._now = context.chance.now
        self._bar = bar
        self._view = game_view
        self._pictures = pictures
        self._is_playing = False
        self.replay = ReplayController(match, context.taps, context.preferences, context.theme, context.chance.clock)
        self.replay.changed.connect(self._on_replay_changed)
        bar.replay_button.clicked.connect(self.replay.play)
        bar.fair_play.clicked.connect(self.open_proof)
        bar.keep_button.clicked.connect(self.ask_path)

    def press(self, key: int) -> bool:
        """Handle a key: R plays the round again, Esc ends the replay. Returns whether it was one of these."""
        if key == Qt.Key.Key_R and self.replay.replay is not None:
            self.replay.play()
            return True
        return key == Qt.Key.Key_Escape and self.replay.skip()

    def refresh(self) -> None:
        """Show the state of the round."""
        state = self._match.state
        if state is not None:
            has_computer, has_replay = not self._presenter.is_split, self.replay.replay is not None
            self._bar.show_round(state, has_computer=has_computer, has_replay=has_replay)

    def open_proof(self) -> ProofDialog | None:
        """Open the proof of fair play; the match pauses."""
        dialog = self._bar.fair_play.open_proof()
        self._match.pause()
        return dialog

    def picture(self) -> QImage | None:
        """The picture of the last round; None without one."""
        replay, state = self.replay.replay, self._match.state
        if replay is None or state is None or state.last_round is None:
            return None
        names, record = self._presenter.names, state.last_round
        score = self._presenter.score_text(state)
        detail = f"{reason_sentence(record)}  {score}"
        title = round_title(record.outcome, names)
        return result_picture(replay.still.frame, title, detail, self._view.font(), is_mirrored=self._sources.mirror)

    def ask_path(self) -> None:
        """Ask where the picture of the round is to be saved; the match pauses."""
        picture = self.picture()
        if picture is None:
            return
        self._match.pause()
        name = f"gesture-app-{self._now():%Y-%m-%d-%H%M%S}.jpg"
        dialog = QFileDialog(self._view.window(), tr("Keep Picture"), name, tr("Pictures (*.jpg *.png)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("jpg")
        dialog.fileSelected.connect(lambda path: self._pictures.save(Path(path), picture))
        dialog.open()

    def _on_replay_changed(self) -> None:
        replay = self.replay.playing
        scene = None if replay is None else replay_scene(replay, self.replay.time_s, self._presenter.names)
        self._view.show_replay(scene, is_mirrored=self._sources.mirror)
        if self._is_playing is not (scene is not None):
            self._is_playing = scene is not None
            self.changed.emit()
