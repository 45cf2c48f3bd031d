"""Cloud first."""
