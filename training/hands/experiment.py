"""Experiments: comparison of variants of a recipe, each trained with several seeds on the same data."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rich.console import Console

from gesture_app.domain.frames.gestures import NONE, GestureSet
from training.common.errors import RecipeError
from training.common.metrics import LabelScore, mean_f1
from training.common.recipe_migration import migrated, warn_about
from training.common.recipe_schema import merged
from training.hands.data.batches import exact_inputs
from training.hands.data.dataset import HandSample, list_images, load_samples
from training.hands.data.finger_warping import with_finger_warping
from training.hands.data.sampling import label_indices
from training.hands.data.splits import Split, split_samples_by_group
from training.hands.phases import fit, predict
from training.hands.recipe import KEY_CHANGES, HandRecipe, parse_recipe
from training.hands.validation import calibrate_on

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Matrix = list[list[int]]
"""Confusion matrix: a row per true label, a column per predicted label, and a last column for missed hands."""


@dataclass(frozen=True)
class Experiment:
    """Variants of a recipe.

    Attributes:
        name: Name of the experiment and of the folder of its results.
        variants: Recipe of each variant, by name.
        seeds: Seeds; each variant is trained once with each.
    """

    name: str
    variants: Mapping[str, HandRecipe]
    seeds: tuple[int, ...]


@dataclass(frozen=True)
class Result:
    """Result of one variant with one seed.

    Attributes:
        variant: Name of the variant.
        seed: The seed.
        minutes: Duration of the training.
        validation: Confusion matrix of each validation source.
        test: Confusion matrix of each test source.
    """

    variant: str
    seed: int
    minutes: float
    validation: Mapping[str, Matrix] = field(default_factory=dict)
    test: Mapping[str, Matrix] = field(default_factory=dict)

    def to_line(self) -> str:
        """The result as one line of JSON; the keys are those of version 0.1."""
        content = asdict(self)
        content["held_out"], content["tested"] = content.pop("validation"), content.pop("test")
        return json.dumps(content)

    @classmethod
    def from_line(cls, line: str) -> Result:
        """Parse a line of :meth:`to_line`."""
        content = json.loads(line)
        return cls(content["variant"], content["seed"], content["minutes"], content["held_out"], content["tested"])


def read_experiment(path: Path) -> Experiment:
    """Read an experiment file.

    It has a ``base`` recipe in the same folder, ``seeds``, ``overrides`` of the base for all variants, and
    ``variants`` with their own overrides.

    Raises:
        RecipeError: If it, or the recipe of a variant, cannot be read.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        _check_keys(content)
        base_path = path.parent / content["base"]
        base = migrated(tomllib.loads(base_path.read_text(encoding="utf-8")), KEY_CHANGES, warn_about(base_path))
        common = merged(base, migrated(content.get("overrides", {}), KEY_CHANGES, warn_about(path)))
        variants = {
            name: parse_recipe(merged(common, migrated(own, KEY_CHANGES, warn_about(path))))
            for name, own in content["variants"].items()
        }
    except OSError as error:
        raise RecipeError(f"{error.filename} cannot be read: {error.strerror}.", hint="Check the path.") from error
    except (tomllib.TOMLDecodeError, KeyError, ValueError, TypeError) as error:
        hint = "The experiments in training/recipes/experiments show how one looks."
        raise RecipeError(f"The experiment {path} cannot be used: {error}.", hint=hint) from error
    return Experiment(path.stem, variants, tuple(content["seeds"]))


def _check_keys(content: Mapping[str, Any]) -> None:
    unknown = sorted(set(content) - {"base", "seeds", "overrides", "variants"})
    missing = sorted(key for key in ("base", "seeds", "variants") if not content.get(key))
    if unknown or missing:
        told = [f"unknown {', '.join(unknown)}"] * bool(unknown) + [f"no {', '.join(missing)}"] * bool(missing)
        raise ValueError("; ".join(told))


def run_experiment(
    experiment: Experiment,
    data: Sequence[Path],
    tests: Sequence[Path],
    weights: str | Path | None,
    runs: Path,
    console: Console,
) -> list[Result]:
    """Train each variant and seed without a result; results are written one by one, so that it can be resumed.

    Args:
        experiment: The experiment.
        data: Folders of training and validation images.
        tests: Folders of test images.
        weights: Initial weights, as for :func:`training.hands.model.build_backbone`.
        runs: Folder of results, checkpoints and caches.
        console: Shows progress.

    Returns:
        All results, earlier ones included.
    """
    file = results_file(experiment, runs)
    file.parent.mkdir(parents=True, exist_ok=True)
    results = read_results(file)
    done = {(result.variant, result.seed) for result in results}
    missing = [(name, seed) for seed in experiment.seeds for name in experiment.variants if (name, seed) not in done]
    if not missing:
        return results
    samples = load_samples(data, runs / "cache", console)
    test_samples = load_samples(tests, runs / "cache", console)
    missed = _missed(tests, test_samples)
    for name, seed in missing:
        console.rule(f"{name}, seed {seed}")
        recipe = replace(experiment.variants[name], seed=seed)
        # The split is the same for every seed: that of the variant's own recipe.
        every = with_finger_warping(samples, recipe, runs / "cache", console)
        split = split_samples_by_group(every, experiment.variants[name])
        started_s = time.perf_counter()
        validation, test = _train_and_test(split, test_samples, recipe, weights, file.parent / name, console)
        for (source, label), count in missed.items():
            if label in recipe.labels.labels:
                matrix = test.setdefault(source, _empty(recipe).tolist())
                matrix[recipe.labels.index(label)][-1] += count
        result = Result(name, seed, round((time.perf_counter() - started_s) / 60, 2), validation, test)
        results.append(result)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(result.to_line() + "\n")
    return results


