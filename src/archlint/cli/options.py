"""The options that several verbs take."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from archlint.cli import completion

__all__ = [
    "INPUT",
    "OUTPUT",
    "RULES",
    "STATUS",
    "TIME",
    "At",
    "Config",
    "EveryChange",
    "ExtendIgnore",
    "ExtendSelect",
    "From",
    "Ignore",
    "Isolated",
    "Output",
    "Paths",
    "Profile",
    "Select",
    "StdinName",
    "flag",
    "value",
]

TIME, RULES, OUTPUT, STATUS, INPUT = "Time", "Rules", "Output", "Exit status", "Options"
"""The groups in which `--help` shows the options."""


def flag(name: str, what: str, group: str | None = None) -> Any:
    """An option that is there or not."""
    return typer.Option(name, help=what, rich_help_panel=group)


def value(
    *names: str, takes: str, what: str, group: str | None = None, offers: Callable[..., Any] | None = None
) -> Any:
    """An option that takes a value, called what the value means, and what a shell may offer for it."""
    return typer.Option(
        *names, metavar=takes, help=what, show_default=False, rich_help_panel=group, autocompletion=offers
    )


def _rules(name: str, what: str) -> Any:
    return value(name, takes="RULES", what=what, group=RULES, offers=completion.rules)


_PATHS = "Files and directories that form one model; - is standard input."
_FOREIGN = ("structurizr", "archimate", "calm", "backstage", "likec4")
_FROM = value(
    "--from",
    takes="FORMAT",
    what=f"{', '.join(_FOREIGN[:-1])} or {_FOREIGN[-1]}.",
    group=INPUT,
    offers=completion.words(*_FOREIGN),
)
_PROFILE = value(
    "--profile",
    takes="NAME",
    what="default, code-of-practice, sketch or all.",
    group=RULES,
    offers=completion.profiles,
)
_STDIN = value("--stdin-filename", takes="NAME", what="The name under which standard input is reported.", group=INPUT)
_OUTPUT = value("--output", "-o", takes="FILE", what="The file to write; else standard output.", group=OUTPUT)
_AT = value("--at", takes="TIME", what="A plateau or a date.", group=TIME, offers=completion.plateaus)

Paths = Annotated[list[str] | None, typer.Argument(metavar="[PATH]...", help=_PATHS, show_default=False)]
At = Annotated[str | None, _AT]
EveryChange = Annotated[bool, flag("--every-change", "Judge every instant of change.", TIME)]
Profile = Annotated[str | None, _PROFILE]
Select = Annotated[list[str] | None, _rules("--select", "Run these rules instead of the profile's.")]
Ignore = Annotated[list[str] | None, _rules("--ignore", "Do not run these rules.")]
ExtendSelect = Annotated[list[str] | None, _rules("--extend-select", "Run these rules as well.")]
ExtendIgnore = Annotated[list[str] | None, _rules("--extend-ignore", "Do not run these rules either.")]
Output = Annotated[Path | None, _OUTPUT]
From = Annotated[str | None, _FROM]
StdinName = Annotated[str, _STDIN]
Config = Annotated[Path | None, value("--config", takes="FILE", what="Use this configuration file.", group=INPUT)]
Isolated = Annotated[bool, flag("--isolated", "Use no configuration file.", INPUT)]
