"""Small models about data, integration, the language and time, each with all that is found in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.marked_models import Case, cases, differences

JUDGED = re.compile(r"SYN|MOD00[1-79]|WVR|DAT10[1-8]|DAT112|INT10[1-5]|INT10[78]")
MODELS = list(cases("data", "integration", "language", "time"))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.name)
def test_all_that_is_found_in_a_model(model: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every mark is found where it stands, and nothing is found that has no mark."""
    monkeypatch.chdir(tmp_path)
    assert differences(model, tmp_path, JUDGED) == ([], [])


def test_every_name_stands_once() -> None:
    """A model that fails can be found by its name."""
    names = [model.name for model in MODELS]
    assert len(names) == len(set(names))
