"""The report as Markdown, ``report.md``, from the contents of ``report.json``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from training.evaluation.markdown import decimal, paragraph, share, table
from training.evaluation.metrics import FINGER_RULES, LANDMARK_NETWORK, MODEL

Numbers = Mapping[str, Any]

_METHOD = """
Every image went through the app itself (`gesture-app replay --static-images`, ONNX Runtime on the CPU), one by one. A
hand that was not found counts as wrong for the gesture it showed, because the person who shows it sees a wrong answer.
F1 is computed over all images: an image without a gesture that is answered with one counts against that gesture.
Intervals are Wilson's, 95 %.
"""

_ANSWERS = ("gestures_right", "other_poses_none", "natural_hands_none", "empty_scenes_none")
_KINDS = {
    "gestures": "gestures",
    "other_poses": "other hand poses",
    "natural_hands": "photos of people who make no sign",
    "empty_scenes": "empty scenes",
}

_CLASSIFIERS = {
    MODEL: "the model, as the app answers",
    FINGER_RULES: "rules by hand on the angles of the 21 landmarks",
    LANDMARK_NETWORK: "a network on the 21 landmarks alone, the model's own landmark branch, trained anew on "
    "the recipe's hands in its proportions; best epoch, temperature and threshold are chosen on its held-out hands",
}


def report_text(report: Numbers) -> str:
    """The report in Markdown.

    Args:
        report: The contents of ``report.json``.
    """
    sections = [
        _header(report),
        _summary(report),
        *(_dataset(name, numbers, report["model"]["labels"]) for name, numbers in report["data_sets"].items()),
        _throws(report),
        _intent(report),
        _calibration(report),
        *(_rendered(name, numbers) for name, numbers in report["data_sets"].items() if "tones" in numbers),
        _mistakes(report),
        _leave_one_out(report["leave_one_out"]),
        _validation(report["held_out"]),
        _latency(report["latency"]),
    ]
    return "\n\n".join(section for section in sections if section) + "\n"


def _header(report: Numbers) -> str:
    rows = [
        (name, numbers["pictures"], ", ".join(numbers["sources"]), numbers["use"])
        for name, numbers in report["data_sets"].items()
    ]
    rows.append(
        ("held-out hands", report["held_out"].get("hands", "unknown"), "named in the manifest", _VALIDATION_USE)
    )
    readers = "\n".join(f"- **{reader}**: {_CLASSIFIERS[reader]}." for reader in _classifiers_of(report))
    return f"""# Report on {report["model"]["id"]}

Made by one command; paths are shortened to their last part:

```
{report["command"]}
```

{paragraph(_METHOD)}

{readers}

