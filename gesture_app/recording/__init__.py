"""What is kept of play on this machine: the log of rounds."""
