"""Each department of the whole of government stands by itself."""

from __future__ import annotations

import pytest

from archlint import check
from tests.models.configured import MODELS, ROOT

FOLDER = ROOT / MODELS["government"] / "departments"


@pytest.mark.parametrize("department", ["dcms", "hmt"])
def test_a_department_to_which_the_action_does_not_apply_has_no_finding(department: str) -> None:
    """Where the pages say "not applicable" there is nothing to find, alone or in the whole."""
    assert check(FOLDER / f"{department}.arch") == ()
    whole = check(ROOT / MODELS["government"])
    assert [finding for finding in whole if finding.span.source.path.endswith(f"/{department}.arch")] == []


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.arch")), ids=lambda file: file.stem)
def test_a_department_can_be_read_alone(file: object) -> None:
    """A department's file imports whatever of the others it speaks of."""
    assert [finding for finding in check(str(file)) if finding.code.startswith(("SYN", "MOD00"))] == []
