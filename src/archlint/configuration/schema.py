"""The shape of a configuration file, as pydantic checks it. Imported only when there is one."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from archlint.configuration.error import ConfigurationError
from archlint.interchange.formats import NAMES
from archlint.interchange.roles import LINK_ROLES, THING_ROLES
from archlint.language.limits import DEEPEST, LARGEST, MOST
from archlint.language.suggestions import did_you_mean, nearest
from archlint.rules.rule import Rule

__all__ = ["ConfigurationFile", "configuration_schema", "validated", "validated_options"]


class RoleLine(BaseModel):
    """What things and links of a foreign model are, where all that is stated fits; `*` and `?` stand for anything."""

    model_config = ConfigDict(extra="forbid", strict=True)

    role: Literal[tuple(dict.fromkeys((*THING_ROLES, *LINK_ROLES)))]  # type: ignore[valid-type]  # the roles there are
    kind: str = Field("", description="The format's own word for what it is.")
    tag: str = ""
    technology: str = ""
    group: str = ""
    name: str = Field("", description="The name of a thing, the description of a link.")
    property: dict[str, str] = {}


class ConfigurationFile(BaseModel):
    """What may stand in `archlint.toml`."""

    model_config = ConfigDict(
        extra="forbid", alias_generator=lambda name: name.replace("_", "-"), populate_by_name=False, strict=True
    )

    extend: str | None = Field(None, description="A file whose settings hold where this one states no other.")
    profile: Literal["default", "code-of-practice", "sketch", "all"] = Field(
        "default", description="Which rules run, unless `select` says otherwise."
    )
    select: list[str] = Field([], description="The rules that run instead of the profile's.")
    ignore: list[str] = Field([], description="Rules that do not run.")
    extend_select: list[str] = Field([], description="Rules that run besides the profile's.")
    extend_ignore: list[str] = Field([], description="More rules that do not run.")
    fail_on: Literal["error", "warning", "info", "never"] = Field(
        "warning", description="The least severity that makes the exit status 1."
    )
    cache: bool = Field(True, description="Whether what a run found out is kept for the next.")
    baseline: str | None = Field(None, description="The baseline, `archlint-baseline.json` unless it is named here.")
    import_roots: list[str] = Field([], description="The only directories outside the project that may be imported.")
    max_file_size: int = Field(LARGEST, gt=0, description="How many bytes a file may have.")
    max_depth: int = Field(DEEPEST, gt=0, le=200, description="How deep blocks may stand in each other.")
    max_elements: int = Field(MOST, gt=0, description="How many elements a model may have.")
    models: dict[str, list[str]] = Field({}, description="Named models: each is linted on its own.")
    roles: dict[Literal[NAMES], list[RoleLine]] = Field(  # type: ignore[valid-type]  # the formats there are
        {}, description="What is what in models of other formats: the first line that fits decides."
    )
    severity: dict[str, Literal["error", "warning", "info"]] = Field({}, description="The severity of a rule.")
    rules: dict[str, dict[str, Any]] = Field({}, description="The options of a rule.")
    per_path_ignores: dict[str, list[str]] = Field({}, description="Rules that say nothing about some files.")


def configuration_schema() -> dict[str, Any]:
    """The JSON Schema of a configuration file."""
    schema = ConfigurationFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "archlint configuration"}


def validated(content: dict[str, Any]) -> ConfigurationFile:
    """The content of a configuration file; raises ConfigurationError."""
    try:
        return ConfigurationFile.model_validate(content)
    except ValidationError as error:
        known = [name.replace("_", "-") for name in ConfigurationFile.model_fields]
        raise ConfigurationError(_in_words(error, known)) from None


def validated_options(rule: type[Rule], value: dict[str, Any]) -> object:
    """The options of a rule; raises ConfigurationError."""
    options = rule.Options
    known = [name.replace("_", "-") for name in getattr(options, "__dataclass_fields__", {})]
    for name in value:
        if name not in known:
            hint = did_you_mean(nearest(name, known)) or f"it has {', '.join(known) or 'none'}"
            raise ConfigurationError(f"rules.{rule.name()}: there is no option `{name}`; {hint}")
    try:
        plain = {name.replace("-", "_"): item for name, item in value.items()}
        return TypeAdapter(options).validate_json(json.dumps(plain, default=str), strict=True)
    except ValidationError as error:
        raise ConfigurationError(f"rules.{rule.name()}: {_in_words(error, known)}") from None


def _in_words(error: ValidationError, known: list[str]) -> str:
    first = error.errors()[0]
    place = ".".join(str(step) for step in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"there is no setting `{place}`; {did_you_mean(nearest(place, known))}".rstrip("; ")
    return f"{place}: {first['msg'][0].lower()}{first['msg'][1:]}"