{table(("data set", "pictures", "sources", "what it was used for"), rows)}"""


_VALIDATION_USE = "chose the checkpoint, the temperature and the threshold; their figures flatter the model"


def _classifiers_of(report: Numbers) -> list[str]:
    return [reader for reader in _CLASSIFIERS if any(reader in s["readers"] for s in report["data_sets"].values())]


def _summary(report: Numbers) -> str:
    rows = []
    for name, numbers in report["data_sets"].items():
        for reader, figures in numbers["readers"].items():
            row = [name, reader, decimal(figures["macro_f1"])]
            row += [share(figures[key]) for key in _ANSWERS]
            rows.append(row)
    header = (
        "data set",
        "reader",
        "macro-F1",
        "gestures right",
        "other hand poses called none",
        "natural hands called none",
        "empty scenes called none",
    )
    parts = ["## In short", table(header, rows)]
    for name, numbers in report["data_sets"].items():
        parts += [_unknown_hands_note(name, numbers), _landmark_comparison(name, numbers)]
    return "\n\n".join([*filter(None, parts), table(("measure", "figure"), _single_figures(report))])


def _single_figures(report: Numbers) -> Iterator[tuple[str, str]]:
    for name, numbers in report["data_sets"].items():
        yield f"ECE on {name}, 15 bins, hands that were found", decimal(numbers["calibration"]["ece"])
        if "tones" in numbers and len(groups := _groups_with_gestures(numbers)) > 1:
            worst, best = _worst_and_best(groups)
            shares = [f"tones {group} {groups[group]['gestures_right']['share']:.3f}" for group in (worst, best)]
            yield f"worst skin-tone group against best on {name}, gestures right", " against ".join(shares)
        for kind, people in _groups_of_people(numbers):
            by_f1 = sorted(people, key=lambda group: float(people[group]["macro_f1"]))
            ends = [f"{group} {people[group]['macro_f1']:.3f}" for group in (by_f1[0], by_f1[-1])]
            yield f"worst {kind} against best on {name}, macro-F1", " against ".join(ends)
    latency = report["latency"]
    yield "time of the exported model as a ratio to plain MobileNetV2", f"{latency['ratio']:.3f}"
    yield "size of the exported model", f"{latency['model']['onnx_mb']:.1f} MB"


def _unknown_hands_note(name: str, numbers: Numbers) -> str:
    if numbers["tells_hands"]:
        return ""
    return (
        f"In {name} nobody said which images without a gesture show a hand, so all of them count as other hand poses."
    )


def _landmark_comparison(name: str, numbers: Numbers) -> str:
    """Whether the model beats the network on landmarks alone."""
    readers = numbers["readers"]
    if LANDMARK_NETWORK not in readers:
        return ""
    model, network = readers[MODEL]["macro_f1"], readers[LANDMARK_NETWORK]["macro_f1"]
    if model is None or network is None:
        return ""
    apart = numbers["disagreements"][LANDMARK_NETWORK]
    beats = "beats" if model > network else "**does not beat**"
    return paragraph(f"""
        On {name} the model {beats} the landmark network: macro-F1 {model:.4f} against {network:.4f}.
        {apart["only_model_right"]} images are right only with the model, {apart["only_other_right"]} only with the
        network.""")


def _dataset(name: str, numbers: Numbers, labels: Sequence[str]) -> str:
    rows = []
    for label in labels:
        for reader, figures in numbers["readers"].items():
            score = figures["by_label"][label]
            scores = [decimal(score[key]) for key in ("recall", "precision", "f1")]
            rows.append([label, reader, score["shown"], score["right"], *scores])
    found = numbers["found"]
    shares = [f"{share(found[key])} of the {words}" for key, words in _KINDS.items() if found[key]["total"]]
    missed = f"""
        The app found a hand in {", in ".join(shares)}. All readers share its hands: none can be right about a gesture
        whose hand was not found."""
    return "\n\n".join(
        [
            f"## {name}, by label",
            table(("label", "reader", "pictures", "right", "recall", "precision", "F1"), rows),
            paragraph(missed),
            *(_by_source(name, numbers, labels) if len(numbers["sources"]) > 1 else ()),
        ]
    )


def _by_source(name: str, numbers: Numbers, labels: Sequence[str]) -> Iterator[str]:
    readers = list(numbers["readers"])
    yield f"### {name}, by source"
    yield "Macro-F1 over the gestures that a source shows."
    rows = []
    for source, subset in numbers["by_source"].items():
        model = subset["readers"][MODEL]
        row = [source, subset["pictures"], share(subset["found"]["gestures"]), share(model["gestures_right"])]
        row += [share(model[key]) for key in _ANSWERS[1:]]
        rows.append(row + [decimal(subset["readers"][reader]["macro_f1"]) for reader in readers])
    header = ["source", "pictures", "hand found", "gestures right", "other poses none", "natural none", "empty none"]
    yield table(header + [f"macro-F1, {reader}" for reader in readers], rows)
    rows = []
    for source, subset in numbers["by_source"].items():
        for label in labels:
            scores = {reader: subset["readers"][reader]["by_label"][label] for reader in readers}
            if not scores[MODEL]["shown"]:
                continue
            recalls = [decimal(scores[reader]["recall"]) for reader in readers]
            f1 = [decimal(scores[reader]["f1"]) for reader in readers]
            rows.append([source, label, scores[MODEL]["shown"], scores[MODEL]["right"], *recalls, *f1])
    header = ["source", "label", "pictures", "right"]
    header += [f"{kind}, {reader}" for kind in ("recall", "F1") for reader in readers]
    yield table(header, rows)


def _throws(report: Numbers) -> str:
    """The first question that a game asks: which of the gestures is it?"""
    sets = {name: s["throws"] for name, s in report["data_sets"].items() if s["throws"]["right"]["total"]}
    if not sets:
        return ""
    labels = [label for label in report["model"]["labels"] if any(label in s["by_label"] for s in sets.values())]
    rows = [
        [
            name,
            share(throws["right"]),
            share(throws["right_of_found"]),
            decimal(throws["ece"]),
            *(decimal(throws["by_label"][label]["share"]) if label in throws["by_label"] else "-" for label in labels),
        ]
        for name, throws in sets.items()
    ]
    note = """
        What a game asks when a throw is due: only the gestures are possible, whether or not one seems to be meant, and
        the hand that most probably means one counts. The first column counts a hand that was not found as wrong, the
        others leave it out. ECE is that of the gestures' probabilities, given that one is meant."""
    parts = [
        "## Which gesture, read as a throw",
        paragraph(note),
        table(("data set", "right", "right where a hand was found", "ECE", *labels), rows),
    ]
    for name, throws in sets.items():
        if len(throws["by_source"]) > 1:
            sources = [(source, share(right)) for source, right in throws["by_source"].items()]
            parts += [f"### {name}, read as a throw, by source", table(("source", "right of found hands"), sources)]
    return "\n\n".join(parts)


