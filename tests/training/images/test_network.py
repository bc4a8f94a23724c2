from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.fakes.image_runs import LABELS, images, tiny_recipe
from training.common.errors import RecipeError
from training.images.recipe import ImageRecipe, PhaseRecipe

NARROW = {"backbone": "mobilenet_v2", "width": 0.35}
ROOT = Path(__file__).parents[3]

ANSWERS_ON_JAX = """
import json, sys
import keras, numpy
assert keras.backend.backend() == "jax"
images = numpy.load(sys.argv[1])
print(json.dumps([keras.models.load_model(file, compile=False).predict(images, verbose=0).tolist()
                  for file in sys.argv[2:]]))
"""


def recipe_of(size: int = 32, **network: Any) -> ImageRecipe:
    return tiny_recipe(input={"size": size}, network=network)


def build(recipe: ImageRecipe, weights: Path | str | None = None, labels: Sequence[str] = LABELS) -> Any:
    from training.images.network import build_network

    return build_network(recipe, labels, weights)


class TestNetwork:
    """These import Keras and build networks, which takes seconds, so they share one class to say so."""

    @pytest.mark.parametrize(
        ("backbone", "module"),
        [("mobilenet_v2", "mobilenet_v2"), ("mobilenet", "mobilenet"), ("xception", "xception"), ("vgg16", "vgg16")],
    )
    def test_pictures_are_prepared_as_the_backbone_wants_them_and_the_file_says_the_same(
        self, tmp_path: Path, backbone: str, module: str
    ) -> None:
        import keras

        size = 71 if backbone == "xception" else 32
        network = build(recipe_of(size, backbone=backbone))
        pixels, _ = images(2, size=size)
        prepared = getattr(keras.applications, module).preprocess_input(pixels.astype(np.float32))
        expected = np.asarray(network.backbone(prepared, training=False)).mean(axis=(1, 2))
        assert np.asarray(network.features(pixels)) == pytest.approx(expected, rel=1e-3, abs=1e-4)

        network.model.save(tmp_path / "model.keras")
        reloaded = keras.models.load_model(tmp_path / "model.keras", compile=False)
        assert np.asarray(reloaded(pixels)) == pytest.approx(np.asarray(network.model(pixels)), abs=1e-5)

    def test_what_tensorflow_wrote_answers_alike_on_jax(self, tmp_path: Path) -> None:
        pixels, _ = images(3, size=32)
        np.save(tmp_path / "pictures.npy", pixels)
        expected, files = [], []
        for network in (NARROW, {"backbone": "vgg16"}, {"backbone": "small_cnn", "pooling": "flatten"}):
            model = build(recipe_of(**network)).model
            files.append(str(tmp_path / f"{network['backbone']}.keras"))
            model.save(files[-1])
            expected.append(model.predict(pixels, verbose=0))
        done = subprocess.run(
            [sys.executable, "-c", ANSWERS_ON_JAX, str(tmp_path / "pictures.npy"), *files],
            env={**os.environ, "KERAS_BACKEND": "jax", "JAX_PLATFORMS": "cpu"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        for ours, theirs in zip(expected, json.loads(done.stdout), strict=True):
            assert np.array(theirs) == pytest.approx(ours, abs=1e-4)

    @pytest.mark.parametrize(
        ("network", "outputs"),
        [({"backbone": "small_cnn"}, 2), ({"outputs": "softmax"}, 2), ({"binary": True}, 1)],
        ids=str,
    )
    def test_outputs_are_logits_shares_or_one_logit(self, network: dict[str, Any], outputs: int) -> None:
        pixels, _ = images(5)
        answers = np.asarray(build(recipe_of(8, **network)).model(pixels))
        assert answers.shape == (5, outputs)
        is_shares = bool(np.allclose(answers.sum(axis=1), 1) and (answers >= 0).all())
        assert is_shares is (network.get("outputs") == "softmax")

    def test_one_logit_cannot_tell_three_labels_apart(self) -> None:
        with pytest.raises(RecipeError, match="there are 3"):
            build(recipe_of(8, binary=True), labels=("a", "b", "c"))

    def test_the_seed_decides_the_weights(self) -> None:
        def weights(recipe: ImageRecipe) -> Any:
            return np.concatenate([weight.ravel() for weight in build(recipe).model.get_weights()])

        assert (weights(tiny_recipe()) == weights(tiny_recipe())).all()
        assert (weights(tiny_recipe()) != weights(tiny_recipe(seed=4))).any()

    def test_only_what_learns_is_given_varied_pictures(self) -> None:
        augment = {"flip": True, "rotation": 0.2, "zoom": 0.2, "shift": 0.2, "contrast": 0.3, "brightness": 0.3}
        network = build(tiny_recipe(augment=augment))
        pixels, _ = images(6)
        answers = np.asarray(network.model(pixels))
        assert (answers == np.asarray(network.model(pixels, training=True))).all()
        assert np.asarray(network.learner(pixels, training=False)) == pytest.approx(answers, abs=1e-6)
        assert not np.allclose(np.asarray(network.learner(pixels, training=True)), answers, atol=1e-3)

    def test_so_many_layers_learn_as_the_phase_says(self) -> None:
        from training.images.network import set_trainable

        network = build(recipe_of(**NARROW))
        layers = network.backbone.layers
        assert set_trainable(network, PhaseRecipe(learn="all")) == len(layers)
        assert all(layer.trainable for layer in layers)
        assert set_trainable(network, PhaseRecipe(learn="last", last=23)) == 23
        assert [layer.trainable for layer in layers] == [False] * (len(layers) - 23) + [True] * 23
        assert set_trainable(network, PhaseRecipe()) == 0
        assert [w.path for w in network.learner.trainable_weights] == [w.path for w in network.head.trainable_weights]
        with pytest.raises(RecipeError, match=r"The last 500 layers .* mobilenetv2\S* has 154"):
            set_trainable(network, PhaseRecipe(learn="last", last=500))

    @pytest.mark.parametrize("batch_norm", ["inference", "training"])
    def test_batch_norm_keeps_its_statistics_while_it_learns_unless_told_otherwise(self, batch_norm: str) -> None:
        from training.images.fit import compile_model
        from training.images.network import set_trainable

        recipe = recipe_of(**NARROW, batch_norm=batch_norm)
        network = build(recipe)
        phase = PhaseRecipe(learn="all")
        set_trainable(network, phase)
        compile_model(network.learner, recipe.network, phase)

        def weights(kind: str) -> list[Any]:
            return [np.asarray(w) for w in network.backbone.weights if w.path.endswith(kind)]

        before = {kind: weights(kind) for kind in ("moving_mean", "moving_variance", "beta")}
        network.learner.fit(*images(4, size=32), batch_size=4, verbose=0)
        changed = {
            kind: any((a != b).any() for a, b in zip(old, weights(kind), strict=True)) for kind, old in before.items()
        }
        moves = batch_norm == "training"
        assert changed == {"moving_mean": moves, "moving_variance": moves, "beta": True}

    def test_weights_in_a_file_fit_any_size_and_nothing_else(self, tmp_path: Path) -> None:
        source = build(recipe_of(32, **NARROW)).backbone
        file = tmp_path / "narrow.weights.h5"
        source.save_weights(file)
        larger = build(tiny_recipe(input={"size": 48}, network=NARROW, seed=9), file).backbone
        for ours, theirs in zip(larger.get_weights(), source.get_weights(), strict=True):
            assert (ours == theirs).all()
        with pytest.raises(
            RecipeError, match=r"narrow\.weights\.h5 cannot be loaded: they are of other layers"
        ) as caught:
            build(recipe_of(32, backbone="mobilenet"), file)
        assert "MobileNet without its top" in caught.value.hint

    def test_weights_that_cannot_be_fetched_are_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        import keras

        def unreachable(**options: Any) -> Any:
            raise Exception(f"URL fetch failure: no route ({options['weights']})")  # noqa: TRY002 (as Keras does)

        monkeypatch.setattr(keras.applications, "MobileNetV2", unreachable)
        with pytest.raises(RecipeError, match=r"cannot be had: URL fetch failure: no route \(imagenet\)") as caught:
            build(recipe_of(**NARROW), "imagenet")
        assert "--weights none" in caught.value.hint

    def test_a_backbone_of_noise_learns_because_its_batch_norm_does(self) -> None:
        from training.images.fit import compile_model
        from training.images.network import set_trainable, with_batch_norm_mode

        recipe = with_batch_norm_mode(recipe_of(**NARROW), None)
        assert recipe.network.batch_norm == "training"
        network = build(recipe)
        phase = PhaseRecipe(learn="all", learning_rate=1e-3)
        set_trainable(network, phase)
        compile_model(network.learner, recipe.network, phase)
        shown, labels = images(32, size=32)
        history = network.learner.fit(shown, labels, batch_size=8, epochs=16, verbose=0).history
        assert history["loss"][-1] < 0.6, "held at what it is made with it stays at that of guessing, 0.69"
        logits = network.model.predict(shown, verbose=0)
        assert logits.std(axis=0).max() > 0.01, "in inference every image must not look the same"

    def test_statistics_that_came_with_weights_are_kept(self) -> None:
        from training.images.network import with_batch_norm_mode

        recipe = recipe_of(**NARROW)
        assert with_batch_norm_mode(recipe, "imagenet") is recipe
        assert with_batch_norm_mode(recipe, Path("weights.h5")) is recipe

    def test_backbones_without_imagenet_weights_begin_with_noise(self) -> None:
        from training.images.network import usable_weights

        assert usable_weights(recipe_of(8, backbone="small_cnn").network, "imagenet") is None
        assert usable_weights(recipe_of(32, **NARROW).network, "imagenet") == "imagenet"
        assert build(recipe_of(8, backbone="small_cnn"), "imagenet").model.output_shape == (None, 2)
