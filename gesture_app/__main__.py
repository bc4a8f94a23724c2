"""The command line: the app itself, and the same pipeline without a window."""

from __future__ import annotations

import argparse
import logging
import runpy
import sys
from pathlib import Path

from rich.console import Console

from gesture_app.cli.arguments import add_models, add_samples
from gesture_app.errors import EXIT_BAD_INPUT, GestureAppError, MissingDependencyError
from gesture_app.resources import DEMO_CLIP

_DEVICES = ("auto", "gpu", "cpu")


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit code: 0, 1 (a check found something), or 2 (input is of no use)."""
    given = sys.argv[1:] if arguments is None else arguments
    if getattr(sys, "frozen", False) and given[:1] == ["-m"]:
        return _run_module(given[1:])
    args = _parser().parse_args(given)
    logging.basicConfig(level=logging.DEBUG if args.verbose else logging.ERROR, format="%(levelname)s %(message)s")
    # What is printed names files and commands; "[gui]" is no colour.
    stdout, stderr = Console(markup=False), Console(stderr=True, markup=False)
    try:
        return int(args.run(args, stdout, stderr))
    except GestureAppError as error:
        stderr.print(f"gesture-app: {error.message}", style="bold red", highlight=False, soft_wrap=True)
        if error.hint:
            stderr.print(error.hint, highlight=False, soft_wrap=True)
        return EXIT_BAD_INPUT
    except KeyboardInterrupt:
        stderr.print("Stopped.")
        return 130
    except BrokenPipeError:
        sys.stderr.close()  # the reader of a pipe has gone, as in `replay --json - | head`
        return 0


def _run_module(arguments: list[str]) -> int:
    """Run a module as Python's ``-m`` does: a frozen program has no other Python to start a process with."""
    sys.argv = arguments
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gesture-app", description=__doc__, parents=[_recognition_options(None)])
    parser.add_argument("--source", help='video file, folder of images, address, or "camera:0"')
    parser.add_argument("--headless", action="store_true", help="show a table in the terminal instead of the window")
    parser.set_defaults(run=_run_app)
    # A command's own default would overwrite what was said before the command.
    common, logging_option = _recognition_options(argparse.SUPPRESS), _logging_option(argparse.SUPPRESS)
    commands = parser.add_subparsers(metavar="COMMAND", title="commands (none: the window)")
    _add_replay(commands, common)
    _add_matches(commands, logging_option)
    add_models(commands, logging_option)
    add_samples(commands, logging_option)
    doctor = commands.add_parser("doctor", parents=[common], help="check this machine, and say what to do")
    doctor.set_defaults(run=_run_doctor)
    return parser


def _logging_option(default: object) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--verbose", action="store_true", default=default, help="tell more in the terminal")
    return parser


def _recognition_options(default: object) -> argparse.ArgumentParser:
    """What every command that recognizes something can be told."""
    parser = argparse.ArgumentParser(add_help=False, parents=[_logging_option(default)], argument_default=default)
    parser.add_argument("--model", type=Path, metavar="MODEL", help="a model's id or folder (default: the one in use)")
    parser.add_argument("--device", choices=_DEVICES, help="where to classify (default: auto, by a short measurement)")
    parser.add_argument("--hands", type=int, choices=(1, 2), help="the most hands to look for (default: 2)")
    return parser


