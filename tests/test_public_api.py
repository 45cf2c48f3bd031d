"""The public API: small, and imported only as far as it is used."""

from __future__ import annotations

from pathlib import Path

import archlint


def test_load_gives_the_model(tmp_path: Path) -> None:
    """A file becomes a model, whatever is wrong with it."""
    (tmp_path / "roads.arch").write_text("product a\nproduct b {")
    model = archlint.load(tmp_path / "roads.arch")
    assert isinstance(model, archlint.Model)
    assert (model.name, [element.path for element in model.elements]) == ("roads", ["a", "b"])


def test_check_gives_the_findings_in_order(tmp_path: Path) -> None:
    """Files and directories become findings, at all moments or at the one asked for."""
    (tmp_path / "a.arch").write_text("plateau now { at 2014 }\nplateau then\nproduct a { uses b }")
    (tmp_path / "b.arch").write_text("product b { uses a until 2015 }")
    found = archlint.check(tmp_path)
    assert [finding.code for finding in found if finding.severity is archlint.Severity.ERROR] == ["INT105"]
    assert [finding.status.value for finding in found if finding.code == "INT105"] == ["resolved"]
    assert "INT105" not in {
        finding.code for finding in archlint.check(tmp_path / "a.arch", tmp_path / "b.arch", at="then")
    }
