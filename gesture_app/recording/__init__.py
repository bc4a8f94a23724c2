"""What is kept on this machine: the log of rounds, and recorded samples of hands."""