def _intent(report: Numbers) -> str:
    """The second question: is a gesture meant at all?"""
    rows = [
        [name, sensitivity, decimal(accepted["threshold"]), *(share(accepted[kind]) for kind in _KINDS)]
        for name, numbers in report["data_sets"].items()
        for sensitivity, accepted in numbers["intent"]["at"].items()
    ]
    calibration = [
        (name, numbers["intent"]["hands"], decimal(numbers["intent"]["ece"]))
        for name, numbers in report["data_sets"].items()
    ]
    asked = """
        Share of the images in which a hand is taken to show a gesture, whichever it is; a hand that was not found is
        not. The threshold is on the probability that a gesture is meant."""
    not_asked = """
        This model does not ask whether a gesture is meant: it has one reject threshold, on the probability of the most
        probable label, at every sensitivity."""
    header = ("data set", "sensitivity", "threshold", *(f"{words} accepted" for words in _KINDS.values()))
    return "\n\n".join(
        [
            "## Whether a gesture is meant",
            paragraph(asked if report["model"]["intent"] else not_asked),
            table(header, rows),
            "The probability that a gesture is meant against the share of images that show one, over the hands found:",
            table(("data set", "found hands", "ECE"), calibration),
            "![Reliability of both questions](questions.png)",
        ]
    )


def _calibration(report: Numbers) -> str:
    rows = []
    for name, numbers in report["data_sets"].items():
        calibration = numbers["calibration"]
        rows.append((name, calibration["hands"], decimal(calibration["ece"])))
    measured = f"""
        The calibration error (ECE) has 15 bins and is over the hands that were found, before any threshold: a hand
        that was not found has no confidence. The probabilities are the app's own, calibrated as the manifest says, with
        a temperature of {report["model"]["temperature"]:.4f}; both questions count together."""
    thresholds = ", ".join(f"{name} {value:.4f}" for name, value in report["model"]["thresholds"].items())
    curves = f"""
        What other thresholds would do; the manifest's by sensitivity: {thresholds}. A gesture whose hand was not found
        counts as not accepted."""
    return f"""## Confusion, calibration and rejection

![Confusion matrices](confusion.png)

{paragraph(measured)}

{table(("data set", "found hands", "ECE"), rows)}

![Reliability diagrams](calibration.png)

{paragraph(curves)}

![Rejection curves](rejection.png)"""


def _rendered(name: str, numbers: Numbers) -> str:
    tones = numbers["tones"]
    header = ("pictures", "hand found", "gestures right", "other poses none", "natural none", "macro-F1", "ECE")
    groups = _groups_with_gestures(numbers)
    parts = [
        f"## {name}, by skin tone",
        "Tones of the Monk scale, 1 light to 10 dark. Found and right are of the gesture images.",
        table(("tone", *header), [(tone, *_subset_cells(subset)) for tone, subset in tones["tones"].items()]),
        table(("group", *header), [(group, *_subset_cells(subset)) for group, subset in groups.items()]),
    ]
    if tones["paired"]:
        parts.append(_paired(tones["paired"]))
    parts.append("![By skin tone](tones.png)")
    if numbers["ages"]:
        parts.append(f"## {name}, by age group")
        parts.append(table(("age group", *header), [(age, *_subset_cells(s)) for age, s in numbers["ages"].items()]))
    if not numbers["angles"]:
        return "\n\n".join(parts)
    parts.append(f"## {name}, by viewing angle")
    parts.append(
        paragraph("""
        The face of the hand is its turn about the forearm: "palm" is within 45 degrees of the palm facing the camera,
        "back" within 45 of the back, "side" between. Tilt is towards the camera.""")
    )
    for kind, bands in numbers["angles"].items():
        parts.append(table((kind, *header), [(band, *_subset_cells(subset)) for band, subset in bands.items()]))
    return "\n\n".join([*parts, "![By viewing angle](angles.png)"])


def _groups_with_gestures(numbers: Numbers) -> dict[str, Numbers]:
    return {name: subset for name, subset in numbers["tones"]["groups"].items() if subset["gestures_right"]["total"]}


def _groups_of_people(numbers: Numbers) -> Iterator[tuple[str, Numbers]]:
    """Groups of rendered people with gestures, by kind of group; kinds of a single group are left out."""
    kinds = {"skin-tone group": numbers["tones"]["groups"], "age group": numbers["ages"]} if "tones" in numbers else {}
    for kind, groups in kinds.items():
        known = {name: subset for name, subset in groups.items() if subset["macro_f1"] is not None}
        if len(known) > 1:
            yield kind, known


