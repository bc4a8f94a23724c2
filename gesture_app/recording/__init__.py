"""The files that the program records: samples of hands and the log of rounds."""
