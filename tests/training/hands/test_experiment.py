from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from training.common.errors import RecipeError

BASE = 'name = "x"\nlabels = ["rock", "paper", "none"]\n[fine_tune]\nepochs = 9\nbatch_size = 16\n'
FILE = """
base = "base.toml"
seeds = [1, 2]
[overrides]
fine_tune = { epochs = 3 }
[variants.plain]
input = { landmarks = false }
[variants.long]
fine_tune = { epochs = 5 }
"""
EXPERIMENTS = Path(__file__).parents[3] / "training" / "recipes" / "experiments"


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str], Path]:
    def write_(content: str) -> Path:
        (tmp_path / "base.toml").write_text(BASE)
        (tmp_path / "compare.toml").write_text(content)
        return tmp_path / "compare.toml"

    return write_


class TestExperiments:
    """These import Keras, which takes seconds, so they share one class to say so."""

    def test_a_variant_is_the_base_with_the_common_overrides_and_its_own(self, write: Callable[[str], Path]) -> None:
        from training.hands.experiment import read_experiment

        experiment = read_experiment(write(FILE))
        assert experiment.seeds == (1, 2)
        plain, long = experiment.variants["plain"], experiment.variants["long"]
        assert (plain.fine_tune.epochs, long.fine_tune.epochs) == (3, 5)
        assert (plain.input.landmarks, long.input.landmarks) == (False, True)
        assert plain.fine_tune.batch_size == 16

    @pytest.mark.parametrize(
        ("content", "told"),
        [
            (FILE.replace("seeds", "sseeds"), "unknown sseeds; no seeds"),
            (FILE.replace("base.toml", "other.toml"), "other.toml cannot be read"),
            (FILE.replace("epochs = 5", "epoch = 5"), "unknown epoch"),
            ("seeds = [", "cannot be used"),
        ],
    )
    def test_a_wrong_file_says_what_is_wrong(self, write: Callable[[str], Path], content: str, told: str) -> None:
        from training.hands.experiment import read_experiment

        with pytest.raises(RecipeError, match=told):
            read_experiment(write(content))

    @pytest.mark.parametrize("path", sorted(EXPERIMENTS.glob("*.toml")), ids=lambda path: path.stem)
    def test_every_experiment_that_comes_along_can_be_read(self, path: Path) -> None:
        from training.hands.experiment import read_experiment

        assert len(read_experiment(path).variants) > 1

    def test_a_missed_hand_and_a_gesture_seen_in_none_both_cost(self, write: Callable[[str], Path]) -> None:
        from training.common.metrics import mean_f1
        from training.hands.experiment import label_scores, read_experiment

        labels = read_experiment(write(FILE)).variants["plain"].labels
        right = [[4, 0, 0, 0], [0, 4, 0, 0], [0, 0, 4, 0]]
        missed = [[4, 0, 0, 4], [0, 4, 0, 0], [0, 0, 4, 0]]
        false_accepts = [[4, 0, 0, 0], [0, 4, 0, 0], [4, 0, 0, 0]]
        assert mean_f1(label_scores([right], labels), labels) == 1
        assert mean_f1(label_scores([missed], labels), labels) == pytest.approx((2 * 4 / 12 + 1) / 2)
        assert mean_f1(label_scores([false_accepts], labels), labels) == pytest.approx((2 * 4 / 12 + 1) / 2)
        assert label_scores([missed, right], labels)["rock"].recall == pytest.approx(8 / 12)

    def test_the_table_has_a_row_for_each_variant_that_has_results(self, write: Callable[[str], Path]) -> None:
        from training.hands.experiment import Result, read_experiment, read_results, table

        experiment = read_experiment(write(FILE))
        matrix = [[4, 0, 0, 0], [0, 3, 1, 0], [0, 0, 4, 0]]
        result = Result("plain", 1, 2.0, {"photos": matrix, "rendered": matrix}, {"others": matrix})
        file = write(FILE).with_name("results.jsonl")
        file.write_text(result.to_line() + "\n")
        assert json.loads(file.read_text()).keys() == {"variant", "seed", "minutes", "held_out", "tested"}
        assert read_results(file) == [result]
        lines = table(experiment, read_results(file)).splitlines()
        assert lines[0].endswith("| others | photos | rendered |")
        assert lines[2].startswith("| plain | 1 | 2.0 | 0.929 | 0.929 | 1.000 |")
        assert len(lines) == 3
