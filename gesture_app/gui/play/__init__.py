"""The Play page: matches against the computer or between two people, practice, statistics."""
