"""Products that serve a need."""
