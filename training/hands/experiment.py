"""Experiments: variants of one recipe, each trained with several seeds on the same data, in one table."""

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
from training.common.metrics import LabelScore, decide, mean_f1, softmax
from training.common.recipe_migration import migrated, warn_about
from training.common.recipe_schema import merged
from training.hands.data.batches import exact_inputs
from training.hands.data.dataset import HandSample, list_pictures, load_examples
from training.hands.data.finger_warping import with_finger_warping
from training.hands.data.sampling import label_indices
from training.hands.data.splits import Split, split_examples
from training.hands.phases import fit, predict
from training.hands.recipe import KEY_CHANGES, HandRecipe, parse_recipe
from training.hands.validation import calibrate_on

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Matrix = list[list[int]]


@dataclass(frozen=True)
class Experiment:
    """Variants of a recipe.

    Attributes:
        name: Of the experiment; its results are kept under it.
        variants: A recipe for each variant, by name.
        seeds: Each variant is trained once with each.
    """

    name: str
    variants: Mapping[str, HandRecipe]
    seeds: tuple[int, ...]


@dataclass(frozen=True)
class Result:
    """What one variant reached with one seed.

    Attributes:
        variant: Its name.
        seed: Its seed.
        minutes: How long training took.
        held_out: For each source that chose the checkpoint and the threshold, a confusion matrix: a row for each true
            label, a column for each answer, and a last column for hands that were not found.
        tested: The same for sources that chose nothing.
    """

    variant: str
    seed: int
    minutes: float
    held_out: Mapping[str, Matrix] = field(default_factory=dict)
    tested: Mapping[str, Matrix] = field(default_factory=dict)


def read_experiment(path: Path) -> Experiment:
    """Read an experiment file.

    It names a ``base`` recipe beside it, ``seeds``, ``overrides`` of the base for all variants, and ``variants``, each
    with overrides of its own.

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
    """Train what has no result yet; results are kept line by line, so that a stopped experiment goes on where it was.

    Args:
        experiment: What to compare.
        data: Folders of pictures to learn from and to choose by.
        tests: Folders of pictures that choose nothing.
        weights: Starting weights, as for :func:`training.hands.model.build_backbone`.
        runs: Where results, checkpoints and caches are kept.
        console: Told about progress.
    """
    file = results_file(experiment, runs)
    file.parent.mkdir(parents=True, exist_ok=True)
    results = read_results(file)
    done = {(result.variant, result.seed) for result in results}
    wanted = [(name, seed) for seed in experiment.seeds for name in experiment.variants if (name, seed) not in done]
    if not wanted:
        return results
    examples = load_examples(data, runs / "cache", console)
    test_examples = load_examples(tests, runs / "cache", console)
    missed = _missed(tests, test_examples)
    for name, seed in wanted:
        console.rule(f"{name}, seed {seed}")
        recipe = replace(experiment.variants[name], seed=seed)
        # Every seed sees the same split: that of the experiment's own recipe.
        every = with_finger_warping(examples, recipe, runs / "cache", console)
        split = split_examples(every, experiment.variants[name])
        started_s = time.perf_counter()
        held_out, tested = _train_and_test(split, test_examples, recipe, weights, file.parent / name, console)
        for (source, label), count in missed.items():
            if label in recipe.labels.labels:
                matrix = tested.setdefault(source, _empty(recipe).tolist())
                matrix[recipe.labels.index(label)][-1] += count
        result = Result(name, seed, round((time.perf_counter() - started_s) / 60, 2), held_out, tested)
        results.append(result)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(asdict(result)) + "\n")
    return results


def results_file(experiment: Experiment, runs: Path) -> Path:
    """Where the results of an experiment are kept, one JSON object a line."""
    return runs / "experiments" / experiment.name / "results.jsonl"


def read_results(file: Path) -> list[Result]:
    """The results in a file; none if there is no file."""
    if not file.is_file():
        return []
    return [Result(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def label_scores(matrices: Iterable[Matrix], labels: GestureSet) -> dict[str, LabelScore]:
    """The scores by label of confusion matrices as in :class:`Result`, added up."""
    total = np.sum([np.array(matrix) for matrix in matrices], axis=0)
    return {
        label: LabelScore(int(total[i].sum()), int(total[:, i].sum()), int(total[i, i]))
        for i, label in enumerate(labels.labels)
    }


def table(experiment: Experiment, results: Sequence[Result]) -> str:
    """Results as a Markdown table: means over the seeds, with the standard deviation of the first columns."""
    photos = [{s: m for s, m in r.held_out.items() if s != "rendered"} for r in results]
    sources = sorted({source for result in results for source in (*result.held_out, *result.tested)})
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
        row.append(_mean([mean_f1(label_scores([result.held_out["rendered"]], labels), labels) for result, _ in mine]))
        row.append(_mean([label_scores(result.held_out.values(), labels)[NONE].recall for result, _ in mine]))
        for source in sources:
            everywhere = [{**result.held_out, **result.tested} for result, _ in mine]
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
    held_out = calibrate_on(split.held_out, model, recipe)
    calibration = held_out.calibration

    def matrices(examples: Sequence[HandSample], logits: npt.NDArray[Any]) -> dict[str, Matrix]:
        """A matrix for each source."""
        answers = decide(softmax(logits, calibration.temperature), recipe.labels, calibration.reject_threshold)
        counts = {example.collection: _empty(recipe) for example in examples}
        for example, true, answer in zip(examples, label_indices(examples, recipe), answers, strict=True):
            counts[example.collection][true, answer] += 1
        return {source: matrix.tolist() for source, matrix in sorted(counts.items())}

    tested = matrices(tests, predict(model, exact_inputs(tests, recipe))) if tests else {}
    return matrices(split.held_out, held_out.logits), tested


def _empty(recipe: HandRecipe) -> npt.NDArray[np.int64]:
    return np.zeros((len(recipe.labels), len(recipe.labels) + 1), dtype=np.int64)


def _missed(folders: Sequence[Path], found: Sequence[HandSample]) -> Counter[tuple[str, str]]:
    """How many pictures of each source and label show a gesture but no hand was found; for `none` that is no miss."""
    pictures = (picture for folder in folders for picture in list_pictures(folder))
    missed = Counter((picture.source, picture.label) for picture in pictures if picture.label != NONE)
    missed.subtract((example.source, example.label) for example in found if example.label != NONE)
    return missed
