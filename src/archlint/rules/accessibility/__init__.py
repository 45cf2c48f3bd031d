"""Services that everybody can use."""
