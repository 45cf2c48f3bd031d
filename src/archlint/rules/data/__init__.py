"""One owner for every fact."""
