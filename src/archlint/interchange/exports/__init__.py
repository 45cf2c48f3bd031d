"""Models written in the formats of others."""
