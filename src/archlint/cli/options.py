"""The options that several verbs take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = [
    "At",
    "Config",
    "ExtendIgnore",
    "ExtendSelect",
    "Ignore",
    "Isolated",
    "Paths",
    "Profile",
    "Select",
    "StdinName",
]

Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...", help="Files and directories that form one model; - is standard input.", show_default=False
    ),
]
Config = Annotated[Path | None, typer.Option("--config", help="Use this configuration file.", show_default=False)]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]
Profile = Annotated[
    str | None,
    typer.Option("--profile", help="default, code-of-practice, sketch or all.", show_default=False),
]
Select = Annotated[
    list[str] | None, typer.Option("--select", help="Run these rules instead of the profile's.", show_default=False)
]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", help="Do not run these rules.", show_default=False)]
ExtendSelect = Annotated[
    list[str] | None, typer.Option("--extend-select", help="Run these rules as well.", show_default=False)
]
ExtendIgnore = Annotated[
    list[str] | None, typer.Option("--extend-ignore", help="Do not run these rules either.", show_default=False)
]
StdinName = Annotated[str, typer.Option("--stdin-filename", help="The name under which standard input is reported.")]
At = Annotated[str | None, typer.Option("--at", help="A plateau or a date.", show_default=False)]
