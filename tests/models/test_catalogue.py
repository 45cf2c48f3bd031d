"""The catalogue is made from lists of other people, by a program that believes none of them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import example, given
from hypothesis import strategies as st
from typer import Typer
from typer.testing import CliRunner

from archlint import check, load
from archlint.diagnostics import Severity
from archlint.language.formatter import formatted
from archlint.model.elements import System
from archlint.source import SourceFile
from models.catalogue.facts import standards_of
from models.catalogue.make import laid_out, main
from models.catalogue.records import Api
from models.catalogue.wording import Names, block, fact, head

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "models" / "catalogue"
CORPORA = ROOT.parent / "shared" / "corpora" / "government"
MADE = ["apis.arch", "applications.arch", "organisations.arch", "retired.arch"]

APIS = """\
name,provider,url,documentation,license,areaServed,startDate,endDate,dateAdded,dateUpdated,description,maintainer
Tides - FHIR API,sea,https://sea.example/v1,https://sea.example/docs,OGL,England,2020-07-01,2024-02-01,2020-01-08,,A,B
"The ""Deep"" \\ API",sea,,see the sea,,,in service,,,,,
Levels,harbours,http://h.example/arcgis/rest/services/,,,,,,,,,
"""
ORGANISATIONS = "id,name,alternateName,url\nsea,Ministry of the Sea,MoS,www.sea.example\nunused,Nobody,,\n"
APPLICATIONS = """\
- github_repo_name: front
  type: Frontend apps
  team: "#team-a"
  production_hosted_on: aws
  actors: [Public]
  private_repo: true
  description: copied from nowhere
- github_repo_name: tools
  app_name: tool-box
  type: APIs
  api_docs_url: https://tools.example/docs
  production_hosted_on: none
  production_url: false
- github_repo_name: old-front
  type: Frontend apps
  retired: true
  repo_url: https://code.example/old-front
"""

program = Typer(pretty_exceptions_enable=False)
program.command()(main)


def made(
    folder: Path,
    apis: str | bytes = APIS,
    applications: str | bytes = APPLICATIONS,
    organisations: str | bytes = ORGANISATIONS,
) -> Result:
    """What the program says when it makes `folder/made` from lists with these texts."""
    lists = {"apis.csv": apis, "applications.yml": applications, "organisations.csv": organisations}
    options = []
    for name, text in lists.items():
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
        options += [f"--{name.partition('.')[0]}", str(folder / name)]
    return CliRunner().invoke(program, [*options, "--output", str(folder / "made")])


def text_of(folder: Path) -> dict[str, bytes]:
    """What each file says that was made."""
    return {file.name: file.read_bytes() for file in sorted((folder / "made").iterdir())}


def statements(folder: Path, file: str, name: str) -> list[str]:
    """The statements in the block of an element at the top of a file."""
    lines = (folder / "made" / file).read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.split()[1:2] == [name])
    return [line.strip() for line in lines[start : lines.index("}", start)]]


def test_an_api_becomes_a_system_with_an_interface(tmp_path: Path) -> None:
    """Provider, dates, area, licence, addresses and the standard in the name of an API are stated."""
    assert made(tmp_path).exit_code == 0
    assert statements(tmp_path, "apis.arch", "sea-tides-fhir-api") == [
        'system sea-tides-fhir-api "Tides - FHIR API" {',
        "owner sea",
        "since 2020-07-01",
        "until 2024-02-01",
        'meta area-served "England"',
        'meta licence "OGL"',
        'meta date-added "2020-01-08"',
        'source "apis.csv: Tides - FHIR API"',
        "interface api {",
        "standard fhir",
        'docs "https://sea.example/docs"',
        'link "https://sea.example/v1"',
        "}",
    ]


def test_what_is_no_date_and_no_address_is_kept_as_it_is_written(tmp_path: Path) -> None:
    """A start that is no date, and a document that has no address, stay facts of their own name."""
    assert made(tmp_path).exit_code == 0
    assert statements(tmp_path, "apis.arch", "sea-the-deep-api") == [
        'system sea-the-deep-api "The \\"Deep\\" \\\\ API" {',
        "owner sea",
        'meta start-date "in service"',
        'source "apis.csv: The \\"Deep\\" \\\\ API"',
        "interface api {",
        'meta documentation "see the sea"',
        "}",
    ]


def test_organisations_are_those_that_something_belongs_to(tmp_path: Path) -> None:
    """A provider has its name from the table, or else none; a team is an organisation; nobody else is one."""
    assert made(tmp_path).exit_code == 0
    assert (tmp_path / "made" / "organisations.arch").read_text(encoding="utf-8").splitlines()[2:] == [
        "organisation harbours {",
        '  source "apis.csv: provider harbours"',
        "}",
        "",
        'organisation sea "Ministry of the Sea" {',
        '  meta url "www.sea.example"',
        '  meta alternate-name "MoS"',
        '  source "organisations.csv: sea"',
        "}",
        "",
        'organisation team-a "#team-a" {',
        '  source "applications.yml: team #team-a"',
        "}",
    ]


def test_an_application_becomes_a_system_of_its_team(tmp_path: Path) -> None:
    """Team, kind, users, host and closed code of an application are stated, its description is not."""
    assert made(tmp_path).exit_code == 0
    assert statements(tmp_path, "applications.arch", "front") == [
        "system front {",
        "owner team-a",
        "tags frontend-apps",
        "source-code closed",
        "serves public",
        "hosted-on aws",
        'source "applications.yml: front"',
    ]
    assert statements(tmp_path, "applications.arch", "tool-box") == [
        "system tool-box {",
        "tags apis",
        'meta production-hosted-on "none"',
        'meta github-repository "tools"',
        'source "applications.yml: tool-box"',
        "interface api {",
        'docs "https://tools.example/docs"',
        "}",
    ]


def test_a_retired_application_stands_apart_and_says_so(tmp_path: Path) -> None:
    """What is retired is tagged, in a file of its own, and gets no date that nobody stated."""
    assert made(tmp_path).exit_code == 0
    assert statements(tmp_path, "retired.arch", "old-front") == [
        "system old-front {",
        "tags frontend-apps, retired",
        'link "https://code.example/old-front"',
        'source "applications.yml: old-front"',
    ]
    assert b"old-front" not in text_of(tmp_path)["applications.arch"]


@pytest.mark.parametrize(
    ("name", "url", "standards"),
    [
        ("Alerts - HL7 V3 API", "", ["hl7-v3"]),
        ("Referrals - FHIR API (HSCN)", "", ["fhir"]),
        ("Content - REST APIs", "", ["rest"]),
        ("FHIR Converter API", "", []),
        ("A well-earned rest", "", []),
        ("Map", "https://a.example/arcgis/REST/services", ["rest"]),
        ("Search", "https://a.example/b2b/BGSoapEngine/Search", ["soap"]),
        ("Search", "https://rest.example/interest/soapbox", []),
        ("Names - SOAP API", "https://a.example/wfs?soap", ["soap", "wfs"]),
    ],
)
def test_a_standard_is_stated_only_where_the_list_states_it(name: str, url: str, standards: list[str]) -> None:
    """A standard stands at the end of a name, or is a whole step of an address."""
    assert standards_of(Api(name=name, url=url)) == standards


def test_every_file_is_in_the_one_style_and_binds(tmp_path: Path) -> None:
    """The files that are made form a model without an error, in the formatter's own style."""
    assert made(tmp_path).exit_code == 0
    assert list(text_of(tmp_path)) == MADE
    assert [finding for finding in check(tmp_path / "made") if finding.severity is not Severity.INFO] == []
    for file in (tmp_path / "made").iterdir():
        text = file.read_text(encoding="utf-8")
        assert formatted(SourceFile(file.name, text)) == text