def results_file(experiment: Experiment, runs: Path) -> Path:
    """File of the results of an experiment, one JSON object per line."""
    return runs / "experiments" / experiment.name / "results.jsonl"


def read_results(file: Path) -> list[Result]:
    """Read the results in a file; none if there is no file."""
    if not file.is_file():
        return []
    return [Result.from_line(line) for line in file.read_text(encoding="utf-8").splitlines()]


def label_scores(matrices: Iterable[Matrix], labels: GestureSet) -> dict[str, LabelScore]:
    """Scores by label of the sum of some confusion matrices."""
    total = np.sum([np.array(matrix) for matrix in matrices], axis=0)
    return {
        label: LabelScore(int(total[i].sum()), int(total[:, i].sum()), int(total[i, i]))
        for i, label in enumerate(labels.labels)
    }


def table(experiment: Experiment, results: Sequence[Result]) -> str:
    """Markdown table of means over the seeds, with the standard deviation in the first columns."""
    photos = [{s: m for s, m in r.validation.items() if s != "rendered"} for r in results]
    sources = sorted({source for result in results for source in (*result.validation, *result.test)})
    head = ["variant", "seeds", "minutes", "macro-F1 of held-out photos", "of held-out rendered hands", "`none` right"]
    rows = [[*head, *sources], ["---"] * (len(head) + len(sources))]
    for name, recipe in experiment.variants.items():
        mine = [
            (result, by_source) for result, by_source in zip(results, photos, strict=True) if result.variant == name
        ]
        if not mine:
            continue
        labels = recipe.labels
        row = [name, str(len(mine)), f"{np.mean([result.minutes for result, _ in mine]):.1f}"]
        row.append(_mean([mean_f1(label_scores(by_source.values(), labels), labels) for _, by_source in mine]))
        row.append(
            _mean([mean_f1(label_scores([result.validation["rendered"]], labels), labels) for result, _ in mine])
        )
        row.append(_mean([label_scores(result.validation.values(), labels)[NONE].recall for result, _ in mine]))
        for source in sources:
            everywhere = [{**result.validation, **result.test} for result, _ in mine]
            scored = [mean_f1(label_scores([matrices[source]], labels), labels) for matrices in everywhere]
            row.append(f"{np.nanmean(scored):.3f}")
        rows.append(row)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _mean(values: Sequence[float]) -> str:
    spread = f" ± {np.std(values, ddof=1):.3f}" if len(values) > 1 else ""
    return f"{np.mean(values):.3f}{spread}"


def _train_and_test(
    split: Split,
    tests: Sequence[HandSample],
    recipe: HandRecipe,
    weights: str | Path | None,
    out: Path,
    console: Console,
) -> tuple[dict[str, Matrix], dict[str, Matrix]]:
    out.mkdir(parents=True, exist_ok=True)
    model = fit(split, recipe, weights, out, console).model
    validation = calibrate_on(split.validation, model, recipe)
    calibration = validation.calibration

    def matrices(samples: Sequence[HandSample], logits: npt.NDArray[Any]) -> dict[str, Matrix]:
        """Confusion matrix by source."""
        none = recipe.labels.none_index
        answers = calibration.decide(calibration.probabilities(logits, none), none)
        counts = {sample.collection: _empty(recipe) for sample in samples}
        for sample, true, answer in zip(samples, label_indices(samples, recipe), answers, strict=True):
            counts[sample.collection][true, answer] += 1
        return {source: matrix.tolist() for source, matrix in sorted(counts.items())}

    test = matrices(tests, predict(model, exact_inputs(tests, recipe))) if tests else {}
    return matrices(split.validation, validation.logits), test


def _empty(recipe: HandRecipe) -> npt.NDArray[np.int64]:
    return np.zeros((len(recipe.labels), len(recipe.labels) + 1), dtype=np.int64)


def _missed(folders: Sequence[Path], found: Sequence[HandSample]) -> Counter[tuple[str, str]]:
    """Number of images with a gesture in which no hand was detected, by source and label."""
    images = (image for folder in folders for image in list_images(folder))
    missed = Counter((image.source, image.label) for image in images if image.label != NONE)
    missed.subtract((sample.source, sample.label) for sample in found if sample.label != NONE)
    return missed
