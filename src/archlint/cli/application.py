"""The verbs, in the order of the help."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword

import typer

from archlint.cli.verb import Verb, Verbs

__all__ = ["application"]

HELP = "Lints and draws technology estates: who owns the data, what depends on legacy, where the roadmap ends."


_VERBS = {
    "check": "check",
    "draw": "draw",
    "diff": "diff",
    "format": "format_",
    "roadmap": "roadmap",
    "report": "report",
    "serve": "serve",
    "rule": "rule",
    "import": "import_",
    "export": "export",
    "config": "config",
    "init": "init",
    "clean": "clean",
    "version": "version",
}
"""The name of each verb, which is that of its module, and its function there."""


def application(asked: str = "") -> typer.Typer:
    """The command line application, with all verbs; of a verb that is asked for, that one alone is imported."""
    app = typer.Typer(
        cls=Verbs, help=HELP, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )  # fmt: skip
    for name in [asked] if asked in _VERBS else _VERBS:
        app.command(name, cls=Verb)(getattr(import_module(f"archlint.cli.{_module(name)}"), _VERBS[name]))
    if asked not in _VERBS:
        app.add_typer(_baseline(), name="baseline")
    app.callback()(_before_the_verb)
    return app


def _module(verb: str) -> str:
    """The module of a verb: of its name, with a line below where Python keeps that for itself."""
    return f"{verb}_" if iskeyword(verb) else verb


def _baseline() -> typer.Typer:
    from archlint.cli import baseline

    verbs = typer.Typer(
        cls=Verbs, help="Adopt an estate as it stands: what is known today does not count.", no_args_is_help=True
    )
    for verb in (baseline.create, baseline.update, baseline.prune):
        verbs.command(cls=Verb)(verb)
    return verbs


def _show_version(asked: bool) -> None:
    if asked:
        from archlint.cli.version import version

        version()
        raise typer.Exit


def _before_the_verb(
    version: bool = typer.Option(
        False, "--version", "-V", help="Show the version and exit.", is_eager=True, callback=_show_version
    ),
) -> None:
    """Takes the options that stand before the verb."""