def test_the_order_of_the_lists_does_not_matter(tmp_path: Path) -> None:
    """Lists that say the same in another order, or twice in a row, make the same bytes."""
    assert made(tmp_path).exit_code == 0
    before = text_of(tmp_path)
    assert made(tmp_path).exit_code == 0
    assert text_of(tmp_path) == before
    first, *rows = APIS.splitlines(keepends=True)
    items = [f"- {item}" for item in APPLICATIONS.removeprefix("- ").split("\n- ")]
    assert (
        made(tmp_path, apis="".join((first, *reversed(rows))), applications="\n".join(reversed(items))).exit_code == 0
    )
    assert text_of(tmp_path) == before


def test_records_of_one_name_stay_apart(tmp_path: Path) -> None:
    """Two APIs whose names make one word, and an application of that word, are three systems."""
    result = made(tmp_path, apis="name\nThe API\nthe-api\n", applications="- github_repo_name: the api\n")
    assert result.exit_code == 0
    model = load(tmp_path / "made")
    assert {system.name for system in model.own if isinstance(system, System)} == {"the-api", "the-api-2", "the-api-3"}


def test_columns_that_nobody_knows_are_named(tmp_path: Path) -> None:
    """A column that is neither used nor left out on purpose is told of, and the rest is made."""
    result = made(tmp_path, apis="name,colour\nTides,blue\n")
    assert result.exit_code == 0
    assert result.stderr == f"note: {tmp_path / 'apis.csv'}: not used: colour\n"