def _add_replay(commands: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    parser = commands.add_parser("replay", parents=[common], help="recognize every frame of a recorded source")
    parser.add_argument("source", metavar="SOURCE", help="video file, folder of images, or address")
    parser.add_argument("--json", type=Path, metavar="OUT.jsonl", help='one JSON object a frame; "-" is the terminal')
    parser.add_argument("--video", type=Path, metavar="OUT", help="annotated clip (.mp4, .webm, .avi)")
    parser.add_argument("--independent", action="store_true", help="treat every image on its own")
    _add_play(parser)
    parser.set_defaults(run=_run_replay)


def _add_play(parser: argparse.ArgumentParser) -> None:
    from gesture_app.domain.game.opponents import OPPONENTS
    from gesture_app.domain.game.rules import RULE_TABLES

    play = parser.add_argument_group("playing", "a recorded match; --json then holds the rounds")
    play.add_argument("--play", action="store_true", help="play the clip's throws against an opponent")
    play.add_argument("--opponent", choices=tuple(OPPONENTS), default="random", help="default: %(default)s")
    play.add_argument("--rules", choices=tuple(RULE_TABLES), default="lizard-spock", help="default: %(default)s")
    play.add_argument("--best-of", type=int, choices=(1, 3, 5, 7), help="default: as long as the clip")
    play.add_argument("--two-players", action="store_true", help="the left half of the picture against the right")
    play.add_argument("--seed", type=int, default=1, metavar="N", help="the opponent's luck (default: %(default)s)")
    play.add_argument("--first-shoot", type=float, default=3.0, metavar="S", help="in the clip's time (default: 3.0)")
    play.add_argument("--every", type=float, default=4.0, metavar="S", help='one "shoot" to the next (default: 4.0)')


def _add_matches(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], logging_option: argparse.ArgumentParser
) -> None:
    verify = commands.add_parser("verify-round", parents=[logging_option], help="check that the computer chose first")
    verify.add_argument("file", type=Path, metavar="FILE", help='saved rounds, as JSON; "-" is standard input')
    verify.set_defaults(run=_run_verify_round)
    matches = commands.add_parser(
        "matches", parents=[logging_option], help="list, export or erase the rounds you played"
    )
    actions = matches.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", parents=[logging_option], help="one line a match")
    export = actions.add_parser("export", parents=[logging_option], help="all rounds as CSV")
    export.add_argument("file", type=Path, metavar="OUT.csv")
    erase = actions.add_parser("erase", parents=[logging_option], help="forget all rounds")
    erase.add_argument("--yes", action="store_true", help="really")
    matches.set_defaults(run=_run_matches)


def _run_app(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    from gesture_app.cli.display import missing_for_window

    reason = "You asked for it." if args.headless else missing_for_window()
    if reason is None:
        from gesture_app.desktop.options import AppOptions
        from gesture_app.desktop.process import run

        return run(AppOptions(source=args.source, device=args.device, hands=args.hands, model_dir=args.model))
    from gesture_app.cli.demo import run_in_terminal

    stderr.print(f"Running without a window: {reason}", highlight=False, soft_wrap=True)
    return run_in_terminal(
        args.source or str(_demo_clip()),
        device=args.device or "auto",
        max_hands=args.hands or 2,
        model_dir=args.model,
        console=stdout,
    )


def _run_replay(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    if args.play:
        return _play(args, stdout, stderr)
    from gesture_app.cli.replay import ReplayOptions, replay

    options = ReplayOptions(
        source=args.source,
        json_out=args.json,
        video_out=args.video,
        independent=args.independent,
        max_hands=args.hands or 2,
        device=args.device or "auto",
        model_dir=args.model,
    )
    return replay(options, stdout=stdout, stderr=stderr)


def _play(args: argparse.Namespace, stdout: Console, stderr: Console) -> int:
    from gesture_app.cli.play import PlayOptions, play_clip

    if args.video is not None or args.independent:
        raise GestureAppError("--play goes with neither --video nor --independent.", hint="Run them one after another.")
    options = PlayOptions(
        source=args.source,
        opponent=args.opponent,
        rules=args.rules,
        best_of=args.best_of,
        two_players=args.two_players,
        seed=args.seed,
        first_shoot_s=args.first_shoot,
        every_s=args.every,
        json_out=args.json,
        device=args.device or "auto",
        model_dir=args.model,
    )
    return play_clip(options, stdout=stdout, stderr=stderr)


def _run_verify_round(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    from gesture_app.cli.matches import verify_rounds

    return verify_rounds(args.file, stdout)


def _run_matches(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    from gesture_app.cli import matches as match_history

    if args.action == "export":
        return match_history.export_matches(args.file, stdout)
    if args.action == "erase":
        return match_history.erase_matches(stdout, confirmed=args.yes)
    return match_history.list_matches(stdout)


def _run_doctor(args: argparse.Namespace, stdout: Console, _stderr: Console) -> int:
    from gesture_app.cli.doctor import examine

    return examine(stdout, device=args.device or "auto", model_dir=args.model)


def _demo_clip() -> Path:
    if not DEMO_CLIP.is_file():
        raise MissingDependencyError("The demo clip is missing.", hint="Fetch the program again, or name a --source.")
    return DEMO_CLIP


if __name__ == "__main__":
    sys.exit(main())
