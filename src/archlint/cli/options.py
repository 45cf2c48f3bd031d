"""The options that several verbs take."""

from __future__ import annotations

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
    "Paths",
    "Profile",
    "Select",
    "StdinName",
]

TIME, RULES, OUTPUT, STATUS, INPUT = "Time", "Rules", "Output", "Exit status", "Options"
"""The groups in which `--help` shows the options."""


def _rules(name: str, what: str) -> Any:
    return typer.Option(
        name, metavar="RULES", help=what, show_default=False, rich_help_panel=RULES, autocompletion=completion.rules
    )


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...", help="Files and directories that form one model; - is standard input.", show_default=False
    ),
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config", metavar="FILE", help="Use this configuration file.", show_default=False, rich_help_panel=INPUT
    ),
]
From = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        help="structurizr, archimate, calm, backstage or likec4.",
        show_default=False,
        rich_help_panel=INPUT,
        autocompletion=completion.words("structurizr", "archimate", "calm", "backstage", "likec4"),
    ),
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.", rich_help_panel=INPUT)]
Profile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="default, code-of-practice, sketch or all.",
        show_default=False,
        rich_help_panel=RULES,
        autocompletion=completion.profiles,
    ),
]
Select = Annotated[list[str] | None, _rules("--select", "Run these rules instead of the profile's.")]
Ignore = Annotated[list[str] | None, _rules("--ignore", "Do not run these rules.")]
ExtendSelect = Annotated[list[str] | None, _rules("--extend-select", "Run these rules as well.")]
ExtendIgnore = Annotated[list[str] | None, _rules("--extend-ignore", "Do not run these rules either.")]
StdinName = Annotated[
    str,
    typer.Option(
        "--stdin-filename",
        metavar="NAME",
        help="The name under which standard input is reported.",
        show_default=False,
        rich_help_panel=INPUT,
    ),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar="TIME",
        help="A plateau or a date.",
        show_default=False,
        rich_help_panel=TIME,
        autocompletion=completion.plateaus,
    ),
]
EveryChange = Annotated[
    bool, typer.Option("--every-change", help="Judge every instant of change.", rich_help_panel=TIME)
]