def _worst_and_best(groups: Numbers) -> tuple[str, str]:
    """The groups of tones with the lowest and the highest accuracy on gestures."""
    by_share = sorted(groups, key=lambda group: float(groups[group]["gestures_right"]["share"]))
    return by_share[0], by_share[-1]


def _paired(paired: Numbers) -> str:
    tones = ", ".join(f"{tone}: {share:.3f}" for tone, share in paired["right_by_tone"].items())
    return paragraph(f"""
        {paired["scenes"]} scenes with a gesture were rendered in every tone. Share right by tone: {tones}. In the same
        scenes, tone {paired["best_tone"]} is {paired["difference"]:.3f} ({paired["low"]:.3f} to {paired["high"]:.3f})
        better than tone {paired["worst_tone"]}. Best and worst were picked by these very figures, so the difference is
        if anything too large.""")


def _subset_cells(subset: Numbers) -> list[str]:
    shares = [share(subset[key], interval=True) for key in ("gestures_found", "gestures_right")]
    refused = [share(subset[key]) for key in ("other_poses_none", "natural_hands_none")]
    return [str(subset["pictures"]), *shares, *refused, decimal(subset["macro_f1"]), decimal(subset["ece"])]


def _mistakes(report: Numbers) -> str:
    photos = {name: s["mistakes"] for name, s in report["data_sets"].items() if "mistakes" in s}
    if not photos:
        return ""
    counts = ", ".join(f"{name} {count}" for name, count in photos.items())
    note = f"""
        {counts}. Below each: the source; what was shown > what was answered; the most probable label with its
        probability. Photos to judge by often come under licences that forbid passing them on, so this sheet draws only
        the landmarks that were found. The same sheet with the images stays with whoever made this report."""
    return f"""## Every mistake on photos

{paragraph(note)}

![Mistakes as landmarks](mistakes.png)"""


def _leave_one_out(numbers: Numbers | None) -> str:
    if numbers is None:
        return "## Leaving one source out\n\nNot measured in this report: it needs `--leave-one-out`."
    rows = []
    for source, fold in numbers["sources"].items():
        recalls = ", ".join(f"{label} {recall:.2f}" for label, recall in fold["recall"].items())
        cells = [source, fold["pictures"], fold["no_hand"], decimal(fold["macro_f1"]), share(fold["gestures_right"])]
        rows.append([*cells, share(fold["none_right"]), recalls])
    header = ("left out", "pictures", "no hand", "macro-F1", "gestures right", "none right", "recall by label")
    note = f"""
        The recipe was trained anew without each real source that shows a gesture, then asked about that source, which
        chose neither the checkpoint nor the calibration. The fine-tuning is shortened to {numbers["epochs"]} epochs of
        {numbers["hands_per_epoch"]} hands, so this tells how much the recipe leans on knowing a source, not how good
        the shipped model is. Hands that were not found count as wrong; macro-F1 is over the gestures that a source
        shows."""
    return f"""## Leaving one source out

{paragraph(note)}

{table(header, rows)}"""


def _validation(validation: Numbers) -> str:
    if "recall" not in validation:
        return ""
    rows = [(label, decimal(recall)) for label, recall in validation["recall"].items()]
    note = f"""
        From the manifest, not measured anew: {validation["hands"]} found hands. They {_VALIDATION_USE}. ECE
        {decimal(validation.get("ece"))}."""
    return f"""## Held-out hands of the training

{paragraph(note)}

{table(("label", "recall"), rows)}"""


def _latency(latency: Numbers) -> str:
    rows = []
    for name, key in (("this model", "model"), ("plain MobileNetV2", "plain_mobilenet_v2")):
        times = latency[key]
        rows.append((name, f"{times['median_ms']:.2f}", f"{times['p95_ms']:.2f}", f"{times['onnx_mb']:.1f}"))
    keras_mb = latency["model"].get("keras_mb")
    keras = f" `model.keras` has {keras_mb:.1f} MB." if keras_mb else ""
    note = f"""
        One hand at a time, ONNX Runtime on the CPU with {latency["threads"]} threads, set up as in the app,
        {latency["runs"]} runs of each, taking turns. Plain MobileNetV2 gets the same 128 x 128 image, already scaled,
        and ends in a softmax over as many labels."""
    return f"""## Latency of the exported model

{paragraph(note)}

{table(("", "median ms", "95 % ms", "ONNX file, MB"), rows)}

The model takes **{latency["ratio"]:.3f}** times as long as plain MobileNetV2.{keras}"""
