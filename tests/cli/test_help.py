"""`--help`: every verb on one screen, every option and argument explained, nothing cut short."""

from __future__ import annotations

import click
import pytest
import typer

from archlint.cli.application import application
from archlint.cli.verb import help_groups

SCREEN = 50
"""Lines of an ordinary window; the verbs that only read or write something fit in fewer."""


def commands() -> dict[str, click.Command]:
    """Every verb by the words that call it, `archlint` itself included."""
    found: dict[str, click.Command] = {}
    rest = {"archlint": typer.main.get_command(application())}
    while rest:
        name, command = rest.popitem()
        found[name] = command
        if isinstance(command, click.Group):
            rest |= {f"{name} {verb}": below for verb, below in command.commands.items()}
    return dict(sorted(found.items()))


VERBS = [pytest.param(name, command, id=name) for name, command in commands().items()]


def helped(name: str, command: click.Command) -> list[str]:
    """The lines of `--help` on a terminal of 80 columns."""
    return command.get_help(click.Context(command, info_name=name, terminal_width=80)).splitlines()


@pytest.mark.parametrize(("name", "command"), VERBS)
def test_help_fits_a_screen(name: str, command: click.Command) -> None:
    """The help of a verb is no longer than a screen, and no wider than 80 columns."""
    lines = helped(name, command)
    assert len(lines) <= SCREEN
    assert max(len(line) for line in lines) <= 80


@pytest.mark.parametrize(("name", "command"), VERBS)
def test_help_says_what_each_word_does(name: str, command: click.Command) -> None:
    """No option and no argument stands without a sentence, and each sentence ends as one."""
    context = click.Context(command, info_name=name)
    for title, lines in help_groups(command, context):
        for signature, said in lines:
            assert said.split("  [")[0].endswith("."), (title, signature, said)


@pytest.mark.parametrize(("name", "command"), VERBS)
def test_help_shows_what_takes_a_value_by_its_meaning(name: str, command: click.Command) -> None:
    """What an option takes is called FILE, TIME or RULES, not TEXT."""
    context = click.Context(command, info_name=name)
    signatures = [signature for _, lines in help_groups(command, context) for signature, _ in lines]
    assert [signature for signature in signatures if signature.endswith((" TEXT", " PATH", " INTEGER"))] == []


def test_the_list_of_verbs_cuts_no_sentence_short() -> None:
    """What is said of a verb in the list is a whole sentence."""
    for name, command in commands().items():
        _, _, listed = "\n".join(helped(name, command)).partition("Commands:")
        assert "..." not in listed