@pytest.mark.parametrize(
    ("lists", "why"),
    [
        ({"apis": "name\nTid\xe9s\n".encode("latin-1")}, "apis.csv: not UTF-8: cannot read byte 9"),
        ({"applications": "- github_repo_name: caf\xe9\n".encode("utf-16")}, "applications.yml: not UTF-8"),
        ({"apis": ""}, "apis.csv: no records"),
        ({"apis": "title\nTides\n"}, "apis.csv: record 1: name: Field required"),
        ({"apis": 'name\nTides\n""\n'}, "apis.csv: record 2: name: String should have at least 1 character"),
        ({"apis": "name,url\nTides,,surplus\n"}, "apis.csv: record 1: more cells than columns"),
        ({"apis": 'name\n"Tides'}, "apis.csv: line 1: unexpected end of data"),
        ({"applications": "front: frontend\n"}, "applications.yml: not a list of mappings"),
        ({"applications": "- front\n"}, "applications.yml: not a list of mappings"),
        ({"applications": ""}, "applications.yml: not a list of mappings"),
        ({"applications": "- [\n"}, "applications.yml: while parsing a flow node"),
        ({"applications": "- {type: APIs}\n"}, "applications.yml: record 1: github_repo_name: Field required"),
        ({"applications": "- {github_repo_name: [a]}\n"}, "applications.yml: record 1: github_repo_name: Input should"),
        ({"applications": '- github_repo_name: "\\ud800"\n'}, "applications.yml: "),
        ({"applications": "[" * 100_000}, "applications.yml: "),
        ({"applications": "- &a {github_repo_name: a}\n- [*a, *a]\n"}, "aliases are refused"),
    ],
)
def test_a_list_that_cannot_be_used_is_an_error_and_nothing_is_made(
    tmp_path: Path, lists: dict[str, str | bytes], why: str
) -> None:
    """What cannot be read exits with 2 and one line that names the file and the place."""
    result = made(tmp_path, **lists)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1), result.output
    assert result.stderr.startswith(f"error: {tmp_path}")
    assert why in result.stderr
    assert not (tmp_path / "made").exists()


def test_a_list_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """A file that does not exist is named."""
    result = CliRunner().invoke(
        program, ["--apis", str(tmp_path / "no.csv"), "--applications", str(tmp_path / "no.yml"), "--output", "."]
    )
    assert (result.exit_code, result.stderr) == (2, f"error: {tmp_path / 'no.csv'}: No such file or directory\n")


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
@example(['" }\nlegacy x {', "\\", '"""', "a\0b\x1b[31m\u202e\u2028\x85\r\n", "#", "\u0300", "9", "-"])
def test_no_text_breaks_out_of_its_string(texts: list[str]) -> None:
    """Whatever a list calls its records, each becomes one element that has just that title."""
    names = Names()
    made = [block(head("organisation", names.give(text), text), fact("source", text)) for text in texts]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "made.arch").write_text(laid_out(made), encoding="utf-8", newline="\n")
        model = load(folder)
        wrong = [finding for finding in check(folder) if finding.code != "MOD008"]
    assert wrong == []
    assert [element.label for element in model.own] == texts


def test_hostile_cells_stay_in_their_places(tmp_path: Path) -> None:
    """Cells full of quotes, braces and line ends make no element and no finding of their own."""
    hostile = '" }\n} organisation evil "\\\r\n\x1b[2J#'
    table = io.StringIO()
    csv.writer(table).writerows([APIS.splitlines()[0].split(","), [hostile] * 12])
    application = {"github_repo_name": hostile, "type": hostile, "team": hostile, "production_hosted_on": hostile}
    items = json.dumps([application | {"production_url": hostile, "repo_url": hostile, "actors": [hostile]}])
    assert made(tmp_path, apis=table.getvalue(), applications=items).exit_code == 0
    assert [finding for finding in check(tmp_path / "made") if finding.severity is not Severity.INFO] == []
    assert len(load(tmp_path / "made").own) == len(
        ["provider", "team", "user", "host", "application", "API", "interface"]
    )


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the lists are not beside the repository")
def test_the_lists_make_the_files_of_this_repository(tmp_path: Path) -> None:
    """Run as README.md tells, the program makes the files of models/catalogue, byte for byte."""
    apis = CORPORA / "co-cddo+api-catalogue" / "data"
    options = {
        "--apis": apis / "catalogue.csv",
        "--organisations": apis / "organisation.csv",
        "--applications": CORPORA / "alphagov+govuk-developer-docs" / "data" / "applications.yml",
        "--output": tmp_path / "made",
    }
    words = [str(word) for option in options.items() for word in option]
    ran = subprocess.run(
        [sys.executable, "models/catalogue/make.py", *words], cwd=ROOT, capture_output=True, check=False
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
    assert text_of(tmp_path) == {name: (CATALOGUE / name).read_bytes() for name in MADE}


def test_the_catalogue_has_its_systems_and_no_error() -> None:
    """The files of models/catalogue declare more than two hundred systems, each with its source, without an error."""
    systems = [system for system in load(CATALOGUE).own if isinstance(system, System)]
    assert len(systems) > 200
    assert [system.path for system in systems if not system.source] == []
    assert [finding.code for finding in check(CATALOGUE) if finding.severity is Severity.ERROR] == []
