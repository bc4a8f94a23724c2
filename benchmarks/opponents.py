"""Win rate of each opponent against players with known habits. Seeded: the same call gives the same figures.

    python benchmarks/opponents.py                 # prints the table and writes benchmarks/results/opponents.json
    python benchmarks/opponents.py --matches 20 --rounds 100 --out -

A figure is the share of decided rounds that the computer wins. Random play gives 50 % in a balanced game.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from gesture_app.domain.game.opponents import OPPONENTS, Opponent, PastRound
from gesture_app.domain.game.rules import RULE_TABLES, RoundOutcome, RuleTable

RESULTS = Path(__file__).parent / "results" / "opponents.json"

Player = Callable[[Sequence[PastRound], RuleTable, random.Random], str]


def uniform(history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
    """All throws are equally likely."""
    del history
    return rng.choice(rules.gestures)


def win_stay_lose_shift(history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
    """Repeats a throw that won; after a loss throws one that would have won; random in 1 of 5 rounds and after draws.

    Source: Wang, Xu and Zhou 2014, "Social cycling and conditional responses in the Rock-Paper-Scissors game".
    """
    if history and rng.random() < 0.8:
        last = history[-1]
        outcome = rules.outcome(last.player, last.computer)
        if outcome is RoundOutcome.WIN:
            return last.player
        if outcome is RoundOutcome.LOSE:
            return rng.choice(rules.winners_against(last.computer))
    return rng.choice(rules.gestures)


def cycling(history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
    """Goes through the gestures in order; random in 1 of 5 rounds."""
    if history and rng.random() < 0.8:
        gestures = rules.gestures
        return gestures[(gestures.index(history[-1].player) + 1) % len(gestures)]
    return rng.choice(rules.gestures)


def favourite_heavy(history: Sequence[PastRound], rules: RuleTable, rng: random.Random) -> str:
    """Throws the third gesture (scissors in the usual games) half of the time, else at random."""
    del history
    return rules.gestures[2] if rng.random() < 0.5 else rng.choice(rules.gestures)


PLAYERS: dict[str, Player] = {
    "uniform random": uniform,
    "win-stay/lose-shift": win_stay_lose_shift,
    "cycling": cycling,
    "favourite-heavy": favourite_heavy,
}


def play(opponent: Opponent, player: Player, rules: RuleTable, rounds: int, rng: random.Random) -> tuple[int, int, int]:
    """Wins, losses and draws of the computer in one match."""
    history: list[PastRound] = []
    results = dict.fromkeys(RoundOutcome, 0)
    for _ in range(rounds):
        computer = opponent.choose(history, rules, rng)
        person = player(history, rules, rng)
        results[rules.outcome(computer, person)] += 1
        history.append(PastRound(person, computer))
    return results[RoundOutcome.WIN], results[RoundOutcome.LOSE], results[RoundOutcome.DRAW]


def win_rate(
    opponent_name: str, player: Player, rules: RuleTable, *, matches: int, rounds: int, seed: int
) -> dict[str, float]:
    """The computer's win rate over several matches, each against a player it does not know yet.

    Returns:
        ``win_rate``, ``standard_error`` and ``draw_rate``.
    """
    totals = [0, 0, 0]
    for match in range(matches):
        rng = random.Random(f"{seed}/{opponent_name}/{rules.name}/{match}")
        result = play(OPPONENTS[opponent_name](), player, rules, rounds, rng)
        totals = [total + count for total, count in zip(totals, result, strict=True)]
    decided = totals[0] + totals[1]
    rate = totals[0] / decided
    error = math.sqrt(rate * (1 - rate) / decided)
    draws = totals[2] / (decided + totals[2])
    return {"win_rate": round(rate, 4), "standard_error": round(error, 4), "draw_rate": round(draws, 4)}


def main() -> None:
    """Play all pairs, print the table and write the record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--matches", type=int, default=100, help="matches of each pair")
    parser.add_argument("--rounds", type=int, default=100, help="rounds of a match")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=RESULTS, help='where to write the record; "-" for nowhere')
    args = parser.parse_args()
    size = {"matches": args.matches, "rounds": args.rounds, "seed": args.seed}
    figures: dict[str, dict[str, dict[str, dict[str, float]]]] = {}
    console = Console()
    for rules in RULE_TABLES.values():
        table = Table("opponent", *PLAYERS, title=f"The computer's wins, {rules.name}", title_justify="left")
        for name in OPPONENTS:
            row = {label: win_rate(name, player, rules, **size) for label, player in PLAYERS.items()}
            figures.setdefault(rules.name, {})[name] = row
            table.add_row(name, *(f"{cell['win_rate']:.1%} ±{cell['standard_error']:.1%}" for cell in row.values()))
        console.print(table)
    if str(args.out) != "-":
        args.out.parent.mkdir(parents=True, exist_ok=True)
        args.out.write_text(json.dumps({**size, "figures": figures}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
