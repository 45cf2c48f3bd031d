"""What verbs say of themselves: options in groups, arguments with what they are, no sentence cut short."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import get_args, get_type_hints

import click
from typer.core import TyperCommand, TyperGroup
from typer.models import ArgumentInfo

__all__ = ["Verb", "Verbs", "help_groups"]

Lines = list[tuple[str, str]]
"""A signature and what it means, each."""

OTHERS = "Options"
"""The title over the options that name no group of their own."""


class Verb(TyperCommand):
    """A verb whose `--help` shows the options in their groups."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the groups of a verb one after the other."""
        for title, lines in help_groups(self, ctx):
            with formatter.section(title):
                formatter.write_dl(lines)


class Verbs(TyperGroup):
    """Verbs whose list shows the whole sentence of each, over two lines where it must."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of verbs."""
        verbs = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, verb.get_short_help_str(limit=200)) for name, verb in verbs if verb])


def help_groups(command: click.Command, context: click.Context) -> Iterator[tuple[str, Lines]]:
    """The title of each group of parameters, with its lines: arguments first, then the groups in the order in which
    the verb names them, the other options last."""
    groups: dict[str, Lines] = {"Arguments": []}
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Argument):
            groups["Arguments"].append((parameter.make_metavar(context), _described(command, parameter)))
        elif record is not None:
            groups.setdefault(getattr(parameter, "rich_help_panel", None) or OTHERS, []).append(record)
    others = groups.pop(OTHERS, [])
    yield from ((title, lines) for title, lines in (*groups.items(), (OTHERS, others)) if lines)


def _described(command: click.Command, argument: click.Argument) -> str:
    """The help of an argument as the verb states it: click from 8.5 on overwrites what typer makes of that."""
    hints = get_type_hints(inspect.unwrap(command.callback or command), include_extras=True)
    stated = (info.help for info in get_args(hints.get(argument.name or "")) if isinstance(info, ArgumentInfo))
    return next(stated, None) or ""
