"""What a shell offers after an option: names that archlint knows, and those that the models declare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import click

__all__ = ["plateaus", "profiles", "rules", "views", "words"]

Offers = list[tuple[str, str]]
"""Each offer, and what it is in a few words."""

_PROFILES = {
    "default": "judges what is stated",
    "code-of-practice": "also says what is not stated",
    "sketch": "drawings with names and arrows only",
    "all": "every rule",
}
_DECLARED = r'^[ \t]*{keyword}[ \t]+([\w-]+)(?:[ \t]+"([^"\n]*)")?'


def words(*known: str) -> Callable[[str], list[str]]:
    """Gives what offers these words."""

    def offered(incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return offered


def profiles(incomplete: str) -> Offers:
    """The profiles of rules."""
    return [(name, what) for name, what in _PROFILES.items() if name.startswith(incomplete)]


def rules(incomplete: str) -> Offers:
    """The rules by code, and by name once there is more than a code to go by; of a list, for its last member."""
    from archlint.rules.catalogue import catalogue

    before, comma, begun = incomplete.rpartition(",")
    by_code = [(code, rule.name()) for code, rule in catalogue().items() if code.startswith(begun.upper())]
    by_name = [(rule.name(), code) for code, rule in catalogue().items() if begun and rule.name().startswith(begun)]
    return [(f"{before}{comma}{value}", what) for value, what in (*by_code, *by_name)]


def plateaus(context: click.Context, incomplete: str) -> Offers:
    """The plateaus that the models declare."""
    return _declared("plateau", context, incomplete)


def views(context: click.Context, incomplete: str) -> Offers:
    """The views that the models declare."""
    return _declared("view", context, incomplete)


def _models(context: click.Context) -> tuple[Path, ...]:
    """The files and directories of the command line so far; else those that the configuration names."""
    given = context.params.get("paths")
    if given:
        return tuple(Path(path) for path in given)
    from archlint.configuration import ConfigurationError, configuration_for

    try:
        settings = configuration_for(Path())
    except ConfigurationError:
        return (Path(),)
    return tuple(path for paths in settings.models.values() for path in paths) or (Path(),)


def _declared(keyword: str, context: click.Context, incomplete: str) -> Offers:
    """The names and titles of a kind; read off the lines, because nobody waits for a model after a key."""
    pattern = re.compile(_DECLARED.format(keyword=keyword), re.MULTILINE)
    found = {name: title for text in _texts(context) for name, title in pattern.findall(text)}
    return [(name, _harmless(title)) for name, title in found.items() if name.startswith(incomplete)]


def _harmless(title: str) -> str:
    """A title without a sign that could mean something to a shell: zsh evaluates what it is offered."""
    return " ".join(re.sub(r"[^\w .,/-]", " ", title).split())


def _texts(context: click.Context) -> Iterator[str]:
    from archlint.language.reader import is_folder, read, walk
    from archlint.source import SourceFile

    for path in _models(context):
        for file in walk(path) if is_folder(path) else (path,):
            content = read(file)
            if isinstance(content, SourceFile):
                yield content.text
