"""What ``gesture-app models`` and ``gesture-app samples`` understand; what they do is imported when it is asked for."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TypeAlias

from rich.console import Console

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""What ``add_subparsers`` returns, in the words of those who check types: at run time it takes no argument."""


def add_models(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add ``models`` to the commands.

    Args:
        commands: Where to.
        common: The options that every command has.
    """
    models = commands.add_parser("models", parents=[common], help="list, choose, export or import models")
    models.set_defaults(run=_run_models)
    actions = models.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", parents=[common], help="the models there are, and which is in use")
    _add_json(listing)
    show = _with_id(actions, common, "show", "all that is known of one")
    _add_json(show)
    use = _with_id(actions, common, "use", "use one from now on")
    use.add_argument("--force", action="store_true", help="even if it was found to be no improvement")
    actions.add_parser("back", parents=[common], help="use the one again that was in use before")
    _with_id(actions, common, "remove", "remove one of your own for good")
    export = _with_id(actions, common, "export", "write one to an archive for another machine")
    export.add_argument("file", type=Path, metavar="FILE.zip")
    taking = actions.add_parser("import", parents=[common], help="add one from another machine")
    taking.add_argument("file", type=Path, metavar="FILE.zip", help="what export wrote, or a model's folder")


def add_samples(commands: Commands, common: argparse.ArgumentParser) -> None:
    """Add ``samples`` to the commands.

    Args:
        commands: Where to.
        common: The options that every command has.
    """
    samples = commands.add_parser("samples", parents=[common], help="list, import, export or mend recorded samples")
    samples.set_defaults(run=_run_samples)
    actions = samples.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", parents=[common], help="one line a sample")
    _add_choice(listing)
    listing.add_argument("--misread", action="store_true", help="only what the model got wrong")
    listing.add_argument("--trash", action="store_true", help="what was deleted instead")
    _add_json(listing)
    counts = actions.add_parser("counts", parents=[common], help="how many there are of each gesture")
    _add_json(counts)
    export = actions.add_parser("export", parents=[common], help="write samples to an archive")
    export.add_argument("file", type=Path, metavar="FILE.zip")
    _add_choice(export)
    taking = actions.add_parser("import", parents=[common], help="add samples from an archive, pictures or a video")
    taking.add_argument("path", type=Path, metavar="PATH", help="what export wrote, a folder a gesture, or a video")
    taking.add_argument("--label", metavar="GESTURE", help="what all the pictures, or all of the video, show")
    taking.add_argument(
        "--range",
        dest="ranges",
        action="append",
        default=[],
        metavar="FROM-TO=GESTURE",
        help="what a part of the video shows, in seconds, as 2-4.5=rock; may be repeated",
    )
    relabel = actions.add_parser("relabel", parents=[common], help="put samples under another gesture")
    relabel.add_argument("ids", nargs="+", metavar="ID")
    relabel.add_argument("label", metavar="GESTURE")
    for name, text in (("delete", "put samples into the trash"), ("restore", "take samples back from the trash")):
        action = actions.add_parser(name, parents=[common], help=text)
        action.add_argument("ids", nargs="+", metavar="ID")
    actions.add_parser("empty-trash", parents=[common], help="remove what is in the trash for good")


def _with_id(actions: Commands, common: argparse.ArgumentParser, name: str, text: str) -> argparse.ArgumentParser:
    action = actions.add_parser(name, parents=[common], help=text)
    action.add_argument("id", metavar="ID", help="as `gesture-app models list` shows it")
    return action


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def _add_choice(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--label", metavar="GESTURE", help="only this gesture")
    parser.add_argument("--session", metavar="SESSION", help="only this recording session")


def _run_models(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    from gesture_app.cli import models

    actions = {
        "list": lambda: models.list_models(stdout, as_json=args.json),
        "show": lambda: models.show_model(args.id, stdout, as_json=args.json),
        "use": lambda: models.use_model(args.id, stdout, forced=args.force),
        "back": lambda: models.roll_back(stdout),
        "remove": lambda: models.remove_model(args.id, stdout),
        "export": lambda: models.export_model(args.id, args.file, stdout),
        "import": lambda: models.import_model(args.file, stdout),
    }
    return actions[args.action]()


def _run_samples(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    from gesture_app.cli import sample_import, samples

    def choice() -> samples.Choice:
        return samples.Choice(args.label, args.session)

    actions = {
        "list": lambda: samples.list_samples(
            choice(), stdout, misread=args.misread, in_trash=args.trash, as_json=args.json
        ),
        "counts": lambda: samples.count_samples(stdout, as_json=args.json),
        "export": lambda: samples.export_samples(args.file, choice(), stdout),
        "import": lambda: sample_import.import_samples(args.path, args.label, args.ranges, stdout, stderr),
        "relabel": lambda: samples.relabel_samples(args.ids, args.label, stdout),
        "delete": lambda: samples.delete_samples(args.ids, stdout),
        "restore": lambda: samples.restore_samples(args.ids, stdout),
        "empty-trash": lambda: samples.empty_trash(stdout),
    }
    return actions[args.action]()
