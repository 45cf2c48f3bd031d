"""Elements, relations and time: the estate as it is written, in frozen values."""
