"""The game: rules, rounds, matches, opponents, practice, statistics."""
