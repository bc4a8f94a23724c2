"""The page one plays on."""
