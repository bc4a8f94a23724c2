"""The page on which own samples are collected and looked through."""
