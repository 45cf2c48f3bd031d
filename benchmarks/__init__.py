"""How long archlint takes: generated estates, whole processes, medians."""
