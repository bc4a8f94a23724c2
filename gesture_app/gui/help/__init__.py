"""Help: the sheet of keys, the rules, and about the program."""
