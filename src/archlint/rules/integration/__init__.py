"""Open interfaces, not bespoke wires."""
