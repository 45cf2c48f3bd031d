"""Models in the formats of others: what each says, and what that is in archlint's own language."""
