"""Runs over small folders: what is found, by file and line, and the exit status that it makes."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from archlint.language.parser import DEEPEST

CLEAN = "product a { uses b.x }\nproduct b { interface x }\n"
LEGACY = "legacy old\nproduct p { uses old }\n"
NOTE, WARNING = "m.arch:2 INT108", "m.arch:2 LEG102"
SELECTED = "SYN,MOD001,MOD005,MOD007,MOD008,WVR,INT105,INT108,LEG102"
IMPORTING = 'import "n.arch"\nproduct a { uses z.x }\n'
UNREADABLE = b"product caf\xe9\n"


@dataclass(frozen=True)
class Run:
    """What a run told: its findings, its report and its exit status."""

    status: int
    report: dict[str, Any]
    complaint: str

    @property
    def findings(self) -> list[dict[str, Any]]:
        """The findings of all models."""
        return [finding for model in self.report.get("models", ()) for finding in model["findings"]]

    @property
    def lines(self) -> list[str]:
        """The findings as `path:line code`, in brackets where they are waived."""
        told = (
            (f"({one['code']})" if one["waived"] else one["code"], f"{one['path']}:{one['line']}")
            for one in self.findings
        )
        return sorted(f"{place} {code}" for code, place in told)


Check = Callable[..., Run]


def command_line() -> Callable[..., object]:
    """The application, in this process: a process for each run would take most of the time."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # typer imports what click is to drop
        from archlint.cli.application import application

    return application()


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Runs `archlint check` over some files as a project of its own."""

    def run(files: dict[str, str | bytes], *arguments: str, within: str = ".") -> Run:
        (tmp_path / ".git").mkdir()
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        monkeypatch.chdir(tmp_path / within)
        with pytest.raises(SystemExit) as ended:
            command_line()(["check", "--output-format", "json", *arguments], prog_name="archlint")
        out, err = capsys.readouterr()
        return Run(int(ended.value.code or 0), json.loads(out) if out else {}, err)

    return run


@pytest.mark.parametrize(
    ("text", "expected", "status"),
    [
        ("", [], 0),
        (CLEAN, [], 0),
        (CLEAN.replace("\n", "\r\n") + "prodct c\r\n", ["m.arch:3 MOD001"], 1),
        (b"\xef\xbb\xbf" + CLEAN.encode() + b"prodct c", ["m.arch:3 MOD001"], 1),
        (CLEAN + "\ufeffproduct c\n", ["m.arch:3 SYN001"], 1),
        (CLEAN + "product \0 c\n", ["m.arch:3 SYN001"], 1),
        (CLEAN + "product\u00a0c\n", ["m.arch:3 SYN001"], 1),
        (UNREADABLE, ["m.arch:1 SYN003"], 2),
        (CLEAN.encode("utf-16"), ["m.arch:1 SYN003"], 2),
        ("system s {" * 3000 + "}" * 3000, ["m.arch:1 SYN004"], 1),
        ("system s {\n" * 3000 + "}\n" * 3000 + "prodct c", [f"m.arch:{DEEPEST + 1} SYN004", "m.arch:6001 MOD001"], 1),
    ],
    ids=["empty", "clean", "crlf", "mark", "mark-within", "nul", "hard-space", "latin", "utf-16", "deep", "deep-lines"],
)
def test_a_text_as_it_comes(check: Check, text: str | bytes, expected: list[str], status: int) -> None:
    """Line ends and a byte-order mark do not matter; what is no text is told and located."""
    run = check({"m.arch": text}, "--isolated", "m.arch", "--select", SELECTED)
    assert (run.lines, run.status) == (expected, status)


@pytest.mark.parametrize(
    ("flags", "expected", "status"),
    [
        ("", [NOTE, WARNING], 1),
        ("--fail-on error", [NOTE, WARNING], 0),
        ("--fail-on info --ignore LEG", [NOTE], 1),
        ("--ignore legacy-dependency", [NOTE], 0),
        ("--fail-on never", [NOTE, WARNING], 0),
        ("--exit-zero", [NOTE, WARNING], 0),
        ("--extend-ignore LEG --ignore INT108", [], 0),
        ("--select MOD011", ["m.arch:1 MOD011", "m.arch:2 MOD011"], 1),
        ("--select missing-owner,INT108 --extend-ignore MOD", [NOTE], 0),
        ("--profile sketch", [], 0),
        ("--select LEG999", [], 2),
        ("--profile nonsense", [], 2),
        ("--at nonsense", [], 2),
        ("--fail-on nonsense", [], 2),
    ],
)
def test_flags(check: Check, flags: str, expected: list[str], status: int) -> None:
    """They choose the rules and what fails; what they cannot mean is bad usage."""
    arguments = flags.split() if "--select" in flags or "sketch" in flags else ["--select", SELECTED, *flags.split()]
    run = check({"m.arch": LEGACY}, "--isolated", "m.arch", *arguments)
    assert (run.lines, run.status) == (expected, status)
    assert (run.status == 2) == bool(run.complaint)


@pytest.mark.parametrize(
    ("configuration", "flags", "expected", "status"),
    [
        ('ignore = ["INT"]\n[severity]\n"legacy-dependency" = "info"', "", [WARNING], 0),
        ('fail-on = "error"\n[severity]\nLEG102 = "error"', "", [NOTE, WARNING], 1),
        ('profile = "sketch"', "", [], 0),
        ('profile = "sketch"', "--profile default", [NOTE, WARNING], 1),
        ('ignore = ["LEG", "INT"]', "--isolated", [NOTE, WARNING], 1),
        ('[per-path-ignores]\n"m.*" = ["legacy-dependency"]', "", [NOTE], 0),
        ('[per-path-ignores]\n"other/**" = ["LEG"]', "", [NOTE, WARNING], 1),
        ('profil = "sketch"', "", [], 2),
        ('ignore = ["XYZ"]', "", [], 2),
        ("[rules.rule-of-three]\nminimun = 2", "", [], 2),
        ('[rules.rule-of-three]\nminimum = "two"', "", [], 2),
        ("max-file-size = 20", "", ["m.arch:1 SYN003"], 2),
    ],
)
def test_configuration(check: Check, configuration: str, flags: str, expected: list[str], status: int) -> None:
    """The nearest file counts unless a flag says otherwise; a mistake in it is never passed over."""
    run = check({"archlint.toml": configuration, "m.arch": LEGACY}, "m.arch", *flags.split())
    assert ([line for line in run.lines if "LEG10" in line or line == NOTE or "SYN" in line], run.status) == (
        expected,
        status,
    )


@pytest.mark.parametrize(
    ("files", "arguments", "expected", "status"),
    [
        ({"m.arch": "product a { uses b.x }", "d/n.arch": "product b { interface x }"}, "m.arch d", [], 0),
        ({"m.arch": CLEAN}, "m.arch ./m.arch .", [], 0),
        ({"m.arch": UNREADABLE, "n.arch": "prodct c"}, "m.arch n.arch", ["m.arch:1 SYN003", "n.arch:1 MOD001"], 2),
        ({"m.arch": UNREADABLE}, "m.arch --exit-zero", ["m.arch:1 SYN003"], 2),
        ({"m.arch": IMPORTING, "n.arch": "product z { interface x; nonsense }"}, "m.arch", [], 0),
        (
            {"m.arch": IMPORTING, "n.arch": "product z { interface x; nonsense }"},
            "m.arch n.arch",
            ["n.arch:1 MOD001"],
            1,
        ),
        (
            {"m.arch": IMPORTING, "n.arch": 'product z { interface x }\n= z\nimport "gone.arch"'},
            "m.arch",
            ["n.arch:2 SYN001", "n.arch:3 MOD007"],
            1,
        ),
        ({"m.arch": 'import "gone.arch"\n' + CLEAN}, "m.arch", ["m.arch:1 MOD007"], 1),
        ({"m.arch": 'import "../gone.arch"\n' + CLEAN}, "m.arch", ["m.arch:1 MOD007"], 1),
        ({"m.txt": CLEAN}, "", [], 2),
        ({"m.txt": CLEAN}, "--allow-no-files", [], 0),
    ],
)
def test_files(check: Check, files: dict[str, str | bytes], arguments: str, expected: list[str], status: int) -> None:
    """All that is given is one model; what comes only by import is known, not judged, unless it cannot be read."""
    run = check(files, "--isolated", "--select", SELECTED, *arguments.split())
    assert (run.lines, run.status) == (expected, status)


def test_configured_models_are_judged_each_on_its_own(check: Check) -> None:
    """What they share is judged in each; what none of them names is not looked at."""
    files: dict[str, str | bytes] = {
        "archlint.toml": '[models]\none = ["a"]\ntwo = ["b", "common"]\n',
        "a/x.arch": LEGACY,
        "b/y.arch": CLEAN,
        "common/z.arch": "prodct",
        "other/o.arch": "prodct",
    }
    run = check(files, "--select", SELECTED)
    assert run.lines == ["a/x.arch:2 INT108", "a/x.arch:2 LEG102", "common/z.arch:1 MOD001"]
    assert [(model["name"], model["files"]) for model in run.report["models"]] == [
        ("one", ["a/x.arch"]),
        ("two", ["b/y.arch", "common/z.arch"]),
    ]


@pytest.mark.parametrize(("roots", "expected", "status"), [("", ["m.arch:1 MOD007"], 1), ('"../q"', [], 0)])
def test_what_lies_outside_is_imported_from_allowed_roots_only(
    check: Check, roots: str, expected: list[str], status: int
) -> None:
    """The configuration names the only places outside the project."""
    files: dict[str, str | bytes] = {
        "p/archlint.toml": f"import-roots = [{roots}]",
        "p/m.arch": 'import "../q/n.arch"\n' + CLEAN,
        "q/n.arch": "prodct",
    }
    run = check(files, "m.arch", within="p")
    assert (run.lines, run.status) == (expected, status)


DATED = "plateau one { at 2015 }\nplateau two { at 2017 }\nlegacy old\n"


@pytest.mark.parametrize(
    ("relation", "flags", "snapshots", "statuses", "status"),
    [
        ("uses old until 2016", "", ["one", "two"], ["resolved"], 0),
        ("uses old until 2016", "--fail-on info", ["one", "two"], ["resolved"], 0),
        ("uses old until 2016", "--at one", ["one"], ["open"], 1),
        ("uses old until 2016", "--at 2015-06", ["2015-06-01"], ["open"], 1),
        ("uses old until 2016", "--at two", ["two"], [], 0),
        ("uses old since 2016", "", ["one", "two"], ["introduced"], 1),
        ("uses old", "", ["one", "two"], ["open"], 1),
        ("uses old since 2015-06 until 2016", "", ["one", "two"], [], 0),
        (
            "uses old since 2015-06 until 2016",
            "--every-change",
            ["start", "one", "2015-06-01", "2016-01-01", "two"],
            ["transitional"],
            1,
        ),
    ],
)
def test_time(check: Check, relation: str, flags: str, snapshots: list[str], statuses: list[str], status: int) -> None:
    """The snapshots that are judged, the status of a finding in them, and whether it counts."""
    text = f"{DATED}product p {{ {relation} }}"
    run = check({"m.arch": text}, "--isolated", "m.arch", "--select", "LEG102", *flags.split())
    assert [snapshot["name"] for snapshot in run.report["models"][0]["snapshots"]] == snapshots
    assert ([one["status"] for one in run.findings], run.status) == (statuses, status)


def test_a_finding_in_full(check: Check) -> None:
    """All the fields of a finding; what is waived keeps its severity and is counted for itself."""
    text = 'import "std"\nlegacy old { store s }\nproduct p {\n  allow LEG102 because "known"\n  uses old.s\n}\n'
    run = check({"m.arch": text}, "--isolated", "m.arch", "--select", "LEG102,DAT112", "--exit-zero")
    model = run.report["models"][0]
    assert (model["files"], model["elements"], model["relations"]) == (["m.arch"], 3, 1)
    assert model["snapshots"] == [{"name": "always", "at": None}]
    finding = next(one for one in run.findings if one["code"] == "LEG102")
    assert finding["waived"] == {"reason": "known", "path": "m.arch", "line": 4}
    place = [finding[key] for key in ("path", "line", "column", "end_line", "end_column")]
    assert place == ["m.arch", 5, 3, 5, 13]
    assert (finding["name"], finding["severity"], finding["baselined"]) == ("legacy-dependency", "warning", False)
    assert finding["elements"][0] == "p"
    assert run.report["summary"] == {
        "error": 1, "warning": 0, "info": 0, "resolved": 0, "waived": 1, "baselined": 0,
    }  # fmt: skip


def test_columns_count_characters(check: Check) -> None:
    """Not bytes, and not the halves of a character."""
    run = check(
        {"m.arch": "product 申請 { uses 𝒳 ; nonsense }\nproduct 𝒳"}, "--isolated", "m.arch", "--select", "MOD001"
    )
    assert [(one["column"], one["end_column"]) for one in run.findings] == [(23, 31)]


def test_two_equal_findings_have_ordinals(check: Check) -> None:
    """Findings of one rule on the same elements differ in the end of the fingerprint only, in file order."""
    text = "legacy old { interface c { bespoke } }\nproduct p { uses old.c; uses old.c }"
    run = check({"m.arch": text}, "--isolated", "m.arch", "--select", "LEG102")
    first, second = (one["fingerprint"] for one in run.findings)
    assert (first.rsplit("-", 1)[0], first[-2:], second[-2:]) == (second.rsplit("-", 1)[0], "-1", "-2")
