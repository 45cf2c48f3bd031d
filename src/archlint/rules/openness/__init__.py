"""Open data and open source."""
