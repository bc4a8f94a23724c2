from __future__ import annotations

import csv
import io
import json
import math
import os
from pathlib import Path

import pytest

from gesture_app.storage.atomic import temporary_path
from tests.fakes.image_runs import begun_run, begun_with, row, tiny_recipe
from training.common.run_record import RunFolderError, RunState, disk_errors
from training.images.history import as_number, best_of_run, best_row, epochs_without_better, history_csv
from training.images.run_folder import RUN_NAME, is_run, read_run
from training.images.run_writer import begin_run, check_vacant, resume_run


class TestHistory:
    def test_the_best_epoch_is_the_first_of_equals_and_never_an_untrained_or_overflowed_one(self) -> None:
        rows = [row(1, 0, 0.1), row(1, 1, 0.9), row(1, 2, None), row(1, 3, 0.4), row(1, 4, 0.4)]
        assert best_row(rows, "val_loss") == rows[3]
        assert epochs_without_better(rows, "val_loss") == 1
        assert best_row(rows[:1], "val_loss") is None
        assert epochs_without_better([row(1, 1, None), row(1, 2, None)], "val_loss") == 2
        assert epochs_without_better([], "val_loss") == 0

    def test_accuracy_is_better_when_higher(self) -> None:
        rows = [row(1, 1, 0.1, 0.5), row(1, 2, 0.5, 0.7), row(1, 3, 0.1, 0.6)]
        assert best_row(rows, "val_accuracy") == rows[1]

    def test_of_several_phases_the_last_one_s_measure_decides(self) -> None:
        history = [row(1, 1, 0.2, 0.9), row(1, 2, 0.3, 0.8), row(2, 1, 0.4, 0.95), row(2, 2, 0.1, 0.6)]
        assert best_of_run(history, ["val_loss", "val_accuracy"]) == history[2]
        assert best_of_run(history, ["val_accuracy", "val_loss"]) == history[3]
        assert best_of_run(history[:2], ["val_loss", "val_accuracy"]) == history[0]
        assert best_of_run([], ["val_loss"]) is None

    def test_numbers_that_json_has_no_word_for_are_none(self) -> None:
        assert as_number(1 / 3) == 0.333333
        assert as_number(math.nan) is None
        assert as_number(math.inf) is None

    def test_the_table_has_every_column_that_any_row_has(self) -> None:
        rows = [row(1, 0, 0.5), {**row(1, 1, None), "train_loss": 0.25}]
        read = list(csv.DictReader(io.StringIO(history_csv(rows))))
        assert [r["train_loss"] for r in read] == ["", "0.25"]
        assert read[1]["val_loss"] == ""
        assert read[1]["epoch"] == "1"


