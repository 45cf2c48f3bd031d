"""How long hypothesis looks: a little on every run, long when asked with `ARCHLINT_HYPOTHESIS=thorough`. No cache."""

from __future__ import annotations

import os
import signal

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]

settings.register_profile("quick", max_examples=60, deadline=None, derandomize=True, suppress_health_check=SLOW)
settings.register_profile("thorough", max_examples=3000, deadline=None, print_blob=True, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("ARCHLINT_HYPOTHESIS", "quick"))

# What runs behind a shell ignores Ctrl-C, and so would all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

os.environ["ARCHLINT_NO_CACHE"] = "1"  # no test learns from another; those of the cache take this away
