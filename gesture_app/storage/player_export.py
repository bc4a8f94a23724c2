"""Everything of one player in a zip file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from gesture_app.domain.game.player_history import rounds_of
from gesture_app.domain.game.rounds import LoggedRound
from gesture_app.storage.round_codec import encode_logged_round
from gesture_app.storage.round_table import write_round_table
from gesture_app.storage.user_data import WritePart, write_export


def export_player(path: Path, player: str, rounds: Sequence[LoggedRound], picture: bytes | None) -> int:
    """Write name, picture and rounds of a player to a zip file; returns the number of rounds.

    The rounds are in it as in the log, one JSON object a line, and as a table in which the player is the first one.

    Args:
        path: The zip file; an existing one is replaced.
        player: Name of the player.
        rounds: All rounds.
        picture: The picture as a JPEG file; None if there is none.

    Raises:
        UserDataError: If the file cannot be written.
    """
    own = [logged for logged in rounds if player in logged.record.people]
    lines = "".join(json.dumps(encode_logged_round(logged), ensure_ascii=False) + "\n" for logged in own)
    parts: dict[str, WritePart] = {
        "rounds.jsonl": partial(_write, content=lines.encode()),
        "rounds.csv": partial(write_round_table, rounds=rounds_of(own, player)),
        "player.json": partial(_write, content=json.dumps({"name": player}, ensure_ascii=False).encode()),
    }
    if picture is not None:
        parts["picture.jpg"] = partial(_write, content=picture)
    write_export(path, parts)
    return len(own)


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
