"""Screenshots of the collect page: hands from the demo clip, with a clock that is advanced by hand."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from play_screenshots import Stills, make_still_engine, stills_of
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from gesture_app.capture.opening import source_for
from gesture_app.composition import build_processor, sample_importer, sample_recorder
from gesture_app.desktop.app import DesktopApp
from gesture_app.desktop.options import AppOptions
from gesture_app.desktop.services import Backends, CaptureCatalog
from gesture_app.domain.frames.frame import Frame
from gesture_app.domain.models.device import Device
from gesture_app.domain.ports import DetectionMode
from gesture_app.domain.samples.exchange import ImportTally
from gesture_app.domain.samples.labels import SampleLabel
from gesture_app.domain.samples.quality import QualityResult, Refusal
from gesture_app.errors import SampleStoreError
from gesture_app.gui.background.chance import Chance
from gesture_app.gui.collect.import_dialogs import FolderImportDialog
from gesture_app.gui.collect.label_dialog import LabelDialog
from gesture_app.gui.collect.page import CollectPage
from gesture_app.gui.collect.services import CollectServices, SampleBackend
from gesture_app.gui.collect.video_import_dialog import VideoImportDialog
from gesture_app.gui.collect.video_scrubber import THUMBNAIL_SIDE_PX
from gesture_app.recording.frame_import import import_frames
from gesture_app.recording.sample_builder import RecordingSession
from gesture_app.recording.sample_store import FolderSampleStore
from gesture_app.resources import DEMO_CLIP
from gesture_app.settings import Settings, SettingsFile, SourceChoice, SourceKind, ThemeChoice

_EVERY = 4
_SIZES = {"": QSize(1280, 800), "-small": QSize(800, 560)}
_FIRST_DAY = datetime(2026, 5, 2, 10, 30, tzinfo=timezone.utc)
_PATIENCE_MS = 20_000
_TURN_MS = 20


def fill_store(folder: Path, model_dir: Path | None) -> None:
    """Two sessions of hands from the demo clip, some with wrong predictions."""
    store = FolderSampleStore(folder)
    reader = build_processor(device=Device.CPU, mode=DetectionMode.INDEPENDENT, model_dir=model_dir)
    frames: list[tuple[Frame, str]] = []
    source = source_for(str(DEMO_CLIP), realtime=False)
    source.open()
    wrong = random.Random(3)
    while (frame := source.read()) is not None:
        if frame.seq % _EVERY == 0:
            hands = reader.process(frame).hands
            if hands:
                label = hands[0].prediction.gesture
                frames.append((frame, wrong.choice(("rock", "lizard", "spock")) if wrong.random() < 0.1 else label))
    source.close()
    for day in range(2):
        begun = _FIRST_DAY + timedelta(days=day)
        session = RecordingSession(begun.strftime("%Y%m%dt%H%M%S"), "Desk camera")
        for _tally in import_frames(
            [(frame, label) for frame, label in frames if frame.seq // _EVERY % 2 == day],
            reader,
            store,
            session,
            now=partial(datetime.fromisoformat, begun.isoformat()),
        ):
            pass
    reader.close()
    store.set_labels(store.labels.with_label(SampleLabel.from_name("Thumb up", key="6", icon="")))


class CollectDriver:
    """Drives the app for the screenshots.

    Args:
        desktop: The app.
        stills: Frames and results of the demo clip.
        take: Saves a screenshot under a name.
    """

    def __init__(self, desktop: DesktopApp, stills: Stills, take: Callable[[str], None]) -> None:
        self.desktop = desktop
        self.page = desktop.page(CollectPage)
        self.take = take
        self.now_s = 100.0
        self._stills = stills
        self._seq = 0

    def see(self, *labels: str, count: int = 1) -> None:
        """Show hands with these gestures, from left to right."""
        frame, result = self._stills[labels]
        session = self.desktop.session
        for _ in range(count):
            self.now_s += 0.035
            self._seq += 1
            session.frame = replace(frame, seq=self._seq, captured_s=self.now_s)
            session.result = replace(result, seq=self._seq, captured_s=self.now_s)
            self.desktop.taps(session.frame, session.result)
            session.frame_changed.emit()
            session.result_changed.emit()
            self.desktop.services(CollectServices).recording.tick()

    def until(self, is_there: Callable[[], bool]) -> None:
        """Wait for a condition."""
        for _turn in range(_PATIENCE_MS // _TURN_MS):
            if is_there():
                return
            QTest.qWait(_TURN_MS)
        raise RuntimeError("waited in vain")


@dataclass(frozen=True)
class _Studio:
    app: QApplication
    folder: Path
    stills: Stills
    samples: Path

    @contextmanager
    def driver(self, theme: ThemeChoice, size: str, *, samples: Path | None = None) -> Iterator[CollectDriver]:
        """The app in a theme, with or without samples."""
        with tempfile.TemporaryDirectory() as folder:
            settings_file = SettingsFile(Path(folder) / "settings.toml")
            settings_file.save(Settings(theme=theme))
            root = samples or Path(folder) / "samples"
            services = SampleBackend(lambda: FolderSampleStore(root), sample_recorder, sample_importer)
            drivers: list[CollectDriver] = []
            chance = Chance(random.Random(1), lambda: drivers[0].now_s, lambda: datetime.now(timezone.utc))
            options = AppOptions(source="demo")
            desktop = DesktopApp(
                self.app,
                CaptureCatalog(),
                settings_file,
                options,
                backends=replace(Backends.of_user(options), samples=services),
                make_engine=make_still_engine,
                chance=chance,
            )

            def take(name: str) -> None:
                QApplication.processEvents()
                path = self.folder / f"collect-{name}-{theme.value}{size}.png"
                desktop.window.grab().save(str(path))
                print(path)

            drivers.append(CollectDriver(desktop, self.stills, take))
            desktop.window.resize(_SIZES[size])
            desktop.start()
            desktop.sources.select(SourceChoice(SourceKind.CAMERA, "0", "Desk camera"))
            desktop.show_page("Collect")
            desktop.window.activateWindow()
            desktop.notices.withdraw("no-camera")
            drivers[0].until(lambda: desktop.samples.is_open)
            yield drivers[0]
            desktop.stop()
            desktop.window.close()
            desktop.window.deleteLater()
            desktop.deleteLater()
            QApplication.processEvents()


def take_collect_screenshots(app: QApplication, folder: Path, model_dir: Path | None) -> None:
    """Take a screenshot of each state in both themes, and in the smallest window."""
    with tempfile.TemporaryDirectory() as samples:
        fill_store(Path(samples), model_dir)
        studio = _Studio(app, folder, stills_of(DEMO_CLIP, model_dir), Path(samples))
        for theme, size in ((ThemeChoice.LIGHT, ""), (ThemeChoice.DARK, ""), (ThemeChoice.DARK, "-small")):
            _take_recording(studio, theme, size)
            _take_gallery(studio, theme, size)


def _take_recording(studio: _Studio, theme: ThemeChoice, size: str) -> None:
    with studio.driver(theme, size) as driver:
        page, recording = driver.page, driver.desktop.services(CollectServices).recording
        driver.see("rock")
        driver.take("empty")
        QTest.keyPress(page, Qt.Key.Key_1)
        driver.see("rock")
        driver.until(lambda: recording.saved_count == 1)
        driver.see("rock")
        driver.take("recording")
        driver.now_s += 1
        driver.see("rock")
        driver.until(lambda: bool(recording.state.refusal))
        driver.see("rock")
        driver.take("refusal")
        QTest.keyRelease(page, Qt.Key.Key_1)
        page.panel.list.choose("spock")
        QTest.keyClick(page, Qt.Key.Key_Return)
        driver.now_s += 0.4
        driver.see("spock")
        driver.take("countdown")
        driver.now_s += 4
        driver.see("spock")
        driver.see("spock")
        driver.take("burst")
        QTest.keyClick(page, Qt.Key.Key_Escape)
        hint = "Make room on the disk, or make the folder writable."
        error = SampleStoreError("The sample could not be saved: No space left on device.", hint=hint)
        driver.desktop.services(CollectServices).events.recording_failed(error, 2)
        driver.until(lambda: recording.state.is_paused)
        driver.see("spock")
        driver.take("disk-full")


def _take_gallery(studio: _Studio, theme: ThemeChoice, size: str) -> None:
    with studio.driver(theme, size, samples=studio.samples) as driver:
        page, samples = driver.page, driver.desktop.samples
        driver.see("lizard")
        for refusal in (Refusal.BLURRED, Refusal.NEAR_DUPLICATE, Refusal.NEAR_DUPLICATE):
            driver.desktop.services(CollectServices).events.hand_refused(QualityResult(refusal, 1.0))
        driver.until(lambda: sum(driver.desktop.services(CollectServices).recording.refusals.values()) == 3)
        driver.now_s += 5
        driver.desktop.services(CollectServices).recording.tick()
        driver.see("lizard")
        page.panel.list.choose("thumb_up")
        driver.take("samples")
        page.panel.people_menu.fill()
        page.panel.people_menu.ensurePolished()
        page.panel.people_menu.adjustSize()
        path = studio.folder / f"collect-people-{theme.value}{size}.png"
        page.panel.people_menu.grab().save(str(path))
        print(path)
        page.show_gallery()
        page.gallery.grid.select_ids([page.gallery.grid.infos[2].id])
        _wait_for_images(driver)
        driver.take("gallery")
        page.gallery.panel.landmarks_button.setChecked(True)
        page.gallery.filters.misread.setChecked(True)
        page.gallery.grid.select_ids([info.id for info in page.gallery.grid.infos[:2]])
        _wait_for_images(driver)
        driver.take("misread")
        page.gallery.delete_selected()
        driver.until(lambda: bool(samples.undo_text))
        _wait_for_images(driver)
        driver.take("deleted")
        page.gallery.filters.trash.setChecked(True)
        page.gallery.grid.select_ids([page.gallery.grid.infos[0].id])
        _wait_for_images(driver)
        driver.take("trash")
        page.gallery.filters.trash.setChecked(False)
        samples.undo()
        written: list[bool] = []
        samples.run(lambda: lambda: written.append(True))
        driver.until(lambda: bool(written))
        page.show_recording()
        job = driver.desktop.services(CollectServices).job
        job.kind, job.tally = "import", ImportTally(34, 120, ("a",) * 28, handless=4)
        job.changed.emit()
        page.exchange_bar.show()
        driver.take("importing")
        _take_dialogs(driver, studio, theme, size)


def _wait_for_images(driver: CollectDriver) -> None:
    loader = driver.desktop.images
    QApplication.processEvents()
    driver.until(lambda: not loader.is_busy)
    QTest.qWait(100)
    driver.until(lambda: not loader.is_busy)


def _take_dialogs(driver: CollectDriver, studio: _Studio, theme: ThemeChoice, size: str) -> None:
    labels, window = driver.desktop.samples.labels, driver.desktop.window
    icons, colors = driver.page.panel._icons, driver.desktop.theme
    new = LabelDialog(labels, parent=window)
    new.name_edit.setText("Thumb down")
    new.key_edit.setText("1")
    exchange = driver.desktop.services(CollectServices).make_exchange(FolderSampleStore(studio.samples))
    pictures = partial(exchange.video_thumbnails, DEMO_CLIP, max_count=60, side_px=THUMBNAIL_SIDE_PX)
    video = VideoImportDialog(Path("holiday.mp4"), labels, 21.2, pictures, icons, colors, chosen="rock", parent=window)
    video.add_row()
    video.rows[1].from_box.setValue(4.0)
    driver.until(lambda: video.scrubber.thumbnail_count >= 55)
    video.scrubber.slider.setValue(40)
    folder = FolderImportDialog(studio.samples, labels, "lizard", window)
    dialogs: dict[str, QDialog] = {"new-gesture": new, "import-video": video, "import-folder": folder}
    for name, dialog in dialogs.items():
        dialog.show()
        QApplication.processEvents()
        path = studio.folder / f"collect-{name}-{theme.value}{size}.png"
        dialog.grab().save(str(path))
        print(path)
        dialog.reject()
        dialog.deleteLater()
