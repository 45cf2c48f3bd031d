"""Reads the catalogue of APIs, its organisations and the list of applications, none of which is trusted."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, TypeVar

import yaml
from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel
from pydantic.fields import FieldInfo

__all__ = ["Api", "Application", "Provider", "Row", "Unusable", "listing", "records", "table", "unknown_columns"]

Row = Mapping[str, object]

LEFT_OUT = {
    *("description", "maintainer"),  # other people's sentences and names
    *("alerts_team", "argo_cd_apps", "component_guide_url", "dashboard_url", "dependencies_team", "deploy_url"),
    *("kibana_url", "kibana_worker_url", "management_url", "metrics_dashboard_url", "puppet_name", "puppet_url"),
    *("sentry_url", "shortname"),
}
"""Columns that may not be copied, or are about running a system and not about what it is."""


class Unusable(Exception):
    """A file that no facts can be made from, and why."""


def _stated(value: object) -> object:
    return "" if value in ("~", "null", "false") else value


Text = Annotated[str, BeforeValidator(_stated)]
"""What a cell says, which is nothing where the lists write `false` or leave it empty."""


class Record(BaseModel):
    """A row of a table or an item of a list."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)


class Api(Record):
    """A row of the catalogue of APIs."""

    model_config = ConfigDict(alias_generator=to_camel)

    name: str = Field(min_length=1)
    provider: Text = ""
    url: Text = ""
    documentation: Text = ""
    license: Text = ""
    area_served: Text = ""
    start_date: Text = ""
    end_date: Text = ""
    date_added: Text = ""
    date_updated: Text = ""


class Provider(Record):
    """A row of the table of organisations, to whose `id` the catalogue refers."""

    model_config = ConfigDict(alias_generator=to_camel)

    id: str = Field(min_length=1)
    name: Text = ""
    alternate_name: Text = ""
    url: Text = ""


class Application(Record):
    """An item of the list of applications, which later became a list of all repositories."""

    repository: str = Field(min_length=1, validation_alias=AliasChoices("github_repo_name", "repo_name"))
    app_name: Text = ""
    type: Text = ""
    team: Text = ""
    production_hosted_on: Text = ""
    production_url: Text = ""
    repo_url: Text = ""
    api_docs_url: Text = ""
    actors: tuple[str, ...] = ()
    private_repo: bool | None = None
    retired: bool = False

    @property
    def name(self) -> str:
        """What it is called: as its repository, unless the list says otherwise."""
        return self.app_name or self.repository


AnyRecord = TypeVar("AnyRecord", bound=Record)


class _Loader(yaml.BaseLoader):
    """Reads every scalar as text, and refuses aliases: a few lines of them can stand for millions of items."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="aliases are refused", problem_mark=self.get_mark())
        return super().compose_node(parent, index)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(f"{path}: not UTF-8: cannot read byte {error.start + 1}") from None
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror}") from None


def table(path: Path) -> list[Row]:
    """Gives the rows of a CSV file; raises Unusable if there are none, or a row is longer than the head."""
    reader = csv.DictReader(io.StringIO(_text(path), newline=""), restval="", strict=True)
    try:
        rows: list[Row] = list(reader)
    except csv.Error as error:
        raise Unusable(f"{path}: line {reader.line_num}: {error}") from None
    for number, row in enumerate(rows, 1):
        if None in row:
            raise Unusable(f"{path}: record {number}: more cells than columns")
    if not rows:
        raise Unusable(f"{path}: no records")
    return rows


def listing(path: Path) -> list[Row]:
    """Gives the items of a YAML file; raises Unusable if it is anything but a list of mappings."""
    try:
        items = yaml.load(_text(path), Loader=_Loader)
    except (yaml.YAMLError, RecursionError) as error:
        raise Unusable(f"{path}: {' '.join(str(error).split())}") from None
    if not isinstance(items, list) or not items or not all(isinstance(item, dict) for item in items):
        raise Unusable(f"{path}: not a list of mappings")
    return items


def records(kind: type[AnyRecord], rows: Iterable[Row], path: Path) -> list[AnyRecord]:
    """Gives rows as records; raises Unusable at the first that is none."""
    found = []
    for number, row in enumerate(rows, 1):
        try:
            found.append(kind.model_validate(row))
        except ValidationError as error:
            why = error.errors(include_input=False, include_url=False)[0]
            raise Unusable(f"{path}: record {number}: {why['loc'][0]}: {why['msg']}") from None
    return found


def unknown_columns(kind: type[Record], rows: Iterable[Row]) -> list[str]:
    """Gives the columns that are neither used nor left out on purpose."""
    known = LEFT_OUT | {name for field, info in kind.model_fields.items() for name in _columns(field, info)}
    return sorted({str(column) for row in rows for column in row} - known)


def _columns(field: str, info: FieldInfo) -> list[str]:
    names = info.validation_alias
    if isinstance(names, AliasChoices):
        return [str(name) for name in names.choices]
    return [str(names or field)]
