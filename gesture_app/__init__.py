"""Real-time recognition of rock, paper, scissors, lizard and Spock from a webcam."""
