"""``gesture-app players``: the people who play, their pictures, statistics and two-player history."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console

from gesture_app.cli.actions import Actions, run_action
from gesture_app.cli.matches import match_log, print_statistics
from gesture_app.cli.output import counted, print_columns
from gesture_app.composition import player_profiles, tournament_file
from gesture_app.domain.game.achievements import ACHIEVEMENTS, achieved
from gesture_app.domain.game.habits import Habits
from gesture_app.domain.game.opponent_ladder import next_to_beat, unlocked_opponents
from gesture_app.domain.game.player_history import head_to_head, matches_in, people_who_played, rounds_of
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.domain.game.rules import RULE_TABLES
from gesture_app.domain.game.statistics import Statistics, Tally
from gesture_app.domain.samples.people import known_person, person_name, sorted_people
from gesture_app.errors import GestureAppError
from gesture_app.storage.player_export import export_player


class PlayerError(GestureAppError):
    """There is no such player, or a picture cannot be read."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the actions and their arguments."""
    actions = Actions(parser)
    actions.add("list", lambda _args, stdout, _stderr: list_players(stdout), help_text="one line a player")
    adding = actions.add(
        "add", lambda args, stdout, _stderr: add_player(args.name, args.picture, stdout), help_text="add a player"
    )
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("--picture", type=Path, metavar="FILE", help="a photo; its middle square is kept")
    picture = actions.add(
        "picture",
        lambda args, stdout, _stderr: set_picture(args.name, args.file, stdout),
        help_text="give a player another picture, or none",
    )
    picture.add_argument("name", metavar="NAME")
    picture.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a photo; without it the picture goes")
    renaming = actions.add(
        "rename",
        lambda args, stdout, _stderr: rename_player(args.old, args.new, stdout),
        help_text="give a player another name, in the rounds as well",
    )
    renaming.add_argument("old", metavar="NAME")
    renaming.add_argument("new", metavar="NEW")
    showing = actions.add(
        "show",
        lambda args, stdout, _stderr: show_player(args.name, stdout),
        help_text="statistics, and the matches with each other player",
    )
    showing.add_argument("name", metavar="NAME")
    export = actions.add(
        "export",
        lambda args, stdout, _stderr: write_player(args.name, args.file, stdout),
        help_text="picture and rounds of a player as one zip file",
    )
    export.add_argument("name", metavar="NAME")
    export.add_argument("file", type=Path, metavar="OUT.zip")


run = run_action


def list_players(console: Console) -> int:
    """Print a line for each player, with or without profile; returns the exit code.

    Raises:
        GestureAppError: If the profiles or the rounds cannot be read.
    """
    rounds = match_log().read()
    pictures = {profile.name: profile.has_picture for profile in player_profiles().listed()}
    names = sorted_people({*pictures, *people_who_played(rounds)})
    if not names:
        console.print("No players yet. Add one: gesture-app players add NAME", highlight=False)
        return 0
    rows = []
    for name in names:
        played = rounds_of(rounds, name)
        tally = Tally.of(logged.record.outcome for logged in played)
        rate = "-" if tally.win_rate is None else f"{tally.win_rate:.0%}"
        picture = "picture" if pictures.get(name) else "-"
        rows.append((name, picture, str(len(matches_in(played))), str(tally.rounds), rate))
    print_columns(rows, console, heading=("player", "picture", "matches", "rounds", "won"))
    return 0


def add_player(name: str, picture: Path | None, console: Console) -> int:
    """Add a player and return the exit code.

    Raises:
        GestureAppError: If nobody can have that name, or the picture or the profiles cannot be used.
    """
    content = None if picture is None else _picture(picture)
    profiles = player_profiles()
    known = known_person(people_who_played(match_log().read()), name.strip())
    profile = profiles.add(known or name)
    if content is not None:
        profile = profiles.set_picture(profile.name, content)
    text = "with a picture" if profile.has_picture else "without a picture"
    console.print(f"{profile.name} can play, {text}.", highlight=False, soft_wrap=True)
    return 0


def set_picture(name: str, picture: Path | None, console: Console) -> int:
    """Give a player a picture, or none, and return the exit code.

    Raises:
        GestureAppError: If there is no such player, or the picture or the profiles cannot be used.
    """
    profile = player_profiles().set_picture(name, None if picture is None else _picture(picture))
    text = "has a new picture" if profile.has_picture else "has no picture any more"
    console.print(f"{profile.name} {text}.", highlight=False, soft_wrap=True)
    return 0


def rename_player(old: str, new: str, console: Console) -> int:
    """Give a player another name, in profile and rounds, and return the exit code.

    Raises:
        GestureAppError: If there is no such player, the new name belongs to somebody else, or nobody can have it.
    """
    log, profiles = match_log(), player_profiles()
    name, renamed = known_player(old), _new_name(new)
    other = known_person({*_all_players(log.read())} - {name}, renamed)
    if other is not None:
        raise PlayerError(f"There is a player {other} already.", hint="Choose another name.")
    profiles.add(name)  # one who has only played so far gets a profile
    count = log.rename_person(name, renamed)
    profiles.rename(name, renamed)
    tournament_file().rename(name, renamed)
    console.print(f"{name} → {renamed}, in {counted(count, 'round')}.", highlight=False, soft_wrap=True)
    return 0


