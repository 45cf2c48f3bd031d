"""Names, kinds and times."""
