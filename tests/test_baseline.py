"""A baseline as a file: what is written is read again, and what is no baseline is refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archlint.baseline import Baseline, BaselineError, Entry, accepted, gone, known_before, read, written
from tests.linting import report

ENTRIES = st.builds(Entry, fingerprint=st.text(), code=st.text(), message=st.text())
BASELINES = st.dictionaries(st.text(), st.lists(ENTRIES, min_size=1).map(tuple)).map(Baseline)

CIRCLE = "product a { uses b }\nproduct b { uses a }\n"


@given(baseline=BASELINES)
def test_what_is_written_is_read_again(baseline: Baseline) -> None:
    """Any baseline survives being written, whatever stands in its names and messages; each entry is one line."""
    text = written(baseline)
    with TemporaryDirectory() as name:
        file = Path(name) / "baseline.json"
        file.write_text(text, encoding="utf-8")
        assert read(file) == baseline
    lines = [line for line in text.split("\n") if line.startswith('      {"code": ')]
    assert len(lines) == sum(len(entries) for entries in baseline.models.values())


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "Expecting value"),
        ("[]", "its version is not 1"),
        ('{"version": 2, "models": {}}', "its version is not 1"),
        ('{"version": 1}', "valid dictionary"),
        ('{"version": 1, "models": {"a": [{"code": "INT105"}]}}', "fingerprint"),
        ("[" * 100_000, "recursion"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    """A file that is something else, or of a later version, is an error that says why, in one line."""
    file = tmp_path / "baseline.json"
    file.write_text(content)
    with pytest.raises(BaselineError, match=reason) as error:
        read(file)
    assert "\n" not in str(error.value)


def test_all_that_counts_is_accepted_but_what_cannot_be_read() -> None:
    """A baseline takes in what counts; of a text that is not understood nobody knows what it hides."""
    found = report(CIRCLE + "product c {{\n")
    assert {finding.code for finding in found.findings} >= {"INT105", "SYN001"}
    entries = accepted(found)
    assert "INT105" in {entry.code for entry in entries}
    assert not any(entry.code.startswith("SYN") for entry in entries)


def test_a_forged_entry_does_not_excuse_a_syntax_error() -> None:
    """Whoever writes the fingerprint of a syntax error into the baseline gains nothing."""
    found = report("product c {{\n")
    known = known_before(found, {finding.fingerprint for finding in found.findings})
    assert not any(finding.baselined for finding in known.findings if finding.code.startswith("SYN"))


def test_what_no_longer_excuses_anything_is_gone() -> None:
    """An entry is gone when its finding is, unless its rule did not run."""
    found = report(CIRCLE)
    kept = accepted(found)
    mended = Entry("0-1", "INT101", "mended since")
    known = known_before(found, {entry.fingerprint for entry in kept})
    assert gone(known, (*kept, mended)) == (mended,)
    assert gone(replace(known, silent=frozenset({"INT101"})), (*kept, mended)) == ()