def show_player(name: str, console: Console) -> int:
    """Print statistics, matches with each other player, opponents and achievements; returns the exit code.

    Raises:
        GestureAppError: If there is no such player, or the rounds cannot be read.
    """
    rounds = match_log().read()
    player = known_player(name)
    statistics = Statistics.of((logged.record for logged in rounds), person=player)
    total = statistics.total
    console.print(
        f"{player}: {counted(total.rounds, 'round')}, {total.wins} won, {total.losses} lost, {total.draws} drawn.",
        highlight=False,
        soft_wrap=True,
    )
    print_statistics(statistics, console)
    if statistics.longest_wins > 1:
        console.print(f"Longest winning streak: {counted(statistics.longest_wins, 'round')}.", highlight=False)
    rows = [
        (other, _tally_text(history.matches), _tally_text(history.rounds))
        for other, history in head_to_head(rounds, player).items()
    ]
    if rows:
        console.print()
        print_columns(rows, console, heading=("against", "matches won-lost-drawn", "rounds won-lost-drawn"))
    _print_habits(rounds, player, console)
    _print_progress(rounds, player, console)
    return 0


def _print_habits(rounds: Sequence[LoggedRound], player: str, console: Console) -> None:
    """Print what the mind reader has learnt about a player in the game that is played most against the computer."""
    records = [logged.record for logged in rounds_of(rounds, player) if not logged.record.is_of_two_people]
    played = Counter(record.rules for record in records if record.rules in RULE_TABLES)
    if played:
        rules = RULE_TABLES[played.most_common(1)[0][0]]
        console.print(f"Habits in {rules.name}:", highlight=False, soft_wrap=True)
        for sentence in Habits.of(rounds, rules, player).sentences:
            console.print(f"  {sentence}", highlight=False, soft_wrap=True)


def _print_progress(rounds: Sequence[LoggedRound], player: str, console: Console) -> None:
    """Print the opponents that are unlocked, and all achievements."""
    to_beat = next_to_beat(rounds, player)
    text = f"Opponents: {', '.join(unlocked_opponents(rounds, player))}"
    console.print(text + (f"; beat {to_beat} for the next one." if to_beat else "."), highlight=False, soft_wrap=True)
    dates = {one.achievement.name: one.played_at[:10] for one in achieved(rounds, player)}
    print_columns(
        [(dates.get(one.name, "-"), one.title, one.lesson if one.name in dates else one.task) for one in ACHIEVEMENTS],
        console,
        heading=("achieved", f"{len(dates)} of {len(ACHIEVEMENTS)}", ""),
    )


def write_player(name: str, path: Path, console: Console) -> int:
    """Write name, picture and rounds of a player to a zip file and return the exit code.

    Raises:
        GestureAppError: If there is no such player, something cannot be read, or the file cannot be written.
    """
    profiles = player_profiles()
    player = known_player(name)
    has_profile = player in [profile.name for profile in profiles.listed()]
    picture = profiles.picture(player) if has_profile else None
    count = export_player(path, player, match_log().read(), picture)
    text = f"Wrote {counted(count, 'round')} of {player} to {path}."
    console.print(text, highlight=False, soft_wrap=True)
    return 0


def erase_player(name: str, console: Console, *, confirmed: bool) -> int:
    """Erase the profile and the rounds of a player and return the exit code.

    Raises:
        GestureAppError: If there is no such player, it was not confirmed, or something cannot be written.
    """
    log = match_log()
    player = known_player(name)
    count = sum(player in logged.record.people for logged in log.read())
    if not confirmed:
        raise PlayerError(
            f"Nothing was erased: this would remove the profile of {player} and {counted(count, 'round')} for good.",
            hint="Close the window of the program, then say --yes. `gesture-app players export` saves them before.",
        )
    log.erase_person(player)
    player_profiles().remove(player)
    tournament_file().forget(player)
    console.print(
        f"Erased: the profile of {player}, and the name in {counted(count, 'round')}. Rounds with other players stay, "
        "without this name. Samples stay: `gesture-app samples list --person` shows them.",
        highlight=False,
        soft_wrap=True,
    )
    return 0


def known_player(name: str) -> str:
    """The name of a player with a profile or rounds, given in any case of letters.

    Raises:
        PlayerError: If there is none of that name.
    """
    players = _all_players(match_log().read())
    known = known_person(players, name.strip())
    if known is None:
        hint = f"There are {', '.join(players)}." if players else "Add one: gesture-app players add NAME"
        raise PlayerError(f"There is no player {name!r}.", hint=hint)
    return known


def _new_name(text: str) -> str:
    try:
        return person_name(text)
    except ValueError as error:
        raise PlayerError(f"Nobody can be called {text!r}: {error}.", hint="Choose another name.") from error


def _all_players(rounds: Iterable[LoggedRound]) -> tuple[str, ...]:
    profiles = player_profiles().listed()
    return sorted_people({*(profile.name for profile in profiles), *people_who_played(rounds)})


def _picture(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PlayerError(f"{path} cannot be read: {error.strerror or error}.", hint="Choose another photo.") from error


def _tally_text(tally: Tally) -> str:
    return f"{tally.wins}-{tally.losses}-{tally.draws}"
