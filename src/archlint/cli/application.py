"""The verbs, in the order of the help."""

from __future__ import annotations

import typer

from archlint.cli import baseline
from archlint.cli.check import check
from archlint.cli.config import config
from archlint.cli.diff import diff
from archlint.cli.draw import draw
from archlint.cli.format import format_
from archlint.cli.init import init
from archlint.cli.roadmap import roadmap
from archlint.cli.rule import rule
from archlint.cli.verb import Verb, Verbs
from archlint.cli.version import version as show_version

__all__ = ["application"]

HELP = "Lints and draws technology estates: who owns the data, what depends on legacy, where the roadmap ends."


def application() -> typer.Typer:
    """The command line application."""
    app = typer.Typer(
        cls=Verbs, help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    for verb in (check, draw, diff, format_, roadmap, rule, config, init, show_version):
        app.command(cls=Verb)(verb)
    app.add_typer(_baseline(), name="baseline")
    app.callback()(_before_the_verb)
    return app


def _baseline() -> typer.Typer:
    verbs = typer.Typer(
        cls=Verbs, help="Adopt an estate as it stands: what is known today does not count.", no_args_is_help=True
    )
    for verb in (baseline.create, baseline.update, baseline.prune):
        verbs.command(cls=Verb)(verb)
    return verbs


def _show_version(asked: bool) -> None:
    if asked:
        show_version()
        raise typer.Exit


def _before_the_verb(
    version: bool = typer.Option(
        False, "--version", "-V", help="Show the version and exit.", is_eager=True, callback=_show_version
    ),
) -> None:
    """Takes the options that stand before the verb."""
