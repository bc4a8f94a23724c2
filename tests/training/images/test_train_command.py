from __future__ import annotations

import json
import signal
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.image_runs import write_images
from training.cli.main import main
from training.common.run_record import RunState
from training.images.run_folder import read_run

RECIPE = """
kind = "images"
name = "tiny"
seed = 2
[input]
size = 8
[network]
backbone = "none"
units = [4]
[[phases]]
epochs = 2
batch_size = 8
[variants.relu]
[variants.sigmoid]
network = { activation = "sigmoid" }
"""
HANDS = Path(__file__).parents[3] / "training" / "recipes" / "rpsls.toml"


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    file = tmp_path / "tiny.toml"
    file.write_text(RECIPE, encoding="utf-8")
    return file


@pytest.fixture
def train(tmp_path: Path, recipe: Path) -> Any:
    data = write_images(tmp_path / "pictures", 12)

    def train_(*options: str, recipe: Path = recipe, data: Path = data) -> int:
        return main(["train", str(recipe), "--data", str(data), "--runs", str(tmp_path / "runs"), *options])

    return train_


class TestTrainCommand:
    """These import Keras, which takes seconds, so they share one class to say so."""

    def test_every_variant_gets_a_folder_and_a_row_in_the_table(
        self, train: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert train() == 0
        for variant in ("relu", "sigmoid"):
            run = read_run(tmp_path / "runs" / "tiny" / variant)
            assert run.state is RunState.DONE
            assert run.recipe.network.activation == variant
            assert run.labels == ("dark", "light")
            assert run.weights == "none"
            assert run.recipe.network.batch_norm == "training", "noise has no statistics to keep"
            assert run.info["data"]["counts"]["train"] == {"dark": 12, "light": 12}
            assert run.info["data"]["folder"] == "pictures"
            assert run.info["seconds"] > 0
            assert {path.name for path in run.folder.iterdir()} == {
                "run.json",
                "history.json",
                "history.csv",
                "environment.json",
                "curves.png",
                "model.keras",
                "checkpoints",
            }
            assert str(tmp_path) not in (run.folder / "run.json").read_text(encoding="utf-8")
        table = capsys.readouterr().out.splitlines()[-3:]
        assert [line.split()[0] for line in table[1:]] == ["relu", "sigmoid"]

    def test_the_test_part_is_measured(self, train: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        data = write_images(tmp_path / "three", 6, parts=("train", "validation", "test"))
        assert train("--variant", "relu", data=data) == 0
        report = json.loads((tmp_path / "runs" / "tiny" / "relu" / "evaluation" / "report.json").read_text())
        assert report["part"] == "test"
        assert not (tmp_path / "runs" / "tiny" / "sigmoid").exists()

    def test_ctrl_c_keeps_the_best_so_far_and_resume_goes_on(
        self, train: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        from training.images.callbacks import EarlyStopping

        with monkeypatch.context() as patch:
            patch.setattr(EarlyStopping, "on_epoch_end", lambda *_: signal.raise_signal(signal.SIGINT))
            assert train() == 130
        told = capsys.readouterr().out
        assert "The best so far, of phase 1, epoch 1, is kept in" in told
        assert "--resume" in told
        run = read_run(tmp_path / "runs" / "tiny" / "relu")
        assert run.state is RunState.STOPPED
        assert run.load_model().output_shape == (None, 2)
        assert not (tmp_path / "runs" / "tiny" / "sigmoid").exists()

        assert train() == 2
        assert "There is a run in" in capsys.readouterr().err
        assert train("--resume") == 0
        for variant in ("relu", "sigmoid"):
            run = read_run(tmp_path / "runs" / "tiny" / variant)
            assert run.state is RunState.DONE
            assert [row["epoch"] for row in run.history] == [1, 2]
        assert train("--resume") == 0
        assert "is done already" in capsys.readouterr().out

    def test_another_seed_is_another_run(self, train: Any, tmp_path: Path) -> None:
        assert train("--variant", "relu", "--seed", "7") == 0
        run = read_run(tmp_path / "runs" / "tiny" / "relu-seed7")
        assert (run.recipe.seed, run.variant, run.info["seed"]) == (7, "relu", 7)

    def test_a_changed_recipe_or_other_data_are_not_gone_on_with(
        self, train: Any, tmp_path: Path, recipe: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert train("--variant", "relu") == 0
        capsys.readouterr()
        recipe.write_text(RECIPE.replace("units = [4]", "units = [5]"), encoding="utf-8")
        assert train("--variant", "relu", "--resume") == 2
        assert "network.units was [4] and is [5] now" in capsys.readouterr().err
        recipe.write_text(RECIPE, encoding="utf-8")
        other = write_images(tmp_path / "others", 5)
        assert train("--variant", "relu", "--resume", data=other) == 2
        assert "the images are not those that it began with" in capsys.readouterr().err

    def test_weights_that_cannot_be_fetched_leave_no_run_that_blocks_the_next_try(
        self,
        train: Any,
        tmp_path: Path,
        recipe: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        import keras

        def unreachable(**_options: Any) -> Any:
            raise Exception("URL fetch failure: no route")  # noqa: TRY002 (as Keras does)

        monkeypatch.setattr(keras.applications, "MobileNetV2", unreachable)
        network = 'backbone = "mobilenet_v2"\nwidth = 0.35'
        recipe.write_text(
            RECIPE.replace('backbone = "none"', network).replace("size = 8", "size = 32"), encoding="utf-8"
        )

        for _try in range(2):
            assert train("--variant", "relu") == 2
            assert "weights of MobileNetV2 cannot be had" in capsys.readouterr().err
            assert not (tmp_path / "runs" / "tiny" / "relu").exists()

    def test_logs_for_tensorboard_are_written_where_asked(self, train: Any, tmp_path: Path) -> None:
        assert train("--variant", "relu", "--tensorboard") == 0
        logs = tmp_path / "runs" / "tiny" / "relu" / "logs" / "phase1"
        assert sorted(path.name for path in logs.iterdir()) == ["train", "validation"]

    @pytest.mark.parametrize(
        ("options", "told"),
        [
            (["--variant", "tanh"], "has no variant tanh"),
            (["--seed", "-1"], "A seed is a whole number"),
            (["--data", "elsewhere"], "one folder or CSV"),
            (["--out", "model"], "--out cannot be used"),
            (["--weights", "nowhere.weights.h5"], "nowhere.weights.h5 cannot be read"),
        ],
    )
    def test_what_cannot_be_is_told_before_training(
        self, train: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
    ) -> None:
        assert train(*options) == 2
        assert told in capsys.readouterr().err
        assert not (tmp_path / "runs" / "tiny").exists()

    def test_what_is_for_pictures_is_refused_for_hands(self, train: Any, capsys: pytest.CaptureFixture[str]) -> None:
        assert train("--overwrite", "--variant", "relu", recipe=HANDS) == 2
        assert "--variant and --overwrite cannot be used" in capsys.readouterr().err