class TestRunFolder:
    def test_what_is_written_is_read_back(self, tmp_path: Path) -> None:
        recipe = tiny_recipe({}, {"monitor": "val_accuracy"})
        writer = begun_run(tmp_path / "tiny" / "default", recipe)
        writer.append(row(1, 1, 0.5))
        writer.record(state="stopped", seconds=2.5)
        run = read_run(tmp_path / "tiny" / "default")
        assert run.recipe == recipe
        assert (run.labels, run.variant, run.weights, run.data_fingerprint) == (
            ("dark", "light"),
            "default",
            "none",
            "abc",
        )
        assert run.state is RunState.STOPPED
        assert run.history == (row(1, 1, 0.5),)
        assert run.info["seconds"] == 2.5
        assert (run.folder / "history.csv").read_text(encoding="utf-8").startswith("phase,epoch,")

    def test_checkpoints_are_named_by_phase_epoch_and_score(self, tmp_path: Path) -> None:
        writer = begun_run(tmp_path / "run", tiny_recipe({}, {"monitor": "val_accuracy"}))
        assert writer.best_checkpoint(1) is None
        for one in (row(1, 7, 0.83123), row(2, 12, 0.1, 0.75)):
            writer.append(one)
        assert writer.best_checkpoint(1).name == "phase1-epoch07-0.8312.weights.h5"  # type: ignore[union-attr]
        assert writer.best_checkpoint(2).name == "phase2-epoch12-0.7500.weights.h5"  # type: ignore[union-attr]

    def test_epochs_that_will_be_trained_again_are_forgotten(self, tmp_path: Path) -> None:
        writer = begun_run(tmp_path / "run", tiny_recipe({}, {}))
        for one in (row(1, 0, 1.0), row(1, 1, 0.5), row(1, 2, 0.4), row(2, 1, 0.3)):
            writer.append(one)
        writer.truncate_history(1, 1)
        assert [(r["phase"], r["epoch"]) for r in read_run(tmp_path / "run").history] == [(1, 0), (1, 1)]

    def test_a_run_that_is_there_is_not_overwritten_unasked(self, tmp_path: Path) -> None:
        begun_run(tmp_path / "run").append(row(1, 1, 0.5))
        with pytest.raises(RunFolderError, match="There is a run in") as caught:
            begun_run(tmp_path / "run")
        assert "--resume" in caught.value.hint
        assert len(read_run(tmp_path / "run").history) == 1
        begin_run(tmp_path / "run", begun_with(tiny_recipe()), {}, overwrite=True)
        assert read_run(tmp_path / "run").history == ()

    def test_somebody_else_s_folder_is_never_overwritten(self, tmp_path: Path) -> None:
        (tmp_path / "run").mkdir()
        (tmp_path / "run" / "thesis.odt").write_text("years of work")
        with pytest.raises(RunFolderError, match="is no run"):
            begin_run(tmp_path / "run", begun_with(tiny_recipe()), {}, overwrite=True)
        (tmp_path / "file").write_text("")
        with pytest.raises(RunFolderError, match="is no run"):
            check_vacant(tmp_path / "file", overwrite=True)
        assert (tmp_path / "run" / "thesis.odt").is_file()

    def test_what_a_killed_beginning_left_is_used(self, tmp_path: Path) -> None:
        writer = begun_run(tmp_path / "run")
        (writer.folder / RUN_NAME).rename(writer.folder / f".{RUN_NAME}")
        assert not is_run(writer.folder)
        begun_run(tmp_path / "run")
        assert is_run(writer.folder)

    def test_going_on_is_refused_where_anything_differs(self, tmp_path: Path) -> None:
        recipe = tiny_recipe({"learning_rate": 0.01})
        begun_run(tmp_path / "run", recipe)
        run = read_run(tmp_path / "run")
        assert resume_run(run, begun_with(recipe)).recipe == recipe
        faster = begun_with(tiny_recipe({"learning_rate": 0.1}, {}))
        with pytest.raises(RunFolderError, match=r"phases\[0\]\.learning_rate was 0\.01 and is 0\.1 now") as caught:
            resume_run(run, faster)
        assert "phases[1].epochs was None and is 2 now" in caught.value.message
        with pytest.raises(RunFolderError, match="its weights were none and are imagenet now"):
            resume_run(run, begun_with(recipe, weights="imagenet"))
        with pytest.raises(RunFolderError, match="the images are not those"):
            resume_run(run, begun_with(recipe, data={"fingerprint": "other"}))

    def test_what_is_no_run_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(RunFolderError, match="is no run"):
            read_run(tmp_path)
        (tmp_path / RUN_NAME).write_text("{")
        with pytest.raises(RunFolderError, match="is not JSON"):
            read_run(tmp_path)
        (tmp_path / RUN_NAME).write_text(json.dumps({"state": "asleep"}))
        with pytest.raises(RunFolderError, match="asleep"):
            read_run(tmp_path)

    def test_a_run_without_a_model_says_so(self, tmp_path: Path) -> None:
        begun_run(tmp_path / "run")
        with pytest.raises(RunFolderError, match=r"no model\.keras yet") as caught:
            read_run(tmp_path / "run").load_model()
        assert "--resume" in caught.value.hint

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
    def test_a_full_disk_is_told_as_one(self, tmp_path: Path) -> None:
        writer = begun_run(tmp_path / "run")
        temporary_path(writer.folder / "history.json").symlink_to("/dev/full")
        with pytest.raises(RunFolderError, match="The disk is full") as caught, disk_errors(writer.folder):
            writer.append(row(1, 1, 0.5))
        assert "--resume" in caught.value.hint

    @pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
    def test_a_folder_that_may_not_be_written_is_told(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        with pytest.raises(RunFolderError, match="cannot be written: Permission denied"):
            begun_run(tmp_path / "run")

    def test_a_folder_that_cannot_be_made_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        with pytest.raises(RunFolderError, match="cannot be written"):
            begun_run(tmp_path / "file" / "run")
